"""The values everything else passes around: frozen, slotted, standard library only.

A page is read once into an `Issue`; after that it is only looked at. Line numbers count from 1 in
the decoded page; character offsets count from 0 in a reading text and spans are half-open.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

ParagraphKind = Literal["text", "subhead", "caption", "box"]
ArticleKind = Literal["report", "commentary", "photo"]
Field = Literal["title", "kicker", "subtitle", "column", "byline", "place", "body"]

LineRange = tuple[int, int]
"""First and last line (both included) of a run of page lines."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to but not including `end` of some text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Byline:
    """署名: one role (记者, 通讯员, 摄 …) and the names under it, in printed order."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """One change made to the characters of a page line; `before` can always be shown again."""

    line: int
    kind: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of reading text, and the page lines it was joined from, in reading order.

    `gap` is true where the end of the paragraph is missing from the page (残缺).
    """

    kind: ParagraphKind
    text: str
    lines: tuple[LineRange, ...]
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """稿件: one article as a reader would cut it out of the paper."""

    id: str
    kind: ArticleKind
    title: str
    paragraphs: tuple[Paragraph, ...]
    column: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    title_derived: bool = False
    headline_lines: tuple[int, ...] = ()
    bylines: tuple[Byline, ...] = ()
    byline_lines: tuple[int, ...] = ()
    place: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def byline(self) -> str:
        """The writers as one line: `记者 胡磊 孙亚飞  通讯员 张荔`; empty where none is printed."""
        return "  ".join(" ".join((part.role, *part.names)) for part in self.bylines)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page lines that are no article's: folio, telephone, editor, QR caption."""

    text: str
    lines: tuple[LineRange, ...]


@dataclass(frozen=True, slots=True)
class Issue:
    """期: one page dump, read. What the page does not print is None, never made up.

    `source` is the path as given; `lines` are the decoded page lines, so that the page's own
    characters can always be shown again. `undecodable` counts bytes that had to be replaced.
    `date_inferred` is the earliest date the page can have, from the dates in its text.
    `page` and `section` are the number and the name of the page (第3版 要闻), as printed in the folio.
    """

    id: str
    source: str
    encoding: str
    lines: tuple[str, ...]
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...] = ()
    repairs: tuple[Repair, ...] = ()
    masthead: str | None = None
    date: datetime.date | None = None
    date_inferred: datetime.date | None = None
    weekday: str | None = None
    issue_number: str | None = None
    editor: str | None = None
    page: str | None = None
    section: str | None = None
    undecodable: int = 0

    @property
    def sort_date(self) -> datetime.date | None:
        """The printed date, else the inferred one."""
        return self.date or self.date_inferred


class Tier(IntEnum):
    """Why a hit matched, best first; hits are ranked by tier before score."""

    TITLE = 1  # the query is the whole title
    TITLE_PHRASE = 2  # as a phrase in a title
    BODY_PHRASE = 3  # as a phrase in a body
    WORDS = 4  # all words
    PINYIN = 5  # full pinyin or initials
    NEAR = 6  # one character wrong, missing, extra or of the same sound


Reason = Literal["题", "短语", "词", "拼音", "首字母", "近似"]


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a query matched: `start`..`end` of a field, for `body` of one paragraph."""

    field: Field
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article: why, how often, where, and a snippet whose `snippet_spans` are the matches.

    `spans` are all matches in reading order: headline fields first, then the body.
    """

    article_id: str
    tier: Tier
    reason: Reason
    score: float
    count: int
    snippet: str
    snippet_spans: tuple[Span, ...]
    spans: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to one query: at most `limit` hits of `total`.

    `problems` are sentences about a query that could not be read as written (it was then searched
    as plain text); `suggestion` is the nearest word that exists, where nothing was found.
    """

    hits: tuple[Hit, ...]
    total: int
    problems: tuple[str, ...] = ()
    suggestion: str | None = None
