"""Finding runs of characters through the postings: exact ones, and ones of classes of characters.

A pattern is a sequence of classes (the characters that may be read `gao`, those whose reading begins
with g, or a single one). The rarest two successive classes give the candidates; the others are
checked in place, all candidates at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lctui.search.postings import Postings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places
    from lctui.text.folding import Codes

# Pairs of a long pattern that are weighed against each other; the smallest classes first.
_PAIRS_WEIGHED = 4
# A run this long is looked for by this many of its bigrams at most.
_BIGRAMS_WEIGHED = 64


def find_run(codes: Codes, postings: Postings, run: Codes) -> Places:
    """Where `run` (not empty) begins in `codes`, ascending."""
    import numpy as np

    wanted = [int(code) for code in run]
    if len(wanted) == 1:
        return np.sort(postings.character(wanted[0])).astype(np.int64)
    if len(wanted) == 2:
        return postings.bigram(*wanted).astype(np.int64)
    weighed = range(min(len(wanted) - 1, _BIGRAMS_WEIGHED))
    anchors = [postings.bigram(wanted[i], wanted[i + 1]) for i in weighed]
    anchor = min(weighed, key=lambda i: len(anchors[i]))
    starts = anchors[anchor].astype(np.int64) - anchor
    starts = starts[(starts >= 0) & (starts <= len(codes) - len(wanted))]
    # The ends first: they differ where the middle of a common word does not.
    for i in sorted(range(len(wanted)), key=lambda i: -abs(i - anchor)):
        if i not in (anchor, anchor + 1):
            starts = starts[codes[starts + i] == wanted[i]]
            if not len(starts):
                break
    return starts


def find_pattern(codes: Codes, postings: Postings, classes: Sequence[Codes]) -> Places:
    """Where successive characters are of the given `classes` (not empty), ascending."""
    import numpy as np

    if len(classes) == 1:
        return np.sort(postings.of_bigrams(postings.beginning_with(classes[0]))).astype(np.int64)
    if any(not len(members) for members in classes):
        return np.empty(0, dtype=np.int64)
    masks = [mask_of(members) for members in classes]
    pairs = sorted(range(len(classes) - 1), key=lambda i: len(classes[i]) * len(classes[i + 1]))
    best: NDArray[np.int64] | None = None
    anchor = fewest = 0
    for i in pairs[:_PAIRS_WEIGHED]:
        numbers = postings.beginning_with(classes[i])
        numbers = numbers[masks[i + 1][postings.bigrams[numbers] & 0xFFFF]]
        frequency = postings.frequency(numbers)
        if best is None or frequency < fewest:
            best, anchor, fewest = numbers, i, frequency
        if frequency < 1000:
            break
    assert best is not None
    starts = postings.of_bigrams(best).astype(np.int64) - anchor
    starts = starts[(starts >= 0) & (starts <= len(codes) - len(classes))]
    for i, mask in enumerate(masks):
        if i not in (anchor, anchor + 1) and len(starts):
            starts = starts[mask[codes[starts + i]]]
    return np.sort(starts)


def mask_of(members: Codes) -> NDArray[np.bool_]:
    """For every code whether it is one of `members`."""
    import numpy as np

    mask = np.zeros(0x10000, dtype=np.bool_)
    mask[members] = True
    return mask
