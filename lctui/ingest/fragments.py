"""Parts of paragraphs that a column's end left alone, and that look like headlines: told by their width, by
commas that do not divide them into halves, and by the words that they break in two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lctui.ingest.block import Block, Kind
from lctui.ingest.chars import CANNOT_BEGIN, HAN, across, balanced, begins_midway, ems, pairs_of
from lctui.ingest.columns import first_line_evidence, old_indents_show, old_line_ends
from lctui.ingest.openings import opens_caption, points
from lctui.ingest.roles import Line

ENDS_TOO = frozenset("：摄攝")
"""With one of these a stretch of body ends, though no sentence does."""
_TIME = re.compile(
    r"^(?:自?(?:19|20)?[0-9]{2,4}年[^，]{0,8}|[0-9]{1,2}月(?:[0-9]{1,2}日)?[^，]{0,4}|近日|日前|目前|眼下|近年来|下一步|据悉|据了解|据介绍|此外|同时|其中|如今|[今去]年(?:以来)?|[上下]半年|截至[^，]{1,8}|入[春夏秋冬]以来)，"
)
"""Words that open a sentence of a report."""
DANGLING = frozenset("的和与及或而且把被将对从向以在是很更最都也还又并其所至等")
"""Characters with which neither a sentence nor a headline ends."""


_HALVES = re.compile(f"([{HAN}0-9A-Za-z]{{4,12}})[ \u3000]([{HAN}0-9A-Za-z]{{4,12}})")
"""Two clauses with a blank between, as headlines have them: 灾民喜迁新房来 江西灾民迁入新居."""
_UNEVEN = 2
"""Characters that one of them may have more."""


_SHARED = 3
"""Pairs of characters that a line has in common with the body it speaks of, for each with another."""
_ASKED = 8
"""Blocks on either side that are asked what a line speaks of."""
_FEW = 16
"""Questions after which all pairs of a page are gathered."""


class Pairs:
    """Which pairs of characters stand on the page, gathered when first asked for, and whether the first
    lines of its paragraphs were indented once."""

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._found: set[str] | None = None
        self._asked = 0
        self.indented = old_indents_show(
            (block.first.text, block.column)
            for above, block in itertools.pairwise(blocks)
            if block.kind is Kind.PROSE and above.kind is Kind.BYLINE
        )

    def resumes(self, text: str, ahead: Sequence[Block]) -> bool:
        """Whether one short line stands next, and below it a body without a beginning, from which `text`
        would break off; or below the picture story that it heads, and that says nothing of the kind."""
        rest = ahead[1:]
        if len(rest) > 2 and rest[0].kind is Kind.BYLINE and points(rest[1].first.text):
            story = ahead[0].text + rest[1].text
            if "，" not in text or any(pair in story for pair in pairs_of(text) if pair.isalpha()):
                return False
            rest = rest[2:]
        if not rest or any(block.kind is not Kind.PROSE for block in (ahead[0], rest[0])):
            return False
        short, body = ahead[0].first, rest[0].first
        if short.ends or short.dateline or body.dateline or not body.ends or short.width > 24:
            return False
        if body.text[0] in CANNOT_BEGIN or begins_midway(body.text):
            return True
        return self.indented and first_line_evidence(body.text, rest[0].column) > 0

    def join(self, text: str, below: str) -> bool:
        """Whether a word of the page begins at the end of `text` and goes on in `below`."""
        words = across(text, below)
        if not words:
            return False
        self._asked += 1
        if self._asked > _FEW and text[-1] + below[0] not in self:
            return False
        if self._found is not None and text[-1:] + below[:1] not in self._found:
            return False
        return any(word in line.text for block in self._blocks for line in block.lines for word in words)

    def __contains__(self, pair: str) -> bool:
        if self._found is None:
            self._found = set()
            for block in self._blocks:
                for line in block.lines:
                    self._found |= pairs_of(line.text)
        return pair in self._found


def is_cut(lines: list[Line], text: str, column: float) -> bool:
    """Whether a few lines without a full stop are the part of a paragraph that stood at the foot of a
    column: lines of its width, with a comma that does not divide them into halves as headlines are."""
    if "，" not in text or not all(column - 3.3 <= line.printed <= column + 1.6 for line in lines):
        return False
    if not abs(lines[-1].printed - column) <= 2.4 and len(lines) > 1:
        return False
    if len(lines) > 1 or _TIME.match(text) or text.count("，") > 1 or text[-1] in DANGLING:
        return True
    head, _, rest = text.partition("，")
    return abs(ems(head) - ems(rest)) > 2 and abs(lines[0].printed - column) <= 2.2


class Around(NamedTuple):
    """What stands around a block that may be a headline.

    `previous` is the body above it, `above` the block right above, `following` the block right below, `rest`
    the first below that does not look like a title; `columns` are the widths of the columns before. `opens`
    tells that an article opens two blocks on, so that this line and the next look like its kicker and title,
    `widened` that the body above goes on below in another measure, `headed` that a byline right above stands
    under a headline, `closed` that it signs the article over it; `place` is where it stands among the
    `blocks` of the page.
    """

    previous: Block | None
    above: Block | None = None
    following: Block | None = None
    rest: Block | None = None
    columns: Sequence[float] = ()
    opens: bool = False
    widened: bool = False
    headed: bool = False
    closed: bool = False
    blocks: Sequence[Block] = ()
    place: int = 0


def is_title(block: Block | None) -> bool:
    """Whether a block not yet judged looks like the title under a kicker."""
    return (
        block is not None and len(block.lines) <= 2 and not block.last.ends and "。" not in block.first.text
    )


def _speaks_of_above(text: str, around: Around) -> bool:
    """Whether a line over a headline is no kicker: it speaks of the body above it, and not of that below."""
    above = _body(reversed(around.blocks[max(0, around.place - _ASKED) : around.place]))
    below = _body(around.blocks[around.place + 1 : around.place + _ASKED])
    said = pairs_of(text)
    shared = len(said & pairs_of(above))
    return shared >= _SHARED * max(1, len(said & pairs_of(below)))


def _body(blocks: Iterable[Block]) -> str:
    """What the first body among some blocks says, up to the headline behind it."""
    found: list[str] = []
    for block in blocks:
        if block.kind is Kind.PROSE and not is_title(block):
            found.append(block.text)
        elif found and block.kind is not Kind.FURNITURE:
            break
    return "\n".join(found)


def _cut_by_caption(around: Around) -> bool:
    """Whether a picture's caption stands right below a line, and below that what goes on from it."""
    below = around.blocks[around.place + 1 : around.place + 3]
    if len(below) < 2 or any(block.kind is not Kind.PROSE for block in below):
        return False
    return opens_caption(below[0].first.text) and below[0].last.ends and begins_midway(below[1].first.text)


