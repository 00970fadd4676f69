"""A terminal set up for Chinese, where “ ” … — are two cells wide: everything stays aligned."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pyte.screens
import pytest
from wcwidth import wcwidth

from tests.e2e.conftest import Open


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    def width(character: str) -> int:
        return 2 if unicodedata.east_asian_width(character) == "A" else int(wcwidth(character))

    monkeypatch.setattr(pyte.screens, "wcwidth", width)


def test_panes_stay_aligned_and_borders_are_ascii(reader: Open) -> None:
    terminal = reader("--ambiguous-width", "2", columns=120, rows=36)
    terminal.wait_for("47 篇")
    terminal.settle()
    for keys in (("j",), ("enter",), (" ",), ("]",), ("h", "G", "k"), ("/", "高铁", "enter")):
        terminal.press(*keys)
        terminal.settle()
        cells = [[terminal.screen.buffer[row][column].data for column in range(120)] for row in range(36)]
        assert sorted({c for row in cells for c in row} & set("─━│▾▸")) == []
        # The border between the panes is one straight line, on every row that has one.
        edges = Counter(n for row in cells[2:35] for n, c in enumerate(row[30:60], 30) if c == "|")
        _, count = edges.most_common(1)[0]
        assert count >= 32, edges
        # Nothing ran over the edge: the status line and the bar end where they should.
        assert cells[0][119] == " "
        assert "".join(cells[0]).rstrip().endswith("篇")


def test_the_width_can_be_asked_of_the_terminal(reader: Open) -> None:
    terminal = reader("--ambiguous-width", "auto", columns=120, rows=36)
    terminal.wait_for("47 篇")
    terminal.settle()
    assert not set(terminal.text) & set("─━│▾▸")
