"""Lines → blocks: runs of lines that are one thing on the page, a stretch of body or a headline.

Blank lines separate blocks, except where a page sets one between all lines of a column; a byline, a
dateline or furniture starts a block of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from lctui.ingest.block import Block, Kind
from lctui.ingest.bylines import join_broken_name, read_end_signature
from lctui.ingest.chars import ends_sentence
from lctui.ingest.columns import Worth, fit_column, is_even, old_lines, old_runs, page_columns, pool_columns
from lctui.ingest.crowded import divide
from lctui.ingest.openings import opens_item
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line, Mark
from lctui.ingest.shapes import judge_blocks
from lctui.ingest.stretches import is_certain, read_stretch

_SPREAD = 0.9
"""The share of its lines after which a blank one stands where a whole page is set so."""
_LINES = 40
"""Lines that such a page has at least."""
_OFTEN = 12
"""Lines for each indented one, at most, where indents mark the paragraphs."""
_LONGEST_ITEM = 12
"""Lines of an item of a list of briefs."""
_KINDS = {Mark.BYLINE: Kind.BYLINE, Mark.FURNITURE: Kind.FURNITURE, Mark.BOX: Kind.BOX}


def find_blocks(lines: list[Line], layout: Layout, params: IngestParams = PARAMS) -> list[Block]:
    """The blocks of a page in page order; every line is in exactly one."""
    _close_signatures(lines)
    groups: list[list[Line]] = []
    for line in lines:
        joins = (
            bool(groups)
            and line.mark is groups[-1][-1].mark
            and (line.mark is not Mark.PLAIN or not layout.paragraphs or _runs_on(groups[-1][-1], line))
            and (line.mark is Mark.BOX or (not line.gap and not line.column_break))
            and not (line.mark is Mark.BYLINE and _marked(line))
            and not (line.dateline and _breaks_before(groups[-1][-1]))
        )
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    if not layout.paragraphs:
        groups = divide(groups, params)
    spread_out = layout.indents and _is_spread(groups)
    blocks: list[Block] = []
    index = 0
    while index < len(groups):
        group = groups[index]
        mark = group[0].mark
        if mark is not Mark.PLAIN:
            blocks.append(Block(_KINDS[mark], group))
            index += 1
            continue
        end = index
        if not layout.paragraphs:
            while end < len(groups) and groups[end][0].mark is Mark.PLAIN and len(groups[end]) == 1:
                end += 1
            if end > index and end < len(groups) and _begins_column(groups[end - 1][0], groups[end], params):
                groups[end].insert(0, groups[end - 1][0])
                del groups[end - 1]
                end -= 1
                group = groups[index]
        if end - index >= 2:
            above_lines = groups[index - 1] if index else []
            plain = bool(above_lines) and above_lines[0].mark is Mark.PLAIN
            long = plain and (len(above_lines) > 2 or any(map(is_certain, above_lines)))
            before = above_lines[-1] if long else None
            signed = bool(above_lines) and above_lines[0].mark is Mark.BYLINE
            wide = max((line.printed for line in above_lines[-8:]), default=0.0) if long else 0.0
            singles = [groups[i][0] for i in range(index, end)]
            spread = read_stretch(singles, before, params, opens=signed, column=wide, indented=spread_out)
            blocks.extend(spread or [Block(Kind.PROSE, groups[i]) for i in range(index, end)])
            index = end
            continue
        blocks.append(Block(Kind.PROSE, group))
        index += 1
    _set_columns(blocks, layout)
    judge_blocks(blocks, layout, params)
    return blocks


def _is_spread(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether a blank line stands after each line of the page, and many of them are indented."""
    plain = [group for group in groups if group[0].mark is Mark.PLAIN]
    alone = sum(len(group) == 1 for group in plain)
    often = sum(group[0].indent > 0 for group in plain) * _OFTEN >= alone
    return alone >= max(_LINES, _SPREAD * len(plain)) and often


def _close_signatures(lines: list[Line]) -> None:
    """Mark the last line of a byline broken at the end of an article (（本报记者 / 孙滢春）) as an end, and
    what of it looks like a byline by itself as a part of the body."""
    for index, line in enumerate(lines):
        if line.mark is Mark.BYLINE and line.text[0] in "（(" and _signs_item(lines, index):
            line.mark, line.signature, line.indent, line.ends = Mark.PLAIN, None, 0.0, True
            lines[index - 1].ends = False
    for index, line in enumerate(lines):
        if line.text[-1:] not in ("）", ")") or line.ends or len(line.text) > 40 or line.gap > 2:
            continue
        tail = line.text
        for start in range(index - 1, max(-1, index - 4), -1):
            above = lines[start]
            tail = above.text[-40:] + join_broken_name(above.text, tail) + tail
            if "（" in above.text[-40:]:
                line.ends = ends_sentence(tail) or read_end_signature(tail) is not None
                if line.ends:
                    for part in lines[start + 1 : index + 1]:
                        if part.mark is Mark.BYLINE or part.mark is Mark.PLAIN:
                            part.mark, part.signature, part.indent = Mark.PLAIN, None, 0.0
                break
            if above.gap > 2 or len(above.text) > 40:
                break


