"""Where a Chinese sentence ends.

A sentence ends at 。！？ or an ellipsis, together with the marks that close there (quotation marks
and brackets belong to the sentence they close, GB/T 15834—2011 §4.8 and §4.9). It does not end

- at a semicolon, a colon or a half-width full stop (3.5, a URL, an abbreviation);
- inside a title 《谁是最可爱的人？》 or inside a bracket that was opened in mid-sentence;
- at the end of a quotation that the sentence goes on after: “去哪里？”他问。 以“为什么？”为题。

Everything is decided in one pass over the text, so the time is linear in its length.
"""

from __future__ import annotations

import re

from lctui.model import Span

# A mark of this kind closes with the sentence; the straight ones open and close with the same sign.
_CLOSERS = "”’」』）)】〕》〉﹂﹄\"'"
_PAIRS = {
    "“": "”", "‘": "’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄",
    "（": "）", "(": ")", "【": "】", "〔": "〕", "《": "》", "〈": "〉",
}  # fmt: skip
_OPENER_OF = {close: opener for opener, close in _PAIRS.items()}
_QUOTES = frozenset("“‘「『﹁﹃")
_TITLES = frozenset("《〈")

_END_MARKS = frozenset("。！？｡!?….")

# A run of end marks: ？！ and ！！ are one end, as are …… and its typed forms 。。。 and ......
_END = re.compile(r"(?:[。！？｡]|[!?](?![\w/&=#%])|…|\.{3,})+")
_GOES_ON = re.compile(r"\s*[，、；：,;:—–－·]|\s*等(?=[，。、；\w])")
# “……。”张三说。 and “……。”他笑着说，“……”: the speaker named after his words is part of the sentence.
_SPEAKER = re.compile(
    r"[^，。！？；：…“”「」\n]{0,40}?"
    r"(?:说道?|问道?|答道?|喊道?|叫道|写道|称|表示|介绍|告诉|解释|感叹|感慨|坦言|回忆|笑道|回答|补充)"
    r"[^，。！？；：、…“”「」\n]{0,4}"
    r"(?:[。！？]|[，：]\s*[“「『]|\s*$|\n)"
)
# A pair further apart than this is taken for two stray marks of a damaged page, not for a bracket.
_LONGEST_PAIR = 400


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order. The spans tile it: none overlap, none of it is left out.

    Blanks and line ends after a sentence belong to it. An empty text has no sentences.
    """
    enclosing, closing = _pairs(text)
    cuts: list[int] = []
    start = seen = 0
    for match in _END.finditer(text):
        if match.start() < start:
            continue
        start = _line_ends(text, start, max(start, seen), match.start(), cuts)
        seen = match.start()
        end = _close(text, match.end())
        pair = closing.get(end, enclosing.get(match.start()))
        if _ends_here(text, start, match, end, pair):
            start = _skip_blanks(text, end)
            cuts.append(start)
    _line_ends(text, start, max(start, seen), len(text), cuts)
    if not cuts or cuts[-1] < len(text):
        cuts.append(len(text))
    edges = [0, *cuts]
    return [Span(left, right) for left, right in zip(edges, cuts, strict=False) if right > left]


def _line_ends(text: str, start: int, since: int, before: int, cuts: list[int]) -> int:
    """Cut after each line end from `since` up to `before`; gives where the sentence, so far begun at `start`,
    then starts."""
    newline = text.find("\n", since, before)
    while newline >= 0:
        after = _skip_blanks(text, newline)
        if text[start:newline].strip():
            cuts.append(after)
            start = after
        newline = text.find("\n", max(after, newline + 1), before)
    return start


def _pairs(text: str) -> tuple[dict[int, tuple[int, int]], dict[int, tuple[int, int]]]:
    """The pairs of marks around each end mark: the innermost one (by the place of the end mark), and
    the outermost of those that close right after it (by the place behind the last closing mark).

    A line end drops what is still open: a pair never spans paragraphs.
    """
    found: dict[int, int] = {}
    stack: list[int] = []
    for index, ch in enumerate(text):
        if ch == "\n":
            stack.clear()
        elif ch in _PAIRS:
            stack.append(index)
        elif ch in _OPENER_OF:
            # Look no deeper than a few levels: a stray mark must not cost a walk over the whole text.
            for depth in range(1, min(4, len(stack)) + 1):
                opener = stack[-depth]
                if text[opener] == _OPENER_OF[ch] and index - opener <= _LONGEST_PAIR:
                    del stack[-depth:]
                    found[opener] = index
                    break
    enclosing: dict[int, tuple[int, int]] = {}
    closing: dict[int, tuple[int, int]] = {}
    opened: list[int] = []
    for index, ch in enumerate(text):
        if index in found:
            opened.append(index)
        elif opened and found[opened[-1]] == index:
            opener = opened.pop()
            after = _close(text, index)
            # Every mark from here to `after` closes something, so the last pair written is the outermost.
            closing[after] = (opener, index)
        elif opened and ch in _END_MARKS:
            enclosing[index] = (opened[-1], found[opened[-1]])
    return enclosing, closing


def _close(text: str, at: int) -> int:
    """Past the closing marks at `at`; a straight quotation mark closes only right after the end mark."""
    while at < len(text) and text[at] in _CLOSERS:
        at += 1
    return at


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends_here(text: str, start: int, mark: re.Match[str], end: int, pair: tuple[int, int] | None) -> bool:
    """Whether the end mark, with its closing marks up to `end`, ends the sentence that began at `start`.

    `pair` is where the quotation or bracket around the end mark opens and closes, if there is one.
    """
    if end == len(text):
        return True
    rest = text[end : end + 60]
    if _GOES_ON.match(rest) and (end > mark.end() or text[mark.start()] in "…."):
        return False
    if pair is None or pair[1] < mark.start():
        return True
    opener, closer = pair
    before = _last_before(text, start, opener)
    if text[opener] in _TITLES:
        return False
    if text[opener] not in _QUOTES:
        # A bracket is part of the sentence it was opened in.
        return not before
    if closer >= end:
        # Speech of several sentences: each of them is one.
        return True
    if before in "：:":
        # Also at the start of a sentence, where nothing is before: the empty text is in every text.
        return bool(before) or not _SPEAKER.match(rest)
    return before in "，,。！？”’" and not _SPEAKER.match(rest)


def _last_before(text: str, start: int, at: int) -> str:
    """The last character of the sentence so far that is no blank; empty at the sentence's start."""
    for index in range(at - 1, max(start, at - 40) - 1, -1):
        if not text[index].isspace():
            return text[index]
    return ""
