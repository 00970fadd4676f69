"""Breaking paragraphs into screen lines as Chinese print does, measured in terminal cells.

The rules are the basic ones of the W3C's Requirements for Chinese Text Layout (clreq, “Prohibition Rules
for Line Start and Line End” and “Punctuation Width Adjustment”), stated as a *level* for each place
between two characters, from 0 (a line may end here) to 5 (inside what a reader takes for one character).
A line is filled as far as it goes; where it may not end there, it is first squeezed to take in what
follows, and if that does not do, what precedes is pushed to the next line. Only where a line holds no
place of level 0 is the next level tried, so that a rule is broken only where it cannot be kept.

A glyph cannot be moved by less than a cell, so squeezing means, in this order: the closing mark at the end
of the line drawn in its half-width form; a blank between Chinese and Latin or digits left out; the closing
marks before that one too; of two full-width marks side by side one. No other mark is ever narrowed: in the
middle of a line it would be taken for a slip of the pen. The text itself stays as it is: a `Line` only says
where it starts and ends and how to draw it.

All places of a paragraph are classed at once by table look-ups that run in C, lines are then found by
bisection over the running sum of cells: the cost is linear in the length of the text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lctui.text.cells import cell_widths, char_cells
from lctui.text.charclasses import (
    BLANK,
    CLOSING,
    CLOSING_MARKS,
    DIGIT,
    ELLIPSIS,
    EXTENDING,
    GLUE,
    HALF_WIDTH,
    HANGING,
    KEPT_WHOLE,
    LETTER,
    NUMBER,
    OPENING,
    OPENING_MARKS,
    OTHER,
    POINT,
    PREFIX,
    SUFFIX,
    WORD,
    char_classes,
    levels,
)

_WINDOW = 8
"""Characters looked at beyond the measure when squeezing; what needs more would not fit anyway."""

_SQUEEZE = 4
"""Cells that a line gives at most when squeezed: more would show."""

_STRETCH = 8192
"""Characters that `iter_lines` sets at a time: about 3 ms."""

_SPREAD = 0.2
"""Share of the measure that justification fills with blanks at most; a shorter line is left ragged."""

_WIDE = "\u2e80-\u2fff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
_LOOSE_BLANK = re.compile(f"(?<=[{_WIDE}”’]) (?=[!-~])|(?<=[!-~]) (?=[{_WIDE}“‘])")

_HALF_OPENING = "".join(mark for mark in HALF_WIDTH if mark in OPENING_MARKS)
_HALF_CLOSING = "".join(mark for mark in HALF_WIDTH if mark in CLOSING_MARKS)
_FULL_WIDTH = "".join(mark for mark in CLOSING_MARKS + OPENING_MARKS if char_cells(mark) == 2)
_MARK_BESIDE_MARK = re.compile(
    f"[{re.escape(_HALF_CLOSING)}](?=[{re.escape(_FULL_WIDTH)}])"
    f"|(?<=[{re.escape(_FULL_WIDTH)}])[{re.escape(_HALF_OPENING)}]"
)
"""Print sets two marks side by side in one and a half characters. A mark of one cell, such as “ in most
terminals, has given its half already."""

_FOLLOWING = frozenset((CLOSING, POINT, SUFFIX, ELLIPSIS, BLANK, EXTENDING))
"""Classes that do not make company for a character on the last line."""

_CHINESE = frozenset((OTHER, OPENING, CLOSING))
_WESTERN = frozenset((LETTER, DIGIT, GLUE, PREFIX, SUFFIX, POINT))


def _beside_blank(before: int, after: int) -> bool:
    return before == BLANK


def _beside_western(before: int, after: int) -> bool:
    return (before in _CHINESE and after in _WESTERN) or (before in _WESTERN and after in _CHINESE)


def _after_mark(before: int, after: int) -> bool:
    return before in (CLOSING, ELLIPSIS, POINT) or after == OPENING


def _anywhere(before: int, after: int) -> bool:
    return True


_SPREAD_AT = (_beside_blank, _beside_western, _after_mark, _anywhere)


@dataclass(frozen=True, slots=True)
class Line:
    """One screen line: characters `start` up to `end` of its text, blanks at its end included.

    `indent` cells stand before it; `cells` is what it takes with them, without the blanks at its end.
    `narrowed` are the offsets drawn in half-width form, `dropped` the blanks left out, `spread` the
    (offset, cells) of blanks put in before a character by justification.
    """

    start: int
    end: int
    indent: int
    cells: int
    narrowed: tuple[int, ...] = ()
    dropped: tuple[int, ...] = ()
    spread: tuple[tuple[int, int], ...] = ()

    def moved(self, by: int) -> Line:
        """The same line in a text that has `by` characters more before it."""
        if by == 0:
            return self
        return Line(
            self.start + by,
            self.end + by,
            self.indent,
            self.cells,
            tuple(at + by for at in self.narrowed),
            tuple(at + by for at in self.dropped),
            tuple((at + by, blanks) for at, blanks in self.spread),
        )


def break_lines(
    text: str,
    measure: int,
    *,
    indent: int = 0,
    ambiguous: int = 1,
    hanging: bool = False,
    justify: bool = False,
    exact: bool = False,
) -> list[Line]:
    """The lines of the paragraph `text` set to `measure` cells; they tile the text, an empty one has one.

    `indent` is the cells before the first line, `ambiguous` (1 or 2) the cells of ambiguous-width
    characters. With `hanging`, one of 、，。． may stand beyond the measure (at most 2 cells). With
    `justify`, all lines but the last are filled to the measure with blanks where that takes few.
    No line is wider than the measure, unless one character is. With `exact`, characters are drawn as they
    are: nothing is squeezed.
    """
    return _Breaker(text, max(measure, 1), indent, ambiguous, hanging, justify, exact).lines()


def iter_lines(
    text: str,
    measure: int,
    *,
    indent: int = 0,
    ambiguous: int = 1,
    hanging: bool = False,
    justify: bool = False,
    exact: bool = False,
) -> Iterator[Line]:
    """The lines of `break_lines`, found as they are asked for: the first do not wait for the last.

    A long text is set in stretches; a stretch gives up its last lines, which the next one sets again
    with what follows in sight.
    """
    start, size = 0, _STRETCH
    while len(text) - start > size:
        stretch = break_lines(
            text[start : start + size],
            measure,
            indent=indent if start == 0 else 0,
            ambiguous=ambiguous,
            hanging=hanging,
            justify=justify,
            exact=exact,
        )
        settled = [line for line in stretch[:-1] if line.end + 2 * measure + _WINDOW < size]
        if not settled:  # one line holds it all, as with a heap of combining marks
            size *= 2
            continue
        for line in settled:
            yield line.moved(start)
        start, size = start + settled[-1].end, _STRETCH
    rest = break_lines(
        text[start:],
        measure,
        indent=indent if start == 0 else 0,
        ambiguous=ambiguous,
        hanging=hanging,
        justify=justify,
        exact=exact,
    )
    for line in rest:
        yield line.moved(start)


class _Breaker:
    """The running sums of one paragraph, and the decisions over them."""

    def __init__(
        self,
        text: str,
        measure: int,
        indent: int,
        ambiguous: int,
        hanging: bool,
        justify: bool,
        exact: bool,
    ) -> None:
        self.text = text
        self.measure = measure
        # An indent that leaves no room for two characters is not worth keeping.
        self.indent = min(indent, max(0, measure - 4))
        self.hanging = hanging
        self.justify = justify
        self.exact = exact
        self.classes = char_classes(text)
        self.levels = levels(text, self.classes)
        self.sums = array("L", accumulate(cell_widths(text, ambiguous), initial=0))
        self.visible = len(self.classes.rstrip(bytes([BLANK])))

    def lines(self) -> list[Line]:
        length = len(self.text)
        found: list[Line] = []
        start, indent = 0, self.indent
        while self.sums[self.visible] - self.sums[min(start, self.visible)] > self.measure - indent:
            end, narrowed, dropped = self._end(start, self.measure - indent)
            found.append(self._line(start, end, indent, narrowed, dropped))
            if end == length:
                return found
            start, indent = end, 0
        if found and (sooner := self._not_alone(found[-1], start)) is not None:
            found[-1] = self._line(found[-1].start, sooner, found[-1].indent)
            start = sooner
        found.append(Line(start, length, indent, indent + self._cells(start, length)))
        return found

    def _line(
        self,
        start: int,
        end: int,
        indent: int,
        narrowed: tuple[int, ...] = (),
        dropped: tuple[int, ...] = (),
    ) -> Line:
        cells = indent + self._cells(start, end) - len(narrowed) - len(dropped)
        spread: tuple[tuple[int, int], ...] = ()
        if self.justify and end < len(self.text) and not narrowed and not dropped:
            spread = self._spread(start, end, self.measure - cells)
            cells += sum(blanks for _, blanks in spread)
        return Line(start, end, indent, cells, narrowed, dropped, spread)

    def _not_alone(self, line: Line, start: int) -> int | None:
        """Where `line` should end instead of at `start`, so that one character does not stand alone on
        the last line (孤字, clreq “Widows and Orphans”); None where that is not so, or not to be helped."""
        alone = [self.classes[at] for at in range(start, min(self.visible, start + _WINDOW))]
        if self.visible - start > _WINDOW or [c for c in alone if c not in _FOLLOWING] != [OTHER]:
            return None
        sooner = self.levels.rfind(0, line.start + 1, start)
        left = self.sums[sooner] - self.sums[line.start]
        if sooner < 0 or (line.indent + left) * 4 < self.measure * 3:
            return None
        if self.sums[self.visible] - self.sums[sooner] > self.measure:
            return None
        return sooner

    def _cells(self, start: int, end: int) -> int:
        """Cells of text[start:end] without the blanks at its end."""
        while end > start and self.classes[end - 1] == BLANK:
            end -= 1
        return self.sums[end] - self.sums[start]

    def _end(self, start: int, room: int) -> tuple[int, tuple[int, ...], tuple[int, ...]]:
        """Where the line from `start` with `room` cells ends, and what is narrowed and dropped for it."""
        levels, length = self.levels, len(self.text)
        fit = bisect_right(self.sums, self.sums[start] + room, start) - 1
        if fit <= start:
            return self._one_character(start), (), ()
        if fit < length and self.classes[fit] == BLANK:  # blanks at the end of a line need no room
            while fit < length and self.classes[fit] == BLANK:
                fit += 1
        if levels[fit] == 0:
            return fit, (), ()
        beyond = levels.find(0, fit + 1, min(length, fit + _WINDOW) + 1)
        if beyond >= 0:
            excess = self._cells(start, beyond) - room
            last = self.text[start:beyond].rstrip()[-1:]
            if self.hanging and last in HANGING and excess <= self.sums[beyond] - self.sums[beyond - 1]:
                return beyond, (), ()
            squeezed = self._squeeze(start, beyond, excess)
            if squeezed is not None:
                return beyond, *squeezed
        return self._push(start, fit), (), ()

    def _one_character(self, start: int) -> int:
        """The end of the character at `start`, which alone is wider than the measure."""
        end = start + 1
        while self.levels[end] == KEPT_WHOLE:
            end += 1
        return end

    def _squeeze(self, start: int, end: int, excess: int) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
        """Offsets to narrow and blanks to drop so that text[start:end] loses `excess` cells, if it can."""
        if excess > _SQUEEZE or self.exact:
            return None
        line = self.text[start:end].rstrip()
        narrowed: list[int] = []
        dropped: list[int] = []
        if line[-1:] in HALF_WIDTH:
            narrowed.append(start + len(line) - 1)
        if len(narrowed) < excess and " " in line:
            blanks = [start + match.start() for match in _LOOSE_BLANK.finditer(line)]
            dropped = blanks[::-1][: excess - len(narrowed)]
        if len(narrowed) + len(dropped) < excess:
            closing = len(line.rstrip(CLOSING_MARKS))
            at_end = [start + at for at in range(closing, len(line) - 1) if line[at] in HALF_WIDTH]
            narrowed += at_end[::-1][: excess - len(narrowed) - len(dropped)]
        if len(narrowed) + len(dropped) < excess:
            marks = [start + match.start() for match in _MARK_BESIDE_MARK.finditer(line)]
            for mark in reversed(marks):
                if len(narrowed) + len(dropped) < excess and not {mark - 1, mark, mark + 1} & {*narrowed}:
                    narrowed.append(mark)
        if len(narrowed) + len(dropped) < excess:
            return None
        return tuple(sorted(narrowed[:excess])), tuple(sorted(dropped))

    def _push(self, start: int, fit: int) -> int:
        """The best place to end a line from `start` that holds no more than text[start:fit]."""
        levels = self.levels
        free = levels.rfind(0, start + 1, fit + 1)
        if free > start:
            next_fit = bisect_right(self.sums, self.sums[free] + self.measure, free) - 1
            if levels.find(0, free + 1, next_fit + 1) >= 0:
                return free
            # What follows is wider than any line and is cut in any case: it starts on this one.
            return max(free, self._cut(free, start, fit))
        cut = self._cut(start, start, fit)
        if cut > start:
            return cut
        for level in range(WORD + 1, KEPT_WHOLE):
            place = levels.rfind(level, start + 1, fit + 1)
            if place > start:
                return place
        return self._one_character(start)

    def _cut(self, after: int, start: int, fit: int) -> int:
        """The place to cut what must be cut: at a seam if that wastes little, else anywhere; or -1."""
        seam = self.levels.rfind(NUMBER, after + 1, fit + 1)
        if seam > start and (self.sums[seam] - self.sums[start]) * 3 >= self.measure * 2:
            return seam
        return max(seam, self.levels.rfind(WORD, after + 1, fit + 1))

    def _spread(self, start: int, end: int, missing: int) -> tuple[tuple[int, int], ...]:
        """Blanks that fill the line, as few to a place and as little in sight as can be.

        Taken in this order: beside blanks that are there, between Chinese and Latin or digits, after
        marks, and only then between any two characters; spaced evenly within each.
        """
        if not 0 < missing <= self.measure * _SPREAD:
            return ()
        line = self.text[start:end].rstrip()
        free = [at for at in range(start + 1, start + len(line)) if self.levels[at] == 0]
        blanks: dict[int, int] = {}
        for wanted in _SPREAD_AT:
            places = [at for at in free if wanted(self.classes[at - 1], self.classes[at])]
            places = [at for at in places if at not in blanks]
            step = max(1.0, len(places) / missing)
            chosen = [places[int((index + 0.5) * step)] for index in range(min(missing, len(places)))]
            blanks.update(dict.fromkeys(chosen, 1))
            missing -= len(chosen)
            if not missing:
                break
        return tuple(sorted(blanks.items()))
