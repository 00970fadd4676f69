"""Where paragraphs begin, and where one goes on in the next line: each row is two lines of a page."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.ingest.pages import column, page, told

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
