"""Blocks → drafts: the bodies of the page's articles, column cuts healed.

A byline or a dateline opens a body; a headline, or the next opening, closes it. What is left over, a
stretch of body that nothing opens, either continues an article that broke off elsewhere on the
page (a column cut), or stands under a subhead, or is an article of its own. Cuts are matched all at
once, as an assignment of the stretches without a beginning to the articles without an end.
"""

from __future__ import annotations

from collections.abc import Sequence

from lctui.ingest.assignment import assign
from lctui.ingest.blocks import Block, Kind
from lctui.ingest.bylines import read_end_signature
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Item, Piece, Run, Sheet
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line
from lctui.ingest.wording import Wording


def take_apart(blocks: Sequence[Block], layout: Layout, params: IngestParams = PARAMS) -> Sheet:
    """The drafts and headline runs of a page."""
    items, furniture, boxes = _assemble(blocks)
    continuity = Continuity(blocks, layout)
    items = _heal(items, layout, continuity, params)
    _link(items)
    before = _headline_first(items)
    items = _subheads(items, before)
    runs = _link(items)
    drafts = [item for item in items if isinstance(item, Draft)]
    return Sheet(drafts, runs, furniture, boxes, before)


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


def _headline_first(items: Sequence[Item]) -> bool:
    """The page's convention: whether headlines stand before their bodies.

    A page that begins with a headline and does not end with one has them first, and the other way
    round; where both ends tell the same, what headlines and bodies say decides.
    """
    runs = [item for item in items if isinstance(item, Run)]
    if not runs:
        return True
    starts, ends = isinstance(items[0], Run), isinstance(items[-1], Run)
    if starts != ends:
        return starts
    drafts = [item for item in items if isinstance(item, Draft)]
    if not drafts:
        return True
    wording = Wording(drafts)
    balance = 0.0
    for run in runs[:40]:
        text = run.text
        balance += wording.likeness(text, run.below) if run.below else 0.0
        balance -= wording.likeness(text, run.above) if run.above else 0.0
    return balance >= 0


def _assemble(blocks: Sequence[Block]) -> tuple[list[Item], list[Line], list[list[Line]]]:
    items: list[Item] = []
    furniture: list[Line] = []
    boxes: list[list[Line]] = []
    draft: Draft | None = None
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
        elif block.kind is Kind.BYLINE:
            if pending:
                pending.extend(block.lines)
                continue
            follows = _next_kind(blocks, index)
            if draft is not None and not draft.closed:
                if _is_lead(items, draft, follows):
                    draft.byline_lines.extend(block.lines)
                    draft.opened = True
                    continue
                if follows is not Kind.PROSE:
                    draft.byline_lines.extend(block.lines)
                    draft.closed = True
                    continue
            pending = list(block.lines)
            draft = None
        else:
            opens = bool(pending) or block.first.dateline is not None
            if draft is None or draft.closed or opens:
                draft = Draft(index, opened=opens, byline_lines=pending)
                pending = []
                items.append(draft)
            draft.blocks.append(block)
            if "■" in block.last.text[-30:] and read_end_signature(block.last.text):
                draft.closed = True
    if pending:
        last = next((item for item in reversed(items) if isinstance(item, Draft)), None)
        if last is not None:
            last.byline_lines.extend(pending)
        else:
            items.append(Draft(len(blocks), byline_lines=pending))
    return items, furniture, boxes


def _next_kind(blocks: Sequence[Block], index: int) -> Kind | None:
    for block in blocks[index + 1 :]:
        if block.kind not in (Kind.FURNITURE, Kind.BYLINE, Kind.BOX):
            return block.kind
    return None


def _is_lead(items: list[Item], draft: Draft, follows: Kind | None) -> bool:
    """Whether `draft` is a lead set between a headline and the byline that follows it."""
    return (
        follows is Kind.PROSE
        and not draft.opened
        and len(draft.blocks) == 1
        and len(items) >= 2
        and items[-1] is draft
        and isinstance(items[-2], Run)
    )


def _heal(items: list[Item], layout: Layout, continuity: Continuity, params: IngestParams) -> list[Item]:
    """Join stretches without a beginning to articles without an end."""
    drafts = [(place, item) for place, item in enumerate(items) if isinstance(item, Draft) and item.blocks]
    orphans: list[tuple[int, Draft, int]] = []
    for place, draft in drafts:
        if not draft.opened and place and not draft.blocks[0].first.dateline:
            orphans.append((place, draft, 0))
            continue
        for index in range(1, len(draft.blocks)):
            if continuity.strays(draft.blocks[index - 1], draft.blocks[index]):
                orphans.append((place, draft, index))
    if not orphans:
        return items
    tails = [(place, draft) for place, draft in drafts if continuity.unfinished(draft.blocks[-1])]
    if not tails:
        return items
    scores: list[list[float]] = []
    for place, orphan, index in orphans:
        row = []
        for tail_place, tail in tails:
            if tail is orphan or tail_place > place or place - tail_place > params.heal_window:
                row.append(-9.0)
                continue
            between = sum(isinstance(item, Draft) for item in items[tail_place + 1 : place])
            value = continuity.score(tail.blocks[-1], orphan.blocks[index]) - 0.3 * between
            if index == 0:
                # Nothing but a headline between them: else the page would have a gap there.
                value += 1.1 if tail_place == place - 2 and isinstance(items[place - 1], Run) else 0.5
            row.append(value)
        scores.append(row)
    pieces: list[tuple[int, int, Draft, Draft]] = []
    for row_index, column in enumerate(assign(scores)):
        place, orphan, index = orphans[row_index]
        bar = params.heal_threshold if index == 0 else params.heal_threshold + 1.0
        if column is not None and scores[row_index][column] >= bar:
            pieces.append((place, index, orphan, tails[column][1]))
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


def _subheads(items: list[Item], before: bool) -> list[Item]:
    """Headline runs that turn out to be subheads of the article around them.

    On a page whose articles open with bylines or datelines, a short line followed by a body that
    nothing opens is a subhead of the article above; where headlines stand after their bodies, the
    last such line before the next opening is the headline.
    """
    opened = sum(isinstance(item, Draft) and item.opened for item in items)
    closed = sum(isinstance(item, Draft) and not item.opened and not _follows_run(items, place) for place, item in enumerate(items))
    if opened <= closed:
        return items
    kept: list[Item] = []
    owner: Draft | None = None
    for place, item in enumerate(items):
        if isinstance(item, Piece):
            owner = item.owner.whole
        elif isinstance(item, Draft):
            run = kept[-1] if kept else None
            if (
                isinstance(run, Run)
                and owner is not None
                and owner.opened
                and not owner.closed
                and not item.opened
                and not item.closed
                and len(run.lines) == 1
                and run.lines[0].width <= 24
                and (before or _run_before_opening(items, place))
            ):
                kept.pop()
                owner.subheads.extend(run.blocks)
                owner.blocks.extend([*run.blocks, *item.blocks])
                item.merged = owner
                kept.append(Piece(owner))
                continue
            owner = item
        kept.append(item)
    return kept


def _follows_run(items: Sequence[Item], place: int) -> bool:
    return place > 0 and isinstance(items[place - 1], Run)


def _run_before_opening(items: Sequence[Item], place: int) -> bool:
    """Whether another headline run stands after `place` before the next article opens."""
    for item in items[place + 1 :]:
        if isinstance(item, Run):
            return True
        if isinstance(item, Draft) and (item.opened or item.closed):
            return False
    return False
