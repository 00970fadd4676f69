"""The searched texts laid end to end: one array of folded codes, and the way from a place in it
to an article, a field and an original character.

All titles come first, then all kickers, and so on, bodies last; within each region the articles
keep their order. A place in the array thus tells the field by itself, and the articles of sorted
places are found by one merge. Only the texts' codes and the points where folding left something
out are kept, about three bytes a character; the texts themselves stay the articles' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lctui.model import Article, Field, Issue, Match
from lctui.text.folding import SEPARATOR, Folded, code_points, fold_points

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.text.folding import Codes

    Places = NDArray[np.int64]
    """Indices into the collection's codes."""

REGIONS: tuple[Field, ...] = ("title", "kicker", "subtitle", "column", "byline", "place", "body")
BODY = REGIONS.index("body")
TITLES = 3
"""The first regions, title, kicker and subtitle, are headlines: what is found there ranks as a title."""

# Folded at a time: some milliseconds of work, so that a thread answering keys gets its turn.
_CHUNK = 1 << 18


class Cancelled(Exception):
    """The index was no longer wanted while it was built."""


@dataclass(frozen=True, slots=True)
class Collection:
    """`codes` of all texts, each followed by a separator.

    bounds[r][d] .. bounds[r][d + 1] are article d's places in region r. `paragraph_starts` are the
    places where the body's paragraphs begin; article d's are first_paragraph[d] .. first_paragraph[d + 1].
    """

    articles: tuple[tuple[Issue, Article], ...]
    codes: Codes
    bounds: tuple[Places, ...]
    paragraph_starts: Places
    first_paragraph: Places
    _text_starts: Places  # of every text: its place …
    _text_origins: Places  # … and where it begins among the original characters laid end to end
    _jumps: Places  # places where the original runs ahead …
    _ahead: Places  # … by this much in all
    _hard: Places  # places before which a clause ended, and one beyond all others

    def __len__(self) -> int:
        return len(self.articles)

    def region_of(self, region: int) -> tuple[int, int]:
        """The places of a region: first, and one after the last."""
        bounds = self.bounds[region]
        return int(bounds[0]), int(bounds[-1])

    def counts(self, places: Places, region: int) -> NDArray[np.int64] | None:
        """How many of the sorted `places` lie in `region`, for each article; None for none at all."""
        import numpy as np

        bounds = self.bounds[region]
        first, last = np.searchsorted(places, (bounds[0], bounds[-1]))
        if first == last:
            return None
        if last - first < len(self):
            articles = np.searchsorted(bounds, places[first:last], "right") - 1
            return np.bincount(articles, minlength=len(self))
        return np.diff(np.searchsorted(places, bounds))

    def of_article(self, places: Places, article: int) -> Iterator[tuple[int, int, int]]:
        """(region, first, last) for the slices of sorted `places` that lie in an article."""
        for region, bounds in enumerate(self.bounds):
            first, last = places.searchsorted((bounds[article], bounds[article + 1]))
            if first < last:
                yield region, int(first), int(last)

    def crosses_clause(self, starts: Places, ends: Places) -> NDArray[np.bool_]:
        """For each match whether a clause ends inside it."""
        import numpy as np

        following = np.searchsorted(self._hard, starts, "right")  # the first clause's end after each start
        crossed: NDArray[np.bool_] = self._hard[following] < ends
        return crossed

    def matches(self, article: int, region: int, starts: Places, ends: Places) -> list[Match]:
        """Places of an article's region as matches in original offsets, in order."""
        import numpy as np

        texts = np.searchsorted(self._text_starts, starts, "right") - 1
        base = self._text_origins[texts]
        first = starts + self._shift(starts) - base
        last = (ends - 1) + self._shift(ends - 1) - base + 1
        field = REGIONS[region]
        if region == BODY:
            start = int(self.first_paragraph[article])
            numbers = np.searchsorted(self.paragraph_starts, starts, "right") - 1 - start
        else:
            numbers = np.zeros(len(starts), dtype=np.int64)
        return [
            Match(field, number, a, b)
            for number, a, b in zip(numbers.tolist(), first.tolist(), last.tolist(), strict=True)
        ]

    def _shift(self, places: Places) -> Places:
        import numpy as np

        return self._ahead[np.searchsorted(self._jumps, places, "right") - 1]


