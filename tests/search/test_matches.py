"""Matches are exact in the original text, whatever folding left out; and the index agrees with a scan."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.model import Article, Hit, Paragraph, Tier
from lctui.search.collection import REGIONS, collect, field_text
from lctui.search.index import SearchIndex
from lctui.search.near import near_ways
from lctui.search.patterns import find_pattern, find_run
from lctui.search.postings import build_postings
from lctui.search.ranking import length_norms
from lctui.search.terms import Searched
from lctui.search.within import find_within
from lctui.text.folding import SEPARATOR, fold, fold_codes, fold_text
from lctui.text.pinyin import readings
from tests.search.articles import Pair, issue

TEXT = st.text("高铁鐵聊城长重，。“” aB1２.㎡é\0", max_size=24)
WORD = st.text("高铁鐵聊城长重aB12", min_size=1, max_size=4)


@st.composite
def papers(draw: st.DrawFn) -> list[Pair]:
    articles = []
    for number in range(draw(st.integers(1, 4))):
        paragraphs = tuple(Paragraph("text", text, ()) for text in draw(st.lists(TEXT, max_size=3)))
        articles.append(
            Article(
                id=str(number),
                kind="report",
                title=draw(TEXT),
                paragraphs=paragraphs,
                kicker=draw(st.none() | TEXT),
                place=draw(st.none() | TEXT),
            )
        )
    return issue("paper", None, *articles)


def check_spans(hit: Hit, article: Article) -> list[str]:
    """The original text of all matches, after looking at what must hold for any hit."""
    assert hit.count >= len(hit.spans) > 0
    order = [(REGIONS.index(m.field), m.paragraph, m.start) for m in hit.spans]
    assert order == sorted(order)
    texts = []
    for match, following in zip(hit.spans, (*hit.spans[1:], None), strict=True):
        text = field_text(article, match.field, match.paragraph)
        assert 0 <= match.start < match.end <= len(text)
        if following and (following.field, following.paragraph) == (match.field, match.paragraph):
            assert match.end <= following.start
        texts.append(text[match.start : match.end])
    for span in hit.snippet_spans:
        assert 0 <= span.start < span.end <= len(hit.snippet)
        assert hit.snippet[span.start : span.end] in texts
    return texts


@given(papers(), WORD)
@settings(deadline=None, max_examples=150)
def test_exact_matches_fold_to_the_query(paper: list[Pair], word: str) -> None:
    articles = {article.id: article for _, article in paper}
    wanted = fold_text(word)
    for hit in SearchIndex.build(paper).find(f'"{word}"').hits:
        for text in check_spans(hit, articles[hit.article_id]):
            # Overlapping occurrences are one match: 高高 in 高高高; and ㎡ is found by m, 2 and m2.
            assert wanted in fold_text(text)


@given(papers(), st.lists(WORD | st.sampled_from(["gao", "lc", "chang", "gaot"]), min_size=1, max_size=3))
@settings(deadline=None, max_examples=150)
def test_any_query_gives_sound_hits(paper: list[Pair], words: list[str]) -> None:
    articles = {article.id: article for _, article in paper}
    result = SearchIndex.build(paper).find(" ".join(words))
    assert result.total == len(result.hits)
    for hit in result.hits:
        check_spans(hit, articles[hit.article_id])


@given(papers(), st.text("高铁鐵聊城长重", min_size=4, max_size=6))
@settings(deadline=None, max_examples=100)
def test_no_article_that_holds_the_phrase_is_missed(paper: list[Pair], phrase: str) -> None:
    """Against a scan of every field of every article."""
    wanted = fold_text(phrase)
    holders = {
        article.id
        for _, article in paper
        if any(wanted in fold_text(field_text(article, field)) for field in REGIONS[:-1])
        or any(wanted in fold_text(paragraph.text) for paragraph in article.paragraphs)
    }
    hits = SearchIndex.build(paper).find(phrase).hits
    assert {hit.article_id for hit in hits if hit.tier <= Tier.BODY_PHRASE} == holders


def searched(paper: list[Pair]) -> Searched:
    collection = collect(paper)
    return Searched(collection, build_postings(collection.codes), length_norms(collection))


@given(papers(), st.lists(st.sampled_from(["gao", "tie", "liao", "chang", "zhong"]), min_size=1, max_size=4))
def test_patterns_agree_with_a_scan(paper: list[Pair], syllables: list[str]) -> None:
    made = searched(paper)
    codes = made.collection.codes
    classes = [readings().codes(syllable) for syllable in syllables]
    members = [set(found.tolist()) for found in classes]
    listed = codes.tolist()
    expected = [
        at
        for at in range(len(listed) - len(members) + 1)
        if all(code in member for code, member in zip(listed[at:], members, strict=False))
    ]
    assert find_pattern(codes, made.postings, classes).tolist() == expected


@given(papers(), WORD)
def test_runs_agree_with_a_scan(paper: list[Pair], word: str) -> None:
    made = searched(paper)
    listed, run = made.collection.codes.tolist(), fold_codes(word).tolist()
    expected = [at for at in range(len(listed) - len(run) + 1) if listed[at : at + len(run)] == run]
    assert find_run(made.collection.codes, made.postings, fold_codes(word)).tolist() == expected


@given(papers(), st.text("高铁聊城长重", min_size=4, max_size=9))
@settings(deadline=None, max_examples=150)
def test_near_matches_are_near_and_none_with_one_wrong_character_is_missed(
    paper: list[Pair], term: str
) -> None:
    made = searched(paper)
    codes = made.collection.codes
    run = fold_codes(term)
    found = set()
    for way in near_ways(made, fold(term), range(len(REGIONS))):
        assert way.quality is not None
        assert ((way.quality > 0) & (way.quality < 1)).all()
        for start, end in zip(way.starts.tolist(), way.ends.tolist(), strict=True):
            assert SEPARATOR not in codes[start:end].tolist()
            found.add(start)
    for at in range(len(codes) - len(run) + 1):
        window = codes[at : at + len(run)]
        if int(np.sum(window != run)) == 1 and SEPARATOR not in window.tolist():
            place = np.array([at])
            # Four characters with a slip in them are not taken together across a clause's end.
            across = made.collection.crosses_clause(place, place + len(run))[0]
            assert at in found or (across and len(run) == 4)


def test_blocks_are_merged_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Postings of many small blocks are those of one large one."""
    rng = np.random.default_rng(7)
    codes = rng.integers(0, 6, 5000).astype(np.uint16)
    whole = build_postings(codes)
    monkeypatch.setattr("lctui.search.postings._BLOCK", 64)
    pieces = build_postings(codes)
    for field in ("bigrams", "starts", "places", "first"):
        assert np.array_equal(getattr(whole, field), getattr(pieces, field))


