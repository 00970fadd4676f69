"""What a terminal is sent for a set line: each character as a reader counts them, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from lctui.text.breaking import Line
from lctui.text.cells import cell_widths, clusters, drawable
from lctui.text.charclasses import HALF_WIDTH


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is drawn for characters `start` up to `end`: `drawn`, `cells` wide, `x` cells from the left.

    A blank at the end of a line, and one that was squeezed out, has no cells and draws nothing.
    """

    start: int
    end: int
    x: int
    cells: int
    drawn: str


def glyphs(text: str, line: Line, ambiguous: int = 1) -> list[Glyph]:
    """The glyphs of one line of `text` from left to right, its indent and spread blanks left as gaps."""
    piece = text[line.start : line.end]
    widths = cell_widths(piece, ambiguous)
    visible = len(piece.rstrip(" \u3000\u200b\t\n\r\v\f"))
    spread = dict(line.spread)
    placed: list[Glyph] = []
    x = line.indent
    # Where every character has cells of its own, each stands alone; most lines are like that.
    alone = 0 not in widths and max(piece, default="") < "\U0001f1e6"
    spans = zip(range(len(piece)), range(1, len(piece) + 1), strict=True) if alone else clusters(piece)
    for first, last in spans:
        start = line.start + first
        x += spread.get(start, 0)
        cells, drawn = sum(widths[first:last]), drawable(piece[first:last])
        if first >= visible or start in line.dropped:
            cells, drawn = 0, ""
        elif start in line.narrowed:
            cells, drawn = 1, HALF_WIDTH[piece[first]] + drawn[1:]
        placed.append(Glyph(start, line.start + last, x, cells, drawn))
        x += cells
    return placed
