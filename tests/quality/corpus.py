"""Stories from a collection of newspaper articles, one JSON object a line (`title`, `paragraphs`).

The collection is not part of this project: `LCTUI_TEST_CORPUS` names the folder that holds it. Its
texts have full-width figures and lost their blanks; here they are given the figures, dashes and marks
of a modern page. Openings and signatures are taken off: the typesetter prints its own.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from .stories import Kind, Paragraph, Story

ENVIRONMENT = "LCTUI_TEST_CORPUS"
_FILE = "pfr1998.jsonl"
_HALF = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code).translate({}) not in "，；：！？（）"
}
_OPENING = re.compile(
    r"^(?:据?本报|据?新华社|据中新社|中新社)[^，。]{0,12}?(?:讯|电)"
    r"|^（?(?:本报)?(?:通讯员|特约记者|记者)[^，。]{1,20}(?:报道)?[：）]?"
)
_REPORTER = re.compile(
    r"^(?:（[^）]{1,30}）|(?:(?:新华社|本报)?(?:实习生|通讯员|特约记者|记者)[^，。：]{1,22}?(?:报道)?：)"
    r"|(?:(?:新华社|本报)?(?:通讯员|特约记者|记者)(?:[一-鿿]{2,4}、?)+?报道：?))"
)
_SIGNATURE = re.compile(r"（[^（）。，]{1,14}）$")
_OWN_SIGNS = re.compile(r"记者|通讯员|摄影|报道：|电（|讯（|[□■▶◀●▲△]|^(?:据?本报|据?新华社|据中新社)")
_SENTENCE_END = ("。", "！", "？", "”", "……", "：", "；")
_SIZES = {"feature": (500, 2200), "brief": (120, 620), "caption": (50, 170)}


def corpus_path() -> Path | None:
    """The collection's file, where the environment names a folder that holds it."""
    folder = os.environ.get(ENVIRONMENT)
    path = Path(folder) / _FILE if folder else None
    return path if path is not None and path.is_file() else None


def modern(text: str) -> str:
    """Half-width figures and Latin letters, a dash of two, a decimal point for the raised one."""
    text = re.sub(r"—{3,}", "——", text).replace("∶", "：").replace("『", "“").replace("』", "”")
    text = text.translate(_HALF)
    text = re.sub(r"(?<=\d)·(?=\d)", ".", text)
    return text.replace(",", "，").replace(";", "；")


class Corpus:
    """Stories drawn at random from the collection at `path`."""

    name = "corpus"

    def __init__(self, path: Path) -> None:
        self._pairs: Counter[str] = Counter()
        self._stories: dict[str, list[Story]] = {size: [] for size in _SIZES}
        with path.open(encoding="utf-8") as rows:
            for row in rows:
                data = json.loads(row)
                story = _story(data["title"], data["paragraphs"])
                if story is None:
                    continue
                for paragraph in story.paragraphs:
                    text = paragraph.text
                    self._pairs.update(text[i : i + 2] for i in range(len(text) - 1))
                for size, (low, high) in _SIZES.items():
                    if low <= story.length <= high and (size != "caption" or len(story.paragraphs) == 1):
                        self._stories[size].append(story)

    def story(self, rng: random.Random, size: str) -> Story:
        """A story of the size wanted, its title split where the collection ran two lines together."""
        story = rng.choice(self._stories[size])
        title = story.title
        dash = title.find("——")
        if dash >= 4 and len(title) - dash >= 6 and rng.random() < 0.7:
            return replace(story, title=title[:dash], subtitle=title[dash:], cut=self._cut(title[:dash]))
        if len(title) <= 16 or rng.random() < 0.2:
            return replace(story, cut=self._cut(title))
        cut = self._cut(title)
        head, rest = title[:cut].rstrip("，：—"), title[cut:].lstrip("，—")
        if len(head) >= max(len(rest), 12) or len(head) <= 4:
            return replace(story, title=rest, kicker=head, cut=self._cut(rest))
        return replace(story, title=f"{head} {rest}")

    def _cut(self, title: str) -> int:
        """Where a long title most likely had its line end: its rarest pair of characters near the middle."""
        low, high = max(2, len(title) // 3), min(len(title) - 2, 2 * len(title) // 3 + 1)
        for mark in "，——":
            if low <= title.find(mark) < high:
                return title.find(mark)
        inside = [i for i in range(low, high) if not (title[i].isascii() and title[i - 1].isascii())]
        inside = [i for i in inside if title[i] not in "”’》、，：" and title[i - 1] not in "“‘《"] or [
            len(title) // 2
        ]
        return min(inside, key=lambda i: (self._pairs[title[i - 1 : i + 1]], abs(2 * i - len(title))))


def _story(title: str, texts: list[str]) -> Story | None:
    """The article as the typesetter needs it; None where its own signs would contradict the labels."""
    paragraphs: list[Paragraph] = []
    for at, raw in enumerate(texts):
        text = modern(raw)
        if at == 0:
            text = _REPORTER.sub("", _OPENING.sub("", text)).lstrip("：，）")
        if at == len(texts) - 1:
            text = _SIGNATURE.sub("", text)
        if not text or _OWN_SIGNS.search(text):
            return None
        if text.endswith(_SENTENCE_END):
            paragraphs.append(Paragraph(text))
        elif 4 <= len(text) <= 14 and 0 < at < len(texts) - 1 and "，" not in text[-1]:
            paragraphs.append(Paragraph(text, subhead=True))
        else:
            return None
    headline = modern(title)
    if not 5 <= len(headline) <= 36 or not paragraphs or paragraphs[-1].subhead:
        return None
    if any(a.subhead and b.subhead for a, b in itertools.pairwise(paragraphs)):
        return None
    kind: Kind = "report"
    return Story(headline, tuple(paragraphs), kind)
