"""Stories from a grammar of words: plausible news Chinese that no collection has to be at hand for.

Each story has a subject of its own, so that its headline and its body share words as printed ones do.
"""

from __future__ import annotations

import random

from .setting import NOT_FIRST
from .stories import PLACES, WORDS, Paragraph, Story

_WORDS: dict[str, list[str]] = WORDS["grammar"]
_PARAGRAPHS = {"feature": (5, 14), "brief": (1, 5), "caption": (1, 1)}


class Grammar:
    """Stories made of words, without end."""

    name = "grammar"

    def story(self, rng: random.Random, size: str) -> Story:
        """A story of the size wanted."""
        words = list(rng.choice(_WORDS["subjects"]))
        place = rng.choice(PLACES)
        parts = self._parts(rng, rng.choice(_WORDS["titles"]), words, place)
        title = "".join(parts)
        joints = [len("".join(parts[:n])) for n in range(1, len(parts)) if parts[n][0] not in NOT_FIRST]
        cut = min(joints, key=lambda joint: abs(2 * joint - len(title)))
        kicker = self._fill(rng, rng.choice(_WORDS["kickers"]), words, place) if rng.random() < 0.4 else ""
        if len(kicker) < max(12, len(title)) and rng.random() < 0.85:
            kicker = ""  # a kicker is mostly the longer line, in smaller type
        subtitle = self._fill(rng, "——{place}{v}{s}{a}纪实", words, place) if rng.random() < 0.06 else ""
        low, high = _PARAGRAPHS[size]
        paragraphs: list[Paragraph] = []
        subheads = size == "feature" and rng.random() < 0.25
        for at in range(rng.randint(low, high)):
            if subheads and at and at % 3 == 1:
                text = self._fill(rng, rng.choice(_WORDS["subheads"]), words, place)
                paragraphs.append(Paragraph(text, subhead=True))
            length = rng.randint(1, 2) if size != "feature" else rng.randint(1, 5)
            paragraphs.append(Paragraph("".join(self._sentence(rng, words, place) for _ in range(length))))
        return Story(title, tuple(paragraphs), kicker=kicker, subtitle=subtitle, cut=cut)

    def _sentence(self, rng: random.Random, words: list[str], place: str) -> str:
        clauses = rng.sample(_WORDS["clauses"], rng.randint(2, 5))
        said = "，".join(self._fill(rng, clause, words, place) for clause in clauses)
        if rng.random() < 0.2:
            name = place + self._fill(rng, "{s}负责人", words, place)
            said = said.replace("“", "‘").replace("”", "’")
            return f"“{said}。”{name}{rng.choice(_WORDS['said'])}。"
        opening = self._fill(
            rng, f"{rng.choice(_WORDS['times'])}，{rng.choice(_WORDS['bodies'])}", words, place
        )
        return opening + said + rng.choice("。。。。。。！")

    def _fill(self, rng: random.Random, pattern: str, words: list[str], place: str) -> str:
        """The pattern with each field drawn afresh: it says something else every time."""
        return "".join(self._parts(rng, pattern, words, place))

    def _parts(self, rng: random.Random, pattern: str, words: list[str], place: str) -> list[str]:
        """The same, word by word."""
        out, at = [""], 0
        while (start := pattern.find("{", at)) >= 0:
            end = pattern.index("}", start)
            out += [pattern[at:start], self._word(rng, pattern[start + 1 : end], words, place)]
            at = end + 1
        return [part for part in (*out, pattern[at:]) if part]

    def _word(self, rng: random.Random, field: str, words: list[str], place: str) -> str:
        match field:
            case "s" | "s2":
                return rng.choice(words)
            case "v":
                return rng.choice(_WORDS["verbs"])
            case "a":
                return rng.choice(_WORDS["abstract"])
            case "n":
                return str(rng.choice((rng.randint(2, 99), rng.randint(100, 9999))))
            case "x":
                return (
                    f"{rng.randint(1, 400)}.{rng.randint(1, 99)}"
                    if rng.random() < 0.6
                    else str(rng.randint(2, 99))
                )
            case "y":
                return str(rng.randint(1998, 2025))
            case "m":
                return str(rng.randint(1, 12))
            case "d":
                return str(rng.randint(1, 28))
            case _:
                return place
