"""Less over the wire: what a frame changes on the screen, and nothing else.

Textual repaints whole widgets, names every colour in full for every run, and often paints the same cells
two or three times for one key. Over SSH on a slow line that is what a reader waits for. Here each frame
is drawn on a picture of the screen, and only the cells that differ from what the terminal shows are
sent, with the cursor moves and colour changes that are really needed.

A frame consists of cursor positions, colours (SGR), text and line ends. What else may come (start and end
of the full-screen mode, queries) is passed on as it is; after it nothing is taken for known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lctui.text.cells import cell_widths, clusters, is_ambiguous
from lctui.ui.drawing import FILLER

_TOKEN = re.compile(
    r"\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    r"|\x1b\[(?P<style>[\d;]*)m"
    r"|(?P<end>\n)"
    # Bracketing of updates, focus and mouse reports, key protocol, queries: nothing on the screen changes.
    r"|(?P<kept>\x1b\[\?(?:2026|1000|1002|1003|1004|1006|1015|1016|2004|2048|25|7)[hl]"
    r"|\x1b\[\?\d+\$p|\x1b\[[<>][\d;]*u|\x1b\]22;[^\x1b\x07]*(?:\x1b\\|\x07))"
    r"|(?P<text>[^\x1b\n]+)"
    r"|(?P<unknown>\x1b?(?s:.)[^\x1b\n]*)"
)

ENTER = "\x1b[?1049h"
"""The alternate screen, empty at first: entered at the start, and after the reader was suspended."""

GAP = 3
"""Unchanged cells that are sent again rather than jumped over: a jump takes six bytes or more."""

Cell = tuple[str, str]
"""A character with all that belongs to it, and its style as SGR parameters."""

_UNKNOWN: Cell = ("\0", "")
_REST: Cell = ("", "")
"""The second cell of a wide character."""


class Frames:
    """What the terminal shows, and what must be sent to make it show the next frame."""

    def __init__(self, ambiguous: int = 1) -> None:
        self.ambiguous = ambiguous
        self._size = (0, 0)
        self._shown: list[list[Cell]] = []
        self._wanted: list[list[Cell]] = []
        self._touched: dict[int, tuple[int, int]] = {}
        self._at: tuple[int, int] | None = None
        self._style: str | None = None
        self._row = self._column = 0
        self._pen = ""

    def resized(self, columns: int, rows: int) -> None:
        """Note the size of the screen that the next frame is for; of another one nothing is known."""
        if (columns, rows) != self._size:
            self._size = (columns, rows)
            self._wanted = [[_UNKNOWN] * columns for _ in range(rows)]
            self._forget()

    def repaint(self) -> None:
        """The terminal may show anything: with the next frame everything is sent again."""
        self._forget()
        self._touched = dict.fromkeys(range(self._size[1]), (0, self._size[0]))

    def _forget(self) -> None:
        columns, rows = self._size
        self._shown = [[_UNKNOWN] * columns for _ in range(rows)]
        self._touched = {}
        self._at = self._style = None

    def picture(self) -> list[list[Cell]]:
        """The cells of the screen as they should be, row by row."""
        return [list(row) for row in self._wanted]

    def reduce(self, data: str) -> str:
        """What to send for `data`, a frame or part of one."""
        sent: list[str] = []
        moved = False
        for token in _TOKEN.finditer(data):
            kind = token.lastgroup
            if kind == "column":
                self._row, self._column = int(token["row"]) - 1, int(token["column"]) - 1
                moved = True
            elif kind == "style":
                self._pen = "" if token["style"] in ("", "0") else token["style"]
            elif kind == "text":
                self._draw(token["text"])
            elif kind == "end":
                self._row, self._column = self._row + 1, 0
            elif kind == "kept":
                sent += [self._changes(), token["kept"]]
            else:
                sent += [self._changes(), token[0]]
                if token[0] == ENTER:
                    self.repaint()
                else:
                    self._forget()
        sent.append(self._changes())
        if moved and self._at is not None and self._at != (self._row, self._column):
            # Where the frame leaves the cursor: input methods open their window there.
            sent.append(f"\x1b[{self._row + 1};{self._column + 1}H")
            self._at = (self._row, self._column)
        return "".join(sent)

    def _draw(self, text: str) -> None:
        """Put text on the wanted screen, from the pen's place on."""
        if not 0 <= self._row < len(self._wanted):
            return
        row, pen = self._wanted[self._row], self._pen
        start = column = self._column
        limit = len(row)
        if 0 < start < limit and row[start] == _REST:
            # Half of a wide character is overwritten: terminals blank the other half.
            row[start - 1] = (" ", pen)
            self._touch(start - 1, start)
        for cluster, width in _cells(text, self.ambiguous):
            if width == 0:
                if column and column <= limit and row[column - 1] != _REST:
                    row[column - 1] = (row[column - 1][0] + cluster, row[column - 1][1])
                continue
            if column + width > limit:
                break
            row[column] = (cluster, pen)
            if width == 2:
                row[column + 1] = _REST
            column += width
        self._column = column
        if start < column < limit and row[column] == _REST:
            row[column] = (" ", pen)
            self._touch(column, column + 1)
        if start < column:
            self._touch(start, column)

    def _touch(self, start: int, end: int) -> None:
        """Note that cells of the pen's row were drawn."""
        low, high = self._touched.get(self._row, (start, end))
        self._touched[self._row] = (min(low, start), max(high, end))

    def _changes(self) -> str:
        """What makes the terminal show what is wanted; it is then taken to show it."""
        sent: list[str] = []
        for number in sorted(self._touched):
            low, high = self._touched[number]
            shown, wanted = self._shown[number], self._wanted[number]
            column = low
            while column < high:
                if shown[column] == wanted[column]:
                    column += 1
                    continue
                end = self._end_of_change(shown, wanted, column, high)
                if wanted[column] == _REST and column:
                    column -= 1
                self._send(sent, number, column, end, wanted)
                column = end
            shown[low:high] = wanted[low:high]
        self._touched.clear()
        return "".join(sent)

    def _end_of_change(self, shown: list[Cell], wanted: list[Cell], start: int, high: int) -> int:
        """Where the stretch to send ends: short runs of unchanged cells are taken along."""
        end = last = start + 1
        while end < high and end - last <= GAP:
            if shown[end] != wanted[end]:
                last = end + 1
            end += 1
        while last < len(wanted) and wanted[last] == _REST:
            last += 1
        return last

    def _send(self, sent: list[str], row: int, start: int, end: int, wanted: list[Cell]) -> None:
        if self._at != (row, start):
            sent.append(_move(self._at, row, start))
        for column in range(start, end):
            text, style = wanted[column]
            if not text:
                continue
            if style != self._style:
                sent.append(_change(self._style, style))
                self._style = style
            sent.append(text)
        # In the last column terminals differ on where the cursor is.
        self._at = (row, end) if end < self._size[0] else None


