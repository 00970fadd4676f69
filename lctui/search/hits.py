"""From places in the collection to what is shown of an article: matches, their number, a snippet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lctui.model import Hit, Match, Reason, Tier
from lctui.search.evaluate import Found, ways_of
from lctui.search.snippets import make_snippet

if TYPE_CHECKING:
    from lctui.search.collection import Collection, Places
    from lctui.search.terms import Way

MOST_SPANS = 1000
"""Matches of a hit that are told one by one; `count` counts them all."""

_REASONS: dict[Tier, Reason] = {
    Tier.TITLE: "题",
    Tier.TITLE_PHRASE: "短语",
    Tier.BODY_PHRASE: "短语",
    Tier.WORDS: "词",
    Tier.PINYIN: "拼音",
    Tier.NEAR: "近似",
}


def make_hit(collection: Collection, found: Found, number: int) -> Hit:
    """The hit of article `number`, which was found."""
    ways = ways_of(found, number)
    matches, count = article_matches(collection, ways, number)
    article = collection.articles[number][1]
    tier = Tier(int(found.tiers[number]))
    reason = _REASONS[tier]
    if tier is Tier.PINYIN and not _has(collection, ways, "pinyin", number):
        reason = "首字母"
    snippet, spans = make_snippet(article, matches)
    score = round(float(found.scores[number]), 4)
    return Hit(article.id, tier, reason, score, count, snippet, spans, tuple(matches))


def article_matches(collection: Collection, ways: list[Way], number: int) -> tuple[list[Match], int]:
    """The matches of an article in reading order, overlapping ones made one, and how many there are."""
    import numpy as np

    by_region: dict[int, list[tuple[Places, Places]]] = {}
    for way in ways:
        for region, first, last in collection.of_article(way.starts, number):
            by_region.setdefault(region, []).append((way.starts[first:last], way.ends[first:last]))
    matches: list[Match] = []
    count = 0
    for region in sorted(by_region):
        parts = by_region[region]
        starts = np.concatenate([part[0] for part in parts])
        ends = np.concatenate([part[1] for part in parts])
        starts, ends = _merge(starts, ends)
        count += len(starts)
        room = MOST_SPANS - len(matches)
        if room > 0:
            matches += collection.matches(number, region, starts[:room], ends[:room])
    return matches, count


def _merge(starts: Places, ends: Places) -> tuple[Places, Places]:
    """Overlapping matches as one, in order."""
    import numpy as np

    if len(starts) < 2:
        return starts, ends
    order = np.lexsort((-ends, starts))
    starts, ends = starts[order], np.maximum.accumulate(ends[order])
    opens = np.empty(len(starts), dtype=np.bool_)
    opens[0] = True
    np.greater_equal(starts[1:], ends[:-1], out=opens[1:])
    first = np.flatnonzero(opens)
    return starts[first], ends[np.append(first[1:], len(starts)) - 1]


def _has(collection: Collection, ways: list[Way], kind: str, number: int) -> bool:
    return any(
        way.kind == kind and next(collection.of_article(way.starts, number), None) is not None for way in ways
    )
