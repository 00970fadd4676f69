"""Blocks → drafts: the bodies of the page's articles, column cuts healed.

A byline or a dateline opens a body; a headline, or the next opening, closes it. What is left over, a
stretch of body that nothing opens, either continues an article that broke off elsewhere on the
page (a column cut), or stands under a subhead, or is an article of its own. Cuts are matched all at
once, as an assignment of the stretches without a beginning to the articles without an end.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lctui.ingest.assignment import assign
from lctui.ingest.block import Block, Kind
from lctui.ingest.captions import is_credit, set_apart
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Item, Piece, Run, Sheet
from lctui.ingest.heard import Heard
from lctui.ingest.openings import ends_signed, opens_caption, opens_rest
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line
from lctui.ingest.wording import Wording

_PLAIN_BALANCE = 0.15
"""How much more headlines share with the bodies on one side than with those on the other where they stand on
that side."""
_SIGNED = re.compile("[ \u3000]*[（(〔][^）)〕]*(?:记者|通讯员|实习生)")
"""Writers in brackets behind a dateline, as far as its line goes."""


def take_apart(blocks: Sequence[Block], layout: Layout, params: IngestParams = PARAMS) -> Sheet:
    """The drafts and headline runs of a page."""
    before = _stands_first(blocks)
    blocks = set_apart(blocks, before=before, params=params)
    continuity = Continuity(blocks, layout)
    items, furniture, boxes = _assemble(blocks, before, continuity, params)
    heard = Heard()
    items = _heal(items, layout, continuity, heard, params)
    runs = _link(items)
    before = _headline_first(items, heard)
    drafts = [item for item in items if isinstance(item, Draft)]
    return Sheet(drafts, runs, furniture, boxes, before, heard, continuity)


def _stands_first(blocks: Sequence[Block]) -> bool:
    """A first guess at the page's convention, from its two ends: whether it begins with a headline, or, where
    it begins with a body that nothing opens, does not end with one."""
    printed = [block for block in blocks if block.kind not in (Kind.FURNITURE, Kind.BOX)]
    if not printed or printed[0].kind is Kind.HEAD:
        return bool(printed)
    opened = printed[0].kind is Kind.BYLINE or printed[0].first.dateline is not None
    return not opened and printed[-1].kind is not Kind.HEAD


def _link(items: Sequence[Item]) -> list[Run]:
    """Tell each headline run the drafts above and below it."""
    runs: list[Run] = []
    waiting: list[Run] = []
    above: Draft | None = None
    for item in items:
        if isinstance(item, Run):
            item.above, item.below = above, None
            runs.append(item)
            waiting.append(item)
            continue
        above = item.owner.whole if isinstance(item, Piece) else item
        for run in waiting:
            run.below = above
        waiting = []
    return runs


def _headline_first(items: Sequence[Item], heard: Heard) -> bool:
    """The page's convention: whether headlines stand before their bodies.

    What headlines and the bodies on either side say decides; where that tells nothing, a page that begins
    with a headline and does not end with one has them first, and the other way round.
    """
    runs = [item for item in items if isinstance(item, Run)]
    drafts = [item for item in items if isinstance(item, Draft)]
    if not runs or not drafts:
        return True
    wording = Wording(drafts, heard)
    balance = 0.0
    opened = any(draft.opened for draft in drafts)
    for run in runs[:40]:
        if opened and run.below is not None and not run.below.opened:
            continue  # rather a subhead
        if run.above is not None and run.below is not None:
            balance += wording.likeness(run.text, run.below) - wording.likeness(run.text, run.above)
    starts, ends = isinstance(items[0], Run), isinstance(items[-1], Run)
    return starts if abs(balance) < _PLAIN_BALANCE and starts != ends else balance >= 0


def _assemble(
    blocks: Sequence[Block], before: bool, continuity: Continuity, params: IngestParams
) -> tuple[list[Item], list[Line], list[list[Line]]]:
    items: list[Item] = []
    furniture: list[Line] = []
    boxes: list[list[Line]] = []
    draft: Draft | None = None
    caption: Draft | None = None
    pending: list[Line] = []
    for index, block in enumerate(blocks):
        if block.kind is Kind.FURNITURE:
            furniture.extend(block.lines)
        elif block.kind is Kind.BOX:
            boxes.append(block.lines)
        elif block.kind is Kind.HEAD:
            if items and isinstance(items[-1], Run):
                items[-1].blocks.append(block)
            else:
                items.append(Run([block]))
            draft = None
        elif block.caption and not pending:
            caption = Draft(index, blocks=[block], closed=True, signed=True, caption=True)
            items.append(caption)
            # Where headlines stand first, what follows without one goes on with the article above.
            draft = draft if before else None
        elif caption is not None and blocks[index - 1].caption and is_credit(block):
            caption.byline_lines.extend(block.lines)
        elif block.kind is Kind.BYLINE:
            if pending:
                pending.extend(block.lines)
                continue
            if draft is not None and blocks[index - 1].kind is Kind.BYLINE:
                draft.byline_lines.extend(block.lines)
                continue
            follows = _next_kind(blocks, index)
            if draft is not None and not draft.closed:
                if _is_lead(items, draft, follows, continuity, params):
                    draft.byline_lines.extend(block.lines)
                    draft.opened = True
                    continue
                if follows is not Kind.PROSE or _signs_above(blocks, index, draft):
                    draft.byline_lines.extend(block.lines)
                    draft.closed = draft.signed = True
                    continue
            pending = list(block.lines)
            draft = None
        else:
            opens = bool(pending) or block.first.dateline is not None or opens_rest(block.first.text)
            if (
                draft is not None
                and not opens
                and _may_end_in_caption(draft, block)
                and ends_signed(block.lines)
            ):
                # A second signature cannot be this article's: a picture's caption stands here.
                *body, apart = _caption_apart(block)
                draft.blocks.extend(body)
                items.append(Draft(index, blocks=[apart], closed=True, signed=True, caption=True))
                draft = None
                continue
            if draft is None or draft.closed or opens:
                draft = Draft(index, opened=opens, byline_lines=pending)
                pending = []
                items.append(draft)
            draft.blocks.append(block)
            draft.signed = ends_signed(block.lines)
            if draft.signed and block.last.text[-1] not in "）)":
                draft.closed = True
    if pending:
        last = next((item for item in reversed(items) if isinstance(item, Draft)), None)
        if last is not None:
            last.byline_lines.extend(pending)
        elif not items:
            furniture.extend(pending)  # nothing but a byline on the page
        else:
            items.append(Draft(len(blocks), byline_lines=pending))
    return items, furniture, boxes


def _may_end_in_caption(draft: Draft, block: Block) -> bool:
    """Whether a signed paragraph under a draft is rather a caption: the draft is signed already, or the
    paragraph begins as captions do and has a measure of its own."""
    if _is_signed(draft):
        return True
    return opens_caption(block.first.text) and abs(block.column - draft.blocks[-1].column) > 2.5


def _is_signed(draft: Draft) -> bool:
    """Whether the writers of a draft are named at its head."""
    first = draft.blocks[0].first if draft.blocks else None
    if draft.byline_lines or first is None or first.dateline is None:
        return bool(draft.byline_lines)
    # Reporters of whom the text speaks (本报讯 3月5日，记者走进…) sign nothing; those in a bracket that the
    # line's end breaks do.
    return first.dateline.signature is not None or _SIGNED.match(first.text, first.dateline.end) is not None


def _signs_above(blocks: Sequence[Block], index: int, draft: Draft) -> bool:
    """Whether a byline between two bodies is the end of the one above: nobody has signed that yet, and the
    byline stands close under it and apart from the one below, or that names its own writers."""
    below = next((block for block in blocks[index + 1 :] if block.kind is not Kind.FURNITURE), None)
    if below is None or below.kind is not Kind.PROSE or _is_signed(draft):
        return False
    if not blocks[index].first.gap and below.first.gap:
        return True
    dateline = below.first.dateline
    return dateline is not None and dateline.signature is not None


def _caption_apart(block: Block) -> list[Block]:
    """A block as the body before a caption, and the caption: where all lines of a column stand apart, the
    blank line between the two says nothing, and the caption is the last paragraph; where a paragraph begins
    as captions do, no blank line is needed."""
    start = len(block.lines) - 1
    while start and not block.lines[start - 1].ends:
        start -= 1
    if not block.spread and not opens_caption(block.lines[start].text):
        return [block]
    if not start:
        return [block]
    parts = (block.lines[:start], block.lines[start:])
    return [Block(Kind.PROSE, lines, block.column, spread=block.spread) for lines in parts]


def _next_kind(blocks: Sequence[Block], index: int) -> Kind | None:
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if block.kind not in (Kind.FURNITURE, Kind.BYLINE, Kind.BOX):
            return block.kind
    return None


def _is_lead(
    items: list[Item], draft: Draft, follows: Kind | None, continuity: Continuity, params: IngestParams
) -> bool:
    """Whether `draft` is a lead set between a headline and the byline that follows it."""
    return (
        follows is Kind.PROSE
        and not draft.byline_lines
        and (draft.blocks[0].first.dateline is None or draft.blocks[0].first.dateline.signature is None)
        and len(draft.blocks) == 1
        and not any(line.indent for line in draft.blocks[0].lines[1:])
        and len(items) >= 2
        and items[-1] is draft
        and isinstance(items[-2], Run)
        and isinstance(items[0], Run)
        and not _goes_on(items, draft, continuity, params)
    )


def _goes_on(items: list[Item], draft: Draft, continuity: Continuity, params: IngestParams) -> bool:
    """Whether `draft` is rather the rest of what broke off above its headline."""
    above = items[-3] if len(items) > 2 else None
    if not isinstance(above, Draft) or not above.blocks or not continuity.unfinished(above.blocks[-1]):
        return False
    return continuity.score(above.blocks[-1], draft.blocks[0]) >= params.heal_threshold + 0.5


def _heal(
    items: list[Item], layout: Layout, continuity: Continuity, heard: Heard, params: IngestParams
) -> list[Item]:
    """Join stretches without a beginning to articles without an end."""
    drafts = [(place, item) for place, item in enumerate(items) if isinstance(item, Draft) and item.blocks]
    orphans: list[tuple[int, Draft, int]] = []
    for place, draft in drafts:
        if draft.caption:
            continue
        if not draft.opened and place and not draft.blocks[0].first.dateline:
            orphans.append((place, draft, 0))
            continue
        orphans += [
            (place, draft, index)
            for index in range(1, len(draft.blocks))
            if continuity.strays(draft.blocks[index - 1], draft.blocks[index])
        ]
    tails = [(place, draft) for place, draft in drafts if continuity.unfinished(draft.blocks[-1])]
    places = [place for place, _ in tails]
    pieces: list[tuple[int, int, Draft, Draft]] = []
    for start in range(0, len(orphans), params.heal_batch):
        batch = orphans[start : start + params.heal_batch]
        low, high = batch[0][0] - params.heal_window, batch[-1][0]
        near = tails[bisect_left(places, low) : bisect_right(places, high)]
        if near:
            pieces += _match_cuts(items, batch, near, layout, continuity, heard, params)
    # In page order, the later stretches of one draft first, so that their indices stay true.
    for place, index, orphan, tail in sorted(pieces, key=lambda piece: (piece[0], -piece[1])):
        owner = tail.whole
        if owner is orphan:
            continue
        moved = orphan.blocks[index:]
        if not moved:
            continue
        owner.healed.add(moved[0].first.number)
        owner.blocks.extend(moved)
        orphan.blocks = orphan.blocks[:index]
        if index == 0:
            orphan.merged = owner
            owner.byline_lines.extend(orphan.byline_lines)
            owner.closed = owner.closed or orphan.closed
            items[place] = Piece(owner)
    return items


def _match_cuts(
    items: list[Item],
    orphans: Sequence[tuple[int, Draft, int]],
    tails: Sequence[tuple[int, Draft]],
    layout: Layout,
    continuity: Continuity,
    heard: Heard,
    params: IngestParams,
) -> list[tuple[int, int, Draft, Draft]]:
    """Which stretch goes on from which end: (place, index of its first block, draft, draft that goes on)."""
    scores: list[list[float]] = []
    drafts = [tail for _, tail in tails] + [orphan for _, orphan, _ in orphans]
    wording = Wording(list({id(draft): draft for draft in drafts}.values()), heard)
    for place, orphan, index in orphans:
        row: list[float] = []
        said = "".join(block.text for block in orphan.blocks[index:])
        beside = orphan.blocks[:index] if index else _blocks_above(items, place)
        own: float | None = None  # how much of that is said beside it
        for tail_place, tail in tails:
            if tail is orphan or not place - params.heal_window <= tail_place < place:
                row.append(-9.0)
                continue
            between = sum(isinstance(item, Draft) for item in items[tail_place + 1 : place])
            value = continuity.score(tail.blocks[-1], orphan.blocks[index]) - 0.3 * between
            if index == 0:
                # Nothing but a headline between them: else the page would have a gap there.
                value += 1.1 if tail_place == place - 2 and isinstance(items[place - 1], Run) else 0.5
            if index or tail_place < place - 2:
                if own is None:
                    own = wording.kinship(said, "".join([block.text for block in beside]))
                theirs = wording.kinship(said, tail.text)
                value += params.kinship_weight * (theirs - own)
                if (
                    index
                    and not _is_foreign(orphan.blocks[index - 1 : index + 1], layout, params)
                    and (theirs < own + params.stray_kinship)
                ):
                    value -= 1.0
            row.append(value)
        scores.append(row)
    extra = params.stray_extra * (2 if layout.paragraphs else 1)
    found: list[tuple[int, int, Draft, Draft]] = []
    for row_index, column in enumerate(assign(scores)):
        place, orphan, index = orphans[row_index]
        bar = params.heal_threshold + (extra if index else 0.0)
        if column is not None and scores[row_index][column] >= bar:
            found.append((place, index, orphan, tails[column][1]))
    return found


def _is_foreign(pair: Sequence[Block], layout: Layout, params: IngestParams) -> bool:
    """Whether the second of two blocks is set in another measure than the first, as what belongs to it
    would not be."""
    return not layout.paragraphs and abs(pair[0].column - pair[1].column) > params.other_measure


def _blocks_above(items: Sequence[Item], place: int) -> Sequence[Block]:
    """The body above the headline that stands right above the item at `place`; none where there is none."""
    above = items[place - 2] if place > 1 and isinstance(items[place - 1], Run) else None
    return above.blocks if isinstance(above, Draft) else ()


def tie_subheads(runs: Sequence[Run]) -> None:
    """Make each of `runs` a subhead inside the article above it, and what follows part of that."""
    for run in runs:
        if run.above is None or run.below is None:
            continue
        owner, rest = run.above.whole, run.below.whole
        owner.subheads.extend(run.blocks)
        if owner is rest:
            # Both are one article by now: the subhead goes where it stands in it.
            below = run.blocks[-1].first.number
            at = next(
                (n for n, block in enumerate(owner.blocks) if block.first.number > below), len(owner.blocks)
            )
            owner.blocks[at:at] = run.blocks
            continue
        owner.blocks.extend([*run.blocks, *rest.blocks])
        owner.healed |= rest.healed
        owner.byline_lines.extend(rest.byline_lines)
        rest.merged = owner
