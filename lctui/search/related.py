"""Articles that belong together: the same writer, the same place, the same story.

A story is told by what is rare: names, places, a project's title. Two successive characters are
rare where such a word stands, so that the bigrams of an article, weighed by how many articles they
stand in, find the others without any dictionary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lctui.model import Hit, Match, Tier
from lctui.search.collection import BODY, REGIONS, Collection
from lctui.search.hits import article_matches
from lctui.search.snippets import make_snippet
from lctui.search.terms import Searched, Way
from lctui.text.folding import fold_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_BIGRAMS = 60  # of an article that are compared: its rarest and most frequent
_MOST_PLACES = 2000  # a bigram that stands in more places tells no story
_COMMON = 0.1  # nor does one that stands in a tenth of all articles
_COHESION = 8.0
_SAME_WRITER = 0.25  # of what a perfect match of words counts
_SAME_PLACE = 0.15
_LEAST = 0.12  # below this the shared words are chance
_FEWEST_SHARED = 3


def find_related(searched: Searched, number: int, limit: int) -> list[Hit]:
    """The articles nearest to article `number`, best first; their spans are the shared words."""
    import numpy as np

    collection = searched.collection
    bigrams, weights = _telling_bigrams(searched, number)
    size = len(collection)
    scores = np.zeros(size, dtype=np.float32)
    shared = np.zeros(size, dtype=np.int64)
    ways: list[Way] = []
    for key, weight in zip(bigrams, weights, strict=True):
        places = searched.postings.bigram(key >> 16, key & 0xFFFF).astype(np.int64)
        holds = _articles_of(collection, places)
        scores[holds] += np.float32(weight)
        shared[holds] += 1
        ways.append(Way("words", places, places + 2))
    whole = sum(weights)
    if whole:
        scores /= np.float32(whole)
    kindred = _kindred(collection, number)
    scores = np.where((shared >= _FEWEST_SHARED) | (kindred > 0), scores + kindred, 0)
    scores[number] = 0
    best = np.argsort(-scores, kind="stable")[: max(limit, 0)]
    return [
        _hit(collection, ways, int(other), float(scores[other])) for other in best if scores[other] >= _LEAST
    ]


def _telling_bigrams(searched: Searched, number: int) -> tuple[list[int], list[float]]:
    """The article's most telling bigrams and their weights (tf-idf)."""
    import numpy as np

    collection, postings = searched.collection, searched.postings
    parts = [bounds[number : number + 2] for bounds in collection.bounds]
    keys = []
    for region in (REGIONS.index("title"), REGIONS.index("kicker"), REGIONS.index("subtitle"), BODY):
        first, last = parts[region]
        codes = collection.codes[first:last].astype(np.uint32)
        # Chinese characters only: numbers are shared by chance.
        pair = (codes[:-1] >= 0x2E80) & (codes[1:] >= 0x2E80)
        keys.append((codes[:-1] << 16 | codes[1:])[pair])
    found, counts = np.unique(np.concatenate(keys), return_counts=True)
    numbers = np.searchsorted(postings.bigrams, found)
    frequency = postings.starts[numbers + 1] - postings.starts[numbers]
    size = len(collection)
    # How much oftener the two stand together than chance would have it: parts of words do, 的经 not.
    alone = np.diff(postings.starts[postings.first])
    expected = alone[found >> 16] * alone[found & 0xFFFF] / len(collection.codes)
    telling = (frequency > counts) & (frequency <= max(_COMMON * size, 8)) & (frequency <= _MOST_PLACES)
    telling &= frequency > _COHESION * expected
    found, counts, frequency = found[telling], counts[telling], frequency[telling]
    weights = (1 + np.log(counts)) * np.log((size + 1) / frequency).clip(min=0.01)
    best = np.argsort(-weights, kind="stable")[:_MOST_BIGRAMS]
    return [int(key) for key in found[best]], [float(weight) for weight in weights[best]]


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
    names = {fold_text(name) for byline in article.bylines for name in byline.names}
    place = fold_text(article.place or "")
    gains = np.zeros(len(collection), dtype=np.float32)
    if not names and not place:
        return gains
    for other, (_, candidate) in enumerate(collection.articles):
        if names and any(fold_text(n) in names for byline in candidate.bylines for n in byline.names):
            gains[other] += _SAME_WRITER
        if place and candidate.place and fold_text(candidate.place) == place:
            gains[other] += _SAME_PLACE
    return gains


def _hit(collection: Collection, ways: list[Way], number: int, score: float) -> Hit:
    matches: list[Match]
    matches, count = article_matches(collection, ways, number)
    article = collection.articles[number][1]
    snippet, spans = make_snippet(article, matches)
    return Hit(article.id, Tier.WORDS, "词", round(score, 4), count, snippet, spans, tuple(matches))
