"""报眉 and all that belongs to a page and not to an article: folios, staff, telephones, QR captions.

A line with two signs of a folio (a day, a weekday, an issue's number, a telephone …) is furniture, and so
are the lines that are nothing but one of them. What such lines tell of the page is read from them: the
paper's name, the day, number, editor, page and section.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lctui.ingest.chars import HAN
from lctui.ingest.days import (
    DATE,
    HAN_DATE,
    REPUBLIC,
    earliest_date,
    han_number,
    is_day_begun,
    is_day_ended,
    printed_date,
)
from lctui.ingest.notices import WANTED, is_notice, names_draw, names_publisher
from lctui.ingest.staff import is_staff, read_editor

__all__ = [
    "Folio",
    "earliest_date",
    "is_bare_date",
    "is_dated",
    "is_furniture",
    "is_masthead",
    "is_pointer",
    "is_romanised",
    "is_section",
    "read_folio",
]

_B = "[ \u3000]*"
_WEEKDAY = re.compile(rf"(?:星{_B}期|[周週]|礼拜|禮拜){_B}([一二三四五六日天])")
_ISSUE = re.compile(rf"(?:[总總]{_B})?第{_B}(?:([0-9]{{1,6}}){_B}期|([0-9]{{3,6}}){_B}[号號])")
_PAGE = re.compile(
    rf"第{_B}([A-Z]?[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}){_B}版|版[次號]{_B}[：:]{_B}([A-Z]?[0-9]{{1,3}})|"
    rf"(?<![0-9A-Z.])([A-Z]?[0-9]{{1,3}}){_B}版(?!面)|(?<![0-9A-Za-z])([A-Z][0-9]{{1,2}})(?![0-9A-Za-z])"
)
_SECTION = rf"[{HAN}]{{2,6}}(?:[·•][{HAN}]{{2,6}})?"
_SECTION_AFTER = re.compile(rf"^[ \u3000：:|｜·/—\-]*({_SECTION})(?=$|[ \u3000,，|｜0-9])")
_SECTION_BEFORE = re.compile(rf"(?:^|[ \u3000|｜])({_SECTION})[ \u3000：:|｜·/—\-]*$")
_NOT_SECTION = re.compile(
    r"日报|晚报|[报報]$|星期|编辑|編輯|责编|美编|校对|版式|农历|^今日$|电话|热线|邮箱|统一|刊号|[期号號日月年版]$"
)
_MASTHEAD = re.compile(
    rf"(?:^|[ \u3000])((?:[{HAN}]{{2,8}}?)(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|导报|周报|"
    r"青年报|经济报|快报|电视报|广播报|画报|学报|法制报|法治报|日報|晚報|早報|時報|商報|快報|週報))"
    r"(?=$|[ \u3000,，0-9])"
)
# A paper's name beside a date: 东阿报, 聯合報. By itself it could be a line of anything.
_SHORT_MASTHEAD = re.compile(rf"(?:^|[ \u3000])([{HAN}]{{1,6}}[报報])(?=$|[ \u3000,，0-9])")
_MASTHEAD_LINE = 24
"""Characters of the longest line that tells the paper's name and one thing more: 吐哈石油报 第1498期."""
_HINT = 8
"""Characters that stand before the hint in a line that is one."""
_HINT_END = 5
"""Characters that may follow it."""
_OPENS_REPORT = re.compile("[ \u3000]*[【[]?(?:本报|新华社).{0,8}[讯电]")
_CONTACT = re.compile(
    r"(?:热线|电话|電話|传真|傳真|Tel|TEL|手机|广告)(?:[^0-9。，]{0,8}[：:][ ]*[（(+]?[0-9]|"
    r"[^0-9。，]{0,8}[（(+]?[0-9](?:[0-9（()）—\- ]{5,}[0-9]))|[A-Za-z0-9_.]+@[A-Za-z0-9-]+\.|"
    r"E-?mail|邮箱[：: ]|https?://|www\.|邮编[：: ]?[0-9]|"
    r"(?:微信(?:公众)?号?|公众号|微博|QQ群?号?|抖音号?|视频号)[：:][ ]*[A-Za-z0-9_\-]{4,}[ ]*$"
)
_SCANNED = (
    "看(?!病|诊)|[听聽读讀观觀查]|关注|關注|收[听看藏]|加[入群]|进群|下[载載]|了解|瞭解|订阅|更多|获取|添加|互动|参与|报名|直播|视频|"
    "全文|详情|[^，。]{0,4}[号號群]$"
)
"""What a code is for where a page prints one; headlines speak of paying and lending with others."""
_QR = re.compile(
    rf"(?<![“\"])[扫掃][码碼](?:$|.{{0,5}}(?:{_SCANNED}))|(?<![“\"])[扫掃]一[扫掃]|[扫掃].{{0,6}}二[维維][码碼]|"
    r"二[维維][码碼].{0,8}(?:查看|关注|观看|阅读|關注|觀看|閱讀)|微信[扫掃]|"
    r"[长長]按[识識][别別]|[◀▶▲▼►] ?[扫掃]"
)
_CODE_SIGN = frozenset("扫掃码碼按")
"""Without one of these nothing speaks of a code."""
_POINTER = re.compile(
    r"^[（(【\[▶►◀◢◣ ]*(?:下转|上接|紧接|转|接)[^。，]{0,6}(?:版|页)[^。，]{0,6}[）)】\]]?$|"
    r"^[（(▶►◀◢◣ ]*(?:更多|相关|详细|全文)?(?:报道|内容|新闻|链接|全文|详情)?(?:请)?"
    r"(?:见|刊|详见|参见)[^。，]{0,8}版[^。，]{0,4}[）)]?$"
)
_PAGE_NO = re.compile(
    r"^(?:第?[ ]*[A-Z]?[0-9]{1,3}[ ]*版|第[ ]*[一二三四五六七八九十]{1,3}[ ]*版|"
    r"[A-Z][0-9]{1,2}|[0-9]{1,3}|- ?[0-9]{1,3} ?-|版次[：:].*)$"
)
_LUNAR = re.compile(
    r"(?:农历|農曆)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
    r"(?:农历|農曆)[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月(?:初|十|廿|三十|二十)"
)
_PRINT_NO = re.compile(
    r"国内统一(?:连续出版物|刊)号|CN ?[0-9]{2}-[0-9]{4}|邮发代号|本报网址|"
    r"(?:今日|本期|今天)共?[0-9一二三四五六七八九十]+版|零售(?:价)?|印刷|总第[0-9]+|每份[^。]{1,6}[元角分]|"
    r"月?定价|准印证|内部资料|许可证|(?:主[办管]|承[印办]|发行|订阅|网址|[社地]址)(?:单位|热线|电话)?[：:]"
)


