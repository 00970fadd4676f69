"""Blocks → drafts: the bodies of the page's articles, column cuts healed.

A byline or a dateline opens a body; a headline, or the next opening, closes it. What is left over, a
stretch of body that nothing opens, either continues an article that broke off elsewhere on the
page (a column cut, which `healing` undoes), or stands under a subhead, or is an article of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lctui.ingest.block import Block, Kind
from lctui.ingest.bylines import read_end_signature
from lctui.ingest.captions import caption_apart, credits_caption, of_picture, resumes_below, set_apart
from lctui.ingest.continuity import Continuity
from lctui.ingest.convention import are_mixed, headline_first, stands_first
from lctui.ingest.drafts import Draft, Item, Piece, Run
from lctui.ingest.healing import heal
from lctui.ingest.heard import Heard
from lctui.ingest.labels import names_column, names_commentary
from lctui.ingest.openings import (
    ends_signed,
    last_words,
    opens_caption,
    opens_item,
    opens_letter,
    opens_rest,
    pen_name,
    points,
)
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Layout, Line
from lctui.ingest.sheet import Sheet
from lctui.ingest.wording import Wording

_HEADED = 3
"""So many bylines under headlines, and that is where the page sets them."""
_LABEL = 5.0
"""em. The longest name of a column that stands over a body whose headline stands below it."""
_SIGNED = re.compile("[ \u3000]*[（(〔][^）)〕]*(?:记者|通讯员|实习生)")
"""Writers in brackets behind a dateline, as far as its line goes."""


def take_apart(blocks: Sequence[Block], layout: Layout, params: IngestParams = PARAMS) -> Sheet:
    """The drafts and headline runs of a page."""
    before = stands_first(blocks)
    blocks = set_apart(blocks, before=before, params=params)
    continuity = Continuity(blocks, layout)
    items, furniture, boxes = _assemble(blocks, continuity, params)
    heard = Heard()
    items = heal(items, layout, continuity, heard, params)
    runs = _link(items)
    drafts = [item for item in items if isinstance(item, Draft)]
    wording = Wording(drafts, heard)
    before = headline_first(items, runs, wording)
    if not before:
        runs = _without_labels(runs)
    mixed = are_mixed(runs, wording, before)
    return Sheet(drafts, runs, furniture, boxes, before, mixed, wording, continuity)


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
        after = item.followed.whole if isinstance(item, Draft) and item.followed else above
        for run in waiting:
            run.below = above
        waiting = []
        above = after
    return runs


def _without_labels(runs: Sequence[Run]) -> list[Run]:
    """The headlines of a page that sets them below their bodies, without the names of columns that stand over
    theirs, of commentaries, briefs and letters; those are told to the drafts."""
    kept: list[Run] = []
    for run in runs:
        last = run.blocks[-1].last
        if run.below is None or run.above is run.below or not run.below.blocks:
            kept.append(run)
            continue
        listed = names_column(last.text) and opens_item(run.below.blocks[0].first.text)
        if listed or (names_commentary(last.text) and last.width <= _LABEL):
            run.below.label = last
            lines = run.lines[:-1]
            if not lines:
                continue
            run.blocks = [Block(Kind.HEAD, lines)]
        kept.append(run)
    return kept


def _assemble(
    blocks: Sequence[Block], continuity: Continuity, params: IngestParams
) -> tuple[list[Item], list[Line], list[list[Line]]]:
    items: list[Item] = []
    furniture: list[Line] = []
    boxes: list[list[Line]] = []
    draft: Draft | None = None
    caption: Draft | None = None
    pending: list[Line] = []
    headed = _under_headlines(blocks)
    first = _open_bodies(blocks)
    for index, block in enumerate(blocks):
        if block.kind is Kind.FURNITURE:
            furniture.extend(block.lines)
        elif block.kind is Kind.BOX:
            boxes.append(block.lines)
        elif block.kind is Kind.HEAD:
            if draft is not None and names_commentary(block.first.text) and pen_name(draft.text):
                # So ends what stands above the name of its column.
                draft.closed = draft.signed = draft.blocks[-1].last.ends = True
            if items and isinstance(items[-1], Run):
                items[-1].blocks.append(block)
            else:
                items.append(Run([block]))
            draft = None
        elif block.caption and not pending:
            # What follows without an opening or a headline goes on with the article above.
            caption = Draft(index, blocks=[block], closed=True, signed=True, caption=True)
            items.append(caption)
        elif caption is not None and blocks[index - 1].caption and credits_caption(block, blocks[index - 1]):
            caption.byline_lines.extend(block.lines)
        elif block.kind is Kind.BYLINE:
            if pending:
                pending.extend(block.lines)
                continue
            if draft is not None and blocks[index - 1].kind is Kind.BYLINE:
                draft.byline_lines.extend(block.lines)
                continue
            follows = _next_kind(blocks, index)
            if draft is not None and not draft.closed and not _shows_below(blocks, index):
                if _is_lead(items, draft, follows, headed, continuity, params):
                    draft.byline_lines.extend(block.lines)
                    draft.opened = True
                    continue
                if _signs_apart(block, draft):
                    # A second signature cannot be this article's: one without an opening ends here.
                    draft = _last_apart(index, draft, block.lines)
                    items.append(draft)
                    continue
                if follows is not Kind.PROSE or _signs_above(blocks, index, draft, first):
                    draft.byline_lines.extend(block.lines)
                    draft.closed = draft.signed = True
                    continue
            pending = list(block.lines)
            draft = None
        else:
            opens = bool(pending) or block.first.dateline is not None
            opens = opens or opens_rest(block.first.text) or opens_letter(block.first.text)
            if (
                draft is not None
                and not opens
                and _may_end_in_caption(draft, block)
                and ends_signed(block.lines)
            ):
                # A second signature cannot be this article's: a picture's caption stands here.
                *body, apart = caption_apart(block)
                draft.blocks.extend(body)
                caption = Draft(index, blocks=[apart], closed=True, signed=True, caption=True)
                items.append(caption)
                if not of_picture(apart, draft.blocks[-1]):
                    draft = None  # nothing shows that what follows goes on with the article
                continue
            over = items[-2] if len(items) > 1 else None
            if (
                isinstance(over, Draft)
                and not opens
                and items[-1] is draft
                and resumes_below(over.blocks, draft.blocks, block)
            ):
                draft = over
                items.append(Piece(draft))  # it goes on below the picture, which has a byline of its own
            elif draft is None or draft.closed or opens:
                draft = Draft(index, opened=opens, byline_lines=pending)
                pending = []
                items.append(draft)
            elif items[-1] is caption:
                items.append(Piece(draft))  # it goes on below the picture
            draft.blocks.append(block)
            draft.signed = ends_signed(block.lines)
            if draft.signed and _closes(block):
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


def _closes(block: Block) -> bool:
    """Whether the signature at the end of a block ends the article too. Names alone in brackets, and those of
    the items of a list, may be those of one brief among others; those of a dateline open one."""
    opening = block.first.dateline
    if opening is not None and len(block.text) <= opening.end:
        return False
    if block.last.text[-1] not in "）)":
        return True
    found = read_end_signature(last_words(block.lines))
    return found is not None and not found[0].bare and not opens_item(block.first.text)


def _under_headlines(blocks: Sequence[Block]) -> bool:
    """Whether the page sets bylines under headlines: three of them, and every other one."""
    printed = [block for block in blocks if block.kind is not Kind.FURNITURE]
    above = [one.kind for one, block in pairwise(printed) if block.kind is Kind.BYLINE]
    under = above.count(Kind.HEAD)
    return under >= _HEADED and 2 * under >= len(above) - above.count(Kind.BYLINE)


def _open_bodies(blocks: Sequence[Block]) -> bool:
    """Whether the page sets bylines before bodies and never after them, told from those that stand between a
    headline, or the page's edge, and a body."""
    printed = [None, *(block for block in blocks if block.kind is not Kind.FURNITURE), None]
    opening = closing = 0
    for above, block, below in zip(printed, printed[1:], printed[2:], strict=False):
        if block is not None and block.kind is Kind.BYLINE:
            bounded = above is None or above.kind is Kind.HEAD
            opening += bounded and below is not None and below.kind is Kind.PROSE
            closing += not bounded and (below is None or below.kind is Kind.HEAD)
    return opening >= _HEADED and not closing


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


