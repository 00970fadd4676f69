"""Issues and hits as lists: order, opening, the cursor, and two thousand of them."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from lctui.model import Issue
from lctui.store import LoadProblem
from lctui.ui.app import LctuiApp
from lctui.ui.widgets.row_list import RowList
from tests.ui import papers


def rows(widget: RowList) -> list[str]:
    """What stands on the rows of a list, without the blanks at the right."""
    base = widget.rich_style
    return [widget.draw(n, 0, 60, base).text.rstrip() for n in range(widget.row_count)]


async def test_issues_by_date_the_newest_open() -> None:
    app = papers.app(3)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = rows(app.reader.issues)
        assert [row for row in shown if row[0] in "▾▸"] == [
            f"▾ 2024-01-16 星期二 第0期{'5':>34}",
            f"▸ 2024-01-15 星期二 第1期{'5':>34}",
            f"▸ 不早于2023-12-26{'5':>41}",
        ]
        assert shown[1] == ">   高铁通到县城（0）"
        assert shown[3:6] == [
            " 拟 图书馆夜里也开门（0）",
            " 评 评：路要一步一步走（0）",
            " 图 城北新桥合龙（0）",
        ]


async def test_only_the_newest_issue_is_open_however_the_pages_come_in() -> None:
    def slowly() -> Iterator[Issue]:
        for found in reversed(papers.issues(4)):  # the newest last
            time.sleep(0.2)
            yield found

    app = papers.app(0, rest=slowly(), remaining=4)
    async with app.run_test() as pilot:
        await wait_for(pilot, lambda: app.reader.idle)
        assert "".join(row[0] for row in rows(app.reader.issues) if row[0] in "▾▸") == "▾▸▸▸"
        assert app.reader.article_id == "p0/1"
        assert app.reader.issues.article_under_cursor() == "p0/1"


async def test_folding() -> None:
    app = papers.app(3)
    async with app.run_test() as pilot:
        await pilot.pause()
        issues = app.reader.issues
        await pilot.press("h")  # from an article to its issue
        assert issues.cursor == 0
        await pilot.press("h")
        assert issues.row_count == 3
        await pilot.press("l", "l")  # open again, then into it
        assert (issues.row_count, issues.cursor) == (8, 1)
        await pilot.press("L")
        assert issues.row_count == 18
        await pilot.press("G", "H")  # the cursor stays with the issue it was in
        assert (issues.row_count, issues.cursor) == (3, 2)
        await pilot.press("enter")
        assert issues.row_count == 8


async def test_moving() -> None:
    app = papers.app(3)
    async with app.run_test() as pilot:
        await pilot.pause()
        issues = app.reader.issues
        await pilot.press("G")
        assert issues.cursor == issues.row_count - 1
        await pilot.press("j")
        assert issues.cursor == issues.row_count - 1
        await pilot.press("g")
        assert issues.cursor == 0
        await pilot.press("k")
        assert issues.cursor == 0
        assert app.reader.status.position == f"1/{issues.row_count}"


async def test_preview_leaves_the_focus_in_the_list() -> None:
    app = papers.app(3)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("j", "space")
        assert app.reader.article_id == "p0/2"
        assert app.focused is app.reader.issues
        await pilot.press("enter")
        assert app.focused is app.reader.pane


async def test_the_mouse_opens() -> None:
    app = papers.app(3)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.click("#issues", offset=(8, 3))
        await pilot.pause()
        assert app.reader.article_id == "p0/2"
        assert app.focused is app.reader.pane


async def test_the_wheel_scrolls() -> None:
    app = papers.app(30)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        app.reader.issues.scroll_down(animate=False)
        await pilot.pause()
        assert app.reader.issues.scroll_offset.y > 0


async def test_what_could_not_be_read_is_a_row_that_explains_itself() -> None:
    problem = LoadProblem("pages/bad.txt", "空文件，没有文字")
    app = papers.app(1, rest=iter([problem]), remaining=1)
    async with app.run_test(size=(100, 30)) as pilot:
        await wait_for(pilot, lambda: app.reader.store.ready)
        issues = app.reader.issues
        assert rows(issues)[-1] == "! bad.txt  空文件，没有文字"
        assert "读不了 1" in str(issues.border_title)
        await pilot.press("G", "enter")
        assert app.reader.status.message == ("pages/bad.txt: 空文件，没有文字", True)


async def test_issues_that_nothing_tells_apart_are_told_apart_by_their_files() -> None:
    app = papers.app(0, rest=iter([papers.issue(1), papers.issue(2)]), remaining=2)
    async with app.run_test() as pilot:
        await wait_for(pilot, lambda: app.reader.store.ready)
        assert [row.split()[1:3] for row in rows(app.reader.issues) if row[0] in "▾▸"] == [
            ["日期不详", "p1"],
            ["日期不详", "p2"],
        ]


async def test_the_cursor_keeps_its_row_while_issues_come_in() -> None:
    later = papers.issues(6)
    app = papers.app(0, rest=iter(later), remaining=6)
    async with app.run_test() as pilot:
        await wait_for(pilot, lambda: app.reader.store.ready)
        issues = app.reader.issues
        await pilot.press("G", "enter", "j", "j")
        row = rows(issues)[issues.cursor]
        app.reader.store.add(papers.issue(99, day=papers.datetime.date(2030, 1, 1)))
        issues.set_pages(app.reader.store.issues)
        assert rows(issues)[issues.cursor] == row


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_two_thousand_issues_are_fluid(size: tuple[int, int]) -> None:
    app = papers.app(2000)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        issues = app.reader.issues
        started = time.perf_counter()
        issues.action_fold_all(False)
        issues.action_last()
        for _ in range(20):
            issues.action_move(-1)
            issues.render_line(0)
        # 12,000 rows laid out once, and twenty moves: well under what a reader notices, many times over.
        assert time.perf_counter() - started < 1.0
        assert issues.row_count == 12_000


async def wait_for(pilot: object, true: object) -> None:
    """Let the reader work until something holds."""
    for _ in range(3000):
        if true():  # type: ignore[operator]
            break
        await pilot.pause(0.01)  # type: ignore[attr-defined]
    assert true()  # type: ignore[operator]
    await pilot.pause()  # type: ignore[attr-defined]


def test_the_app_is_what_the_tests_think() -> None:
    assert isinstance(papers.app(1), LctuiApp)
