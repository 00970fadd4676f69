"""Articles and issues to cite, made in one line each."""

from datetime import date
from typing import Any

from lctui.model import Article, Byline, Issue, Paragraph

DAY = date(2024, 1, 16)


def article(title: str = "抢抓项目，为高质量发展注入澎湃动力", **known: Any) -> Article:
    """An article by 胡磊 and 孙亚飞, unless told otherwise."""
    known.setdefault("bylines", (Byline("记者", ("胡磊", "孙亚飞")),))
    known.setdefault("paragraphs", (Paragraph("text", "今年是关键一年。", ((3, 3),)),))
    return Article(id=known.pop("id", "002_0afed/1"), kind=known.pop("kind", "report"), title=title, **known)


def issue(**known: Any) -> Issue:
    """An issue of 大众日报 of 16 January 2024, unless told otherwise."""
    known.setdefault("masthead", "大众日报")
    if "date_inferred" not in known:
        known.setdefault("date", DAY)
    lines = known.pop("lines", ("版面", "", "今年是关键一年。"))
    return Issue(id="002_0afed", source="002.txt", encoding="utf-8", lines=lines, articles=(), **known)


def writers(*names: str, role: str = "记者") -> tuple[Byline, ...]:
    return (Byline(role, names),)
