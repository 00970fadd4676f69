"""Blocks → drafts: the bodies of the page's articles, column cuts healed.

A byline or a dateline opens a body; a headline, or the next opening, closes it. What is left over, a
stretch of body that nothing opens, either continues an article that broke off elsewhere on the
page (a column cut), or stands under a subhead, or is an article of its own. Cuts are matched all at
once, as an assignment of the stretches without a beginning to the articles without an end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lctui.ingest.assignment import assign
from lctui.ingest.blocks import Block, Kind
from lctui.ingest.bylines import read_end_signature
from lctui.ingest.continuity import Continuity
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line


@dataclass(slots=True, eq=False)
class Draft:
    """An article in the making. `blocks` are its body in reading order, `subheads` the headline blocks
    inside it that turned out to be subheads; `start` is its place in the order of blocks."""

    start: int
    blocks: list[Block] = field(default_factory=list)
    byline_lines: list[Line] = field(default_factory=list)
    subheads: list[Block] = field(default_factory=list)
    boxes: list[list[Line]] = field(default_factory=list)
    opened: bool = False
    closed: bool = False
    healed: set[int] = field(default_factory=set)
    """Numbers of the lines at which a healed continuation begins."""

    @property
    def text(self) -> str:
        return "".join(line.text for block in self.blocks for line in block.lines)


@dataclass(slots=True, eq=False)
class Run:
    """Headline lines that stand together, and the drafts above and below them."""

    blocks: list[Block]
    above: Draft | None = None
    below: Draft | None = None

    @property
    def lines(self) -> list[Line]:
        return [line for block in self.blocks for line in block.lines]


@dataclass(slots=True)
class Sheet:
    """The page taken apart: drafts and headline runs in page order, and what is neither."""

    drafts: list[Draft]
    runs: list[Run]
    furniture: list[Line]
    boxes: list[list[Line]]


def take_apart(blocks: Sequence[Block], layout: Layout, params: IngestParams = PARAMS) -> Sheet:
    """The drafts and headline runs of a page."""
    items, furniture, boxes = _assemble(blocks)
    continuity = Continuity(blocks, layout)
    items = _heal(items, layout, continuity, params)
    items = _subheads(items, layout, params)
    drafts = [item for item in items if isinstance(item, Draft)]
    runs: list[Run] = []
    above: Draft | None = None
    waiting: list[Run] = []
    for item in items:
        if isinstance(item, Run):
            item.above = above
            runs.append(item)
            waiting.append(item)
        elif isinstance(item, _Piece):
            for run in waiting:
                run.below = item.owner
            waiting = []
            above = item.owner
        else:
            for run in waiting:
                run.below = item
            waiting = []
            above = item
    return Sheet(drafts, runs, furniture, boxes)


@dataclass(slots=True, eq=False)
class _Piece:
    """A stretch of body that was joined to a draft standing elsewhere."""

    owner: Draft


_Item = Draft | Run | _Piece


def _assemble(blocks: Sequence[Block]) -> tuple[list[_Item], list[Line], list[list[Line]]]:
    items: list[_Item] = []
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


def _is_lead(items: list[_Item], draft: Draft, follows: Kind | None) -> bool:
    """Whether `draft` is a lead set between a headline and the byline that follows it."""
    return (
        follows is Kind.PROSE
        and not draft.opened
        and len(draft.blocks) == 1
        and len(items) >= 2
        and items[-1] is draft
        and isinstance(items[-2], Run)
    )


def _heal(items: list[_Item], layout: Layout, continuity: Continuity, params: IngestParams) -> list[_Item]:
    """Join stretches without a beginning to articles without an end."""
    drafts = [(place, item) for place, item in enumerate(items) if isinstance(item, Draft) and item.blocks]
    orphans: list[tuple[int, Draft, int]] = []
    for place, draft in drafts:
        if not draft.opened and place and not draft.blocks[0].first.dateline:
            orphans.append((place, draft, 0))
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
            row.append(continuity.score(tail.blocks[-1], orphan.blocks[index]) - 0.3 * between)
        scores.append(row)
    joined: dict[int, Draft] = {}
    pieces: list[tuple[int, Draft, int, Draft]] = []
    for row_index, column in enumerate(assign(scores)):
        place, orphan, index = orphans[row_index]
        bar = params.heal_threshold if index == 0 else params.heal_threshold + 1.0
        if column is None or scores[row_index][column] < bar:
            continue
        pieces.append((place, orphan, index, tails[column][1]))
    # Later stretches of one draft first, so that indices stay true; chains resolve to their first owner.
    for place, orphan, index, owner in sorted(pieces, key=lambda piece: (piece[0], -piece[2])):
        while id(owner) in _moved(joined):
            owner = _moved(joined)[id(owner)]
        if owner is orphan:
            continue
        moved = orphan.blocks[index:]
        owner.healed.add(moved[0].first.number)
        owner.blocks.extend(moved)
        orphan.blocks = orphan.blocks[:index]
        if index == 0:
            joined[id(orphan)] = owner
            owner.byline_lines.extend(orphan.byline_lines)
            owner.closed = owner.closed or orphan.closed
            items[place] = _Piece(owner)
    return items


def _moved(joined: dict[int, Draft]) -> dict[int, Draft]:
    return joined


def _subheads(items: list[_Item], layout: Layout, params: IngestParams) -> list[_Item]:
    """Headline runs that turn out to be subheads of the article around them.

    On a page whose articles open with bylines or datelines, a short line followed by a body that
    nothing opens is a subhead of the article above.
    """
    drafts = [item for item in items if isinstance(item, Draft)]
    opened = sum(draft.opened for draft in drafts)
    if not opened:
        return items
    kept: list[_Item] = []
    owner: Draft | None = None
    for place, item in enumerate(items):
        if isinstance(item, _Piece):
            owner = item.owner
            kept.append(item)
            continue
        if isinstance(item, Draft):
            run = kept[-1] if kept else None
            if (
                not item.opened
                and isinstance(run, Run)
                and owner is not None
                and not owner.closed
                and len(run.lines) == 1
                and run.lines[0].width <= 24
                and opened * 2 >= len(drafts) - _unopened_after_runs(items)
                and owner.opened
            ):
                kept.pop()
                owner.subheads.extend(run.blocks)
                owner.blocks.extend([*run.blocks, *item.blocks])
                owner.closed = item.closed
                continue
            owner = item
        kept.append(item)
    return kept


def _unopened_after_runs(items: list[_Item]) -> int:
    return sum(
        isinstance(item, Draft) and not item.opened and place > 0 and isinstance(items[place - 1], Run)
        for place, item in enumerate(items)
    )
