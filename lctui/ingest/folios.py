"""报眉: dates, issue numbers, editors and the paper's name; and the earliest date a page can have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lctui.ingest.chars import HAN

_B = "[ \u3000]*"
_DATE = re.compile(
    rf"(?<![0-9])((?:19|20)[0-9]{{2}}){_B}[年.\-/]{_B}([01]?[0-9]){_B}[月.\-/]{_B}([0-3]?[0-9]){_B}日?(?![0-9])"
)
_HAN_DATE = re.compile(
    rf"([一二][〇零○一二三四五六七八九]{{3}})年{_B}"
    rf"([一二三四五六七八九十]{{1,3}})月{_B}([一二三四五六七八九十]{{1,3}})日"
)
_WEEKDAY = re.compile(rf"(?:星{_B}期|周|礼拜){_B}([一二三四五六日天])")
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
_NAME = rf"[{HAN}]{{2,4}}|[{HAN}] [{HAN}](?![{HAN}])"
_EDITOR_NAMES = re.compile(
    rf"(?:责{_B}任{_B}编{_B}辑|责{_B}编|本版编辑|本版责编|值班编辑|编{_B}辑|主编|責任編輯|"
    rf"責編|編輯)[ \u3000：:/]*"
    rf"((?:{_NAME})(?:[ \u3000、]+(?:{_NAME}))*)"
)
_NOT_NAME = re.compile(
    r"^(?:版式|校对|美编|设计|制图|电话|电子|邮箱|热线|视觉|组版|检校|图编|值班|"
    r"星期.*|周[一二三四五六日]|第.*|总第.*|责编|编辑|邮编|新闻)"
)
_MASTHEAD = re.compile(
    rf"(?:^|[ \u3000])((?:[{HAN}]{{2,8}}?)(?:日报|晚报|早报|晨报|时报|商报|都市报|新报|导报|周报|"
    r"青年报|经济报|快报|电视报|广播报|画报|学报|法制报|法治报|日報|晚報|早報|時報|商報|快報|週報))"
    r"(?=$|[ \u3000,，0-9])"
)
# A paper's name beside a date: 东阿报, 聯合報. By itself it could be a line of anything.
_SHORT_MASTHEAD = re.compile(rf"(?:^|[ \u3000])([{HAN}]{{1,6}}[报報])(?=$|[ \u3000,，0-9])")
_CONTACT = re.compile(
    r"(?:热线|电话|電話|传真|傳真|Tel|TEL|手机|广告)(?:[^0-9。，]{0,8}[：:][ ]*[（(+]?[0-9]|"
    r"[^0-9。，]{0,8}[（(+]?[0-9](?:[0-9（()）—\- ]{5,}[0-9]))|[A-Za-z0-9_.]+@[A-Za-z0-9-]+\.|"
    r"E-?mail|邮箱[：: ]|https?://|www\.|邮编[：: ]?[0-9]"
)
_QR = re.compile(r"扫码|扫一扫|扫描.{0,6}二维码|二维码.{0,8}(?:查看|关注|观看|阅读)|微信扫|长按识别|◀ ?扫")
_STAFF = re.compile(
    r"^[ \u3000]*[□■○●]?[ \u3000]*(?:责任编辑|责编|本版编辑|本版责编|值班编辑|编辑|美编|美术编辑|"
    r"版式|校对|组版|视觉|检校|图编|主编|值班主任|总值班)[ \u3000：:/]"
)
_POINTER = re.compile(
    r"^[（(【\[▶►◀◢◣ ]*(?:下转|上接|紧接|转|接)[^。，]{0,6}(?:版|页)[^。，]{0,6}[）)】\]]?$|"
    r"^[（(▶►◀◢◣ ]*(?:更多|相关|详细|全文)?(?:报道|内容|新闻|链接|全文|详情)?(?:请)?"
    r"(?:见|刊|详见|参见)[^。，]{0,8}版[^。，]{0,4}[）)]?$"
)
_PAGE_NO = re.compile(
    r"^(?:第?[ ]*[A-Z]?[0-9]{1,3}[ ]*版|[A-Z][0-9]{1,2}|[0-9]{1,3}|- ?[0-9]{1,3} ?-|版次[：:].*)$"
)
_LUNAR = re.compile(
    r"(?:农历|農曆)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年|"
    r"(?:农历|農曆)[闰閏]?[正一二三四五六七八九十冬腊臘]{1,2}月(?:初|十|廿|三十|二十)"
)
_PRINT_NO = re.compile(
    r"国内统一(?:连续出版物|刊)号|CN ?[0-9]{2}-[0-9]{4}|邮发代号|本报网址|"
    r"今日[0-9一二三四五六七八九十]+版|零售(?:价)?|印刷|总第[0-9]+"
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


# One look at a line before all others: without any of these it is no furniture. Patterns of which each
# begins with a character of its own are searched for many times as fast as those that begin otherwise.
_OPENING_SIGN = re.compile(r"[^\u3400-\u9fff]{0,8}$|[A-Z][0-9]")
_FIGURE_SIGN = re.compile(r"[0-9](?:版| *期|[0-9]{3}[.\-/][0-9])")
_WORD_SIGN = re.compile(
    r"版[ ]*[：:）)\]】]?$|星 *期|周[一二三四五六日]|编 *辑|责 *编|美编|版式|校对|组版|视觉|检校|图编|主编|"
    r"值班|热线|电话|传真|手机|广告|邮箱|邮编|@|http|www|mail|t[Ee][Ll]|T[Ee][Ll]|扫|二维码|识别|"
    r"下转|上接|紧接|见.{0,8}版|统一|CN ?[0-9]|邮发|网址|今日|零售|印刷|总第|電話|編輯|責編|"
    r"农[历曆]|農[历曆]|年[ ]*[0-9一二三四五六七八九十]{1,3}[ ]*月|"
    r"报(?:$|[ \u3000,，0-9])|報(?:$|[ \u3000,，0-9])|版次|"
    + "|".join(f"{stem}[子丑寅卯辰巳午未申酉戌亥]年" for stem in "甲乙丙丁戊己庚辛壬癸")
)


def _has_sign(text: str) -> bool:
    return bool(_WORD_SIGN.search(text) or _FIGURE_SIGN.search(text) or _OPENING_SIGN.match(text))


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to an article: folio, staff, telephone, QR caption."""
    if len(text) > 160 or not _has_sign(text):
        return False
    if _PAGE_NO.match(text) or (len(text) <= 24 and _POINTER.search(text)):
        return True
    if len(text) <= 44 and _QR.search(text) and not text.endswith("。"):
        return True
    if _STAFF.match(text) or _PAGE_LINE.match(text):
        return True
    signs = 0
    dated = bool(_DATE.search(text) or _HAN_DATE.search(text))
    if dated:
        signs += 1
    if _WEEKDAY.search(text):
        signs += 1
    if _ISSUE.search(text):
        signs += 1
    if _CONTACT.search(text):
        signs += 1
    if _EDITOR_NAMES.search(text):
        signs += 1
    if _LUNAR.search(text):
        signs += 1
    if _PRINT_NO.search(text):
        signs += 1
    if _MASTHEAD.search(text):
        signs += 1
    if re.search(r"第[ ]*[A-Z]?[0-9一二三四五六七八九十]{1,3}[ ]*版|[A-Z][0-9]{2}(?:版)?(?![0-9])", text):
        signs += 1
    if "。" in text or text.count("，") > 1:
        return signs >= 4
    if signs >= 2:
        return True
    if signs == 1:
        rest = _DATE.sub("", _CONTACT.sub("", _WEEKDAY.sub("", text)))
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
    masthead = day = weekday = issue = editor = page = section = None
    for text in lines:
        if page is None and len(text) <= 120:
            page, section = _page_of(text)
        if day is None:
            day = _printed_date(text)
        if weekday is None and (found := _WEEKDAY.search(text)):
            weekday = "星期" + found.group(1).replace("天", "日")
        if issue is None and (found := _ISSUE.search(text)):
            issue = found.group(1) or found.group(2)
        if editor is None and (found := _EDITOR_NAMES.search(text)):
            names = [re.sub(r"\s", "", name) for name in re.findall(_NAME, found.group(1))]
            kept: list[str] = []
            for name in names:
                if _NOT_NAME.match(name):
                    break
                kept.append(name)
            if kept:
                editor = " ".join(kept)
        if masthead is None and (found := _MASTHEAD.search(text) or _SHORT_MASTHEAD.search(text)):
            masthead = found.group(1)
    return Folio(masthead, day, weekday, issue, editor, page, section)