def _signs_item(lines: Sequence[Line], index: int) -> bool:
    """Whether names in brackets are the end of an item of a list, and no end of the article: they stand close
    under it, and more than one item of the list is signed so, or the next one stands right below."""
    at = index - 1
    if lines[index].gap or at < 0:
        return False
    while at >= 0 and index - at <= _LONGEST_ITEM and lines[at].mark is Mark.PLAIN:
        if opens_item(lines[at].text):
            below = lines[index + 1] if index + 1 < len(lines) else None
            above = lines[at - 1] if at else None
            return (below is not None and not below.gap and opens_item(below.text)) or (
                above is not None and not lines[at].gap and above.text[-1:] in ("）", ")")
            )
        if lines[at].gap:
            return False
        at -= 1
    return False


def _begins_column(line: Line, column: Sequence[Line], params: IngestParams) -> bool:
    """Whether a line alone between blank lines is the first of the column below, from which a column's end
    cuts it off: it is indented and fills the column, the first line of which is not indented."""
    first = column[0]
    return (
        first.mark is Mark.PLAIN
        and len(column) > 1
        and line.indent > 0
        and not first.indent
        and not line.ends
        and first.gap <= 2
        and first.dateline is None
        and line.printed >= params.shortest_sample
        and abs(line.printed - first.printed) <= params.same_width
        and abs(column[1].printed - first.printed) <= params.same_width
    )


def _runs_on(previous: Line, line: Line) -> bool:
    """Whether a line of Western text plainly goes on from the one before: it begins with a small letter."""
    return line.text[0].islower() and line.text[0].isascii() and not previous.ends


def _marked(line: Line) -> bool:
    return line.text[:1] in "□■○●◆◇※"


def _breaks_before(previous: Line) -> bool:
    """Whether a line that opens with a dateline starts something new after `previous`."""
    return previous.mark is not Mark.PLAIN or previous.ends or previous.text[-1] not in "，、；："


_BESIDE = 2
"""Paragraphs to either side that are asked where one does not show its column."""


def _pool(blocks: list[Block], runs: dict[int, list[float]], columns: Sequence[float]) -> None:
    """The column of each joined paragraph that does not show it alone, from it and its neighbours of the
    same article together. In place."""
    groups: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind is Kind.BYLINE or (block.kind is Kind.PROSE and block.first.dateline is not None):
            groups.append([])
        if block.kind is Kind.PROSE:
            groups[-1].append(block)
    for group in groups:
        lines: dict[int, list[Worth]] = {}  # of the paragraphs that were asked, by their place in the group
        for place, block in enumerate(group):
            own = runs[id(block)]
            if block.column or len(own) < 2:
                continue
            near = range(max(0, place - _BESIDE), min(len(group), place + _BESIDE + 1))
            for beside in near:
                if beside not in lines:
                    lines[beside] = old_lines(runs[id(group[beside])], columns)
            width = pool_columns([lines[beside] for beside in near], columns)
            if width and max(own) <= width + 1.6:
                # Borrowed: too weak to tell an indent by, unless the page is set in it and the lines agree.
                usual = any(abs(width - column) <= 0.8 for column in columns)
                block.column, block.even = width, usual and len(own) > 2 and is_even(own, width)


def _set_columns(blocks: list[Block], layout: Layout) -> None:
    """The column width of each body block: the upper quartile of its lines' widths, or, where a line
    is a paragraph, what its old line ends show. A block too short to show it takes the one of its
    neighbour."""
    if layout.paragraphs:
        plain = [block for block in blocks if block.kind is Kind.PROSE]
        runs = [old_runs(block.first.text) for block in plain]
        columns = page_columns(runs[:400])
        for block, own in zip(plain, runs, strict=True):
            block.column = fit_column(own, columns)
            block.even = not block.column or is_even(own, block.column)
        runs_of = dict(zip(map(id, plain), runs, strict=True))
        _pool(blocks, runs_of, columns)
        # What does not show its column has that of its neighbour, rather of the same article.
        for order, within in ((blocks, True), (blocks[::-1], True), (blocks, False), (blocks[::-1], False)):
            known, even = 0.0, True
            for block in order:
                if block.kind is Kind.BYLINE and within:
                    known = 0.0
                elif block.kind is not Kind.PROSE:
                    continue
                elif block.column:
                    known, even = block.column, block.even
                else:
                    longest = max(runs_of[id(block)][:-1], default=0.0)
                    block.column, block.even = known, even and longest <= known + 1.6
        return
    previous = 0.0
    for block in blocks:
        if block.kind is not Kind.PROSE or block.column:
            if block.kind is Kind.PROSE:
                previous = block.column
            continue
        if len(block.lines) >= 3:
            widths = sorted(line.printed for line in block.lines if not line.spaced) or [block.first.printed]
            block.column = widths[(len(widths) * 3) // 4]
            previous = block.column
        else:
            widest = max(line.printed for line in block.lines)
            block.column = previous if previous and abs(widest - previous) < 3 else widest
