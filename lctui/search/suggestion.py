"""Nothing found: the nearest word that exists.

Looser than a near match, since it is offered and not shown as found: letters are taken for pinyin
with one slip of the finger or of the ear, characters for a word of which about half is right.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from lctui.search.collection import REGIONS, field_text
from lctui.search.patterns import find_run
from lctui.search.sounds import sound_ways
from lctui.search.terms import Searched, Way, exact_way
from lctui.text.folding import codes_text, fold, is_latin
from lctui.text.pinyin import readings
from lctui.text.words import is_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places
    from lctui.text.folding import Codes

_MOST_CHARACTERS = 24
_ALL = range(len(REGIONS))
_MOST_PLACES = 3000
_MOST_SPELLINGS = 32
_MOST_PARTS = 48
_FEW_LETTERS = 6  # of one syllable at most
# Sounds that speakers of many dialects do not tell apart, and typists leave out.
_CONFUSED = (
    ("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("h", "f"), ("l", "r"),
    ("ui", "uei"), ("iu", "iou"), ("un", "uen"), ("u", "v"),
)  # fmt: skip


def suggest(searched: Searched, texts: list[str]) -> str | None:
    """The nearest word to the first of `texts` that has one; None where nothing is near."""
    for text in texts:
        folded = fold(text)
        if not 0 < len(folded.codes) <= _MOST_CHARACTERS:
            continue
        letters = codes_text(folded.codes)
        if re.fullmatch(r"[a-z' ]+", letters):
            found = _by_sound(searched, letters)
        else:
            found = _by_characters(searched, folded.codes)
        if found or (found := _by_less(searched, letters)):
            return found
    return None


def _by_sound(searched: Searched, letters: str) -> str | None:
    """The text that stands most often of those that are spelt with one slip less."""
    table = readings()
    if len(letters) <= _FEW_LETTERS:
        searched = replace(searched, one_article=True)  # a syllable is looked for in bodies, too
    pinyin = (
        spelt
        for spelt in dict.fromkeys(_respelt(letters))
        if any(all(piece.kind == "syllable" for piece in s) for s in table.spellings(spelt, 4, half=False))
    )
    candidates = itertools.islice(pinyin, _MOST_SPELLINGS)
    ways = (way for spelt in candidates for way in sound_ways(searched, fold(spelt), _ALL))
    return _likeliest(searched, (way for way in ways if way.kind == "pinyin"))


def _by_less(searched: Searched, text: str) -> str | None:
    """What reads as `text` without one of its parts, else as its longest run of two parts or more.

    The parts are syllables where it is pinyin, else single characters: letters are initials then.
    """
    parts = _parts(text)
    runs = [
        ["".join(parts[at : at + size]) for at in range(len(parts) - size + 1)]
        for size in range(len(parts) - 2, 1, -1)
    ]
    if len(parts) > 2:
        runs.insert(0, ["".join(parts[:i] + parts[i + 1 :]) for i in range(len(parts))])
    tried = 0
    for candidates in runs:
        if (tried := tried + len(candidates)) > _MOST_PARTS:
            return None
        folded = [fold(candidate) for candidate in dict.fromkeys(candidates)]
        as_written = [
            exact_way(searched, one, _ALL) for one in folded if int(one.codes.max(initial=0)) >= 0x80
        ]
        if (found := _likeliest(searched, as_written)) is None:
            everywhere = replace(searched, one_article=True)  # few letters are looked for in bodies, too
            found = _likeliest(searched, [way for one in folded for way in sound_ways(everywhere, one, _ALL)])
        if found is not None:
            return found
    return None


def _likeliest(searched: Searched, ways: Iterable[Way]) -> str | None:
    """Of what matched, a word of the dictionary before any other, then what stands most often."""
    found = [
        (is_word(text), count, text)
        for text, count in (_most_frequent(searched, w) for w in ways if len(w.starts))
    ]
    return max(found, key=lambda one: one[:2])[2] if found else None


def _parts(text: str) -> list[str]:
    if text.isascii() and (spellings := readings().spellings(text.replace(" ", ""), 1, half=False)):
        return [piece.text for piece in spellings[0]]
    return list(text.replace(" ", ""))


def _respelt(letters: str) -> Iterator[str]:
    """`letters` with one slip undone: letters swapped, a sound confused, one too many, one too few."""
    for i in range(len(letters) - 1):
        yield letters[:i] + letters[i + 1] + letters[i] + letters[i + 2 :]
    for one, other in _CONFUSED:
        for wrong, right in ((one, other), (other, one)):
            for found in re.finditer(wrong, letters):
                yield letters[: found.start()] + right + letters[found.end() :]
    for i in range(len(letters)):
        yield letters[:i] + letters[i + 1 :]
    for i in range(len(letters) + 1):
        for letter in "ngihaueo":
            yield letters[:i] + letter + letters[i:]


def _most_frequent(searched: Searched, way: Way) -> tuple[str, int]:
    """What stands most often where a way matched, best matches alone, as it is printed; how often."""
    starts, ends = way.starts, way.ends
    if way.quality is not None:
        best = way.quality >= way.quality.max() - 0.05
        starts, ends = starts[best], ends[best]
    starts, ends = starts[:_MOST_PLACES], ends[:_MOST_PLACES]
    codes = searched.collection.codes
    texts = [codes[a:b].tobytes() for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    text, count = Counter(texts).most_common(1)[0]
    chosen = texts.index(text)
    shown = printed(searched, starts[chosen : chosen + 1], ends[chosen : chosen + 1])
    return (shown if is_latin(codes[starts[chosen] : ends[chosen]]).any() else "".join(shown.split())), count


def printed(searched: Searched, start: Places, end: Places) -> str:
    """The original characters of one match."""
    collection = searched.collection
    for region, bounds in enumerate(collection.bounds):
        if bounds[0] <= start[0] < bounds[-1]:
            number = int(bounds.searchsorted(start[0], "right")) - 1
            match = collection.matches(number, region, start, end)[0]
            text = field_text(collection.articles[number][1], match.field, match.paragraph)
            return text[match.start : match.end]
    return ""


def _by_characters(searched: Searched, run: Codes) -> str | None:
    """The word of the same length that shares most characters, else the longest part that exists."""
    import numpy as np

    codes = searched.collection.codes
    size = len(run)
    parts: list[Places] = []
    for i in range(size - 1):
        places = find_run(codes, searched.postings, run[i : i + 2])
        parts.append(places[:_MOST_PLACES] - i)
    found = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
    if size == 2 and not len(found):
        found = _by_one_character(searched, run)
    starts = np.unique(found[(found >= 0) & (found <= len(codes) - size)])
    if not len(starts):
        return _longest_part(searched, run)
    wrong, parted = np.zeros(len(starts)), np.zeros(len(starts), dtype=np.bool_)
    for i, code in enumerate(run):
        there = codes[starts + i]
        wrong += there != code
        parted |= there == 0
    parted |= searched.collection.crosses_clause(starts, starts + size)
    starts, wrong = starts[~parted], wrong[~parted]
    if not len(starts) or wrong.min() > max(1, (size - 1) // 2):
        return _longest_part(searched, run)
    best = starts[wrong == wrong.min()]
    quality = np.ones(len(best), dtype=np.float32)
    return _most_frequent(searched, Way("near", best, best + size, quality))[0]


def _by_one_character(searched: Searched, run: Codes) -> NDArray[np.int64]:
    """Where one of two characters is right: of the bigrams that hold it the most frequent."""
    import numpy as np

    postings = searched.postings
    numbers = np.concatenate(
        (
            np.arange(postings.first[run[0]], postings.first[int(run[0]) + 1]),
            np.flatnonzero((postings.bigrams & 0xFFFF) == run[1]),
        )
    )
    numbers = numbers[
        ((postings.bigrams[numbers] & 0xFFFF) >= 0x2E80) & (postings.bigrams[numbers] >> 16 >= 0x2E80)
    ]
    if not len(numbers):
        return np.empty(0, dtype=np.int64)
    counts = postings.starts[numbers + 1] - postings.starts[numbers]
    best = int(numbers[int(counts.argmax())])
    return postings.places[postings.starts[best] : postings.starts[best + 1]].astype(np.int64)


def _longest_part(searched: Searched, run: Codes) -> str | None:
    """The longest part of at least two characters that stands somewhere."""
    for size in range(len(run) - 1, 1, -1):
        for at in range(len(run) - size + 1):
            starts = find_run(searched.collection.codes, searched.postings, run[at : at + size])
            if len(starts):
                return printed(searched, starts[:1], starts[:1] + size)
    return None
