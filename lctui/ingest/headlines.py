"""Which headline belongs to which body: one assignment over the whole page.

Every headline line goes to one body near it. What speaks for a pair is its place (the page's own
convention, headline before or after the body, is learnt first) and what both say: pairs of
characters that stand in the headline and in the body, the rarer on the page the better. The best
assignment of all lines together is sought, so that two bodies followed by both headlines, or a
headline in two halves, come out right although each line alone could go either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import NamedTuple

from lctui.ingest.drafts import Draft, Run
from lctui.ingest.halves import are_of_a_length
from lctui.ingest.headline_options import Option, find_options, may_lack_headline, said_weight
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line
from lctui.ingest.wording import Wording

_BEAM = 8
_SLACK = 1e-6
"""What promises less than another by no more than this may promise the same, but for rounding."""
_LIST = 4
"""So many lines may be the headlines of a whole page."""
_IN_A_ROW = 3
"""So many bodies stand one after the other above a list that is not a whole page's."""
_LONGEST_LIST = 60
"""Lines. More headline lines stand on no page."""
_DRAFTS = 40
"""The most bodies of such a page."""
_SIGNED = 4
"""So many articles signed at their end, and those of the page are."""
_TWIN = 0.8
"""What it is worth that the half of a headline finds the other one."""


class _State(NamedTuple):
    score: float
    taken: int
    """The drafts that have a headline, as bits."""
    tied: tuple[int, ...]
    """For each draft the one that it is part of, itself where it stands alone."""
    chosen: tuple[Option, ...]
    divided: int = 0
    """The drafts that a subhead divides, as bits."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The headline lines of each draft, by its place, and the runs that are subheads."""

    heads: dict[int, list[Line]]
    subheads: tuple[Run, ...]


def match_headlines(
    drafts: Sequence[Draft],
    runs: Sequence[Run],
    before: bool,
    wording: Wording,
    params: IngestParams = PARAMS,
    *,
    subheads: bool = True,
) -> Matching:
    """Which headline lines belong to which draft; every line of `runs` goes to one, or is a subhead
    where `subheads` allows that.

    The whole page is searched at once. Only a page as long as a book is taken in pieces of `page_runs`
    headlines, so that the cost stays linear.
    """
    heads: dict[int, list[Line]] = {}
    found: list[Run] = []
    if not drafts or not runs:
        return Matching(heads, ())
    place = {id(draft): index for index, draft in enumerate(drafts)}
    share = max(_opened_share(drafts, runs), _signed_share(drafts, runs))
    taken = 0  # as bits
    for start in range(0, len(runs), params.page_runs):
        part = runs[start : start + params.page_runs]
        # What stands below a run may be the rest of an article that began far above it.
        beside = [place[id(draft)] for run in part for draft in (run.above, run.below) if draft]
        first = min(beside) if all(run.above for run in part) else 0
        last = max(beside) if all(run.below for run in part) else len(drafts) - 1
        low = max(0, first - params.candidate_window)
        window = drafts[low : last + params.candidate_window + 1]
        listed = _list_of(part) if len(runs) == len(part) and len(drafts) <= _DRAFTS else None
        if listed is not None:
            low, window = 0, drafts
        known = taken >> low
        opened = share if subheads else None
        best = _search(window, part, before, opened, known, listed, wording.among(window), params)
        for run, option in zip(part, best.chosen, strict=True):
            if option.subhead:
                run.above = window[option.groups[0][2]]
                found.append(run)
                continue
            lines = run.lines
            for begin, end, draft in option.groups:
                heads.setdefault(low + best.tied[draft], []).extend(lines[begin:end])
        taken = best.taken << low
    return Matching(heads, tuple(found))


def settled_heads(
    matching: Matching, drafts: Sequence[Draft], runs: Sequence[Run], before: bool
) -> dict[int, list[Line]] | None:
    """The headline lines of each draft that is left now that subheads tied some of `drafts` together, by its
    place among those, where nothing is in question: each has the lines of one of the `runs`, and no report
    lacks one. None where they must be sought again."""
    left = [draft for draft in drafts if draft.merged is None]
    place = {id(draft): index for index, draft in enumerate(left)}
    source = {id(line): id(run) for run in runs for line in run.lines}
    heads: dict[int, list[Line]] = {}
    for index, lines in matching.heads.items():
        whole = place[id(drafts[index].whole)]
        if whole in heads or len({source[id(line)] for line in lines}) > 1:
            return None
        heads[whole] = lines
    served = all(index in heads or may_lack_headline(draft, before) for index, draft in enumerate(left))
    return heads if served else None


