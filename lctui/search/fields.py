"""The values of the fields that are no text: dates, issue numbers and kinds of article."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lctui.model import Article, ArticleKind, Issue
from lctui.text.folding import fold_text

if TYPE_CHECKING:
    from lctui.search.query import FieldName

FIELD_NAMES: dict[str, FieldName] = {
    "题": "title", "标题": "title", "title": "title",
    "记者": "byline", "作者": "byline", "署名": "byline", "by": "byline", "byline": "byline",
    "地": "place", "地点": "place", "place": "place",
    "栏": "column", "栏目": "column", "column": "column",
    "型": "kind", "类型": "kind", "kind": "kind",
    "期": "issue", "期号": "issue", "issue": "issue",
    "日": "date", "日期": "date", "date": "date",
}  # fmt: skip
"""Every name a field may be written by; the first of each is what completion offers."""

KIND_NAMES: dict[str, ArticleKind] = {
    "报道": "report", "消息": "report", "通讯": "report", "report": "report",
    "评论": "commentary", "快评": "commentary", "言论": "commentary", "commentary": "commentary",
    "图片": "photo", "照片": "photo", "摄影": "photo", "photo": "photo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `first` to `last`, both included; None is open. `reversed`: it was written from late to early."""

    first: date | None
    last: date | None
    reversed: bool = False

    def holds(self, issue: Issue, article: Article) -> bool:
        day = issue.sort_date
        return (
            day is not None
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class NumberRange:
    """Issue numbers from `first` to `last`, both included; None is open. `reversed` as for dates."""

    first: int | None
    last: int | None
    reversed: bool = False

    def holds(self, issue: Issue, article: Article) -> bool:
        digits = re.search(r"\d+", issue.issue_number or "")
        if digits is None:
            return False
        number = int(digits[0][:_MOST_DIGITS])
        return (self.first is None or self.first <= number) and (self.last is None or number <= self.last)


@dataclass(frozen=True, slots=True)
class KindIs:
    """Articles of one kind."""

    kinds: frozenset[ArticleKind]

    def holds(self, issue: Issue, article: Article) -> bool:
        return article.kind in self.kinds


Value = DateRange | NumberRange | KindIs

_MOST_DIGITS = 9
_WIDE_DIGITS = {chr(0xFF10 + digit): str(digit) for digit in range(10)}
_DASHES = str.maketrans({
    "／": "/", "．": ".", "－": "-", "–": "-", "—": "-", "～": "~", "…": "..",
    "＞": ">", "＜": "<", "＝": "=", "≥": ">=", "≤": "<=", **_WIDE_DIGITS,
})  # fmt: skip
_DAY = re.compile(
    r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)|年)?|(\d{4})(\d{2})(\d{2})", re.ASCII
)


def read_value(field: FieldName, text: str) -> Value | None:
    """The value of a date, issue or kind field as written; None where it cannot be read.

    Dates: 2024, 2024-01, 2024-01-15 (also / . 年月日 and 20240115), a..b, a.., ..b, >= > <= < =.
    """
    text = text.strip().translate(_DASHES)
    if field == "kind":
        return _read_kind(text)
    read: Callable[[str], tuple[date, date] | tuple[int, int] | None]
    read = _read_days if field == "date" else _read_number
    bounds = _read_range(text, read)
    if bounds is None:
        return None
    return DateRange(*bounds) if field == "date" else NumberRange(*bounds)  # type: ignore[arg-type]


def _read_range(
    text: str, read: Callable[[str], tuple[date, date] | tuple[int, int] | None]
) -> tuple[date | int | None, date | int | None, bool] | None:
    """The first and the last value that `text` allows, and whether it has them the wrong way round."""
    if comparison := re.match(r"(>=|<=|>|<|=)", text):
        sign = comparison[1]
        if (value := read(text[comparison.end() :].strip())) is None:
            return None
        first, last = value
        if sign == "=":
            return first, last, False
        if sign == ">=":
            return first, None, False
        if sign == "<=":
            return None, last, False
        return (_next(last, 1), None, False) if sign == ">" else (None, _next(first, -1), False)
    low_text, dots, high_text = text.partition(".." if ".." in text else "~")
    if not dots:
        return (*value, False) if (value := read(text)) else None
    low = read(low_text.strip()) if low_text.strip() else None
    high = read(high_text.strip(". ")) if high_text.strip(". ") else None
    if (low is None and low_text.strip()) or (high is None and high_text.strip(". ")) or not (low or high):
        return None
    if low and high and low[0] > high[1]:  # type: ignore[operator]  # two dates or two numbers
        return high[0], low[1], True
    return (low[0] if low else None), (high[1] if high else None), False


def _next(value: date | int, step: int) -> date | int:
    if isinstance(value, int):
        return value + step
    ordinal = value.toordinal() + step
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def _read_days(text: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (found[1], found[2], found[3]) if found[1] else (found[4], found[5], found[6])
    y, m, d = int(year), int(month or 0), int(day or 0)
    try:
        if d:
            return date(y, m, d), date(y, m, d)
        if month:
            return date(y, m, 1), date(y, m, calendar.monthrange(y, m)[1])
        return date(y, 1, 1), date(y, 12, 31)
    except (ValueError, IndexError):
        return None


def _read_number(text: str) -> tuple[int, int] | None:
    digits = re.fullmatch(rf"第?(\d{{1,{_MOST_DIGITS}}})期?", text, re.ASCII)
    return (int(digits[1]), int(digits[1])) if digits else None


def _read_kind(text: str) -> KindIs | None:
    """A kind by its name or the beginning of its name."""
    wanted = fold_text(text)
    kinds = frozenset(kind for name, kind in KIND_NAMES.items() if wanted and name.startswith(wanted))
    return KindIs(kinds) if kinds else None