def _page_of(text: str) -> tuple[str | None, str | None]:
    """The number of the page and the name of its section in a line of the folio: 第3版 要闻, A05版 今日城事,
    第2版：综合新闻, 要闻 第二版. A line that points to another page (下转第四版) tells neither."""
    if _POINTER.search(text) or _CONTACT.match(text):
        return None, None
    found = next((one for one in _PAGE.finditer(text) if not text[: one.start()].endswith("今日")), None)
    if found is None:
        return None, None
    number = next(group for group in found.groups() if group)
    number = str(_han_number(number)) if not number.isascii() else number
    for name in (_SECTION_AFTER.search(text[found.end() :]), _SECTION_BEFORE.search(text[: found.start()])):
        if name is not None and not _NOT_SECTION.search(name.group(1)):
            return number, name.group(1)
    return number, None


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
    return bool(_DATE.search(text) or _HAN_DATE.search(text) or _WEEKDAY.search(text) or _ISSUE.search(text))


def _printed_date(text: str) -> date | None:
    found = _DATE.search(text)
    if found:
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = _HAN_DATE.search(text)
    if found:
        year = int(
            "".join(
                str(max(0, "〇一二三四五六七八九".find(c)))
                for c in found.group(1).replace("零", "〇").replace("○", "〇")
            )
        )
        return _date(year, _han_number(found.group(2)), _han_number(found.group(3)))
    return None


