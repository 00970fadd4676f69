"""Column cuts healed: stretches of body without a beginning joined to articles without an end.

Cuts are matched all at once, as an assignment of the one to the other: by how the text goes on, by what both
speak of, and by what stands between them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lctui.ingest.assignment import assign
from lctui.ingest.block import Block
from lctui.ingest.captions import ONE_MEASURE
from lctui.ingest.chars import begins_midway
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Item, Piece, Run
from lctui.ingest.heard import Heard
from lctui.ingest.openings import ends_signed, opens_caption, points
from lctui.ingest.params import IngestParams
from lctui.ingest.roles import Layout
from lctui.ingest.wording import Wording

_SUBHEAD = 12.0
"""em. The longest line that is rather a subhead than a headline."""
_HOPELESS = -2.5
"""What goes on so badly is not asked what it speaks of."""
_COMMON = 0.1
"""What a headline shares with a body that it does not speak of."""
_CAPTION_BLOCKS = 3
"""Blocks of the longest caption under its own headline."""


def heal(
    items: list[Item], layout: Layout, continuity: Continuity, heard: Heard, params: IngestParams
) -> list[Item]:
    """Join stretches without a beginning to articles without an end."""
    drafts = [(place, item) for place, item in enumerate(items) if isinstance(item, Draft) and item.blocks]
    tails = [(place, draft) for place, draft in drafts if continuity.unfinished(draft.blocks[-1])]
    places = [place for place, _ in tails]
    ends = frozenset(places)
    orphans: list[tuple[int, Draft, int]] = []
    for place, draft in drafts:
        if draft.caption:
            continue
        if not draft.opened and place and not draft.blocks[0].first.dateline:
            orphans.append((place, draft, 0))
            # What begins midway under a whole paragraph is not that one's, nor what stands under a signature.
            orphans += [
                (place, draft, index)
                for index in range(1, len(draft.blocks))
                if continuity.strays(draft.blocks[index - 1], draft.blocks[index])
                and (
                    begins_midway(draft.blocks[index].first.text)
                    or ends_signed(draft.blocks[index - 1].lines)
                )
            ]
            continue
        # A picture story that cuts an article is no longer than a caption; what follows may be the article's.
        cuts = not ends.isdisjoint((place - 1, place - 2)) and _shows_picture(draft)
        short = _CAPTION_BLOCKS if cuts else 0
        orphans += [
            (place, draft, index)
            for index in range(1, len(draft.blocks))
            if index <= short or continuity.strays(draft.blocks[index - 1], draft.blocks[index])
        ]
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
        orphan.followed = orphan.followed or owner
        above = items[place - 1] if place else None
        above = above.owner if isinstance(above, Piece) else above
        orphan.enclosed = orphan.enclosed or (isinstance(above, Draft) and above.whole is owner)
        if index == 0:
            orphan.merged = owner
            owner.byline_lines.extend(orphan.byline_lines)
            owner.closed = owner.closed or orphan.closed
            items[place] = Piece(owner)
    return items


def _shows_picture(draft: Draft) -> bool:
    """Whether a draft begins as a picture's caption does: with an arrow to it, or signed by who took it."""
    text = draft.blocks[0].first.text
    if points(text) or text.startswith("图为"):
        return True
    return opens_caption(text) and any(
        line.signature is not None and line.signature.photo for line in draft.byline_lines
    )


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
    extra = params.stray_extra * (2 if layout.paragraphs else 1)
    drafts = [tail for _, tail in tails] + [orphan for _, orphan, _ in orphans]
    wording = Wording(list({id(draft): draft for draft in drafts}.values()), heard)
    for place, orphan, index in orphans:
        row: list[float] = []
        said = "".join(block.text for block in orphan.blocks[index:])
        beside = orphan.blocks[:index] if index else _blocks_above(items, place)
        own: float | None = None  # how much of that is said beside it
        above = items[place - 1] if index == 0 else None
        headline = above.text if isinstance(above, Run) else ""
        told = wording.likeness(headline, orphan) if headline else 0.0
        midway = index > 0 and "。" in orphan.blocks[index].first.text[:6]
        for tail_place, tail in tails:
            if tail is orphan or not place - params.heal_window <= tail_place < place:
                row.append(-9.0)
                continue
            between = sum(isinstance(item, Draft) for item in items[tail_place + 1 : place])
            value = continuity.score(tail.blocks[-1], orphan.blocks[index]) - 0.3 * between
            if index == 0:
                # Nothing but a headline between them: else the page would have a gap there.
                value += 1.1 if tail_place == place - 2 and isinstance(items[place - 1], Run) else 0.5
            if value > _HOPELESS and (index or tail_place < place - 2):
                if own is None:
                    own = wording.kinship(said, "".join([block.text for block in beside]))
                theirs = wording.kinship(said, tail.text)
                value += params.kinship_weight * (theirs - own)
                if (
                    index
                    and not midway
                    and not _is_foreign(orphan.blocks[index - 1 : index + 1], layout, params)
                    and (theirs < own + params.stray_kinship)
                ):
                    value -= 1.0
            if index == 0 and tail_place < place - 2 and _under_subhead(items, place, continuity):
                value -= params.under_subhead
            if index and _names_place(orphan, index):
                value -= params.names_place
            if told:
                # The headline right above it rather speaks of it than of the other.
                value -= params.headed_stretch * max(0.0, told - _COMMON - wording.likeness(headline, tail))
            if index and tail_place >= place - 2 and _shows_picture(orphan):
                # The longer a caption, the less likely.
                value += params.cut_by_picture + extra - params.longer_caption * (index - 1)
                resumes = _resumes_at(orphan, tail, params)
                if resumes is not None:
                    value += params.own_measure if resumes == index else -params.own_measure
            row.append(value + (extra if midway else 0.0))  # it must belong somewhere
        scores.append(row)
    found: list[tuple[int, int, Draft, Draft]] = []
    for row_index, column in enumerate(assign(scores)):
        place, orphan, index = orphans[row_index]
        bar = params.heal_threshold + (extra if index else 0.0)
        if column is not None and scores[row_index][column] >= bar:
            found.append((place, index, orphan, tails[column][1]))
    return found


