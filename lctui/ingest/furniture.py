"""Furniture that only its neighbours tell: the paper's name, and lines of a column that look like furniture.

A line of two to eight characters that ends in 报 is the paper's name beside a folio or its own
romanisation, and a headline elsewhere; the name of a section (要闻) stands among the lines of a folio at the
head or the foot of the page, a day under a notice is the notice's; what stands under 导读 with the numbers of
pages is the guide to them; a line that names a telephone is body where the lines above and below it are a
column's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lctui.ingest.chars import HAN
from lctui.ingest.days import is_day_begun, is_day_ended
from lctui.ingest.folios import (
    is_bare_date,
    is_dated,
    is_masthead,
    is_pointer,
    is_romanised,
    is_section,
)
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark

_NEAR = 2
"""Lines to either side among which the folio of a masthead is sought."""
_FOLIO_LINES = 10
"""Lines at the head and at the foot of a page that its folio may have."""
_NAME = re.compile(f"[{HAN}](?:[ \u3000·•]*[{HAN}]){{1,7}}")
_GUIDE = re.compile("(?:今日|本报|本期|精彩|要闻|内容|新闻)?(?:导读|提要)")
_GUIDED = re.compile(
    "[^。]{4,36}[ \u3000]*(?:[ \u3000]|[>》▶→]+ ?)"
    "(?:[A-Z][0-9]{1,2}版?|第?[0-9一二三四五六七八九十]{1,2}版)[)）]?"
)
_GUIDES = frozenset("读要")
_NUMBERED = re.compile(f"{_GUIDED.pattern}|[^。]{{4,36}}[ \u3000]+[0-9]{{1,2}}")
_PAGED = frozenset("0123456789版)）")
_GUIDE_LINE = 44
"""Characters of its longest line."""
_GUIDE_LINES = 3
"""Lines that a guide without a name has at least."""
_NOTICE_FOOT = 24.0
"""The width in ems of the widest name of an office under a notice."""


def settle_furniture(lines: Sequence[Line], params: IngestParams = PARAMS) -> None:
    """Mark as furniture what stands beside the folio, and as body what stands in a column. In place."""
    for index, line in enumerate(lines):
        if line.mark is Mark.FURNITURE:
            if _in_column(lines, index, params):
                line.mark = Mark.PLAIN
            elif _points_on(lines, index, params):
                line.mark, line.ends = Mark.PLAIN, True
        elif line.mark is Mark.PLAIN and len(line.text) <= 42:
            name = line.text[-1] in "报報" and is_masthead(line.text)
            latin = "A" <= line.text[0] <= "Z" and is_romanised(line.text)
            if (name or latin) and any(
                (other.mark is Mark.FURNITURE and is_dated(other.text))
                or (is_romanised(other.text) if name else is_masthead(other.text))
                for other in (*lines[max(0, index - _NEAR) : index], *lines[index + 1 : index + 1 + _NEAR])
            ):
                line.mark = Mark.FURNITURE
    if len(lines) > 1 and _heads_folio(lines[0], lines[1]):
        lines[0].mark = Mark.FURNITURE
    for run in (lines[:_FOLIO_LINES], lines[: -_FOLIO_LINES - 1 : -1]):
        _settle_folio(run)
        _settle_names(run)
    _settle_notices(lines)
    _settle_guide(lines)


def _settle_folio(run: Sequence[Line]) -> None:
    """Mark what belongs to the folio at one end of the page: names of sections and days over two lines that
    stand with furniture before anything else. `run` are the lines from that end on."""
    end = 0
    named = False
    for line in run:
        if line.mark is not Mark.FURNITURE:
            if line.mark is not Mark.PLAIN:
                break
            section = is_section(line.text)
            if not (section and not named) and not is_day_begun(line.text):
                break
            named = named or section
        end += 1
    folio = run[:end]
    if not any(line.mark is Mark.FURNITURE for line in folio):
        return
    for place, line in enumerate(folio):
        beside = folio[max(0, place - 1) : place + 2]
        if line.mark is Mark.PLAIN and (
            is_section(line.text) or any(is_day_ended(other.text) for other in beside if other is not line)
        ):
            line.mark = Mark.FURNITURE


def _heads_folio(first: Line, below: Line) -> bool:
    """Whether the first line of the page is the name of the paper or of the page, close over its day."""
    return (
        first.mark is Mark.PLAIN
        and below.mark is Mark.FURNITURE
        and not below.gap
        and is_dated(below.text)
        and _NAME.fullmatch(first.text) is not None
    )


def _settle_names(run: Sequence[Line]) -> None:
    """Mark what stands alone among the lines of a folio, one of them right beside it that prints the day: the
    name of the paper or of the page, whatever it ends in (皖北晨刊)."""
    for above, line, below in zip(run, run[1:], run[2:], strict=False):
        if (
            line.mark is Mark.PLAIN
            and above.mark is Mark.FURNITURE
            and below.mark is Mark.FURNITURE
            and (is_dated(above.text) or is_dated(below.text))
            and _NAME.fullmatch(line.text)
        ):
            line.mark = Mark.FURNITURE


def _settle_notices(lines: Sequence[Line]) -> None:
    """Take back as body the days at the foot of notices: under the name of an office, on a page whose folio
    prints its day elsewhere."""
    found = [line for line in lines if line.mark is Mark.FURNITURE and is_dated(line.text)]
    if len(found) < 2:
        return
    for above, line in pairwise(lines):
        if (
            line.mark is Mark.FURNITURE
            and above.mark is Mark.PLAIN
            and not line.gap
            and not above.ends
            and above.width <= _NOTICE_FOOT
            and is_bare_date(line.text)
        ):
            line.mark = Mark.PLAIN


def _settle_guide(lines: Sequence[Line]) -> None:
    """Mark the guide to the other pages: its name, and below it what stands where (房贷利率松动 A17)."""
    run: list[Line] = []
    named = False
    for line in (*lines, None):
        if line is not None and (line.mark is Mark.PLAIN or line.mark is Mark.FURNITURE):
            names = not run and line.text[-1:] in _GUIDES and _GUIDE.fullmatch(line.text) is not None
            paged = line.text[-1:] in _PAGED and len(line.text) <= _GUIDE_LINE
            if names or (paged and (_GUIDED if not named else _NUMBERED).fullmatch(line.text)):
                run.append(line)
                named = named or names
                continue
        if len(run) >= (2 if named else _GUIDE_LINES):
            for one in run:
                one.mark = Mark.FURNITURE
        run, named = [], False


def _points_on(lines: Sequence[Line], index: int, params: IngestParams) -> bool:
    """Whether the line points to another page at the end of an article, and is its last: the line above
    breaks off in it (详 / 见A05版), or is full, so that it goes on from that."""
    above, line = lines[index - 1] if index else None, lines[index]
    if above is None or above.mark is not Mark.PLAIN or line.gap or line.indent or not is_pointer(line.text):
        return False
    over = lines[index - 2] if index > 1 and not above.gap else None
    full = (
        over is not None
        and over.mark is Mark.PLAIN
        and above.printed >= params.shortest_sample
        and abs(over.printed - above.printed) <= params.same_width
    )
    return full and (not above.ends or line.text[0] not in "（(【[")


def _in_column(lines: Sequence[Line], index: int, params: IngestParams) -> bool:
    """Whether the line goes on from the one above, which breaks off, and both are of one column."""
    if not 0 < index < len(lines):
        return False
    above, line = lines[index - 1], lines[index]
    below = lines[index + 1] if index + 1 < len(lines) and not lines[index + 1].gap else None
    over = lines[index - 2] if index > 1 else None
    beside: Line | None
    if over and line.gap == above.gap == over.gap == 1 and "，" in line.text:
        beside = over  # a blank line stands after each line of some columns
    elif line.gap:
        return False
    elif below is not None and not below.ends:
        beside = below
    else:
        beside = over if not above.gap else below  # the last line of a column, two of which stand above it
    latin = above.text[-1:].isascii() or line.text[:1].isascii()
    return (
        beside is not None
        and above.mark is Mark.PLAIN
        and beside.mark is Mark.PLAIN
        and abs(above.printed - beside.printed) <= 2 * params.same_width
        and not above.ends
        and not line.indent
        and line.printed >= params.shortest_sample
        and abs(above.printed - line.printed) <= (2 if latin else 1) * params.same_width
    )
