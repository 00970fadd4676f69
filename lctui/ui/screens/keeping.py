"""What the reader leaves behind and comes back to: read articles, places, bookmarks, jumps, related articles.

The state's reads and writes go to the disk, so they run in threads; what the screen shows of it (which
articles are read, earlier queries) is kept here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Article, Hit
from lctui.quoting.quote import Position
from lctui.state import JumpList, Place, State
from lctui.store import ArticleStore
from lctui.ui.screens.chooser import Choice, Chooser
from lctui.ui.screens.marks import MarkChooser
from lctui.ui.screens.prompt import KeyPrompt
from lctui.ui.screens.search import SearchScreen
from lctui.ui.widgets.article_pane import ArticlePane
from lctui.ui.widgets.issue_list import short_date

FLUSH_EVERY = 10.0
"""Seconds after which places are written: a connection that breaks costs no more than these."""

RELATED = 20
"""Related articles that are offered."""

WEAK = 0.55
"""Of the best score: below this a related article is left out."""


class KeepingScreen(SearchScreen):
    """Panes and search, with a memory."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "m",
            "set_mark",
            tr("设书签"),
            id="keep.mark",
            tooltip=tr("在这里设书签，再按一个字母"),
            show=False,
        ),
        Binding("apostrophe", "go_to_mark", tr("回书签"), id="keep.go", tooltip=tr("回到书签处"), show=False),
        Binding(
            "ctrl+o,alt+left",
            "jump(-1)",
            tr("跳回"),
            id="keep.back",
            tooltip=tr("回到跳来之前的地方"),
            show=False,
        ),
        Binding(
            "ctrl+i,alt+right",
            "jump(1)",
            tr("跳前"),
            id="keep.forward",
            tooltip=tr("再到跳回之前的地方（多数终端分不清 Ctrl+I 与 Tab）"),
            show=False,
        ),
        Binding("M", "toggle_read", tr("已读"), id="keep.read", tooltip=tr("标为已读或未读"), show=False),
        Binding(
            "r",
            "related",
            tr("相关稿件"),
            id="keep.related",
            tooltip=tr("同一记者、地点或事件的稿件"),
            show=False,
        ),
    ]

    def __init__(self, store: ArticleStore, config: Config, state: State) -> None:
        super().__init__(store, config)
        self.state = state
        self._read: set[str] = set()
        self._jumps = JumpList()

    async def remember(self) -> None:
        """Bring back what was kept the last time. Run as a worker."""
        state = self.state
        read, searches, jumps, last = await asyncio.to_thread(
            lambda: (state.read_articles(), state.searches(), state.jump_list(), state.last_article())
        )
        self._read |= read
        self._jumps = jumps
        self.issues.is_read = lambda article_id: self.store.key(article_id) in self._read
        self.issues.refresh()
        self.bar.history = searches
        self.first_key = last or ""
        self.show_first()
        self._complain()
        self.set_interval(FLUSH_EVERY, self._keep_places)

    def _keep_places(self) -> None:
        if self.state.unwritten:
            self.keep(self.state.flush)

    def keep(self, write: Callable[[], object]) -> None:
        """Write to the state in a thread, and say what went wrong."""
        self.run_worker(self._kept(write), group="keep")

    async def _kept(self, write: Callable[[], object]) -> None:
        await asyncio.to_thread(write)
        self._complain()

    def _complain(self) -> None:
        for problem in self.state.take_problems():
            self.tell(problem, error=True)

    def here(self) -> Place | None:
        """Where the reader is; articles are kept by their keys, which outlive a session."""
        return Place(self.store.key(self.article_id), self.pane.position) if self.article_id else None

    def note_place(self) -> None:
        """Note where the reader is in the open article; written with the next flush."""
        if self.article_id is not None and self.chosen:
            self.state.set_position(self.store.key(self.article_id), self.pane.position)

    # Places.

    def place_to_open(self, article_id: str) -> Position | None:
        return self.state.position(self.store.key(article_id))

    def open_article(self, article_id: str, *, stay: bool = False, at: Position | None = None) -> None:
        if article_id != self.article_id:
            self.note_place()
            self.note_jump()
        super().open_article(article_id, stay=stay, at=at)
        key = self.store.key(article_id)
        if key not in self._read:
            self._read.add(key)
            self.keep(lambda: self.state.mark_read(key))
        self.note_place()

    def note_jump(self) -> None:
        """Note where the reader is, as a place to jump back to."""
        here = self.here()
        if here is not None and self.chosen:
            self._jumps.push(here)
            self.state.add_jump(here)

    @on(ArticlePane.Moved)
    def _place_moved(self) -> None:
        self.note_place()

    def go(self, key: str, position: Position) -> bool:
        """Go to a place, if its article is among the pages; whether it is."""
        article_id = self.store.by_key(key)
        if article_id is None:
            return False
        super().open_article(article_id, at=position)
        return True

    def action_jump(self, by: int) -> None:
        here = self.here()
        while here is not None:
            place = self._jumps.back(here) if by < 0 else self._jumps.forward()
            if place is None:
                break
            if self.go(place.article_id, place.position):
                return
        self.tell(tr("没有更早的地方了") if by < 0 else tr("没有更晚的地方了"))

    def query_used(self, query: str) -> None:
        super().query_used(query)
        self.keep(lambda: self.state.add_search(query))

    def action_toggle_read(self) -> None:
        article_id = self.article_meant()
        if article_id is None:
            self.tell(tr("光标不在稿件上；先移到一篇稿件"))
            return
        key = self.store.key(article_id)
        read = key not in self._read
        (self._read.add if read else self._read.discard)(key)
        self.keep(lambda: self.state.mark_read(key, read))
        self.issues.refresh()
        self.tell(tr("标为已读") if read else tr("标为未读"))

    # Bookmarks.

    def action_set_mark(self) -> None:
        if self.take_article():
            question = tr("设书签：按一个字母（其他键取消）")
            self.app.push_screen(KeyPrompt(question, ambiguous=self.ambiguous), self._mark_named)

    def _mark_named(self, name: str | None) -> None:
        here = self.here()
        if name is None or here is None or not name.strip():
            self.tell(tr("没有设书签"))
            return
        self.keep(lambda: self.state.set_bookmark(name, here.article_id, here.position))
        self.tell(tr("书签 {name} 设在这里；按 ' 再按 {name} 回来").format(name=name))

    def action_go_to_mark(self) -> None:
        choices = []
        for mark in self.state.bookmarks():
            known = self.store.by_key(mark.article_id)
            title = self.store.article(known).title if known else tr("（这一篇不在打开的版面里）")
            day = short_date(self.store.issue_of(known)) if known else ""
            choices.append(Choice(mark.name, f"{mark.name}  {title}", day))
        if choices:
            self.app.push_screen(
                MarkChooser(tr("书签"), choices, ambiguous=self.ambiguous), self._mark_chosen
            )
        else:
            self.tell(tr("还没有书签；在稿件里按 m 设一个"))

    def _mark_chosen(self, name: str | None) -> None:
        mark = self.state.bookmark(name) if name else None
        if mark is not None:
            self.note_place()
            self.note_jump()
            if not self.go(mark.article_id, mark.position):
                self.tell(tr("这一篇不在打开的版面里"), error=True)

    # Related articles.

    def action_related(self) -> None:
        article_id = self.article_meant()
        if article_id is None:
            self.tell(tr("光标不在稿件上；先移到一篇稿件"))
        elif not self.store.ready:
            self.tell(tr("索引还没有建好，稍候再试"))
        else:
            self.tell(tr("正在找相关稿件…"))
            self.run_worker(self._relate(article_id), exclusive=True, group="related")

    async def _relate(self, article_id: str) -> None:
        asked = self.pressed, self.focused
        hits = await asyncio.to_thread(self.store.related, article_id, RELATED)
        if asked != (self.pressed, self.focused) or not self.is_current:
            return  # the reader has moved on: nothing is to come between
        self.tell("")
        about = self.store.article(article_id)
        choices = []
        for hit in telling(hits):
            issue, article = self.store.issue_of(hit.article_id), self.store.article(hit.article_id)
            tail = f"{short_date(issue)}  {kinship(about, article)}"
            choices.append(Choice(article.id, article.title, tail, hit.snippet))
        if choices:
            chooser = Chooser(tr("相关稿件"), choices, ambiguous=self.ambiguous)
            self.app.push_screen(chooser, self._related_chosen)
        else:
            self.tell(tr("没有相关的稿件"))

    def _related_chosen(self, article_id: str | None) -> None:
        if article_id is not None:
            self.open_article(article_id)


def telling(hits: Sequence[Hit]) -> list[Hit]:
    """The related articles that are not far behind the best: the rest shares little but common words."""
    return [hit for hit in hits if hit.score >= WEAK * hits[0].score]


def kinship(one: Article, other: Article) -> str:
    """What two related articles have in common: a writer, a place, else the story."""
    names = {name for byline in one.bylines for name in byline.names}
    if any(name in names for byline in other.bylines for name in byline.names):
        return tr("同记者")
    if one.place and one.place == other.place:
        return tr("同地")
    return tr("同事件")
