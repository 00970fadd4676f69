"""Markup that some recognisers write around what they read: # headlines, **bold**, tags, pictures.

It is undone like any other thing that typesetting did to the characters, and reported; that a line was
written as a headline is kept, for it is evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lctui.ingest.edits import Edit

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_SIGNS = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+\S|\*\*[^*\s][^*]*\*\*|^!\[[^\]]*\]\(|</?(?:div|p|br|table|td|tr|b|h[1-6])\b"
)
_TAGS = (
    "div|p|br|hr|img|a|span|font|center|table|thead|tbody|td|th|tr|ul|ol|li|b|i|u|s|strong|em|sub|sup|h[1-6]"
)
_PIECE = re.compile(
    r"^#{1,6}[ \t]+|\*\*|^>[ \t]+|!\[[^\[\]]{0,200}\]\([^()]{0,500}\)"
    rf"|</?(?:{_TAGS})\b[^<>]{{0,80}}>|^\*(?=[^*\s].*[^*\s]\*$)"
)
_SLANTED = re.compile(r"^\*[^*\s].*[^*\s](\*)$")
_FEW = 3
"""Lines with signs of it from which a page is taken to be marked up; asterisks happen."""
_LOOKED = 2_000
"""Lines looked at."""


def is_marked_up(lines: Iterable[str]) -> bool:
    """Whether a page is written in Markdown."""
    found = 0
    for number, line in enumerate(lines):
        if number >= _LOOKED:
            break
        if ("#" in line or "*" in line or "<" in line or "![" in line) and _SIGNS.search(line):
            found += 1
            if found >= _FEW:
                return True
    return False


def heading_level(line: str) -> int:
    """1 for a line written as a headline of the first order, 2 for the second …, 0 for others."""
    found = _HEADING.match(line)
    return len(found.group(1)) if found else 0


def without_markup(text: str) -> list[Edit]:
    """The changes that take the markup away from a line without blanks at its ends."""
    edits: list[Edit] = [(found.start(), found.end(), "", "markup") for found in _PIECE.finditer(text)]
    slanted = _SLANTED.match(text)
    if slanted:
        edits.append((slanted.start(1), len(text), "", "markup"))
    return edits
