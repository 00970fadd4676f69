"""Which route is taken where, what is written on each, and what is said about it."""

import base64
import re
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.quoting.clipboard import (
    SIZE_LIMIT,
    Route,
    choose_route,
    copy,
    osc52,
    routes,
    run_tool,
    screen_dcs,
)

XTERM = {"TERM": "xterm-256color"}
SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}
TMUX = {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "tmux-256color"}
SCREEN = {"STY": "1.pts-0.host", "TERM": "screen"}
ALL_TOOLS = ("tmux", "wl-copy", "xclip", "xsel", "pbcopy", "clip.exe")

ROUTES = [
    (XTERM, (), Route.OSC52, "a plain terminal"),
    (XTERM | SSH, ALL_TOOLS, Route.OSC52, "over SSH the tools would fill the server's clipboard"),
    (XTERM | {"SSH_TTY": "/dev/pts/0"}, ("pbcopy",), Route.OSC52, "SSH known by its terminal alone"),
    (XTERM | {"WAYLAND_DISPLAY": "wayland-0"}, ("wl-copy", "xclip"), Route.WL_COPY, "a Wayland desktop"),
    (XTERM | {"DISPLAY": ":0"}, ("wl-copy", "xclip", "xsel"), Route.XCLIP, "X only: wl-copy has no display"),
    (XTERM | {"DISPLAY": ":0"}, ("xsel",), Route.XSEL, "X with xsel alone"),
    (XTERM, ("xclip", "xsel"), Route.OSC52, "tools without a display are of no use"),
    (XTERM, ("pbcopy",), Route.PBCOPY, "macOS"),
    (XTERM, ("clip.exe",), Route.CLIP_EXE, "Linux in Windows"),
    (TMUX, ("tmux",), Route.TMUX, "tmux"),
    (TMUX | SSH, ALL_TOOLS, Route.TMUX, "tmux at the far end of SSH"),
    (TMUX, (), Route.OSC52, "tmux whose program cannot be found: it may be set up to pass OSC 52 on"),
    (SCREEN, (), Route.SCREEN, "screen"),
    (SCREEN | SSH, ALL_TOOLS, Route.SCREEN, "screen at the far end of SSH"),
    (SCREEN | TMUX, ("tmux",), Route.TMUX, "both: tmux is reached by its socket whatever lies between"),
    (SCREEN | TMUX, (), Route.SCREEN, "both, and no tmux program"),
    ({"TERM": "linux"}, (), Route.FILE, "the Linux console prints what it does not know"),
    ({"TERM": "dumb"}, (), Route.FILE, "a terminal without sequences"),
    ({}, (), Route.FILE, "no terminal at all"),
    ({"TERM": "linux", "DISPLAY": ":0"}, ("xclip",), Route.XCLIP, "but a desktop beside it"),
]


def finder(*names: str):
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(("env", "tools", "expected", "why"), ROUTES, ids=[case[3] for case in ROUTES])
def test_the_route(env: Mapping[str, str], tools: Sequence[str], expected: Route, why: str) -> None:
    assert choose_route(env, finder(*tools)) is expected
    assert routes(env, finder(*tools))[-1] is Route.FILE


def test_a_route_asked_for_comes_first() -> None:
    assert choose_route(TMUX, finder("tmux"), "osc52") is Route.OSC52
    assert choose_route(TMUX, finder("tmux"), "no such route") is Route.TMUX
    assert choose_route(TMUX, finder("tmux"), "auto") is Route.TMUX
    assert choose_route(XTERM | SSH | {"DISPLAY": ":0"}, finder("xclip"), "local") is Route.XCLIP
    assert routes(TMUX, finder(*ALL_TOOLS), "file") == (Route.FILE,)


@pytest.mark.parametrize(
    ("env", "tools", "expected"),
    [
        (XTERM | {"DISPLAY": ":0"}, ("xclip", "xsel"), (Route.XCLIP, Route.XSEL, Route.FILE)),
        (TMUX | SSH | {"DISPLAY": ":0"}, ALL_TOOLS, (Route.XCLIP, Route.XSEL, Route.PBCOPY, Route.CLIP_EXE)),
        (XTERM, (), (Route.FILE,)),  # no tool: the terminal is not asked, whoever says local means it
    ],
)
def test_local_is_the_tools_of_this_machine_alone(
    env: Mapping[str, str], tools: Sequence[str], expected: tuple[Route, ...]
) -> None:
    assert routes(env, finder(*tools), "local") == (*dict.fromkeys((*expected, Route.FILE)),)


