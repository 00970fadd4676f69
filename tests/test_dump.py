"""The contract of docs/dump.md, key by key."""

import json
from itertools import chain

from lctui import open_store
from lctui.dump import dump

ISSUE = {
    "id", "source", "encoding", "masthead", "date", "date_inferred", "weekday", "issue_number", "editor",
    "articles", "furniture", "repairs",
}  # fmt: skip
ARTICLE = {
    "id", "kind", "column", "kicker", "title", "subtitle", "title_derived", "headline_lines", "bylines",
    "byline_lines", "place", "paragraphs",
}  # fmt: skip


def test_the_keys_are_those_of_the_contract_and_no_others() -> None:
    document = json.loads(json.dumps(dump(open_store().issues)))
    assert set(document) == {"schema", "issues"}
    for issue in document["issues"]:
        assert set(issue) == ISSUE
        for article in issue["articles"]:
            assert set(article) == ARTICLE
            assert article["kind"] in {"report", "commentary", "photo"}
            assert all(set(part) == {"role", "names"} for part in article["bylines"])
            for paragraph in article["paragraphs"]:
                assert set(paragraph) == {"kind", "text", "lines", "gap"}
                assert paragraph["kind"] in {"text", "subhead", "caption", "box"}
        assert all(set(one) == {"text", "lines"} for one in issue["furniture"])
        assert all(set(one) == {"line", "kind", "before", "after"} for one in issue["repairs"])


def test_every_line_is_in_exactly_one_place() -> None:
    for issue in open_store().issues:
        (values,) = dump([issue])["issues"]
        places: list[int] = []
        for article in values["articles"]:
            in_body = set(chain.from_iterable(_lines(p["lines"]) for p in article["paragraphs"]))
            places += article["headline_lines"]
            places += [n for n in article["byline_lines"] if n not in in_body]
            places += chain.from_iterable(_lines(p["lines"]) for p in article["paragraphs"])
        places += chain.from_iterable(_lines(one["lines"]) for one in values["furniture"])
        written = [n for n, line in enumerate(issue.lines, 1) if line.strip()]
        assert sorted(n for n in places if issue.lines[n - 1].strip()) == written


def _lines(runs: list[list[int]]) -> list[int]:
    return [n for first, last in runs for n in range(first, last + 1)]
