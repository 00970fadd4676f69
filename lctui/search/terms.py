"""A term looked for as it stands, and the values in which every way of looking gives its answer.

A `Way` is where a term matched: from it follow the tier and the score of every article, and later
the matches of those few that are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lctui.model import Field, Tier
from lctui.search.collection import REGIONS, TITLES, Collection
from lctui.search.patterns import find_run
from lctui.search.postings import Postings
from lctui.search.query import FieldName
from lctui.search.ranking import WEIGHTS, bm25, rarity
from lctui.text.folding import Folded, is_latin

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places
    from lctui.text.folding import Codes

WayKind = Literal["exact", "words", "pinyin", "initials", "near"]

# A run of up to three characters is not found across the end of a clause: 中国，家 is not 国家.
_SHORT = 3
_LATIN_INSIDE_WORD = 3


@dataclass(frozen=True, slots=True)
class Way:
    """Where a term matched in one way: starts[i] .. ends[i], by start; `quality` 0 … 1 of each."""

    kind: WayKind
    starts: Places
    ends: Places
    quality: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True)
class TermResult:
    """For each article the tier (0 for not found) and the score, and the ways that led there."""

    tiers: NDArray[np.uint8]
    scores: NDArray[np.float32]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """What terms are looked for in.

    With `inside_words` short Latin terms and numbers may stand inside longer ones (C in NEC); with
    `one_article` few letters are pinyin of the body, too, where in many articles they find too much.
    """

    collection: Collection
    postings: Postings
    norms: NDArray[np.float32]
    inside_words: bool = False
    one_article: bool = False


def regions_of(field: FieldName | None) -> range:
    """The regions that a term of a field is looked for in."""
    if field is None:
        return range(len(REGIONS))
    if field == "title":
        return range(TITLES)
    region = REGIONS.index("byline" if field == "byline" else "place" if field == "place" else "column")
    return range(region, region + 1)


def exact_way(searched: Searched, text: Folded, regions: range) -> Way:
    """Where the term stands as it is, folding apart."""
    collection = searched.collection
    starts = within(collection, find_run(collection.codes, searched.postings, text.codes), regions)
    if not searched.inside_words:
        starts = _at_word_starts(collection, starts, text.codes)
    ends = starts + len(text.codes)
    if 1 < len(text.codes) <= _SHORT and not text.hard.any() and len(starts):
        inside = ~collection.crosses_clause(starts, ends)
        starts, ends = starts[inside], ends[inside]
    return Way("exact", starts, ends)


def _at_word_starts(collection: Collection, starts: Places, run: Codes) -> Places:
    """Few Latin letters must begin a word (prefixes match, art is not in start)."""
    if not (len(run) <= _LATIN_INSIDE_WORD and is_latin(run).all() and len(starts)):
        return starts
    before = collection.codes[starts - 1]  # at place 0 the last code, a separator
    digits = run[0] < 0x3A
    other = ~is_latin(before) | ((before < 0x3A) != digits)
    begins: Places = starts[other]
    return begins


def within(collection: Collection, places: Places, regions: range) -> Places:
    """The sorted `places` that lie in `regions`."""
    if len(regions) == len(REGIONS):
        return places
    low, _ = collection.region_of(regions[0])
    _, high = collection.region_of(regions[-1])
    first, last = places.searchsorted((low, high))
    return places[first:last]


def exact_result(searched: Searched, text: Folded, regions: range) -> TermResult:
    """Tiers and scores of the articles that hold the term as it stands."""
    import numpy as np

    collection = searched.collection
    way = exact_way(searched, text, regions)
    tiers = np.zeros(len(collection), dtype=np.uint8)
    occurrences, in_title = _occurrences(collection, way.starts, regions)
    found = occurrences > 0
    if not found.any():
        return TermResult(tiers, occurrences, ())
    tiers[found] = Tier.BODY_PHRASE
    tiers[in_title] = Tier.TITLE_PHRASE
    rare = rarity(len(collection), int(found.sum()))
    scores = bm25(occurrences, searched.norms, rare)
    titles = collection.bounds[0]
    first, last = way.starts.searchsorted((titles[0], titles[-1]))
    if first < last and 0 in regions:
        articles = np.searchsorted(titles, way.starts[first:last], "right") - 1
        lengths = titles[articles + 1] - titles[articles] - 1
        covered = len(text.codes) / lengths
        scores[np.unique(articles)] += rare * WEIGHTS.title
        bonus = np.zeros(len(collection), dtype=np.float32)
        np.maximum.at(bonus, articles, (rare * WEIGHTS.covered * covered).astype(np.float32))
        scores += bonus
        tiers[articles[lengths == len(text.codes)]] = Tier.TITLE
    return TermResult(tiers, scores, (way,))


def _occurrences(
    collection: Collection, starts: Places, regions: range
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """For each article the weighed number of `starts`, and whether one is in its headline."""
    import numpy as np

    occurrences = np.zeros(len(collection), dtype=np.float32)
    in_title = np.zeros(len(collection), dtype=np.bool_)
    for region in regions:
        counts = collection.counts(starts, region)
        if counts is not None:
            occurrences += WEIGHTS.fields[REGIONS[region]] * counts
            if region < TITLES:
                in_title |= counts > 0
    return occurrences, in_title


def words_result(searched: Searched, words: list[Folded], regions: range) -> TermResult:
    """The articles that hold all `words`, wherever they stand."""
    import numpy as np

    results = [exact_result(searched, word, regions) for word in words]
    everywhere = np.logical_and.reduce([result.tiers > 0 for result in results])
    tiers = np.where(everywhere, np.uint8(Tier.WORDS), np.uint8(0))
    scores = np.where(everywhere, np.sum([result.scores for result in results], axis=0), np.float32(0))
    ways = tuple(Way("words", way.starts, way.ends) for result in results for way in result.ways)
    return TermResult(tiers, scores.astype(np.float32), ways if everywhere.any() else ())


def graded_result(
    searched: Searched, ways: tuple[Way, ...], tier: Tier, by_field: dict[Field, float]
) -> TermResult:
    """Tiers and scores from the quality of the best match of each article.

    `by_field` is what a match counts by where it stands; one in the title counts for more, the more
    of the title it covers, and each further match adds a little.
    """
    import numpy as np

    collection = searched.collection
    scores = np.zeros(len(collection), dtype=np.float32)
    matches = np.zeros(len(collection), dtype=np.int64)
    for way in ways:
        assert way.quality is not None
        for region, field in enumerate(REGIONS):
            bounds = collection.bounds[region]
            first, last = way.starts.searchsorted((bounds[0], bounds[-1]))
            if first == last:
                continue
            articles = np.searchsorted(bounds, way.starts[first:last], "right") - 1
            quality = way.quality[first:last] * np.float32(by_field[field])
            if region == 0:
                lengths = bounds[articles + 1] - bounds[articles] - 1
                share = (way.ends[first:last] - way.starts[first:last]) / lengths
                quality = quality + np.float32(WEIGHTS.graded_cover) * share.astype(np.float32)
            np.maximum.at(scores, articles, quality.astype(np.float32))
            matches += np.bincount(articles, minlength=len(collection))
    found = matches > 0
    scores[found] += np.float32(WEIGHTS.graded_again) * np.log(matches[found])
    return TermResult(np.where(found, np.uint8(tier), np.uint8(0)), scores, ways if found.any() else ())


def better(one: TermResult, other: TermResult) -> TermResult:
    """For each article what ranks higher; the ways of both."""
    import numpy as np

    takes_other = (other.tiers > 0) & (
        (one.tiers == 0)
        | (other.tiers < one.tiers)
        | ((other.tiers == one.tiers) & (other.scores > one.scores))
    )
    return TermResult(
        np.where(takes_other, other.tiers, one.tiers),
        np.where(takes_other, other.scores, one.scores),
        one.ways + other.ways,
    )
