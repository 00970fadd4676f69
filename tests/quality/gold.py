"""What is true of a page: which line is what, by hand for real pages, from the typesetter for made ones.

The form is JSON, one object a page; line numbers count from 1. An article has

- `head`: its headline lines as [part, line], part being K kicker, T title, S subtitle, L column label;
- `byline`: the lines that name its writers, `people`: the names by role;
- `paras`: the first line of each paragraph, `end`: the last line of the body, `sub`: subhead lines;
- `extra`: boxes that lie elsewhere on the page, as ["I", first line, last line];
- `kind`, `place`, `derived` (the page prints no headline for it), `gaps` (paragraphs without their end).

`furniture` lists the page's lines that belong to no article. Headline texts are not repeated in the
labels: they are the characters of the headline lines.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HEADLINE_PARTS = ("K", "T", "S")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article of a page as it should be read; see the module's docstring for the fields."""

    key: str
    kind: str = "report"
    head: tuple[tuple[str, int], ...] = ()
    byline: tuple[int, ...] = ()
    people: dict[str, tuple[str, ...]] = field(default_factory=dict)
    paras: tuple[int, ...] = ()
    end: int = 0
    sub: tuple[int, ...] = ()
    extra: tuple[tuple[int, int], ...] = ()
    place: str | None = None
    derived: bool = False
    gaps: tuple[int, ...] = ()
    texts: dict[int, str] = field(default_factory=dict)
    """First line of a paragraph → what a reader should see there; typeset pages only."""
    box_text: str = ""
    """What a reader should see in the box, its lines run together; typeset pages only."""
    accidents: frozenset[str] = frozenset()

    def part(self, parts: Sequence[str], lines: Sequence[str]) -> str:
        """The characters of the headline lines that are one of `parts`, in page order."""
        return "".join(lines[number - 1] for part, number in self.head if part in parts)


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page's articles and furniture, and the folio where one is printed."""

    articles: tuple[GoldArticle, ...]
    furniture: tuple[int, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    accidents: frozenset[str] = frozenset()


_META = ("date", "weekday", "issue_number", "editor")


def load_gold(path: Path) -> GoldPage:
    """Read labels from a JSON file."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return GoldPage(
        articles=tuple(
            GoldArticle(
                key=a["key"],
                kind=a.get("kind", "report"),
                head=tuple((part, number) for part, number in a.get("head", [])),
                byline=tuple(a.get("byline", [])),
                people={role: tuple(names) for role, names in a.get("people", {}).items()},
                paras=tuple(a["paras"]),
                end=a["end"],
                sub=tuple(a.get("sub", [])),
                extra=tuple((first, last) for _, first, last in a.get("extra", [])),
                place=a.get("place"),
                derived=a.get("derived", False),
                gaps=tuple(a.get("gaps", [])),
            )
            for a in data["articles"]
        ),
        furniture=tuple(data.get("furniture", [])),
        meta={key: data[key] for key in _META if data.get(key)},
    )


def gold_json(page: GoldPage, lines: Sequence[str], source: str) -> dict[str, Any]:
    """The labels as a JSON object that names its page and spells its headlines out."""
    return {
        "seed": source,
        **{key: page.meta.get(key) for key in _META},
        "furniture": list(page.furniture),
        "articles": [
            {
                "key": a.key,
                "kind": a.kind,
                "head": [list(pair) for pair in a.head],
                "byline": list(a.byline),
                "paras": list(a.paras),
                "end": a.end,
                "sub": list(a.sub),
                "people": {role: list(names) for role, names in a.people.items()},
                "place": a.place,
                "derived": a.derived,
                "gaps": list(a.gaps),
                "extra": [["I", first, last] for first, last in a.extra],
                "headline": a.part(HEADLINE_PARTS, lines),
                "title": a.part(("T",), lines),
                "kicker": a.part(("K",), lines),
            }
            for a in page.articles
        ],
    }
