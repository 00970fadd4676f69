"""A headline in two halves with body between (攻坚三季度 … 决战下半年), and subheads that look so."""

from __future__ import annotations

from collections.abc import Sequence

from lctui.ingest.block import Block
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Run
from lctui.ingest.headline_options import NUMBERED
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line

_LONGEST_HALF = 13.0
"""em."""
_GOES_ON = frozenset("让使将把与和的、")
"""With one of these hardly a subhead begins."""
_CLAUSES = frozenset("，,：:")
"""What parts the clauses of a subhead; the half of a headline is one clause."""


def are_of_a_length(title: float, half: float) -> bool:
    """Whether two lines of these widths in ems may be halves of one headline."""
    return abs(title - half) <= 1 or (title <= 6.5 and abs(title - half) <= 3)


def claim_half(
    draft: Draft, heads: list[Line], continuity: Continuity, params: IngestParams = PARAMS
) -> None:
    """Make a subhead the second half of its article's headline where it stands inside a paragraph, as no
    subhead does; or where it is the only one, and both are of one length, as the halves of a headline set on
    either side of a column break are. In place."""
    if not heads:
        return
    last = heads[-1]
    places = {id(block): place for place, block in enumerate(draft.blocks)} if draft.subheads else {}
    inside = [
        block
        for block in draft.subheads
        if len(block.lines) == 1
        and block.first.number > last.number
        and block.first.width <= _LONGEST_HALF
        and not _CLAUSES.intersection(block.first.text)
        and _cuts(draft.blocks, places[id(block)], continuity, params)
    ]
    if len(draft.subheads) == 1 and not inside:
        inside = [block for block in draft.subheads if _is_half(block, draft, last)]
    if len(inside) == 1:
        draft.subheads.remove(inside[0])
        del draft.blocks[places[id(inside[0])]]
        heads.append(inside[0].first)


def _cuts(blocks: Sequence[Block], at: int, continuity: Continuity, params: IngestParams) -> bool:
    """Whether the subhead at a place among the blocks of its article stands inside a paragraph."""
    if not 0 < at < len(blocks) - 1:
        return False
    above, below = blocks[at - 1], blocks[at + 1]
    return continuity.unfinished(above) and continuity.score(above, below) >= params.heal_threshold


def _is_half(block: Block, draft: Draft, last: Line) -> bool:
    """Whether the only subhead of an article has the length of the last line of its headline."""
    if len(block.lines) != 1 or block.first.number < last.number:
        return False
    at = draft.blocks.index(block)
    title, half = last.width, block.first.width
    if at and draft.blocks[at - 1].last.ends:
        # Halves stand on either side of a column's end, which mostly cuts the body; where it does not, they
        # must be of one length to a hair, or the second go on with the first.
        text = block.first.text
        near = title <= _LONGEST_HALF and abs(title - half) <= 0.5
        return near or (title <= 9.5 and text[0] in _GOES_ON and not _CLAUSES.intersection(text))
    return title <= 9.5 and are_of_a_length(title, half)


def enclosed_subheads(
    heads: dict[int, list[Line]], drafts: Sequence[Draft], runs: Sequence[Run]
) -> list[Run]:
    """The runs taken for half a headline that are subheads of their article, as others are in it: one line
    that counts or has several clauses, inside a paragraph only because what broke off above it seemed to go
    on below. To be asked when the other subheads are tied; the lines are taken from `heads`, the
    headlines of each draft by its place."""
    found: list[Run] = []
    for run in runs:
        whole = run.above.whole if run.above is not None else None
        if whole is None or not whole.subheads or run.below is None or run.below.whole is not whole:
            continue
        line, *more = run.lines
        if more or not (_CLAUSES.intersection(line.text) or NUMBERED.match(line.text)):
            continue
        for place, head in heads.items():
            if drafts[place].whole is whole and len(head) > 1 and line in head:
                head.remove(line)
                found.append(run)
    return found
