"""Straight quotes made into pairs, by what stands around them.

OCR writes “ and ” alike, loses some and misreads others, so that counting them turns the rest of a
paragraph inside out where one is missing. Each is read as opening, closing or standing alone, and the
cheapest reading of the whole paragraph is taken: the cost of a reading is what speaks against it, in
units of the logarithm of the odds.
"""

from __future__ import annotations

import math
import re

from lctui.ingest.chars import BLANKS, HAN

_HAN_CHAR = re.compile(f"[{HAN}]")

# How much more often a character stands before an opening mark than before a closing one, and after an
# opening mark than after a closing one: logarithms of the odds in newspaper text, rounded.
_BEFORE: dict[str, float] = {
    **dict.fromkeys("，：、；", 4.5), **dict.fromkeys("（《【〈—·~", 4.0),
    **dict.fromkeys("的是以在个", 3.0), **dict.fromkeys("了为和出与及将把从对被由按向或即称叫让给", 2.5),
    **dict.fromkeys("有持到成用", 1.8), "。": -1.3, **dict.fromkeys("！？…", -3.0),
    **dict.fromkeys("%％", -1.0), '"': 2.0, "“": 3.0,
}  # fmt: skip
_AFTER: dict[str, float] = {
    **dict.fromkeys("，。、；：！？）》】…·", -4.5), "的": -4.5, **dict.fromkeys("活等之", -2.3),
    **dict.fromkeys("（—+＋/", -2.0), **dict.fromkeys("和与及为是", -0.8), **dict.fromkeys("我你咱三", 2.2),
    **dict.fromkeys("一两四大五六七八九十", 1.5), **dict.fromkeys("在不这", 0.2), "《": 2.0,
    '"': -2.0, "”": -3.0,
}  # fmt: skip
_BEFORE_ELSE, _AFTER_ELSE = -0.5, 0.7
_EDGE = 4.5
"""No paragraph ends with an opening mark or begins with a closing one."""
_BLANK = 1.5
"""An old line neither ends with an opening mark nor begins with a closing one."""

_TOLD = re.compile("(?:说|道|表示|介绍|坦言|认为|告诉记者|强调|指出|回忆|感慨|透露)[。，：]$")
_TELLS = re.compile(f"[{HAN}]{{2,16}}?(?:说|表示|介绍|坦言|认为|告诉记者|强调|指出|回忆|感慨|透露)[。，：]")
_SPEAKER = 2.5
"""Who speaks is named between two speeches: before an opening mark, and after a closing one."""

_ALONE = 3.0
"""Cost of a quote without a partner."""
_LOOSE_SPEECH = 5.0
"""Most that speaks against a speech that ends as a term does; less than two quotes alone cost."""
_EMPTY = 8.0
"""Cost of a pair with nothing in it."""
_SLACK = 1e-6
"""What costs more than another reading by no more than this may be the same, but for rounding."""
_SKIP = 3
"""Quotes without a partner that one pair may hold."""
_SPEECH_END = frozenset("。！？…，”’!?")
_SENTENCE = re.compile("[。！？；]")
_BLANKS = re.compile(f"[{BLANKS}]")
_QUOTES = {'"': re.compile('["“”]'), "'": re.compile("['‘’]")}
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("‘", "’"))


def pair_quotes(text: str) -> tuple[str, list[int]]:
    """Straight quotes of a paragraph made into “ ” and ‘ ’ pairs, as GB/T 15834—2011, 4.8 asks.

    A quote whose partner is missing stays as printed, but for those at the edges of the paragraph,
    where a speech over several paragraphs may leave one without the other. An apostrophe inside a
    Latin word stays, and so do the quotes of a text without Chinese.

    Returns:
        The text, of the same length, and the offsets that changed.
    """
    double, single = '"' in text, "'" in text
    if not (double or single) or not _HAN_CHAR.search(text):
        return text, []
    changed: list[int] = []
    for straight, open_, close in (('"', "“", "”"), ("'", "‘", "’")):
        if straight not in text:
            continue
        pieces: list[str] = []
        done = 0
        for place, opens in sorted(_read(text, _marks_of(text, straight), straight)):
            if text[place] == straight:
                pieces += (text[done:place], open_ if opens else close)
                done = place + 1
                changed.append(place)
        text = "".join((*pieces, text[done:]))
    changed.sort()
    return text, changed


