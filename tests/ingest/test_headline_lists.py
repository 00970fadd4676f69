"""The headlines of a page in one list: each row is such a list, and which of its lines each body gets."""

from __future__ import annotations

import pytest

from lctui.ingest.block import Block, Kind
from lctui.ingest.drafts import Draft
from lctui.ingest.headline_lists import close_cuts, divide_list
from lctui.ingest.heard import Heard
from lctui.ingest.params import PARAMS
from lctui.ingest.roles import read_lines
from lctui.ingest.wording import Wording
from tests.ingest.pages import column, page, read

BODIES = [
    "河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
    "撑船的老人说，孩子们上学再也不用绕远路，赶集的人也多了起来。",
    "老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。"
    "物业公司说，电梯的电费由各户分担。",
    "城南小学的操场昨天铺好了，孩子们课后踢球跳绳，再也不怕下雨天的泥水。"
    "校长说，操场傍晚也向附近的居民开放。",
    "果农们天不亮就下地摘苹果，装满一筐又一筐，合作社的车直接开到地头。今年苹果的价钱比去年好。",
    "图书馆的夜读室昨晚开灯，座位一百个，读者可以待到十点钟再回家。馆员说，夜读室备了热水和雨伞。",
]
F, L, S = "河湾渡口通了渡船", "老街居民不用再爬楼梯", "城南小学铺操场"
KICKERS = ["村民出门方便多了", "六楼居民乐开怀", "孩子课后踢球不怕雨", "今年价钱比去年好", "读者待到十点钟"]
TITLES = [F, L, S, "果农下地摘苹果", "图书馆夜读室开灯"]
N = ["好消息一个接一个", "家门口的新变化", "春天里的新气象", "往后还有盼头呢", "喜事接着喜事来"]
"""What no body says a word of."""
SIX = ["渡口昨天修好了", "渡船每天往返", "两岸村民出门方便", "撑船的老人说", "孩子们上学"]


@pytest.mark.parametrize(
    ("lines", "given"),
    [
        # By what they say, in the bodies' order or not; where that tells nothing, in their order.
        ([F, L, S], [[F], [L], [S]]),
        ([S, F, L], [[F], [L], [S]]),
        (N[:3], [[N[0]], [N[1]], [N[2]]]),
        (
            ["今春的新变化连着花坛", *N[1:3]],
            [["今春的新变化连着花坛"], [N[1]], [N[2]]],
        ),  # for more than a word
        # Lines that stand closer than others are of one headline.
        (["", *N[:2], "", N[2], "", N[3]], [N[:2], [N[2]], [N[3]]]),
        (["", N[0], "", *N[1:3], "", N[3]], [[N[0]], N[1:3], [N[3]]]),
        # So is what goes on in the next line, or with the one above.
        ([N[0], "——" + N[1], N[2], N[3]], [[N[0], "——" + N[1]], [N[2]], [N[3]]]),
        ([N[0] + "：", N[1], N[2], N[3]], [[N[0] + "：", N[1]], [N[2]], [N[3]]]),
        ([N[0], N[1] + "，", N[2], N[3]], [[N[0]], [N[1] + "，", N[2]], [N[3]]]),
        # What is so short is a part of one, and a column's label begins it.
        ([N[0], "新气象", N[1], N[2]], [[N[0]], ["新气象", N[1]], [N[2]]]),
        ([N[0], N[1], "市场拾零", N[2], N[3]], [N[:2], ["市场拾零", N[2]], [N[3]]]),
        (
            [N[0], "市场拾零", "好日子里渡船到", "老街装上新电梯", S],
            [[N[0]], ["市场拾零", "好日子里渡船到", "老街装上新电梯"], [S]],
        ),
        # Long headlines are rather two, and have four lines at most.
        (N, [[N[0]], N[1:3], N[3:]]),
        ([*SIX[:4], L, S], [SIX[:4], [L], [S]]),
        ([*SIX, L, S], [SIX[:4], [SIX[4], L], [S]]),
    ],
)
def test_a_list_is_divided_among_bodies(lines: list[str], given: list[list[str]]) -> None:
    read_so = read_lines(tuple(lines), frozenset())
    drafts = [Draft(0, [Block(Kind.PROSE, read_lines((body,), frozenset()))]) for body in BODIES[:3]]
    best = divide_list(read_so, range(3), drafts, Wording(drafts, Heard()), PARAMS)[0][1]
    found = {draft: [line.text for line in read_so[start:end]] for start, end, draft in best}
    assert [found.get(draft, []) for draft in range(3)] == given


