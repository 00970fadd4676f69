"""Carrying text out of the terminal: which way to the clipboard there is, and what can be said of it.

A program on a server has no clipboard of its own. It hands the text to whatever sits between it and the
reader, and that differs in what it lets through:

- a default tmux drops OSC 52 from a pane, plain and wrapped (`set-clipboard external`,
  `allow-passthrough off`), but takes text by `tmux load-buffer -w -` and passes it on itself;
- GNU screen drops OSC 52 too, but passes on the content of a DCS, in pieces shorter than its string
  buffer (256 bytes in 4.0, 768 in 4.9), the whole ended by BEL, since ST would end the piece;
- a terminal takes OSC 52, or not, and in most cases never says which.

So “copied” is said only where a program confirmed it; else it is “sent”. The text is always kept in a
file as well, which is the last resort; the caller keeps the in-app register (`Outcome.text`).
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lctui.i18n import tr
from lctui.quoting.lastquote import keep

# What xterm-like terminals take at least: 100,000 characters of base64 less the sequence's own, in bytes
# of text (hterm's osc52.sh and vim-oscyank use the same figure).
SIZE_LIMIT = 74_994
# Payload of one DCS piece for GNU screen: below the 256 bytes of its oldest string buffer still met.
SCREEN_PIECE = 240
# Seconds that a helper may take; a hanging X server must not hang the reader.
TIMEOUT = 2.0

# Terminals that have no OSC 52 and print such sequences, or parts of them, on the screen.
_NO_OSC = frozenset({"linux", "dumb", "unknown", "vt100", "vt102", "vt220", "ansi", "cons25", "eterm"})


class Route(StrEnum):
    """A way to the clipboard; the value is its name in settings and messages."""

    TMUX = "tmux"
    TMUX_BUFFER = "tmux-buffer"
    SCREEN = "screen"
    OSC52 = "osc52"
    WL_COPY = "wl-copy"
    XCLIP = "xclip"
    XSEL = "xsel"
    PBCOPY = "pbcopy"
    CLIP_EXE = "clip.exe"
    FILE = "file"

    @property
    def confirms(self) -> bool:
        """Whether success on this route means that the text is in the clipboard."""
        return self in _TOOLS


_TOOLS: dict[Route, tuple[str, ...]] = {
    Route.WL_COPY: ("wl-copy", "--type", "text/plain"),
    Route.XCLIP: ("xclip", "-selection", "clipboard", "-in"),
    Route.XSEL: ("xsel", "--clipboard", "--input"),
    # pbcopy takes its input for the locale's encoding, and without one for MacRoman.
    Route.PBCOPY: ("env", "LC_CTYPE=UTF-8", "pbcopy"),
    Route.CLIP_EXE: ("clip.exe",),
}
# What a tool needs to be of use; pbcopy and clip.exe bring their clipboard with them.
_NEEDS = {Route.WL_COPY: "WAYLAND_DISPLAY", Route.XCLIP: "DISPLAY", Route.XSEL: "DISPLAY"}

Which = Callable[[str], str | None]
Run = Callable[[Sequence[str], bytes], bool]
Ask = Callable[[Sequence[str]], bytes | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a copy.

    `confirmed` says that the text is in the clipboard; else it was `sent`, or, on the route `file`,
    only kept. `size` is in bytes of UTF-8. `over_limit` says that a terminal may cut it. `path` is the
    file that holds the text, None where none could be written. `message` is for the status line.
    """

    route: Route
    text: str
    size: int
    confirmed: bool
    over_limit: bool
    path: Path | None
    message: str

    @property
    def sent(self) -> bool:
        """Whether the text left the program towards a clipboard."""
        return self.route is not Route.FILE


