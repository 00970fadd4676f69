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
        # The first line of the page, close over the day.
        ([NAME, DAY, *BODY], NAME, True),
        ([NAME, "", DAY, *BODY], NAME, False),
        ([NAME, PAGE, DAY, *BODY], NAME, False),
        (["渡口，通了渡船", DAY, *BODY], "渡口，通了渡船", False),
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
SCAN2 = "扫一扫码头边的二维码，能买到票"


@pytest.mark.parametrize(
    ("lines", "scan", "is_body"),
    [
        # The last line of a column, two of which stand above it.
        ([*COLUMN, SCAN], SCAN, True),
        ([*COLUMN, SCAN, "", "老街居民"], SCAN, True),  # whatever stands further down
        ([COLUMN[1], SCAN], SCAN, False),  # one line is no column
        ([COLUMN[0], "", COLUMN[1], SCAN], SCAN, False),
        ([*COLUMN, SCAN, "买到票。"], SCAN, True),  # the last but one
        (["河湾村的渡口修好", COLUMN[1], SCAN], SCAN, False),  # nor are two of different widths
        (["扫码查看渡口边的视频和更多图片", COLUMN[1], SCAN], SCAN, False),  # the first is none of it
        ([COLUMN[0], COLUMN[1][:-1] + "。", SCAN], SCAN, False),  # nothing broke off above
        ([*COLUMN, "", SCAN], SCAN, False),
        ([*COLUMN, "扫一扫码头边的二维码"], "扫一扫码头边的二维码", False),  # does not fill the column
        # A blank stands after each line of some columns; a headline under a body is none of those.
        (["河湾村的渡口", "", *COLUMN[:1], "", "往返八次，两岸村民出门方便村民", "", SCAN2], SCAN2, True),
        (
            ["河湾村的渡口", "往返八次，两岸村民出门方便。", "", "河湾村里修好渡口方便村民出行", "", SCAN2],
            SCAN2,
            False,
        ),
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


@pytest.mark.parametrize(
    ("lines", "guide"),
    [
        (["今日导读", "渡口通了渡船　A05", "老街装上电梯　A12"], [0, 1, 2]),
        (["导读", "渡口通了渡船 >>2版"], [0, 1]),
        (["导读", "渡口通了渡船 2"], [0, 1]),  # a number is a page's under the name of a guide …
        (["渡口通了渡船 2", "老街装上电梯 4", "果农摘苹果 7"], []),  # … and else may be any
        (["渡口通了渡船 A2", "老街装上电梯 第四版", "果农摘苹果▶7版"], [0, 1, 2]),
        (["渡口通了渡船 A2", "老街装上电梯 A12"], []),  # too few without a name
        (["今日导读", "渡口通了渡船"], []),  # tells no page
        (["今日导读", BODY[0], "渡口通了渡船　A05"], []),
        (["老街装上电梯", "今日导读", "渡口通了渡船　A05"], [1, 2]),
    ],
)
def test_the_guide_to_other_pages_is_set_aside(lines: list[str], guide: list[int]) -> None:
    read = read_lines((*BODY, "", *lines, "", *BODY), frozenset())
    settle_furniture(read)
    marked = [line.number - len(BODY) - 2 for line in read if line.mark is Mark.FURNITURE]
    assert marked == guide


@pytest.mark.parametrize(
    ("lines", "is_body"),
    [
        ([COLUMN[0], COLUMN[1][:-1] + "详", "见A05版"], True),  # the line breaks off in it
        ([COLUMN[0], COLUMN[1][:-1] + "。", "详见A05版"], True),  # a full line: it goes on from that
        ([COLUMN[0], COLUMN[1][:-5] + "。", "详见A05版"], False),
        ([COLUMN[0], COLUMN[1][:-1] + "。", "（下转A02版）"], False),  # apart in its brackets
        ([COLUMN[0], COLUMN[1], "（下转A02版）"], True),
        ([COLUMN[0], COLUMN[1][:-1] + "。", "", "详见A05版"], False),
        ([COLUMN[0], COLUMN[1][:-1] + "。", "　　详见A05版"], False),
        ([COLUMN[0], "", COLUMN[1], "详见A05版"], False),  # one line is no column
        ([SCAN, COLUMN[1], "详见A05版"], False),
    ],
)
def test_where_an_article_points_to_another_page(lines: list[str], is_body: bool) -> None:
    read = read_lines(tuple(lines), frozenset())
    assert read[-1].mark is Mark.FURNITURE
    settle_furniture(read)
    assert (read[-1].mark is Mark.PLAIN) is is_body
    assert not is_body or read[-1].ends


@pytest.mark.parametrize(
    ("line", "is_folio"),
    [("文学副刊 07", True), ("2 要闻·矿区新闻", True), ("渡口夜话 7人", False), ("渡口夜话", False)],
)
def test_the_name_of_a_section_with_its_page(line: str, is_folio: bool) -> None:
    read = read_lines((DAY, "责任编辑 高田", line, "", *BODY), frozenset())
    settle_furniture(read)
    assert (read[2].mark is Mark.FURNITURE) is is_folio


@pytest.mark.parametrize(
    ("lines", "name", "is_folio"),
    [
        ([DAY, "教育周刊·基础教育", "", *BODY], "教育周刊·基础教育", True),
        (["文化周末·河上", DAY, "", *BODY], "文化周末·河上", True),
        ([*BODY, "", "教育周刊·基础教育", "", *BODY], "教育周刊·基础教育", False),
        ([DAY, "教育故事·基础教育", "", *BODY], "教育故事·基础教育", False),
    ],
)
def test_the_section_of_a_weekly(lines: list[str], name: str, is_folio: bool) -> None:
    read = read_lines(tuple(lines), frozenset())
    settle_furniture(read)
    (found,) = [line for line in read if line.text == name]
    assert (found.mark is Mark.FURNITURE) is is_folio
