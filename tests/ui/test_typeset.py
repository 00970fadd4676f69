"""Articles as rows: what stands where, and the way from the text to the screen and back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from lctui.model import Article, Byline, Field, Issue, Paragraph, ParagraphKind, Repair
from lctui.quoting.quote import Position
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
    "utf-8",
    ("报眉", "十 四五,十 四五", "22..55亿元亿元", "好,的"),
    (),
    repairs=(
        Repair(2, "mark", "五,十", "五，十"),
        Repair(2, "blank", "十 四", "十四"),
        Repair(2, "blank", "五，十 四", "五，十四"),
        Repair(3, "doubled", "22..55亿元亿元", "2.5亿元"),
        Repair(4, "mark", "好,", "好，"),
        Repair(4, "gone", "不在", "不"),
        Repair(1, "other", "报", "抱"),
    ),
)


def test_the_page_lines_of_a_paragraph_with_its_repairs() -> None:
    article = Article("p/1", "report", "题", (Paragraph("text", "略", ((2, 4), (9, 9))),))
    source = page_source(PAGE, article, 0)
    assert [(line.number, line.text, line.marks) for line in source.lines] == [
        (2, "十 四五,十 四五", ((1, 2), (4, 5), (4, 7))),
        (3, "22..55亿元亿元", ((1, 8),)),
        (4, "好,的", ((1, 2),)),
    ]
    assert len(source.repairs) == 6
    layout = Layout(article, 40, Setting(), source).complete()
    assert [drawn(layout, row).strip() for row in layout.rows_of_paragraph(0)][:3] == [
        "十 四五,十 四五",
        "22..55亿元亿元",
        "好,的",
    ]
    assert "22..55亿元亿元 → 2.5亿元" in layout.blocks[-1].text
    assert "十 四" not in layout.blocks[-1].text
    assert layout.position_at(layout.row_of(Position(0, 0))) == Position(0, 0)


@pytest.mark.parametrize(
    ("lines", "repair", "marked", "why"),
    [
        (
            ("永久居留，永久 居留",),
            Repair(1, "blank", "永久 居留", "永久居留"),
            [" "],
            "not where none was made",
        ),
        (
            ("好的", '"一老一小"吗'),
            Repair(2, "quote", '的"一', "的“一"),
            ['"'],
            "what is around is a line above",
        ),
        (('密"', "一老"), Repair(1, "quote", '密"一', "密“一"), ['"'], "or below"),
        (("五，六",), Repair(1, "mark", "五,六", "五；六"), ["，"], "after another repair"),
        (("没有",), Repair(1, "mark", "五,六", "五，六"), [], "what is not there has no mark"),
    ],
)
def test_where_a_repair_is_marked(
    lines: tuple[str, ...], repair: Repair, marked: list[str], why: str
) -> None:
    issue = Issue("r", "r.txt", "utf-8", lines, (), repairs=(repair,))
    article = Article("r/1", "report", "题", (Paragraph("text", "略", ((1, len(lines)),)),))
    source = page_source(issue, article, 0)
    assert [line.text[start:end] for line in source.lines for start, end in line.marks] == marked, why


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
