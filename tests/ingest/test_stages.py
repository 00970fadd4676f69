"""The small stages between lines and articles, each with the least that shows what it does."""

from __future__ import annotations

import itertools

import pytest

from lctui.ingest.assignment import assign
from lctui.ingest.columns import first_line_evidence, fit_column, last_line_width, old_runs, page_columns
from lctui.ingest.page import derived_title
from lctui.ingest.roles import measure, read_lines


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        ([[3.0, 2.0], [2.5, 0.5]], [1, 0]),  # the greedy choice, 3.0 first, would be worth less
        ([[1.0], [2.0]], [None, 0]),  # one column for two rows
        ([[-1.0, 0.0]], [None]),  # nothing worth taking
        ([], []),
    ],
)
def test_the_best_assignment_is_found(scores: list[list[float]], chosen: list[int | None]) -> None:
    assert assign(scores) == chosen


def test_an_assignment_is_never_worse_than_any_other() -> None:
    scores = [[(7 * i + 5 * j * j) % 11 - 2.0 for j in range(4)] for i in range(4)]
    best = max(
        sum(max(0.0, scores[i][j]) for i, j in enumerate(order)) for order in itertools.permutations(range(4))
    )
    assert sum(scores[i][j] for i, j in enumerate(assign(scores)) if j is not None) == pytest.approx(best)


PARAGRAPH = (
    "这是段落的第一行留着两个字 这里是十五个字宽的第二行文字啊 这里是十五个字宽的第三行文字啊 最后一行"
)


def test_the_old_column_shows_in_the_blanks() -> None:
    column = fit_column(old_runs(PARAGRAPH), page_columns([old_runs(PARAGRAPH)] * 2))
    assert column == pytest.approx(15.0)
    assert first_line_evidence(PARAGRAPH, column) < 0  # thirteen characters: room for an indent
    assert first_line_evidence(PARAGRAPH[14:], column) > 0
    assert last_line_width(PARAGRAPH, column) == pytest.approx(4.0)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("今天的天气很好，我们\n去公园里面走了一走，\n看见许多花开了。\n", False),  # a column
        ("今天的天气很好，我们去公园。\n\n看见许多花开了，很多人来看。\n", True),
    ],
)
def test_the_layout_is_told_from_the_lines(text: str, paragraphs: bool) -> None:
    assert measure(read_lines(tuple(text.split("\n")), frozenset())).paragraphs is paragraphs


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("1月25日，某公司车间内，工人在检查汽车配件。产品远销。", "工人在检查汽车配件"),
        ("▶8月14日，传承人带来一场公开课。", "传承人带来一场公开课"),
        ("春天来了，花都开了，人们走上街头。", "春天来了，花都开了，人们走上街头"),
    ],
)
def test_a_title_is_made_from_the_lead(lead: str, title: str) -> None:
    assert derived_title(lead) == title
