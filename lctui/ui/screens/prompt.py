"""Asking for one line, or for one key."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from lctui.i18n import tr
from lctui.ui.drawing import widen


class Prompt(ModalScreen[str | None], inherit_bindings=False):
    """One line of text; None where the reader thought better of it. An empty line is an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", tr("取消"), id="prompt.cancel", tooltip=tr("不填，关闭")),
    ]

    def __init__(self, title: str, value: str = "", example: str = "", *, ambiguous: int = 1) -> None:
        super().__init__()
        self._heading = title
        self._value = value
        self._example = example
        self._ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        with Vertical(id="prompt-box") as box:
            box.border_title = widen(self._heading, self._ambiguous)
            box.border_subtitle = tr("Enter 确定  Esc 取消")
            entry = Input(self._value, self._example, compact=True, select_on_focus=False)
            entry.cursor_blink = False
            yield entry

    def on_mount(self) -> None:
        self.set_class(self._ambiguous == 2, "-ascii")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        self.dismiss(None)


class KeyPrompt(ModalScreen[str | None], inherit_bindings=False):
    """One printable character; any other key means None."""

    def __init__(self, question: str, *, ambiguous: int = 1) -> None:
        super().__init__()
        self._question = question
        self._ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        yield Static(" " + widen(self._question, self._ambiguous), id="key-question", markup=False)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss(event.character if event.is_printable else None)

    def on_click(self) -> None:
        self.dismiss(None)
