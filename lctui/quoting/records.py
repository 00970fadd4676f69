"""Records for reference managers: BibTeX, RIS, CSL-JSON, and the headings of org-bibtex.

Each takes a source and, where it is to be kept with it, the quoted text, which goes into the field the
format has for it, so that the result is still a valid file.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from lctui.quoting.escaping import bibtex_text, bibtex_title, one_line, org_text
from lctui.quoting.source import Source

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def key(source: Source) -> str:
    """A citation key of ASCII letters, figures and hyphens: the same for an article on every run and machine.

    It is made from the article's id alone. Where that holds other characters, eight figures of its
    SHA-1 keep apart what would otherwise become one.
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "-", source.id).strip("-")
    if re.sub(r"[/_.-]", "-", source.id) != plain:
        digest = hashlib.sha1(source.id.encode("utf-8", "replace"), usedforsecurity=False).hexdigest()[:8]
        plain = f"{plain}-{digest}" if plain else digest
    return f"lctui-{plain}"


def title(source: Source, joint: str = ": ") -> str:
    """Title and subtitle; one that the page does not print stands in square brackets (ISO 690:2021)."""
    whole = f"{source.title}{joint}{source.subtitle}" if source.subtitle else source.title
    return f"[{whole}]" if source.title_derived and whole else whole


def _note(source: Source) -> str | None:
    """What has no field of its own: that the date is inferred."""
    if source.date is None and source.date_inferred is not None:
        return f"日期据内文推定，不早于 {source.date_inferred.isoformat()}"
    return None


def bibtex(source: Source, quoted: str | None = None) -> str:
    """A BibTeX entry, which biblatex reads too. The kind is `article` with `entrysubtype = {newspaper}`.

    `year` and `month` are what BibTeX knows, `date` what biblatex knows; the page (版次) is `pages`.
    An inferred year stands in square brackets, and a note tells why. The quoted text is `annote`.
    """
    fields: list[tuple[str, str]] = []

    def add(name: str, value: str | None) -> None:
        if value:
            fields.append((name, f"{{{value}}}"))

    add("author", " and ".join(_bibtex_name(source, name) for name in source.authors))
    add("title", bibtex_title(_bibtex_joined(source)))
    add("titleaddon", bibtex_title(source.kicker or ""))
    add("journal", bibtex_text(source.paper or ""))
    add("entrysubtype", "newspaper")
    if source.date:
        add("date", source.date.isoformat())
        add("year", f"{source.date.year:04}")
        fields.append(("month", _MONTHS[source.date.month - 1]))
    elif source.date_inferred:
        add("year", f"[{source.date_inferred.year:04}]")
    add("number", bibtex_text(source.issue_number or ""))
    add("pages", bibtex_text(source.page or ""))
    add("langid", "chinese" if source.chinese else None)
    add("note", bibtex_text(_note(source) or ""))
    add("annote", bibtex_text(quoted or ""))
    width = max(len(name) for name, _ in fields)
    lines = ",\n".join(f"  {name:<{width}} = {value}" for name, value in fields)
    return f"@article{{{key(source)},\n{lines}\n}}"


def _bibtex_joined(source: Source) -> str:
    return title(source, "：" if source.chinese else ": ")


def _bibtex_name(source: Source, name: str) -> str:
    """A name as BibTeX reads it: one that is no person's, or would be cut at “and” or a comma, in braces."""
    whole = bibtex_text(name)
    if (
        source.collective
        or "," in whole
        or re.search(r"\b(and|others)\b", whole)
        or (" " in whole and not name.isascii())
    ):
        return f"{{{whole}}}"
    return whole


