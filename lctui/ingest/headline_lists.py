"""The headlines of a whole page, standing together before or after all its bodies.

Some dumps give all display type first, or last. Such a list is divided among the bodies by what they say,
each part to one of them; where that tells nothing, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from lctui.ingest.chars import ems
from lctui.ingest.drafts import Draft
from lctui.ingest.labels import names_column
from lctui.ingest.params import IngestParams
from lctui.ingest.roles import Line
from lctui.ingest.wording import Wording

GOES_ON = "—、，"
"""With one of these a line begins that goes on with the line above."""
BREAKS_OFF = "：、，"
"""With one of these a line ends that goes on in the line below."""
_BEAM = 60
_LINES = 4
"""The most lines of one headline."""
_ASTRAY = 0.15
"""Cost of each body passed over between two headlines."""
_FOUND = 5
"""Ways that are given further."""

Groups = tuple[tuple[int, int, int], ...]


class _State(NamedTuple):
    score: float
    start: int
    groups: Groups
    taken: frozenset[int]


def divide_list(
    lines: Sequence[Line],
    candidates: Sequence[int],
    drafts: Sequence[Draft],
    wording: Wording,
    params: IngestParams,
) -> list[tuple[float, Groups]]:
    """The best ways to divide `lines` into headlines, each for another of the drafts `candidates`
    (places in `drafts`): what each way is worth, without the gain of the headlines themselves, and its groups
    of lines `start`..`end` and a draft, as `find_options` has them."""
    count = len(lines)
    texts = [line.text for line in lines]
    cuts = close_cuts(lines, params)
    spoken = [[wording.likeness(text, draft) for draft in drafts] for text in texts]
    weights = [params.lexical_weight * min(1.0, ems(text) / 8) for text in texts]
    foreign = [[max(line) - own for own in line] for line in spoken]
    states = [_State(0.0, 0, (), frozenset())]
    done: list[_State] = []
    while states:
        grown: list[_State] = []
        for state in states:
            # So many lines must go to this one that the other bodies can take the rest.
            left = len(candidates) - len(state.groups) - 1
            least = max(state.start + 1, count - left * _LINES)
            for end in range(least, min(count, state.start + _LINES) + 1):
                part = range(state.start, end)
                shape = _shape(texts[state.start : end], params) - (cuts[end] if end < count else 0.0)
                for draft in candidates:
                    if draft in state.taken:
                        continue
                    score = state.score + shape
                    score += sum(weights[line] * spoken[line][draft] for line in part)
                    astray = sum(foreign[line][draft] for line in part)
                    score -= params.foreign_line * astray
                    score += params.untitled_report - _order(state.groups, draft, candidates[0], params)
                    groups = (*state.groups, (state.start, end, draft))
                    grown.append(_State(score, end, groups, state.taken | {draft}))
        done += [state for state in grown if state.start == count]
        # States are compared by what they got for each line dealt with.
        states = nlargest(
            _BEAM, (one for one in grown if one.start < count), key=lambda one: one.score / one.start
        )
    best = nlargest(_FOUND, done, key=lambda state: state.score)
    return [(state.score - params.untitled_report * len(state.groups), state.groups) for state in best]


def close_cuts(lines: Sequence[Line], params: IngestParams) -> list[float]:
    """The cost of dividing `lines` before each of them: none where the most blank lines stand there."""
    # What is set aside between two lines parts them too.
    gaps = [max(line.gap, line.number - above.number - 1) for above, line in pairwise(lines)]
    wide = max(gaps, default=0)
    return [0.0, *(params.close_set if gap < wide else 0.0 for gap in gaps)]


def _shape(texts: Sequence[str], params: IngestParams) -> float:
    """What speaks for the lines as one headline, whatever it says."""
    value = -params.split_headlines
    if sum(map(ems, texts)) < params.shortest_headline:
        value -= params.short_headline
    if texts[0][0] in GOES_ON or texts[-1][-1] in BREAKS_OFF:
        value -= 3 * params.short_headline
    labels = [names_column(text) for text in texts]
    value -= (
        params.label_weight * (labels[-1] - labels[0]) if len(texts) > 1 else params.label_weight * labels[0]
    )
    value -= params.label_weight * sum(labels[1:])
    return value - params.long_headline * max(0, len(texts) - 2)


def _order(groups: Groups, draft: int, first: int, params: IngestParams) -> float:
    """The cost of giving the next headline to `draft`, after those given before."""
    last = groups[-1][2] if groups else first - 1
    astray = min(3, abs(draft - last - 1)) * _ASTRAY
    return astray + (params.crossed_headlines / 2 if draft < last else 0.0)
