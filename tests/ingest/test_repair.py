"""Repairs of characters: each row is what a page printed, what a reader should see, and why it is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lctui.ingest.boxes import undouble
from lctui.ingest.edits import Edit, apply, as_repairs, compose
from lctui.ingest.quotes import pair_quotes
from lctui.ingest.repair import clean_line, close_blanks, is_letter_spaced


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Changes of some stretches of `text`, in order."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [(start, end, draw(st.text("abcd", max_size=3)), "blank") for start, end in pairs]


@pytest.mark.parametrize(
    ("raw", "text", "kind"),
    [
        ("今年是新中国成立75周年,是关键一年", "今年是新中国成立75周年，是关键一年", "half-width-punctuation"),
        ("坚持走在前;挑大梁!谁来管?", "坚持走在前；挑大梁！谁来管？", "half-width-punctuation"),
        ("惠及1,200户", "惠及1,200户", None),  # a figure keeps its comma
        ("10:30到站", "10:30到站", None),  # a time keeps its colon
        ("同比增长5.8%,高于全省", "同比增长5.8%，高于全省", "half-width-punctuation"),
        ("雄商高铁(聊城段)工程", "雄商高铁（聊城段）工程", "half-width-punctuation"),
        ("call (0635)8517099 now", "call (0635)8517099 now", None),  # no Chinese, nothing to widen
        ("１９９８年１月２１日", "1998年1月21日", "full-width-digit"),
        ("增长１２．５％", "增长12.5%", "full-width-digit"),
        ("Ａ股上涨", "A股上涨", "full-width-letter"),
        (
            "校 内 假 期 托 管 服 务 逐 步 完 成 “ 一 县 一",
            "校内假期托管服务逐步完成“一县一",
            "letter-spacing",
        ),
        ("聊 城 市 首 届 新 春“ 法 治 文 化 节 ”暨", "聊城市首届新春“法治文化节”暨", "letter-spacing"),
        (
            "读 懂 两 会 热 词   勾 勒 蓝 图",
            "读懂两会热词 勾勒蓝图",
            "letter-spacing",
        ),  # the wide gap is a blank
        ("□ 本 报 记 者  邓建仁 龙浩", "□本报记者 邓建仁 龙浩", "letter-spacing"),  # names set solid
        ("本 报 记 者 邓建仁 龙浩 李 红", "本报记者邓建仁 龙浩李红", "letter-spacing"),
        ("渡口\t通了渡船", "渡口    通了渡船", "blank"),
        ("改革开放是“关键-，", "改革开放是“关键-，", None),  # a suspected slip is left alone
        ("零\u200b宽", "零宽", "invisible"),
    ],
)
def test_a_line_is_cleaned(raw: str, text: str, kind: str | None) -> None:
    clean = clean_line(raw)
    assert clean.text == text
    assert {kind for _, _, _, kind in clean.edits} == ({kind} if kind else set())
    assert apply(raw.strip(), clean.edits) == text


@pytest.mark.parametrize(
    ("raw", "indent"), [("\t渡口通了船", 2.0), ("　\t渡口通了船", 3.0), ("　　渡口\t通了船", 2.0)]
)
def test_a_tab_indents_as_four_blanks_do(raw: str, indent: float) -> None:
    assert clean_line(raw).indent == indent


@pytest.mark.parametrize(
    ("raw", "repairs", "why"),
    [
        ("成立75周年,是", [("年,是", "年，是")], "a character on either side shows the place"),
        ("  惠及1,200户,好", [("户,好", "户，好")], "the comma of a figure is another"),
        ("甲乙, ;丙", [("乙, ", "乙， "), (";丙", "；丙")], "a blank between belongs to one of them"),
        ("甲,乙;丙", [("甲,乙", "甲，乙"), (";丙", "；丙")], "no character is told twice"),
        ("\t甲\t乙,丙", [("甲\t乙", "甲    乙"), (",丙", "，丙")], "a tab is the page's"),
        ("１,2,１,2", [("１,", "1,"), (",１,", ",1,")], "what it is shown by stands nowhere before"),
    ],
)
def test_a_change_is_told_by_what_stands_there(raw: str, repairs: list[tuple[str, str]], why: str) -> None:
    found = as_repairs([(1, raw, clean_line(raw).edits)])
    assert [(repair.before, repair.after) for repair in found] == repairs, why


def test_changes_of_changes_are_told_against_the_page() -> None:
    text = "２２．．５亿 元亿元"
    first = clean_line(text).edits
    middle = apply(text, first)
    second = undouble(middle)[1]
    both = compose(first, second)
    assert apply(text, both) == apply(middle, second)


@given(st.text("abc", max_size=8), st.data())
def test_two_steps_of_changes_are_one(text: str, data: st.DataObject) -> None:
    first = data.draw(edits_of(text))
    middle = apply(text, first)
    second = data.draw(edits_of(middle))
    both = compose(first, second)
    assert apply(text, both) == apply(middle, second)
    line, done = "", 0
    for repair in as_repairs([(1, text, both)]):
        at = text.find(repair.before, done)
        assert at >= 0
        line += text[done:at] + repair.after
        done = at + len(repair.before)
    assert line + text[done:] == apply(middle, second)


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("集 团 建 筑 机 械 服 务 业", True),
        ("持‘聚 焦 主 业 求 战 略 突", True),
        ("破 ， 适 度 多 元 培 育 新 动", True),
        ("读懂两会热词 勾勒发展蓝图", False),  # a blank between clauses
        ("□记 者 孙亚飞 通讯员 梁艳敏 马光福 报道", False),  # only the role is spaced
    ],
)
def test_letter_spacing_is_recognised(text: str, spaced: bool) -> None:
    assert is_letter_spaced(text) is spaced


@pytest.mark.parametrize(
    ("text", "ocr", "closed"),
    [
        ("是实现“十 四五”规划", True, "是实现“十四五”规划"),  # an old line end, also inside quotes
        ("2024 年地区生产总值", True, "2024年地区生产总值"),
        ("项目 51 个，总投资 352.09 亿", False, "项目51个，总投资352.09亿"),
        ("增开K8322/3 K8326/7次列车", True, "增开K8322/3 K8326/7次列车"),  # two numbers stay two
        ("read the New York Times 报道", False, "read the New York Times报道"),
        ("本报冠县讯 2023年12月24日", False, "本报冠县讯 2023年12月24日"),  # the dateline's own blank
        ("（记者 林晨 刘志耀）1月", False, "（记者 林晨 刘志耀）1月"),  # blanks between names
        ("宣讲《传承红色基因 争做时代好少年》时", False, "宣讲《传承红色基因 争做时代好少年》时"),
        ("1 月2 5日，在园区", False, "1月25日，在园区"),  # a justified line
        (
            "渡船通了。（刘加成 类延军）",
            False,
            "渡船通了。（刘加成 类延军）",
        ),  # who signs, after a sentence …
        ("渡船通了。（刘加成 类延军 林远", True, "渡船通了。（刘加成 类延军 林远"),
        ("渡船（刘加成 类延军）", False, "渡船（刘加成类延军）"),  # … and not inside one
        ("渡船通了。（刘加成 类延军）后来", False, "渡船通了。（刘加成类延军）后来"),
        ("渡船通了。（河湾村委会 类延军）", False, "渡船通了。（河湾村委会类延军）"),  # longer than a name
    ],
)
def test_blanks_are_closed(text: str, ocr: bool, closed: str) -> None:
    assert apply(text, close_blanks(text, ocr=ocr)) == closed


@pytest.mark.parametrize(
    ("text", "paired"),
    [
        ('坚持"项目为王"理念', "坚持“项目为王”理念"),
        ('他说:"很好。"高鹏回忆', "他说:“很好。”高鹏回忆"),
        (
            '获评示范城市",今年将"一老一小"做好',
            '获评示范城市",今年将“一老一小”做好',
        ),  # the opening one is lost, and the other left as it is
        ("\"站在新的起点上,'6'是\"", "“站在新的起点上,‘6’是”"),
        ("it's 好", "it's 好"),  # an apostrophe
        ('He said "no".', 'He said "no".'),  # Western text keeps its quotes
    ],
)
def test_quotes_are_paired(text: str, paired: str) -> None:
    source = text.replace('",', '"，').replace(",'", "，'")
    assert pair_quotes(source)[0].replace("，", ",") == paired


@pytest.mark.parametrize(
    ("text", "single"),
    [
        (
            "▶发放创业担保贷款22..55亿元亿元，新增城镇就业50975097人人，发",
            "▶发放创业担保贷款2.5亿元，新增城镇就业5097人，发",
        ),
        ("医疗救助““一站式一站式””", "医疗救助“一站式”"),
        ("20232023年高唐县民生支出年高唐县民生支出", "2023年高唐县民生支出"),
        ("占比占比达达8282..88%%", "占比达82.8%"),
        ("完成1313个个老旧小区，惠及36003600户户居民", "完成13个老旧小区，惠及3600户居民"),
        ("探索形成“3344”特色引才模式", "探索形成“3344”特色引才模式"),  # a figure of its own
        ("人人参与，天天向上，个个争先", "人人参与，天天向上，个个争先"),  # words doubled on purpose
        ("电话8517099转1111", "电话8517099转1111"),
        ("从从零零到到二二百百九九十十亿亿", "从零到二百九十亿"),  # all of it
        ("高高兴兴平平安安", "高高兴兴平平安安"),
    ],
)
def test_doubled_glyphs_are_undone_only_where_proved(text: str, single: str) -> None:
    undone, edits = undouble(text)
    assert undone == single == apply(text, edits)


def test_a_figure_that_stands_so_in_the_body_is_not_doubled() -> None:
    assert undouble("投入1212万万元", frozenset({"1212"}))[0] == "投入1212万万元"