def test_chunks_give_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folding chunk by chunk leads back to the same original characters."""
    paper = issue(
        "x",
        None,
        *(
            Article(str(n), "report", f"第{n}，题", (Paragraph("text", "高铁，“聊城”。㎡高铁", ()),))
            for n in range(9)
        ),
    )
    whole = SearchIndex.build(paper).find("聊城 高铁").hits
    monkeypatch.setattr("lctui.search.collection._CHUNK", 8)
    assert SearchIndex.build(paper).find("聊城 高铁").hits == whole


WITHIN = [
    ("高铁", ["高铁", "高鐵"], "every occurrence, either script"),
    ("“聊城高鐵”", ["聊城，高铁"], "a phrase across punctuation"),
    ("gaotie", ["高铁", "高鐵"], "pinyin"),
    ("lcgt", ["聊城，高铁"], "initials"),
    ("gt", ["高铁", "高鐵"], "few initials are enough in one article"),
    ("cong", ["从"], "so is one syllable"),
    ("高铁 没有的词", ["高铁", "高鐵"], "a word that does not occur hides no other"),
    ("-高铁", [], "what is excluded is not shown"),
    ("题:高铁", ["高鐵"], "in the title alone"),
    ("没有", [], "nothing"),
]


@pytest.mark.parametrize(("query", "expected", "why"), WITHIN, ids=[row[2] for row in WITHIN])
def test_find_within(query: str, expected: list[str], why: str) -> None:
    made = Article(
        "a", "report", "说高鐵", (Paragraph("text", "从聊城，高铁通。", ()), Paragraph("text", "高", ()))
    )
    found = [field_text(made, m.field, m.paragraph)[m.start : m.end] for m in find_within(made, query)]
    assert sorted(found) == sorted(expected)
