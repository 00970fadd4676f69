"""What stands between the reader and its user: tmux, GNU screen, sshd. The real ones."""

from __future__ import annotations

import base64
import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from lctui import open_store
from tests.e2e.terminal import Terminal, clean_env

READER = f"{sys.executable} -m lctui"
FIRST = next(p.text for p in open_store().issues[0].articles[0].paragraphs if p.kind == "text")
SSHD = shutil.which("sshd") or ("/usr/sbin/sshd" if os.path.exists("/usr/sbin/sshd") else None)


def needs(program: str | None, name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(program is None, reason=f"{name} is not installed")


def copy_first_paragraph(terminal: Terminal) -> None:
    terminal.wait_for("47 篇")
    terminal.settle()
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.press("y")


@needs(shutil.which("tmux"), "tmux")
def test_tmux_takes_the_copy_into_its_buffer(state: Path) -> None:
    env = clean_env(state, TMUX_TMPDIR=str(state))
    tmux = ("tmux", "-L", "lctui", "-f", "/dev/null")
    try:
        with Terminal((*tmux, "new-session", READER), env) as terminal:
            copy_first_paragraph(terminal)
            terminal.wait(
                lambda: (
                    FIRST
                    in subprocess.run([*tmux, "show-buffer"], env=env, capture_output=True, text=True).stdout
                ),
                "the buffer of tmux",
            )
            terminal.wait_for("tmux")
            terminal.press("q")
            assert terminal.exit_status() == 0
    finally:
        subprocess.run([*tmux, "kill-server"], env=env, capture_output=True)


@needs(shutil.which("screen"), "screen")
def test_screen_hands_the_copy_to_the_terminal(state: Path) -> None:
    sessions = state / "screen"
    sessions.mkdir(mode=0o700)
    env = clean_env(state, SCREENDIR=str(sessions), SCREENRC="/dev/null")
    try:
        with Terminal(("screen", "-U", "-S", "lctui", "sh", "-c", READER), env) as terminal:
            copy_first_paragraph(terminal)
            terminal.wait(lambda: any(FIRST in text for text in terminal.copied()), "the copy")
            terminal.press("q")
            terminal.exit_status()
    finally:
        subprocess.run(["screen", "-S", "lctui", "-X", "quit"], env=env, capture_output=True)


@pytest.fixture
def ssh(tmp_path: Path) -> Iterator[list[str]]:
    """The command that logs in on a server of this test's own, on the loopback."""
    keys = tmp_path / "ssh"
    keys.mkdir(mode=0o700)
    for name in ("host", "user"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", keys / name],
            check=True,
            capture_output=True,
        )
    shutil.copy(keys / "user.pub", keys / "authorized")
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = keys / "sshd_config"
    settings.write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {keys}/host\nAuthorizedKeysFile {keys}/authorized\n"
        f"PidFile {keys}/pid\nStrictModes no\nPasswordAuthentication no\nUsePAM no\nPermitRootLogin yes\n"
        "AcceptEnv LCTUI_*\n"
    )
    server = subprocess.Popen([str(SSHD), "-D", "-f", settings], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield [
            "ssh", "-tt", "-F", "/dev/null", "-p", str(port), "-i", str(keys / "user"),
            "-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={keys}/known",
            "-o", "LogLevel=ERROR", "-o", "SendEnv=LCTUI_*", f"{getpass.getuser()}@127.0.0.1",
        ]  # fmt: skip
    finally:
        server.terminate()
        server.wait()


@needs(SSHD, "sshd")
@needs(shutil.which("ssh"), "ssh")
def test_over_ssh_the_copy_reaches_the_terminal_in_front(ssh: list[str], state: Path) -> None:
    with Terminal((*ssh, f"LANG=C.UTF-8 {READER}"), clean_env(state)) as terminal:
        copy_first_paragraph(terminal)
        terminal.wait(lambda: any(FIRST in text for text in terminal.copied()), "the copy")
        terminal.wait_for("已送出")
        terminal.press("q")
        assert terminal.exit_status() == 0


@needs(SSHD, "sshd")
@needs(shutil.which("ssh"), "ssh")
@needs(shutil.which("tmux"), "tmux")
def test_tmux_on_the_server_passes_the_copy_on(ssh: list[str], state: Path) -> None:
    """tmux hands on what it was given by `load-buffer -w` where the outer terminal has a clipboard (Ms)."""
    env = clean_env(state)
    remote = f"LANG=C.UTF-8 TMUX_TMPDIR={state} tmux -L far -f /dev/null new-session '{READER}'"
    try:
        with Terminal((*ssh, remote), env) as terminal:
            copy_first_paragraph(terminal)
            sent = re.compile(rb"\x1b\]52;[a-z]*;([A-Za-z0-9+/=]{40,})")
            terminal.wait(lambda: sent.search(terminal.raw), "OSC 52 from tmux itself")
            match = sent.search(terminal.raw)
            assert match is not None
            assert FIRST in base64.b64decode(match[1]).decode("utf-8")
    finally:
        subprocess.run(
            ["tmux", "-L", "far", "kill-server"], env={**env, "TMUX_TMPDIR": str(state)}, capture_output=True
        )
