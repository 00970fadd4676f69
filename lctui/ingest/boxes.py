"""文中框: the boxes of figures that sum up an article, told by their doubled glyphs or their points (▶ …)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lctui.ingest.chars import ems, pairs_of
from lctui.ingest.doubled import (
    FIGURE,
    change,
    has_hint,
    is_double,
    may_be_figure,
    single_figures,
    undo_bold,
    undo_bold_beside,
    undouble,
    undouble_across,
    words_twice,
)
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark

_HEADLINE = 3
"""Lines of a headline that may stand close under a box."""
_FIGURES = 3
"""Lines with figures that make a box of which nothing is doubled."""
_WIDEST = 13.0
"""em. The widest of them; lines of bodies are wider."""
_NEAR = 60
"""Lines on either side in which the figures are sought."""
_TWO_PLACES = re.compile(r"[0-9][0-9.]")
_ASKED = 12
"""Lines on either side that are asked whether it is one."""


def mark_boxes(lines: Sequence[Line], params: IngestParams = PARAMS) -> None:
    """Undo doubled glyphs on the page and mark the lines of boxes, in place.

    A box runs from its first doubled line to its last; the lines between belong to it unless they
    open an article.
    """
    undo_bold(lines)
    _mark_figures(lines)
    hinted = [
        index
        for index, line in enumerate(lines)
        if line.mark is Mark.PLAIN and (has_hint(line.text) or is_double(line.text))
    ]
    points = {index for index, line in enumerate(lines) if line.text[:1] == "▶" and _is_point(line)}
    listed = _points(lines) if points else []
    if not hinted and not points:
        return
    headed = undo_bold_beside(lines, (*hinted, *points))
    suspect = {*hinted, *headed}
    about = _beside((*hinted, *points))
    figures = frozenset(
        figure
        for index, line in enumerate(lines)
        if index not in suspect
        and not line.text.startswith("▶")
        and not (index in about and may_be_figure(line.text) and not _is_running(line))
        for figure in FIGURE.findall(line.text)
    )
    doubled = [*undouble_across(lines, figures), *headed]
    across = set(doubled)
    for index in hinted:
        if index in across:
            continue
        line = lines[index]
        _, edits = undouble(line.text, figures)
        if edits:
            change(line, edits)
            line.width = ems(line.text)
            doubled.append(index)
    doubled = sorted({*doubled, *listed})
    beside = _beside((*doubled, *points))
    for index, line in enumerate(lines):
        # A figure twice over is a doubled one where only the single stands in the bodies.
        if line.mark is not Mark.PLAIN or index in suspect or not (index in beside or index in points):
            continue
        if _is_running(line) or line.dateline:
            continue
        edits = single_figures(line.text, figures)
        below = lines[index + 1] if index + 1 < len(lines) else None
        apart = below is None or below.gap or below.dateline is not None or index + 1 in points
        if edits and (line.gap or index == 0 or index - 1 in points) and apart:
            change(line, edits)
            doubled.append(index)
    doubled = sorted(set(doubled))
    if not doubled:
        return
    start = previous = doubled[0]
    for index in [*doubled[1:], len(lines) + params.box_gap + 9]:
        inside = lines[previous + 1 : index] if index < len(lines) else []
        if index - previous - 1 <= params.box_gap and not any(
            line.dateline or line.mark is not Mark.PLAIN or "。" in line.text for line in inside
        ):
            previous = index
            continue
        _mark_range(lines, *_widened(lines, start, previous, figures))
        if index < len(lines):
            start = previous = index


def _mark_figures(lines: Sequence[Line]) -> None:
    """Mark boxes of which nothing is doubled: short lines set close, each with a figure that stands in a body
    near them too, and the name of the box over them. In place."""
    counted = [index for index, line in enumerate(lines) if line.width <= _WIDEST and _counts(line)]
    start = 0
    for end in range(1, len(counted) + 1):
        if end < len(counted) and counted[end] == counted[end - 1] + 1 and not lines[counted[end]].gap:
            continue
        run = lines[counted[start] : counted[end - 1] + 1]
        first, start = counted[start], end
        if len(run) < _FIGURES:
            continue
        last = first + len(run)
        near = (*lines[max(0, first - _NEAR) : first], *lines[last : last + _NEAR])
        known = {figure for line in near if line.width > _WIDEST for figure in FIGURE.findall(line.text)}
        if all(known.intersection(FIGURE.findall(line.text)) for line in run):
            named = first > 0 and not run[0].gap and _may_name(lines[first - 1])
            for line in (*lines[first - named : first], *run):
                line.mark = Mark.BOX


def _counts(line: Line) -> bool:
    """Whether a line is no running text and gives a figure of two places at least."""
    return _TWO_PLACES.search(line.text) is not None and _may_name(line)


def _may_name(line: Line) -> bool:
    return line.mark is Mark.PLAIN and not line.ends and not line.dateline and not _is_running(line)


def _beside(places: Iterable[int]) -> set[int]:
    """Two lines to either side of each place."""
    return {place + step for place in places for step in (-2, -1, 1, 2)}


def _is_running(line: Line) -> bool:
    """Whether a line is rather one of a running text."""
    return "。" in line.text or "，" in line.text


def _points(lines: Sequence[Line]) -> list[int]:
    """The lines of lists of points without full stops (▶ … ▶ …), which sum up what an article says."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        if _is_point(line):
            run.append(index)
        elif not run or index - run[-1] > 1 or line.mark is not Mark.PLAIN or "。" in line.text:
            found += run if len(run) > 1 else []
            run = []
    return found + (run if len(run) > 1 else [])


