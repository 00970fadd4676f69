"""What a character may do at the start and the end of a line, and which places between two are kept together.

The classes follow the W3C's Requirements for Chinese Text Layout (clreq): pause and stop marks, closing
marks, the middle dot, the solidus and connector marks never start a line; opening marks never end one;
a dash —— and an ellipsis …… are never split; numbers stay with their sign and unit, Western words whole.
"""

from __future__ import annotations

import re
import unicodedata
from operator import add

from lctui.text.cells import ZWJ, char_cells

OTHER, LETTER, DIGIT, BLANK, OPENING, CLOSING, POINT, GLUE, PREFIX, SUFFIX, DASH, ELLIPSIS, EXTENDING = range(
    13
)
"""Classes of characters; the pair of two neighbours decides the level between them."""

FREE, NUMBER, WORD, PROHIBITED, PAIR, KEPT_WHOLE = range(6)
"""Levels of the place between two characters, from "a line may end here" to "never": inside a number with
its unit (or at a seam of a web address), inside a Western word, before a closing or after an opening mark,
inside a —— or ……, inside what a reader takes for one character."""

CLOSING_MARKS = (
    "、，；：。！？．’”）》」』】〕〉〗〙〛｝］〞〟｠﹂﹄·・‧‥～–―／､｡｣﹐﹑﹒﹔﹕﹖﹗﹚﹜﹞々〻ー゛゜ゝゞヽヾ"
)
OPENING_MARKS = "‘“（《「『【〔〈〖〘〚｛［〝｟﹁﹃｢﹙﹛﹝([{«‹"
POINTS = ".,:;!?)]}»›"
SIGNS_BEFORE = "$¥￥€£￡₩№§＄￠#＃@"
SIGNS_AFTER = "%％‰‱℃℉°′″"

HANGING = frozenset("、，。．")
"""Marks that may hang beyond the measure (clreq: pause and stop marks at the end of a line)."""

HALF_WIDTH = dict(zip("，。、；：！？（）「」％［］｛｝．", ",｡､;:!?()｢｣%[]{}.", strict=True))
"""Full-width marks and the form of one cell that stands for them where a line is squeezed."""

_CLASS_OF = {
    **dict.fromkeys(CLOSING_MARKS, CLOSING),
    **dict.fromkeys(OPENING_MARKS, OPENING),
    **dict.fromkeys(POINTS, POINT),
    **dict.fromkeys("/-_&=~'\\*+|<>^`\"", GLUE),
    **dict.fromkeys("−±×÷＋－＝", GLUE),
    **dict.fromkeys(SIGNS_BEFORE, PREFIX),
    **dict.fromkeys(SIGNS_AFTER, SUFFIX),
    **dict.fromkeys("0123456789０１２３４５６７８９", DIGIT),
    **dict.fromkeys(" \u3000\u200b\t\n\r\v\f", BLANK),
    "—": DASH,
    "…": ELLIPSIS,
}


class _Classes(dict[int, str]):
    """`str.translate` table: each character becomes the character whose code is its class."""

    def __missing__(self, codepoint: int) -> str:
        ch = chr(codepoint)
        found = _CLASS_OF.get(ch)
        if found is None:
            narrow_word = char_cells(ch) == 1 and unicodedata.category(ch)[0] in "LNM"
            full_width_word = 0xFF21 <= codepoint <= 0xFF5A and ch.isalpha()
            if char_cells(ch) == 0:
                found = EXTENDING
            elif narrow_word or full_width_word or ch == "\u00a0":
                found = LETTER
            else:
                found = OTHER
        self[codepoint] = chr(found)
        return chr(found)


_CLASSES = _Classes()


def _level(before: int, after: int) -> int:
    """The level between characters of two classes, before anything that takes more than a pair to see."""
    if after == EXTENDING:
        return KEPT_WHOLE
    if after in (CLOSING, SUFFIX, BLANK):
        return PROHIBITED
    if after == POINT:
        return PROHIBITED
    if before == OPENING:
        return PROHIBITED
    if after in (DASH, ELLIPSIS):
        return PROHIBITED if after == ELLIPSIS or before == DASH else FREE
    if before == PREFIX:
        return PROHIBITED if after == DIGIT else WORD if after == LETTER else FREE
    western = (LETTER, DIGIT, GLUE)
    if before in western and after in western:
        return WORD
    if before == POINT and after in western:
        return WORD
    if before in western and after == PREFIX:
        return WORD
    return FREE


_PAIRS = bytes(
    _level(pair >> 4, pair & 15) if (pair >> 4) < 13 and (pair & 15) < 13 else 0 for pair in range(256)
)
_HIGH = bytes((code << 4) & 255 for code in range(256))

