"""The pairs of characters in the bodies of a page, gathered once.

They are asked for again and again: which stretch goes on from which, whether headlines stand before their
bodies, which headline belongs to which body; and hardly a body changes from one question to the next.

A pair is a number here, its two code points side by side: such numbers are read out of a text, and found
again in a set, in half the time that strings of two characters take.
"""

from __future__ import annotations

_BODY = 20_000
"""Characters of a body that are looked through; more than any real article has."""
_KEPT = 256
"""Bodies whose pairs are kept; more stand on no real page."""


def pairs_in_order(text: str) -> list[int]:
    """The pairs of neighbouring characters in `text`, from the first to the last."""
    even, odd = _halves(text)
    pairs = [0] * (len(even) + len(odd))
    pairs[::2], pairs[1::2] = even, odd
    return pairs


def _halves(text: str) -> tuple[list[int], list[int]]:
    """The pairs that begin at even places, and those that begin at odd ones."""
    points = memoryview(text.encode("utf-32-le", "surrogatepass"))  # four bytes a character
    size = len(points)
    if size < 8:
        return [], []
    return points[: size & ~7].cast("Q").tolist(), points[4 : 4 + (size - 4 & ~7)].cast("Q").tolist()


class Heard:
    """What the bodies of one page say, as pairs of characters."""

    def __init__(self) -> None:
        self._pairs: dict[str, set[int]] = {}

    def pairs(self, text: str) -> set[int]:
        """The pairs in the beginning of `text`."""
        text = text[:_BODY]
        pairs = self._pairs.get(text)
        if pairs is None:
            if len(self._pairs) >= _KEPT:
                self._pairs.clear()
            even, odd = _halves(text)
            pairs = self._pairs[text] = {*even, *odd}
        return pairs