def test_only_where_most_blank_lines_stand_a_cut_costs_nothing() -> None:
    assert close_cuts(read_lines((F, L, "", S), frozenset()), PARAMS) == [0.0, PARAMS.close_set, 0.0]
    assert close_cuts(read_lines((F, L, S), frozenset()), PARAMS) == [0.0, 0.0, 0.0]
    assert close_cuts(read_lines((F,), frozenset()), PARAMS) == [0.0]


def heads(text: str) -> list[list[str]]:
    """The headline lines of each article, in the order of their bodies."""
    lines = text.split("\n")
    return [[lines[number - 1] for number in article.headline_lines] for article in read(text).articles]


SET = [column("本报讯 " + body) for body in BODIES]
BOTH = [line for pair in zip(KICKERS, TITLES, strict=True) for line in pair]
ASTRAY = [TITLES[place] for place in (2, 0, 4, 1, 3)]


@pytest.mark.parametrize("lines", [TITLES, ASTRAY, BOTH])
@pytest.mark.parametrize("before", [True, False])
def test_headlines_before_or_after_all_bodies(lines: list[str], before: bool) -> None:
    text = page(*lines, *SET) if before else page(*SET, *lines)
    given = {given[-1]: given for given in heads(text)}
    assert given == {
        title: [kicker, title] if lines is BOTH else [title]
        for kicker, title in zip(KICKERS, TITLES, strict=True)
    }


def test_headlines_that_say_nothing_are_given_in_the_order_of_the_bodies_above_them() -> None:
    assert heads(page(*SET, *N)) == [[line] for line in N]


def test_a_caption_among_the_bodies_gets_none() -> None:
    shown = column("▲渡船靠岸，村民们排队上船，去对岸赶集。")
    text = page(*SET[:2], shown, *SET[2:4], *N[:4])
    assert heads(text) == [[N[0]], [N[1]], [], [N[2]], [N[3]]]


@pytest.mark.parametrize("before", [True, False])
def test_one_body_at_the_other_end_may_have_its_own(before: bool) -> None:
    first, last = [*ASTRAY[:2], *ASTRAY[3:]], TITLES[4]
    text = page(*first, *SET[:4], last, SET[4]) if before else page(SET[4], last, *SET[:4], *first)
    assert sorted(given for (given,) in heads(text)) == sorted(TITLES)


def bulk(count: int, each: int) -> str:
    """A page of so many bodies, each with characters of its own, and after them their headlines."""
    said = ["".join(chr(0x5300 + 16 * body + at) for at in range(16)) for body in range(count)]
    bodies = [
        column(f"本报讯 {one[:8]}，{one[8:]}，渡船靠岸，大家都说好。", "撑船的老人说往后更好。")
        for one in said
    ]
    return page(*bodies, *(line for one in said for line in (one[8:], one[:8])[-each:]))


@pytest.mark.parametrize(("count", "each", "divided"), [(30, 2, True), (31, 2, False), (41, 1, False)])
def test_so_many_lines_or_bodies_are_no_list_of_headlines(count: int, each: int, divided: bool) -> None:
    lengths = [len(article.headline_lines) for article in read(bulk(count, each)).articles]
    assert (lengths == [each] * count) is divided


SAME = [
    column("本报讯 渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。", "撑船的老人说往后更好。")
] * 6
"""Bodies that the headlines tell nothing of."""


