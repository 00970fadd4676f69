"""The bookmarks: a letter goes straight to its place, the list is for those who forgot the letter."""

from __future__ import annotations

from textual import events

from lctui.i18n import tr
from lctui.ui.screens.chooser import Chooser


class MarkChooser(Chooser):
    """A chooser in which the first letter of a line chooses it."""

    def key_hints(self) -> list[str]:
        return [tr("按书签的字母"), tr("Enter 选定"), tr("Esc 取消")]

    def on_key(self, event: events.Key) -> None:
        if event.character in {choice.value for choice in self.choices}:
            event.stop()
            event.prevent_default()
            self.dismiss(event.character)
