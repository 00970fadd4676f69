"""How many terminal cells a text takes, and what of it may be sent to a terminal.

The widths are those the screen library measures with, so that panes stay aligned; a test compares
every code point. Ambiguous-width characters (Unicode EastAsianWidth=A: “ ” … — □ · and box drawing)
take one cell in most terminals and two in those set up for Chinese, hence the parameter `ambiguous`
(1 or 2) throughout.

Control and formatting characters are never drawn: blanks among them (tab, line end) become one blank,
the rest nothing, and that is also how they are measured.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from lctui.text.celldata import TEXT_EMOJI, WIDE, ZERO

ZWJ = "\u200d"
VS16 = "\ufe0f"

_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"
# Formatting characters without a glyph. Terminals disagree on their width, and the bidirectional ones reorder
# the rest of the screen line. The zero width joiner is not among them: it makes emoji sequences.
_UNDRAWN = (
    (0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200C),
    (0x200E, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB),
    (0xD800, 0xDFFF), (0xE0000, 0xE007F),
)  # fmt: skip


class _Ranges:
    """A set of code points, held as sorted ranges."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, listed: str) -> None:
        pairs = [part.partition("-") for part in listed.split()]
        self._starts = [int(start, 16) for start, _, _ in pairs]
        self._ends = [int(end or start, 16) for start, _, end in pairs]

    def __contains__(self, codepoint: int) -> bool:
        index = bisect_right(self._starts, codepoint) - 1
        return index >= 0 and codepoint <= self._ends[index]


@cache
def _ranges() -> tuple[_Ranges, _Ranges, _Ranges]:
    return _Ranges(ZERO), _Ranges(WIDE), _Ranges(TEXT_EMOJI)


class _Drawn(dict[int, str | None]):
    """`str.translate` table: characters that must not reach a terminal."""

    def __missing__(self, codepoint: int) -> str | None:
        drawn: str | None = chr(codepoint)
        if chr(codepoint) in _BLANKS:
            drawn = " "
        elif any(start <= codepoint <= end for start, end in _UNDRAWN):
            drawn = None
        self[codepoint] = drawn
        return drawn


class _Widths(dict[int, str]):
    """`str.translate` table: each character becomes the character whose code is its number of cells."""

    def __init__(self, ambiguous: int) -> None:
        super().__init__()
        self._ambiguous = ambiguous

    def __missing__(self, codepoint: int) -> str:
        drawn = _DRAWN[codepoint]
        width = 1
        if drawn is None:
            width = 0
        elif drawn != " ":
            zero, wide, _ = _ranges()
            if codepoint in zero:
                width = 0
            elif codepoint in wide or (
                self._ambiguous == 2 and unicodedata.east_asian_width(chr(codepoint)) == "A"
            ):
                width = 2
        self[codepoint] = chr(width)
        return chr(width)


_DRAWN = _Drawn()
_WIDTHS = {1: _Widths(1), 2: _Widths(2)}
_JOINING = {ZWJ, VS16}


def char_cells(ch: str, ambiguous: int = 1) -> int:
    """Cells (0, 1 or 2) of one character by itself; `ambiguous` is 1 or 2."""
    return ord(_WIDTHS[ambiguous][ord(ch)])


def cell_widths(text: str, ambiguous: int = 1) -> bytes:
    """Cells of each character of `text`, one byte each; their sum is what `text` takes on the screen.

    In an emoji sequence the first character carries the cells: whatever follows a zero width joiner
    takes none, and U+FE0F takes the one cell that it widens its base by.
    """
    widths = text.translate(_WIDTHS[ambiguous]).encode("latin-1")
    if ZWJ not in text and VS16 not in text:
        return widths
    return _joined(text, widths)


def _joined(text: str, plain: bytes) -> bytes:
    """`plain` widths with joiners and emoji presentation applied, in one pass."""
    widths = bytearray(plain)
    text_emoji = _ranges()[2]
    base = 0  # index + 1 of the last character with cells of its own
    skip = False
    for index, ch in enumerate(text):
        if skip:
            widths[index] = 0
            skip = False
        elif ch == ZWJ:
            skip = True
        elif ch == VS16:
            if base and widths[base - 1] == 1 and ord(text[base - 1]) in text_emoji:
                widths[index] = 1
            base = 0
        elif plain[index]:
            base = index + 1
    return bytes(widths)


def text_cells(s: str, ambiguous: int = 1) -> int:
    """Cells that `s` takes on the screen; `ambiguous` is 1 or 2."""
    if s.isascii() and s.isprintable():
        return len(s)
    return sum(cell_widths(s, ambiguous))


def drawable(text: str) -> str:
    """`text` without the characters that must not reach a terminal; it takes the same number of cells."""
    if text.isprintable():
        return text
    return text.translate(_DRAWN)


def is_ambiguous(ch: str) -> bool:
    """Whether terminals disagree if `ch` takes one cell or two."""
    return char_cells(ch, 1) != char_cells(ch, 2)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """The spans (start, end) of the characters as a reader counts them, in order, tiling `text`.

    Marks, variation selectors and emoji modifiers belong to what they follow, joined emoji and pairs of
    regional indicators to each other: the extended grapheme clusters of Unicode's UAX #29, less its
    rules for scripts that need a shaper.
    """
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or not joins(text, index):
            yield start, index
            start = index


def joins(text: str, index: int) -> bool:
    """Whether a reader takes the characters before and after offset `index` for one."""
    ch, before = text[index], text[index - 1]
    if ch.isascii():
        return before == ZWJ
    if before == ZWJ or ch in _JOINING or (char_cells(ch) == 0 and _DRAWN[ord(ch)] is not None):
        return True
    if not ("\U0001f1e6" <= ch <= "\U0001f1ff"):
        return False
    run = index
    while run and "\U0001f1e6" <= text[run - 1] <= "\U0001f1ff":
        run -= 1
    return (index - run) % 2 == 1


def clip(text: str, cells: int, ambiguous: int = 1) -> str:
    """As much of `text` from its start as fits in `cells`, ending in … where something was cut off."""
    if text_cells(text, ambiguous) <= cells:
        return text
    room = cells - char_cells("…", ambiguous)
    if room < 0:
        return ""
    widths = cell_widths(text, ambiguous)
    end = used = 0
    for start, stop in clusters(text):
        used += sum(widths[start:stop])
        if used > room:
            break
        end = stop
    return text[:end] + "…"