def over_ssh(env: Mapping[str, str]) -> bool:
    """Whether the program runs at the far end of an SSH connection."""
    return any(env.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def routes(
    env: Mapping[str, str], which: Which = shutil.which, wanted: str | None = None
) -> tuple[Route, ...]:
    """The routes worth trying, best first; the last is always the file. Pure: nothing is run.

    - Inside tmux: tmux. Also where screen runs within that tmux, or that tmux within a screen: tmux is
      reached by its socket whatever lies between, and keeps the text in its own buffer at least.
    - Inside GNU screen: screen.
    - On this very machine: its clipboard tool. At the far end of SSH that would be the wrong machine's
      clipboard. Inside a multiplexer it is only a second choice, since the environment there may tell
      of a desktop session long gone.
    - Otherwise OSC 52, unless the terminal is known to have none.

    `wanted` is what the reader's settings ask for: a route's name, to be tried before the others;
    `local` for nothing but the tools of this machine, also over SSH, and the file; `file` for nothing but
    the file; None or `auto` for the rules above.
    """
    if wanted == Route.FILE:
        return (Route.FILE,)
    found: list[Route] = []
    tools = [tool for tool in _TOOLS if which(tool.value) and (tool not in _NEEDS or env.get(_NEEDS[tool]))]
    if wanted == "local":
        return (*tools, Route.FILE)
    if wanted in set(Route):
        found.append(Route(str(wanted)))
    if env.get("TMUX") and which("tmux"):
        found += [Route.TMUX, Route.TMUX_BUFFER]
    if env.get("STY"):
        found.append(Route.SCREEN)
    if not over_ssh(env):
        found += tools
    if env.get("TERM", "dumb").partition("-")[0] not in _NO_OSC and not env.get("STY"):
        found.append(Route.OSC52)
    found.append(Route.FILE)
    return tuple(dict.fromkeys(found))


def choose_route(env: Mapping[str, str], which: Which = shutil.which, wanted: str | None = None) -> Route:
    """The first of `routes`: the one that `copy` tries first."""
    return routes(env, which, wanted)[0]


def osc52(text: str) -> str:
    """The control sequence that puts `text` into the terminal's clipboard, ended by BEL.

    The whole text is encoded at once, so no character can be cut in half; lone surrogates, which no
    encoding can hold, become question marks.
    """
    return f"\x1b]52;c;{base64.b64encode(_bytes(text)).decode('ascii')}\x07"


def screen_dcs(sequence: str, piece: int = SCREEN_PIECE) -> str:
    """`sequence` in DCS pieces that GNU screen passes on to the terminal. It must be ASCII and hold no ST."""
    pieces = (sequence[at : at + piece] for at in range(0, len(sequence), piece))
    return "".join(f"\x1bP{part}\x1b\\" for part in pieces)


def copy(
    text: str,
    *,
    write: Callable[[str], None] | None,
    env: Mapping[str, str] | None = None,
    folder: Path | None = None,
    limit: int = SIZE_LIMIT,
    wanted: str | None = None,
    which: Which = shutil.which,
    run: Run | None = None,
    ask: Ask | None = None,
) -> Outcome:
    """Put `text` into the reader's clipboard by the best route there is, and into a file.

    `write` writes a string to the terminal; None where there is none. `folder` is the state folder,
    where `last-quote.txt` is kept. `limit` is in bytes of text; beyond it a terminal may cut the text,
    which is still sent whole. `run` runs a command with bytes as its input and says whether it
    succeeded; `ask` gives what a command prints, None where it fails. Blocks for at most `TIMEOUT`
    seconds a helper that does not answer: call it outside the event loop. Nothing is raised.
    """
    env = os.environ if env is None else env
    run = run or run_tool
    path = keep(text, folder) if folder is not None else None
    route = Route.FILE
    for route in routes(env, which, wanted):
        if _send(route, text, env, write, run):
            if route is Route.TMUX and not reaches_terminal(ask or answer_of):
                route = Route.TMUX_BUFFER
            break
    size = len(_bytes(text))
    over = size > limit and route in (Route.TMUX, Route.SCREEN, Route.OSC52)
    message = _message(route, size, limit if over else None, path)
    return Outcome(route, text, size, route.confirms, over, path, message)


def run_tool(command: Sequence[str], data: bytes) -> bool:
    """Run a command with `data` as its input; whether it ended in time and well.

    Its output goes nowhere: wl-copy and xclip stay in the background and would hold a pipe open.
    """
    try:
        done = subprocess.run(
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def answer_of(command: Sequence[str]) -> bytes | None:
    """What a command prints; None where it cannot be run, fails, or takes too long."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def reaches_terminal(ask: Ask) -> bool:
    """Whether this tmux passes a clipboard on: it does so for a terminal that it knows to have one.

    tmux(1): the terminal feature `clipboard`, or a capability `Ms` of the user's own. A session without a
    terminal has no features at all. Where tmux does not say, it is believed to.
    """
    features = ask(("tmux", "display-message", "-p", "#{client_termfeatures}"))
    if features is None or b"clipboard" in features.strip().split(b","):
        return True
    return bool(features.strip()) and b"Ms=" in (
        ask(("tmux", "show-options", "-sv", "terminal-overrides")) or b""
    )


def _send(
    route: Route, text: str, env: Mapping[str, str], write: Callable[[str], None] | None, run: Run
) -> bool:
    match route:
        case Route.TMUX:
            return run(("tmux", "load-buffer", "-w", "-"), _bytes(text))
        case Route.TMUX_BUFFER:
            # tmux before 3.2 knows no -w: the text is in its buffer at least.
            return run(("tmux", "load-buffer", "-"), _bytes(text))
        case Route.FILE:
            return True
        case Route.SCREEN | Route.OSC52:
            if write is None:
                return False
            sequence = osc52(text)
            write(screen_dcs(sequence) if route is Route.SCREEN else sequence)
            return True
        case Route.CLIP_EXE:
            # clip.exe reads the machine's old code page, unless a byte order mark says UTF-16.
            return run(_TOOLS[route], b"\xff\xfe" + text.encode("utf-16-le", "replace"))
        case _:
            return run(_TOOLS[route], _bytes(text))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _message(route: Route, size: int, limit: int | None, path: Path | None) -> str:
    names = {
        Route.TMUX: tr("tmux 缓冲区与终端剪贴板"),
        Route.SCREEN: tr("终端剪贴板（经 screen）"),
        Route.OSC52: tr("终端剪贴板（OSC 52）"),
    }
    if route is Route.FILE:
        if path is None:
            return tr("没有通向剪贴板的路，文件也写不了；文字留在程序里")
        return tr("没有通向剪贴板的路，已存入 {path}").format(path=path)
    if route is Route.TMUX_BUFFER:
        return tr("已存入 tmux 缓冲区，{size} 字节；这个 tmux 送不到终端").format(size=f"{size:,}")
    if route.confirms:
        return tr("已复制到剪贴板（{tool}），{size} 字节").format(tool=route.value, size=f"{size:,}")
    if limit is None:
        return tr("已送出：{place}，{size} 字节").format(place=names[route], size=f"{size:,}")
    values = {"place": names[route], "size": f"{size:,}", "limit": f"{limit:,}", "path": path}
    if path is None:
        return tr("已送出：{place}，{size} 字节，超过 {limit}，终端可能截断").format(**values)
    return tr("已送出：{place}，{size} 字节，超过 {limit}，终端可能截断；全文在 {path}").format(**values)
