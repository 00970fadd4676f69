"""Glyphs printed twice over, undone: 22..55亿元亿元 is 2.5亿元.

Type set bold by printing it twice leaves every run of glyphs twice in the text of a PDF. A run is
undone where it falls apart into units each of which stands twice in a row and where figures or marks
that nobody doubles on purpose prove it; words that are doubled by themselves (个个, 人人, 天天) are no proof.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise

from lctui.ingest.chars import HAN, ems, has_han
from lctui.ingest.edits import Edit, apply, compose
from lctui.ingest.repair import stripped, substitutions
from lctui.ingest.roles import Line, Mark

# What gives a doubled run away: a mark twice over, or a figure twice over beside something else twice over.
_HINT_MARK = re.compile(r"\.\.(?<=[0-9]..)(?=[0-9])|““|””|%%|％％|《《|》》")
_HINTS = re.compile(r"[0-9]{2}|\.\.|““|””|”“|%%|％％|《《|》》|》《")
"""Without one of these nothing is given away, and most lines have none."""
_QUOTED_TWICE = re.compile(r"“([^“”]{1,12})”“\1”|《([^《》]{1,12})》《\2》")
"""What is quoted twice over; a running text may do that on purpose."""
_FIGURES = re.compile("[0-9]{2,}")
_TWICE_FIRST = re.compile(r"([0-9]{1,8})\1")
_TWICE_LAST = re.compile(r"([0-9]{1,8})\1$")
_TWICE_BEHIND = re.compile(r"([^0-9，。]{1,20})\1")
_TWICE_BEFORE = re.compile(r"([^0-9，。]{2,20})\1$")
FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_MARKS = frozenset(".．“”‘’%％《》（）()：")
_WORDS_TWICE = re.compile(f"([{HAN}]{{4,24}})\\1")
_LONGEST_COUNTED = 8
_LONGEST_UNIT = 24
_LONGEST_LINE = 80
_PAIRED = 8
"""Different characters, each twice, of which a line consists that is beyond doubt set bold by printing it
twice: no more than three words are doubled so (快快乐乐, 平平安安)."""
_PIECES = 12
"""Characters of the shortest line that consists of parts printed twice."""
_FEW_PAIRED = 3
"""The same on a page that has such lines."""
_BROKEN_OVER = 4
_DOUBLED_FIGURE = re.compile(r"(?<![0-9.])([0-9]{1,6})\1(?![0-9.])")


def undouble(text: str, figures: frozenset[str] = frozenset()) -> tuple[str, list[Edit]]:
    """`text` with its doubled runs undone, and the changes made; the same text where nothing is proved.

    `figures` are numbers that stand in the bodies of the page: a number that stands there as it is
    printed here, and not as it would be undone, is not doubled.
    """
    if _is_half_twice(text):
        half = text[: len(text) // 2]
        return half, [(len(half), len(text), "", "doubled-glyph")]
    if _is_paired(text):
        return text[::2], [(0, len(text), text[::2], "doubled-glyph")]
    if pieces := _pieces(text):
        new = "".join(pieces)
        return new, [(0, len(text), new, "doubled-glyph")]
    if not has_hint(text):
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


def undouble_across(lines: Sequence[Line], figures: frozenset[str]) -> list[int]:
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
    if len(text) > 2 * _LONGEST_LINE or not (has_hint(text) or is_double(text)):
        return False
    edges = list(accumulate(len(line.text) for line in lines))[:-1]
    pairs: list[tuple[int, int]] = []  # where a unit begins, and how long it is
    position = 0
    wholly = is_double(text)
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
                change(line, [(run[0] - low, run[-1] + 1 - low, "", "doubled-glyph") for run in gone])
                line.width = ems(line.text)
            return True
    return False


def has_hint(text: str) -> bool:
    """Whether something in `text` gives a doubled run away. One look sets aside most lines, which have no
    figure of two places and no mark twice over."""
    if _HINTS.search(text) is None:
        return False
    if _HINT_MARK.search(text):
        return True
    running = "。" in text or "，" in text
    if ("”“" in text or "》《" in text) and not running and _QUOTED_TWICE.search(text):
        return True
    first = _FIGURES.search(text)
    if first is None:
        return False
    for found in _FIGURES.finditer(text, first.start()):
        start, end = found.span()
        if not running and _with_unit_twice(text, start, end):
            return True
        # What stands twice beside a figure has its first character twice: that is seen at a glance.
        behind = end < len(text) and text.find(text[end], end + 1, end + 21) > 0
        if behind and _TWICE_LAST.search(found.group()) and _TWICE_BEHIND.match(text, end):
            return True
        before = start > 0 and text.find(text[start - 1], max(0, start - 21), start - 1) >= 0
        if (
            before
            and _TWICE_FIRST.match(found.group())
            and _TWICE_BEFORE.search(text, max(0, start - 40), start)
        ):
            return True
    return False


def _with_unit_twice(text: str, start: int, end: int) -> bool:
    """Whether the figure at `start` to `end` stands twice with what it counts: 3186.4亿3186.4亿."""
    again = text.find(text[start:end], end, end + _LONGEST_COUNTED + end - start)
    counted = text[end:again] if again > end else ""
    return has_han(counted) and text.startswith(counted, again + end - start)


def words_twice(text: str) -> list[Edit]:
    """The changes that undo words that stand twice in a row: 上半年全省上半年全省进出口总值. A line of a box
    only may be read so."""
    return substitutions(_WORDS_TWICE, lambda found: found.group(1), text, "doubled-glyph")


def is_double(text: str) -> bool:
    """Whether a line is one text twice over, or is made of parts of which each stands twice."""
    if text.find(text[:2], 2) < 0:
        return False  # and so are most lines
    return _is_half_twice(text) or bool(_pieces(text))


def _is_half_twice(text: str) -> bool:
    half, odd = divmod(len(text), 2)
    if odd or not 3 <= half <= _LONGEST_LINE or text[0] != text[half]:
        return False
    return text[:half] == text[half:] and has_han(text[:half])


def _pieces(text: str) -> list[str]:
    """The parts of two characters and more of which a line consists, each printed twice before the next
    (三号高炉三号高炉数字数字); empty where it does not, or where they may be said twice, being short."""
    pieces: list[str] = []
    at = 0
    if not _PIECES <= len(text) <= 2 * _LONGEST_LINE:
        return pieces
    while at < len(text):
        again = text.find(text[at : at + 2], at + 2)
        while again > 0 and not text.startswith(text[at:again], again):
            again = text.find(text[at : at + 2], again + 1)
        if again < 0:
            return []
        pieces.append(text[at:again])
        at = 2 * again - at
    return pieces if max(map(len, pieces)) > 3 and has_han(text) else []


def _is_paired(text: str, least: int = _PAIRED) -> bool:
    """Whether each character of a line stands twice, `least` different ones: 从从零零到到…"""
    single = text[::2]
    return single == text[1::2] and len(set(single)) >= least and has_han(single)


def undo_bold(lines: Sequence[Line]) -> None:
    """Undo the doubling of lines of which each character stands twice; they are headlines and no boxes. In
    place. Where one is long enough to prove that the page sets lines so, others may be shorter."""
    paired = [
        line
        for line in lines
        if line.text[:1] == line.text[1:2] and line.mark is Mark.PLAIN and _is_paired(line.text, _FEW_PAIRED)
    ]
    if any(_is_paired(line.text) for line in paired):
        for line in paired:
            _halve(line)


def undo_bold_beside(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """Undo the doubling of lines of which each character stands twice next to the lines at `places`, those of
    a box: they are its headline. In place; where they stand."""
    beside = {place + step for place in places for step in (-1, 1)}.difference(places)
    found = [
        index
        for index in sorted(beside)
        if 0 <= index < len(lines)
        and lines[index].mark is Mark.PLAIN
        and _is_paired(lines[index].text, _FEW_PAIRED)
    ]
    for index in found:
        _halve(lines[index])
    return found


def _halve(line: Line) -> None:
    change(line, [(0, len(line.text), line.text[::2], "doubled-glyph")])
    line.width = ems(line.text)


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
    if any(unit in _MARKS for unit in units):
        return True
    if any(unit[0] in "“《（" or unit[-1] in "”》）" for unit in units):
        return True
    digits = any(char.isdigit() for char in joined)
    return digits and any(not unit.isdigit() for unit in units)


def _printed_so(old: str, new: str, figures: frozenset[str]) -> bool:
    before, after = FIGURE.findall(old), FIGURE.findall(new)
    return bool(before) and all(f in figures for f in before) and not any(f in figures for f in after)


def change(line: Line, edits: list[Edit]) -> None:
    """Make changes to the text of a line, and take away the blanks that they leave at its ends. In place."""
    if edits:
        line.text, line.edits = stripped(apply(line.text, edits), compose(line.edits, edits))


def may_be_figure(text: str) -> bool:
    """Whether `text` has a figure that is another one twice over: 全国率先突破30003000美元."""
    return _DOUBLED_FIGURE.search(text) is not None


def single_figures(text: str, figures: frozenset[str]) -> list[Edit]:
    def single(found: re.Match[str]) -> str:
        figure = found.group(1)
        year = len(figure) == 2 and text[found.end() : found.end() + 1] == "年"
        return figure if figure in figures and found.group() not in figures and not year else found.group()

    return substitutions(_DOUBLED_FIGURE, single, text, "doubled-glyph")
