"""Where every two successive characters stand: the one index that all kinds of matching draw on.

The places of a bigram (a, b) lie next to each other, bigrams in order of a, then b; the places of a
single character are those of all bigrams it begins. Classes of characters (all that may be read
`gao`) come from the same arrays, so that pinyin, initials and homophones need no postings of their
own: four bytes a character in all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.text.folding import Codes

# Sorted at a time; with the place inside it in 20 bits, bigram and place fit one 64-bit key.
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Postings:
    """`bigrams` ascending (first code << 16 | second); the places of the i-th are
    places[starts[i]:starts[i + 1]], ascending. first[c] .. first[c + 1] are the bigrams that begin with c.
    """

    bigrams: NDArray[np.uint32]
    starts: NDArray[np.int64]
    places: NDArray[np.uint32]
    first: NDArray[np.int64]

    def bigram(self, one: int, other: int) -> NDArray[np.uint32]:
        """Where `one` is followed by `other`, ascending."""
        key = one << 16 | other
        i = int(self.bigrams.searchsorted(key))
        if i == len(self.bigrams) or self.bigrams[i] != key:
            return self.places[:0]
        return self.places[self.starts[i] : self.starts[i + 1]]

    def character(self, code: int) -> NDArray[np.uint32]:
        """Where a character stands, in no order."""
        return self.places[self.starts[self.first[code]] : self.starts[self.first[code + 1]]]

    def count(self, code: int) -> int:
        """How often a character stands anywhere."""
        return int(self.starts[self.first[code + 1]] - self.starts[self.first[code]])

    def beginning_with(self, codes: Codes) -> NDArray[np.int64]:
        """The numbers of the bigrams whose first character is one of `codes`."""
        return ranges(self.first[codes], self.first[codes.astype("i8") + 1])

    def of_bigrams(self, numbers: NDArray[np.int64]) -> NDArray[np.uint32]:
        """The places of the bigrams with these numbers, in no order."""
        return self.places[ranges(self.starts[numbers], self.starts[numbers + 1])]

    def frequency(self, numbers: NDArray[np.int64]) -> int:
        """How many places the bigrams with these numbers have in all."""
        return int((self.starts[numbers + 1] - self.starts[numbers]).sum())


def ranges(starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """start, start + 1, … end - 1 for each pair, one after the other."""
    import numpy as np

    lengths = ends - starts
    total = int(lengths.sum())
    offsets = np.cumsum(lengths) - lengths
    steps: NDArray[np.int64] = np.arange(total, dtype=np.int64)
    steps += np.repeat(starts - offsets, lengths)
    return steps


def build_postings(codes: Codes, *, check: Callable[[], None] | None = None) -> Postings:
    """Sort the places of `codes` by bigram, block by block, then merge the blocks.

    `check` is called between blocks and may raise to give up. Time and memory grow linearly.
    """
    import numpy as np

    blocks: list[tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint32]]] = []
    for begin in range(0, len(codes), _BLOCK):
        if check is not None:
            check()
        blocks.append(_sort_block(codes, begin))
    # Sorted and then thinned: numpy's unique hashes, and holds the interpreter while it does.
    bigrams = np.sort(np.concatenate([keys for keys, _, _ in blocks] or [np.empty(0, np.uint32)]))
    bigrams = bigrams[np.flatnonzero(np.diff(bigrams, prepend=bigrams[:1] + np.uint32(1)))]
    counts = np.zeros(len(bigrams), dtype=np.int64)
    for keys, sizes, _ in blocks:
        counts[np.searchsorted(bigrams, keys)] += sizes
    starts = np.concatenate(([0], np.cumsum(counts)))
    places = np.empty(int(starts[-1]), dtype=np.uint32)
    free = starts[:-1].copy()
    blocks.reverse()
    while blocks:
        if check is not None:
            check()
        keys, sizes, found = blocks.pop()
        numbers = np.searchsorted(bigrams, keys)
        places[ranges(free[numbers], free[numbers] + sizes)] = found
        free[numbers] += sizes
    firsts = np.searchsorted(bigrams, np.arange(0x10001, dtype=np.uint64) << np.uint64(16))
    return Postings(bigrams, starts, places, firsts)


def _sort_block(codes: Codes, begin: int) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint32]]:
    """(bigrams, how many places each, the places) of one block."""
    import numpy as np

    block = codes[begin : begin + _BLOCK + 1].astype(np.uint64)
    if begin + _BLOCK >= len(codes):
        block = np.append(block, np.uint64(0))
    keys = (block[:-1] << np.uint64(16) | block[1:]) << np.uint64(20)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys = np.sort(keys[block[:-1] != 0])
    places = (keys & np.uint64(_BLOCK - 1)).astype(np.uint32) + np.uint32(begin)
    bigrams = (keys >> np.uint64(20)).astype(np.uint32)
    edges = np.flatnonzero(np.diff(bigrams, prepend=bigrams[:1] + np.uint32(1)))
    sizes = np.diff(np.append(edges, len(bigrams)))
    return bigrams[edges], sizes, places
