"""Which headline belongs to which body: one assignment over the whole page.

Every headline line goes to one body near it. What speaks for a pair is its place (the page's own
convention, headline before or after the body, is learnt first) and what both say: pairs of
characters that stand in the headline and in the body, the rarer on the page the better. The best
assignment of all lines together is sought, so that two bodies followed by both headlines, or a
headline in two halves, come out right although each line alone could go either way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lctui.ingest.chars import ems
from lctui.ingest.drafts import Draft, Run
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line
from lctui.ingest.wording import Wording

@dataclass(frozen=True, slots=True)
class _State:
    score: float
    owners: tuple[int, ...]
    taken: frozenset[int] = field(default=frozenset())


_BEAM = 16


def match_headlines(
    drafts: Sequence[Draft], runs: Sequence[Run], before: bool, params: IngestParams = PARAMS
) -> dict[int, list[Line]]:
    """The headline lines of each draft, by its place in `drafts`; each line of `runs` goes to one."""
    if not drafts or not runs:
        return {}
    wording = Wording(drafts)
    place = {id(draft): index for index, draft in enumerate(drafts)}
    lines: list[tuple[Line, list[tuple[int, float]], bool]] = []
    inner: list[int] = []
    for run in runs:
        candidates = _candidates(run, place, len(drafts), before, params)
        own = place[id(run.above)] if run.above is not None and run.above is run.below else -1
        inner.extend([own] * len(run.lines))
        for index, line in enumerate(run.lines):
            strength = min(1.0, ems(line.text) / 8)
            options = [
                (draft, value + params.lexical_weight * strength * wording.likeness(line.text, drafts[draft]))
                for draft, value in candidates
            ]
            lines.append((line, options, index > 0))
    worth = [params.untitled_caption if _may_lack(draft) else params.untitled_report for draft in drafts]
    states = [_State(0.0, ())]
    for index, (line, options, follows) in enumerate(lines):
        grown: list[_State] = []
        for state in states:
            last = state.owners[-1] if state.owners else -1
            for draft, value in options:
                score = state.score + value
                if draft in state.taken:
                    if follows and draft == last:
                        score += 1.2
                    elif draft == inner[index]:
                        # The second half of a headline, set inside its body; halves are of one length.
                        score += 0.8 if _has_twin(state.owners, lines, draft, line) else -0.6
                    else:
                        score -= 1.6
                else:
                    score += worth[draft]
                grown.append(_State(score, (*state.owners, draft), state.taken | {draft}))
        grown.sort(key=lambda state: -state.score)
        states = grown[:_BEAM]
    result: dict[int, list[Line]] = {}
    for (line, _, _), draft in zip(lines, states[0].owners, strict=True):
        result.setdefault(draft, []).append(line)
    return result


def _has_twin(
    owners: tuple[int, ...], lines: Sequence[tuple[Line, list[tuple[int, float]], bool]], draft: int, line: Line
) -> bool:
    """Whether `draft` already has a headline line of the length of `line`."""
    return any(
        owner == draft and abs(lines[index][0].width - line.width) <= 1 for index, owner in enumerate(owners)
    )


def _may_lack(draft: Draft) -> bool:
    """Whether a draft looks like a picture's caption, which may well stand without a headline."""
    if not draft.blocks:
        return True
    first = draft.blocks[0].first
    return first.dateline is None and len(draft.blocks) == 1 and len(draft.text) < 260 and (draft.closed or draft.opened)


def _candidates(
    run: Run, place: dict[int, int], count: int, before: bool, params: IngestParams
) -> list[tuple[int, float]]:
    """The drafts a run may belong to, each with the cost of its place (0 or less)."""
    found: dict[int, float] = {}
    above = place[id(run.above)] if run.above else -1
    below = place[id(run.below)] if run.below else count
    if above == below:
        found[above] = -0.4
        for step in range(1, params.candidate_window):
            if above - step >= 0:
                found[above - step] = -params.place_step * step
            if below + step < count:
                found[below + step] = -params.place_step * step - (0.0 if before else 0.5)
        return sorted(found.items())
    for step in range(params.candidate_window):
        if above - step >= 0:
            found.setdefault(above - step, -params.place_step * step - (params.wrong_side if before else 0.0))
        if below + step < count:
            found.setdefault(below + step, -params.place_step * step - (0.0 if before else params.wrong_side))
    return sorted(found.items())


# -- kicker, title, subtitle -----------------------------------------------------------------

_LABEL = re.compile(r"^(?:聚焦|关注|走近|走进|直击|连线)?.{0,12}(?:快评|短评|时评|评论|论坛|观察|专栏|专题|特别报道|系列报道|连载|简讯|短讯|要闻|视点|调查|访谈|人物|两会|现场)$")
_LABEL_MARKS = re.compile(r"^[【\[].*[】\]]$|^[┌┏╔]")
_JOINING = frozenset("暨和与及的、并在为将对把向从等让使")


@dataclass(frozen=True, slots=True)
class Headline:
    column: str | None
    kicker: str | None
    title: str
    subtitle: str | None


def split_headline(lines: Sequence[Line], texts: Sequence[str], params: IngestParams = PARAMS) -> Headline:
    """Column label, kicker, title and subtitle from the lines of one headline, in reading order.

    A headline broken to fit a narrow column has short lines only, and is joined. Where one of two
    lines is long, the first was not broken off for want of room: it is the kicker.
    """
    rest = list(zip(lines, texts, strict=True))
    column = kicker = subtitle = None
    if len(rest) > 1:
        for index in range(min(2, len(rest))):
            text = rest[index][1]
            if _is_label(text, len(rest)):
                column = text
                del rest[index]
                break
    if len(rest) > 1 and rest[-1][1].startswith(("——", "—", "－－")):
        subtitle = rest.pop()[1]
    if len(rest) > 1:
        first, second = rest[0][1], rest[1][1]
        roomy = max(ems(first), ems(second)) > params.kicker_width
        adjacent = rest[1][0].number == rest[0][0].number + 1
        if first.endswith(("——", "：", "，")) or (roomy and first[-1] not in _JOINING and not (adjacent and False)):
            kicker = first
            del rest[0]
    title = rest[0][1]
    for (before, _), (line, text) in zip(rest, rest[1:], strict=False):
        apart = line.number - before.number > 4
        title += (" " if apart or (title[-1].isascii() and text[0].isascii()) else "") + text
    return Headline(column, kicker, title, subtitle)


def _is_label(text: str, count: int) -> bool:
    if _LABEL_MARKS.search(text):
        return True
    return ems(text) <= 12 and bool(_LABEL.match(text)) and count >= 2
