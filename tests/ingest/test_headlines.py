"""Which headline belongs to which body: each row is a page's headlines and where they go."""

from __future__ import annotations

from pathlib import Path

import pytest

from lctui.ingest.articles import take_apart
from lctui.ingest.block import Block, Kind
from lctui.ingest.blocks import find_blocks
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Run
from lctui.ingest.furniture import settle_furniture
from lctui.ingest.halves import claim_half, enclosed_subheads
from lctui.ingest.headline_options import may_lack_headline
from lctui.ingest.headlines import Matching, match_headlines, settled_heads
from lctui.ingest.lone_names import settle_bylines
from lctui.ingest.page import read_page
from lctui.ingest.roles import Layout, measure, read_lines
from tests.ingest.pages import SIGNED_FERRY as FERRY
from tests.ingest.pages import SIGNED_LIFT as LIFT
from tests.ingest.pages import column, page, read, told

PAGES = Path(__file__).parents[1] / "quality" / "pages"
F, L = "河湾渡口通了渡船", "老街居民不用再爬楼梯"
NEITHER = "春天里的好消息"
"""What no body says a word of."""
FOUR = ["孩子们上学也方便", "河湾的渡口", "通了渡船", "赶集不绕远路"]
THREE = ["老街的居民", "不用再爬楼梯", "路灯和花坛也修好了"]
NOT_COUNTED = "——路灯和花坛不算"
SAY_NOTHING = ["好消息一个接一个", "家门口的新变化", "春天里的新气象"]


def heads(text: str) -> list[list[str]]:
    """The headline lines of each article."""
    lines = text.split("\n")
    return [[lines[number - 1] for number in article.headline_lines] for article in read(text).articles]


@pytest.mark.parametrize(
    ("lines", "ferry", "lift"),
    [
        # Two bodies are followed by both headlines, in their order, or crossed where they say so.
        ([F, L], [F], [L]),
        ([L, F], [F], [L]),
        ([NEITHER, "家门口的新变化"], [NEITHER], ["家门口的新变化"]),
        (["家门口的新变化", F, NEITHER], ["家门口的新变化", F], [NEITHER]),  # not crossed for one of them
        # Long runs are divided too, each part by what it says.
        (FOUR + THREE, FOUR, THREE),
        (THREE + FOUR, FOUR, THREE),
        # More lines than a headline has are rather two.
        (
            ["楼层越高分得越多", "老街装上电梯", "家门口的新变化", "路灯和花坛修好了", NEITHER],
            ["楼层越高分得越多", "老街装上电梯", "家门口的新变化"],
            ["路灯和花坛修好了", NEITHER],
        ),
        # A headline so short is rather one line of another's.
        ([F, "今春第一件事", "老街装上电梯"], [F], ["今春第一件事", "老街装上电梯"]),
        # What begins as a subtitle does goes on with the line above, whatever it says.
        ([NEITHER, NOT_COUNTED, "路灯和花坛修好了"], [NEITHER, NOT_COUNTED], ["路灯和花坛修好了"]),
        ([NEITHER, NOT_COUNTED[2:], "路灯和花坛修好了"], [NEITHER], [NOT_COUNTED[2:], "路灯和花坛修好了"]),
        # A column's label begins a headline, and does not end one.
        ([NEITHER, "新春走基层", "六楼居民"], [NEITHER], ["新春走基层", "六楼居民"]),
        (["六楼居民", "市场拾零", "赶集的人多了"], ["市场拾零", "赶集的人多了"], ["六楼居民"]),
        # What ends in a colon goes on in the next line, whatever that says.
        (
            [NEITHER, "撑船老人感叹：", "日子好", "六楼居民"],
            [NEITHER, "撑船老人感叹：", "日子好"],
            ["六楼居民"],
        ),
        ([NEITHER, "撑船老人感叹", "日子好", "六楼居民"], [NEITHER, "撑船老人感叹"], ["日子好", "六楼居民"]),
        # Where nothing else tells, both have as many lines.
        ([F, *SAY_NOTHING], [F, SAY_NOTHING[0]], SAY_NOTHING[1:]),
        # A cut stands where most blank lines do.
        ([F, "", *SAY_NOTHING], [F], SAY_NOTHING),
        ([F, *SAY_NOTHING[:2], "", SAY_NOTHING[2]], [F, *SAY_NOTHING[:2]], SAY_NOTHING[2:]),
        # A headline names in its first line what it is about.
        ([NEITHER, "六楼居民"], [NEITHER], ["六楼居民"]),
    ],
)  # fmt: skip
def test_lines_below_two_bodies_are_divided_between_them(
    lines: list[str], ferry: list[str], lift: list[str]
) -> None:
    bodies = page(column(*FERRY), column(*LIFT))
    assert heads(bodies + "".join(f"\n{line}\n" if line else "\n" for line in lines)) == [ferry, lift]


