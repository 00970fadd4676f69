"""Doubled glyphs: runs broken over the lines of a box, and lines of which each character stands twice."""

from __future__ import annotations

import pytest

from lctui.ingest.boxes import mark_boxes
from lctui.ingest.chars import ems
from lctui.ingest.roles import Mark, read_lines
from tests.ingest.pages import LIFT, SIGNED_FERRY, SIGNED_LIFT, column, page, read

POINT = ["▶新签约项目3232个个", ""]
BODY = ["", "本报讯（记者 张亮）昨天，项目开工建设，年产19万吨。", "据了解，总投资14.56亿元，明年投产。"]


@pytest.mark.parametrize(
    ("box", "want"),
    [
        pytest.param(
            ["县远航机械公司年产县远航", "机械公司年产1919万吨新材料项目开工万吨", "新材料项目开工"],
            ["县远航", "机械公司年产19万吨", "新材料项目开工"],
            id="of each pair the copy goes that leaves no line empty",
        ),
        pytest.param(
            ["全县项目总投资全县项目总投资1414..5656亿元", "亿元"],
            ["全县项目总投资14.56", "亿元"],
            id="the short rest of a unit",
        ),
        pytest.param(
            ["渡口修好渡船通航渡口", "修好渡船通航"],
            ["渡口", "修好渡船通航"],
            id="one text twice over two lines needs no mark or figure",
        ),
        pytest.param(
            ["渡口修好渡船", "通航渡口修好渡船通航"], ["渡口修好渡船", "通航"], id="broken elsewhere"
        ),
        pytest.param(
            ["22..55亿元亿元、渡口修好渡口", "修好"],
            ["2.5亿元、渡口修好渡口", "修好"],
            id="where but a part is doubled beyond doubt, what else stands twice may be printed so",
        ),
        pytest.param(
            ["渡口修好渡船通航渡口", "修好渡船通行"],
            ["渡口修好渡船通航渡口", "修好渡船通行"],
            id="not the same text to its end",
        ),
        pytest.param(
            ["渡口修好渡船通航", "渡口修好渡船通航"],
            ["渡口修好渡船通航", "渡口修好渡船通航"],
            id="each line has the text once",
        ),
        pytest.param(
            ["全县项目总投资14.56亿元", "建设19个项目"],
            ["全县项目总投资14.56亿元", "建设19个项目"],
            id="what stands once stays",
        ),
    ],
)
def test_doubled_runs_over_lines(box: list[str], want: list[str]) -> None:
    lines = read_lines((*POINT, *box, *BODY), frozenset())
    mark_boxes(lines)
    inside = [line for line in lines if len(POINT) < line.number <= len(POINT) + len(box)]
    assert [line.text for line in inside] == want
    assert box == want or all(line.mark is Mark.BOX for line in inside)


SURE = "从从零零到到二二百百九九十十亿亿"
"""Eight characters that stand twice: nothing is said so."""


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        ([SURE], ["从零到二百九十亿"]),
        (["从从零零到到百百"], ["从从零零到到百百"]),  # four may be two words
        (["高高兴兴平平安安"], ["高高兴兴平平安安"]),
        ([SURE, "通通船船了了"], ["从零到二百九十亿", "通船了"]),  # on such a page three are enough, …
        (["快快乐乐健健康康平平安安"], ["快快乐乐健健康康平平安安"]),  # three words
        ([SURE, "高高兴兴"], ["从零到二百九十亿", "高高兴兴"]),  # … and two are a word
        (["高高兴兴高高兴兴吧吧"], ["高高兴兴高高兴兴吧吧"]),  # five, but three different ones
        ([SURE + "啊"], [SURE + "啊"]),  # one stands once
        (["11223344556677"], ["11223344556677"]),  # a figure
    ],
)
def test_lines_of_which_each_character_stands_twice(texts: list[str], want: list[str]) -> None:
    lines = read_lines((*texts, *BODY), frozenset())
    mark_boxes(lines)
    assert [line.text for line in lines[: len(texts)]] == want
    assert [(line.mark, line.width) for line in lines[: len(texts)]] == [(Mark.PLAIN, ems(o)) for o in want]


