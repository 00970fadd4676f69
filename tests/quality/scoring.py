"""How far a reading of a page agrees with its labels.

Every figure is a share from 0 to 1 over the labelled articles (or their lines and paragraphs), pooled
over pages, except `lines_lost` and `extra_articles`, which are counts and should be 0. Counts are kept
an article at a time, so that they can be pooled by look, by accident, or over everything.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lctui.model import Article, Issue, Paragraph

from .gold import HEADLINE_PARTS, GoldArticle, GoldPage

_QUOTES = str.maketrans(
    {
        "“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"',
        "—": "-", "－": "-", "–": "-", "·": "", "•": "",
    }
)  # fmt: skip
_BLANKS = re.compile(r"\s+")
_BODY_ROLES = frozenset({"body", "box", "sub"})
_WHOLE, _FOREIGN, _SLACK = 0.98, 1.02, 0.5
"""An article is whole with 98% of its body lines, and pure with at most 2% (or half a line) of others'."""

FIGURES: dict[str, tuple[str, str]] = {
    "articles": ("articles", "articles_n"),
    "headline": ("headline", "headline_n"),
    "kicker": ("kicker", "kicker_n"),
    "untitled": ("untitled", "untitled_n"),
    "byline": ("byline", "byline_n"),
    "place": ("place", "place_n"),
    "kind": ("kind", "kind_n"),
    "subheads": ("sub", "sub_n"),
    "line_assignment": ("assign", "assign_n"),
    "gaps": ("gaps", "gaps_n"),
    "text": ("text", "text_n"),
    "boxes": ("boxes", "boxes_n"),
    "meta": ("meta", "meta_n"),
}


def squash(text: str | None) -> str:
    """Characters without blanks, width or kind of quotation mark, so that only what was said counts."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text or "").translate(_QUOTES))


@dataclass(slots=True)
class Failure:
    """One thing that is wrong with one article: `kind` groups failures, `detail` says what was read."""

    kind: str
    article: str
    detail: str


@dataclass(slots=True)
class ArticleScore:
    """The counts of one labelled article."""

    gold: GoldArticle
    counts: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)


@dataclass(slots=True)
class PageScore:
    """The counts of one page: of its articles, and those that belong to none (lines lost, folio)."""

    articles: list[ArticleScore]
    counts: Counter[str]
    failures: list[Failure]


def _lines_of(paragraphs: Iterable[Paragraph]) -> Iterator[int]:
    for paragraph in paragraphs:
        for first, last in paragraph.lines:
            yield from range(first, last + 1)


def _roles(article: GoldArticle, lines: Sequence[str]) -> dict[int, str]:
    """Line → role for one labelled article, blank lines left out."""
    roles = {number: "head" for _, number in article.head}
    for number in range(article.paras[0], article.end + 1):
        if lines[number - 1].strip():
            roles.setdefault(number, "body")
    for number in article.sub:
        roles[number] = "sub"
    for number in article.byline:
        roles.setdefault(number, "byline")
    for first, last in article.extra:
        for number in range(first, last + 1):
            if lines[number - 1].strip():
                roles[number] = "box"
    return roles


def _owners(gold: GoldPage, lines: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Line → the labelled article it belongs to. A headline or furniture inside a body is not the body's."""
    not_body = {number for article in gold.articles for _, number in article.head} | set(gold.furniture)
    owners: dict[int, tuple[int, str]] = {}
    for index, article in enumerate(gold.articles):
        for number, role in _roles(article, lines).items():
            if role != "body" or number not in not_body:
                owners[number] = (index, role)
    return owners


