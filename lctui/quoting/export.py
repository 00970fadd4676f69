"""The basket as a file to work on with: Markdown, plain text, BibTeX or JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum

from lctui.i18n import tr
from lctui.quoting.basket import BasketQuote
from lctui.quoting.citation import Style
from lctui.quoting.escaping import markdown_text
from lctui.quoting.gbt7714 import gbt7714
from lctui.quoting.quote import with_source
from lctui.quoting.records import bibtex, key

SCHEMA = 1


class Format(StrEnum):
    """A kind of file to export to; the value is the file's suffix, without the dot."""

    MARKDOWN = "md"
    TEXT = "txt"
    BIBTEX = "bib"
    JSON = "json"

    @property
    def label(self) -> str:
        """The format's name for people, in the interface language."""
        names = {Format.MARKDOWN: tr("Markdown"), Format.TEXT: tr("纯文本"), Format.BIBTEX: tr("BibTeX")}
        return names.get(self, tr("JSON"))


def export(quotes: Sequence[BasketQuote], format: Format) -> str:
    """The quotes, in the order given, as the content of one file that ends in a line end.

    BibTeX has one entry an article, so that no key stands twice; its quotes and notes are the entry's
    `annote`. JSON holds everything that is known, and the references of both editions of GB/T 7714.
    """
    match format:
        case Format.MARKDOWN:
            return "\n\n".join([f"# {tr('摘抄本')}", *map(_markdown, quotes)]) + "\n"
        case Format.TEXT:
            return "\n\n\n".join(map(_text, quotes)) + "\n"
        case Format.BIBTEX:
            return "\n\n".join(_entries(quotes)) + "\n"
        case Format.JSON:
            document = {"schema": SCHEMA, "quotes": [_record(quote) for quote in quotes]}
            return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _markdown(quote: BasketQuote) -> str:
    parts = [with_source(_lines(quote.text), quote.source, Style.MARKDOWN)]
    parts += [markdown_text(line) for line in _lines(quote.note)]
    return "\n\n".join(parts)


def _text(quote: BasketQuote) -> str:
    note = "\n".join(_lines(quote.note))
    text = with_source(_lines(quote.text), quote.source, Style.PLAIN)
    return text + "\n" + tr("按：{note}").format(note=note) if note else text


def _entries(quotes: Sequence[BasketQuote]) -> list[str]:
    by_key: dict[str, list[BasketQuote]] = {}
    for quote in quotes:
        by_key.setdefault(key(quote.source), []).append(quote)
    return [
        bibtex(
            same[-1].source, " / ".join(part for quote in same for part in (quote.text, quote.note) if part)
        )
        for same in by_key.values()
    ]


def _record(quote: BasketQuote) -> dict[str, object]:
    return {
        "id": quote.id,
        "time": quote.time.isoformat(timespec="seconds"),
        "text": quote.text,
        "note": quote.note,
        "paragraph": quote.start.paragraph,
        "offset": quote.start.offset,
        "source": quote.source.to_dict(),
        "gbt7714-2015": gbt7714(quote.source, 2015),
        "gbt7714-2025": gbt7714(quote.source, 2025),
    }
