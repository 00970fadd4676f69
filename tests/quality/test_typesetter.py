"""Typeset pages are only worth measuring with if their labels are true and their lines look set."""

from __future__ import annotations

import itertools
import random
import re

import pytest

from .figures import Sample, labelled
from .gold import GoldPage
from .grammar import Grammar
from .scoring import squash
from .setting import NOT_FIRST, NOT_LAST, ems, halves, letter_spaced, take_line
from .typesetter import LOOKS, Look, accidents, typeset

ALONE = re.compile(r"\s*(?:[□■◎◇●○]|(?:本 ?报 ?)?(?:通讯员|实习生|记 ?者|评论员)[ 　])")
"""A line that is a byline and nothing else."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("seed", range(12))
def test_every_printed_line_is_labelled_once(look: Look, seed: int) -> None:
    page = typeset(look, seed, Grammar())
    seen: dict[int, int] = {}
    for line in _labelled_lines(page.gold, page.lines):
        seen[line] = seen.get(line, 0) + 1
    printed = [number for number, text in enumerate(page.lines, 1) if text.strip()]
    assert sorted(seen) == printed
    assert set(seen.values()) <= {1}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("seed", range(12))
def test_the_labelled_text_is_what_the_lines_say(look: Look, seed: int) -> None:
    page = typeset(look, seed, Grammar())
    foreign = {n for a in page.gold.articles for _, n in a.head} | set(page.gold.furniture)
    if look != "C":  # there the writers are named inside the body's own lines
        foreign |= {n for a in page.gold.articles for n in a.byline if ALONE.match(page.lines[n - 1])}
    for at, article in enumerate(page.gold.articles):
        starts = sorted({*article.paras, *article.sub, article.end + 1})
        inside = {n for a in page.gold.articles[at + 1 :] for n in range(a.paras[0], a.end + 1)}
        for start, following in itertools.pairwise(starts):
            if start in article.sub:
                continue
            lines = [n for n in range(start, following) if n not in foreign | inside]
            text = "".join(page.lines[n - 1] for n in lines)
            assert squash(text) == squash(article.texts[start]), (article.key, start)


def test_the_same_seed_gives_the_same_page_and_another_seed_another() -> None:
    assert typeset("A", 1, Grammar()) == typeset("A", 1, Grammar())
    assert typeset("A", 1, Grammar()).text != typeset("A", 2, Grammar()).text


@pytest.mark.parametrize(("look", "name"), [(look, name) for look in LOOKS for name in accidents(look)])
def test_an_accident_can_be_forced_and_forbidden(look: Look, name: str) -> None:
    assert any(
        typeset(look, seed, Grammar(), {name: 1.0}).text != typeset(look, seed, Grammar(), {name: 0.0}).text
        for seed in range(60)
    )


def test_set_lines_keep_the_prohibitions_and_the_measure() -> None:
    text = "“聚焦主业求战略突破，适度多元培育新动能”，2023年以来（含试点）共实施352.09亿元……技改项目！" * 8
    for measure in (12, 17, 19.5, 30):
        rest, lines = text, []
        while rest:
            line = take_line(rest, measure)
            lines.append(line.text)
            rest = line.rest
        assert "".join(lines) == text
        assert all(ems(line) <= measure + 1 for line in lines)
        assert not any(line[0] in NOT_FIRST for line in lines[1:])
        assert not any(line[-1] in NOT_LAST for line in lines[:-1])
        broken = [a + b for a, b in itertools.pairwise(lines) if a[-1].isdigit() and b[0].isdigit()]
        assert broken == []


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        (
            "抢抓项目，注入动力",
            ("抢抓项目", "注入动力"),
        ),  # at the mark nearest the middle, which is not printed
        ("读懂热词 勾勒蓝图", ("读懂热词", "勾勒蓝图")),  # a blank is not printed twice
        ("聚力攻坚突破夺取新胜利", ("聚力攻坚突", "破夺取新胜利")),  # nothing to cut at: the middle
    ],
)
def test_a_headline_is_halved_near_its_middle(title: str, parts: tuple[str, str]) -> None:
    assert halves(title) == parts


def test_letter_spacing_keeps_figures_whole() -> None:
    assert letter_spaced("共12个镇", random.Random(0)) == "共 12 个 镇"


def _labelled_lines(gold: GoldPage, lines: list[str]) -> list[int]:
    """Every line that the labels give to something, once for each place it is given to."""
    heads = [n for a in gold.articles for _, n in a.head]
    alone = [n for a in gold.articles for n in a.byline]
    boxes = [
        n
        for a in gold.articles
        for first, last in a.extra
        for n in range(first, last + 1)
        if lines[n - 1].strip()
    ]
    elsewhere = {*heads, *gold.furniture, *boxes}
    body = set()
    for article in gold.articles:
        body |= {n for n in range(article.paras[0], article.end + 1) if lines[n - 1].strip()} - elsewhere
    return [*heads, *gold.furniture, *boxes, *body, *(n for n in alone if n not in body)]


def test_ranges_are_written_as_labels_write_them() -> None:
    page = typeset("C", 3, Grammar(), {"box": 1.0})
    for article in page.gold.articles:
        assert article.paras == tuple(sorted(article.paras))
        assert article.end >= article.paras[-1]
        assert all(re.search(r"\S", page.lines[n - 1]) for n in article.paras)


@pytest.mark.parametrize("sample", list(labelled()), ids=lambda sample: sample.name)
def test_labels_by_hand_cover_every_printed_line(sample: Sample) -> None:
    lines = sample.text.split("\n")
    assert set(_labelled_lines(sample.gold, lines)) == {n for n, text in enumerate(lines, 1) if text.strip()}