@pytest.mark.parametrize(
    ("features", "overrides", "route", "why"),
    [
        (b"bpaste,clipboard,title\n", b"", Route.TMUX, "the terminal has a clipboard"),
        (b"bpaste,focus,title\n", b"", Route.TMUX_BUFFER, "it has none: only tmux's buffer holds the text"),
        (b"\n", b"*:Ms=x\n", Route.TMUX_BUFFER, "no terminal is there at all"),
        (b"bpaste\n", b"*:Ms=\\E]52;%p1%s;%p2%s\\007\n", Route.TMUX, "the user has told tmux how"),
        (None, None, Route.TMUX, "tmux does not say"),
    ],
)
def test_tmux_is_said_to_reach_the_terminal_only_where_it_does(
    tmp_path: Path, features: bytes | None, overrides: bytes | None, route: Route, why: str
) -> None:
    def ask(command: Sequence[str]) -> bytes | None:
        return features if "display-message" in command else overrides

    run = lambda command, data: True  # noqa: E731
    done = copy("摘录", write=None, env=TMUX, folder=tmp_path, which=finder("tmux"), run=run, ask=ask)
    assert done.route is route, why
    assert ("终端剪贴板" in done.message) == (route is Route.TMUX), why


@settings(deadline=None)
@given(st.text(max_size=400))
def test_osc52_holds_the_whole_text(text: str) -> None:
    payload = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/]*=*)\x07", osc52(text))
    assert payload
    assert base64.b64decode(payload[1]).decode("utf-8") == text.encode("utf-8", "replace").decode()


@settings(deadline=None)
@given(st.text(max_size=600), st.integers(min_value=8, max_value=300))
def test_screen_gets_the_sequence_in_pieces(text: str, piece: int) -> None:
    written = screen_dcs(osc52(text), piece)
    parts = re.findall(r"\x1bP((?:(?!\x1b\\).)*)\x1b\\", written, re.DOTALL)
    assert "".join(f"\x1bP{part}\x1b\\" for part in parts) == written, "nothing outside the pieces"
    assert "".join(parts) == osc52(text)
    assert max(map(len, parts)) <= piece


class Recorder:
    """Stands for the helpers: keeps what was run, and succeeds for the names given."""

    def __init__(self, *working: str) -> None:
        self.working = working
        self.runs: list[tuple[tuple[str, ...], bytes]] = []

    def __call__(self, command: Sequence[str], data: bytes) -> bool:
        self.runs.append((tuple(command), data))
        return " ".join(command).startswith(self.working) if self.working else False


def test_tmux_that_knows_no_w_keeps_the_text_in_its_buffer(tmp_path: Path) -> None:
    run = Recorder("tmux load-buffer -")
    run.working = ("tmux load-buffer -",)
    old = lambda command, data: command == ("tmux", "load-buffer", "-")  # noqa: E731
    done = copy("摘录", write=None, env=TMUX, folder=tmp_path, which=finder("tmux"), run=old)
    assert done.route is Route.TMUX_BUFFER
    assert not done.confirmed
    assert "tmux" in done.message


def test_a_dead_tmux_falls_back_to_the_terminal(tmp_path: Path) -> None:
    written: list[str] = []
    run = Recorder()
    done = copy("摘录", write=written.append, env=TMUX, folder=tmp_path, which=finder("tmux"), run=run)
    assert [command[:2] for command, _ in run.runs] == [("tmux", "load-buffer")] * 2
    assert done.route is Route.OSC52
    assert written == [osc52("摘录")]


def test_a_tool_confirms_and_a_terminal_does_not(tmp_path: Path) -> None:
    env = XTERM | {"DISPLAY": ":0"}
    by_tool = copy("摘录", write=None, env=env, folder=tmp_path, which=finder("xclip"), run=Recorder("xclip"))
    assert (by_tool.route, by_tool.confirmed) == (Route.XCLIP, True)
    assert "已复制" in by_tool.message
    written: list[str] = []
    by_terminal = copy("摘录", write=written.append, env=XTERM, folder=tmp_path, which=finder())
    assert (by_terminal.route, by_terminal.confirmed, by_terminal.sent) == (Route.OSC52, False, True)
    assert "已送出" in by_terminal.message
    assert "已复制" not in by_terminal.message


def test_windows_gets_utf16_with_a_byte_order_mark(tmp_path: Path) -> None:
    run = Recorder("clip.exe")
    copy("聊城", write=None, env=XTERM, folder=tmp_path, which=finder("clip.exe"), run=run)
    assert run.runs[-1][1].decode("utf-16") == "聊城"


