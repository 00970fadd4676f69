"""The article pane, driven by keys and mouse: what it shows, what it says, where the reader stays."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from lctui.model import Article, Byline, Issue, Match, Paragraph, Repair
from lctui.quoting.quote import Passage, Position, passage_text
from lctui.text.cells import text_cells
from lctui.text.words import warm_up
from lctui.ui.drawing import FILLER
from lctui.ui.themes import THEMES
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_pane import ArticlePane

LEAD = "今年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年。聊城高铁开通，增长5.5%以上。"
PARAGRAPHS = (
    Paragraph("text", LEAD, ((3, 4),)),
    Paragraph("subhead", "推动制造业转型升级", ((5, 5),)),
    *(
        Paragraph(
            "text", f"第{number}段。" + "制造业是聊城经济发展的定盘星、压舱石。" * 4, ((6 + number,) * 2,)
        )
        for number in range(12)
    ),
    Paragraph("text", "[/b]页面上的[bold]方括号[/bold]不是标记，", ((19, 19),), gap=True),
)
ARTICLE = Article(
    "page/1",
    "report",
    "抢抓项目，为高质量发展注入澎湃动力",
    PARAGRAPHS,
    column="聚焦2024聊城两会",
    kicker="2024年新增规上工业企业100家",
    bylines=(Byline("记者", ("胡磊", "孙亚飞")),),
    place="冠县",
)
ISSUE = Issue(
    "page",
    "page.txt",
    "utf-8",
    ("报眉", "标题", '今年是新中国成立75周年,是实现"十 四五"规划', "目标任务的关键一年。", *(["行"] * 20)),
    (ARTICLE,),
    repairs=(Repair(3, "ocr-blank", "十 四五", "十四五"), Repair(9, "x", "a", "b")),
    date=date(2024, 1, 16),
)


class PaneScreen(Screen[None]):
    """A screen that can gather."""

    def action_gather(self) -> None:
        app = self.app
        assert isinstance(app, PaneApp)
        app.gathered.append(passage_text(app.pane.passage()))

    def compose(self) -> ComposeResult:
        app = self.app
        assert isinstance(app, PaneApp)
        yield app.pane


class PaneApp(App[None]):
    """The pane alone, and every message it sends."""

    CSS = "ArticlePane { scrollbar-size-vertical: 1; }"

    def __init__(self, setting: Setting | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.pane = ArticlePane(setting)
        self.heard: list[object] = []
        self.gathered: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    def get_default_screen(self) -> PaneScreen:
        return PaneScreen()

    def on_article_view_moved(self, event: object) -> None:
        self.heard.append(event)

    on_article_pane_copy = on_article_pane_step = on_article_view_moved
    on_article_pane_selecting = on_article_setting_told = on_article_view_moved

    def last(self, kind: type) -> object:
        return next((event for event in reversed(self.heard) if isinstance(event, kind)), None)

    def copied(self) -> str:
        event = self.last(ArticlePane.Copy)
        assert isinstance(event, ArticlePane.Copy)
        return passage_text(event.passage)


def screen_of(app: PaneApp) -> list[str]:
    """The rows of the pane as drawn."""
    return [app.pane.render_line(y).text for y in range(app.pane.size.height)]


async def show(pilot: Pilot[None], article: Article = ARTICLE, **options: object) -> PaneApp:
    app = pilot.app
    assert isinstance(app, PaneApp)
    app.pane.show(ISSUE, article, **options)  # type: ignore[arg-type]
    app.pane.focus()
    await pilot.pause()
    return app


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys as they are typed."""
    names = {
        "{": "left_curly_bracket", "}": "right_curly_bracket", "[": "left_square_bracket",
        "]": "right_square_bracket", "(": "left_parenthesis", ")": "right_parenthesis", " ": "space",
        "$": "dollar_sign", "|": "vertical_line", "+": "plus", "-": "minus", "=": "equals_sign",
    }  # fmt: skip
    await pilot.press(*(names.get(key, key) for key in keys))
    await pilot.pause()


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
    async with PaneApp().run_test(size=(30, 20)) as pilot:
        app = await show(pilot)
        for width, height in ((30, 20), (80, 24), (200, 60)):
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
        ("o", "这一段的版面原文"),
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


async def test_copying_the_marked_paragraph() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "y")
        assert app.copied() == LEAD
        for key, what in (("y", "quote"), ("Y", "article"), ("c", "citation"), ("R", "page")):
            await press(pilot, key)
            event = app.last(ArticlePane.Copy)
            assert isinstance(event, ArticlePane.Copy)
            assert event.what == what


