"""Articles as rows: what stands where, and the way from the text to the screen and back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from lctui.model import Article, Byline, Field, Issue, Paragraph, ParagraphKind, Repair
from lctui.quoting.quote import Position
from lctui.store import open_store
from lctui.text.cells import text_cells
from lctui.ui.pagesource import page_source
from lctui.ui.painting import COMPONENTS, Highlight, Painter
from lctui.ui.places import Frame, cell_of, line_end, line_start, line_step, place_at, row_glyphs
from lctui.ui.typeset import Layout, Setting, balanced


def text(kind: ParagraphKind, words: str, *, gap: bool = False) -> Paragraph:
    return Paragraph(kind, words, ((1, 1),), gap)


BODY = "聊城市上半年顺利实现“双过半”，全市生产总值1611.9亿元，同比增长5.8%。"
ARTICLE = Article(
    "a/1",
    "report",
    "攻坚三季度 决战下半年",
    (
        text("text", BODY),
        text("text", BODY * 3, gap=True),
        text("subhead", "小标题"),
        text("caption", "图片说明：" + BODY),
        text("box", "文中框一"),
        text("box", "文中框二"),
        text("text", "末段。"),
    ),
    column="头条",
    kicker="引题",
    subtitle="副题",
    bylines=(Byline("记者", ("胡磊",)), Byline("通讯员", ("张荔",))),
    place="冠县",
)


def drawn(layout: Layout, row: int) -> str:
    """A row as text, its parts where they stand."""
    shown = layout.rows[row]
    if shown.line is None:
        return " " * shown.x + shown.drawn
    line = ""
    for glyph in row_glyphs(layout, row):
        line += " " * (glyph.x - text_cells(line)) + glyph.drawn
    return line + shown.drawn


def lines(article: Article, width: int = 40, **options: object) -> list[str]:
    layout = Layout(article, width, Setting(**options)).complete()  # type: ignore[arg-type]
    return [drawn(layout, row) for row in range(len(layout.rows))]


def test_an_article_set_like_print() -> None:
    assert lines(ARTICLE) == [
        "头条",
        "",
        " " * 18 + "引题",
        " " * 9 + "攻坚三季度 决战下半年",
        " " * 18 + "副题",
        " " * 5 + "记者 胡磊  通讯员 张荔  冠县讯",
        "",
        "    聊城市上半年顺利实现“双过半”，全市生",
        "产总值1611.9亿元，同比增长5.8%。",
        "    聊城市上半年顺利实现“双过半”，全市生",
        "产总值1611.9亿元，同比增长5.8%。聊城市上",
        "半年顺利实现“双过半”，全市生产总值",
        "1611.9亿元，同比增长5.8%。聊城市上半年顺",
        "利实现“双过半”，全市生产总值1611.9亿元，",
        "同比增长5.8%。〔下文残缺〕",
        "",
        " " * 17 + "小标题",
        "",
        "    图片说明：聊城市上半年顺利实现",
        "    “双过半”，全市生产总值",
        "    1611.9亿元，同比增长5.8%。",
        "",
        "  ┌──────────────────────────────────┐",
        "    文中框一",
        "    文中框二",
        "  └──────────────────────────────────┘",
        "",
        "    末段。",
    ]


HALF_WIDTH_FORMS = set(",｡､;:!?()｢｣")


@pytest.mark.parametrize("squeeze", [True, False])
def test_only_running_text_is_squeezed(squeeze: bool) -> None:
    words = "聊城，市、上半年。顺利（实现）增长！" * 3
    parts = tuple(text(kind, words) for kind in ("text", "subhead", "caption", "box"))
    article = Article("a/9", "report", words, parts, column=words, kicker=words, subtitle=words)
    squeezed = set()
    for width in range(20, 60):
        layout = Layout(article, width, Setting(squeeze=squeeze)).complete()
        for number, row in enumerate(layout.rows):
            if set(drawn(layout, number)) & HALF_WIDTH_FORMS:
                squeezed.add(row.role)
    assert squeezed == ({"text", "caption", "box"} if squeeze else set())


def test_air_between_paragraphs() -> None:
    plain, aired = lines(ARTICLE), lines(ARTICLE, gap=True)
    assert len(aired) == len(plain) + 1
    assert aired[9] == ""


def test_a_derived_title_says_so() -> None:
    rows = lines(Article("a/2", "report", "今年一月", (text("text", "好。"),), title_derived=True))
    assert [row.strip() for row in rows] == ["今年一月", "（版面上没有标题，取自正文）", "", "好。"]


def test_a_gap_mark_that_does_not_fit_stands_on_a_line_of_its_own() -> None:
    article = Article("a/3", "report", "", (text("text", "一二三四五六七八九十一二三四五六", gap=True),))
    assert lines(article, 40)[-2:] == ["    一二三四五六七八九十一二三四五六", "〔下文残缺〕"]


def test_a_headline_over_two_lines_has_even_lines() -> None:
    title = "聊城市实施制造业重点产业链高质量发展行动"
    rows = lines(Article("a/4", "report", title, ()), 30)
    widths = [text_cells(row.strip()) for row in rows[:2]]
    assert widths == [20, 20]
    assert balanced("短", 30) == 30


@pytest.mark.parametrize(
    ("field", "offset", "shows"),
    [
        ("column", 0, "头条"),
        ("kicker", 1, "引题"),
        ("title", 6, "攻坚三季度 决战下半年"),
        ("subtitle", 0, "副题"),
        ("byline", 8, "记者 胡磊  通讯员 张荔  冠县讯"),
        ("place", 0, "记者 胡磊  通讯员 张荔  冠县讯"),
    ],
)
def test_where_a_match_in_a_field_is_shown(field: Field, offset: int, shows: str) -> None:
    layout = Layout(ARTICLE, 40, Setting()).complete()
    assert drawn(layout, layout.row_of_field(field, 0, offset)).strip() == shows
    place = layout.place_of(field, 0, offset, offset + 1)
    assert place is not None
    block, start, end = place
    source = {"byline": ARTICLE.byline}.get(field, getattr(ARTICLE, field))
    assert layout.blocks[block].text[start:end] == source[offset]


def test_a_field_that_is_not_there_is_nowhere() -> None:
    bare = Layout(Article("a/5", "report", "题", (text("text", "文"),)), 40, Setting()).complete()
    assert bare.place_of("place", 0, 0, 1) is None
    assert bare.place_of("body", 9, 0, 1) is None
    assert bare.row_of(Position(9, 0)) == 0


texts = st.lists(
    st.tuples(
        st.sampled_from(["text", "subhead", "caption", "box"]),
        st.lists(
            st.sampled_from([*"聊城市，。“”", "5.8%", "GDP", " ", "e\u0301", "👩\u200d👧"]), max_size=40
        ),
        st.booleans(),
    ),
    max_size=5,
)
options = st.builds(
    Setting,
    gap=st.booleans(),
    justify=st.booleans(),
    hanging=st.booleans(),
    ambiguous=st.sampled_from([1, 2]),
)


@settings(max_examples=300, deadline=None)
@given(texts, st.integers(4, 60), options)
def test_every_character_is_shown_once_and_found_again(
    parts: list[tuple[ParagraphKind, list[str], bool]], width: int, setting: Setting
) -> None:
    paragraphs = tuple(text(kind, "".join(words), gap=gap) for kind, words, gap in parts)
    layout = Layout(Article("a/6", "report", "题", paragraphs), width, setting).complete()
    for number, paragraph in enumerate(paragraphs):
        shown = []
        for row in layout.rows_of_paragraph(number):
            line = layout.rows[row].line
            assert line is not None
            assert layout.paragraph_at(row) == number
            shown.append(paragraph.text[line.start : line.end])
            assert layout.position_at(row) == Position(number, line.start)
        assert "".join(shown) == paragraph.text
        for offset in range(len(paragraph.text)):
            row = layout.row_of(Position(number, offset))
            line = layout.rows[row].line
            assert line is not None
            assert line.start <= offset < line.end
    for row, shown_row in enumerate(layout.rows):
        placed = row_glyphs(layout, row)
        assert all(a.x + a.cells <= b.x for a, b in pairwise(placed))
        for glyph in placed:
            paragraph_number = layout.blocks[shown_row.block].paragraph
            if paragraph_number is not None and glyph.cells:
                at = Position(paragraph_number, glyph.start)
                assert place_at(layout, row, glyph.x) == at
                assert cell_of(layout, at) == (row, glyph.x)


STYLES = {name.removeprefix("article--"): Style(bold=True) for name in COMPONENTS}


@settings(max_examples=300, deadline=None)
@given(texts, st.integers(14, 60), options)
def test_every_row_is_painted_as_wide_as_the_column(
    parts: list[tuple[ParagraphKind, list[str], bool]], width: int, setting: Setting
) -> None:
    paragraphs = tuple(text(kind, "".join(words), gap=gap) for kind, words, gap in parts)
    layout = Layout(Article("a/6", "report", "题", paragraphs), width, setting).complete()
    painter = Painter(layout, Style(), STYLES)
    for number, row in enumerate(layout.rows):
        over = [Highlight(row.block, 0, 5, "selection"), Highlight(row.block, 3, 4, "cursor")]
        for highlights in ([], over):
            cells = sum(segment.cell_length for segment in painter.segments(number, highlights))
            hangs = 2 if setting.hanging and row.role in ("text", "caption") else 0
            assert width <= cells <= width + hangs


def test_rows_come_as_they_are_asked_for() -> None:
    article = Article("a/7", "report", "题", (text("text", BODY * 3000),))
    layout = Layout(article, 80, Setting())
    layout.grow(100)
    assert len(layout.rows) == 100
    assert not layout.finished
    assert layout.has(Position(0, 50))
    assert not layout.has(Position(0, len(BODY) * 2999))
    layout.complete()
    assert layout.finished
    assert [row.line for row in layout.rows[:100]] == [row.line for row in layout.rows][:100]


def test_moving_over_screen_lines() -> None:
    layout = Layout(ARTICLE, 40, Setting()).complete()
    at = Position(0, 20)
    first, last = line_start(layout, at), line_end(layout, at)
    assert (first.offset, BODY[last.offset]) == (19, "。")
    assert line_step(layout, Position(0, 0), 1, 0) == Position(0, 19)
    assert line_step(layout, Position(0, 0), -3, 0) == Position(0, 0)
    # Frames and blank lines are stepped over.
    assert line_step(layout, Position(2, 0), 1, 4).paragraph == 3
    assert line_step(layout, Position(3, 0), 99, 4).paragraph == 6


def test_clicking_beside_the_text_finds_the_nearest() -> None:
    layout = Layout(ARTICLE, 40, Setting()).complete()
    assert place_at(layout, 0, 0) == Position(0, 0)
    assert place_at(layout, 7, -5) == Position(0, 0)
    assert place_at(layout, 10_000, 0).paragraph == 6
    empty = Layout(Article("a/8", "report", "题", ()), 40, Setting()).complete()
    assert place_at(empty, 0, 0) == Position(0, 0)


@pytest.mark.parametrize(
    ("width", "columns", "measure", "why"),
    [
        (80, 1, 76, "a pane of 80 cells with its margins"),
        (150, 1, 80, "no line is longer than 40 characters"),
        (3, 1, 1, "a pane with hardly any room"),
        (0, 1, 1, "none"),
    ],
)
def test_one_column(width: int, columns: int, measure: int, why: str) -> None:
    frame = Frame.fit(width, 24, Setting())
    assert (frame.columns, frame.measure) == (columns, measure), why


def test_two_columns_where_there_is_room() -> None:
    setting = Setting(columns=2)
    assert Frame.fit(60, 24, setting).columns == 1
    frame = Frame.fit(120, 24, setting)
    assert (frame.columns, frame.measure) == (2, 54)
    assert frame.rows == 48
    assert frame.left(1) - frame.left(0) == 60
    assert frame.cell(frame.left(1), 3, 100) == (127, 0)
    assert frame.of(30).depth == 15
    assert frame.of(30).row(0, 15, 0) == -1
    assert frame.of(300).depth == 24


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("hanging", [False, True])
def test_nothing_stands_beyond_the_pane(columns: int, hanging: bool) -> None:
    for width in range(8, 220):
        frame = Frame.fit(width, 24, Setting(columns=columns, hanging=hanging))
        end = frame.left(frame.columns - 1) + frame.measure + (2 if hanging else 0)
        assert end <= width
        if frame.columns == 2:
            assert frame.left(0) + frame.measure + 2 < frame.left(1) - 2


def test_ascii_frames_where_box_drawing_is_wide() -> None:
    assert "  +" + "-" * 34 + "+" in lines(ARTICLE, ambiguous=2)


PAGE = Issue(
    "p",
    "p.txt",
    "big5",
    ("高 铁", "十 四五,十 四五", "22..55亿元亿元", "零\u200b宽␛", "　记者 高田", "好�的"),
    (),
    repairs=(
        Repair(1, "letter-spacing", "高 铁", "高铁"),
        Repair(2, "ocr-blank", "十 四", "十四"),
        Repair(2, "half-width-punctuation", "五,", "五，"),
        Repair(2, "ocr-blank", "十 四", "十四"),
        Repair(3, "doubled-glyph", "22..55亿元亿元", "2.5亿元"),
        Repair(4, "control", "U+001B", "␛"),
        Repair(4, "invisible", "零\u200b宽", "零宽"),
        Repair(6, "control", "0xFF", "�"),
    ),
    undecodable=1,
)
SHOWN = Article(
    "p/1",
    "report",
    "高铁",
    (Paragraph("text", "略", ((2, 4), (9, 9))), Paragraph("text", "略", ((6, 6),))),
    headline_lines=(1,),
    byline_lines=(5,),
)


def test_the_page_lines_of_a_paragraph_with_its_repairs() -> None:
    source = page_source(PAGE, SHOWN, 0)
    assert [(line.number, line.text, line.marks) for line in source.body.lines] == [
        (2, "十 四五,十 四五", ((1, 2), (4, 5), (6, 7))),
        (3, "22..55亿元亿元", ((1, 2), (3, 4), (5, 6), (8, 10))),
        (4, "零⟦ZWSP⟧宽␛", ((1, 7), (8, 9))),
    ]
    assert dict(source.body.kinds) == {
        "ocr-blank": 2, "half-width-punctuation": 1, "doubled-glyph": 4, "invisible": 1, "control": 1,
    }  # fmt: skip
    layout = Layout(SHOWN, 60, Setting(), source).complete()
    notes = [block.text for block in layout.blocks if block.role == "note" and block.paragraph == 0]
    assert notes[0].startswith("（版面原文，有改动的 9 处：叠印的字4、")
    assert "第 3 行：22..55亿元亿元 → 2.5亿元" in notes
    assert not any("十 四" in note for note in notes)  # blanks are seen where they are marked
    assert any("big5" in note and "--encoding" in note for note in notes)
    assert any("认不出的字节有 1 处" in note for note in notes)
    assert layout.position_at(layout.row_of(Position(0, 0))) == Position(0, 0)


def test_with_the_first_paragraph_come_headline_and_byline() -> None:
    layout = Layout(SHOWN, 60, Setting(), page_source(PAGE, SHOWN, 0)).complete()
    head = [(block.role, block.text, block.number) for block in layout.blocks if block.paragraph is None]
    assert head == [
        ("source", "高 铁", 1),
        ("source", "　记者 高田", 5),
        ("note", "（版面原文，有改动的 1 处：字间空白1）", 0),
    ]
    after = Layout(SHOWN, 60, Setting(), page_source(PAGE, SHOWN, 1)).complete()
    assert [block.role for block in after.blocks if block.paragraph is None] == ["title"]
    assert [block.text for block in after.blocks if block.role == "source"] == ["好�的"]


def test_a_headline_made_up_stays_over_the_page_lines() -> None:
    article = replace(SHOWN, title_derived=True, headline_lines=())
    layout = Layout(article, 60, Setting(), page_source(PAGE, article, 0)).complete()
    assert [block.role for block in layout.blocks[:3]] == ["derived", "note", "source"]
    assert [block.number for block in layout.blocks if block.paragraph is None] == [0, 0, 5]


def test_an_article_of_a_headline_alone_has_page_lines_too() -> None:
    article = replace(SHOWN, paragraphs=())
    layout = Layout(article, 60, Setting(), page_source(PAGE, article, 0)).complete()
    assert [block.number for block in layout.blocks] == [1, 5, 0, 0]
    assert "没有正文" in layout.blocks[-1].text


@pytest.mark.parametrize(
    ("line", "repairs", "marked", "why"),
    [
        (
            "永久居留，永久 居留",
            [Repair(1, "blank", "永久 居留", "永久居留")],
            [" "],
            "not where none was made",
        ),
        (
            "甲,乙,丙",
            [Repair(1, "mark", "甲,", "甲，"), Repair(1, "mark", "乙,丙", "乙，丙")],
            [",", ","],
            "in order",
        ),
        ("没有", [Repair(1, "mark", "五,六", "五，六")], [], "what is not there has no mark"),
        ("⟦RLO⟧反", [Repair(1, "control", "U+202E", "⟦RLO⟧")], ["⟦RLO⟧"], "what stands for it"),
    ],
)
def test_where_a_repair_is_marked(line: str, repairs: list[Repair], marked: list[str], why: str) -> None:
    issue = Issue("r", "r.txt", "utf-8", (line,), (), repairs=tuple(repairs))
    article = Article("r/1", "report", "题", (Paragraph("text", "略", ((1, 1),)),))
    (shown,) = page_source(issue, article, 0).body.lines
    assert [shown.text[start:end] for start, end in shown.marks] == marked, why


def test_every_repair_of_the_bundled_pages_is_marked() -> None:
    for issue in open_store().issues:
        for article in issue.articles:
            for number in range(len(article.paragraphs)):
                source = page_source(issue, article, number)
                for part in (source.body, source.head):
                    marks = sum(len(line.marks) for line in part.lines)
                    assert marks == sum(count for _, count in part.kinds) >= len(part.repairs)


def test_the_page_s_own_lines_are_drawn_exactly() -> None:
    line = "聊城市上半年顺利实现双过半，全市生产总值，" * 3
    issue = Issue("q", "q.txt", "utf-8", (line,), ())
    article = Article("q/1", "report", "题", (Paragraph("text", "略", ((1, 1),)),))
    source = page_source(issue, article, 0)
    for width in range(20, 60):
        layout = Layout(article, width, Setting(justify=True, hanging=True), source).complete()
        rows = [
            drawn(layout, row).strip()
            for row in layout.rows_of_paragraph(0)
            if layout.rows[row].role == "source"
        ]
        assert "".join(rows) == line
