"""Does this stretch of body go on from that one? The evidence, each piece worth a little.

What ends without a full stop is unfinished; what begins with a mark that cannot begin, or whose first
character often follows the last one of the other on this page, goes on from it; an indent, a
word that opens paragraphs, a dateline speak against. Where a line is a whole paragraph with blanks at
its old line ends, the width of its first old line tells whether it was indented.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lctui.ingest.block import Block, Kind
from lctui.ingest.chars import (
    BRACKETS,
    CANNOT_BEGIN,
    CANNOT_END,
    HAN,
    across,
    begins_midway,
    ends_sentence,
    is_han,
    pairs_of,
)
from lctui.ingest.columns import first_line_evidence, last_line_width
from lctui.ingest.fragments import Pairs
from lctui.ingest.roles import Layout

_STARTERS = re.compile(
    r"^(?:下一步|近年来|近日|日前|同时|此外|此前|据悉|据了解|据[^，。]{0,16}(?:介绍|统计|透露)[，：,:]|目前|眼下|如今|今后|另外|其中|随着|为了|为进一步|"
    r"截至|与此同时|记者|今年|去年|多年来|针对|除了|(?:自|从)?(?:19|20)?[0-9]{2}年(?:[0-9]{1,2}月)?以来，|"
    r"当前|当天|会议|活动|不仅如此|对此|然而|但是|于是|因此|所以|首先|其次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|一方面|另一方面|接下来|"
    r"当然[，,]?|诚然|显然|事实上|其实|总之|可见|众所周知|毋庸置疑|实践证明|俗话说|常言道|对[^，。]{2,8}(?:来说|而言)|在[^，。]{2,10}看来|"
    r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[（(]?[0-9]{1,2}[.．、）)](?![0-9]))"
)
_RATHER_STARTS = re.compile(
    rf"^(?:[{HAN}]{{2,3}}[市县区](?![的场民长域内里外]|[{HAN}]?[，。、])|[在为对][^，。]{{2,14}}，|[0-9]{{1,2}}月|(?:19|20)[0-9]{{2}}年)"
)
"""With what paragraphs begin more often than the rest of one, where no clause ends before it."""
_ELSEWHERE = re.compile("[（(](?:下转|转|续见)[^（）()]{1,10}版[）)]$")
"""What breaks off here goes on on another page."""
# Characters after which something must follow.
_LEADING = frozenset("和与及或把被将对从向以在同跟是于由为至")
_SAMPLE = 40_000
"""Characters of a page that are looked through; more than any real page has."""
_FEW = 60
_UNITS = "年月日时分秒个名人次万亿元吨公米平亩％%多余岁户家所项件场种倍类处条座位届号级"


class Continuity:
    """Evidence gathered from one page once: which characters follow which."""

    def __init__(self, blocks: Sequence[Block], layout: Layout) -> None:
        self._layout = layout
        self._trust = 1.0 if not layout.paragraphs or Pairs(list(blocks)).indented else 0.0
        self._blocks = blocks
        self._gathered: str | None = None
        self._pairs: set[str] = set()
        self._asked = 0
        self._starts: dict[str, float] = {}

    def _page(self) -> str:
        """What the page says, gathered when first asked for."""
        if self._gathered is None:
            lines = [
                line.text
                for block in self._blocks
                if block.kind in (Kind.PROSE, Kind.HEAD)
                for line in block.lines
            ]
            self._gathered = "\n".join(lines)[:_SAMPLE]
        return self._gathered

    def _follows(self, pair: str) -> bool:
        """Whether two characters follow each other somewhere on the page. Few pages ask so often that
        gathering the pairs costs less than looking for each."""
        self._asked += 1
        if self._asked <= _FEW:
            return pair in self._page()
        if not self._pairs:
            self._pairs = pairs_of(self._page())
        return pair in self._pairs

    def unfinished(self, block: Block) -> bool:
        """Whether the body breaks off at the end of `block`."""
        text = block.last.text
        if block.last.ends or text[-1] in "：；" or "■" in text[-40:]:
            return False
        if text[-1] in "）)" and _ELSEWHERE.search(text):
            return False
        if len(block.lines) > 1 and (text[-1] in "）)" or "■" in block.lines[-2].text[-30:]):
            if "■" in block.lines[-2].text[-30:]:
                return False
            return not ends_sentence(block.lines[-2].text + text)
        return True

    def strays(self, above: Block, block: Block) -> bool:
        """Whether `block`, set right under `above`, may belong elsewhere: what stands above it is
        finished, and it does not begin as a paragraph does."""
        if self.unfinished(above) or block.first.dateline or block.kind is not Kind.PROSE:
            return False
        if block.first.text[0] in CANNOT_BEGIN or begins_midway(block.first.text):
            return True
        if self._layout.paragraphs:
            return self._trust * first_line_evidence(block.first.text, block.column) > 0
        return self._layout.indents and not block.first.indent

    def _in_one_word(self, left: str, right: str) -> bool:
        """Whether a word of the page begins at the end of `left` and goes on in `right`."""
        return any(word in self._page() for word in across(left, right))

    def _start_evidence(self, right: str) -> float:
        """Negative where `right` begins as sentences of this page begin, positive where its first two
        characters stand inside sentences only. A long quotation is rather a speech, a short one a term."""
        if right[0] in "“\"‘'":
            close = re.search("[”\"’']", right[1:])
            return 0.5 if close and close.start() <= 12 else -0.8
        key = right[:2]
        page = self._page()
        inside = outside = 0
        position = page.find(key)
        while position >= 0 and inside + outside < 12:
            before = page[position - 1] if position else "\n"
            if before in '。！？；，、：“”"（\n':
                outside += before != "\n" or not page.startswith(right[:12], position)
            elif before not in " \u3000":
                inside += 1
            position = page.find(key, position + 1)
        if inside + outside < 2:
            return 0.0
        return 0.4 * (inside - outside) / (inside + outside)

    def goes_on(self, above: Block, block: Block) -> bool:
        """Whether a joined paragraph goes on although the one above it ends with a sentence: the old
        lines of both show that the column ended there, and that no indent followed."""
        _left, right = above.last.text, block.first.text
        return right[0] in CANNOT_BEGIN

    def score(self, tail: Block, head: Block) -> float:
        """How well `head` goes on from `tail`: above 0 rather yes."""
        left, right = tail.last.text, head.first.text
        if head.first.dateline or head.first.signature:
            return -5.0
        value = 0.7
        if right[0] in CANNOT_BEGIN:
            value += 3.0
        elif begins_midway(right):
            value += 1.0
        if left[-1] in CANNOT_END:
            value += 1.0
        elif left[-1] in _LEADING:
            value += 0.8
        if left[-1].isdigit():
            value += 1.0 if right[0].isdigit() or right[0] in _UNITS else -0.5
        if self._layout.indents and head.first.indent:
            value -= 3.0
        elif self._layout.indents:
            value += 0.5
        inside = left[-1] in "，、；："
        if _STARTERS.match(right):
            value -= 0.8 if inside else 1.6
        elif not inside and _RATHER_STARTS.match(right):
            value -= 0.9
        if self._follows(left[-1] + right[0]):
            value += 1.0 if is_han(left[-1]) else 0.2
        elif is_han(left[-1]) and is_han(right[0]):
            value -= 0.3 * self._trust
        if left[-1] in '”’"》）' and right[0] in '“‘"《':
            # What was quoted is complete, and the next quotation rather begins a paragraph.
            value -= 1.5
        if right not in self._starts:
            self._starts[right] = self._start_evidence(right)
        value += self._starts[right]
        if _closes(right) and _opens(left):
            value += 1.5
        if self._layout.paragraphs:
            trust = self._trust if head.even else 0.3 * self._trust
            value += trust * first_line_evidence(right, head.column or tail.column)
            column = min(tail.column, head.column) or tail.column
            midway = left[-1] in CANNOT_END or right[0] in CANNOT_BEGIN or begins_midway(right)
            if (
                column
                and not midway
                and last_line_width(left, tail.column) < column - 3.5
                and not self._in_one_word(left, right)
            ):
                # The last line left room: the paragraph ended there, whatever mark OCR lost.
                value -= 2.5
        elif tail.column and head.column and abs(tail.column - head.column) <= 1.5:
            value += 0.5
        return value


def _opens(text: str) -> bool:
    """Whether a bracket or quote is opened in `text` and not closed."""
    return any(text.count(open_) > text.count(close) for open_, close in BRACKETS.items()) or bool(
        text.count('"') % 2
    )


def _closes(text: str) -> bool:
    """Whether a bracket or quote is closed in `text` that was not opened there."""
    sample = text[:200]
    return any(sample.count(close) > sample.count(open_) for open_, close in BRACKETS.items()) or bool(
        text.count('"') % 2
    )