def _list_of(runs: Sequence[Run]) -> Run | None:
    """The run before or after all bodies that holds most of the headline lines of a page, if there is one."""
    lines = sum(len(run.lines) for run in runs)
    for run in (runs[0], runs[-1]):
        count = len(run.lines)
        edge = run.above is None or run.below is None
        if edge and _LIST <= count <= _LONGEST_LIST and count * 5 >= lines * 3:
            return run
    return None


def _search(
    drafts: Sequence[Draft],
    runs: Sequence[Run],
    before: bool,
    opened: float | None,
    taken: int,
    listed: Run | None,
    wording: Wording,
    params: IngestParams,
) -> _State:
    """The best way to deal with all runs, by a beam search down the page. `opened` is the share of opened
    drafts, None where no subheads are sought; `taken` are the drafts that have a headline already, as bits;
    `listed` is the run that may hold the headlines of all."""
    place = {id(draft): index for index, draft in enumerate(drafts)}
    lacking = [may_lack_headline(draft, before) for draft in drafts]
    worth = [params.untitled_caption if lacks else params.untitled_report for lacks in lacking]
    states = [_State(0.0, taken, tuple(range(len(drafts))), ())]
    least = _least_gap(runs) if before and opened is not None else 0
    closest = min((run.lines[0].gap for run in runs[1:]), default=0)
    listings = _listings(runs, drafts, place, lacking, listed)
    for run in runs:
        # Subheads stand closer to what is above them than headlines, where a page sets any so.
        near = 0 if closest >= least else 1 if run.lines[0].gap < least else -1
        options = find_options(
            run,
            drafts,
            place,
            lacking,
            wording,
            before,
            opened,
            near,
            listings.get(id(run), ()),
            params,
        )
        states = _grow(states, run, options, runs, drafts, place, worth, before, wording, params)
    return max(states, key=lambda state: state.score)


def _listings(
    runs: Sequence[Run],
    drafts: Sequence[Draft],
    place: dict[int, int],
    lacking: Sequence[bool],
    listed: Run | None,
) -> dict[int, list[int]]:
    """For each run that may hold the headlines of many bodies those bodies, by their places: all of the page
    for the one that is `listed`; for others those that stand above with no headline between, and the next."""
    bodies = [index for index, lacks in enumerate(lacking) if not lacks]
    found: dict[int, list[int]] = {}
    first = 0
    for run in runs:
        if run is listed:
            found[id(run)] = bodies
        below = place[id(run.below)] if run.below is not None else len(drafts)
        near = [index for index in bodies if first <= index <= below]
        if id(run) not in found and len(run.lines) >= _LIST and len(near) > _IN_A_ROW:
            found[id(run)] = near
        first = below
    return found


def _least_gap(runs: Sequence[Run]) -> int:
    """The fewest blank lines over what is certainly a headline: over an opening, under a signature, or of two
    lines. 0 where there are few of those."""
    gaps = [
        run.lines[0].gap
        for run in runs
        if run.above is not None
        and run.below is not None
        and run.above is not run.below
        and (run.below.opened or run.above.signed or len(run.lines) > 1)
    ]
    return min(gaps) if len(gaps) >= _SIGNED else 0


def _opened_share(drafts: Sequence[Draft], runs: Sequence[Run]) -> float:
    """The share of opened drafts among those whose opening is not in question: a draft under a
    headline may only seem to lack one because it stands under a subhead."""
    doubtful = {id(run.below) for run in runs if run.below is not None}
    opened = sum(draft.opened for draft in drafts)
    closed = sum(not draft.opened and not draft.closed and id(draft) not in doubtful for draft in drafts)
    return opened / max(1, opened + closed) if opened else 0.0


def _signed_share(drafts: Sequence[Draft], runs: Sequence[Run]) -> float:
    """The share of drafts that are signed at their end, where so many are that the page's articles end so:
    what is not stands over a subhead. What stands over a single line is in question."""
    doubtful = {id(run.above) for run in runs if run.above is not None and len(run.lines) == 1}
    signed = sum(draft.signed for draft in drafts)
    plain = sum(
        not draft.signed and id(draft) not in doubtful and not may_lack_headline(draft) for draft in drafts
    )
    return signed / (signed + plain) if signed >= _SIGNED and signed >= 2 * plain else 0.0


