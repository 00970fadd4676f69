"""A terminal for tests: a real pseudo-terminal with pyte as the screen behind it."""

from __future__ import annotations

import base64
import os
import re
import select
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
from ptyprocess import PtyProcess
from wcwidth import wcwidth

# What pyte 0.8 would print as text: private modes, mode requests, device control strings.
UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[A-Za-z]|\x1b\[[?0-9;]*\$[a-z]|\x1bP.*?\x1b\\|\x1b\[[0-9;]*t", re.DOTALL
)
PARTIAL = re.compile(rb"\x1b(P(?!.*\x1b\\).*|\[[<=>?0-9;:$]*|\][^\x07\x1b]*)?$", re.DOTALL)
OSC52 = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "space": " ",
    "backspace": "\x7f",
}


def clean_env(state: Path, **more: str) -> dict[str, str]:
    """An environment with nothing of this machine's terminal in it."""
    env = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "VIRTUAL_ENV"}}
    env |= {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LCTUI_STATE_DIR": str(state),
        "LCTUI_CONFIG": str(state / "config.toml"),
        # A lone Esc is told from a sequence by waiting; the default is kept short for tests.
        "ESCDELAY": "50",
    }
    return env | more


class Screen(pyte.Screen):
    """A screen that answers what a terminal is asked (cursor position, device attributes)."""

    answer: Callable[[str], None] = staticmethod(lambda data: None)

    def reset_mode(self, *modes: int, **kwargs: object) -> None:
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and 1049 in modes:
            # Back from the alternate screen, which pyte does not keep apart.
            self.erase_in_display(2)
            self.cursor_position()

    def write_process_input(self, data: str) -> None:
        self.answer(data)

    def report_device_status(self, mode: int = 0, **kwargs: object) -> None:
        # pyte takes no private flag here; `CSI ? n` asks something else.
        if not kwargs.get("private"):
            super().report_device_status(mode)


class Terminal:
    """A program running in a pseudo-terminal of `columns` x `rows`."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        cwd: Path | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self.screen.answer = self.write
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.pending = b""
        self.child = PtyProcess.spawn(
            list(command), env=dict(env), dimensions=(rows, columns), cwd=str(cwd) if cwd else None
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.terminate(force=True)
        self.child.close(force=True)

    def write(self, text: str) -> None:
        self.child.write(text.encode())

    def press(self, *keys: str) -> None:
        """Send keys by name or as they are; each arrives on its own."""
        for key in keys:
            self.write(KEYS.get(key, key))
            self.read(0.03)

    def type(self, text: str) -> None:
        self.write(text)

    def resize(self, columns: int, rows: int) -> None:
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def read(self, seconds: float) -> bool:
        """Take what comes within `seconds`; False when the program has ended."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            if left <= 0:
                return True
            ready, _, _ = select.select([self.child.fd], [], [], left)
            if not ready:
                return True
            try:
                data = os.read(self.child.fd, 65536)
            except OSError:
                return False
            if not data:
                return False
            self.raw += data
            self.pending += data
            cut = PARTIAL.search(self.pending)
            whole = self.pending[: cut.start()] if cut else self.pending
            self.pending = self.pending[len(whole) :]
            self.stream.feed(UNKNOWN.sub(b"", whole))

    @property
    def lines(self) -> list[str]:
        rows = []
        for y in range(self.screen.lines):
            cells = self.screen.buffer[y]
            # The second cell of a wide character is empty; one whose first cell was written over is blank.
            row, wide = "", False
            for x in range(self.screen.columns):
                data = cells[x].data
                row += data or ("" if wide else " ")
                wide = bool(data) and wcwidth(data[0]) == 2
            rows.append(row)
        return rows

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait(self, true: Callable[[], object], what: str, timeout: float = 20) -> None:
        end = time.monotonic() + timeout
        while not true():
            alive = self.read(0.05)
            if true():
                return
            assert alive, f"the program ended while waiting for {what}:\n{self.text}"
            assert time.monotonic() < end, f"waited {timeout} s for {what}:\n{self.text}"

    def wait_for(self, text: str, timeout: float = 20) -> None:
        self.wait(lambda: text in self.text, repr(text), timeout)

    def wait_gone(self, text: str, timeout: float = 20) -> None:
        self.wait(lambda: text not in self.text, f"{text!r} to go", timeout)

    def settle(self, quiet: float = 0.3, timeout: float = 10) -> None:
        """Read until nothing has come for `quiet` seconds."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            before = len(self.raw)
            if not self.read(quiet) or len(self.raw) == before:
                return

    def copied(self) -> list[str]:
        """The texts that were sent to the clipboard by OSC 52 so far."""
        return [base64.b64decode(match).decode("utf-8") for match in OSC52.findall(self.raw)]

    def exit_status(self, timeout: float = 10) -> int:
        end = time.monotonic() + timeout
        while self.child.isalive():
            self.read(0.05)
            assert time.monotonic() < end, f"still running after {timeout} s:\n{self.text}"
        return int(self.child.exitstatus if self.child.exitstatus is not None else -self.child.signalstatus)
