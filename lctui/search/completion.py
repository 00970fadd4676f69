"""What the search bar offers to complete: field names, and the names that stand in the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lctui.model import Article, Issue
from lctui.search.fields import FIELD_NAMES
from lctui.search.query import FieldName
from lctui.text.folding import fold_text
from lctui.text.pinyin import readings

MOST = 12
"""Completions offered at a time."""

_KINDS = ("报道", "评论", "图片")


class Completion:
    """The words to complete with, gathered once from the articles."""

    def __init__(self, articles: Iterable[tuple[Issue, Article]]) -> None:
        names: Counter[str] = Counter()
        places: Counter[str] = Counter()
        columns: Counter[str] = Counter()
        issues: Counter[str] = Counter()
        days: Counter[str] = Counter()
        for issue, article in articles:
            names.update(name for byline in article.bylines for name in byline.names)
            places.update([article.place] if article.place else ())
            columns.update([article.column] if article.column else ())
            issues.update([issue.issue_number] if issue.issue_number else ())
            days.update([issue.sort_date.isoformat()] if issue.sort_date else ())
        self._values: dict[FieldName, list[str]] = {
            "byline": [name for name, _ in names.most_common()],
            "place": [place for place, _ in places.most_common()],
            "column": [column for column, _ in columns.most_common()],
            "issue": sorted(issues, reverse=True),
            "date": sorted(days, reverse=True),
            "kind": list(_KINDS),
        }
        self._keys: dict[str, tuple[str, ...]] = {}

    def complete(self, text: str) -> list[str]:
        """Whole bars that `text` may become: its last word completed, the likeliest first."""
        word = re.split(r"[\s|｜]", text)[-1]
        head = text[: len(text) - len(word)]
        if word[:1] in ("-", "－"):
            head, word = head + word[0], word[1:]
        if not word:
            return []
        name, colon, value = (
            re.split(r"([:：])", word, maxsplit=1) if re.search("[:：]", word) else (word, "", "")
        )
        if colon:
            field = FIELD_NAMES.get(fold_text(name))
            values = self._values.get(field, []) if field else []
            return [f"{head}{name}{colon}{_quoted(found)}" for found in self._matching(values, value)][:MOST]
        wanted = fold_text(word)
        if not wanted:
            return []
        fields = [f"{head}{known}:" for known in FIELD_NAMES if known.startswith(wanted)]
        writers = [f"{head}记者:{_quoted(found)}" for found in self._matching(self._values["byline"], word)]
        places = [f"{head}地:{_quoted(found)}" for found in self._matching(self._values["place"], word)]
        return (fields + writers + places)[:MOST]

    def _matching(self, values: list[str], typed: str) -> list[str]:
        """The values that begin with `typed` as written, by their pinyin or by their initials."""
        wanted = fold_text(typed)
        return [
            value
            for value in values
            if value != typed and any(k.startswith(wanted) for k in self._key(value))
        ]

    def _key(self, value: str) -> tuple[str, ...]:
        keys = self._keys.get(value)
        if keys is None:
            folded = fold_text(value)
            table = readings()
            sounds = [(table.of(ord(c))[:1] or (c,))[0] for c in folded]
            keys = (folded, "".join(sounds), "".join(sound[:1] for sound in sounds))
            self._keys[value] = keys
        return keys


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s|｜]", value) else value
