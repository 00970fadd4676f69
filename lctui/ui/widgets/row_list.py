"""A list drawn by the line API: only the rows on the screen are ever built, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lctui.i18n import tr
from lctui.ui.drawing import Line

MOVE = Binding.Group(tr("移动"), compact=True)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one height with a cursor. A subclass says how many there are, draws them, and opens them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", tr("下移"), id="list.down", tooltip=tr("移到下一行"), group=MOVE),
        Binding("k,up", "move(-1)", tr("上移"), id="list.up", tooltip=tr("移到上一行"), group=MOVE),
        Binding("enter", "open", tr("打开"), id="list.open", tooltip=tr("打开稿件；在期上则展开或收起")),
        Binding(
            "space",
            "preview",
            tr("预览"),
            id="list.preview",
            tooltip=tr("显示稿件，光标留在列表"),
            show=False,
        ),
        Binding(
            "ctrl+d,pagedown",
            "page(1)",
            tr("下页"),
            id="list.page_down",
            tooltip=tr("下移一屏"),
            show=False,
        ),
        Binding(
            "ctrl+u,pageup", "page(-1)", tr("上页"), id="list.page_up", tooltip=tr("上移一屏"), show=False
        ),
        Binding("g,home", "first", tr("开头"), id="list.first", tooltip=tr("移到第一行"), show=False),
        Binding("G,end", "last", tr("末尾"), id="list.last", tooltip=tr("移到最后一行"), show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--cursor",
        "row--muted",
        "row--strong",
        "row--mark",
        "row--match",
        "row--problem",
    }

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor moved to row `index` of `count`."""

        index: int
        count: int

    @dataclass
    class Opened(Message):
        """An article was chosen; `stay` where the focus is to stay in the list."""

        article_id: str
        stay: bool

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ambiguous = ambiguous

    # What a subclass says.

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row_height(self) -> int:
        """Lines a row takes."""
        return 1

    def draw(self, row: int, line: int, width: int, base: Style) -> Strip:
        """Line `line` of row `row`, `width` cells wide, on `base`."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What stands in the list when there are no rows."""
        return ""

    def article_under_cursor(self) -> str | None:
        """The id of the article that the cursor is on; None where there is none."""
        return None

    def open_row(self, row: int, *, stay: bool) -> None:
        """The reader chose a row."""
        raise NotImplementedError

    # What every list does.

    def rows_changed(self, cursor: int | None = None) -> None:
        """Take note of other rows; the cursor is put on `cursor`, or kept in range."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.row_count * self.row_height)
        wanted = self.cursor if cursor is None else cursor
        wanted = max(0, min(wanted, self.row_count - 1))
        if wanted == self.cursor:
            self._show_cursor()
            self._tell()
        self.cursor = wanted
        self.refresh()

    def component(self, name: str) -> Style:
        """The style of a component class, without the ground it stands on."""
        return self.get_component_rich_style(name, partial=True)

    def mark(self, row: int) -> Style:
        """The style of a mark before a row, which must be seen on the cursor too."""
        return Style(bold=True) if row == self.cursor else self.component("row--mark")

    def muted(self, row: int) -> Style | None:
        """The style of what matters less in a row; on the cursor nothing is faint."""
        return None if row == self.cursor else self.component("row--muted")

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row, line = divmod(y + self.scroll_offset.y, self.row_height)
        base = self.rich_style
        if row >= self.row_count:
            if row == line == 0 and not self.row_count:
                return Line(width, base, self.ambiguous).add(" " + self.empty_text()).strip()
            return Strip.blank(width, base)
        if row == self.cursor:
            base = self.get_component_rich_style("row--cursor")
        return self.draw(row, line, width, base)

    def watch_cursor(self, old: int, new: int) -> None:
        for row in {old, new}:
            self.refresh_lines(row * self.row_height, self.row_height)
        self._show_cursor()
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Moved(self.cursor, self.row_count))

    def _show_cursor(self) -> None:
        """Scroll no further than it takes to see the whole cursor row."""
        height = self.scrollable_content_region.height
        top = self.cursor * self.row_height
        bottom = top + self.row_height
        if height <= 0:
            return
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + height:
            self.scroll_to(y=bottom - height, animate=False)

    def on_resize(self) -> None:
        self.rows_changed()

    def on_click(self, event: events.Click) -> None:
        row = (event.y - self.gutter.top + self.scroll_offset.y) // self.row_height
        if 0 <= row < self.row_count:
            event.stop()
            self.cursor = row
            self.open_row(row, stay=False)

    def action_move(self, by: int) -> None:
        if self.row_count:
            self.cursor = max(0, min(self.cursor + by, self.row_count - 1))

    def action_page(self, by: int) -> None:
        self.action_move(by * max(1, self.scrollable_content_region.height // self.row_height - 1))

    def action_first(self) -> None:
        self.action_move(-self.row_count)

    def action_last(self) -> None:
        self.action_move(self.row_count)

    def action_open(self) -> None:
        if self.row_count:
            self.open_row(self.cursor, stay=False)

    def action_preview(self) -> None:
        if self.row_count:
            self.open_row(self.cursor, stay=True)