def test_what_is_undone_stays_the_headline() -> None:
    title = "河湾渡口昨日通了船"
    issue = read(page("".join(char * 2 for char in title), column(*SIGNED_FERRY)))
    assert [(article.title, len(article.paragraphs)) for article in issue.articles] == [(title, 2)]
    assert [repair.after for repair in issue.repairs] == [title]


SUMMED = "▶码头边的小店开张2323家家渡船往返128128次次"
"""A box, the last line of which leaves no room."""


@pytest.mark.parametrize(
    ("under", "below", "heads"),
    [
        (["老街的电梯"], column(*SIGNED_LIFT), True),  # what the article says that opens below
        (["老街的电梯"], "□记者 高田\n" + column(*LIFT), True),
        (["社区的路灯", "还有花坛", "老街的电梯"], column(*SIGNED_LIFT), True),  # three lines
        (["老街的电梯"], column(*LIFT), False),  # nothing opens there
        (["路灯", "花坛", "社区", "六楼", "老街的电梯"], column(*SIGNED_LIFT), False),  # more than a headline
        (["河湾渡口电梯"], column(*SIGNED_LIFT), False),  # rather what the article above says
        (["老街渡船"], column(*SIGNED_LIFT), False),  # neither more than the other
    ],
)
def test_a_headline_close_under_a_box(under: list[str], below: str, heads: bool) -> None:
    text = page("渡口通了渡船", column(*SIGNED_FERRY), "\n".join([SUMMED, *under]), below)
    lines = read_lines(tuple(text.split("\n")), frozenset())
    mark_boxes(lines)
    box = [line.text for line in lines if line.mark is Mark.BOX]
    assert (box[1:] == []) is heads


SHANGHAI = ["", "本报讯（记者 张亮）昨天，上海人均突破3000美元，进入21世纪的门槛。", "据了解，渡船通了。"]


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        # A figure twice over beside a point, where only the single stands in the bodies.
        (["上海突破30003000美元", "▶码头扩建"], ["上海突破3000美元", "▶码头扩建"]),
        (["上海突破30003000美元", "", "▶码头扩建"], ["上海突破3000美元", "▶码头扩建"]),
        (
            ["▶码头扩建", "上海突破30003000美元", "▶渡船通航"],
            ["▶码头扩建", "上海突破3000美元", "▶渡船通航"],
        ),
        (["▶上海迈向2121世纪"], ["▶上海迈向21世纪"]),  # in the point itself
        (
            ["上海突破30003000美元", "▶码头扩建", "人均30003000美元"],
            ["上海突破3000美元", "▶码头扩建", "人均3000美元"],
        ),  # two of them
        (["上海突破30003000美元", "码头扩建"], ["上海突破30003000美元", "码头扩建"]),  # no point
        (["上海突破50005000美元", "▶码头扩建"], ["上海突破50005000美元", "▶码头扩建"]),  # said nowhere
        (["上海，突破30003000美元", "▶码头扩建"], ["上海，突破30003000美元", "▶码头扩建"]),  # a sentence
        (
            ["上海突破30003000美元", "", "渡船", "", "码头", "", "▶扩建"],
            ["上海突破30003000美元", "渡船", "码头", "▶扩建"],
        ),  # further off
    ],
)
def test_figures_twice_over_beside_a_point(texts: list[str], want: list[str]) -> None:
    lines = read_lines((*texts, *SHANGHAI), frozenset())
    mark_boxes(lines)
    assert [line.text for line in lines[: len(want)]] == want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("河湾渡口河湾渡口“成绩单”“成绩单”", "河湾渡口“成绩单”"),
        ("《渡口》《渡口》通船通船", "《渡口》通船"),
        ("他们要“双过半”“双过半”，日子红火", None),  # a sentence may say so on purpose
        ("他们要“成绩单”“好成绩”", None),  # another thing
    ],
)
def test_what_is_quoted_twice_over(line: str, want: str | None) -> None:
    lines = read_lines((line, "", *BODY), frozenset())
    mark_boxes(lines)
    assert lines[0].text == (want or line)