_OFFICIAL_NO = re.compile(r"国内统一|邮发代号|CN ?[0-9]{2}-[0-9]{4}")
_NUMBERED = (
    rf"(?:第{_B}[A-Z]?[0-9一二三四五六七八九十]{{1,3}}{_B}版|[A-Z]?[0-9]{{1,2}}{_B}版|[A-Z][0-9]{{2}})"
)
_PAGE_LINE = re.compile(
    rf"^{_NUMBERED}[ \u3000：:|｜·/—\-]+{_SECTION}$|^[{HAN}]{{2,6}}[ \u3000|｜·]+{_NUMBERED}$"
)


@dataclass(frozen=True, slots=True)
class Folio:
    """What the furniture of a page prints about the page."""

    masthead: str | None = None
    date: date | None = None
    weekday: str | None = None
    issue_number: str | None = None
    editor: str | None = None
    page: str | None = None
    section: str | None = None


# What names of sections are made of: 要闻, 综合新闻, 国内要闻, 文体·副刊.
_TOPIC = (
    "要闻|综合|新闻|国内|国际|时事|时政|经济|财经|民生|社会|文化|教育|体育|科技|健康|卫生|法治|法制|政法|理论|评论|时评|言论|"
    "视点|副刊|文艺|文体|娱乐|旅游|生态|环保|农业|三农|农村|都市|城市|城事|本市|本地|地方|区县|县区|县域|市县|基层|"
    "党建|专题|专版|特刊|专刊|周刊|天下|世界|中国|省内|今日|生活|服务|消费|金融|证券|房产|汽车|家居|时尚|阅读|军事|"
    "国防|两岸|港澳|台湾|深度|聚焦|影像|图片|资讯|信息|快讯|校园|校闻|企业|行业|产业|能源|水利|交通|工业|商业|市场|理财|"
    "投资|人文|历史|公司|基金|期货|綜合|新聞|要聞|國際|財經|體育|社會|兩岸|焦點|生活|娛樂|論壇|運動|影視"
)
_SECTION_NAME = re.compile(rf"(?:{_TOPIC})(?:[·•]?(?:{_TOPIC}))?[版叠刊]?")
_WEEKLY_NAME = re.compile(f"[{HAN}]{{2,4}}(?:周刊|周末|月末|专刊|副刊|特刊)[·•|｜ \u3000—-]+[{HAN}]{{2,6}}")
"""教育周刊·基础教育."""
_HEADER = re.compile(
    rf"(?:{_SECTION_NAME.pattern})[ \u3000|｜·]+[{HAN}]{{2,8}}(?:[报報刊]|新闻|时讯)|"
    rf"[{HAN}]{{2,8}}[报報刊][ \u3000|｜·]+(?:{_SECTION_NAME.pattern})"
)
"""The name of the section and that of the paper: 综合新闻 楚天晨刊."""
_HEADER_SIGN = re.compile("[报報刊闻讯](?:$|[ \u3000|｜·])")
_SECTION_LINE = re.compile(
    rf"[A-Z]?[0-9]{{1,2}}[ \u3000|｜·/／:：\-—]*(?P<after>{_SECTION_NAME.pattern})|"
    rf"(?P<before>{_SECTION_NAME.pattern})[ \u3000|｜·/／:：\-—]*[A-Z]?[0-9]{{1,2}}"
)
# One look at a line before all others: without any of these it is no furniture. Patterns of which each
# begins with a character of its own are searched for many times as fast as those that begin otherwise.
_OPENING_SIGN = re.compile(
    r"[^\u3400-\u9fff]{0,8}$|[A-Z][0-9]|[0-9]{1,2}[ \u3000]*[\u3400-\u9fff]{2,4}[ \u3000|｜·]"
)
_FIGURE_SIGN = re.compile(r"[0-9](?: ?版| *期|[0-9]{3}[.\-/][0-9]|[0-9]{6})")
_WORD_SIGN = re.compile(
    r"版[ ]*[：:）)\]】]?$|版式|版 *面|星 *期|周[一二三四五六日]|週[一二三四五六日]|编 *辑|责 *[编校任]|"
    r"美[编編术術]|校 *[对對]|组 *版|视 *觉|检校|图编|主[编編办管]|值班|总编|设 *计|排 *版|制 *版|"
    r"审|監|监|签发|热线|电话|专线|传真|手机|广 *告|邮箱|邮编|@|http|www|mail|t[Ee][Ll]|T[Ee][Ll]|"
    r"扫|掃|二维码|二維碼|℃|°C|征集|酬|爆料|报料|本[版报](?:图片|照片)|"
    r"识别|下转|上接|紧接|见.{0,8}版|统一|CN ?[0-9]|邮发|网址|今日|零售|印刷|总第|電話|編輯|責[編任]|"
    r"地址|社址|导读|稿|零售|线索|遗失|挂失|分类|不代表|仅供|彩票|体彩|福彩|今日|印[刷：:]|每份|定价|准印|内部|许可|承[印办]|发行|订阅|本期|微信|公众号|微博|抖音|视频号|QQ|天气|"
    r"农[历曆]|農[历曆]|年[ ]*[0-9一二三四五六七八九十]{1,3}[ ]*月|"
    r"报(?:$|[ \u3000,，0-9])|報(?:$|[ \u3000,，0-9])|版次|"
    + WANTED
    + "|"
    + "|".join(f"{stem}[子丑寅卯辰巳午未申酉戌亥]年" for stem in "甲乙丙丁戊己庚辛壬癸")
)


