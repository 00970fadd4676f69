"""The reader as it is used: panes, search, the way back, places kept."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from lctui.model import Hit
from lctui.quoting.quote import Position
from lctui.state import State
from lctui.store import ArticleStore, LoadProblem
from lctui.ui.app import LctuiApp
from tests.ui import papers

LINE = Region(0, 0, 200, 1)


async def idle(pilot: Pilot[int], app: LctuiApp) -> None:
    """Wait until everything is read, indexed and answered."""
    for _ in range(6000):
        await pilot.pause(0.01)
        if app.reader.idle:
            break
    assert app.reader.idle
    await pilot.pause()


async def keys(pilot: Pilot[int], app: LctuiApp, *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)
        await idle(pilot, app)


def hits(app: LctuiApp) -> list[Hit]:
    return [found.hit for found in app.reader.results.found]


async def test_results_follow_the_keys_and_replace_the_list() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", "麦", "收")
        reader = app.reader
        assert reader.results.display
        assert not reader.issues.display
        assert {hit.article_id for hit in hits(app)} == {"p0/2", "p1/2", "p2/2"}
        await keys(pilot, app, "backspace", "backspace")
        assert reader.issues.display


async def test_enter_and_down_move_into_the_results_and_a_hit_opens_at_its_first_match() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        for key in ("enter", "down"):
            await keys(pilot, app, "slash", *"粮站", key)
            assert app.focused is app.reader.results
            await keys(pilot, app, "enter")
            assert app.focused is app.reader.pane
            assert app.reader.status.position.startswith("1/")
            await keys(pilot, app, "n")
            assert app.reader.status.position.startswith("2/")
            await keys(pilot, app, "N")
            assert app.reader.status.position.startswith("1/")
            await keys(pilot, app, "escape", "escape")


async def test_a_new_query_replaces_the_old_one() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"麦收", "enter", "slash", *"合龙")
        assert app.reader.bar.query_text == "合龙"
        await keys(pilot, app, "enter", "slash", "right", "了")  # moving the cursor keeps it
        assert app.reader.bar.query_text == "合龙了"


async def test_the_mouse_leads_into_the_bar_and_back() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "j", "enter")
        await pilot.click("#bar-input")
        await keys(pilot, app, *"合龙")
        assert app.reader.results.display
        await keys(pilot, app, "escape")
        assert app.reader.article_id == "p0/2"
        assert app.focused is app.reader.pane
        hint = next(h for h in app.reader.status.hints if h.does == "返回")
        x = app.reader.status.render_line(0).text.index(hint.keys)
        await pilot.click("#status", offset=(x + 8, 0))
        await idle(pilot, app)
        assert app.focused in (app.reader.issues, app.reader.pane)


async def test_enter_before_the_answer_goes_to_the_results_when_they_come() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await pilot.press("slash", *"粮站", "enter")
        await idle(pilot, app)
        assert app.focused is app.reader.results


async def test_typing_never_waits_and_stale_answers_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    app = papers.app()
    asked: list[str] = []
    find = ArticleStore.find

    def slow(self: ArticleStore, query: str, *rest: object) -> object:
        asked.append(query)
        time.sleep(1)
        return find(self, query, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ArticleStore, "find", slow)
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await pilot.press("slash")
        started = time.perf_counter()
        for key in "高铁通到县城":
            await pilot.press(key)
            await asyncio.sleep(0.05)
        assert time.perf_counter() - started < 4  # six searches of a second, one after another, would take 6
        assert app.reader.bar.query_text == "高铁通到县城"
        await idle(pilot, app)
        assert asked[-1] == "高铁通到县城"
        assert len(asked) < 6
        assert hits(app)[0].article_id.endswith("/1")


async def test_escape_goes_back_to_where_the_reader_was() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "j", "enter", "space", "space")
        reader = app.reader
        place = (reader.article_id, reader.pane.position)
        assert place[1] != Position(0, 0)
        await keys(pilot, app, "slash", *"合龙", "enter", "j", "enter")
        assert reader.article_id != place[0]
        await keys(pilot, app, "escape", "escape")
        assert (reader.article_id, reader.pane.position) == place
        assert app.focused is reader.pane
        assert reader.bar.query_text == ""
        assert reader.issues.display


async def test_a_search_typed_before_the_index_is_ready_is_answered_when_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = papers.app()
    build = ArticleStore.build_index
    typed = threading.Event()

    def slow(self: ArticleStore, *rest: object) -> None:
        assert typed.wait(20)
        build(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ArticleStore, "build_index", slow)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"麦收")
        for _ in range(2000):
            await pilot.pause(0.01)
            if "索引" in app.reader.status.progress:
                break
        assert not app.reader.results.display
        assert "索引" in app.reader.status.progress
        assert "索引" in str(app.reader.bar.query_one("#bar-count").render())
        typed.set()
        await idle(pilot, app)
        assert len(hits(app)) == 3
        assert app.reader.status.progress == ""


async def test_nothing_found_is_said() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"xyzzy")
        assert "没有找到" in str(app.reader.bar.query_one("#bar-note").render())
        assert app.reader.results.row_count == 0


async def test_a_query_that_cannot_be_read_is_explained_at_the_bar() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"日:乱写")
        note = app.reader.bar.query_one("#bar-note")
        assert note.display
        assert note.has_class("-error")


async def test_sorting() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "s")
        assert "排序" in app.reader.status.message[0]
        await keys(pilot, app, "slash", *"高铁", "enter", "s")
        assert "日期" in str(app.reader.results.border_title)
        days = [found.issue.sort_date for found in app.reader.results.found]
        assert days == sorted(days, reverse=True)  # type: ignore[type-var]


async def test_tab_completes_and_goes_on_to_the_list_where_there_is_nothing_to_complete() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", "记", "者", "tab")
        assert app.reader.bar.query_text == "记者:"
        await keys(pilot, app, "高", "tab")
        assert app.reader.bar.query_text.startswith("记者:高田")
        await keys(pilot, app, "escape", "slash", *"qqqq", "tab")
        assert app.focused is app.reader.results


async def test_earlier_queries_come_back() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        for query in ("麦收", "合龙"):
            await keys(pilot, app, "slash", *query, "enter", "escape")
        await keys(pilot, app, "slash", "up")
        assert app.reader.bar.query_text == "合龙"
        await keys(pilot, app, "up")
        assert app.reader.bar.query_text == "麦收"
        await keys(pilot, app, "down", "down")
        assert app.reader.bar.query_text == ""
    again = papers.app()
    async with again.run_test(size=(120, 36)) as pilot:
        await idle(pilot, again)
        await keys(pilot, again, "slash", "up")
        assert again.reader.bar.query_text == "合龙"


async def test_finding_in_the_open_article_alone() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "ctrl+f", *"粮站", "enter")
        reader = app.reader
        assert app.focused is reader.pane
        assert reader.status.position.startswith("1/")
        assert reader.issues.display
        await keys(pilot, app, "n")
        assert reader.status.position.startswith("2/")
        await keys(pilot, app, "escape")  # ends the find
        assert "/" not in reader.status.position.split("段")[0]
        assert reader.pane.position == Position(0, 0)
        await keys(pilot, app, "ctrl+f", *"无此")
        assert "没有" in str(reader.bar.query_one("#bar-note").render())


async def test_a_find_gives_the_bar_back_to_the_search() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"高铁", "enter", "enter", "ctrl+f", *"粮站", "escape")
        assert app.reader.bar.query_text == "高铁"
        assert app.reader.results.display
        assert app.reader.status.position.startswith("1/19")  # the matches of the search again


async def test_leaving_a_find_everything_is_as_it_was() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"高铁", "enter", "enter", "n", "n", "n")

        def look() -> list[str]:
            lines = [strip.text.rstrip() for strip in app.screen.query_one("#status").render_lines(LINE)]
            count = str(app.reader.bar.query_one("#bar-count").render())
            return [*lines, count, app.reader.bar.query_text, str(app.reader.pane.position)]

        before = look()
        assert before[0].endswith("%")
        await keys(pilot, app, "ctrl+f")
        assert "篇" not in look()[1]  # what the count is of is not known yet
        assert [hint.does for hint in app.reader.status.hints] == ["到命中处", "退出查找"]
        await keys(pilot, app, *"粮站", "enter", "n", "escape")
        assert look() == before
        await keys(pilot, app, "n")
        assert app.reader.status.position.startswith("5/19")
        await keys(pilot, app, "escape", "escape")
        assert look()[1] == "15 篇"


async def test_a_find_begun_in_the_list_leads_back_to_it() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "j", "ctrl+f", *"粮站", "escape")
        assert app.focused is app.reader.issues
        assert app.reader.article_id == "p0/1"


async def test_keys_for_articles_act_on_the_one_under_the_cursor() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        reader = app.reader
        await keys(pilot, app, "enter", "h", "j", "c")  # the citation of the second
        assert papers.TITLES[1] in reader.register
        assert app.focused is reader.issues
        await keys(pilot, app, "j", "Y")
        assert papers.TITLES[2] in reader.register
        await keys(pilot, app, "y")  # now it lies open: its paragraph can be seen
        assert papers.TITLES[2] in reader.register
        for key in ("y", "v", "V", "R", "a", "exclamation_mark"):
            reader.register = ""
            await keys(pilot, app, "j", key)  # another one than is shown
            assert reader.register == ""
            assert "先打开稿件" in reader.status.message[0]
            assert app.screen is reader
            await keys(pilot, app, "k")
        await keys(pilot, app, "v")
        assert app.focused is reader.pane
        assert reader.pane.selection is not None
        await keys(pilot, app, "escape", "h", "g")  # on the issue itself
        for key in ("c", "C", "r", "m", "M"):
            await keys(pilot, app, key)
            assert "光标不在稿件上" in reader.status.message[0]
            assert app.screen is reader


async def test_matches_from_the_list_of_results() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "n")
        assert "没有命中" in app.reader.status.message[0]
        await keys(pilot, app, "slash", *"高铁", "enter", "j", "n")
        second = app.reader.results.found[1].article.id
        assert app.reader.article_id == second  # shown beside the list, at its first match
        assert app.focused is app.reader.results
        assert app.reader.pane.match == 0
        await keys(pilot, app, "n")
        assert app.reader.pane.match == 1


async def test_more_hits_than_are_listed_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lctui.ui.screens.search.LIMIT", 4)
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "slash", *"麦子")
        assert str(app.reader.results.border_title).startswith("命中 15，列出前 4")


async def test_related_articles_do_not_come_between_once_the_reader_has_moved_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    moved = threading.Event()
    related = ArticleStore.related

    def slow(self: ArticleStore, *rest: object) -> object:
        assert moved.wait(20)
        return related(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(ArticleStore, "related", slow)
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await pilot.press("enter", "r")
        assert "正在找" in app.reader.status.message[0]
        await pilot.press("j")
        moved.set()
        await idle(pilot, app)
        assert app.screen is app.reader
        await pilot.press("r")
        await idle(pilot, app)
        tails = [choice.tail for choice in app.screen.choices]  # type: ignore[attr-defined]
        assert tails
        assert all(tail.endswith("同记者") for tail in tails)


@pytest.mark.parametrize(("size", "both"), [((80, 24), False), ((120, 36), True), ((200, 60), True)])
async def test_one_pane_at_a_time_where_there_is_no_room(size: tuple[int, int], both: bool) -> None:
    app = papers.app()
    async with app.run_test(size=size) as pilot:
        await idle(pilot, app)
        lists, pane = app.reader.query_one("#lists"), app.reader.pane
        assert (lists.display, pane.display) == (True, both)
        await keys(pilot, app, "enter")
        assert (lists.display, pane.display) == (both, True)
        await keys(pilot, app, "h")
        assert app.focused is app.reader.issues
        assert (lists.display, pane.display) == (True, both)
        await keys(pilot, app, "tab")
        assert app.focused is pane
        await keys(pilot, app, "shift+tab")
        assert app.focused is app.reader.issues
        await keys(pilot, app, "z")
        assert (lists.display, pane.display) == (False, True)
        await keys(pilot, app, "escape")
        assert (lists.display, pane.display) == (True, both)
        if size[0] == 200:
            assert lists.size.width <= 56  # the list does not sprawl


async def test_resizing_keeps_the_place() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "space")
        paragraph = app.reader.pane.position.paragraph
        assert paragraph > 0
        for size in ((60, 20), (200, 60), (120, 20)):
            await pilot.resize_terminal(*size)
            await idle(pilot, app)
            assert app.reader.article_id == "p0/1"
            assert app.focused is app.reader.pane
        assert app.reader.pane.position.paragraph == paragraph


async def test_stepping_through_articles() -> None:
    app = papers.app(2)
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "left_square_bracket")
        assert app.reader.article_id == "p0/1"
        assert "没有" in app.reader.status.message[0]
        await keys(pilot, app, *["right_square_bracket"] * 5)
        assert app.reader.article_id == "p1/1"  # on into the next issue, which opens
        assert app.reader.issues.row_count == 12
        await keys(pilot, app, "slash", *"合龙", "enter", "enter", "right_square_bracket")
        assert app.reader.article_id == "p1/5"  # among hits: to the next hit


async def test_the_place_survives_the_end_of_the_program() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "j", "enter", "space")
        place = (app.reader.article_id, app.reader.pane.position)
        assert place[1] != Position(0, 0)
        await pilot.press("q")
    again = papers.app()
    async with again.run_test(size=(120, 20)) as pilot:
        await idle(pilot, again)
        assert (again.reader.article_id, again.reader.pane.position) == place
        await keys(pilot, again, "k", "enter", "right_square_bracket")
        assert (again.reader.article_id, again.reader.pane.position) == place


async def test_read_articles_are_known_the_next_time() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "j", "enter", "h", "j", "M")
    state = State()
    key = app.reader.store.key
    assert state.is_read(key("p0/2"))
    assert state.is_read(key("p0/3"))  # marked without opening
    assert not state.is_read(key("p0/1"))  # shown at the start, not opened


async def test_bookmarks() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "space", "m", "a")
        place = (app.reader.article_id, app.reader.pane.position)
        await keys(pilot, app, "g", "right_square_bracket", "apostrophe", "a")
        assert (app.reader.article_id, app.reader.pane.position) == place
        await keys(pilot, app, "m", "escape")
        assert "没有" in app.reader.status.message[0]
        await keys(pilot, app, "ctrl+o")
        assert app.reader.article_id == "p0/2"
        await keys(pilot, app, "alt+right")
        assert app.reader.article_id == "p0/1"


async def test_related_articles_open() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "r")
        assert app.screen is not app.reader
        await keys(pilot, app, "enter")
        assert app.screen is app.reader
        assert app.reader.article_id != "p0/1"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("wc -c", "退出码 0"),  # one line: in the status line
        ("exit 3", "退出码 3"),
        ("no-such-command-here", "退出码 127"),
    ],
)
async def test_a_passage_is_handed_to_a_command(command: str, said: str) -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "exclamation_mark")
        await pilot.press(*command.replace(" ", "_").replace("_", " "), "enter")
        for _ in range(2000):
            await pilot.pause(0.01)
            if "退出码" in app.reader.status.message[0]:
                break
        assert said in app.reader.status.message[0]


async def test_what_a_command_prints_can_be_read() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 36)) as pilot:
        await idle(pilot, app)
        await keys(pilot, app, "enter", "exclamation_mark")
        await pilot.press(*"fold -w 20", "enter")
        for _ in range(2000):
            await pilot.pause(0.01)
            if app.screen is not app.reader and app.screen.query("#text-lines"):
                break
        await pilot.pause()
        assert "高铁" in str(app.screen.query_one("#text-lines").render())
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is app.reader


async def test_quitting_while_pages_are_read_is_prompt() -> None:
    def endless() -> object:
        number = 0
        while True:
            time.sleep(0.01)
            yield papers.issue(number) if number % 2 else LoadProblem(f"{number}", "空文件")
            number += 1

    app = papers.app(1, rest=endless(), remaining=10_000)  # type: ignore[arg-type]
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(2000):
            await pilot.pause(0.01)
            if "读入" in app.reader.status.progress:
                break
        assert "读入" in app.reader.status.progress
        started = time.perf_counter()
        await pilot.press("q")
    assert time.perf_counter() - started < 20  # all of them would take a hundred seconds
    assert app.return_value == 0


async def test_the_cursor_does_not_blink() -> None:
    app = papers.app()
    async with app.run_test() as pilot:
        await pilot.press("slash")
        assert not app.reader.bar.entry.cursor_blink
        assert app.animation_level == "none"
