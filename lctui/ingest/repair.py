"""What typesetting and OCR did to the characters of a line, undone; every change is reported.

Two steps, because what a blank means depends on what its line is: `clean_line` needs the line
alone (digits, punctuation, letter-spacing), `close_blanks` and `pair_quotes` work on lines whose
role is known. Nothing is guessed: a character that looks wrong but has no certain origin stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lctui.ingest.chars import BLANKS, CLOSING, HAN, WIDE, ems, is_han

Change = tuple[str, str, str]
"""(kind, before, after); before and after carry a character or two of what stands around."""


@dataclass(frozen=True, slots=True)
class CleanLine:
    """A line after the repairs that need nothing but the line.

    `indent` is the width in ems of the blanks before the text; `width` that of the printed line,
    blanks between letter-spaced characters included; `spaced` tells that it was letter-spaced.
    """

    text: str
    indent: float
    width: float
    spaced: bool
    changes: tuple[Change, ...]


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
_MARKED = re.compile(f"(?<=[{_SIDE}])([,;:!?]+)|([,;:!?]+)(?=[{_SIDE}])|[｡､]")
_PAREN = re.compile(r"\(([^()（）]{0,60})\)")
_HAS_HALF = re.compile("[,;:!?()｡､]")
_HAN_CHAR = re.compile(f"[{HAN}]")

_AIR = re.compile(f"(?<=[{HAN}，。、]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％]) (?=[{HAN}])")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff\u00ad]")
_GAP = re.compile(f"[{BLANKS}]+")
_WIDE_CHAR = re.compile(f"[{WIDE}]")
_STRETCHED_DIGITS = re.compile(r"(?<![0-9.])([0-9]) ([0-9])(?![0-9.])")


def clean_line(raw: str) -> CleanLine:
    """Full-width digits, half-width punctuation and letter-spacing of one line undone."""
    body = raw.strip()
    if not body:
        return CleanLine("", 0.0, 0.0, False, ())
    lead = raw[: len(raw) - len(raw.lstrip())]
    indent = ems(lead)
    changes: list[Change] = []
    if not body.isprintable() and _ZERO_WIDTH.search(body):
        body = _substitute(_ZERO_WIDTH, lambda m: "", body, "invisible", changes).strip()
    width = ems(body)
    if _HAS_FULL.search(body):
        body = _substitute(_FULL_DIGIT, _narrow, body, "full-width-digit", changes)
        body = _substitute(_FULL_LETTER, _narrow, body, "full-width-letter", changes)
    spaced = False
    blanks = body.count(" ")
    if blanks:
        # Between characters and figures a blank is a quarter em of air.
        width -= 0.25 * sum(1 for _ in _AIR.finditer(body))
    if blanks or "\u3000" in body or "\u00a0" in body:
        spaced = is_letter_spaced(body)
        if spaced:
            closed = close_letter_spacing(body)
            changes.append(("letter-spacing", body, closed))
            body = closed
            width = ems(body)
    if _HAS_HALF.search(body) and _HAN_CHAR.search(body):
        narrow = ems(body)
        body = _widen_marks(body, changes)
        if not spaced:
            width += ems(body) - narrow
    return CleanLine(body, indent, width, spaced, tuple(changes))


def _narrow(found: re.Match[str]) -> str:
    return found.group().translate(_NARROW)


def _substitute(
    pattern: re.Pattern[str],
    repl: Callable[[re.Match[str]], str],
    text: str,
    kind: str,
    changes: list[Change],
    context: int = 1,
) -> str:
    """`pattern.sub`, with each change recorded between a character of context on either side."""

    def record(found: re.Match[str]) -> str:
        new = repl(found)
        if new != found.group():
            start, end = found.span()
            before, after = text[max(0, start - context) : start], text[end : end + context]
            changes.append((kind, before + found.group() + after, before + new + after))
        return new

    return pattern.sub(record, text)


def _widen_marks(text: str, changes: list[Change]) -> str:
    """Half-width punctuation inside Chinese text made full-width; figures keep theirs (1,200; 10:30)."""
    source = text

    def mark(found: re.Match[str]) -> str:
        start, end = found.span()
        if (
            start > 0
            and end < len(source)
            and found.group() in ",:"
            and source[start - 1].isdigit()
            and source[end].isdigit()
        ):
            return found.group()
        return "".join(_HALF[char] for char in found.group())

    if "(" in text:

        def paren(found: re.Match[str]) -> str:
            start, end = found.span()
            outside = text[max(0, start - 1) : start] + text[end : end + 1]
            if _HAN_CHAR.search(found.group(1)) or any(
                is_han(c) or c in "，。、；：！？”》" for c in outside
            ):
                return f"（{found.group(1)}）"
            return found.group()

        text = _substitute(_PAREN, paren, text, "half-width-punctuation", changes)
        if "(" in text or ")" in text:  # the other half stands on another line
            text = _substitute(
                re.compile(f"(?<=[{HAN}])[()]|[()](?=[{HAN}])"),
                lambda m: _HALF[m.group()],
                text,
                "half-width-punctuation",
                changes,
            )
    source = text
    return _substitute(_MARKED, mark, text, "half-width-punctuation", changes)


def is_letter_spaced(text: str) -> bool:
    """Whether blanks stand between the single characters of `text`, as in 聊 城 市 首 届."""
    tokens = text.split()
    single = 0
    for token in tokens:
        if len(token) == 1 or (len(token) == 2 and not token.isascii() and not _both_han(token)):
            single += 1
    if single < 3:
        return False
    length = sum(map(len, tokens))
    return single * 2 >= length or (single >= 5 and single * 5 >= length * 2)


def _both_han(token: str) -> bool:
    return is_han(token[0]) and is_han(token[1])


def close_letter_spacing(text: str) -> str:
    """A letter-spaced line set solid. Where its gaps differ, the wider ones are blanks of the text:
    each becomes one blank."""
    gaps = [len(gap) for gap in _GAP.findall(text)]
    usual = max(set(gaps), key=gaps.count)

    def close(found: re.Match[str]) -> str:
        left, right = text[found.start() - 1], text[found.end()]
        if len(found.group()) > usual and not (left in CLOSING or right in "，。、；：！？”’）》"):
            return " "
        if left.isascii() and right.isascii() and left.isalpha() and right.isalpha():
            return " "
        return ""

    return _GAP.sub(close, text)


_QUOTED = {"《": "》", "“": "”", "‘": "’", "「": "」", '"': '"'}


def close_blanks(
    text: str, *, ocr: bool, column: float = 0.0, first_indent: float = 2.0
) -> tuple[str, list[Change]]:
    """The blanks inside a line of running Chinese text that no reader should see.

    Chinese typesetting sets no blank between characters, nor between a character and a number or a
    Latin word (clreq 3.1.6 asks for a quarter em of air there, which is the screen's to give). Kept:
    a blank between Latin words or numbers, one after a dateline (本报冠县讯 2023年…), and one inside
    a title or quotation that stands where no old line can have ended (《传承红色基因 争做时代好少年》).

    Args:
        text: one line after `clean_line`.
        ocr: whether the line is a paragraph whose old line ends left blanks behind.
        column: em width of the old lines, 0 where unknown.
    """
    changes: list[Change] = []
    if " " not in text and "\u3000" not in text and "\u00a0" not in text:
        return text, changes
    signed = {place for part in _SIGNED.finditer(text) for place in range(*part.span())}
    out: list[str] = []
    stack: list[str] = []
    start = 0
    run = first_indent
    for found in _GAP.finditer(text):
        piece = text[start : found.start()]
        for char in piece:
            if stack and char == stack[-1]:
                stack.pop()
            elif char in _QUOTED:
                stack.append(_QUOTED[char])
        out.append(piece)
        run += ems(piece)
        at_line_end = ocr and (not column or abs(run - column) <= 2.0)
        if at_line_end or run > column + 2:
            run = 0.0
        left, right = text[found.start() - 1], text[found.end()]
        keep = _keeps_blank(text, found.start(), found.end(), left, right) or found.start() in signed
        if not keep and stack and not at_line_end and is_han(left) and is_han(right):
            keep = True
        before = text[max(0, found.start() - 2) : found.end() + 2]
        if keep:
            out.append(" ")
            if found.group() != " ":
                changes.append(("blank", before, before.replace(found.group(), " ", 1)))
        else:
            kind = "ocr-blank" if ocr else "blank"
            changes.append(
                (
                    kind,
                    before,
                    text[max(0, found.start() - 2) : found.start()] + text[found.end() : found.end() + 2],
                )
            )
        start = found.end()
    out.append(text[start:])
    joined = "".join(out)
    if not ocr and " " in joined:
        joined = _substitute(
            _STRETCHED_DIGITS, lambda m: m.group(1) + m.group(2), joined, "letter-spacing", changes
        )
    return joined, changes


# Where a blank separates names: inside the brackets of a byline, and after the mark of one at the end.
_SIGNED = re.compile(
    r"[（(][^（()）]{0,12}(?:记者|通讯员|评论员|实习生|摄影|作者)[^（()）]{0,60}|[■□][^■□。！？]{2,40}$"
)
_DATELINE = re.compile(
    f"^(?:本报|本刊|本台|据?新华社|中新社|新华网|人民网)[{HAN}0-9 、]{{0,24}}(?:讯|电|消息)"
    r"(?: ?[（(][^（()）]*[）)])?$"
)


def _keeps_blank(text: str, start: int, end: int, left: str, right: str) -> bool:
    if not _solid(left) and not _solid(right):
        # Between two numbers, two Latin words, or a number and a word: nothing says they are one.
        return True
    return bool(start < 48 and left in "讯电息）)" and _DATELINE.match(text[:start]))


def _solid(char: str) -> bool:
    """Whether typesetting sets this character without a blank: Chinese and its marks."""
    return not (char.isascii() and (char.isalnum() or char in "%.,:;/+-~&@#'()")) and char not in "℃°·"


def pair_quotes(text: str) -> tuple[str, list[int]]:
    """Straight quotes of a paragraph made into “ ” and ‘ ’ pairs, as GB/T 15834—2011, 4.8 asks.

    Quotes alternate, except where what stands beside one leaves no choice: a quote before ，or 。
    closes, one after ： or at the paragraph's start opens. An apostrophe inside a Latin word stays.

    Returns:
        The text, of the same length, and the offsets that changed.
    """
    if '"' not in text and "'" not in text:
        return text, []
    chars = list(text)
    changed: list[int] = []
    inside = {'"': False, "'": False}
    if not _HAN_CHAR.search(text):
        return text, []
    last = len(chars) - 1
    for index, char in enumerate(text):
        if char in "“”":
            inside['"'] = char == "“"
            continue
        if char not in "\"'":
            continue
        left = text[index - 1] if index else ""
        right = text[index + 1] if index < last else ""
        if char == "'" and left.isascii() and left.isalnum() and right.isascii() and right.isalpha():
            continue
        if inside[char]:
            opens = left == "：" and right not in "，。、；：！？）》"
        else:
            opens = not (index and (not right or right in "，。、；：！？）》")) or left in "：，（《"
            if not right:
                opens = False
        inside[char] = opens
        chars[index] = {('"', True): "“", ('"', False): "”", ("'", True): "‘", ("'", False): "’"}[char, opens]
        changed.append(index)
    return "".join(chars), changed
