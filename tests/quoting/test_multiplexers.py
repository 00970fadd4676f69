"""What comes out at the terminal when text is copied inside a real tmux and a real GNU screen.

The terminal is a pseudo-terminal that this test reads; the multiplexers run on sockets of their own, so
that nothing of the person's who runs the tests is touched.
"""

import base64
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

ROOT = Path(__file__).parents[2]
TEXTS = {
    "one line": "项目为王，大抓项目、抓大项目。",
    "paragraphs": "第一段。\n第二段：“引号”。",
    "emoji": "丰收👩‍🌾！",
    "100,000 characters": "聊城高铁新城建设全面提速。" * 7_700,
}

COPIER = """
import os, sys, time
from pathlib import Path
from lctui.quoting.clipboard import copy
text = Path(sys.argv[1]).read_text(encoding="utf-8")
def write(sequence):
    sys.stdout.write(sequence); sys.stdout.flush()
done = copy(text, write=write, folder=Path(sys.argv[2]))
Path(sys.argv[2], "route").write_text(done.route.value)
time.sleep(0.7)
"""


def environment() -> dict[str, str]:
    """A login over SSH in an xterm, outside any multiplexer."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ssh = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
    return keep | ssh | {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


@pytest.fixture(params=list(TEXTS))
def job(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, list[str], Path]:
    """The text to copy, the command that copies it, and the folder where it leaves its traces."""
    text = TEXTS[request.param]
    (tmp_path / "text").write_text(text, encoding="utf-8")
    (tmp_path / "copier.py").write_text(COPIER, encoding="utf-8")
    state = tmp_path / "state"
    command = [sys.executable, str(tmp_path / "copier.py"), str(tmp_path / "text"), str(state)]
    return text, command, state


def seen_by_the_terminal(command: list[str], env: dict[str, str]) -> bytes:
    child = pexpect.spawn(command[0], command[1:], env=env, dimensions=(24, 80), timeout=30)
    child.expect(pexpect.EOF)
    child.close(force=True)
    return child.before or b""


def clipboard_of(output: bytes) -> str | None:
    found = re.search(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", output)
    return base64.b64decode(found[1]).decode("utf-8") if found else None


@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_through_screen(job: tuple[str, list[str], Path], tmp_path: Path) -> None:
    text, command, state = job
    sockets = tmp_path / "s"
    sockets.mkdir(mode=0o700)
    env = environment() | {"SCREENDIR": str(sockets)}
    output = seen_by_the_terminal(["screen", "-c", "/dev/null", "-S", "lctui", *command], env)
    assert (state / "route").read_text() == "screen"
    assert clipboard_of(output) == text
    assert b"]52" not in re.sub(rb"\x1b\]52;[^\x07]*\x07", b"", output), (
        "nothing of it is shown on the screen"
    )


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    command = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    yield command
    subprocess.run([*command, "kill-server"], capture_output=True, timeout=10, check=False)


def test_through_tmux(job: tuple[str, list[str], Path], tmux: list[str], tmp_path: Path) -> None:
    text, command, state = job
    shown = tmp_path / "shown"
    shell = " ".join(command) + f"; tmux show-buffer > {shown}"
    output = seen_by_the_terminal([*tmux, "new-session", shell], environment())
    assert (state / "route").read_text() == "tmux"
    assert shown.read_text(encoding="utf-8") == text, "tmux's own buffer holds it"
    assert clipboard_of(output) == text, "and the terminal's clipboard got it"


def test_a_terminal_without_a_clipboard_leaves_the_text_in_tmux(tmux: list[str], tmp_path: Path) -> None:
    (tmp_path / "text").write_text("摘录", encoding="utf-8")
    (tmp_path / "copier.py").write_text(COPIER, encoding="utf-8")
    copier = [sys.executable, tmp_path / "copier.py", tmp_path / "text", tmp_path / "state"]
    shell = f"{' '.join(map(str, copier))}; tmux show-buffer > {tmp_path / 'shown'}"
    output = seen_by_the_terminal([*tmux, "new-session", shell], environment() | {"TERM": "vt100"})
    assert clipboard_of(output) is None
    assert (tmp_path / "shown").read_text(encoding="utf-8") == "摘录"
    assert (tmp_path / "state" / "route").read_text() == "tmux-buffer", "and no more is claimed"


def test_tmux_in_screen_and_screen_in_tmux(tmux: list[str], tmp_path: Path) -> None:
    """Whichever is inside, tmux's buffer has the text; where tmux is outside, the terminal has it too."""
    if not shutil.which("screen"):
        pytest.skip("GNU screen is not installed")
    (tmp_path / "text").write_text("内外", encoding="utf-8")
    (tmp_path / "copier.py").write_text(COPIER, encoding="utf-8")
    sockets = tmp_path / "s"
    sockets.mkdir(mode=0o700)
    env = environment() | {"SCREENDIR": str(sockets)}
    copier = [sys.executable, tmp_path / "copier.py", tmp_path / "text", tmp_path / "state"]
    inner = " ".join(map(str, copier))
    output = seen_by_the_terminal(
        [
            *tmux,
            "new-session",
            f"screen -c /dev/null -S lctui {inner}; tmux show-buffer > {tmp_path / 'shown'}",
        ],
        env,
    )
    assert (tmp_path / "shown").read_text(encoding="utf-8") == "内外"
    assert clipboard_of(output) == "内外"
    tmux_in_screen = [*tmux, "new-session", f"{inner}; tmux show-buffer > {tmp_path / 'shown2'}"]
    seen_by_the_terminal(["screen", "-c", "/dev/null", "-S", "lctui2", *tmux_in_screen], env)
    assert (tmp_path / "shown2").read_text(encoding="utf-8") == "内外"
