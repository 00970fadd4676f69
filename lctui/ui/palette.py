"""The command palette: every command of the reader by name, by the initials of its pinyin, or by its id."""

from __future__ import annotations

import asyncio
import re
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widget import Widget

from lctui.i18n import tr
from lctui.ui.commands import Placed, all_commands
from lctui.ui.keys import Command
from lctui.ui.screens.panes import PanesScreen

SHORTEST_ALIKE = 3
"""Letters that a query and a word must begin with alike, where the word does not hold the query."""

BY_NAME_INITIALS, BY_INITIALS = 0.9, 0.5
"""How well a query fits that is the initials of a name, or of what a command does."""


class CommandProvider(Provider):
    """All commands; a query that fits none is answered in words."""

    async def startup(self) -> None:
        keymap = self.screen.config.keys if isinstance(self.screen, PanesScreen) else {}
        self._commands = all_commands(self.screen, keymap)
        commands = [placed.command for placed in self._commands]
        self._initials = asyncio.create_task(asyncio.to_thread(_initials, commands))

    async def discover(self) -> Hits:
        for placed in self._commands:
            label = self._label(placed)
            yield DiscoveryHit(label, partial(self._run, placed), placed.command.name, label_help(placed))

    async def search(self, query: str) -> Hits:
        wanted = query.strip().lower()
        found: set[int] = set()
        for n, placed in enumerate(self._commands):
            if score := fitness(wanted, placed.command):
                found.add(n)
                yield self._hit(score, placed)
        # The dictionary of pinyin may still be on its way; what was found without it is shown by then.
        for n, (name, tooltip) in enumerate(await asyncio.shield(self._initials)):
            if n not in found and (wanted in name or wanted in tooltip):
                found.add(n)
                yield self._hit(BY_NAME_INITIALS if wanted in name else BY_INITIALS, self._commands[n])
        if not found:
            yield Hit(0.01, Content(tr("没有这个命令")), lambda: None, "", tr("换个说法，或清空看全部"))

    def _hit(self, score: float, placed: Placed) -> Hit:
        run = partial(self._run, placed)
        return Hit(score, self._label(placed), run, placed.command.name, label_help(placed))

    def _label(self, placed: Placed) -> Content:
        command = placed.command
        return Content(f"{command.name}  {' '.join(command.keys)}")

    async def _run(self, placed: Placed) -> None:
        if isinstance(placed.node, Widget):
            placed.node.focus()
        await self.app.run_action(placed.command.action, placed.node)


def fitness(query: str, command: Command) -> float:
    """How well a query fits a command, 0 for not at all: name before tooltip, id, and what begins alike."""
    texts = (command.name.lower(), command.tooltip.lower(), command.id)
    scores = [
        1 - n / 5 + (0.05 if text.startswith(query) else 0) for n, text in enumerate(texts) if query in text
    ]
    if not scores and len(query) >= SHORTEST_ALIKE and query.isascii():
        # `cite` means the citation.
        stem = query[: max(SHORTEST_ALIKE, len(query) - 2)]
        words = re.findall("[a-z]+", " ".join(texts))
        scores = [0.2 for word in words if word.startswith(stem)]
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
