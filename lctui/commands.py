"""What the commands that need no screen do; each returns the exit status."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lctui.catalog import ENCODINGS, Given, given_date, known_encoding
from lctui.config import MEASURE_RANGE, Config, ConfigError, config_path, read_config
from lctui.i18n import tr, use_language
from lctui.model import Hit, Issue, Span
from lctui.text.harmless import harmless

if TYPE_CHECKING:
    from lctui.store import ArticleStore, LoadProblem

PATIENCE = 1.0
"""Seconds of reading after which a command says how far it is."""

MARK = ("\x1b[1;7m", "\x1b[0m")
"""Bold and reversed: seen without colours too."""


def complain(message: str) -> int:
    """Say what is wrong, in one line on standard error; exit status 2."""
    print(f"lctui: {harmless(message)}", file=sys.stderr)
    return 2


def report(problems: Iterable[LoadProblem]) -> int:
    """Say what could not be read, a line each; exit status 2."""
    for problem in problems:
        complain(f"{problem.path}: {problem.message}")
    return 2


def settings(options: argparse.Namespace) -> Config | None:
    """The settings file with the command line over it; None where something is wrong (said)."""
    try:
        config = read_config(config_path())
    except ConfigError as error:
        complain(str(error))
        return None
    use_language(options.lang or config.language)
    if options.theme:
        config = replace(config, theme=options.theme)
    if options.measure is not None:
        low, high = MEASURE_RANGE
        if not low <= options.measure <= high:
            complain(tr("--measure 应在 {low} 到 {high} 之间").format(low=low, high=high))
            return None
        config = replace(config, measure=options.measure)
    if options.ambiguous_width:
        width = None if options.ambiguous_width == "auto" else int(options.ambiguous_width)
        config = replace(config, ambiguous_width=width)
    return config


def given_of(options: argparse.Namespace) -> Given | None:
    """What the command line says of the pages; None where it is wrong (said)."""
    try:
        day = given_date(options.date) if options.date else None
    except ValueError:
        complain(tr("--date 应写作 2024-01-16，而不是 {date}").format(date=options.date))
        return None
    codec = None if options.encoding is None else known_encoding(options.encoding)
    if options.encoding is not None and codec is None:
        said = tr("--encoding：不认识的编码 {name}；可用 {names} 等")
        complain(said.format(name=options.encoding, names=ENCODINGS))
        return None
    return Given(options.paper, day, options.page, options.section, codec)


def dump(options: argparse.Namespace) -> int:
    """`lctui dump`: one JSON document on standard output."""
    from lctui.dump import dump as values
    from lctui.store import find_pages, read_pages

    given = given_of(options)
    if given is None:
        return 2
    pages, problems = find_pages(options.paths, given)
    issues = []
    for found in _with_progress(read_pages(pages, parallel=True), len(pages)):
        if isinstance(found, Issue):
            issues.append(found)
        else:
            problems.append(found)
    report(problems)
    if not issues:
        return 2
    document = json.dumps(values(issues), ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(document.encode("utf-8") + b"\n")
    return 0


def search(options: argparse.Namespace) -> int:
    """`lctui search`: one hit a line, or one JSON line a query."""
    if options.limit is not None and options.limit < 1:
        return complain(tr("--limit 应是正整数"))
    paths = list(options.paths)
    if options.queries is not None:
        if not options.json:
            return complain(tr("--queries 要和 --json 一起用"))
        queries = _queries(options.queries)
        if queries is None:
            return 2
    else:
        query = _as_typed(paths.pop(0)).strip() if paths else ""
        if not any(character.isalnum() for character in query):
            return complain(tr("要搜什么？用法：lctui search QUERY [PATH …]"))
        queries = iter([query])
    store = _store(paths, given_of(options))
    if store is None:
        if paths and not any(os.path.lexists(path) for path in paths):
            complain(tr("几个词一起查时，用引号把它们括在一起：lctui search '高铁 聊城'"))
        return 2
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    found = problem = False
    for query in queries:
        result = store.find(query, limit=options.limit, sort=options.sort)
        found |= bool(result.hits)
        problem |= bool(result.problems)
        if options.json:
            answer = {
                "query": query,
                "total": result.total,
                "hits": [_hit(store, hit) for hit in result.hits],
                "problems": list(result.problems),
                "suggestion": result.suggestion,
            }
            print(json.dumps(answer, ensure_ascii=False), flush=True)
            continue
        for hit in result.hits:
            print(_line(store, hit))
        for sentence in result.problems:
            complain(sentence)
        if not result.hits and not result.problems:
            nearest = tr("；是否要找：{word}").format(word=result.suggestion) if result.suggestion else ""
            print(f"lctui: {tr('没有找到')}{nearest}", file=sys.stderr)
    if problem or (store.problems and not found):
        return 2
    return 0 if found else 1


def doctor(options: argparse.Namespace) -> int:
    """`lctui doctor`: what the terminal can do, a line each."""
    from lctui.doctor import run
    from lctui.ui.commands import key_problems

    return run(key_problems)


def _store(paths: Sequence[str], given: Given | None) -> ArticleStore | None:
    """The store over `paths`, problems said; None where nothing could be opened."""
    from lctui.store import ArticleStore, find_pages, read_pages

    if given is None:
        return None
    pages, problems = find_pages(paths, given)
    store = ArticleStore(problems=problems)
    for found in _with_progress(read_pages(pages, parallel=True), len(pages)):
        if isinstance(found, Issue):
            store.add(found)
        else:
            store.problems.append(found)
    report(store.problems)
    return store if store.issues else None


def _with_progress(found: Iterable[Issue | LoadProblem], total: int) -> Iterator[Issue | LoadProblem]:
    """What is read, with a count on standard error where somebody waits for it there."""
    shown = 0.0
    started = time.monotonic()
    for number, one in enumerate(found, 1):
        yield one
        now = time.monotonic()
        if sys.stderr.isatty() and now - started > PATIENCE and now - shown > PATIENCE / 5:
            shown = now
            said = tr("读入 {done}/{total}").format(done=number, total=total)
            print(f"\r{said}", end="", file=sys.stderr, flush=True)
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _as_typed(argument: str) -> str:
    """An argument as it was typed, also where the locale's encoding, not knowing Chinese, took it apart."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def _queries(name: str) -> Iterator[str] | None:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        complain(f"{name}: {tr('无法读取：{error}').format(error=error)}")
        return None
    return (line for line in text.splitlines() if line.strip())


def _hit(store: ArticleStore, hit: Hit) -> dict[str, Any]:
    issue, article = store.issue_of(hit.article_id), store.article(hit.article_id)
    return {
        "id": hit.article_id,
        "issue": issue.id,
        "date": issue.date.isoformat() if issue.date else None,
        "date_inferred": issue.date_inferred.isoformat() if issue.date_inferred else None,
        "title": article.title,
        **asdict(hit),
    }


def _line(store: ArticleStore, hit: Hit) -> str:
    issue, article = store.issue_of(hit.article_id), store.article(hit.article_id)
    if issue.date:
        day = issue.date.isoformat()
    else:
        day = f">={issue.date_inferred.isoformat()}" if issue.date_inferred else "-"
    snippet = _marked(hit.snippet, hit.snippet_spans) if sys.stdout.isatty() else hit.snippet
    return "\t".join((hit.article_id, day, article.title, snippet))


def _marked(text: str, spans: Iterable[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], MARK[0], text[span.start : span.end], MARK[1]]
        at = span.end
    return "".join([*pieces, text[at:]])