def is_fragment(block: Block, around: Around, pairs: Pairs | None) -> bool:
    """Whether a short line of a page that holds one paragraph a line is the part of a paragraph that
    stood at the foot or at the head of a column."""
    previous, following, opens = around.previous, around.following, around.opens
    column = block.column
    text = block.first.text
    width = block.first.width
    unfinished = previous is not None and not previous.last.ends and previous.last.text[-1] not in ENDS_TOO
    if block.first.ends and (unfinished or ("，" in text and previous is not None)):
        return True
    if column and width > 1.5 * column and "，" in text and old_line_ends(text, column):
        return True
    if previous is None or not column:
        return False
    if text[-2:-1] == "，":
        return True  # no headline ends with a clause of one character
    if following is not None and following.kind is Kind.BYLINE and text.count("，") < 2:
        return False
    if _cut_by_caption(around):
        return True
    if unfinished and "，" in text[1:3] and not opens:
        return True  # hardly a headline begins with so short a clause
    below = around.rest.first.text if around.rest is not None else ""
    if unfinished and pairs is not None and pairs.join(previous.last.text, text):
        # A word of the page is cut in two, unless one is as well by what stands below.
        return not (below and pairs.join(previous.last.text, below))
    if (
        unfinished
        and pairs is not None
        and is_title(following)
        and previous.last.text[-1] + below[:1] in pairs
    ):
        return False  # what breaks off above goes on below the next line
    head, comma, rest = text.partition("，")
    apart = abs(ems(head) - ems(rest)) if comma else 0.0
    if width > column - 1 and old_line_ends(text, column):
        return True
    full = column - 3.5 <= width <= column + 0.7
    stated = text[-1] in "：！？" or " " in text or (comma and apart <= 1)
    if unfinished and opens and full and not stated and balanced(text):
        return True  # an article with a headline of its own begins below: nowhere else is the rest
    if ("，" in text or full) and (text[-1] in DANGLING or (_TIME.match(text) and width > 8)):
        return True
    if text.count("，") >= 2 and width > 0.8 * column and not opens:
        return True
    bare = text.replace("， ", "，")  # the blank that OCR sets behind a mark
    if full and apart > 2 and " " not in bare and (not opens or _speaks_of_above(text, around)):
        return True
    if following is None or following.kind is not Kind.PROSE or following.first.dateline or not full:
        return False
    if following.first.width < 1.5 * column and not following.first.ends:
        return False  # rather the next line of a headline
    if "？" in text[:-1] and " " not in text and not opens:
        return True  # a question, and the beginning of its answer
    if (halves := _HALVES.fullmatch(text)) and abs(len(halves.group(1)) - len(halves.group(2))) <= _UNEVEN:
        return False
    below = following.first.text
    if (
        unfinished
        and pairs is not None
        and previous.last.text[-1] + below[0] in pairs
        and text[-1] + below[0] not in pairs
    ):
        return False  # what breaks off above goes on below
    if begins_midway(below):
        return True
    if pairs is not None and pairs.indented:
        return first_line_evidence(following.first.text, following.column or column) > 0
    return pairs is not None and text[-1] + following.first.text[0] in pairs
