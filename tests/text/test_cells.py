"""Cells against what the screen library measures, and what must never reach a terminal."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lctui.text.cells import cell_widths, char_cells, clip, clusters, drawable, is_ambiguous, text_cells

PIECES = [
    "聊", "城", "a", "Z", "0", " ", "，", "“", "…", "—", "é", "e\u0301", "한", "ｶ", "가", "😀", "👩",
    "\u200d", "\ufe0f", "❤", "☎", "🇨", "🇳", "👍", "\U0001f3fd", "\U0001f9d1", "\ue000", "𠮷",
    "\u0903", "#", "\u20e3", "\ufe0e",
]  # fmt: skip


def test_every_code_point_is_as_wide_as_the_screen_library_says() -> None:
    wrong = [
        f"U+{codepoint:04X}"
        for codepoint in range(0x20, sys.maxunicode + 1)
        if (drawn := drawable(chr(codepoint))) == chr(codepoint) and char_cells(drawn) != cell_len(drawn)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "cells", "wide", "why"),
    [
        ("", 0, 0, "nothing"),
        ("lctui 5.5%", 10, 10, "ASCII"),
        ("聊城高铁", 8, 8, "ideographs"),
        ("，。、；：？！（）《》【】", 26, 26, "full-width punctuation is wide, not ambiguous"),
        ("“聊”", 4, 6, "curly quotes are ambiguous"),
        ("……——", 4, 8, "ellipsis and dash are ambiguous"),
        ("□■▶·", 4, 8, "marks that newspapers set before bylines"),
        ("┌─┐│", 4, 8, "box drawing is ambiguous"),
        ("ＡＢ１２％", 10, 10, "full-width forms"),
        ("ｶﾅ｡､", 4, 4, "half-width forms"),
        ("e\u0301a\u0300", 2, 2, "combining marks take no cell"),
        ("👩\u200d👧", 2, 2, "joined emoji are one"),
        ("👍\U0001f3fd", 2, 2, "a skin tone takes no cell"),
        ("❤", 1, 1, "text presentation"),
        ("❤\ufe0f", 2, 2, "emoji presentation"),
        ("🇨🇳", 2, 2, "a flag is two regional indicators"),
        ("a\tb\nc", 5, 5, "blanks among the control characters are drawn as one blank"),
        ("a\x1b[31mb", 6, 6, "the escape character itself is not drawn"),
        ("a\u202eb\u200bc\ufeff", 3, 3, "formatting characters are not drawn"),
        ("\ue000", 1, 2, "private use is ambiguous"),
    ],
)
def test_cells(text: str, cells: int, wide: int, why: str) -> None:
    assert text_cells(text) == cells, why
    assert text_cells(text, 2) == wide, why


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_mixture_agrees_with_the_screen_library(text: str) -> None:
    assert text_cells(text) == cell_len(text)
    assert sum(cell_widths(text)) == text_cells(text)


@given(st.text())
def test_what_is_drawn_holds_no_control_and_keeps_its_cells(text: str) -> None:
    drawn = drawable(text)
    assert not any(ch < " " or "\x7f" <= ch < "\xa0" or "\u202a" <= ch <= "\u202e" for ch in drawn)
    assert text_cells(drawn) == text_cells(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("聊城", ["聊", "城"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩\u200d👧\u200d👦人", ["👩\u200d👧\u200d👦", "人"]),
        ("❤\ufe0f1\ufe0f\u20e3", ["❤\ufe0f", "1\ufe0f\u20e3"]),
        ("🇨🇳🇯🇵🇫", ["🇨🇳", "🇯🇵", "🇫"]),
        ("👍\U0001f3fd!", ["👍\U0001f3fd", "!"]),
        ("\u0301x", ["\u0301", "x"]),
    ],
)
def test_clusters(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in clusters(text)] == expected


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_clusters_tile_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in clusters(text)) == text


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("聊城高铁", 8, "聊城高铁"),
        ("聊城高铁", 7, "聊城高…"),
        ("聊城高铁", 6, "聊城…"),
        ("聊城", 1, "…"),
        ("聊城", 0, ""),
        ("ae\u0301b😀c", 4, "ae\u0301b…"),
    ],
)
def test_clip(text: str, cells: int, expected: str) -> None:
    assert clip(text, cells) == expected


def test_ambiguous() -> None:
    assert is_ambiguous("“")
    assert not is_ambiguous("，")
    assert not is_ambiguous("\u0301")
