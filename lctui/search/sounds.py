"""Terms in Latin letters read as pinyin or as initials, also mixed with digits and characters.

`jiaotong`, `jiaot` and `gao铁` become sequences of classes of characters; so does `lcgt`, each letter
standing for the characters that may begin with it, or for the letter itself.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lctui.search.collection import BODY
from lctui.search.patterns import find_pattern, mask_of
from lctui.search.terms import Searched, Way, WayKind, within
from lctui.text.folding import Folded, codes_text
from lctui.text.pinyin import MOST_LETTERS, Piece, Readings, readings
from lctui.text.words import is_word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places
    from lctui.text.folding import Codes

# Fewer letters are initials of too much: they are looked for in headlines and bylines only.
_INITIALS_IN_BODY = 4
_MOST_SPELLINGS = 16
_MOST_SPELLINGS_OF_A_RUN = 4  # where a term holds several runs of letters
_MOST_ITEMS = 48

_WORD_LENGTHS = range(2, 5)
_MOST_LOOKED_UP = 20_000  # matches; where there are more, a word is among the first anyway

_HALF_TYPED = 0.92
_WHOLE_ALREADY = 0.6  # the same where the letters are a whole syllable, and it is found: changdu is not 长短
_RARE_READING = 0.3  # below any match of which every reading is in use
_INITIALS = 0.7
_ABBREVIATED = 0.65
_UNUSUAL_READING = 0.12  # what is lost where every character is read in a way that is not its first …
_UNUSUAL_INITIAL = 0.6  # … and where initials, which fit so much, fit only such readings
_NO_WORD = 0.8  # dushi is 都市 before it is 度时, the end of one word and the beginning of the next
_ACROSS_CLAUSE = 0.85
_LESS_LIKELY_SPELLING = 0.01


def sound_ways(searched: Searched, text: Folded, regions: range) -> tuple[Way, ...]:
    """Where a term matches as full pinyin, and where as initials; nothing for a term without letters."""
    items = _items(text.codes)
    if not items or len(items) > _MOST_ITEMS or not any(isinstance(item, str) for item in items):
        return ()
    table = readings()
    found = [_pinyin_way(searched, items, table, regions), _initials_way(searched, items, table, regions)]
    ways = tuple(way for way in found if way is not None and len(way.starts))
    if not ways and len(items) == 1 and isinstance(items[0], str):
        ways = _abbreviated_ways(searched, items[0], table, regions)
    return ways


def _items(codes: Codes) -> list[str | int]:
    """Runs of letters a–z as text, everything else as codes; an apostrophe or a blank parts two runs."""
    items: list[str | int] = []
    run = ""
    for code in [*map(int, codes), 0]:
        if 0x61 <= code <= 0x7A:
            run += chr(code)
            continue
        if run:
            items.append(run)
            run = ""
        if code >= 0x80 or chr(code).isalnum():
            items.append(code)
    return items


def _pinyin_way(searched: Searched, items: list[str | int], table: Readings, regions: range) -> Way | None:
    choices: list[tuple[tuple[Piece | int, ...], ...]] = []
    runs = sum(isinstance(item, str) for item in items)
    for number, item in enumerate(items):
        if isinstance(item, int):
            choices.append(((item,),))
            continue
        most = _MOST_SPELLINGS if runs == 1 else _MOST_SPELLINGS_OF_A_RUN
        half = number == len(items) - 1
        spellings = table.spellings(item, most, half=half)
        if not spellings:
            return None
        choices.append(spellings)
    ways: list[Way] = []
    for rank, combination in enumerate(itertools.islice(itertools.product(*choices), _MOST_SPELLINGS)):
        pieces = [piece for part in combination for piece in part]
        penalty = 1 - _LESS_LIKELY_SPELLING * rank
        ways += _spelling_ways(searched, pieces, table, regions, penalty)
    return _joined(ways)


def _spelling_ways(
    searched: Searched, pieces: list[Piece | int], table: Readings, regions: range, penalty: float
) -> list[Way]:
    """The matches of one way to read the letters: complete, and with the last syllable half typed."""
    import numpy as np

    syllables = sum(isinstance(piece, Piece) and piece.kind != "letter" for piece in pieces)
    if len(pieces) < 2 and syllables == len(pieces) and _is_crowded(searched, regions):
        regions = range(regions[0], BODY)
    last = pieces[-1]
    classes: list[Codes] = []
    usual: list[Codes] = []
    has_rare = False
    whole: list[Codes] = []  # every syllable whole, its rare readings, too
    for piece in pieces:
        if isinstance(piece, int):
            members = np.array([piece], dtype=np.uint16)
        elif piece.kind == "letter":
            members = np.array([ord(piece.text)], dtype=np.uint16)
        else:
            syllable, rare = table.codes(piece.text), table.rare(piece.text)
            classes.append(table.beginning(piece.text) if piece is last else syllable)
            usual.append(table.usual(piece.text))
            whole.append(np.concatenate((syllable, rare)))
            has_rare |= bool(len(rare))
            continue
        for kind in (classes, usual, whole):
            kind.append(members)
    codes = searched.collection.codes
    ways: list[Way] = []
    starts = _find(searched, classes, regions)
    if len(starts):
        quality = penalty * (1 - _UNUSUAL_READING * (1 - _usual_share(codes, starts, usual)))
        if isinstance(last, Piece) and last.kind != "letter":
            complete = mask_of(table.codes(last.text))[codes[starts + len(pieces) - 1]]
            extended = _WHOLE_ALREADY if complete.any() else _HALF_TYPED
            quality = np.where(complete, quality, quality * extended)
        if syllables == len(pieces) and len(pieces) in _WORD_LENGTHS and len(starts) <= _MOST_LOOKED_UP:
            quality = np.where(_are_words(codes, starts, len(pieces)), quality, quality * _NO_WORD)
        ways.append(_graded(searched, "pinyin", starts, len(pieces), quality))
    if len(pieces) > 1 and has_rare:
        seldom = np.setdiff1d(_find(searched, whole, regions), starts, assume_unique=True)
        if len(seldom):
            quality = np.full(len(seldom), penalty * _RARE_READING)
            ways.append(_graded(searched, "pinyin", seldom, len(pieces), quality))
    return ways


def _abbreviated_ways(searched: Searched, letters: str, table: Readings, regions: range) -> tuple[Way, ...]:
    """Where nothing else is found: syllables and initials mixed, as input methods take them."""
    ways: list[Way] = []
    for pieces in table.abbreviations(letters):
        if len(pieces) < 2:
            continue
        in_headlines = len(pieces) < _INITIALS_IN_BODY and _is_crowded(searched, regions)
        whole = sum(piece.kind == "syllable" for piece in pieces)
        within_regions = range(regions[0], BODY) if in_headlines and not whole else regions
        classes = [
            table.codes(piece.text) if piece.kind == "syllable" else table.beginning(piece.text)
            for piece in pieces
        ]
        usual = [
            table.usual(piece.text) if piece.kind == "syllable" else table.usually_beginning(piece.text)
            for piece in pieces
        ]
        starts = _find(searched, classes, within_regions)
        share = _usual_share(searched.collection.codes, starts, usual)
        quality = _ABBREVIATED * (1 - _UNUSUAL_INITIAL * (1 - share))
        if len(starts):
            ways.append(_graded(searched, "initials", starts, len(pieces), quality))
    joined = _joined(ways)
    return (joined,) if joined is not None else ()


def _initials_way(searched: Searched, items: list[str | int], table: Readings, regions: range) -> Way | None:
    import numpy as np

    letters = sum(len(item) for item in items if isinstance(item, str))
    symbols = [symbol for item in items for symbol in ([item] if isinstance(item, int) else map(ord, item))]
    if letters > MOST_LETTERS // 2:
        return None
    if len(symbols) < 2:
        return _first_letter_way(searched, chr(symbols[0]), table) if 0 in regions else None
    if letters < _INITIALS_IN_BODY and letters == len(symbols) and _is_crowded(searched, regions):
        regions = range(regions[0], BODY)
    classes: list[Codes] = []
    usual: list[Codes] = []
    for symbol in symbols:
        itself = np.array([symbol], dtype=np.uint16)
        is_letter = 0x61 <= symbol <= 0x7A
        classes.append(np.append(itself, table.beginning(chr(symbol))) if is_letter else itself)
        usual.append(np.append(itself, table.usually_beginning(chr(symbol))) if is_letter else itself)
    starts = _find(searched, classes, regions)
    quality = _INITIALS * (
        1 - _UNUSUAL_READING * (1 - _usual_share(searched.collection.codes, starts, usual))
    )
    return _graded(searched, "initials", starts, len(symbols), quality)


def _is_crowded(searched: Searched, regions: range) -> bool:
    """Whether a few letters would find something in every body."""
    return BODY in regions and not searched.one_article


def _first_letter_way(searched: Searched, letter: str, table: Readings) -> Way:
    """The titles that begin with a letter: the first key of a pinyin query is answered, too."""
    import numpy as np

    starts = searched.collection.bounds[0][:-1]
    starts = starts[mask_of(table.usually_beginning(letter))[searched.collection.codes[starts]]]
    return Way("initials", starts, starts + 1, np.full(len(starts), _INITIALS, dtype=np.float32))


def _find(searched: Searched, classes: list[Codes], regions: range) -> Places:
    import numpy as np

    if not len(regions):
        return np.empty(0, dtype=np.int64)
    starts = find_pattern(searched.collection.codes, searched.postings, classes)
    return within(searched.collection, starts, regions)


def _are_words(codes: Codes, starts: Places, length: int) -> NDArray[np.bool_]:
    """For each match of two to four characters whether the dictionary has it as a word."""
    import numpy as np

    windows = np.zeros((len(starts), 4), dtype=np.uint16)
    for i in range(length):
        windows[:, i] = codes[starts + i]
    keys, inverse = np.unique(windows.view(np.uint64).ravel(), return_inverse=True)
    texts = keys.view(np.uint16).reshape(-1, 4)[:, :length]
    known: list[bool] = [is_word(codes_text(text)) for text in texts]
    return np.array(known, dtype=np.bool_)[inverse.ravel()]


def _usual_share(codes: Codes, starts: Places, usual: list[Codes]) -> NDArray[np.float64]:
    """For each match the share of its characters that are read in their usual way."""
    import numpy as np

    share = np.zeros(len(starts))
    for i, members in enumerate(usual):
        share += mask_of(members)[codes[starts + i]]
    return share / len(usual)


def _graded(
    searched: Searched, kind: WayKind, starts: Places, length: int, quality: NDArray[np.float64]
) -> Way:
    import numpy as np

    ends = starts + length
    if len(starts):
        across = searched.collection.crosses_clause(starts, ends)
        quality = np.where(across, quality * _ACROSS_CLAUSE, quality)
    return Way(kind, starts, ends, quality.astype(np.float32))


def _joined(ways: list[Way]) -> Way | None:
    """Ways of one kind as one; of several matches at a place the best is kept."""
    import numpy as np

    if len(ways) < 2:
        return ways[0] if ways else None
    starts = np.concatenate([way.starts for way in ways])
    ends = np.concatenate([way.ends for way in ways])
    quality = np.concatenate([way.quality for way in ways if way.quality is not None])
    order = np.lexsort((-quality, starts))
    starts, ends, quality = starts[order], ends[order], quality[order]
    first = np.diff(starts, prepend=-1) > 0
    return Way(ways[0].kind, starts[first], ends[first], quality[first])
