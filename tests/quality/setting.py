"""Setting text in columns as the pages in question are set: whole characters, figures half a cell.

A line holds `measure` ems. No closing mark begins a line and no opening mark ends one: what does not
fit is squeezed in where the line has marks to squeeze, or carried over with the character before it.
Figures, Latin words, —— and …… stay whole. What a line is short of its measure after that is made up
by letter-spacing, which is what the text of a PDF shows as blanks.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

NOT_FIRST = frozenset("，。、；：！？）”’》〉」』】…—·％%℃")
NOT_LAST = frozenset("“‘（《〈「『【")
_SQUEEZABLE = frozenset("，。、；：！？）”’》（“‘《")
_ATOM = re.compile(r"[0-9]+(?:[.:/][0-9]+)*%?|[A-Za-z][A-Za-z0-9.+-]*|——|……|.", re.S)


def ems(text: str) -> float:
    """Width in ems: half of one for every half-width character."""
    return sum(0.5 if ch.isascii() else 1.0 for ch in text)


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a column: its characters, what is left for the next, and how many ems it is short."""

    text: str
    rest: str
    short: float

    @property
    def last(self) -> bool:
        """Whether the paragraph ends with this line."""
        return not self.rest


def take_line(
    text: str,
    measure: float,
    *,
    indent: float = 0.0,
    squeeze: bool = True,
    unruly: bool = False,
    cut_figures: bool = False,
) -> SetLine:
    """Set one line from the start of `text`.

    A closing mark that does not fit is squeezed in or, without `squeeze`, carried over with the
    character before it; `unruly` breaks where the measure is full, whatever stands there.
    `cut_figures` lets a figure be broken at the line's end.
    """
    atoms: list[str] = []
    width, at = indent, 0
    while at < len(text):
        found = _ATOM.match(text, at)
        atom = found.group() if found else text[at]
        extra = ems(atom)
        if width + extra <= measure:
            atoms.append(atom)
            width, at = width + extra, at + len(atom)
            continue
        if unruly:
            break
        if atom[0] in NOT_FIRST and atoms:
            slack = min(1.0, 0.5 * sum(a in _SQUEEZABLE for a in (*atoms, atom)))
            if squeeze and width + extra - measure <= slack and not _starts_with_mark(text, at + len(atom)):
                atoms.append(atom)
                width, at = width + extra, at + len(atom)
                break
            while len(atoms) > 1:
                moved = atoms.pop()
                width, at = width - ems(moved), at - len(moved)
                if moved[0] not in NOT_FIRST:
                    break
        elif cut_figures and atom.isdigit() and len(atom) >= 2 and measure - width >= 0.5:
            part = atom[: max(1, min(len(atom) - 1, int(2 * (measure - width))))]
            atoms.append(part)
            width, at = width + ems(part), at + len(part)
        break
    while not unruly and len(atoms) > 1 and atoms[-1] in NOT_LAST and at < len(text):
        moved = atoms.pop()
        width, at = width - ems(moved), at - len(moved)
    if not atoms:
        atoms, at = [text[0]], 1
    return SetLine("".join(atoms), text[at:], measure - width)


def _starts_with_mark(text: str, at: int) -> bool:
    return at < len(text) and text[at] in NOT_FIRST


def letter_spaced(text: str, rng: random.Random, *, whole: bool = True) -> str:
    """The line as a PDF gives a line set wide: a blank between the characters, or only from some point on."""
    atoms = _ATOM.findall(text)
    start = 0 if whole or len(atoms) < 6 else rng.randint(1, len(atoms) // 2)
    return "".join(atoms[:start]) + " ".join(atoms[start:])


def halves(title: str, cut: int = 0) -> tuple[str, str]:
    """A headline over two lines: at a mark or a blank near its middle, else at `cut`, else in the middle."""
    title = title.strip()
    middle = len(title) / 2
    places = [i + 1 for i, ch in enumerate(title[:-3]) if ch in "，：、 ！？" and i >= 2]
    if places:
        cut = min(places, key=lambda i: abs(i - middle))
    elif not 2 <= cut <= len(title) - 2:
        inside = [
            i
            for i in range(2, len(title) - 1)
            if title[i] not in NOT_FIRST
            and title[i - 1] not in NOT_LAST
            and not (title[i].isascii() and title[i - 1].isascii())
        ]
        cut = min(inside, key=lambda i: abs(i - middle)) if inside else len(title) // 2
    return title[:cut].strip(" ，"), title[cut:].strip(" ，")
