"""The application: themes, keys, the terminal, and the screen that does the work."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import ClassVar

from rich.console import Console
from textual.app import App
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.timer import Timer

from lctui.config import Config
from lctui.i18n import tr
from lctui.model import Issue
from lctui.state import State
from lctui.store import ArticleStore, LoadProblem
from lctui.text.cells import clip
from lctui.ui.commands import key_problems
from lctui.ui.driver import ReaderDriver, Terminal
from lctui.ui.palette import CommandProvider
from lctui.ui.screens.help import HelpScreen
from lctui.ui.screens.reader import ReaderScreen
from lctui.ui.themes import DEFAULT_THEME, NEWSPRINT_DARK, NEWSPRINT_LIGHT, THEMES, fallbacks, plain

SETTLED = 0.15
"""Seconds after the last change of the terminal's size when the whole screen is drawn once more; what the
terminal shows already is not sent again."""


class ReaderFailed(Exception):
    """Something went wrong inside the open reader; the text is Textual's report of it."""


class LctuiApp(App[int], inherit_bindings=False):
    """The reader in a terminal. Its return value is the exit status."""

    CSS_PATH = "lctui.tcss"
    TITLE = "lctui"
    ALLOW_SELECT = False  # what the mouse selects is the article pane's, without the screen's line breaks
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark", "help", tr("帮助"), id="app.help", tooltip=tr("列出所有的键"), key_display="?"
        ),
        Binding("q", "quit", tr("退出"), id="app.quit", tooltip=tr("退出阅读器")),
        Binding(
            "ctrl+q",
            "quit",
            tr("退出"),
            id="app.quit_anywhere",
            tooltip=tr("退出，在搜索栏里也行"),
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+c", "say_quit", tr("怎样退出"), id="app.interrupt", tooltip=tr("提示退出的键"), show=False
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            tr("命令"),
            id="app.palette",
            tooltip=tr("按名字找命令"),
            priority=True,
            show=False,
        ),
        Binding(
            "T", "toggle_theme", tr("日夜"), id="app.theme", tooltip=tr("日间与夜间主题互换"), show=False
        ),
        Binding(
            "ctrl+z", "suspend_process", tr("挂起"), id="app.suspend", tooltip=tr("挂起，fg 回来"), show=False
        ),
        Binding("ctrl+l", "redraw", tr("重画"), id="app.redraw", tooltip=tr("屏幕乱了时重画"), show=False),
    ]

    def __init__(
        self,
        store: ArticleStore,
        found: Iterator[Issue | LoadProblem],
        remaining: int,
        config: Config,
        state: State | None = None,
    ) -> None:
        no_color = "NO_COLOR" in os.environ
        super().__init__(driver_class=ReaderDriver, ansi_color=True if no_color else None)
        self.config = config
        self.state = state or State()
        self.terminal: Terminal | None = None
        self.ambiguous = config.ambiguous_width or 1
        # Nothing is ever animated: it looks the same here and would be unbearable over a slow line.
        self.animation_level = "none"
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DEFAULT_THEME
        self._settling: Timer | None = None
        self._reader = ReaderScreen(store, found, remaining, config, self.state)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return fallbacks(self.current_theme)

    def get_default_screen(self) -> ReaderScreen:
        return self._reader

    @property
    def reader(self) -> ReaderScreen:
        """The screen that is always there."""
        return self._reader

    def on_mount(self) -> None:
        self._bind_keys(self.config.keys)
        if not self.is_headless:
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._told_to_end, number)
        if wanted := self.config.theme:
            self._choose_theme(wanted)

    def on_resize(self) -> None:
        """Of a terminal that was resized nothing is known, not even where it has its old size again: it
        cropped what it showed, and what was drawn in between was drawn for another size."""
        if self.terminal is not None:
            self.terminal.repaint()
            if self._settling is not None:
                self._settling.stop()
            self._settling = self.set_timer(SETTLED, self._draw_all)

    def _draw_all(self) -> None:
        self._settling = None
        self.screen.refresh()

    def _bind_keys(self, keys: Mapping[str, str]) -> None:
        self.set_keymap(keys)
        if problems := key_problems(keys):
            self.call_after_refresh(self._reader.tell, "  ".join(problems), error=True)

    def _choose_theme(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name
            return
        names = (theme.name for theme in THEMES)
        said = tr("没有主题 {name}；自带 {names}").format(name=clip(name, 24), names=" ".join(names))
        self.call_after_refresh(self._reader.tell, said, error=True)

    def action_help(self) -> None:
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.config.keys, self._reader.ambiguous))

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, CommandPalette):
            palette = CommandPalette([CommandProvider], placeholder=tr("找命令：中文、拼音首字母或英文名"))
            self.push_screen(palette)

    def action_toggle_theme(self) -> None:
        dark = self.current_theme.dark
        self.theme = NEWSPRINT_LIGHT.name if dark else NEWSPRINT_DARK.name

    def action_redraw(self) -> None:
        if self.terminal is not None:
            self.terminal.repaint()

    def action_say_quit(self) -> None:
        self._reader.tell(tr("按 q 退出；在搜索栏里按 Ctrl+Q"))

    async def action_quit(self) -> None:
        self._reader.note_place()
        await asyncio.to_thread(self.state.flush)
        self.exit(0)

    def _told_to_end(self, number: int) -> None:
        """The connection broke, or somebody wants the reader gone: leave terminal and state in order."""
        self._reader.note_place()
        self.state.flush()
        self.exit(128 + number)


def run_reader(
    store: ArticleStore, found: Iterator[Issue | LoadProblem], remaining: int, config: Config
) -> int:
    """Open the reader on a store with its first page; the exit status.

    `found` gives the `remaining` other pages, which are read while the reader is open. Raises ReaderFailed
    for a mistake of our own, after the terminal has been restored and the state kept.
    """
    app = LctuiApp(store, found, remaining, config)
    for theme in map(plain, THEMES) if app.console.color_system == "standard" else ():
        app.register_theme(theme)
    # Textual would print the report, a page or two, over the shell's screen.
    report = StringIO()
    app.error_console = Console(file=report, markup=False, highlight=False, width=120)
    status = app.run()
    if not app.state.flush():
        lost = tr("有改动没有留下来：{reasons}").format(reasons="；".join(app.state.take_problems()))
        print(f"lctui: {lost}", file=sys.stderr)
    if report.getvalue():
        raise ReaderFailed(report.getvalue())
    return status if status is not None else (app.return_code or 0)
