"""A paragraph as the page has it: its own lines with their numbers, and what was repaired in them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from lctui.model import Article, Issue, Repair


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
    """Where the repairs of a line took place: what of `before` is not in `after`, found in reading order.

    A repair may have been made to what an earlier one left, and is then not found; it is still listed.
    """
    marks = []
    behind: dict[str, int] = {}
    for repair in repairs:
        start = text.find(repair.before, behind.get(repair.kind, 0)) if repair.before else -1
        if start < 0:
            continue
        behind[repair.kind] = start + 1
        head = _shared(repair.before, repair.after)
        tail = _shared(repair.before[head:][::-1], repair.after[head:][::-1])
        end = start + len(repair.before) - tail
        marks.append((start + head, max(end, start + head + 1)))
    return tuple(sorted(set(marks)))


def _shared(one: str, other: str) -> int:
    """How many characters two strings start alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
