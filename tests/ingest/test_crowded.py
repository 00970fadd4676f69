"""Headlines set close to bodies: each row is a page and the lines of each part it is cut into."""

from __future__ import annotations

import pytest

from lctui.ingest.crowded import divide
from lctui.ingest.params import PARAMS
from lctui.ingest.roles import Line, read_lines
from tests.ingest.pages import FERRY, LIFT, column, page, told

SIX, LAST = column(*FERRY), column(*LIFT)
FLUSH_SIX, FLUSH_LAST = column(*FERRY, indent=""), column(*LIFT, indent="")
DATED = column("本报讯 " + LIFT[0], LIFT[1], indent="")
TITLE = "老街装上电梯\n"
THREE = column(FERRY[1], *LIFT).splitlines(keepends=True)
CUT_BY_TITLE = "".join([*THREE[:4], TITLE, *THREE[4:]])
SHOWN = "4月2日，城南小学的学生在操场上放风筝，天上好不\n热闹。 记者 林远 摄\n"


def parts(text: str) -> list[int]:
    """How many lines each part has that `divide` makes of the stretches between blank lines."""
    groups: list[list[Line]] = []
    for line in read_lines(tuple(text.split("\n")), frozenset()):
        if groups and not line.gap and line.mark is groups[-1][-1].mark:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [len(part) for part in divide(groups, PARAMS)]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (SIX, [6]),
        (FLUSH_SIX, [6]),
        # Above a body, below one, and between two.
        (TITLE + SIX, [1, 6]),
        (TITLE + FLUSH_SIX, [1, 6]),
        (TITLE + DATED, [1, 6]),
        ("居民筹钱\n" + TITLE + SIX, [2, 6]),
        # One that asks, over an indent.
        ("电梯装得好吗？\n" + SIX, [1, 6]),
        ("老街装上电梯！\n" + SIX, [1, 6]),
        ("电梯装得好吗？\n" + FLUSH_SIX, [7]),  # nothing shows where the body begins
        ("电梯，装得好吗？\n" + SIX, [7]),  # rather a sentence
        (SIX[:-2] + "\n\n电梯装得好吗？\n" + LAST, [6, 7]),  # the end of what breaks off above
        (SIX + "\n电梯装得好吗？\n" + LAST, [6, 1, 6]),
        (SIX + TITLE, [6, 1]),
        (FLUSH_SIX + TITLE, [6, 1]),
        (SIX + TITLE + LAST, [6, 1, 6]),
        (FLUSH_SIX + TITLE + FLUSH_LAST, [6, 1, 6]),
        (FLUSH_SIX + TITLE + DATED, [6, 1, 6]),
        (FLUSH_SIX + TITLE + FLUSH_LAST + "渡口通了\n" + FLUSH_SIX, [6, 1, 6, 1, 6]),
        # At the end of a stretch only where an article begins right below.
        (SIX + TITLE + "□记者 高田\n" + LAST, [6, 1, 1, 6]),
        # A line as wide as its column goes on with it …
        (FLUSH_SIX + "六楼的居民从此不用再爬楼梯了\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "六楼的居民从此不用再爬楼梯了大家都高兴\n" + FLUSH_LAST, [6, 1, 6]),
        # … unless first lines are indented, and the paragraph above has left room
        (SIX + "六楼的居民从此不用再爬楼梯了\n" + LAST, [13]),
        (column(*FERRY[::-1]) + "六楼的居民从此不用再爬楼梯了\n" + LAST, [6, 1, 6]),
        (SIX + "六楼的居民从此不用再爬楼梯了\n" + column("本报讯 " + LIFT[0], LIFT[1]), [6, 1, 6]),
        # The paragraph above must have ended; a signature ends it as well.
        (SIX[:-2] + "\n" + TITLE + LAST, [13]),
        (FLUSH_SIX[:-2] + "\n" + TITLE + FLUSH_LAST, [13]),
        (column(*FERRY[:1], FERRY[1] + "（林远）", indent="") + TITLE + FLUSH_LAST, [6, 1, 6]),
        # And one must begin below: with an indent, or as wide as the column.
        (SIX + TITLE + "再爬楼梯，社区还修好了路灯和，\n" + LAST, [14]),
        (FLUSH_SIX + TITLE + "再爬楼梯，\n" + FLUSH_LAST, [14]),
        # What breaks off, begins amid a sentence, ends one, or opens what it does not close is no headline.
        (FLUSH_SIX + "老街装上了，\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "，老街装上了\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "老街装上了。\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "装好。电梯来了\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "老街“装上\n" + FLUSH_LAST, [13]),
        # Up to four lines are a headline, more a list or a verse.
        (SIX + "老街\n装上\n电梯\n居民\n" + LAST, [6, 4, 6]),
        (SIX + "老街\n装上\n电梯\n居民\n高兴\n" + LAST, [17]),
        # Lines of a measure of their own under a column are a caption.
        (FLUSH_SIX + column(FERRY[1], width=24, indent=""), [6, 2]),
        (FLUSH_SIX + column(FERRY[1], width=16, indent=""), [9]),  # hardly wider
        ((FLUSH_SIX * 2)[:-2] + "\n" + column(FERRY[1], width=24, indent=""), [14]),  # nothing ended above
        # At its end, a line nearly as wide as the column: where an article begins right below, …
        (column(*FERRY[::-1], indent="") + "住六楼的居民不再爬楼梯\n□记者 高田\n" + LAST, [6, 1, 1, 6]),
        (page(column(*FERRY[::-1], indent="") + "住六楼的居民不再爬楼梯", "□记者 高田\n" + LAST), [7, 1, 6]),
        # … or where first lines are indented, and the paragraph above has left room.
        (page(column(*FERRY[::-1]) + "住六楼的居民不再爬楼梯", "□记者 高田\n" + LAST), [6, 1, 1, 6]),
        (page(SIX + "住六楼的居民不再爬楼梯", "□记者 高田\n" + LAST), [7, 1, 6]),
        (page(column(*FERRY[::-1])[:-2] + "\n住六楼的居民不再爬楼梯", "□记者 高田\n" + LAST), [7, 1, 6]),
        (
            column(*FERRY[::-1]) + "住六楼的居民不再爬楼梯\n2024年1月16日 星期二 责任编辑 高田 第506期\n",
            [6, 1, 1],
        ),
        # A signature ends a paragraph, though its last line is full; a full stop there does not.
        (
            column(FERRY[1], FERRY[0][:18] + "。（通讯员 林远）") + "住六楼的居民从此不再爬楼梯\n" + LAST,
            [5, 1, 6],
        ),
        (
            column(FERRY[1], FERRY[0][:18] + "，村民都来坐渡船了。") + "住六楼的居民从此不再爬楼梯\n" + LAST,
            [12],
        ),
        # And nearly as wide also with a blank line below, where that opens with a dateline.
        (page(FLUSH_SIX + "住六楼的居民不再爬楼梯", DATED), [6, 1, 6]),
        (page(FLUSH_SIX + "住六楼的居民不再爬楼梯", FLUSH_LAST), [7, 6]),
        (page(FLUSH_SIX + "住六楼的居民从此不再爬楼梯", DATED), [6, 1, 6]),
        (page(FLUSH_SIX + "住六楼的居民从此不再爬楼梯啦", DATED), [7, 6]),  # full
        (page(FLUSH_SIX + "住六楼的居民 从此不再爬楼梯啦", DATED), [6, 1, 6]),  # full, but two halves
        (page(FLUSH_SIX + "住六楼，居民不再爬楼梯", DATED), [6, 1, 6]),
        (page(FLUSH_SIX + "住六楼的居民，不再爬楼梯", DATED), [7, 6]),  # a comma wants more room
        (page(FLUSH_SIX + "住六楼的居民不再爬楼梯\n社区还修好路灯和花坛", DATED), [6, 2, 6]),
        (page(FLUSH_SIX + "住六楼的居民从此不再爬楼梯啦\n住六楼的居民不再爬楼梯", DATED), [8, 6]),
        (page(FLUSH_SIX[:-2] + "\n住六楼的居民不再爬楼梯", DATED), [7, 6]),  # nothing ended above
        (page(FLUSH_SIX + "“住六楼的居民不再爬楼梯", DATED), [7, 6]),
        (page(SIX + "　　住六楼的居民不再爬楼", DATED), [7, 6]),
        # At its beginning, as wide as the column: over an indent, and where nothing broke off above.
        ("六楼的居民从此不用再爬楼梯了\n" + LAST, [1, 6]),
        (page(SIX, "六楼的居民从此不用再爬楼梯了\n" + LAST), [6, 1, 6]),
        (page(SIX[:-2], "六楼的居民从此不用再爬楼梯了\n" + LAST), [6, 7]),
        ("六楼的居民从此不用再爬楼梯了大家都很高兴极了\n" + FLUSH_LAST, [1, 6]),  # wider than any line
        (TITLE + "再爬楼梯，\n" + FLUSH_LAST, [8]),  # over a line that begins nothing
        ("老街“装上\n" + FLUSH_LAST, [7]),
        ("”老街装上\n" + FLUSH_LAST, [7]),
        ("老 街 楼 房 装 上 电 梯 了\n" + FLUSH_LAST, [7]),  # justified: its width tells nothing
        ("老 街 装 上 电 梯\n" + FLUSH_LAST, [1, 6]),
        ("4月2日渡船靠岸\n" + column(FERRY[0] + "林远 摄", indent=""), [4]),  # the first line of a caption
        ("渡船靠岸\n" + column(FERRY[0] + "林远 摄", indent=""), [1, 3]),
        # At its end, what is rather the last line of a paragraph, or a paragraph.
        (FLUSH_SIX[:-2] + "\n" + TITLE, [7]),
        (FLUSH_SIX + "老街装上电梯！\n", [7]),
        (SIX + "　　" + TITLE, [7]),
        # Inside, what may close a paragraph above a headline, and what begins one below it.
        (column(FERRY[1], FERRY[0] + "（河湾村委会）", indent="") + TITLE + FLUSH_LAST, [6, 1, 6]),
        (FLUSH_SIX + TITLE + "居民很高兴。\n" + FLUSH_LAST, [6, 1, 7]),
        (SIX + TITLE + DATED, [6, 1, 6]),
        ("4月2日\n" + FLUSH_LAST, [7]),  # nothing but a day
        (SIX + "河湾周家 林启明\n" + TITLE + LAST, [7, 1, 6]),  # who wrote a letter, and from where
        # Inside, what is no headline: a character by itself, a justified line, the beginning of an article.
        (FLUSH_SIX + "春\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "老 街 的 楼 房 装 上 电 梯 啦 啊\n" + FLUSH_LAST, [13]),
        (FLUSH_SIX + "本报讯 电梯装好\n" + FLUSH_LAST, [13]),
        # A short line that cuts a paragraph of an indented column, between full lines.
        (CUT_BY_TITLE, [4, 1, 5]),
        (CUT_BY_TITLE.replace(TITLE, "老街装上，电梯\n"), [10]),  # with no comma,
        (CUT_BY_TITLE.replace(TITLE, "老街楼\n"), [10]),  # nor so narrow
        (CUT_BY_TITLE.replace(TITLE, "老街的楼里装上了电梯了啊\n"), [10]),  # nor so wide
        # A caption set wider than the column below a headline.
        (SIX + TITLE + SHOWN, [6, 1, 2]),
        # A headline that asks in its first line, where all paragraphs are indented.
        (SIX + "老街的楼装上电梯没有？\n" + TITLE + "\n" + DATED, [6, 2, 6]),
        # Lines narrower than any column show none.
        ("老街\n老街装上电梯楼A\n老街装上电梯楼A\n", [3]),
        # Western lines are not judged by their widths.
        ("Lift comes\nThe old street has a lift now.\n", [2]),
    ],
)
def test_where_a_stretch_is_cut(text: str, lengths: list[int]) -> None:
    assert sum(lengths) == sum(not line.isspace() and line != "" for line in text.split("\n"))
    assert parts(text) == lengths


