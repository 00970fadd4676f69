"""A paragraph as the page has it: its own lines with their numbers, and what was repaired in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from lctui.model import Article, Issue, Repair

_WIDE = dict(zip(",;:!?()“”‘’'", '，；：！？（）"""""', strict=True))


@dataclass(frozen=True, slots=True)
class PageLine:
    """Line `number` of the page (from 1); `marks` are the (start, end) of what was repaired in it."""

    number: int
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PageSource:
    """The page lines of paragraph number `paragraph`, and every repair made in them, in order."""

    paragraph: int
    lines: tuple[PageLine, ...]
    repairs: tuple[Repair, ...]


def page_source(issue: Issue, article: Article, paragraph: int) -> PageSource:
    """Where the text of a paragraph comes from. Lines that the page does not have are left out."""
    numbers = [
        number
        for first, last in article.paragraphs[paragraph].lines
        for number in range(first, last + 1)
        if 0 < number <= len(issue.lines)
    ]
    repairs: dict[int, list[Repair]] = {number: [] for number in numbers}
    for repair in issue.repairs:
        if repair.line in repairs:
            repairs[repair.line].append(repair)
    lines = tuple(
        PageLine(number, issue.lines[number - 1], _marks(issue.lines[number - 1], repairs[number]))
        for number in numbers
    )
    return PageSource(paragraph, lines, tuple(repair for found in repairs.values() for repair in found))


def _marks(text: str, repairs: list[Repair]) -> tuple[tuple[int, int], ...]:
    """Where the repairs of a line took place: what of `before` is not in `after`.

    A repair may have been made to what others left (their marks widened, their blanks closed), so it is
    looked for without regard to that.
    """
    folded, places = _folded(text)
    marks = set()
    behind: dict[str, int] = {}
    for repair in repairs:
        wanted, _ = _folded(repair.before)
        at = folded.find(wanted, behind.get(wanted, 0)) if wanted else -1
        if at < 0:
            continue
        behind[wanted] = at + 1
        start, end = places[at], places[at + len(wanted) - 1] + 1
        own = text[start:end]
        head = _shared(own, repair.after)
        tail = _shared(own[head:][::-1], repair.after[head:][::-1])
        if head + tail < len(own):
            marks.add((start + head, end - tail))
    return tuple(sorted(marks))


def is_of_letters(repair: Repair) -> bool:
    """Whether a repair changed more than blanks and the width of marks."""
    return _folded(repair.before)[0] != _folded(repair.after)[0]


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without blanks, its marks of one width, and where each character of that came from."""
    places = [index for index, ch in enumerate(text) if not ch.isspace()]
    return "".join(_WIDE.get(text[place], text[place]) for place in places), places


def _shared(one: str, other: str) -> int:
    """How many characters two strings start alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
