"""The reader's ground floor: the panes, which of them are seen, what is open, what the status line says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Match
from lctui.quoting.quote import Position
from lctui.store import ArticleStore
from lctui.ui.commands import binding_order
from lctui.ui.drawing import widen
from lctui.ui.keys import key_name
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_pane import ArticlePane
from lctui.ui.widgets.issue_list import IssueList, Memory, decoding, issue_label
from lctui.ui.widgets.result_list import ResultList
from lctui.ui.widgets.row_list import RowList
from lctui.ui.widgets.search_bar import SearchBar
from lctui.ui.widgets.status_line import Hint, StatusLine

NARROW = 90
"""Cells of width below which list and article are shown one at a time."""


FIND_HINTS = {"bar.submit": tr("到命中处"), "bar.leave": tr("退出查找")}
"""What the keys of the bar do while it finds in one article."""

STAYING = frozenset({"app.help", "app.quit", "bar.leave"})
"""The ids of the keys that the status line names however little room there is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was: the article, the place in it, the list, whether the article had the focus; and
    what was highlighted in the article, with the number of the current match."""

    article_id: str | None
    position: Position | None
    listed: Memory
    reading: bool
    matches: tuple[Match, ...] = ()
    match: int = -1


class PanesScreen(Screen[None], inherit_bindings=False):
    """Lists at the left, the article at the right; one at a time where there is no room for both."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab", "other_pane", tr("换栏"), id="reader.pane", tooltip=tr("在列表与稿件之间换"), show=False
        ),
        Binding(
            "shift+tab",
            "other_pane",
            tr("换栏"),
            id="reader.pane_back",
            tooltip=tr("在列表与稿件之间换"),
            show=False,
        ),
        Binding("z", "alone", tr("独看"), id="reader.alone", tooltip=tr("只显示稿件；再按恢复"), show=False),
        Binding(
            "left_square_bracket",
            "step(-1)",
            tr("上一篇"),
            id="reader.previous",
            tooltip=tr("打开前一篇稿件"),
            show=False,
        ),
        Binding(
            "right_square_bracket",
            "step(1)",
            tr("下一篇"),
            id="reader.next",
            tooltip=tr("打开后一篇稿件"),
            show=False,
        ),
    ]

    def __init__(self, store: ArticleStore, config: Config) -> None:
        super().__init__(id="reader")
        self.store = store
        self.config = config
        self.ambiguous = config.ambiguous_width or 1
        self.article_id: str | None = None
        """The article that lies open."""
        self.reading = False
        """Whether the article has the focus, or had it last."""
        self.chosen = False
        """Whether the reader has opened anything."""
        self.first_key = ""
        """The article that was read last time."""
        self.pressed = 0
        """How many keys were pressed: whether the reader has moved on since."""
        self._alone = False
        self._article_at: ArticlePane.Moved | None = None

    def compose(self) -> ComposeResult:
        yield SearchBar(ambiguous=self.ambiguous, id="bar")
        with Horizontal(id="panes"):
            with Vertical(id="lists"):
                yield IssueList(ambiguous=self.ambiguous, id="issues")
                yield ResultList(ambiguous=self.ambiguous, id="results")
            yield ArticlePane(self._setting(), id="article")
        yield StatusLine(ambiguous=self.ambiguous, id="status")

    def _setting(self) -> Setting:
        config = self.config
        return Setting(
            measure=config.measure,
            gap=config.paragraph_gap,
            justify=config.justify,
            hanging=config.hanging,
            squeeze=config.squeeze,
            ambiguous=self.ambiguous,
        )

    @property
    def bar(self) -> SearchBar:
        return self.query_one("#bar", SearchBar)

    @property
    def issues(self) -> IssueList:
        return self.query_one("#issues", IssueList)

    @property
    def results(self) -> ResultList:
        return self.query_one("#results", ResultList)

    @property
    def pane(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)

    @property
    def status(self) -> StatusLine:
        return self.query_one("#status", StatusLine)

    @property
    def list_shown(self) -> RowList:
        """The list that is shown now: the issues, or what was found."""
        return self.results if self.results.display else self.issues

    def tell(self, text: str, *, error: bool = False) -> None:
        """Say in the status line what the last key did."""
        self.status.say(text, error=error)

    def on_mount(self) -> None:
        self.bindings_updated_signal.subscribe(self, lambda screen: self._hint())

    # Opening.

    def show_article(
        self, article_id: str, matches: tuple[Match, ...] = (), at: Position | None = None, match: int = -1
    ) -> None:
        """Lay an article open: at `at` and match number `match`, else at its first match or its start."""
        article, issue = self.store.article(article_id), self.store.issue_of(article_id)
        self.article_id = article_id
        self.pane.show(issue, article, matches=matches, at=at, match=match)
        number = next(n for n, a in enumerate(issue.articles, 1) if a.id == article_id)
        place = tr("{number}/{count}篇").format(number=number, count=len(issue.articles))
        parts = [issue_label(issue), place, *decoding(issue)]
        self.pane.border_title = widen("  ".join(parts), self.ambiguous)
        self.issues.show_current(article_id)
        self.results.show_current(article_id)

    def open_article(self, article_id: str, *, stay: bool = False, at: Position | None = None) -> None:
        """Open an article because the reader said so: at `at`, in what was found at its first match, else
        where the reader left it."""
        self.chosen = True
        self._lay_open(article_id, at)
        if not stay:
            self.focus_article()

    def _lay_open(self, article_id: str, at: Position | None = None) -> None:
        hit = next((f.hit for f in self.results.found if f.article.id == article_id), None)
        matches = hit.spans if hit and self.results.display else ()
        if at is None and not matches:
            at = self.place_to_open(article_id)
        self.show_article(article_id, matches, at)

    def article_meant(self) -> str | None:
        """The article that a key is about: the open one, or in a list the one under the cursor."""
        return self.article_id if self.reading else self.list_shown.article_under_cursor()

    def take_article(self) -> bool:
        """Before a key acts on a whole article: lay the one it is about open. Says so where there is none."""
        meant = self.article_meant()
        if meant is None:
            self.tell(tr("光标不在稿件上；先移到一篇稿件"))
            return False
        if meant != self.article_id:
            self._lay_open(meant)
        return True

    def take_passage(self) -> bool:
        """Before a key acts on a part of an article: whether the reader can see which part. Says if not."""
        meant = self.article_meant()
        if meant is not None and meant == self.article_id and self.pane.display:
            return True
        self.tell(tr("先打开稿件（Enter）"))
        return False

    def place_to_open(self, article_id: str) -> Position | None:
        """Where an article is opened; None for its start."""
        return None

    def show_first(self) -> None:
        """Until the reader has chosen, the article read last lies open, else the newest issue's first."""
        if self.chosen or self.reading:
            return
        first = self.store.by_key(self.first_key)
        if first is None:
            first = next((a.id for issue in self.store.issues for a in issue.articles), None)
        if first == self.article_id:
            self.issues.show_current(first)
        elif first is not None:
            self.show_article(first, at=self.place_to_open(first))

    def order(self) -> Sequence[str]:
        """The articles in the order of the list that is shown."""
        if self.results.display:
            return [found.article.id for found in self.results.found]
        return [article.id for _, article in self.store.articles()]

    def action_step(self, by: int) -> None:
        order = self.order()
        at = order.index(self.article_id) + by if self.article_id in order else 0
        if 0 <= at < len(order):
            self.open_article(order[at], stay=not self.reading)
        else:
            self.tell(tr("后面没有稿件了") if by > 0 else tr("前面没有稿件了"))

    @on(ArticlePane.Step)
    def _stepped(self, event: ArticlePane.Step) -> None:
        self.action_step(event.delta)

    @on(RowList.Opened)
    def _row_opened(self, event: RowList.Opened) -> None:
        # A preview needs a pane to be seen in.
        self.open_article(event.article_id, stay=event.stay and self.pane.display)

    # Panes.

    def on_resize(self) -> None:
        self.settle_panes()

    def settle_panes(self) -> None:
        """One pane at a time where there is no room for two, or where the reader wants it so."""
        single = self.size.width < NARROW or self._alone
        self.query_one("#lists").display = not (single and self.reading)
        self.pane.display = not single or self.reading
        self.set_class(single, "-single")
        self.refresh_bindings()

    def focus_article(self) -> None:
        """Go to the article."""
        self.reading = True
        self.settle_panes()
        self.set_focus(self.pane)

    def focus_list(self) -> None:
        """Go to the list that is shown."""
        self.reading = False
        self.settle_panes()
        self.set_focus(self.list_shown)

    def on_descendant_focus(self) -> None:
        focused = self.focused
        if focused is self.pane:
            self.reading = True
            if self._article_at is not None:
                self._article_moved(self._article_at)
        elif isinstance(focused, RowList):
            self.reading = False
            self._list_moved(RowList.Moved(focused.cursor, focused.row_count))
        self.settle_panes()

    def action_other_pane(self) -> None:
        if self.reading:
            self.leave_article()
        else:
            self.focus_article()

    def leave_article(self) -> None:
        """Go back from the article to the list."""
        self._alone = False
        self.focus_list()

    def action_alone(self) -> None:
        self._alone = not self._alone
        self.focus_article()

    # The status line.

    def on_key(self) -> None:
        """What the last key did is said until the next one; bindings come after this."""
        self.pressed += 1
        self.tell("")

    def on_mouse_down(self) -> None:
        self.tell("")

    def _hint(self) -> None:
        """Collect the hints of the status line from the bindings that hold here."""
        typing = isinstance(self.focused, Input)
        # In the bar a letter is text and not a key: only its own keys hold there.
        here = [a for a in self.active_bindings.values() if not typing or a.node is self.focused]
        order = binding_order()
        hints: dict[str, dict[str, Binding]] = {}
        for binding in sorted((a.binding for a in here), key=lambda b: order.get(b.id or "", 0)):
            if binding.show and binding.id:
                does = binding.group.description if binding.group else binding.description
                hints.setdefault(does, {}).setdefault(binding.id, binding)
        if typing and self.bar.scope == "article":
            hints = {
                FIND_HINTS[id]: {id: b} for h in hints.values() for id, b in h.items() if id in FIND_HINTS
            }
        self.status.hints = [
            Hint(
                "/".join(key_name(b.key) for b in found.values()),
                does,
                next(iter(found.values())).key,
                not STAYING.isdisjoint(found),
            )
            for does, found in hints.items()
        ]

    @on(StatusLine.Pressed)
    def _hint_clicked(self, event: StatusLine.Pressed) -> None:
        self.app.simulate_key(event.key)

    @on(RowList.Moved)
    def _list_moved(self, event: RowList.Moved) -> None:
        if not self.reading:
            self.status.position = f"{event.index + 1}/{event.count}" if event.count else ""

    @on(ArticlePane.Moved)
    def _article_moved(self, event: ArticlePane.Moved) -> None:
        self._article_at = event
        if not self.reading:
            return
        place = tr("段 {paragraph}/{paragraphs} {percent}%").format(
            paragraph=event.paragraph, paragraphs=event.paragraphs, percent=event.percent
        )
        if event.match:
            place = f"{event.match}/{event.matches}  {place}"
        elif event.matches:
            place = tr("{count}处").format(count=event.matches) + f"  {place}"
        self.status.position = place

    @on(ArticlePane.Selecting)
    def _selection_changed(self, event: ArticlePane.Selecting) -> None:
        said = tr("选择 {count} 字").format(count=event.characters) if event.mode else ""
        self.status.selecting = "  ".join(part for part in (event.keys, said) if part)
        self._hint()

    @on(ArticlePane.Told)
    def _told(self, event: ArticlePane.Told) -> None:
        self.tell(event.text)

    @on(IssueList.Explained)
    def _explained(self, event: IssueList.Explained) -> None:
        self.tell(event.text, error=True)