def _han_number(text: str) -> int:
    """一 … 三十一."""
    digits = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
    if "十" in text:
        tens, _, ones = text.partition("十")
        return digits.get(tens, 1) * 10 + digits.get(ones, 0)
    return digits.get(text, 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# -- the earliest date a page can have -------------------------------------------------------

_TEXT_DATE = re.compile(
    r"(?:((?:19|20)[0-9]{2})年)?(?<![0-9])(1[0-2]|[1-9])月([12][0-9]|3[01]|[1-9])日(?:(?:至|—|-|～|~|到)(?:(1[0-2]|[1-9])月)?([12][0-9]|3[01]|[1-9])日)?"
)
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_AHEAD = re.compile(r"(?:到|至|将于|将在|拟于|定于|截止|持续到|预计|计划于|力争|自|为|从)$")
_AHEAD_AFTER = re.compile(r"^[^。；]{0,12}(?:将|届时|截止|前(?:完成|建成))")


def earliest_date(paragraphs: Iterable[str]) -> date | None:
    """The earliest date a page can have: the latest day that its text reports as past.

    A day without a year (1月25日) takes its year from the years the page names: the latest one that
    is spoken of as begun; a day late in the year takes the one before where that fits the full dates
    of the page better. Days that the text looks forward to (将于3月11日, 持续到…) do not count.
    """
    full: list[date] = []
    partial: list[tuple[int, int]] = []
    years: Counter[int] = Counter()
    for text in paragraphs:
        if "月" not in text and "年" not in text:
            continue
        for found in _YEAR.finditer(text):
            before = text[max(0, found.start() - 4) : found.start()]
            if not _AHEAD.search(before) and not before.endswith(("到", "至")):
                years[int(found.group(1))] += 1
        if "日" not in text:
            continue
        for found in _TEXT_DATE.finditer(text):
            before = text[max(0, found.start() - 4) : found.start()]
            if _AHEAD.search(before) or _AHEAD_AFTER.match(text[found.end() : found.end() + 16]):
                continue
            month, day = int(found.group(2)), int(found.group(3))
            if found.group(1):
                when = _date(int(found.group(1)), month, day)
                if when:
                    full.append(when)
            else:
                partial.append((month, day))
    latest = max(full, default=None)
    if partial:
        year = max(years, default=None) if years else None
        if year is None and latest is not None:
            year = latest.year
        if year is not None:
            month, day = max(partial)
            if (
                latest is not None
                and latest.year < year
                and month >= 9
                and latest.month >= 9
                and years[year] < years[latest.year]
            ):
                year = latest.year
            if latest is None and month >= 10 and year - 1 in years and years[year - 1] > years[year]:
                year -= 1
            when = _date(year, month, day)
            if when and (latest is None or when > latest):
                latest = when
    return latest
