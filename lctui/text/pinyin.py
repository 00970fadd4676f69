"""Pinyin as search keys: what each folded character may sound like, and how letters are read.

Every reading in use counts (长 is chang and zhang), tones do not, and ü is written v or u, as input
methods have it. The readings are pypinyin's single-character dictionary, read from its data file so
that its phrase tables (50 MB) stay unloaded; which of them are in use is told by `readingdata`.
"""

from __future__ import annotations

import importlib.util
import json
import threading
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lctui.text.folding import fold_table

if TYPE_CHECKING:
    from lctui.text.folding import Codes

PieceKind = Literal["syllable", "partial", "letter"]

MOST_LETTERS = 64
"""Longer runs of letters are no pinyin: nobody types twenty syllables in one word."""

# Interjections (嗯 ng, 呣 m): as syllables they would break up every other word.
_NOT_TYPED = frozenset(("m", "n", "ng", "hm", "hng"))
_LONGEST_SYLLABLE = 6  # zhuang
_DIGRAPHS = frozenset(("zh", "ch", "sh"))
_LETTER_COST = 3  # a Latin letter among syllables (T型台 txingtai) is rarer than any syllable


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run of letters: a whole syllable, the beginning of one, or a Latin letter."""

    text: str
    kind: PieceKind


Spelling = tuple[Piece, ...]


class Readings:
    """What every folded character may sound like.

    `syllables` are all toneless syllables; `codes(syllable)` the characters that are read so,
    `rare(syllable)` those that are read so in a few words only. `use` tells for folded characters
    (readings in use, rare ones); the readings of a character that it does not name are all in use.
    """

    def __init__(self, entries: dict[int, str], use: dict[int, tuple[list[str], list[str]]]) -> None:
        import numpy as np

        folded = fold_table()
        readings: dict[int, tuple[str, ...]] = {}
        for point, marked in entries.items():
            code = int(folded[point]) if point <= 0xFFFF else 0
            if not code or code == 0xFFFF or (code < 0x80 and chr(point) != "零"):
                continue  # 〇 and ○ fold to 0 as 零 does, but their rarer readings are not 0's
            if not (plain := toneless(marked)):
                continue
            known = readings.get(code, ())
            # The character's own readings come before those of the forms that fold to it.
            joined = plain + known if code == point else known + plain
            readings[code] = tuple(dict.fromkeys(joined))
        readings.update((code, tuple(common)) for code, (common, _) in use.items() if code in readings)
        by_syllable: dict[str, list[int]] = {}
        for code, plain in readings.items():
            for syllable in plain:
                by_syllable.setdefault(syllable, []).append(code)
        by_rare: dict[str, list[int]] = {}
        for code, (_, rare) in use.items():
            for syllable in rare:
                by_rare.setdefault(syllable, []).append(code)
        self._readings = readings
        self._codes: dict[str, Codes] = {
            s: np.array(sorted(c), dtype=np.uint16) for s, c in by_syllable.items()
        }
        self._rare: dict[str, Codes] = {s: np.array(sorted(c), dtype=np.uint16) for s, c in by_rare.items()}
        self.syllables = frozenset(by_syllable)
        self._prefixes = frozenset(s[:n] for s in by_syllable for n in range(1, len(s) + 1))
        by_usual: dict[str, list[int]] = {}
        for code, plain in readings.items():
            # nü is nv and nu: both spellings of the first reading.
            for syllable in plain[:2] if "v" in plain[0] else plain[:1]:
                by_usual.setdefault(syllable, []).append(code)
        self._usual: dict[str, Codes] = {s: np.array(sorted(c), dtype=np.uint16) for s, c in by_usual.items()}
        self._none: Codes = np.empty(0, dtype=np.uint16)
        self._begins: dict[str, Codes] = {}
        self._usual_begins: dict[str, Codes] = {}

    def of(self, code: int) -> tuple[str, ...]:
        """The toneless readings in use of a folded character, its own first; empty for none."""
        return self._readings.get(code, ())

    def codes(self, syllable: str) -> Codes:
        """The characters that are read `syllable`, ascending; empty for no syllable."""
        return self._codes.get(syllable, self._none)

    def rare(self, syllable: str) -> Codes:
        """The characters that are read `syllable` in a few words only (度 duo in 忖度), ascending."""
        return self._rare.get(syllable, self._none)

    def beginning(self, prefix: str) -> Codes:
        """The characters one of whose readings begins with `prefix`, ascending."""
        return self._begin(prefix, self._codes, self._begins)

    def _begin(self, prefix: str, table: dict[str, Codes], known: dict[str, Codes]) -> Codes:
        import numpy as np

        found = known.get(prefix)
        if found is None:
            parts = [codes for syllable, codes in table.items() if syllable.startswith(prefix)]
            found = np.unique(np.concatenate(parts)) if parts else self._none
            if len(prefix) == 1 or prefix in self._prefixes:  # any other text is not worth keeping
                known[prefix] = found
        return found

    def usual(self, syllable: str) -> Codes:
        """The characters whose first reading is `syllable`, ascending."""
        return self._usual.get(syllable, self._none)

    def usually_beginning(self, prefix: str) -> Codes:
        """The characters whose first reading begins with `prefix`, ascending."""
        return self._begin(prefix, self._usual, self._usual_begins)

    def sounding_like(self, code: int, *, usually: bool = False) -> Codes:
        """The characters that share a reading with `code`, itself included, ascending.

        With `usually` only first readings count.
        """
        import numpy as np

        if usually:
            parts = [self.usual(syllable) for syllable in self.of(code)[:1]]
        else:
            parts = [self._codes[syllable] for syllable in self.of(code)]
        return np.unique(np.concatenate([np.array([code], dtype=np.uint16), *parts]))

    def same_sound(self, one: int, other: int) -> bool:
        """Whether two folded characters share a reading."""
        return not set(self.of(one)).isdisjoint(self.of(other))

    def spellings(self, letters: str, most: int = 16, *, half: bool = True) -> tuple[Spelling, ...]:
        """How a run of letters a–z may be read as pinyin, fewest pieces first, at most `most`.

        With `half` the last piece may be the beginning of a syllable. A run that is no pinyin gives nothing,
        nor does one that would be Latin letters throughout.
        """

        def step(text: str, last: bool) -> Iterator[tuple[Piece, int]]:
            if text in self.syllables:
                yield Piece(text, "syllable"), 1
            elif half and last and text in self._prefixes:
                yield Piece(text, "partial"), 1
            if len(text) == 1:  # also where it is a syllable: the O of WTO
                yield Piece(text, "letter"), _LETTER_COST

        found = _spell(letters, step, most)
        return tuple(spelling for spelling in found if any(piece.kind == "syllable" for piece in spelling))

    def abbreviations(self, letters: str, most: int = 8) -> tuple[Spelling, ...]:
        """How a run of letters may be read with syllables cut down to initials anywhere: jiaotgs, zhgt.

        Fewest pieces first, at most `most`; nothing where a letter begins no syllable.
        """

        def step(text: str, last: bool) -> Iterator[tuple[Piece, int]]:
            if text in self.syllables and len(text) > 1:
                yield Piece(text, "syllable"), 1
            elif text in _DIGRAPHS or ((last or len(text) == 1) and text in self._prefixes):
                yield Piece(text, "partial"), 1

        return _spell(letters, step, most)


Step = Callable[[str, bool], Iterator[tuple[Piece, int]]]


def _spell(letters: str, step: Step, most: int) -> tuple[Spelling, ...]:
    """The cheapest ways to cut `letters` into pieces; `step(text, last)` gives pieces and their costs."""
    if not letters or len(letters) > MOST_LETTERS:
        return ()
    # ways[i]: the cheapest readings of the first i letters.
    ways: list[list[tuple[int, Spelling]]] = [[(0, ())], *([] for _ in letters)]
    for start in range(len(letters)):
        so_far = ways[start] = sorted(ways[start], key=lambda way: way[0])[:most]
        for end in range(start + 1, min(start + _LONGEST_SYLLABLE, len(letters)) + 1):
            for piece, cost in step(letters[start:end], end == len(letters)):
                ways[end] += [(before + cost, (*pieces, piece)) for before, pieces in so_far]
    ranked = sorted(ways[-1], key=lambda way: way[0])
    return tuple(pieces for _, pieces in ranked[:most])


_lock = threading.Lock()


def readings() -> Readings:
    """The readings of all characters, made at the first call (about 100 ms) and kept."""
    with _lock:
        return _make_readings()


@lru_cache(maxsize=1)
def _make_readings() -> Readings:
    return Readings(_dictionary(), _use())


def _use() -> dict[int, tuple[list[str], list[str]]]:
    """Folded character → its readings in use, the usual one first, and its rare ones."""
    from lctui.text.readingdata import USE

    table = {}
    for entry in USE.split():
        common, _, rare = entry[1:].partition("/")
        table[ord(entry[0])] = (common.split(","), rare.split(",") if rare else [])
    return table


def _dictionary() -> dict[int, str]:
    """Character number → readings with tone marks, separated by commas, the usual one first."""
    spec = importlib.util.find_spec("pypinyin")
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder, "pinyin_dict.json")
        if path.is_file():
            return {int(number): marked for number, marked in json.loads(path.read_bytes()).items()}
    from pypinyin.pinyin_dict import pinyin_dict  # another layout of the package

    return dict(pinyin_dict)


@lru_cache(maxsize=4096)
def toneless(marked: str) -> tuple[str, ...]:
    """`lǜ,lù` → lv, lu: each reading without its tone, ü both as v and as u."""
    plain: list[str] = []
    for reading in marked.split(","):
        spelt = ""
        for part in unicodedata.normalize("NFD", reading.replace("ɡ", "g")):
            if part == "\u0308":  # the two dots of ü; its tone mark comes after them
                spelt = spelt[:-1] + "v"
            elif not unicodedata.combining(part):
                spelt += part
        for form in (spelt, spelt.replace("v", "u")):
            if form and form not in _NOT_TYPED and form.isascii() and form.isalpha() and form not in plain:
                plain.append(form)
    return tuple(plain)
