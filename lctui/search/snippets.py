"""The piece of text shown with a hit: where most of its matches stand together."""

from __future__ import annotations

from collections.abc import Sequence

from lctui.model import Article, Match, Span
from lctui.search.collection import field_text

WIDTH = 60
"""Characters of a snippet, apart from the ellipses: one line of a wide terminal."""

_BEFORE = 14  # characters of context before the first match, where there is room
_CLAUSE_ENDS = frozenset("，。；：！？、… 　")
_WEIGHED = 200  # matches among which the best place is sought


def make_snippet(article: Article, matches: Sequence[Match]) -> tuple[str, tuple[Span, ...]]:
    """A snippet and its matches. The body comes before headlines, which a list shows anyway.

    Without matches it is the beginning of the body. It is the original text, cut at most at both
    ends, where … stands then.
    """
    body = [match for match in matches if match.field == "body"]
    if not matches:
        text = next((p.text for p in article.paragraphs if p.text.strip()), article.title)
        return (text[:WIDTH] + "…" if len(text) > WIDTH else text), ()
    chosen = (body or list(matches))[:_WEIGHED]
    anchor = _densest(article, chosen)
    first = chosen[anchor]
    text = field_text(article, first.field, first.paragraph)
    start = _start(text, first)
    end = min(len(text), max(start + WIDTH, first.end))
    start = max(0, min(start, max(first.start, end - WIDTH), end - WIDTH))
    inside = [
        match
        for match in (body or matches)
        if match.field == first.field and match.paragraph == first.paragraph and start <= match.start < end
    ]
    if inside and inside[-1].end > end:  # never cut a match
        end = inside[-1].end
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    shift = len(before) - start
    spans = tuple(Span(match.start + shift, match.end + shift) for match in inside)
    return before + text[start:end] + after, spans


def _densest(article: Article, matches: Sequence[Match]) -> int:
    """The match that begins the window holding the most different matches, then the most."""
    words = [
        field_text(article, match.field, match.paragraph)[match.start : match.end].lower()
        for match in matches
    ]
    best = (0, 0)
    anchor = 0
    end = 0
    counts: dict[str, int] = {}
    for start, first in enumerate(matches):
        while end < len(matches) and (end == start or _together(first, matches[end])):
            counts[words[end]] = counts.get(words[end], 0) + 1
            end += 1
        found = (len(counts), end - start)
        if found > best:
            best, anchor = found, start
        counts[words[start]] -= 1
        if not counts[words[start]]:
            del counts[words[start]]
    return anchor


def _together(first: Match, other: Match) -> bool:
    return (
        other.field == first.field
        and other.paragraph == first.paragraph
        and other.end - first.start <= WIDTH - _BEFORE
    )


def _start(text: str, match: Match) -> int:
    """Where the snippet begins: at the start of a clause not far before the match."""
    earliest = max(0, match.start - _BEFORE)
    if earliest == 0:
        return 0
    for at in range(earliest, match.start):
        if text[at - 1] in _CLAUSE_ENDS:
            return at
    return earliest
