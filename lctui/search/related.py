"""Articles that belong together: the same writer, the same place, the same story.

A story is told by what is rare: names, places, a project's title. The words of an article, weighed
by how rarely they stand in the collection, find the others that tell it.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from lctui.model import Hit, Match, Tier
from lctui.search.collection import Collection
from lctui.search.hits import article_matches
from lctui.search.patterns import find_run
from lctui.search.snippets import make_snippet
from lctui.search.terms import Searched, Way
from lctui.text.folding import fold_codes, fold_text
from lctui.text.words import words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Places

_MOST_WORDS = 60  # of an article that are compared: its rarest and most frequent
_MOST_CHARACTERS = 20_000  # of an article that are looked at
_SHORTEST = 2
_MOST_PLACES = 2000  # a word that stands in more places tells no story
_COMMON = 0.1  # nor does one that stands as often as a tenth of all articles are many …
_FEW = 8  # … unless the collection is small
_SAME_WRITER = 0.25  # of what a perfect match of words counts
_SAME_PLACE = 0.15
_LEAST = 0.12  # below this the shared words are chance
_FEWEST_SHARED = 3


def find_related(searched: Searched, number: int, limit: int) -> list[Hit]:
    """The articles nearest to article `number`, best first; their spans are the shared words."""
    import numpy as np

    collection = searched.collection
    size = len(collection)
    scores = np.zeros(size, dtype=np.float32)
    shared = np.zeros(size, dtype=np.int64)
    ways: list[Way] = []
    whole = 0.0
    for places, length, weight in _telling_words(searched, number):
        holds = _articles_of(collection, places)
        scores[holds] += np.float32(weight)
        shared[holds] += 1
        whole += weight
        ways.append(Way("words", places, places + length))
    if whole:
        scores /= np.float32(whole)
    kindred = _kindred(collection, number)
    scores = np.where((shared >= _FEWEST_SHARED) | (kindred > 0), scores + kindred, 0)
    scores[number] = 0
    best = np.argsort(-scores, kind="stable")[: max(limit, 0)]
    return [
        _hit(collection, ways, int(other), float(scores[other])) for other in best if scores[other] >= _LEAST
    ]


def _telling_words(searched: Searched, number: int) -> list[tuple[Places, int, float]]:
    """The article's most telling words: their places everywhere, length and weight (tf-idf)."""
    collection = searched.collection
    article = collection.articles[number][1]
    text = "\n".join((article.title, article.kicker or "", article.subtitle or "", article.text))
    pieces = (text[span.start : span.end] for span in words(text[:_MOST_CHARACTERS]))
    counts = Counter(fold_text(piece) for piece in pieces if len(piece) > 1)
    size = len(collection)
    found: list[tuple[Places, int, float]] = []
    for word, count in counts.items():
        if len(word) < _SHORTEST or not all(character >= "\u2e80" for character in word):
            continue  # numbers are shared by chance
        run = fold_codes(word)
        places = find_run(collection.codes, searched.postings, run)
        if count < len(places) <= min(max(_COMMON * size, _FEW), _MOST_PLACES):
            found.append((places, len(run), (1 + math.log(count)) * math.log((size + 1) / len(places) + 1)))
    found.sort(key=lambda word: -word[2])
    return found[:_MOST_WORDS]


def _articles_of(collection: Collection, places: NDArray[np.int64]) -> NDArray[np.int64]:
    import numpy as np

    found = []
    for bounds in collection.bounds:
        first, last = places.searchsorted((bounds[0], bounds[-1]))
        found.append(np.searchsorted(bounds, places[first:last], "right") - 1)
    return np.unique(np.concatenate(found))


def _kindred(collection: Collection, number: int) -> NDArray[np.float32]:
    """What each article gains by a shared writer or place."""
    import numpy as np

    article = collection.articles[number][1]
    names = {name for byline in article.bylines for name in byline.names}
    place = article.place
    gains = np.zeros(len(collection), dtype=np.float32)
    if not names and not place:
        return gains
    for other, (_, candidate) in enumerate(collection.articles):
        if names and any(name in names for byline in candidate.bylines for name in byline.names):
            gains[other] += _SAME_WRITER
        if place and candidate.place == place:
            gains[other] += _SAME_PLACE
    return gains


def _hit(collection: Collection, ways: list[Way], number: int, score: float) -> Hit:
    matches: list[Match]
    matches, count = article_matches(collection, ways, number)
    article = collection.articles[number][1]
    snippet, spans = make_snippet(article, matches)
    return Hit(article.id, Tier.WORDS, "词", round(score, 4), count, snippet, spans, tuple(matches))
