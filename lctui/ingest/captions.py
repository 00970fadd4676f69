"""图片说明: captions that stand among bodies, set apart from them.

A caption is one paragraph, signed by the photographer (… 李建平 摄) or opened by an arrow to its picture (▲)
or by the words for it (图为). Nothing else tells it from the article it stands under, which may well be
signed at its end itself, but by a writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lctui.ingest.block import Block, Kind
from lctui.ingest.bylines import may_be_signed, read_end_signature
from lctui.ingest.openings import ends_signed, opens_caption
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark

_POINTS = re.compile(r"^(?:[▶◀▲▼](?=[^▶◀▲▼])|(?:图为|图①|图一|上图|下图|左图|右图|题图|图片)[：:为]?)")
_SHOWS = re.compile(r"图为|图片(?:为|说明)|(?:上|下|左|右|题)图(?:为|：)")
_BOTH = re.compile("文[/／、并]?[图圖摄攝]|[图圖摄攝][/／、]?文")
_DAY = re.compile("(?:昨|前|今)(?:天|日|晚|晨)(?:[上下]午|中午|晚上|早上|清晨|傍晚)?[，,]")
_LONGEST = 260
"""Characters of the longest caption."""
_OTHER_MEASURE = 8.0
"""em. Captions as wide as a picture differ by more from the columns beside it."""
ONE_MEASURE = 1.5
"""em. Columns of one article, and full lines of one column, differ by no more."""


def set_apart(blocks: Sequence[Block], *, before: bool, params: IngestParams = PARAMS) -> list[Block]:
    """The blocks with captions as blocks of their own, marked as such; every line stays in exactly one.
    `before` tells that headlines stand before their bodies on the page."""
    blocks = [part for block in blocks for part in _parted(block)]
    out: list[Block] = []
    for index, block in enumerate(blocks):
        if block.caption:
            out.append(block)
            continue
        if block.kind is not Kind.PROSE or block.verse:
            out.append(block)
            continue
        credited = index + 1 < len(blocks) and is_credit(blocks[index + 1])
        start = _last_paragraph(block, credited, params)
        lines = block.lines[start:]
        listed = _in_list(blocks, index, start)
        below = blocks[index + 1 : index + 3]
        # Asked only where it matters: each look goes back as far as the byline above.
        alone = not start and bool(below) and is_credit(below[0]) and _is_alone(block, out)
        further = (
            index > 0 and not start and blocks[index - 1].kind is Kind.PROSE and not blocks[index - 1].caption
        )
        if lines[0].dateline is not None or not _is_caption(
            lines, below, listed=listed, alone=alone, further=further
        ):
            out.append(block)
        elif start:
            out.append(Block(Kind.PROSE, block.lines[:start], block.column, spread=block.spread))
            out.append(Block(Kind.PROSE, lines, block.column, spread=block.spread, caption=True))
        else:
            above = next((other for other in reversed(out) if other.kind is not Kind.FURNITURE), None)
            block.caption = _stands_free(block, above, before) and not _begins_story(block, out, below)
            out.append(block)
    return out


def _parted(block: Block) -> list[Block]:
    """A block with the captions in its middle, set close and signed (… 裴强 摄), as blocks of their own."""
    if block.kind is not Kind.PROSE or block.verse:
        return [block]
    out: list[Block] = []
    lines, start = block.lines, 0
    for end in range(1, len(lines) - 1):
        if lines[end].text[-1] not in "摄攝":
            continue
        first = _caption_start(lines, start, end)
        if first is not None:
            if first > start:
                out.append(Block(Kind.PROSE, lines[start:first], block.column, spread=block.spread))
            shown = lines[first : end + 1]
            out.append(Block(Kind.PROSE, shown, block.column, spread=block.spread, caption=True))
            start = end + 1
    if not out:
        return [block]
    return [*out, Block(Kind.PROSE, lines[start:], block.column, spread=block.spread)]


def _caption_start(lines: Sequence[Line], start: int, end: int) -> int | None:
    """Where the caption begins that the photographer signs at the line `end`, from the line `start` on; None
    if it is none."""
    tail = lines[end - 1].text + lines[end].text
    signed = read_end_signature(tail) if may_be_signed(tail) else None
    if signed is None or not signed[0].photo:
        return None
    length = 0
    for at in range(end, start - 1, -1):
        length += len(lines[at].text)
        if length > _LONGEST or lines[at].dateline is not None:
            return None
        if opens_caption(lines[at].text) or _DAY.match(lines[at].text):
            return at
    return None


def _begins_story(block: Block, above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether a caption goes on below it, as picture stories do: in its own measure, which is not that of the
    body above."""
    rest = below[0] if below else None
    body = next((other for other in reversed(above) if other.kind is Kind.PROSE), None)
    return (
        rest is not None
        and rest.kind is Kind.PROSE
        and rest.first.dateline is None
        and not ends_signed(block.lines)
        and body is not None
        and abs(rest.column - block.column) <= ONE_MEASURE
        and of_picture(rest, body)
    )


