"""Headline or body: each row is a page and its blocks, told as letters with the number of their lines."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lctui.ingest.openings import opens_rest
from tests.ingest.pages import FERRY, LIFT, column, kinds, page

BYLINE = "□记者 高田"


def lost(*paragraphs: str) -> str:
    """Paragraphs whose first lines are short by the indents that the dump lost."""
    return column(*paragraphs).replace("　　", "")


def flush(*paragraphs: str) -> str:
    return column(*paragraphs, indent="")


REST = "远路走了，赶集的人也多了起来，码头边的小店重新开了张，日子越过越好。"
"""The rest of a paragraph, at the head of a column of fifteen characters."""
SUNK = BYLINE + "\n" + lost(*LIFT)
FULL = BYLINE + "\n" + flush(*LIFT)


@pytest.mark.parametrize(
    ("above", "foot", "below", "kind"),
    [
        # Where first lines lost their indents, one is short by as much.
        (SUNK, "孩子们说上学再也不用绕远了", flush(REST), "p1"),
        (SUNK, "孩子们说上学不用绕远了", flush(REST), "h1"),  # shorter than that
        (SUNK, "孩子们说上学再也不用绕远了", lost(REST), "h1"),  # over another first line
        (SUNK, "孩子们说上学再也不用绕远了", flush("本报讯 " + REST), "h1"),  # over an opening
        (SUNK, "孩子们说上学再也不用绕远了\n往后的日子会更好大家都这么盼着", flush(REST[:-1]), "p2"),
        (SUNK, "孩子们说上学再也不用绕远了\n往后的日子会更好", flush(REST), "h2"),  # the second is not full
        # Where they are full, none is the beginning of a paragraph for being short …
        (FULL, "孩子们说上学再也不用绕远了", flush(REST), "h1"),
        # … and one as wide as the column is, on a page whose articles open with bylines
        (page(FULL, FULL, FULL), "孩子们说上学再也不用绕远路了啊", flush(REST), "p1"),
        (page(FULL, FULL), "孩子们说上学再也不用绕远路了啊", flush(REST), "h1"),
        (page(FULL, FULL, FULL), "孩子们说上学再也不用绕远路", flush(REST), "h1"),
    ],
)
def test_the_beginning_of_a_paragraph_at_the_foot_of_a_column(
    above: str, foot: str, below: str, kind: str
) -> None:
    found = kinds(page(above, foot, below)).split()
    assert found[-2:] == [kind, "p3"]


def joined(paragraph: str, first: int = 13, width: int = 15) -> str:
    """A paragraph as OCR joins it: one line, with a blank where each line of the column ended."""
    cuts = [0, *range(first, len(paragraph), width), len(paragraph)]
    return " ".join(paragraph[start:end] for start, end in pairwise(cuts)) + "\n"


def ocr(*parts: str, first: int = 13) -> str:
    """A page of joined paragraphs with another article below; `first` is the width of first lines."""
    body = [joined(paragraph, first) for paragraph in (*FERRY, *LIFT)]
    return page("□记者 周宁", *body[:2], *parts, BYLINE, *body[2:])


MIDWAY = "了。赶集的人也多了起来码头边的小店也重新开了张日子好了。"
PLAIN = "难走赶集的人也多了起来码头边的小店也重新开了张日子好了。"
CUT = "孩子们说上学再也不用绕远路走"
BELOW = "老街装上电梯"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        # What goes on below the next headline was broken off above it.
        (ocr(CUT, BELOW, joined(MIDWAY, 15), first=15), "p1 h1 p1"),
        (ocr(CUT, BELOW, joined("，" + PLAIN, 15), first=15), "p1 h1 p1"),
        # Where first lines were indented, one that was not is no beginning either …
        (ocr(CUT, BELOW, joined(PLAIN, 15)), "p1 h1 p1"),
        (ocr(CUT, BELOW, joined(PLAIN, 13)), "h1 h1 p1"),
        # … and where they were not, that tells nothing
        (ocr(CUT, BELOW, joined(PLAIN, 15), first=15), "h1 h1 p1"),
        # Between them one short line, that ends no sentence and opens no article.
        (ocr(CUT, "老街装上电梯！", joined(MIDWAY, 15)), "h1 h1 p1"),
        (ocr(CUT, BYLINE, joined(MIDWAY, 15)), "h1 b1 p1"),
        (ocr(CUT, "老街装上电梯以后六楼的居民从此再也不用爬楼梯出门买菜了", joined(MIDWAY, 15)), "h1 h1 p1"),
        # What does not fill its column did not break off there.
        (ocr("孩子们都说好", BELOW, joined(MIDWAY, 15)), "h1 h1 p1"),
        # And what stands below must end.
        (ocr(CUT, BELOW, joined(MIDWAY[:-1], 15)), "h1 h1 p1"),
    ],
)  # fmt: skip
def test_what_breaks_off_above_a_headline_is_body(text: str, blocks: str) -> None:
    assert kinds(text) == f"b1 p1 p1 {blocks} b1 p1 p1"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("（上接第一版）渡船靠岸。", True),
        ("(上接1版)渡船靠岸。", True),
        ("（紧接A12版）渡船靠岸。", True),
        ("上接第三版 渡船靠岸。", True),
        ("【上接第2版】渡船靠岸。", True),
        ("（接第四版）渡船靠岸。", True),
        ("（下转第三版）", False),  # goes on there, not here
        ("（上接码头）渡船靠岸。", False),
        ("接电版上线，渡船靠岸。", False),
        ("渡船靠岸。（上接第一版）", False),
    ],
)
def test_what_goes_on_from_another_page(text: str, rest: bool) -> None:
    assert opens_rest(text) is rest


LONG = "撑船的老人说孩子们上学再也 不用绕远路，赶集的人也多起来 码头边的小店"
"""Wider than its column by far, with the blanks of old line ends."""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (LONG, "p1"),
        (LONG.replace(" ", ""), "h1"),  # no old line ends
        (LONG.replace("，", "呀"), "h1"),  # no comma
        ("撑船的老人说孩子们 不用绕路，赶集", "h1"),  # not wide enough
    ],
)
def test_a_long_line_with_commas_and_old_line_ends(line: str, kind: str) -> None:
    assert kinds(ocr(line)) == f"b1 p1 p1 {kind} b1 p1 p1"
    assert kinds(page(LONG, *map(joined, FERRY), BYLINE, *map(joined, LIFT))).startswith("p1 p1 p1 b1")


WORD = "村里的会计算了一笔账往年绕山路一趟要花二十块钱如今再也不用绕"
"""Ends amid a word of the page, 绕远路."""
BREAKS = "村里的会计算了一笔账往年绕山路一趟要花二十块钱如今坐着"
REST_LINE = "木筏只要两块钱一年下来省啦"
"""As wide as the column."""


@pytest.mark.parametrize(
    ("above", "rest", "kind"),
    [
        # A word that is cut in two goes on below.
        (WORD, "远路去了", "p1 h1"),
        (WORD, "道走路去", "h1 h1"),  # not with this
        (WORD + "。", "远路去了", "h1 h1"),
        ("如今河湾的渡船也多了起来，", "码头开张了", "h1 h1"),  # a comma is no part of a word
        # Before the headline of the next article stands the rest of what breaks off.
        (BREAKS, REST_LINE, "p1 h1"),
        (BREAKS + "。", REST_LINE, "h1 h1"),
        (BREAKS, REST_LINE[:-6], "h1 h1"),  # not full
        (BREAKS, "木筏只要两块 一年下来省啦", "h1 h1"),  # two halves, as headlines have
        (BREAKS, REST_LINE[:-1] + "：", "h1 h1"),
        (BREAKS, "木筏只要两块，一年下来省啦", "h1 h1"),  # two halves with a comma …
        (BREAKS, "木筏只要，两块一年下来省啦", "p1 h1"),  # … that are of one length
    ],
)
def test_what_goes_on_before_the_headline_of_the_next_article(above: str, rest: str, kind: str) -> None:
    assert kinds(ocr(joined(above), rest, BELOW)) == f"b1 p1 p1 p1 {kind} b1 p1 p1"


@pytest.mark.parametrize("below", [joined(FERRY[1]), "六楼也好走"])
def test_what_stands_before_no_headline_of_another_article_may_be_one(below: str) -> None:
    """The article must open behind that headline, not further down."""
    text = ocr(joined(BREAKS), REST_LINE, BELOW, below)
    assert kinds(text) == f"b1 p1 p1 p1 h1 h1 {'p1' if '。' in below else 'h1'} b1 p1 p1"


SO_FAR = "村里的会计算了一笔账往年绕山路一趟要花二十块钱如今"
UNEVEN = "孩子们，上学再也不用绕远路"
"""Full, with a comma that does not halve it."""
THEREFORE = "孩子们上学再也不绕山路呀"


@pytest.mark.parametrize(
    ("above", "line", "below", "blocks"),
    [
        # A word that breaks off above goes on in the line, unless it does so below the next as well.
        (WORD, "远路去了", [BELOW, PLAIN], "p1 h1 p1"),
        (WORD, "远路去了", [BELOW, "远路" + PLAIN], "h1 h1 p1"),
        # What breaks off goes on below the next line (店重新): it does not in this one …
        (SO_FAR + "坐船的店", UNEVEN, [BELOW, "重修" + PLAIN], "h1 h1 p1"),
        # … but may where that stands right below, where it breaks off otherwise, or not at all.
        (SO_FAR + "坐船的店", UNEVEN, ["重修" + PLAIN], "p1 p1"),
        (SO_FAR + "坐船的路", UNEVEN, [BELOW, "重修" + PLAIN], "p1 h1 p1"),
        (SO_FAR + "坐船的店。", UNEVEN, [BELOW, "重修" + PLAIN], "p1 h1 p1"),
        # The same of a body right below (多了), which begins midway all the same.
        (SO_FAR + "人多", THEREFORE, [MIDWAY], "h1 p1"),
        (SO_FAR + "人坐", THEREFORE, [MIDWAY], "p1 p1"),
        (SO_FAR + "人多", THEREFORE[:-1] + "多", [MIDWAY], "p1 p1"),  # and so it does from the line
    ],
)
def test_where_what_breaks_off_above_a_line_goes_on(
    above: str, line: str, below: list[str], blocks: str
) -> None:
    parts = [part if part == BELOW else joined(part, 15) for part in below]
    assert kinds(ocr(joined(above), line, *parts, joined(FERRY[1]))) == f"b1 p1 p1 p1 {blocks} p1 b1 p1 p1"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (
            "孩子上学方便了 渡船天天都通",
            "h1",
        ),  # two clauses of about one length, over a body that begins midway
        ("孩子方便了 渡船天天都通航", "h1"),  # five and seven
        ("孩子上学 渡船天天都通航了", "p1"),  # four and eight
        ("孩子上学方便了渡船天天都通啦", "p1"),
    ],
)
def test_two_clauses_with_a_blank_between(line: str, kind: str) -> None:
    text = ocr(line, joined(MIDWAY, 15), joined(FERRY[1], 15), first=15)
    assert kinds(text) == f"b1 p1 p1 {kind} p1 p1 b1 p1 p1"


ASKS = "渡船一天开几趟？早晚各四趟"
ANSWERS = [joined(PLAIN, 15), joined(FERRY[1], 15)]
CLAUSES = "先修好了一座桥，再买，又通船"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ocr(ASKS, *ANSWERS, first=15), "p1 p1 p1"),  # a question and its answer fill a line …
        (ocr("河湾渡口的船一天开几趟？", *ANSWERS, first=15), "h1 p1 p1"),  # … but the answer is wanted,
        (ocr(ASKS.replace("？", "？ "), *ANSWERS, first=15), "h1 p1 p1"),  # and no blank,
        (ocr(ASKS, ANSWERS[0], first=15), "h1 p1"),  # and no article that opens below
        # Two commas in a full line, on the same condition.
        (ocr(CLAUSES, joined(PLAIN), joined(FERRY[1])), "p1 p1 p1"),
        (ocr(CLAUSES, BELOW), "h1 h1"),
    ],
)
def test_questions_and_commas_in_a_full_line(text: str, kind: str) -> None:
    assert kinds(text) == f"b1 p1 p1 {kind} b1 p1 p1"


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, "p1") for word in ("下一步", "据悉", "据了解", "据介绍", "此外", "同时", "其中", "如今")),
        ("这几年", "h1"),
    ],
)
def test_words_that_open_a_sentence_open_no_headline(word: str, kind: str) -> None:
    text = ocr(f"{word}，村里还要修座桥", joined(PLAIN), joined(FERRY[1]))
    assert kinds(text) == f"b1 p1 p1 {kind} p1 p1 b1 p1 p1"


UNDER = "孩子们都说渡船靠岸真方便"


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ([BYLINE, UNDER, joined(PLAIN)], "b1 p1"),  # what follows a byline is body …
        ([BYLINE, UNDER[:9], joined(PLAIN)], "b1 p1"),
        ([BYLINE, UNDER[:8], joined(PLAIN)], "b1 h1"),  # … unless it is too short for a paragraph
        ([UNDER, joined(PLAIN)], "h1"),
        ([BYLINE, UNDER, joined("本报讯 " + PLAIN)], "b1 h1"),  # an article opens below
    ],
)
def test_a_short_line_under_a_byline(parts: list[str], kind: str) -> None:
    assert kinds(ocr(*parts, joined(FERRY[1]))) == f"b1 p1 p1 {kind} p1 p1 b1 p1 p1"


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        # A byline in brackets ends the article above: a headline may stand below it.
        (["（高田）", UNDER, joined(PLAIN), joined(FERRY[1])], "b1 h1 p1 p1"),
        ([BYLINE, UNDER, joined(PLAIN), joined(FERRY[1])], "b1 p1 p1 p1"),
        ([BELOW, "（高田）", UNDER, joined(PLAIN), joined(FERRY[1])], "h1 b1 p1 p1 p1"),  # under a headline
        # Under a headline and its byline stands body, whatever opens further down.
        ([BELOW, BYLINE, UNDER, joined(PLAIN)], "h1 b1 p1 p1"),
        ([BELOW, BYLINE, BYLINE, UNDER, joined(PLAIN)], "h1 b1 b1 p1 p1"),
        ([BYLINE, UNDER, joined(PLAIN)], "b1 h1 p1"),
    ],
)
def test_what_a_byline_belongs_to_tells_what_stands_below(parts: list[str], kind: str) -> None:
    assert kinds(ocr(*parts)) == f"b1 p1 p1 {kind} b1 p1 p1"


NARROW = column(LIFT[0] + "大家出门都方便，晚上", width=10)
"""A narrow column that breaks off."""
ON = "也不怕走夜路了。" + FERRY[1]


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        # A line of the narrow column's measure is no part of a body that goes on in a wide one …
        (column(ON, width=22, indent=""), "h1"),
        # … but may be where it goes on in the narrow one,
        (column(ON, width=10, indent=""), "p1"),
        # or where a paragraph begins in the wide one.
        (column(ON, width=22), "p1"),
    ],
)
def test_a_line_between_a_narrow_column_and_a_wide_one(below: str, kind: str) -> None:
    text = page(BYLINE, column(*FERRY), BYLINE, NARROW, "老人们散步也走得远", below)
    assert kinds(text).split()[4:] == [kind, f"p{below.count(chr(10))}"]


FIRST_LINE = "　　孩子们都说渡船靠岸真方便"


@pytest.mark.parametrize(
    ("line", "below", "kind"),
    [
        # The first line of a paragraph, alone: full lines at the edge go on with it.
        (FIRST_LINE, flush(REST), "p1"),
        (FIRST_LINE, column(REST), "h1"),  # a paragraph of their own
        (FIRST_LINE, flush("本报讯（记者林远）" + REST), "h1"),  # an article
        (FIRST_LINE, flush(REST[:15]), "h1"),  # a line by itself
        (FIRST_LINE, "绕远路走了，赶集的人\n" + flush(REST), "h1"),  # the first is not full
        (FIRST_LINE[:-3], flush(REST), "h1"),  # nor is the line
        (FIRST_LINE.strip("　") + "真好", flush(REST), "h1"),  # no first line
    ],
)
@pytest.mark.parametrize("between", ["\n\n\n", "\n第3版\n"], ids=["blank lines", "a folio"])
def test_the_first_line_of_a_paragraph_alone(line: str, below: str, kind: str, between: str) -> None:
    text = page(BYLINE, column(*FERRY), f"{line}\n{between}{below}")
    found = [block for block in kinds(text).split() if block != "f1"]
    assert found[2:] == [kind, f"p{below.count(chr(10))}"]


FULL_LINE = "孩子们，上学再也不用绕远路啦"
"""As wide as the column, with a comma that does not halve it."""


@pytest.mark.parametrize(
    ("below", "kinds_below"),
    [
        # A headline of several lines, not far from where its article opens, …
        ([BELOW, BYLINE, flush(*FERRY)], "h1 h1 b1 p6"),
        ([BELOW, "居民不用再爬楼", BYLINE, flush(*FERRY)], "h1 h1 h1 b1 p6"),
        ([BELOW, "居民不用再爬楼", flush("本报讯 " + FERRY[0], FERRY[1])], "h1 h1 h1 p6"),
        # … or the last of the page.
        ([BELOW], "h1 h1"),
        ([BELOW, "居民不用再爬楼"], "h1 h1 h1"),
        # Over a body that nothing opens it is the foot of a column,
        ([BELOW, flush(*FERRY)], "p1 h1 p6"),
        ([BELOW, "居民不用再爬楼", flush(*FERRY)], "p1 h1 h1 p6"),
        ([*[BELOW] * 5, flush(*FERRY)], "p1 h1 h1 h1 h1 h1 p6"),
        # and over what is no line of a headline.
        ([BELOW, "居民不用再爬楼\n六楼也好走", BYLINE, flush(*FERRY)], "p1 h1 h2 b1 p6"),
    ],
)
def test_a_full_line_over_lines_that_look_like_titles(below: list[str], kinds_below: str) -> None:
    assert kinds(page(BYLINE, flush(*LIFT), FULL_LINE, *below)) == f"b1 p6 {kinds_below}"


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        # The first is short by an indent, the last cut: the foot of a column.
        (["孩子们说，上学再也不用绕远", "往后的日子会更好大家都这么盼着", "日子越过"], "p3"),
        (["孩子们说上学再也不用绕远了", "往后的日子会更好大家都这么盼着", "日子越过"], "h3"),  # no comma
        (["孩子们说，上学不用绕", "往后的日子会更好大家都这么盼着", "日子越过"], "h3"),  # shorter
        (
            ["孩子们说，上学再也不用绕远", "往后的日子更好大家盼着", "日子越过"],
            "h3",
        ),  # the second is not full
    ],
)
@pytest.mark.parametrize("body", [column(*LIFT), flush(*LIFT)], ids=["indented", "flush"])
def test_three_lines_that_fill_a_column(lines: list[str], kind: str, body: str) -> None:
    text = page(BYLINE, body, "\n".join(lines), flush(*FERRY))
    assert kinds(text) == f"b1 p6 {kind} p6"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("# 渡口通了。路也通了", "h1"),  # markup says so, whatever stands in it
        ("渡口通了。路也通了", "p1"),
        ("# 渡口通了。路也通了。", "p1"),  # but for a line that ends as sentences do
    ],
)
def test_a_headline_by_its_markup(line: str, kind: str) -> None:
    rest = page("## 老街装上电梯", flush(*LIFT), "## 六楼也好走", flush(*LIFT), "## 路灯亮了", flush(*LIFT))
    assert kinds(page(line, flush(*FERRY), rest)) == f"{kind} p6 h1 p6 h1 p6 h1 p6"


ASKED = "六楼的老人，到底怎么下楼？"


@pytest.mark.parametrize(
    ("line", "parts", "kind"),
    [
        (
            ASKED,
            ["一个电话，三家都说不归我", BYLINE],
            "h1 h1",
        ),  # under a headline, over what opens an article
        (ASKED, ["一个电话，三家都说不归我", "老街居民盼电梯", BYLINE], "h1 h1"),  # a further line between
        ("　　" + ASKED, ["一个电话，三家都说不归我", BYLINE], "h1 p1"),  # a paragraph, by its indent
        (ASKED.replace("？", "。"), ["一个电话，三家都说不归我", BYLINE], "h1 p1"),
        (ASKED, [BYLINE], "p1"),  # under the body
    ],
)
def test_a_title_that_asks(line: str, parts: list[str], kind: str) -> None:
    text = page(column(*FERRY), *parts[:1] if len(parts) > 1 else [], line, *parts[-1:], column(*LIFT))
    if len(parts) == 3:
        text = page(column(*FERRY), parts[0], line, *parts[1:], column(*LIFT))
    assert kinds(text).split(" ", 1)[1].startswith(f"{kind} ")


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        # A semicolon stands in a kicker, at the edge, over the title of what opens below …
        (page(column(*FERRY), "渡口通了；渡船开了", "河湾村的新事", BYLINE, column(*LIFT)), "h1 h1"),
        (page(column(*FERRY), "渡口通了；渡船开了", BYLINE, column(*LIFT)), "p1"),  # over no title
        (page(column(*FERRY), "　　渡口通了；渡船开了", "河湾村的新事", BYLINE, column(*LIFT)), "p1 h1"),
        (page(column(*FERRY)[:-3], "渡口通了；渡船开了", "河湾村的新事", BYLINE, column(*LIFT)), "p1 h1"),
    ],
)
def test_a_semicolon_in_a_kicker(text: str, blocks: str) -> None:
    assert kinds(text).split(" ", 1)[1].startswith(f"{blocks} b1")


SPEAKS = "老人说，赶集的孩子们上学不绕远"
"""As wide as the column, of what the body above speaks."""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (SPEAKS, "p1"),
        ("居民说，六楼的路灯和花坛修好了", "h1"),  # of what the body below speaks
        ("数星星，听一听山里流水的声音啊", "h1"),  # of neither
    ],
)
def test_a_full_line_over_a_headline_speaks_of_what_it_belongs_to(line: str, kind: str) -> None:
    assert kinds(ocr(line, BELOW)) == f"b1 p1 p1 {kind} h1 b1 p1 p1"


@pytest.mark.parametrize(
    ("shown", "rest", "kind"),
    [
        ("4月2日，学生在操场上放风筝，天上好不热闹。", "了起来。" + PLAIN, "p1"),
        ("4月2日，学生在操场上放风筝，天上好不热闹。", PLAIN, "h1"),  # nothing goes on below the caption
        ("城南小学的学生在操场上放风筝，天上好不热闹。", "了起来。" + PLAIN, "h1"),  # no caption
    ],
)
def test_what_a_caption_cuts(shown: str, rest: str, kind: str) -> None:
    assert kinds(ocr("天黑了，渡口的灯亮", joined(shown), rest)).split()[3] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("渡口封了一冬，天一暖，开", "p1"),  # no headline ends with a clause of one character
        ("渡口封了一冬，天暖了，开船", "h1"),
    ],
)
def test_a_clause_of_one_character_at_the_end(line: str, kind: str) -> None:
    assert kinds(ocr(line, BELOW)).split()[3] == kind


@pytest.mark.parametrize(
    ("gap", "opening", "kind"),
    [
        ("", "本报讯 ", "h"),  # close over what opens an article, and apart from what breaks off
        ("\n", "本报讯 ", "p"),
        ("", "", "p"),
    ],
)
def test_a_full_line_close_over_an_opening(gap: str, opening: str, kind: str) -> None:
    above = flush(FERRY[0], FERRY[1][:28])
    text = above + "\n河湾渡口修好以后两岸村民都说好\n" + gap + flush(opening + LIFT[0], LIFT[1])
    found = kinds(page(text)).split()
    assert found[1][0] == kind


@pytest.mark.parametrize(("end", "kind"), [("——", "h1"), ("", "p1")])
def test_a_kicker_of_many_clauses(end: str, kind: str) -> None:
    line = f"路修好，船通航，灯点亮，店开张，河湾村{end}"
    assert kinds(page(column(*FERRY), line, "日子过得好", BYLINE, column(*LIFT))).split()[1] == kind


@pytest.mark.parametrize(
    ("line", "below", "kind"),
    [
        # Wider than the column above it, over a title that leads to an opening.
        ("一条只有三百米的老街，为什么装得起二十部电梯？", ["老街的新事", BYLINE], "h1"),
        ("一条老街，为什么装得起电梯？", ["老街的新事", BYLINE], "p1"),  # as wide as that
        ("一条只有三百米的老街，为什么装得起二十部电梯？", [], "p1"),
    ],
)
def test_a_kicker_that_asks(line: str, below: list[str], kind: str) -> None:
    assert kinds(page(flush(*FERRY), line, *below, flush(*LIFT))).split()[1] == kind