SELECTIONS = (
    ("vy", "今", "one character"),
    ("vlly", "今年是", "characters"),
    ("v3ly", "今年是新", "a count"),
    ("v10ly", LEAD[:11], "a count with a 0 in it"),
    ("v)y", LEAD[: LEAD.index("。") + 1], "a sentence"),
    ("v))y", LEAD, "two"),
    ("v2)y", LEAD, "two by a count"),
    ("v}y", LEAD, "to the end of the paragraph"),
    ("v}}y", LEAD + "\n推动制造业转型升级", "over the end of a paragraph"),
    ("Vy", LEAD, "a paragraph"),
    ("V}y", LEAD + "\n推动制造业转型升级", "paragraphs"),
    ("visy", LEAD[: LEAD.index("。") + 1], "the sentence around the cursor"),
    ("vipy", LEAD, "the paragraph around the cursor"),
    ("viqy", "十四五", "inside the quotation"),
    ("v)oy", LEAD[: LEAD.index("。") + 1], "the other end changes nothing"),
    ("v)ohy", LEAD[: LEAD.index("。") + 1], "nor can it go before the start"),
    ("v)olly", LEAD[2 : LEAD.index("。") + 1], "but the other way"),
    ("vGgy", "今", "to the end and back"),
    ("v5l0y", LEAD[:1], "to the start of the line"),
)
"""Keys, what they copy, and why the case is there."""


async def test_selecting_by_keys() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        for keys, copied, why in SELECTIONS:
            app = await show(pilot)
            await press(pilot, "g" + keys)
            assert app.copied() == copied, (keys, why)
            assert app.pane.selection is None


async def test_keys_typed_faster_than_they_are_answered() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        for key in ("v", "2", "right_parenthesis", "o", "i", "p", "y"):
            app.post_message(events.Key(key, key if len(key) == 1 else ")"))
        for _ in range(20):
            await pilot.pause()
        assert app.copied() == LEAD
        for key in ("v", "1", "2", "l", "y"):
            app.post_message(events.Key(key, key))
        for _ in range(20):
            await pilot.pause()
        assert app.copied() == LEAD[:13]


async def test_words_are_those_of_the_dictionary_once_it_is_loaded() -> None:
    warm_up()
    article = Article("page/7", "report", "题", (Paragraph("text", "聊城高铁开通，经济增长。", ((3, 3),)),))
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot, article)
        for keys, copied in (("vey", "聊城"), ("v2ey", "聊城高铁"), ("v4wey", "聊城高铁开通，经济")):
            await press(pilot, keys)
            assert app.copied() == copied


async def test_selecting_by_screen_lines() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "v$")
        first_line = screen_of(app)[6].strip(" ▎")
        await press(pilot, "y")
        assert app.copied() == first_line
        await press(pilot, "vjy")
        assert app.copied().startswith(first_line)
        assert len(app.copied()) < len(LEAD)


async def test_escape_leaves_and_a_key_of_reading_reads_again() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "vll")
        said = app.last(ArticlePane.Selecting)
        assert said == ArticlePane.Selecting("characters", 3, "")
        await press(pilot, "2")
        assert app.last(ArticlePane.Selecting) == ArticlePane.Selecting("characters", 3, "2")
        await pilot.press("escape")
        await pilot.pause()
        assert app.pane.selection is None
        assert app.last(ArticlePane.Selecting) == ArticlePane.Selecting(None, 0, "")
        await press(pilot, "j")
        assert app.pane.scroll_offset.y == 1


async def test_selecting_to_a_match() -> None:
    start = LEAD.index("聊城")
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "v")
        app.pane.set_matches((Match("body", 0, start, start + 2),))
        await press(pilot, "n")
        assert app.last(ArticlePane.Selecting) == ArticlePane.Selecting("characters", start + 1, "")
        await press(pilot, "y")
        assert app.copied() == LEAD[: start + 1]


async def test_the_cursor_stays_in_sight() -> None:
    async with PaneApp().run_test(size=(60, 12)) as pilot:
        app = await show(pilot)
        await press(pilot, "v}}}}}")
        cursor = app.pane.get_component_rich_style("article--cursor", partial=True)
        assert any(
            segment.style and segment.style.reverse == cursor.reverse is True
            for y in range(12)
            for segment in app.pane.render_line(y)
        )


