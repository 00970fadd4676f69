"""Pages as bytes between processes: what comes out is what went in."""

from __future__ import annotations

import datetime
import pickle
import threading
from dataclasses import dataclass, fields, replace

import pytest

import lctui
from lctui.model import Article, Byline, Furniture, Issue, Paragraph, Repair
from lctui.packing import pack, unpack
from lctui.store import LoadProblem

KINDS = (Issue, LoadProblem)

FULL = Issue(
    id="a",
    source="a\ud800.txt",
    encoding="utf-8",
    lines=("一", "", "𠀀\u3000"),
    articles=(
        Article("a/1", "photo", "题", ()),
        Article(
            id="a/2",
            kind="report",
            title="题",
            paragraphs=(Paragraph("text", "文", ((1, 2), (4, 4)), True), Paragraph("box", "", ())),
            column="栏",
            kicker="引",
            subtitle="副",
            title_derived=True,
            headline_lines=(3, 1),
            bylines=(Byline("记者", ("高田", "林晨")), Byline("摄", ())),
            byline_lines=(2,),
            place="聊城",
        ),
    ),
    furniture=(Furniture("版", ((5, 6),)),),
    repairs=(Repair(1, "blank", "a b", "ab"), Repair(2, "blank", "", "x")),
    masthead="报",
    date=datetime.date(2024, 2, 29),
    date_inferred=datetime.date(1949, 10, 1),
    weekday="星期四",
    issue_number="1",
    editor="王明",
    page="A05",
    section="要闻",
    undecodable=3,
)
BARE = Issue("b", "b", "gb18030", (), ())


def test_the_full_example_leaves_no_field_at_its_default() -> None:
    # Else a field added later would go untested.
    for field in fields(Issue):
        assert getattr(FULL, field.name) != field.default, field.name
    for field in fields(Article):
        assert getattr(FULL.articles[1], field.name) != field.default, field.name


@pytest.mark.parametrize(
    "values",
    [
        [],
        [FULL],
        [BARE, FULL, BARE],
        [LoadProblem("p", "why")],
        [LoadProblem("p", "why"), FULL, LoadProblem("q", "other"), BARE],  # mixed kinds keep their order
    ],
)
def test_what_comes_out_is_what_went_in(values: list[Issue | LoadProblem]) -> None:
    found = unpack(pack(values, KINDS), KINDS)
    assert found == values
    assert list(map(type, found)) == list(map(type, values))
    # Equal is not enough: 1 == True.
    assert repr(found) == repr(values)


def test_the_bundled_pages_come_out_as_they_went_in() -> None:
    issues = lctui.open_store().issues
    found = unpack(pack(issues, KINDS), KINDS)
    assert found == list(issues)
    assert pickle.loads(pickle.dumps(found)) == list(issues)
    with pytest.raises(AttributeError):
        found[0].articles[0].title = "other"
    assert hash(replace(found[0].articles[0])) == hash(issues[0].articles[0])


def test_a_text_that_many_values_share_is_one_text_again() -> None:
    kind = "".join(["full-", "width"])
    (found,) = unpack(pack([replace(BARE, repairs=(Repair(1, kind, "a", "b"),) * 3)], KINDS), KINDS)
    assert len({id(repair.kind) for repair in found.repairs}) == 1


@dataclass(frozen=True, slots=True)
class _Odd:
    what: object


def test_what_no_process_could_be_sent_is_refused() -> None:
    with pytest.raises(ValueError, match="unmarshallable"):
        pack([_Odd(threading.Lock())], [_Odd])
    with pytest.raises(ValueError, match="not in"):
        pack([_Odd(1)], KINDS)
