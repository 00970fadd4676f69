"""Line breaking: cases from clreq, and properties that hold for any paragraph."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.text.breaking import Line, break_lines, iter_lines
from lctui.text.cells import clusters, text_cells
from lctui.text.charclasses import (
    CLOSING_MARKS,
    ELLIPSIS,
    HALF_WIDTH,
    OPENING_MARKS,
    PAIR,
    SIGNS_AFTER,
    WORD,
    char_classes,
    levels,
)
from lctui.text.glyphs import glyphs

NO_START = frozenset(CLOSING_MARKS + SIGNS_AFTER + "…")
NO_END = frozenset(OPENING_MARKS)

TOKENS = [
    *"聊城市上半年增长固定资产投资同比", *"，。、；：！？", *"”“‘’（）《》「」【】〔〕",
    "……", "——", "—", "·", "％", "5.5%", "2024年", "1611.9亿元", "36.6℃", "￥", "$", "-5",
    "GDP", "lctui", "COVID-19", "don’t", "https://example.com/a?b=1", "a", "b", "1", " ", " ",
    "\u3000", "e\u0301", "😀", "👩\u200d👧", "❤\ufe0f", "🇨🇳", "👍\U0001f3fd", "ｶ",
    "，", "。", "、", "”", "（", "）",
]  # fmt: skip

paragraphs = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)
measures = st.integers(min_value=1, max_value=44)


def drawn(text: str, line: Line, ambiguous: int = 1) -> str:
    """The line as it stands on the screen, indent included."""
    row = ""
    for glyph in glyphs(text, line, ambiguous):
        row += " " * (glyph.x - text_cells(row, ambiguous)) + glyph.drawn
    return row


def rows(text: str, measure: int, **options: bool | int) -> list[str]:
    return [drawn(text, line) for line in break_lines(text, measure, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "measure", "expected", "why"),
    [
        ("", 10, [""], "an empty paragraph is one empty line"),
        ("一二三四五六七", 6, ["一二三", "四五六", "七"], "plain text fills each line"),
        ("一二三四五，六七", 10, ["一二三四", "五，六七"], "a comma pushes a character out"),
        ("一二三a五，六七", 10, ["一二三a五,", "六七"], "a comma that has one cell is squeezed in"),
        ("一二三四“五六”", 9, ["一二三四", "“五六”"], "an opening mark never ends a line"),
        (
            "一二（三四）五六",
            10,
            ["一二（三", "四）五六"],
            "nor does ） start one",
        ),
        ("一二三，”四五六", 8, ["一二三,”", "四五六"], "of two marks side by side one gives its half"),
        ("一二三四，——五六", 9, ["一二三四,", "——五六"], "a dash is kept in one piece, and may start a line"),
        ("一二三四五——六", 11, ["一二三四五", "——六"], "a dash is not split"),
        ("一二三四五……六", 11, ["一二三四", "五……六"], "an ellipsis neither splits nor starts a line"),
        ("增长45.7%……", 9, ["增长", "45.7%……"], "a number stays with its sign and what follows it"),
        ("投资额1611.9亿元", 12, ["投资额", "1611.9亿元"], "a number stays with its unit"),
        ("他说2024年1月16日", 10, ["他说2024年", "1月16日"], "a date breaks between its parts"),
        ("读lctui手册", 5, ["读", "lctui", "手册"], "a Western word stays whole"),
        ("气温-5℃以下", 6, ["气温", "-5℃以", "下"], "a minus stays with its number"),
        (
            "约￥5元左右",
            4,
            ["约", "￥5", "元左", "右"],
            "a currency sign too",
        ),
        ("我don’t知", 7, ["我don’t", "知"], "an apostrophe is no closing quote"),
        ("读 lctui 手册", 8, ["读 lctui", "手册"], "a blank at the end of a line takes no room"),
        ("用 lctui，好", 9, ["用 lctui,", "好"], "the closing mark gives before a blank does"),
        (
            "用 5G 网络传，好的",
            12,
            ["用 5G网络传,", "好的"],
            "then a blank beside digits",
        ),
        ("聊城—北京", 4, ["聊", "城—", "北京"], "a single dash connects and does not start a line"),
        ("aaaaaaaaaaaa", 5, ["aaaaa", "aaaaa", "aa"], "a word wider than the line is cut"),
        ("见aaaaaaaaaaaa", 6, ["见aaaa", "aaaaaa", "aa"], "and starts on the line that is begun"),
        ("，，，，，", 4, ["，，", "，,,"], "what cannot be kept is not kept"),
        ("聊城", 1, ["聊", "城"], "a character wider than the measure stands alone"),
        ("一👩\u200d👧二", 3, ["一", "👩\u200d👧", "二"], "joined emoji stay together"),
        ("🇨🇳🇯🇵", 3, ["🇨🇳", "🇯🇵"], "flags break between pairs"),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"], "a mark stays on its letter"),
        ("共有5,好", 4, ["共有", "5,好"], "unrepaired half-width marks are marks too"),
    ],
)
def test_break(text: str, measure: int, expected: list[str], why: str) -> None:
    assert rows(text, measure) == expected, why


@pytest.mark.parametrize(
    ("text", "measure", "squeezed", "exact", "why"),
    [
        ("一二三，四五。六七", 13, ["一二三，四五｡", "六七"], ["一二三，四", "五。六七"], "at the end only"),
        ("一二三。）四五", 8, ["一二三｡)", "四五"], ["一二", "三。）", "四五"], "marks at the end give both"),
        ("一。）二三四，五六", 12, ["一｡）二三四,", "五六"], ["一。）二三", "四，五六"], "beside a mark"),
        (
            "一。“二三四，五六",
            11,
            ["一。“二三", "四，五六"],
            ["一。“二三", "四，五六"],
            "“ has one cell already",
        ),
    ],
)
def test_only_at_the_end_or_beside_a_mark_is_one_narrowed(
    text: str, measure: int, squeezed: list[str], exact: list[str], why: str
) -> None:
    assert rows(text, measure) == squeezed, why
    assert rows(text, measure, exact=True) == exact, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("一二三四五六七八九", ["一二三四", "五六七", "八九"], "one character"),
        ("一二三四五六七八九。", ["一二三四", "五六七", "八九。"], "with its mark"),
        ("一二三四五六七八九十", ["一二三四", "五六七八", "九十"], "two have company"),
        ("一二三四五六七八9", ["一二三四", "五六七八", "9"], "a number stands alone well"),
        ("一二三四五", ["一二三", "四五"], "also where the line before is the first"),
        ("一二三四（五六）九", ["一二三四", "（五六）", "九"], "not where the line before would be short"),
    ],
)
def test_no_character_stands_alone_on_the_last_line(text: str, expected: list[str], why: str) -> None:
    assert rows(text, 8) == expected, why


def test_company_on_the_last_line_has_to_fit() -> None:
    assert rows("聊 $聊，", 4) == ["聊 $", "聊，"]


def test_long_address_is_cut_at_a_seam() -> None:
    address = "https://www.example.com/news/2024/01/16/article-000506.html"
    assert rows(address, 30) == ["https://www.example.com/news/", "2024/01/16/article-000506.html"]


def test_indent_is_of_the_first_line_only() -> None:
    assert rows("一二三四五六", 8, indent=4) == ["    一二", "三四五六"]


def test_hanging_marks_stand_beyond_the_measure() -> None:
    assert rows("一二三四，五六", 8, hanging=True) == ["一二三四，", "五六"]
    assert rows("一二三四）五六", 8, hanging=True) == ["一二三", "四）五六"]


def test_justified_lines_fill_the_measure_but_the_last() -> None:
    text = "聊城市上半年顺利实现“双过半”，全市生产总值1611.9亿元，同比增长5.8%，居全省前列。"
    lines = break_lines(text, 31, justify=True)
    assert [line.cells for line in lines[:-1]] == [31] * (len(lines) - 1)
    assert lines[-1].spread == ()
    assert "".join(rows(text, 31, justify=True)).replace(" ", "") == text


def test_ambiguous_marks_take_two_cells_where_the_terminal_says_so() -> None:
    text = "他说“你好”"
    assert [text[line.start : line.end] for line in break_lines(text, 10, ambiguous=2)] == ["他说“你", "好”"]
    assert [line.cells for line in break_lines(text, 10, ambiguous=2)] == [8, 4]
    assert [line.cells for line in break_lines(text, 10)] == [10]


def check(text: str, measure: int, indent: int, ambiguous: int, hanging: bool, justify: bool) -> None:
    lines = break_lines(text, measure, indent=indent, ambiguous=ambiguous, hanging=hanging, justify=justify)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert all(before.end == after.start for before, after in pairwise(lines))
    widest = max((text_cells(text[a:b], ambiguous) for a, b in clusters(text)), default=0)
    starts = {start for start, _ in clusters(text)}
    places = levels(text, char_classes(text))
    for line in lines:
        row = drawn(text, line, ambiguous)
        assert text_cells(row, ambiguous) == line.cells or not row.strip()
        assert line.cells <= max(measure, widest) + (2 if hanging else 0)
        assert line.start in starts or line.start == len(text)
        plain = "".join(HALF_WIDTH.get(ch, ch) for ch in row.replace(" ", ""))
        source = "".join(HALF_WIDTH.get(ch, ch) for ch in text[line.start : line.end])
        assert plain == source.replace(" ", "").rstrip("\u3000").replace("\u200b", "")
        own = text[line.start : line.end].rstrip()
        end = line.start + min(len(own.rstrip(CLOSING_MARKS)), len(own) - 1)
        for at in line.narrowed:
            beside = text[max(line.start, at - 1) : at] + text[at + 1 : at + 2]
            wide = [ch for ch in beside if text_cells(ch) == 2 and ch in CLOSING_MARKS + OPENING_MARKS]
            assert at >= end or wide, "a mark alone in mid-line keeps its width"
    for before, line in pairwise(lines):
        level = places[line.start]
        could = places[before.start + 1 : line.start]
        starts_badly = text[line.start] in NO_START
        ends_badly = text[: line.start].rstrip()[-1:] in NO_END
        if level > WORD or starts_badly or ends_badly:
            # A rule is broken only where the line held no place to keep it.
            assert level > 0
            assert min(could, default=9) >= min(level, WORD + 1)
        if level == PAIR:
            assert min(could, default=9) >= PAIR


@settings(max_examples=10_000, deadline=None)
@given(paragraphs, measures, st.sampled_from([0, 4]), st.sampled_from([1, 2]), st.booleans(), st.booleans())
def test_what_holds_for_any_paragraph(
    text: str, measure: int, indent: int, ambiguous: int, hanging: bool, justify: bool
) -> None:
    check(text, measure, indent, ambiguous, hanging, justify)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60), measures)
def test_what_holds_for_any_string(text: str, measure: int) -> None:
    lines = break_lines(text, measure)
    assert "".join(text[line.start : line.end] for line in lines) == text


@settings(max_examples=500, deadline=None)
@given(paragraphs, st.integers(min_value=8, max_value=44))
def test_breaking_a_line_again_changes_nothing(text: str, measure: int) -> None:
    lines = break_lines(text, measure)
    assert lines == break_lines(text, measure)
    for line in lines:
        again = break_lines(text[line.start : line.end], measure)
        assert [(part.start, part.end) for part in again] == [(0, line.end - line.start)]


@pytest.mark.parametrize("measure", [7, 20, 61, 80])
def test_lines_found_one_by_one_are_the_same(measure: int) -> None:
    text = "聊城市上半年，增长5.8%，“双过半”——（全市）1611.9亿元……COVID-19e\u0301👩\u200d👧。" * 800
    options = {"indent": 4, "justify": True}
    assert list(iter_lines(text, measure, **options)) == break_lines(text, measure, **options)  # type: ignore[arg-type]


def test_a_heap_of_marks_longer_than_a_stretch_stays_on_its_letter() -> None:
    text = "e" + "\u0301" * 20_000 + "城"
    assert [line.end for line in iter_lines(text, 2)] == [20_001, 20_002]


@pytest.mark.parametrize("kept", ["5.5%", "1611.9亿元", "36.6℃", "COVID-19", "……", "——", "$5", "2.7万人"])
def test_kept_whole_wherever_it_falls(kept: str) -> None:
    for before in range(24):
        text = "聊" * before + kept + "城" * 12
        cuts = {line.start for line in break_lines(text, 24)}
        assert not cuts & set(range(before + 1, before + len(kept))), rows(text, 24)


def test_classes_agree_on_the_ellipsis() -> None:
    assert char_classes("…") == bytes([ELLIPSIS])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("聊城市上半年，增长5.8%，“双过半”。" * 5000, 5.0),
        ("a" * 1_000_000, 15.0),
        ("，" * 1_000_000, 15.0),
        ("e\u0301" * 300_000, 15.0),
        ("👩\u200d" * 100_000, 15.0),
        (" " * 1_000_000, 15.0),
        ("（" * 1_000_000, 15.0),
        ("聊" * 300_000 + " " * 300_000, 15.0),
    ],
    ids=["text", "one word", "marks", "combining", "joined", "blanks", "opening", "blanks after"],
)
def test_time_is_linear(text: str, seconds: float) -> None:
    """Bounds that a loaded machine keeps, and a square of the length would not by far."""
    started = time.thread_time()
    break_lines(text, 80, indent=4)
    assert time.thread_time() - started < seconds
