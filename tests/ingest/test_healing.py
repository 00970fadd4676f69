"""What a picture story cuts: each row is one under an article, and where the text below its caption goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lctui.ingest.page import read_page
from lctui.ingest.params import PARAMS, IngestParams
from tests.ingest.pages import SIGNED_LIFT as LIFT
from tests.ingest.pages import column, page, told

FERRY = "本报讯（记者周宁）河湾村的渡口昨天修好了，渡船每天往返八次，两岸村民出门方便多了。"
CUT = "撑船的老人说，孩子们上学不用绕远路，赶集的人也"
REST = "多了起来，码头边的小店重新开了张。"
ORCHARD = "本报讯 果农们天不亮就下地摘苹果，装满一筐又一筐，合作社的车直接开到地头。"
F, L = "河湾渡口通了渡船", "老街居民不用再爬楼梯"
TITLE = "操场上的春天"
SHOWN = "4月2日，城南小学的学生在操场上放风筝，天上好不热闹。"
PICTURE, WRITER = "林远 摄", "□记者 林远"
MOVED, STAYS = True, False


def flush(*paragraphs: str) -> str:
    return column(*paragraphs, indent="")


@pytest.mark.parametrize(
    ("byline", "shown", "below", "moved"),
    [
        (PICTURE, SHOWN, flush(REST), MOVED),  # signed by who took it
        (WRITER, "▶" + SHOWN, flush(REST), MOVED),  # an arrow to the picture
        (WRITER, "图为" + SHOWN[5:], flush(REST), MOVED),
        (WRITER, SHOWN, flush(REST), STAYS),  # a report
        (PICTURE, SHOWN[5:], flush(REST), STAYS),  # does not begin as captions do
        (PICTURE, SHOWN, column(REST), STAYS),  # a paragraph of its own
    ],
)
def test_below_a_picture_story_goes_on_what_it_cut(byline: str, shown: str, below: str, moved: bool) -> None:
    found = told(page(F, column(FERRY, CUT), TITLE, byline, column(shown), below, L, column(*LIFT)))
    assert [paragraphs for *_, paragraphs in found] == [
        [FERRY, CUT + (REST if moved else "")],
        [shown, *([] if moved else [REST])],
        LIFT,
    ]


def test_under_a_whole_article_a_picture_story_keeps_its_text() -> None:
    text = page(F, column(FERRY, CUT + REST), TITLE, PICTURE, column(SHOWN), flush(REST), L, column(*LIFT))
    assert [paragraphs for *_, paragraphs in told(text)] == [[FERRY, CUT + REST], [SHOWN, REST], LIFT]


def test_what_breaks_off_further_up_is_not_cut_by_a_picture_story() -> None:
    story = [TITLE, PICTURE, column(SHOWN), flush(REST)]
    text = page(F, column(FERRY, CUT), L, column(*LIFT), *story, "果农摘苹果", column(ORCHARD))
    assert [paragraphs for *_, paragraphs in told(text)[:3]] == [[FERRY, CUT], LIFT, [SHOWN, REST]]


MORE = [
    "风筝是学生自己做的，全班花了整整三天时间。",
    "老师教了三天，大家都学会了做，做得像模像样。",
    "风筝放得很高，飞过了教学楼顶，飞到了河对岸。",
]


@pytest.mark.parametrize("count", range(4))
def test_where_nothing_is_indented_a_picture_story_is_no_longer_than_a_caption(count: int) -> None:
    story = [TITLE, PICTURE, flush(SHOWN), *map(flush, MORE[:count]), flush(REST)]
    found = told(page(F, flush(FERRY, CUT), *story, L, flush(*LIFT)))
    moved = count < 2
    assert found[0][2] == [FERRY, CUT + (REST if moved else "")]
    assert found[1][2] == [SHOWN, *MORE[:count], *([] if moved else [REST])]


@pytest.mark.parametrize(("byline", "moved"), [(PICTURE, MOVED), (WRITER, STAYS)])
def test_where_nothing_is_indented_a_report_keeps_its_paragraphs(byline: str, moved: bool) -> None:
    rest = "多了起来，撑船的老人说，孩子们上学也不用绕远路了。"
    story = [TITLE, byline, flush(SHOWN), flush(rest)]
    found = told(page(F, flush(FERRY, CUT), *story, "果农摘苹果", flush(ORCHARD + "果农也多了起来。")))
    assert found[0][2] == [FERRY, CUT + (rest if moved else "")]


def test_a_subhead_after_what_moved_is_of_the_article_that_it_moved_to() -> None:
    said = "村民们说，赶集的人比往年多了一倍，渡船一天往返八次。"
    story = [TITLE, PICTURE, column(SHOWN), flush(REST)]
    text = page(F, column(FERRY, CUT), *story, "赶集不再难", column(said), L, column(*LIFT))
    assert [paragraphs for *_, paragraphs in told(text)] == [
        [FERRY, CUT + REST, "# 赶集不再难", said],
        [SHOWN],
        LIFT,
    ]


def test_of_two_that_moved_a_subhead_goes_with_the_last() -> None:
    """The story holds the rest of the first article, and after it the rest of the second."""
    rest, cut = (
        "多了起来，撑船的老人说，码头边的小店重新开了张。",
        "物业公司的人说，电费让各户来分担，楼层高的人也",
    )
    more, said = (
        "多分一些，电梯的电费要让居民们都觉得公平。",
        "居民说，电梯的电费该由各户分担，住在六楼的居民多分一些。",
    )
    story = [TITLE, PICTURE, column(SHOWN), flush(rest), flush(more), "电费怎么分", column(said)]
    text = page(F, column(FERRY, CUT), L, column(LIFT[0], cut), *story, "果农摘苹果", column(ORCHARD))
    assert [paragraphs for *_, paragraphs in told(text)[:3]] == [
        [FERRY, CUT + rest],
        [LIFT[0], cut + more, "# 电费怎么分", said],
        [SHOWN],
    ]


PICKING = "果农和赶集的人天不亮就下地摘苹果，装满一筐又一筐，"
BY_TRUCK, BY_FERRY = "合作社的车直接开到地头。", "坐上渡船每天往返八次，出门方便多了。"


@pytest.mark.parametrize(
    ("headline", "stretch", "own"),
    [
        ("摘苹果装满一筐又一筐", PICKING + BY_TRUCK, True),  # speaks of the stretch below it
        ("渡船每天往返\n出门方便多了", PICKING + BY_FERRY, False),  # of the article above as well
        ("家门口的新变化", PICKING + BY_TRUCK, False),  # of neither
    ],
)
def test_a_stretch_under_a_headline_that_speaks_of_it_is_an_article(
    headline: str, stretch: str, own: bool
) -> None:
    found = told(page(F, column(FERRY, CUT), headline, flush(stretch), L, column(*LIFT)))
    assert [paragraphs for *_, paragraphs in found] == (
        [[FERRY, CUT], [stretch], LIFT] if own else [[FERRY, CUT + stretch], LIFT]
    )


PAGES = Path(__file__).parents[1] / "quality" / "pages"


def together(name: str, lines: set[int], params: IngestParams) -> bool:
    """Whether lines of a labelled page are told as one article."""
    text = (PAGES / f"{name}.txt").read_bytes()
    issue = read_page(text, source=name, id=name, params=params)
    return any(
        lines
        <= {line for part in article.paragraphs for low, high in part.lines for line in range(low, high + 1)}
        for article in issue.articles
    )


@pytest.mark.parametrize(
    ("name", "lines", "param"),
    [
        ("yichang-2019", {67, 69}, "names_place"),  # 本报长阳讯 … / 长阳山大人稀, although 增长 is a word
        ("oilfield-2003", {55, 59}, "under_subhead"),
    ],
)
def test_what_speaks_against_joining_a_stretch_to_an_earlier_article(
    name: str, lines: set[int], param: str
) -> None:
    assert together(name, lines, PARAMS)
    assert not together(name, lines, replace(PARAMS, **{param: 0.0}))


@pytest.mark.parametrize(
    ("opening", "rest", "moved"),
    [
        ("", "八次。两岸村民出门方便多了。", MOVED),  # begins midway, under a paragraph that is whole
        ("", "两岸村民出门方便多了。", STAYS),
        ("本报讯 ", "八次。两岸村民出门方便多了。", MOVED),
        ("", "无数。两岸村民出门方便多了。", MOVED),  # whatever follows what elsewhere
    ],
)
def test_a_brief_inside_a_paragraph(opening: str, rest: str, moved: bool) -> None:
    """Where a line is a paragraph, what a brief without an opening cuts goes on below it."""
    cut = "本报讯（记者周宁） 河湾村的渡口昨 天修好了，撑船的老人说渡船每天往返"
    brief = opening + "图书馆自九月 五日起夜间开 放，可以免费 借阅图书。"
    other = "本报讯 今年的 苹果又大又甜， 果农乐开花。"
    text = page(F, cut, "果农乐开花", other, "图书馆夜间开放", brief, rest, L, *LIFT)
    said = [paragraphs for *_, paragraphs in told(text)]
    assert (said[0][-1].endswith(rest)) is moved


WIDE = ["▶" + SHOWN, "风筝是学生自己做的，全班花了整整三天时间，老师教了三天，大家都学会了做，做得像模像样。"]


def joined(paragraph: str, width: int) -> str:
    return " ".join(paragraph[at : at + width] for at in range(0, len(paragraph), width)) + "\n"


def test_below_a_story_of_another_measure_goes_on_what_it_cut_where_its_own_measure_does() -> None:
    rest = "多了起来，码头边的小店重新开了张，日子一天比一天好，大家都盼着春天。"
    body = [joined(text, 15) for text in (FERRY, CUT)]
    more = joined("撑船的老人还说，码头边的小店重新开了张，赶集的人也多，大家都高兴。", 15)
    text = page(
        F,
        *body,
        TITLE,
        WRITER,
        *(joined(part, 24) for part in WIDE),
        joined(rest, 15),
        more,
        L,
        *(joined(part, 15) for part in LIFT),
    )
    found = told(text)
    assert found[1][2] == WIDE
    assert found[0][2][1] == CUT + rest
    assert len(found[0][2]) == 3


def test_what_stands_under_a_signature_is_not_its_articles() -> None:
    said = "居民们都说，来串门的人也多了。"
    essay = column("撑船是一门手艺，也是一份心，两岸的人都记得。", "往后的日子会更好。（林　远）")
    found = told(
        page(F, column(FERRY, CUT), "灯下闲话", "一份心", essay, flush(REST), L, column(*LIFT, said))
    )
    assert found[0][2] == [FERRY, CUT + REST]
    assert [len(paragraphs) for *_, paragraphs in found] == [2, 2, 3]


def test_in_a_labelled_page_a_body_goes_on_in_its_own_measure() -> None:
    data = (PAGES / "chenzhou-2025.txt").read_bytes()
    texts = [
        one.text
        for article in read_page(data, source="page.txt", id="page").articles
        for one in article.paragraphs
    ]
    assert any("2016年起矿山逐步减产" in text for text in texts)
