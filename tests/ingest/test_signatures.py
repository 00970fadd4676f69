"""Signatures: each row is the end of a text, who it names, and whether it is the credit of a picture."""

from __future__ import annotations

import pytest

from lctui.ingest.bylines import may_be_signed, read_end_signature
from lctui.ingest.openings import ends_signed
from lctui.ingest.roles import read_lines

PICTURE, WORDS = True, False


@pytest.mark.parametrize(
    ("text", "signature", "named", "photo"),
    [
        ("堤岸修好了。　　　（林远）", "　　　（林远）", {"记者": ("林远",)}, WORDS),  # without a role
        ("说：“来得及。”（周启明 郑岚）", "（周启明 郑岚）", {"记者": ("周启明", "郑岚")}, WORDS),
        ('他说"来得及"（林远）', "（林远）", {"记者": ("林远",)}, WORDS),  # straight quotes
        ("他说'来得及'（林远）", "（林远）", {"记者": ("林远",)}, WORDS),
        ("讲给孩子听。(林 远 郑 岚)", "(林 远 郑 岚)", {"记者": ("林远", "郑岚")}, WORDS),  # spaced
        ("写进了校史。（教务处 陈晓）", "（教务处 陈晓）", {"记者": ("陈晓",)}, WORDS),  # an office before
        (
            "堤岸修好了。（刘加成 类延军）",
            "（刘加成 类延军）",
            {"记者": ("刘加成", "类延军")},
            WORDS,
        ),  # a rare surname
        (
            "堤岸修好了。（林远 类延军 郑岚）",
            "（林远 类延军 郑岚）",
            {"记者": ("林远", "类延军", "郑岚")},
            WORDS,
        ),
        ("成绩公布。（本报评论员 白 桦）", "（本报评论员 白 桦）", {"评论员": ("白桦",)}, WORDS),
        ("采收过半。（记者 陈 晓 郑启明）", "（记者 陈 晓 郑启明）", {"记者": ("陈晓", "郑启明")}, WORDS),
        (
            "采收过半。（本报记者 杞雪梅）",
            "（本报记者 杞雪梅）",
            {"记者": ("杞雪梅",)},
            WORDS,
        ),  # of the house
        ("采收过半。（本报通讯员 杞雪梅）", "（本报通讯员 杞雪梅）", {"通讯员": ("杞雪梅",)}, WORDS),
        ("采收过半。本报记者 林远", "本报记者 林远", {"记者": ("林远",)}, WORDS),  # without a mark
        ("采收过半。本报记者林远", "本报记者林远", {"记者": ("林远",)}, WORDS),
        ("采收过半。　　通讯员 林远 陈晓", "　　通讯员 林远 陈晓", {"通讯员": ("林远", "陈晓")}, WORDS),
        ("说：“来得及。”新华社记者 林远", "新华社记者 林远", {"记者": ("林远",)}, WORDS),
        ("采收过半。 ■ 林远", " ■ 林远", {"记者": ("林远",)}, WORDS),
        ("采收过半。 ■ 摘果客", " ■ 摘果客", {"记者": ("摘果客",)}, WORDS),  # a pen name, behind a mark
        ("果农采摘。 通讯员 隋永福 摄", " 通讯员 隋永福 摄", {"通讯员": ("隋永福",)}, PICTURE),
        ("果农采摘。本报记者 林远 摄", "本报记者 林远 摄", {"记者": ("林远",)}, PICTURE),
        ("果农采摘。记者林远摄", "记者林远摄", {"记者": ("林远",)}, PICTURE),  # set close
        ("果农采摘。本报记者 斯琴 摄", "本报记者 斯琴 摄", {"记者": ("斯琴",)}, PICTURE),  # of the house
        ("果农采摘。 本报 记者 林启明 摄", " 本报 记者 林启明 摄", {"记者": ("林启明",)}, PICTURE),
        ("果农采摘。（通讯员 林远 摄）", "（通讯员 林远 摄）", {"通讯员": ("林远",)}, PICTURE),
        ("果農採摘。（記者黃啟明攝）", "（記者黃啟明攝）", {"记者": ("黃啟明",)}, PICTURE),
        ("果农采摘。（新华社记者 林远摄）", "（新华社记者 林远摄）", {"记者": ("林远",)}, PICTURE),
        ("果农采摘。新华社发（林远 摄）", "新华社发（林远 摄）", {"摄": ("林远",)}, PICTURE),
        ("果农采摘。林远 摄", "林远 摄", {"摄": ("林远",)}, PICTURE),  # no role but what was done
        ("果农采摘。 林 启明 摄", " 林 启明 摄", {"摄": ("林启明",)}, PICTURE),
        ("果农采摘。林远/摄", "林远/摄", {"摄": ("林远",)}, PICTURE),
        ("果农采摘。林远摄影", "林远摄影", {"摄影": ("林远",)}, PICTURE),
        ("果农采摘。林远 摄影报道", "林远 摄影报道", {"记者": ("林远",)}, PICTURE),  # wrote it too
        ("果农采摘。摄影：林远", "摄影：林远", {"摄影": ("林远",)}, PICTURE),
        ("果农采摘。 图/林远", " 图/林远", {"图": ("林远",)}, PICTURE),
        ("果农采摘。（林远 供图）", "（林远 供图）", {"供图": ("林远",)}, PICTURE),
        ("果农采摘。（县委宣传部供图）", "（县委宣传部供图）", {}, PICTURE),  # an office is no person
        ("果农采摘。（资料图片）", "（资料图片）", {}, PICTURE),
        ("果农采摘。新华社发", "新华社发", {}, PICTURE),
        ("比高低（漫画）　　林　远", "林　远", {"记者": ("林远",)}, PICTURE),  # drawn
    ],
)
def test_who_wrote_it_or_took_the_picture(
    text: str, signature: str, named: dict[str, tuple[str, ...]], photo: bool
) -> None:
    assert may_be_signed(text)
    found = read_end_signature(text)
    assert found is not None
    assert {byline.role: byline.names for byline in found[0].bylines} == named
    assert found[0].photo is photo
    assert text[found[1] :].strip() == signature.strip()


