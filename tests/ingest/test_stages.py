"""The small stages between lines and articles, each with the least that shows what it does."""

from __future__ import annotations

import itertools

import pytest

from lctui.ingest.assignment import assign
from lctui.ingest.columns import (
    first_line_evidence,
    fit_column,
    last_line_width,
    old_indents_show,
    old_lines,
    old_runs,
    page_columns,
    pool_columns,
)
from lctui.ingest.heard import Heard, pairs_in_order
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
    ("runs", "usual", "column"),
    [
        ([13, 15, 15, 15, 4], (), 15.0),
        ([13, 14.5, 15, 15.5, 4], (), 15.0),  # squeezed marks: what lies near counts too, in the mean
        ([13, 15, 4], (), 0.0),  # one line shows nothing
        ([8, 7, 9, 6, 15, 4], (), 15.0),  # a comma's blank divides lines in two
        ([8, 7, 8, 7, 8, 4], (), 8.0),  # no half belongs to two lines
        ([15, 8, 7, 4], (), 0.0),
        ([15, 8, 7, 4], (15,), 15.0),  # … where the page is set in that width, half a line is enough
        ([4, 11, 6, 9, 15, 4], (15,), 15.0),  # the two of a line: 11 and 4, or 6 and 9 rather than 11 and 6
        ([10, 10, 30, 30, 4], (), 30.0),  # of two widths that as many lines have the wider
        ([15, 15, 15, 24, 24, 4], (), 24.0),  # no line is longer than its column
        ([6, 8, 8.5, 8, 3], (), 8.0),  # narrower than any column, but all agree
        ([6, 8, 3, 8, 3], (), 0.0),
    ],
)
def test_the_column_of_a_paragraph(runs: list[float], usual: tuple[float, ...], column: float) -> None:
    assert fit_column(runs, usual) == pytest.approx(column)


@pytest.mark.parametrize(
    ("paragraphs", "usual", "column"),
    [
        ([[13, 15, 4], [13, 15.5, 6]], (), 15.25),  # one line each, and together enough
        ([[13, 15, 4], [13, 19, 6]], (), 0.0),
        ([[13, 15, 4]], (), 0.0),
        ([[13, 15, 4], [8, 7, 4]], (), 0.0),
        ([[13, 15, 4], [8, 7, 4]], (15,), 15.0),
    ],
)
def test_the_column_of_neighbours_together(
    paragraphs: list[list[float]], usual: tuple[float, ...], column: float
) -> None:
    assert not any(fit_column(runs, usual) for runs in paragraphs)  # none shows it alone
    lines = [old_lines(runs, usual) for runs in paragraphs]
    assert pool_columns(lines, usual) == pytest.approx(column)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("渡船早上六点从河湾出发啊 傍晚回来", -1.0),  # twelve characters of fifteen: an indent
        ("渡船早上六点从河湾村的渡口出发 傍晚回来", 1.0),  # a full line
        ("渡船早上六点从河湾村的渡口出 发", 0.0),  # one short: it does not show
        # A mark that may not begin a line takes the character before it down, and leaves their room.
        ("渡船早上六点从河湾的渡口出 发，村民说傍晚回来", -1.0),
        ("渡船早上六点从河湾的渡口出 发”，村民说傍晚回来", 0.0),
        ("渡船早上六点从河湾渡口出 发”，村民说傍晚回来", -1.0),
        ("渡船早上六点从河湾渡口出 发。”……村民说傍晚回来", 0.0),
        # A full stop before the blank: the short last line of a paragraph, and the next behind it.
        ("渡船回来了。 村民们等在渡口的柳树下", 1.0),
        ("他说：“回来了。” 村民们等在渡口的柳树下", 1.0),
        ("渡船早上六点从河湾村出发。 村民们等在渡口", 0.3),  # nearly full: as likely a first line
        ("渡船早上六点从河湾的渡口出发。 村民们等", 1.0),  # full anyhow
        (
            "渡船回来了， 村民们等在渡口的柳树下 等",
            0.0,
        ),  # a comma's blank: what stands before it tells nothing
        # One old line only: with its indent it would be full.
        ("渡船早上六点从河湾村出发傍", -1.0),
        ("渡船早上六点从河湾村出发。", 0.0),  # a sentence that ended there
        ("渡船早上六点出发", 0.0),
    ],
)
def test_how_wide_the_first_old_line_was(text: str, evidence: float) -> None:
    assert first_line_evidence(text, 15.0) == evidence
    assert first_line_evidence(text, 0.0) == 0.0


@pytest.mark.parametrize(
    ("openings", "show"),
    [
        (["渡船早上六点从河湾村出发 傍晚回来"] * 2, True),
        (["渡船早上六点从河湾村的渡口出发 傍晚回来"] * 2, False),
        (
            ["渡船早上六点从河湾村出发 傍晚回来", "渡船早上六点从河湾村的渡口出发 傍晚回来"],
            False,
        ),  # no telling
        (
            ["渡船早上六点从河湾村出发 傍晚回来", *["渡船早上六点出发"] * 3],
            True,
        ),  # what shows nothing counts not
        ([], False),
    ],
)
def test_whether_first_lines_were_indented(openings: list[str], show: bool) -> None:
    assert old_indents_show((text, 15.0) for text in openings) is show


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


def test_pairs_are_the_same_numbers_wherever_they_stand() -> None:
    said = pairs_in_order("学习二十大学习𠮷")
    assert len(said) == 7
    assert said[0] == said[5]
    assert len(set(said)) == 6
    assert pairs_in_order("习𠮷") == said[-1:]
    assert Heard().pairs("学习二十大学习𠮷") == set(said)
    assert pairs_in_order("学") == []
