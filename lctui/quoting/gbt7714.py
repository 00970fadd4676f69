"""GB/T 7714, the Chinese standard for references, in its editions of 2015 and 2025.

An article in a newspaper is 连续出版物中的析出文献 (2015: §4.4 and §8.8.5; 2025: §8.5):

    析出文献主要责任者. 析出文献题名: 其他题名信息[N]. 报纸名, 出版日期(版次).

Rules used, with their clauses (2015 / 2025):

- up to three persons are all given, of more the first three and 等 (§8.1.2 / §7.1);
- where the author is not known, the numeric system leaves the element out (§8.1.3 / §7.1);
- a subtitle is 其他题名信息, after a colon; the kicker is no part of the title (§8.2.3 / §7.2.3);
- a newspaper's date is YYYY-MM-DD (§8.4.3.2 / §7.5.4.2), its page in round brackets (§8.8.5);
- an estimated date stands in square brackets (§8.4.3.3 / §7.5.4.3), and so does what the citer
  supplied himself, as a title where none is printed (§7.2 / §7.2.1). An inferred date is only
  the earliest that a page can have, so the year alone is given, as the estimated year (估计的出版年).

What the edition of 2025 changed, for a newspaper article: between Chinese elements the comma, the colon
and the round brackets are full-width, as in 中国青年报，2000-11-20（15）; full stop, square brackets and //
stay half-width; surnames in Latin letters are no longer set in capitals. References in other scripts
keep half-width marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from lctui.quoting.escaping import one_line
from lctui.quoting.source import Source


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks (著录用符号) that differ between the editions."""

    comma: str
    colon: str
    left: str
    right: str


_HALF_WIDTH = _Marks(", ", ": ", "(", ")")
_FULL_WIDTH = _Marks("，", "：", "（", "）")


def gbt7714(source: Source, edition: int) -> str:
    """The reference for `source` by the edition of 2015 or 2025, without a number before it."""
    marks = _FULL_WIDTH if edition == 2025 and source.chinese else _HALF_WIDTH
    elements = []
    if source.authors:
        elements.append(_authors(source, marks, edition))
    title = one_line(source.title)
    if source.subtitle:
        title += marks.colon + one_line(source.subtitle)
    if source.title_derived and title:
        title = f"[{title}]"
    elements.append(f"{title}[N]")
    place = marks.comma.join(part for part in (one_line(source.paper or ""), _date(source)) if part)
    if source.page:
        place += f"{marks.left}{one_line(source.page)}{marks.right}"
    if place:
        elements.append(place)
    return ". ".join(elements) + "."


def _authors(source: Source, marks: _Marks, edition: int) -> str:
    names = [
        one_line(name) if source.collective else _name(one_line(name), edition) for name in source.authors
    ]
    if len(names) > 3:
        names = [*names[:3], "等" if source.chinese else "et al"]
    return marks.comma.join(names)


def _name(name: str, edition: int) -> str:
    """A Chinese name as it is; a Western one with the surname first and the other names as initials."""
    words = name.replace(".", " ").split()
    if not name.isascii() or len(words) < 2:
        return name
    surname = words[-1].upper() if edition == 2015 else words[-1]
    return " ".join([surname, *(word[0].upper() for word in words[:-1])])


def _date(source: Source) -> str:
    if source.date:
        return source.date.isoformat()
    return f"[{source.date_inferred:%Y}]" if source.date_inferred else ""