@pytest.mark.parametrize("indent", ["　　", ""], ids=["indented", "flush"])
def test_a_page_without_blank_lines_is_cut_into_its_articles(indent: str) -> None:
    bodies = [column(*body, indent=indent) for body in (FERRY, LIFT)]
    text = "渡口通了渡船\n" + bodies[0] + TITLE + bodies[1]
    assert told(text) == [("report", "渡口通了渡船", FERRY), ("report", "老街装上电梯", LIFT)]


@pytest.mark.parametrize(
    ("signed", "below", "lengths"),
    [
        ("■ 林远", column(*LIFT, indent=""), [2, 6]),
        ("", column(*LIFT, indent=""), [8]),  # nobody signs it
    ],
)
def test_a_caption_over_the_rest_of_a_column(signed: str, below: str, lengths: list[int]) -> None:
    shown = "渡船靠岸，村民们排队上船，去对岸赶集，码头边的小店也开了张，\n生意一天比一天好。" + signed
    assert parts(shown + "\n" + below) == lengths


def test_what_goes_on_below_a_caption_is_no_headline() -> None:
    above = column(*FERRY[::-1])[:-6] + "\n"
    shown = column("渡船靠岸，村民们排队上船，去对岸赶集。", width=24)
    below = "往返八次两岸村民出门方便多\n了。\n" + column(*LIFT)
    assert parts("\n".join((above, shown, below))) == [5, 1, 8]
    ended = column(*FERRY[::-1])  # where nothing breaks off, the first line below is one
    assert parts("\n".join((ended, shown, "老街装上电梯\n" + column(*LIFT)))) == [6, 1, 1, 6]


