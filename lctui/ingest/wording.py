"""What headlines and bodies have in common: the pairs of characters they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import log

from lctui.ingest.chars import HAN
from lctui.ingest.drafts import Draft
from lctui.ingest.heard import Heard, pairs_in_order

_WORD = re.compile(f"[{HAN}0-9A-Za-z]+")
_SAID = 240
"""Characters of a stretch that tell what it speaks of."""


class Wording:
    """What the bodies of some drafts say, for comparison with headlines and stretches."""

    def __init__(self, drafts: Sequence[Draft], heard: Heard) -> None:
        self._heard = heard
        self.drafts = list(drafts)
        self._bodies = [(1 << place, heard.pairs(draft.text)) for place, draft in enumerate(drafts)]
        self._bit = {id(draft): 1 << place for place, draft in enumerate(drafts)}
        count = len(drafts)
        # What a pair is worth that stands in so many of the bodies.
        self._worth = [log(1.0 + (count + 1) / (1 + times)) for times in range(count + 1)]
        self._holders: dict[int, int] = {}
        self._weighed: dict[str, tuple[list[tuple[float, int]], float]] = {}

    def among(self, drafts: Sequence[Draft]) -> Wording:
        """What other drafts of the page say; where they are the same, itself."""
        return self if self.drafts == drafts else Wording(drafts, self._heard)

    def likeness(self, text: str, draft: Draft) -> float:
        """From 0, nothing in common, to 1, every pair of characters of `text` stands in `draft`."""
        weighed = self._weighed.get(text)
        if weighed is None:
            weighed = self._weighed[text] = self._weigh(text)
        weights, total = weighed
        bit = self._bit[id(draft)]
        found = 0.0
        for weight, holders in weights:
            if holders & bit:
                found += weight
        return found / total if total else 0.0

    def kinship(self, text: str, other: str) -> float:
        """From 0 to 1: how much of what the beginning of `text` says is said in `other`; pairs that many
        of the bodies hold count little."""
        total = shared = 0.0
        usual = self._worth[-1]
        said = self._heard.pairs(other)
        pairs = dict.fromkeys(_pairs(text[:_SAID]))
        holders = self._held(pairs)
        for pair in pairs:
            weight = self._worth[holders[pair].bit_count()] - usual
            if weight > 0:
                total += weight
                if pair in said:
                    shared += weight
        return shared / total if total else 0.0

    def _weigh(self, text: str) -> tuple[list[tuple[float, int]], float]:
        """For each pair of `text` what it is worth, and which bodies hold it, as bits, where any does; and
        what all pairs are worth."""
        weights: list[tuple[float, int]] = []
        total = 0.0
        pairs = _pairs(text)
        holders = self._held(pairs)
        for pair in pairs:
            bits = holders[pair]
            weight = self._worth[bits.bit_count()]
            total += weight
            if bits:
                weights.append((weight, bits))
        return weights, total

    def _held(self, pairs: Iterable[int]) -> dict[int, int]:
        """Which of the bodies hold a pair, as bits, for `pairs` at least."""
        holders = self._holders
        new = {pair for pair in pairs if pair not in holders}
        if new:
            holders.update(dict.fromkeys(new, 0))
            for bit, said in self._bodies:
                for pair in new & said:
                    holders[pair] |= bit
        return holders


def _pairs(text: str) -> list[int]:
    """The pairs of neighbouring characters inside the words and figures of `text`."""
    pairs = pairs_in_order(text)
    return [pair for word in _WORD.finditer(text) for pair in pairs[word.start() : word.end() - 1]]
