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
from lctui.ingest.chars import CANNOT_BEGIN, CANNOT_END, balanced, begins_midway, ems, pairs_of
from lctui.ingest.columns import first_line_evidence, old_indents_show, old_line_ends
from lctui.ingest.openings import is_day, signs_letter
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line

_ASKS = re.compile("^(?:本报)?(?:记者|问|答|主持人|编辑|专家|读者|网友|[甲乙])[：:]")
"""Who speaks in an interview."""
_ENDS_TOO = frozenset("：摄攝")
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
            and looks_like_headline(block, previous, None, layout, params)
        ):
            # Between a headline with its byline and the next headline stand short lines: verses.
            block.verse = verse = True
            previous = block
            continue
        ahead = [other for other in blocks[index + 1 : index + 6] if other.kind is not Kind.FURNITURE]
        following = ahead[0] if ahead else None
        opens = len(ahead) > 1 and (ahead[1].kind is Kind.BYLINE or ahead[1].first.dateline is not None)
        full = block.first.width >= block.column - 3.5
        if (
            full
            and previous is not None
            and previous.last.ends
            and layout.paragraphs
            and pairs.resumes(ahead)
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
        if not block.spread and looks_like_headline(
            block, previous, following, layout, params, pairs, above, recent, opens
        ):
            block.kind = Kind.HEAD
        else:
            previous = block
            recent = [block.column, *(width for width in recent if abs(width - block.column) > 1)][:3]


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


_FRAGMENT = 0.6
"""The share of a column that the shortest part of a paragraph fills: a line, that may lack its indent."""
_OPENED = 3
"""So many articles that open with a byline or a dateline, and those of the page do."""


def _is_cut_beginning(block: Block, previous: Block, following: Block | None, indent: float) -> bool:
    """Whether a few lines are the beginning of a paragraph at the foot of a column: the first is short of
    it by the `indent` of the page's first lines, the others fill it; of a single one, what follows begins
    at the edge and opens no article."""
    first = block.first
    if first.spaced or abs(previous.column - indent - first.printed) > (1.0 if indent else 0.6):
        return False
    if following is None or following.kind is not Kind.PROSE or following.first.dateline:
        return False
    if len(block.lines) > 1:
        return all(abs(line.printed - previous.column) <= 1.3 for line in block.lines[1:])
    return len(following.lines) > 1 and abs(following.first.printed - previous.column) <= 1.3


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
    if block.first.heading and not block.last.ends:
        return True
    if len(lines) > params.headline_lines or block.first.dateline:
        return False
    if max([line.width for line in lines]) > params.headline_width:
        return False
    text = "".join([line.text for line in lines])
    if "。" in text or "；" in text:
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
        if (
            above is not None
            and above.kind is Kind.BYLINE
            and following is not None
            and following.kind is Kind.PROSE
            and not following.first.dateline
            and not opens
            and (block.first.ends or block.first.width < 2 or block.first.width >= _FRAGMENT * block.column)
        ):
            return False  # what follows a byline is body
        return not _is_fragment(block, previous, following, pairs, opens)
    else:
        unfinished = (
            previous is not None and not previous.last.ends and previous.last.text[-1] not in _ENDS_TOO
        )
        if text.endswith("——") and not unfinished and not block.first.indent:
            return True  # a kicker that its title goes on from
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
        if (
            (not layout.indents or block.first.indent or unfinished)
            and not (opens and len(lines) == 1 and not unfinished and _is_title(following))
            and (unfinished or not _opens_article(following))
            and any(_is_cut(lines, text, column) for column in columns)
        ):
            return False
        if previous is not None and following is not None and len(lines) == 1 and not opens:
            plain = following.kind is Kind.PROSE and not following.first.dateline and following.last.ends
            full = previous.column - 3.3 <= block.first.printed <= previous.column + 1.6
            if plain and text[-1] == "！":
                return False
            if plain and full and (text[-1] in _DANGLING or begins_midway(following.first.text)):
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
        if unfinished and previous is not None:
            # The body above broke off at its column's foot: lines of the same width may go on with it.
            near = [
                abs(line.printed - previous.column) <= params.same_width
                and not (line.spaced and len(lines) == 1)
                for line in lines
            ]
            if all(near[:-1]) and (near[-1] or block.last.ends):
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


def _is_title(block: Block | None) -> bool:
    """Whether a block not yet judged looks like the title under a kicker."""
    return (
        block is not None and len(block.lines) <= 2 and not block.last.ends and "。" not in block.first.text
    )


def _opens_article(block: Block | None) -> bool:
    """Whether nothing of what stands above can go on in a block: it opens an article, or is no body."""
    return block is None or block.kind is Kind.BYLINE or block.first.dateline is not None


def _is_cut(lines: list[Line], text: str, column: float) -> bool:
    """Whether a few lines without a full stop are the part of a paragraph that stood at the foot of a
    column: lines of its width, with a comma that does not divide them into halves as headlines are."""
    if "，" not in text or not all(column - 3.3 <= line.printed <= column + 1.6 for line in lines):
        return False
    if not abs(lines[-1].printed - column) <= 2.4 and len(lines) > 1:
        return False
    if len(lines) > 1 or _TIME.match(text) or text.count("，") > 1 or text[-1] in _DANGLING:
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

    def resumes(self, ahead: Sequence[Block]) -> bool:
        """Whether one short line stands next, and below it a body without a beginning."""
        if len(ahead) < 2 or any(block.kind is not Kind.PROSE for block in ahead[:2]):
            return False
        short, body = ahead[0].first, ahead[1].first
        if short.ends or short.dateline or body.dateline or not body.ends or short.width > 24:
            return False
        if body.text[0] in CANNOT_BEGIN or begins_midway(body.text):
            return True
        return self.indented and first_line_evidence(body.text, ahead[1].column) > 0

    def join(self, text: str, below: str) -> bool:
        """Whether a word of the page begins at the end of `text` and goes on in `below`."""
        if self._found is not None and text[-1:] + below[:1] not in self._found:
            return False
        words = (text[-2:] + below[:1], text[-1:] + below[:2])
        return any(word in line.text for block in self._blocks for line in block.lines for word in words)

    def __contains__(self, pair: str) -> bool:
        if self._found is None:
            self._found = set()
            for block in self._blocks:
                for line in block.lines:
                    self._found |= pairs_of(line.text)
        return pair in self._found


# Words that open a sentence of a report, and characters with which neither a sentence nor a headline ends.
_TIME = re.compile(
    r"^(?:自?(?:19|20)?[0-9]{2,4}年[^，]{0,8}|[0-9]{1,2}月(?:[0-9]{1,2}日)?[^，]{0,4}|近日|日前|目前|眼下|近年来|[今去]年(?:以来)?|[上下]半年|截至[^，]{1,8}|入[春夏秋冬]以来)，"
)
_DANGLING = frozenset("的和与及或而且把被将对从向以在是很更最都也还又并其所至等")


def _is_fragment(
    block: Block, previous: Block | None, following: Block | None, pairs: Pairs | None, opens: bool
) -> bool:
    """Whether a short line of a page that holds one paragraph a line is the part of a paragraph that
    stood at the foot or at the head of a column. `opens` tells that an article opens two blocks on, so
    that this line and the next look like its kicker and title."""
    column = block.column
    text = block.first.text
    width = block.first.width
    unfinished = previous is not None and not previous.last.ends and previous.last.text[-1] not in _ENDS_TOO
    if block.first.ends and (unfinished or ("，" in text and previous is not None)):
        return True
    if column and width > 1.5 * column and "，" in text and old_line_ends(text, column):
        return True
    if previous is None or not column:
        return False
    if following is not None and following.kind is Kind.BYLINE and text.count("，") < 2:
        return False
    if unfinished and pairs is not None and pairs.join(previous.last.text, text):
        return True  # a word of the page is cut in two
    if width > column - 1 and old_line_ends(text, column):
        return True
    full = column - 3.5 <= width <= column + 0.7
    if unfinished and opens and full and " " not in text and text[-1] not in "：！？" and balanced(text):
        return True  # an article with a headline of its own begins below: nowhere else is the rest
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
    if begins_midway(following.first.text):
        return True
    if pairs is not None and pairs.indented:
        return first_line_evidence(following.first.text, following.column or column) > 0
    return pairs is not None and text[-1] + following.first.text[0] in pairs
