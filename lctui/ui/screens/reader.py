"""The reader: panes and search, fed by what is read in the background, and what is carried away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Issue
from lctui.quoting.citation import Style, cite
from lctui.quoting.quote import Passage
from lctui.store import ArticleStore, LoadProblem
from lctui.ui.copying import What, copy, text_of
from lctui.ui.drawing import widen
from lctui.ui.driver import KnowsTerminal
from lctui.ui.loading import IndexProgress, IndexReady, PagesRead, build_index, read_rest
from lctui.ui.screens.chooser import Choice, Chooser
from lctui.ui.screens.search import SearchScreen
from lctui.ui.widgets.article_pane import ArticlePane
from lctui.ui.widgets.issue_list import Unread


class ReaderScreen(SearchScreen):
    """The one screen that is always there; help, palette and choosers are laid over it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "C", "style", tr("引文格式"), id="quote.style", tooltip=tr("选择 y、Y、c 的引文格式"), show=False
        ),
    ]

    def __init__(
        self, store: ArticleStore, found: Iterator[Issue | LoadProblem], remaining: int, config: Config
    ) -> None:
        super().__init__(store, config)
        self._found = found
        self._remaining = remaining
        self._style = Style(config.citation_style)
        self.register = ""
        """What was copied last."""

    # Loading.

    def on_mount(self) -> None:
        self.set_class(self.ambiguous == 2, "-ascii")
        self.start_search()
        self._take_pages(())
        self._show_top()
        self.issues.focus()
        self.call_after_refresh(self._start_reading)

    def _start_reading(self) -> None:
        reading = partial(read_rest, self._found, self._remaining, self.post_message)
        self.run_worker(reading, thread=True, group="load")

    @on(PagesRead)
    def _pages_read(self, event: PagesRead) -> None:
        self._take_pages(event.found)
        if not event.finished:
            self.status.progress = tr("读入 {done}/{total}").format(done=event.done, total=event.total)
            return
        self.status.progress = tr("建索引…")
        self._show_top()
        indexing = partial(build_index, self.store, self.post_message)
        self.run_worker(indexing, thread=True, group="index")

    def _take_pages(self, found: Sequence[Issue | LoadProblem]) -> None:
        for page in found:
            if isinstance(page, Issue):
                self.store.add(page)
            else:
                self.store.problems.append(page)
        unread = [Unread(problem.path, problem.message) for problem in self.store.problems]
        self.issues.set_pages(self.store.issues, unread)
        counts = {"issues": len(self.store.issues), "articles": len(self.store), "unread": len(unread)}
        title = (
            tr("期 {issues}  稿 {articles}  读不了 {unread}") if unread else tr("期 {issues}  稿 {articles}")
        )
        self.issues.border_title = widen(title.format(**counts), self.ambiguous)
        self.count_articles()

    def _show_top(self) -> None:
        """Until the reader has chosen, the first article of the newest issue lies open."""
        first = next((a.id for issue in self.store.issues for a in issue.articles), None)
        if first not in (None, self.article_id) and not self.chosen and not self.reading:
            assert first is not None
            self.show_article(first)

    @on(IndexProgress)
    def _index_progress(self, event: IndexProgress) -> None:
        percent = 100 * event.done // max(1, event.total)
        self.status.progress = tr("建索引 {percent}%").format(percent=percent)

    @on(IndexReady)
    def _index_ready(self) -> None:
        self.status.progress = ""
        self.index_is_ready()

    # Carrying away.

    @on(ArticlePane.Copy)
    def _copy(self, event: ArticlePane.Copy) -> None:
        self.run_worker(self._copied(event.passage, event.what), group="copy")

    async def _copied(self, passage: Passage, what: What) -> None:
        self.register = text_of(passage, what, self._style)
        terminal = self.app.terminal if isinstance(self.app, KnowsTerminal) else None
        outcome = await copy(self.register, terminal, None, self.config)
        self.tell(outcome.message, error=not outcome.sent)

    def action_style(self) -> None:
        if self.article_id is None:
            return
        issue, article = self.store.issue_of(self.article_id), self.store.article(self.article_id)
        choices = [Choice(style.value, style.label, "", cite(issue, article, style)) for style in Style]
        chooser = Chooser(tr("引文格式"), choices, chosen=self._style, ambiguous=self.ambiguous)
        self.app.push_screen(chooser, self._styled)

    def _styled(self, style: str | None) -> None:
        if style is not None:
            self._style = Style(style)
            self.tell(tr("引文格式：{style}").format(style=self._style.label))
