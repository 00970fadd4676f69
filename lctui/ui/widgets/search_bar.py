"""The search bar: at the top, because an input method's window hides a bar at the bottom.

It has two uses: searching all articles, and finding in the open one. Which, its prompt says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Static

from lctui.i18n import tr
from lctui.ui.drawing import widen

Scope = Literal["all", "article"]

PROMPTS: dict[Scope, str] = {"all": "/ ", "article": tr("本篇 ")}
EXAMPLES = tr("搜索 拼音 首字母 “短语” 记者:高田 地:冠县 -词")
FIND_EXAMPLE = tr("在这一篇里查找")

EDIT = tr("编辑")


class QueryInput(Input, inherit_bindings=False):
    """The line to type in: Textual's, with our bindings and an eye on the width of characters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", tr("到结果"), id="bar.submit", tooltip=tr("移到结果；本篇查找则到第一处")),
        Binding("down", "results", tr("到结果"), id="bar.results", tooltip=tr("移到结果"), show=False),
        Binding("up", "history(1)", tr("以前的查询"), id="bar.history", tooltip=tr("栏空时：取回以前的查询")),
        Binding(
            "tab",
            "complete(1)",
            tr("补全"),
            id="bar.complete",
            tooltip=tr("补全字段与人名；没有可补的则换到列表"),
        ),
        Binding(
            "shift+tab",
            "complete(-1)",
            tr("补全上一个"),
            id="bar.complete_back",
            tooltip=tr("往回换补全"),
            show=False,
        ),
        Binding("escape", "leave", tr("退出搜索"), id="bar.leave", tooltip=tr("清空，回到原来的列表与读处")),
        Binding("left", "cursor_left", tr("左移"), id="bar.left", tooltip=tr("光标左移"), show=False),
        Binding(
            "right",
            "cursor_right",
            tr("右移"),
            id="bar.right",
            tooltip=tr("光标右移，或接受补全"),
            show=False,
        ),
        Binding("home,ctrl+a", "home", tr("行首"), id="bar.home", tooltip=tr("光标到行首"), show=False),
        Binding("end,ctrl+e", "end", tr("行尾"), id="bar.end", tooltip=tr("光标到行尾"), show=False),
        Binding(
            "backspace",
            "delete_left",
            tr("删左"),
            id="bar.delete_left",
            tooltip=tr("删去左边一字"),
            show=False,
        ),
        Binding(
            "delete,ctrl+d",
            "delete_right",
            tr("删右"),
            id="bar.delete_right",
            tooltip=tr("删去右边一字"),
            show=False,
        ),
        Binding(
            "ctrl+w",
            "delete_left_word",
            tr("删词"),
            id="bar.delete_word",
            tooltip=tr("删去左边一词"),
            show=False,
        ),
        Binding(
            "ctrl+u",
            "delete_left_all",
            tr("删到头"),
            id="bar.delete_to_start",
            tooltip=tr("删到行首"),
            show=False,
        ),
        Binding(
            "ctrl+k",
            "delete_right_all",
            tr("删到尾"),
            id="bar.delete_to_end",
            tooltip=tr("删到行尾"),
            show=False,
        ),
        Binding(
            "ctrl+v", "paste", tr("粘贴"), id="bar.paste", tooltip=tr("粘贴程序内复制的文字"), show=False
        ),
    ]

    @dataclass
    class Asked(Message):
        """A key that the bar answers: `what`, and which way."""

        what: Literal["results", "history", "complete", "leave"]
        by: int = 1

    ambiguous = 1

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if self.ambiguous == 1:
            return strip
        widened = [Segment(widen(s.text, self.ambiguous), s.style) for s in strip]
        return Strip(widened).crop(0, self.size.width)

    def action_results(self) -> None:
        self.post_message(self.Asked("results"))

    def action_history(self, by: int) -> None:
        self.post_message(self.Asked("history", by))

    def action_complete(self, by: int) -> None:
        self.post_message(self.Asked("complete", by))

    def action_leave(self) -> None:
        self.post_message(self.Asked("leave"))