def score_page(issue: Issue, gold: GoldPage, lines: Sequence[str]) -> PageScore:
    """Compare a reading with the labels of its page, whose decoded lines are `lines`."""
    read_by: dict[int, int] = {}
    for index, article in enumerate(issue.articles):
        for number in (*article.headline_lines, *article.byline_lines):
            read_by.setdefault(number, index)
        for number in _lines_of(article.paragraphs):
            read_by[number] = index
    counts: Counter[str] = Counter(articles_read=len(issue.articles), articles_labelled=len(gold.articles))
    failures: list[Failure] = []
    furniture = {n for item in issue.furniture for first, last in item.lines for n in range(first, last + 1)}
    for number, text in enumerate(lines, 1):
        if text.strip() and number not in read_by and number not in furniture:
            counts["lines_lost"] += 1
            failures.append(Failure("lines_lost", "page", f"{number}: {text[:40]}"))
    owners = _owners(gold, lines)
    match, bodies, sizes = _pair(owners, read_by)
    scores = [ArticleScore(article, Counter(articles_n=1)) for article in gold.articles]
    for number, (index, _) in owners.items():
        score = scores[index].counts
        score["assign_n"] += 1
        score["assign"] += index in match and read_by.get(number) == match[index]
    for index, score in enumerate(scores):
        found = issue.articles[match[index]] if index in match else None
        total = bodies[index].total()
        own = bodies[index][match[index]] if index in match else 0
        whole = found is not None and own >= _WHOLE * total
        pure = found is not None and sizes[match[index]] <= _FOREIGN * total + _SLACK
        _score_article(score, found, lines, whole and pure, f"{own} of {total} body lines")
    for key in ("date", "weekday", "issue_number", "editor"):
        if key in gold.meta:
            counts["meta_n"] += 1
            right = str(getattr(issue, key)) == gold.meta[key]
            counts["meta"] += right
            if not right:
                failures.append(Failure("meta", "page", f"{key} {getattr(issue, key)} for {gold.meta[key]}"))
    return PageScore(scores, counts, failures)


def _pair(
    owners: dict[int, tuple[int, str]], read_by: dict[int, int]
) -> tuple[dict[int, int], dict[int, Counter[int]], Counter[int]]:
    """Labelled article → read article, by their body lines, the largest overlaps first."""
    bodies: dict[int, Counter[int]] = defaultdict(Counter)
    sizes: Counter[int] = Counter()
    for number, (index, role) in owners.items():
        if role in _BODY_ROLES:
            bodies[index][read_by.get(number, -1)] += 1
            if number in read_by:
                sizes[read_by[number]] += 1
    match: dict[int, int] = {}
    taken: set[int] = set()
    for index, overlap in sorted(bodies.items(), key=lambda item: -max(item[1].values())):
        found = overlap.most_common(1)[0][0]
        if found >= 0 and found not in taken:
            match[index] = found
            taken.add(found)
    return match, bodies, sizes


def _score_article(
    score: ArticleScore, found: Article | None, lines: Sequence[str], good: bool, body: str
) -> None:
    gold = score.gold
    _note(score, "articles", good, body, counted=False)
    _score_headline(score, found, lines)
    people = {role: sorted(map(squash, names)) for role, names in gold.people.items()}
    named: dict[str, list[str]] = defaultdict(list)
    for byline in found.bylines if found else ():
        named[byline.role] += [squash(name) for name in byline.names]
    read = {role: sorted(names) for role, names in named.items()}
    _note(score, "byline", read == people, f"{read} for {people}")
    if gold.place:
        place = found.place if found else None
        _note(score, "place", place == gold.place, f"{place} for {gold.place}")
    if gold.kind != "report":
        kind = found.kind if found else None
        _note(score, "kind", kind == gold.kind, f"{kind} for {gold.kind}")
    _score_paragraphs(score, found.paragraphs if found else ())


def _note(score: ArticleScore, figure: str, right: bool, detail: str, *, counted: bool = True) -> None:
    if counted:
        score.counts[f"{figure}_n"] += 1
    score.counts[figure] += right
    if not right:
        score.failures.append(Failure(figure, score.gold.key, detail))


