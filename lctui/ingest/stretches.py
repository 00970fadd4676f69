"""A column set with a blank line after each of its lines.

Blank lines then say nothing, and a body is told from headlines by what it is: paragraphs are runs of
lines of one width that a sentence's end closes.
"""

from __future__ import annotations

import re

from lctui.ingest.block import Block, Kind
from lctui.ingest.chars import CANNOT_BEGIN, balanced, begins_midway
from lctui.ingest.openings import ends_signed, opens_caption
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark

_LONGEST_PARAGRAPH = 200
"""Lines. No paragraph of a newspaper is longer."""


_WISHES = re.compile("祝愿|预祝|衷心|[但惟唯]愿|希望(?:有关|各级|全社会|相关|广大|大家|早日|更多|能)")
"""With these the last line of an article begins that ends with an exclamation mark."""
_INDENTED = 3
"""So many indented lines, and the indents of a stretch begin its paragraphs."""


def read_stretch(
    lines: list[Line],
    before: Line | None,
    params: IngestParams = PARAMS,
    *,
    opens: bool = False,
    column: float = 0.0,
    indented: bool = False,
) -> list[Block] | None:
    """Blocks of a stretch of lines each followed by a blank line, or None where no body is among them.

    A paragraph of such a column is a run of lines of one width that a sentence's end closes; what no
    sentence closes is a headline. `before` is the last line above the stretch, in a column as wide as
    `column`; `opens` tells that a byline stands there, so that a body begins with the first line, `indented`
    that the whole page is set so, and its paragraphs are indented.
    """
    if _marks_paragraphs(lines, 1 if indented else _INDENTED):
        return _read_indented(lines, before, params, opens=opens, indented=indented)
    blocks: list[Block] = []
    width = 0.0
    open_ = before is not None and before.mark is Mark.PLAIN and not before.ends and before.text[-1] != "："
    if open_ and before is not None:
        width = max(before.printed, column)
    index = 0
    while index < len(lines):
        line = lines[index]
        if _is_caption(line, width):
            blocks.append(Block(Kind.PROSE, [line]))
            index += 1
            continue
        below_caption = bool(blocks) and blocks[-1].kind is Kind.PROSE and not blocks[-1].spread
        inside = bool(blocks) and blocks[-1].kind is Kind.PROSE
        end = index
        if line.dateline is not None or (
            opens and not index and _full_until(lines, 1, _first_width(lines, 0), params) > 2
        ):
            width = _first_width(lines, index)
            end = _closes_at(lines, index, width, params) or index + 1
        elif open_ and width:
            end = _closes_at(lines, index, width, params) or _full_until(lines, index, width, params)
        elif inside:
            end = _closes_at(lines, index, width, params)
            if not end and is_certain(line) and _wide_enough(line, width):
                end = _full_until(lines, index, width, params)  # a paragraph that the column's end cuts
        else:
            end = 0
            if is_certain(line):
                end = _closes_at(lines, index, _first_width(lines, index), params)
            elif width and "，" in line.text and _wide_enough(line, width):
                end = _closes_at(lines, index, width, params)
        if end <= index:
            if blocks and blocks[-1].kind is Kind.HEAD:
                blocks[-1].lines.append(line)
            else:
                blocks.append(Block(Kind.HEAD, [line]))
            open_ = False
            index += 1
            continue
        part = lines[index:end]
        wide = inside and blocks[-1].lines[-1].printed > params.widest_column
        if inside and not (wide or below_caption) and line.dateline is None and line.gap <= 2:
            blocks[-1].lines.extend(part)
        else:
            blocks.append(Block(Kind.PROSE, list(part), spread=True))
        width = max(width, *(member.printed for member in part))
        open_ = not part[-1].ends
        index = end
    if all(block.kind is Kind.HEAD for block in blocks):
        return None
    blocks = _take_uneven(blocks, width)
    for block in blocks:
        if block.kind is Kind.PROSE:
            widths = sorted(line.printed for line in block.lines if not line.spaced) or [block.first.printed]
            block.column = widths[(len(widths) * 3) // 4]
    return blocks


def _marks_paragraphs(lines: list[Line], least: int) -> bool:
    """Whether a stretch has `least` indented lines that may begin paragraphs, and not only headlines set
    in."""
    indented = [line for line in lines if line.indent]
    if len(indented) < least:
        return False
    wide = 0.6 * max((line.printed for line in lines if not line.spaced), default=0.0)
    return sum(line.ends or line.printed > wide for line in indented) >= least


def _read_indented(
    lines: list[Line], before: Line | None, params: IngestParams, *, opens: bool, indented: bool
) -> list[Block]:
    """The blocks of a stretch whose paragraphs begin with an indent: from an indented line to the last that
    fills the column, or ends a sentence, and before the next that does neither, all is one body."""
    widths = sorted(line.printed for line in lines if not line.spaced)
    width = widths[len(widths) * 2 // 3]
    open_ = before is not None and before.mark is Mark.PLAIN and not before.ends and before.text[-1] != "："
    blocks: list[Block] = []
    first = lines[0]
    # Under a byline a body begins; on a page that indents first lines, with one of those.
    inside = (opens and (first.indent > 0 or not indented or _is_full(first, width))) or open_
    last: Line | None = before if open_ else None
    for index, line in enumerate(lines):
        if line.indent or line.dateline is not None:
            inside = True
        elif inside and last is not None:
            # What is not indented goes on with a full line, or it is no body.
            full = _is_full(last, width)
            if last.ends or ends_signed([last]):
                whole = line.ends or is_certain(line) or _is_full(line, width)
                inside = ((full or last.printed > width) and whole) or _is_rest(lines, index, width, params)
            else:
                # A caption is set wider than the column.
                inside = full or last.printed > width or last.text[-1] in "，、；："
        kind = Kind.PROSE if inside else Kind.HEAD
        apart = inside and (line.dateline is not None or line.gap > 2)
        if blocks and blocks[-1].kind is kind and not apart:
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block(kind, [line], spread=inside))
        last = line
    for block in blocks:
        if block.kind is Kind.PROSE:
            block.column = width
    return blocks


def _is_full(line: Line, width: float) -> bool:
    return abs(line.printed - width) <= _slack(width)


def _is_rest(lines: list[Line], index: int, width: float, params: IngestParams) -> bool:
    """Whether full lines begin at `index` that a full stop closes: the rest of what broke off further up."""
    line = lines[index]
    if line.ends or not _wide_enough(line, width):
        return False
    end = _closes_at(lines, index, width, params)
    return end > index and lines[end - 1].text[-1] in "。”）" and any(map(is_certain, lines[index:end]))


def _is_caption(line: Line, width: float) -> bool:
    """Whether a line among the lines of a column is a caption, signed or in a measure of its own."""
    if not line.ends or "。" not in line.text or not opens_caption(line.text):
        return False
    return ends_signed([line]) or (width > 0 and line.printed > 1.3 * width)


def _take_uneven(blocks: list[Block], width: float) -> list[Block]:
    """The blocks with what only seemed to be headline lines made body: lines that no sentence's end seemed
    to close because squeezed figures and Latin letters make them uneven, and single lines of a quotation."""
    taken: list[Block] = []
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        above = taken[-1] if taken else None
        if below is not None and above is not None and _begins_below(block, below, width):
            below.lines.insert(0, block.lines.pop())
        if block.kind is Kind.HEAD and len(block.lines) == 1 and not balanced(block.first.text):
            block.kind, block.spread = Kind.PROSE, True
        elif block.kind is Kind.HEAD and above is not None and above.kind is Kind.PROSE:
            end = _uneven(block.lines, width)
            if end:
                taken.append(Block(Kind.PROSE, block.lines[:end], spread=True))
                block.lines = block.lines[end:]
        if block.lines:
            taken.append(block)
    return taken


def _begins_below(block: Block, below: Block, width: float) -> bool:
    """Whether the last of a few headline lines is the first of the body below: full, under a short subhead,
    and that body opens no article."""
    if block.kind is not Kind.HEAD or below.kind is not Kind.PROSE or below.first.dateline is not None:
        return False
    *shorter, last = block.lines
    return (
        len(shorter) == 1
        and shorter[0].printed <= 0.6 * width
        and not last.spaced
        and abs(last.printed - width) <= 1
        and " " not in last.text
    )


def _uneven(lines: list[Line], width: float) -> int:
    """How many of the first lines are body: two or more that are full but for a few squeezed characters, at
    least half of them plainly body, and the one that closes them."""
    end = 0
    while end < len(lines) and 0.8 * width <= lines[end].printed <= 1.15 * width:
        end += 1
    if end < len(lines) and lines[end].ends and lines[end].printed <= width:
        end += 1
    return end if end > 1 and 2 * sum(map(is_certain, lines[:end])) >= end else 0


def is_certain(line: Line) -> bool:
    """Whether a line is body by itself: a full stop inside, several commas, brackets left open."""
    text = line.text
    return (
        text[-1] in "。；，、"
        or "。" in text
        or "；" in text
        or text.count("，") >= 2
        or (text[-1] == "！" and _WISHES.match(text) is not None)
        or text[0] in CANNOT_BEGIN
        or begins_midway(text)
        or not balanced(text)
    )


def _wide_enough(line: Line, width: float) -> bool:
    """Whether a line fills a column of that width; a first line may have lost its indent."""
    if line.spaced:
        return 0.5 * width <= line.printed <= width + 2
    return width - 2 - _slack(width) <= line.printed <= width + _slack(width)


def _slack(width: float) -> float:
    """How much, in ems, a full line may differ from its column: squeezed marks and figures add up, the
    more the wider the column."""
    return max(2.0, 0.12 * width)


def _first_width(lines: list[Line], index: int) -> float:
    """The column's width by the first lines of a stretch, the first of which may lack its indent."""
    width = lines[index].printed
    if index + 1 < len(lines) and width < lines[index + 1].printed <= width + 5:
        return lines[index + 1].printed
    return width


def _closes_at(lines: list[Line], index: int, width: float, params: IngestParams) -> int:
    """Where the paragraph that begins at `index` ends, as the index after its last line; 0 where no
    sentence's end closes it before its lines leave the column."""
    for end in range(index, min(len(lines), index + _LONGEST_PARAGRAPH)):
        line = lines[end]
        if end > index and line.dateline is not None:
            return 0
        if line.ends and line.printed <= width + _slack(width):
            if (
                end > index
                or line.text[-1] not in "！？…”"
                or is_certain(line)
                or line.printed >= 0.6 * width
            ):
                return end + 1
            return 0
        if not (_wide_enough(line, width) or (is_certain(line) and 0.8 * width <= line.printed <= width)):
            return 0
    return 0


def _full_until(lines: list[Line], index: int, width: float, params: IngestParams) -> int:
    """The index after the last of the lines from `index` on that fill the column."""
    end = index
    while (
        end < len(lines)
        and lines[end].dateline is None
        and abs(lines[end].printed - width) <= params.same_width
    ):
        end += 1
    return end
