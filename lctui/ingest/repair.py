"""What typesetting and OCR did to the characters of a line, undone; every change is reported.

Two steps, because what a blank means depends on what its line is: `clean_line` needs the line
alone (digits, punctuation, letter-spacing), `close_blanks` works on lines whose role is known.
Nothing is guessed: a character that looks wrong but has no certain origin stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lctui.ingest.chars import BLANKS, CLOSING, HAN, ems, is_han
from lctui.ingest.edits import Edit, Edits, apply, compose
from lctui.ingest.markup import without_markup


class CleanLine(NamedTuple):
    """A line after the repairs that need nothing but the line.

    `indent` is the width in ems of the blanks before the text; `width` that of the printed line,
    blanks between letter-spaced characters included; `spaced` tells that it was letter-spaced. `edits`
    are the changes made, told against the line as printed but for the blanks at its ends.
    """

    text: str
    indent: float
    width: float
    spaced: bool
    edits: Edits


_FULL_DIGIT = re.compile("[０-９]+(?:[．，][０-９]+)*[％‰]?|(?<=[0-9])[％]")
_FULL_LETTER = re.compile("[Ａ-Ｚａ-ｚ]+")
_NARROW = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_NARROW.update({ord("．"): ord("."), ord("，"): ord(","), ord("％"): ord("%")})
_HAS_FULL = re.compile("[０-９Ａ-Ｚａ-ｚ％]")

_HALF = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "｡": "。", "､": "、", "(": "（", ")": "）"}
# A half-width mark belongs to the Chinese text where Chinese, or a mark of Chinese only, stands beside it.
_SIDE = HAN + '，。、；：！？“”‘’（）《》【】…—%％"'
# Here and below: a pattern that begins with the characters themselves, and looks back from there, is
# searched for many times as fast as one that begins by looking back.
_MARKED = re.compile(f"[,;:!?｡､](?:(?<=[｡､])|(?<=[{_SIDE}][,;:!?])[,;:!?]*|[,;:!?]*(?=[{_SIDE}]| [{HAN}]))")
_PAREN = re.compile(r"\(([^()（）]{0,60})\)")
_LONE_PAREN = re.compile(f"[()](?:(?<=[{HAN}].)|(?=[{HAN}]))")
_HALF_WIDTH = "half-width-punctuation"
_HAS_HALF = re.compile("[,;:!?()｡､]")
_HAN_CHAR = re.compile(f"[{HAN}]")

_AIR = re.compile(f" (?:(?<=[{HAN}，。、] )(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％] )(?=[{HAN}]))")
_ANY_ODD = re.compile("[０-９Ａ-Ｚａ-ｚ％ \u3000\u00a0,;:!?()｡､]")
"""Without any of these there is nothing to mend in a line."""
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")
_GAP = re.compile(f"[{BLANKS}]+")
_STRETCHED_DIGITS = re.compile(r"(?<![0-9.])([0-9]) ([0-9])(?![0-9.])")


_TABS = re.compile("\t")
_TAB = "    "


def clean_line(raw: str, *, markup: bool = False) -> CleanLine:
    """Full-width digits, half-width punctuation and letter-spacing of one line undone, and Markdown where
    the page is `markup`."""
    body = raw.strip()
    if not body:
        return CleanLine("", 0.0, 0.0, False, ())
    indent = 0.0
    if len(body) < len(raw) and (start := len(raw) - len(raw.lstrip())):
        indent = ems(raw[:start].replace("\t", _TAB))
    edits: Edits = ()
    if "\t" in body:
        edits = substitutions(_TABS, lambda _: _TAB, body, "blank")
        body = apply(body, edits)
    if not body.isprintable() and _ZERO_WIDTH.search(body):
        body, edits = _changed(body, edits, substitutions(_ZERO_WIDTH, lambda m: "", body, "invisible"))
        body, edits = stripped(body, edits)
    if markup and (marks := without_markup(body)):
        edits = compose(edits, marks)
        body = apply(body, marks)
        body, edits = stripped(body, edits)
        if not body:
            return CleanLine("", indent, 0.0, False, edits)
    width = ems(body)
    if not edits and not _ANY_ODD.search(body):
        return CleanLine(body, indent, width, False, ())
    if _HAS_FULL.search(body):
        for pattern, kind in ((_FULL_DIGIT, "full-width-digit"), (_FULL_LETTER, "full-width-letter")):
            body, edits = _changed(body, edits, substitutions(pattern, _narrow, body, kind))
    spaced = False
    blanks = body.count(" ")
    if blanks:
        # Between characters and figures a blank is a quarter em of air.
        width -= 0.25 * sum(1 for _ in _AIR.finditer(body))
    if blanks or "\u3000" in body or "\u00a0" in body:
        spaced = is_letter_spaced(body)
        if spaced:
            body, edits = _changed(body, edits, letter_spacing(body))
            width = ems(body)
    if _HAS_HALF.search(body) and _HAN_CHAR.search(body):
        narrow = body
        body, edits = _widen_marks(body, edits)
        if not spaced and body is not narrow:
            width += ems(body) - ems(narrow)
    return CleanLine(body, indent, width, spaced, edits)


def stripped(body: str, edits: Edits) -> tuple[str, Edits]:
    """The text without the blanks that a change left at its ends, and all changes made so far."""
    bare = body.strip()
    if bare == body:
        return body, edits
    outside = len(body) - len(body.lstrip())
    ends = (0, outside, "", "blank"), (outside + len(bare), len(body), "", "blank")
    return bare, compose(edits, [end for end in ends if end[0] < end[1]])


def _changed(text: str, done: Edits, more: Edits) -> tuple[str, Edits]:
    """The text with more changes made, and all changes made so far."""
    return (apply(text, more), compose(done, more)) if more else (text, done)


def _narrow(found: re.Match[str]) -> str:
    return found.group().translate(_NARROW)


def substitutions(
    pattern: re.Pattern[str], repl: Callable[[re.Match[str]], str], text: str, kind: str
) -> list[Edit]:
    """What `pattern.sub` would change, as changes."""
    return [
        (found.start(), found.end(), new, kind)
        for found in pattern.finditer(text)
        if (new := repl(found)) != found.group()
    ]


def _widen_marks(text: str, edits: Edits) -> tuple[str, Edits]:
    """Half-width punctuation inside Chinese text made full-width; figures keep theirs (1,200; 10:30)."""
    found: list[Edit] = []
    if "(" in text or ")" in text:
        for match in _PAREN.finditer(text):
            start, end = match.span()
            outside = text[max(0, start - 1) : start] + text[end : end + 1]
            if _HAN_CHAR.search(match.group(1)) or any(
                is_han(c) or c in "，。、；：！？”》" for c in outside
            ):
                found.append((start, start + 1, "（", _HALF_WIDTH))
                found.append((end - 1, end, "）", _HALF_WIDTH))
        text, edits = _changed(text, edits, found)
        if "(" in text or ")" in text:  # the other half stands on another line
            text, edits = _changed(
                text, edits, substitutions(_LONE_PAREN, lambda m: _HALF[m.group()], text, _HALF_WIDTH)
            )
        found = []
    for match in _MARKED.finditer(text):
        start, end = match.span()
        marks = text[start:end]
        if marks in ",:" and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit():
            continue
        wide = _HALF.get(marks) or "".join([_HALF[char] for char in marks])
        found.append((start, end, wide, _HALF_WIDTH))
    return _changed(text, edits, found)


def is_letter_spaced(text: str) -> bool:
    """Whether blanks stand between the single characters of `text`, as in 聊 城 市 首 届."""
    tokens = text.split()
    length = sum(map(len, tokens))
    if 5 * len(tokens) < 2 * length:
        return False  # too few tokens, even if all of them were single characters
    single = 0
    for token in tokens:
        if len(token) == 1 or (len(token) == 2 and not token.isascii() and not _both_han(token)):
            single += 1
    if single < 3:
        return False
    return single * 2 >= length or (single >= 5 and single * 5 >= length * 2)


def _both_han(token: str) -> bool:
    return is_han(token[0]) and is_han(token[1])


_WORD = re.compile(f"[{HAN}]{{2}}")


def letter_spacing(text: str) -> list[Edit]:
    """What sets a letter-spaced line solid. Where its gaps differ, the wider ones are blanks of the text:
    each becomes one blank."""
    gaps = [len(gap) for gap in _GAP.findall(text)]
    usual = Counter(gaps).most_common(1)[0][0]

    def close(found: re.Match[str]) -> str:
        left, right = text[found.start() - 1], text[found.end()]
        if len(found.group()) > usual and not (left in CLOSING or right in "，。、；：！？”’）》"):
            return " "
        if left.isascii() and right.isascii() and left.isalpha() and right.isalpha():
            return " "
        if _WORD.match(text, max(0, found.start() - 2)) and _WORD.match(text, found.end()):
            return found.group()  # two words set solid: □ 本 报 记 者  邓建仁 龙浩
        return ""

    return substitutions(_GAP, close, text, "letter-spacing")


_SLOGAN = re.compile(
    r"《([^《》。；\n]{3,60})》|“([^“”。，；：？\n]{3,60})”|‘([^‘’。，；：？\n]{3,60})’|「([^「」。，；\n]{3,60})」"
)


def close_blanks(
    text: str, *, ocr: bool, column: float = 0.0, first_indent: float = 2.0, names: int = 0
) -> list[Edit]:
    """What is to be done about the blanks inside a line of running Chinese text, its quotes in pairs.

    Chinese typesetting sets no blank between characters, nor between a character and a number or a
    Latin word (clreq 3.1.6 asks for a quarter em of air there, which is the screen's to give). Kept:
    a blank between Latin words or numbers, one after a dateline (本报冠县讯 2023年…), those between
    names, and one that divides a title or a quotation into clauses of about one length and stands
    where no old line can have ended (《传承红色基因 争做时代好少年》).

    Args:
        text: one line after `clean_line`.
        ocr: whether the line is a paragraph whose old line ends left blanks behind.
        column: em width of the old lines, 0 where unknown.
        first_indent: em width of what stood before the first old line.
        names: how many of the first characters belong to a list of names that began in the line above.
    """
    gaps = [found.span() for found in _GAP.finditer(text)]
    if not gaps:
        return []
    line_ends = _line_ends(text, gaps, column, first_indent) if ocr else frozenset()
    meant = _meant(text, gaps, line_ends)
    kind = "ocr-blank" if ocr else "blank"
    edits: list[Edit] = []
    for start, end in gaps:
        if start < names or start in meant or _keeps_blank(text, start, text[start - 1], text[end]):
            if text[start:end] != " ":
                edits.append((start, end, " ", "blank"))
        else:
            edits.append((start, end, "", kind))
    if not ocr and len(edits) < len(gaps):
        closed = apply(text, edits)
        edits = [
            *compose(
                edits,
                substitutions(_STRETCHED_DIGITS, lambda m: m.group(1) + m.group(2), closed, "letter-spacing"),
            )
        ]
    return edits


_LOOSE = 2.0
"""em. So far from its column's width an old line can end."""


def _line_ends(
    text: str, gaps: Sequence[tuple[int, int]], column: float, first_indent: float
) -> frozenset[int]:
    """Which of the blanks stand where an old line can have ended; all where the column is not known."""
    if not column:
        return frozenset(start for start, _ in gaps)
    found: list[int] = []
    run = first_indent
    position = 0
    near: tuple[float, int] | None = None  # how far the best blank so far is from the line's end, and where
    since = 0.0  # em width of what stands behind that blank
    for start, end in gaps:
        width = ems(text[position:start])
        position = end
        run += width
        since += width
        if near is not None and (run > column + _LOOSE or near[0] < abs(run - column)):
            found.append(near[1])
            near, run = None, since
        if abs(run - column) <= _LOOSE:
            near, since = (abs(run - column), start), 0.0
        elif run > column:
            run = 0.0
    if near is not None:
        found.append(near[1])
    return frozenset(found)


def _meant(text: str, gaps: Sequence[tuple[int, int]], line_ends: frozenset[int]) -> set[int]:
    """The blanks that the page means: between names, and between the clauses of a slogan."""
    meant: set[int] = set()
    if "（" in text or "(" in text or "■" in text or "□" in text or text[-1] in "摄影图":
        for found in _SIGNED.finditer(text):
            meant.update(start for start, _ in _within(gaps, *found.span()))
    for found in _SLOGAN.finditer(text):
        low, high = found.span()
        inner = [span for span in _within(gaps, low, high) if span[0] not in line_ends]
        if not inner:
            continue
        lengths = []
        position = low + 1
        for start, end in [*inner, (high - 1, high)]:
            lengths.append(sum(map(len, text[position:start].split())))
            position = end
        if _are_clauses(lengths):
            meant.update(start for start, _ in inner)
    return meant


def _within(gaps: Sequence[tuple[int, int]], low: int, high: int) -> Sequence[tuple[int, int]]:
    """The blanks that begin from `low` up to `high`."""
    return gaps[bisect_left(gaps, (low, 0)) : bisect_left(gaps, (high, 0))]


def _are_clauses(lengths: Sequence[int]) -> bool:
    """Whether clauses of so many characters make a slogan: 不忘初心 牢记使命. Short ones are of one
    length, longer ones differ by a little."""
    short, long = min(lengths), max(lengths)
    return short >= 4 and long - short <= (0 if short < 5 else 1 if short < 7 else 3)


def single_blanks(text: str) -> list[Edit]:
    """What makes one blank of each stretch of blanks, as a headline and Western text want it."""
    return [
        (found.start(), found.end(), " ", "blank")
        for found in re.finditer(r"\s+", text)
        if found.group() != " "
    ]


# Where a blank separates names: inside the brackets of a byline, and after the mark of one at the end.
_SIGNED = re.compile(
    r"[（(■□ \u3000](?:"
    r"(?<=[（(])[^（()）]{0,12}(?:记者|通讯员|评论员|实习生|摄影|作者)[^（()）]{0,60}"
    r"|(?<=[■□])[^■□。！？]{2,40}$"
    rf"|(?<=[。！？”][（(])[{HAN}·]{{2,4}}(?:[ \u3000]+(?![摄攝图文])[{HAN}·]{{1,4}}){{1,3}}[）)]?$"
    rf"|(?<=[。！？”）][ \u3000])[ \u3000]*[{HAN}]{{2,4}}(?:[ \u3000/／]+[{HAN}]{{2,4}}){{0,2}}"
    r"[ \u3000/／]*(?:摄影|摄|供图)$)"
)
_DATELINE = re.compile(
    f"^(?:本报|本刊|本台|据?新华社|中新社|新华网|人民网)[{HAN}0-9 、]{{0,24}}(?:讯|电|消息)"
    r"(?: ?[（(][^（()）]*[）)])?$"
)


_CHINESE = "\u2e80"
"""From here on every character is set without a blank."""


def _keeps_blank(text: str, start: int, left: str, right: str) -> bool:
    if left < _CHINESE and right < _CHINESE and not _solid(left) and not _solid(right):
        # Between two numbers, two Latin words, or a number and a word: nothing says they are one.
        return True
    return bool(start < 48 and left in "讯电息）)" and _DATELINE.match(text[:start]))


def _solid(char: str) -> bool:
    """Whether typesetting sets this character without a blank: Chinese and its marks."""
    return not (char.isascii() and (char.isalnum() or char in "%.,:;/+-~&@#'()")) and char not in "℃°·"
