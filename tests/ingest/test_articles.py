"""Bodies put together: whose a byline between two is, and what goes on from where."""

from __future__ import annotations

import pytest

from tests.ingest.pages import column, page, read, told

UNSIGNED = "河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
SIGNED = "本报讯（记者周宁）" + UNSIGNED
FERRY = "撑船的老人说，孩子们上学再也不用绕远路，赶集的人也多了起来，码头边的小店重新开了张。"
OPENED = "本报讯（记者陈晓）老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。"
LIFT = "物业公司说，电梯的电费由各户分担，楼层越高分得越多，大家都觉得公平。"
ORCHARD = "果农们天不亮就下地摘苹果，装满一筐又一筐，合作社的车直接开到地头。"
F, L = "河湾渡口通了渡船", "老街居民不用再爬楼梯"


@pytest.mark.parametrize(
    ("above", "below", "bylines"),
    [
        (UNSIGNED, OPENED, ["记者 林远", "记者 陈晓"]),  # the one below names its own writer
        (SIGNED, OPENED, ["记者 周宁", "记者 林远"]),  # so does the one above
        (UNSIGNED, "本报讯 " + LIFT, ["", "记者 林远"]),  # neither does: a byline stands first
    ],
)
def test_whose_a_byline_between_two_bodies_is(above: str, below: str, bylines: list[str]) -> None:
    text = page(column(above, FERRY), "□记者 林远", column(below, LIFT), F, L)
    assert [article.byline or "" for article in read(text).articles] == bylines


def test_what_goes_on_from_another_page_is_an_article() -> None:
    rest = "（上接第一版）今年渡口修好，村里又买了两条渡船，撑船的是三个有经验的老人，轮流当班。"
    text = page(F, column(SIGNED, FERRY), column(rest), L, column(OPENED, LIFT))
    assert told(text) == [
        ("report", F, [SIGNED, FERRY]),
        ("report", None, [rest]),
        ("report", L, [OPENED, LIFT]),
    ]


FERRY_REST = "渡船上的人也多了起来，撑船的老人和赶集的村民都说，渡口码头边的小店该重新开张了。"
LIFT_REST = "楼层高的居民多分一些，物业公司和社区都说，电梯的电费要让大家觉得公平。"


@pytest.mark.parametrize(
    ("rest", "ferry"),
    [(FERRY_REST, True), (LIFT_REST, False)],
)
def test_of_two_that_break_off_what_follows_goes_on_with_the_one_it_speaks_of(rest: str, ferry: bool) -> None:
    """The stretch stands under a third article, whose paragraphs are indented as it is not."""
    cut = ["撑船的老人说，孩子们上学不用绕远路，赶集的人也", "物业公司的人说，电费让各户来分担，楼层高的人也"]
    text = page(
        F, column(SIGNED, cut[0]), L, column(OPENED, cut[1]), "苹果装满一筐又一筐",
        "□记者 高田\n" + column(ORCHARD), column(rest, indent=""),
    )  # fmt: skip
    assert told(text) == [
        ("report", F, [SIGNED, cut[0] + (rest if ferry else "")]),
        ("report", L, [OPENED, cut[1] + ("" if ferry else rest)]),
        ("report", "苹果装满一筐又一筐", [ORCHARD]),
    ]


def test_a_stretch_under_a_headline_goes_on_with_the_one_it_speaks_of() -> None:
    cut = ["撑船的老人说，孩子们上学不用绕远路，赶集的人也", "物业公司的人说，电费让各户来分担，楼层高的人也"]
    text = page(
        F, column(SIGNED, cut[0]), L, column(OPENED, cut[1]), "家门口的新变化", column(FERRY_REST, indent="")
    )
    assert [paragraphs for *_, paragraphs in told(text)] == [[SIGNED, cut[0] + FERRY_REST], [OPENED, cut[1]]]


@pytest.mark.parametrize(
    "own",
    [
        "果农们说，苹果一筐又一筐，合作社的车一早开到地头，直接拉走。",  # speaks of its own article
        "大伙儿心里乐开了花，逢人便讲，好年景全靠双手挣，往后更有盼头。",  # of neither
    ],
)
def test_a_paragraph_without_an_indent_stays_unless_it_speaks_of_what_breaks_off(own: str) -> None:
    cut = "撑船的老人说，孩子们上学不用绕远路，赶集的人也"
    orchard = "□记者 高田\n" + column(ORCHARD) + "\n" + column(own, indent="")
    text = page(F, column(SIGNED, cut), "苹果装满一筐又一筐", orchard)
    assert [paragraphs for *_, paragraphs in told(text)] == [[SIGNED, cut], [ORCHARD, own]]


@pytest.mark.parametrize("credit", ["（林远 摄）", "\n林远 摄"])
def test_a_picture_story_is_one_wherever_its_credit_stands(credit: str) -> None:
    shown = "渡船靠岸，村民下船到对岸的集镇上赶集，码头上十分热闹。"
    text = page("渡口的早晨", column(shown).rstrip("\n") + credit)
    assert [article.kind for article in read(text).articles] == ["photo"]
