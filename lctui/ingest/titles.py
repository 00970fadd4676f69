"""引题, 主题, 副题: what each line of a headline is, told from their lengths, joints and the page's habit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lctui.ingest.chars import balanced, ems
from lctui.ingest.labels import find_label
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line

_HALVES = 4
"""Lines. What lies further apart are the halves of a headline set over several columns."""
_CONTINUING = frozenset("使让将把为的与和及暨，、）》”")
_JOINING = frozenset("暨和与及的、并在为将对把向从等让使")


@dataclass(frozen=True, slots=True)
class Headline:
    column: str | None
    kicker: str | None
    title: str
    subtitle: str | None


def split_headline(
    lines: Sequence[Line],
    texts: Sequence[str],
    body: str = "",
    breaks: bool = False,
    params: IngestParams = PARAMS,
) -> Headline:
    """Column label, kicker, title and subtitle from the lines of one headline, in reading order.

    Where one of two lines is long, the first was not broken off for want of room: it is the kicker. Of
    two short lines it is the kicker too, unless the page breaks its headlines (`breaks`).
    """
    rest = list(zip(lines, texts, strict=True))
    column = kicker = subtitle = None
    if len(rest) > 1 and rest[1][0].number - rest[0][0].number <= _HALVES:
        found = find_label([text for _, text in rest], body)
        if found is not None:
            column = rest.pop(found)[1]
    if len(rest) > 1 and rest[-1][1].startswith(("——", "—", "－－")):
        subtitle = rest.pop()[1]
    if len(rest) > 1:
        first, second = rest[0][1], rest[1][1]
        roomy = not breaks or max(ems(first), ems(second)) > params.kicker_width
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


def breaks_headlines(heads: Iterable[Sequence[Line]], params: IngestParams = PARAMS) -> bool:
    """Whether a page breaks its headlines to fit narrow columns: it has several of two short lines."""
    short = sum(
        len(lines) == 2 and all(line.width <= params.kicker_width for line in lines) for lines in heads
    )
    return short >= params.broken_headlines