def _under_subhead(items: Sequence[Item], place: int, continuity: Continuity) -> bool:
    """Whether a stretch stands under what may be a subhead of the article above: a short line alone, below a
    body that is opened and does not break off."""
    if place < 2:
        return False
    over, run = items[place - 2 : place]
    if not (isinstance(run, Run) and isinstance(over, Draft)):
        return False
    may_be_subhead = len(run.lines) == 1 and run.lines[0].width <= _SUBHEAD
    whole = bool(over.blocks) and not continuity.unfinished(over.blocks[-1])
    return may_be_subhead and over.opened and not over.closed and whole


def _resumes_at(draft: Draft, tail: Draft, params: IngestParams) -> int | None:
    """Where, below the measure of a picture story, that of the body which it cuts goes on, as the place of
    the block; None where that shows nothing."""
    cut, blocks = tail.blocks[-1].column, draft.blocks
    for index in range(1, min(len(blocks), _CAPTION_BLOCKS + 1)):
        if abs(blocks[index].column - cut) <= ONE_MEASURE:
            return index if abs(blocks[index - 1].column - cut) > params.other_measure else None
    return None


def _names_place(draft: Draft, index: int) -> bool:
    """Whether a paragraph of a draft begins with the place from which that is reported: 本报长阳讯 … /
    长阳山大人稀."""
    opening = draft.blocks[0].first.dateline
    place = opening.place if opening is not None else None
    return place is not None and draft.blocks[index].first.text.startswith(place)


def _is_foreign(pair: Sequence[Block], layout: Layout, params: IngestParams) -> bool:
    """Whether the second of two blocks is set in another measure than the first, as what belongs to it
    would not be."""
    return not layout.paragraphs and abs(pair[0].column - pair[1].column) > params.other_measure


def _blocks_above(items: Sequence[Item], place: int) -> Sequence[Block]:
    """The body above the headline that stands right above the item at `place`; none where there is none."""
    above = items[place - 2] if place > 1 and isinstance(items[place - 1], Run) else None
    return above.blocks if isinstance(above, Draft) else ()
