"""The values between blocks and articles: drafts of articles and the headline runs between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lctui.ingest.block import Block
from lctui.ingest.roles import Line


@dataclass(slots=True, eq=False)
class Draft:
    """An article in the making. `blocks` are its body in reading order, `subheads` the headline blocks
    inside it that turned out to be subheads; `start` is its place in the order of blocks. `opened` tells
    that a byline or a dateline opens it, `signed` that a byline ends it, `closed` that nothing can follow,
    `caption` that it is a picture's caption set apart from a body."""

    start: int
    blocks: list[Block] = field(default_factory=list)
    byline_lines: list[Line] = field(default_factory=list)
    subheads: list[Block] = field(default_factory=list)
    boxes: list[list[Line]] = field(default_factory=list)
    opened: bool = False
    closed: bool = False
    signed: bool = False
    caption: bool = False
    healed: set[int] = field(default_factory=set)
    """Numbers of the lines at which a healed continuation begins."""
    followed: Draft | None = None
    """The draft that the last lines at this one's place turned out to belong to, where it is another."""
    enclosed: bool = False
    """Whether it stands right below what it cuts, with no headline between."""
    label: Line | None = None
    """The name of its column, where that stands over it and its headline below."""
    merged: Draft | None = None
    """The draft that this one turned out to be part of."""

    @property
    def whole(self) -> Draft:
        """The draft that holds what this one held."""
        draft = self
        while draft.merged is not None:
            draft = draft.merged
        return draft

    @property
    def text(self) -> str:
        return "".join(line.text for block in self.blocks for line in block.lines)


@dataclass(slots=True, eq=False)
class Run:
    """Headline lines that stand together, and the drafts above and below them."""

    blocks: list[Block]
    above: Draft | None = None
    below: Draft | None = None

    @property
    def lines(self) -> list[Line]:
        return [line for block in self.blocks for line in block.lines]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


@dataclass(slots=True, eq=False)
class Piece:
    """A stretch of body that was joined to a draft standing elsewhere."""

    owner: Draft


Item = Draft | Run | Piece