_NUMBERED_PAGE = re.compile("第[ ]*[A-Z]?[0-9一二三四五六七八九十]{1,3}[ ]*版")
_LETTERED_PAGE = re.compile("[A-Z][0-9]{2}(?:版)?(?![0-9])")


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to an article: folio, staff, telephone, QR caption."""
    if len(text) <= 18 and (
        _SECTION_LINE.fullmatch(text)
        or (_HEADER_SIGN.search(text) and _HEADER.fullmatch(text))
        or (text[-1] in "版办印" and names_publisher(text))
    ):
        return True
    if len(text) > 160:
        return False
    if not (_WORD_SIGN.search(text) or _FIGURE_SIGN.search(text) or _OPENING_SIGN.match(text)):
        return False
    if _PAGE_NO.match(text) or (len(text) <= 24 and _POINTER.search(text)):
        return True
    scanned = len(text) <= 44 and text[-1] != "。" and not _CODE_SIGN.isdisjoint(text)
    hint = _QR.search(text) if scanned else None
    # What says so behind other clauses, amid more, is rather told in a body or a headline.
    if hint is not None:
        amid = "，" in text[: hint.start()] and len(text) - hint.end() > _HINT_END
        amid = amid or (hint.start() > _HINT and _OPENS_REPORT.match(text) is not None)
        if hint.start() <= _HINT or (text.count("，") < 2 and not amid):
            return True
    if is_staff(text) or _PAGE_LINE.match(text):
        return True
    if is_notice(text):
        return True
    signs = 0
    dated = bool(DATE.search(text) or HAN_DATE.search(text) or REPUBLIC.search(text))
    if dated:
        signs += 1
    if _WEEKDAY.search(text):
        signs += 1
    if _CONTACT.search(text):
        signs += 1
    running = "。" in text or text.count("，") > 1
    if running and not signs:
        return False  # and so are most lines: what is said of the paper in sentences tells one of these
    if "第" in text and _ISSUE.search(text):
        signs += 1
    if read_editor(text) is not None:
        signs += 1
    if ("年" in text or "月" in text) and _LUNAR.search(text):
        signs += 1
    if _PRINT_NO.search(text):
        signs += 1
    if ("报" in text or "報" in text) and (
        _MASTHEAD.search(text)
        or (signs == 1 and len(text) <= _MASTHEAD_LINE and _SHORT_MASTHEAD.search(text))
    ):
        signs += 1
    if dated and "天气：" in text:
        signs += 1
    if ("第" in text and _NUMBERED_PAGE.search(text)) or _LETTERED_PAGE.search(text):
        signs += 1
    if running:
        return signs >= 4
    if signs >= 2:
        return True
    if signs == 1:
        rest = DATE.sub("", _CONTACT.sub("", _WEEKDAY.sub("", text)))
        bare = re.sub(r"[\s0-9A-Za-z（()）:：.@\-]", "", rest)
        if dated and len(bare) <= 4 and not re.search("日[ ]*[，,]", text):
            return True
        if _WEEKDAY.fullmatch(text) or _ISSUE.fullmatch(text):
            return True
        if _CONTACT.search(text) and len(bare) <= 12:
            return True
        if len(text) <= 40 and (_OFFICIAL_NO.search(text) or (_LUNAR.match(text) and len(bare) <= 14)):
            return True
        found = _MASTHEAD.search(text)
        if found and len(bare) - len(found.group(1)) <= 2 and len(found.group(1)) <= 8:
            return True
    return False


def read_folio(lines: Iterable[str]) -> Folio:
    """Date, weekday, issue number, editor and masthead from the page's furniture."""
    masthead = day = weekday = issue = page = section = None
    editor: tuple[int, str] | None = None
    begun = ""
    alone: list[str] = []
    for text in lines:
        if day is None:
            day = printed_date(text)
            if day is None and begun and is_day_ended(text):
                day = printed_date(begun + text + ("" if "日" in text else "日"))
                if day is not None and text.isascii():
                    begun = ""
                    continue  # the day, and not the number of the page
            begun = text if is_day_begun(text) else ""
        if page is None and len(text) <= 120 and not _guides(text):
            page, section = _page_of(text)
            if page is None and len(text) <= 8:
                alone.append(text)
        if weekday is None and (found := _WEEKDAY.search(text)):
            weekday = "星期" + found.group(1).replace("天", "日")
        if issue is None and (found := _ISSUE.search(text)) and not names_draw(text):
            issue = found.group(1) or found.group(2)
        named = read_editor(text)
        if named is not None and (editor is None or named[0] < editor[0]):
            editor = named
        if masthead is None and (found := _MASTHEAD.search(text) or _SHORT_MASTHEAD.search(text)):
            masthead = found.group(1)
    if page is None:
        page = next((str(int(text)) for text in alone if re.fullmatch("[0-9]{1,2}", text)), None)
    if section is None:
        section = next((text for text in alone if is_section(text)), None)
    return Folio(masthead, day, weekday, issue, editor[1] if editor else None, page, section)