async def test_dragging_selects_source_text() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await pilot.mouse_down(app.pane, offset=(7, 6))
        await pilot.hover(app.pane, offset=(9, 7))
        await pilot.mouse_up(app.pane, offset=(9, 7))
        await pilot.pause()
        await press(pilot, "y")
        copied = app.copied()
        assert LEAD.startswith(copied)
        assert "\n" not in copied
        assert len(copied) > 20


async def test_dragging_beyond_the_pane_takes_the_text_along() -> None:
    async with PaneApp().run_test(size=(60, 12)) as pilot:
        app = await show(pilot)
        await pilot.mouse_down(app.pane, offset=(7, 6))
        await pilot.hover(app.pane, offset=(9, 8))
        app.pane.post_message(
            events.MouseMove(app.pane, 9, 14, 0, 0, 1, False, False, False, screen_x=9, screen_y=14)
        )
        await pilot.pause(0.5)
        assert app.pane.scroll_offset.y >= 2
        await pilot.mouse_up(app.pane, offset=(9, 11))
        moved = app.pane.scroll_offset.y
        await pilot.pause(0.2)
        assert app.pane.scroll_offset.y == moved
        assert app.pane.passage().start == Position(0, 0)
        assert app.pane.passage().end.paragraph > 1


async def test_clicking_twice_selects_the_word() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        column = 7 + text_cells(LEAD[: LEAD.index("75")])
        await pilot.click(app.pane, offset=(column, 6), times=2)
        await press(pilot, "y")
        assert app.copied() == "75"


async def test_the_cursor_goes_along_when_pages_are_turned() -> None:
    async with PaneApp().run_test(size=(60, 12)) as pilot:
        app = await show(pilot)
        await press(pilot, "v ")
        selection = app.pane.selection
        assert selection is not None
        assert selection.anchor == Position(0, 0)
        assert selection.cursor.paragraph > 1
        await press(pilot, "u")
        assert app.pane.selection is not None
        assert app.pane.selection.cursor < selection.cursor


async def test_clicking_moves_the_mark_and_leaves_the_selection() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "v")
        row = next(y for y, text in enumerate(screen_of(app)) if "推动制造业" in text)
        await pilot.click(app.pane, offset=(30, row))
        assert app.pane.selection is None
        assert app.pane.passage().start == Position(1, 0)


async def test_clicking_three_times_selects_the_paragraph() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await pilot.click(app.pane, offset=(12, 6), times=3)
        await press(pilot, "y")
        assert app.copied() == LEAD


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
    text = "聊城市上半年，增长5.8%，“双过半”。" * 5_000
    long = Article("page/5", "report", "长", (Paragraph("text", text, ((3, 3),)),))
    async with PaneApp().run_test(size=(80, 24)) as pilot:
        app = pilot.app
        assert isinstance(app, PaneApp)
        app.pane.show(ISSUE, Article("page/0", "report", "热", PARAGRAPHS[:1]))
        await pilot.pause()
        started = time.thread_time()
        app.pane.show(ISSUE, long)
        assert time.thread_time() - started < 0.05
        await pilot.pause()
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
        assert time.thread_time() - started < 0.1
        await press(pilot, "n")
        assert app.pane.position == Position(0, 0)


async def test_showing_the_same_article_again_keeps_the_selection() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "vll")
        app.pane.show(ISSUE, ARTICLE, at=Position(0, 0))
        assert passage_text(app.pane.passage()) == LEAD[:3]
        app.pane.show(ISSUE, Article("page/6", "report", "别的", PARAGRAPHS[:1]))
        assert app.pane.passage() == Passage(ISSUE, app.pane._article, Position(0, 0), Position(0, len(LEAD)))


@pytest.mark.parametrize(
    ("keys", "gathered", "why"),
    [
        ("vaj", ["今"], "a key that makes no object: the a was meant alone"),
        ("vasy", [], "an object"),
        ("vaa", ["今"], "twice: once is enough"),
        ("vao", ["今"], "the other end"),
    ],
)
async def test_an_a_that_no_object_comes_after_gathers(keys: str, gathered: list[str], why: str) -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, keys)
        assert app.gathered == gathered, why


async def test_an_a_alone_gathers_after_a_while() -> None:
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "vla")
        assert app.gathered == []
        await pilot.pause(1.0)
        assert app.gathered == ["今年"]
        assert app.pane.selection is None


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
