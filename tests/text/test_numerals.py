"""Numbers written digit by digit, in either digits."""

import pytest

from lctui.text.numerals import other_numerals

FORMS = [
    ("二〇二四", ("2024",), "a year"),
    ("二零二四年", ("2024年",), "with the other zero"),
    ("二○二四年", ("2024年",), "with a circle for it"),
    ("一九九八年", ("1998年",), "a year without a zero"),
    ("2024年经济", ("二〇二四年经济",), "from Arabic digits"),
    ("２０２４年", ("二〇二四年",), "from wide digits"),
    ("二〇二四年到2025年", ("2024年到2025年", "二〇二四年到二〇二五年"), "both in one"),
    ("一〇一中学", ("101中学",), "a number with a zero"),
    ("一百零五", (), "a counted number"),
    ("三四", (), "three or four"),
    ("七八九十", (), "counting up to ten"),
    ("三三三三", (), "four digits that are no year"),
    ("12024", (), "a longer number"),
    ("2024-01", (), "a date as machines write it"),
    ("1234.5", (), "a decimal"),
    ("高铁", (), "no number"),
]


@pytest.mark.parametrize(("text", "expected", "why"), FORMS, ids=[row[2] for row in FORMS])
def test_other_numerals(text: str, expected: tuple[str, ...], why: str) -> None:
    assert other_numerals(text) == expected
