"""A query's clauses against a collection: which articles, in which tier, with what score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lctui.i18n import tr
from lctui.model import Tier
from lctui.search.near import near_ways, same_sound_ways
from lctui.search.query import Clause, Query, Term
from lctui.search.ranking import WEIGHTS
from lctui.search.segments import term_words
from lctui.search.sounds import sound_ways
from lctui.search.terms import (
    Searched,
    TermResult,
    Way,
    better,
    exact_result,
    graded_result,
    regions_of,
    words_result,
)
from lctui.text.folding import fold
from lctui.text.numerals import other_numerals

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FIRST_IDEOGRAPH = 0x2E80
_SEGMENTED = 3  # Chinese characters from which on a run is taken apart into words
_NEAR_ALWAYS = 3  # longer ones have near matches beside exact ones, shorter ones only same-sounding
_ADJACENT = 1.25  # what each word of a query gains where they all stand together: more than by itself


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of a query: tier (0 for not found) and score of each.

    `sources` are the clauses' results, whose ways tell where an article matched.
    """

    tiers: NDArray[np.uint8]
    scores: NDArray[np.float32]
    sources: tuple[TermResult, ...]
    problems: tuple[str, ...]
    missing: tuple[Term, ...]
    """Terms that no article holds in any way."""
    rarest: str | None = None
    """Where several words stand nowhere together, the one that stands in the fewest articles."""


def evaluate(searched: Searched, query: Query) -> Found:
    """Look for all clauses of `query`; a query without any finds nothing."""
    import numpy as np

    size = len(searched.collection)
    wanted = [clause for clause in query.clauses if not clause.negative and _says_something(clause)]
    problems = list(query.problems)
    missing: list[Term] = []
    negative = [clause for clause in query.clauses if clause.negative and _says_something(clause)]
    if not wanted and not negative:
        if query.clauses and not problems:
            problems.append(tr("只有标点，没有可以查找的文字。"))
        empty = np.zeros(size, dtype=np.uint8)
        return Found(empty, np.zeros(size, dtype=np.float32), (), tuple(problems), ())
    allowed = np.ones(size, dtype=np.bool_)
    tiers = np.zeros(size, dtype=np.uint8)
    scores = np.zeros(size, dtype=np.float32)
    sources: list[TermResult] = []
    scoring = 0
    alone: list[tuple[int, str]] = []
    for clause in wanted:
        result = _clause_result(searched, clause, problems)
        if not result.tiers.any():
            missing += clause.terms
        allowed &= result.tiers > 0
        sources.append(result)
        if _is_filter(clause):
            continue
        scoring += 1
        alone.append((int((result.tiers > 0).sum()), clause.terms[0].text))
        tiers = np.maximum(tiers, result.tiers)
        scores += result.scores
    if not scoring:
        tiers = np.full(size, Tier.WORDS, dtype=np.uint8)
        for result in sources:
            tiers = np.maximum(tiers, result.tiers)
    elif scoring > 1:
        tiers = np.maximum(tiers, np.uint8(Tier.WORDS))
    tiers = np.where(allowed, tiers, np.uint8(0))
    if (adjacent := _adjacent(searched, wanted)) is not None:
        together = adjacent.tiers > 0
        tiers = np.where(together, adjacent.tiers, tiers)
        scores = np.where(together, adjacent.scores + np.float32(_ADJACENT * scoring), scores)
        sources.append(adjacent)
    for clause in negative:
        tiers[_excluded(searched, clause)] = 0
    rarest = min(alone)[1] if len(alone) > 1 and not missing else None
    return Found(tiers, scores, tuple(sources), tuple(dict.fromkeys(problems)), tuple(missing), rarest)


def search_term(searched: Searched, term: Term) -> TermResult:
    """A text term in every way it may match; one in quotes only as it stands."""
    text = fold(term.text)
    regions = regions_of(term.field)
    if not len(text.codes):
        return nothing(searched)
    result = _as_written(searched, term.text, regions)
    if term.exact:
        return result
    chinese = int((text.codes >= _FIRST_IDEOGRAPH).sum())
    if chinese >= _SEGMENTED and (words := term_words(term.text)):
        result = better(result, words_result(searched, words, regions))
    if sounds := sound_ways(searched, text, regions):
        result = better(result, graded_result(searched, sounds, Tier.PINYIN, WEIGHTS.sound_by_field))
    found = bool(result.tiers.any())
    ways: tuple[Way, ...] = ()
    if len(text.codes) > _NEAR_ALWAYS or (len(text.codes) == _NEAR_ALWAYS and not found):
        ways = near_ways(searched, text, regions)
    elif not found:
        ways = same_sound_ways(searched, text, regions)
    if ways:
        result = better(result, graded_result(searched, ways, Tier.NEAR, WEIGHTS.near_by_field))
    return result


