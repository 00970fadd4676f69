"""What headlines and bodies have in common: the pairs of characters they share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from operator import add

from lctui.ingest.chars import HAN
from lctui.ingest.drafts import Draft

_DROP = re.compile(f"[^{HAN}0-9A-Za-z]+")
_BODY = 20_000
"""Characters of a body that are looked through; more than any real article has."""
_SAID = 240
"""Characters of a stretch that tell what it speaks of."""


class Wording:
    """What the bodies of some drafts say, for comparison with headlines and stretches."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._texts = [draft.text[:_BODY] for draft in drafts]
        self._bit = {id(draft): 1 << place for place, draft in enumerate(drafts)}
        count = len(drafts)
        # What a pair is worth that stands in so many of the bodies.
        self._worth = [log(1.0 + (count + 1) / (1 + times)) for times in range(count + 1)]
        self._holders: dict[str, int] = {}
        self._weighed: dict[str, list[tuple[float, int]]] = {}

    def likeness(self, text: str, draft: Draft) -> float:
        """From 0, nothing in common, to 1, every pair of characters of `text` stands in `draft`."""
        weights = self._weights(text)
        bit = self._bit[id(draft)]
        total = found = 0.0
        for weight, holders in weights:
            total += weight
            if holders & bit:
                found += weight
        return found / total if total else 0.0

    def kinship(self, text: str, other: str) -> float:
        """From 0 to 1: how much of what the beginning of `text` says is said in `other`; pairs that many
        of the bodies hold count little."""
        total = shared = 0.0
        usual = self._worth[-1]
        for pair in dict.fromkeys(_pairs(text[:_SAID])):
            weight = self._worth[self._held(pair).bit_count()] - usual
            if weight > 0:
                total += weight
                if pair in other:
                    shared += weight
        return shared / total if total else 0.0

    def _weights(self, text: str) -> list[tuple[float, int]]:
        """For each pair of `text` what it is worth, and which bodies hold it, as bits."""
        weights = self._weighed.get(text)
        if weights is None:
            held = [self._held(pair) for pair in _pairs(text)]
            weights = [(self._worth[holders.bit_count()], holders) for holders in held]
            self._weighed[text] = weights
        return weights

    def _held(self, pair: str) -> int:
        holders = self._holders.get(pair)
        if holders is None:
            holders = sum(1 << place for place, text in enumerate(self._texts) if pair in text)
            self._holders[pair] = holders
        return holders


def _pairs(text: str) -> list[str]:
    """The pairs of neighbouring characters inside the words and figures of `text`."""
    return [pair for part in _DROP.split(text) for pair in map(add, part, part[1:])]
