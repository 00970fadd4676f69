"""Lines that blank lines part from their column: each row is a page and its blocks, told as letters with the
number of their lines."""

from __future__ import annotations

import pytest

from lctui.ingest.roles import read_lines
from lctui.ingest.stretches import is_certain
from tests.ingest.pages import column, kinds, page, spread

FERRY = "本报讯（记者周宁）河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
LIFT = "本报讯（记者陈晓）老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。"
BODY = [
    "往年这个时候，村民要绕二十里山路，赶一回集要大半天。",
    "今年渡口修好，村里又买了两条渡船，由老人轮流当班。",
    "码头边的小店重新开了张，赶集的人也多了起来，孩子们上学再也不用绕远路。",
]
F, L = "河湾渡口通了渡船", "老街居民不用再爬楼梯"
END = page(L, column(LIFT))
"""h1 p4."""

FIRST = "　　撑船的老人都说孩子们上学去"
FURTHER = ["再也不用绕远路赶集的人也多起来", "码头边的小店也都重新开了张啦，", "日子越过越好。"]
DATED = ["本报讯 绕远路赶集的人也多起来", *FURTHER[1:]]
UNEVEN = [FURTHER[0], "码头边的小店也都开张，", FURTHER[2]]
NARROW = ["再也不用绕远路", "码头边的小店也", "孩子们上学去了", "日子好。"]
STAFF = ["责任编辑：王小明　美编：李红", "版式设计：王小明　校对：李红"]


@pytest.mark.parametrize(
    ("line", "blank", "below", "blocks"),
    [
        # The first line of a paragraph, cut off from the others by the end of its column.
        (FIRST, 1, FURTHER, "p4"),
        (FIRST, 2, FURTHER, "p4"),
        (FIRST, 3, FURTHER, "h1 p3"),  # further away
        (FIRST[2:] + "了啊", 1, FURTHER, "h1 p3"),  # no indent shows that it begins one
        (FIRST, 1, ["　　" + FURTHER[0][2:], *FURTHER[1:]], "h1 p3"),  # another begins below
        (FIRST, 1, DATED, "h1 p3"),  # an article does
        (FIRST[:-1] + "。", 1, FURTHER, "p1 p3"),  # nothing goes on from a sentence's end
        (FIRST[:-2], 1, FURTHER, "h1 p3"),  # does not fill the column
        (FIRST, 1, UNEVEN, "h1 p3"),  # there is no column
        ("　　撑船的老人", 1, NARROW, "h1 p4"),  # so narrow that it shows none
        (FIRST[:-1], 1, STAFF, "h1 f2"),  # what stands below is not of the body
    ],
)
def test_the_first_line_of_a_column(line: str, blank: int, below: list[str], blocks: str) -> None:
    text = page(F, line + "\n" * blank + "\n" + "\n".join(below), END)
    assert kinds(text) == f"h1 {blocks} h1 p4"


FULL = "　　村民要绕二十里山路去赶集。"
"""A sentence that ends with its line."""
SHORT = "　　渡船靠岸。"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        # Below a sentence that fills its line stands the rest of the paragraph: what ends too, …
        ([FULL, "渡船来了！"], "p9"),
        ([FULL, "渡船，老人，孩子"], "p9"),  # … is plainly body …
        ([FULL, "到了今年渡口终于修好村里买了船", "□记者 高田"], "p9 b1"),  # … or full
        ([FULL, "渡船靠岸", "□记者 高田"], "p8 h1 b1"),
        # Below a short line that ends, only full lines that a full stop closes.
        ([SHORT, "到了今年渡口终于修好，村里买了", "两条船，大家都说好。", "□记者 高田"], "p10 b1"),
        ([SHORT, "到了今年渡口终于修好村里买了船", "大家都说好", "□记者 高田"], "p8 h2 b1"),
        ([SHORT, "渡口，路，桥都修好，村里买了船", "两条船，大家都说好！", "□记者 高田"], "p8 h2 b1"),
        ([SHORT, "到了今年渡口终于修好村里买了船", "两条船（大家都说好！）", "□记者 高田"], "p8 h2 b1"),
        ([SHORT, "村民们都说好。", "□记者 高田"], "p8 h1 b1"),
        # What breaks off goes on: from a full line, or from a comma.
        (["　　撑船的老人都说孩子们上学去", "再也不用绕远路", "□记者 高田"], "p9 b1"),
        (["　　渡船靠岸，", "村民们都到岸边来看", "□记者 高田"], "p9 b1"),
        (["　　渡船靠岸", "村民们都到岸边来看", "□记者 高田"], "p8 h1 b1"),
        # A dateline begins a body as an indent does.
        (["本报讯 渡口昨天修好了，渡船每", "天往返八次，两岸村民出门方便", "□记者 高田"], "p7 p2 b1"),
    ],
)
def test_what_stands_below_an_indented_stretch(lines: list[str], blocks: str) -> None:
    found = kinds(page(F, spread(column(*BODY), *lines), END))
    assert found.startswith(f"h1 {blocks} ") or found == f"h1 {blocks} h1 p4"