@pytest.mark.parametrize(
    "text",
    [
        "会议结束。（完）",
        "详情如下。（下转第二版）",
        "他这样说。（化名）",
        "学生们说。（高三）",  # a class has the shape of a name
        "喜获丰收。（安徽）",  # so has a province
        "堤岸修好了。（类延军）",  # a rare surname by itself
        "堤岸修好了。（林远 类延军 尨晓）",  # or two of them
        "堤岸修好了。（教务处 陈晓 尨晓 冮山）",
        "采收过半。（记者 杞雪梅）",  # nobody's
        "采收过半。（本报记者 深入果园）",  # longer than a name
        "文件全称如下（林远）",  # no sentence ends before it: an explanation
        '他说"来得及"，（林远）',
        "他一生热爱摄影",
        "这张照片由他在1963年拍摄",
        "见附图",
        "他后来成了通讯员 林远",  # no sentence ends before it
        "采收过半。记者林远",  # neither the paper's name nor a blank
        "采收过半。本报记者 深入果园",  # what they did
        "采收过半。 ■ 链接",  # a place in the paper
        "采收过半。 ■ 摘果的人们",  # longer than a pen name
    ],
)
def test_what_is_no_signature(text: str) -> None:
    assert read_end_signature(text) is None


@pytest.mark.parametrize(
    ("above", "last", "signed"),
    [
        # Between two names stands a blank, though the line ends there.
        ("渡船通了。（刘洪亮", "王 雪）", True),
        ("渡船通了。（本报记者", "杞雪梅）", True),
        ("渡船通了。", "（刘洪亮）", True),
        ("渡船通了。（刘洪亮", "王雪梅）后来", False),
        ("渡船通了（刘洪亮", "说的）", False),
    ],
)
def test_a_signature_over_two_lines_ends_a_body(above: str, last: str, signed: bool) -> None:
    assert ends_signed(read_lines((above, last), frozenset())) is signed