def _score_headline(score: ArticleScore, found: Article | None, lines: Sequence[str]) -> None:
    wanted = squash(score.gold.part(HEADLINE_PARTS, lines))
    if not wanted:
        right = found is not None and found.title_derived and bool(found.title.strip())
        _note(score, "untitled", right, f"printed headline {found.title if found else None!r}")
        return
    printed = found if found is not None and not found.title_derived else None
    parts = [squash(printed.kicker), squash(printed.title), squash(printed.subtitle)] if printed else []
    right = bool(parts) and sorted("".join(parts)) == sorted(wanted) and all(part in wanted for part in parts)
    _note(score, "headline", right, f"{'|'.join(parts)!r} for {wanted!r}")
    if any(part == "K" for part, _ in score.gold.head):
        title = squash(score.gold.part(("T",), lines))
        read = squash(found.title) if found else ""
        score.counts["kicker_n"] += 1
        score.counts["kicker"] += read == title
        if right and read != title:
            score.failures.append(Failure("kicker", score.gold.key, f"title {read!r} for {title!r}"))


def _score_paragraphs(score: ArticleScore, paragraphs: Sequence[Paragraph]) -> None:
    gold, counts = score.gold, score.counts
    starts = set(gold.paras)
    read = {p.lines[0][0]: p for p in paragraphs if p.kind in ("text", "caption")}
    counts["para_tp"] += len(starts & read.keys())
    counts["para_fp"] += len(read.keys() - starts)
    counts["para_fn"] += len(starts - read.keys())
    if starts != read.keys():
        detail = f"missing {sorted(starts - read.keys())} extra {sorted(read.keys() - starts)}"
        score.failures.append(Failure("paragraphs", gold.key, detail))
    subheads = set(_lines_of(p for p in paragraphs if p.kind == "subhead"))
    counts["sub_n"] += len(gold.sub)
    counts["sub"] += len(subheads & set(gold.sub))
    if not set(gold.sub) <= subheads:
        score.failures.append(Failure("subheads", gold.key, f"missing {sorted(set(gold.sub) - subheads)}"))
    marked = {first for first, paragraph in read.items() if paragraph.gap}
    counts["gaps_n"] += len(marked | set(gold.gaps))
    counts["gaps"] += len(marked & set(gold.gaps))
    if marked != set(gold.gaps):
        score.failures.append(Failure("gaps", gold.key, f"{sorted(marked)} for {sorted(gold.gaps)}"))
    if gold.box_text:
        shown = squash("".join(paragraph.text for paragraph in paragraphs if paragraph.kind == "box"))
        wanted = squash(gold.box_text)
        _note(score, "boxes", shown == wanted, _first_difference(shown, wanted))
    for first, text in gold.texts.items():
        if first in read:
            counts["text_n"] += 1
            right = squash(read[first].text) == squash(text)
            counts["text"] += right
            if not right and starts == read.keys():
                detail = _first_difference(squash(read[first].text), squash(text))
                score.failures.append(Failure("text", gold.key, f"line {first}: {detail}"))


def _first_difference(read: str, wanted: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(read, wanted, strict=False)) if a != b), None)
    at = min(len(read), len(wanted)) if at is None else at
    return f"{read[max(0, at - 8) : at + 12]!r} for {wanted[max(0, at - 8) : at + 12]!r}"


def figures(counts: Counter[str]) -> dict[str, float | int]:
    """The figures that pooled counts give; those with nothing to count are left out."""
    out: dict[str, float | int] = {}
    for name, (right, total) in FIGURES.items():
        if counts[total]:
            out[name] = counts[right] / counts[total]
    if counts["para_tp"] + counts["para_fn"]:
        right = 2 * counts["para_tp"]
        out["paragraph_f1"] = right / (right + counts["para_fp"] + counts["para_fn"])
    out["extra_articles"] = counts["articles_read"] - counts["articles_labelled"]
    out["lines_lost"] = counts["lines_lost"]
    return out