PLAIN_BODY = [
    "本报讯（记者周宁）河湾村的渡口昨天修好了渡船每天往返八次。",
    "往年这个时候，村民要绕二十里山路，赶一回集要大半天，都说不好走。",
]
"""Paragraphs whose lines are told without indents."""
SET_IN = ["　　河湾渡口", "　　渡船通了", "　　往返八次"]
ENDING = ["　　渡船通了。", "　　好走了。", "　　都说好。"]
CAPTION, SHOWN = "　　果园的苹果红了，客商把车开进村里，装满苹果又", "开往县城去卖"
WIDE = ["　　河湾村的渡口从此通了", "　　两岸村民出门方便多了", "　　渡船一天往返八次了啊"]


@pytest.mark.parametrize(
    ("parts", "blocks"),
    [
        ([F, spread(column(*BODY))], "h1 p7"),
        ([F, spread(column(*BODY), "渡船靠岸", column(*BODY))], "h1 p7 h1 p7"),
        ([F, spread(column(*BODY)) + "\n\n\n" + spread(column(*BODY))], "h1 p7 p7"),  # further apart
        # Indented lines that neither end a sentence nor come near to filling the column are headlines, …
        ([spread(*SET_IN, column(*PLAIN_BODY, indent=""))], "h3 p5"),
        # … and so are three of which but two do.
        ([spread(*ENDING[:2], SET_IN[0], column(*PLAIN_BODY, indent=""))], "p2 h1 p5"),
        ([F, spread(*ENDING, column(*PLAIN_BODY, indent=""))], "h1 p3 p5"),
        ([F, spread(*WIDE, column(*PLAIN_BODY, indent=""))], "h1 p3 p5"),
        # A caption in it is set wider, and its last line is body whatever its width; below that none is.
        (
            [F, spread(column(*BODY), CAPTION, f"{SHOWN}，果农陈晓 摄", "渡船靠岸", column(*BODY))],
            "h1 p9 h1 p7",
        ),
        ([F, spread(column(*BODY), CAPTION[:9], SHOWN, column(*BODY))], "h1 p8 h1 p7"),
        # Two indented lines may be a headline set in the middle.
        ([spread("　　河湾渡口通船", "　　往返两岸八次", column(FERRY, indent=""))], "h2 p3"),
        # Under a byline, and under what breaks off, the first lines are body without an indent.
        ([F, "□记者 高田", spread("渡船靠岸了，大家都", column(*BODY))], "h1 b1 p8"),
        ([F, spread("渡船靠岸了，大家都", column(*BODY))], "h2 p7"),
        ([F, column(FERRY, "老人说，"), spread("再也不用绕远路", column(*BODY))], "h1 p4 p8"),
        ([F, column(FERRY, "老人说："), spread("再也不用绕远路", column(*BODY))], "h1 p4 h1 p7"),
    ],
)
def test_indents_tell_bodies_where_blank_lines_say_nothing(parts: list[str], blocks: str) -> None:
    assert kinds(page(*parts, END)) == f"{blocks} h1 p4"


CUT = column(FERRY, "撑船的老人都说孩子们上学再也不用绕路赶集的人")
"""A body that breaks off amid its last line."""


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["老街居民不爬楼梯", "六楼装上新电梯了"], "h1 h1"),  # as wide as that line, but not as the column
        (["多起来码头边的小店又都开了张啦", "老人说好。"], "p2"),
    ],
)
def test_below_what_breaks_off_full_lines_are_body(lines: list[str], blocks: str) -> None:
    assert kinds(page(F, CUT, *lines, column(LIFT))) == f"h1 p5 {blocks} p4"