SCHOOL = "本报讯（记者郑岚）城南小学的操场昨天铺好了，孩子们课后踢球跳绳，再也不怕下雨天的泥水。"


def test_three_lines_below_three_bodies_are_one_for_each() -> None:
    bodies = [column(*FERRY), column(*LIFT), column(SCHOOL)]
    assert heads(page(*bodies, *SAY_NOTHING)) == [[line] for line in SAY_NOTHING]


@pytest.mark.parametrize("place", [1, 2, 3])
def test_three_headlines_are_of_the_three_bodies_past_a_caption(place: int) -> None:
    parts = [column(*FERRY), column(*LIFT), column(SCHOOL)]
    parts.insert(place, column("▲渡船靠岸，村民们排队上船，去对岸赶集。"))
    lines: list[list[str]] = [[F], [NEITHER], ["城南小学铺好新操场"]]
    text = page(*parts, *(line for one in lines for line in one))
    lines.insert(place, [])
    assert heads(text) == lines


def test_lines_above_two_bodies_are_divided_between_them() -> None:
    assert sorted(heads(page(L, F, column(*FERRY), column(*LIFT)))) == sorted([[F], [L]])


LONG = "渡口通了渡船村民出门方便多了"
THEN = "往年这个时候，村民要绕二十里山路，赶一回集要大半天，孩子上学更是起早贪黑。"
NOW = "今年渡口修好，村里又买了两条渡船，撑船的是三个有经验的老人，轮流当班。"
ORCHARD = "果农们天不亮就下地摘苹果，装满一筐又一筐，合作社的车直接开到地头。"


WIDEST = "从前村民要绕二十里山路，赶一回集要大半天都不够用"
SUBHEAD, HEADLINE = True, False


@pytest.mark.parametrize(
    ("lines", "bodies", "subheads"),
    [
        # Where every article opens with a byline or a dateline, what does not stands under a subhead.
        (["从前绕山路", "如今坐渡船"], [THEN, NOW], SUBHEAD),
        (["如今坐渡船"], [NOW], SUBHEAD),  # one only, and what follows goes on about the ferry
        (["苹果装满一筐又一筐"], [ORCHARD], HEADLINE),  # one only, and it does not
        (["果农摘苹果"], [ORCHARD], HEADLINE),
        (["市场拾零"], [THEN], HEADLINE),  # the name of a column
        ([WIDEST], [NOW], SUBHEAD),
        (["你看" + WIDEST], [NOW], HEADLINE),  # too long
        # What is signed for itself is an article, where the one above is opened by its writer …
        (["如今坐渡船"], [NOW + "（林远）"], HEADLINE),
        # … and the last part of one where that is signed nowhere else
        (["从前绕山路", "如今坐渡船"], [THEN, NOW + "（林远）"], SUBHEAD),
    ],
)
def test_subheads_and_headlines(lines: list[str], bodies: list[str], subheads: bool) -> None:
    parts = [part for line, body in zip(lines, bodies, strict=True) for part in (line, column(body))]
    found = told(page(LONG, column(*FERRY), *parts, L, column(*LIFT)))
    if subheads:
        inside = [part for line, body in zip(lines, bodies, strict=True) for part in (f"# {line}", body)]
        assert found[0][1:] == (LONG, [*FERRY, *inside])
    assert [headline for _, headline, _ in found] == [LONG, *([] if subheads else lines), L]


SHOWN = "▲渡船靠岸，村民们排队上船，去对岸赶集。"
SIGNED_ORCHARD = "本报讯 " + ORCHARD + " ■ 林远"


@pytest.mark.parametrize(
    ("subheads", "between", "told_inside"),
    [
        (["一、从前绕山路", "二、如今坐渡船"], [column(SHOWN)], True),  # a caption cuts no list
        (["1.从前绕山路", "2.如今坐渡船"], [column(SHOWN)], True),
        # Without numbers too, where what the caption cuts stands under one itself …
        (["从前绕山路", "如今坐渡船"], [column(SHOWN)], True),
        (
            ["一、从前绕山路", "二、如今坐渡船"],
            ["果农摘苹果", column(SIGNED_ORCHARD)],
            False,
        ),  # an article does
    ],
)
def test_numbered_subheads_go_on_past_a_caption(
    subheads: list[str], between: list[str], told_inside: bool
) -> None:
    first, second = subheads
    parts = [LONG, column(*FERRY), first, column(THEN), *between, second, column(NOW), L, column(*LIFT)]
    inside = [f"# {second}", NOW] if told_inside else []
    assert told(page(*parts))[0] == ("report", LONG, [*FERRY, f"# {first}", THEN, *inside])


@pytest.mark.parametrize(
    ("others", "over_heads", "over_line", "is_subhead"),
    [
        ([], 2, 1, True),  # closer to what stands above it than any headline of the page
        ([], 1, 1, False),
        (["如今坐渡船"], 2, 2, False),  # as far as those, where another is closer
        (["如今坐渡船"], 1, 1, True),
    ],
)
def test_a_subhead_stands_closer_than_headlines(
    others: list[str], over_heads: int, over_line: int, is_subhead: bool
) -> None:
    line = "苹果装满一筐又一筐"
    parts = [LONG, column(*FERRY)]
    for other in others:
        parts += [other, column(NOW)]
    parts += ["\n" * (over_line - 1) + line, column(ORCHARD)]
    for title in ("老街装上电梯", "居民乐开了怀", "路灯也修好了", "花坛种上了花"):
        parts += ["\n" * (over_heads - 1) + title, column(*LIFT)]
    assert (f"# {line}" in told(page(*parts))[0][2]) is is_subhead


def test_a_headline_says_what_any_part_of_an_article_with_subheads_says() -> None:
    """Both stand below the second article; that of the first says what stands above its subheads."""
    parts = [column(*FERRY), "从前要绕山路", column(THEN), "如今坐渡船", column(NOW), column(*LIFT)]
    lines = read_lines(tuple(page(*parts, NEITHER, "两岸出门方便多了").split("\n")), frozenset())
    layout = measure(lines)
    sheet = take_apart(find_blocks(lines, layout), layout)
    found = match_headlines(sheet.drafts, sheet.runs, sheet.before, sheet.wording)
    assert len(found.subheads) == 2
    assert [[line.text for line in found.heads[draft]] for draft in (0, 3)] == [
        ["两岸出门方便多了"],
        [NEITHER],
    ]


@pytest.mark.parametrize(
    ("heads", "left"),
    [
        ({0: [0], 3: [1, 2]}, {0: [0], 1: [1, 2]}),
        ({2: [0], 3: [1, 2]}, {0: [0], 1: [1, 2]}),  # the headline of a part is its article's
        ({0: [0], 3: [1], 4: [2]}, {0: [0], 1: [1], 2: [2]}),
        ({3: [0, 1, 2]}, None),  # a report lacks one
        ({0: [0], 1: [1], 3: [2]}, None),  # two parts of one article have each its own
        ({0: [0, 1], 3: [2]}, None),  # from two places
    ],
)
def test_where_each_article_has_one_headline_none_is_sought_again(
    heads: dict[int, list[int]], left: dict[int, list[int]] | None
) -> None:
    body, *lines = read_lines((column(*FERRY), "渡口通了船", "两岸都方便", "老街装电梯"), frozenset())
    drafts = [Draft(at, blocks=[Block(Kind.PROSE, [body])]) for at in range(4)] + [Draft(4)]
    drafts[1].merged = drafts[2].merged = drafts[0]
    runs = [Run([Block(Kind.HEAD, lines[:1])]), Run([Block(Kind.HEAD, lines[1:])])]
    matching = Matching({draft: [lines[one] for one in ones] for draft, ones in heads.items()}, ())
    settled = settled_heads(matching, drafts, runs, before=False)
    assert settled == (
        None if left is None else {at: [lines[one] for one in ones] for at, ones in left.items()}
    )


@pytest.mark.parametrize(
    ("below", "body", "headline"),
    [
        ("河湾村渡口修好了", ORCHARD, "河湾村渡口修好了"),  # says what stands above it: the headline of that
        ("赶集的人多了", THEN, "赶集的人多了"),  # says rather that, although the stretch below is akin
        ("如今坐渡船", NOW, LONG),
    ],
)
def test_below_its_body_a_headline_is_no_subhead(below: str, body: str, headline: str) -> None:
    found = told(page(column(*FERRY), below, column(body), LONG, column(*LIFT), L))
    assert found[0][1] == headline


