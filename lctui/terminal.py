"""Asking the terminal, before the screen opens, what only it can know.

A question is a control sequence; the answer comes back as if it had been typed. Not every terminal
answers, and over a slow line an answer may come late, so every question has a time limit, and the
terminal's modes are put back as they were, whatever happens. Waiting keys are left as they are where
nothing is asked; what is typed within the moment of asking is read past.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import termios
import time
from collections.abc import Callable, Iterator

# A character of ambiguous width (Unicode EastAsianWidth=A) that Chinese pages are full of.
PROBE = "□"
# Seconds for the question before the start: long enough for a terminal near by, too short to be noticed.
TIMEOUT = 0.1

_POSITION = re.compile(rb"\x1b\[(\d+);(\d+)R")
# Device attributes, which every terminal since the VT100 answers: once this answer is here, one to a
# question put before it will not come any more.
_ATTRIBUTES = re.compile(rb"\x1b\[\?[\d;]*c")
_CLIPBOARD = re.compile(rb"\x1b\]52;[a-z0-9]*;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


def ask_ambiguous_width(fd_in: int, fd_out: int, timeout: float = TIMEOUT) -> int | None:
    """In how many cells, 1 or 2, the terminal sets a character of ambiguous width.

    Prints one such character between two questions for the cursor's position, and wipes it away again.
    None where the two descriptors are no terminals, or none that answers within `timeout` seconds.
    Raises nothing.
    """
    # Ask, print, ask; then back to where the cursor was, and the character is wiped.
    question = f"\x1b7\x1b[6n{PROBE}\x1b[6n\x1b8\x1b[K"
    found = _POSITION.findall(ask(fd_in, fd_out, question, _POSITION, timeout, answers=2))
    if len(found) < 2:
        return None
    (row, before), (row_after, after) = ((int(row), int(column)) for row, column in found[:2])
    width = after - before
    return width if row == row_after and width in (1, 2) else None


def ask_clipboard(
    fd_in: int, fd_out: int, timeout: float = 1.0, wrap: Callable[[str], str] | None = None
) -> bytes | None:
    """What the terminal says is in its clipboard, still in base64; None where it does not say, as most
    do not, for the reader's safety.

    `wrap` wraps the question for a multiplexer that would not pass it on by itself.
    """
    question = "\x1b]52;c;?\x07"
    if wrap is None:
        heard = ask(fd_in, fd_out, f"{question}\x1b[c", _ATTRIBUTES, timeout)
    else:
        # The multiplexer answers for itself what every terminal answers, so that tells nothing.
        heard = ask(fd_in, fd_out, wrap(question), _CLIPBOARD, timeout)
    found = _CLIPBOARD.search(heard)
    return found[1] if found else None


def ask(
    fd_in: int,
    fd_out: int,
    question: str,
    until: re.Pattern[bytes],
    timeout: float,
    answers: int = 1,
) -> bytes:
    """Write `question` to the terminal, and read until `until` was found `answers` times or `timeout`
    seconds have passed. Gives all that was heard; nothing where the descriptors are no terminals."""
    heard = b""
    with contextlib.suppress(OSError, termios.error), _unbuffered(fd_in, fd_out) as asked:
        if not asked:
            return b""
        os.write(fd_out, question.encode())
        deadline = time.monotonic() + timeout
        while len(until.findall(heard)) < answers and (left := deadline - time.monotonic()) > 0:
            if not select.select([fd_in], [], [], left)[0]:
                break
            part = os.read(fd_in, 4096)
            if not part:
                break
            heard += part
    return heard


@contextlib.contextmanager
def _unbuffered(fd_in: int, fd_out: int) -> Iterator[bool]:
    """The terminal without echo and line buffering, signals as they are; False where it is none."""
    if not (os.isatty(fd_in) and os.isatty(fd_out)) or os.tcgetpgrp(fd_in) != os.getpgrp():
        # A program in the background would be stopped for touching the terminal.
        yield False
        return
    before = termios.tcgetattr(fd_in)
    changed = termios.tcgetattr(fd_in)
    changed[3] &= ~(termios.ICANON | termios.ECHO)
    changed[6][termios.VMIN] = 1
    changed[6][termios.VTIME] = 0
    try:
        termios.tcsetattr(fd_in, termios.TCSANOW, changed)
        yield True
    finally:
        termios.tcsetattr(fd_in, termios.TCSANOW, before)
