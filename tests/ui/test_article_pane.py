"""Reading in the article pane: what it shows, what it says, where the reader stays."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from lctui.model import Article, Match, Paragraph
from lctui.quoting.quote import Position
from lctui.text.cells import text_cells
from lctui.ui.drawing import FILLER
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_pane import ArticlePane
from tests.ui.panes import ARTICLE, ISSUE, LEAD, PARAGRAPHS, PaneApp, press, screen_of, show


async def test_the_parts_of_an_article_stand_as_in_print() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = await show(pilot)
        rows = screen_of(app)
        text = [row.strip(" ▎") for row in rows]
        assert text[:7] == [
            "聚焦2024聊城两会",
            "",
            "2024年新增规上工业企业100家",
            "抢抓项目，为高质量发展注入澎湃动力",
            "记者 胡磊 孙亚飞  冠县讯",
            "",
            "今年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年。聊城高铁",
        ]
        indent = len(rows[6]) - len(rows[6].lstrip(" ▎"))
        assert rows[6].startswith(" ▎ ")
        assert indent == 3 + 4
        title = rows[3]
        assert abs((len(title) - len(title.lstrip())) - (80 - 1 - text_cells(title.rstrip()))) <= 2


async def test_every_row_fills_the_pane_and_none_is_wider() -> None:
    box = Paragraph("box", LEAD, ((3, 3),))
    gap = Paragraph("box", "共5，", ((3, 3),), gap=True)
    article = replace(ARTICLE, paragraphs=(box, *PARAGRAPHS[:3], box, gap, *PARAGRAPHS[3:]))
    async with PaneApp().run_test(size=(30, 20)) as pilot:
        app = await show(pilot, article)
        for width, height in ((14, 60), (22, 60), (30, 40), (40, 40), (80, 50), (200, 60)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            for keys in ("", "|", "J", "H", "A", "|", "JHA"):
                await press(pilot, keys)
                assert {text_cells(row) for row in screen_of(app)} == {width - 1}, (width, keys)


async def test_page_text_is_never_taken_for_markup() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = await show(pilot)
        await press(pilot, "G")
        assert any("[/b]页面上的[bold]方括号[/bold]不是标记，〔下文残缺〕" in row for row in screen_of(app))


async def test_scrolling() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        for keys, moved in (
            ("j", 1),
            ("jj", 3),
            ("k", 2),
            ("d", 12),
            ("u", 2),
            (" ", 20),
            ("b", 2),
            ("g", 0),
        ):
            await press(pilot, keys)
            assert app.pane.scroll_offset.y == moved, keys
        await press(pilot, "G")
        assert app.pane.scroll_offset.y == app.pane.max_scroll_y
        assert app.pane.passage().start == Position(len(PARAGRAPHS) - 1, 0)


async def test_the_reading_mark_goes_by_paragraph_and_stays_in_sight() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        assert app.pane.passage().start == Position(0, 0)
        for number in range(1, len(PARAGRAPHS)):
            await press(pilot, "}")
            assert app.pane.passage().start == Position(number, 0)
            assert any("▎" in row for row in screen_of(app))
        await press(pilot, "}{")
        assert app.pane.passage().start == Position(len(PARAGRAPHS) - 2, 0)
        await press(pilot, "g")
        await press(pilot, "d")
        await press(pilot, "d")
        assert any("▎" in row for row in screen_of(app))


async def test_what_is_said_while_moving() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        first = app.last(ArticlePane.Moved)
        assert isinstance(first, ArticlePane.Moved)
        assert (first.paragraph, first.paragraphs, first.matches) == (1, len(PARAGRAPHS), 0)
        await press(pilot, "G")
        last = app.last(ArticlePane.Moved)
        assert isinstance(last, ArticlePane.Moved)
        assert (last.paragraph, last.percent) == (len(PARAGRAPHS), 100)
        await press(pilot, "][")
        steps = [event.delta for event in app.heard if isinstance(event, ArticlePane.Step)]
        assert steps == [1, -1]


async def test_an_article_that_fits_is_read_by_its_mark() -> None:
    short = Article("page/2", "report", "短讯", PARAGRAPHS[:3])
    async with PaneApp().run_test(size=(80, 30)) as pilot:
        app = await show(pilot, short)
        await press(pilot, "j")
        assert app.pane.passage().start == Position(1, 0)
        await press(pilot, "k")
        assert app.pane.passage().start == Position(0, 0)


async def test_matches_are_stepped_through_and_wrap() -> None:
    matches = (
        Match("title", 0, 0, 4),
        Match("body", 0, LEAD.index("聊城"), LEAD.index("聊城") + 4),
        Match("body", 9, 10, 12),
    )
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot, matches=matches)

        def now() -> tuple[int, int]:
            event = app.last(ArticlePane.Moved)
            assert isinstance(event, ArticlePane.Moved)
            return event.match, event.paragraph

        assert now() == (1, 1)
        await press(pilot, "nn")
        assert now() == (3, 10)
        assert app.pane.passage().start.paragraph == 9
        await press(pilot, "n")
        assert now()[0] == 1
        await press(pilot, "N")
        assert now()[0] == 3
        app.pane.set_matches(())
        await pilot.pause()
        assert now()[0] == 0


async def test_the_current_match_stands_out_from_the_others_across_a_line_end() -> None:
    start = LEAD.index("聊城")
    matches = (Match("body", 0, start, start + 4), Match("body", 0, 0, 2))
    async with PaneApp().run_test(size=(44, 20)) as pilot:
        app = await show(pilot, matches=matches)
        pane = app.pane
        styles = {
            name: pane.get_component_rich_style(f"article--{name}", partial=True).bgcolor
            for name in ("match", "match-current")
        }
        drawn = dict.fromkeys(styles, "")
        for y in range(20):
            for segment in pane.render_line(y):
                for name, colour in styles.items():
                    if segment.style and segment.style.bgcolor == colour:
                        drawn[name] += segment.text
        assert drawn == {"match": "今年", "match-current": "聊城高铁"}


async def test_the_place_survives_a_resize_and_a_change_of_measure() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "d}d")
        place = app.pane.position
        assert place > Position(0, 0)
        for size in ((100, 30), (34, 12), (160, 50), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.pane.position == place
        top = screen_of(app)[0]
        await press(pilot, "++--=")
        assert app.pane.position == place
        assert screen_of(app)[0] == top


async def test_what_the_next_key_copies_is_in_sight_after_a_resize() -> None:
    end = replace(ARTICLE, paragraphs=PARAGRAPHS[:8])
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = await show(pilot, end)
        for keys in ("G", "gd}}", "gd}k}}"):
            await press(pilot, keys)
            before = screen_of(app)
            marked = app.pane.passage().start.paragraph
            for size in ((60, 20), (24, 8), (80, 9), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert app.pane.passage().start.paragraph == marked, keys
                assert any("▎" in row for row in screen_of(app)), (keys, size)
            assert screen_of(app) == before, keys
            for setting in ("-" * 12, "A", "A="):
                await press(pilot, setting)
                assert any("▎" in row for row in screen_of(app)), (keys, setting)
            assert screen_of(app) == before, keys


async def test_the_cursor_of_a_selection_is_in_sight_after_a_resize() -> None:
    long = replace(ARTICLE, paragraphs=(Paragraph("text", LEAD * 40, ((3, 3),)),))
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = await show(pilot, long)
        await press(pilot, "v15j")
        for size in ((40, 10), (24, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            selection = app.pane.selection
            assert selection is not None
            row = app.pane._layout.row_of(selection.cursor)
            assert app.pane.scroll_offset.y <= row < app.pane.scroll_offset.y + size[1]


async def test_a_row_of_the_headline_at_the_top_is_found_again() -> None:
    async with PaneApp().run_test(size=(60, 12)) as pilot:
        app = await show(pilot)
        for rows in range(1, 12):
            await press(pilot, "j")
            before = screen_of(app)
            for size in ((44, 10), (60, 12)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
            assert screen_of(app) == before, rows


async def test_the_place_kept_brings_back_top_and_mark() -> None:
    short = replace(ARTICLE, paragraphs=PARAGRAPHS[:3])
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        for article, keys in ((short, "}}"), (ARTICLE, "ddkkk"), (ARTICLE, "dj}}"), (ARTICLE, "G")):
            app = await show(pilot, article)
            await press(pilot, keys)
            place, before = app.pane.position, screen_of(app)
            await show(pilot, replace(ARTICLE, id="other"))
            await show(pilot, article, at=place)
            assert screen_of(app) == before, keys
            assert app.pane.passage().start.paragraph == place.mark


async def test_the_measure_is_capped_and_adjustable() -> None:
    async with PaneApp().run_test(size=(200, 60)) as pilot:
        app = await show(pilot)

        def widest() -> int:
            return max(text_cells(row.strip(" ▎")) for row in screen_of(app))

        assert widest() <= 80
        await press(pilot, "++")
        assert 80 < widest() <= 88
        await press(pilot, "-" * 12)
        assert widest() <= 64
        await press(pilot, "=")
        assert 76 <= widest() <= 80


def halves(app: PaneApp) -> tuple[list[str], list[str]]:
    """The rows of the left and of the right column."""
    cut = (app.pane.size.width - 1) // 2
    columns: tuple[list[str], list[str]] = ([], [])
    for row in screen_of(app):
        at = next(at for at in range(len(row) + 1) if text_cells(row[:at]) >= cut)
        columns[0].append(row[:at].strip(" ▎"))
        columns[1].append(row[at:].strip(" ▎"))
    return columns


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("+", "每行 42 字；这里放得下 28 字"),
        ("=", "每行 40 字；这里放得下 28 字"),
        ("|", "窗口太窄，放不下两栏；加宽后分栏"),
        ("A", "段间空一行"),
        ("J", "各行排齐"),
        ("H", "行末标点悬挂"),
        ("o", "这一段的版面原文；再按恢复"),
        ("n", "这一篇里没有命中"),
        ("N", "这一篇里没有命中"),
    ],
)
async def test_a_key_tells_what_it_did(key: str, told: str) -> None:
    async with PaneApp().run_test(size=(61, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, key)
        assert app.last(ArticlePane.Told) == ArticlePane.Told(told)


async def test_two_columns_go_on_from_each_other() -> None:
    async with PaneApp().run_test(size=(120, 20)) as pilot:
        app = await show(pilot)
        single = [row.strip(" ▎") for row in screen_of(app)]
        await press(pilot, "|")
        left, right = halves(app)
        assert left[:4] == single[:4]
        await press(pilot, "jjjj")
        # What left the top of the right column stands at the foot of the left one.
        assert halves(app)[0][-4:] == right[:4]
        assert halves(app)[1][:-4] == right[4:]
        await press(pilot, "G")
        assert any("残缺" in row for row in halves(app)[1])


async def test_two_columns_of_an_article_that_fits_are_even() -> None:
    async with PaneApp(Setting(columns=2)).run_test(size=(160, 60)) as pilot:
        app = await show(pilot)
        left, right = (["x" * bool(row) for row in column] for column in halves(app))
        assert abs("".join(left).count("x") - "".join(right).count("x")) <= 6
        assert left.count("") > 20
        assert any("残缺" in row for row in halves(app)[1])


async def test_the_wheel_scrolls_without_animation() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await pilot._post_mouse_events([_wheel()], app.pane, offset=(5, 5), button=0)
        assert app.pane.scroll_offset.y > 0


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_the_page_source_of_the_paragraph_at_hand() -> None:
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = await show(pilot)
        await press(pilot, "o")
        rows = [row.strip(" ▎") for row in screen_of(app)]
        assert '3 今年是新中国成立75周年,是实现"十 四五"规划' in rows
        assert "4 目标任务的关键一年。" in rows
        assert any("有改动的 1 处" in row for row in rows)
        repair = app.pane.get_component_rich_style("article--repair", partial=True)
        marked = [
            segment.text
            for y in range(24)
            for segment in app.pane.render_line(y)
            if segment.style and segment.style.bgcolor == repair.bgcolor
        ]
        assert marked == [" "]
        await press(pilot, "}")
        rows = [row.strip(" ▎") for row in screen_of(app)]
        assert "5 行" in rows
        assert not any(row.startswith("3 今年") for row in rows)
        await press(pilot, "o")
        assert not any(row.strip(" ▎") == "5 行" for row in screen_of(app))


@pytest.mark.parametrize("size", [(80, 24), (61, 12), (120, 36)])
async def test_looking_at_the_page_source_leaves_the_place_alone(size: tuple[int, int]) -> None:
    async with PaneApp().run_test(size=size) as pilot:
        app = await show(pilot)
        for step in "jj}}jj}}}jjjjd}}":
            before = app.pane.scroll_offset, app.pane.position
            await press(pilot, "oo")
            assert (app.pane.scroll_offset, app.pane.position) == before, step
            await press(pilot, step)
        # Who goes on reading there stays where the reading went.
        await press(pilot, "go}}")
        after = app.pane.position.mark
        await press(pilot, "o")
        assert app.pane.position.mark == after == 2


async def test_an_article_without_a_body_says_so() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot, Article("page/3", "report", "只有标题", ()))
        assert any("没有正文" in row for row in screen_of(app))
        await press(pilot, "jk{}gG ybduvlwVipy$)(o|+-=nN")
        assert app.copied() == ""


async def test_before_an_article_is_shown_nothing_goes_wrong() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.focus()
        await press(pilot, "jk{}gGyv|+o")
        assert app.last(ArticlePane.Copy) is None
        with pytest.raises(LookupError):
            app.pane.passage()


async def test_at_ambiguous_width_two_nothing_ambiguous_is_drawn_but_the_page_s_own() -> None:
    box = Article("page/4", "report", "题", (Paragraph("box", "方框“内”", ((3, 3),)), PARAGRAPHS[0]))
    async with PaneApp(Setting(ambiguous=2)).run_test(size=(60, 20)) as pilot:
        app = await show(pilot, box)
        rows = screen_of(app)
        assert not any(mark in "".join(rows) for mark in "│┌┐└┘─▎")
        assert any("+--" in row for row in rows)
        # As Textual counts, fillers included, every row is as wide as the pane.
        assert {text_cells(row) for row in rows} == {59}
        # And as the terminal draws, fillers taken out.
        assert {text_cells(row.replace(FILLER, ""), 2) for row in rows} == {59}


async def test_a_very_long_article_shows_at_once() -> None:
    text = "聊城市上半年，增长5.8%，“双过半”。" * 50_000
    long = Article("page/5", "report", "长", (Paragraph("text", text, ((3, 3),)),))
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.show(ISSUE, long)
        assert any("双过半" in row for row in screen_of(app))
        # A slice of time is enough for the first screen; the rest of a million characters takes many.
        assert not app.pane._layout.finished
        app.pane.focus()
        await press(pilot, "G")
        rows = [row.strip(" ▎") for row in screen_of(app)]
        assert rows[-1].endswith("。")


async def test_a_match_far_down_a_long_article_is_gone_to() -> None:
    text = "聊城市上半年，增长5.8%，“双过半”。" * 10_000
    long = Article("page/5", "report", "长", (Paragraph("text", text + "尾", ((3, 3),)),))
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        many = tuple(Match("body", 0, at, at + 1) for at in range(0, len(text), 20))
        app.pane.show(ISSUE, long, matches=(Match("body", 0, len(text), len(text) + 1), *many))
        assert any("尾" in row for row in screen_of(app))
        started = time.thread_time()
        screen_of(app)
        # Looking at each match for each row would take this many times over.
        assert time.thread_time() - started < 1.0
        await press(pilot, "n")
        assert app.pane.position == Position(0, 0)


async def test_an_article_shown_while_the_pane_is_hidden_is_there_when_it_is_seen() -> None:
    other = replace(ARTICLE, id="other", title="另一篇稿件")
    late = Match("body", 9, 10, 12)
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        app.pane.display = False
        await pilot.pause()
        app.pane.show(ISSUE, other, matches=(late,))
        app.pane.display = True
        await pilot.pause()
        assert app.pane.passage().start.paragraph == 9
        app.pane.focus()
        await press(pilot, "g")
        assert any("另一篇稿件" in row for row in screen_of(app))
