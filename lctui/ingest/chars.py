"""What the stages must know of characters: kinds, widths, and what may end or begin a sentence.

The em is the unit of width; see `params`. Which marks may not begin or end a line or a sentence is
taken from the W3C's Requirements for Chinese Text Layout (clreq), section 3.1.
"""

from __future__ import annotations

import re

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""For use inside a regular expression's brackets: Chinese characters."""

WIDE = HAN + "\u3001-\u3006\u3008-\u303f\uff01-\uffef\u2014\u2018\u2019\u201c\u201d\u2026\u25a0-\u27bf"
"""Chinese characters and the marks set on their square."""

BLANKS = " \u00a0\u2000-\u200a\u202f\u205f\u3000"

SENTENCE_END = frozenset("。！？!?…｡")
CLOSING = frozenset("”’」』）》】〉)\"']}")
CANNOT_BEGIN = frozenset("，。、；：！？,;:!?）》」』】〉”’…%％·)]}～~")
"""No sentence and no headline begins with one of these; nor does a printed line."""
CANNOT_END = frozenset("，、；,;（《「『【〈“‘(")
"""No sentence, paragraph or headline ends with one of these."""

_HAN = re.compile(f"[{HAN}]")
_TWO = re.compile("..", re.DOTALL)
BRACKETS = {"“": "”", "‘": "’", "（": "）", "《": "》", "「": "」", "『": "』", "【": "】", "(": ")"}
_CLOSERS = {close: open_ for open_, close in BRACKETS.items()}
_ANY_BRACKET = re.compile(f"[{re.escape(''.join((*BRACKETS, *_CLOSERS)))}]")


def is_han(char: str) -> bool:
    """Whether `char` is a Chinese character (marks are not)."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or code == 0x3007
        or 0x3400 <= code <= 0x4DBF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
    )


def pairs_of(text: str) -> set[str]:
    """The pairs of neighbouring characters in `text`."""
    return {*_TWO.findall(text), *_TWO.findall(text, 1)}


def has_han(text: str) -> bool:
    """Whether any Chinese character stands in `text`."""
    return _HAN.search(text) is not None


def ems(text: str) -> float:
    """The printed width of `text` in ems, from the length of its UTF-8: one byte is half an em,
    three bytes are one. Exact for Chinese and ASCII, near enough for the rest, and fast."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 4


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, closing quotes and brackets looked through."""
    end = len(text)
    while end and text[end - 1] in CLOSING:
        end -= 1
    if end and text[end - 1] in SENTENCE_END:
        return True
    if end > 1 and text[end - 1] == "." and text[end - 2].isascii() and text[end - 2].isalpha():
        return not has_han(text[-24:])
    # （完）, （新华社记者 某某摄）, （图片由某某提供）: a bracket at the end of a caption or a report.
    if text[-1:] == "版" and _POINTS_ON.search(text):
        return True
    return end < len(text) and text[-1] in "）)" and _SIGNED.search(text[-40:]) is not None


_SIGNED = re.compile(
    r"[（(](?:(?:全文)?完|(?:未完)?待续|[^（()）]*(?:摄|供图|提供|记者[^（()）]*|电|发|图))[）)]$"
)


_MIDWAY = re.compile(
    "^[^，。；、！？：“‘（《]{0,3}。|^[^，。；、！？：“‘（《]{4,5}。$|^[^，。；、！？：“‘（《][，、；]|"
    "^(?:了(?![解却不如然])|着(?![力眼手重实陆火急装])|[们吗呢吧])"
)


_POINTS_ON = re.compile("[。！？”](?:详见|见|参见|刊|转)[^。，]{0,4}[0-9一二三四五六七八九十][ ]*版$")


def begins_midway(text: str) -> bool:
    """Whether `text` begins in the middle of a sentence: hardly one has a full stop after three characters,
    or is a paragraph of five, or has a first clause of one (资供应。各级…, 体上曝光。, 备，对棉纤维…)."""
    return _MIDWAY.match(text) is not None


def across(left: str, right: str) -> tuple[str, ...]:
    """The words of three characters that would begin at the end of `left` and go on in `right`; none where
    either side of the cut is no Chinese character."""
    if not (is_han(left[-1]) and is_han(right[0])):
        return ()
    return left[-2:] + right[:1], left[-1:] + right[:2]


def balanced(text: str) -> bool:
    """Whether every bracket and quote opened in `text` is closed in it, and none closed that was
    not opened. Straight double quotes must come in pairs."""
    if text.count('"') % 2:
        return False
    first = _ANY_BRACKET.search(text)
    if first is None:
        return True
    depth: dict[str, int] = {}
    for found in _ANY_BRACKET.finditer(text, first.start()):
        char = found.group()
        if char == "’" and text[found.end() : found.end() + 1].isdigit() and not depth.get("‘"):
            continue  # ’98, a year cut short
        if char in BRACKETS:
            depth[char] = depth.get(char, 0) + 1
        else:
            open_ = _CLOSERS[char]
            if not depth.get(open_):
                return False
            depth[open_] -= 1
    return not any(depth.values())