def test_on_a_page_that_indents_paragraphs_a_column_need_not_show_it() -> None:
    """The last column has one paragraph; below it stands a headline, one line of which is as wide."""
    rest = "往返八次，两岸村民出门方便多了\n。\n两岸村民从此出门方便多了啊\n不用绕远路\n"
    many = column(*(LIFT * 3))
    assert parts(many + "\n" + rest) == [18, 2, 2]
    flush = column(*(LIFT * 3), indent="")
    assert parts(flush + "\n" + rest) == [len(flush.split("\n")) - 1, 4]


OPENED_FERRY = ["本报讯 " + FERRY[0], FERRY[1]]
SAYS_FERRY = "两岸村民出门方便赶集的人多起来"
"""As wide as the column."""


@pytest.mark.parametrize(
    ("line", "above", "lengths"),
    [
        (SAYS_FERRY, FLUSH_SIX, [6, 1, 6]),  # the headline of what stands above, close over another body
        ("六楼的居民从此不用再爬楼梯了呀", FLUSH_SIX, [6, 7]),
        ("两岸村民出门看星星数星星听流水", FLUSH_SIX, [6, 7]),  # less than half of it
        (SAYS_FERRY, FLUSH_SIX[:-2] + "\n", [6, 7]),  # nothing ends above
        ("两岸村民出门方便，赶集的人也多", FLUSH_SIX, [6, 7]),  # a sentence
    ],
)
def test_a_full_line_that_says_what_stands_above(line: str, above: str, lengths: list[int]) -> None:
    assert parts(f"{above}\n{line}\n{FLUSH_LAST}") == lengths


