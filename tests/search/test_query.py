"""The language of the search bar: every text parses, and what cannot be read is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lctui.search.fields import DateRange, KindIs, NumberRange, read_value
from lctui.search.query import MOST_TERMS, Clause, FieldName, Term, parse

QUERIES = [
    ("聊城 高铁", [("聊城",), ("高铁",)], "blanks part words"),
    ("聊城　高铁", [("聊城",), ("高铁",)], "so do wide ones"),
    ("甲|乙", [("甲", "乙")], "either"),
    ("甲 | 乙｜丙", [("甲", "乙", "丙")], "blanks around, and the wide bar"),
    ("|甲||乙|", [("甲", "乙")], "bars with nothing between"),
    ("高铁*", [("高铁",)], "a star is not needed"),
    ("甲 甲 甲", [("甲",)], "once is enough"),
    ("他-你", [("他-你",)], "a hyphen inside a word"),
    ("- 甲", [("-",), ("甲",)], "a hyphen by itself excludes nothing"),
    ("http://a.b/c", [("http://a.b/c",)], "an address is no field"),
    ("8:30", [("8:30",)], "a time is no field"),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUERIES, ids=[row[2] for row in QUERIES])
def test_words_and_alternatives(text: str, expected: list[tuple[str, ...]], why: str) -> None:
    query = parse(text)
    assert [tuple(term.text for term in clause.terms) for clause in query.clauses] == expected
    assert query.problems == ()


QUOTED = [
    ("“聊城 高铁”", "聊城 高铁", "Chinese quotes"),
    ('"聊城 高铁"', "聊城 高铁", "straight quotes"),
    ('“聊城 高铁"', "聊城 高铁", "mixed, as an input method leaves them"),
    ("「聊城高铁」", "聊城高铁", "corner brackets"),
    ("“说“好”的人”", "说“好”的人", "quotes inside quotes end where a blank follows"),
]


@pytest.mark.parametrize(("text", "expected", "why"), QUOTED, ids=[row[2] for row in QUOTED])
def test_quotes_make_a_phrase(text: str, expected: str, why: str) -> None:
    assert parse(text).clauses == (Clause((Term(expected, exact=True),)),)


def test_quotes_inside_a_run_of_text_are_text() -> None:
    query = parse("“一业一策”加快")
    assert query.clauses == (Clause((Term("“一业一策”加快"),)),)
    assert query.problems == ()


def test_minus_excludes_words_phrases_and_fields() -> None:
    clauses = parse("甲 -乙 －“丙 丁” -地:冠县").clauses
    assert [clause.negative for clause in clauses] == [False, True, True, True]
    assert clauses[2].terms[0] == Term("丙 丁", exact=True)
    assert clauses[3].terms[0].field == "place"


FIELDS = [
    ("题:高铁", "title"), ("標題：高铁", "title"), ("title:高铁", "title"), ("TITLE:高铁", "title"),
    ("记者:高田", "byline"), ("記者：高田", "byline"), ("by:高田", "byline"),
    ("地:冠县", "place"), ("place:冠县", "place"),
    ("栏:两会", "column"), ("column:两会", "column"),
    ("型:评论", "kind"), ("kind:photo", "kind"),
    ("期:506", "issue"), ("issue:506", "issue"),
    ("日:2024", "date"), ("date：2024", "date"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "field"), FIELDS)
def test_fields_by_every_name_and_either_colon(text: str, field: str) -> None:
    query = parse(text)
    assert query.problems == ()
    assert query.clauses[0].terms[0].field == field


def test_alternatives_share_a_field() -> None:
    terms = parse("地:冠县|茌平 题:甲|地:乙").clauses
    assert [term.field for term in terms[0].terms] == ["place", "place"]
    assert [term.field for term in terms[1].terms] == ["title", "place"]


WRONG = [
    ("“聊城", "引号", "“聊城", "unbalanced quote"),
    ("日:昨天", "日期", "日:昨天", "no date"),
    ("日:2024-13", "日期", "日:2024-13", "no such month"),
    ("日:2024-02-30", "日期", "日:2024-02-30", "no such day"),
    ("期:五", "期号", "期:五", "no number"),
    ("型:诗", "类型", "型:诗", "no such kind"),
]


@pytest.mark.parametrize(("text", "told", "searched", "why"), WRONG, ids=[row[3] for row in WRONG])
def test_what_is_wrong_is_told_and_searched_as_text(text: str, told: str, searched: str, why: str) -> None:
    query = parse(text)
    assert len(query.problems) == 1
    assert told in query.problems[0]
    assert query.clauses == (Clause((Term(searched, misread=":" in text),)),)


def test_an_unknown_field_is_marked() -> None:
    assert parse("作着:高田").clauses[0].terms[0] == Term("作着:高田", doubt="作着")


def test_a_field_without_a_value_is_left_out() -> None:
    query = parse("高铁 题:")
    assert [clause.terms[0].text for clause in query.clauses] == ["高铁"]
    assert "题:" in query.problems[0]


DAYS = [
    ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-2-3", date(2024, 2, 3), date(2024, 2, 3)),
    ("2024/02/03", date(2024, 2, 3), date(2024, 2, 3)),
    ("2024年2月3日", date(2024, 2, 3), date(2024, 2, 3)),
    ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
    ("20240203", date(2024, 2, 3), date(2024, 2, 3)),
    ("２０２４－０２", date(2024, 2, 1), date(2024, 2, 29)),
    ("2024-01..2024-03", date(2024, 1, 1), date(2024, 3, 31)),
    ("2024-01..", date(2024, 1, 1), None),
    ("..2024-03", None, date(2024, 3, 31)),
    (">=2024-01-15", date(2024, 1, 15), None),
    (">2024-01", date(2024, 2, 1), None),
    ("<=2024", None, date(2024, 12, 31)),
    ("<2024", None, date(2023, 12, 31)),
    ("≥2024-03", date(2024, 3, 1), None),
    ("=2024-03", date(2024, 3, 1), date(2024, 3, 31)),
    ("2024-03..2024-03-10", date(2024, 3, 1), date(2024, 3, 10)),
    ("<0001", None, date(1, 1, 1)),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_dates(text: str, first: date | None, last: date | None) -> None:
    assert read_value("date", text) == DateRange(first, last)


def test_dates_the_wrong_way_round() -> None:
    turned = DateRange(date(2024, 1, 1), date(2024, 3, 31), reversed=True)
    assert read_value("date", "2024-03..2024-01") == turned


@pytest.mark.parametrize(
    "text", ["", "..", "今年", "2024-00", "99999", "2024-01..x", "0000", "1-1", ">", "2024-1-1-1"]
)
def test_no_dates(text: str) -> None:
    assert read_value("date", text) is None


def test_numbers_and_kinds() -> None:
    assert read_value("issue", "506") == NumberRange(506, 506)
    assert read_value("issue", "第506期") == NumberRange(506, 506)
    assert read_value("issue", "500..510") == NumberRange(500, 510)
    assert read_value("issue", "510..500") == NumberRange(500, 510, reversed=True)
    assert read_value("issue", "500..500") == NumberRange(500, 500)
    assert read_value("issue", ">506") == NumberRange(507, None)
    assert read_value("kind", "評論") == KindIs(frozenset({"commentary"}))
    assert read_value("kind", "图") == KindIs(frozenset({"photo"}))


def test_a_long_query_is_cut_and_said_so() -> None:
    query = parse(" ".join(f"词{n}" for n in range(500)))
    assert sum(len(clause.terms) for clause in query.clauses) <= MOST_TERMS
    assert query.problems
    assert len(parse("|".join(map(str, range(3000)))).clauses[0].terms) <= MOST_TERMS


@given(st.text(st.sampled_from("聊城ab1 　|｜-－“”\"「」:：题日期.<>=*，。'/\n\0"), max_size=60) | st.text())
def test_every_text_parses(text: str) -> None:
    query = parse(text)
    assert all(clause.terms for clause in query.clauses)
    assert all(term.text.strip() for clause in query.clauses for term in clause.terms)


@given(
    st.sampled_from(["date", "issue", "kind"]),
    st.text(st.sampled_from("0123456789-./年月日<>=第期 x"), max_size=20),
)
def test_every_value_is_read_or_refused(field: FieldName, text: str) -> None:
    value = read_value(field, text)
    assert value is None or isinstance(value, (DateRange, NumberRange, KindIs))