def _cells(text: str, ambiguous: int) -> list[tuple[str, int]]:
    """The characters of a text as a reader counts them, each with its cells."""
    if text.isascii():
        return [(character, 1) for character in text]
    if ambiguous == 2:
        return _wide_cells(text)
    widths = cell_widths(text)
    return [(text[start:end], sum(widths[start:end])) for start, end in clusters(text)]


def _wide_cells(text: str) -> list[tuple[str, int]]:
    """The same where ambiguous characters are wide: each comes with a filler, unless a pane's edge cut it."""
    found: list[tuple[str, int]] = []
    widths = cell_widths(text)
    for start, end in clusters(text):
        cluster, width = text[start:end], sum(widths[start:end])
        if cluster == FILLER:
            # The character it belongs to stands before it, or was cut off with the edge.
            previous = found[-1] if found else None
            if previous and previous[1] == 1 and is_ambiguous(previous[0][0]):
                found[-1] = (previous[0], 2)
            else:
                found.append((" ", 1))
        else:
            found.append((cluster, width))
    return [
        (" ", 1) if width == 1 and is_ambiguous(cluster[0]) else (cluster, width) for cluster, width in found
    ]


def _move(at: tuple[int, int] | None, row: int, column: int) -> str:
    """The shortest way for the cursor."""
    if at is not None and at[0] == row and column > at[1]:
        by = column - at[1]
        return "\x1b[C" if by == 1 else f"\x1b[{by}C"
    if at is not None and row == at[0] + 1 and column == 0:
        return "\r\n"
    return f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H"


@lru_cache(maxsize=4096)
def _change(old: str | None, new: str) -> str:
    """The SGR sequence from one style to another; only what differs, where that is shorter."""
    full = f"\x1b[0;{new}m" if new else "\x1b[m"
    if old is None:
        return full
    before, after = _parts(old), _parts(new)
    if any(key not in after for key in before):
        return full
    parts = [value for key, value in after.items() if before.get(key) != value]
    short = f"\x1b[{';'.join(parts)}m"
    return short if len(short) < len(full) else full


@lru_cache(maxsize=4096)
def _parts(style: str) -> dict[str, str]:
    """A style's foreground, background and attributes, each with its parameters."""
    found: dict[str, str] = {}
    numbers = style.split(";") if style else []
    at = 0
    while at < len(numbers):
        number = numbers[at]
        size = 1
        if number in ("38", "48"):
            size = 5 if numbers[at + 1 : at + 2] == ["2"] else 3
            key = "fg" if number == "38" else "bg"
        elif number[:1] in "39" and len(number) == 2:
            key = "fg"
        elif (number[:1] == "4" and len(number) == 2) or (number[:2] == "10" and len(number) == 3):
            key = "bg"
        else:
            key = number
        found[key] = ";".join(numbers[at : at + size])
        at += size
    return found
