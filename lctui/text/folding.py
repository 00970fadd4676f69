"""Folding: the form in which texts are compared, with a way back to the original characters.

Two texts that a reader takes for the same fold to the same codes: full and half width (Unicode
NFKC), case (Unicode case folding), accents on Latin letters, traditional and simplified characters
(OpenCC's single-character tables), 〇 零 0 ○, and any punctuation, which is left out altogether. A
folded character is one 16-bit code, so that a collection of any size is one array; each keeps the
offset of the original character it came from.

Punctuation is left out because pages, input methods and OCR disagree on it. Two traces remain:
between two Latin letters or digits one separator is kept (New York is not Newyork, 1.5 is not 15),
and `hard` marks what stood after a clause's end, so that a word is not found across a full stop.
"""

from __future__ import annotations

import threading
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lctui.model import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]

# Kept apart by Unicode, one to the reader. 1964's General List of Simplified Characters merged
# 瞭覆藉像 into 了复借象 and 1986's took them apart again; OpenCC's tables follow 1986.
_VARIANTS = {
    "瞭": "了", "覆": "复", "藉": "借", "像": "象", "著": "着", "甦": "苏", "薰": "熏", "揹": "背",
    "暱": "昵", "彷": "仿", "淸": "清", "値": "值", "靑": "青", "妳": "你", "祂": "他", "牠": "它",
    "零": "0", "〇": "0", "○": "0", "◯": "0",
}  # fmt: skip
# 么 is what OpenCC's Taiwan table takes for 幺.
_NOT_REGIONAL = frozenset("么")

_HARD = frozenset("，。、；：！？,;:!?.…—―\n\r\t|｜。､")
_SYMBOLS = frozenset("%‰+=<>$¥€£°&@#")
_JOINS_LATIN = frozenset("./:-_'’@&#")
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF
SEPARATOR = 0
"""The code that stands between two texts laid end to end; no query holds it."""

