"""What headlines and bodies have in common: the pairs of characters they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from operator import add

from lctui.ingest.chars import HAN, pairs_of
from lctui.ingest.drafts import Draft

_WORD = re.compile(f"[{HAN}0-9A-Za-z]{{2}}")
_DROP = re.compile(f"[^{HAN}0-9A-Za-z]+")


class Wording:
    """What the bodies of a page say, for comparison with headlines."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._pairs: list[set[str]] = []
        self._index = {id(draft): place for place, draft in enumerate(drafts)}
        seen: Counter[str] = Counter()
        for draft in drafts:
            if draft.paired is None or draft.paired[0] != len(draft.blocks):
                text = draft.text
                draft.paired = len(draft.blocks), pairs_of(text)
            pairs = draft.paired[1]
            self._pairs.append(pairs)
            seen.update(pairs)
        self._seen = seen
        count = len(drafts)
        # What a pair is worth that stands in so many of the bodies.
        self._worth = [log(1.0 + (count + 1) / (1 + times)) for times in range(count + 1)]

    def likeness(self, text: str, draft: Draft) -> float:
        """From 0, nothing in common, to 1, every pair of characters of `text` stands in `draft`."""
        body = self._pairs[self._index[id(draft)]]
        total = found = 0.0
        seen, worth = self._seen, self._worth
        for part in _DROP.split(text):
            for pair in map(add, part, part[1:]):
                weight = worth[seen.get(pair, 0)]
                total += weight
                if pair in body:
                    found += weight
        return found / total if total else 0.0

    def kinship(self, pairs: set[str], other: set[str]) -> float:
        """From 0 to 1: how much of what `pairs` say is said in `other`, pairs that many bodies hold counting
        little. Both are pairs of characters, as `pairs_of` gives them."""
        seen, worth = self._seen, self._worth
        total = shared = 0.0
        for pair in pairs:
            if _WORD.match(pair):
                weight = worth[min(seen.get(pair, 0), len(worth) - 1)] - worth[-1]
                total += weight
                if pair in other:
                    shared += weight
        return shared / total if total else 0.0
