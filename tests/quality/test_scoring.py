"""The scorer: a reading made from the labels is perfect, and each defect shows in its own figure."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from lctui.model import Article, Byline, Furniture, Issue, Paragraph

from .gold import GoldArticle, GoldPage
from .grammar import Grammar
from .scoring import figures, score_page
from .test_typesetter import ALONE
from .typesetter import LOOKS, Look, TypesetPage, typeset


def read_from_labels(page: TypesetPage) -> Issue:
    """The reading that the labels of a page describe."""
    gold, lines = page.gold, page.lines
    foreign = {n for a in gold.articles for _, n in a.head} | set(gold.furniture)
    claimed: set[int] = set(foreign)
    articles: list[Article] = []
    for number, label in enumerate(reversed(gold.articles)):
        article = _article(str(number), label, gold, lines, claimed)
        articles.append(article)
    return Issue(
        "page", page.name, "utf-8", tuple(lines), tuple(reversed(articles)),
        furniture=tuple(Furniture(lines[n - 1], ((n, n),)) for n in gold.furniture),
        **{key: value for key, value in gold.meta.items() if key != "date"},  # type: ignore[arg-type]
        date=gold.meta.get("date"),  # type: ignore[arg-type]
    )  # fmt: skip


def _article(id_: str, label: GoldArticle, gold: GoldPage, lines: list[str], claimed: set[int]) -> Article:
    bylines_alone = {n for a in gold.articles for n in a.byline if ALONE.match(lines[n - 1])}
    paragraphs: list[Paragraph] = []
    starts = sorted({*label.paras, *label.sub, label.end + 1})
    for start, end in itertools.pairwise(starts):
        own = [n for n in range(start, end) if lines[n - 1].strip() and n not in claimed | bylines_alone]
        claimed.update(own)
        paragraphs.append(
            Paragraph(
                "subhead" if start in label.sub else "text",
                label.texts.get(start, lines[start - 1]),
                tuple((n, n) for n in own),
                gap=start in label.gaps,
            )
        )
    for first, last in label.extra:
        own = [n for n in range(first, last + 1) if lines[n - 1].strip()]
        paragraphs.append(Paragraph("box", label.box_text, tuple((n, n) for n in own)))
    title = label.part(("T",), lines)
    return Article(
        id=id_,
        kind=label.kind,  # type: ignore[arg-type]
        title=title or "derived",
        paragraphs=tuple(paragraphs),
        kicker=label.part(("K",), lines) or None,
        subtitle=label.part(("S",), lines) or None,
        title_derived=label.derived,
        headline_lines=tuple(n for _, n in label.head),
        bylines=tuple(Byline(role, names) for role, names in label.people.items()),
        byline_lines=label.byline,
        place=label.place,
    )


def pooled(issue: Issue, page: TypesetPage) -> dict[str, float | int]:
    score = score_page(issue, page.gold, page.lines)
    counts: Counter[str] = Counter(score.counts)
    for one in score.articles:
        counts.update(one.counts)
    return figures(counts)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("seed", range(6))
def test_the_labels_read_back_are_perfect(look: Look, seed: int) -> None:
    page = typeset(look, seed, Grammar())
    values = pooled(read_from_labels(page), page)
    assert {name: value for name, value in values.items() if value not in (1.0, 0)} == {}
    assert values["lines_lost"] == values["extra_articles"] == 0


def _first(issue: Issue, change: Callable[[Article], Article]) -> Issue:
    return replace(issue, articles=(change(issue.articles[0]), *issue.articles[1:]))


def _lose_a_line(article: Article) -> Article:
    last = article.paragraphs[-1]
    return replace(
        article, paragraphs=(*article.paragraphs[:-1], replace(last, lines=last.lines[:-1] or ((1, 1),)))
    )


def _join(article: Article) -> Article:
    one, two, *rest = article.paragraphs
    return replace(article, paragraphs=(replace(one, lines=one.lines + two.lines), *rest))


DEFECTS: list[tuple[str, Callable[[Article], Article]]] = [
    ("headline", lambda a: replace(a, title=a.title + "另")),  # a character of another headline
    ("headline", lambda a: replace(a, title_derived=True)),  # a printed headline taken for none
    ("byline", lambda a: replace(a, bylines=(*a.bylines, Byline("记者", ("某某",))))),  # a name too many
    ("byline", lambda a: replace(a, bylines=())),  # writers not recognised
    ("place", lambda a: replace(a, place="某地")),
    ("paragraph_f1", _join),  # two paragraphs run together
    ("text", lambda a: replace(a, paragraphs=(replace(a.paragraphs[0], text="另"), *a.paragraphs[1:]))),
    ("lines_lost", _lose_a_line),
    ("line_assignment", _lose_a_line),
    ("gaps", lambda a: replace(a, paragraphs=(replace(a.paragraphs[0], gap=True), *a.paragraphs[1:]))),
]


@pytest.mark.parametrize(("figure", "change"), DEFECTS)
def test_a_defect_shows_in_its_figure(figure: str, change: Callable[[Article], Article]) -> None:
    page = next(
        page
        for page in (typeset("A", seed, Grammar()) for seed in range(50))
        if page.gold.articles[0].place
        and len(page.gold.articles[0].paras) > 2
        and page.gold.articles[0].people
    )
    issue = read_from_labels(page)
    before, after = pooled(issue, page), pooled(_first(issue, change), page)
    assert before.get(figure, 1.0) in (0, 1.0)
    assert after[figure] != before.get(figure, 1.0)