_SPACE = 0x20
_COMMA = 0x2C


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text: `codes[i]` came from the original character at `origins[i]`.

    `hard[i]` tells that a clause ended between the folded characters `i - 1` and `i`.
    """

    codes: Codes
    origins: NDArray[np.int64]
    hard: NDArray[np.bool_]

    def span(self, start: int, end: int) -> Span:
        """The original characters of the folded characters `start` up to `end` (not empty)."""
        return Span(int(self.origins[start]), int(self.origins[end - 1]) + 1)


@dataclass(frozen=True, slots=True)
class _Tables:
    """For each character of the Basic Multilingual Plane what becomes of it."""

    code: NDArray[np.uint16]
    keep: NDArray[np.bool_]
    hard: NDArray[np.bool_]
    joins: NDArray[np.bool_]  # kept between two Latin letters or digits
    latin: NDArray[np.bool_]  # by folded code: a Latin letter or an ASCII digit
    mark: NDArray[np.bool_]  # left out without parting what it stands between (accents, joiners)
    expands: dict[int, tuple[int, ...]]


class _AstralCodes:
    """Codes for characters beyond the Basic Multilingual Plane: the surrogates, in order of arrival.

    Only one process ever compares codes, so the numbers need not be the same in the next. After
    2,047 different ones the rest share the last code.
    """

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._lock = threading.Lock()

    def code(self, character: str) -> int:
        with self._lock:
            number = min(len(self._codes), _LAST_SURROGATE - _FIRST_SURROGATE)
            return self._codes.setdefault(character, _FIRST_SURROGATE + number)


_astral_codes = _AstralCodes()
_tables_lock = threading.Lock()


def fold(text: str) -> Folded:
    """Fold `text`; an empty text, or one of nothing but punctuation, folds to no codes.

    U+0000 in it is a control character like the others: it never becomes a separator.
    """
    return fold_points(code_points(text.replace("\0", "\x01")))


def fold_codes(text: str) -> Codes:
    """The folded codes of `text` alone."""
    return fold(text).codes


def fold_text(text: str) -> str:
    """`text` folded, as text again (characters beyond the basic plane come out as U+FFFD)."""
    return codes_text(fold(text).codes)


def codes_text(codes: Codes) -> str:
    """Folded codes as text; a separator becomes a line end."""
    points = codes.astype("<u4")
    points[(points >= _FIRST_SURROGATE) & (points <= _LAST_SURROGATE)] = 0xFFFD
    points[points == SEPARATOR] = 0x0A
    return points.tobytes().decode("utf-32-le")


def code_points(text: str) -> NDArray[np.uint32]:
    """The characters of `text` as numbers; a lone surrogate becomes U+FFFD."""
    import numpy as np

    try:
        raw = text.encode("utf-32-le")
    except UnicodeEncodeError:
        raw = text.encode("utf-32-le", "surrogatepass")
    points = np.frombuffer(raw, dtype="<u4")
    lone = (points >= _FIRST_SURROGATE) & (points <= _LAST_SURROGATE)
    return np.where(lone, np.uint32(0xFFFD), points) if lone.any() else points


def fold_points(points: NDArray[np.uint32]) -> Folded:
    """Fold characters given as numbers; U+0000 is kept as the separator between texts."""
    import numpy as np

    tables = _tables()
    points = _within_basic_plane(points)
    kept = np.flatnonzero(tables.keep[points])
    origin_points = points[kept]
    codes = tables.code[origin_points]
    if tables.expands and (special := codes == 0xFFFF).any():
        codes, kept = _expand(codes, kept, origin_points, special, tables)
    codes, kept = _keep_latin_separators(points, codes, kept, tables)
    ends = tables.hard[points]
    if not ends.any() or not len(kept):
        return Folded(codes, kept, np.zeros(len(kept), dtype=np.bool_))
    before = np.cumsum(ends, dtype=np.int64)[kept]
    hard = np.empty(len(kept), dtype=np.bool_)
    hard[0] = False
    np.greater(before[1:], before[:-1], out=hard[1:])
    return Folded(codes, kept, hard)


def is_latin(codes: Codes) -> NDArray[np.bool_]:
    """For each code whether it is a Latin letter or an ASCII digit."""
    return _tables().latin[codes]


def fold_table() -> Codes:
    """What each character of the basic plane folds to; 0xFFFF for several, 0 for nothing."""
    return _tables().code


def warm_up() -> None:
    """Make the tables now (about 50 ms) rather than at the first call."""
    _tables()


def _expand(
    codes: Codes,
    kept: NDArray[np.int64],
    points: NDArray[np.uint32],
    special: NDArray[np.bool_],
    tables: _Tables,
) -> tuple[Codes, NDArray[np.int64]]:
    """Replace the codes marked `special` by the several codes each of them folds to."""
    import numpy as np

    where = np.flatnonzero(special)
    expansions = [tables.expands[int(points[i])] for i in where]
    counts = np.ones(len(codes), dtype=np.int64)
    counts[where] = [len(expansion) for expansion in expansions]
    longer = np.repeat(codes, counts)
    ends = np.cumsum(counts)
    for i, expansion in zip(where, expansions, strict=True):
        longer[ends[i] - len(expansion) : ends[i]] = expansion
    return longer, np.repeat(kept, counts)


def _keep_latin_separators(
    points: NDArray[np.uint32], codes: Codes, kept: NDArray[np.int64], tables: _Tables
) -> tuple[Codes, NDArray[np.int64]]:
    """Between two Latin letters or digits put back one separator for what was left out."""
    import numpy as np

    if len(kept) < 2:
        return codes, kept
    latin = tables.latin[codes]
    gaps = kept[1:] - kept[:-1]
    where = np.flatnonzero((gaps > 1) & latin[1:] & latin[:-1])
    if not len(where):
        return codes, kept
    first = points[kept[where] + 1]
    single = gaps[where] == 2
    separators = np.where(single & tables.joins[first], tables.code[first], np.uint16(_SPACE))
    digits = (codes[where] < 0x3A) & (codes[where + 1] < 0x3A)
    comma = (first == _COMMA) | (first == 0xFF0C)
    wanted = ~(single & (tables.mark[first] | (comma & digits)))
    where, separators = where[wanted], separators[wanted]
    return (
        np.insert(codes, where + 1, separators.astype(np.uint16)),
        np.insert(kept, where + 1, kept[where] + 1),
    )


def _within_basic_plane(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Characters beyond the basic plane as what they fold to, or as a code of their own."""
    import numpy as np

    beyond = points > 0xFFFF
    if not beyond.any():
        return points
    points = points.copy()
    for point in np.unique(points[beyond]):
        folded = _fold_character(chr(int(point)))
        if len(folded) == 1 and ord(folded) <= 0xFFFF:
            code = ord(folded)
        else:
            code = _astral_codes.code(folded)
        points[points == point] = code
    return points


