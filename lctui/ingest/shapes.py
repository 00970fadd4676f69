"""Headline or body: what a block looks like, and what stands around it.

A headline is a few short lines without a full stop that are not the width of the column they stand in.
The foot of a column can look the same; what tells it is its width, a comma that does not divide it into
halves, and how the next stretch of body begins.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from lctui.ingest.block import Block, Kind
from lctui.ingest.chars import CANNOT_BEGIN, CANNOT_END, balanced, begins_midway, ems
from lctui.ingest.fragments import DANGLING, ENDS_TOO, Around, Pairs, is_cut, is_fragment, is_title
from lctui.ingest.openings import is_day, opens_caption, opens_letter, signs_letter
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout

_ASKS = re.compile("^(?:本报)?(?:记者|问|答|主持人|编辑|专家|读者|网友|[甲乙])[：:]")
"""Who speaks in an interview."""
_NUMBER = re.compile(r"(?<![0-9.])-?[0-9]+(?:\.[0-9]+)?%?")
_CAPTION = re.compile(r"^(?:▶|◀|▲|▼|图为|图①|图一|上图|下图|左图|右图|图片)|摄$")


def judge_blocks(blocks: list[Block], layout: Layout, params: IngestParams) -> None:
    """Tell headlines from body among the plain blocks."""
    previous: Block | None = None
    pairs = Pairs(blocks)
    flush = not layout.paragraphs and not layout.indents
    indent = 2.2 if flush and _indents_lost(blocks) else 0.0
    opened = sum(block.kind is Kind.BYLINE or block.first.dateline is not None for block in blocks)
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
            and looks_like_headline(block, Around(previous), layout, params)
        ):
            # Between a headline with its byline and the next headline stand short lines: verses.
            block.verse = verse = True
            previous = block
            continue
        if not _may_be_headline(block, params):
            previous = block
            recent = _with_column(recent, block.column)
            continue
        ahead = [other for other in blocks[index + 1 : index + 6] if other.kind is not Kind.FURNITURE]
        following = ahead[0] if ahead else None
        opens = bool(ahead) and _leads_to_opening(ahead, index + 6 >= len(blocks), layout)
        full = block.first.width >= block.column - 3.5
        if (
            full
            and previous is not None
            and previous.last.ends
            and layout.paragraphs
            and pairs.resumes(block.first.text, ahead)
        ):
            # What goes on below the next headline was broken off above it: here, all else being whole.
            previous = block
            continue
        if (
            flush
            and (indent or opened >= _OPENED)
            and previous is not None
            and previous.last.ends
            and _is_cut_beginning(block, previous, following, indent)
        ):
            previous = block
            continue
        around = Around(
            previous,
            above,
            following,
            next((other for other in ahead[:3] if not is_title(other)), None),
            recent,
            opens,
            layout.indents and _goes_on_wider(previous, block, ahead),
            _under_headline(blocks, index),
            above is not None and above.bracketed and index > 1 and blocks[index - 2].kind is Kind.PROSE,
            blocks,
            index,
        )
        if looks_like_headline(block, around, layout, params, pairs):
            block.kind = Kind.HEAD
        else:
            previous = block
            recent = _with_column(recent, block.column)


def _may_be_headline(block: Block, params: IngestParams) -> bool:
    """A quick look at what is mostly body."""
    if (block.spread and block.last.text[-1] not in "？！") or opens_letter(block.first.text):
        return False
    if block.first.heading:
        return True
    return len(block.lines) <= params.headline_lines and not any("。" in line.text for line in block.lines)


def _with_column(recent: list[float], column: float) -> list[float]:
    """The widths of the last columns, a new one among them."""
    return [column, *(width for width in recent if abs(width - column) > 1)][:3]


def _leads_to_opening(ahead: Sequence[Block], last: bool, layout: Layout) -> bool:
    """Whether an article opens two blocks on, or, where a line is no paragraph, behind more lines that look
    like titles, or nothing stands behind those; `last` tells that no more follows than `ahead`."""
    for other in ahead[1 : 2 if layout.paragraphs else None]:
        if other.kind is Kind.BYLINE or other.first.dateline is not None:
            return True
        if len(other.lines) > 1 or not is_title(other):
            return False
    return last and is_title(ahead[0]) and not layout.paragraphs


def _under_headline(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block at `index` stands right below a byline, and that below a headline."""
    above = index - 1
    while above >= 0 and blocks[above].kind is Kind.BYLINE:
        above -= 1
    return 0 <= above < index - 1 and blocks[above].kind is Kind.HEAD