def nothing(searched: Searched) -> TermResult:
    """No article."""
    import numpy as np

    size = len(searched.collection)
    return TermResult(np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.float32), ())


def _clause_result(searched: Searched, clause: Clause, problems: list[str]) -> TermResult:
    result: TermResult | None = None
    for term in clause.terms:
        if term.value is not None:
            found = _value_result(searched, term)
        else:
            found = search_term(searched, term)
            if term.doubt and not (found.tiers == Tier.BODY_PHRASE).any():
                sentence = tr("没有“{name}”这个字段（有：题 记者 地 栏 型 期 日），按普通文字查找。")
                problems.append(sentence.format(name=term.doubt))
        result = found if result is None else better(result, found)
    assert result is not None
    return result


def _value_result(searched: Searched, term: Term) -> TermResult:
    import numpy as np

    value = term.value
    assert value is not None
    articles = searched.collection.articles
    holds = np.fromiter((value.holds(*pair) for pair in articles), dtype=np.bool_, count=len(articles))
    empty = nothing(searched)
    return TermResult(np.where(holds, np.uint8(Tier.WORDS), np.uint8(0)), empty.scores, ())


def _says_something(clause: Clause) -> bool:
    """Whether a clause holds more than punctuation, which is left out of all texts."""
    return any(term.value is not None or len(fold(term.text).codes) for term in clause.terms)


def _is_filter(clause: Clause) -> bool:
    """Whether a clause only narrows the choice: every field but the title, which is searched."""
    return all(term.field not in (None, "title") for term in clause.terms)


def _excluded(searched: Searched, clause: Clause) -> NDArray[np.bool_]:
    """The articles that a negative clause takes out: what holds the word itself, not its likes."""
    import numpy as np

    out = np.zeros(len(searched.collection), dtype=np.bool_)
    for term in clause.terms:
        if term.value is not None:
            out |= _value_result(searched, term).tiers > 0
        elif len(fold(term.text).codes):
            out |= _as_written(searched, term.text, regions_of(term.field)).tiers > 0
    return out


def _as_written(searched: Searched, text: str, regions: range) -> TermResult:
    """Where `text` stands as it is, its numbers in whichever digits."""
    result = exact_result(searched, fold(text), regions)
    for form in other_numerals(text):
        result = better(result, exact_result(searched, fold(form), regions))
    return result


def _adjacent(searched: Searched, clauses: list[Clause]) -> TermResult | None:
    """Where the words of a query of nothing but plain words stand one after the other."""
    words = [term.text for clause in clauses if (term := clause.plain) is not None]
    if len(words) < 2 or len(words) < len(clauses):
        return None
    text = fold(" ".join(words))
    if not len(text.codes):
        return None
    result = exact_result(searched, text, regions_of(None))
    letters = fold("".join(words))
    if ways := sound_ways(searched, letters, regions_of(None)):
        result = better(result, graded_result(searched, ways, Tier.PINYIN, WEIGHTS.sound_by_field))
    return result if result.tiers.any() else None


def ways_of(found: Found, article: int) -> list[Way]:
    """The ways that put an article where it is, of every clause."""
    return [way for result in found.sources for way in strongest_ways(result, article)]


def strongest_ways(result: TermResult, article: int) -> list[Way]:
    """The ways that gave an article its tier in `result`; none where it was not found."""
    tier = int(result.tiers[article])
    if not tier:
        return []
    return [way for way in result.ways if _LEVELS[way.kind] == max(tier, Tier.BODY_PHRASE)]


_LEVELS = {
    "exact": Tier.BODY_PHRASE,
    "words": Tier.WORDS,
    "pinyin": Tier.PINYIN,
    "initials": Tier.PINYIN,
    "near": Tier.NEAR,
}
