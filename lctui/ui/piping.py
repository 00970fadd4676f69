"""Handing a text to a command of the reader's, as `!` does in vi."""

from __future__ import annotations

import asyncio
import os
import signal
from dataclasses import dataclass

LIMIT = 1_000_000
"""Bytes of output that are shown; what comes after is read and dropped."""


@dataclass(frozen=True, slots=True)
class Piped:
    """What a command answered: its exit status and what it printed, errors included."""

    status: int
    output: str


async def pipe(text: str, command: str) -> Piped:
    """Run `command` by the shell with `text` (UTF-8) as its input, without a terminal.

    Where the caller is cancelled, the command and what it started are ended. Raises OSError where no
    shell can be started.
    """
    process = await asyncio.create_subprocess_shell(
        command,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _ = await process.communicate(text.encode("utf-8", "replace"))
    except asyncio.CancelledError:
        os.killpg(process.pid, signal.SIGTERM)
        raise
    assert process.returncode is not None
    return Piped(process.returncode, output[:LIMIT].decode("utf-8", "replace"))
