"""`make quality`: the figures of the labelled and of the typeset pages, by look and by accident.

python -m tests.quality [--pages N] [--forced N] [--first SEED] [--look A] [--no-corpus]
                        [--failures [KIND]] [--show NAME] [--write-pages FOLDER] [--write-floor]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from itertools import chain
from pathlib import Path

from lctui.ingest.page import read_page

from .figures import (
    FORCED,
    PAGES,
    Measured,
    Sample,
    floor_samples,
    labelled,
    measure,
    sources,
    typeset_samples,
)
from .floor import SECTIONS, write_floor
from .gold import GoldPage, gold_json

COLUMNS = (
    "articles", "headline", "kicker", "untitled", "byline", "place", "kind", "subheads", "line_assignment",
    "paragraph_f1", "gaps", "text", "boxes", "meta", "extra_articles", "lines_lost",
)  # fmt: skip


def main() -> int:
    """Print what was asked for."""
    options = _parser().parse_args()
    if options.write_floor:
        write_floor({section: measure(floor_samples(section)) for section in SECTIONS})
        return 0
    found = sources()
    if options.no_corpus:
        found = [source for source in found if source.name != "corpus"]
    samples = [
        *labelled(),
        *chain.from_iterable(
            typeset_samples(source, options.pages, options.forced, options.first) for source in found
        ),
    ]
    if options.look:
        samples = [sample for sample in samples if sample.look == options.look]
    if options.show:
        samples = [sample for sample in samples if sample.name == options.show]
        for sample in samples:
            _show(sample)
    if options.write_pages:
        _write_pages(samples, options.write_pages)
        return 0
    measured = measure(samples)
    if options.failures is not None:
        _print_failures(measured, options.failures, options.limit)
    elif not options.show:
        _print_table(measured)
    else:
        _print_failures(measured, "", options.limit)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--pages", type=int, default=PAGES, help="typeset pages a look and source")
    parser.add_argument("--forced", type=int, default=FORCED, help="pages for each accident that must strike")
    parser.add_argument("--first", type=int, default=0, help="first seed: other pages than the usual ones")
    parser.add_argument("--look", choices=("A", "B", "C"))
    parser.add_argument("--no-corpus", action="store_true", help="pages of the word grammar only")
    parser.add_argument("--failures", nargs="?", const="", metavar="KIND", help="list what went wrong")
    parser.add_argument("--limit", type=int, default=12, help="failures shown of each kind")
    parser.add_argument("--show", metavar="NAME", help="print one page with its labels and failures")
    parser.add_argument("--write-pages", type=Path, metavar="FOLDER", help="write pages and labels as files")
    parser.add_argument("--write-floor", action="store_true", help="take the figures as the new floor")
    return parser


def _print_table(measured: Measured) -> None:
    table = measured.table()
    width = max(map(len, table), default=0)
    short = [name.replace("line_assignment", "lines").replace("paragraph_f1", "paras") for name in COLUMNS]
    short = [name.replace("extra_articles", "extra").replace("lines_lost", "lost")[:8] for name in short]
    print(" " * width, "   n", *(f"{name:>8}" for name in short))
    for group, figures in sorted(table.items(), key=lambda item: (":" in item[0], item[0])):
        cells = [f"{figures[name]:8.3f}" if name in figures else " " * 8 for name in COLUMNS[:-2]]
        if ":" not in group:  # what an accident does to the count of articles is not its own
            cells += [f"{int(figures[name]):8d}" for name in COLUMNS[-2:]]
        print(group.ljust(width), f"{measured.counts[group]['articles_n']:4d}", *cells)


def _print_failures(measured: Measured, kind: str, limit: int) -> None:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for sample, failure in measured.failures:
        accidents: frozenset[str] = frozenset()
        for article in sample.gold.articles:
            if article.key == failure.article:
                accidents = article.accidents
        shown = f" [{' '.join(sorted(accidents))}]" if accidents else ""
        by_kind[failure.kind].append(f"  {sample.name} | {failure.article} | {failure.detail}{shown}")
    for name, rows in sorted(by_kind.items(), key=lambda item: -len(item[1])):
        if kind in ("", name):
            print(f"{name}: {len(rows)}")
            print("\n".join(rows[:limit]))


def _roles(gold: GoldPage) -> dict[int, str]:
    """Line → what the labels say of it, in a few characters."""
    roles: dict[int, str] = {}
    for index, article in enumerate(gold.articles, 1):
        roles |= {n: str(index) for n in range(article.paras[0], article.end + 1)}
        roles |= dict.fromkeys(article.paras, f"{index}¶") | dict.fromkeys(article.sub, f"{index} sub")
        roles |= dict.fromkeys(article.gaps, f"{index}¶gap")
        roles |= {n: roles.get(n, str(index)) + " by" for n in article.byline}
        for first, last in article.extra:
            roles |= dict.fromkeys(range(first, last + 1), f"{index} box")
    for index, article in enumerate(gold.articles, 1):
        roles |= {n: f"{index} {part}" for part, n in article.head}
    return roles | dict.fromkeys(gold.furniture, "furn")


def _read(sample: Sample) -> dict[int, str]:
    """Line → what the reader made of it, in a few characters."""
    issue = read_page(sample.text.encode(), source=f"{sample.name}.txt", id=sample.name)
    roles: dict[int, str] = {}
    for index, article in enumerate(issue.articles, 1):
        roles |= dict.fromkeys(article.headline_lines, f"{index} T") | dict.fromkeys(
            article.byline_lines, f"{index} by"
        )
        for paragraph in article.paragraphs:
            mark = {"text": "¶", "subhead": " sub", "caption": "¶cap", "box": " box"}[paragraph.kind]
            for first, last in paragraph.lines:
                roles |= dict.fromkeys(range(first, last + 1), str(index))
            roles[paragraph.lines[0][0]] = f"{index}{mark}{'gap' if paragraph.gap else ''}"
    return roles


def _show(sample: Sample) -> None:
    """The page, left of each line what the labels say of it and what the reader made of it."""
    roles, read = _roles(sample.gold), _read(sample)
    for number, line in enumerate(sample.text.split("\n"), 1):
        said = roles.get(number, "furn") if line.strip() else ""
        got = read.get(number, "furn") if line.strip() else ""
        print(f"{number:4} {said:6} {got if got else '':6}|{line}")
    for article in sample.gold.articles:
        print(article.key, article.kind, article.people, article.place, sorted(article.accidents))


def _write_pages(samples: list[Sample], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for sample in samples:
        (folder / f"{sample.name}.txt").write_text(sample.text, encoding="utf-8")
        labels = gold_json(sample.gold, sample.text.split("\n"), f"{sample.name}.txt")
        (folder / f"{sample.name}.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