@pytest.mark.parametrize(
    ("title", "above", "half", "is_half"),
    [
        ("渡口通了渡船", "撑船的老人说孩子们", "村里买了两条", True),  # the column ends amid a paragraph
        ("渡口通了渡船", "撑船的老人说。", "村里买了两条", True),  # amid none: of one length to a hair
        ("渡口通了渡船", "撑船的老人说。", "村里买了两条船", False),  # else a subhead
        ("渡口通了渡船", "撑船的老人说。", "让村里人都坐船", True),  # goes on with the first half
        ("渡口通了渡船", "撑船的老人说。", "让村里人坐，让他坐", False),
        ("渡口通渡船", "撑船的老人说孩子们", "村里买了两条船", True),  # both so short that two more are few
        ("渡口通了三条渡船", "撑船的老人说孩子们", "村里买了渡", False),
        ("渡口从今天起通了渡船", "撑船的老人说孩子们", "村里三年买了两条渡船", False),  # no half is as long …
        (
            "渡口从今天起通了渡船",
            "撑船的老人说孩子们，",
            "村里三年买了两条渡船",
            True,
        ),  # … but inside a sentence
        ("渡口从今天起通了渡船", "撑船的老人说孩子们，", "村里三年，买了两条船", False),  # with no comma,
        ("渡口从今天起通了渡船", "撑船的老人说孩子们，", "村里三年,买了两条船", False),
        ("渡口从今天起通了渡船", "撑船的老人说孩子们，", "村里三年：买了两条船", False),
        ("渡口从今天起通了渡船", "撑船的老人说孩子们，", "村里三年一共买了两条大渡船", True),
        ("渡口从今天起通了渡船", "撑船的老人说孩子们，", "村里三年里一共买了两条大渡船", False),  # nor longer
    ],
)
def test_the_second_half_of_a_headline_set_over_a_column_break(
    title: str, above: str, half: str, is_half: bool
) -> None:
    head, *lines = read_lines((title, above, half, "也不用绕远路。"), frozenset())
    blocks = [Block(Kind.PROSE, [line]) for line in lines]
    draft = Draft(0, blocks=blocks, subheads=[blocks[1]])
    heads = [head]
    claim_half(draft, heads, Continuity(blocks, Layout(paragraphs=False, indents=False)))
    assert [line.text for line in heads] == [title, half][: 1 + is_half]
    assert len(draft.blocks) == 3 - is_half
    assert len(draft.subheads) == 1 - is_half


@pytest.mark.parametrize(
    ("half", "others", "in_headline"),
    [
        ("村里三年，买了船", 1, False),  # as the other subhead; what broke off above seemed to go on below
        ("二、村里买了船", 1, False),
        ("村里三年买了船", 1, True),
        ("村里三年，买了船", 0, True),  # there is no other
    ],
)
def test_what_stands_enclosed_in_a_healed_paragraph_may_be_one_subhead_more(
    half: str, others: int, in_headline: bool
) -> None:
    texts = ("渡口通了渡船", "撑船的老人说。", "孩子们上学", "赶集的人说，孩子们", half, "也不用绕远路。")
    lines = read_lines(texts, frozenset())
    blocks = [Block(Kind.PROSE, [line]) for line in lines]
    draft = Draft(
        0, blocks=[blocks[1], *blocks[2 : 2 + others], blocks[3], blocks[5]], subheads=blocks[2:][:others]
    )
    run = Run([blocks[4]], draft, draft)
    headlines = {0: [lines[0], lines[4]]}
    assert enclosed_subheads(headlines, [draft], [run]) == ([] if in_headline else [run])
    assert headlines[0] == [lines[0], *([lines[4]] if in_headline else [])]


def test_a_headline_enclosed_in_its_own_body_is_no_subhead() -> None:
    lines = read_lines(
        ("撑船的老人说。", "孩子们上学", "赶集的人说，孩子们", "村里三年，买了船", "也不用绕远路。"),
        frozenset(),
    )
    blocks = [Block(Kind.PROSE, [line]) for line in lines]
    draft = Draft(0, blocks=[*blocks[:3], blocks[4]], subheads=[blocks[1]])
    headlines = {0: [lines[3]]}
    assert enclosed_subheads(headlines, [draft], [Run([blocks[3]], draft, draft)]) == []
    assert headlines[0] == [lines[3]]


