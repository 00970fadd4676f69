"""Lines → blocks: runs of lines that are one thing on the page, a stretch of body or a headline.

Blank lines separate blocks, except where a page sets one between all lines of a column; a byline, a
dateline or furniture starts a block of its own. Whether a block is a headline is told by its shape: few
lines, no full stop, not the width of the column it stands in.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from lctui.ingest.chars import CANNOT_BEGIN, CANNOT_END, balanced, ems
from lctui.ingest.columns import (
    first_line_evidence,
    fit_column,
    is_even,
    old_indents_show,
    old_line_ends,
    old_runs,
    page_columns,
)
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line, Mark


class Kind(Enum):
    PROSE = "prose"
    HEAD = "head"
    BYLINE = "byline"
    FURNITURE = "furniture"
    BOX = "box"


@dataclass(slots=True)
class Block:
    """Consecutive lines of one kind. `column` is the em width of the column a body block is set in, `even` whether its lines agree on it;
    `spread` tells that blank lines stand between all its lines."""

    kind: Kind
    lines: list[Line] = field(default_factory=list)
    column: float = 0.0
    even: bool = True
    verse: bool = False
    spread: bool = False

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


_KINDS = {Mark.BYLINE: Kind.BYLINE, Mark.FURNITURE: Kind.FURNITURE, Mark.BOX: Kind.BOX}
_LONGEST_PARAGRAPH = 200
"""Lines. No paragraph of a newspaper is longer."""
_NUMBER = re.compile(r"(?<![0-9.])-?[0-9]+(?:\.[0-9]+)?%?")
_CAPTION = re.compile(r"^(?:▶|◀|▲|▼|图为|图①|图一|上图|下图|左图|右图|图片)|摄$")


def find_blocks(lines: list[Line], layout: Layout, params: IngestParams = PARAMS) -> list[Block]:
    """The blocks of a page in page order; every line is in exactly one."""
    groups: list[list[Line]] = []
    for line in lines:
        joins = (
            bool(groups)
            and line.mark is groups[-1][-1].mark
            and (line.mark is not Mark.PLAIN or not layout.paragraphs)
            and (line.mark is Mark.BOX or (not line.gap and not line.column_break))
            and not (line.mark is Mark.BYLINE and _marked(line))
            and not (line.dateline and _breaks_before(groups[-1][-1]))
        )
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    if not layout.paragraphs:
        groups = _divide(groups, params)
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
        while end < len(groups) and groups[end][0].mark is Mark.PLAIN and len(groups[end]) == 1:
            end += 1
        if end - index >= 2 and not layout.paragraphs:
            above_lines = groups[index - 1] if index else []
            before = above_lines[-1] if len(above_lines) > 2 or any(map(_certain, above_lines)) else None
            spread = _spread([groups[i][0] for i in range(index, end)], before, params)
            blocks.extend(spread or [Block(Kind.PROSE, groups[i]) for i in range(index, end)])
            index = end
            continue
        blocks.append(Block(Kind.PROSE, group))
        index += 1
    _set_columns(blocks, layout)
    _judge(blocks, layout, params)
    return blocks


def _divide(groups: list[list[Line]], params: IngestParams) -> list[list[Line]]:
    """Headline lines cut off from the bodies they are set close to."""
    divided: list[list[Line]] = []
    for group in groups:
        if group[0].mark is not Mark.PLAIN:
            divided.append(group)
            continue
        above = max((line.printed for line in divided[-1][-6:]), default=0.0) if divided else 0.0
        divided.extend(_split(group, above, params))
    return divided


def _marked(line: Line) -> bool:
    return line.text[:1] in "□■○●◆◇※"


def _breaks_before(previous: Line) -> bool:
    """Whether a line that opens with a dateline starts something new after `previous`."""
    return previous.mark is not Mark.PLAIN or previous.ends or previous.text[-1] not in "，、；："


def _spread(lines: list[Line], before: Line | None, params: IngestParams) -> list[Block] | None:
    """Blocks of a stretch of lines each followed by a blank line, or None where no body is among them.

    A paragraph of such a column is a run of lines of one width that a sentence's end closes; what no
    sentence closes is a headline. `before` is the last line above the stretch.
    """
    blocks: list[Block] = []
    width = 0.0
    open_ = before is not None and before.mark is Mark.PLAIN and not before.ends and before.text[-1] != "："
    if open_ and before is not None:
        width = before.printed
    index = 0
    while index < len(lines):
        line = lines[index]
        inside = bool(blocks) and blocks[-1].kind is Kind.PROSE
        end = index
        if line.dateline is not None:
            width = _first_width(lines, index)
            end = _closes_at(lines, index, width, params) or index + 1
        elif open_ and width:
            end = _closes_at(lines, index, width, params) or _full_until(lines, index, width, params)
        elif inside:
            end = _closes_at(lines, index, width, params)
        else:
            end = 0
            if _certain(line):
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
        if inside and line.dateline is None and line.gap <= 2:
            blocks[-1].lines.extend(part)
        else:
            blocks.append(Block(Kind.PROSE, list(part), spread=True))
        width = max(width, *(member.printed for member in part))
        open_ = not part[-1].ends
        index = end
    if all(block.kind is Kind.HEAD for block in blocks):
        return None
    for block in blocks:
        if block.kind is Kind.PROSE:
            widths = sorted(line.printed for line in block.lines if not line.spaced) or [block.first.printed]
            block.column = widths[(len(widths) * 3) // 4]
    return blocks


def _certain(line: Line) -> bool:
    """Whether a line is body by itself: a full stop inside, several commas, brackets left open."""
    text = line.text
    return (
        text[-1] in "。；，、"
        or "。" in text
        or "；" in text
        or text.count("，") >= 2
        or text[0] in CANNOT_BEGIN
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
            if end > index or line.text[-1] not in "！？…”" or _certain(line) or line.printed >= 0.6 * width:
                return end + 1
            return 0
        if not _wide_enough(line, width):
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


def _split(group: list[Line], column: float, params: IngestParams) -> list[list[Line]]:
    """Headline lines set close above or below a body, without a blank line, cut off from it.

    `column` is the width of the column above, for a group too short to show its own.
    """
    if len(group) < 2 or all(line.text.isascii() for line in group):
        return [group]
    widths = sorted(line.printed for line in group)
    column = widths[(len(widths) * 3) // 4] if len(group) > 2 else max(column, widths[-1])
    if column < 8:
        return [group]

    def loose(line: Line, marked: bool) -> bool:
        text = line.text
        return (
            not line.ends
            and "。" not in text
            and text[-1] not in "，、；："
            and line.width >= 2.5
            and line.width <= params.headline_width
            and (line.printed < column - 5 or line.printed > column + 6 or marked)
            and not (line.spaced and line.width > 0.55 * column)
            and text[0] not in CANNOT_BEGIN
            and balanced(text)
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
    if bottom < len(group) and not group[bottom - 1].ends:
        bottom = len(group)
    return [part for part in (group[:top], group[top:bottom], group[bottom:]) if part]


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
                    block.column, block.even = known, even
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


def _judge(blocks: list[Block], layout: Layout, params: IngestParams) -> None:
    """Tell headlines from body among the plain blocks."""
    previous: Block | None = None
    pairs = Pairs(blocks) if layout.paragraphs else None
    verse = False
    recent: list[float] = []
    for index, block in enumerate(blocks):
        if block.kind is not Kind.PROSE:
            if block.kind is not Kind.HEAD:
                previous = previous if block.kind is Kind.FURNITURE else None
            continue
        if verse and len(block.lines) >= 2 and not block.last.ends:
            block.verse = True
            previous = block
            continue
        verse = False
        above = blocks[index - 1] if index else None
        if (
            above is not None
            and above.kind is Kind.BYLINE
            and index >= 2
            and blocks[index - 2].kind is Kind.HEAD
            and not layout.paragraphs
            and len(block.lines) >= 2
            and looks_like_headline(block, previous, None, layout, params)
        ):
            # Between a headline with its byline and the next headline stand short lines: verses.
            block.verse = verse = True
            previous = block
            continue
        ahead = [other for other in blocks[index + 1 : index + 6] if other.kind is not Kind.FURNITURE]
        following = ahead[0] if ahead else None
        opens = len(ahead) > 1 and (ahead[1].kind is Kind.BYLINE or ahead[1].first.dateline is not None)
        if not block.spread and looks_like_headline(
            block, previous, following, layout, params, pairs, above, recent, opens
        ):
            block.kind = Kind.HEAD
        else:
            previous = block
            recent = [block.column, *(width for width in recent if abs(width - block.column) > 1)][:3]


def looks_like_headline(
    block: Block,
    previous: Block | None,
    following: Block | None,
    layout: Layout,
    params: IngestParams = PARAMS,
    pairs: Pairs | None = None,
    above: Block | None = None,
    columns: Sequence[float] = (),
    opens: bool = False,
) -> bool:
    """Whether the lines of `block` have the shape of a headline; `previous` is the body above it,
    `following` the block below, `above` the block right above, `columns` the widths of the columns before."""
    lines = block.lines
    if len(lines) > params.headline_lines or block.first.dateline:
        return False
    text = "".join(line.text for line in lines)
    if max(line.width for line in lines) > params.headline_width or "。" in text or "；" in text:
        return False
    if text.isascii() and (". " in text or text[-1] == "."):
        return False
    if text[-1] in CANNOT_END or text[0] in CANNOT_BEGIN or _CAPTION.search(text):
        return False
    if text.count("，") > 2 + len(lines):
        return False
    if len(lines) >= 3 and 2 * sum(len(_NUMBER.findall(line.text)) >= 2 for line in lines) >= len(lines):
        return False  # a table
    if (
        not balanced(text)
        and not _balanced_with(text, above)
        and not _balanced_with(text, following, after=True)
    ):
        return False
    if layout.paragraphs:
        return not _is_fragment(block, previous, following, pairs, opens)
    else:
        unfinished = previous is not None and not previous.last.ends and previous.last.text[-1] != "："
        if (
            block.last.ends
            and previous is not None
            and "，" in text
            and block.last.printed >= 0.6 * previous.column
        ):
            return False
        if block.last.ends and (
            unfinished or (layout.indents and block.first.indent) or _fills(block, previous, params)
        ):
            return False
        if (
            layout.indents
            and block.first.indent
            and (len(lines) >= 2 or "，" in text)
            and _fills(block, previous, params)
        ):
            return False
        if (not layout.indents or block.first.indent or unfinished) and any(
            _is_cut(lines, text, column) for column in columns
        ):
            return False
        if len(lines) >= 3:
            widths = [line.printed for line in lines[:-1]]
            if max(widths) - min(widths) <= params.same_width and "，" in text:
                return False
        if unfinished and previous is not None:
            # The body above broke off at its column's foot: lines of the same width may go on with it.
            near = [abs(line.printed - previous.column) <= params.same_width for line in lines]
            if all(near[:-1]) and (near[-1] or len(lines) > 1):
                return False
    return True


def _balanced_with(text: str, other: Block | None, *, after: bool = False) -> bool:
    """Whether the brackets of `text` close in the headline line next to it."""
    if (
        other is None
        or len(other.lines) > 2
        or other.last.ends
        or (not after and other.kind is not Kind.HEAD)
    ):
        return False
    joined = "".join(line.text for line in other.lines)
    if ems(joined) > 26:
        return False
    return balanced(text + joined if after else joined + text)


def _is_cut(lines: list[Line], text: str, column: float) -> bool:
    """Whether a few lines without a full stop are the part of a paragraph that stood at the foot of a
    column: lines of its width, with a comma that does not divide them into halves as headlines are."""
    if "，" not in text or not all(column - 3.3 <= line.printed <= column + 1.6 for line in lines):
        return False
    if not abs(lines[-1].printed - column) <= 2.4 and len(lines) > 1:
        return False
    if len(lines) > 1 or _TIME.match(text) or text[-1] in _DANGLING:
        return True
    head, _, rest = text.partition("，")
    return abs(ems(head) - ems(rest)) > 2 and abs(lines[0].printed - column) <= 2.2


def _fills(block: Block, previous: Block | None, params: IngestParams) -> bool:
    """Whether the first line of `block` is as wide as the column of the body above it."""
    return previous is not None and abs(block.first.printed - previous.column) <= params.same_width


class Pairs:
    """Which pairs of characters stand on the page, gathered when first asked for, and whether the first
    lines of its paragraphs were indented once."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._found: set[str] | None = None
        self.indented = old_indents_show(
            (block.first.text, block.column)
            for above, block in itertools.pairwise(blocks)
            if block.kind is Kind.PROSE and above.kind is Kind.BYLINE
        )

    def __contains__(self, pair: str) -> bool:
        if self._found is None:
            self._found = set()
            for block in self._blocks:
                for line in block.lines:
                    text = line.text
                    self._found.update([text[at : at + 2] for at in range(len(text) - 1)])
        return pair in self._found


