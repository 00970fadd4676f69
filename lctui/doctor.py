"""`lctui doctor`: what the terminal and its surroundings can do, found out by asking and trying.

Each check says what was found and, where something is amiss, what to do about it. Nothing hangs: every
question and every helper has a time limit. Nothing of the reader's is lost: where trying means to write
to the clipboard, what was in it is put back, and where it cannot be read first, it is not written to.
"""

from __future__ import annotations

import base64
import contextlib
import locale
import os
import platform
import secrets
import shutil
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lctui import __version__
from lctui.i18n import tr
from lctui.quoting.clipboard import SIZE_LIMIT, Route, Which, osc52, over_ssh, routes, screen_dcs
from lctui.terminal import ask_ambiguous_width, ask_clipboard

# Below this the reader works, but a pane at a time and with cut lines.
COMFORT = (80, 24)
# Seconds for a question to the terminal: here, unlike at the start, a slow line may be waited for.
PATIENCE = 1.0


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"

    @property
    def sign(self) -> str:
        """The verdict as one or two characters every terminal can show."""
        return {Verdict.GOOD: "ok", Verdict.NOTE: "--", Verdict.BAD: "!!"}[self]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, how it is, and, where something can be done, what."""

    name: str
    verdict: Verdict
    found: str
    advice: str = ""


Output = Callable[[Sequence[str], bytes], bytes | None]


def report(
    env: Mapping[str, str] | None = None,
    *,
    fd_in: int = 0,
    fd_out: int = 1,
    which: Which = shutil.which,
    output: Output | None = None,
    wanted: str | None = None,
    limit: int = SIZE_LIMIT,
) -> list[Check]:
    """Everything `lctui doctor` tells, in the order it is told.

    `env` is the environment; `fd_in` and `fd_out` the terminal; `which` finds programs; `output` runs
    one with some input and gives what it prints, None where it fails; `wanted` and `limit` are the
    clipboard settings. Takes a few seconds at most. Raises nothing.
    """
    env = os.environ if env is None else env
    output = output or output_of
    checks = [
        _version(),
        _terminal(env, fd_in, fd_out),
        _size(fd_out),
        _multiplexer(env, which, output),
        _ssh(env),
        _colours(env),
        _encoding(env),
        _ambiguous(env, fd_in, fd_out),
        _state(env),
        _config(env),
    ]
    return checks + _clipboard(env, fd_in, fd_out, which, output, wanted, limit)


def printable(checks: Sequence[Check]) -> str:
    """The report as lines of text: sign, name, what was found; advice on a line of its own."""
    lines = []
    for check in checks:
        lines.append(
            f"{check.verdict.sign}  " + tr("{name}：{found}").format(name=check.name, found=check.found)
        )
        if check.advice:
            lines.append(f"      → {check.advice}")
    return "\n".join(lines)


def run(key_problems: Callable[[Mapping[str, str]], Sequence[str]] = lambda keys: ()) -> int:
    """Print the report; exit status 1 where something is amiss, else 0.

    `key_problems` says what is wrong with the keys of the settings: the screen knows its keys, not this.
    """
    from lctui.config import Config, ConfigError, config_path, read_config

    try:
        config = read_config(config_path())
    except ConfigError:
        # Told in the report itself.
        config = Config()
    wanted = None if config.clipboard == "auto" else config.clipboard
    checks = report(wanted=wanted, limit=config.clipboard_limit)
    checks += [Check(tr("设置"), Verdict.BAD, problem) for problem in key_problems(config.keys)]
    with contextlib.suppress(termios.error, OSError, ValueError):
        # An answer that comes late would else stand at the shell's prompt.
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
    print(printable(checks))
    return 1 if any(check.verdict is Verdict.BAD for check in checks) else 0


def output_of(command: Sequence[str], data: bytes) -> bytes | None:
    """What a command prints when given `data`; None where it cannot be run, fails, or takes too long."""
    try:
        done = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None


def _version() -> Check:
    found = (
        f"lctui {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )
    return Check(tr("程序"), Verdict.GOOD, found)


def _terminal(env: Mapping[str, str], fd_in: int, fd_out: int) -> Check:
    name = tr("终端")
    term = env.get("TERM", "")
    known = ["TERM=" + (term or tr("（没有）"))]
    known += [f"{key}={env[key]}" for key in ("TERM_PROGRAM", "COLORTERM", "NO_COLOR") if env.get(key)]
    found = ", ".join(known)
    if not (os.isatty(fd_in) and os.isatty(fd_out)):
        return Check(
            name, Verdict.NOTE, found, tr("输入或输出不是终端，有些项目无法询问；请直接在终端里运行")
        )
    if term in ("", "dumb", "unknown"):
        return Check(name, Verdict.BAD, found, tr("设置 TERM，例如 export TERM=xterm-256color"))
    return Check(name, Verdict.GOOD, found)


def _size(fd_out: int) -> Check:
    try:
        columns, rows = os.get_terminal_size(fd_out)
    except OSError:
        return Check(tr("大小"), Verdict.NOTE, tr("不知道"))
    found = f"{columns}x{rows}"
    if columns < COMFORT[0] or rows < COMFORT[1]:
        return Check(tr("大小"), Verdict.NOTE, found, tr("80x24 以上更舒适"))
    return Check(tr("大小"), Verdict.GOOD, found)


def _multiplexer(env: Mapping[str, str], which: Which, output: Output) -> Check:
    name = tr("多路复用")
    found = []
    if env.get("TMUX"):
        version = output(("tmux", "-V"), b"") if which("tmux") else None
        if version is None:
            return Check(
                name, Verdict.BAD, "tmux", tr("在 tmux 里却找不到 tmux 程序，复制到不了剪贴板；请检查 PATH")
            )
        found.append(version.decode("utf-8", "replace").strip())
    if env.get("STY"):
        found.append("GNU screen")
    if env.get("ZELLIJ"):
        found.append("zellij")
    return Check(name, Verdict.GOOD, ", ".join(found) or tr("没有"))


def _ssh(env: Mapping[str, str]) -> Check:
    if not over_ssh(env):
        return Check("SSH", Verdict.GOOD, tr("不是远程登录"))
    return Check("SSH", Verdict.GOOD, tr("远程登录：不用本机的剪贴板工具，不做动画"))


def _colours(env: Mapping[str, str]) -> Check:
    name = tr("颜色")
    if env.get("NO_COLOR"):
        return Check(name, Verdict.NOTE, tr("不用（NO_COLOR）"))
    if env.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return Check(name, Verdict.GOOD, tr("1600 万色"))
    term = env.get("TERM", "")
    if "256color" in term or "direct" in term:
        return Check(name, Verdict.GOOD, tr("256 色"), tr("若终端支持真彩，可 export COLORTERM=truecolor"))
    return Check(name, Verdict.NOTE, tr("16 色"), tr("若终端支持，可 export TERM=xterm-256color"))


def _encoding(env: Mapping[str, str]) -> Check:
    name = tr("编码")
    preferred = locale.getpreferredencoding(False)
    said = next(
        (f"{key}={env[key]}" for key in ("LC_ALL", "LC_CTYPE", "LANG") if env.get(key)), tr("没有设置")
    )
    found = f"{preferred} ({said})"
    if preferred.lower().replace("-", "").replace("_", "") != "utf8":
        return Check(name, Verdict.BAD, found, tr("汉字显示不了；请 export LC_ALL=C.UTF-8"))
    return Check(name, Verdict.GOOD, found)


def _ambiguous(env: Mapping[str, str], fd_in: int, fd_out: int) -> Check:
    name = tr("“”…—□ 的宽度")
    width = ask_ambiguous_width(fd_in, fd_out, PATIENCE)
    if width is None:
        return Check(
            name, Verdict.NOTE, tr("终端没有回答，按 1 格"), tr("若看到错位，用 --ambiguous-width 2")
        )
    return Check(name, Verdict.GOOD, tr("{width} 格（终端的回答）").format(width=width))


def _state(env: Mapping[str, str]) -> Check:
    from lctui.state import State, state_folder
    from lctui.state.files import lock, reason_of, replace

    name = tr("状态文件夹")
    folder = state_folder(env)
    trial = folder / f".doctor-{secrets.token_hex(4)}"
    try:
        with lock(folder):
            replace(trial, "lctui")
            trial.unlink()
    except OSError as error:
        reason = reason_of(error)
        advice = tr("阅读不受影响，但位置、书签和摘抄本留不下来；可用 LCTUI_STATE_DIR 另指一处")
        return Check(
            name, Verdict.BAD, tr("{folder} 写不了：{reason}").format(folder=folder, reason=reason), advice
        )
    state = State(folder)
    count = len(state.basket())
    state.bookmarks()
    state.searches()
    state.last_article()
    problems = state.take_problems()
    if problems:
        return Check(name, Verdict.NOTE, str(folder), "；".join(problems))
    return Check(
        name, Verdict.GOOD, tr("{folder} 可写，摘抄本 {count} 条").format(folder=folder, count=count)
    )


def _config(env: Mapping[str, str]) -> Check:
    from lctui.config import ConfigError, config_path, read_config

    path: Path = config_path(env)
    try:
        read_config(path)
    except ConfigError as error:
        return Check(tr("设置"), Verdict.BAD, str(error))
    return Check(
        tr("设置"),
        Verdict.GOOD,
        str(path) if path.exists() else tr("{path}（没有，用默认）").format(path=path),
    )


# The clipboard: the route that a copy would take, and a trial of it where one can be made.


def _clipboard(
    env: Mapping[str, str],
    fd_in: int,
    fd_out: int,
    which: Which,
    output: Output,
    wanted: str | None,
    limit: int,
) -> list[Check]:
    name = tr("剪贴板通道")
    found = routes(env, which, wanted)
    said = " → ".join(route.value for route in found)
    said = tr("{routes}（依次尝试；超过 {limit} 字节时提醒）").format(routes=said, limit=f"{limit:,}")
    if found[0] is Route.FILE:
        advice = tr("没有通向剪贴板的路：复制的文字存在状态文件夹的 last-quote.txt")
        return [Check(name, Verdict.NOTE, said, advice)]
    return [Check(name, Verdict.GOOD, said), _trial(found[0], fd_in, fd_out, which, output)]


def _trial(route: Route, fd_in: int, fd_out: int, which: Which, output: Output) -> Check:
    token = f"lctui {secrets.token_hex(6)} 试"
    if route in (Route.TMUX, Route.TMUX_BUFFER):
        return _trial_tmux(token, output)
    if route in (Route.OSC52, Route.SCREEN):
        return _trial_terminal(token, route, fd_in, fd_out)
    return _trial_tool(token, route, which, output)


def _trial_tmux(token: str, output: Output) -> Check:
    """Through a buffer of our own, which is removed again: the clipboard is not touched."""
    name = tr("剪贴板试验")
    buffer = ("-b", "lctui-doctor")
    loaded = output(("tmux", "load-buffer", *buffer, "-"), token.encode())
    shown = output(("tmux", "show-buffer", *buffer), b"")
    output(("tmux", "delete-buffer", *buffer), b"")
    if loaded is None or shown is None or shown.decode("utf-8", "replace") != token:
        return Check(name, Verdict.BAD, tr("tmux 缓冲区存取不成"), tr("请检查 tmux 会话：tmux list-buffers"))
    features = output(("tmux", "display-message", "-p", "#{client_termfeatures}"), b"")
    if features is None or "clipboard" in features.decode("utf-8", "replace").split(","):
        return Check(name, Verdict.GOOD, tr("tmux 缓冲区存取无误，tmux 会转送给终端"))
    advice = tr("在 ~/.tmux.conf 里写 set -as terminal-features ',*:clipboard'，再重新连接")
    return Check(name, Verdict.NOTE, tr("tmux 缓冲区存取无误，但 tmux 认为终端没有剪贴板"), advice)


def _trial_terminal(token: str, route: Route, fd_in: int, fd_out: int) -> Check:
    """Write, read back, and put back what was there; where the terminal does not tell, nothing is written."""
    name = tr("剪贴板试验")
    wrap = screen_dcs if route is Route.SCREEN else None
    before = ask_clipboard(fd_in, fd_out, PATIENCE, wrap)
    if before is None:
        found = tr("终端不说剪贴板里是什么（多数终端为安全起见如此），没有试写")
        return Check(name, Verdict.NOTE, found, tr("在阅读器里按 y，再到别处粘贴，就知道通不通"))
    _write(fd_out, osc52(token), wrap)
    read = ask_clipboard(fd_in, fd_out, PATIENCE, wrap)
    _write(fd_out, f"\x1b]52;c;{before.decode('ascii')}\x07", wrap)
    if read is None or _decoded(read) != token:
        advice = tr("请在终端的设置里允许写剪贴板（OSC 52）")
        return Check(name, Verdict.BAD, tr("写入后读回的不是所写的"), advice)
    return Check(name, Verdict.GOOD, tr("写入、读回一致；原来的内容已还原"))


_READERS: dict[Route, tuple[str, ...]] = {
    Route.WL_COPY: ("wl-paste", "--no-newline"),
    Route.XCLIP: ("xclip", "-selection", "clipboard", "-out"),
    Route.XSEL: ("xsel", "--clipboard", "--output"),
    Route.PBCOPY: ("pbpaste",),
}


def _trial_tool(token: str, route: Route, which: Which, output: Output) -> Check:
    """Read only: that the tool answers shows that it reaches the desktop."""
    name = tr("剪贴板试验")
    reader = _READERS.get(route)
    if reader is None or not which(reader[0]):
        return Check(name, Verdict.NOTE, tr("{tool} 没有读回的办法，没有试验").format(tool=route.value))
    if output(reader, b"") is None:
        found = tr("{tool} 没有回应（或剪贴板是空的）").format(tool=route.value)
        return Check(name, Verdict.NOTE, found, tr("若复制不成，请检查 DISPLAY 或 WAYLAND_DISPLAY"))
    return Check(name, Verdict.GOOD, tr("{tool} 连得上桌面的剪贴板").format(tool=route.value))


def _write(fd: int, sequence: str, wrap: Callable[[str], str] | None) -> None:
    os.write(fd, (wrap(sequence) if wrap else sequence).encode())


def _decoded(encoded: bytes) -> str:
    try:
        return base64.b64decode(encoded).decode("utf-8")
    except ValueError:
        return ""