def test_the_file_is_always_written_and_only_for_its_owner(tmp_path: Path) -> None:
    written: list[str] = []
    for text in ("第一次", "第二次 👩‍🌾"):
        done = copy(text, write=written.append, env=XTERM, folder=tmp_path / "state", which=finder())
        assert done.path is not None
        assert done.path.read_text(encoding="utf-8") == text
        assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["last-quote.txt"]


def test_without_any_route_the_message_names_the_file(tmp_path: Path) -> None:
    done = copy("摘录", write=None, env={"TERM": "dumb"}, folder=tmp_path, which=finder())
    assert done.route is Route.FILE
    assert not done.sent
    assert str(tmp_path / "last-quote.txt") in done.message


def test_a_folder_that_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    done = copy("摘录", write=None, env={}, folder=tmp_path / "state", which=finder())
    assert (done.route, done.path, done.text) == (Route.FILE, None, "摘录")
    assert done.message


@pytest.mark.parametrize(
    ("text", "over", "why"),
    [
        ("a" * SIZE_LIMIT, False, "just fits"),
        ("a" * (SIZE_LIMIT + 1), True, "one byte more"),
        ("汉" * (SIZE_LIMIT // 3), False, "counted in bytes, not in characters"),
        ("汉" * 100_000, True, "a long quote"),
    ],
)
def test_the_size_guard_tells_and_offers_the_file(tmp_path: Path, text: str, over: bool, why: str) -> None:
    written: list[str] = []
    done = copy(text, write=written.append, env=XTERM, folder=tmp_path, which=finder())
    assert done.over_limit is over
    assert ("截断" in done.message and str(done.path) in done.message) is over
    assert written == [osc52(text)], "it is sent whole all the same"


def test_the_guard_can_be_set_and_does_not_bother_tools(tmp_path: Path) -> None:
    small = copy("汉字", write=lambda _: None, env=XTERM, folder=tmp_path, limit=5, which=finder())
    assert small.over_limit
    env = XTERM | {"DISPLAY": ":0"}
    tool = copy(
        "汉字", write=None, env=env, folder=tmp_path, limit=5, which=finder("xsel"), run=Recorder("xsel")
    )
    assert not tool.over_limit


@pytest.mark.parametrize(
    ("body", "works", "why"),
    [
        ('cat > "$OUT"', True, "takes the text"),
        ("exit 3", False, "says that it failed"),
        (
            'cat > "$OUT"; sleep 30 & ',
            True,
            "stays in the background with its pipes, as xclip and wl-copy do",
        ),
    ],
)
def test_a_real_program_as_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, works: bool, why: str
) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\n{body}\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("OUT", str(tmp_path / "clipboard"))
    written: list[str] = []
    env = {"TERM": "xterm", "DISPLAY": ":0"}
    done = copy("聊城👍\n第二段", write=written.append, env=env, folder=tmp_path / "state")
    if works:
        assert done.route is Route.XCLIP
        assert (tmp_path / "clipboard").read_text(encoding="utf-8") == "聊城👍\n第二段"
    else:
        assert done.route is Route.OSC52, "the next route is taken"


def test_a_tool_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lctui.quoting.clipboard.TIMEOUT", 0.2)
    assert not run_tool(("sleep", "30"), b"")


TOOLS = [
    (Route.WL_COPY, {"WAYLAND_DISPLAY": "wayland-0"}, "--type text/plain"),
    (Route.XCLIP, {"DISPLAY": ":0"}, "-selection clipboard -in"),
    (Route.XSEL, {"DISPLAY": ":0"}, "--clipboard --input"),
    (Route.PBCOPY, {}, ""),
    (Route.CLIP_EXE, {}, ""),
]


@pytest.mark.parametrize(("route", "env", "options"), TOOLS, ids=[case[0].value for case in TOOLS])
def test_each_tool_is_run_as_it_wants_to_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, route: Route, env: dict[str, str], options: str
) -> None:
    tool = tmp_path / route.value
    tool.write_text('#!/bin/sh\nprintf %s "$*" > "$OUT.options"\ncat > "$OUT"\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("OUT", str(tmp_path / "clipboard"))
    done = copy("聊城👍\n第二段", write=None, env={"TERM": "xterm"} | env, folder=None)
    assert (done.route, done.confirmed) == (route, True)
    encoding = "utf-16" if route is Route.CLIP_EXE else "utf-8"
    assert (tmp_path / "clipboard").read_bytes().decode(encoding) == "聊城👍\n第二段"
    assert (tmp_path / "clipboard.options").read_text() == options
