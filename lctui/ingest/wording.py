"""What headlines and bodies have in common: the pairs of characters they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from lctui.ingest.chars import HAN
from lctui.ingest.drafts import Draft

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
                draft.paired = len(draft.blocks), {text[at : at + 2] for at in range(len(text) - 1)}
            pairs = draft.paired[1]
            self._pairs.append(pairs)
            seen.update(pairs)
        self._seen = seen
        self._count = len(drafts)

    def likeness(self, text: str, draft: Draft) -> float:
        """From 0, nothing in common, to 1, every pair of characters of `text` stands in `draft`."""
        body = self._pairs[self._index[id(draft)]]
        total = found = 0.0
        for part in _DROP.split(text):
            for at in range(len(part) - 1):
                pair = part[at : at + 2]
                weight = log(1.0 + (self._count + 1) / (1 + self._seen[pair]))
                total += weight
                if pair in body:
                    found += weight
        return found / total if total else 0.0
