"""The words of a run-together term, as they are looked for when it is not found as a whole."""

from __future__ import annotations

from lctui.text.folding import Folded, fold
from lctui.text.words import words

MOST_WORDS = 24
_MOST_CHARACTERS = 120

# Alone between two words they are grammar and no words to look for.
_GRAMMAR = frozenset("的了是在和与为及等之也就都而或地得着对以于")


def term_words(text: str) -> list[Folded]:
    """The words of `text`, folded, each once; nothing where there are not at least two.

    A lone character is no word of its own: slips and names fall apart into such, and each of them
    stands in every article. It stays with the characters beside it.
    """
    if len(text) > _MOST_CHARACTERS:
        return []
    pieces = [text[span.start : span.end] for span in words(text)]
    joined: list[str] = []
    lone_before = False
    for number, piece in enumerate(pieces):
        if not len(fold(piece).codes):
            lone_before = False
            continue
        lone = len(piece) == 1
        if lone and not lone_before and piece in _GRAMMAR and 0 < number < len(pieces) - 1:
            lone_before = False
            continue
        if joined and lone_before and lone:
            joined[-1] += piece
        else:
            joined.append(piece)
        lone_before = lone
    merged = _attach_lone(joined)
    folded = {word.codes.tobytes(): word for word in map(fold, merged)}
    return list(folded.values())[:MOST_WORDS] if len(folded) > 1 else []


def _attach_lone(pieces: list[str]) -> list[str]:
    """Characters that are still alone join the word before them, the first one the word after."""
    merged: list[str] = []
    for piece in pieces:
        if merged and (len(piece) == 1 or (len(merged) == 1 and len(merged[0]) == 1)):
            merged[-1] += piece
        else:
            merged.append(piece)
    return merged
