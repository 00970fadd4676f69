"""Days: as a folio prints them, and the earliest that a page can have.

A folio prints its day in figures (2024年1月16日, 2024-1-16), in Chinese figures (二〇二四年一月十六日), by
the years of the Republic (中華民國100年9月28日), and now and then over two lines (2019年11月, 6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

_B = "[ \u3000]*"
# What must not stand before a year is looked for behind its figures: a pattern that begins with characters
# is searched for many times as fast as one that looks back first.
DATE = re.compile(
    rf"((?:19|20)[0-9]{{2}})(?<![0-9].{{4}}){_B}[年.\-/]{_B}([01]?[0-9]){_B}[月.\-/]{_B}([0-3]?[0-9]){_B}日?(?![0-9])"
)
HAN_DATE = re.compile(
    rf"([一二][〇零○OoＯ0一二三四五六七八九]{{3}}){_B}年{_B}"
    rf"([一二三四五六七八九十]{{1,3}}){_B}月{_B}([一二三四五六七八九十]{{1,3}}){_B}日"
)
REPUBLIC = re.compile(rf"民[国國]{_B}([0-9]{{1,3}}){_B}年{_B}([01]?[0-9]){_B}月{_B}([0-3]?[0-9]){_B}日")
_FIRST_YEAR = 1911
"""The year before the first of the Republic."""
_SPREAD_YEAR = re.compile(r"(?<![0-9])[12] [09] [0-9] [0-9](?= *[年.\-/])")
_MONTH = re.compile(rf"^(?:19|20)[0-9]{{2}}{_B}年{_B}(?:[01]?[0-9]{_B}月{_B})?$")
_REST = re.compile(rf"^(?:[01]?[0-9]{_B}月{_B})?[0-3]?[0-9]{_B}日?")


def is_day_begun(text: str) -> bool:
    """Whether a line is the first part of a day that goes on in the next: 2019年11月."""
    return len(text) < 16 and _MONTH.match(text) is not None


def is_day_ended(text: str) -> bool:
    """Whether a line begins with the second part of such a day: 6, 6日 星期三."""
    return _REST.match(text) is not None


def is_dated(text: str) -> bool:
    """Whether a whole day is printed in `text`."""
    return bool(DATE.search(text) or HAN_DATE.search(text) or REPUBLIC.search(text))


def printed_date(text: str) -> date | None:
    """The day that is printed in `text`."""
    if _SPREAD_YEAR.search(text):
        text = re.sub(r"(?<=[0-9]) (?=[0-9])", "", text)
    found = DATE.search(text)
    if found:
        return make_date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = REPUBLIC.search(text)
    if found:
        return make_date(_FIRST_YEAR + int(found.group(1)), int(found.group(2)), int(found.group(3)))
    found = HAN_DATE.search(text)
    if found:
        year = int("".join(str(max(0, "〇一二三四五六七八九".find(char))) for char in found.group(1)))
        return make_date(year, han_number(found.group(2)), han_number(found.group(3)))
    return None


def han_number(text: str) -> int:
    """一 … 三十一."""
    digits = {char: value for value, char in enumerate("一二三四五六七八九", 1)}
    if "十" in text:
        tens, _, ones = text.partition("十")
        return digits.get(tens, 1) * 10 + digits.get(ones, 0)
    return digits.get(text, 0)


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, where there is such a day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# -- the earliest date a page can have -------------------------------------------------------

_TEXT_DATE = re.compile(
    r"(?:((?:19|20)[0-9]{2})年)?(?<![0-9])(1[0-2]|[1-9])月([12][0-9]|3[01]|[1-9])日(?:(?:至|—|-|～|~|到)(?:(1[0-2]|[1-9])月)?([12][0-9]|3[01]|[1-9])日)?"
)
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?<![0-9].{4})年")
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
        if "日" not in text or "月" not in text:
            continue
        for found in _TEXT_DATE.finditer(text):
            before = text[max(0, found.start() - 4) : found.start()]
            if _AHEAD.search(before) or _AHEAD_AFTER.match(text[found.end() : found.end() + 16]):
                continue
            month, day = int(found.group(2)), int(found.group(3))
            if found.group(1):
                when = make_date(int(found.group(1)), month, day)
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
            when = make_date(year, month, day)
            if when and (latest is None or when > latest):
                latest = when
    return latest
