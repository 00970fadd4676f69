"""What stands around a search: completion, related articles, snippets."""

from __future__ import annotations

import pytest

from lctui.model import Article, Match, Paragraph, Tier
from lctui.search.index import SearchIndex
from lctui.search.snippets import WIDTH, make_snippet
from tests.search.articles import PAPER, article, issue, writers


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.build(PAPER)


COMPLETIONS = [
    ("记", "记者:", "a field's name half typed"),
    ("高铁 题", "高铁 题:", "the last word only"),
    ("pla", "place:", "English names"),
    ("記", "记者:", "traditional"),
    ("记者:胡", "记者:胡磊", "a writer"),
    ("记者:hl", "记者:胡磊", "a writer by initials"),
    ("记者:hulei", "记者:胡磊", "a writer by pinyin"),
    ("by:高", "by:高田", "the field is kept as typed"),
    ("记者：高", "记者：高田", "so is the colon"),
    ("-地:冠", "-地:冠县", "after a minus"),
    ("地:冠县|地:", "地:冠县|地:冠县", "after a bar"),
    ("期:5", "期:512", "issue numbers"),
    ("日:2024-03", "日:2024-03-02", "days"),
    ("型:", "型:评论", "kinds"),
    ("栏:聚", "栏:聚焦两会", "columns"),
    ("胡", "记者:胡磊", "a name alone"),
]


@pytest.mark.parametrize(("text", "expected", "why"), COMPLETIONS, ids=[row[2] for row in COMPLETIONS])
def test_completion(index: SearchIndex, text: str, expected: str, why: str) -> None:
    assert expected in index.complete(text)


@pytest.mark.parametrize("text", ["", " ", "高铁 ", "没有", "题:高", "foo:b", "，"])
def test_nothing_to_complete(index: SearchIndex, text: str) -> None:
    assert index.complete(text) == []


def test_completions_find_something(index: SearchIndex) -> None:
    for text in ("记者:", "地:", "栏:", "期:", "日:", "型:评"):
        for query in index.complete(text):
            assert index.find(query).total, query


STORY = [
    *issue(
        "one",
        None,
        article("start", "徒骇河大桥开工", "徒骇河大桥昨日开工，由鲁路集团承建。", bylines=writers("高田")),
        article("weather", "今日有雨", "气象台预报，明天转晴。"),
        article("end", "徒骇河大桥通车", "鲁路集团承建的徒骇河大桥今天通车。"),
        article("writer", "秋收时节", "农民喜获丰收。", bylines=writers("高田")),
    ),
    *issue("bulk", None, *(article(f"x{n}", f"第{n}条消息", "一般的消息，没有别的。") for n in range(20))),
]


def test_related_articles_tell_the_same_story_or_have_the_same_writer() -> None:
    hits = SearchIndex.build(STORY).related("start")
    assert [hit.article_id for hit in hits] == ["end", "writer"]
    assert all(hit.tier is Tier.WORDS and hit.reason == "词" for hit in hits)
    texts = {article.id: article for _, article in STORY}
    shared = [texts["end"].title[m.start : m.end] for m in hits[0].spans if m.field == "title"]
    assert "徒骇河" in shared


def test_related_keeps_the_limit_and_knows_its_articles() -> None:
    made = SearchIndex.build(STORY)
    assert len(made.related("start", limit=1)) == 1
    with pytest.raises(KeyError):
        made.related("nowhere")


def body(text: str) -> Article:
    return Article("a", "report", "题目", (Paragraph("text", text, ()),))


def test_a_snippet_without_matches_is_the_beginning() -> None:
    text = "字" * 100
    assert make_snippet(body(text), ()) == ("字" * WIDTH + "…", ())
    assert make_snippet(body("短"), ()) == ("短", ())


def test_a_snippet_stands_where_most_different_matches_are() -> None:
    text = "高铁。" + "字" * 100 + "聊城高铁。" + "字" * 100
    matches = [Match("body", 0, 0, 2), Match("body", 0, 103, 105), Match("body", 0, 105, 107)]
    snippet, spans = make_snippet(body(text), matches)
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert [snippet[span.start : span.end] for span in spans] == ["聊城", "高铁"]


def test_a_snippet_never_cuts_a_match() -> None:
    text = "字" * 30 + "高" * 200
    snippet, spans = make_snippet(body(text), [Match("body", 0, 30, 230)])
    assert [snippet[span.start : span.end] for span in spans] == ["高" * 200]


def test_the_body_comes_before_the_title() -> None:
    snippet, spans = make_snippet(body("文中题目"), [Match("title", 0, 0, 2), Match("body", 0, 2, 4)])
    assert (snippet, [(span.start, span.end) for span in spans]) == ("文中题目", [(2, 4)])
    assert make_snippet(body("文"), [Match("title", 0, 0, 2)])[0] == "题目"
