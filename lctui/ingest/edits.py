"""Changes to the characters of a line, always told against the line as the page has it.

Each stage changes what the one before it has left; `compose` puts the changes of two stages into
one list against the first text, so that at the end of the reading every change can be shown where it
took place, whatever else was done around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lctui.frozen import build
from lctui.model import Repair

Edit = tuple[int, int, str, str]
"""(start, end, new, kind): what stands at `start` to `end` becomes `new`. A page of OCR has two thousand of
these; as plain tuples they cost next to nothing to make and to take apart."""

Edits = Sequence[Edit]
"""In order, none overlapping another."""

# Where two kinds of change meet in one place, the one that tells more.
_TELLING = (
    "blank", "ocr-blank", "invisible", "letter-spacing", "half-width-punctuation", "straight-quote",
    "full-width-letter", "full-width-digit", "doubled-glyph", "markup",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_TELLING)}


def _tells_more(one: str, other: str) -> str:
    return one if _RANK.get(one, len(_RANK)) >= _RANK.get(other, len(_RANK)) else other


def apply(text: str, edits: Edits) -> str:
    """`text` with the changes made."""
    out: list[str] = []
    done = 0
    for start, end, new, _ in edits:
        out.append(text[done:start])
        out.append(new)
        done = end
    out.append(text[done:])
    return "".join(out)


def compose(first: Edits, second: Edits) -> Edits:
    """One list of changes for two, of which `second` is told against what `first` has left. A change
    that was made to what the first ones put there takes their place."""
    if not first:
        return second
    if not second:
        return first
    out: list[Edit] = []
    rest = iter(first[1:])
    shift = 0  # how much further on a place is in what the first changes left
    one: Edit | None = first[0]  # the next of the first changes, and where it stands in what they left
    low = first[0][0]
    for start, end, new, kind in second:
        while one is not None and low < start:
            from_, to, put, own = one
            high = low + len(put)
            if high > start:
                # The change begins in the middle of what was put there.
                cut = start - low
                out.append((from_, from_, put[:cut], own))
                one = (from_, to, put[cut:], own)
                shift = start - from_
                low = start
                break
            out.append(one)
            shift = high - to
            one = next(rest, None)
            if one is not None:
                low = one[0] + shift
        begin = start - shift
        while one is not None and low < end:
            _, to, put, own = one
            high = low + len(put)
            if kind != own:
                kind = _tells_more(kind, own)
            if high > end:
                one = (to, to, put[end - low :], own)
                shift = end - to
                low = end
                break
            shift = high - to
            one = next(rest, None)
            if one is not None:
                low = one[0] + shift
        out.append((begin, end - shift, new, kind))
    if one is not None:
        out.append(one)
        out.extend(rest)
    return out


def as_repairs(changed: Iterable[tuple[int, str, Edits]]) -> list[Repair]:
    """The changes of some lines for the reader. Each line is given as its number, as the page has it (blanks
    at its ends do not matter), and with its changes.

    Every `before` stands in `raw` as it is, behind that of the repair before it, and nowhere earlier
    behind that one: replacing each in turn gives the line's share of the reading text. A character of
    what stands around goes along on either side where there is one, to show what was changed.
    """
    numbers: list[int] = []
    kinds: list[str] = []
    before: list[str] = []
    after: list[str] = []
    for number, raw, edits in changed:
        merged = _merged(raw.strip(), edits)
        numbers += [number] * len(merged)
        kinds += [kind for _, _, _, kind in merged]
        _show(raw.strip(), merged, before, after)
    return build(Repair, len(numbers), (numbers, kinds, before, after))


def _show(raw: str, merged: Sequence[Edit], before: list[str], after: list[str]) -> None:
    """Add what stands at each of the changes in `raw`, with a character on either side, and what becomes of
    it."""
    size = len(raw)
    done = 0
    for (start, end, new, _), (room, _, put, _) in pairwise((*merged, _NO_MORE)):
        low = start - 1 if start > done else done
        # What is left out next needs something to stand beside.
        high = end if end in (room, size) or (end + 1 == room and not put) else end + 1
        old = raw[low:high]
        step = 1
        while low > done and raw.find(old, done, high) != low:
            low, step = max(done, low - step), step * 2
            old = raw[low:high]
        before.append(old)
        after.append(f"{raw[low:start]}{new}{raw[end:high]}")
        done = high


_NO_MORE: Edit = (-1, -1, "", "")


def _merged(raw: str, edits: Edits) -> list[Edit]:
    """Changes that touch each other as one, and those of letter-spacing a character apart."""
    out: list[Edit] = []
    if not edits:
        return out
    begin, done, first, kind = edits[0]
    rest: list[str] = []  # what stands behind `first` instead of raw[begin:done]
    last = kind
    for start, end, new, own in edits[1:]:
        gap = start - done
        if gap > 0 and not (gap <= 2 and last == own == "letter-spacing"):
            made = "".join((first, *rest)) if rest else first
            if raw[begin:done] != made:
                out.append((begin, done, made, kind))
            begin, first, rest, kind = start, new, [], own
        else:
            if gap > 0:
                rest.append(raw[done:start])
            rest.append(new)
            if kind != own:
                kind = _tells_more(kind, own)
        done, last = end, own
    made = "".join((first, *rest))
    if raw[begin:done] != made:
        out.append((begin, done, made, kind))
    return out
