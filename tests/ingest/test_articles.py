"""Bodies put together: whose a byline between two is, and what goes on from where."""

from __future__ import annotations

import pytest

from lctui.ingest.articles import take_apart
from lctui.ingest.blocks import find_blocks
from lctui.ingest.roles import measure, read_lines
from tests.ingest.pages import column, page, read, told

UNSIGNED = "河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
SIGNED = "本报讯（记者周宁）" + UNSIGNED
FERRY = "撑船的老人说，孩子们上学再也不用绕远路，赶集的人也多了起来，码头边的小店重新开了张。"
OPENED = "本报讯（记者陈晓）老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。"
LIFT = "物业公司说，电梯的电费由各户分担，楼层越高分得越多，大家都觉得公平。"
ORCHARD = "果农们天不亮就下地摘苹果，装满一筐又一筐，合作社的车直接开到地头。"
F, L = "河湾渡口通了渡船", "老街居民不用再爬楼梯"


MENTIONED = "本报讯 昨天，记者来到河湾村，渡口已经修好了，渡船每天往返八次。"
BRACKETED = "本报河湾讯（记者周宁 陈大山 通讯员李红）渡口昨天修好了。"
"""The bracket closes in the second line."""


@pytest.mark.parametrize(
    ("above", "below", "bylines"),
    [
        (UNSIGNED, OPENED, ["记者 林远", "记者 陈晓"]),  # the one below names its own writer
        (SIGNED, OPENED, ["记者 周宁", "记者 林远"]),  # so does the one above
        (BRACKETED, OPENED, ["记者 周宁 陈大山  通讯员 李红", "记者 林远"]),
        (MENTIONED, OPENED, ["记者 林远", "记者 陈晓"]),  # a reporter in the text signs nothing
        (UNSIGNED, "本报讯 " + LIFT, ["", "记者 林远"]),  # neither does: a byline stands first
    ],
)
def test_whose_a_byline_between_two_bodies_is(above: str, below: str, bylines: list[str]) -> None:
    text = page(column(above, FERRY), "□记者 林远", column(below, LIFT), F, L)
    assert [article.byline or "" for article in read(text).articles] == bylines


@pytest.mark.parametrize(
    ("before", "after", "bylines"),
    [
        ("", "\n", ["记者 林远", ""]),  # close under the one above, and apart from the one below
        ("\n", "\n", ["", "记者 林远"]),
        ("", "", ["", "记者 林远"]),
        ("\n", "", ["", "记者 林远"]),
    ],
)
def test_a_byline_goes_with_what_it_stands_close_to(before: str, after: str, bylines: list[str]) -> None:
    bodies = column(UNSIGNED, FERRY), column("本报讯 " + LIFT, ORCHARD)
    text = page(f"{bodies[0]}{before}□记者 林远\n{after}{bodies[1]}", F, L)
    assert [article.byline or "" for article in read(text).articles] == bylines


NEITHER, NOR = "春天里的好消息", "家门口的新变化"
"""What no body says a word of."""
FIRST, LAST = True, False
FERRY_BODY, LIFT_BODY = column(SIGNED, FERRY), column(OPENED, LIFT)
ORCHARD_BODY = column("本报讯 " + ORCHARD)


@pytest.mark.parametrize(
    ("parts", "before"),
    [
        # Headlines that say what stands above them stand last, wherever the page begins and ends …
        ([NEITHER, FERRY_BODY, F, LIFT_BODY, L, ORCHARD_BODY], LAST),
        ([ORCHARD_BODY, F, FERRY_BODY, L, LIFT_BODY, NEITHER], FIRST),
        ([NEITHER, FERRY_BODY, "渡口边的新变化", LIFT_BODY], LAST),  # a third of it is enough
        ([NEITHER, FERRY_BODY, "今春家门口的小店又有了许多新变化", LIFT_BODY], FIRST),  # and a word is not
        # … and where they say nothing, the two ends of the page tell.
        ([NEITHER, FERRY_BODY, NOR, LIFT_BODY], FIRST),
        ([FERRY_BODY, NEITHER, LIFT_BODY, NOR], LAST),
        # A headline at the edge has no other body to choose.
        ([NEITHER, FERRY_BODY, NOR, LIFT_BODY, L], FIRST),
        # What stands over a body without an opening is rather a subhead, and tells nothing.
        ([NEITHER, FERRY_BODY, "码头边的小店重新开张", column(ORCHARD), NOR, LIFT_BODY], FIRST),
        ([NEITHER, FERRY_BODY, "码头边的小店重新开张", ORCHARD_BODY, NOR, LIFT_BODY], LAST),
        # Two lines are no subhead.
        ([FERRY_BODY, f"{NEITHER}\n{F}", column(ORCHARD)], LAST),
        # A headline below an article with subheads speaks of any part of it.
        ([FERRY_BODY, NOR, column(ORCHARD), F, LIFT_BODY], LAST),
    ],
)
def test_where_a_page_sets_its_headlines(parts: list[str], before: bool) -> None:
    lines = read_lines(tuple(page(*parts).split("\n")), frozenset())
    layout = measure(lines)
    assert take_apart(find_blocks(lines, layout), layout).before is before


