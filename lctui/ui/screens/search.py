"""The reader's search: what is typed in the bar, what was found, and the way back to where one was."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Match, SearchResult
from lctui.quoting.quote import Position
from lctui.store import ArticleStore, Sort
from lctui.ui.drawing import widen
from lctui.ui.screens.panes import PanesScreen, Place
from lctui.ui.searching import LatestOnly
from lctui.ui.widgets.result_list import Found
from lctui.ui.widgets.search_bar import SearchBar

LIMIT = 500
"""Hits that are listed at most; the count tells of all."""

SLOW = 0.25
"""Seconds after which the bar says that it is searching."""

SHOWN_COMPLETIONS = 8
"""Completions that are named below the bar."""

SORTS: dict[Sort, str] = {"relevance": tr("相关"), "date": tr("日期"), "title": tr("标题")}


class SearchScreen(PanesScreen):
    """Panes with a search over all articles (`/`) and a find in the open one (Ctrl+F)."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash",
            "search",
            tr("搜索"),
            id="search.open",
            tooltip=tr("搜索全部稿件"),
            key_display="/",
            priority=True,
        ),
        Binding(
            "ctrl+f",
            "find",
            tr("本篇查找"),
            id="search.within",
            tooltip=tr("只在打开的稿件里查找"),
            show=False,
            priority=True,
        ),
        Binding(
            "n", "match(1)", tr("下一处"), id="search.next", tooltip=tr("到稿件里下一处命中"), show=False
        ),
        Binding(
            "N", "match(-1)", tr("上一处"), id="search.previous", tooltip=tr("到稿件里上一处命中"), show=False
        ),
        Binding(
            "s",
            "sort",
            tr("排序"),
            id="search.sort",
            tooltip=tr("搜索结果按相关、日期、标题轮换排序"),
            show=False,
        ),
        Binding(
            "escape,h",
            "back",
            tr("返回"),
            id="reader.back",
            tooltip=tr("从稿件回列表；从搜索结果回到搜索之前"),
        ),
    ]

    def __init__(self, store: ArticleStore, config: Config) -> None:
        super().__init__(store, config)
        self.searching = False
        """Whether what was found is shown instead of the issues."""
        self._before_search: Place | None = None
        self._before_find: Place | None = None
        self._sort: Sort = "relevance"
        self._enter_waits = False
        self._total = 0
        self._suggestion: str | None = None
        self._completions: Sequence[str] = ()
        self._searcher = LatestOnly(self._search, self._show_results, lambda: store.ready)
        self._finder = LatestOnly(self._find_within, self._show_matches)

    def start_search(self) -> None:
        """Begin to answer what is typed; before the index is ready, questions wait."""
        self.results.display = False
        self.run_worker(self._searcher.run(), group="search")
        self.run_worker(self._finder.run(), group="find")

    def index_is_ready(self) -> None:
        """Answer what was asked meanwhile."""
        self._searcher.wake()

    @property
    def answering(self) -> bool:
        """Whether an answer is still to come."""
        return self._searcher.waiting or self._finder.waiting

    def count_articles(self) -> None:
        """Say at the bar's end how many articles there are, or were found."""
        if self.bar.scope == "article":
            return
        if self.searching:
            self.bar.count(tr("{total}/{all} 篇").format(total=self._total, all=len(self.store)))
        elif not self.bar.query_text.strip():
            self.bar.count(tr("{count} 篇").format(count=len(self.store)))

    # The bar.

    def action_search(self) -> None:
        self._before_search = self._before_search or self._place()
        self.bar.open("all")

    def action_find(self) -> None:
        if self.article_id is not None:
            self._before_find = self._before_find or self._place()
            self.focus_article()
            self.bar.open("article")
            self.bar.count("")
            self.refresh_bindings()

    def on_descendant_focus(self) -> None:
        # The mouse leads into the bar too.
        if self.focused is self.bar.entry and self.bar.scope == "all" and self._before_search is None:
            self._before_search = self._place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing leads back where the reader is at the first list already.

        The bar is opened before any later key is looked at, so that what is typed on ahead goes into it;
        in the bar / is text, and while text is being selected it belongs to the selection.
        """
        if action == "back":
            return self.reading or self.searching or self._before_find is not None
        if action == "search":
            return not self.bar.entry.has_focus and self.pane.selection is None
        return True

    def _place(self) -> Place:
        pane = self.pane
        listed = self.issues.memory()
        return Place(self.article_id, pane.position, listed, self.reading, pane.matches, pane.match)

    @on(SearchBar.Changed)
    def _query_changed(self, event: SearchBar.Changed) -> None:
        self._completions = ()
        self._enter_waits = False
        if event.scope == "article":
            self._finder.ask(event.query)
        elif event.query.strip():
            self._searcher.ask((event.query, self._sort))
            if not self.store.ready:
                self.bar.count(tr("正在建索引…"))
            else:
                self.set_timer(SLOW, self._say_searching)
        else:
            self._drop_results()
            self.bar.note("")

    def _say_searching(self) -> None:
        if self._searcher.waiting:
            self.bar.count(tr("搜索中…"))

    @on(SearchBar.Submitted)
    def _query_entered(self, event: SearchBar.Submitted) -> None:
        if event.scope == "article":
            self.focus_article()
        elif self._searcher.waiting:
            self._enter_waits = True
        elif self.results.display and self.results.row_count:
            self.query_used(event.query)
            self.focus_list()

    def query_used(self, query: str) -> None:
        """A query led somewhere: keep it for the next time."""
        query = query.strip()
        if query:
            self.bar.history = [query, *(old for old in self.bar.history if old != query)]

    @on(SearchBar.Left)
    def _bar_left(self, event: SearchBar.Left) -> None:
        if event.scope == "article":
            self._end_find()
        else:
            self._end_search()

    @on(SearchBar.CompletionWanted)
    def _complete(self, event: SearchBar.CompletionWanted) -> None:
        if event.scope == "article":
            self.focus_article()
        elif self._suggestion and self.results.display and not self.results.row_count:
            self.bar.replace(self._suggestion)
        elif event.query.strip() and self.store.ready:
            self.run_worker(self._completed(event.query, event.by), exclusive=True, group="complete")
        else:
            self.focus_list()

    async def _completed(self, query: str, by: int) -> None:
        known = self._completions
        if query in known:
            at = (known.index(query) + by) % len(known)
        else:
            known = [c for c in await asyncio.to_thread(self.store.complete, query) if c != query]
            if not known:
                self.focus_list()
                return
            known = [*known, query]
            at = 0 if by > 0 else len(known) - 2
        self.bar.replace(known[at])
        self.call_after_refresh(self._keep_completions, known)

    def _keep_completions(self, known: Sequence[str]) -> None:
        self._completions = known
        if len(known) > 2:
            self.bar.note("  ".join(known[: min(SHOWN_COMPLETIONS, len(known) - 1)]))

    # What was found.

    def _search(self, question: tuple[str, Sort]) -> SearchResult:
        query, sort = question
        return self.store.find(query, LIMIT, sort)

    def _show_results(self, question: tuple[str, Sort], result: SearchResult) -> None:
        query, sort = question[0].strip(), question[1]
        found = [
            Found(self.store.issue_of(hit.article_id), self.store.article(hit.article_id), hit)
            for hit in result.hits
        ]
        self._suggestion = result.suggestion
        self.results.set_results(found, tr("没有找到"))
        self._total = result.total
        title = tr("命中 {total}  按{sort}")
        if len(found) < result.total:
            title = tr("命中 {total}，列出前 {listed}  按{sort}")
        title = title.format(total=result.total, listed=len(found), sort=SORTS[sort])
        self.results.border_title = widen(title, self.ambiguous)
        self._show_list(results=True)
        if self.bar.entry.has_focus:
            # One pane at a time: what is found is what is wanted now, not the article.
            self.reading = False
            self.settle_panes()
        self.count_articles()
        if result.problems:
            self.bar.note("  ".join(result.problems), error=True)
        elif not found and result.suggestion:
            said = tr("没有找到“{query}”；相近的有“{suggestion}”，按 Tab 采用")
            self.bar.note(said.format(query=query, suggestion=result.suggestion))
        elif not found:
            self.bar.note(tr("没有找到“{query}”").format(query=query))
        elif not self._completions:
            self.bar.note("")
        if self._enter_waits and found:
            self.query_used(query)
            self.focus_list()
        self._enter_waits = False

    def _show_list(self, *, results: bool) -> None:
        self.searching = results
        self.refresh_bindings()
        had_focus = self.list_shown.has_focus
        self.results.display = results
        self.issues.display = not results
        if had_focus:
            self.set_focus(self.list_shown)

    def _drop_results(self) -> None:
        self._searcher.forget()
        self._suggestion = None
        self._show_list(results=False)
        self.count_articles()

    def open_article(self, article_id: str, *, stay: bool = False, at: Position | None = None) -> None:
        self._before_find = None
        if self.results.display:
            self.query_used(self.bar.query_text)
        super().open_article(article_id, stay=stay, at=at)

    def _end_search(self) -> None:
        """Give the search up: the list, the article and the place in it are as they were before."""
        self.bar.close()
        self._drop_results()
        before, self._before_search = self._before_search, None
        if before is None:
            self.focus_list()
            return
        if before.article_id and (before.article_id, before.position) != (
            self.article_id,
            self.pane.position,
        ):
            self.show_article(before.article_id, at=before.position)
        else:
            self.pane.set_matches(())
        self.issues.recall(before.listed)
        if before.reading:
            self.focus_article()
        else:
            self.focus_list()

    def action_back(self) -> None:
        """One step back: out of the find, out of the article, out of the search."""
        if self._before_find is not None:
            self._end_find()
        elif self.reading:
            self.leave_article()
        elif self.results.display:
            self._end_search()

    def action_sort(self) -> None:
        if not self.results.display:
            self.tell(tr("排序用于搜索结果；先按 / 搜索"))
            return
        order = list(SORTS)
        self._sort = order[(order.index(self._sort) + 1) % len(order)]
        self.tell(tr("结果按{sort}排序").format(sort=SORTS[self._sort]))
        self._searcher.ask((self.bar.query_text, self._sort))

    def action_match(self, by: int) -> None:
        """`n` and `N` in a list lead to the matches of the article under the cursor."""
        if not self.results.display:
            self.tell(tr("没有命中可跳；先按 / 搜索，或 Ctrl+F 在本篇查找"))
        elif self.article_meant() == self.article_id and self.pane.display:
            self.pane.action_match(by)
        elif (meant := self.article_meant()) is not None:
            self.open_article(meant, stay=self.pane.display)

    # What was found in the open article.

    def _find_within(self, query: str) -> tuple[Match, ...]:
        from lctui.search.within import find_within

        if not query.strip() or self.article_id is None:
            return ()
        return find_within(self.store.article(self.article_id), query)

    def _show_matches(self, query: str, matches: tuple[Match, ...]) -> None:
        asked = bool(query.strip())
        self.pane.set_matches(matches)
        self.bar.count(tr("{count}处").format(count=len(matches)) if asked else "")
        nothing = tr("这一篇里没有“{query}”").format(query=query.strip())
        self.bar.note(nothing if asked and not matches else "")

    def _end_find(self) -> None:
        """Give the find up: the article is where it was before, with the matches of the search."""
        place, self._before_find = self._before_find, None
        self._finder.forget()
        self.bar.close()
        self.count_articles()
        if place is not None and self.article_id is not None:
            self.show_article(self.article_id, place.matches, place.position, place.match)
        if place is None or place.reading:
            self.focus_article()
        else:
            self.focus_list()