@pytest.mark.parametrize(
    ("texts", "want"),
    [
        # A figure twice with what it counts; what stands close to it is of the box where it says words twice.
        (["318.4亿318.4亿元元", "上半年全省上半年全省进出口总值"], ["318.4亿元", "上半年全省进出口总值"]),
        (["上半年全省上半年全省进出口总值", "318.4亿318.4亿元元"], ["上半年全省进出口总值", "318.4亿元"]),
        (["318.4亿318.4亿，上下两年都这样"], None),  # a sentence may say so
        (["318.4 318.4 318.4"], None),  # figures of a table, that count nothing
        (["318.4亿元", "上半年全省上半年全省进出口总值"], None),  # words twice are no box
        (
            ["318.4亿318.4亿元元", "", "上半年全省上半年全省进出口总值"],
            ["318.4亿元"],
        ),  # nor one that is apart
    ],
)
def test_figures_twice_with_what_they_count(texts: list[str], want: list[str] | None) -> None:
    lines = read_lines((*BODY, "", *texts, "", *BODY), frozenset())
    mark_boxes(lines)
    box = [line.text for line in lines if line.mark is Mark.BOX]
    assert box == (want or [])


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("三号高炉十一年三号高炉十一年数字数字", "三号高炉十一年数字"),  # its parts, each printed twice
        ("研究研究商量商量看看看看", None),  # so short that they may be said so
        ("商量商量渡口", None),
        ("三号高炉十一年三号高炉十一年数字", None),  # the last stands once
    ],
)
def test_a_line_of_parts_of_which_each_stands_twice(line: str, want: str | None) -> None:
    lines = read_lines((line, "", *BODY), frozenset())
    mark_boxes(lines)
    assert lines[0].text == (want or line)


COUNTED = ["种植面积306万亩", "投入收割机9300台", "机收率99.2%"]
FIELDS = [
    "本报讯 今年全市种植小麦306万亩，投入联合收割机9300台，机收率达到99.2%，比去年高。",
    "河湾村的人都说好。",
]


@pytest.mark.parametrize(
    ("texts", "box"),
    [
        (["夏粮数读", *COUNTED], 4),  # short lines with figures of the body, and their name
        (COUNTED, 3),
        (COUNTED[:2], 0),  # too few
        ([*COUNTED[:2], "机收率98.7%"], 0),  # the body has another figure
        ([*COUNTED[:2], "", COUNTED[2]], 0),  # not set close
        (["种植面积306万亩，投入收割机9300台", *COUNTED[:2]], 0),  # a sentence is none
        (["夏粮数读", "", *COUNTED], 3),  # nor is a name what stands apart
    ],
)
def test_a_box_of_figures_of_which_nothing_is_doubled(texts: list[str], box: int) -> None:
    lines = read_lines((*FIELDS, "", *texts, "", *BODY), frozenset())
    mark_boxes(lines)
    assert sum(line.mark is Mark.BOX for line in lines) == box


@pytest.mark.parametrize(
    ("line", "point", "want"),
    [
        ("河河湾湾渡渡口口", "▶累计运客131131万万人人次次", "河湾渡口"),
        ("河河湾湾渡渡口口", "▶累计运客一百万人次", "河湾渡口"),  # over a point
        ("河河湾湾渡渡口口", "累计运客一百万人次", "河河湾湾渡渡口口"),  # beside no box
    ],
)
def test_the_headline_of_a_box(line: str, point: str, want: str) -> None:
    lines = read_lines((*BODY, "", point, "", line, "", *BODY), frozenset())
    mark_boxes(lines)
    (found,) = [one for one in lines if one.text in (line, want)]
    assert found.text == want
    assert (found.mark is Mark.BOX) is (line != want)