class SearchBar(Vertical):
    """Prompt, query, count; below them, where there is one, a sentence about the query."""

    @dataclass
    class Changed(Message):
        """The query is now `query`."""

        query: str
        scope: Scope

    @dataclass
    class Submitted(Message):
        """The reader wants to go to what was found."""

        query: str
        scope: Scope

    @dataclass
    class Left(Message):
        """The reader gave the search up."""

        scope: Scope

    @dataclass
    class CompletionWanted(Message):
        """Tab: complete the query; `by` is -1 to go back among the completions."""

        query: str
        by: int
        scope: Scope

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ambiguous = ambiguous
        self.scope: Scope = "all"
        self.history: Sequence[str] = ()
        self._history_at = -1
        self._recalled: str | None = None
        self._kept = ""

    def compose(self) -> ComposeResult:
        with Horizontal(id="bar-line"):
            yield Static(PROMPTS["all"], id="bar-prompt", markup=False)
            entry = QueryInput(placeholder=EXAMPLES, compact=True, select_on_focus=False, id="bar-input")
            entry.ambiguous = self.ambiguous
            entry.cursor_blink = False
            yield entry
            yield Static("", id="bar-count", markup=False)
        yield Static("", id="bar-note", markup=False)

    @property
    def entry(self) -> QueryInput:
        """The line that is typed in."""
        return self.query_one(QueryInput)

    @property
    def query_text(self) -> str:
        """What stands in the bar."""
        return self.entry.value

    def open(self, scope: Scope) -> None:
        """Take the focus, to search everything or to find in the open article."""
        if scope != self.scope:
            self._kept, kept = self.entry.value, self._kept
            self._set(kept if scope == "all" else "", scope)
        # What stands there is marked: typing replaces it, moving the cursor keeps it.
        self.entry.action_select_all()
        self.screen.set_focus(self.entry)

    def close(self) -> None:
        """Empty the bar, or give it back to the search that a find in the article interrupted."""
        kept = self._kept if self.scope == "article" else ""
        self._kept = ""
        self._set(kept, "all")
        self.note("")

    def replace(self, query: str) -> None:
        """Put `query` in the bar, as if it had been typed."""
        self.entry.value = query
        self.entry.cursor_position = len(query)

    def _set(self, query: str, scope: Scope) -> None:
        self.scope = scope
        with self.prevent(Input.Changed):
            self.replace(query)
        self.query_one("#bar-prompt", Static).update(widen(PROMPTS[scope], self.ambiguous))
        self.entry.placeholder = EXAMPLES if scope == "all" else FIND_EXAMPLE

    def count(self, text: str) -> None:
        """Say at the right how many articles there are, were found, or how far the index is."""
        self.query_one("#bar-count", Static).update(widen(text, self.ambiguous))

    def note(self, text: str, *, error: bool = False) -> None:
        """Say something about the query below it; an empty text closes the line."""
        note = self.query_one("#bar-note", Static)
        note.update(widen(text, self.ambiguous))
        note.set_class(error, "-error")
        note.display = bool(text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if event.value != self._recalled:
            self._history_at, self._recalled = -1, None
        self.post_message(self.Changed(event.value, self.scope))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted(event.value, self.scope))

    @on(QueryInput.Asked)
    def _asked(self, event: QueryInput.Asked) -> None:
        event.stop()
        if event.what == "leave":
            self.post_message(self.Left(self.scope))
        elif event.what == "complete":
            self.post_message(self.CompletionWanted(self.query_text, event.by, self.scope))
        elif event.what == "history":
            self._recall(event.by)
        elif self._recalled is not None:
            self._recall(-1)
        else:
            self.post_message(self.Submitted(self.query_text, self.scope))

    def _recall(self, by: int) -> None:
        """Up in an empty bar brings back the last query, further Ups the ones before; Down the way back."""
        if (self.query_text and self._recalled is None) or not self.history:
            return
        self._history_at = max(-1, min(self._history_at + by, len(self.history) - 1))
        self._recalled = self.history[self._history_at] if self._history_at >= 0 else ""
        self.replace(self._recalled)
