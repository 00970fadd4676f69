"""What goes wrong while the reader is open: our own mistakes, resizes in a row, a disk that is full."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import LCTUI, Open
from tests.e2e.terminal import Terminal, clean_env

FAILING = {
    "a key": """
from lctui.ui.widgets.issue_list import IssueList
def fail(self, by):
    secret = "in the locals"
    raise ZeroDivisionError("the mistake")
IssueList.action_move = fail
""",
    "a worker": """
from lctui.ui.screens.keeping import KeepingScreen
async def fail(self):
    raise ZeroDivisionError("the mistake")
KeepingScreen.action_toggle_read = lambda self: self.run_worker(fail(self))
""",
    "a drawing": """
from lctui.ui.widgets.status_line import StatusLine
draw = StatusLine.render_line
def fail(self, y):
    if self.app.theme == "newsprint-dark":
        raise ZeroDivisionError("the mistake")
    return draw(self, y)
StatusLine.render_line = fail
""",
}


@pytest.mark.parametrize(("where", "key"), [("a key", "j"), ("a worker", "M"), ("a drawing", "T")])
def test_a_mistake_of_our_own_is_one_line_and_a_file(
    tmp_path: Path, state: Path, where: str, key: str
) -> None:
    """The program is started with a fault planted; a shell around it tells of the terminal afterwards."""
    (tmp_path / "faulty.py").write_text(
        f"import sys\n{FAILING[where]}\nfrom lctui.cli import main\nsys.exit(main())\n", "utf-8"
    )
    run = f"{sys.executable} {tmp_path}/faulty.py; echo status $?"
    script = f"stty -a > {state}/before; {run}; stty -a > {state}/after"
    with Terminal(("sh", "-c", script), clean_env(state, TMPDIR=str(tmp_path)), columns=100) as terminal:
        terminal.wait_for("47 篇")
        terminal.settle()
        terminal.press(key)
        terminal.wait_for("status 2")
        terminal.exit_status()
        assert "Traceback" not in terminal.text
        printed = [line.strip() for line in terminal.lines if line.strip()]
        assert printed[-1] == "status 2"
        assert printed[0].startswith("lctui: 程序出错")
        assert len(printed) <= 3, printed  # the line may wrap
        assert b"\x1b[?1049l" in terminal.raw
        assert b"\x1b[?25h" in terminal.raw
    assert (state / "before").read_text() == (state / "after").read_text()
    (log,) = tmp_path.glob("lctui-*.log")
    assert "ZeroDivisionError: the mistake" in re.sub(r"\s+", " ", log.read_text("utf-8"))


def test_resizes_in_a_row_leave_no_trace(reader: Open) -> None:
    """A terminal crops what it shows when it gets smaller; back at its old size everything is drawn again."""
    terminal = reader(columns=120, rows=36)
    terminal.wait_for("47 篇")
    terminal.press("/", *"gaotie")
    terminal.wait_for("命中")
    terminal.settle()
    shown = terminal.text
    for pause in (0.0, 0.01, 0.03, 0.06, 0.15):
        for size in ((30, 8), (20, 5), (200, 60), (120, 36)):
            terminal.resize(*size)
            terminal.read(pause)
        terminal.wait(lambda: terminal.text == shown, "the screen as it was")


def test_what_could_not_be_kept_is_said_at_the_end(state: Path) -> None:
    blocked = state / "file"
    blocked.write_text("no folder")
    env = clean_env(state, LCTUI_STATE_DIR=str(blocked / "folder"))
    with Terminal(("sh", "-c", f"{' '.join(LCTUI)}; echo status $?"), env, 240) as terminal:
        terminal.wait_for("47 篇")
        terminal.press("enter")
        terminal.wait_for("写不了")  # at once: the article could not be marked as read
        terminal.press("a")
        terminal.wait_for("只留到退出")
        terminal.press("q")
        terminal.wait_for("status 0")
        assert "有改动没有留下来" in terminal.text


def test_the_screen_is_cleared_where_there_is_no_other_to_go_back_to(reader: Open) -> None:
    """GNU screen as it comes, and the Linux console, know no alternate screen."""
    terminal = reader()
    terminal.wait_for("47 篇")
    terminal.settle()
    terminal.press("q")
    assert terminal.exit_status() == 0
    last = terminal.raw.rindex(b"\x1b[?1049l")
    assert b"\x1b[H\x1b[J" in terminal.raw[last - 100 : last]