def _marks_of(text: str, straight: str) -> list[int]:
    """Where quotes of one kind stand, apostrophes left out."""
    places = [found.start() for found in _QUOTES[straight].finditer(text)]
    if straight == '"':
        return places
    last = len(text) - 1
    return [
        place
        for place in places
        if not (0 < place < last and _latin(text[place - 1]) and _latin(text[place + 1]))
    ]


def _latin(char: str) -> bool:
    return char.isalpha() and ord(char) < 0x250


def _odds(text: str, place: int) -> float:
    """How much more likely the quote at `place` opens than closes."""
    left, right = place - 1, place + 1
    last = len(text)
    value = 0.0
    while left >= 0 and text[left] in BLANKS and place - left < 4:
        left -= 1
    while right < last and text[right] in BLANKS and right - place < 4:
        right += 1
    if (left < place - 1) is not (right > place + 1):
        value = _BLANK if left < place - 1 else -_BLANK
    if left >= 0 and text[left] in "。，！？":
        if _TOLD.search(text, max(0, left - 6), left + 1):
            value += _SPEAKER
        if _TELLS.match(text, right, right + 24):
            value -= _SPEAKER
    value += _BEFORE.get(text[left], _BEFORE_ELSE) if left >= 0 else _EDGE
    value += _AFTER.get(text[right], _AFTER_ELSE) if right < last else -_EDGE
    return value


class _Text:
    """A text whose quotes are read, with what is asked of it for pair after pair."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pairs = [pair for pair in _PAIRS if pair[0] in text or pair[1] in text]

    def against(self, start: int, end: int) -> float:
        """What speaks against text[start:end] being quoted: nothing in it, its length, sentences in what
        is no speech, brackets that it breaks."""
        text = self._text
        length = end - start
        if not length or (text[start].isspace() and text[start:end].isspace()):
            return _EMPTY
        cost = min(4.0, 0.8 * math.log2(length / 8)) if length > 8 else 0.0
        if _SENTENCE.search(text, start, end - 1) and text[start:end].rstrip()[-1] not in _SPEECH_END:
            # A speech whose full stop stands outside its quotes, if so it begins.
            cost = min(cost + 4.0, _LOOSE_SPEECH) if start > 1 and text[start - 2] in "：，:," else cost + 4.0
        for open_, close in self._pairs:
            if text.count(open_, start, end) != text.count(close, start, end):
                cost += 4.0
        return cost


def _read(text: str, marks: list[int], straight: str) -> list[tuple[int, bool]]:
    """Which of the quotes at `marks` open and which close; those left out stand alone."""
    opening: list[float] = []
    closing: list[float] = []
    for place in marks:
        if text[place] != straight:  # a mark that the page itself tells
            opens = text[place] in "“‘"
            opening.append(0.0 if opens else math.inf)
            closing.append(math.inf if opens else 0.0)
            continue
        odds = _odds(text, place)
        opening.append(math.log1p(math.exp(-odds)))
        closing.append(math.log1p(math.exp(odds)))
    count = len(marks)
    asked = _Text(text)
    best = [0.0] + [math.inf] * count
    came = [-1] * (count + 1)  # the quotes read before the last step: one fewer, or those before a pair
    for done in range(count):
        base = best[done]
        if base + _ALONE < best[done + 1]:
            best[done + 1], came[done + 1] = base + _ALONE, done
        base += opening[done]
        if opening[done] >= 2 * _ALONE:
            continue
        alone = best[done + 1] + _SLACK  # what it costs at most that all up to the partner stand alone
        for partner in range(done + 1, min(count, done + 2 + _SKIP)):
            alone += _ALONE
            if opening[done] + closing[partner] >= 2 * _ALONE:
                continue  # rather both stand alone
            cost = base + closing[partner] + _ALONE * (partner - done - 1)
            if cost < best[partner + 1] and cost <= alone:
                cost += asked.against(marks[done] + 1, marks[partner])
                if cost < best[partner + 1]:
                    best[partner + 1], came[partner + 1] = cost, done
    found: list[tuple[int, bool]] = []
    at = count
    while at:
        before = came[at]
        if at - before > 1:
            found.append((marks[before], True))
            found.append((marks[at - 1], False))
        elif (edge := _edge(text, marks[before])) is not None:
            found.append((marks[before], edge))
        at = before
    return found


def _edge(text: str, place: int) -> bool | None:
    """Whether a quote without a partner opens the paragraph (True), or closes it after a sentence (False)."""
    if place == 0 and len(text) > 1 and (_HAN_CHAR.match(text[1]) or text[1] in "《“‘"):
        return True
    if place == len(text) - 1 and place and text[place - 1] in "。！？…":
        return False
    return None
