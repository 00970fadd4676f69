"""The reconstruction as JSON values, for other programs: the contract of `lctui dump`.

Schema 1; see docs/dump.md. Line numbers count from 1 in the decoded file.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lctui.model import Article, Issue, Paragraph

SCHEMA = 1


def dump(issues: Iterable[Issue]) -> dict[str, Any]:
    """The whole document: `{"schema": 1, "issues": […]}`."""
    return {"schema": SCHEMA, "issues": [_issue(issue) for issue in issues]}


def _issue(issue: Issue) -> dict[str, Any]:
    return {
        "id": issue.id,
        "source": issue.source,
        "encoding": issue.encoding,
        "masthead": issue.masthead,
        "date": issue.date.isoformat() if issue.date else None,
        "date_inferred": issue.date_inferred.isoformat() if issue.date_inferred else None,
        "weekday": issue.weekday,
        "issue_number": issue.issue_number,
        "editor": issue.editor,
        "articles": [_article(article) for article in issue.articles],
        "furniture": [
            {"text": furniture.text, "lines": [list(run) for run in furniture.lines]}
            for furniture in issue.furniture
        ],
        "repairs": [
            {"line": repair.line, "kind": repair.kind, "before": repair.before, "after": repair.after}
            for repair in issue.repairs
        ],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "kind": article.kind,
        "column": article.column,
        "kicker": article.kicker,
        "title": article.title,
        "subtitle": article.subtitle,
        "title_derived": article.title_derived,
        "headline_lines": list(article.headline_lines),
        "bylines": [{"role": part.role, "names": list(part.names)} for part in article.bylines],
        "byline_lines": list(article.byline_lines),
        "place": article.place,
        "paragraphs": [_paragraph(paragraph) for paragraph in article.paragraphs],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "kind": paragraph.kind,
        "text": paragraph.text,
        "lines": [list(run) for run in paragraph.lines],
        "gap": paragraph.gap,
    }
