"""Captions among bodies: each row is one, or what only looks like one, under the first of two articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lctui.ingest.blocks import find_blocks
from lctui.ingest.boxes import mark_boxes
from lctui.ingest.captions import set_apart
from lctui.ingest.roles import measure, read_lines
from tests.ingest.pages import SIGNED_FERRY as FERRY
from tests.ingest.pages import SIGNED_LIFT as LIFT
from tests.ingest.pages import column, page, read, told

SHOWN = "渡船靠岸，村民们排队上船，去对岸赶集。"
SIGNED = SHOWN + "林远 摄"


def told_as(shown: str) -> str:
    """The text of a caption with its credit; the blank before what was done is not of the text."""
    return shown.replace("林远 摄", "林远摄")


@pytest.mark.parametrize(
    "shown",
    [
        "▲" + SHOWN,  # an arrow to the picture
        "图为" + SHOWN,
        "左图：" + SHOWN,
        "图①" + SHOWN,
        SIGNED,
        SHOWN + "（林远 摄）",
        SHOWN + "（资料图片）",  # signed by nobody, and a picture's all the same
        "▲" + SHOWN * 13,  # as long as one may be
    ],
)
@pytest.mark.parametrize(
    "set_in",
    [
        lambda shown: page("渡口通了渡船", column(*FERRY), column(shown), "老街装上电梯", column(*LIFT)),
        # close under the body: its indent tells
        lambda shown: page("渡口通了渡船", column(*FERRY, shown), "老街装上电梯", column(*LIFT)),
        # … or the room that the paragraph above leaves
        lambda shown: page(
            "渡口通了渡船", column(*FERRY, shown, indent=""), "老街装上电梯", column(*LIFT, indent="")
        ),
        # a blank line after each line of the column
        lambda shown: page(
            "渡口通了渡船",
            *column(*FERRY, shown, indent="").splitlines(),
            "老街装上电梯",
            *column(*LIFT, indent="").splitlines(),
        ),
    ],
    ids=["apart", "close", "flush", "spread"],
)
def test_a_caption_is_set_apart(shown: str, set_in: Callable[[str], str]) -> None:
    found = told(set_in(shown))
    assert found[:2] == [("report", "渡口通了渡船", FERRY), ("photo", None, [told_as(shown)])]
    assert [headline for _, headline, _ in found[2:]] == ["老街装上电梯"]


@pytest.mark.parametrize(
    ("shown", "credit", "byline"),
    [
        (SHOWN, "林远 摄", "摄 林远"),
        (SHOWN, "本报记者 林远 摄", "记者 林远"),
        ("4月2日，" + SHOWN, "■ 林远", "记者 林远"),  # names alone, under what begins as captions do
        ("▲" + SHOWN, "■ 林远", "记者 林远"),
    ],
)
def test_a_credit_on_its_own_line_goes_to_the_caption(shown: str, credit: str, byline: str) -> None:
    text = page("渡口通了渡船", column(*FERRY), column(shown) + credit, "老街装上电梯", column(*LIFT))
    assert told(text) == [
        ("report", "渡口通了渡船", FERRY),
        ("photo", None, [shown]),
        ("report", "老街装上电梯", LIFT),
    ]
    assert [article.byline for article in read(text).articles] == ["记者 周宁", byline, "记者 陈晓"]


@pytest.mark.parametrize(
    "paragraph",
    [
        SHOWN,
        "▲" + SHOWN * 14,  # longer than any caption
        SHOWN + "上图为航线。",  # names a picture, but does not begin so
        "渡船停在图为村。",
    ],
)
def test_what_is_no_caption_stays_in_the_body(paragraph: str) -> None:
    text = page("渡口通了渡船", column(*FERRY), column(paragraph), "老街装上电梯", column(*LIFT))
    assert told(text) == [
        ("report", "渡口通了渡船", [*FERRY, paragraph]),
        ("report", "老街装上电梯", LIFT),
    ]


ITEMS = ["▲周一到周五，渡船每天往返八次。", "▲周末和节日，渡船每天往返十二次，末班开到晚上九点。"]


def test_items_of_a_list_are_no_captions() -> None:
    text = page("渡口通了渡船", column(*FERRY), *map(column, ITEMS), "老街装上电梯", column(*LIFT))
    assert told(text)[0] == ("report", "渡口通了渡船", [*FERRY, *ITEMS])


def test_what_names_the_picture_is_a_caption_among_items_too() -> None:
    shown = "▲图为" + SHOWN
    text = page(
        "渡口通了渡船", column(*FERRY), column(shown), column(ITEMS[1]), "老街装上电梯", column(*LIFT)
    )
    assert told(text)[:2] == [
        ("report", "渡口通了渡船", [*FERRY, ITEMS[1]]),
        ("photo", None, [shown]),
    ]


def test_what_stands_below_a_caption_goes_on_with_the_article_where_headlines_stand_first() -> None:
    text = page(
        "渡口通了渡船", column(FERRY[0]), column("▲" + SHOWN), column(FERRY[1]), "老街装上电梯", column(*LIFT)
    )
    assert told(text) == [
        ("report", "渡口通了渡船", FERRY),
        ("photo", None, ["▲" + SHOWN]),
        ("report", "老街装上电梯", LIFT),
    ]


def test_what_stands_below_a_caption_begins_an_article_where_headlines_stand_last() -> None:
    body = "电梯的电费由各户分担，楼层越高分得越多。"
    above = page(column(*FERRY), "渡口通了渡船")
    text = page(above, column("▲" + SHOWN), column(body), "老街电费怎么分")
    assert told(text)[-2:] == [("photo", None, ["▲" + SHOWN]), ("report", "老街电费怎么分", [body])]


def test_a_caption_inside_an_article_divides_it_nowhere() -> None:
    for heads in ("", "老街装上电梯"), ("老街装上电梯", ""):
        first, last = heads
        below = column("物业公司说，电梯的电费由各户分担，楼层越高分得越多。")
        text = page(first, column(*LIFT), column("▲" + SHOWN), below, last).strip()
        found = told(text)
        assert [(kind, title) for kind, title, _ in found] in (
            [("report", "老街装上电梯"), ("photo", None)],
            [("photo", None), ("report", "老街装上电梯")],
        )


@pytest.mark.parametrize("shown", ["左图：" + SHOWN, SIGNED])
def test_under_its_own_headline_a_caption_is_a_story(shown: str) -> None:
    text = page("渡船靠岸", column(shown), "老街装上电梯", column(*LIFT))
    assert [article[1:] for article in told(text)] == [
        ("渡船靠岸", [told_as(shown)]),
        ("老街装上电梯", LIFT),
    ]


def test_under_the_headline_of_the_article_above_it_is_none() -> None:
    text = page(column(*FERRY), "渡口通了渡船", column("左图：" + SHOWN), column(*LIFT), "老街装上电梯")
    assert told(text) == [
        ("report", "渡口通了渡船", FERRY),
        ("photo", None, ["左图：" + SHOWN]),
        ("report", "老街装上电梯", LIFT),
    ]


@pytest.mark.parametrize("between", [[], ["22..55亿元亿元"]], ids=["right below", "below a box"])
def test_a_byline_above_signs_it(between: list[str]) -> None:
    text = page("渡口通了渡船", column(*FERRY), "□记者 高田", *between, column("左图：" + SHOWN))
    text += "\n" + page("老街装上电梯", column(*LIFT))
    assert [article.byline for article in read(text).articles] == ["记者 周宁", "记者 高田", "记者 陈晓"]


def test_a_caption_at_the_head_of_a_page() -> None:
    text = page(column("左图：" + SHOWN), "渡口通了渡船", column(*FERRY), "老街装上电梯", column(*LIFT))
    assert told(text) == [
        ("photo", None, ["左图：" + SHOWN]),
        ("report", "渡口通了渡船", FERRY),
        ("report", "老街装上电梯", LIFT),
    ]


BROKEN = "本报讯 渡口昨天修好了，村里人都到岸边来看，孩子们最高兴，老人也"


@pytest.mark.parametrize(
    ("below", "apart"),
    [
        ("左图上的渡船可作证，不绕远路了。", False),  # the rest of what breaks off above
        ("　　左图上的渡船可作证，不绕远路了。", True),  # an indent begins another paragraph
        ("▲" + SHOWN, True),  # begins as nothing but captions do
    ],
)
def test_under_a_body_that_breaks_off(below: str, apart: bool) -> None:
    text = page("渡口通了渡船", column(BROKEN), column(below, indent=""), "老街装上电梯", column(*LIFT))
    expected = [[BROKEN], [below.strip()]] if apart else [[BROKEN + below]]
    assert [paragraphs for *_, paragraphs in told(text)[:-1]] == expected


CUT = "撑船的老人说，孩子们上学再也不用绕远路，赶集的人"
"""A paragraph that breaks off."""
FULL = "渡口是去年冬天由村里动工的，到了今年的春天才终于全部修好完工。"
"""A paragraph whose last line leaves no room, in a column without indents."""
HEAD, DAY = "渡口通了渡船", "4月2日，"
UNSIGNED = column("本报讯 " + FERRY[1])
TWICE = ["　　4月2日，村民们坐上渡船。\n", "4月2日，孩子们坐船去对岸上学，\n心里高兴。林远摄"]
TWICE.append(TWICE[1].replace("\n", ""))
FIRST, LAST = True, False
"""Where the page sets its headlines."""


@pytest.mark.parametrize(
    ("text", "before", "captions"),
    [
        (page(HEAD, column(*FERRY), column("本报河湾讯 " + SIGNED)), FIRST, []),  # opens an article
        # What stands above it.
        (page(column("左图：" + SHOWN), HEAD, column(*FERRY)), FIRST, ["左图：" + SHOWN]),
        (page(column(*FERRY), HEAD, column("左图：" + SHOWN)), FIRST, []),
        (page(column(*FERRY), HEAD, column("左图：" + SHOWN)), LAST, ["左图：" + SHOWN]),
        (page(HEAD, column(*FERRY), "□记者 高田", column("左图：" + SHOWN)), LAST, []),
        (page(HEAD, column(*FERRY), "22..55亿元亿元", column("左图：" + SHOWN)), FIRST, ["左图：" + SHOWN]),
        (
            page(HEAD, column(*FERRY), "▲渡船靠岸，村民上船", column("左图：" + SHOWN)),
            FIRST,
            ["▲渡船靠岸，村民上船", "左图：" + SHOWN],  # another, which no full stop ends
        ),
        # Who signs it: a photographer at any distance …
        (page(HEAD, column(*FERRY), column(SHOWN), "本报记者 林远 摄"), FIRST, [SHOWN]),
        # … names alone close under what begins as captions do …
        (page(HEAD, column(*FERRY), column(DAY + SHOWN) + "■ 林远"), FIRST, [DAY + SHOWN]),
        (page(HEAD, column(*FERRY), column(DAY + SHOWN), "■ 林远"), FIRST, []),
        (page(HEAD, column(*FERRY), column(SHOWN) + "■ 林远"), FIRST, []),
        # … and not as close over a body that may be theirs
        (page(HEAD, column(*FERRY), column(DAY + SHOWN) + "■ 林远\n" + column(LIFT[1])), FIRST, []),
        (page(HEAD, column(*FERRY), column(DAY + SHOWN) + "■ 林远", column(LIFT[1])), FIRST, [DAY + SHOWN]),
        (page(HEAD, column(*FERRY), column(DAY + SHOWN) + "■ 林远\n" + column(*LIFT)), FIRST, [DAY + SHOWN]),
        (page(HEAD, column(*FERRY), column(SHOWN + "（林远）")), FIRST, []),  # a writer in brackets
        # … nor under what they may have written: a body of its measure that nobody has signed
        (page(HEAD, UNSIGNED, column(DAY + SHOWN) + "■ 林远"), FIRST, []),
        (page(HEAD, column(FERRY[1]), column(DAY + SHOWN) + "■ 林远"), FIRST, []),
        (page(HEAD, column("本报讯 " + FERRY[1], DAY + SHOWN) + "■ 林远"), FIRST, []),
        (page(HEAD, "□记者 高田", column(FERRY[1]), column(DAY + SHOWN) + "■ 林远"), FIRST, [DAY + SHOWN]),
        (page(HEAD, UNSIGNED, column(DAY + SHOWN * 2, width=24) + "■ 林远"), FIRST, [DAY + SHOWN * 2]),
        (
            page(HEAD, UNSIGNED, column("▲" + SHOWN), column(DAY + SHOWN) + "■ 林远"),
            FIRST,
            ["▲" + SHOWN, DAY + SHOWN],
        ),
        (page(column(DAY + SHOWN) + "■ 林远", HEAD, UNSIGNED), FIRST, [DAY + SHOWN]),
        # A credit apart from both goes with the one above, unless an arrow points from the one below.
        (page(HEAD, column(*FERRY), column(SHOWN), "本报记者 林远 摄", column(LIFT[1])), FIRST, [SHOWN]),
        (page(HEAD, column(*FERRY), column(SHOWN), "本报记者 林远 摄", column("▶" + LIFT[1])), FIRST, []),
        # A byline goes with what it is set close to, and no caption breaks off.
        (page(HEAD, column(*FERRY), column(SHOWN), "本报记者 林远 摄\n" + column(LIFT[1])), FIRST, []),
        (page(HEAD, column(*FERRY), column(SHOWN[:-1]) + "本报记者 林远 摄"), FIRST, []),
        # Under a body that breaks off, an indent shows that another paragraph begins; …
        (page(HEAD, column(BROKEN), column("左图：" + SHOWN)), FIRST, ["左图：" + SHOWN]),
        (page(HEAD, column(BROKEN), column("左图：" + SHOWN, indent="")), FIRST, []),
        # … set close, it does where a photographer is named below, in a column with indents.
        (page(HEAD, column(FERRY[0], CUT, SHOWN) + "林远 摄"), FIRST, [SHOWN]),
        (page(HEAD, column(FERRY[0], CUT, "左图：" + SHOWN)), FIRST, []),
        (page(HEAD, column(FERRY[0], CUT, "左图：" + SHOWN), "□记者 高田"), FIRST, []),
        (
            page(HEAD, column(FERRY[0], CUT) + column(DAY + SHOWN, indent="") + "林远 摄"),
            FIRST,
            [CUT + DAY + SHOWN],  # no indent cuts it
        ),
        (page(HEAD, column(FERRY[0] + CUT, indent="") + column(SHOWN) + "林远 摄"), FIRST, []),
        # Where nothing is indented, what begins as captions do cuts it.
        (page(HEAD, column(FERRY[0], CUT, DAY + SHOWN, indent="") + "林远 摄"), FIRST, [DAY + SHOWN]),
        (page(HEAD, column(FERRY[0], CUT, "▲" + SHOWN, indent="") + "林远 摄"), FIRST, ["▲" + SHOWN]),
        (page(HEAD, column(FERRY[0], CUT, SHOWN, indent="") + "林远 摄"), FIRST, [CUT + SHOWN]),
        # Items of a list, set close.
        (page(HEAD, column(*FERRY, *ITEMS)), FIRST, []),
        # Where it begins: two sentences, each of which could open one, are one caption.
        (page(HEAD, column(*FERRY), TWICE[0] + TWICE[1]), FIRST, ["4月2日，村民们坐上渡船。" + TWICE[2]]),
        (page(HEAD, column(*FERRY), TWICE[0] + "　　" + TWICE[1]), FIRST, [TWICE[2]]),  # indented too
        (page(HEAD, column(*FERRY, indent=""), TWICE[0].strip("　") + TWICE[1]), FIRST, [TWICE[2]]),
        (page(HEAD, column(*FERRY), "　　村民们坐上了渡船。\n" + TWICE[1]), FIRST, [TWICE[2]]),
        (page(HEAD, column(*FERRY, FULL, "▲" + SHOWN, indent="")), FIRST, ["▲" + SHOWN]),
        (page(HEAD, column(*FERRY, FULL, "左图：" + SHOWN, indent="")), FIRST, []),  # nothing shows that
        (
            page(HEAD, *column(*FERRY, FULL, "左图：" + SHOWN, indent="").splitlines()),
            FIRST,
            ["左图：" + SHOWN],
        ),
    ],
)  # fmt: skip
def test_which_blocks_are_captions(text: str, before: bool, captions: list[str]) -> None:
    lines = read_lines(tuple(text.split("\n")), frozenset())
    mark_boxes(lines)
    blocks = find_blocks(lines, measure(lines))
    apart = set_apart(blocks, before=before)
    assert [block.text for block in apart if block.caption] == [told_as(shown) for shown in captions]
    assert "".join(block.text for block in apart) == "".join(line.text for line in lines)


STORY = [
    "▶4月2日，城南小学的学生在操场上放风筝，大大小小的风筝飞满了操场上空，天上好不热闹，家长也来了。",
    "放风筝的孩子说，风筝都是自己做的，做坏了好几只才有一只飞得起来，明年春天还要来，做得再大一些。",
]


@pytest.mark.parametrize(
    ("width", "below", "paragraphs"),
    [
        (30, STORY[1], STORY),  # in its own measure it goes on
        (15, STORY[1], STORY[:1]),  # in that of the column above, that does
        (30, "本报讯 " + STORY[1], STORY[:1]),
    ],
)
def test_a_picture_story_of_several_paragraphs(width: int, below: str, paragraphs: list[str]) -> None:
    parts = [column(STORY[0], width=width, indent=""), column(below, width=width, indent="")]
    text = page(column(*FERRY), "渡口通了渡船", *parts, "操场上的春天", column(*LIFT), "老街装上电梯")
    assert paragraphs in [said for *_, said in told(text)]


CUT = [
    "本报讯（记者周宁）河湾村的渡口昨天修好了，渡船每天往返八次啦。",
    "两岸出门都方便多了，孩子们也都很高兴。",
]
WIDE = "4月2日，城南小学的学生在操场上放风筝，大大小小的风筝飞满了操场上空，天上好不热闹，家长也来了。"


@pytest.mark.parametrize(
    ("above", "shown", "below", "goes_on"),
    [
        # The last line above fills the column, and no indent opens what stands below the story.
        (CUT[0][:28] + "。", column(WIDE, width=30), column(CUT[1], indent=""), True),
        (CUT[0][:28] + "。", column(WIDE, width=30), column(CUT[1]), False),
        (CUT[0][:23] + "。", column(WIDE, width=30), column(CUT[1], indent=""), False),  # left room
        (CUT[0][:28] + "。", column(WIDE), column(CUT[1], indent=""), False),  # of the same measure
        (CUT[0][:28] + "。", column(WIDE[5:], width=30), column(CUT[1], indent=""), False),  # no caption
    ],
)
def test_below_a_signed_story_goes_on_what_it_cut_after_a_sentence(
    above: str, shown: str, below: str, goes_on: bool
) -> None:
    parts = [
        column(above),
        "□记者 高田 通讯员 王强 报道",
        shown,
        below,
        "渡口通了渡船",
        column(*LIFT),
        "老街装上电梯",
    ]
    said = ["".join(paragraphs) for *_, paragraphs in told(page(*parts))]
    assert (above + CUT[1] in said) is goes_on


@pytest.mark.parametrize(
    ("further", "shown", "opens"),
    [
        ([FERRY[0], FERRY[1]], "4月2日，" + SHOWN, True),  # below a further paragraph, over a caption
        ([FERRY[0], FERRY[1]], SHOWN, False),
        ([FERRY[0], "4月1日，" + FERRY[1]], "4月2日，" + SHOWN, False),  # that begins as captions do
    ],
)
def test_a_picture_byline_apart_from_both(further: list[str], shown: str, opens: bool) -> None:
    above = [
        part.replace("\n", " ").replace("　", "") for part in (column(text, indent="") for text in further)
    ]
    text = page("渡口通了渡船", *above, "本报记者 林远 摄", shown, "老街装上电梯", *LIFT)
    signed = {one.paragraphs[0].text: one.byline for one in read(text).articles if len(one.paragraphs) == 1}
    assert (signed.get(shown) == "记者 林远") is opens


def test_a_picture_byline_apart_under_its_own_headline() -> None:
    """It signs what stands above it, though what stands below begins as captions do."""
    body = [part.replace("\n", " ") for part in (column(text, indent="") for text in LIFT)]
    text = page(
        "老街装上电梯", *body, "渡船靠岸的时候", SHOWN, "本报记者 林远 摄", "4月2日，学生们在操场上放风筝。"
    )
    (shown,) = [one for one in read(text).articles if one.paragraphs[0].text == SHOWN]
    assert shown.byline == "记者 林远"


@pytest.mark.parametrize(("gap", "signs"), [("", True), ("\n", False)])
def test_a_byline_under_a_signed_caption_opens_what_stands_below(gap: str, signs: bool) -> None:
    shown = column("4月2日，" + SHOWN + " ■ 林远 摄")
    below = "■ 本报记者 高田 文/图\n\n" + column(*LIFT).replace("本报讯（记者陈晓）", "")
    text = page(column(*FERRY), "渡口通了渡船", shown + gap + below, "老街装上电梯")
    caption = next(one for one in read(text).articles if one.kind == "photo")
    assert ("高田" in [name for byline in caption.bylines for name in byline.names]) is signs


@pytest.mark.parametrize(("width", "goes_on"), [(30, True), (15, False)])
def test_below_a_caption_signed_by_names_the_article_goes_on(width: int, goes_on: bool) -> None:
    """As wide as its picture, it cuts the article; in the column's own measure it may well end it."""
    shown = "4月2日，城南小学的学生在操场上放风筝，大大小小的风筝飞满了操场上空，天上好不热闹。 ■ 林远 高田"
    further = "小店的老板说，今年春天来赶集的人比往年多了一半，店里进的货也多了一半，天天都忙不过来。"
    body = column(*FERRY, indent="")
    parts = [body, column(shown, width=width, indent=""), column(further, indent=""), "渡口通了渡船"]
    said = [paragraphs for *_, paragraphs in told(page(*parts, column(*LIFT, indent=""), "老街装上电梯"))]
    assert ([*FERRY, further] in said) is goes_on


