"""The page's own characters for a stretch of reading text.

A paragraph was joined from page lines and its characters repaired: blanks dropped, marks made
full-width, doubled glyphs undone. To show the page again, the two texts are aligned by the fewest edits
(Levenshtein), block by block, so that a paragraph of any length costs time linear in it.
"""

from __future__ import annotations

# Characters aligned at once. The cost of a block grows with its square, a page's paragraph has a few
# hundred characters, and a page line may hold some more than the text made from it.
_BLOCK = 2_000
_SLACK = 1_000
# An alignment is certain where this many characters in a row are the same.
_ANCHOR = 6


def page_range(reading: str, page: str, start: int, end: int) -> tuple[int, int]:
    """The characters `left`..`right` of `page` that `start`..`end` of `reading` was made from (half-open).

    Of a place that was repaired, all of what was repaired belongs to it. At the ends of the reading
    text the blanks of the page line around it are included on the left, never on the right.
    """
    if start >= end:
        left = _edges(reading, page)[min(start, len(reading))][0] if reading else 0
        return left, left
    edges = _edges(reading, page)
    left, right = edges[start][0], edges[end - 1][1]
    while left > 0 and start == 0 and page[left - 1] in " \t\u3000":
        left -= 1
    return left, max(left, right)


def _edges(reading: str, page: str) -> list[tuple[int, int]]:
    """For each character of `reading`, and its end, the range of `page` it was made from."""
    edges: list[tuple[int, int]] = []
    at = done = 0
    while at < len(reading):
        block = reading[at : at + _BLOCK]
        last = at + _BLOCK >= len(reading)
        stretch = (
            page[done:]
            if last and len(page) - done <= _BLOCK + _SLACK
            else page[done : done + _BLOCK + _SLACK]
        )
        taken, used, found = _align(block, stretch, last)
        edges += [(done + left, done + right) for left, right in found]
        at += taken
        done += used
    edges.append((done, done))
    return edges


def _align(block: str, stretch: str, last: bool) -> tuple[int, int, list[tuple[int, int]]]:
    """One block: how much of it and of the page was aligned for certain, and the range of each character."""
    from rapidfuzz.distance import Levenshtein

    found: list[tuple[int, int]] = []
    sure = (0, 0)
    for step in Levenshtein.opcodes(block, stretch):
        left, right = step.dest_start, step.dest_end
        size = step.src_end - step.src_start
        if step.tag == "equal":
            found += [(left + offset, left + offset + 1) for offset in range(size)]
            if size >= _ANCHOR:
                sure = (step.src_end, right)
        elif step.tag == "replace" and size == right - left:
            found += [(left + offset, left + offset + 1) for offset in range(size)]
        elif step.tag in ("replace", "delete"):
            found += [(left, right)] * size
    if last or sure[0] == 0:
        return (
            len(block),
            sure[1] if not last and sure[0] else min(len(stretch), max((r for _, r in found), default=0)),
            found,
        )
    return sure[0], sure[1], found[: sure[0]]
