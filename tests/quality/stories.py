"""Articles to typeset: what a desk hands to the page, before any typesetting.

Writers' names and places are made up from common syllables or taken from a list of cities and
counties; texts come from a collection (`corpus`) or from a grammar of words (`grammar`).
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

Kind = Literal["report", "commentary", "photo"]

with Path(__file__).with_name("words.toml").open("rb") as _file:
    WORDS: dict[str, Any] = tomllib.load(_file)
PLACES: list[str] = WORDS["places"]
COLUMNS: list[str] = WORDS["columns"]
COMMENTARY_COLUMNS: list[str] = WORDS["commentary_columns"]
_SURNAMES, _GIVEN = "".join(WORDS["surnames"]), "".join(WORDS["given"])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the desk wrote it, full-width punctuation and half-width figures."""

    text: str
    subhead: bool = False


@dataclass(frozen=True, slots=True)
class Writers:
    """The people who signed an article, by role, in printed order."""

    people: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def by_role(self) -> dict[str, tuple[str, ...]]:
        """Role → names."""
        return dict(self.people)


@dataclass(frozen=True, slots=True)
class Story:
    """An article as it goes to the page; typesetting decides how its parts are printed."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    kind: Kind = "report"
    kicker: str = ""
    subtitle: str = ""
    column: str = ""
    writers: Writers = Writers()
    place: str | None = None
    cut: int = 0
    """Where the title may be broken over two lines: between two words, near its middle."""

    @property
    def length(self) -> int:
        """Characters of the body."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def simple(story: Story) -> bool:
    """Whether the story is short and undivided; no other is ever printed without a headline."""
    return story.length <= 560 and not any(paragraph.subhead for paragraph in story.paragraphs)


class Source(Protocol):
    """Where stories come from."""

    name: str

    def story(self, rng: random.Random, size: str) -> Story:
        """A story without writers; `size` is "feature", "brief" or "caption"."""


def person(rng: random.Random) -> str:
    """An invented name of two to four characters."""
    surname = rng.choice(WORDS["compound_surnames"]) if rng.random() < 0.04 else rng.choice(_SURNAMES)
    given = 1 if rng.random() < 0.3 else 2
    return surname + "".join(rng.choice(_GIVEN) for _ in range(given))


def people(rng: random.Random, low: int, high: int) -> tuple[str, ...]:
    """From `low` to `high` different names."""
    names: list[str] = []
    while len(names) < rng.randint(low, high):
        name = person(rng)
        if name not in names:
            names.append(name)
    return tuple(names)


def writers(rng: random.Random, roles: tuple[str, ...]) -> Writers:
    """One to three names for the first role, fewer for each further one."""
    return Writers(tuple((role, people(rng, 1, 2 if at else 3)) for at, role in enumerate(roles)))