def _signs_above(blocks: Sequence[Block], index: int, draft: Draft, first: bool) -> bool:
    """Whether a byline between two bodies is the end of the one above: nobody has signed that yet, and the
    byline stands close under it and apart from the one below, on a page that does not set all bylines
    `first`; or the one below names its own writers."""
    below = next((block for block in blocks[index + 1 :] if block.kind is not Kind.FURNITURE), None)
    if below is None or below.kind is not Kind.PROSE or _is_signed(draft):
        return False
    if not first and not blocks[index].first.gap and below.first.gap:
        return True
    if blocks[index].bracketed:
        return True
    dateline = below.first.dateline
    return dateline is not None and dateline.signature is not None


def _signs_apart(byline: Block, draft: Draft) -> bool:
    """Whether names in brackets close under a draft sign its last block only: others have signed it at its
    head, and what stands before that block is whole."""
    return (
        len(draft.blocks) > 1
        and not byline.first.gap
        and byline.bracketed
        and draft.blocks[-2].last.ends
        and draft.blocks[-1].first.gap > 0
        and _is_signed(draft)
    )


def _last_apart(index: int, draft: Draft, byline: list[Line]) -> Draft:
    """The last block of a draft as an article of its own, which `byline` signs and closes."""
    return Draft(
        index, blocks=[draft.blocks.pop()], byline_lines=byline, opened=True, closed=True, signed=True
    )


def _shows_below(blocks: Sequence[Block], index: int) -> bool:
    """Whether what stands right below a byline begins with the arrow to a picture: a story of its own."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return below is not None and below.kind is Kind.PROSE and points(below.first.text)


def _next_kind(blocks: Sequence[Block], index: int) -> Kind | None:
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if block.kind not in (Kind.FURNITURE, Kind.BYLINE, Kind.BOX):
            return block.kind
    return None


def _is_lead(
    items: list[Item],
    draft: Draft,
    follows: Kind | None,
    headed: bool,
    continuity: Continuity,
    params: IngestParams,
) -> bool:
    """Whether `draft` is a lead set between a headline and the byline that follows it; `headed` tells that
    bylines of the page stand under headlines, so that even a subhead may follow."""
    return (
        (follows is Kind.PROSE or (headed and follows is Kind.HEAD))
        and not draft.byline_lines
        and (draft.blocks[0].first.dateline is None or draft.blocks[0].first.dateline.signature is None)
        and all(map(continuity.unfinished, draft.blocks[:-1]))
        and not any(line.indent for block in draft.blocks for line in block.lines[1:])
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
        owner.label = owner.label or rest.label
        rest.merged = owner
