"""The command palette: every command of the reader by name, by the initials of its pinyin, or by its id."""

from __future__ import annotations

import asyncio
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widget import Widget

from lctui.i18n import tr
from lctui.ui.commands import Placed, all_commands
from lctui.ui.screens.panes import PanesScreen


class CommandProvider(Provider):
    """All commands; a query that fits none is answered in words."""

    async def startup(self) -> None:
        keymap = self.screen.config.keys if isinstance(self.screen, PanesScreen) else {}
        self._commands = all_commands(self.screen, keymap)
        self._initials = await asyncio.to_thread(_initials, [c.command.name for c in self._commands])

    async def discover(self) -> Hits:
        for placed in self._commands:
            label = self._label(placed)
            yield DiscoveryHit(label, partial(self._run, placed), placed.command.name, label_help(placed))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        found = False
        for placed, initials in zip(self._commands, self._initials, strict=True):
            command = placed.command
            texts = (command.name, command.tooltip, command.id, initials)
            score = max(matcher.match(text) for text in texts)
            if score > 0:
                found = True
                yield Hit(
                    score, self._label(placed), partial(self._run, placed), command.name, label_help(placed)
                )
        if not found:
            yield Hit(0.01, Content(tr("没有这个命令")), lambda: None, "", tr("换个说法，或清空看全部"))

    def _label(self, placed: Placed) -> Content:
        command = placed.command
        return Content(f"{command.name}  {' '.join(command.keys)}")

    async def _run(self, placed: Placed) -> None:
        if isinstance(placed.node, Widget):
            placed.node.focus()
        await self.app.run_action(placed.command.action, placed.node)


def label_help(placed: Placed) -> str:
    """The second line of a command: where it belongs and what it does, safe as markup."""
    return f"{placed.command.group} — {placed.command.tooltip}".replace("[", r"\[")


def _initials(names: list[str]) -> list[str]:
    """The initials of the pinyin of each name: 搜索 is ss. Loads the dictionary; call in a thread."""
    from pypinyin import Style, lazy_pinyin

    return ["".join(lazy_pinyin(name, style=Style.FIRST_LETTER)) for name in names]
