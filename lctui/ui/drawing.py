"""Lines of the lists and bars: runs of styled text fitted into a number of cells.

A terminal set up for Chinese draws ambiguous-width characters (“ … □) two cells wide, while Textual
counts one. Where the terminal does so, a filler that counts one cell follows each such character in
everything that is drawn; the driver takes the fillers out on the way to the terminal. So what
Textual believes and what the terminal does agree, and every pane stays aligned.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lctui.text.cells import clip, drawable, is_ambiguous, text_cells

FILLER = "\U0010fffd"
"""Counts one cell, is never printed: the last private-use character, which no page has a use for."""


def widen(text: str, ambiguous: int) -> str:
    """The text with a filler after each character that the terminal draws wider than Textual counts."""
    if ambiguous == 1 or text.isascii():
        return text
    return "".join(ch + FILLER if is_ambiguous(ch) else ch for ch in text)


class Line:
    """One line of `width` cells in the making: runs from the left, and a tail at the right edge."""

    def __init__(self, width: int, base: Style, ambiguous: int = 1) -> None:
        self._width = max(0, width)
        self._base = base
        self._ambiguous = ambiguous
        self._segments: list[Segment] = []
        self._tail: list[Segment] = []
        self._used = 0
        self._tail_used = 0
        self._full = False

    @property
    def room(self) -> int:
        """Cells still free."""
        return max(0, self._width - self._used - self._tail_used)

    def tail(self, text: str, style: Style | None = None) -> Line:
        """Put text at the right edge, a blank on either side; dropped where it takes over half the line."""
        cells = text_cells(text, self._ambiguous) + 2
        if text and cells <= self._width // 2:
            drawn = widen(drawable(text), self._ambiguous)
            self._tail = [Segment(" ", self._base), Segment(f"{drawn} ", self._style(style))]
            self._tail_used = cells
        return self

    def add(self, text: str, style: Style | None = None, mark: Style | None = None) -> Line:
        """Add a run, with `mark` over its style; what does not fit is cut, an ellipsis standing for it, which
        is never marked, and nothing follows it."""
        text = drawable(text)
        if self._full or not text:
            return self
        shown = clip(text, self.room, self._ambiguous)
        self._full = shown != text
        usual = self._style(style)
        whole = len(shown) - self._full
        self._segments.append(Segment(widen(shown[:whole], self._ambiguous), usual + mark if mark else usual))
        self._segments.append(Segment(widen(shown[whole:], self._ambiguous), usual))
        self._used += text_cells(shown, self._ambiguous)
        return self

    def add_marked(
        self, text: str, spans: Iterable[tuple[int, int]], style: Style | None, mark: Style
    ) -> Line:
        """Add a run in which the half-open `spans` (sorted, in characters) stand out."""
        at = 0
        for start, end in spans:
            start, end = max(start, at), min(end, len(text))
            if start < end:
                self.add(text[at:start], style)
                self.add(text[start:end], style, mark)
                at = end
        return self.add(text[at:], style)

    def strip(self) -> Strip:
        """The line as Textual wants it, exactly `width` cells."""
        gap = Segment(" " * self.room, self._base)
        strip = Strip([*self._segments, gap, *self._tail])
        return strip.adjust_cell_length(self._width, self._base)

    def _style(self, style: Style | None) -> Style:
        return self._base if style is None else self._base + style
