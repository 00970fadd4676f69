"""The terminal: Textual's driver, with one public door for sequences that are not part of a frame.

A frame is written by the event loop in one go, so whatever the event loop sends through the same
driver stands before or after a frame, never inside one. Frames are reduced to what they change
(`lctui.ui.frames`).
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from lctui.ui.frames import Frames


class Terminal(Protocol):
    """Takes escape sequences, to be passed to the terminal as they are, and can send the screen again."""

    def send(self, sequence: str) -> None: ...

    def repaint(self) -> None: ...


@runtime_checkable
class KnowsTerminal(Protocol):
    """An app that wants to be told of its terminal."""

    terminal: Terminal | None
    ambiguous: int


class ReaderDriver(LinuxDriver):
    """The driver for a real terminal."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._reader = app
        self._frames = Frames()
        if isinstance(app, KnowsTerminal):
            app.terminal = self
            self._frames.ambiguous = app.ambiguous

    def write(self, data: str) -> None:
        """Write a frame, or part of one: only what it changes is sent."""
        self._frames.resized(*self._reader.size)
        reduced = self._frames.reduce(data)
        if reduced:
            super().write(reduced)

    def stop_application_mode(self) -> None:
        """Give the terminal back, cleared: GNU screen, as it comes, and the Linux console have no second
        screen to go back from, and the page would stay, with the shell's prompt over it."""
        self.send("\x1b[m\x1b[H\x1b[J")
        super().stop_application_mode()

    def send(self, sequence: str) -> None:
        """Send an escape sequence that changes nothing on the screen, between two frames.

        Call on the event loop only.
        """
        super().write(sequence)
        self.flush()

    def repaint(self) -> None:
        """Send the whole screen again: something else has written on it."""
        self._frames.repaint()
        self.write("")
        self.flush()