LEAD = "渡口修好了，渡船每天往返八次。村里的孩子和老人出门都方便多了，两岸的集市一天比一天热闹起来。"
PIECES = ["\n".join(lines) for lines in (column(LEAD).split("\n")[:2], column(LEAD).split("\n")[2:])]
BODY = ["往年这个时候，村民要绕二十里山路，赶一回集要大半天。", "今年村里又买了两条渡船，由老人轮流当班。"]


@pytest.mark.parametrize(
    ("lead", "paragraphs"),
    [
        ([column(LEAD)], [LEAD]),
        (PIECES, [LEAD]),  # a column ends in it
        ([column(LEAD), column(ORCHARD)], None),  # two paragraphs are an article
        ([column(LEAD, ORCHARD)], None),
    ],
)
def test_a_lead_between_a_headline_and_its_byline(lead: list[str], paragraphs: list[str] | None) -> None:
    found = told(page(F, *lead, "□记者 林远", column(*BODY), L, LIFT_BODY))
    if paragraphs is None:
        assert [article[2] for article in found[:2]] == [[LEAD, ORCHARD], BODY]
    else:
        assert found[0][2] == [*paragraphs, *BODY]


UNDER = [
    ["果农摘苹果", "□记者 高田", column(ORCHARD)],
    ["渡船靠岸", "□记者 陈晓", column(BODY[1])],
    ["小店开张", "□记者 周宁", column(FERRY)],
]
BETWEEN = ["小店开张", "第3版", "□记者 周宁", column(FERRY)]
ABOVE = [[L, column(LIFT), "□记者 李红"], ["集市热闹起来", column(LEAD), "□记者 郑启明"]]


@pytest.mark.parametrize(
    ("articles", "is_lead"),
    [
        (UNDER, True),  # three bylines under headlines show where the page sets them
        (UNDER[:2], False),
        ([*UNDER[:2], BETWEEN], True),  # a line of the folio between says nothing
        ([*UNDER, *ABOVE], True),
        ([*UNDER, *ABOVE, ["路灯亮了", column(LEAD), "□记者 高田"]], False),  # more of them elsewhere
    ],
)
def test_a_lead_over_a_subhead(articles: list[list[str]], is_lead: bool) -> None:
    others = [part for article in articles for part in article]
    found = told(page(F, column(LEAD), "□记者 林远", "从前绕山路", column(*BODY), *others))
    assert found[0][2] == ([LEAD, "# 从前绕山路", *BODY] if is_lead else [LEAD])


@pytest.mark.parametrize(
    ("articles", "opens"),
    [
        (UNDER, True),  # three bylines between headline and body show that the page sets them first
        (UNDER[:2], False),
        ([*UNDER[:2], ["□记者 周宁", column(FERRY)]], False),
        ([*UNDER, ABOVE[0]], False),  # and one below a body that it does not always
    ],
)
def test_a_byline_between_two_bodies_where_others_stand_first(articles: list[list[str]], opens: bool) -> None:
    """It stands close under the one above, and apart from the one below."""
    bodies = page(column(UNSIGNED, FERRY) + "□记者 林远", column("本报讯 " + LIFT, ORCHARD))
    text = page(F, bodies, *(part for article in articles for part in article))
    found = [article.byline or "" for article in read(text).articles][:2]
    assert found == (["", "记者 林远"] if opens else ["记者 林远", ""])


LABEL = "晚风絮语"


@pytest.mark.parametrize(
    ("parts", "labelled"),
    [
        # A page that sets headlines last: the label stands over its body all the same.
        ([FERRY_BODY, F, LABEL, LIFT_BODY, L], [None, LABEL]),
        ([FERRY_BODY, f"{F}\n{LABEL}", LIFT_BODY, L], [None, LABEL]),
        ([LABEL, FERRY_BODY, F, "河湾论坛", LIFT_BODY, L], [LABEL, "河湾论坛"]),
        # Where no body follows, it stands under its title.
        ([FERRY_BODY, F, LIFT_BODY, L, LABEL], [None, LABEL]),
    ],
)
def test_the_label_of_a_commentary_over_its_body(parts: list[str], labelled: list[str | None]) -> None:
    found = read(page(*parts)).articles
    assert [(article.column, article.kicker, article.title) for article in found] == [
        (label, None, title) for label, title in zip(labelled, (F, L), strict=True)
    ]


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


