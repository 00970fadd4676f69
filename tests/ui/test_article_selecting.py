"""Selecting and carrying away, by keys and mouse."""

from __future__ import annotations

import pytest
from textual import events

from lctui.model import Article, Match, Paragraph
from lctui.quoting.quote import Passage, Position, passage_text
from lctui.text.cells import text_cells
from lctui.text.words import warm_up
from lctui.ui.widgets import article_pane
from lctui.ui.widgets.article_pane import ArticlePane
from tests.ui.panes import ARTICLE, ISSUE, LEAD, PARAGRAPHS, PaneApp, press, screen_of, show


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
    ("Vjy", LEAD + "\n推动制造业转型升级", "paragraphs go by paragraph"),
    ("V2jkky", LEAD, "and back"),
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
        for _ in range(100):  # until it has come along, however slow the machine
            await pilot.pause(0.05)
            if app.pane.scroll_offset.y >= 2:
                break
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


async def test_pages_are_turned_by_rows_also_where_paragraphs_are_selected() -> None:
    async with PaneApp().run_test(size=(60, 12)) as pilot:
        app = await show(pilot)
        await press(pilot, "Vd")
        assert app.pane.passage().end.paragraph == 2


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
async def test_an_a_that_no_object_comes_after_gathers(
    keys: str, gathered: list[str], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article_pane, "_PATIENCE", 60.0)
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, keys)
        assert app.gathered == gathered, why


async def test_an_a_alone_gathers_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_pane, "_PATIENCE", 1.0)
    async with PaneApp().run_test(size=(60, 20)) as pilot:
        app = await show(pilot)
        await press(pilot, "vl")
        await pilot.press("a")
        waited = list(app.gathered)
        for _ in range(100):
            await pilot.pause(0.05)
            if app.gathered:
                break
        assert waited == []
        assert app.gathered == ["今年"]
        assert app.pane.selection is None
