"""How well and how fast the search answers, beside what else there is on the machine.

Quality is measured with known-item queries on the collection itself; speed, building and memory on
as many articles as the project is measured with (3,102) and on 100,000, made by recombining.
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.known_items import KINDS, KnownItem, corpus_path, draw, load, reciprocal_rank, recombine
from lctui.model import Article, Issue
from lctui.search.index import SearchIndex

Articles = Sequence[tuple[Issue, Article]]
Answer = Callable[[str], list[str]]

SIZES = (3102, 100_000)
EACH = 100
"""Queries of a kind."""
PEER_EACH = 15
"""The same for peers that look at everything for each query."""


def main() -> int:
    """Print all figures; nothing to do without a collection."""
    path = corpus_path()
    if path is None:
        print("no collection: set LCTUI_TEST_CORPUS to a folder that holds pfr1998.jsonl")
        return 0
    if len(sys.argv) > 1 and sys.argv[1].isdigit():
        speed(path, int(sys.argv[1]))
        return 0
    articles = load(path)
    print(f"quality, {len(articles)} articles: MRR@10 (p95 of the time of an answer)")
    items = draw(articles, EACH)
    index = SearchIndex.build(articles)
    index.find("改革开放以来")  # jieba's dictionary, once
    own = measure("lctui", lambda query: [hit.article_id for hit in index.find(query, limit=10).hits], items)
    for name, make, each in peers():
        chosen = [item for kind in KINDS for item in [i for i in items if i.kind == kind][:each]]
        peer = measure(name, make(articles), chosen)
        print(f"{'':22}{peer / own:.1f} times lctui's p95")
    for size in SIZES:
        # In a process of its own, so that the peak is its own.
        subprocess.run([sys.executable, "-W", "ignore", "-m", "bench.search", str(size)], check=True)
    return 0


def measure(name: str, answer: Answer, items: Sequence[KnownItem]) -> float:
    """Print a row of figures; returns the 95th percentile of an answer's time, in milliseconds."""
    ranks: dict[str, list[float]] = {}
    times: list[float] = []
    for item in items:
        start = time.perf_counter()
        ids = answer(item.query)
        times.append((time.perf_counter() - start) * 1000)
        ranks.setdefault(item.kind, []).append(reciprocal_rank(ids, item.article_id))
    overall = statistics.mean(rank for found in ranks.values() for rank in found)
    row = "  ".join(f"{kind} {statistics.mean(found):.2f}" for kind, found in ranks.items())
    late = percentile(times, 95)
    print(f"{name:20}  {overall:.3f}  {row}  p95 {late:.1f} ms")
    return late


def percentile(times: Sequence[float], percent: int) -> float:
    """The time that so many per cent of `times` do not exceed."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def speed(path: Path, size: int) -> None:
    """Print how long an index of `size` articles takes to build, to ask, and what it needs."""
    base = load(path)
    articles = recombine(base, size)
    characters = sum(len(p.text) for _, article in articles for p in article.paragraphs)
    before = peak()
    start = time.perf_counter()
    index = SearchIndex.build(articles)
    built = time.perf_counter() - start
    index.find("改革开放以来")
    times = []
    for item in draw(base, 30):
        start = time.perf_counter()
        index.find(item.query, limit=10)
        times.append((time.perf_counter() - start) * 1000)
    print(
        f"speed, {size} articles, {characters / 1e6:.1f} million characters: built in {built:.2f} s "
        f"({built / characters * 1e6:.2f} s a million), p50 {percentile(times, 50):.1f} ms, "
        f"p95 {percentile(times, 95):.1f} ms, peak {peak()} MB ({before} MB of it the articles)"
    )


def peak() -> int:
    """The most memory this process ever held, in MB; the operating system's own count."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage's figure is inherited from the process that started this one
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def peers() -> list[tuple[str, Callable[[Articles], Answer], int]]:
    """What is installed beside us: name, how to set it up, how many queries of a kind it is asked."""
    found = [("rapidfuzz, all", rapidfuzz_over_all, PEER_EACH)]
    try:
        sqlite3.connect(":memory:").execute("create virtual table t using fts5(x, tokenize='trigram')")
    except sqlite3.OperationalError:
        print("sqlite3 here has no trigram tokenizer")
    else:
        found.insert(0, ("sqlite3 fts5 trigram", sqlite_trigram, EACH))
    if shutil.which("fzf"):
        found.append(("fzf --filter", fzf_filter, PEER_EACH))
    return found


def sqlite_trigram(articles: Articles) -> Answer:
    """SQLite's full-text search, every word of the query as a substring, by its own BM25."""
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table t using fts5(id unindexed, title, body, tokenize='trigram')")
    base.executemany("insert into t values (?, ?, ?)", [(a.id, a.title, a.text) for _, a in articles])

    def answer(query: str) -> list[str]:
        long = [word.replace('"', '""') for word in query.split() if len(word) >= 3]
        short = [word for word in query.split() if len(word) < 3]
        where = ["t match ?"] if long else []
        values = [" ".join(f'"{word}"' for word in long)] if long else []
        for word in short:  # a trigram index does not know them
            where.append("(title like ? or body like ?)")
            values += [f"%{word}%"] * 2
        order = "bm25(t, 0, 8, 1)" if long else "instr(title, ?) = 0"
        values += [] if long else short[:1]
        rows = base.execute(f"select id from t where {' and '.join(where)} order by {order} limit 10", values)
        return [row[0] for row in rows]

    return answer


def rapidfuzz_over_all(articles: Articles) -> Answer:
    """rapidfuzz's partial ratio against every article, one after the other."""
    from rapidfuzz import fuzz, process

    texts = {article.id: f"{article.title}\n{article.text}" for _, article in articles}
    return lambda query: [
        id for _, _, id in process.extract(query, texts, scorer=fuzz.partial_ratio, limit=10)
    ]


def fzf_filter(articles: Articles) -> Answer:
    """fzf over one line an article, as a pipe would use it."""
    lines = "\n".join(f"{a.id}\t{a.title} {a.text.replace(chr(10), ' ')}" for _, a in articles)
    folder = tempfile.TemporaryDirectory()
    file = Path(folder.name, "articles")
    file.write_text(lines, "utf-8")

    def answer(query: str) -> list[str]:
        _ = folder  # kept as long as it is asked
        with file.open(encoding="utf-8") as stream:
            done = subprocess.run(
                ["fzf", "--filter", query], stdin=stream, capture_output=True, text=True, check=False
            )
        return [line.partition("\t")[0] for line in done.stdout.splitlines()[:10]]

    return answer


if __name__ == "__main__":
    sys.exit(main())