def _stands_free(block: Block, above: Block | None, before: bool) -> bool:
    """Whether a caption is one by itself: under its own headline or byline it is a picture story, an article
    like any other, and under a body that breaks off it may be the rest of that."""
    if above is None:
        return True
    if above.kind is Kind.PROSE:
        return above.caption or above.last.ends or block.first.indent > 0 or opens_caption(block.first.text)
    return above.kind is Kind.BOX or (above.kind is Kind.HEAD and not before)


def caption_apart(block: Block) -> list[Block]:
    """A block as the body before a caption, and the caption: where all lines of a column stand apart, the
    blank line between the two says nothing, and the caption is the last paragraph; where a paragraph begins
    as captions do, no blank line is needed."""
    start = len(block.lines) - 1
    while start and not block.lines[start - 1].ends:
        start -= 1
    if not block.spread and not opens_caption(block.lines[start].text):
        return [block]
    if not start:
        return [block]
    parts = (block.lines[:start], block.lines[start:])
    return [Block(Kind.PROSE, lines, block.column, spread=block.spread) for lines in parts]


def of_picture(caption: Block, above: Block) -> bool:
    """Whether a caption has the measure of its picture, and not that of the columns beside it."""
    return abs(caption.column - above.column) > _OTHER_MEASURE


def resumes_below(above: Sequence[Block], shown: Sequence[Block], block: Block) -> bool:
    """Whether a block goes on with the article `above` a picture story `shown` that cuts it where a sentence
    ends: the story is one paragraph of another measure, and no indent opens what follows it."""
    if len(shown) != 1 or not above or block.first.indent or not shown[0].first.indent:
        return False
    over, caption = above[-1], shown[0]
    return (
        len(over.lines) > 1
        and opens_caption(caption.first.text)
        and not any(line.indent for line in caption.lines[1:])
        and of_picture(caption, over)
        and abs(over.column - block.column) <= ONE_MEASURE
        and over.last.printed >= over.column - ONE_MEASURE
    )


def is_credit(block: Block) -> bool:
    """Whether a block is the line that names a photographer, or names right under the last line of what
    stands above it."""
    return block.kind is Kind.BYLINE and any(
        line.signature is not None and (line.signature.photo or not line.gap) for line in block.lines
    )


def credits_caption(block: Block, caption: Block) -> bool:
    """Whether a block names who took the picture of the caption above it, and that is not signed yet."""
    return is_credit(block) and not (block.first.gap and ends_signed(caption.lines))


def _in_list(blocks: Sequence[Block], index: int, start: int) -> bool:
    """Whether the paragraph that begins at the line `start` of a block, and one next to it, begin with the
    same mark, as the items of a list do."""
    lines = blocks[index].lines
    mark = lines[start].text[0]
    if any(line.text[0] == mark for line in lines[:start]):
        return True
    beside = [blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(blocks)]
    return any(other.kind is Kind.PROSE and other.first.text[0] == mark for other in beside)


def _is_alone(block: Block, above: Sequence[Block]) -> bool:
    """Whether a block cannot be the last paragraph of an article that writers sign below it: nothing stands
    above it, or what is signed already, or what has another measure."""
    for other in reversed(above):
        if other.kind is Kind.HEAD or other.kind is Kind.BOX:
            return other is above[-1]
        if other.kind is Kind.BYLINE:
            return True
        if other.kind is Kind.PROSE:
            if abs(other.column - block.column) > 2.5 or other.caption:
                return True
            if other.first.dateline is not None:
                return other.first.dateline.signature is not None
    return not above


def _is_caption(
    lines: Sequence[Line], below: Sequence[Block], *, listed: bool, alone: bool, further: bool
) -> bool:
    """Whether the lines of one paragraph are a caption; `below` are the blocks that follow them, `listed`
    tells that it is one item of a list, `alone` that it cannot be an article's last paragraph, `further` that
    it stands right below another."""
    text = "".join(line.text for line in lines)
    if len(text) > _LONGEST:
        return False
    after = below[1].first if len(below) > 1 else None
    if below and is_credit(below[0]) and (lines[-1].ends or ends_signed(lines)):
        credit = below[0].first
        # A byline set as close to what follows, and not to this, is that one's.
        free = not credit.gap or after is None or (after.gap > 0 and not _POINTS.match(after.text))
        # Set apart from both, it rather opens what begins as captions do than closes a further paragraph.
        shown = further and credit.gap and after is not None and opens_caption(after.text)
        if shown and not opens_caption(lines[0].text):
            return False
        if free and credit.signature is not None and credit.signature.photo:
            # Who wrote the text too signs the article that the text belongs to, unless set close under it.
            return not credit.gap or not _BOTH.search(credit.text) or opens_caption(lines[0].text)
        # Names set close under it sign it, unless they are set as close to what follows.
        if alone and opens_caption(lines[0].text) and (after is None or after.gap or _is_signed(after)):
            return True
    if _POINTS.match(text) and (_SHOWS.search(text) or not listed):
        return True
    signed = read_end_signature(text) if may_be_signed(text) else None
    return signed is not None and signed[0].photo


def _is_signed(line: Line) -> bool:
    """Whether an article that begins with this line names its writers there, or it is no body at all."""
    if line.mark is not Mark.PLAIN:
        return True
    return line.dateline is not None and line.dateline.signature is not None


def _goes_on_to_show(block: Block, start: int) -> bool:
    """Whether the sentence at a line that tells what the picture shows is the second of a caption:
    石塘乡万亩柑橘进入盛花期。图为……"""
    lines = block.lines
    return (
        lines[start].text.startswith("图为")
        and lines[0].gap > 0
        and lines[0].dateline is None
        and sum(len(line.text) for line in lines) <= _LONGEST
    )


def _last_paragraph(block: Block, credited: bool, params: IngestParams) -> int:
    """Where the last paragraph of a block begins; `credited` tells that a photographer is named below it, so
    that it may cut another paragraph."""
    lines = block.lines
    if len(lines) == 1:
        return 0
    indented = sum(line.indent > 0 for line in lines) >= 2
    for start in range(len(lines) - 1, 0, -1):
        above, line = lines[start - 1], lines[start]
        cut = credited and (line.indent > 0 if indented else opens_caption(line.text))
        if not above.ends and not cut:
            continue
        room = above.printed < block.column - params.short_line
        if start == 1 and lines[0].indent and not line.indent and opens_caption(lines[0].text):
            return 0  # a caption of two sentences, each of which could open one
        if (lines[0].indent or _goes_on_to_show(block, start)) and not line.indent and not room:
            continue
        if line.indent or opens_caption(line.text) or ((room and not indented) or block.spread):
            return start
    return 0
