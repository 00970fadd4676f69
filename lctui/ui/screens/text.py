"""A text to look at, laid over the reader: what a command printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from lctui.i18n import tr
from lctui.ui.drawing import widen


class TextScreen(ModalScreen[None], inherit_bindings=False):
    """A heading and a text that scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "close", tr("关闭"), id="text.close", tooltip=tr("关闭")),
        Binding("j,down", "scroll(1)", tr("下移"), id="text.down", tooltip=tr("下移一行")),
        Binding("k,up", "scroll(-1)", tr("上移"), id="text.up", tooltip=tr("上移一行")),
        Binding("space,pagedown,ctrl+d", "page(1)", tr("下页"), id="text.page_down", tooltip=tr("下移一屏")),
        Binding("b,pageup,ctrl+u", "page(-1)", tr("上页"), id="text.page_up", tooltip=tr("上移一屏")),
        Binding("g,home", "edge(-1)", tr("开头"), id="text.first", tooltip=tr("到开头")),
        Binding("G,end", "edge(1)", tr("末尾"), id="text.last", tooltip=tr("到末尾")),
    ]

    def __init__(self, title: str, text: Callable[[int], Content], *, ambiguous: int = 1) -> None:
        """`text` gives the text for a width in cells."""
        super().__init__(id="text")
        self._heading = title
        self._text = text
        self._ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        with Vertical(id="text-box") as box:
            box.border_title = widen(self._heading, self._ambiguous)
            box.border_subtitle = tr("j/k 滚动  Esc 关闭")
            with VerticalScroll(id="text-body", can_focus=False):
                yield Static(id="text-lines")

    def on_mount(self) -> None:
        self.set_class(self._ambiguous == 2, "-ascii")

    def on_resize(self) -> None:
        self.call_after_refresh(self._set)

    def _set(self) -> None:
        width = self.body.scrollable_content_region.width
        self.query_one("#text-lines", Static).update(self._text(width))

    @property
    def body(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#text-body", VerticalScroll)

    def action_close(self) -> None:
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        self.body.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        self.body.scroll_relative(y=by * max(1, self.body.size.height - 1), animate=False)

    def action_edge(self, way: int) -> None:
        self.body.scroll_to(y=self.body.max_scroll_y if way > 0 else 0, animate=False)
