"""Lines of lists and bars: what fits, what is cut, and where matches stand out."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from lctui.ui.drawing import FILLER, Line, widen

BASE = Style(color="black", bgcolor="white")
MARK = Style(bold=True)


@pytest.mark.parametrize(
    ("width", "ambiguous", "text", "tail", "drawn"),
    [
        (10, 1, "高铁", "8", "高铁    8 "),  # a tail stands at the edge, a blank on either side
        (10, 1, "高铁通到县城", "", "高铁通到…"),  # cut, with an ellipsis
        (9, 1, "高铁通到县城", "", "高铁通到…"),  # the ellipsis fits exactly
        (12, 1, "高铁通到县城", "8", "高铁通到… 8"),  # the tail comes first
        (12, 1, "高铁", "2024-01-16", "高铁"),  # a tail of over half the line is dropped
        (10, 2, "“高铁”", "", "“高铁”"),  # ambiguous characters of two cells each
        (7, 2, "“高铁”", "", "“高…"),  # and an ellipsis of two
        (6, 1, "a\tb\x1b[31mc", "", "a b[3…"),  # nothing that would move the cursor or colour the line
        (0, 1, "高铁", "8", ""),  # no room at all
        (1, 1, "高铁", "", "…"),  # room for the ellipsis alone
    ],
)
def test_a_line_is_exactly_as_wide_as_it_is_told(
    width: int, ambiguous: int, text: str, tail: str, drawn: str
) -> None:
    strip = Line(width, BASE, ambiguous).tail(tail).add(text).strip()
    assert strip.cell_length == width == cell_len(strip.text)
    assert strip.text.replace(FILLER, "").rstrip() == drawn.rstrip()


def test_nothing_follows_a_cut() -> None:
    strip = Line(6, BASE).add("高铁通到").add("县城").strip()
    assert strip.text.rstrip() == "高铁…"


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([(0, 2)], ["高铁"]),
        ([(0, 2), (3, 4)], ["高铁", "到"]),
        ([(0, 3), (2, 4)], ["高铁通", "到"]),  # overlapping spans are marked once
        ([(2, 99)], ["通到县城"]),  # a span beyond the text ends with it
        ([(3, 3)], []),  # an empty one marks nothing
        ([], []),
    ],
)
def test_matches_stand_out(spans: list[tuple[int, int]], marked: list[str]) -> None:
    strip = Line(20, BASE).add_marked("高铁通到县城", spans, None, MARK).strip()
    assert strip.text.rstrip() == "高铁通到县城"
    assert [segment.text for segment in strip if segment.style and segment.style.bold] == marked


def test_widening_counts_as_the_terminal_draws() -> None:
    assert cell_len(widen("“高铁”…", 2)) == 10
    assert widen("“高铁”…", 1) == "“高铁”…"
