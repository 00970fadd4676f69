"""Moving through the reading text of an article: by character, word, sentence, paragraph.

Pure functions from a place to a place. The keys are vim's, and so is what they mean, with two
differences that a selection of running text wants: `)` and `}` go to the *end* of a sentence or paragraph
(closing quotes included), so that `v)` selects the sentence and not the first character of the next one;
and every motion goes on into the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from lctui.model import Span
from lctui.quoting.quote import Position
from lctui.text.cells import joins
from lctui.text.sentences import sentences as find_sentences

Texts = Sequence[str]
Words = Callable[[str], list[Span]]

_REACH = 400
"""Characters either side of a place that are cut into words: a page-long paragraph would take too long."""

_STOP = re.compile(r"[，。、；：！？“”‘’（）《》\s]")
_ROUGH = re.compile(r"[A-Za-z0-9.%]+|[\u4e00-\u9fff]|\s+|[^A-Za-z0-9\u4e00-\u9fff\s]+")


def rough_words(text: str) -> list[Span]:
    """Words as far as characters tell: Latin words, numbers, single ideographs, runs of marks. For as long
    as the dictionary is not loaded."""
    return [Span(match.start(), match.end()) for match in _ROUGH.finditer(text)]


def first(texts: Texts) -> Position:
    """The first place."""
    return Position(0, 0)


def last(texts: Texts) -> Position:
    """The last character."""
    if not texts:
        return Position(0, 0)
    return Position(len(texts) - 1, last_of(texts[-1]))


def last_of(text: str) -> int:
    """Where the last character of a paragraph starts; 0 in an empty one."""
    return cluster_start(text, max(0, len(text) - 1))


def cluster_start(text: str, offset: int) -> int:
    """Where the character that holds `offset` starts."""
    offset = max(0, min(offset, len(text) - 1))
    while offset > 0 and joins(text, offset):
        offset -= 1
    return offset


def cluster_end(text: str, offset: int) -> int:
    """Where the character that starts at `offset` ends."""
    end = min(offset + 1, len(text))
    while end < len(text) and joins(text, end):
        end += 1
    return end


def clamp(texts: Texts, at: Position) -> Position:
    """The nearest place that is the start of a character."""
    if not texts or at.paragraph < 0:
        return Position(0, 0)
    if at.paragraph >= len(texts):
        return last(texts)
    return Position(at.paragraph, cluster_start(texts[at.paragraph], at.offset))


def move(texts: Texts, at: Position, motion: str, count: int = 1, words: Words = rough_words) -> Position:
    """Where `count` times `motion` leads from `at`.

    Motions: `h l` character, `w b e` word (as `words` cuts them), `( )` sentence, `{ }` paragraph,
    `g G` article. Raises KeyError for another one.
    """
    step = _MOTIONS[motion]
    at = clamp(texts, at)
    for _ in range(count):
        to = clamp(texts, step(texts, at, words))
        if to == at:
            break
        at = to
    return at


def _next_paragraph(texts: Texts, at: Position) -> Position:
    """The start of the next paragraph that is not empty, else the last character."""
    for paragraph in range(at.paragraph + 1, len(texts)):
        if texts[paragraph]:
            return Position(paragraph, 0)
    return last(texts)


def _previous_paragraph(texts: Texts, at: Position) -> Position | None:
    """The last character of the paragraph before, if there is one that is not empty."""
    for paragraph in range(at.paragraph - 1, -1, -1):
        if texts[paragraph]:
            return Position(paragraph, last_of(texts[paragraph]))
    return None


def _right(texts: Texts, at: Position, words: Words) -> Position:
    end = cluster_end(texts[at.paragraph], at.offset) if texts else 0
    if not texts or end >= len(texts[at.paragraph]):
        return _next_paragraph(texts, at)
    return Position(at.paragraph, end)


def _left(texts: Texts, at: Position, words: Words) -> Position:
    if at.offset:
        return Position(at.paragraph, cluster_start(texts[at.paragraph], at.offset - 1))
    return _previous_paragraph(texts, at) or at


def words_near(text: str, offset: int, words: Words) -> list[Span]:
    """The words around `offset`, cut between two marks so that they are those of the whole text."""
    low = max(0, offset - _REACH)
    for stop in _STOP.finditer(text, low, max(low, offset - _REACH // 4)):
        low = stop.start()
    low = cluster_start(text, low) if text else 0
    high = min(len(text), offset + _REACH)
    found = [Span(low + word.start, low + word.end) for word in words(text[low:high])]
    if high < len(text) and len(found) > 1:
        found.pop()  # may be cut short
    return [
        word
        for word in found
        if not text[word.start : word.end].isspace() and not (word.start and joins(text, word.start))
    ]


def _word(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    starts = (word.start for word in words_near(texts[at.paragraph], at.offset, words))
    offset = next((start for start in starts if start > at.offset), None)
    return _next_paragraph(texts, at) if offset is None else Position(at.paragraph, offset)


def _word_end(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    text = texts[at.paragraph]
    ends = (cluster_start(text, word.end - 1) for word in words_near(text, at.offset, words))
    offset = next((end for end in ends if end > at.offset), None)
    if offset is not None:
        return Position(at.paragraph, offset)
    ahead = _next_paragraph(texts, at)
    if ahead.paragraph == at.paragraph:
        return ahead
    text = texts[ahead.paragraph]
    word = next(iter(words_near(text, 0, words)), Span(0, 1))
    return Position(ahead.paragraph, cluster_start(text, word.end - 1))


def _word_back(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    starts = [word.start for word in words_near(texts[at.paragraph], at.offset, words)]
    before = [start for start in starts if start < at.offset]
    if before:
        return Position(at.paragraph, before[-1])
    if at.offset:
        return Position(at.paragraph, 0)
    behind = _previous_paragraph(texts, at)
    if behind is None:
        return at
    starts = [word.start for word in words_near(texts[behind.paragraph], behind.offset, words)]
    return Position(behind.paragraph, max((s for s in starts if s <= behind.offset), default=0))


@lru_cache(maxsize=8)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """The sentences of a paragraph, closing quotes included, without the blanks around them."""
    found = []
    for span in find_sentences(text):
        piece = text[span.start : span.end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            found.append(Span(span.start + lead, span.start + len(piece.rstrip())))
    return tuple(found)


def _sentence(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    text = texts[at.paragraph]
    for span in sentence_spans(text):
        end = cluster_start(text, span.end - 1)
        if end > at.offset:
            return Position(at.paragraph, end)
    ahead = _next_paragraph(texts, at)
    if ahead.paragraph == at.paragraph:
        return ahead
    text = texts[ahead.paragraph]
    span = next(iter(sentence_spans(text)), Span(0, len(text)))
    return Position(ahead.paragraph, cluster_start(text, span.end - 1))


def _sentence_back(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    starts = [span.start for span in sentence_spans(texts[at.paragraph]) if span.start < at.offset]
    if starts:
        return Position(at.paragraph, starts[-1])
    behind = _previous_paragraph(texts, at)
    if behind is None:
        return Position(at.paragraph, 0)
    spans = sentence_spans(texts[behind.paragraph])
    return Position(behind.paragraph, spans[-1].start if spans else 0)


def _paragraph(texts: Texts, at: Position, words: Words) -> Position:
    if not texts:
        return at
    end = last_of(texts[at.paragraph])
    if at.offset < end:
        return Position(at.paragraph, end)
    ahead = _next_paragraph(texts, at)
    return Position(ahead.paragraph, last_of(texts[ahead.paragraph]))


def _paragraph_back(texts: Texts, at: Position, words: Words) -> Position:
    if at.offset:
        return Position(at.paragraph, 0)
    behind = _previous_paragraph(texts, at)
    return at if behind is None else Position(behind.paragraph, 0)


_MOTIONS: dict[str, Callable[[Texts, Position, Words], Position]] = {
    "h": _left,
    "l": _right,
    "w": _word,
    "b": _word_back,
    "e": _word_end,
    "(": _sentence_back,
    ")": _sentence,
    "{": _paragraph_back,
    "}": _paragraph,
    "g": lambda texts, at, words: first(texts),
    "G": lambda texts, at, words: last(texts),
}
