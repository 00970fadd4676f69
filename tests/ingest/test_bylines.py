"""Bylines and datelines: each row is a printed form, and who and where it names."""

from __future__ import annotations

import pytest

from lctui.ingest.bylines import join_broken_name, read_byline, read_dateline, read_end_signature
from lctui.ingest.names import is_name, split_glued


def people(text: str) -> dict[str, tuple[str, ...]] | None:
    signature = read_byline(text)
    return None if signature is None else {byline.role: byline.names for byline in signature.bylines}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("□ 本报记者 胡磊 薛良诚", {"记者": ("胡磊", "薛良诚")}),
        ("□记者 高田 通讯员 田柏林 报道", {"记者": ("高田",), "通讯员": ("田柏林",)}),
        ("□记者 孙亚飞 实习生 尤诗琪 报道", {"记者": ("孙亚飞",), "实习生": ("尤诗琪",)}),
        ("□记 者 孙亚飞 通讯员 梁艳敏 马光福 报道", {"记者": ("孙亚飞",), "通讯员": ("梁艳敏", "马光福")}),
        ("□本报记者 高田", {"记者": ("高田",)}),
        ("□ 本报记者 高 田 本报通讯员 张继祥", {"记者": ("高田",), "通讯员": ("张继祥",)}),
        ("本报通讯员 张蕴 郭占帅", {"通讯员": ("张蕴", "郭占帅")}),
        ("通讯员 杜银时 报道", {"通讯员": ("杜银时",)}),
        ("□ 胡磊 薛良诚", {"记者": ("胡磊", "薛良诚")}),  # no role at all
        ("□ 南平 王佳梦", {"记者": ("南平", "王佳梦")}),  # a rare surname beside a common one
        ("■ 本报评论员 石羽", {"评论员": ("石羽",)}),
        ("本报评论员", {}),  # unsigned
        ("■ 见习记者 欧阳修文 摄", {"见习记者": ("欧阳修文",)}),
        ("◎记者 阿不都·热合曼 报道", {"记者": ("阿不都·热合曼",)}),
        ("（记者 區詠恩）", {"记者": ("區詠恩",)}),
        ("记者 张雪 济南报道", {"记者": ("张雪",)}),  # 济南 is where from
        ("記者 王小明／台北報導", {"记者": ("王小明",)}),  # a role has one name
        ("本报记者 高田 发自武汉", {"记者": ("高田",)}),
        ("记者 高田 李明报道", {"记者": ("高田", "李明")}),  # no place has this shape
        ("□本报记者 龚柔文", {"记者": ("龚柔文",)}),  # 文 closes the name
        ("■龚晓东 文／图", {"记者": ("龚晓东",)}),
        ("本报记者 龚晓东 图／文", {"记者": ("龚晓东",)}),
        ("小记者 林可欣 指导老师 方文", {"小记者": ("林可欣",), "指导老师": ("方文",)}),
        ("记者 古丽米热·艾山", {"记者": ("古丽米热·艾山",)}),  # a dot stands inside a name
        ("记者 叶斯木汗", {"记者": ("叶斯木汗",)}),
        ("□ 本报记者 陈 文", {"记者": ("陈文",)}),
        ("□ 本报记者 陈晓 文", {"记者": ("陈晓",)}),  # 文 is what they did
        ("張三 攝", {"摄": ("張三",)}),  # what they did, after the name
        ("〔記者林宜／雲林報導〕", {"记者": ("林宜",)}),  # other brackets, other characters
        ("实习生 扎西顿珠", {"实习生": ("扎西顿珠",)}),  # a name written by its sound
        ("□ 努尔兰·哈斯木 乌兰托娅", {"记者": ("努尔兰·哈斯木", "乌兰托娅")}),
        ("（刘昆）", {"记者": ("刘昆",)}),
        ("通讯员 才让东珠", {"通讯员": ("才让东珠",)}),
        ("□ 安阳市铁西路小学 苗春霞", {"记者": ("苗春霞",)}),  # where the writer works
        ("□ 安阳市铁西路旁边 苗春霞", None),
        ("□ 省农业技术推广首席专家 鲁承平 张志勤", {"记者": ("鲁承平", "张志勤")}),
        ("（合肥市畜牧水产局 徐兵）", {"记者": ("徐兵",)}),
        ("本报特派记者 徐天明", {"记者": ("徐天明",)}),
        ("□才让多杰阿依古丽", {"记者": ("才让多杰", "阿依古丽")}),  # two, by their length
        ("□ 本报记者 扎西次仁卓玛央金", {"记者": ("扎西次仁", "卓玛央金")}),
        ("□ 记者 阿不都热依木", {"记者": ("阿不都热依木",)}),  # one
        ("□本报记者钟佳文张平轩", {"记者": ("钟佳文", "张平轩")}),  # set close together
        ("□ 本报记者 余振远雷博努尔兰·哈斯木", {"记者": ("余振远", "雷博", "努尔兰·哈斯木")}),
        ("□记者 孟和 通讯员 张荔 报道", {"记者": ("孟和",), "通讯员": ("张荔",)}),  # 和 is of the name
        ("（通讯员 黄雅 谭森）", {"通讯员": ("黄雅", "谭森")}),
        ("何志摄", {"摄": ("何志",)}),
        ("文/李明 图/王强", {"文": ("李明",), "图": ("王强",)}),
        ("□杜若飞（媒体人）", {"记者": ("杜若飞",)}),  # what the writer does
        ("□ 杜若飞(大学教师)", {"记者": ("杜若飞",)}),
        ("杜若飞（媒体人）", None),  # without a mark
        ("□杜若飞（大学文学院的老师们）", None),  # longer than what one does
        ("□杜若飞（2025年）", None),
        ("本报记者 尨晓", {"记者": ("尨晓",)}),  # the paper's own, however rare the surname
        ("本报驻临江记者 尨晓 冮山", {"记者": ("尨晓", "冮山")}),
        ("本报特约通讯员 尨晓", {"特约通讯员": ("尨晓",)}),
        ("记者 尨晓", None),  # nobody's
        ("本报记者 尨晓 冮山 踪迹", None),  # so many words are rather a sentence
        ("本报记者尨晓", None),  # nothing divides them
        ("记者 从文博", {"记者": ("从文博",)}),  # 从 is a surname too
        ("记者从县公安局获", None),  # where the reporter has it from
        ("□记者从江苏省气象局获", None),
        ("□记者了解到", None),  # what a reporter did, and no name
        ("□记者现场看", None),
        ("记者林远，通讯员郑岚", {"记者": ("林远",), "通讯员": ("郑岚",)}),
        ("记者 林远，公开承", None),  # behind a comma stands what could be a word
        ("□记者 林远，公开承", {"记者": ("林远", "公开承")}),
        ("快线记者 卓然", {"记者": ("卓然",)}),  # a paper's short name before the role
        ("快线记者 卓然 通讯员 郑岚", {"记者": ("卓然",), "通讯员": ("郑岚",)}),
        ("快线记者 尨晓", None),  # names beyond doubt only
        ("快线记者卓然", None),  # set close
        ("河湾快线记者 卓然", None),  # longer than a short name
        ("昨天记者 走进 果园", None),
        ("■特写", None),
        ("■白音那 通讯员 呼和", {"记者": ("白音那",), "通讯员": ("呼和",)}),  # names before the first role
        ("■郑启明 陈晓 通讯员 林远", {"记者": ("郑启明", "陈晓"), "通讯员": ("林远",)}),
        ("郑启明 通讯员 林远", None),  # without a mark
        ("文/本报记者 脱兴福", {"记者": ("脱兴福",)}),  # what the writer did, before the role
        ("图文/通讯员 林远", {"通讯员": ("林远",)}),
        ("文/林远", {"文": ("林远",)}),  # without one
        ("林远 文/图", {"记者": ("林远",)}),  # who wrote it and took the pictures
        ("林远 图/文", {"记者": ("林远",)}),
        ("林远 文并摄", {"记者": ("林远",)}),
        ("林远 供图", {"供图": ("林远",)}),
        ("□起云聪 摄", {"摄": ("起云聪",)}),  # a rare surname
        ("□起云聪 文", None),
        ("刘琅摄", {"摄": ("刘琅",)}),  # a given name that could be part of a word, set close
        ("■老董", {"记者": ("老董",)}),  # a pen name behind a mark
        ("老董", None),
        ("■老董头", None),  # longer than one
        ("□老 槐", {"记者": ("老槐",)}),  # set wide
        ("老 槐", None),
        ("□老 槐 头", None),
        ("□教 育", None),  # a place in the paper
        ("■短评", None),  # a place in the paper
        ("■链接", None),
        ("■教育", None),
        ("记者 高田，", None),  # breaks off
        ("□ 胡磊，", None),
        ("记者 阿不都·热合曼。他说", None),  # a sentence has ended
        ("·广告·", None),  # 广 is a surname
        ("（高三）", None),
        ("记者从市科技局获悉", None),  # a line of the body
        ("记者调查", None),  # a column label
        ("全面推进渔业执法 筑牢水域生态防线", None),
        ("□ 学习贯彻 精神", None),
    ],
)
def test_a_byline_names_its_writers(text: str, named: dict[str, tuple[str, ...]] | None) -> None:
    assert people(text) == named


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("记者 张雪 济南报道", "济南"),
        ("记者 张雪 综合报道", None),
        ("记者 张雪 许昌报道", "许昌"),  # although 许 is a surname
        ("記者 王小明／台北報導", "台北"),
        ("本报记者 高田 发自武汉", "武汉"),
        ("□记者 高田 通讯员 张荔 报道", None),
    ],
)
def test_a_byline_may_name_the_place(text: str, place: str | None) -> None:
    signature = read_byline(text)
    assert signature is not None
    assert signature.place == place


