"""Which headline belongs to which body: one assignment over the whole page.

Every headline line goes to one body near it. What speaks for a pair is its place (the page's own
convention, headline before or after the body, is learnt first) and what both say: pairs of
characters that stand in the headline and in the body, the rarer on the page the better. The best
assignment of all lines together is sought, so that two bodies followed by both headlines, or a
headline in two halves, come out right although each line alone could go either way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from lctui.ingest.articles import Draft, Run
from lctui.ingest.chars import HAN, ems
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line

_DROP = re.compile(f"[^{HAN}0-9A-Za-z]+")


class Wording:
    """What the bodies of a page say, for comparison with headlines."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._pairs: list[frozenset[str]] = []
        self._index = {id(draft): place for place, draft in enumerate(drafts)}
        seen: Counter[str] = Counter()
        for draft in drafts:
            text = draft.text
            pairs = frozenset(map("".join, zip(text, text[1:], strict=False)))
            self._pairs.append(pairs)
            seen.update(pairs)
        self._seen = seen
        self._count = len(drafts)

    def likeness(self, text: str, draft: Draft) -> float:
        """From 0, nothing in common, to 1, every pair of characters of `text` stands in `draft`."""
        body = self._pairs[self._index[id(draft)]]
        total = found = 0.0
        for part in _DROP.split(text):
            for pair in map("".join, zip(part, part[1:], strict=False)):
                weight = log(1.0 + (self._count + 1) / (1 + self._seen[pair]))
                total += weight
                if pair in body:
                    found += weight
        return found / total if total else 0.0


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    owners: tuple[int, ...]
    taken: frozenset[int] = field(default=frozenset())


_BEAM = 16


def headline_first(runs: Sequence[Run], wording: Wording) -> bool:
    """The page's convention: whether headlines stand before their bodies."""
    balance = 0.0
    for index, run in enumerate(runs):
        text = "".join(line.text for line in run.lines)
        above = wording.likeness(text, run.above) if run.above else 0.0
        below = wording.likeness(text, run.below) if run.below else 0.0
        balance += below - above
        if index == 0 and run.above is None:
            balance += 0.5
        if index == len(runs) - 1 and run.below is None:
            balance -= 0.5
    return balance >= 0


def match_headlines(
    drafts: Sequence[Draft], runs: Sequence[Run], params: IngestParams = PARAMS
) -> dict[int, list[Line]]:
    """The headline lines of each draft, by its place in `drafts`; each line of `runs` goes to one."""
    if not drafts or not runs:
        return {}
    wording = Wording(drafts)
    before = headline_first(runs, wording)
    place = {id(draft): index for index, draft in enumerate(drafts)}
    lines: list[tuple[Line, list[tuple[int, float]], bool]] = []
    for run in runs:
        candidates = _candidates(run, place, len(drafts), before, params)
        for index, line in enumerate(run.lines):
            strength = min(1.0, ems(line.text) / 8)
            options = [
                (draft, value + params.lexical_weight * strength * wording.likeness(line.text, drafts[draft]))
                for draft, value in candidates
            ]
            lines.append((line, options, index > 0))
    worth = [params.untitled_caption if _may_lack(draft) else params.untitled_report for draft in drafts]
    states = [_State(0.0, ())]
    for _, options, follows in lines:
        grown: list[_State] = []
        for state in states:
            last = state.owners[-1] if state.owners else -1
            for draft, value in options:
                score = state.score + value
                if draft in state.taken:
                    if follows and draft == last:
                        score += 1.2
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
        above, below = above - 1, above + 1
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
