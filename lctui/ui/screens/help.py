"""Help: every binding there is, drawn from the bindings themselves."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from lctui.i18n import tr
from lctui.text.cells import text_cells
from lctui.ui.commands import grouped_commands
from lctui.ui.drawing import widen
from lctui.ui.screens.text import TextScreen

KEYS_WIDTH = 18
"""Cells for the keys; more of them push the rest of their line on."""


class HelpScreen(TextScreen):
    """A page of keys, what they do, and under which id they can be bound otherwise."""

    def __init__(self, keymap: Mapping[str, str], ambiguous: int = 1) -> None:
        def text(width: int) -> Content:
            return help_text(keymap, width, ambiguous)

        super().__init__(tr("帮助：所有的键"), text, ambiguous=ambiguous)


def help_text(keymap: Mapping[str, str], width: int, ambiguous: int = 1) -> Content:
    """All bindings by group, with the keys that `keymap` (binding id → keys) gives them, in `width` cells."""
    lines: list[Content] = []
    for group, commands in grouped_commands(keymap):
        lines += [Content.styled(group, "bold underline")]
        for command in commands:
            keys = _padded(" ".join(command.keys), KEYS_WIDTH)
            text = command.tooltip or command.name
            used = 1 + text_cells(keys) + text_cells(text, ambiguous)
            gap = width - used - len(command.id)
            # The id stands at the right edge; where there is no room for it, on a line of its own.
            before = " " * gap if gap > 0 else "\n" + " " * (width - len(command.id))
            text = widen(text, ambiguous) + before
            lines.append(Content.assemble(" ", (keys, "bold $accent"), text, (command.id, "$muted")))
        lines.append(Content(""))
    lines.append(Content(tr('右边的名字用于设置文件：[keys] 表里写 名字 = "键"，几个键用逗号隔开。')))
    return Content("\n").join(lines)


def _padded(text: str, cells: int) -> str:
    return text + " " * max(1, cells - text_cells(text))