SHORT = "果农们摘苹果，装满一筐又一筐，合作社的车开到地头。"
CUT = "撑船的老人说，孩子们上学不用绕远路，赶集的人也"
SIGNATURE = "（曹军）"


@pytest.mark.parametrize(
    ("above", "short", "apart"),
    [
        ([SIGNED, FERRY], column(SHORT) + SIGNATURE, True),  # others have signed what stands above
        ([SIGNED, FERRY], column(SHORT) + "（曹军 陈晓）", True),
        (["本报讯 " + UNSIGNED, FERRY], column(SHORT) + SIGNATURE, False),  # nobody has
        ([SIGNED, CUT], column(SHORT) + SIGNATURE, False),  # what stands above breaks off
        ([SIGNED, FERRY], column(SHORT) + "\n" + SIGNATURE, False),  # it is not set close
        ([SIGNED, FERRY], column(SHORT) + "□曹军", False),  # nor in brackets
    ],
)
def test_names_in_brackets_sign_an_article_of_their_own(above: list[str], short: str, apart: bool) -> None:
    found = read(page(F, column(*above), short, L, LIFT_BODY)).articles
    assert [article.paragraphs[-1].text for article in found[:-1]] == (
        [above[-1], SHORT] if apart else [SHORT]
    )
    if apart:
        assert found[0].byline == "记者 周宁"
        assert (found[1].byline or "").startswith("记者 曹军")


def test_names_in_brackets_under_all_of_an_article_sign_it() -> None:
    found = told(page(F, column(SIGNED, SHORT) + SIGNATURE, L, LIFT_BODY))
    assert [article[2] for article in found] == [[SIGNED, SHORT], [OPENED, LIFT]]


SHOWN = "▲渡船靠岸，村民们排队上船，去对岸赶集。"


@pytest.mark.parametrize(
    ("shown", "own"),
    [
        (SHOWN, True),  # the arrow to a picture, whose story it is
        (SHOWN[1:], False),
        ("图为" + SHOWN[1:], False),
    ],
)
def test_a_byline_over_the_arrow_to_a_picture_signs_what_stands_below(shown: str, own: bool) -> None:
    text = page(F, column(UNSIGNED, FERRY) + "□记者 林远", column(shown), L, LIFT_BODY)
    assert [article.byline or "" for article in read(text).articles[:2]] == (
        ["", "记者 林远"] if own else ["记者 林远", ""]
    )


@pytest.mark.parametrize(
    ("further", "inside"),
    [
        ([column(FERRY)], [FERRY, "# 从前绕山路", *BODY]),  # the article goes on below the picture
        ([], []),  # what stands under a headline below a picture is its own
    ],
)
def test_a_subhead_in_what_goes_on_below_a_picture(further: list[str], inside: list[str]) -> None:
    found = told(page(F, column(SIGNED), column(SHOWN), *further, "从前绕山路", column(*BODY), L, LIFT_BODY))
    assert found[0] == ("report", F, [SIGNED, *inside])
    assert (("report", "从前绕山路", BODY) in found) is (not inside)


@pytest.mark.parametrize(
    ("shown", "kind"),
    [
        ("渡船靠岸，村民下船到对岸的集镇上赶集。图为活动现场。", "photo"),  # nobody signs it
        ("渡船靠岸，村民下船到对岸的集镇上赶集，码头上十分热闹。", "report"),
    ],
)
def test_a_caption_says_what_its_picture_shows(shown: str, kind: str) -> None:
    text = page(FERRY_BODY, F, column("3月5日，" + shown, indent=""), LIFT_BODY, L)
    assert read(text).articles[1].kind == kind


@pytest.mark.parametrize(
    ("end", "apart"),
    [
        ("（记者 林远）", True),  # a writer with a role ends the article, …
        (" ■ 林远", True),
        ("（林远）", False),  # … and names alone in brackets may be those of one brief among others
        ("", False),
    ],
)
def test_a_signature_that_ends_an_article(end: str, apart: bool) -> None:
    found = told(page(column(FERRY, UNSIGNED + end), column(LIFT, ORCHARD), F, L))
    assert [len(paragraphs) for *_, paragraphs in found] == ([2, 2] if apart else [4])


@pytest.mark.parametrize(("mark", "apart"), [("", True), ("●", False)])
def test_who_signs_an_item_of_a_list_ends_no_article(mark: str, apart: bool) -> None:
    text = page(column(f"{mark}{UNSIGNED}（记者 林远）"), column(mark + LIFT, ORCHARD), F, L)
    assert [len(paragraphs) for *_, paragraphs in told(text)] == ([1, 2] if apart else [3])


@pytest.mark.parametrize(
    ("byline", "above"),
    [
        ("（林远）", True),  # in brackets it signs the article above, wherever it stands
        ("（记者 林远）", True),
        ("□林远", False),
        ("□记者 林远", False),
    ],
)
def test_a_byline_in_brackets_signs_the_article_above(byline: str, above: bool) -> None:
    found = read(page(column(UNSIGNED, FERRY), byline, column(LIFT, ORCHARD), F, L)).articles
    assert [article.byline or "" for article in found] == (["记者 林远", ""] if above else ["", "记者 林远"])


@pytest.mark.parametrize(
    ("address", "opens"),
    [("编辑同志：", True), ("编辑部：", False), ("尊敬的市长：", False)],
)
def test_a_letter_is_an_article(address: str, opens: bool) -> None:
    found = told(page(column(UNSIGNED, FERRY), column(address + LIFT, ORCHARD), F, L))
    assert [len(paragraphs) for *_, paragraphs in found] == ([2, 2] if opens else [4])


@pytest.mark.parametrize(
    ("label", "begins", "labels"),
    [
        ("市场拾零", "●", True),  # the name of a column over its items, or over letters
        ("读者来信", "编辑同志：", True),
        ("市场拾零", "", False),  # over an article it may be the end of a headline
        ("渡口晨光", "●", False),  # no name of a column
    ],
)
def test_the_name_of_a_column_over_its_items(label: str, begins: str, labels: bool) -> None:
    """On a page that sets headlines last."""
    found = read(page(FERRY_BODY, F, label, column(begins + LIFT, ORCHARD), L)).articles
    assert [article.column for article in found] == [None, label if labels else None]
    assert (found[0].title == F) is labels


@pytest.mark.parametrize(
    ("second", "between", "whole"),
    [
        ("●" + ORCHARD, "（林远）\n", True),  # the next item stands right below
        (ORCHARD, "（林远）\n", False),  # no item does
        ("●" + ORCHARD, "□林远\n", False),  # not in brackets
        ("●" + ORCHARD, "（林远）\n\n", False),  # nor right below
    ],
)
def test_the_items_of_a_column_signed_one_by_one(second: str, between: str, whole: bool) -> None:
    """What signs an item does not sign the column."""
    text = page("市场拾零", column("●" + LIFT) + between + column(second), L, LIFT_BODY)
    assert (not read(text).articles[0].byline) is whole


def test_the_label_of_a_column_stays_with_what_turns_out_to_be_part_of_an_article() -> None:
    """Whatever the runs around it turn out to be, it is no furniture, and lines are told in order."""
    parts = [FERRY_BODY, f"{NOR}\n晚风絮语", column(ORCHARD), F, LIFT_BODY, L]
    issue = read(page(*parts))
    assert not issue.furniture
    assert all(list(a.headline_lines) == sorted(a.headline_lines) for a in issue.articles)


def test_furniture_inside_a_signature_stays_furniture() -> None:
    text = page(F, column("渡口通了。（本报记者"), "热线电话：0635-8517099\n孙滢春）", L, LIFT_BODY)
    assert [part.text for part in read(text.replace("\n\n热线", "\n热线")).furniture] == [
        "热线电话：0635-8517099"
    ]


PEN = "村里修路修桥，都是为了让人走得稳，日子好。"


@pytest.mark.parametrize(
    ("end", "label", "closed"),
    [
        (" （禾苗）", "河湾晨语", True),  # a pen name over the name of a column of commentaries ends one
        (" （禾苗）", "河湾渡口", False),
        ("", "河湾晨语", False),
    ],
)
def test_a_pen_name_over_the_name_of_its_column(end: str, label: str, closed: bool) -> None:
    text = page(FERRY_BODY, F, column(PEN + end), f"{label}\n\n路修好以后", column(LIFT, ORCHARD), L)
    lines = read_lines(tuple(text.split("\n")), frozenset())
    layout = measure(lines)
    draft = take_apart(find_blocks(lines, layout), layout).drafts[1]
    assert (draft.closed, draft.blocks[-1].last.ends) == (closed, closed or not end)
    named = [(one.column, one.byline) for one in read(text).articles]
    assert (("河湾晨语", "记者 禾苗") in named) is closed
