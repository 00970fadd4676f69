"""The page's convention: whether headlines stand before their bodies or after, and whether all do."""

from __future__ import annotations

from collections.abc import Sequence

from lctui.ingest.block import Block, Kind
from lctui.ingest.drafts import Item, Run
from lctui.ingest.wording import Wording

_PLAIN_BALANCE = 0.22
"""How much more headlines share with the bodies on one side than with those on the other where they stand on
that side."""
_AGAINST = 0.15
"""So much more a headline shares with the body on the other side that it is surely that one's."""
_MIXED = 2
"""So many of them, and the page has both kinds."""
_SURE_BALANCE = 0.75
"""So much more, and no further headline is asked."""


def stands_first(blocks: Sequence[Block]) -> bool:
    """A first guess at the page's convention, from its two ends: whether it begins with a headline, or, where
    it begins with a body that nothing opens, does not end with one."""
    printed = [block for block in blocks if block.kind not in (Kind.FURNITURE, Kind.BOX)]
    if not printed or printed[0].kind is Kind.HEAD:
        return bool(printed)
    opened = printed[0].kind is Kind.BYLINE or printed[0].first.dateline is not None
    return not opened and printed[-1].kind is not Kind.HEAD


def headline_first(items: Sequence[Item], runs: Sequence[Run], wording: Wording) -> bool:
    """The page's convention: whether headlines stand before their bodies.

    What headlines and the bodies on either side say decides; where that tells nothing, a page that begins
    with a headline and does not end with one has them first, and the other way round.
    """
    drafts = wording.drafts
    if not runs or not drafts:
        return True
    balance = 0.0
    opened = any(draft.opened for draft in drafts)
    place = {id(draft): index for index, draft in enumerate(drafts)}
    for run in runs[:40]:
        if opened and run.below is not None and not run.below.opened and len(run.lines) == 1:
            continue  # rather a subhead
        if run.above is not None and run.below is not None:
            # What stands above may be the last part of an article with subheads.
            at = place[id(run.above)]
            likeness = wording.likeness(run.text, run.above)
            while opened and at and not drafts[at].opened and not drafts[at - 1].closed:
                at -= 1
                likeness = max(likeness, wording.likeness(run.text, drafts[at]))
            balance += wording.likeness(run.text, run.below) - likeness
        if abs(balance) > _SURE_BALANCE:
            break
    starts, ends = isinstance(items[0], Run), isinstance(items[-1], Run)
    return starts if abs(balance) < _PLAIN_BALANCE and starts != ends else balance >= 0


def are_mixed(runs: Sequence[Run], wording: Wording, before: bool) -> bool:
    """Whether what headlines say shows that not all stand on the side of their bodies that the page uses."""
    against = 0
    for run in runs[:40]:
        own, other = (run.below, run.above) if before else (run.above, run.below)
        if own is None or other is None or own is other or (run.below is not None and not run.below.opened):
            continue
        # Of a run that belongs to both, what stands on the other's side speaks of that.
        near = run.lines[0 if before else -1].text
        against += any(
            wording.likeness(said, other) - wording.likeness(said, own) > _AGAINST
            for said in (run.text, near)
        )
    return against >= _MIXED
