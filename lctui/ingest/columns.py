"""The column that a joined paragraph was once set in, from the blanks its old line ends left behind."""

from __future__ import annotations

import re

from lctui.ingest.chars import ems

_OLD_END = re.compile("[ \u3000]+")


def old_column(text: str) -> float:
    """The em width of the column that a joined paragraph was set in, from the blanks that its old
    line ends left; 0 where they do not show it."""
    runs = [ems(piece) for piece in _OLD_END.split(text[:1200])]
    runs = [run for run in runs[1:-1] if run >= 9]
    if len(runs) < 2:
        return 0.0
    best, count = 0.0, 0
    for run in runs:
        near = [other for other in runs if abs(other - run) <= 1.0]
        if len(near) > count:
            best, count = sum(near) / len(near), len(near)
    return best if count * 3 >= len(runs) and count >= 2 else 0.0


def first_line_evidence(text: str, column: float) -> float:
    """Positive where the first old line of `text` is as wide as the column, negative where it leaves
    room for an indent of two characters, 0 where it does not show."""
    if not column:
        return 0.0
    width = 0.0
    position = 0
    for found in _OLD_END.finditer(text[:200]):
        width += ems(text[position : found.start()])
        position = found.end()
        if width > column + 1.6:
            return 0.0
        if width >= column - 0.9:
            return 1.0
        if width >= column - 3.2:
            return -1.0 if width <= column - 1.3 else 0.0
    return 0.0


def old_line_ends(text: str, column: float) -> bool:
    """Whether a blank in `text` stands where a line of a column of that width ended."""
    return first_line_evidence(text, column) != 0.0 or _near_end(text, column)


def _near_end(text: str, column: float) -> bool:
    width = 0.0
    position = 0
    for found in _OLD_END.finditer(text[:120]):
        width += ems(text[position : found.start()])
        position = found.end()
        if column - 3.2 <= width <= column + 1.2:
            return True
    return False
