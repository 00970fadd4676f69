"""Whole typeset pages: stories chosen, put on a sheet, and set in one of the three looks."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from . import look_a, look_b, look_c
from .desk import Dice
from .gold import GoldPage
from .sheet import Entry, Line, Sheet
from .stories import Source, Story

Look = Literal["A", "B", "C"]
LOOKS: tuple[Look, ...] = ("A", "B", "C")
_SETTERS: dict[Look, tuple[Callable[[Sheet, Dice], None], dict[str, float]]] = {
    "A": (look_a.page_a, look_a.RATES),
    "B": (look_b.page_b, look_b.RATES),
    "C": (look_c.page_c, look_c.RATES),
}
_ANY_LOOK = {"full-width-figures": 0.06, "wide-gaps": 0.08, "unruly-breaks": 0.05}
_MARKS = ("■", "◎", "◇", "●", "○", "")
_BETWEEN = re.compile(r"(?<=\S) (?=\S)")
_WIDE_FIGURES = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class TypesetPage:
    """A page as it would be dumped, and what is true of it."""

    name: str
    text: str
    gold: GoldPage

    @property
    def lines(self) -> list[str]:
        """The page's lines."""
        return self.text.split("\n")


def accidents(look: Look) -> tuple[str, ...]:
    """The accidents that can be forced or forbidden on pages of a look."""
    return (*_ANY_LOOK, *_SETTERS[look][1])


def typeset(look: Look, seed: int, source: Source, rates: Mapping[str, float] | None = None) -> TypesetPage:
    """A page of three to twelve articles; the same arguments always give the same page.

    `rates` overrides the chances of accidents by name: 0 forbids one, 1 forces it.
    """
    rng = random.Random(f"{look} {source.name} {seed}")
    setter, usual = _SETTERS[look]
    sheet = Sheet(entries=_entries(rng, source, rng.randint(3, 12)))
    dice = Dice(rng, {**_ANY_LOOK, **usual, **(rates or {})})
    if dice.page("full-width-figures", sheet):
        for entry in sheet.entries:
            entry.story = _wide(entry.story)
    dice.page("unruly-breaks", sheet)
    setter(sheet, dice)
    if look != "C" and dice.page("other-byline-mark", sheet):
        _remark(sheet, rng.choice(_MARKS))
    if look != "C" and dice.page("wide-byline-blanks", sheet):
        for line in sheet.lines:
            if line.role == "byline":
                line.text = _BETWEEN.sub("　", line.text)
    if dice.page("wide-gaps", sheet):
        sheet.lines = [line for one in sheet.lines for line in _widened(one, rng)]
    text = "\n".join(line.text for line in sheet.lines)
    return TypesetPage(f"{look}-{source.name}-{seed}.txt", text, sheet.gold())


def _entries(rng: random.Random, source: Source, count: int) -> list[Entry]:
    """Stories for a page, none of them twice."""
    entries: list[Entry] = []
    texts: set[str] = set()
    while len(entries) < count:
        entry = _entry(rng, source)
        if entry.story.paragraphs[0].text not in texts:
            texts.add(entry.story.paragraphs[0].text)
            entries.append(entry)
    return entries


def _entry(rng: random.Random, source: Source) -> Entry:
    dealt = rng.random()
    if dealt < 0.1:
        story = source.story(rng, "caption")
        return Entry(Story(story.title, story.paragraphs[:1], "photo"), kind="photo")
    if dealt < 0.18:
        return Entry(source.story(rng, "feature"), kind="commentary")
    return Entry(source.story(rng, "feature" if dealt < 0.45 else "brief"))


def _wide(story: Story) -> Story:
    """The story with full-width figures, as papers set them into the nineties."""
    paragraphs = tuple(replace(one, text=one.text.translate(_WIDE_FIGURES)) for one in story.paragraphs)
    title, kicker = story.title.translate(_WIDE_FIGURES), story.kicker.translate(_WIDE_FIGURES)
    return replace(story, title=title, kicker=kicker, paragraphs=paragraphs)


def _remark(sheet: Sheet, mark: str) -> None:
    """Another paper's mark before bylines; none only where 记者 or 评论员 says what the line is."""
    for line in sheet.lines:
        if line.role == "byline" and (mark or "者" in line.text or "评论员" in line.text):
            line.text = line.text.replace("□ ", f"{mark} " if mark else "").replace("□", mark)


def _widened(line: Line, rng: random.Random) -> list[Line]:
    """A blank line may come out as two or three."""
    return [line] * (rng.randint(2, 3) if line.role == "blank" and rng.random() < 0.3 else 1)