def ris(source: Source, quoted: str | None = None) -> str:
    """A RIS record of type NEWS: a tag, two blanks, a hyphen and a blank before each value, CR LF after it.

    `DA` is YYYY/MM/DD/other; for an inferred date only the year is given and “other” says so.
    """
    lines = [("TY", "NEWS"), ("ID", key(source))]
    lines += [("AU", _ris_name(source, name)) for name in source.authors]
    lines.append(("TI", _bibtex_joined(source)))
    lines.append(("T2", source.paper or ""))
    when = source.date or source.date_inferred
    if when:
        lines.append(("PY", f"{when.year:04}"))
        lines.append(("DA", f"{when:%Y/%m/%d/}" if source.date else f"{when:%Y}///推定"))
    lines += [("IS", source.issue_number or ""), ("SP", source.page or ""), ("SE", source.section or "")]
    lines += [("LA", "zh" if source.chinese else ""), ("N1", _note(source) or ""), ("N1", quoted or "")]
    written = [
        f"{tag}  - {value}" for tag, value in ((tag, one_line(value)) for tag, value in lines) if value
    ]
    return "\r\n".join([*written, "ER  - ", ""])


def _ris_name(source: Source, name: str) -> str:
    """`Smith, John` for a Western name; a Chinese name as it is. RIS keeps `*` for itself."""
    words = name.replace("*", " ").split()
    if source.collective or not name.isascii() or len(words) < 2:
        return " ".join(words)
    return f"{words[-1]}, {' '.join(words[:-1])}"


def csl_json(source: Source, quoted: str | None = None) -> str:
    """A CSL-JSON file of one item, of type `article-newspaper` (CSL 1.0.2, csl-data schema)."""
    fields = csl_item(source, quoted).items()
    lines = (f"    {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields)
    return "[\n  {\n" + ",\n".join(lines) + "\n  }\n]"


def csl_item(source: Source, quoted: str | None = None) -> dict[str, Any]:
    """The item itself. Chinese names are `literal`, since a surname is not marked in print and cannot be
    told for certain (欧阳, 阿布都·克里木); Western ones are `family` and `given`."""
    item: dict[str, Any] = {"id": key(source), "type": "article-newspaper"}
    item["title"] = one_line(_bibtex_joined(source))
    if source.authors:
        item["author"] = [_csl_name(source, one_line(name)) for name in source.authors]
    when = source.date or source.date_inferred
    known = {
        "container-title": source.paper,
        "section": source.section,
        "issue": source.issue_number,
        "page": source.page,
        "language": "zh" if source.chinese else None,
        "note": _note(source),
        "annote": quoted,
    }
    if when and source.date:
        item["issued"] = {"date-parts": [[when.year, when.month, when.day]]}
    elif when:
        item["issued"] = {"date-parts": [[when.year]], "circa": True}
    item.update({name: one_line(value) for name, value in known.items() if value and name != "annote"})
    if quoted:
        item["annote"] = quoted
    return item


def _csl_name(source: Source, name: str) -> dict[str, str]:
    words = name.split()
    if source.collective or not name.isascii() or len(words) < 2:
        return {"literal": name}
    return {"family": words[-1], "given": " ".join(words[:-1])}


def org_bibtex(source: Source) -> str:
    """A heading with the properties of org-bibtex (Org's ol-bibtex.el: BTYPE, CUSTOM_ID, BibTeX's fields)."""
    properties = [
        ("TITLE", _bibtex_joined(source)),
        ("BTYPE", "article"),
        ("CUSTOM_ID", key(source)),
        ("AUTHOR", " and ".join(source.authors)),
        ("JOURNAL", source.paper or ""),
    ]
    if source.date:
        properties += [("YEAR", f"{source.date.year:04}"), ("MONTH", _MONTHS[source.date.month - 1])]
        properties.append(("DATE", source.date.isoformat()))
    elif source.date_inferred:
        properties.append(("YEAR", f"[{source.date_inferred.year:04}]"))
    properties += [("PAGES", source.page or ""), ("NOTE", _note(source) or "")]
    lines = [f":{name}: {one_line(value)}" for name, value in properties if value]
    return "\n".join([f"* {org_text(one_line(_bibtex_joined(source)))}", ":PROPERTIES:", *lines, ":END:"])