def is_pointer(text: str) -> bool:
    """Whether a line says where an article goes on, or what it announces stands: 详见A05版, （下转第2版）."""
    return _POINTER.search(text) is not None


def is_section(text: str) -> bool:
    """Whether a line could be the name of a section, with the page's number or without: 要闻, 文学副刊 07.
    Only what stands beside it tells."""
    return (len(text) <= 8 and _SECTION_NAME.fullmatch(text) is not None) or (
        len(text) <= 12 and (_NUMBERED_NAME.fullmatch(text) or _WEEKLY_NAME.fullmatch(text)) is not None
    )


def is_bare_date(text: str) -> bool:
    """Whether a line is a day and nothing else, as at the foot of a notice: 2021年4月13日."""
    found = DATE.fullmatch(text) or HAN_DATE.fullmatch(text)
    return found is not None and text[-1] == "日"


def _page_of(text: str) -> tuple[str | None, str | None]:
    """The number of the page and the name of its section in a line of the folio: 第3版 要闻, A05版 今日城事,
    第2版：综合新闻, 要闻 第二版. A line that points to another page (下转第四版) tells neither."""
    if _POINTER.search(text) or _CONTACT.match(text):
        return None, None
    line = _SECTION_LINE.fullmatch(text) if len(text) <= 14 else None
    if line is not None:
        number = "".join(re.findall("[A-Z0-9]", text))
        name = line.group("after") or line.group("before")
        return number if number[0].isalpha() else str(int(number)), name
    found = next((one for one in _PAGE.finditer(text) if not text[: one.start()].endswith("今日")), None)
    if found is None:
        return None, None
    number = next(group for group in found.groups() if group)
    number = str(han_number(number)) if not number.isascii() else number
    for sought in (_SECTION_AFTER.search(text[found.end() :]), _SECTION_BEFORE.search(text[: found.start()])):
        if sought is not None and not _NOT_SECTION.search(sought.group(1)):
            return number, sought.group(1)
    return number, None