def _fold_character(character: str) -> str:
    """One character folded for itself, without OpenCC's tables for the basic plane."""
    text = unicodedata.normalize("NFKC", character).casefold()
    folded = []
    for part in text:
        base = unicodedata.normalize("NFD", part)[0]
        folded.append(base if ord(base) < 0x0530 else part)
    return _simplify("".join(folded))


def _simplify(text: str) -> str:
    """Traditional and regional forms to simplified ones, each character for itself."""
    t2s, tw2s, hk2s = _converters()
    out = []
    for character in text:
        simple = character
        if character not in _NOT_REGIONAL:
            simple = t2s.convert(hk2s.convert(tw2s.convert(character)))
        out.append(_VARIANTS.get(simple, simple))
    return "".join(out)


@lru_cache(maxsize=1)
def _converters() -> tuple[_Converter, ...]:
    from opencc import OpenCC

    return tuple(OpenCC(name) for name in ("t2s", "tw2s", "hk2s"))


if TYPE_CHECKING:
    from typing import Protocol

    class _Converter(Protocol):
        def convert(self, text: str) -> str: ...


def _tables() -> _Tables:
    with _tables_lock:  # made once, also when two threads ask at the same time
        return _make_tables()


@lru_cache(maxsize=1)
def _make_tables() -> _Tables:
    import numpy as np

    simple = _simple_forms()
    code = np.arange(0x10000, dtype=np.uint16)
    keep = np.ones(0x10000, dtype=np.bool_)
    hard = np.zeros(0x10000, dtype=np.bool_)
    joins = np.zeros(0x10000, dtype=np.bool_)
    mark = np.zeros(0x10000, dtype=np.bool_)
    expands: dict[int, tuple[int, ...]] = {}
    for point in range(1, 0x10000):
        if _FIRST_SURROGATE <= point <= _LAST_SURROGATE:
            continue  # codes for characters beyond the basic plane
        character = chr(point)
        text = unicodedata.normalize("NFKC", character).casefold()
        if text == character and 0x4E00 <= point <= 0x9FFF:
            code[point] = ord(simple.get(character, character))
            continue
        hard[point] = not _HARD.isdisjoint(character + text)
        joins[point] = text in _JOINS_LATIN
        mark[point] = unicodedata.category(character) in ("Mn", "Me", "Cf")
        folded = "".join(simple.get(part, part) for part in map(_without_accent, text) if not _left_out(part))
        keep[point] = bool(folded)
        if len(folded) == 1:
            code[point] = ord(folded) if ord(folded) <= 0xFFFF else _astral_codes.code(folded)
        elif folded:
            code[point] = 0xFFFF
            expands[point] = tuple(map(ord, folded))
        else:
            # What it is between two Latin letters, where it is put back.
            code[point] = ord("'") if text == "’" else ord(text) if joins[point] else 0
    latin = np.zeros(0x10000, dtype=np.bool_)
    latin[[point for point in range(0x30, 0x250) if chr(point).isalnum()]] = True
    return _Tables(code, keep, hard, joins, latin, mark, expands)


def _without_accent(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if ord(base) < 0x0530 else character


def _left_out(character: str) -> bool:
    if character in _SYMBOLS or character in _VARIANTS:
        return False
    category = unicodedata.category(character)
    if category == "So":
        return 0x2190 <= ord(character) <= 0x2BFF  # arrows, geometric shapes: a page's bullets
    return category[0] in "PZ" or category in ("Cc", "Cf", "Mn", "Me", "Sk") or character in "|~"


def _simple_forms() -> dict[str, str]:
    """Simplified form of each Chinese character of the basic plane that has another one."""
    characters = [chr(point) for point in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    lines = "\n".join(characters)  # one a line, so that no phrase table comes in
    t2s, tw2s, hk2s = _converters()
    converted = t2s.convert(hk2s.convert(tw2s.convert(lines))).split("\n")
    simple = {
        a: b
        for a, b in zip(characters, converted, strict=True)
        if a not in _NOT_REGIONAL and ord(b) <= 0xFFFF
    }
    return {**{a: _VARIANTS.get(b, b) for a, b in simple.items()}, **_VARIANTS}
