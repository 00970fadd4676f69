"""The language of the search bar: text to a `Query`. Every text parses.

    words separated by blanks must all occur    “短语” or "短语" exactly    -词 not    甲|乙 either
    题: 记者: 地: 栏: 型: 期: 日:  (title: by: place: column: kind: issue: date:)

What cannot be read as written is told in `problems` and searched as plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lctui.i18n import tr
from lctui.search.fields import FIELD_NAMES, KindIs, Value, read_value
from lctui.text.folding import fold_text

FieldName = Literal["title", "byline", "place", "column", "kind", "issue", "date"]

MOST_TERMS = 64
"""Terms of a query that are searched; nobody reads the answer to more, and each costs time."""
MOST_CHARACTERS = 4096

_OPENING = {"“": "”", '"': '"', "”": "”", "＂": "＂", "「": "」", "『": "』"}
_CLOSING = frozenset('”"“＂')
_BAR = frozenset("|｜")
_MINUS = frozenset("-－")
_FIELD = re.compile(r"([^\W\d_]{1,10})[:：](?!/)", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: `text` anywhere or in a text field; or a `value` of another field.

    `exact` is what stood in quotes. `doubt` marks text that looked like an unknown field, `misread`
    a field whose value could not be read.
    """

    text: str
    exact: bool = False
    field: FieldName | None = None
    value: Value | None = None
    doubt: str | None = None
    misread: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """At least one of `terms` must hold; none may where `negative`."""

    terms: tuple[Term, ...]
    negative: bool = False

    @property
    def plain(self) -> Term | None:
        """The term of a clause that is a plain word and nothing else."""
        term = self.terms[0]
        bare = len(self.terms) == 1 and not (self.negative or term.exact or term.field)
        return term if bare else None


@dataclass(frozen=True, slots=True)
class Query:
    """All `clauses` must hold. `problems` are sentences for the reader."""

    clauses: tuple[Clause, ...]
    problems: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Read a query; never raises, in time linear in the length of `text`."""
    return _Parser(text).query()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text[:MOST_CHARACTERS]
        self._at = 0
        self._problems: dict[str, None] = {}
        self._terms = 0
        if len(text) > MOST_CHARACTERS:
            self._too_long()

    def query(self) -> Query:
        clauses: dict[Clause, None] = {}
        while self._skip_blanks():
            if self._terms >= MOST_TERMS:
                self._too_long()
                break
            if (clause := self._clause()) is not None:
                clauses.setdefault(clause)
        return Query(tuple(clauses), tuple(self._problems))

    def _clause(self) -> Clause | None:
        negative = self._peek() in _MINUS and not self._blank_at(self._at + 1)
        if negative:
            self._at += 1
        terms: dict[Term, None] = {}
        field: FieldName | None = None
        while True:
            if (term := self._term(field)) is not None and self._terms < MOST_TERMS:
                if term not in terms:
                    self._terms += 1
                    terms.setdefault(term)
                field = term.field
            mark = self._at
            if not (self._skip_blanks() and self._peek() in _BAR):
                self._at = mark
                break
            while self._skip_blanks() and self._peek() in _BAR:
                self._at += 1
            if self._terms >= MOST_TERMS:
                self._too_long()
                self._at = len(self._text)
        return Clause(tuple(terms), negative) if terms else None

    def _term(self, inherited: FieldName | None) -> Term | None:
        start = self._at
        field = inherited
        doubt: str | None = None
        if found := _FIELD.match(self._text, self._at):
            name = fold_text(found[1])  # 題：經濟 is written by those who type 題
            if name in FIELD_NAMES:
                field = FIELD_NAMES[name]
                self._at = found.end()
            elif not self._blank_at(found.end()):
                doubt = found[1]
        if doubt is None and (quoted := self._quoted()) is not None:
            return self._make(quoted, field, exact=True)
        value = self._run()
        if field is not None and field is not inherited and not value:
            self._problem(tr("“{name}”后面还没有内容。").format(name=self._text[start : self._at]))
            return None
        if doubt is not None and field is None:
            return Term(value, doubt=doubt) if value else None
        return self._make(value, field, exact=False, written=self._text[start : self._at])

    def _make(self, text: str, field: FieldName | None, *, exact: bool, written: str = "") -> Term | None:
        if not exact:
            text = text.rstrip("*＊")
        if not text.strip():
            return None
        if field not in ("kind", "issue", "date"):
            return Term(text, exact, field)
        value = read_value(field, text)
        if value is not None:
            if not isinstance(value, KindIs) and value.reversed:
                self._problem(tr("“{text}”的起止颠倒了，已按从小到大查找。").format(text=text))
            return Term(text, exact, field, value)
        wrong = {
            "date": tr(
                "“{text}”不是日期（可写作 2024-01、2024-01..2024-03、>=2024-01-15），按普通文字查找。"
            ),
            "issue": tr("“{text}”不是期号（可写作 506、500..510、>=506），按普通文字查找。"),
            "kind": tr("“{text}”不是稿件类型（报道、评论、图片），按普通文字查找。"),
        }[field]
        self._problem(wrong.format(text=text))
        return Term(written or text, misread=True)

    def _quoted(self) -> str | None:
        """What stands in quotes here; None where no quote opens or none closes it."""
        closing = _OPENING.get(self._peek())
        if closing is None:
            return None
        ends = _CLOSING if closing in _CLOSING else frozenset(closing)
        for end in range(self._at + 1, len(self._text)):
            if self._text[end] in ends and self._closes(end):
                text = self._text[self._at + 1 : end]
                self._at = end + 1
                return text
        if not any(character in ends for character in self._text[self._at + 1 :]):
            self._problem(tr("引号没有配对，按普通文字查找。"))
        return None

    def _closes(self, at: int) -> bool:
        """Whether a quote ends a term here: “一业一策”加快 is one run of text, quotes and all."""
        return self._blank_at(at + 1) or self._text[at + 1] in _BAR

    def _run(self) -> str:
        start = self._at
        while not self._blank_at(self._at) and self._peek() not in _BAR:
            self._at += 1
        return self._text[start : self._at]

    def _skip_blanks(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _peek(self) -> str:
        return self._text[self._at] if self._at < len(self._text) else ""

    def _blank_at(self, at: int) -> bool:
        return at >= len(self._text) or self._text[at].isspace()

    def _problem(self, sentence: str) -> None:
        self._problems.setdefault(sentence)

    def _too_long(self) -> None:
        self._problem(tr("查询太长，只用了前面的部分。"))
