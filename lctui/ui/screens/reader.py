"""The reader: everything the screens below it do, fed by what is read in the background."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from textual import on

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Issue
from lctui.state import State
from lctui.store import ArticleStore, LoadProblem
from lctui.ui.drawing import widen
from lctui.ui.loading import IndexProgress, IndexReady, PagesRead, build_index, in_thread, read_rest
from lctui.ui.screens.carrying import CarryingScreen
from lctui.ui.widgets.issue_list import Unread


class ReaderScreen(CarryingScreen):
    """The one screen that is always there; help, palette and choosers are laid over it."""

    def __init__(
        self,
        store: ArticleStore,
        found: Iterator[Issue | LoadProblem],
        remaining: int,
        config: Config,
        state: State,
    ) -> None:
        super().__init__(store, config, state)
        self._found = found
        self._remaining = remaining

    @property
    def idle(self) -> bool:
        """Whether everything is read and indexed, and every question is answered."""
        busy = {"load", "index", "keep", "copy", "complete", "related"}
        working = any(w.group in busy and not w.is_finished for w in self.workers)
        return self.store.ready and not working and not self.answering

    def on_mount(self) -> None:
        self.set_class(self.ambiguous == 2, "-ascii")
        self.start_search()
        self._take_pages(())
        self.show_first()
        self.issues.focus()
        self.call_after_refresh(self._start_reading)

    def _start_reading(self) -> None:
        self.run_worker(self.remember(), group="keep")
        reading = partial(read_rest, self._found, self._remaining, self.post_message)
        self.run_worker(in_thread(reading), group="load")

    @on(PagesRead)
    def _pages_read(self, event: PagesRead) -> None:
        self._take_pages(event.found)
        if not event.finished:
            bar = progress_bar(event.done, event.total)
            said = tr("读入 {bar} {done}/{total}")
            self.status.progress = said.format(bar=bar, done=event.done, total=event.total)
            return
        self.status.progress = tr("建索引…")
        self.show_first()
        indexing = partial(build_index, self.store, self.post_message)
        self.run_worker(in_thread(indexing), group="index")

    def _take_pages(self, found: Sequence[Issue | LoadProblem]) -> None:
        for page in found:
            if isinstance(page, Issue):
                self.store.add(page)
            else:
                self.store.problems.append(page)
        unread = [Unread(problem.path, problem.message) for problem in self.store.problems]
        self.issues.set_pages(self.store.issues, unread)
        title = tr("期 {issues}  稿 {articles}")
        if unread:
            title = tr("期 {issues}  稿 {articles}  读不了 {unread}")
        counts = {"issues": len(self.store.issues), "articles": len(self.store), "unread": len(unread)}
        self.issues.border_title = widen(title.format(**counts), self.ambiguous)
        self.count_articles()

    @on(IndexProgress)
    def _index_progress(self, event: IndexProgress) -> None:
        self.status.progress = tr("建索引 {bar}").format(bar=progress_bar(event.done, event.total))

    @on(IndexReady)
    def _index_ready(self) -> None:
        self.status.progress = ""
        self.index_is_ready()


def progress_bar(done: int, total: int) -> str:
    """How far it is, in ten cells of plain ASCII."""
    cells = 10 * done // max(1, total)
    return f"[{'#' * cells}{'-' * (10 - cells)}]"