def _grow(
    states: Sequence[_State],
    run: Run,
    options: Sequence[Option],
    runs: Sequence[Run],
    drafts: Sequence[Draft],
    place: dict[int, int],
    worth: Sequence[float],
    before: bool,
    wording: Wording,
    params: IngestParams,
) -> list[_State]:
    own = place[id(run.above)] if run.above is not None and run.above is run.below else -1
    # A draft further down that is already served will be served again by its own headline: states are
    # compared without what they took in advance.
    edge = run.below if before else run.above
    reach = place[id(edge)] if edge is not None else len(drafts) if before else -1
    last = run is runs[-1]
    in_advance: dict[int, float] = {0: 0.0}
    grown: list[tuple[float, float, int, tuple[int, ...], int, _State, Option]] = []
    # What promises less than the bar goes no further, for there are enough that promise more; and no option
    # can promise more than each of its groups may add.
    elsewhere: dict[tuple[int, int, int, tuple[int, ...]], float] = {}
    bar = -inf
    best: list[float] = []
    gain = max((*worth, _TWIN))
    if any(state.divided for state in states):
        gain += params.lexical_weight
    most = [
        option.score + gain * len(option.groups) + (params.lone_subhead if option.subhead else 0.0)
        for option in options
    ]
    for state in states:
        begun = len(grown)
        for option, limit in zip(options, most, strict=True):
            if state.score + limit < bar:
                continue
            score = state.score + option.score
            taken, tied, divided = state.taken, state.tied, state.divided
            if option.subhead:
                above, below = option.groups[0][2], option.groups[0][1]
                score += worth[below]
                root = tied[above]
                if not drafts[root].opened:
                    score -= 1.0
                # Hardly an article has one subhead only.
                score += params.lone_subhead if divided >> root & 1 else -params.lone_subhead
                divided |= 1 << root
                tied = tuple(root if other == below else other for other in tied)
                if taken >> below & 1:
                    taken |= 1 << root
                    score -= worth[below]
            else:
                for start, end, draft in option.groups:
                    root = tied[draft]
                    if divided >> root & 1:
                        asked = (start, end, draft, tied)
                        if asked not in elsewhere:
                            elsewhere[asked] = _said_elsewhere(run, *asked, drafts, wording, params)
                        score += elsewhere[asked]
                    if not taken >> root & 1:
                        score += worth[root]
                        taken |= 1 << root
                    elif root == own:
                        score += _TWIN if _has_twin(state, root, run.lines[start:end], runs) else -0.6
                    else:
                        score -= params.second_headline
            promise = score
            if not last:
                ahead = taken >> reach + 1
                if ahead not in in_advance:
                    in_advance[ahead] = sum(
                        worth[draft] for draft in range(reach + 1, len(drafts)) if taken >> draft & 1
                    )
                promise -= in_advance[ahead]
            grown.append((promise, score, taken, tied, divided, state, option))
        best = sorted((*best, *(one[0] for one in grown[begun:])))[-_BEAM:]
        if len(best) == _BEAM:
            bar = best[0] - _SLACK
    grown.sort(key=itemgetter(0), reverse=True)
    return [
        _State(score, taken, tied, (*state.chosen, option), divided)
        for _, score, taken, tied, divided, state, option in grown[:_BEAM]
    ]


def _said_elsewhere(
    run: Run,
    start: int,
    end: int,
    draft: int,
    tied: Sequence[int],
    drafts: Sequence[Draft],
    wording: Wording,
    params: IngestParams,
) -> float:
    """What it adds to a headline's worth that other parts of an article with subheads say what it says,
    rather than the part beside which it stands."""
    lines = run.lines
    text = "".join(line.text for line in lines[start:end])
    likeness = wording.likeness(text, drafts[draft])
    root = tied[draft]
    best = max(wording.likeness(text, drafts[part]) for part, owner in enumerate(tied) if owner == root)
    return (best - likeness) * said_weight(text, run.text, params)


def _has_twin(state: _State, root: int, half: Sequence[Line], runs: Sequence[Run]) -> bool:
    """Whether the draft already has a headline line as long as `half`: the halves of one headline are
    of one length."""
    width = sum(line.width for line in half)
    for run, option in zip(runs, state.chosen, strict=False):
        if option.subhead:
            continue
        for start, end, draft in option.groups:
            if state.tied[draft] == root and any(
                are_of_a_length(line.width, width) for line in run.lines[start:end]
            ):
                return True
    return False