_DASHES = re.compile("—+")
_ELLIPSES = re.compile("…+")
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_LONG_WORD = re.compile(r"[!-~]{20,}")
_SEAM = re.compile(r"[/?&=._-](?=[^/?&=._-])")
# An ASCII mark that ends a Chinese clause (unrepaired OCR) does not glue what follows to it.
_POINT_AFTER_CHINESE = re.compile(
    rb"(?<=[%b])%b+(?=[%b])"
    % (
        bytes([OTHER, CLOSING]),
        re.escape(bytes([POINT])),
        bytes([LETTER, DIGIT]),
    )
)
_OPENING_AND_BLANKS = re.compile(b"%b%b+" % (re.escape(bytes([OPENING])), re.escape(bytes([BLANK]))))
_EXTENSIONS = re.compile(re.escape(bytes([EXTENDING])) + b"+")

_UNITS = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|微米|纳米|海里|英里|英寸|公顷|公斤|千克|毫克|"
    "毫升|千瓦时|千瓦|兆瓦|摄氏度|小时|分钟|秒钟|周年|周岁|个月|月份|年代|年度|世纪|美元|欧元|日元|英镑|港元|人次|人民币|"
    "[元角分米亩克吨升人户家个名位项条件座栋处所辆架艘台套种类批次场届期号版页章节款岁年月日时秒天周倍成度级层里斤两"
    "元只头匹株棵颗粒枚支根张把间亿万千百十]"
)
_NUMBER_WITH_UNIT = re.compile(
    rf"[0-9０-９]([多余]?[十百千万亿兆]{{1,3}}[多余]?(?:{_UNITS})?|[多余]?(?:{_UNITS}))|第(?=[0-9０-９])"
)


def char_classes(text: str) -> bytes:
    """The class of each character, one byte each."""
    return text.translate(_CLASSES).encode("latin-1")


def levels(text: str, classes: bytes) -> bytearray:
    """The level of the place before each character of `text`, and of its end: len(text) + 1 of them.

    `classes` are those of `char_classes(text)`. The start and the end of the text are FREE.
    """
    before = classes
    if EXTENDING in classes:  # a mark counts as what it stands on
        based = bytearray(classes)
        for run in _EXTENSIONS.finditer(classes):
            base = based[run.start() - 1] if run.start() else OTHER
            based[run.start() : run.end()] = bytes([base]) * (run.end() - run.start())
        before = bytes(based)
    pairs = bytes(map(add, before.translate(_HIGH), classes[1:])).translate(_PAIRS)
    found = bytearray(b"\0" + pairs + b"\0") if text else bytearray(1)
    _mind_runs(text, classes, found)
    for match in _NUMBER_WITH_UNIT.finditer(text):
        for at in range(match.start() + 1, max(match.end(), match.start() + 2)):
            if found[at] == FREE and at < len(text):
                found[at] = NUMBER
    return found


def _mind_runs(text: str, classes: bytes, found: bytearray) -> None:
    """Correct the levels where more than the two neighbours decides."""
    if "—" in text:
        for run in _DASHES.finditer(text):
            if run.end() - run.start() == 1 and run.start():  # 一字线, a connector, not a dash
                found[run.start()] = max(found[run.start()], PROHIBITED)
            for at in range(run.start() + 1, run.end(), 2):
                found[at] = PAIR
    if "…" in text:
        for run in _ELLIPSES.finditer(text):
            for at in range(run.start() + 1, run.end(), 2):
                found[at] = PAIR
    if "’" in text:
        for match in _APOSTROPHE.finditer(text):
            found[match.end()] = WORD
    for marks in _POINT_AFTER_CHINESE.finditer(classes):
        found[marks.end()] = FREE
    for blanks in _OPENING_AND_BLANKS.finditer(classes):
        if blanks.end() < len(text):
            found[blanks.end()] = max(found[blanks.end()], PROHIBITED)
    if EXTENDING in classes and ZWJ in text:
        at = text.find(ZWJ)
        while 0 <= at < len(text) - 1:
            found[at + 1] = KEPT_WHOLE
            at = text.find(ZWJ, at + 1)
    if max(text, default="") >= "\U0001f1e6":
        for match in _FLAGS.finditer(text):
            found[match.start() + 1] = KEPT_WHOLE
    for match in _LONG_WORD.finditer(text):
        for seam in _SEAM.finditer(text, match.start(), match.end()):
            if found[seam.end()] == WORD:
                found[seam.end()] = NUMBER
