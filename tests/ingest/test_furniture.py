"""Furniture that its neighbours tell: each row is the lines of a folio, and which of them it takes along."""

from __future__ import annotations

import pytest

from lctui.ingest.furniture import settle_furniture
from lctui.ingest.roles import Mark, read_lines

DAY = "2025年3月5日 星期三"
PAGE = "第3版"
CODE = "扫码查看视频"
NAME = "皖北晨刊"
BODY = ["河湾村的渡口昨天修好了，渡船每天", "往返八次，两岸村民出门方便多了。"] * 6
"""More lines than the folio has at either end of the page."""


@pytest.mark.parametrize(
    ("lines", "name", "is_folio"),
    [
        # A name alone between two lines of the folio, one of which prints the day.
        ([PAGE, NAME, DAY, *BODY], NAME, True),
        ([DAY, NAME, PAGE, *BODY], NAME, True),
        ([DAY, "晨　刊", PAGE, *BODY], "晨　刊", True),
        ([*BODY, DAY, NAME, PAGE], NAME, True),  # at the foot of the page
        ([DAY, "河湾渡口村民生活", PAGE, *BODY], "河湾渡口村民生活", True),  # as long as a name may be
        ([DAY, "河湾渡口村民新生活", PAGE, *BODY], "河湾渡口村民新生活", False),
        ([DAY, "河湾，渡口", PAGE, *BODY], "河湾，渡口", False),  # says something
        ([DAY, "渡", PAGE, *BODY], "渡", False),
        ([CODE, NAME, PAGE, *BODY], NAME, False),  # neither prints the day
        ([DAY, NAME, *BODY], NAME, False),  # the headline of what stands below
        ([*BODY, NAME, DAY, PAGE], NAME, False),
        (["河湾村的渡口昨天修好了", NAME, DAY, *BODY], NAME, False),
        ([DAY, NAME, "临江渡口", PAGE, *BODY], NAME, False),  # not alone
        ([*BODY, DAY, NAME, PAGE, *BODY], NAME, False),  # in the middle of the page
    ],
)
def test_a_name_among_the_lines_of_the_folio(lines: list[str], name: str, is_folio: bool) -> None:
    read = read_lines(tuple(lines), frozenset())
    settle_furniture(read)
    (found,) = [line for line in read if line.text == name]
    assert (found.mark is Mark.FURNITURE) is is_folio


COLUMN = ["河湾村的渡口昨天修好了渡船每天", "往返八次两岸村民出门方便村民请"]
SCAN = "扫一扫码头边的二维码就能买到票"
"""What looks like furniture, as wide as the column."""


@pytest.mark.parametrize(
    ("lines", "scan", "is_body"),
    [
        # The last line of a column, two of which stand above it.
        ([*COLUMN, SCAN], SCAN, True),
        ([*COLUMN, SCAN, "", "老街居民"], SCAN, True),  # whatever stands further down
        ([COLUMN[1], SCAN], SCAN, False),  # one line is no column
        ([COLUMN[0], "", COLUMN[1], SCAN], SCAN, False),
        (["河湾村的渡口修好", COLUMN[1], SCAN], SCAN, False),  # nor are two of different widths
        (["扫码查看渡口边的视频和更多图片", COLUMN[1], SCAN], SCAN, False),  # the first is none of it
        ([COLUMN[0], COLUMN[1][:-1] + "。", SCAN], SCAN, False),  # nothing broke off above
        ([*COLUMN, "", SCAN], SCAN, False),
        ([*COLUMN, "扫一扫码头边的二维码"], "扫一扫码头边的二维码", False),  # does not fill the column
        # One amid a column needs no second line above it.
        ([COLUMN[1], SCAN, COLUMN[0]], SCAN, True),
    ],
)
def test_what_looks_like_furniture_in_a_column(lines: list[str], scan: str, is_body: bool) -> None:
    read = read_lines(tuple(lines), frozenset())
    (found,) = [line for line in read if line.text == scan]
    assert found.mark is Mark.FURNITURE
    settle_furniture(read)
    assert (found.mark is Mark.PLAIN) is is_body
