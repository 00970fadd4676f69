"""Finding in one article: the language of the search bar, every match in reading order, no index."""

from __future__ import annotations

from lctui.model import Article, Issue, Match
from lctui.search.collection import collect
from lctui.search.evaluate import search_term, strongest_ways
from lctui.search.hits import article_matches
from lctui.search.postings import build_postings
from lctui.search.query import parse
from lctui.search.ranking import length_norms
from lctui.search.terms import Searched, Way

_NOWHERE = Issue(id="", source="", encoding="", lines=(), articles=())


def find_within(article: Article, query: str) -> tuple[Match, ...]:
    """Where `query` matches in `article`: each of its words for itself, in its strongest way.

    In one article there is nothing to choose among, so that one word that does not occur hides none
    of the others; what -词 excludes, and fields that are no text, are left out of account.
    """
    collection = collect([(_NOWHERE, article)])
    postings = build_postings(collection.codes)
    searched = Searched(collection, postings, length_norms(collection), one_article=True)
    ways: list[Way] = []
    for clause in parse(query).clauses:
        if not clause.negative:
            for term in clause.terms:
                if term.value is None:
                    ways += strongest_ways(search_term(searched, term), 0)
    return tuple(article_matches(collection, ways, 0)[0])
