"""The citation styles a reader can choose from, and the one door to them.

Each style is written from a `Source` (what is known) by the module that knows its definition:
`prose.py` (plain, Markdown), `gbt7714.py`, `records.py` (BibTeX, RIS, CSL-JSON, Org).
"""

from __future__ import annotations

from enum import StrEnum

from lctui.i18n import tr
from lctui.model import Article, Issue
from lctui.quoting.escaping import markdown_text
from lctui.quoting.gbt7714 import gbt7714
from lctui.quoting.prose import prose
from lctui.quoting.records import bibtex, csl_json, org_bibtex, ris
from lctui.quoting.source import Source, source_of


class Style(StrEnum):
    """A citation style; the value is its name in settings and on the command line."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    GBT7714_2015 = "gbt7714-2015"
    GBT7714_2025 = "gbt7714-2025"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"
    ORG = "org"

    @property
    def label(self) -> str:
        """The style's name for people, in the interface language."""
        return _labels()[self]


def _labels() -> dict[Style, str]:
    return {
        Style.PLAIN: tr("纯文本"),
        Style.MARKDOWN: tr("Markdown 引文块"),
        Style.GBT7714_2015: tr("GB/T 7714—2015"),
        Style.GBT7714_2025: tr("GB/T 7714—2025"),
        Style.BIBTEX: tr("BibTeX"),
        Style.RIS: tr("RIS"),
        Style.CSL_JSON: tr("CSL-JSON"),
        Style.ORG: tr("Org"),
    }


def cite(issue: Issue, article: Article, style: Style = Style.PLAIN) -> str:
    """The citation alone. Only what is known of the source is in it; an inferred date is marked."""
    return cite_source(source_of(issue, article), style)


def cite_source(source: Source, style: Style = Style.PLAIN, quoted: str | None = None) -> str:
    """The citation of a source, in `style`. The data formats take the `quoted` text into their record:
    BibTeX as `annote`, RIS as `N1`, CSL-JSON as `annote`; the others have no place for it."""
    match style:
        case Style.PLAIN:
            return prose(source)
        case Style.MARKDOWN:
            return markdown_text(prose(source))
        case Style.GBT7714_2015:
            return gbt7714(source, 2015)
        case Style.GBT7714_2025:
            return gbt7714(source, 2025)
        case Style.BIBTEX:
            return bibtex(source, quoted)
        case Style.RIS:
            return ris(source, quoted)
        case Style.CSL_JSON:
            return csl_json(source, quoted)
        case Style.ORG:
            return org_bibtex(source)