# Words that open a sentence of a report, and characters with which neither a sentence nor a headline ends.
_TIME = re.compile(
    r"^(?:自?(?:19|20)?[0-9]{2,4}年[^，]{0,8}|[0-9]{1,2}月(?:[0-9]{1,2}日)?[^，]{0,4}|近日|日前|目前|眼下|近年来|[今去]年(?:以来)?|[上下]半年|截至[^，]{1,8}|入[春夏秋冬]以来)，"
)
_DANGLING = frozenset("的和与及或而且把被将对从向以在是很更最都也还又并其所至")


def _is_fragment(
    block: Block, previous: Block | None, following: Block | None, pairs: Pairs | None, opens: bool
) -> bool:
    """Whether a short line of a page that holds one paragraph a line is the part of a paragraph that
    stood at the foot or at the head of a column. `opens` tells that an article opens two blocks on, so
    that this line and the next look like its kicker and title."""
    column = block.column
    text = block.first.text
    width = block.first.width
    unfinished = previous is not None and not previous.last.ends and previous.last.text[-1] != "："
    if block.first.ends and (unfinished or ("，" in text and previous is not None)):
        return True
    if previous is None or not column:
        return False
    if width > column - 1 and old_line_ends(text, column):
        return True
    if following is not None and following.kind is Kind.BYLINE:
        return False
    full = column - 3.5 <= width <= column + 0.7
    if ("，" in text or full) and (text[-1] in _DANGLING or (_TIME.match(text) and width > 8)):
        return True
    if "，" in text and (text.count("，") >= 2 and width > 0.8 * column):
        return True
    head, comma, rest = text.partition("，")
    if full and comma and abs(ems(head) - ems(rest)) > 2 and " " not in text and not opens:
        return True
    if following is None or following.kind is not Kind.PROSE or following.first.dateline or not full:
        return False
    if following.first.width < 1.5 * column and not following.first.ends:
        return False  # rather the next line of a headline
    if pairs is not None and pairs.indented:
        return first_line_evidence(following.first.text, following.column or column) > 0
    return pairs is not None and text[-1] + following.first.text[0] in pairs
