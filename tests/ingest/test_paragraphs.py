"""Where paragraphs begin, and where one goes on in the next line: each row is two lines of a page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.ingest.pages import LIFT, column, page, read, told

FERRY = "本报讯 河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
FULL = "撑船的老人说孩子们上学再也不用绕远路了赶集的人也多起来。"
"""Two lines, the last of which leaves no room."""


@pytest.mark.parametrize("mark", "▲●○■□◆★▶※①⑩")
@pytest.mark.parametrize("indent", ["　　", ""], ids=["indented", "flush"])
def test_the_items_of_a_list_begin_paragraphs(mark: str, indent: str) -> None:
    items = [f"{mark}早上六点到晚上八点半渡船每天往返八次周末和节日往返九次。", f"{mark}末班船九点开。"]
    text = page("渡口通了渡船", column(FERRY, FULL, indent=indent) + column(*items, indent=""))
    assert told(text) == [("report", "渡口通了渡船", [FERRY, FULL, *items])]


def test_a_mark_amid_a_sentence_begins_none() -> None:
    above, below = "两岸的石柱上都刻着一对记号，是", "●和■，村民一看就知道船到了哪里。"
    text = page("渡口通了渡船", column(FERRY, indent="") + above + "\n" + below)
    assert told(text)[0][2] == [FERRY, above + below]


def joined(paragraph: str, first: int = 13, width: int = 15) -> str:
    """A paragraph as OCR joins it: one line, with a blank where each line of the column ended."""
    cuts = [0, *range(first, len(paragraph), width), len(paragraph)]
    return " ".join(paragraph[start:end] for start, end in pairwise(cuts)) + "\n"


WHOLE = [
    "撑船的老人说孩子们上学再也不用绕远路，赶集的人也多了起来，码头边的小店重新开了张。",
    "村里的会计算了一笔账：往年绕山路一趟要花二十块钱，如今坐船只要两块，一年下来省下不少。",
]


STONES = "渡口边的石板路是今年春天新铺上去的石板又平又稳走起来"
"""Its last old line is full."""


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        # A full last line broke off at its column's foot, unless what follows begins as paragraphs do.
        (STONES, "会计说石板是从后山采来的，一块块都凿得方方正正，铺得平平整整。", True),
        (STONES, "同时石板是从后山采来的，一块块都凿得方方正正，铺得平平整整。", False),
        # A last line that left room ended there, whatever mark OCR lost …
        (STONES[:17], "走起来稳当多了，下雨天也不怕滑，老人们都很满意。", False),
        # … but a comma ends no paragraph
        (STONES[:17] + "，", "走起来稳当多了，下雨天也不怕滑，老人们都很满意。", True),
    ],
)
def test_where_a_joined_paragraph_goes_on(above: str, below: str, goes_on: bool) -> None:
    text = page("渡口通了渡船", "□记者 周宁", *map(joined, WHOLE), joined(above), joined(below))
    found = told(text)[0][2]
    assert found == ([*WHOLE, above + below] if goes_on else [*WHOLE, above, below])


@pytest.mark.parametrize(
    ("below", "begins"),
    [
        ("河湾市渡口边的石板都是从后山采来的，一块块凿得方方正正。", True),  # a place, …
        (
            "河湾村渡口边的石板都是从后山采来的，一块块凿得方方正正。",
            False,
        ),  # … and none that rather begins one
        ("县城区里，渡口边的石板都是从后山采来的，一块块凿得方正。", False),  # one inside a clause
        ("在渡口的石板上，石匠凿出一道道方方正正的花纹，好看得很。", True),  # when, where, for whom
        ("为修好渡口，村里人从后山采来石板，一块块都凿得方方正正。", True),
        ("对过河的老人，村里人都要上前扶一把，怕他们踩空了石板。", True),
        ("为此，村里人从后山采来石板，一块块凿得方方正正平平整整。", False),  # shorter than such a clause
        ("5月初村里人从后山采来石板，一块块凿得方方正正平平整整。", True),
        ("2013年村里人从后山采来石板，一块块凿得方方正正平整。", True),
        ("2013块石板从后山采来，一块块凿得方方正正平平整整。", False),
    ],
)
def test_what_rather_begins_a_joined_paragraph(below: str, begins: bool) -> None:
    """What stands above breaks off, and then its end is missing."""
    text = page("渡口通了渡船", "□记者 周宁", *map(joined, WHOLE), joined(STONES), joined(below))
    found = [(part.text, part.gap) for part in read(text).articles[0].paragraphs[2:]]
    assert found == ([(STONES, True), (below, False)] if begins else [(STONES + below, False)])


@pytest.mark.parametrize(("mark", "begins"), [("，", False), ("", True)])
def test_behind_a_comma_hardly_a_paragraph_begins(mark: str, begins: bool) -> None:
    above = STONES + mark
    below = "5月初，村里人从后山采来石板，一块块都凿得方方正正，平平整整，路也铺好了，走起来真稳当。"
    text = page("渡口通了渡船", "□记者 周宁", *map(joined, [*WHOLE, above, below]))
    assert told(text)[0][2][2:] == ([above, below] if begins else [above + below])


FURTHER = [FULL, "会计说石板是从后山采来的，一块块都凿得方方正正，铺得平平整整。"]
ONE = ["本报讯 渡口修好了，村民高兴。"]
"""The first paragraph, a line alone."""
TWO = ["本报讯 渡口修好了，村里人都到岸", "边来看，孩子们最高兴，真好。"]
"""The same over two lines, with a blank one after each."""


@pytest.mark.parametrize(
    ("lead", "parts", "separated"),
    [
        (ONE, [column(one, indent="") for one in FURTHER], True),
        (ONE, [column(*FURTHER, indent="")], False),  # one ends with no blank line below
        (TWO, [column(one, indent="") for one in FURTHER], False),
    ],
)
def test_a_line_alone_does_not_hide_that_blank_lines_separate_paragraphs(
    lead: list[str], parts: list[str], separated: bool
) -> None:
    found = told(page("渡口通了渡船", *lead, *parts, "老街装上电梯", column(FERRY)))
    first = "".join(lead)
    assert found[0][2] == ([first, *FURTHER] if separated else [first + FURTHER[0], FURTHER[1]])


BEHIND = "赶集的人也多了。"


@pytest.mark.parametrize(
    ("above", "below", "between", "byline"),
    [
        ("（记者 卫海永 通讯员 边文", "凤 牟华莲）", "", "记者 卫海永  通讯员 边文凤 牟华莲"),
        ("（记者 卫海永 通讯员", "边文凤 牟华莲）", " ", "记者 卫海永  通讯员 边文凤 牟华莲"),
        ("（刘加成", "类延军 林远）", " ", "记者 刘加成 类延军 林远"),  # names alone
        ("■ 本报记者 卫海永 边文", "凤 牟华莲", "", "记者 卫海永 边文凤 牟华莲"),
    ],
)
@pytest.mark.parametrize("indent", ["", "　　"], ids=["flush", "after a blank"])
def test_names_go_on_in_the_next_line(above: str, below: str, between: str, byline: str, indent: str) -> None:
    article = read(page("渡口通了渡船", column(FERRY) + f"{BEHIND}{above}\n{indent}{below}")).articles[0]
    assert [part.text for part in article.paragraphs] == [FERRY, f"{BEHIND}{above}{between}{below}"]
    assert article.byline == byline


def test_behind_the_names_blanks_are_closed() -> None:
    """The bracket of a dateline closes in the second line."""
    above, below = "本报讯（记者 卫海永 通讯员 边文", "凤 牟华莲）河湾村的 渡口 昨天修好了，渡船通了。"
    found = told(page("渡口通了渡船", f"　　{above}\n{below}\n{column(FULL)}"))
    assert found[0][2][0] == above + "凤 牟华莲）河湾村的渡口昨天修好了，渡船通了。"


@pytest.mark.parametrize(
    ("line", "is_subhead"),
    [
        ("　　从前绕山路", True),
        ("　　从前绕山路。", False),
        ("　　从前绕山路：", False),
        ("　　▲从前绕山路", False),
        ("　　从前绕山路要走三里地多", False),  # hardly leaves room
        ("　　从前绕山路\n　　如今坐渡船", False),  # two are a list
        ("　　3", False),
        ("　　　　　　从前绕山路", False),  # set to the right
    ],
)
def test_a_short_line_alone_is_a_subhead_though_indented(line: str, is_subhead: bool) -> None:
    text = page("两岸出门方便多了", column(FERRY, LIFT[1]) + line + "\n" + column(*LIFT))
    article = read(text).articles[0]
    found = [part.text for part in article.paragraphs if part.kind == "subhead"]
    assert found == (["从前绕山路"] if is_subhead else [])


@pytest.mark.parametrize("above", ["", "河湾村的渡口昨天修好了，渡"])
def test_at_the_edge_of_an_article_or_under_what_breaks_off_it_is_none(above: str) -> None:
    body = column(FERRY, above) if above else column(FERRY)
    below = column(*LIFT) if above else ""
    text = page("两岸出门方便多了", body + "　　从前绕山路\n" + below)
    assert not any(part.kind == "subhead" for part in read(text).articles[0].paragraphs)


OCR = [
    "老街的电梯昨天装好了，住在六楼的居民不用 再爬楼梯，社区还修好了路灯和花坛，老人都 说好。",
    "物业公司说，电梯的电费由各户分担，楼层越 高分得越多，大家都觉得公平，没有一户说不 好。",
]
"""Paragraphs as lines, with blanks where old lines of twenty characters ended."""


@pytest.mark.parametrize(
    ("end", "is_missing"),
    [
        ("，孩子们上学再也不用绕远路 了", False),  # left room: but the full stop is lost
        ("，孩子们上学再也不用绕远路 的", True),  # something must follow, wherever the line ends
        ("，孩子们上学再也不用绕远路 3", True),
        ("，孩子们上学再也不用绕远路 了。", False),
    ],
)
def test_whether_the_end_of_a_joined_paragraph_is_missing(end: str, is_missing: bool) -> None:
    last = "撑船的老人说，河湾村的渡口修好了，两岸人 出门方便多了" + end
    text = page("渡口通了渡船", "□本报记者 周宁", *OCR, last, "老街装上电梯", "□本报记者 陈晓", *OCR)
    found = [part.gap for article in read(text).articles for part in article.paragraphs]
    assert found == [False, False, is_missing, False, False]