_NUMBERED_NAME = re.compile(
    rf"[{HAN}·]{{2,10}}[ \u3000]+[A-Z]?[0-9]{{1,2}}版?|[A-Z]?[0-9]{{1,2}}[ \u3000]+[{HAN}·]{{2,10}}"
)
_GUIDING = re.compile("[^。]{8,}[ \u3000>》▶→](?:[A-Z]?[0-9]{1,2}|第?[0-9一二三四五六七八九十]{1,2}版)[)）]?")


def _guides(text: str) -> bool:
    """Whether a line of furniture tells rather what stands on another page: 房贷利率松动 买房子先别急 A17."""
    if _GUIDING.fullmatch(text) is None or is_dated(text) or _LUNAR.search(text):
        return False
    return read_editor(text) is None


_PAPERS = ("报", "報")
_BARE_MASTHEAD = re.compile(rf"[{HAN}]{{1,8}}[报報]")
_ROMANISED = re.compile(r"[A-Z][A-Z'’ .·\-]{3,40}")


def is_masthead(text: str) -> bool:
    """Whether a line could be nothing but the paper's name: 东阿报. Only what stands beside it tells."""
    return text.rstrip(" ")[-1:] in _PAPERS and _BARE_MASTHEAD.fullmatch(text.replace(" ", "")) is not None


def is_romanised(text: str) -> bool:
    """Whether a line is capital Latin letters only, as the name of a paper is printed under its characters:
    DONG'E BAO, LIAOCHENG RIBAO."""
    return _ROMANISED.fullmatch(text) is not None


def is_dated(text: str) -> bool:
    """Whether a line of furniture is the folio proper: it prints a date, a weekday or an issue's number."""
    return bool(
        DATE.search(text)
        or HAN_DATE.search(text)
        or REPUBLIC.search(text)
        or _WEEKDAY.search(text)
        or _ISSUE.search(text)
    )
