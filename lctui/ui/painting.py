"""Rows of a set article as strips: which characters get which style, and where they stand.

Styles come from the widget's component classes; what each means also differs without colours (bold,
reverse, underline, a bar in the margin), so that a page reads the same under NO_COLOR.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style

from lctui.model import Match
from lctui.text.cells import text_cells
from lctui.text.glyphs import Glyph, glyphs
from lctui.ui.blocks import Block
from lctui.ui.drawing import widen
from lctui.ui.typeset import Layout, Row

COMPONENTS = {
    "article--column", "article--kicker", "article--title", "article--subtitle", "article--byline",
    "article--subhead", "article--caption", "article--frame", "article--note", "article--mark",
    "article--match", "article--match-current", "article--selection", "article--cursor",
    "article--repair", "article--number",
}  # fmt: skip

_STYLE_OF = {
    "column": "column",
    "kicker": "kicker",
    "title": "title",
    "derived": "title",
    "subtitle": "subtitle",
    "byline": "byline",
    "subhead": "subhead",
    "caption": "caption",
    "frame": "frame",
    "note": "note",
}


@dataclass(frozen=True, slots=True)
class Highlight:
    """Characters `start` up to `end` of block `block`, drawn over with the component `style`."""

    block: int
    start: int
    end: int
    style: str


class MatchMarks:
    """The matches of an article as highlights, found by row however many there are."""

    def __init__(self, layout: Layout, matches: Sequence[Match], current: int) -> None:
        self._layout = layout
        self._marks: dict[int, list[Highlight]] = {}
        for number, match in enumerate(matches):
            place = layout.place_of(match.field, match.paragraph, match.start, match.end)
            if place is not None:
                style = "match-current" if number == current else "match"
                self._marks.setdefault(place[0], []).append(Highlight(*place, style))
        for marks in self._marks.values():
            # The current one is drawn last, over one that it overlaps.
            marks.sort(key=lambda mark: (mark.start, mark.style == "match-current"))
        self._longest = max((m.end - m.start for marks in self._marks.values() for m in marks), default=0)

    def on(self, row: Row) -> list[Highlight]:
        """The highlights that reach into a row."""
        marks = self._marks.get(row.block)
        if not marks or row.line is None:
            return []
        first = bisect_left(marks, row.line.start - self._longest, key=lambda mark: mark.start)
        last = bisect_left(marks, row.line.end, key=lambda mark: mark.start)
        return marks[first:last]


class Painter:
    """Draws rows of one layout; `styles` maps component names (without `article--`) to styles."""

    def __init__(self, layout: Layout, base: Style, styles: Mapping[str, Style]) -> None:
        self._layout = layout
        self._base = base
        self._styles = styles
        self._ambiguous = layout.setting.ambiguous

    def segments(self, index: int, highlights: Sequence[Highlight] = ()) -> list[Segment]:
        """Row number `index` from the column's left edge to its right, exactly `layout.width` cells wide
        or, with hanging marks, up to two more; the `highlights` of its block are drawn over it."""
        layout = self._layout
        if not 0 <= index < len(layout.rows):
            return [Segment(" " * layout.width, self._base)]
        row = layout.rows[index]
        if row.line is None:
            return self._fill([*self._gap(row.x), *self._drawn(row)])
        block = layout.blocks[row.block]
        styled = self._glyphs(row, block, highlights)
        return self._fill(styled)

    def _drawn(self, row: Row) -> list[Segment]:
        if not row.drawn:
            return []
        style = self._styles["note" if row.role == "note" else "frame"]
        return [Segment(widen(row.drawn, self._ambiguous), self._base + style)]

    def _gap(self, cells: int, style: Style | None = None) -> list[Segment]:
        return [Segment(" " * cells, style or self._base)] if cells > 0 else []

    def _fill(self, segments: list[Segment]) -> list[Segment]:
        used = sum(segment.cell_length for segment in segments)
        return segments + self._gap(self._layout.width - used)

    def _glyphs(self, row: Row, block: Block, highlights: Sequence[Highlight]) -> list[Segment]:
        assert row.line is not None
        plain = self._base + self._styles.get(_STYLE_OF.get(row.role, ""), Style.null())
        over = [
            Highlight(row.block, start, end, "repair")
            for start, end in block.marks
            if start < row.line.end and row.line.start < end
        ]
        over += highlights
        found: list[Segment] = []
        run, run_style, x = "", plain, 0
        boxed = row.role == "box" and self._layout.framed
        if boxed:
            found, x = self._side(), self._side_x + 1
        if row.role == "source" and row.line.start == 0:
            number = f"{block.number:>{max(0, row.x - 1)}} "[: row.x]
            found, x = [Segment(number, self._base + self._styles["number"])], len(number)
        for glyph in glyphs(block.text, row.line, self._ambiguous):
            style = self._over(plain, glyph, over)
            at = row.x - row.line.indent + glyph.x if block.centred else row.x + glyph.x
            if style != run_style or at != x:
                if run:
                    found.append(Segment(widen(run, self._ambiguous), run_style))
                # Blanks that justification put between two highlighted characters belong to them.
                gap_style = style if style is run_style and found else self._base
                found += self._gap(at - x, gap_style)
                run, run_style, x = "", style, at
            run += glyph.drawn
            x += glyph.cells
        if run:
            found.append(Segment(widen(run, self._ambiguous), run_style))
        if row.drawn:
            found.append(Segment(widen(row.drawn, self._ambiguous), self._base + self._styles["note"]))
            x += text_cells(row.drawn, self._ambiguous)
        if boxed:
            found += self._gap(self._layout.width - self._side_x - 1 - x) + self._side(right=True)
        return found

    def _over(self, style: Style, glyph: Glyph, over: Sequence[Highlight]) -> Style:
        for highlight in over:
            if highlight.start < glyph.end and glyph.start < highlight.end:
                style += self._styles[highlight.style]
        return style

    @property
    def _side_x(self) -> int:
        return self._layout.frame_x

    def _side(self, *, right: bool = False) -> list[Segment]:
        """The side of a box."""
        side = Segment("|" if self._ambiguous == 2 else "│", self._base + self._styles["frame"])
        return [side] if right else [*self._gap(self._side_x), side]


def bar(ambiguous: int) -> str:
    """The reading mark: one cell, left of the text."""
    return "|" if ambiguous == 2 else "▎"
