"""The command palette: every command of the reader by name, by the initials of its pinyin, or by its id."""

from __future__ import annotations

import asyncio
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widget import Widget

from lctui.i18n import tr
from lctui.ui.commands import Placed, all_commands
from lctui.ui.keys import Command
from lctui.ui.screens.panes import PanesScreen


class CommandProvider(Provider):
    """All commands; a query that fits none is answered in words."""

    async def startup(self) -> None:
        keymap = self.screen.config.keys if isinstance(self.screen, PanesScreen) else {}
        self._commands = all_commands(self.screen, keymap)
        self._initials = await asyncio.to_thread(_initials, [placed.command for placed in self._commands])

    async def discover(self) -> Hits:
        for placed in self._commands:
            label = self._label(placed)
            yield DiscoveryHit(label, partial(self._run, placed), placed.command.name, label_help(placed))

    async def search(self, query: str) -> Hits:
        found = False
        for placed, initials in zip(self._commands, self._initials, strict=True):
            score = _score(query.strip().lower(), placed.command, initials)
            if score > 0:
                found = True
                run, name = partial(self._run, placed), placed.command.name
                yield Hit(score, self._label(placed), run, name, label_help(placed))
        if not found:
            yield Hit(0.01, Content(tr("没有这个命令")), lambda: None, "", tr("换个说法，或清空看全部"))

    def _label(self, placed: Placed) -> Content:
        command = placed.command
        return Content(f"{command.name}  {' '.join(command.keys)}")

    async def _run(self, placed: Placed) -> None:
        if isinstance(placed.node, Widget):
            placed.node.focus()
        await self.app.run_action(placed.command.action, placed.node)


def _score(query: str, command: Command, initials: tuple[str, str]) -> float:
    """How well a query fits a command, 0 for not at all: name before initials, tooltip, id."""
    name, tooltip = initials
    texts = (command.name.lower(), name, command.tooltip.lower(), command.id, tooltip)
    scores = [
        1 - n / 10 + (0.05 if text.startswith(query) else 0) for n, text in enumerate(texts) if query in text
    ]
    return max(scores, default=0)


def label_help(placed: Placed) -> str:
    """The second line of a command: where it belongs and what it does, safe as markup."""
    return f"{placed.command.group} — {placed.command.tooltip}".replace("[", r"\[")


def _initials(commands: list[Command]) -> list[tuple[str, str]]:
    """The pinyin initials of each name and tooltip: 搜索 is ss. Loads a dictionary; call in a thread."""
    from pypinyin import Style, lazy_pinyin

    def initials(text: str) -> str:
        return "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).lower()

    return [(initials(command.name), initials(command.tooltip)) for command in commands]
