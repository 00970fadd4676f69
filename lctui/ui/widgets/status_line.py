"""The bottom line: what the keys do, or what the last one did; at the right, where the reader is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from lctui.text.cells import text_cells
from lctui.ui.drawing import Line


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as it is written, what it does, and the key itself, which a click on the hint presses.

    What `stays` is shown before all others, though it may stand after them: who is lost needs help, or out.
    """

    keys: str
    does: str
    press: str
    stays: bool = False


class StatusLine(Widget):
    """One line. A message takes the place of the key hints until the reader moves on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--key", "status--message", "status--error"}

    hints: reactive[Sequence[Hint]] = reactive(())
    """What the keys do, most wanted first; what does not fit is left out."""

    position: reactive[str] = reactive("")
    """Where the reader is."""

    progress: reactive[str] = reactive("")
    """What is still being loaded; stands before the position."""

    selecting: reactive[str] = reactive("")
    """What is selected; stands before the position."""

    message: reactive[tuple[str, bool]] = reactive(("", False))
    """What the last key did, and whether it failed to."""

    @dataclass
    class Pressed(Message):
        """A hint was clicked: do what its key does."""

        key: str

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ambiguous = ambiguous
        self._places: list[tuple[int, int, Hint]] = []

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
        self._places = []
        at = 0
        for hint, cells in self._fitting(line.room):
            line.add(" ").add(hint.keys, self._component("status--key")).add(f" {hint.does} ")
            self._places.append((at, at + cells, hint))
            at += cells
        return line.strip()

    def _fitting(self, room: int) -> list[tuple[Hint, int]]:
        """The hints that fit in `room` cells, each with its own: those that stay, then the first ones."""
        sized = [(hint, text_cells(f" {hint.keys} {hint.does} ", self.ambiguous)) for hint in self.hints]
        staying = sum(cells for hint, cells in sized if hint.stays)
        if staying > room:
            sized = [(hint, cells) for hint, cells in sized if hint.stays]
            staying = 0
        chosen = []
        full = False
        for hint, cells in sized:
            if hint.stays and staying:
                staying -= cells
            elif full or cells > room - staying:
                full = True
                continue
            room -= cells
            chosen.append((hint, cells))
        return chosen

    def on_click(self, event: events.Click) -> None:
        for start, end, hint in self._places:
            if start <= event.x < end and not self.message[0]:
                self.post_message(self.Pressed(hint.press))

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)
