"""What the reader has selected: two places in the reading text, and vim's text objects.

The screen has no part in it: a selection is held in offsets of the reading text, so what is copied has
none of the screen's line breaks, indents or padding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from lctui.quoting.quote import Position
from lctui.ui.motions import Texts, cluster_end, cluster_start, last_of, sentence_spans

Mode = Literal["characters", "paragraphs"]

_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_CLOSED_BY = {close: opening for opening, close in _QUOTES.items()}


@dataclass(frozen=True, slots=True)
class Selection:
    """From `anchor` to `cursor`, in either order, the characters at both included; in whole paragraphs
    where `mode` says so."""

    mode: Mode
    anchor: Position
    cursor: Position

    def moved(self, to: Position) -> Selection:
        """The same selection with the cursor elsewhere."""
        return replace(self, cursor=to)

    def turned(self) -> Selection:
        """The same selection with the cursor at its other end."""
        return replace(self, anchor=self.cursor, cursor=self.anchor)

    def span(self, texts: Texts) -> tuple[Position, Position]:
        """Start and end, half-open."""
        start, last = sorted((self.anchor, self.cursor))
        if not texts:
            return start, last
        text = texts[last.paragraph]
        if self.mode == "paragraphs":
            return Position(start.paragraph, 0), Position(last.paragraph, len(text))
        return start, Position(last.paragraph, cluster_end(text, last.offset))


def select_object(texts: Texts, selection: Selection, name: str) -> Selection | None:
    """The selection made by a text object at the cursor; None where there is no such thing.

    `is` `as` a sentence, without and with the blanks after it; `ip` `ap` a paragraph; `iq` what stands
    inside quotation marks, the innermost around the cursor, else the next ones of the paragraph. Said
    again, sentences and paragraphs take in the next one.
    """
    if not texts:
        return None
    match name:
        case "is" | "as":
            return _sentence(texts, selection, blanks=name == "as")
        case "ip" | "ap":
            return _paragraph(texts, selection)
        case "iq":
            return _quoted(texts, selection)
    return None


def _over(texts: Texts, paragraph: int, start: int, end: int, anchor: Position | None = None) -> Selection:
    """A selection of characters start up to end of a paragraph, or from `anchor` to there."""
    cursor = Position(paragraph, cluster_start(texts[paragraph], end - 1))
    return Selection("characters", anchor or Position(paragraph, start), cursor)


def _sentence(texts: Texts, selection: Selection, *, blanks: bool) -> Selection | None:
    at = selection.cursor
    spans = sentence_spans(texts[at.paragraph])
    index = next((n for n, span in enumerate(spans) if at.offset < span.end), None)
    if index is None:
        return None
    if selection.anchor < at and cluster_end(texts[at.paragraph], at.offset) >= spans[index].end:
        if index + 1 == len(spans):  # on into the next paragraph that has a sentence
            for paragraph in range(at.paragraph + 1, len(texts)):
                if following := sentence_spans(texts[paragraph]):
                    return _over(texts, paragraph, 0, following[0].end, selection.anchor)
            return selection
        index += 1
        anchor: Position | None = selection.anchor
    else:
        anchor = None
    start, end = spans[index].start, spans[index].end
    if blanks:
        end = spans[index + 1].start if index + 1 < len(spans) else len(texts[at.paragraph])
    return _over(texts, at.paragraph, start, end, anchor)


def _paragraph(texts: Texts, selection: Selection) -> Selection:
    at = selection.cursor
    end = last_of(texts[at.paragraph])
    whole = selection.anchor.offset == 0 and at.offset == end and selection.anchor <= at
    if whole and (selection.anchor != at or selection.mode == "paragraphs"):
        following = min(at.paragraph + 1, len(texts) - 1)
        return Selection("paragraphs", selection.anchor, Position(following, last_of(texts[following])))
    return Selection("paragraphs", Position(at.paragraph, 0), Position(at.paragraph, end))


def _quoted(texts: Texts, selection: Selection) -> Selection | None:
    at = selection.cursor
    text = texts[at.paragraph]
    opened: list[tuple[str, int]] = []
    around: tuple[int, int] | None = None
    ahead: tuple[int, int] | None = None
    for index, ch in enumerate(text):
        if ch in _QUOTES:
            opened.append((ch, index))
        elif ch in _CLOSED_BY:
            while opened:
                mark, start = opened.pop()
                if mark != _CLOSED_BY[ch]:
                    continue  # an opening mark that was never closed
                inside = (start + 1, index)
                if start <= at.offset <= index and around is None and index > start + 1:
                    around = inside
                if start > at.offset and index > start + 1 and (ahead is None or start < ahead[0] - 1):
                    ahead = inside
                break
    found = around or ahead
    if found is None:
        return None
    return _over(texts, at.paragraph, *found)
