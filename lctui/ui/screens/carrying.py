"""Carrying away what was read: to the clipboard, into the basket, to a command."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from lctui.config import Config
from lctui.i18n import tr
from lctui.quoting.citation import Style, cite
from lctui.quoting.quote import Passage, passage_text
from lctui.state import State
from lctui.store import ArticleStore
from lctui.text.cells import drawable
from lctui.ui.copying import What, copy, text_of
from lctui.ui.drawing import widen
from lctui.ui.driver import KnowsTerminal
from lctui.ui.piping import pipe
from lctui.ui.screens.basket import BasketScreen
from lctui.ui.screens.chooser import Choice, Chooser
from lctui.ui.screens.keeping import KeepingScreen
from lctui.ui.screens.prompt import Prompt
from lctui.ui.screens.text import TextScreen
from lctui.ui.selection import Mode
from lctui.ui.widgets.article_pane import ArticlePane

STYLE_CHOICE = "citation_style"


class CarryingScreen(KeepingScreen):
    """A reader with a clipboard, a basket of quotes, and a way to other programs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "y",
            "carry('quote')",
            tr("摘录"),
            id="quote.copy",
            tooltip=tr("在列表里：复制旁边稿件标记的一段，附出处"),
            show=False,
        ),
        Binding(
            "Y",
            "carry('article')",
            tr("复制全文"),
            id="quote.article",
            tooltip=tr("在列表里：复制光标处的稿件，附出处"),
            show=False,
        ),
        Binding(
            "c",
            "carry('citation')",
            tr("复制出处"),
            id="quote.citation",
            tooltip=tr("在列表里：复制光标处稿件的出处"),
            show=False,
        ),
        Binding(
            "R",
            "carry('page')",
            tr("复制原文"),
            id="quote.page_text",
            tooltip=tr("在列表里：复制旁边稿件标记的一段在版面上的原字"),
            show=False,
        ),
        Binding(
            "v",
            "select('characters')",
            tr("选择"),
            id="quote.select",
            tooltip=tr("在列表里：到旁边的稿件逐字选择"),
            show=False,
        ),
        Binding(
            "V",
            "select('paragraphs')",
            tr("选段"),
            id="quote.select_paragraphs",
            tooltip=tr("在列表里：到旁边的稿件整段选择"),
            show=False,
        ),
        Binding(
            "C", "style", tr("引文格式"), id="quote.style", tooltip=tr("选择摘录与出处的格式"), show=False
        ),
        Binding(
            "a",
            "gather",
            tr("摘入"),
            id="quote.gather",
            tooltip=tr("把所选或标记的一段放进摘抄本"),
            show=False,
        ),
        Binding("B", "basket", tr("摘抄本"), id="quote.basket", tooltip=tr("打开摘抄本"), show=False),
        Binding(
            "exclamation_mark",
            "pipe",
            tr("交给命令"),
            id="quote.pipe",
            tooltip=tr("把所选或标记的一段交给一个命令"),
            show=False,
        ),
    ]

    def __init__(self, store: ArticleStore, config: Config, state: State) -> None:
        super().__init__(store, config, state)
        self._style = Style(config.citation_style)
        self._command = ""
        self.register = ""
        """What was copied last."""

    async def remember(self) -> None:
        await super().remember()
        chosen = self.state.choice(STYLE_CHOICE)
        if chosen in set(Style):
            self._style = Style(chosen)

    # The clipboard.

    def action_carry(self, what: What) -> None:
        """In a list: copy what belongs to the article under the cursor, or what is marked in it."""
        if self.take_article() if what in ("article", "citation") else self.take_passage():
            self.copy_text(text_of(self.pane.passage(), what, self._style))

    def action_select(self, mode: Mode) -> None:
        """In a list: go to the article beside it and select there."""
        if self.take_passage():
            self.focus_article()
            self.pane.action_select(mode)

    @on(ArticlePane.Copy)
    def _copy_wanted(self, event: ArticlePane.Copy) -> None:
        self.copy_text(text_of(event.passage, event.what, self._style))

    def copy_text(self, text: str) -> None:
        """Put a text into the register and the clipboard, and say which way it went."""
        self.register = text
        self.run_worker(self._copied(text), group="copy")

    async def _copied(self, text: str) -> None:
        terminal = self.app.terminal if isinstance(self.app, KnowsTerminal) else None
        outcome = await copy(text, terminal, self.state.folder, self.config)
        self.tell(outcome.message, error=not outcome.sent)

    def action_style(self) -> None:
        if not self.take_article() or self.article_id is None:
            return
        issue, article = self.store.issue_of(self.article_id), self.store.article(self.article_id)
        choices = [Choice(style.value, style.label, "", cite(issue, article, style)) for style in Style]
        chooser = Chooser(tr("引文格式"), choices, chosen=self._style, ambiguous=self.ambiguous)
        self.app.push_screen(chooser, self._style_chosen)

    def _style_chosen(self, chosen: str | None) -> None:
        if chosen is not None:
            self._style = Style(chosen)
            self.keep(lambda: self.state.set_choice(STYLE_CHOICE, chosen))
            self.tell(tr("摘录与出处的格式：{style}").format(style=self._style.label))

    # The basket.

    def _passage(self) -> Passage | None:
        return self.pane.passage() if self.take_passage() else None

    def action_gather(self) -> None:
        passage = self._passage()
        if passage is not None:
            self.run_worker(self._gathered(passage), group="keep")

    async def _gathered(self, passage: Passage) -> None:
        def add() -> bool:
            self.state.add_quote(passage)
            return self.state.flush()

        kept = await asyncio.to_thread(add)
        said = tr("已放进摘抄本，共 {count} 条；按 B 打开")
        if not kept:
            said = tr("摘抄本写不到磁盘上，{count} 条只留到退出")
        self.tell(said.format(count=len(self.state.basket())), error=not kept)
        self._complain()

    def action_basket(self) -> None:
        basket = BasketScreen(self.state, self._style, self.copy_text, ambiguous=self.ambiguous)
        self.app.push_screen(basket, self._quote_chosen)

    def _quote_chosen(self, quote_id: str | None) -> None:
        quote = next((q for q in self.state.basket() if q.id == quote_id), None)
        if quote is None:
            return
        article_id = quote.source.id
        if article_id in self.store:
            self.open_article(article_id, at=quote.start)
        else:
            self.tell(tr("这一篇不在打开的版面里"), error=True)

    # Other programs.

    def action_pipe(self) -> None:
        passage = self._passage()
        if passage is not None:
            text = passage_text(passage) + "\n"
            prompt = Prompt(tr("交给命令"), self._command, tr("如 wc -m"), ambiguous=self.ambiguous)
            self.app.push_screen(prompt, lambda command: self._command_named(text, command))

    def _command_named(self, text: str, command: str | None) -> None:
        if command and command.strip():
            self._command = command.strip()
            self.run_worker(self._piped(text, self._command), group="pipe")

    async def _piped(self, text: str, command: str) -> None:
        self.tell(tr("{command} 运行中…").format(command=command))
        try:
            piped = await pipe(text, command)
        except OSError as error:
            self.tell(tr("{command} 启动不了：{error}").format(command=command, error=error), error=True)
            return
        lines = piped.output.strip().splitlines()
        ended = tr("{command} 已结束，退出码 {status}").format(command=command, status=piped.status)
        if len(lines) > 1:
            printed = Content(widen("\n".join(map(drawable, lines)), self.ambiguous))
            self.app.push_screen(TextScreen(ended, lambda width: printed, ambiguous=self.ambiguous))
            self.tell(ended, error=piped.status != 0)
        else:
            self.tell("  ".join([ended, *map(drawable, lines)]), error=piped.status != 0)
