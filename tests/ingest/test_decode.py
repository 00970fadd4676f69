"""Bytes → lines: encodings told apart, what is no page refused, what is unsafe made visible."""

from __future__ import annotations

import time
import unicodedata
from contextlib import suppress
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.ingest.decode import PageError, decode, without_marks

PAGE = "聊城西站新增多个到达城市\n\n本报聊城讯 自1月10日零时起，全国铁路实行新的列车运行图。\n"
TRADITIONAL = "渡輪公司擬增早晚兩班船\n往來離島的渡輪一直是居民出入的命脈。\n"
JAPANESE = "大阪の商店街で毎朝開かれる市場には、近くの農家が運んだ野菜が並ぶ。"
KOREAN = "시민들은 대중교통 이용이 더 편리해지기를 기대하고 있다."
RUSSIAN = "Правительство объявило о новых мерах поддержки малого бизнеса."

ODD_PIECES = [
    *(bytes([byte]) for byte in (0, 7, 9, 10, 12, 13, 14, 27, 127, 128, 155, 161, 214, 254, 255)),
    b"\x1b[31m", b"\x1b]52;c;aGk=\x07", b"\x1b$B", b"~{VP~}", b"\xc2\x9b31m",
    PAGE.encode(), PAGE.encode("gb18030"), TRADITIONAL.encode("big5"), PAGE.encode("utf-16-le"),
    b"Latin \xe9 ",
    *(ch.encode() for ch in "\u202e\u2066\u200d\ufe0f\u180e\ufff9\U000e0041\U000e0100\u2028\ufeff\U0010fffd"),
]  # fmt: skip
LEFT = set("\t\u3000\u00a0\u200b\u2060\ufeff\u00ad\u200d")
NEVER = set("\u202e\u2066\u180e\ufff9\U000e0041\U000e0100\u2028\U0010fffd")

