"""Near matches: one wrong, missing, extra or same-sounding character in about four.

OCR takes one character for another, and who types by ear takes one that sounds the same. With at
most k slips, of k + 1 pieces of a term at least one stands unharmed (the pigeonhole principle), so
that the postings of the pieces hold all candidates; those with too few of the term's characters in
about their places are dropped, all at once, and rapidfuzz measures the few that are left. What sounds
the same throughout is found by its classes of characters, however many of them are wrong.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lctui.search.patterns import find_pattern, find_run, mask_of
from lctui.search.terms import Searched, Way, within
from lctui.text.folding import SEPARATOR, Folded
from lctui.text.pinyin import Readings, readings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places
    from lctui.text.folding import Codes

_CHARACTERS_A_SLIP = 4
_SHORTEST = 3
_FIRST_IDEOGRAPH = 0x2E80
_LONGEST = 128
_LONGEST_SWAPPED = 16
_MOST_SLIPS = 8
_SAME_SOUND = 0.4  # what a same-sounding character costs, a wrong one costing 1
_ACROSS_CLAUSE = 0.9
_SHORT = 4  # characters up to which a slip and a clause's end in between are too much

# The measured candidates, the likeliest first, where a term is made of words that stand everywhere.
_MOST_MEASURED = 400
# A wrong first or last character of three leaves two: enough where those two are rare.
_RARE = 60


def near_ways(searched: Searched, text: Folded, regions: range) -> tuple[Way, ...]:
    """Where a term of three characters or more nearly matches, the best match of each place."""
    run = text.codes
    if not _SHORTEST <= len(run) <= _LONGEST or not _is_chinese(run):
        return ()
    slips = min(max(1, len(run) // _CHARACTERS_A_SLIP), _MOST_SLIPS)
    candidates = _three(searched, run) if len(run) == _SHORTEST else _candidates(searched, run, slips)
    candidates = within(searched.collection, candidates, regions)
    starts, wrong = _survivors(searched, candidates, run, slips)
    in_place = wrong <= slips
    return (
        *_in_place(searched, starts[in_place], run),
        *_shifted(searched, starts[~in_place], wrong[~in_place], run, slips),
        *_swapped(searched, run, regions),
        *same_sound_ways(searched, text, regions),
    )


def same_sound_ways(searched: Searched, text: Folded, regions: range) -> tuple[Way, ...]:
    """Where every character of a term sounds the same (and at least one is another)."""
    import numpy as np

    run = text.codes
    if not 2 <= len(run) <= _LONGEST:
        return ()
    table = readings()
    # Two characters sound like much: only as they are usually read.
    classes = [table.sounding_like(int(code), usually=len(run) == 2) for code in run]
    if all(len(members) == 1 for members in classes):
        return ()
    codes = searched.collection.codes
    starts = within(searched.collection, find_pattern(codes, searched.postings, classes), regions)
    if not len(starts):
        return ()
    wrong = np.zeros(len(starts))
    for i, code in enumerate(run):
        wrong += codes[starts + i] != code
    other = wrong > 0
    if len(run) == 2:
        other &= ~searched.collection.crosses_clause(starts, starts + 2)
    starts, wrong = starts[other], wrong[other]
    quality = 1 - _SAME_SOUND * wrong / len(run)
    return _way(searched, starts, starts + len(run), quality)


def _candidates(searched: Searched, run: Codes, slips: int) -> Places:
    """Where the term may begin, judged by its unharmed pieces."""
    import numpy as np

    edges = np.linspace(0, len(run), slips + 2).astype(int)
    found = [
        find_run(searched.collection.codes, searched.postings, run[low:high]) - low
        for low, high in itertools.pairwise(edges)
    ]
    return _unique(np.concatenate(found))


def _three(searched: Searched, run: Codes) -> Places:
    """The same for three characters, whose pieces would be single ones."""
    import numpy as np

    codes, postings = searched.collection.codes, searched.postings
    one, two, three = (int(code) for code in run)
    rarer, ahead = (one, 0) if postings.count(one) <= postings.count(three) else (three, 2)
    starts = np.sort(postings.character(rarer)).astype(np.int64) - ahead
    starts = starts[(starts >= 0) & (starts < len(codes) - 3)]
    first = codes[starts] == one
    found = [starts[first & (codes[starts + 2] == three)]]
    # One more character between the first two, or the last two.
    found.append(starts[first & (codes[starts + 3] == three)] if not ahead else starts[:0])
    for pair, offset in ((postings.bigram(one, two), 0), (postings.bigram(two, three), 1)):
        if len(pair) <= _RARE:
            found.append(pair.astype(np.int64) - offset)
    return _unique(np.concatenate(found))


def _survivors(
    searched: Searched, starts: Places, run: Codes, slips: int
) -> tuple[Places, NDArray[np.int16]]:
    """The candidates that hold all but `slips` of the term's characters in about their places, and
    how many they do not hold in exactly their places (never none: that is no near match)."""
    import numpy as np

    codes, count = searched.collection.codes, searched.postings.count
    misses = np.zeros(len(starts), dtype=np.int16)
    wrong = np.zeros(len(starts), dtype=np.int16)
    for i in sorted(range(len(run)), key=lambda i: count(int(run[i]))):
        exact = codes.take(starts + i, mode="clip") == run[i]
        hit = exact.copy()
        for shift in range(1, slips + 1):
            hit |= codes.take(starts + (i + shift), mode="clip") == run[i]
            hit |= codes.take(starts + (i - shift), mode="clip") == run[i]
        misses += ~hit
        wrong += ~exact
        kept = misses <= slips
        if not kept.all():
            starts, misses, wrong = starts[kept], misses[kept], wrong[kept]
    return starts[wrong > 0], wrong[wrong > 0]


def _in_place(searched: Searched, starts: Places, run: Codes) -> tuple[Way, ...]:
    """Matches whose wrong characters stand where the right ones would: measured all at once."""
    import numpy as np

    codes = searched.collection.codes
    table = readings()
    costs = np.zeros(len(starts))
    parted = np.zeros(len(starts), dtype=np.bool_)
    for i, code in enumerate(run):
        there = codes.take(starts + i, mode="clip")
        parted |= there == SEPARATOR
        alike = mask_of(table.sounding_like(int(code)))[there]
        costs += np.where(there == code, 0.0, np.where(alike, _SAME_SOUND, 1.0))
    starts, costs = starts[~parted], costs[~parted]
    return _way(searched, starts, starts + len(run), 1 - costs / len(run))


def _shifted(
    searched: Searched, starts: Places, wrong: NDArray[np.int16], run: Codes, slips: int
) -> tuple[Way, ...]:
    """Matches with a missing or an extra character, measured by rapidfuzz."""
    import numpy as np

    if len(starts) > _MOST_MEASURED:
        starts = starts[np.sort(np.argsort(wrong, kind="stable")[:_MOST_MEASURED])]
    codes = searched.collection.codes
    table = readings()
    term = _text(run)
    found: dict[int, tuple[float, int]] = {}
    for start in starts.tolist():
        low = max(start - slips, 0)
        window = codes[low : start + len(run) + slips]
        parted = np.flatnonzero(window == SEPARATOR)
        # A match lies in one text: cut at the separators around the middle of the term.
        middle = start - low + len(run) // 2
        after, before = parted[parted >= middle], parted[parted < middle]
        window = window[: after[0]] if len(after) else window
        if len(before):
            low += int(before[-1]) + 1
            window = window[int(before[-1]) + 1 :]
        best = _best_match(term, _text(window), slips, table)
        if best is None:
            continue
        cost, first, last = best
        if low + first not in found or cost < found[low + first][0]:
            found[low + first] = (cost, low + last)
    begins = np.array(sorted(found), dtype=np.int64)
    ends = np.array([found[at][1] for at in begins.tolist()], dtype=np.int64)
    costs = np.array([found[at][0] for at in begins.tolist()], dtype=np.float64)
    return _way(searched, begins, ends, 1 - costs / len(run))


def _swapped(searched: Searched, run: Codes, regions: range) -> tuple[Way, ...]:
    """Matches with two neighbouring characters in the wrong order: one slip of the typist's."""
    import numpy as np

    ways: list[Way] = []
    if len(run) > _LONGEST_SWAPPED:
        return ()
    for i in range(len(run) - 1):
        if run[i] == run[i + 1]:
            continue
        right = run.copy()
        right[i], right[i + 1] = run[i + 1], run[i]
        starts = find_run(searched.collection.codes, searched.postings, right)
        starts = within(searched.collection, starts, regions)
        ways += _way(searched, starts, starts + len(run), np.full(len(starts), 1 - 1 / len(run)))
    return tuple(ways)


