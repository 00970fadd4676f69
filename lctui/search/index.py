"""The search index: built once over the articles, then asked on every keystroke.

Nothing here knows a store or a screen. An index is never changed after it is built, so any number
of threads may ask it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from lctui.model import Article, Hit, Issue, SearchResult
from lctui.search.collection import Cancelled, collect
from lctui.search.completion import Completion
from lctui.search.evaluate import evaluate
from lctui.search.hits import make_hit
from lctui.search.ordering import Ordering, Sort
from lctui.search.postings import build_postings
from lctui.search.query import parse
from lctui.search.ranking import length_norms
from lctui.search.related import find_related
from lctui.search.suggestion import suggest
from lctui.search.terms import Searched

if TYPE_CHECKING:
    from lctui.search.collection import Collection

__all__ = ["Cancelled", "SearchIndex", "Sort"]


class SearchIndex:
    """A collection of articles that can be searched; make one with `build`."""

    def __init__(self, searched: Searched) -> None:
        self._searched = searched
        self._ordering = Ordering(searched.collection)
        self._completion = Completion(searched.collection.articles)
        self._numbers = {article.id: n for n, (_, article) in enumerate(searched.collection.articles)}

    @classmethod
    def build(
        cls,
        articles: Sequence[tuple[Issue, Article]],
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> SearchIndex:
        """Index `articles`; time and memory grow linearly with their text.

        `progress(done, total)` counts articles. Raises Cancelled soon after `cancelled` says so. Made
        for a thread of its own: no step holds the interpreter for more than some milliseconds.
        """

        def check() -> None:
            if cancelled is not None and cancelled():
                raise Cancelled

        collection = collect(articles, progress=progress, cancelled=cancelled)
        postings = build_postings(collection.codes, check=check)
        index = cls(Searched(collection, postings, length_norms(collection)))
        if progress is not None:
            progress(len(articles), len(articles))
        return index

    def __len__(self) -> int:
        return len(self._collection)

    @property
    def _collection(self) -> Collection:
        return self._searched.collection

    def find(
        self,
        query: str,
        *,
        limit: int | None = None,
        sort: Literal["relevance", "date", "title"] = "relevance",
    ) -> SearchResult:
        """Answer a query in the language of the search bar; any text is one.

        At most `limit` hits are returned, of `total`; by relevance they come by tier, then score.
        """
        parsed = parse(query)
        found = evaluate(self._searched, parsed)
        if len(parsed.clauses) > 1 and not found.tiers.any():
            found = evaluate(replace(self._searched, inside_words=True), parsed)
        order = self._ordering.order(found, sort)
        shown = order if limit is None else order[: max(limit, 0)]
        hits = tuple(make_hit(self._collection, found, int(number)) for number in shown)
        suggestion = None
        if not len(order):
            missing = [term for term in found.missing if not term.value]
            words = [term.text for term in missing if not term.misread]  # what is wrong there is told
            suggestion = suggest(self._searched, words) if missing else found.rarest
        return SearchResult(hits, len(order), found.problems, suggestion)

    def complete(self, text: str) -> list[str]:
        """What the bar's `text` may be completed to: whole bars, the likeliest first."""
        return self._completion.complete(text)

    def related(self, article_id: str, limit: int = 10) -> list[Hit]:
        """Articles by the same writer, from the same place or on the same story, nearest first.

        Raises KeyError for an article that is not in the index.
        """
        return find_related(self._searched, self._numbers[article_id], limit)