SENTENCE = "城市书房开进社区，近日居民读书。".encode() * 3


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (PAGE, "utf-8", "utf-8"),
        (PAGE, "utf-8-sig", "utf-8-sig"),
        (PAGE, "utf-16", "utf-16-le"),
        (PAGE, "utf-16-be", "utf-16-be"),  # no byte order mark
        (PAGE, "gb18030", "gb18030"),
        ("读懂两会热词", "gb18030", "gb18030"),  # six characters must do
        (TRADITIONAL, "big5", "big5"),
        (PAGE[:12], "utf-16-le", "utf-16-le"),  # neither a line end nor a blank in ASCII
        (TRADITIONAL, "gb18030", "gb18030"),
        ("公司擬增船", "big5", "big5"),
        ("3月5日 GDP 增長 5.8%", "big5", "big5"),
        ("Café déjà vu", "latin-1", "cp1252"),
        ("naïve", "latin-1", "cp1252"),  # ïv is a character of GB 18030
        ("Plain ASCII, 10%", "ascii", "utf-8"),
        (JAPANESE, "cp932", "shift-jis"),  # all of it can be read as GB 18030
        (JAPANESE, "euc_jp", "euc-jp"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (KOREAN, "euc_kr", "euc-kr"),
        (PAGE, "hz", "hz"),
        (RUSSIAN, "koi8_r", "koi8-r"),  # charset-normalizer knows
    ],
)
def test_an_encoding_is_recognised(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec))
    assert "\n".join(decoded.lines) == text
    assert decoded.encoding == name
    assert decoded.undecodable == 0


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n\x0c", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00" * 64, "empty"),
        ("\u3000\u3000\n".encode(), "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(PageError) as refused:
        decode(data)
    assert refused.value.reason == reason


def test_undecodable_bytes_are_replaced_and_counted() -> None:
    decoded = decode("\ufeff".encode() + "正文".encode() + b"\xff\xfe" + "。".encode())
    assert decoded.undecodable == 2
    assert decoded.lines[0].count("\ufffd") == 2


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_count_alike(end: str) -> None:
    assert decode(f"一{end}二{end}{end}四".encode()).lines == ("一", "二", "", "四")


def test_what_acts_on_a_terminal_is_made_visible() -> None:
    decoded = decode("一\x1b[31m二\u202e三\x85四\x07".encode())
    assert decoded.lines == ("一␛[31m二⟦RLO⟧三␤四␇",)
    assert [mark[1] for mark in decoded.marks] == ["U+001B", "U+202E", "U+0085", "U+0007"]


def test_a_form_feed_is_a_break_and_no_line_end() -> None:
    decoded = decode("一\n\x0c二".encode())
    assert decoded.lines == ("一", "二")
    assert decoded.breaks == {2}


@pytest.mark.parametrize(
    ("data", "undecodable", "why"),
    [
        (SENTENCE[:24] + b"\xff" + SENTENCE[24:], 1, "one bad byte in the middle"),
        (SENTENCE[:-1], 1, "cut inside its last character"),
        ("聊城市".encode() + b"\xff", 1, "a short page with one bad byte"),
    ],
)
def test_utf8_with_a_slip_stays_utf8(data: bytes, undecodable: int, why: str) -> None:
    decoded = decode(data)
    assert (decoded.encoding, decoded.undecodable) == ("utf-8", undecodable), why
    assert decoded.lines[0].startswith("聊城市" if len(data) < 20 else "城市书房"), why


ARTICLE = (
    "全国铁路实行新的列车运行图，聊城西站新增到达城市十二个，旅客出行更加方便。车站负责人介绍，调整后每天有四十六趟列车停靠，"
    "比原来多九趟，可以直达北京、上海、广州等地，还有开往西安和成都的列车。"
)
IN_TRADITIONAL = (
    "渡輪公司擬增早晚兩班船，往來離島的渡輪一直是居民出入的命脈。運輸部門說，新的時間表經過三個月的試行，對學生和上班的人都有好處；"
    "漁民希望貨運也能同時改善，公司表示會認真考慮。"
)


@pytest.mark.parametrize("size", [20, 40, 80])
@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ARTICLE, "gb18030", "gb18030"),
        (IN_TRADITIONAL, "gb18030", "gb18030"),
        (IN_TRADITIONAL, "big5", "big5"),
    ],
)
@settings(max_examples=20)
@given(place=st.integers(0, 10_000), slip=st.sampled_from([b"", b"\xff", b"\xff\xff", b"\x80"]))
def test_a_lost_or_a_bad_byte_costs_a_few_characters_not_the_line(
    text: str, codec: str, name: str, size: int, place: int, slip: bytes
) -> None:
    data = text[:size].encode(codec)
    place %= len(data)
    # The byte at `place` is lost, or another one stands there.
    decoded = decode(data[:place] + slip + data[place + 1 :])
    assert decoded.encoding == name
    assert decoded.undecodable >= slip.startswith(b"\xff")
    kept = SequenceMatcher(None, text[:size], decoded.lines[0], autojunk=False).get_matching_blocks()
    assert sum(block.size for block in kept) >= size - 8
    assert decoded.lines[0].count("\ufffd") == decoded.undecodable == len(decoded.marks)


@pytest.mark.parametrize(
    "line",
    ["Москва слезам не верит", "カタカナとひらがな", "ΑΒΓΔΕΖΗΘΙΚΛΜΝ", "━" * 40, "甴曱嘢嘅嚟咗唔嗰喺哋冚"],
)
def test_a_line_of_rare_characters_is_no_damage(line: str) -> None:
    page = f"{ARTICLE}\n{line}\n{ARTICLE}"
    decoded = decode(page.encode("gb18030"))
    assert (decoded.encoding, decoded.undecodable, "\n".join(decoded.lines)) == ("gb18030", 0, page)


@settings(max_examples=40)
@given(place=st.integers(0, 10_000), byte=st.binary(min_size=1, max_size=1))
def test_utf8_with_another_byte_in_it_stays_utf8(place: int, byte: bytes) -> None:
    data = ARTICLE.encode()
    place %= len(data)
    decoded = decode(data[:place] + byte + data[place:])
    assert decoded.encoding == "utf-8"
    assert decoded.undecodable <= 4


