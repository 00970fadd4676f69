"""Queries and pages that nobody means well with: an answer each, soon."""

from __future__ import annotations

import random
import sys
import threading
import time

import pytest

from lctui.search.index import SearchIndex
from lctui.search.within import find_within
from tests.search.articles import PAPER, article, issue

SECONDS = 2.0
"""Many times what any of these takes; a quadratic one takes minutes."""


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    rng = random.Random(5)
    alphabet = "高铁聊城长重的一是国" + "".join(chr(0x4E00 + 7 * n) for n in range(300))
    texts = ["".join(rng.choices(alphabet, k=600)) for _ in range(300)]
    return SearchIndex.build(
        [*PAPER, *issue("bulk", None, *(article(f"b{n}", text[:15], text) for n, text in enumerate(texts)))]
    )


QUERIES = [
    ("高" * 10_000, "one character ten thousand times"),
    ("高铁聊城" * 2500, "ten thousand characters"),
    (" ".join(f"词{n}" for n in range(500)), "five hundred words"),
    (" ".join("高铁聊城长重的一是国"[n % 10] for n in range(500)), "five hundred words that exist"),
    ("|".join("高铁聊城"[n % 4] + str(n) for n in range(3000)), "thousands of alternatives"),
    ("|" * 5000, "nothing but bars"),
    ("“" * 5000, "nothing but quotes"),
    ("“a " * 1500, "quotes that never close"),
    ("-" * 5000, "nothing but hyphens"),
    ("-a " * 1500, "everything excluded"),
    ("题:" * 2000, "fields of fields"),
    ("xian" * 60, "letters that can be read in ever so many ways"),
    ("a" * 10_000, "ten thousand letters"),
    ("日:" + "9" * 5000, "a year of five thousand digits"),
    ("期:" + "9" * 5000, "a number of five thousand digits"),
    ("\0\x1b[2J\u202e\ufeff", "control characters"),
    ("\ud800高", "a lone surrogate"),
    ("[/b]{0}%s", "markup and formats"),
    ("𠀀😀👨‍👩‍👧", "characters beyond the basic plane"),
]


@pytest.mark.parametrize(("query", "why"), QUERIES, ids=[row[1] for row in QUERIES])
def test_any_query_is_answered_soon(index: SearchIndex, query: str, why: str) -> None:
    index.find("聊城高铁的建设")  # the tables are loaded once
    start = time.perf_counter()
    result = index.find(query, limit=10)
    index.complete(query)
    find_within(PAPER[0][1], query)
    assert time.perf_counter() - start < SECONDS
    assert len(result.hits) <= result.total


def test_pages_of_anything_are_indexed() -> None:
    texts = [
        "",
        "\0",
        "\0高\0铁",
        "\ud800",
        "😀" * 50,
        "Ａ" * 10_000,
        "高" * 100_000,
        "\u0301",
        "ﷺ" * 20,
        "한국어",
    ]
    made = SearchIndex.build(
        issue("odd", None, *(article(f"o{n}", text[:30], text, text) for n, text in enumerate(texts)))
    )
    assert [hit.article_id for hit in made.find("高铁").hits] == ["o2"]
    assert [hit.article_id for hit in made.find("😀").hits] == ["o4"]
    assert [hit.article_id for hit in made.find("한국").hits] == ["o9"]
    assert made.find("高", limit=1).hits[0].count >= 1


def test_keys_are_answered_while_the_index_is_built() -> None:
    """A thread that only wants to wake up every few milliseconds does so while another builds.

    The screen must answer a key within 50 ms; a thread of the same process cannot be promised more
    than the interpreter's own switching, so that half of that is asked here, as a rule.
    """
    rng = random.Random(3)
    alphabet = [chr(0x4E00 + n) for n in range(3000)]
    texts = ["".join(rng.choices(alphabet, k=5000)) for _ in range(200)]
    paper = issue("bulk", None, *(article(f"b{n}", text[:15], text) for n, text in enumerate(texts)))
    builder = threading.Thread(target=SearchIndex.build, args=(paper,))
    late: list[float] = []
    builder.start()
    while builder.is_alive():
        start = time.perf_counter()
        time.sleep(0.002)
        late.append(time.perf_counter() - start - 0.002)
    builder.join()
    late.sort()
    assert len(late) > 5
    assert late[int(len(late) * 0.9)] < 0.025 + sys.getswitchinterval()


def test_many_threads_may_ask_at_once(index: SearchIndex) -> None:
    queries = ["高铁", "jiaotong", "聊城 高铁", "邓小平里论", "lcgt"] * 4
    expected = [index.find(query) for query in queries]
    found: list[object] = [None] * len(queries)

    def ask(number: int) -> None:
        found[number] = index.find(queries[number])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(queries))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected
