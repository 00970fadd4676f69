"""What each line of a page looks like by itself, and what the page as a whole looks like.

Two layouts occur. In one a line of the page is a line of a column, all lines of a column being of one
width; in the other (OCR that joins lines) a line is a whole paragraph. Which it is, is told from the
share of long lines that end a sentence, never from where the page comes from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from lctui.ingest.bylines import (
    Dateline,
    Signature,
    may_be_signed,
    read_byline,
    read_dateline,
    read_end_signature,
)
from lctui.ingest.chars import ends_sentence
from lctui.ingest.decode import without_marks
from lctui.ingest.edits import Edits
from lctui.ingest.folios import is_furniture
from lctui.ingest.markup import heading_level, is_marked_up
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.repair import CleanLine, clean_line


class Mark(Enum):
    """What a line is by its own grammar; PLAIN lines are judged by what stands around them."""

    PLAIN = "plain"
    BYLINE = "byline"
    FURNITURE = "furniture"
    BOX = "box"


@dataclass(slots=True)
class Line:
    """A non-blank line of the page.

    `printed` is the width in ems with the indent counted as the two characters that it stands for;
    `gap` the number of blank lines above; `column_break` whether a form feed stands before it; `heading`
    the order of a line that markup says is a headline, 0 where none says so. `edits` are the changes that
    made `text`, and in the end the reading text, of the line as the page has it, but for the blanks at its
    ends.
    """

    number: int
    text: str
    indent: float
    width: float
    spaced: bool
    gap: int
    column_break: bool = False
    mark: Mark = Mark.PLAIN
    signature: Signature | None = None
    dateline: Dateline | None = None
    ends: bool = False
    heading: int = 0
    edits: Edits = ()

    @property
    def printed(self) -> float:
        return self.width + (2.0 if self.indent else 0.0)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is set: whether its lines are paragraphs, and whether paragraphs are indented."""

    paragraphs: bool
    indents: bool


_BYLINE_SIGNS = re.compile(
    # Each begins with a character of its own, as those of `folios` do: they are searched for the faster.
    "记 *者|記 *者|通訊員|評論員|读 *者 |攝|通 *讯 *员|评 *论 *员|实 *习 *生|摄|撰|编译|編譯|整理|供图|"
    "文[/：]|图[/：]|作者| [著作]$|\u3000[著作]$"
)
_BYLINE_MARK = re.compile("[ ]*(?:[□■○●◆◇※◎⊙▲△☆★•·]|[（(〔【].{2,30}[）)〕】]$)")


_DUST = re.compile("[·•.\\-—_|=*~＊～■□●○◆◇▲△ ]{1,12}")
"""Rules, and specks that were taken for marks."""


def read_lines(lines: tuple[str, ...], breaks: frozenset[int]) -> list[Line]:
    """The non-blank lines, cleaned of all that needs no context, bylines and furniture marked."""
    found: list[Line] = []
    markup = is_marked_up(lines)
    gap = 0
    broken = False
    for number, raw in enumerate(lines, 1):
        if number in breaks:
            broken = True
        if not raw or raw.isspace():
            gap += 1
            continue
        clean = clean_line(raw, markup=markup)
        if not clean.text:
            # Nothing but characters without width: kept as furniture, so that no line is lost.
            found.append(Line(number, "", 0.0, 0.0, False, gap, broken, Mark.FURNITURE, edits=clean.edits))
        else:
            line = _line(number, clean, gap, broken)
            if markup:
                line.heading = heading_level(raw)
            found.append(line)
        gap = 0
        broken = False
    return found


def _line(number: int, clean: CleanLine, gap: int, broken: bool) -> Line:
    text = clean.text
    line = Line(number, text, clean.indent, clean.width, clean.spaced, gap, broken, edits=clean.edits)
    line.ends = ends_sentence(text)
    if len(text) <= 160:
        if len(text) <= 90 and (_BYLINE_SIGNS.search(text) or _BYLINE_MARK.match(text)):
            line.signature = read_byline(without_marks(text))
            if line.signature is not None:
                line.mark = Mark.BYLINE
                line.ends = line.ends or line.signature.photo or "■" in text[:2]
                return line
        if is_furniture(text) or _DUST.fullmatch(text):
            line.mark = Mark.FURNITURE
            return line
    line.ends = line.ends or (may_be_signed(text) and read_end_signature(text) is not None)
    line.dateline = read_dateline(text)
    return line


def measure(lines: list[Line], params: IngestParams = PARAMS) -> Layout:
    """How the page is set."""
    plain = [line for line in lines if line.mark is Mark.PLAIN]
    widths = sorted(line.width for line in plain)
    usual = widths[(len(widths) * 3) // 4] if widths else 0.0
    long = [line for line in plain if line.width >= max(0.5 * usual, params.shortest_sample)]
    ended = sum(line.ends or line.text[-1] == "：" for line in long)
    paragraphs = ended >= params.paragraph_line_share * len(long) if long else True
    if usual > params.widest_column:
        paragraphs = True
    indented = sum(line.indent > 0 for line in plain)
    return Layout(paragraphs, indented >= 2 and indented * 40 >= len(plain))
