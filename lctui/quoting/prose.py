"""The source as a reader would write it under a quotation, in the manner of Chinese books and journals.

    胡磊、孙亚飞：《抢抓项目，为高质量发展注入澎湃动力》，《大众日报》2024年1月16日，第3版。

Names are joined by 、; titles stand in 《》, a title within one in 〈〉 (GB/T 15834—2011 §4.15). A date
that is only inferred is named as what is known, the earliest it can be; it and a title that is not
printed stand in square brackets.
"""

from __future__ import annotations

from lctui.quoting.escaping import one_line
from lctui.quoting.source import Source


def prose(source: Source) -> str:
    """The source as one sentence, ended by 。; empty where nothing is known."""
    title = _title(source)
    clauses = []
    if source.authors and title:
        clauses.append(f"{_authors(source)}：{title}")
    elif title or source.authors:
        clauses.append(title or _authors(source))
    paper = f"《{_inner(source.paper)}》" if source.paper else ""
    when = _when(source)
    if paper or when:
        clauses.append(paper + when)
    if source.page:
        clauses.append(f"第{source.page}版" if source.page[-1].isdigit() else source.page)
    return one_line("，".join(clauses)) + "。" if clauses else ""


def _authors(source: Source) -> str:
    names = "、".join(source.authors[:3])
    return names + "等" if len(source.authors) > 3 else names


def _title(source: Source) -> str:
    title = f"{source.title}——{source.subtitle}" if source.subtitle else source.title
    if not title:
        return ""
    return f"[{title}]" if source.title_derived else f"《{_inner(title)}》"


def _inner(title: str) -> str:
    return title.replace("《", "〈").replace("》", "〉")


def _when(source: Source) -> str:
    if source.date:
        return f"{source.date.year}年{source.date.month}月{source.date.day}日"
    if source.date_inferred:
        earliest = source.date_inferred
        return f"[不早于{earliest.year}年{earliest.month}月{earliest.day}日]"
    return f"第{source.issue_number}期" if source.issue_number else ""