def _best_match(term: str, window: str, slips: int, table: Readings) -> tuple[float, int, int] | None:
    """(cost, start, end) of the part of `window` nearest to `term`; None where all differ by more."""
    from rapidfuzz.distance import Levenshtein

    best: tuple[int, int, int, int] | None = None
    cutoff = slips
    for length in sorted(range(len(term) - slips, len(term) + slips + 1), key=lambda n: abs(n - len(term))):
        for start in range(len(window) - length + 1):
            part = window[start : start + length]
            distance = Levenshtein.distance(term, part, score_cutoff=cutoff)
            if 0 < distance <= cutoff:
                rank = (distance, abs(length - len(term)), abs(start - slips), start)
                if best is None or rank < best:
                    best, end = rank, start + length
                    cutoff = distance
            elif distance == 0:
                return None  # an exact match is found elsewhere
    if best is None:
        return None
    start = best[3]
    cost = 0.0
    for operation in Levenshtein.editops(term, window[start:end]):
        alike = operation.tag == "replace" and table.same_sound(
            ord(term[operation.src_pos]), ord(window[start + operation.dest_pos])
        )
        cost += _SAME_SOUND if alike else 1.0
    return cost, start, end


def _is_chinese(run: Codes) -> bool:
    """Whether slips are to be expected: one digit or Latin letter for another makes another word."""
    return int((run >= _FIRST_IDEOGRAPH).sum()) >= max(2, len(run) // 2)


def _way(searched: Searched, starts: Places, ends: Places, quality: NDArray[np.float64]) -> tuple[Way, ...]:
    import numpy as np

    if not len(starts):
        return ()
    across = searched.collection.crosses_clause(starts, ends)
    kept = ~across | (ends - starts > _SHORT)
    starts, ends, quality, across = starts[kept], ends[kept], quality[kept], across[kept]
    quality = np.where(across, quality * _ACROSS_CLAUSE, quality)
    return (Way("near", starts, ends, quality.astype(np.float32)),)


def _text(codes: Codes) -> str:
    """Codes as characters that compare as the codes do."""
    return codes.tobytes().decode("utf-16-le", "surrogatepass")


def _unique(starts: Places) -> Places:
    import numpy as np

    # Sorted and then thinned, several times as fast as numpy's unique for so many.
    ordered = np.sort(starts[starts >= 0], kind="stable")
    return ordered[np.flatnonzero(np.diff(ordered, prepend=-1))]
