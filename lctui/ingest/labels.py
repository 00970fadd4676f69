"""栏目: the label of a column over a headline (民生关注, 新春走基层, 街谈巷议), told from a kicker.

A label names the place in the paper, not what the article says. Its words are those that papers give such
places; where they are not, a short first line that shares nothing with the body, over a title that does,
is one too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lctui.ingest.chars import HAN, ems

_LONGEST = 12
"""em."""
_MARKED = re.compile(r"^[【\[〖].*[】\]〗]$|^[\u2500-\u257f¤|｜▏_＿]")

# What the names of columns end in: of any length, and those that end titles too, where the name is short.
_ENDS = (
    "快评|短评|时评|锐评|微评|点评|评论|社论|言论|论坛|观察|观点|视点|视野|视窗|视界|视线|焦点|广角|纵横|之窗|之声|天地|园地|驿站|茶座|茶馆|沙龙|讲堂|课堂|学堂|讲坛|"
    "访谈|专访|专栏|专题|专版|专刊|特刊|特稿|特写|特别报道|系列报道|跟踪报道|深度报道|连载|简讯|短讯|快讯|时讯|速递|快递|速览|播报|要闻|短波|博览|荟萃|集锦|拾零|拾遗|花絮|"
    "文摘|编后|编者按|暗访|追踪|回访|回音壁|曝光台|热线|信箱|来信|帮办|说法|说事|漫谈|杂谈|笔谈|大家谈|百家谈|今日谈|面对面|零距离|直通车|进行时|在一线|连线|群英谱|光荣榜|风采|风云|"
    "史话|掠影|剪影|影像|镜头|随笔|漫笔|闲话|随想|手记|札记|见闻|走笔|夜话|絮语|文苑|艺苑|诗苑|副刊|悦读|贴士|数说|走基层|新征程|办实事|看小康|看变化|看发展|巡礼|大讲堂|论语|微言|"
    "巷议|时空|纵深|调研行|[发振基一采区县].{1,3}(?<![银商])行|调查|两会|故事|人物|现场|评论员|二十大精神|主题教育|今日关注|点击|时事|新事|周年"
)
_SHORT_ENDS = (
    "关注|聚焦|话题|在线|好人|榜样|先锋|楷模|典型|新闻|动态|资讯|信息|服务|服务台|提醒|提示|指南|门诊|链接|背景|热点|看点|亮点|反馈|对话|瞬间|图说|印象|记忆|往事|档案|日记|"
    "笔记|世象|百态|新篇章|新作为|新气象|新实践|新时代|在行动|正当时|声音|心声|民声|行情|书香|阅读|感悟|琐记|短论|来论|纪行|人家|风物|钩沉|掌故|旧事|走读|寻访|讲述|乡愁|夜读|晨语|晚语|夜语|絮语|微语|快语|锐语|直语"
)
_WORDS = (
    "时政|法治|民生|教育|健康|财经|文化|体育|人生|社会|家园|天气|气象|交通|出行|楼市|股市|汽车|"
    "旅游|读书|国际|国内|观点|声音|对话|访谈|亲历|链接|诗笺|诗歌|诗词|散文|杂文|书评|影评|小小说"
)
_WORD_LIST = frozenset(_WORDS.split("|"))
_BEGUN = re.compile("^(?:聚焦|关注|走近|走进|直击|连线|喜迎|庆祝|学习贯彻|深入学习贯彻).{2,8}$")
_PARTS = re.compile(f"^[{HAN}]{{2,5}}(?:[·•][{HAN}]{{2,5}}){{1,3}}$")
"""奋斗者·正青春, 文明城市·我参与, 大数据·大生态·大扶贫."""
_LOOKS = rf"^[{HAN}]{{2,5}}[ \u3000·]?看[{HAN}]{{2,3}}$"
"""乡村振兴看襄阳."""
_OF_SERIES = re.compile(
    "系列(?:报道)?(?:之[一二三四五六七八九十]{1,2}|[（(〔]?[0-9一二三四五六七八九十]{1,2}[）)〕]?|[①-⑩])$"
)
"""本报记者“体验岗位”系列之三."""
_MOTTO = (
    "^(?:决战|决胜).{2,6}[ \u3000].{3,6}$|"
    "^讲文明[ \u3000、·，]?树新风$|^奋力开创.{2,6}新局面$|^新时代[ \u3000]?新.{1,3}[ \u3000]?新.{1,3}$|"
    "^(?:牢记|感恩|不忘|踔厉|砥砺|勇毅|奋进|凝心|勇当|实干|担当|争当).{2}[ \u3000].{4}$"
)
"""What is printed over a whole paper: 奋力开创海曲发展新局面, 牢记嘱托 勇当先锋."""
_NAMES = re.compile(rf"{_BEGUN.pattern}|{_LOOKS}|{_MOTTO}|(?:{_ENDS})$")
_SERIES_NAME = 18
"""em. The longest name of a series of reports."""
_OF_PLACE = rf"^(?:平安|法治|文明|健康|美丽|书香|清廉|诚信|和谐|爱心|印象|魅力)[{HAN}]{{2,3}}$"
"""平安黄冈."""
_SHORT_NAMES = re.compile(
    rf"(?:{_SHORT_ENDS})$|{_OF_PLACE}|^(?:民生|新闻|基层|项目|经济)一线$|^(?:{_WORDS})$|^.{{1,3}}[谈评议]$"
)
_SHORT = 6
"""em."""
_FOUR = re.compile(f"[{HAN}]{{4}}")
_QUOTING = 7
"""em."""
_COUPLET = re.compile("^.{3,}(?:课堂|学堂|讲堂|天地|驿站|风采|故事|现场|之声|视野)$")
"""What ends sentences too: of two lines of one length it is the first half (田间就是课堂 / 劳动最是光荣)."""
_DONE = re.compile("[出开辟成创][了新大]{1,2}(?:课堂|学堂|讲堂|天地|风采|故事|视野)$")
"""Nor is what says that something was done a name: 老剧团闯出新天地."""
_SENTENCE = 8
"""em. What is wider and ends so is one itself: 紫砂陶传统技艺进课堂."""
_SAID = 0.8
"""Share of the pairs of characters of a line that stand in the body where it is part of what that says."""
_KICKER = 14
"""em. Over so long a line, and a title, a longer name is one too."""
_JOINING = frozenset("暨和与及的、并在为将对把向从等让使")


_NOTICE = re.compile(
    r"^(?:编者按|编[后余].{0,3}|[短快时微锐]评|更正|通知|通告|讣告|致歉|简介|简明新闻|[^，。“”]{0,6}(?:启事|声明|公告|简讯|短讯|快讯|要闻|拾零|速览|集锦|花絮|文摘|信箱))$"
)


def names_column(text: str) -> bool:
    """Whether a line by itself may be the name of a column (民生关注, 市场拾零)."""
    return ems(text) <= _LONGEST and "“" not in text and _NAMES.search(text) is not None


def names_place(text: str) -> bool:
    """Whether a few characters name a place in the paper and no writer: 短评, 链接, 教育."""
    return bool(
        _NAMES.search(text) or _SHORT_NAMES.search(text) or _COMMENTARY.search(text) or _NOTICE.match(text)
    )


def names_notice(text: str) -> bool:
    """Whether a line by itself is the headline of a notice or of a column of briefs (更正, 启事, 简讯)."""
    return _NOTICE.match(text) is not None


def find_label(texts: Sequence[str], body: str, *, usual: bool = False, last: bool = False) -> int | None:
    """Which of the lines of a headline, in reading order, is the label of a column; None where none is.
    `body` is what the article says; `usual` tells that the page's headlines stand under names of columns,
    `last` that those stand below them. One line at least stays for the title."""
    if len(texts) < 2:
        return None
    if _is_label(texts, body) or (usual and may_be_label(*texts[:2]) and texts[0] not in body):
        return 0
    for index in (1, len(texts) - 1):
        if _TITLED.fullmatch(texts[index]):
            return index
        text = _MARK.sub("", texts[index])
        short = ems(text) <= _SHORT
        if _MARKED.search(texts[index]) or (short and (text != texts[index] or names_commentary(text))):
            return index
    if last and may_be_last_label(texts[-1], texts[-2]) and texts[-1] not in body:
        return len(texts) - 1
    return None


def may_be_last_label(text: str, above: str) -> bool:
    """Whether the last line of a headline has the shape of a column's name: a few characters under a line of
    more than twice as many."""
    return re.fullmatch(f"[{HAN}]{{2,5}}", text) is not None and ems(above) >= 2 * ems(text)


_TITLED = re.compile(f"《[{HAN}]{{3,8}}》")
"""The name of a series, in the marks of a title: 《壮乡夏日行》."""


def may_be_label(text: str, below: str) -> bool:
    """Whether a line has the shape of most names of columns: four characters over a longer line."""
    return _FOUR.fullmatch(text) is not None and ems(below) >= 5 and text[-1] not in _JOINING


_PEOPLE = re.compile("记者|读者|编者|编辑")
"""Whom every body names."""
_COUNT = re.compile("[（(〔]?[0-9一二三四五六七八九十之]{1,4}[）)〕]$")
"""The number of a part: 长篇连载（37）."""
_MARK = re.compile("^[■□●○◆◇◢◣▲△▼◎★☆][ \u3000]*")
_COMMENTARY = re.compile(
    "(?:[快短时锐微点漫球影乐书剧]评|论坛|言论|论语|夜话|[晨晚夜絮微锐快直细]语|杂感|漫谈|杂谈|笔谈|巷议|漫议|杂议|[象事风]谈|[今百大家你我]..?谈|"
    "有话[直要]?说|直言|快语|观察|三言两语|来论|编[后余].{0,2})$"
)


def names_commentary(text: str) -> bool:
    """Whether a line is the name of a column of commentaries: 晚风絮语, 鸠兹论坛."""
    return _COMMENTARY.search(text) is not None and "，" not in text


def _is_label(texts: Sequence[str], body: str) -> bool:
    """Whether the first of the lines is a label."""
    text, following = texts[0], texts[1:]
    if re.fullmatch(f"[{HAN}]{{1,2}}(?: +[{HAN}]{{1,2}})+", text) and re.search(
        f"(?:^| )[{HAN}](?: |$)", text
    ):
        text = text.replace(" ", "")  # letter-spaced: 简 讯
    text = _COUNT.sub("", text)
    if _MARKED.search(text):
        return True
    parts = re.split("[·•]", text) if _PARTS.match(text) else ()
    if len(parts) > 2 or (
        parts and (any(map(_BEGUN.match, parts)) or not _pairs_in(_PEOPLE.sub("", text), body))
    ):
        return True
    width = ems(text)
    if following and width <= _SERIES_NAME and _OF_SERIES.search(text):
        return "，" not in text
    if width > _LONGEST or not following or any(char in "，：；？！《》" for char in text):
        return False
    if "“" in text and width > _QUOTING:
        return False  # “三夏”进行时 is one, what says more is a kicker
    below = sum(map(ems, following))
    if (
        len(following) == 1
        and _COUPLET.search(text)
        and (abs(width - below) <= 0.5 or width > _SENTENCE or _DONE.search(text))
    ):
        return False
    if following[0][0] in "—、，的":
        return False
    if _NAMES.search(text) or (width <= _SHORT and _SHORT_NAMES.search(text)):
        # What it stands over must be a headline by itself; what the article itself says is none.
        sure = text in _WORD_LIST or (_BEGUN.match(text) is not None and text not in body)
        said = not sure and _pairs_in(text, body) >= _SAID * (len(text) - 1)
        if width <= _SHORT and below >= 2 and not _pairs_in(text, body):
            return True  # 快与稳 under 站台漫笔
        return below >= max(4.0, width if not sure else 0.7 * width) and not said
    over_kicker = len(following) > 1 and ems(following[0]) >= max(_KICKER, 2 * width)
    if width < 2 or width > (8 if over_kicker else 6 if len(following) > 1 else 5) or not body:
        return False
    if below < (4 * width if width < 3 else 1.75 * width if len(following) == 1 else 0):
        return False
    if text[-1] in _JOINING or " " in text or text[0].isdigit():
        return False
    named = _PEOPLE.sub("", text)
    if _pairs_in(named, body):
        return False
    return width < 3 or any(_pairs_in(other, body) for other in following)


def _pairs_in(text: str, body: str) -> int:
    return sum(text[place : place + 2] in body for place in range(len(text) - 1))
