"""How found articles are ranked: by tier first, within a tier by a score.

The score is BM25F (Robertson & Zaragoza 2009, The Probabilistic Relevance Framework): occurrences
in the fields weighed and added before they saturate, so that one in the title outweighs several in
the body; to that comes a bonus for what stands in the headline, greater the more of it is covered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lctui.model import Field

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Collection


@dataclass(frozen=True, slots=True)
class Weights:
    """Every tuned number of the ranking."""

    fields: dict[Field, float] = field(
        default_factory=lambda: {
            "title": 8.0, "kicker": 4.0, "subtitle": 4.0, "column": 3.0,
            "byline": 5.0, "place": 4.0, "body": 1.0,
        }
    )  # fmt: skip
    """What an occurrence counts, one in the body being 1."""
    saturation: float = 1.2
    """BM25's k1: the usual value for news."""
    length: float = 0.4
    """BM25's b: how much a long body is discounted; less than the usual 0.75, for the articles of a
    page differ in length more than in what they are about."""
    title: float = 1.0
    """Bonus, in units of the word's rarity, where it stands in the title …"""
    covered: float = 1.0
    """… and for the share of the title that it covers."""
    graded_cover: float = 0.15
    """The same for matches by sound and near ones, whose scores run from 0 to about 1."""
    graded_again: float = 0.01
    """What each doubling (roughly) of such matches adds: enough to part equals."""
    sound_by_field: dict[Field, float] = field(
        default_factory=lambda: {
            "title": 1.0, "kicker": 0.8, "subtitle": 0.8, "column": 0.7,
            "byline": 0.9, "place": 0.8, "body": 0.5,
        }
    )  # fmt: skip
    """A match by sound: who types pinyin aims at a headline or a name; bodies hold chance matches."""
    near_by_field: dict[Field, float] = field(
        default_factory=lambda: {
            "title": 1.0, "kicker": 0.98, "subtitle": 0.98, "column": 0.95,
            "byline": 1.0, "place": 0.95, "body": 0.95,
        }
    )  # fmt: skip
    """A near match: how near it is counts for more than where it stands."""


WEIGHTS = Weights()


def rarity(articles: int, found: int) -> float:
    """BM25's inverse document frequency, never negative."""
    import math

    return math.log(1 + (articles - found + 0.5) / (found + 0.5))


def length_norms(collection: Collection) -> NDArray[np.float32]:
    """BM25's discount by length of each article's body."""
    import numpy as np

    lengths = np.diff(collection.bounds[-1]).astype(np.float32)
    mean = float(lengths.mean()) if len(lengths) else 1.0
    norms = 1 - WEIGHTS.length + WEIGHTS.length * lengths / max(mean, 1.0)
    return norms.astype(np.float32)


def bm25(occurrences: NDArray[np.float32], norms: NDArray[np.float32], rare: float) -> NDArray[np.float32]:
    """BM25 of a word that occurs so often (weighed) in each article."""
    k1 = WEIGHTS.saturation
    scores = rare * occurrences * (k1 + 1) / (occurrences + k1 * norms)
    return scores.astype("f4")