@pytest.mark.parametrize(
    ("text", "place", "named"),
    [
        ("本报冠县讯 2023年12月24日，冠县", "冠县", {}),
        ("本报讯（记者 林晨 刘志耀） 1月29日", None, {"记者": ("林晨", "刘志耀")}),
        ("本报讯（记者 夏旭光 通讯员 白维斌） 民生", None, {"记者": ("夏旭光",), "通讯员": ("白维斌",)}),
        ("本报获嘉讯 昨天", "获嘉", {}),  # places of which one character begins or ends another word
        ("本报无为讯 昨天", "无为", {}),
        ("本报从化讯 昨天", "从化", {}),
        ("本报北京1月3日电 记者张三丰报道：今天", "北京", {"记者": ("张三丰",)}),
        ("新华社北京1月3日电（记者王五、赵六山）全国", "北京", {"记者": ("王五", "赵六山")}),
        ("据新华社乌鲁木齐1月2日电 近日", "乌鲁木齐", {}),
        ("本报呼和浩特讯（记者 姚眉伟）自2001年起", "呼和浩特", {"记者": ("姚眉伟",)}),
        ("本报北京1月21日讯新华社记者尹鸿祝、本报记者温红彦报道：为", "北京", {"记者": ("尹鸿祝", "温红彦")}),
        ("本报讯 记者张亮 通讯员王茜 近日，山东省", None, {"记者": ("张亮",), "通讯员": ("王茜",)}),
        ("本报讯 记者昨日从市里获悉，今年", None, {}),  # not a name
        ("本报综合消息 据市场监测", None, {}),  # not a place
        ("晚报讯（实习生 陈静 记者 张瑜）昨", None, {"实习生": ("陈静",), "记者": ("张瑜",)}),
        ("本报记者 张亮 近日，市里召开了一次工作会议", None, {"记者": ("张亮",)}),  # no dateline before
        ("【新華社保定七日電】河北省", "保定", {}),  # a day without its month
        ("【本報訊】（記者 區詠恩）往來離島", None, {"记者": ("區詠恩",)}),
        ("本报讯 李响、赵磊报道：昨天", None, {"记者": ("李响", "赵磊")}),  # without a role
        ("本报河湾讯 李响 赵磊综合报道：昨天", "河湾", {"记者": ("李响", "赵磊")}),
        ("本报讯 赵磊報導：昨天", None, {"记者": ("赵磊",)}),
        ("本报讯 据外国媒体报道：昨天", None, {}),
        ("本报讯 方法、高质量报道：昨天", None, {}),  # words that begin with surnames
        ("本报讯 赵磊、电视台报道：昨天", None, {}),  # one of them is none
        ("本报讯 李响、赵磊走进果园：昨天", None, {}),  # not what they did
        ("本报讯 李响、赵磊报道，昨天", None, {}),
        ("本报讯 记者夏晓云说：“渡船通了。”", None, {}),  # quoted
        ("本报讯 记者夏晓云：渡船通了", None, {"记者": ("夏晓云",)}),
        ("本报讯 记者夏晓云答：渡船通了", None, {}),  # who answers a letter
        ("快线讯（记者 傅晓）昨天", None, {"记者": ("傅晓",)}),  # a paper's short name
        ("大江资讯讯（记者 傅晓）昨天", None, {"记者": ("傅晓",)}),
        ("东江都市报讯（记者 傅晓）昨天", None, {"记者": ("傅晓",)}),
        ("快线讯〔记者傅晓 郑岚〕昨天", None, {"记者": ("傅晓", "郑岚")}),
    ],
)
def test_a_dateline_names_place_and_writers(
    text: str, place: str | None, named: dict[str, tuple[str, ...]]
) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert dateline.place == place
    bylines = dateline.signature.bylines if dateline.signature else ()
    assert {byline.role: byline.names for byline in bylines} == named


