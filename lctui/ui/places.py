"""From a place in the text to the cell that shows it, and from a cell to the place under it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from lctui.quoting.quote import Position
from lctui.text.glyphs import Glyph, glyphs
from lctui.ui.typeset import Layout, Setting

MARGIN = 3
"""Cells left of the text: the reading mark, and air either side of it."""

_GUTTER = 6
"""Cells between two columns; the reading mark of the right one stands in it."""

_NARROWEST = 36
"""Cells that a column of two is at least wide: below, one column reads better."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a pane of `width` by `height` cells is divided: `columns` (1 or 2) of text `measure` cells
    wide, one continuing the other, in the middle of the pane. `depth` is the rows of the left one."""

    width: int
    height: int
    columns: int
    measure: int
    depth: int

    @classmethod
    def fit(cls, width: int, height: int, setting: Setting) -> Frame:
        """The frame for a pane; one column where two would be too narrow."""
        wanted = 2 * setting.measure
        right = 2 if setting.hanging else 1
        half = (width - MARGIN - right - _GUTTER) // 2
        if setting.columns == 2 and half >= min(wanted, _NARROWEST):
            return cls(width, height, 2, max(1, min(wanted, half) // 2 * 2), height)
        room = max(1, width - MARGIN - right)
        return cls(width, height, 1, min(wanted, room) // 2 * 2 or 1, height)

    @property
    def rows(self) -> int:
        """Rows that are shown at a time."""
        return max(1, self.height) * self.columns

    def of(self, rows: int) -> Frame:
        """The same frame for an article of so many rows: where all are in sight, two columns are even."""
        depth = (rows + 1) // 2 if self.columns == 2 and rows <= self.rows else self.height
        return self if depth == self.depth else replace(self, depth=depth)

    def row(self, column: int, y: int, top: int) -> int:
        """The row that line `y` of a column shows where row `top` is the first; -1 for none."""
        return top + column * self.depth + y if y < self.depth or column else -1

    def left(self, column: int) -> int:
        """Where the text of a column starts, in cells from the left edge of the pane."""
        used = self.columns * self.measure + (self.columns - 1) * _GUTTER
        first = max(MARGIN, (self.width - used) // 2)
        return first + column * (self.measure + _GUTTER)

    def cell(self, x: int, y: int, top: int) -> tuple[int, int]:
        """The (row, cells from the left of the text) under cell (x, y) where row `top` is the first."""
        column = 1 if self.columns == 2 and x >= self.left(1) - _GUTTER // 2 else 0
        return top + column * self.depth + min(y, self.depth - 1), x - self.left(column)


def row_glyphs(layout: Layout, row: int) -> list[Glyph]:
    """The glyphs of a row, `x` from the left of the text; none for a frame or a blank line."""
    shown = layout.rows[row]
    if shown.line is None:
        return []
    shift = shown.x - (shown.line.indent if layout.blocks[shown.block].centred else 0)
    found = glyphs(layout.blocks[shown.block].text, shown.line, layout.setting.ambiguous)
    return [Glyph(g.start, g.end, g.x + shift, g.cells, g.drawn) for g in found]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A row, held so that it is found again in the same article set otherwise: character `offset` of block
    number `block` of a paragraph (None: of the headline), and `beyond` rows without text after it. `at` is
    the place in the reading text, the very start for the headline."""

    at: Position
    paragraph: int | None = None
    block: int = 0
    offset: int = 0
    beyond: int = 0

    @classmethod
    def of(cls, at: Position) -> Anchor:
        """The row of a place in the reading text; the very start has the headline above it."""
        return START if at == START.at else cls(at, at.paragraph, 0, at.offset)


START = Anchor(Position(0, 0))
"""The very first row."""


def anchor_at(layout: Layout, row: int) -> Anchor:
    """What holds row number `row`."""
    first = row
    while row > 0 and layout.rows[row].line is None:
        row -= 1
    shown = layout.rows[row] if layout.rows else None
    if shown is None or shown.line is None:
        return START
    paragraph = layout.blocks[shown.block].paragraph
    number = shown.block - layout.blocks_showing(paragraph).start
    return Anchor(layout.position_at(row), paragraph, number, shown.line.start, first - row)


def anchored_row(layout: Layout, anchor: Anchor) -> int:
    """The row that an anchor holds."""
    blocks = layout.blocks_showing(anchor.paragraph)
    if anchor == START or not blocks:
        return 0
    # Fewer blocks than there were: the paragraph is no longer shown as the page has it.
    row = layout.row_of(anchor.at)
    if anchor.block < len(blocks):
        row = layout.row_in(blocks.start + anchor.block, anchor.offset)
    for ahead in range(row + 1, row + 1 + anchor.beyond):
        if ahead == len(layout.rows) or layout.rows[ahead].line is not None:
            break
        row = ahead
    return row


def cell_of(layout: Layout, at: Position) -> tuple[int, int]:
    """The (row, cells from the left of the text) where the character at a place stands."""
    row = layout.row_of(at)
    placed = row_glyphs(layout, row)
    return row, next((g.x for g in placed if at.offset < g.end), placed[-1].x if placed else 0)


def place_at(layout: Layout, row: int, x: int) -> Position:
    """The place nearest to `x` in a row; rows that show no text of a paragraph lead to the nearest that
    does."""
    text_row = _text_row(layout, row)
    if text_row is None:
        return Position(0, 0)
    block = layout.blocks[layout.rows[text_row].block]
    placed = [g for g in row_glyphs(layout, text_row) if g.start < block.length]
    if not placed or block.paragraph is None:
        return layout.position_at(text_row)
    for glyph, after in pairwise(placed):
        if x < after.x:
            return Position(block.paragraph, glyph.start)
    return Position(block.paragraph, placed[-1].start)


def _text_row(layout: Layout, row: int) -> int | None:
    """The row itself if it shows text of a paragraph, else the nearest one before, else after it."""
    row = max(0, min(row, len(layout.rows) - 1))
    order = [*range(row, -1, -1), *range(row + 1, len(layout.rows))]
    return next((at for at in order if _is_text(layout, at)), None)


def line_start(layout: Layout, at: Position) -> Position:
    """The first place of the screen line that shows `at`."""
    return place_at(layout, layout.row_of(at), -1)


def line_end(layout: Layout, at: Position) -> Position:
    """The last place of the screen line that shows `at`."""
    return place_at(layout, layout.row_of(at), layout.width + 4)


def line_step(layout: Layout, at: Position, by: int, goal: int) -> Position:
    """The place under cell `goal` of the text line that is `by` text lines further on."""
    row = layout.row_of(at)
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        ahead = row + step
        while 0 <= ahead < len(layout.rows) and not _is_text(layout, ahead):
            ahead += step
        if not 0 <= ahead < len(layout.rows):
            break
        row = ahead
    return place_at(layout, row, goal)


def _is_text(layout: Layout, row: int) -> bool:
    shown = layout.rows[row]
    return shown.line is not None and layout.blocks[shown.block].paragraph is not None
