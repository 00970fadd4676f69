"""An article set in screen lines: what stands on each row and which characters of the article it shows.

Values only, no widget. An article becomes *blocks* (headline parts, paragraphs, marks), each block *rows*
by the breaking rules of `lctui.text.breaking`. Positions are offsets into the reading text; rows are found
from them and they from rows by bisection, so that selection, matches and reading position never depend on
how the lines happen to fall.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lctui.i18n import tr
from lctui.model import Article, Field
from lctui.quoting.quote import Position
from lctui.text.breaking import Line, iter_lines
from lctui.text.cells import clip, text_cells
from lctui.ui.blocks import NUMBER, Block, Role, blocks_of
from lctui.ui.pagesource import PageSource

_ROOMY = 32
"""Cells of width below which nothing stands in."""

_FRAMED = 12
"""Cells of width below which a box has no frame."""

_RUNNING = frozenset(("text", "caption", "box"))
"""Roles of running text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article is set.

    `measure` is the characters (of two cells) a line holds at most. `gap` puts air between paragraphs,
    `justify` fills the lines, `hanging` lets 、，。 hang beyond them, `squeeze` lets a mark at a line's end
    have half its width. `ambiguous` (1 or 2) is the cells of ambiguous-width characters; `columns` (1 or 2)
    how many stand side by side where there is room.
    """

    measure: int = 40
    gap: bool = False
    justify: bool = False
    hanging: bool = False
    ambiguous: int = 1
    columns: int = 1
    squeeze: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One screen line: `line` of the text of block number `block`, `x` cells from the column's left edge,
    and `drawn` after it (that the text breaks off). A row without a line shows `drawn` alone (a frame)."""

    role: Role
    block: int
    line: Line | None = None
    x: int = 0
    drawn: str = ""