LATER = "今年渡口修好，村里又买了两条渡船，由老人轮流当班，大家都说好。"
"""Two lines of a column without indents."""
SHORT_DAY, LONG_DAY = "4月2日，村民坐船过河上学。", "4月2日，村民坐船过河，孩子们到对岸上学去，都说好。"


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("4月2日，村民坐船过河。林远 摄", "p5 p1 p2"),  # signed
        ("▲村民坐船过河。林远 摄", "p5 p1 p2"),
        (LONG_DAY, "p5 p1 p2"),  # in a measure of its own
        (SHORT_DAY, "p8"),  # in that of the column, and signed by nobody
        (LONG_DAY[:-1], "p5 h1 p2"),  # does not end
        (LONG_DAY[5:], "p5 h1 p2"),  # begins as no caption does
    ],
)
def test_a_caption_in_a_column_with_blank_lines_after_every_line(line: str, blocks: str) -> None:
    text = spread(column(*PLAIN_BODY, indent=""), line, column(LATER, indent=""))
    assert kinds(page(F, text, END)) == f"h1 {blocks} h1 p4"


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        ("到了今年，渡口修好，村里又买船", "p6 h1"),  # full, and with more commas than headlines have
        ("到了今年渡口修好，村里又买了船", "p5 h2"),
        ("到了今年，渡口修好，", "p5 h2"),  # not full
    ],
)
def test_a_paragraph_that_the_end_of_a_spread_column_cuts(line: str, blocks: str) -> None:
    text = page(F, spread(column(*PLAIN_BODY, indent=""), line), END)
    assert kinds(text) == f"h1 {blocks} p4"


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        # A wish ends an article, however short of the column …
        ("祝愿渡船平安！", "p6"),
        ("预祝平安！", "p6"),
        ("但愿渡船平安！", "p6"),
        ("惟愿平安！", "p6"),
        ("希望大家平安！", "p6"),
        # … but no other short exclamation does, nor a wish without its mark.
        ("渡船真平安！", "p5 h1"),
        ("祝愿渡船平安", "p5 h1"),
        ("希望就在前方！", "p5 h1"),
    ],
)
def test_a_wish_ends_an_article(line: str, blocks: str) -> None:
    text = page(F, spread(column(*PLAIN_BODY, indent=""), line), "□记者 高田", column(LATER))
    assert kinds(text) == f"h1 {blocks} b1 p3"


BROAD = [
    "本报讯 河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了，孩子们上学去再也不用绕远路，赶集",
    "的人也多了起来，码头边的小店重新开了张，往年这个时候，村民要绕二十里山路，赶一回集要大半天，孩子上学更是",
]
BROAD_END = [
    "今年渡口修好，村里又买了两条渡船，撑船的是三个有经验的老人轮流当班，会计说一年下来省下不少钱，大家都说好，",
    "起早贪黑，日子难。",
]
FIGURES = "从2019年到2024年，村民从120户变成240户，三年里家家都盖了新房，买了新船，门前修了路"


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        (FIGURES + "和", "p5"),  # figures make it short, but it is plainly body
        (FIGURES, "p2 h1 p2"),  # shorter yet
        (FIGURES.replace("，", "又") + "和", "p2 h1 p2"),  # may be anything
    ],
)
def test_a_line_a_little_short_of_a_wide_column(line: str, blocks: str) -> None:
    assert kinds(page(F, spread(*BROAD, line, *BROAD_END), END)) == f"h1 {blocks} h1 p4"


HEADED = "一条渡船每天往返"
"""Neither full nor indented."""


@pytest.mark.parametrize(
    ("times", "blocks"),
    [
        (6, "p7 b1 h1 p7 b1 h1 p7 b1 h1 p7 b1 h1 p7 b1 h1 p7 b1 h1"),
        (4, "p7 b1 p8 b1 p8 b1 p8 b1 h1"),  # too few lines to tell it by
    ],
)
def test_on_a_page_set_so_a_headline_may_stand_under_a_byline(times: int, blocks: str) -> None:
    """Its bodies begin with an indent."""
    assert kinds(page(*[spread(column(*BODY)), "□记者 高田", HEADED] * times)) == blocks


def test_a_clause_of_one_character_begins_no_headline() -> None:
    (line,) = read_lines(("说，全县林下经济面积达到四十",), frozenset())
    assert is_certain(line)
