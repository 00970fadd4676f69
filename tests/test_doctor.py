"""`lctui doctor`: what it says in which surroundings, and that it leaves everything as it was."""

import base64
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pexpect
import pytest

from lctui.doctor import Check, Verdict, output_of, printable, report

ROOT = Path(__file__).parents[1]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LCTUI_STATE_DIR": str(tmp_path / "state"),
        "LCTUI_CONFIG": str(tmp_path / "config.toml"),
    }


def look(env: Mapping[str, str], *programs: str, says: Mapping[str, bytes] | None = None) -> dict[str, Check]:
    """The report by name, without a terminal; only the programs named exist, and say what they should."""

    def output(command: Sequence[str], data: bytes) -> bytes | None:
        spoken = " ".join(command)
        return next((said for start, said in (says or {}).items() if spoken.startswith(start)), None)

    read_end, write_end = os.pipe()
    try:
        checks = report(
            env,
            fd_in=read_end,
            fd_out=write_end,
            which=lambda name: name if name in programs else None,
            output=output,
        )
    finally:
        os.close(read_end)
        os.close(write_end)
    return {check.name: check for check in checks}


COLOURS = [
    ({"COLORTERM": "truecolor"}, Verdict.GOOD, "1600"),
    ({"COLORTERM": "24bit"}, Verdict.GOOD, "1600"),
    ({}, Verdict.GOOD, "256"),
    ({"TERM": "xterm"}, Verdict.NOTE, "16"),
    ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, Verdict.NOTE, "NO_COLOR"),
]


@pytest.mark.parametrize(("more", "verdict", "found"), COLOURS)
def test_colours(env: dict[str, str], more: dict[str, str], verdict: Verdict, found: str) -> None:
    check = look(env | more)["颜色"]
    assert check.verdict is verdict
    assert found in check.found


def test_every_check_has_its_say_and_no_terminal_is_no_disaster(env: dict[str, str]) -> None:
    checks = look(env)
    assert list(checks) == [
        "程序", "终端", "大小", "多路复用", "SSH", "颜色", "编码", "“”…—□ 的宽度", "状态文件夹", "设置",
        "剪贴板通道", "剪贴板试验",
    ]  # fmt: skip
    assert Verdict.BAD not in {check.verdict for check in checks.values()}
    lines = printable(list(checks.values())).split("\n")
    assert all(re.match(r"(ok|--|!!)  |      → ", line) for line in lines)


def test_a_terminal_without_a_name_is_told_what_to_do(env: dict[str, str]) -> None:
    read_end, child = os.openpty()
    try:
        checks = {check.name: check for check in report(env | {"TERM": "dumb"}, fd_in=child, fd_out=child)}
    finally:
        os.close(read_end)
        os.close(child)
    assert checks["终端"].verdict is Verdict.BAD
    assert "export TERM" in checks["终端"].advice
    assert checks["剪贴板通道"].verdict is Verdict.NOTE


