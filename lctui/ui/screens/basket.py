"""摘抄本, the basket of quotes: to read through, note on, copy, export and go back to the articles from."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from lctui.i18n import tr
from lctui.quoting.basket import BasketQuote
from lctui.quoting.citation import Style, cite_source
from lctui.quoting.export import Format, export
from lctui.quoting.quote import with_source
from lctui.state import State
from lctui.ui.screens.chooser import Choice, Chooser
from lctui.ui.screens.prompt import Prompt


class BasketScreen(Chooser):
    """The quotes in the order they were taken; gives back the id of the one whose article is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "note", tr("批注"), id="basket.note", tooltip=tr("给这条摘录写批注")),
        Binding("y", "copy", tr("复制"), id="basket.copy", tooltip=tr("复制这条摘录，附出处")),
        Binding("d,delete", "remove", tr("删去"), id="basket.remove", tooltip=tr("删去这条摘录")),
        Binding("u", "restore", tr("恢复"), id="basket.restore", tooltip=tr("恢复最后删去的一条")),
        Binding("x", "export", tr("导出"), id="basket.export", tooltip=tr("导出全部摘录到文件")),
    ]

    def __init__(
        self, state: State, style: Style, copy: Callable[[str], None], *, ambiguous: int = 1
    ) -> None:
        self._state = state
        self._style = style
        self._copy = copy
        self._removed: list[BasketQuote] = []
        super().__init__(tr("摘抄本"), self._choices(), ambiguous=ambiguous)

    def key_hints(self) -> list[str]:
        return [
            tr("Enter 到原文"),
            tr("e 批注"),
            tr("y 复制"),
            tr("d 删去"),
            tr("x 导出"),
            tr("u 恢复"),
            tr("Esc 关闭"),
        ]

    def empty_line(self) -> str:
        return tr("还没有摘录；在稿件里按 a 摘入一段")

    def _choices(self) -> list[Choice]:
        self._quotes = self._state.basket()
        choices = []
        for quote in self._quotes:
            preview = f"{quote.text}\n——{cite_source(quote.source)}"
            if quote.note:
                preview += "\n" + tr("按：{note}").format(note=quote.note)
            first = quote.text.partition("\n")[0]
            tail = ("* " if quote.note else "") + f"{quote.time:%m-%d %H:%M}"
            choices.append(Choice(quote.id, first, tail, preview))
        return choices

    def _quote(self) -> BasketQuote | None:
        cursor = self.list.cursor
        return self._quotes[cursor] if cursor < len(self._quotes) else None

    async def _write(self, write: Callable[[], object]) -> None:
        """Write to the state in a thread, then show it as it is now."""
        await asyncio.to_thread(write)
        self.show_choices(self._choices())
        for problem in self._state.take_problems():
            self.say(problem)

    def action_note(self) -> None:
        quote = self._quote()
        if quote is not None:
            prompt = Prompt(
                tr("批注"), quote.note, tr("写给自己的话；留空则删去批注"), ambiguous=self.ambiguous
            )
            self.app.push_screen(prompt, lambda note: self._noted(quote, note))

    def _noted(self, quote: BasketQuote, note: str | None) -> None:
        if note is not None:
            noted = replace(quote, note=note.strip())
            self.run_worker(self._write(lambda: self._state.put_quote(noted)))

    def action_copy(self) -> None:
        quote = self._quote()
        if quote is not None:
            lines = [line for line in quote.text.split("\n") if line]
            self._copy(with_source(lines, quote.source, self._style))
            self.say(tr("这条摘录送去复制了，结果见状态栏"))

    def action_remove(self) -> None:
        quote = self._quote()
        if quote is not None:
            self._removed.append(quote)
            self.run_worker(self._write(lambda: self._state.remove_quote(quote.id)))

    def action_restore(self) -> None:
        if self._removed:
            quote = self._removed.pop()
            self.run_worker(self._write(lambda: self._state.put_quote(quote)))

    def action_export(self) -> None:
        if self._quotes:
            choices = [Choice(format.value, format.label, f".{format.value}") for format in Format]
            self.app.push_screen(
                Chooser(tr("导出为"), choices, ambiguous=self.ambiguous), self._format_chosen
            )

    def _format_chosen(self, suffix: str | None) -> None:
        if suffix is not None:
            format = Format(suffix)
            path = Path.cwd() / f"lctui-quotes.{suffix}"
            self._ask_path(tr("导出到文件"), format, str(path), None)

    def _ask_path(self, question: str, format: Format, path: str, refused: str | None) -> None:
        """Ask for the file; `refused` is one that exists: naming it again overwrites it."""
        prompt = Prompt(question, path, ambiguous=self.ambiguous)
        self.app.push_screen(prompt, lambda named: self._path_named(format, named, refused))

    def _path_named(self, format: Format, named: str | None, refused: str | None) -> None:
        if not named or not named.strip():
            return
        path = Path(named.strip()).expanduser()
        if path.exists() and str(path) != refused:
            self._ask_path(tr("已有这个文件；再按 Enter 覆盖，或换个名字"), format, str(path), str(path))
            return
        self.run_worker(self._exported(path, format))

    async def _exported(self, path: Path, format: Format) -> None:
        content = export(self._quotes, format)
        try:
            await asyncio.to_thread(path.write_text, content, "utf-8")
        except OSError as error:
            self.say(tr("{path} 写不了：{error}").format(path=path, error=error.strerror or error))
        else:
            self.say(tr("{count} 条摘录已导出到 {path}").format(count=len(self._quotes), path=path))