@pytest.mark.parametrize("lines", [["渡口昨天修好", "渡船每天往返八次"] * 6, N[:4] * 3])
@pytest.mark.parametrize("before", [True, False])
def test_of_many_lines_each_of_like_bodies_gets_one_at_least(lines: list[str], before: bool) -> None:
    given = heads(page(*lines, *SAME) if before else page(*SAME, *lines))
    assert all(given)
    assert sum(map(len, given)) == len(lines)


FULL = N[:4] * 3
"""As many lines as three headlines may have."""


@pytest.mark.parametrize(("count", "lines"), [(3, FULL), (4, FULL[:11]), (6, FULL * 2)])
def test_the_first_of_many_lines_are_as_many_as_the_other_bodies_leave(count: int, lines: list[str]) -> None:
    drafts = [Draft(0, [Block(Kind.PROSE, read_lines((BODIES[0],), frozenset()))]) for _ in range(count)]
    best = divide_list(
        read_lines(tuple(lines), frozenset()), range(count), drafts, Wording(drafts, Heard()), PARAMS
    )[0][1]
    assert [end for _, end, _ in best][-1] == len(lines)
    assert sorted(draft for *_, draft in best) == list(range(count))


def test_more_lines_than_all_bodies_may_have_are_no_list() -> None:
    drafts = [Draft(0, [Block(Kind.PROSE, read_lines((body,), frozenset()))]) for body in BODIES[:3]]
    lines = read_lines((*FULL, N[4]), frozenset())
    assert divide_list(lines, range(3), drafts, Wording(drafts, Heard()), PARAMS) == []


FERRY_NEWS = "渡口边的好消息"
"""Of which the ferry's body alone says a word."""


@pytest.mark.parametrize(
    ("lines", "apart"),
    [
        ([N[2], FERRY_NEWS], False),  # the one body says nothing of the first: rather one headline
        ([N[2], N[3]], True),  # neither body says a word
        ([KICKERS[4], FERRY_NEWS], True),  # each says its own
    ],
)
def test_a_headline_of_which_a_body_says_nothing_beside_one_of_which_another_does(
    lines: list[str], apart: bool
) -> None:
    given = heads(page(SET[1], L, SET[4], SET[0], *lines))
    assert given == [[L], *([[line] for line in lines] if apart else [[], lines])]


@pytest.mark.parametrize(
    ("parts", "given"),
    [
        # The last headlines of a page may be those of bodies further down, …
        ([SET[2], *N[:3], SET[0], SET[4], SET[3]], [[], [N[0]], [N[1]], [N[2]]]),
        # … which others below them serve elsewhere.
        ([SET[2], *N[:2], SET[0], L, SET[1]], [[], N[:2], [L]]),
    ],
)
def test_bodies_further_down_than_the_last_headlines(parts: list[str], given: list[list[str]]) -> None:
    assert heads(page(*parts)) == given


def test_a_list_amid_the_page_is_of_the_bodies_above_it_and_the_next() -> None:
    text = page(*SET[:4], *ASTRAY[1:2], *[TITLES[place] for place in (2, 1, 3)], TITLES[4], SET[4])
    assert sorted(given for (given,) in heads(text)) == sorted(TITLES)


def test_a_line_that_a_list_leaves_over_a_body_is_a_subhead() -> None:
    parted = page(
        column("本报讯 " + BODIES[0]), "往后的日子", column("撑船的老人说，渡口通了船，大家都说好。")
    )
    text = page(parted, *SET[1:], *TITLES)
    assert heads(text) == [[title] for title in TITLES]


def test_what_is_set_aside_between_two_lines_parts_them() -> None:
    first, _, second = read_lines((F, "责任编辑：林远", L), frozenset())
    assert close_cuts([first, second, *read_lines((S,), frozenset())], PARAMS)[1] == 0.0
    assert close_cuts([first, second], PARAMS) == [0.0, 0.0]
