"""Motions and text objects over reading text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lctui.model import Span
from lctui.quoting.quote import Position
from lctui.ui.motions import clamp, cluster_end, cluster_start, last, move, rough_words
from lctui.ui.selection import Selection, select_object

TEXTS = (
    "王红说：“谁笑到最后？”他想了想。好吧！",
    "",
    "聊城高铁开通，GDP增长5.8%。",
)
CUT = {"聊城高铁开通，GDP增长5.8%。": ["聊城", "高铁", "开通", "，", "GDP", "增长", "5.8%", "。"]}


def words(text: str) -> list[Span]:
    """A tokenizer that knows the third paragraph, and nothing else."""
    spans, start = [], 0
    for piece in CUT.get(text, list(text)):
        spans.append(Span(start, start + len(piece)))
        start += len(piece)
    return spans


@pytest.mark.parametrize(
    ("start", "motion", "count", "end", "why"),
    [
        ((0, 0), "l", 1, (0, 1), "a character right"),
        ((0, 0), "l", 3, (0, 3), "three"),
        ((0, 0), "h", 1, (0, 0), "nothing before the start"),
        ((0, 19), "l", 1, (2, 0), "over the empty paragraph into the next"),
        ((2, 0), "h", 1, (0, 19), "and back"),
        ((2, 16), "l", 9, (2, 16), "nothing after the end"),
        ((2, 0), "w", 1, (2, 2), "聊城 → 高铁"),
        ((2, 0), "w", 4, (2, 7), "a mark is a word of its own"),
        ((2, 1), "b", 1, (2, 0), "to the start of the word"),
        ((2, 2), "b", 1, (2, 0), "to the word before"),
        ((2, 0), "e", 1, (2, 1), "to the end of the word"),
        ((2, 1), "e", 1, (2, 3), "to the end of the next"),
        ((2, 7), "e", 1, (2, 9), "a Latin word"),
        ((2, 12), "e", 1, (2, 15), "a number with its sign"),
        ((0, 19), "w", 1, (2, 0), "the first word of the next paragraph"),
        ((2, 0), "b", 1, (0, 19), "the last word of the one before"),
        ((0, 0), ")", 1, (0, 11), "a sentence with its closing quote"),
        ((0, 0), ")", 3, (0, 19), "the next ones"),
        ((0, 19), ")", 1, (2, 16), "the first of the next paragraph"),
        ((0, 18), "(", 1, (0, 17), "to the start of the sentence"),
        ((0, 17), "(", 1, (0, 12), "to the one before"),
        ((2, 0), "(", 1, (0, 17), "and into the paragraph before"),
        ((0, 3), "}", 1, (0, 19), "to the end of the paragraph"),
        ((0, 19), "}", 1, (2, 16), "to the end of the next"),
        ((2, 4), "{", 1, (2, 0), "to its start"),
        ((2, 0), "{", 1, (0, 0), "to the one before"),
        ((2, 4), "g", 1, (0, 0), "the very start"),
        ((0, 4), "G", 1, (2, 16), "the very end"),
    ],
)
def test_motion(start: tuple[int, int], motion: str, count: int, end: tuple[int, int], why: str) -> None:
    assert move(TEXTS, Position(*start), motion, count, words) == Position(*end), why


def test_motions_step_over_what_a_reader_takes_for_one_character() -> None:
    texts = ("a👩\u200d👧e\u0301b",)
    assert [move(texts, Position(0, 0), "l", n).offset for n in range(5)] == [0, 1, 4, 6, 6]
    assert move(texts, Position(0, 6), "h") == Position(0, 4)
    assert clamp(texts, Position(0, 2)) == Position(0, 1)


def test_unknown_motion() -> None:
    with pytest.raises(KeyError):
        move(TEXTS, Position(0, 0), "x")


def test_rough_words_tell_scripts_apart() -> None:
    text = "聊城GDP增长5.8%。 好"
    assert [text[w.start : w.end] for w in rough_words(text)] == [
        "聊",
        "城",
        "GDP",
        "增",
        "长",
        "5.8%",
        "。",
        " ",
        "好",
    ]


def test_a_motion_in_a_page_long_paragraph_cuts_few_words() -> None:
    seen: list[int] = []

    def count(text: str) -> list[Span]:
        seen.append(len(text))
        return rough_words(text)

    texts = ("聊城高铁，" * 20_000,)
    assert move(texts, Position(0, 50_000), "w", 1, count).offset == 50_001
    assert move(texts, Position(0, 50_000), "b", 1, count).offset == 49_999
    assert max(seen) <= 1000


@given(
    st.lists(st.text("聊城，。“”a1 \u0301👩\u200d", max_size=12), max_size=4).map(tuple),
    st.sampled_from("hlwbe(){}gG"),
    st.integers(0, 4),
    st.integers(0, 12),
    st.integers(1, 5),
)
def test_every_motion_leads_to_the_start_of_a_character(
    texts: tuple[str, ...], motion: str, paragraph: int, offset: int, count: int
) -> None:
    at = clamp(texts, Position(paragraph, offset))
    to = move(texts, at, motion, count)
    assert to == clamp(texts, to)
    if motion in "lwe)}G":
        assert to >= at or to == last(texts)
    else:
        assert to <= at


def chosen(name: str, cursor: tuple[int, int], anchor: tuple[int, int] | None = None) -> str | None:
    selection = Selection("characters", Position(*(anchor or cursor)), Position(*cursor))
    found = select_object(TEXTS, selection, name)
    if found is None:
        return None
    start, end = found.span(TEXTS)
    if start.paragraph == end.paragraph:
        return TEXTS[start.paragraph][start.offset : end.offset]
    return TEXTS[start.paragraph][start.offset :] + "…" + TEXTS[end.paragraph][: end.offset]


@pytest.mark.parametrize(
    ("name", "cursor", "anchor", "expected", "why"),
    [
        ("is", (0, 6), None, "王红说：“谁笑到最后？”", "the sentence around the cursor"),
        ("is", (0, 18), None, "好吧！", "another"),
        ("is", (0, 16), (0, 0), "王红说：“谁笑到最后？”他想了想。好吧！", "said again it takes in the next"),
        ("is", (0, 19), (0, 17), "好吧！…" + TEXTS[2], "over the paragraph's end"),
        ("ip", (2, 4), None, TEXTS[2], "the paragraph"),
        ("ap", (0, 4), None, TEXTS[0], "the paragraph"),
        ("iq", (0, 7), None, "谁笑到最后？", "inside the quotation"),
        ("iq", (0, 0), None, "谁笑到最后？", "the next quotation of the paragraph"),
        ("iq", (0, 18), None, None, "no quotation follows"),
        ("iq", (1, 0), None, None, "an empty paragraph has none"),
        ("is", (1, 0), None, None, "nor a sentence"),
        ("xx", (0, 0), None, None, "no such object"),
    ],
)
def test_object(
    name: str, cursor: tuple[int, int], anchor: tuple[int, int] | None, expected: str | None, why: str
) -> None:
    assert chosen(name, cursor, anchor) == expected, why


def test_innermost_quotation() -> None:
    texts = ("他说：“我读了‘人民日报’上的文章。”",)
    for offset, expected in (
        (9, "人民日报"),
        (4, "我读了‘人民日报’上的文章。"),
        (0, "我读了‘人民日报’上的文章。"),
    ):
        found = select_object(texts, Selection("characters", Position(0, offset), Position(0, offset)), "iq")
        assert found is not None
        start, end = found.span(texts)
        assert texts[0][start.offset : end.offset] == expected


def test_sentence_with_the_blank_after_it() -> None:
    texts = ("好。 再来。",)
    selection = Selection("characters", Position(0, 0), Position(0, 0))
    inner, outer = select_object(texts, selection, "is"), select_object(texts, selection, "as")
    assert inner is not None
    assert outer is not None
    assert inner.span(texts)[1].offset == 2
    assert outer.span(texts)[1].offset == 3


def test_selection_takes_in_the_character_at_either_end() -> None:
    texts = ("ae\u0301b",)
    forward = Selection("characters", Position(0, 0), Position(0, 1))
    assert forward.span(texts) == (Position(0, 0), Position(0, 3))
    assert forward.turned().span(texts) == forward.span(texts)
    assert forward.turned().cursor == Position(0, 0)


def test_selection_by_paragraphs() -> None:
    selection = Selection("paragraphs", Position(2, 4), Position(0, 3))
    assert selection.span(TEXTS) == (Position(0, 0), Position(2, len(TEXTS[2])))


def test_cluster_bounds() -> None:
    assert cluster_start("e\u0301", 1) == 0
    assert cluster_end("e\u0301", 0) == 2
    assert cluster_start("", 0) == 0
