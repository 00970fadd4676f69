"""引题, 主题, 副题: what each line of a headline is, told from their lengths, joints and the page's habit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lctui.ingest.chars import balanced, ems
from lctui.ingest.labels import find_label, may_be_label, may_be_last_label, names_place
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line

_HALVES = 4
"""Lines. What lies further apart are the halves of a headline set over several columns."""
_CONTINUING = frozenset("使让将把为的与和及暨，、）》”")
_REPEATED = 6
"""em. The longest line that headlines of a page share."""
_JOINING = frozenset("暨和与及的、并在为将对把向从等让使")


@dataclass(frozen=True, slots=True)
class Headline:
    column: str | None
    kicker: str | None
    title: str
    subtitle: str | None


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page sets its headlines: whether it breaks them to fit narrow columns, having several of two
    short lines; whether it sets the names of columns over them, having several under one of four
    characters, or below them, having several over a few characters; and the short lines that more than one
    of them has, which can only be such names."""

    breaks: bool = False
    labels: bool = False
    labels_last: bool = False
    repeated: frozenset[str] = frozenset()


def split_headline(
    lines: Sequence[Line],
    texts: Sequence[str],
    body: str = "",
    habits: Habits = Habits(),
    params: IngestParams = PARAMS,
) -> Headline:
    """Column label, kicker, title and subtitle from the lines of one headline, in reading order.

    Where one of two lines is long, the first was not broken off for want of room: it is the kicker. Of
    two short lines it is the kicker too, unless the page breaks its headlines.
    """
    rest = list(zip(lines, texts, strict=True))
    column = kicker = subtitle = None
    if len(rest) > 1 and rest[1][0].number - rest[0][0].number <= _HALVES:
        of_page = habits.repeated.intersection(line.text for line in lines)
        found = next((place for place, (line, _) in enumerate(rest) if line.text in of_page), None)
        if found is None:
            texts = [text for _, text in rest]
            found = find_label(texts, body, usual=habits.labels, last=habits.labels_last)
        if found is not None:
            column = rest.pop(found)[1]
    if len(rest) > 1 and rest[-1][1].startswith(("——", "—", "－－")):
        subtitle = rest.pop()[1]
    if len(rest) > 1:
        first, second = rest[0][1], rest[1][1]
        roomy = not habits.breaks or max(ems(first), ems(second)) > params.kicker_width
        halves = rest[1][0].number - rest[0][0].number > _HALVES
        whole = first[-1] not in _JOINING and second[0] not in _CONTINUING and balanced(first) and not halves
        stated = "，" in first[2:-2] and ems(first) >= 9 and "，" not in second
        if first.endswith(("——", "：", "，")) or ((roomy or stated) and whole):
            kicker = first
            del rest[0]
    title = rest[0][1]
    for (before, _), (line, text) in pairwise(rest):
        apart = line.number - before.number > _HALVES
        title += (" " if apart or (title[-1].isascii() and text[0].isascii()) else "") + text
    return Headline(column, kicker, title, subtitle)


def headline_habits(heads: Iterable[Sequence[Line]], params: IngestParams = PARAMS) -> Habits:
    """What the headlines of a page, each as its lines, have in common."""
    several = [lines for lines in heads if len(lines) > 1]
    short = sum(
        len(lines) == 2 and all(line.width <= params.kicker_width for line in lines) for lines in several
    )
    labelled = sum(
        may_be_label(lines[0].text, lines[1].text) and names_place(lines[0].text) for lines in several
    )
    last = sum(may_be_last_label(lines[-1].text, lines[-2].text) for lines in several)
    # The second line of two headlines may end both alike (再上新台阶); three would hardly.
    firsts = Counter(lines[0].text for lines in several if lines[0].width <= _REPEATED)
    others = Counter(line.text for lines in several for line in lines[1:] if line.width <= _REPEATED)
    repeated = {text for text, count in firsts.items() if count > 1 or others[text]}
    repeated.update(text for text, count in others.items() if count > 2)
    return Habits(
        short >= params.broken_headlines,
        labelled >= params.labelled_headlines,
        last >= params.last_labels,
        frozenset(repeated),
    )
