"""The terminal: Textual's driver, with one public door for sequences that are not part of a frame.

A frame is written by the event loop in one go, so whatever the event loop sends through the same
driver stands before or after a frame, never inside one.
"""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from lctui.ui.drawing import FILLER


class Terminal(Protocol):
    """Takes escape sequences, to be passed to the terminal as they are."""

    def send(self, sequence: str) -> None: ...


@runtime_checkable
class KnowsTerminal(Protocol):
    """An app that wants to be told of its terminal."""

    terminal: Terminal | None


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
        if isinstance(app, KnowsTerminal):
            app.terminal = self

    def write(self, data: str) -> None:
        """Write to the terminal; fillers, which only hold a place in Textual's arithmetic, are left out."""
        super().write(data.replace(FILLER, ""))

    def send(self, sequence: str) -> None:
        """Send an escape sequence between two frames. Call on the event loop only."""
        self.write(sequence)
        self.flush()
