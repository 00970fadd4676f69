"""Leaving the reader in other ways than by q: suspended, told to end, redrawn over what others wrote."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from lctui.state import State
from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal, clean_env


def test_suspended_and_back(state: Path) -> None:
    script = f"{sys.executable} -m lctui"
    with Terminal(("bash", "--norc", "-i"), clean_env(state, PS1="$ ")) as terminal:
        terminal.press(script, "enter")
        terminal.wait_for("47 篇")
        terminal.settle()
        shown = terminal.text
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        terminal.press("fg", "enter")
        terminal.wait_for("47 篇")
        terminal.settle()
        assert terminal.text == shown
        terminal.press("j")
        terminal.wait_for("3/16")
        terminal.press("q")
        terminal.wait_gone("47 篇")
        terminal.settle()
        terminal.press("exit", "enter")
        terminal.exit_status()


def test_told_to_end_it_leaves_terminal_and_state_in_order(reader: Open, state: Path) -> None:
    terminal = reader()
    terminal.wait_for("47 篇")
    terminal.settle()
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.press("}", "}", " ")
    terminal.settle()
    terminal.child.kill(signal.SIGTERM)
    assert terminal.exit_status() == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in terminal.raw
    assert b"\x1b[?25h" in terminal.raw
    kept = State(state)
    article = kept.last_article()
    assert article is not None
    position = kept.position(article)
    assert position is not None
    assert position.paragraph > 0


def test_a_screen_that_others_wrote_on_is_drawn_again(reader: Open) -> None:
    terminal = reader()
    terminal.wait_for("47 篇")
    terminal.settle()
    shown = terminal.text
    terminal.stream.feed(b"\x1b[5;1HBroadcast message from root\x1b[K")
    assert terminal.text != shown
    terminal.press("\x0c")
    terminal.wait_gone("Broadcast")  # a busy machine may be quiet for a while before it draws
    terminal.settle()
    assert terminal.text == shown


def test_a_key_in_the_list_costs_little(reader: Open) -> None:
    terminal = reader()
    terminal.wait_for("47 篇")
    terminal.settle()
    before = len(terminal.raw)
    terminal.press("j")
    terminal.settle()
    assert 0 < len(terminal.raw) - before < 1_500


def test_what_is_typed_on_ahead_is_not_lost(reader: Open) -> None:
    """On a slow line keys arrive in heaps: the first opens the bar, the others are the query."""
    terminal = reader()
    terminal.wait_for("47 篇")
    terminal.settle()
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.write("jj/高铁\r")
    terminal.wait_for("5/47 篇")
    terminal.wait_for("1/5")
    assert "/ 高铁" in terminal.lines[0]