@given(st.lists(st.sampled_from(ODD_PIECES), max_size=40))
def test_every_page_gives_lines_that_can_be_shown_or_a_reason(pieces: list[bytes]) -> None:
    try:
        decoded = decode(b"".join(pieces))
    except PageError:
        return
    for line in decoded.lines:
        # All that is left of what is not printed are blanks, and what repairs and emoji are about.
        assert {
            ch for ch in line if not ch.isprintable() and unicodedata.category(ch) not in ("Co", "Cn")
        } <= LEFT
        assert not (set(line) & NEVER)
    assert decoded.undecodable <= sum(after == "\ufffd" for _, _, after in decoded.marks)


def test_bytes_that_are_no_character_can_be_told_again() -> None:
    decoded = decode("正文".encode() + b"\xff" + "。\n下文".encode() + b"\xe5\x9f")
    assert decoded.marks == ((1, "0xFF", "\ufffd"), (2, "0xE5 0x9F", "\ufffd"))
    assert decoded.undecodable == 2
    own = decode("正文\ufffd。".encode())
    assert (own.undecodable, own.marks) == (0, ())  # the page's own


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("甲\u180e乙", "甲⟦MVS⟧乙", "a vowel separator without a vowel"),
        ("甲\ufff9乙\ufffabǐ\ufffb", "甲⟦IAA⟧乙⟦IAS⟧bǐ⟦IAT⟧", "annotations hide what they annotate"),
        ("甲\U000e0041\U000e0042乙", "甲⟦TAG⟧乙", "tags spell out what nobody sees"),
        ("葛\U000e0100城", "葛⟦VS17⟧城", "a variant that search would not find"),
        ("甲\u200d乙", "甲⟦ZWJ⟧乙", "a joiner where there is no emoji"),
        ("甲\u3164乙", "甲⟦U+3164⟧乙", "a letter that is a blank"),
        ("甲\U0010fffd乙", "甲⟦U+10FFFD⟧乙", "the screen's own sign"),
        ("甲\ufffe乙", "甲⟦U+FFFE⟧乙", "no character at all"),
        ("👩\u200d👧 ☎\ufe0f 3\ufe0f\u20e3", "👩\u200d👧 ☎\ufe0f 3\ufe0f\u20e3", "emoji stay as they are"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥", "with a selector before the joiner"),
        ("☎\ufe0f\ufe0f", "☎\ufe0f⟦VS16⟧", "one selector will do"),
        ("甲\u200b乙\u00ad丙\u2060丁", "甲\u200b乙\u00ad丙\u2060丁", "left to the repairs, which report it"),
        ("专用\ue000字\U000f0000", "专用\ue000字\U000f0000", "private use: what the font of the page had"),
    ],
)
def test_nothing_that_is_not_seen_stands_in_a_line(text: str, shown: str, why: str) -> None:
    decoded = decode(text.encode())
    assert decoded.lines == (shown,), why
    assert len(decoded.marks) == shown.count("⟦"), why
    codes = " ".join(before for _, before, _ in decoded.marks)
    assert all(f"U+{ord(ch):04X}" in codes for ch in text if ch not in shown), why
    assert without_marks(shown).count("⟦") == 0, why


def test_a_page_that_is_mostly_no_text_is_refused() -> None:
    with pytest.raises(PageError) as refused:
        decode(b"\xff\xfd" * 400)
    assert refused.value.reason == "binary"


@pytest.mark.parametrize("unit", [b"\xff", b"\xd6", b"~{VP~", "甲".encode("gb18030") + b"\xff", b"\x1b$B"])
def test_time_is_linear_in_the_size(unit: bytes) -> None:
    def seconds(size: int) -> float:
        data = (unit * size)[:size]

        def once() -> float:
            start = time.perf_counter()
            with suppress(PageError):
                decode(data)
            return time.perf_counter() - start

        return min(once() for _ in range(3))

    # Eight times as much; a quarter of a quadratic growth is forgiven.
    assert seconds(200_000) < 24 * seconds(25_000) + 0.05
