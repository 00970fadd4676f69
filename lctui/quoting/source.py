"""What is known of where a passage comes from: the one record that every citation style is written from.

Nothing is made up here. What the page does not print and the catalogue does not give is None, and a
style leaves it out. The record holds plain values only, so that a quote in the basket can be cited
again when its page is gone.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Any

from lctui.model import Article, Byline, Issue
from lctui.quoting.escaping import one_line

# Whose names under an article are not those of its writers. Every other role a byline can have
# (记者, 通讯员, 评论员, 实习生, 特约记者, 文 …) is a writer's, in the order printed.
_PICTURE_ROLES = re.compile(r"摄|图片?$|供图|制图|漫画|视频")
_DESK_ROLES = re.compile(r"编辑|责编|美编|校对|版式|审核|值班|监制|策划|统筹|主编|电话|翻译")
# Unsigned commentary is signed by the paper: its collective author is what the byline prints.
_COLLECTIVE = re.compile(r"(?:本报|本刊|本社)?\s*(?:特约)?评论员(?:文章)?|本报编辑部|本报评论部|编者|本报讯")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage comes from.

    `authors` are names as printed, in printed order; `collective` marks a single author who is no
    person (本报评论员). `date` is the printed date; where there is none, `date_inferred` is the
    earliest date the page can have. `page` and `section` are as the catalogue gives them.
    """

    id: str
    title: str
    title_derived: bool = False
    subtitle: str | None = None
    kicker: str | None = None
    column: str | None = None
    authors: tuple[str, ...] = ()
    collective: bool = False
    paper: str | None = None
    date: datetime.date | None = None
    date_inferred: datetime.date | None = None
    issue_number: str | None = None
    page: str | None = None
    section: str | None = None

    @property
    def chinese(self) -> bool:
        """Whether the source is in Chinese, by its title and the paper's name."""
        return any("\u2e80" <= ch <= "\u9fff" or ch >= "\U00020000" for ch in self.title + (self.paper or ""))

    def to_dict(self) -> dict[str, Any]:
        """The known fields as JSON values, dates in ISO form."""
        known: dict[str, Any] = {}
        for name in self.__slots__:
            value = getattr(self, name)
            if value in (None, False, ()):
                continue
            if isinstance(value, tuple):
                value = list(value)
            known[name] = value.isoformat() if hasattr(value, "isoformat") else value
        return known

    @classmethod
    def from_dict(cls, known: dict[str, Any]) -> Source:
        """The source that `to_dict` wrote. Unknown fields are passed over; raises ValueError or
        TypeError where a field does not hold what it should."""

        def text(name: str) -> str | None:
            value = known.get(name)
            if value is not None and not isinstance(value, str):
                raise TypeError(name)
            return value

        def day(name: str) -> Any:
            value = text(name)
            return None if value is None else datetime.date.fromisoformat(value)

        authors = known.get("authors", [])
        if not isinstance(authors, list) or not all(isinstance(name, str) for name in authors):
            raise TypeError("authors")
        return cls(
            id=text("id") or "",
            title=text("title") or "",
            title_derived=bool(known.get("title_derived")),
            subtitle=text("subtitle"),
            kicker=text("kicker"),
            column=text("column"),
            authors=tuple(authors),
            collective=bool(known.get("collective")),
            paper=text("paper"),
            date=day("date"),
            date_inferred=day("date_inferred"),
            issue_number=text("issue_number"),
            page=text("page"),
            section=text("section"),
        )


def source_of(issue: Issue, article: Article) -> Source:
    """What is known of an article's source: its headline and writers, the issue's paper, date and page."""
    authors = _authors(article)
    collective = None if authors else _collective_author(issue, article)
    return Source(
        id=article.id,
        title=one_line(article.title),
        title_derived=article.title_derived,
        subtitle=_strip_dashes(article.subtitle),
        kicker=one_line(article.kicker or "") or None,
        column=one_line(article.column or "") or None,
        authors=(collective,) if collective else authors,
        collective=collective is not None,
        paper=one_line(issue.masthead or "") or None,
        date=issue.date,
        date_inferred=None if issue.date else issue.date_inferred,
        issue_number=issue.issue_number,
        page=page_number(issue.page),
        section=one_line(issue.section or "") or None,
    )


def _authors(article: Article) -> tuple[str, ...]:
    """The writers' names; under a picture that has no writer, the photographers'."""
    writers = _names(part for part in article.bylines if not _is_picture(part) and not _is_desk(part))
    if writers or article.kind != "photo":
        return writers
    return _names(part for part in article.bylines if _is_picture(part))


def _names(bylines: Any) -> tuple[str, ...]:
    names = [one_line(name) for part in bylines for name in part.names]
    return tuple(dict.fromkeys(name for name in names if name))


def _is_picture(part: Byline) -> bool:
    # 文/图 and 摄影报道 are both: the writer took the picture.
    return bool(_PICTURE_ROLES.search(part.role)) and not re.search(r"文|报道|记者", part.role)


def _is_desk(part: Byline) -> bool:
    return bool(_DESK_ROLES.search(part.role))


def _collective_author(issue: Issue, article: Article) -> str | None:
    """本报评论员 and the like, where the page prints it in place of a name."""
    for number in article.byline_lines:
        if 0 < number <= len(issue.lines):
            match = _COLLECTIVE.search(re.sub(r"\s", "", issue.lines[number - 1]))
            if match and match.group() != "本报讯":
                return match.group().removesuffix("文章")
    for part in article.bylines:
        if not part.names and _COLLECTIVE.fullmatch(part.role):
            return part.role
    return None


def _strip_dashes(subtitle: str | None) -> str | None:
    """A subtitle without the dash that print sets before it: each style joins it in its own way."""
    return one_line(subtitle or "").strip("—─－– ") or None


_DIGITS = {ch: number for number, ch in enumerate("〇一二三四五六七八九")}


def page_number(page: str | None) -> str | None:
    """A page number (版次) in Arabic figures, as GB/T 7714 wants it: `第三版`, `03版` and `3` are `3`.

    Letters are kept (`A10`); what is no number comes back as it is (`头版`).
    """
    if page is None or not page.strip():
        return None
    bare = re.sub(r"^第|版$", "", page.strip()).strip()
    if bare.isdecimal():
        return str(int(bare))
    ten = re.fullmatch(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)", bare)
    if ten:
        return str(_DIGITS.get(ten[1], 1) * 10 + _DIGITS.get(ten[2], 0))
    if bare in _DIGITS:
        return str(_DIGITS[bare])
    return bare if re.fullmatch(r"[A-Za-z]*\d+[A-Za-z]*", bare) else page.strip()
