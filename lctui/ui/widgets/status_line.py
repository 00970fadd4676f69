"""The bottom line: what the keys do, or what the last one did; at the right, where the reader is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from lctui.text.cells import text_cells
from lctui.ui.drawing import Line


class StatusLine(Widget):
    """One line. A message takes the place of the key hints until the reader moves on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--key", "status--message", "status--error"}

    hints: reactive[Sequence[tuple[str, str]]] = reactive(())
    """Keys and what they do, most wanted first; those that do not fit are left out."""

    position: reactive[str] = reactive("")
    """Where the reader is."""

    progress: reactive[str] = reactive("")
    """What is still being loaded; stands before the position."""

    selecting: reactive[str] = reactive("")
    """What is selected; stands before the position."""

    message: reactive[tuple[str, bool]] = reactive(("", False))
    """What the last key did, and whether it failed to."""

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ambiguous = ambiguous

    def say(self, text: str, *, error: bool = False) -> None:
        """Show what the last key did."""
        self.message = (text, error)

    def render_line(self, y: int) -> Strip:
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        line = Line(self.size.width, self.rich_style, self.ambiguous)
        text, error = self.message
        tail = "  ".join(part for part in (self.progress, self.selecting, self.position) if part)
        if text_cells(f" {text}  {tail} ", self.ambiguous) <= self.size.width or not text:
            line.tail(tail)
        if text:
            # What the last key did matters more than where the reader is: the message is shown whole.
            style = "status--error" if error else "status--message"
            return line.add(" ").add(text, self._component(style)).strip()
        for key, does in self.hints:
            if text_cells(f" {key} {does} ", self.ambiguous) > line.room:
                break
            line.add(" ").add(key, self._component("status--key")).add(f" {does} ")
        return line.strip()

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)
