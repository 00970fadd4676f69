"""The main job, key by key, on the bundled pages: list, open, scroll, search, copy, quit."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

import lctui
from lctui import open_store
from lctui.store import bundled_pages
from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal, clean_env

STORE = open_store()
NEWEST = STORE.issues[0].articles[0]

BYTES_A_PAGE_DOWN = 15_000
"""What a page-down may send at 80x24; an animated one sends 83,000."""


def opened(reader: Open, **how: object) -> Terminal:
    terminal = reader(**how)
    terminal.wait_for("47 篇")
    terminal.settle()
    return terminal


def squashed(text: str) -> str:
    return "".join(text.split())


def test_list_open_scroll_search_copy_quit(reader: Open) -> None:
    terminal = opened(reader)
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.press("space", "j", "j", "g")
    terminal.press("/")
    terminal.type("高铁")
    terminal.wait_for("短语")
    terminal.press("enter")
    terminal.settle()
    terminal.press("enter")
    terminal.wait(lambda: "高铁" in terminal.text and "段 " in terminal.text, "the hit to open")
    terminal.settle()
    terminal.press("y")
    terminal.wait(lambda: terminal.copied(), "a copy")
    (copied,) = terminal.copied()
    hit = STORE.search("高铁", limit=1)[0]
    paragraphs = {squashed(p.text) for p in STORE.article(hit.article_id).paragraphs}
    quoted = squashed(copied)
    assert any(text in quoted for text in paragraphs), copied
    terminal.wait_for("已送出")
    terminal.press("q")
    assert terminal.exit_status() == 0
    assert b"\x1b[?1049l" in terminal.raw  # back from the alternate screen
    assert b"\x1b[?25h" in terminal.raw  # with its cursor


def test_what_is_copied_has_no_line_breaks_of_the_screen(reader: Open) -> None:
    terminal = opened(reader, columns=60)
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.press("y")
    terminal.wait(lambda: terminal.copied(), "a copy")
    first = next(p for p in NEWEST.paragraphs if p.kind == "text")
    assert first.text in terminal.copied()[0]


def test_first_screen_comes_before_anything_slow(reader: Open) -> None:
    terminal = reader()
    terminal.wait_for(NEWEST.title[:6], timeout=5)


def test_a_page_down_is_cheap(reader: Open) -> None:
    terminal = opened(reader)
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.settle()
    before = len(terminal.raw)
    terminal.press("space")
    terminal.settle()
    assert 0 < len(terminal.raw) - before < BYTES_A_PAGE_DOWN


def test_escape_goes_back_to_where_the_reader_was(reader: Open) -> None:
    terminal = opened(reader)
    terminal.press("j", "j", "j")
    terminal.settle()
    listed = terminal.text
    terminal.press("/")
    terminal.type("lcgt")
    terminal.wait_for("首字母")
    terminal.press("esc")
    terminal.settle()
    assert terminal.text == listed


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 36), (200, 60), (40, 12)])
def test_no_size_breaks_it(reader: Open, columns: int, rows: int) -> None:
    terminal = opened(reader, columns=columns, rows=rows)
    terminal.press("enter")
    terminal.settle()
    assert "Traceback" not in terminal.text
    terminal.press("q")
    assert terminal.exit_status() == 0


def test_resizing_keeps_the_place(reader: Open) -> None:
    terminal = opened(reader)
    terminal.press("enter")
    terminal.wait_for("段 1/")
    terminal.press("}", "}", "}")
    terminal.wait_for("段 4/")
    for size in ((120, 36), (60, 20), (80, 24)):
        terminal.resize(*size)
        terminal.settle()
        assert "段 4/" in terminal.text


def test_help_lists_keys_and_the_palette_commands(reader: Open) -> None:
    terminal = opened(reader, columns=120, rows=40)
    terminal.press("?")
    terminal.wait_for("article.")
    terminal.press("esc")
    terminal.wait_gone("article.")
    terminal.press("\x10")
    terminal.settle()
    terminal.type("退出")
    terminal.settle()
    assert "退出" in terminal.text
    terminal.press("esc")


def test_interrupted_by_the_end_of_the_connection(reader: Open) -> None:
    terminal = opened(reader)
    terminal.child.kill(1)
    terminal.exit_status()
    assert "Traceback" not in terminal.text


def test_bad_pages_beside_good_ones_are_rows(reader: Open, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text("")
    good.write_text(
        "标题在此\n　　今日，本报记者在城里走访，看见街道整洁，居民安居乐业，生活有序。\n", "utf-8"
    )
    terminal = reader(str(bad), str(good))
    terminal.wait_for("标题在此")
    terminal.wait_for("bad.txt")


def test_markup_on_a_page_is_text(reader: Open, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "标题[/b]在此\n　　正文里有 [red]方括号[/red] 与 [/] 也照原样显示，一个字也不少。\n", "utf-8"
    )
    terminal = reader(str(file))
    terminal.wait_for("[/b]")
    terminal.press("enter")
    terminal.wait_for("[red]方括号[/red]")


def test_what_acts_on_a_terminal_is_shown_not_sent(reader: Open, tmp_path: Path) -> None:
    acts = "\x1b[31m \x1b]52;c;aGk=\x07 \x1bP+q\x1b\\ \x9b2J \u202e \U000e0041"
    file = tmp_path / "page.txt"
    body = "今日，本报记者在城里走访，看见街道整洁，居民安居乐业。"
    file.write_text(f"标题{acts}在此\n　　{body}{acts}{body}\n", "utf-8")
    terminal = reader(str(file))
    terminal.wait_for("⟦RLO⟧")
    terminal.press("enter", "o")
    terminal.wait_for("控制字符")
    sent = terminal.raw.decode("utf-8", "replace")
    assert [act for act in acts.split(" ") if act in sent] == []
    assert terminal.copied() == []


def test_a_guessed_encoding_stands_over_the_article(reader: Open, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(
        ("渡輪公司擬增早晚兩班船\n　　往來離島的渡輪一直是居民出入的命脈。\n" * 2).encode("big5")
    )
    terminal = reader(str(file))
    terminal.wait_for("渡輪公司")
    terminal.press("enter")
    terminal.wait_for("编码 big5")
    terminal.press("o")
    terminal.wait_for("--encoding")


def test_nothing_to_open_is_a_line_and_a_status(reader: Open, tmp_path: Path) -> None:
    terminal = reader(str(tmp_path / "none.txt"))
    assert terminal.exit_status() == 2
    terminal.read(0.1)
    assert "none.txt" in "".join(terminal.lines)  # a long path is wrapped by the terminal
    assert b"\x1b[?1049h" not in terminal.raw


def test_no_colour_where_none_is_wanted(reader: Open) -> None:
    terminal = opened(reader, NO_COLOR="1")
    colours = {cell.fg for row in terminal.screen.buffer.values() for cell in row.values()}
    assert len(colours) <= 4, colours  # greys at most


def test_english(reader: Open) -> None:
    terminal = reader("--lang", "en")
    terminal.wait_for("Search")
    terminal.settle()
    chrome = terminal.lines[-1]
    assert not any("一" <= c <= "鿿" for c in chrome), chrome


def test_stty_is_as_before(state: Path, reader: Open) -> None:
    script = f"stty -a > {state}/before; {sys.executable} -m lctui; echo status $?; stty -a > {state}/after"
    with Terminal(("sh", "-c", script), clean_env(state)) as terminal:
        terminal.wait_for("47 篇")
        terminal.press("q")
        terminal.wait_for("status 0")
        assert terminal.exit_status() == 0
    assert (state / "before").read_text() == (state / "after").read_text()


def test_a_long_file_is_read_behind_the_screen_and_not_waited_for(reader: Open, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    pages = b"\n".join(page.read_bytes() for page in sorted(bundled_pages().glob("*.txt")))
    file.write_bytes(pages * 4)
    started = time.monotonic()
    lctui.open_store([file])
    reading = 30 * (time.monotonic() - started)
    file.write_bytes(pages * 120)
    terminal = reader(str(file))
    terminal.wait_for("正在读入", timeout=max(10, reading))
    pressed = time.monotonic()
    terminal.press("q")
    assert terminal.exit_status(timeout=60) == 0
    # Python itself takes a while to end on a busy machine; reading on would take much longer.
    assert time.monotonic() - pressed < max(3, reading / 2)