@pytest.mark.parametrize(
    "text",
    [
        "本报记者在现场看到，电力充足",
        "新华社区的居民说",
        "中新天津生态城",
        "记者夏晓云说：“渡船通了。”",  # who is quoted signs nothing
        "记者 夏晓云 指出：渡船通了",
        "通讯员夏晓云写道：渡船通了",
        "快线讯 昨天",  # a short name without reporters behind it
        "快线讯（河湾村）昨天",
        "东江都市晚报讯（记者 傅晓）昨天",  # longer than a paper's name
        "他从那里得到的资讯（记者 傅晓）昨天",
        "本报获悉讯 昨天",  # what the paper did, and no place
        "本报获得讯 昨天",
        "本报从市科技局讯 昨天",
        "本报河湾村获讯 昨天",
        "本报日前获讯 昨天",  # when
        "本报及时讯 昨天",
        "本报为民讯 昨天",
    ],
)
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("left", "right", "between"),
    [
        ("本报讯（记者 夏旭光 通讯员 白", "维斌）", ""),  # a name of three, broken after one
        ("本报讯（记者 林晨", "刘志耀）", " "),  # five characters are two names
        ("（记者常", "钦言）", ""),  # set close to the role
        ("（记者 林晨 通讯员", "刘志耀）", " "),
        ("（记者 欧阳", "修文）", ""),  # a surname of two
        ("（通讯员 江福", "新汤豪强）", ""),  # the blank after the second name is gone too
        ("。■ 本报", "记者 林远", ""),  # a role, broken at any place
        ("。■ 本报记", "者林远", ""),
        ("（记者 林晨 实", "习生郑岚）", ""),
        ("（记者 刘洪亮", "王 雪）", " "),  # the second name is set wide
        ("（记者 刘洪亮", "王 雪 郑岚）", " "),
        ("（记者 刘洪", "亮 王雪梅）", ""),
    ],
)
def test_a_broken_list_of_names_is_joined(left: str, right: str, between: str) -> None:
    assert join_broken_name(left, right) == between


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("提供了有力支撑。 ■ 本报记者 许金松", {"记者": ("许金松",)}),
        ("建设现代化产业体系。■ 商景豪 田柏林", {"记者": ("商景豪", "田柏林")}),
        ("村集体收入逐年增加。柳一苇摄", {"摄": ("柳一苇",)}),
        ("掉市区3个窝点。（记者曾凡怡）", {"记者": ("曾凡怡",)}),
    ],
)
def test_an_article_is_signed_at_its_end(text: str, named: dict[str, tuple[str, ...]]) -> None:
    found = read_end_signature(text)
    assert found is not None
    assert {byline.role: byline.names for byline in found[0].bylines} == named


@pytest.mark.parametrize("text", ["这是（试行）", "目标是实现共同富裕。", "（1997年12月23日）"])
def test_a_bracket_is_no_signature(text: str) -> None:
    assert read_end_signature(text) is None


def test_names_set_close_together_divide_where_only_one_way_is_possible() -> None:
    assert split_glued("南平王佳梦") is None or split_glued("任桂欢高田") == ("任桂欢", "高田")
    assert is_name("欧阳修文")
    assert not is_name("欧阳")
    assert not is_name("的了")


@pytest.mark.parametrize("text", ["他说好。（ ）", "他说好。（\u3000）", "他说好。（发自）", "（ ）"])
def test_brackets_with_nothing_in_them_sign_nothing(text: str) -> None:
    assert read_end_signature(text) is None
