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

    Of a place that was repaired, all of what was repaired belongs to it. The indent of
    the page line is included where the reading text starts with that line.
    """
    if start >= end:
        left = _edges(reading, page)[min(start, len(reading))][0] if reading else 0
        return left, left
    edges = _edges(reading, page)
    left, right = edges[start][0], edges[end - 1][1]
    if start == 0:
        indent = left
        while indent > 0 and page[indent - 1] in " \t\u3000":
            indent -= 1
        if indent == 0 or page[indent - 1] == "\n":
            left = indent
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
    _close_up(reading, page, edges)
    return edges


def _close_up(reading: str, page: str, edges: list[tuple[int, int]]) -> None:
    """Of several alignments with as few edits take the closest, and give each leftover to what is before it.

    A page line that holds 本报记者 before the paragraph's 本报讯 offers two places for 本报: the one next
    to what follows is meant. What the page has more within the paragraph is a doubled glyph or the
    like, and belongs to what it doubles, else to the character before it; blanks and line ends to none.
    """
    for index in range(len(reading) - 2, -1, -1):
        left, right = edges[index]
        following = edges[index + 1][0]
        if right - left == 1 and right < following and page[following - 1] == reading[index] == page[left]:
            edges[index] = (following - 1, following)
    for index in range(len(reading) - 1):
        left, right = edges[index]
        following = edges[index + 1][0]
        doubled = max(right, following - 40)
        while doubled < following and not reading.startswith(page[doubled:following], index + 1):
            doubled += 1
        if doubled < following:
            edges[index + 1] = (doubled, edges[index + 1][1])
        edges[index] = (left, max(right, right + len(page[right:doubled].rstrip())))


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
