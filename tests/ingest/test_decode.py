"""Bytes → lines: encodings told apart, what is no page refused, what is unsafe made visible."""

from __future__ import annotations

import pytest

from lctui.ingest.decode import PageError, decode

PAGE = "聊城西站新增多个到达城市\n\n本报聊城讯 自1月10日零时起，全国铁路实行新的列车运行图。\n"
TRADITIONAL = "渡輪公司擬增早晚兩班船\n往來離島的渡輪一直是居民出入的命脈。\n"

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
        ("Café déjà vu", "latin-1", "cp1252"),
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
