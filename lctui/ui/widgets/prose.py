"""A short text set by the same rules of line breaking as an article."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from lctui.text.breaking import Line, break_lines
from lctui.text.glyphs import glyphs
from lctui.ui.drawing import widen

LIMIT = 4_000
"""Characters that are set at most: a preview, not a page."""


class Prose(Widget):
    """As high as its text."""

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ambiguous = ambiguous
        self._paragraphs: list[str] = []
        self._set_for = 0
        self._lines: list[tuple[str, Line]] = []

    def update(self, text: str) -> None:
        """Show another text; line ends in it are kept."""
        self._paragraphs = text[:LIMIT].split("\n")
        self._set_for = 0
        self.refresh(layout=True)

    def _set(self, width: int) -> list[tuple[str, Line]]:
        if width != self._set_for:
            self._set_for = width
            self._lines = [
                (paragraph, line)
                for paragraph in self._paragraphs
                for line in break_lines(paragraph, width, ambiguous=self.ambiguous, exact=True)
            ]
        return self._lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._set(max(1, width)))

    def render_line(self, y: int) -> Strip:
        width, base = self.content_size.width, self.rich_style
        lines = self._set(max(1, width))
        if y >= len(lines):
            return Strip.blank(width, base)
        text, line = lines[y]
        drawn, x = "", 0
        for glyph in glyphs(text, line, self.ambiguous):
            drawn += " " * (glyph.x - x) + glyph.drawn
            x = glyph.x + glyph.cells
        return Strip([Segment(widen(drawn, self.ambiguous), base)]).adjust_cell_length(width, base)