@pytest.mark.parametrize(
    ("first", "second", "half"),
    [
        ("撑船的老人说孩子们，", "赶集的人也多了。", 0),  # of two that one which stands inside a sentence
        ("撑船的老人说。", "赶集的人也多了，", 1),
        ("撑船的老人说孩子们，", "赶集的人也多了，", None),  # not both
        ("撑船的老人说。", "赶集的人也多了。", None),
    ],
)
def test_of_two_subheads_one_may_be_the_second_half_of_the_headline(
    first: str, second: str, half: int | None
) -> None:
    texts = (first, "村里三年买了两条渡船", second, "码头边开了三家小店", "也不用绕远路。")
    head, *lines = read_lines(("渡口从今天起通了渡船", *texts), frozenset())
    blocks = [Block(Kind.PROSE, [line]) for line in lines]
    subheads = [blocks[1], blocks[3]]
    draft = Draft(0, blocks=list(blocks), subheads=list(subheads))
    heads = [head]
    claim_half(draft, heads, Continuity(blocks, Layout(paragraphs=False, indents=False)))
    taken = [] if half is None else [subheads[half]]
    assert heads == [head, *(block.first for block in taken)]
    assert draft.subheads == [block for block in subheads if block not in taken]
    assert draft.blocks == [block for block in blocks if block not in taken]


def test_a_caption_that_is_signed_stands_under_no_subhead() -> None:
    shown = "4月2日，渡船停靠在渡口，村民排队上船。（林远）"
    parts = ["从前绕山路", column(THEN), "如今坐渡船", column(shown)]
    found = told(page(LONG, column(*FERRY), *parts, L, column(*LIFT)))
    assert found[:2] == [
        ("report", LONG, [*FERRY, "# 从前绕山路", THEN]),
        ("report", "如今坐渡船", [shown]),
    ]


def test_a_story_signed_first_has_its_headline_where_headlines_stand_first() -> None:
    story = "□记者 高田\n" + column(NOW)
    found = told(page(LONG, column(*FERRY), "渡船靠岸", L, story, column(*LIFT)))
    assert [headline for _, headline, _ in found] == [LONG, "渡船靠岸", L]


@pytest.mark.parametrize(
    ("text", "opened", "may"),
    [
        ("（上接第一版）" + NOW, True, True),  # its headline stands there
        (NOW, True, True),  # as short as a caption
        (NOW, False, False),  # neither opened nor closed: hardly one
        (NOW * 8, True, False),
        ("本报讯 " + NOW, True, False),
    ],
)
def test_what_may_lack_a_headline(text: str, opened: bool, may: bool) -> None:
    lines = read_lines((text,), frozenset())
    assert may_lack_headline(Draft(0, blocks=[Block(Kind.PROSE, lines)], opened=opened)) is may


PLAIN_FERRY = [FERRY[0].removeprefix("本报讯（记者周宁）"), FERRY[1]]
AKIN = "渡口修好以前，撑船的老人每天往返，两岸村民出门不方便，孩子们上学要绕远路，赶集的人也少。"
"""Goes on about the ferry."""
OTHERS = [
    ("老街居民不用再爬楼梯", LIFT[0].removeprefix("本报讯（记者陈晓）"), LIFT[1], "陈晓"),
    ("城南小学铺好新操场", SCHOOL.removeprefix("本报讯（记者郑岚）"), "操场周末也开放。", "郑岚"),
    ("果农天不亮下地摘苹果", ORCHARD, "合作社今年卖出苹果三百吨，比去年多一倍。", "林远"),
    ("河边新桥完工通车", "新桥昨天完工，往返由半小时缩短到五分钟。", "桥头修了停车场。", "高田"),
]


@pytest.mark.parametrize(
    ("others", "mark", "subhead"),
    [
        (
            OTHERS,
            " ■ {}",
            True,
        ),  # a page that signs its articles at their ends: what is not stands over a subhead
        (OTHERS, "（{}）", True),
        (OTHERS[:2], " ■ {}", False),  # three do not show it
        (OTHERS, "", False),
    ],
)
def test_subheads_where_articles_are_signed_at_their_ends(
    others: list[tuple[str, str, str, str]], mark: str, subhead: bool
) -> None:
    parts = [LONG, column(*PLAIN_FERRY), "家门口的新变化", column(AKIN + mark.format("周宁"))]
    for title, first, last, name in others:
        parts += [title, column(first, last + mark.format(name))]
    inside = [text for *_, paragraphs in told(page(*parts)) for text in paragraphs if text[0] == "#"]
    assert inside == ["# 家门口的新变化"] * subhead


