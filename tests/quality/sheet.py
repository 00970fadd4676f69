"""A page under construction: its lines, and what each of them is, from which the labels follow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from .gold import GoldArticle, GoldPage
from .stories import Story

Role = Literal["head", "byline", "body", "sub", "box", "furniture", "blank"]


@dataclass(slots=True)
class Line:
    """One page line. `opens` is the reading text of the paragraph that begins here, or of a box's line."""

    text: str
    role: Role
    story: int = -1
    part: str = ""
    opens: str | None = None
    gap: bool = False
    signs: bool = False
    """A body line that names the writers too."""


BLANK = Line("", "blank")


@dataclass(slots=True)
class Entry:
    """A story on the page, and what the typesetter decided about it."""

    story: Story
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    place: str | None = None
    kind: str = "report"
    accidents: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Sheet:
    """Lines in page order, with the stories they come from."""

    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    accidents: set[str] = field(default_factory=set)

    def gold(self) -> GoldPage:
        """The labels of the page as it stands."""
        by_story: dict[int, list[tuple[int, Line]]] = defaultdict(list)
        for number, line in enumerate(self.lines, 1):
            if line.story >= 0:
                by_story[line.story].append((number, line))
        articles = tuple(self._article(index, own) for index, own in sorted(by_story.items()))
        furniture = tuple(n for n, line in enumerate(self.lines, 1) if line.role == "furniture")
        return GoldPage(articles, furniture, dict(self.meta), frozenset(self.accidents))

    def _article(self, index: int, own: list[tuple[int, Line]]) -> GoldArticle:
        entry = self.entries[index]
        head = tuple((line.part, number) for number, line in own if line.role == "head")
        starts = {number: line.opens for number, line in own if line.opens is not None and line.role != "box"}
        return GoldArticle(
            key=f"{index + 1} {entry.story.title[:12]}",
            kind=entry.kind,
            head=head,
            byline=tuple(number for number, line in own if line.role == "byline" or line.signs),
            people=entry.people,
            paras=tuple(starts),
            end=max(number for number, line in own if line.role in ("body", "sub")),
            sub=tuple(number for number, line in own if line.role == "sub"),
            extra=_runs([number for number, line in own if line.role == "box"]),
            place=entry.place,
            derived=not any(part in ("K", "T", "S") for part, _ in head),
            gaps=tuple(number for number, line in own if line.gap),
            texts=starts,
            box_text="".join(line.opens or "" for _, line in own if line.role == "box"),
            accidents=frozenset(entry.accidents),
        )


def _runs(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    """A box is one piece of a page: from its first line to its last."""
    return ((min(numbers), max(numbers)),) if numbers else ()
