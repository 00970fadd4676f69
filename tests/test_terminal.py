"""Questions to the terminal: answered, not answered, answered oddly, and no terminal at all."""

import base64
import os
import pty
import re
import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lctui.terminal import ask_ambiguous_width, ask_clipboard

ROOT = Path(__file__).parents[1]
Answer = Callable[[bytes], bytes]


def width_of(cells: int) -> Answer:
    """A terminal whose cursor stands in column 5 and that sets □ in so many cells."""
    asked = 0

    def answer(heard: bytes) -> bytes:
        nonlocal asked
        out = b""
        for _ in re.finditer(rb"\x1b\[6n", heard):
            out += b"\x1b[3;%dR" % (5 + (cells if asked else 0))
            asked += 1
        return out

    return answer


SCRIPT = """
import sys, termios, time
from lctui import terminal
before = termios.tcgetattr(0)
begin = time.monotonic()
result = eval("terminal." + sys.argv[1])
print("result", result, termios.tcgetattr(0) == before, time.monotonic() - begin, flush=True)
"""


def in_terminal(call: str, answer: Answer, typed: bytes = b"") -> tuple[str, bool, float, bytes]:
    """Run a question in a pseudo-terminal that answers as told: result, modes restored, seconds, output."""
    child, fd = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-c", SCRIPT, call])
    output = b""
    deadline = time.monotonic() + 20
    try:
        while time.monotonic() < deadline:
            if not select.select([fd], [], [], 0.2)[0]:
                continue
            try:
                part = os.read(fd, 4096)
            except OSError:
                break
            if not part:
                break
            output += part
            reply = answer(part)
            if reply:
                os.write(fd, typed + reply)
    finally:
        os.close(fd)
        os.waitpid(child, 0)
    found = re.search(rb"result (.*?) (True|False) ([\d.]+)", output)
    assert found, output
    return found[1].decode(), found[2] == b"True", float(found[3]), output


WIDTHS = [
    (width_of(1), "1", "one cell"),
    (width_of(2), "2", "two cells"),
    (width_of(0), "None", "a terminal that counts wrongly"),
    (width_of(-4), "None", "the cursor went to the next line"),
    (lambda heard: b"", "None", "no answer"),
    (lambda heard: b"\x1b[5;R" if b"6n" in heard else b"", "None", "no answer that could be read"),
    (lambda heard: b"\x1b[1;1R" if b"6n" in heard else b"", "None", "one answer only"),
]


@pytest.mark.parametrize(("answer", "expected", "why"), WIDTHS, ids=[case[2] for case in WIDTHS])
def test_the_ambiguous_width(answer: Answer, expected: str, why: str) -> None:
    result, restored, _, output = in_terminal("ask_ambiguous_width(0, 1, 0.4)", answer)
    assert result == expected
    assert restored
    assert b"\x1b8\x1b[K" in output, "the character is wiped away"
    assert b"6n\xe2\x96\xa1" in output


def test_keys_typed_while_asking_do_not_confuse_it() -> None:
    assert in_terminal("ask_ambiguous_width(0, 1, 1)", width_of(2), typed=b"jj\x1b[A")[0] == "2"


def test_a_terminal_that_says_nothing_costs_a_tenth_of_a_second() -> None:
    assert 0.09 < in_terminal("ask_ambiguous_width(0, 1)", lambda heard: b"")[2] < 0.3


def test_no_terminal_no_question() -> None:
    read_end, write_end = os.pipe()
    try:
        assert ask_ambiguous_width(read_end, write_end) is None
        assert ask_clipboard(read_end, write_end) is None
        assert not select.select([read_end], [], [], 0)[0], "nothing was written"
        assert ask_ambiguous_width(9_999, 9_998) is None
    finally:
        os.close(read_end)
        os.close(write_end)


def clipboard_with(text: str | None) -> Answer:
    def answer(heard: bytes) -> bytes:
        out = b""
        if b"]52;c;?" in heard and text is not None:
            out += b"\x1b]52;c;" + base64.b64encode(text.encode()) + b"\x1b\\"
        if b"\x1b[c" in heard:
            out += b"\x1b[?62;c"
        return out

    return answer


def test_a_terminal_that_tells_its_clipboard() -> None:
    wanted = repr(base64.b64encode("聊城".encode()))
    assert in_terminal("ask_clipboard(0, 1, 2)", clipboard_with("聊城"))[0] == wanted


def test_one_that_does_not_is_not_waited_for() -> None:
    result, restored, seconds, _ = in_terminal("ask_clipboard(0, 1, 5)", clipboard_with(None))
    assert (result, restored) == ("None", True)
    assert seconds < 4, "its other answer shows that no more will come"


def test_an_interrupt_while_asking_restores_the_modes() -> None:
    script = """
import os, signal, termios, threading
from lctui.terminal import ask_clipboard
before = termios.tcgetattr(0)
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    ask_clipboard(0, 1, 10)
except KeyboardInterrupt:
    print("result interrupted", termios.tcgetattr(0) == before, flush=True)
"""
    child, fd = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(sys.executable, [sys.executable, "-c", script])
    output = b""
    try:
        while True:
            output += os.read(fd, 4096)
    except OSError:
        pass
    finally:
        os.close(fd)
        os.waitpid(child, 0)
    assert b"result interrupted True" in output
