"""A paragraph as the page has it: its own lines with their numbers, and what was repaired in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile

from lctui.model import Article, Issue, Repair

_WIDE = dict(zip(",;:!?()“”‘’'", '，；：！？（）"""""', strict=True))
_NAMES = {"\u200b": "⟦ZWSP⟧", "\u2060": "⟦WJ⟧", "\ufeff": "⟦BOM⟧", "\u00ad": "⟦SHY⟧", "\t": "    "}
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u00ad\t]")


@dataclass(frozen=True, slots=True)
class PageLine:
    """Line `number` of the page (from 1); `marks` are the (start, end) of what was repaired in it."""

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PageLines:
    """Some lines of a page, every repair made in them, in order, and of each kind how many places are
    marked, most first."""

    lines: tuple[PageLine, ...]
    repairs: tuple[Repair, ...]
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PageSource:
    """The page lines of paragraph number `paragraph`; with the first paragraph, those of the headline and
    the byline too. `encoding` and `undecodable` are the page's."""

    paragraph: int
    body: PageLines
    head: PageLines
    encoding: str
    undecodable: int


def page_source(issue: Issue, article: Article, paragraph: int) -> PageSource:
    """Where the text of a paragraph comes from. Lines that the page does not have are left out."""
    ranges = article.paragraphs[paragraph].lines if article.paragraphs else ()
    body = [number for first, last in ranges for number in range(first, last + 1)]
    head: set[int] = set()
    if paragraph == 0:
        head = {*article.headline_lines, *article.byline_lines}
        head.difference_update(
            n for part in article.paragraphs for a, b in part.lines for n in range(a, b + 1)
        )
    return PageSource(
        paragraph,
        _page_lines(issue, body),
        _page_lines(issue, sorted(head)),
        issue.encoding,
        issue.undecodable,
    )


def _page_lines(issue: Issue, numbers: Iterable[int]) -> PageLines:
    by_line: dict[int, list[Repair]] = {number: [] for number in numbers if 0 < number <= len(issue.lines)}
    for repair in issue.repairs:
        if repair.line in by_line:
            by_line[repair.line].append(repair)
    kinds: Counter[str] = Counter()
    lines = tuple(_line(number, issue.lines[number - 1], made, kinds) for number, made in by_line.items())
    return PageLines(lines, tuple(r for made in by_line.values() for r in made), tuple(kinds.most_common()))


def _line(number: int, text: str, repairs: Sequence[Repair], kinds: Counter[str]) -> PageLine:
    """A line with its repairs marked, which are counted by kind. What each was made to stands behind that of
    the one before it; of a character that cannot be shown, what stands for it is marked."""
    marks: list[tuple[int, int]] = []
    done = seen = 0
    for repair in repairs:
        found: list[tuple[int, int]] = []
        if repair.kind == "control":
            at = text.find(repair.after, seen)
            if at >= 0:
                seen = at + len(repair.after)
                found = [(at, seen)]
        else:
            at = text.find(repair.before, done)
            if at >= 0:
                done = at + len(repair.before)
                found = [(at + start, at + end) for start, end in _changed(repair.before, repair.after)]
        kinds[_kind(repair)] += max(1, len(found))
        marks += found
    return _seen(number, text, sorted(marks))


def _kind(repair: Repair) -> str:
    """Bytes that are no character are told apart from characters that cannot be shown."""
    return "undecodable" if repair.kind == "control" and repair.before.startswith("0x") else repair.kind


def _changed(before: str, after: str) -> list[tuple[int, int]]:
    """The stretches of `before` that a repair has changed or left out."""
    rest = iter(enumerate(before))
    places = [next((at for at, other in rest if other == char), -1) for char in after]
    if -1 not in places:
        # Nothing but left out: what is left stands there in its order.
        gaps = pairwise([-1, *places, len(before)])
        return [(start + 1, end) for start, end in gaps if start + 1 < end]
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    return [(head, len(before) - tail)] if head < len(before) - tail else []


def _seen(number: int, text: str, marks: Sequence[tuple[int, int]]) -> PageLine:
    """A line with names for what the page has and nobody sees."""
    if not _UNSEEN.search(text):
        return PageLine(number, text, tuple(marks))
    shown = [_NAMES.get(char, char) for char in text]
    places = [0, *accumulate(map(len, shown))]
    moved = tuple((places[start], places[end]) for start, end in marks)
    return PageLine(number, "".join(shown), moved)


def is_of_letters(repair: Repair) -> bool:
    """Whether a repair changed more than blanks and the width of marks."""
    return _folded(repair.before) != _folded(repair.after)


def _folded(text: str) -> str:
    """The text without blanks, its marks of one width."""
    return "".join(_WIDE.get(char, char) for char in text if not char.isspace())


def _shared(one: str, other: str) -> int:
    """How many characters two strings start alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
