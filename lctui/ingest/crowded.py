"""Headlines and captions set close to bodies, without a blank line, cut off from them.

Many dumps have no blank lines at all. A headline in the middle of a column then shows only by what a
column's lines cannot be: shorter or longer than its measure without ending a sentence, after a paragraph
that has ended and before one that begins.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lctui.ingest.chars import CANNOT_BEGIN, HAN, balanced, pairs_of
from lctui.ingest.openings import ends_signed, is_day, opens_caption, pen_name, signs_letter
from lctui.ingest.params import IngestParams
from lctui.ingest.roles import Line, Mark


def divide(groups: list[list[Line]], params: IngestParams) -> list[list[Line]]:
    """Headline lines cut off from the bodies they are set close to."""
    groups = _list_off(groups, params)
    indented = _indents(groups)
    divided: list[list[Line]] = []
    for place, group in enumerate(groups):
        if group[0].mark is not Mark.PLAIN:
            divided.append(group)
            continue
        follows = groups[place + 1][0] if place + 1 < len(groups) else None
        # Without a blank line something begins below: what stands out above it may be its headline.
        crowded = follows is not None and not follows.gap and follows.mark is not Mark.FURNITURE
        parts = _caption_off(group, params) or _at_measure(group)
        for part in parts:
            nearest = [other for other in divided[-3:] if other[0].mark is not Mark.FURNITURE]
            before = _above(nearest, part, params)
            above = max((line.printed for line in before[-6:]), default=0.0)
            cut = len(before) > 2 and not before[-1].ends and before[-1].text[-1] != "："
            pieces = _split(part, above, cut, crowded and part is parts[-1], indented, params)
            if len(pieces) == 1 and not indented and nearest and _names_above(part, divided, params):
                pieces = [part[:1], part[1:]]
            if follows is not None and follows.dateline is not None and part is parts[-1]:
                pieces[-1:] = _headline_off(pieces[-1], params)
            divided.extend(pieces)
    return divided


_LIST = 7
"""Headline lines that stand close together only where they are those of a whole page, at least."""
_PART = 4
"""Lines of such a list that are judged together."""


def _list_off(groups: list[list[Line]], params: IngestParams) -> list[list[Line]]:
    """The headlines of a whole page, set close under its last body, cut off from that."""
    last = len(groups)
    while last and groups[last - 1][0].mark is Mark.FURNITURE:
        last -= 1
    lines = groups[last - 1] if last else []
    start = len(lines)
    while start and (_may_be_title(lines[start - 1], params) or lines[start - 1].text[-1] in "？！"):
        start -= 1
    while start < len(lines) and (lines[start].indent or (start and not _closes(lines[start - 1]))):
        start += 1
    found = lines[start:]
    if len(found) < _LIST or any(line.indent for line in found) or not _are_uneven(found):
        return groups
    parts = [found[at : at + _PART] for at in range(0, len(found), _PART)]
    return [*groups[: last - 1], *([lines[:start]] if start else []), *parts, *groups[last:]]


def _are_uneven(lines: list[Line]) -> bool:
    """Whether lines are no column: hardly two that stand together are of one width."""
    even = sum(abs(above.printed - line.printed) <= 1 for above, line in pairwise(lines))
    return 3 * even <= len(lines)


def _indents(groups: list[list[Line]]) -> bool:
    """Whether the page marks all of its paragraphs by indents: hardly a line that ends one stands above a
    line without."""
    marked = plain = 0
    for group in groups:
        if group[0].mark is Mark.PLAIN and len(group) > 2:
            widest = max(line.printed for line in group)
            for above, line in pairwise(group):
                if above.ends and above.printed < 0.8 * widest:
                    marked += line.indent > 0
                    plain += not line.indent
    return marked >= _MARKED and plain * 4 <= marked


_MARKED = 4
"""Paragraphs of which it is told whether a page marks them by indents."""


def _above(nearest: list[list[Line]], part: list[Line], params: IngestParams) -> list[Line]:
    """What stands above a stretch: the last of the groups `nearest` to it; or, where that is of another
    measure, as a caption is, the one of its own that breaks off there."""
    if not nearest or nearest[-1][0].mark is not Mark.PLAIN:
        return []
    widest = max(line.printed for line in part)
    for group in reversed(nearest):
        measure = max(line.printed for line in group[-6:])
        if group[0].mark is Mark.PLAIN and abs(measure - widest) <= 2 * params.same_width:
            return group if group is nearest[-1] or not group[-1].ends else nearest[-1]
    return nearest[-1]


def _names_above(lines: list[Line], above: list[list[Line]], params: IngestParams) -> bool:
    """Whether the first of some lines, though as wide as they, is the headline of the body that ends above:
    it says what that says, and nothing of what stands below it."""
    first = lines[0]
    if len(lines) < _REST or first.indent or "，" in first.text or not _may_be_title(first, params):
        return False
    over = above[-1]
    if over[0].mark is not Mark.PLAIN or not over[-1].ends or len(over) < 2:
        return False
    said = pairs_of(first.text)
    text = "\n".join(line.text for group in above[-_ASKED:] if len(group) > 1 for line in group)
    shared = sum(pair in text for pair in said)
    if shared < _SAID * len(said) or len(said) < _SAYS:
        return False
    below = "\n".join(line.text for line in lines[1:])
    return sum(pair in below for pair in said) <= 1


_SAID = 0.6
"""The share of the pairs of characters of a headline that the body above it says, at least."""
_SAYS = 4
"""So many pairs it has at least."""
_ASKED = 4
"""Stretches above that are asked for them."""
_HALVES = re.compile(f"[{HAN}0-9A-Za-z“”]{{4,14}}[ \u3000][{HAN}0-9A-Za-z“”]{{4,14}}")


def _headline_off(lines: list[Line], params: IngestParams) -> list[list[Line]]:
    """A headline right above an article's opening, cut off from the paragraph above it, though it is nearly
    as wide as the column: below a sentence's end no line stands that neither ends one nor is full."""
    widths = sorted(line.printed for line in lines if not line.spaced)
    column = widths[len(widths) * 3 // 4] if len(widths) > 3 else 0.0
    start = len(lines)
    while start > max(1, len(lines) - _LONGEST_RUN) and _is_loose(lines[start - 1], column, params):
        start -= 1
    while start < len(lines) and not _closes(lines[start - 1]):
        start += 1
    return [lines[:start], lines[start:]] if start < len(lines) else [lines]


_CAPTION = 6
"""Lines of the longest caption."""
_REST = 3
"""Lines of a column that go on below one, at least; fewer may be names."""
_WIDER = 1.3
"""So many times as wide its lines are."""


def _caption_off(group: list[Line], params: IngestParams) -> list[list[Line]]:
    """A signed caption set close over a headline, cut off from it; nothing where none stands there."""
    if not opens_caption(group[0].text):
        return []
    for index in range(1, min(len(group), _CAPTION + 1)):
        if group[index - 1].text[-1] in "摄攝" and ends_signed(group[:index]):
            rest = group[index:]
            heads = len(rest) <= _LONGEST_RUN and all(_may_be_title(line, params) for line in rest)
            return [group[:index], rest] if heads else []
    return []


def _at_measure(group: list[Line]) -> list[list[Line]]:
    """A caption set close under a column or over the rest of one, cut off from it: where a paragraph has
    ended, and what follows to the end is of another, wider measure, or, after a signature, of a narrower
    one."""
    longest = min(len(group) - _REST, _CAPTION) if group[0].printed > _WIDER * group[-1].printed else 0
    for index in range(2, longest + 1):
        wide = [line.printed for line in group[: index - 1]]
        if min(wide) > _WIDER * max(line.printed for line in group[index:]) and ends_signed(group[:index]):
            return [group[:index], group[index:]]
    for index in range(2, len(group)):
        if group[index - 1].ends and len(group) - index <= _CAPTION:
            narrow = max(line.printed for line in group[:index])
            rest = group[index:]
            wide = [line.printed for line in rest[:-1]] or [rest[0].printed]
            if min(wide) > _WIDER * narrow and rest[-1].ends:
                return [group[:index], rest]
    return [group]


def _split(
    group: list[Line], column: float, cut: bool, crowded: bool, indented: bool, params: IngestParams
) -> list[list[Line]]:
    """Headline lines set close above or below a body, without a blank line, cut off from it.

    `column` is the width of the column above, for a group too short to show its own; `cut` tells that a
    body breaks off above, so that full lines may go on with it, `crowded` that an article begins right
    below, `indented` that the page marks its paragraphs by indents.
    """
    if len(group) < 2 or all(line.text.isascii() for line in group):
        return [group]
    signed = ends_signed(group)
    widths = sorted(line.printed for line in group if not line.spaced) or [group[0].printed]
    column = widths[(len(widths) * 3) // 4] if len(group) > 2 else max(column, widths[-1])
    if column < 8:
        return [group]

    def loose(line: Line, marked: bool) -> bool:
        text = line.text
        return (
            (not line.ends or (marked and not cut and text[-1] in "？！" and "，" not in text))
            and "。" not in text
            and text[-1] not in "，、；："
            and line.width >= 2
            and line.width <= params.headline_width
            and (marked or not column - 5 <= line.printed <= column + 6)
            and not (line.spaced and line.width > 0.55 * column)
            and not (signed and (opens_caption(text) or text.count("，") >= 2))
            and not (cut and not line.indent and abs(line.printed - column) <= 2.4)
            and text[0] not in CANNOT_BEGIN
            and balanced(text)
            and not is_day(text)
            and not (line is group[-1] and pen_name(text))
        )

    top = 0
    marks = [
        index
        for index in range(1, 5)
        if index < len(group) and (group[index].indent or group[index].dateline)
    ]
    first_mark = marks[0] if marks and not group[0].indent else 0
    while top < min(4, len(group) - 1) and loose(group[top], top < first_mark) and not group[top].dateline:
        top += 1
    if top and not (top == first_mark or group[top].printed >= column - 3):
        top = 0
    bottom = len(group)
    while (
        bottom > max(top + 1, len(group) - 4)
        and loose(group[bottom - 1], False)
        and not group[bottom - 1].indent
    ):
        bottom -= 1
    if bottom < len(group) and not _closes(group[bottom - 1]):
        bottom = len(group)
    indented = indented or sum(line.indent > 0 for line in group) >= 2
    if bottom == len(group) and indented:
        bottom = _foot(group, column, params)
    if indented and 1 < bottom < len(group) and _asks_alone(group[bottom - 2 : bottom]):
        bottom -= 1
    middle = _inside(group[top:bottom], column, crowded and bottom == len(group), params)
    return [part for part in (group[:top], *middle, group[bottom:]) if part]


def _asks_alone(lines: list[Line]) -> bool:
    """Whether the second of two lines over a headline is its first, that asks: on a page that indents all its
    paragraphs it begins none, and the one above has ended."""
    above, line = lines
    asks = line.text[-1] in "？！" and not line.indent and "。" not in line.text and line.dateline is None
    return asks and _closes(above) and balanced(line.text)


def _foot(lines: list[Line], column: float, params: IngestParams) -> int:
    """Where the headlines begin that stand close under the last paragraph of an indented column, which has
    ended in a short line; the number of lines where none do."""
    start = len(lines)
    while (
        start > 1
        and len(lines) - start < _LONGEST_RUN
        and _stands_out(lines[start - 1], column, True, params)
    ):
        start -= 1
    above = lines[start - 1]
    ended = above.ends and above.printed < column - params.short_line
    return start if ended else len(lines)


_LONGEST_RUN = 4
"""Lines. What stands out for longer is a list or a verse."""


def _inside(lines: list[Line], column: float, crowded: bool, params: IngestParams) -> list[list[Line]]:
    """Headlines in the middle of a column, or at its end where it is `crowded`, cut off from the bodies
    above and below them."""
    indents = sum(line.indent > 0 for line in lines) >= 2
    parts: list[list[Line]] = []
    start, index = 0, 1
    last = len(lines) - (0 if crowded else 1)
    while index < last:
        end = index
        if _closes(lines[index - 1]):
            while end < last and _stands_out(lines[end], column, indents, params):
                if end > index and _shows(lines[end], column):
                    break
                end += 1
        elif indents and lines[index].printed < _SHORT * column and _cuts(lines, index, column, params):
            parts += [lines[start:index], lines[index : index + 1]]
            start = index + 1
        if (
            0 < end - index <= _LONGEST_RUN
            and (end == len(lines) or _begins(lines[end], column, indents) or _shows(lines[end], column))
            and (
                end == len(lines)
                or lines[end].dateline is not None
                or lines[index - 1].printed < column - params.short_line
                or ends_signed(lines[index - 1 : index])
                or any(abs(line.printed - column) > 2 * params.same_width for line in lines[index:end])
            )
        ):
            parts += [lines[start:index], lines[index:end]]
            start = end
        index = end + 1
    return [part for part in (*parts, lines[start:]) if part]


def _cuts(lines: list[Line], index: int, column: float, params: IngestParams) -> bool:
    """Whether a short line can be none of the column's, nor the end of a paragraph: the lines above and below
    are full and go on."""
    if index + 1 >= len(lines):
        return False
    above, line, below = lines[index - 1 : index + 2]
    return (
        line.width >= _SHORTEST
        and not line.spaced
        and "，" not in line.text
        and all(abs(other.printed - column) <= params.same_width for other in (above, below))
        and not (above.ends or below.indent)
        and below.dateline is None
        and _may_be_title(line, params)
    )


_SHORT = 0.75
"""The share of a column that the widest line fills which cannot be one of its full lines."""
_SHORTEST = 4
"""em. The narrowest line that is no rest of a word."""


def _shows(line: Line, column: float) -> bool:
    """Whether a line is the first of a caption, set wider than the column."""
    return line.printed > _WIDER * column and opens_caption(line.text)


_SIGNED = re.compile("[。！？”…][ \u3000]*[（(〔][^（()）。，]{2,20}[）)〕]$")


def _closes(line: Line) -> bool:
    """Whether a paragraph ends with a line: a sentence does, or the writers' names stand after it."""
    text = line.text
    if line.ends or text[-1] in "摄攝":
        return True
    return (text[-1] in "）)〕" and _SIGNED.search(text) is not None) or signs_letter(text)


def _may_be_title(line: Line, params: IngestParams) -> bool:
    """Whether a line is whole, ends no sentence, and opens no article."""
    text = line.text
    return (
        not line.ends
        and "。" not in text
        and text[-1] not in "，、；："
        and text[0] not in CANNOT_BEGIN
        and line.width <= params.headline_width
        and line.dateline is None
        and balanced(text)
    )


def _stands_out(line: Line, column: float, indents: bool, params: IngestParams) -> bool:
    """Whether a line cannot be a column's: it ends no sentence, and is neither indented nor full."""
    return (
        (not line.indent if indents else not -2.6 <= line.printed - column <= 2)
        and _may_be_title(line, params)
        and line.width >= 2
        and not (line.spaced and line.width > 0.7 * column)
        and not is_day(line.text)
        and not signs_letter(line.text)
    )


def _is_loose(line: Line, column: float, params: IngestParams) -> bool:
    """Whether a line closes no sentence and does not fill its column, or is two clauses and a blank."""
    if line.indent or not _may_be_title(line, params):
        return False
    if _HALVES.fullmatch(line.text):
        return True
    return column > 0 and line.printed <= (0.75 * column if "，" in line.text else column - 1.5)


def _begins(line: Line, column: float, indents: bool) -> bool:
    """Whether a line may be the first of a paragraph."""
    if line.dateline is not None:
        return True
    return line.indent > 0 if indents else line.printed >= column - 3.2 or line.ends
