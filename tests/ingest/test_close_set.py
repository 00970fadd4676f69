"""What is set close into columns without blank lines: captions in the middle of a body, headlines as wide
as the column, lines that name who made the page."""

from __future__ import annotations

import pytest

from lctui.ingest.block import Kind
from lctui.ingest.blocks import find_blocks
from lctui.ingest.boxes import mark_boxes
from lctui.ingest.captions import set_apart
from lctui.ingest.roles import measure, read_lines
from lctui.ingest.staff import is_staff, read_editor

ABOVE = [
    "河边的新桥昨天完工通车，两岸",
    "居民往返由半小时缩短到五分钟",
    "，桥头还修了停车场和小花园，",
    "市民周某说他以后天天都从这里",
]
BELOW = ["走过去上班。桥长二百一十米，", "宽十二米，由市政工程公司施工", "，工期比原来定的少了四十天。"]
SHOWN = ["7月3日，孩子们在河边的广场上", "戏水消暑，玩得不亦乐乎。这两", "天气温已经升到三十六度了。本"]


def blocks_of(*lines: str) -> list[tuple[str, bool]]:
    read = read_lines(lines, frozenset())
    mark_boxes(read)
    blocks = set_apart(find_blocks(read, measure(read)), before=True)
    assert "".join(block.text for block in blocks) == "".join(line.text for line in read)
    return [(block.text, block.caption) for block in blocks]


@pytest.mark.parametrize(
    ("credit", "shown"),
    [
        ("报记者 罗佳颖 摄", True),
        ("报记者罗佳颖 摄", True),
        ("报记者罗佳颖说要小心", False),  # nobody signs a picture
        ("报记者 罗佳颖 摄影报道", False),  # who reports too signs an article
    ],
)
def test_a_caption_that_cuts_a_body(credit: str, shown: bool) -> None:
    found = blocks_of("新桥通车", "", *ABOVE, *SHOWN, credit, *BELOW)
    assert ("".join([*SHOWN, credit]) in [text for text, caption in found if caption]) is shown
    if shown:
        assert ("".join(ABOVE), False) in found
        assert ("".join(BELOW), False) in found


@pytest.mark.parametrize(
    ("line", "is_headline"),
    [
        ("夜半施工扰民 工地被罚一万", True),
        ("夜半施工扰民而工地被罚一万", False),  # may be the beginning of a paragraph
        ("夜半，施工扰民 工地罚一万", False),
    ],
)
def test_a_headline_as_wide_as_its_column(line: str, is_headline: bool) -> None:
    read = read_lines(
        ("新桥通车", "", *ABOVE, *BELOW, line, "晚报讯（记者谢敏）半夜两点，", *ABOVE[1:], *BELOW),
        frozenset(),
    )
    heads = [block.text for block in find_blocks(read, measure(read)) if block.kind is Kind.HEAD]
    assert (line in heads) is is_headline


def test_a_subhead_where_blank_lines_say_nothing() -> None:
    body = ["清晨六点半，幸福家园的路灯还没", "熄，四十一岁的韦桂兰已经骑上车", "去上班了，路上只要五分钟。"]
    more = [
        "幸福家园安置了十四个乡镇的困难",
        "群众一千八百人。为了让大家有活",
        "干有钱赚，县里建了扶贫车间。",
    ]
    page = ["搬出大山的人", "本报记者 白文静", *body, *more, "楼下就是车间", *more, *body]
    read = read_lines(tuple(line for one in page for line in (one, "")), frozenset())
    blocks = find_blocks(read, measure(read))
    assert "楼下就是车间" in [block.text for block in blocks if block.kind is Kind.HEAD]
    assert blocks[-1].text == "".join([*more, *body])


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("编辑鲁静美编小鹿校对王平", "鲁静"),
        ("责编谷雨美编马腾校对何丽华", "谷雨"),
        ("编辑鲁静说校对的人不够", None),
        ("编辑与校对", None),
    ],
)
def test_staff_run_together(line: str, editor: str | None) -> None:
    found = read_editor(line) if is_staff(line) else None
    assert (found and found[1]) == editor