def test_a_paragraph_that_a_picture_story_cuts() -> None:
    """Where a line is a paragraph: its first part looks like a kicker over the story's headline."""
    body = [part.replace("\n", " ") for part in (column(text, indent="") for text in FERRY)]
    cut = "大桥封闭期间，公交公司把六条线"
    rest = "路，绕行以后每天接送江北的居民 五千多人，家住江北的市民都说比 以前方便多了。"
    story = ["开江鱼上餐桌", "□记者 姜海涛 报道", "▶渔民驾着小船归来，舱里是刚刚捕 上来的鲤鱼。"]
    others = [part.replace("\n", " ") for part in (column(text, indent="") for text in LIFT)]
    text = page("渡口通了渡船", *body, cut, *story, rest, "老街装上电梯", *others)
    found = told(text)
    assert found[0][2][-1].startswith(cut + "路，绕行")
    assert found[1][1] == "开江鱼上餐桌"


@pytest.mark.parametrize(
    ("first", "apart"),
    [
        ("河湾村的渡口通了船。", True),  # what is shown stands in the second sentence
        ("本报讯 河湾村的渡口通了船。", False),
        ("河湾村的渡口通了船。" * 25, False),  # too long for a caption
    ],
)
def test_a_caption_that_shows_in_its_second_sentence(first: str, apart: bool) -> None:
    shown = column(first + "图为渡船靠岸，村民们排队上船。林远 摄", width=10, indent="")
    found = told(page("渡口通了渡船", column(*FERRY), shown, "老街装上电梯", column(*LIFT)))
    assert (
        any(
            kind == "photo" and len(paragraphs) == 1 and paragraphs[0].startswith("河湾村")
            for kind, _, paragraphs in found
        )
        is apart
    )
