"""Help: every binding there is, drawn from the bindings themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lctui.i18n import tr
from lctui.text.cells import text_cells
from lctui.ui.commands import grouped_commands
from lctui.ui.drawing import widen

KEYS_WIDTH = 20
TEXT_WIDTH = 46
"""Cells for the keys and for what they do; longer ones push the rest of their line on."""


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """A page of keys, what they do, and under which id they can be bound otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss", tr("关闭"), id="help.close", tooltip=tr("关闭帮助")),
        Binding("j,down", "scroll(1)", tr("下移"), id="help.down", tooltip=tr("下移一行")),
        Binding("k,up", "scroll(-1)", tr("上移"), id="help.up", tooltip=tr("上移一行")),
        Binding("space,pagedown,ctrl+d", "page(1)", tr("下页"), id="help.page_down", tooltip=tr("下移一屏")),
        Binding("b,pageup,ctrl+u", "page(-1)", tr("上页"), id="help.page_up", tooltip=tr("上移一屏")),
        Binding("g,home", "edge(-1)", tr("开头"), id="help.first", tooltip=tr("到开头")),
        Binding("G,end", "edge(1)", tr("末尾"), id="help.last", tooltip=tr("到末尾")),
    ]

    def __init__(self, keymap: Mapping[str, str], ambiguous: int = 1) -> None:
        super().__init__(id="help")
        self._keymap = keymap
        self._ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        with Vertical(id="help-box") as box:
            box.border_title = tr("帮助：所有的键")
            box.border_subtitle = tr("j/k 滚动  Esc 关闭")
            with VerticalScroll(id="help-text", can_focus=False):
                yield Static(self._text())

    def _text(self) -> Content:
        lines: list[Content] = []
        for group, commands in grouped_commands(self._keymap):
            lines += [Content(""), Content.styled(group, "bold underline")]
            for command in commands:
                keys = _padded(" ".join(command.keys), KEYS_WIDTH)
                text = _padded(command.tooltip or command.name, TEXT_WIDTH, self._ambiguous)
                lines.append(Content.assemble("  ", (keys, "bold $accent"), text, (command.id, "$muted")))
        lines += [
            Content(""),
            Content(tr('右边的名字用于设置文件：[keys] 表里写 名字 = "键"，几个键用逗号隔开。')),
        ]
        return Content("\n").join(lines[1:])

    def on_mount(self) -> None:
        self.set_class(self._ambiguous == 2, "-ascii")

    def action_scroll(self, by: int) -> None:
        self.query_one("#help-text").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        text = self.query_one("#help-text")
        text.scroll_relative(y=by * max(1, text.size.height - 1), animate=False)

    def action_edge(self, way: int) -> None:
        text = self.query_one("#help-text")
        text.scroll_to(y=text.max_scroll_y if way > 0 else 0, animate=False)


def _padded(text: str, cells: int, ambiguous: int = 1) -> str:
    return widen(text, ambiguous) + " " * max(1, cells - text_cells(text, ambiguous))
