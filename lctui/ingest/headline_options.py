"""The ways to deal with a run of headline lines: to which bodies near it they could go, and what each way is
worth by place and by what headline and body say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from lctui.ingest.chars import ems
from lctui.ingest.drafts import Draft, Run
from lctui.ingest.headline_lists import BREAKS_OFF, GOES_ON, close_cuts, divide_list
from lctui.ingest.labels import may_be_label, names_column, names_notice, names_place
from lctui.ingest.openings import opens_caption, opens_item, opens_rest
from lctui.ingest.params import IngestParams
from lctui.ingest.wording import Wording

_OPTIONS = 16
_PASSED = 3
"""Captions that are passed over on the way to a body."""
NUMBERED = re.compile(
    "(?:[一二三四五六七八九十]{1,2}|[1-9])(?:[、．.：:]|[问是看曰盼])|其[一二三四五六][：:，]?"
)
"""Subheads that count: 一问：谁见过不动的敌人, 二、……"""


class Option(NamedTuple):
    """One way to deal with a run: its lines `start`..`end` to a draft, group by group; or, where
    `subhead` is set, the run as a subhead that ties the draft below to the one above."""

    groups: tuple[tuple[int, int, int], ...]
    score: float
    subhead: bool = False


Way = tuple[float, tuple[tuple[int, int, int], ...]]
"""An option in the making: what it is worth and its groups; most go no further than a list of these."""


def said_weight(text: str, run: str, params: IngestParams) -> float:
    """What it is worth that a body says all that `text` says, a part of the headline lines `run`: the more of
    them, the more."""
    whole = ems(run) or 1.0
    return params.lexical_weight * min(1.0, whole / 8) * float((ems(text) / whole) ** params.said_share)


def find_options(
    run: Run,
    drafts: Sequence[Draft],
    place: dict[int, int],
    lacking: Sequence[bool],
    wording: Wording,
    before: bool,
    opened: float | None,
    near: int,
    listed: Sequence[int],
    params: IngestParams,
) -> list[Option]:
    """The ways to deal with a run: its lines divided into one to three headlines, in page order, or, where
    it may hold the headlines of the whole page, among its bodies (`listed`). `near` is 1 where the run
    stands as close under a body as only subheads of the page do, and -1 where it does not."""
    candidates = _candidates(run, place, lacking, before, params)
    lines = run.lines
    joined = run.text
    if len(lines) == 1:
        said = said_weight(joined, joined, params)
        ways: list[Way] = [
            (candidates[draft] + said * wording.likeness(joined, drafts[draft]), ((0, 1, draft),))
            for draft in sorted(candidates)
        ]
    else:
        ways = _divisions(run, candidates, _row(run, place, lacking, before), drafts, wording, before, params)
    if len(listed) > 2:
        ways += divide_list(lines, listed, drafts, wording, params)
    gaps = _gaps(run)
    ways = _weigh_closeness(ways, run, gaps, place, params)
    # A way that serves more bodies gains by each that has no headline yet.
    ways.sort(key=lambda way: way[0] + params.untitled_report * len(way[1]), reverse=True)
    options = [Option(groups, score) for score, groups in ways[:_OPTIONS]]
    above, below = _article_above(run, drafts, place), run.below
    if (
        len(lines) == 1
        and opened is not None
        and above is not None
        and below is not None
        and above is not below
        and not above.closed
        and not below.opened
        and not (below.signed and (above.opened or opens_caption(below.blocks[0].first.text)))
        and not above.signed
        and lines[0].width <= params.subhead_width
        and not names_notice(joined)
        and lines[0].heading != 1
        and not opens_item(below.blocks[0].first.text)
    ):
        strength = params.lexical_weight * min(1.0, ems(joined) / 8)
        ours, theirs = wording.likeness(joined, above), wording.likeness(joined, below)
        prior = params.subhead_prior_first if before else params.subhead_prior
        score = prior * (2 * opened - 1) + 0.8 * strength * theirs
        score += params.subhead_prior if lines[0].heading > 1 else 0.0
        score += params.subhead_gap * near
        score += params.close_headline if min(gaps) == 0 < max(gaps) else 0.0
        # What stands under a subhead goes on with what its article is about.
        akin = wording.kinship(below.text, above.text) - params.article_kinship
        score += max(-1.5, min(1.5, params.subhead_kinship * akin))
        if not before:
            score -= 0.5 * strength * max(0.0, ours - theirs)  # rather the headline of what stands above it
        options.append(Option(((0, place[id(below)], place[id(above)]),), score, subhead=True))
        options.sort(key=lambda option: option.score, reverse=True)
    return options[:_OPTIONS]


def _gaps(run: Run) -> tuple[int, int]:
    """The blank lines above and below a run between two bodies; one of each where it stands between none."""
    if run.above is None or run.below is None or run.above is run.below:
        return 1, 1
    last = run.lines[-1].number
    below = [*(block.first for block in run.below.blocks), *run.below.byline_lines]
    after = min(((line.number, line.gap) for line in below if line.number > last), default=(0, 1))[1]
    return run.lines[0].gap, after


def _weigh_closeness(
    ways: list[Way], run: Run, gaps: tuple[int, int], place: dict[int, int], params: IngestParams
) -> list[Way]:
    """The ways with what it is worth that a headline stands close to its body, and apart from the other one;
    `gaps` are the blank lines above and below the run."""
    over, after = gaps
    if (over and after) or run.above is None or run.below is None:
        return ways
    lines = run.lines
    above, below = place[id(run.above)], place[id(run.below)]
    weighed: list[Way] = []
    for score, groups in ways:
        first, end = groups[0], groups[-1]
        if not over and (lines[first[1]].gap if len(groups) > 1 else after):
            score += params.close_headline if first[2] == above else -params.close_headline
        if not after and lines[end[0]].gap:
            score += params.close_headline if end[2] == below else -params.close_headline
        weighed.append((score, groups))
    return weighed


def _divisions(
    run: Run,
    candidates: dict[int, float],
    row: tuple[int, ...],
    drafts: Sequence[Draft],
    wording: Wording,
    before: bool,
    params: IngestParams,
) -> list[Way]:
    """The ways to divide a run of several lines into one to three headlines; `candidates` are the bodies
    they may go to, with the cost of their places, and `row` up to three bodies that stand one after
    the other before or after the headlines of all."""
    lines = run.lines
    count = len(lines)
    texts = [line.text for line in lines]
    order = sorted(candidates)
    bodies = [drafts[draft] for draft in order]
    costs = [candidates[draft] for draft in order]
    # For each line what each of the bodies says of it; below, bodies are told by their places in `order`.
    spoken = [[wording.likeness(text, body) for body in bodies] for text in texts]
    worth: dict[tuple[int, int], list[float]] = {}

    def values(start: int, end: int) -> list[float]:
        """What the lines `start` to `end` are worth as the headline of each candidate."""
        found = worth.get((start, end))
        if found is None:
            text = "".join(texts[start:end])
            said = said_weight(text, run.text, params)
            long = params.long_headline * max(0, end - start - 3)
            alike = spoken[start] if end == start + 1 else [wording.likeness(text, body) for body in bodies]
            found = worth[start, end] = [
                cost + said * like - long for cost, like in zip(costs, alike, strict=True)
            ]
        return found

    ways: list[Way] = [
        (score, ((0, count, draft),)) for draft, score in zip(order, values(0, count), strict=True)
    ]
    widths = [ems(text) for text in texts]
    labels = [
        names_column(text) or (may_be_label(text, below) and names_place(text))
        for text, below in zip(texts, (*texts[1:], ""), strict=True)
    ]
    close = close_cuts(lines, params)

    def torso(*cuts: int) -> float:
        """The cost of headlines so short that they are rather parts of one, or that begin as subtitles do or
        break off."""
        short = sum(
            sum(widths[start:end]) < params.shortest_headline for start, end in pairwise((0, *cuts, count))
        )
        broken = sum(texts[cut][0] in GOES_ON or texts[cut - 1][-1] in BREAKS_OFF for cut in cuts)
        return params.short_headline * (short + 3 * broken)

    if count <= params.run_lines:
        twin = row[:2] if before else row[-2:]
        for cut in range(1, count):
            upper, lower = values(0, cut), values(cut, count)
            cost = params.split_headlines + torso(cut) + close[cut]
            # A column's label at the end of a headline costs, and one that begins it gains.
            cost += params.label_weight * (labels[cut - 1] - labels[cut])
            cost += params.uneven_headlines * abs(count - 2 * cut)
            under, over = spoken[cut], spoken[cut - 1]
            subtitle = texts[cut - 1][0] in GOES_ON
            says_upper = [any(like) for like in zip(*spoken[:cut], strict=True)]
            says_lower = [any(like) for like in zip(*spoken[cut:], strict=True)]
            # A headline names in its first line what it is about.
            second_worth = (
                lower
                if before
                else [
                    score + params.first_line_weight * like for score, like in zip(lower, under, strict=True)
                ]
            )
            for one, first in enumerate(order):
                base, its_under, its_over, says = upper[one] - cost, under[one], over[one], says_upper[one]
                for two, second in enumerate(order):
                    if one == two:
                        continue
                    score = base + second_worth[two]
                    if first > second:
                        score -= params.crossed_headlines
                    elif (first, second) == twin:
                        score += params.two_in_row
                    # Lines at the cut that rather speak of what the other body says; but a subtitle does.
                    foreign = its_under - under[two]
                    if foreign > 0.0:
                        score -= params.foreign_line * foreign
                    foreign = over[two] - its_over
                    if foreign > 0.0 and not subtitle:
                        score -= params.foreign_line * foreign
                    # Nothing in common with the one, and something with the other: rather one headline.
                    if says != says_lower[two]:
                        score -= params.unsaid_headline
                    ways.append((score, ((0, cut, first), (cut, count, second))))
    if 2 < count <= params.headline_lines:
        for cut, next_cut in combinations(range(1, count), 2):
            upper, middle, lower = values(0, cut), values(cut, next_cut), values(next_cut, count)
            cost = 2 * params.split_headlines + torso(cut, next_cut) + close[cut] + close[next_cut]
            for one, two, three in combinations(range(len(order)), 3):
                score = upper[one] + middle[two] + lower[three] - cost
                served = order[one], order[two], order[three]
                if served == row:
                    score += params.three_in_row
                groups = ((0, cut, served[0]), (cut, next_cut, served[1]), (next_cut, count, served[2]))
                ways.append((score, groups))
    return ways


def _row(run: Run, place: dict[int, int], lacking: Sequence[bool], before: bool) -> tuple[int, ...]:
    """The places of the bodies nearest to a run on the side that the page uses, three at most, in page order;
    those that may lack a headline are left out."""
    nearest = run.below if before else run.above
    if nearest is None or run.above is run.below:
        return ()
    at = place[id(nearest)]
    side = range(at, len(lacking)) if before else range(at, -1, -1)
    near = [index for index in side if not lacking[index]][:3]
    return tuple(near if before else reversed(near))


def _article_above(run: Run, drafts: Sequence[Draft], place: dict[int, int]) -> Draft | None:
    """The draft above a run, past captions that cut an article there: those of picture stories where the run
    is one of its numbered subheads, others where what they cut stands under a subhead itself and nobody signs
    what goes on."""
    above = run.above
    numbered = NUMBERED.match(run.text) is not None
    while (
        above is not None
        and (numbered or above.caption)
        and above.closed
        and above is not run.below
        and may_lack_headline(above)
    ):
        index = place[id(above)]
        over = drafts[index - 1] if index else None
        signed = run.below is None or run.below.signed or run.below.byline_lines
        if not numbered and (signed or over is None or over.opened or over.closed):
            break
        above = over
    return above


def _candidates(
    run: Run, place: dict[int, int], lacking: Sequence[bool], before: bool, params: IngestParams
) -> dict[int, float]:
    """The drafts a run may belong to, each with the cost of its place (0 or less); those that may well lack a
    headline (`lacking`) make those behind them no farther."""
    found: dict[int, float] = {}
    count = len(lacking)
    above = place[id(run.above)] if run.above else -1
    below = place[id(run.below)] if run.below else count
    inside = above == below
    if inside:
        found[above] = -0.4
        above, below = above - 1, below + 1
    for side, index, off in ((-1, above, before and not inside), (1, below, not before)):
        step = passed = 0
        while 0 <= index < count and step < params.candidate_window and passed < _PASSED:
            cost = params.place_step * (step + inside) + params.caption_step * passed
            wrong = params.wrong_side / (2 if inside else 1) if off else 0.0
            found.setdefault(index, -cost - wrong)
            step += not lacking[index]
            passed += lacking[index]
            index += side
    return found


def may_lack_headline(draft: Draft, before: bool = False) -> bool:
    """Whether a draft looks like a picture's caption, which may well lack a headline. Where headlines
    stand first (`before`), one that is signed first has its own, unless it stands inside another article."""
    if not draft.blocks:
        return True
    first = draft.blocks[0].first
    if before and draft.byline_lines and draft.opened and not draft.enclosed:
        return False
    if opens_rest(first.text):
        return True
    if first.dateline is not None or len(draft.blocks) > 1 or len(draft.text) > 260:
        return False
    if not (draft.closed or draft.opened):
        return False
    # A caption is one paragraph: no line inside it leaves room after a sentence.
    block = draft.blocks[0]
    return not any(line.ends and line.printed < block.column - 3 for line in block.lines[:-1]) and not any(
        line.indent for line in block.lines[1:]
    )