def test_an_encoding_that_has_no_chinese(env: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getpreferredencoding", lambda _=True: "ANSI_X3.4-1968")
    check = look(env | {"LANG": "C"})["编码"]
    assert check.verdict is Verdict.BAD
    assert "LANG=C" in check.found
    assert "C.UTF-8" in check.advice


def test_ssh_is_told(env: dict[str, str]) -> None:
    checks = look(env | {"SSH_TTY": "/dev/pts/0", "DISPLAY": ":0"}, "xclip")
    assert "远程" in checks["SSH"].found
    assert checks["剪贴板通道"].found.startswith("osc52 →")


def test_a_state_folder_that_cannot_be_written(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    check = look(env)["状态文件夹"]
    assert check.verdict is Verdict.BAD
    assert "LCTUI_STATE_DIR" in check.advice


def test_a_broken_state_file_is_told(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "basket.json").write_text("{")
    check = look(env)["状态文件夹"]
    assert check.verdict is Verdict.NOTE
    assert "basket.json.broken-" in check.advice


def test_looking_leaves_nothing_behind(env: dict[str, str], tmp_path: Path) -> None:
    look(env)
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["lock"]


def test_settings_that_cannot_be_read(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("measure = 'wide'")
    assert look(env)["设置"].verdict is Verdict.BAD


TMUX = {"TMUX": "/tmp/none,1,0"}
TMUX_CASES = [
    ({}, Verdict.BAD, "a tmux that does not answer"),
    ({"tmux load-buffer": b"", "tmux show-buffer": b"something else"}, Verdict.BAD, "a buffer that changes"),
]


@pytest.mark.parametrize(("says", "verdict", "why"), TMUX_CASES, ids=[case[2] for case in TMUX_CASES])
def test_a_tmux_that_fails(env: dict[str, str], says: dict[str, bytes], verdict: Verdict, why: str) -> None:
    assert look(env | TMUX, "tmux", says=says)["剪贴板试验"].verdict is verdict


def test_tmux_without_its_program(env: dict[str, str]) -> None:
    assert "PATH" in look(env | TMUX)["多路复用"].advice


@pytest.mark.parametrize(
    ("says", "verdict"), [({"xclip": b"whatever is there"}, Verdict.GOOD), ({}, Verdict.NOTE)]
)
def test_a_tool_is_only_read_from(env: dict[str, str], says: dict[str, bytes], verdict: Verdict) -> None:
    assert look(env | {"DISPLAY": ":0"}, "xclip", says=says)["剪贴板试验"].verdict is verdict


def test_programs_that_fail_or_hang_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert output_of(("cat",), b"text") == b"text"
    assert output_of(("false",), b"") is None
    assert output_of(("no-such-program-at-all",), b"") is None


# With a real terminal before it.

DOCTOR = [sys.executable, "-m", "lctui", "doctor"]


def surroundings(tmp_path: Path) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return keep | {
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22",
        "PYTHONPATH": str(ROOT),
        "LCTUI_STATE_DIR": str(tmp_path / "state"),
        "LCTUI_CONFIG": str(tmp_path / "config.toml"),
    }


class ClipboardTerminal:
    """A terminal that answers: the cursor's position, what it is, and what is in its clipboard."""

    def __init__(self, tells: bool = True) -> None:
        self.clipboard = base64.b64encode("读者自己的东西".encode())
        self.tells = tells
        self.written: list[bytes] = []
        self.column = 1

    def answer(self, child: "pexpect.spawn[bytes]") -> bytes:
        """Run the program to its end; what it printed."""
        output = heard = b""
        pattern = re.compile(rb"\x1b\[6n|\x1b\[c|\x1b\]52;c;([^\x07]*)\x07|\xe2\x96\xa1|\x1b8")
        while True:
            try:
                part = child.read_nonblocking(4096, timeout=20)
            except pexpect.EOF:
                return output
            output += part
            heard += part
            while found := pattern.search(heard):
                heard = heard[found.end() :]
                self._heard(child, found)

    def _heard(self, child: "pexpect.spawn[bytes]", found: "re.Match[bytes]") -> None:
        if found[0] == b"\x1b[6n":
            child.send(f"\x1b[1;{self.column}R".encode())
        elif found[0] == b"\x1b[c":
            child.send(b"\x1b[?62;c")
        elif found[0] == b"\x1b8":
            self.column = 1
        elif found[1] is None:
            self.column += 2
        elif found[1] == b"?":
            if self.tells:
                child.send(b"\x1b]52;c;" + self.clipboard + b"\x1b\\")
        else:
            self.written.append(found[1])
            self.clipboard = found[1]


def test_a_terminal_that_answers_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    terminal = ClipboardTerminal()
    before = terminal.clipboard
    child = pexpect.spawn(DOCTOR[0], DOCTOR[1:], env=surroundings(tmp_path), dimensions=(24, 80), timeout=20)
    output = terminal.answer(child).decode()
    child.close()
    assert child.exitstatus == 0, output
    assert "2 格（终端的回答）" in output
    assert "写入、读回一致" in output
    assert len(terminal.written) == 2
    assert terminal.clipboard == before


def test_a_terminal_that_does_not_tell_is_not_written_to(tmp_path: Path) -> None:
    terminal = ClipboardTerminal(tells=False)
    child = pexpect.spawn(DOCTOR[0], DOCTOR[1:], env=surroundings(tmp_path), dimensions=(24, 80), timeout=20)
    output = terminal.answer(child).decode()
    child.close()
    assert "没有试写" in output
    assert terminal.written == []


@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_through_a_real_screen(tmp_path: Path) -> None:
    sockets = tmp_path / "s"
    sockets.mkdir(mode=0o700)
    terminal = ClipboardTerminal()
    before = terminal.clipboard
    inside = ["-c", "/dev/null", "-S", "lctui-doctor", *DOCTOR]
    env = surroundings(tmp_path) | {"SCREENDIR": str(sockets)}
    child = pexpect.spawn("screen", inside, env=env, dimensions=(40, 100), timeout=30)
    output = terminal.answer(child)
    child.close()
    assert b"screen \xe2\x86\x92" in output
    assert "写入、读回一致" in output.decode()
    assert len(terminal.written) == 2
    assert terminal.clipboard == before


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_inside_a_real_tmux(tmp_path: Path) -> None:
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    shown, kept = tmp_path / "shown", tmp_path / "kept"
    shell = f"tmux set-buffer mine; {' '.join(DOCTOR)} > {shown}; tmux show-buffer > {kept}"
    env = surroundings(tmp_path)
    child = pexpect.spawn(tmux[0], [*tmux[1:], "new-session", shell], env=env, timeout=30)
    child.expect(pexpect.EOF)
    child.close()
    subprocess.run([*tmux, "kill-server"], capture_output=True, timeout=10, check=False)
    assert "tmux 缓冲区存取无误，tmux 会转送给终端" in shown.read_text(encoding="utf-8")
    assert kept.read_text() == "mine", "the reader's own buffer is still the newest"