def _goes_on_wider(previous: Block | None, block: Block, ahead: Sequence[Block]) -> bool:
    """Whether the body above breaks off and goes on, without an indent, in a column of another measure below
    `block` and no more than a line or two: a column has more lines than that, so those are no part of it."""
    if previous is None or previous.last.ends or len(previous.lines) < 2 or len(block.lines) > 1:
        return False
    below = next((other for other in ahead[:3] if len(other.lines) > 1 or other.kind is not Kind.PROSE), None)
    return (
        below is not None
        and below.kind is Kind.PROSE
        and not below.first.indent
        and below.first.dateline is None
        and abs(below.column - previous.column) > _OTHER_MEASURE
    )


def _indents_lost(blocks: Sequence[Block]) -> bool:
    """Whether the first lines of paragraphs are short of their columns by the indents that the dump lost,
    told from lines that rather begin one: below a sentence's end, a byline or a headline."""
    room = [
        block.column - block.first.printed
        for above, block in itertools.pairwise(blocks)
        if block.kind is Kind.PROSE
        and len(block.lines) > 2
        and not block.spread
        and (above.last.ends or above.kind is not Kind.PROSE)
    ]
    return bool(room) and sum(1.2 <= one <= 3.2 for one in room) * 2 > len(room)


_OTHER_MEASURE = 3.0
"""em. Columns that differ by more are of two measures."""
_SHORT_OF = 1.1
"""em. By no more may the first line of a cut paragraph differ from what its column asks for."""
_FRAGMENT = 0.6
"""The share of a column that the shortest part of a paragraph fills: a line, that may lack its indent."""
_OPENED = 3
"""So many articles that open with a byline or a dateline, and those of the page do."""


def _is_cut_beginning(block: Block, previous: Block, following: Block | None, indent: float) -> bool:
    """Whether a few lines are the beginning of a paragraph at the foot of a column: the first is short of
    it by the `indent` of the page's first lines, the others fill it; of a single one, what follows begins
    at the edge and opens no article."""
    first = block.first
    if first.spaced or abs(previous.column - indent - first.printed) > _SHORT_OF:
        return False
    if following is None or following.kind is not Kind.PROSE or following.first.dateline:
        return False
    if len(block.lines) > 1:
        return all(abs(line.printed - previous.column) <= 1.3 for line in block.lines[1:])
    return len(following.lines) > 1 and abs(following.first.printed - previous.column) <= 1.3