def _widened(lines: Sequence[Line], start: int, end: int, figures: frozenset[str]) -> tuple[int, int]:
    """The range of a box with the lines that belong to it although nothing in them is doubled beyond
    doubt: further points (▶ …), and the short last line of its last point."""
    while start and (_is_point(lines[start - 1]) or _says_twice(lines[start - 1], lines[start])):
        start -= 1
    widest = max(line.width for line in lines[start : end + 1])
    while end + 1 < len(lines):
        line = lines[end + 1]
        room = lines[end].width < 0.85 * widest
        if not (_is_point(line) or _says_twice(line, line)) and (
            room
            or line.mark is not Mark.PLAIN
            or line.dateline
            or line.gap > max(1, lines[end].gap)
            or line.width > 0.7 * widest
            or "。" in line.text
            or _heads_below(lines, start, end + 1)
        ):
            break
        end += 1
    for line in lines[start : end + 1]:
        change(line, single_figures(line.text, figures))
        change(line, words_twice(line.text))
        line.width = ems(line.text)
    return start, end


def _says_twice(line: Line, below: Line) -> bool:
    """Whether a line close above or below a box is of it, for it says words twice; `below` is the lower of
    the two where they meet."""
    return (
        line.mark is Mark.PLAIN and not below.gap and not _is_running(line) and bool(words_twice(line.text))
    )


def _heads_below(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether the line at `at` under a box is rather the headline of the article that opens below it: it says
    more of what stands there than of the box, which begins at `start`, and what stands above that."""
    opening = at + 1
    while opening < len(lines) and opening - at < _HEADLINE and not _opens(lines[opening]):
        opening += 1
    if opening >= len(lines) or not _opens(lines[opening]):
        return False
    said = pairs_of(lines[at].text)
    below = pairs_of("\n".join(line.text for line in lines[opening : opening + _ASKED]))
    above = pairs_of("\n".join(line.text for line in lines[max(0, start - _ASKED) : at]))
    return len(said & below) > len(said & above)


def _opens(line: Line) -> bool:
    return line.dateline is not None or line.mark is Mark.BYLINE


def _is_point(line: Line) -> bool:
    return line.mark is Mark.PLAIN and line.text[0] == "▶" and "。" not in line.text


def _mark_range(lines: Sequence[Line], start: int, end: int) -> None:
    if start == end:
        line = lines[start]
        alone = start == 0 or (line.gap > 0 and (start + 1 == len(lines) or lines[start + 1].gap > 0))
        if "。" in line.text or not (alone or line.text[0] in "▶■●◆▲"):
            return
    for line in lines[start : end + 1]:
        line.mark = Mark.BOX


@dataclass(frozen=True, slots=True)
class Body:
    """What a box is compared with: an article's figures and pairs of characters, and where it begins."""

    figures: frozenset[str]
    pairs: frozenset[str] | set[str]
    first_line: int


def body_of(text: str, first_line: int) -> Body:
    """The figures and pairs of an article's text."""
    return Body(frozenset(FIGURE.findall(text)), pairs_of(text), first_line)


def box_owner(box: Sequence[Line], bodies: Sequence[Body]) -> int | None:
    """Which of the bodies, given in page order, a box sums up: the one with most of its figures, then of
    its words, then the nearest. None on a page without bodies."""
    if not bodies:
        return None
    text = "".join(line.text for line in box)
    figures = {figure for figure in FIGURE.findall(text) if len(figure) > 1}
    pairs = pairs_of(text)
    # Among the bodies near the box only: there are few on a page, but a file may hold many pages.
    number = box[0].number
    middle = bisect_left(bodies, number, key=lambda body: body.first_line)
    near = range(max(0, middle - 12), min(len(bodies), middle + 12))

    def rank(place: int) -> tuple[int, float, int]:
        body = bodies[place]
        shared = len(pairs & body.pairs) / max(1, len(pairs))
        return len(figures & body.figures), shared, -abs(body.first_line - number)

    return max(near, key=rank)


def box_paragraphs(box: Sequence[Line]) -> list[list[Line]]:
    """The lines of a box as paragraphs: at each ▶ and the like, and after each line that left room."""
    width = max(line.width for line in box)
    groups: list[list[Line]] = []
    for line in box:
        starts = line.text[0] in "▶■●◆▲○□◎★" or not groups
        if not starts:
            before = groups[-1][-1]
            starts = before.ends or before.width < 0.72 * width
        if starts:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups
