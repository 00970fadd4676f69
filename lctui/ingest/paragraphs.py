"""The lines of a draft → paragraphs of reading text.

Where a paragraph starts is told by its indent, or, where the column has none, by the short last line
before it and the end of a sentence. A blank line inside a paragraph is the foot of a column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from lctui.ingest.block import Block, Kind
from lctui.ingest.bylines import join_broken_name
from lctui.ingest.chars import CLOSING, HAN, has_han, is_han
from lctui.ingest.columns import first_line_evidence, last_line_width
from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft
from lctui.ingest.edits import Edit, apply, compose
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.quotes import pair_quotes
from lctui.ingest.repair import close_blanks, single_blanks
from lctui.ingest.roles import Layout, Line
from lctui.model import LineRange


@dataclass(slots=True)
class Passage:
    """A paragraph in the making: its lines, the widths of their columns, and what they say once joined.

    `offsets` are the places in `text` at which its lines begin.
    """

    lines: list[Line]
    columns: list[float] = field(default_factory=list)
    subhead: bool = False
    gap: bool = False
    text: str = ""
    offsets: list[int] = field(default_factory=list)

    @property
    def ranges(self) -> tuple[LineRange, ...]:
        return line_ranges([line.number for line in self.lines])

    def lines_before(self, offset: int) -> list[int]:
        """The numbers of the lines that hold the characters before `offset`."""
        return [line.number for line, start in zip(self.lines, self.offsets, strict=True) if start < offset]

    def lines_from(self, offset: int) -> list[int]:
        """The numbers of the lines that hold the characters from `offset` on."""
        ends = [*self.offsets[1:], len(self.text)]
        return [line.number for line, end in zip(self.lines, ends, strict=True) if end > offset]


def line_ranges(numbers: Sequence[int]) -> tuple[LineRange, ...]:
    """Line numbers in reading order as ranges: 4 5 6 9 → (4, 6) (9, 9)."""
    ranges: list[LineRange] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], number)
        else:
            ranges.append((number, number))
    return tuple(ranges)


_BULLETS = frozenset("▲△●○■□◆◇★☆▶◎※①②③④⑤⑥⑦⑧⑨⑩")
"""With one of these the items of a list begin, whatever their indent."""


def make_passages(
    draft: Draft, layout: Layout, continuity: Continuity, params: IngestParams = PARAMS
) -> list[Passage]:
    """The paragraphs of a draft, their text not yet made."""
    passages: list[Passage] = []
    indents = _has_indents(draft)
    separated = not layout.paragraphs and not indents and _blank_separates(draft, params)
    before: tuple[Block, Line] | None = None
    for block in draft.blocks:
        if block.kind is Kind.HEAD:
            passages.append(Passage(list(block.lines), [0.0] * len(block.lines), subhead=True))
            before = None
            continue
        for position, line in enumerate(block.lines):
            if before is None:
                starts = True
            elif line.number in draft.healed or _is_drop_cap(before[1]):
                starts = False
            elif block.verse or (line.text[0] in _BULLETS and before[1].ends):
                starts = True
            elif layout.paragraphs:
                starts = _starts_joined(before[0], block, continuity, params)
                if starts and continuity.unfinished(before[0]):
                    passages[-1].gap = _left_no_room(before[1], before[0].column)
            else:
                first = len(passages[-1].lines) == 1
                starts = _starts(before, (block, line), position == 0, first, indents, separated, params)
            if starts:
                passages.append(Passage([line], [block.column]))
            else:
                passages[-1].lines.append(line)
                passages[-1].columns.append(block.column)
            before = (block, line)
    if indents:
        _tell_subheads(passages, params)
    if before is not None and passages and not passages[-1].subhead and continuity.unfinished(before[0]):
        block, line = before
        if layout.paragraphs:
            passages[-1].gap = _left_no_room(line, block.column)
        else:
            passages[-1].gap = line.printed >= block.column - params.short_line and len(block.lines) > 1
    return passages


def _tell_subheads(passages: Sequence[Passage], params: IngestParams) -> None:
    """Tell the subheads that are indented as paragraphs are: a short line alone, which ends no sentence,
    between two paragraphs that are none. In place."""
    alone = [
        len(passage.lines) == 1
        and not passage.subhead
        and _is_title(passage.lines[0], passage.columns[0], params)
        for passage in passages
    ]
    for at in range(1, len(passages) - 1):
        if alone[at] and not (alone[at - 1] or alone[at + 1]) and passages[at - 1].lines[-1].ends:
            passages[at].subhead = True


_FIRST_LINE = 3.0
"""em. The widest indent of a first line; what stands further to the right signs what is above it."""


def _is_title(line: Line, column: float, params: IngestParams) -> bool:
    """Whether a line by itself may be a subhead: short and whole, and no end of a sentence."""
    text = line.text
    return (
        not line.ends
        and 0 < line.indent <= _FIRST_LINE
        and line.dateline is None
        and text[-1] not in "，、；：。"
        and text[0] not in _BULLETS
        and 3 <= line.width <= params.subhead_width
        and line.printed < column - params.short_line_indented
        and has_han(text)
    )


def _is_drop_cap(line: Line) -> bool:
    """Whether a line is the first character of a paragraph, printed larger than the others."""
    return len(line.text) == 1 and is_han(line.text)


def _has_indents(draft: Draft) -> bool:
    """Whether the draft marks its paragraphs by indents."""
    rest = [line for block in draft.blocks for line in block.lines][1:]
    return any(line.indent for line in rest)


def _blank_separates(draft: Draft, params: IngestParams) -> bool:
    """Whether blank lines stand between the paragraphs of the draft: paragraphs end at the ends of blocks,
    and hardly ever inside one."""
    inside = outside = 0
    for block in draft.blocks:
        if block.spread and len(block.lines) > 1:
            return False
        outside += block.last.ends
        for line in block.lines[1:-1]:
            inside += line.ends and line.printed < block.column - params.short_line
    return inside * 4 <= outside


def _starts(
    before: tuple[Block, Line],
    now: tuple[Block, Line],
    new_block: bool,
    first: bool,
    indents: bool,
    separated: bool,
    params: IngestParams,
) -> bool:
    """Whether a line of a column starts a paragraph."""
    above, previous = before
    _, line = now
    ended = previous.ends or previous.text[-1] == "："
    room = above.column - previous.printed
    if line.dateline and ended:
        return True
    if indents:
        if line.indent:
            return True
        return ended and not previous.spaced and room > params.short_line_indented
    if not ended:
        # A line left short without a sentence's end: a list or a verse.
        return not previous.spaced and room > 0.35 * above.column and not new_block
    # The first line of a paragraph leaves room by itself where indents were lost.
    if room > params.short_line + (2.0 if first and not new_block else 0.0) and not previous.spaced:
        return True
    if new_block and separated:
        return True
    # Full lines all around, and this one leaves room for the indent that was lost.
    return not separated and not line.ends and not line.spaced and 1.2 <= above.column - line.printed <= 3.2


def _starts_joined(above: Block, block: Block, continuity: Continuity, params: IngestParams) -> bool:
    """Whether a line that holds a whole paragraph, or the rest of one, starts a paragraph."""
    if not continuity.unfinished(above):
        return not continuity.goes_on(above, block)
    return continuity.score(above, block) < params.gap_threshold


_NEEDS_MORE = frozenset(
    "的和与及或把被将对从向以在同跟是于由为至其不也就都还更最可能会要使让给每各该某这那第约没"
)
"""After one of these something is missing, wherever the line ends."""


def _left_no_room(line: Line, column: float) -> bool:
    """Whether the last old line of a paragraph ran to the end of its column, so that what follows is
    missing; a last line that left room ended there, whatever mark OCR lost."""
    if line.text[-1].isdigit() or line.text[-1] in _NEEDS_MORE:
        return True
    return line.text[-1] not in CLOSING and last_line_width(line.text, column) >= column - 3.5


def make_text(passage: Passage, layout: Layout, *, headline: bool = False) -> None:
    """The reading text of a paragraph: its lines, repaired, one after the other. The lines are told what
    was changed in them."""
    texts = [line.text for line in passage.lines]
    whole = "".join(texts)
    paired, changed = pair_quotes(whole)
    if changed:
        _change_quotes(passage.lines, texts, paired, changed)
    if " " in whole or "\u3000" in whole or "\u00a0" in whole:
        for position, line in enumerate(passage.lines):
            text = texts[position]
            if " " not in text and "\u3000" not in text and "\u00a0" not in text:
                continue
            if headline or not has_han(text):
                edits = single_blanks(text)
            else:
                column = passage.columns[position] if layout.paragraphs else 0.0
                first = position == 0 and first_line_evidence(text, column) < 0.5
                left = texts[position - 1][-_LOOK_BACK:] if position else ""
                edits = close_blanks(
                    text,
                    ocr=layout.paragraphs,
                    column=column,
                    first_indent=2.0 if first else 0.0,
                    names=_names_end(left, text) if left else 0,
                )
            if edits:
                texts[position] = apply(text, edits)
                line.edits = compose(line.edits, edits)
    if not _SIGNS.search(whole) and not any(
        above[-1:].isascii() and below[:1].isascii() for above, below in pairwise(texts)
    ):
        passage.text, passage.offsets = "".join(texts), [0, *accumulate(map(len, texts[:-1]))]
        return
    pieces: list[str] = []
    offsets: list[int] = []
    length = 0
    before = ""
    for text in texts:
        between = _between(before, text)
        offsets.append(length + len(between))
        length += len(between) + len(text)
        pieces += (between, text)
        before = (before[-_LOOK_BACK:] + between + text)[-2 * _LOOK_BACK :]
    passage.text, passage.offsets = "".join(pieces), offsets


def _change_quotes(lines: Sequence[Line], texts: list[str], paired: str, changed: Sequence[int]) -> None:
    """Put the quotes of the joined text, which are of the same length, into the texts of its lines."""
    start = 0
    at = 0
    for position, line in enumerate(lines):
        end = start + len(texts[position])
        edits: list[Edit] = []
        while at < len(changed) and changed[at] < end:
            offset = changed[at]
            edits.append((offset - start, offset - start + 1, paired[offset], "straight-quote"))
            at += 1
        if edits:
            texts[position] = paired[start:end]
            line.edits = compose(line.edits, edits)
        start = end


_SIGNING = re.compile(
    "[。！？”][ \u3000]*(?:[□■●◆▲◎⊙][^。！？]{0,60}|（[^）。]{0,60}(?:记者|通讯员)[^）。]{0,60}|"
    f"（[{HAN}·]{{2,4}}(?:[ \u3000]+[{HAN}·]{{1,4}}){{0,3}})$"
)
"""A signature that goes on in the next line."""
_SIGNS = re.compile("[□■●◆▲◎⊙（]")
"""Without one of these there is none."""
_LOOK_BACK = 120
"""Characters before a line's beginning that tell what stands between it and the line above."""


def _between(left: str, right: str) -> str:
    """What stands between two lines joined: a blank between Latin words, else nothing."""
    if not left or not right:
        return ""
    a, b = left[-1], right[0]
    if a.isascii() and b.isascii():
        if a in "-/" or not (a.isalnum() or a in ".,;:!?)'\"") or not (b.isalnum() or b in "('\""):
            return ""
        if a.isdigit() and b.isdigit() and has_han(left[-40:]):
            return ""
        if (a.isdigit() or b.isdigit()) and has_han(left[-12:]) and has_han(right[:12]):
            return ""
        return " "
    return join_broken_name(left, right) if _names_end(left, right) else ""


def _names_end(left: str, right: str) -> int:
    """How far into a line the names go on with which the line above it breaks off; 0 where it does not."""
    if not _SIGNS.search(left):
        return 0
    opened = left.rfind("（") > left.rfind("）")
    if not (_SIGNING.search(left) or (opened and len(left) < 80 and "记者" in left)):
        return 0
    return right.find("）") + 1 or len(right) if opened else len(right)
