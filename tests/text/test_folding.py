"""What folds to the same, what does not, and the way back to the original characters."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lctui.text.folding import SEPARATOR, code_points, fold, fold_codes, fold_points, fold_text

SAME = [
    ("高鐵", "高铁", "traditional"),
    ("著名 衞生", "着名卫生", "the forms of Taiwan and Hong Kong"),
    ("瞭望", "了望", "merged in 1964, parted in 1986"),
    ("ＧＤＰ増长", "gdp増长", "full width and case"),
    ("２０２４年", "2024年", "full-width digits"),
    ("二〇二四", "二零二四", "〇 and 零"),
    ("二○二四", "二0二四", "the circle that OCR reads, and the digit"),
    ("抢抓项目，为高质量", "抢抓项目为高质量", "punctuation is left out"),
    ("实施“一业一策”", '实施"一业一策"', "quotes of either width"),
    ("十 四 五", "十四五", "blanks between Chinese characters"),
    ("café", "cafe", "accents"),
    ("cafe\u0301s", "cafes", "accents as characters of their own"),
    ("㎡", "m2", "one character that folds to two"),
    ("⑩", "10", "digits in a circle"),
    ("don’t", "don't", "the two apostrophes"),
    ("1，200", "1200", "separators of thousands"),
    ("高\u200b铁", "高铁", "a zero-width space"),
    ("⼈民", "人民", "a Kangxi radical that PDF text holds for the character"),
]

DIFFERENT = [
    ("1.5", "15", "a decimal point is no punctuation"),
    ("New York", "NewYork", "a blank between Latin words"),
    ("1 2", "12", "a blank between numbers"),
    ("5%", "5", "a symbol that means something"),
    ("么", "幺", "么 is simplified, not the regional form of 幺"),
    ("土", "士", "alike, not the same"),
]


@pytest.mark.parametrize(("one", "other", "why"), SAME, ids=[row[2] for row in SAME])
def test_folds_to_the_same(one: str, other: str, why: str) -> None:
    assert fold_text(one) == fold_text(other)


@pytest.mark.parametrize(("one", "other", "why"), DIFFERENT, ids=[row[2] for row in DIFFERENT])
def test_stays_different(one: str, other: str, why: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_spans_lead_back_over_what_was_left_out() -> None:
    text = "他说：“發展，是硬道理。”"
    folded = fold(text)
    assert fold_text(text) == "他说发展是硬道理"
    span = folded.span(2, 8)
    assert text[span.start : span.end] == "發展，是硬道理"


def test_an_expanded_character_is_one_original_character() -> None:
    folded = fold("共20㎡地")
    span = folded.span(3, 5)  # m2
    assert (span.start, span.end) == (3, 4)


def test_clause_ends_are_marked_where_the_next_clause_begins() -> None:
    assert fold("中国，家《乡》好").hard.tolist() == [False, False, True, False, False]


def test_characters_beyond_the_basic_plane_stay_themselves() -> None:
    assert fold_codes("😀").tolist() == fold_codes("😀").tolist() != fold_codes("😁").tolist()
    assert fold_text("𝐀") == "a"  # a mathematical letter is a letter


def test_a_separator_is_kept_and_no_text_folds_to_one() -> None:
    assert fold_points(code_points("a\0b")).codes.tolist() == [0x61, SEPARATOR, 0x62]
    assert SEPARATOR not in fold_codes("。，\u200b\t\0").tolist()
    assert fold_text("聊\0城") == "聊城"


def test_a_lone_surrogate_is_the_replacement_character() -> None:
    assert fold("a\ud800b").codes.tolist() == fold("a\ufffdb").codes.tolist()


@given(st.text())
def test_every_text_folds_with_an_origin_for_every_code(text: str) -> None:
    folded = fold(text)
    origins = folded.origins.tolist()
    assert len(folded.codes) == len(origins) == len(folded.hard)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)
    assert SEPARATOR not in folded.codes.tolist()


@given(st.text(st.characters(max_codepoint=0xFFFF, blacklist_characters="\0")))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold_text(text)
    assert fold_text(once) == once


@given(st.text("高铁聊城，。“” 鐵ab1.２", min_size=1, max_size=30), st.data())
def test_a_piece_folds_to_a_piece(text: str, data: st.DataObject) -> None:
    """What a match covers, cut out of the original, folds to the match."""
    folded = fold(text)
    assume(len(folded.codes))
    start = data.draw(st.integers(0, len(folded.codes) - 1))
    end = data.draw(st.integers(start + 1, len(folded.codes)))
    span = folded.span(start, end)
    piece = text[span.start : span.end]
    # A separator that is kept between two Latin letters is none at the edge of a piece.
    assume(fold(piece[0]).codes.size and fold(piece[-1]).codes.size)
    assert fold_codes(piece).tolist() == folded.codes[start:end].tolist()