def looks_like_headline(
    block: Block,
    around: Around,
    layout: Layout,
    params: IngestParams = PARAMS,
    pairs: Pairs | None = None,
) -> bool:
    """Whether the lines of `block` have the shape of a headline, given what stands around it."""
    previous, above, following = around.previous, around.above, around.following
    opens = around.opens
    lines = block.lines
    if block.first.heading and not block.last.ends:
        return True
    if len(lines) > params.headline_lines or block.first.dateline:
        return False
    if block.spread and (above is None or above.kind is not Kind.HEAD):
        return False
    if max([line.width for line in lines]) > params.headline_width:
        return False
    text = "".join([line.text for line in lines])
    if "。" in text or ("；" in text and not _may_be_kicker(block, around, layout)):
        return False
    if text.isascii() and (". " in text or text[-1] == "."):
        return False
    if text[-1] in CANNOT_END or _CAPTION.search(text) or is_day(text):
        return False
    if _ASKS.match(text) and not (
        above is not None and above.kind is Kind.HEAD and _opens_article(following)
    ):
        return False
    if (
        previous is not None
        and previous.last.ends
        and above is previous
        and (signs_letter(text) or (following is not None and is_day(following.first.text)))
    ):
        return False  # who signs a letter or a notice
    if text[0] in CANNOT_BEGIN and not (text[0] == "’" and text[1:2].isdigit()):
        return False
    if text.count("，") > 2 + len(lines) and not text.endswith("——"):
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
        if (
            above is not None
            and above.kind is Kind.BYLINE
            and not around.closed
            and following is not None
            and following.kind is Kind.PROSE
            and not following.first.dateline
            and (around.headed or not opens)
            and (block.first.ends or block.first.width < 2 or block.first.width >= _FRAGMENT * block.column)
        ):
            return False  # what follows a byline is body
        return not is_fragment(block, around, pairs)
    else:
        unfinished = (
            previous is not None and not previous.last.ends and previous.last.text[-1] not in ENDS_TOO
        )
        if text.endswith("——") and not unfinished and not block.first.indent:
            return True  # a kicker that its title goes on from
        # At the edge, alone under a headline and over what opens an article: no paragraph.
        asks = text[-1] in "？！" and len(lines) == 1 and not block.first.indent and not unfinished
        if layout.indents:
            ended = opens or _opens_article(following)
        else:
            ended = following is not None and opens_caption(following.first.text)
        if asks and ended and above is not None and above.kind is Kind.HEAD and block.first.gap:
            return True
        wider = previous is not None and block.first.printed > previous.column + _OTHER_MEASURE
        if asks and wider and opens and block.first.gap and is_title(following):
            return True  # a kicker, and no line of the column above it
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
            and (len(lines) >= 2 or "，" in text or _goes_on_flush(following, params))
            and _fills(block, previous, params)
        ):
            return False
        if (
            (not layout.indents or block.first.indent or unfinished)
            and not (opens and len(lines) == 1 and not unfinished and is_title(following))
            and (unfinished or not _opens_article(following))
            and not around.widened
            and any(is_cut(lines, text, column) for column in around.columns)
        ):
            return False
        if previous is not None and following is not None and len(lines) == 1 and not opens:
            plain = following.kind is Kind.PROSE and not following.first.dateline and following.last.ends
            full = previous.column - 3.3 <= block.first.printed <= previous.column + 1.6
            if plain and text[-1] == "！":
                return False
            if plain and full and (text[-1] in DANGLING or begins_midway(following.first.text)):
                return False
            if plain and full and pairs is not None and pairs.join(text, following.first.text):
                return False
        if previous is not None and len(lines) > 1 and not block.first.spaced:
            full = previous.column - 3.3 <= block.first.printed <= previous.column + 1.6
            if full and block.last.ends and "，" in text:
                return False
            if (
                full
                and following is not None
                and following.kind is Kind.PROSE
                and not following.first.dateline
                and following.last.ends
                and all(
                    abs(line.printed - previous.column) <= (params.same_width if len(lines) < 4 else 2.4)
                    for line in lines[1:]
                )
            ):
                return False  # the foot of a column, and the head of the next
        if len(lines) >= 3:
            widths = [line.printed for line in lines[:-1]]
            if max(widths) - min(widths) <= params.same_width and "，" in text:
                return False
            if previous is not None and "，" in text and _fill_column(widths, previous.column, params):
                return False
        if unfinished and previous is not None and not around.widened and not _is_close(block, following):
            # The body above broke off at its column's foot: lines of the same width may go on with it.
            near = [
                abs(line.printed - previous.column) <= params.same_width
                and not (line.spaced and len(lines) == 1)
                for line in lines
            ]
            if all(near[:-1]) and (near[-1] or block.last.ends):
                return False
    return True


def _may_be_kicker(block: Block, around: Around, layout: Layout) -> bool:
    """Whether a line with a semicolon may be a kicker: it stands alone at the edge of a page that indents,
    under what is whole and over a title that leads to an opening."""
    whole = around.previous is None or around.previous.last.ends
    flush = layout.indents and not layout.paragraphs and not block.first.indent
    return len(block.lines) == 1 and around.opens and whole and flush and is_title(around.following)


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


def _opens_article(block: Block | None) -> bool:
    """Whether nothing of what stands above can go on in a block: it opens an article, or is no body."""
    return block is None or block.kind is Kind.BYLINE or block.first.dateline is not None


def _is_close(block: Block, following: Block | None) -> bool:
    """Whether a block stands close over the opening of an article, and apart from what is above it."""
    opens = following is not None and following.first.dateline is not None and not following.first.gap
    return opens and block.first.gap > 0 and not block.last.ends


def _fill_column(widths: Sequence[float], column: float, params: IngestParams) -> bool:
    """Whether lines of these widths fill a column, the first of them short by no more than an indent."""
    first, *others = widths
    return column - 3.3 <= first <= column + 1.6 and all(
        abs(width - column) <= params.same_width for width in others
    )


def _goes_on_flush(following: Block | None, params: IngestParams) -> bool:
    """Whether full lines without an indent stand below, as of a paragraph that began further up."""
    return (
        following is not None
        and following.kind is Kind.PROSE
        and following.first.dateline is None
        and not following.first.indent
        and len(following.lines) > 1
        and abs(following.first.printed - following.column) <= params.same_width
    )


def _fills(block: Block, previous: Block | None, params: IngestParams) -> bool:
    """Whether the first line of `block` is as wide as the column of the body above it."""
    return previous is not None and abs(block.first.printed - previous.column) <= params.same_width
