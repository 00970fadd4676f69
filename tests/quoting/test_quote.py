# ruff: noqa: E501 — one case a line, as a table is read
"""A passage of an article: its reading text, the page's own characters for it, and both with their source."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.model import Article, Issue, Paragraph
from lctui.quoting.citation import Style
from lctui.quoting.quote import Passage, Position, page_text, passage_text, quote, quote_article, whole
from tests.quoting.sources import article, issue, writers

LINES = (
    '  今年是新中国成立75周年,是实现"十 四五"规',
    "划目标任务的关键一年。",
    "广告 热线电话:123",
    "总投资352.0099亿元亿元。 ",
    "□ 本报记者 胡磊  本报讯(记者 胡磊)天气好。",
)
PARAGRAPHS = (
    Paragraph("text", "今年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年。", ((1, 2),)),
    Paragraph("text", "总投资352.09亿元。", ((4, 4),)),
    Paragraph("text", "本报讯（记者 胡磊）天气好。", ((5, 5),)),
)
ARTICLE = article("题", paragraphs=PARAGRAPHS, headline_lines=(5,))
ISSUE = Issue("p", "p.txt", "utf-8", LINES, (ARTICLE,))


def between(start: tuple[int, int], end: tuple[int, int], within: Article = ARTICLE) -> Passage:
    return Passage(ISSUE, within, Position(*start), Position(*end))


PASSAGES = [
    ((0, 0), (0, 3), "今年是", "  今年是", "from the start: the page's own indent"),
    ((0, 12), (0, 23), "，是实现“十四五”规划", ',是实现"十 四五"规\n划', "marks, a blank and a line end of the page"),
    ((0, 25), (1, 3), "任务的关键一年。\n总投资", "任务的关键一年。\n总投资", "across paragraphs, not what lies between"),
    ((1, 3), (1, 9), "352.09", "352.0099", "a doubled figure, whole"),
    ((1, 0), (2, 0), "总投资352.09亿元。\n", "总投资352.0099亿元亿元。 \n", "a paragraph up to its end"),
    ((2, 0), (2, 14), "本报讯（记者 胡磊）天气好。", "本报讯(记者 胡磊)天气好。", "the part of a shared line"),
    ((1, 9), (1, 3), "352.09", "352.0099", "selected backwards"),
    ((0, 5), (0, 5), "", "", "nothing"),
    ((-1, 3), (9, 9), "\n".join(p.text for p in PARAGRAPHS), None, "more than there is"),
    ((0, 99), (1, 1), "\n总", "\n总", "an offset past a paragraph's end"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "reading", "page", "why"), PASSAGES, ids=[case[4] for case in PASSAGES]
)
def test_a_passage_and_the_page_under_it(
    start: tuple[int, int], end: tuple[int, int], reading: str, page: str | None, why: str
) -> None:
    passage = between(start, end)
    assert passage_text(passage) == reading
    if page is not None:
        assert page_text(passage) == page


def test_an_article_without_a_body_has_an_empty_passage() -> None:
    empty = article("题", paragraphs=())
    assert passage_text(whole(ISSUE, empty)) == page_text(whole(ISSUE, empty)) == ""
    assert "题" in quote_article(ISSUE, empty)


def test_the_whole_body() -> None:
    assert passage_text(whole(ISSUE, ARTICLE)) == ARTICLE.text


# The page of a reading text: what typesetting and OCR put in.
PIECES = st.lists(
    st.sampled_from(
        [
            ("聊城", "聊城"),
            ("高铁", "高 铁"),
            ("，", ","),
            ("。", "。\n"),
            ("“好”", '"好"'),
            ("55", "５５"),
            ("亿元", "亿\n元"),
        ]
    ),
    min_size=1,
    max_size=60,
)


@settings(deadline=None)
@given(PIECES, st.data())
def test_a_part_of_the_page_is_found_where_it_was_made_from(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    reading = "".join(made for made, _ in pieces)
    page = "".join(of for _, of in pieces)
    start = data.draw(st.integers(0, len(reading)))
    end = data.draw(st.integers(start, len(reading)))
    lines = tuple(page.split("\n"))
    made = article(paragraphs=(Paragraph("text", reading, ((1, len(lines)),)),))
    found = page_text(Passage(issue(lines=lines), made, Position(0, start), Position(0, end)))
    fold = str.maketrans({",": "，", '"': "”", "“": "”", "５": "5", " ": None, "\n": None})
    assert found in page
    assert found.translate(fold) == reading[start:end].translate(fold)


def test_a_very_long_paragraph_costs_time_linear_in_its_length() -> None:
    def cost(size: int) -> float:
        reading = "".join(chr(0x4E00 + number * 7 % 9000) for number in range(size))
        lines = tuple(reading[at : at + 20] + " " for at in range(0, size, 20))
        made = article(paragraphs=(Paragraph("text", reading, ((1, len(lines)),)),))
        passage = Passage(issue(lines=lines), made, Position(0, 1), Position(0, size - 1))
        begin = time.process_time()
        found = page_text(passage)
        spent = time.process_time() - begin
        assert found.replace(" \n", "") == reading[1:-1]
        return spent

    cost(1_000)
    assert cost(100_000) < 30 * max(cost(10_000), 0.01)


SOURCE = "胡磊、孙亚飞：《题》，《大众日报》2024年1月16日。"
QUOTES = [
    (Style.PLAIN, ["一*", "二"], f"一*\n二\n——{SOURCE}", "the text as it is, the source under it"),
    (Style.MARKDOWN, ["一*", "二"], f"> 一\\*\n>\n> 二\n>\n> ——{SOURCE}", "a block quote of two paragraphs"),
    (
        Style.GBT7714_2015,
        ["一"],
        "一\n\n胡磊, 孙亚飞. 题[N]. 大众日报, 2024-01-16.",
        "a reference stands by itself",
    ),
    (Style.ORG, ["* 一"], f"#+begin_quote\n\u200b* 一\n\n——{SOURCE}\n#+end_quote", "a quote block"),
]


@pytest.mark.parametrize(("style", "texts", "expected", "why"), QUOTES, ids=[case[0] for case in QUOTES])
def test_a_quote_with_its_source(style: Style, texts: list[str], expected: str, why: str) -> None:
    made = article("题", paragraphs=tuple(Paragraph("text", text, ((1, 1),)) for text in texts))
    assert quote(whole(issue(), made), style) == expected


def test_a_data_format_holds_the_quote_in_its_own_field() -> None:
    made = article(
        "题", paragraphs=(Paragraph("text", "增长5%，“{好}”", ((1, 1),)), Paragraph("text", "二", ((2, 2),)))
    )
    passage = whole(issue(), made)
    assert r"annote       = {增长5\%，“\textbraceleft{}好\textbraceright{}” 二}" in quote(
        passage, Style.BIBTEX
    )
    assert "\r\nN1  - 增长5%，“{好}” 二\r\nER  - \r\n" in quote(passage, Style.RIS)
    assert json.loads(quote(passage, Style.CSL_JSON))[0]["annote"] == "增长5%，“{好}”\n二"


def test_the_whole_article_has_its_headline_and_byline() -> None:
    made = article(
        "主题",
        column="栏目",
        kicker="引题",
        subtitle="——副题",
        bylines=(*writers("高田"), *writers("张荔", role="通讯员")),
        paragraphs=(Paragraph("text", "正文。", ((1, 1),)), Paragraph("subhead", "小标题", ((2, 2),))),
    )
    assert quote_article(issue(), made).split("\n") == [
        "栏目", "引题", "主题", "——副题", "记者 高田  通讯员 张荔", "正文。", "小标题",
        "——高田、张荔：《主题——副题》，《大众日报》2024年1月16日。",
    ]  # fmt: skip
    in_markdown = quote_article(issue(), made, Style.MARKDOWN)
    assert "> 引题\n>\n> **主题**\n>\n> ——副题\n" in in_markdown
    assert "> **小标题**\n" in in_markdown
    assert "\n\n*主题*\n\n——副题\n" in quote_article(issue(), made, Style.ORG)
    derived = article("取自导语的题", title_derived=True, bylines=())
    assert quote_article(issue(), derived).startswith("[取自导语的题]\n"), "not printed: in brackets"


@settings(deadline=None)
@given(st.text(max_size=200), st.integers(-3, 210), st.integers(-3, 210), st.sampled_from(list(Style)))
def test_any_passage_can_be_quoted_in_any_style(text: str, start: int, end: int, style: Style) -> None:
    made = article(paragraphs=(Paragraph("text", text, ((1, 1),)),))
    passage = Passage(issue(), made, Position(0, start), Position(0, end))
    low, high = sorted((min(max(start, 0), len(text)), min(max(end, 0), len(text))))
    assert passage_text(passage) == text[low:high]
    assert isinstance(page_text(passage), str)
    assert quote(passage, style)


def test_a_quote_with_emoji_is_whole() -> None:
    made = article(paragraphs=(Paragraph("text", "丰收👩‍🌾🇨🇳！", ((1, 1),)),))
    assert quote(whole(issue(), made)).startswith("丰收👩‍🌾🇨🇳！\n——")