def field_text(article: Article, field: Field, paragraph: int = 0) -> str:
    """The original text that matches of `field` count their offsets in; empty for none."""
    if field == "body":
        return article.paragraphs[paragraph].text
    text: str | None = getattr(article, field)
    return text or ""


def collect(
    articles: Sequence[tuple[Issue, Article]],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Collection:
    """Fold the articles' texts into one collection, some hundred thousand characters at a time.

    Raises Cancelled as soon as `cancelled` says so.
    """
    import numpy as np

    builder = _Builder()
    text_counts: list[NDArray[np.int64]] = []
    done = 0
    total = len(articles)
    for region, field in enumerate(REGIONS):
        counts = np.ones(total, dtype=np.int64)
        for number, (_, article) in enumerate(articles):
            if region == BODY:
                counts[number] = len(article.paragraphs)
                for paragraph in article.paragraphs:
                    builder.add(paragraph.text)
            else:
                builder.add(field_text(article, field))
            if not number % 64:
                if cancelled is not None and cancelled():
                    raise Cancelled
                if progress is not None and region == BODY:
                    progress(number, total)
            done += 1
        text_counts.append(counts)
    builder.flush()
    return builder.finish(tuple(articles), text_counts)


class _Builder:
    """Texts come in one by one; they are folded by the chunk."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._waiting_size = 0
        self._places = 0
        self._origins = 0
        self._codes: list[Codes] = []
        self._text_starts: list[Places] = []
        self._text_origins: list[Places] = []
        self._jumps: list[Places] = []
        self._ahead: list[Places] = []
        self._hard: list[Places] = []

    def add(self, text: str) -> None:
        self._waiting.append(text)
        self._waiting_size += len(text) + 1
        if self._waiting_size >= _CHUNK:
            self.flush()

    def flush(self) -> None:
        import numpy as np

        if not self._waiting:
            return
        lengths = np.fromiter(map(len, self._waiting), dtype=np.int64, count=len(self._waiting)) + 1
        origins = np.cumsum(lengths) - lengths
        points = code_points("\0".join(self._waiting) + "\0").copy()
        # A text may hold U+0000 itself; only the joints are separators.
        zeros = np.flatnonzero(points == SEPARATOR)
        if len(zeros) > len(lengths):
            points[zeros] = 0x01
            points[origins + lengths - 1] = SEPARATOR
        folded: Folded = fold_points(points)
        self._codes.append(folded.codes)
        self._text_starts.append(np.searchsorted(folded.origins, origins) + self._places)
        self._text_origins.append(origins + self._origins)
        places = np.arange(len(folded.codes), dtype=np.int64) + self._places
        ahead = folded.origins + self._origins - places
        jumps = np.flatnonzero(np.diff(ahead, prepend=ahead[0] - 1))
        self._jumps.append(places[jumps])
        self._ahead.append(ahead[jumps])
        self._hard.append(places[folded.hard])
        self._places += len(folded.codes)
        self._origins += int(lengths.sum())
        self._waiting = []
        self._waiting_size = 0

    def finish(
        self, articles: tuple[tuple[Issue, Article], ...], text_counts: list[NDArray[np.int64]]
    ) -> Collection:
        import numpy as np

        def joined(parts: list[Places]) -> Places:
            out = np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)
            parts.clear()
            return out

        codes = np.concatenate(self._codes) if self._codes else np.empty(0, dtype=np.uint16)
        self._codes.clear()
        starts = joined(self._text_starts)
        firsts: list[Places] = []
        text = 0
        for counts in text_counts:
            firsts.append(np.concatenate(([0], np.cumsum(counts))) + text)
            text += int(counts.sum())
        ends = np.append(starts, len(codes))
        return Collection(
            articles=articles,
            codes=codes,
            bounds=tuple(ends[first] for first in firsts),
            paragraph_starts=starts[firsts[-1][0] :],
            first_paragraph=firsts[-1] - firsts[-1][0],
            _text_starts=starts,
            _text_origins=joined(self._text_origins),
            _jumps=joined(self._jumps),
            _ahead=joined(self._ahead),
            _hard=np.append(joined(self._hard), len(codes)),
        )