class Layout:
    """The rows of one article, `width` cells wide.

    Rows come block by block, as they are asked for: `grow()` sets more of the article, `finished` says
    whether all is set. What is asked of the part that is not set yet is answered with its last row.
    """

    def __init__(
        self, article: Article, width: int, setting: Setting, source: PageSource | None = None
    ) -> None:
        self.article = article
        self.width = width
        self.setting = setting
        self.source = source
        self.blocks = blocks_of(article, source)
        self.rows: list[Row] = []
        self.finished = False
        self._keys: list[tuple[int, int]] = []  # (block, start) of each row, ascending
        self._blocks_of: dict[int | None, range] = {}
        for index, block in enumerate(self.blocks):
            first = self._blocks_of.get(block.paragraph, range(index, index)).start
            self._blocks_of[block.paragraph] = range(first, index + 1)
        self._setting = self._set()

    def grow(self, rows: int = 1) -> bool:
        """Set at least `rows` more rows, if there are; whether the article is now finished."""
        for _ in range(rows):
            row = next(self._setting, None)
            if row is None:
                self.finished = True
                break
            self.rows.append(row)
            if row.line is not None:
                self._keys.append((row.block, row.line.start))
            else:
                self._keys.append(self._keys[-1] if self._keys else (row.block, -1))
        return self.finished

    def complete(self) -> Layout:
        """Set all that is left."""
        while not self.grow(1024):
            pass
        return self

    def _set(self) -> Iterator[Row]:
        before: Block | None = None
        for index, block in enumerate(self.blocks):
            after = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
            if before is not None and self._air_between(before, block):
                yield Row("air", index - 1)
            framed = block.role == "box" and self.framed
            if framed and not (before and before.role == "box"):
                yield Row("frame", index, x=self.frame_x, drawn=self._frame("┌┐"))
            yield from self._set_block(index, block)
            if framed and not (after and after.role == "box"):
                yield Row("frame", index, x=self.frame_x, drawn=self._frame("└┘"))
            before = block

    def _set_block(self, index: int, block: Block) -> Iterator[Row]:
        setting = self.setting
        inset = block.inset if self.width >= _ROOMY else 0
        if block.role == "box" and self.framed:
            inset = self.frame_x + 2
        room = self.width - 2 * inset
        own = block.role == "source"
        if own or block.inset == NUMBER:
            inset = min(NUMBER, self.width // 4)
            room = self.width - inset
        if block.centred:
            room = balanced(block.text, room, setting.ambiguous)
        lines = iter_lines(
            block.text,
            room,
            indent=block.indent,
            ambiguous=setting.ambiguous,
            hanging=setting.hanging and block.role in ("text", "caption"),
            justify=setting.justify and not block.centred and not own,
            # Headlines and notes have room; only running text is worth squeezing.
            exact=not setting.squeeze or block.role not in _RUNNING,
        )
        for line in lines:
            x = max(0, (self.width - line.cells) // 2) if block.centred else inset
            if not block.gap or line.end < len(block.text):
                yield Row(block.role, index, line, x)
                continue
            mark = clip(tr("〔下文残缺〕"), room, setting.ambiguous)
            fits = x + line.cells + text_cells(mark, setting.ambiguous) <= self.width - inset
            yield Row(block.role, index, line, x, mark if fits else "")
            if not fits:
                yield Row("note", index, x=inset, drawn=mark)

    def _air_between(self, before: Block, after: Block) -> bool:
        if before.paragraph is None or after.paragraph is None:
            return after.paragraph is not None or (before.role == "column")
        if before.paragraph == after.paragraph:
            return False
        if before.role == after.role == "text":
            return self.setting.gap
        return not (before.role == after.role == "box")

    @property
    def framed(self) -> bool:
        """Whether there is room for the frame of a box."""
        return self.width >= _FRAMED

    @property
    def frame_x(self) -> int:
        """Where the frame of a box stands, in cells from either edge."""
        return 2 if self.width >= _ROOMY else 0

    def _frame(self, corners: str) -> str:
        cells = self.width - 2 * self.frame_x
        if self.setting.ambiguous == 2:
            return "+" + "-" * max(0, cells - 2) + "+"
        return corners[0] + "─" * max(0, cells - 2) + corners[1]

    # From places in the article to rows and back.

    def row_of(self, at: Position) -> int:
        """The row that shows `at`."""
        blocks = self._blocks_of.get(at.paragraph)
        if blocks is None:
            return 0
        return self.row_in(blocks.start, at.offset if self.blocks[blocks.start].length else 0)

    def blocks_showing(self, paragraph: int | None) -> range:
        """The numbers of the blocks that show a paragraph; None: the headline."""
        return self._blocks_of.get(paragraph, range(0))

    def has(self, at: Position) -> bool:
        """Whether the row that shows `at`, if there is one, is set."""
        blocks = self._blocks_of.get(at.paragraph, range(len(self.blocks), len(self.blocks)))
        return self.finished or bool(self._keys and self._keys[-1] > (blocks.start, at.offset))

    def place_of(self, field: Field, paragraph: int, start: int, end: int) -> tuple[int, int, int] | None:
        """The (block, start, end) of characters of a field, as matches name them; None where not shown."""
        if field == "body":
            blocks = self._blocks_of.get(paragraph)
            if blocks is None or paragraph < 0:
                return None
            return blocks.start, start, min(end, self.blocks[blocks.start].length)
        for index, block in enumerate(self.blocks):
            for shown, first, last in block.shows:
                if shown == field:
                    return index, first + start, min(first + end, last)
        return None

    def row_of_field(self, field: Field, paragraph: int, offset: int) -> int:
        """The row that shows a place of a field."""
        place = self.place_of(field, paragraph, offset, offset + 1)
        return 0 if place is None else self.row_in(place[0], place[1])

    def row_in(self, block: int, offset: int) -> int:
        """The row that shows character `offset` of block number `block`."""
        found = bisect_right(self._keys, (block, offset)) - 1
        # Frames and air have the key of the row before them.
        while found > 0 and self.rows[found].line is None:
            found -= 1
        return max(0, found)

    def rows_of_paragraph(self, paragraph: int) -> range:
        """The rows of a paragraph, without air and frames."""
        blocks = self._blocks_of.get(paragraph)
        if blocks is None:
            return range(0)
        first = bisect_left(self._keys, (blocks.start, 0))
        last = bisect_left(self._keys, (blocks.stop, 0))
        while first < last and self.rows[first].line is None:
            first += 1
        while last > first and self.rows[last - 1].line is None:
            last -= 1
        return range(first, last)

    def paragraph_at(self, row: int) -> int | None:
        """The paragraph of a row, None in the headline; air belongs to what precedes it."""
        if not 0 <= row < len(self.rows):
            return None
        return self.blocks[self.rows[row].block].paragraph

    def position_at(self, row: int) -> Position:
        """Where in the article a row starts; the very start for rows of the headline."""
        while 0 <= row < len(self.rows):
            shown = self.rows[row]
            paragraph = self.blocks[shown.block].paragraph
            if shown.line is not None:
                if paragraph is None:
                    break
                return Position(paragraph, min(shown.line.start, self.blocks[shown.block].length))
            row -= 1
        return Position(0, 0)


def balanced(text: str, room: int, ambiguous: int = 1) -> int:
    """The smallest measure that sets a headline in as few lines as `room` does: its lines are even then."""
    if text_cells(text, ambiguous) <= room:
        return room
    wanted = len(list(iter_lines(text, room, ambiguous=ambiguous, exact=True)))
    low, high = room // 2, room
    if wanted > 4:  # no headline
        return room
    while low < high:
        middle = (low + high) // 2
        if len(list(iter_lines(text, middle, ambiguous=ambiguous, exact=True))) <= wanted:
            high = middle
        else:
            low = middle + 1
    return high
