"""The parts of an article that are set one below the other: headline, byline, paragraphs; for the paragraph
at hand, where the reader wants it so, the page's own lines and what was done to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lctui.i18n import tr
from lctui.model import Article, Field
from lctui.ui.pagesource import PageLines, PageSource, is_of_letters

Role = Literal[
    "column", "kicker", "title", "subtitle", "derived", "byline",
    "text", "subhead", "caption", "box", "source", "frame", "note", "air",
]  # fmt: skip

_INDENT = 4
"""Cells before a paragraph: two characters, as Chinese print has it (clreq, “Paragraph Indents”)."""

_INSET = 4
"""Cells a caption or box text stands in from either edge."""

NUMBER = 6
"""Cells before a page line, for its number."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text that is set as one. `shows` says which characters of it are which field of the article:
    (field, start, end); characters outside are the reader's own words. `paragraph` is the number of the
    paragraph, None for the headline. A page line has its `number` and the `marks` of its repairs.
    `gap`: the text breaks off."""

    role: Role
    text: str
    shows: tuple[tuple[Field, int, int], ...] = ()
    paragraph: int | None = None
    centred: bool = False
    indent: int = 0
    inset: int = 0
    number: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    gap: bool = False

    @property
    def length(self) -> int:
        """Characters at the start of the text that are the article's own."""
        return self.shows[-1][2] if self.shows else 0


def blocks_of(article: Article, source: PageSource | None = None) -> list[Block]:
    """The blocks of an article in reading order, headline first; the paragraph that `source` is of as the
    page has it."""
    head: list[Block] = []

    def add(role: Role, field: Field, text: str | None, centred: bool = True) -> None:
        if text:
            head.append(Block(role, text, ((field, 0, len(text)),), centred=centred))

    add("column", "column", article.column, centred=False)
    add("kicker", "kicker", article.kicker)
    add("derived" if article.title_derived else "title", "title", article.title)
    if article.title_derived and article.title:
        head.append(Block("note", tr("（版面上没有标题，取自正文）"), centred=True))
    add("subtitle", "subtitle", article.subtitle)
    byline, place = article.byline, article.place or ""
    if byline or place:
        label = tr("{place}讯").format(place=place) if place else ""
        gap = "  " if byline and place else ""
        at = len(byline) + len(gap) + max(0, label.find(place))
        shows: list[tuple[Field, int, int]] = []
        if byline:
            shows.append(("byline", 0, len(byline)))
        if place:
            shows.append(("place", at, at + len(place)))
        head.append(Block("byline", byline + gap + label, tuple(shows), centred=True))
    if source is not None and source.head.lines:
        head = [block for block in head if not article.headline_lines or block.role == "note"]
        head = [block for block in head if not (article.byline_lines and block.role == "byline")]
        head += _page_lines(source.head, None)
    body: list[Block] = []
    for number, paragraph in enumerate(article.paragraphs):
        if source is not None and source.paragraph == number:
            body += [*_page_lines(source.body, number), *_of_page(source, number)]
        else:
            body.append(_paragraph(number, paragraph.kind, paragraph.text, paragraph.gap))
    return head + (body or [Block("note", tr("（这篇稿件没有正文）"), centred=True)])


def _paragraph(number: int, kind: Role, text: str, gap: bool) -> Block:
    return Block(
        kind,
        text,
        (("body", 0, len(text)),),
        number,
        centred=kind == "subhead",
        indent=_INDENT if kind == "text" else 0,
        inset=_INSET if kind in ("caption", "box") else 0,
        gap=gap,
    )


_KINDS = {
    "blank": tr("空白"),
    "ocr-blank": tr("断行空白"),
    "letter-spacing": tr("字间空白"),
    "invisible": tr("看不见的字符"),
    "half-width-punctuation": tr("半角标点"),
    "straight-quote": tr("直引号"),
    "full-width-letter": tr("全角字母"),
    "full-width-digit": tr("全角数字"),
    "doubled-glyph": tr("叠印的字"),
    "markup": tr("排版标记"),
    "control": tr("控制字符"),
    "undecodable": tr("认不出的字节"),
}
_TOLD = 8
"""So many changes of letters are told one by one."""


def _page_lines(page: PageLines, paragraph: int | None) -> list[Block]:
    """Lines as the page has them, and what was done to them."""
    lines = [
        Block("source", line.text, paragraph=paragraph, number=line.number, marks=line.marks)
        for line in page.lines
    ]
    count = sum(number for _, number in page.kinds)
    each = tr("{kind}{count}")
    kinds = [each.format(kind=_KINDS.get(kind, kind), count=number) for kind, number in page.kinds]
    notes = []
    if count:
        said = tr("（版面原文，有改动的 {count} 处：{kinds}）")
        notes.append(said.format(count=count, kinds=tr("、").join(kinds)))
    elif paragraph is not None:
        notes.append(tr("（版面原文，没有改动）"))
    letters = [repair for repair in page.repairs if is_of_letters(repair)]
    said = tr("第 {line} 行：{before} → {after}")
    notes += [
        said.format(line=repair.line, before=repair.before.replace("\t", " "), after=repair.after)
        for repair in letters[:_TOLD]
    ]
    if len(letters) > _TOLD:
        notes.append(tr("还有 {count} 处").format(count=len(letters) - _TOLD))
    return [*lines, *(_note(note, paragraph) for note in notes)]


def _of_page(source: PageSource, paragraph: int) -> list[Block]:
    """What is to be known of a page that is not plainly UTF-8."""
    notes = []
    if not source.encoding.startswith("utf-8"):
        said = tr("文件编码认作 {encoding}；不对时用 lctui --encoding 指定")
        notes.append(said.format(encoding=source.encoding))
    if source.undecodable:
        notes.append(tr("全版认不出的字节有 {count} 处，以 \ufffd 代替").format(count=source.undecodable))
    return [_note(note, paragraph) for note in notes]


def _note(text: str, paragraph: int | None) -> Block:
    return Block("note", text, paragraph=paragraph, inset=NUMBER)
