"""A paragraph as the page has it: its own lines with their numbers, and what was repaired in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, takewhile

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
    texts = [issue.lines[number - 1] for number in numbers]
    first = {number: index for index, number in reversed([*enumerate(numbers)])}
    repairs = sorted(
        (repair for repair in issue.repairs if repair.line in first), key=lambda repair: first[repair.line]
    )
    marks = _marks(texts, [(first[repair.line], repair) for repair in repairs])
    lines = tuple(map(PageLine, numbers, texts, marks))
    return PageSource(paragraph, lines, tuple(repairs))


def _marks(texts: list[str], repairs: list[tuple[int, Repair]]) -> list[tuple[tuple[int, int], ...]]:
    """Where in each line the repairs took place, each given with the index of its line: what of `before`
    is not in `after`.

    A repair may have been made to what others left (their marks widened, their blanks closed), so it is
    looked for without regard to that; the same characters may stand there without what was repaired; and
    what stood around it may stand on the line before or after.
    """
    page = "".join(texts)
    folded, places = _folded(page)
    starts = [0, *accumulate(map(len, texts))]
    marks: list[set[tuple[int, int]]] = [set() for _ in texts]
    behind: dict[tuple[int, str], int] = {}
    for index, repair in repairs:
        wanted, _ = _folded(repair.before)
        low, high = (bisect_left(places, start) for start in starts[index : index + 2])
        low, high = max(0, low - len(wanted) + 1), high + len(wanted) - 1
        since = behind.get((index, wanted), low)
        for at in chain(_found(folded, wanted, since, high), _found(folded, wanted, low, high)):
            start, end = places[at], places[at + len(wanted) - 1] + 1
            head = _shared(page[start:end], repair.after)
            tail = _shared(page[start + head : end][::-1], repair.after[head:][::-1])
            if start + head < end - tail:
                behind[index, wanted] = at + 1
                for line, offset in enumerate(starts[:-1]):
                    part = max(offset, start + head), min(starts[line + 1], end - tail)
                    if part[0] < part[1]:
                        marks[line].add((part[0] - offset, part[1] - offset))
                break
    return [tuple(sorted(found)) for found in marks]


def _found(text: str, wanted: str, start: int, end: int) -> Iterator[int]:
    """Where `wanted` stands in text[start:end]."""
    while wanted and (start := text.find(wanted, start, end)) >= 0:
        yield start
        start += 1


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
