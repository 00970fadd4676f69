"""Numbers that are written digit by digit, in Chinese or in Arabic digits: 二〇二四 and 2024.

Only such are turned into one another as have one way to be read: a run of Chinese digits that holds a
zero, or a year (GB/T 15835—2011, 4.1.3, writes both 二〇二四年 and 2024年). 一百零五 is no such run.
"""

from __future__ import annotations

import re
import unicodedata

_CHINESE = "〇一二三四五六七八九"
_VALUES = {**{digit: str(value) for value, digit in enumerate(_CHINESE)}, "零": "0", "○": "0"}
_ZEROS = frozenset("〇零○")
_RUN = re.compile("(?<![十百千万亿点])[〇零○一二三四五六七八九]{2,}(?![十百千万亿点])")
_YEAR = re.compile(r"(?<![\d.:/-])[12１２]\d{3}(?![\d.:/-])")
_YEAR_DIGITS = 4


def other_numerals(text: str) -> tuple[str, ...]:
    """`text` with its numbers in the other digits: all Arabic, then all Chinese; what is new of it."""
    arabic = _RUN.sub(lambda run: _arabic(run[0]), text)
    chinese = _YEAR.sub(lambda year: "".join(_CHINESE[unicodedata.digit(c)] for c in year[0]), text)
    return tuple(form for form in dict.fromkeys((arabic, chinese)) if form != text)


def _arabic(run: str) -> str:
    is_year = len(run) == _YEAR_DIGITS and run[0] in "一二"
    return "".join(_VALUES[digit] for digit in run) if is_year or not _ZEROS.isdisjoint(run) else run
