"""A passage of an article: its reading text, the page's own characters for it, and both with the source.

The reading text is what a reader means to carry away: paragraphs one a line, none of the screen's line
breaks, indents or padding. Where the reader wants to see what was really on the page, the same passage
is found again in the page lines the paragraphs were joined from (`alignment.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from lctui.model import Article, Issue, Paragraph
from lctui.quoting.alignment import page_range
from lctui.quoting.citation import Style, cite_source
from lctui.quoting.escaping import markdown_text, org_text
from lctui.quoting.prose import prose
from lctui.quoting.source import Source, source_of


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in an article: `offset` characters into the reading text of paragraph number `paragraph`.

    Both count from 0. Positions compare in reading order. For the place of a reader, `mark` is the number
    of the paragraph under the reading mark, where it is another one; it has no part in comparisons.
    """

    paragraph: int
    offset: int
    mark: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """What lies between two positions of an article; half-open. The ends may come in either order and
    may lie outside the article: they are read as the nearest place that exists."""

    issue: Issue
    article: Article
    start: Position
    end: Position


def whole(issue: Issue, article: Article) -> Passage:
    """The passage that is the whole body of an article."""
    last = len(article.paragraphs) - 1
    end = Position(last, len(article.paragraphs[last].text)) if last >= 0 else Position(0, 0)
    return Passage(issue, article, Position(0, 0), end)


def parts(passage: Passage) -> list[tuple[Paragraph, int, int]]:
    """The paragraphs that a passage touches, in order, each with where it starts and ends in it."""
    paragraphs = passage.article.paragraphs
    first, last = sorted((_clamp(paragraphs, passage.start), _clamp(paragraphs, passage.end)))
    touched = []
    for index in range(first.paragraph, min(last.paragraph + 1, len(paragraphs))):
        start = first.offset if index == first.paragraph else 0
        end = last.offset if index == last.paragraph else len(paragraphs[index].text)
        touched.append((paragraphs[index], start, end))
    return touched


def passage_text(passage: Passage) -> str:
    """The reading text of a passage, its paragraphs joined by `\\n`."""
    return "\n".join(paragraph.text[start:end] for paragraph, start, end in parts(passage))


def page_text(passage: Passage) -> str:
    """The page's own characters for a passage: its lines as they stand in the page, joined by `\\n`.

    Line breaks, blanks, half-width marks and doubled glyphs are the page's. Where the passage ends
    within a line, so does the result.
    """
    shared = _shared_lines(passage.issue)
    found = []
    for paragraph, start, end in parts(passage):
        numbers = [number for first, last in paragraph.lines for number in range(first, last + 1)]
        own = [
            passage.issue.lines[number - 1] for number in numbers if 0 < number <= len(passage.issue.lines)
        ]
        page = "\n".join(own)
        if (start, end) == (0, len(paragraph.text)) and not shared.intersection(numbers):
            found.append(page)
        else:
            left, right = page_range(paragraph.text, page, start, end)
            found.append(page[left:right])
    return "\n".join(found)


def quote(passage: Passage, style: Style = Style.PLAIN) -> str:
    """The passage with its source, as `style` has it; no line end at the end, but for RIS, which has one.

    Plain text, Markdown and Org set the source under the text (Markdown in a block quote, Org in a
    quote block); GB/T 7714 after a blank line. The data formats hold one record, and the passage in
    the field they have for it, so that what is pasted is still a valid file.
    """
    lines = [line for line in passage_text(passage).split("\n") if line]
    return with_source(lines, source_of(passage.issue, passage.article), style)


def quote_article(issue: Issue, article: Article, style: Style = Style.PLAIN) -> str:
    """The whole article — column label, headline, byline, body — with its source, as `style` has it."""
    headline = headline_text(article)
    strong = {headline.index(_title(article))} if article.title else set()
    strong |= {n for n, part in enumerate(article.paragraphs, len(headline)) if part.kind == "subhead"}
    lines = [*headline, *(paragraph.text for paragraph in article.paragraphs)]
    return with_source(lines, source_of(issue, article), style, strong)


def headline_text(article: Article) -> list[str]:
    """The lines over an article: column label, kicker, title, subtitle, byline; only those it has.

    A title that the page does not print stands in square brackets.
    """
    lines = [article.column, article.kicker, _title(article), article.subtitle, article.byline]
    return [line for line in lines if line]


def _title(article: Article) -> str:
    return f"[{article.title}]" if article.title_derived and article.title else article.title


def with_source(lines: Sequence[str], source: Source, style: Style, strong: Collection[int] = ()) -> str:
    """`lines` of text (one a paragraph) with their source, as `quote` describes it. The lines numbered
    in `strong`, title and subheads, are set bold where the style has such a thing."""
    text = "\n".join(lines)
    match style:
        case Style.BIBTEX | Style.RIS | Style.CSL_JSON:
            return cite_source(source, style, text)
        case Style.MARKDOWN:
            bold = (_bold(markdown_text(line), "**", n in strong) for n, line in enumerate(lines))
            quoted = "\n>\n".join(f"> {line}" for line in bold)
            return f"{quoted}\n>\n> ——{cite_source(source, style)}"
        case Style.ORG:
            quoted = "\n\n".join(_bold(org_text(line), "*", n in strong) for n, line in enumerate(lines))
            return f"#+begin_quote\n{quoted}\n\n——{org_text(prose(source))}\n#+end_quote"
        case Style.PLAIN:
            return f"{text}\n——{prose(source)}"
        case Style.GBT7714_2015 | Style.GBT7714_2025:
            return f"{text}\n\n{cite_source(source, style)}"


def _bold(line: str, mark: str, strong: bool) -> str:
    return f"{mark}{line}{mark}" if strong and line else line


def _clamp(paragraphs: tuple[Paragraph, ...], at: Position) -> Position:
    if not paragraphs or at.paragraph < 0:
        return Position(0, 0)
    if at.paragraph >= len(paragraphs):
        return Position(len(paragraphs) - 1, len(paragraphs[-1].text))
    return Position(at.paragraph, min(max(at.offset, 0), len(paragraphs[at.paragraph].text)))


def _shared_lines(issue: Issue) -> frozenset[int]:
    """Numbers of the page lines that more than one paragraph or headline was read from."""
    seen: set[int] = set()
    twice: set[int] = set()
    for article in issue.articles:
        ranges = [(number, number) for number in article.headline_lines]
        ranges += [span for paragraph in article.paragraphs for span in paragraph.lines]
        for first, last in ranges:
            for number in range(first, last + 1):
                (twice if number in seen else seen).add(number)
    return frozenset(twice)
