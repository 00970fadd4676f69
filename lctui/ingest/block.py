"""A block: lines of the page that are one thing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from lctui.ingest.roles import Line


class Kind(Enum):
    PROSE = "prose"
    HEAD = "head"
    BYLINE = "byline"
    FURNITURE = "furniture"
    BOX = "box"


@dataclass(slots=True)
class Block:
    """Consecutive lines of one kind.

    `column` is the em width of the column a body block is set in, `even` tells whether its lines agree
    on it, `verse` that its lines are verses, `spread` that blank lines stand between all of them,
    `caption` that it is a picture's caption standing among bodies.
    """

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    column: float = 0.0
    even: bool = True
    verse: bool = False
    spread: bool = False
    caption: bool = False

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def bracketed(self) -> bool:
        """Whether brackets stand around all of it, as around writers named at the end of an article."""
        return self.first.text[:1] in ("（", "(") and self.last.text[-1:] in ("）", ")")

    @property
    def text(self) -> str:
        """Its lines one after the other."""
        return "".join(line.text for line in self.lines)
