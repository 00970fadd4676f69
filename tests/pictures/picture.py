"""A screen as an SVG picture in which Chinese stands in its cells.

Rich exports a text run as long as it has characters, which squeezes Chinese to half its width, and
asks the network for a font. Here every run is cut where wide and narrow characters meet and given
the cells it takes, a cell being half as wide as the font is high, as in a terminal.
"""

from __future__ import annotations

import re
from html import escape, unescape
from itertools import groupby

from lctui.text.cells import char_cells, is_ambiguous
from lctui.ui.drawing import FILLER

RICH_CELL = 12.2
CELL = 10.0
FONTS = (
    '"Noto Sans Mono CJK SC", "Sarasa Mono SC", "Source Han Mono SC", "WenQuanYi Micro Hei Mono", monospace'
)

_FACE = re.compile(r"\s*@font-face \{.*?\}\n", re.S)
_TEXT = re.compile(
    r'<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+" (clip-path="[^"]*")>'
)
_SCALED = re.compile(r'(<rect[^>]*?) x="([\d.]+)"([^>]*?) width="([\d.]+)"')


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _scale(value: str) -> str:
    return _number(float(value) * CELL / RICH_CELL)


def _setting(character: str) -> tuple[int, bool]:
    """A character's cells, and whether a Chinese font draws it wider than that (“ … ─)."""
    if character.endswith(FILLER):
        return 2, False
    return char_cells(character), character != "\xa0" and is_ambiguous(character)


def _runs(found: re.Match[str], content: str) -> str:
    """The content of a text element, one element for each stretch of characters of one width."""
    kind, x, y, clip = found.groups()
    at = float(x) * CELL / RICH_CELL
    drawn = []
    characters = re.findall(f".{FILLER}?", unescape(content), re.S)
    for (cells, squeezed), run in groupby(characters, _setting):
        text = "".join(run).replace(FILLER, "")
        length = max(cells, 1) * len(text) * CELL
        adjust = ' lengthAdjust="spacingAndGlyphs"' if squeezed else ""
        if text.strip("\xa0 \n"):
            shown = escape(text, quote=False).replace("\xa0", "&#160;")
            drawn.append(
                f'<text class="{kind}" x="{_number(at)}" y="{y}" textLength="{_number(length)}"'
                f"{adjust} {clip}>{shown}</text>"
            )
        at += length
    return "".join(drawn)


def picture(svg: str) -> str:
    """Rich's SVG of a screen, set anew."""
    svg = _FACE.sub("", svg).replace("font-family: Fira Code, monospace", f"font-family: {FONTS}")
    svg = svg.replace("        font-variant-east-asian: full-width;\n", "")
    # Rich names its classes after a hash of everything: one other character would change every line.
    svg = re.sub(r"terminal-\d+-", "screen-", svg)
    svg = re.sub(
        r'(<text class="[^"]*-r\d+" [^>]*>)([^<]*)</text>',
        lambda m: _runs(_TEXT.match(m[1]), m[2]) if _TEXT.match(m[1]) else m[0],  # type: ignore[arg-type]
        svg,
    )
    svg = _SCALED.sub(lambda m: f'{m[1]} x="{_scale(m[2])}"{m[3]} width="{_scale(m[4])}"', svg)
    svg = re.sub(r'viewBox="0 0 ([\d.]+)', lambda m: f'viewBox="0 0 {_scale(m[1])}', svg)
    svg = re.sub(r'(-title"[^>]* x=")([\d.]+)', lambda m: m[1] + _scale(m[2]), svg)
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