def test_a_full_line_that_says_what_stands_on_either_side() -> None:
    assert parts(f"{FLUSH_SIX}\n{SAYS_FERRY}\n{FLUSH_SIX}") == [6, 7]


def test_headlines_of_the_whole_page_close_under_its_last_body() -> None:
    titles = [
        "渡口通了渡船",
        "老街居民不用再爬楼梯",
        "家门口的新变化真不少",
        "春天里",
        "路灯和花坛都修好了",
        "赶集不绕路",
        "码头边的小店开了张啊",
    ]
    text = SIX + "".join(f"{title}\n" for title in titles)
    assert parts(text) == [6, 4, 3]
    assert parts(text + "\n本版编辑：林远\n")[:3] == [6, 4, 3]  # furniture may stand below


def test_a_signed_caption_close_over_a_headline() -> None:
    shown = "图为渡船靠岸，村民们排队上船。 记者 林远 摄\n"
    assert parts(shown + TITLE) == [1, 1]


def test_lines_of_one_width_are_no_list_of_headlines() -> None:
    verse = [
        "柳色渐深春水初生",
        "渡口的船靠了岸啊",
        "撑船的人回家去了",
        "灯火亮在河的对岸",
        "孩子们都睡着了吧",
        "风把门轻轻地关上",
        "夜就这样静了下来",
    ]
    text = FLUSH_SIX + "".join(f"{line}\n" for line in verse)
    assert parts(text)[0] == 13
