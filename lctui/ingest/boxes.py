"""文中框 whose glyphs were printed twice over: 22..55亿元亿元 is 2.5亿元.

Type set bold by printing it twice leaves every run of glyphs twice in the text of a PDF. A run is
undone where it falls apart into units each of which stands twice in a row and where figures or marks
that nobody doubles on purpose prove it; words that are doubled by themselves (个个, 人人, 天天) are no proof.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from lctui.ingest.chars import ems, has_han, pairs_of
from lctui.ingest.edits import Edit, apply, compose
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.repair import substitutions
from lctui.ingest.roles import Line, Mark

# What gives a doubled run away: a mark twice over, or a figure twice over beside something else twice over.
_HINT_MARK = re.compile(r"\.\.(?<=[0-9]..)(?=[0-9])|““|””|%%|％％|《《|》》")
_FIGURES = re.compile("[0-9]{2,}")
_TWICE_FIRST = re.compile(r"([0-9]{1,8})\1")
_TWICE_LAST = re.compile(r"([0-9]{1,8})\1$")
_TWICE_BEHIND = re.compile(r"([^0-9，。]{1,20})\1")
_TWICE_BEFORE = re.compile(r"([^0-9，。]{2,20})\1$")
_FIGURE = re.compile(r"([0-9]{1,8})\1")
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MARKS = frozenset(".．“”‘’%％《》（）()：")
_LONGEST_UNIT = 24
_LONGEST_LINE = 80
_BROKEN_OVER = 4
_DOUBLED_FIGURE = re.compile(r"(?<![0-9.])([0-9]{1,6})\1(?![0-9.])")


def undouble(text: str, figures: frozenset[str] = frozenset()) -> tuple[str, list[Edit]]:
    """`text` with its doubled runs undone, and the changes made; the same text where nothing is proved.

    `figures` are numbers that stand in the bodies of the page: a number that stands there as it is
    printed here, and not as it would be undone, is not doubled.
    """
    if _is_double(text):
        half = text[: len(text) // 2]
        return half, [(len(half), len(text), "", "doubled-glyph")]
    if not _has_hint(text):
        return text, []
    out: list[str] = []
    edits: list[Edit] = []
    position = 0
    while position < len(text):
        units, end = _units(text, position)
        if units and _proved(units):
            new = "".join(units)
            old = text[position:end]
            if not _printed_so(old, new, figures):
                out.append(new)
                edits.append((position, end, new, "doubled-glyph"))
                position = end
                continue
        if units:
            out.append(text[position:end])
            position = end
        else:
            out.append(text[position])
            position += 1
    return "".join(out), edits


def _undouble_across(lines: Sequence[Line], figures: frozenset[str]) -> list[int]:
    """Undo doubled runs that were broken over lines set close (…年产1919万吨 | 万吨…), in place; the indices
    of the lines they run over. Of each pair that copy goes which leaves no line empty."""
    found: list[int] = []
    index = 0
    while index < len(lines):
        end = index + 1
        if _may_run_on(lines[index]):
            while end < len(lines) and end - index < _BROKEN_OVER and not lines[end].gap:
                if not _may_run_on(lines[end]):
                    break
                end += 1
        if end - index > 1 and _undo_joined(lines[index:end], figures):
            found += range(index, end)
        index = end
    return found


def _may_run_on(line: Line) -> bool:
    return line.mark is Mark.PLAIN and not line.dateline and not any(mark in line.text for mark in "。，；")


def _undo_joined(lines: Sequence[Line], figures: frozenset[str]) -> bool:
    """Undo the doubled runs of lines read as one text, if they run over an edge and are nearly all of it."""
    text = "".join(line.text for line in lines)
    if len(text) > 2 * _LONGEST_LINE or not (_has_hint(text) or _is_double(text)):
        return False
    edges = list(accumulate(len(line.text) for line in lines))[:-1]
    pairs: list[tuple[int, int]] = []  # where a unit begins, and how long it is
    position = 0
    wholly = _is_double(text)
    while position < len(text):
        units, end = _units(text, position)
        if (
            units
            and (wholly or _proved(units))
            and not _printed_so(text[position:end], "".join(units), figures)
        ):
            for unit in units:
                pairs.append((position, len(unit)))
                position += 2 * len(unit)
        position = max(end, position + 1) if units else position + 1
    twice = sum(2 * size for _, size in pairs)
    if 5 * twice < 4 * len(text) or not any(a < edge < a + 2 * size for a, size in pairs for edge in edges):
        return False
    for second in (True, False):
        dropped = {at for a, size in pairs for at in range(a + second * size, a + (1 + second) * size)}
        starts = [0, *edges, len(text)]
        left = [[at for at in range(low, high) if at not in dropped] for low, high in pairwise(starts)]
        if all(left):
            for line, low, high in zip(lines, starts, starts[1:], strict=False):
                runs = groupby(range(low, high), key=dropped.__contains__)
                gone = [list(run) for is_gone, run in runs if is_gone]
                _change(line, [(run[0] - low, run[-1] + 1 - low, "", "doubled-glyph") for run in gone])
                line.width = ems(line.text)
            return True
    return False


def _has_hint(text: str) -> bool:
    """Whether something in `text` gives a doubled run away. Figures are looked at first, for most lines have
    few, and hardly any that is twice over."""
    if _HINT_MARK.search(text):
        return True
    for found in _FIGURES.finditer(text):
        run = found.group()
        if _TWICE_LAST.search(run) and _TWICE_BEHIND.match(text, found.end()):
            return True
        start = found.start()
        if _TWICE_FIRST.match(run) and _TWICE_BEFORE.search(text, max(0, start - 40), start):
            return True
    return False


def _is_double(text: str) -> bool:
    """Whether a line is one text twice over."""
    half, odd = divmod(len(text), 2)
    return not odd and 3 <= half <= _LONGEST_LINE and text[:half] == text[half:] and has_han(text[:half])


def _units(text: str, start: int) -> tuple[list[str], int]:
    """The units, each standing twice, of the longest doubled run that begins at `start`."""
    units: list[str] = []
    position = start
    while position < len(text):
        size = _unit_at(text, position)
        if not size:
            break
        units.append(text[position : position + size])
        position += 2 * size
    return units, position


def _unit_at(text: str, position: int) -> int:
    first = text[position]
    for size in range(min(_LONGEST_UNIT, (len(text) - position) // 2), 0, -1):
        if (
            text[position + size] == first
            and text[position : position + size] == text[position + size : position + 2 * size]
        ):
            return size
    return 0


def _proved(units: Sequence[str]) -> bool:
    joined = "".join(units)
    if any(unit in _MARKS or (len(unit) == 1 and unit in "“”") for unit in units):
        return True
    if any(unit[0] in "“《（" or unit[-1] in "”》）" for unit in units):
        return True
    digits = any(char.isdigit() for char in joined)
    return digits and any(not unit.isdigit() for unit in units)


def _printed_so(old: str, new: str, figures: frozenset[str]) -> bool:
    before, after = _FIGURE.findall(old), _FIGURE.findall(new)
    return bool(before) and all(f in figures for f in before) and not any(f in figures for f in after)


def mark_boxes(lines: Sequence[Line], params: IngestParams = PARAMS) -> None:
    """Undo doubled glyphs on the page and mark the lines of boxes, in place.

    A box runs from its first doubled line to its last; the lines between belong to it unless they
    open an article.
    """
    hinted = [
        index
        for index, line in enumerate(lines)
        if line.mark is Mark.PLAIN and (_has_hint(line.text) or _is_double(line.text))
    ]
    listed = _points(lines)
    if not hinted and not listed:
        return
    suspect = set(hinted)
    figures = frozenset(
        figure
        for index, line in enumerate(lines)
        if index not in suspect and not line.text.startswith("▶")
        for figure in _FIGURE.findall(line.text)
    )
    doubled = _undouble_across(lines, figures)
    across = set(doubled)
    for index in hinted:
        if index in across:
            continue
        line = lines[index]
        text, edits = undouble(line.text, figures)
        if edits:
            line.text = text
            line.width = ems(text)
            line.edits = compose(line.edits, edits)
            doubled.append(index)
    doubled = sorted({*doubled, *listed})
    if not doubled:
        return
    beside = {index + step for index in doubled for step in (-2, -1, 1, 2)}
    for index, line in enumerate(lines):
        # A figure twice over is a doubled one where only the single stands in the bodies.
        if line.mark is not Mark.PLAIN or index in suspect or not (index in beside or line.text[0] == "▶"):
            continue
        if "。" in line.text or "，" in line.text or line.dateline:
            continue
        edits = _single_figures(line.text, figures)
        if edits and (line.gap or index == 0) and (index + 1 == len(lines) or lines[index + 1].gap):
            _change(line, edits)
            doubled.append(index)
    doubled = sorted(set(doubled))
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
    while start and _is_point(lines[start - 1]):
        start -= 1
    widest = max(line.width for line in lines[start : end + 1])
    while end + 1 < len(lines):
        line = lines[end + 1]
        room = lines[end].width < 0.85 * widest
        if not _is_point(line) and (
            room
            or line.mark is not Mark.PLAIN
            or line.dateline
            or line.gap > max(1, lines[end].gap)
            or line.width > 0.7 * widest
            or "。" in line.text
        ):
            break
        end += 1
    for line in lines[start : end + 1]:
        _change(line, _single_figures(line.text, figures))
    return start, end


def _change(line: Line, edits: list[Edit]) -> None:
    if edits:
        line.text = apply(line.text, edits)
        line.edits = compose(line.edits, edits)


def _single_figures(text: str, figures: frozenset[str]) -> list[Edit]:
    def single(found: re.Match[str]) -> str:
        figure = found.group(1)
        year = len(figure) == 2 and text[found.end() : found.end() + 1] == "年"
        return figure if figure in figures and found.group() not in figures and not year else found.group()

    return substitutions(_DOUBLED_FIGURE, single, text, "doubled-glyph")


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
    return Body(frozenset(_FIGURE.findall(text)), pairs_of(text), first_line)


def box_owner(box: Sequence[Line], bodies: Sequence[Body]) -> int | None:
    """Which of the bodies, given in page order, a box sums up: the one with most of its figures, then of
    its words, then the nearest. None on a page without bodies."""
    if not bodies:
        return None
    text = "".join(line.text for line in box)
    figures = {figure for figure in _FIGURE.findall(text) if len(figure) > 1}
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