def test_a_headline_in_the_middle_of_a_body_may_be_that_of_the_body_below() -> None:
    """It says all of what that says, on a page that sets headlines last."""
    cut = "撑船的老人说，孩子们上学不用绕远路，赶集的人也"
    rest = "多了起来，码头边的小店重新开了张，大家都说好。"
    line = "楼的居民不用再爬楼梯"
    text = page(column(FERRY[0], cut), line, column(rest, indent=""), column(*LIFT), F)
    assert [headline for _, headline, _ in told(text)] == [F, line]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([], [NOW]),  # the caption cuts what its own byline opens
        (["从前绕山路", column(THEN)], [NOW + "（林远）"]),  # what goes on below is signed
    ],
)
def test_what_a_caption_cuts_and_no_subhead_ties(above: list[str], below: list[str]) -> None:
    parts = [LONG, column(*FERRY), *above, column(SHOWN), "如今坐渡船", column(*below), L, column(*LIFT)]
    assert "如今坐渡船" in [headline for _, headline, _ in told(page(*parts))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一条船", "带活一个村"),  # halves of a few characters need not be of one length
        ("渡口通了渡船", "孩子不用绕路"),
    ],
)
def test_the_halves_of_a_headline_inside_a_cut_paragraph(first: str, second: str) -> None:
    cut, rest = FERRY[1][:20], FERRY[1][20:]
    shown = column("4月2日，" + SHOWN[1:] + " ■ 林远 摄")
    parts = [first, column(FERRY[0], cut), second, column(rest, indent=""), shown, L, column(*LIFT)]
    (ferry, *_) = told(page(*parts))
    assert ferry[1:] == (f"{first} {second}", FERRY)


def test_the_name_of_a_column_between_two_headlines_heads_the_second() -> None:
    """经济信息 over its title, below a title of the body above."""
    text = page(column(*FERRY), LONG, column(ORCHARD), "果农摘苹果", "生活信息", L, column(*LIFT))
    assert [headline for _, headline, _ in told(text)][-1:] == ["生活信息 " + L]


@pytest.mark.parametrize(
    ("gap", "ferry", "lift"),
    [
        ("", [F], [NEITHER]),  # a headline stands close to its own body, and apart from the other one
        ("\n", [F, NEITHER], []),  # where it stands close to none, the page's convention tells
    ],
)
def test_a_headline_close_to_its_body(gap: str, ferry: list[str], lift: list[str]) -> None:
    assert heads(page(column(*FERRY), F, NEITHER + "\n" + gap + column(*LIFT))) == [ferry, lift]


def test_a_page_of_both_kinds() -> None:
    # Where two headlines surely stand behind their bodies and most before, a third may as well.
    said = [
        ("操场风筝飞得很高", "操场风筝飞得很高，学生们说风筝是自己做的，老师教了三天。"),
        ("苹果装满了一筐", "果农天不亮就下地摘苹果，苹果装满了一筐又一筐，合作社来收。"),
        ("图书馆亮着灯", "图书馆亮着灯，一直亮到晚上十点，读书的人坐满了大厅，馆员说不累。"),
        ("村口搭起了戏台", "村口搭起了戏台，剧团唱了三天大戏，老人们搬着板凳来听戏。"),
    ]
    bodies = [column("本报讯 " + body, "大家都说好。") for _, body in said]
    titles = [title for title, _ in said]
    text = page(
        L,
        column(*LIFT),
        F,
        column(*FERRY),
        bodies[0],
        titles[0],
        bodies[1],
        titles[1],
        titles[2],
        bodies[2],
        titles[3],
        bodies[3],
    )
    assert heads(text) == [[L], [F], *([title] for title in titles)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("yulin-2025", "老戏新唱 年轻人追着看"),  # no half of it is that of the picture story inside the body
        ("xinjiang-list-2022", "雪山下的41本诊疗日记"),  # its subheads are not asked what a list says
    ],
)
def test_a_headline_of_a_labelled_page(name: str, title: str) -> None:
    data = (PAGES / f"{name}.txt").read_bytes()
    titles = [article.title for article in read_page(data, source="page.txt", id="page").articles]
    assert title in titles


@pytest.mark.parametrize(
    ("name", "mixed"), [("railway-2004", True), ("coal-2024", True), ("dongtai-2019", False)]
)
def test_whether_a_page_has_both_kinds(name: str, mixed: bool) -> None:
    lines = read_lines(tuple((PAGES / f"{name}.txt").read_text(encoding="utf-8").split("\n")), frozenset())
    settle_furniture(lines)
    settle_bylines(lines)
    layout = measure(lines)
    assert take_apart(find_blocks(lines, layout), layout).mixed is mixed
