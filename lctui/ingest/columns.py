"""The columns that joined paragraphs were once set in, from the blanks their old line ends left.

OCR that writes a paragraph as one line leaves a blank where a line of the column ended, but also blanks
elsewhere (after punctuation), and sometimes none. The distances between blanks pile up at the
widths of the page's columns all the same.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from lctui.ingest.chars import ems, ends_sentence, is_han

_FULL_STOP = re.compile("。[”’」』）》]?$")
_MARKS = re.compile("[，。、；：！？”’」』）》…]*")
_BLANK = re.compile("[ \u3000]+")
_NARROWEST = 9.0
"""em. No column is narrower; blanks closer together do not show one."""
_AGREED = 1.75
"""Old lines, less half of those that speak against it, that must agree on the width of a column."""
_SAMPLE = 1500
"""Characters of a paragraph that are looked at; more would tell nothing new."""


Worth = tuple[float, float]
"""The width of an old line in ems, and how much it counts."""


def _printed(text: str) -> float:
    """The width in print, where the quotes that OCR wrote straight were a full em."""
    width = ems(text)
    if '"' in text or "'" in text:
        width += 0.5 * (text.count('"') + text.count("'"))
    return width


def old_runs(text: str) -> list[float]:
    """The em widths of the stretches between the blanks of the beginning of `text`."""
    # A quote that OCR wrote straight is as wide in print as the one that it stands for.
    sample = text[:_SAMPLE].replace('"', "“").replace("'", "‘")
    return list(map(ems, _BLANK.split(sample)))


def page_columns(lines: Iterable[Sequence[float]]) -> tuple[float, ...]:
    """The column widths of a page in ems, the most frequent first, at most four. `lines` are the `old_runs`
    of its paragraphs."""
    # Widths in half ems.
    seen = Counter([round(run * 2) for runs in lines for run in runs[1:-1] if run >= _NARROWEST])
    columns: list[float] = []
    left = dict(seen)
    while left and len(columns) < 4:
        # A column shows as a heap: its own width and those within an em of it.
        get = left.get
        heaps = [
            (get(width - 2, 0) + get(width - 1, 0) + own + get(width + 1, 0) + get(width + 2, 0), width)
            for width, own in left.items()
        ]
        size, best = max(heaps)
        if size < 3 or (columns and size * 8 < seen.total()):
            break
        columns.append(sum([near / 2 * get(near, 0) for near in range(best - 2, best + 3)]) / size)
        left = {width: count for width, count in left.items() if abs(width - best) > 4}
    return tuple(columns)


def fit_column(stretches: Sequence[float], columns: Sequence[float] = ()) -> float:
    """The em width of the column that a paragraph was set in: the one on which most of the distances
    between its blanks agree, the wider of two. 0 where they show none, and `columns`, the widths usual
    on the page, do not help."""
    if len(stretches) < 2:
        return 0.0
    best, weight, lines = _vote(old_lines(stretches, columns), columns)
    if weight < _AGREED:
        inner = sorted(stretches[1:-1])
        middle = inner[len(inner) // 2] if len(inner) >= 3 else 0.0
        return middle if middle and all(abs(run - middle) <= 1.3 for run in inner) else 0.0
    inside = [line for line in lines if abs(line - best) <= 0.8]
    return sum(inside) / len(inside)


def pool_columns(paragraphs: Iterable[Sequence[Worth]], columns: Sequence[float] = ()) -> float:
    """The em width of the column that neighbouring paragraphs were set in together, each given as its
    `old_lines`: lines that one of them has too few of the others may have. 0 where they do not agree."""
    best, weight, lines = _vote(itertools.chain.from_iterable(paragraphs), columns)
    if weight < _AGREED:
        return 0.0
    inside = [line for line in lines if abs(line - best) <= 0.8]
    return sum(inside) / len(inside)


def old_lines(stretches: Sequence[float], columns: Sequence[float]) -> list[Worth]:
    """The old lines of a paragraph, given as its `old_runs`, that may tell its column."""
    runs = stretches[:-1]
    lines = [(run, 1.0) for run in runs if run >= _NARROWEST]
    # A blank after punctuation divides a line in two: their sum is the line, if nothing speaks against.
    used = False
    for place, (one, two) in enumerate(itertools.pairwise(runs)):
        used = not used and (one < 12 or two < 12) and _NARROWEST <= one + two <= 32
        if used and place + 2 < len(runs) and not _usual(one + two, columns):
            used = not _usual(two + runs[place + 2], columns)  # the next two are a line, not these
        if used:
            lines.append((one + two, 0.5))
    return lines


def _vote(found_lines: Iterable[Worth], columns: Sequence[float]) -> tuple[float, float, list[float]]:
    """The width that most of some old lines agree on, by how much, and the lines."""
    lines = sorted(found_lines)
    if sum([own for _, own in lines]) + 0.5 < _AGREED:
        return 0.0, 0.0, []  # too few, whatever they are
    widths = [width for width, _ in lines]
    worth = [0.0, *itertools.accumulate([own for _, own in lines])]  # of the lines up to each
    best, weight = 0.0, 0.0
    for width in dict.fromkeys(widths):
        found = worth[bisect_right(widths, width + 0.8)] - worth[bisect_left(widths, width - 0.8)]
        if found + 0.5 < weight:
            continue  # whatever else there is
        for column in columns:
            if abs(width - column) <= 1:
                found += 0.5
                break
        # A line is no longer than its column, unless the blank at its end was lost.
        longer = worth[bisect_left(widths, 1.8 * width)] - worth[bisect_right(widths, width + 2)]
        found -= 0.5 * longer
        if found >= weight:  # the wider of two that agree on as much
            best, weight = width, found
    return best, weight, widths


def _usual(width: float, columns: Sequence[float]) -> bool:
    return any(abs(width - column) <= 1 for column in columns)


def is_even(stretches: Sequence[float], column: float) -> bool:
    """Whether the old lines of a paragraph agree well enough on their column to tell an indent by it."""
    runs = [run for run in stretches[1:-1] if run >= 0.8 * column]
    near = sum(abs(run - column) <= 1.1 for run in runs)
    return 3 * near >= 2 * len(runs)


def first_line_evidence(text: str, column: float) -> float:
    """Positive where the first old line of `text` is as wide as the column, negative where it leaves
    room for an indent of two characters, 0 where it does not show."""
    if not column:
        return 0.0
    width = 0.0
    position = 0
    for found in _BLANK.finditer(text, 0, 200):
        width += _printed(text[position : found.start()])
        position = found.end()
        if width < column - 0.9 and _FULL_STOP.search(text, max(0, found.start() - 3), found.start()):
            # Rather the short last line of a paragraph, and the next one set behind it.
            return 1.0 if width < column - 3.2 else 0.3
        if width > column + 1.6:
            return 0.0
        if width >= column - 0.9:
            return 1.0
        if width >= column - 3.2:
            # The next character went down with the marks that may not begin a line, and left their room.
            found_marks = _MARKS.match(text, position + 1)
            marks = len(found_marks.group()) if found_marks else 0
            if marks and column - width <= marks + 0.6:
                return 0.0
            return -1.0 if width <= column - 1.3 else 0.0
    if not position and column - 3.2 <= (width := _printed(text[:60])) <= column - 1.3:
        return -1.0 if not ends_sentence(text) else 0.0
    return 0.0


def old_line_ends(text: str, column: float) -> bool:
    """Whether a blank in `text` stands where the first line of a column of that width ended."""
    width = 0.0
    position = 0
    for found in _BLANK.finditer(text[:120]):
        width += _printed(text[position : found.start()])
        position = found.end()
        if column - 3.2 <= width <= column + 1.2:
            return True
    return False


def last_line_width(text: str, column: float) -> float:
    """The em width of the last old line of a joined paragraph.

    The last blank that is certainly an old line end is sought: one between two Chinese characters, or
    one a column's width after another blank.
    """
    if not column:
        return _printed(text)
    tail = text[-4 * int(column + 8) :]
    blanks = [found.span() for found in _BLANK.finditer(tail)]
    last = 0.0
    behind = len(tail)
    for start, end in reversed(blanks):
        last += _printed(tail[end:behind])
        behind = start
        if last > 1.25 * column:
            break
        if start > 0 and end < len(tail) and is_han(tail[start - 1]) and is_han(tail[end]):
            return last
    ends: list[float] = []  # where the blanks stand, in ems
    width = 0.0
    position = 0
    for start, end in blanks:
        width += _printed(tail[position:start])
        position = end
        ends.append(width)
    total = width + _printed(tail[position:])
    for index in range(len(ends) - 1, -1, -1):
        at = ends[index]
        if any(abs(at - other - column) <= 1.6 for other in ends[:index]):
            last = total - at
            while last > 1.25 * column:  # squeezed marks let a line hold more than its column
                last -= column
            return last
    return min(total, column)


def old_indents_show(openings: Iterable[tuple[str, float]]) -> bool:
    """Whether the old first lines of a page's paragraphs are shorter than its columns, told from texts
    that certainly begin a paragraph, each with the width of its column."""
    total = count = 0.0
    for text, column in openings:
        evidence = first_line_evidence(text, column)
        total += evidence
        count += evidence != 0
    return total < -0.3 * count
