"""Whole typeset pages: stories chosen, put on a sheet, and set in one of the three looks."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from . import look_a, look_b, look_c
from .desk import Dice
from .gold import GoldPage
from .sheet import Entry, Sheet
from .stories import Source, Story

Look = Literal["A", "B", "C"]
LOOKS: tuple[Look, ...] = ("A", "B", "C")
_SETTERS: dict[Look, tuple[Callable[[Sheet, Dice], None], dict[str, float]]] = {
    "A": (look_a.page_a, look_a.RATES),
    "B": (look_b.page_b, look_b.RATES),
    "C": (look_c.page_c, look_c.RATES),
}


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
    return tuple(_SETTERS[look][1])


def typeset(look: Look, seed: int, source: Source, rates: Mapping[str, float] | None = None) -> TypesetPage:
    """A page of three to twelve articles; the same arguments always give the same page.

    `rates` overrides the chances of accidents by name: 0 forbids one, 1 forces it.
    """
    rng = random.Random(f"{look} {source.name} {seed}")
    setter, usual = _SETTERS[look]
    sheet = Sheet(entries=[_entry(rng, source, look) for _ in range(rng.randint(3, 12))])
    setter(sheet, Dice(rng, {**usual, **(rates or {})}))
    text = "\n".join(line.text for line in sheet.lines)
    return TypesetPage(f"{look}-{source.name}-{seed}.txt", text, sheet.gold())


def _entry(rng: random.Random, source: Source, look: Look) -> Entry:
    dealt = rng.random()
    if dealt < 0.1:
        story = source.story(rng, "caption")
        return Entry(Story(story.title, story.paragraphs[:1], "photo"), kind="photo")
    if dealt < 0.18:
        return Entry(source.story(rng, "feature"), kind="commentary")
    return Entry(source.story(rng, "feature" if dealt < 0.45 else "brief"))
