"""Known-item queries drawn from a collection: each has one article that it was made from.

The kinds are those by which readers search: a phrase of the body, words of the title, a slip, a word
typed by ear, traditional characters, pinyin, initials. Drawing is seeded, so that two runs ask the same.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lctui.model import Article, Issue, Paragraph

KINDS = ("phrase", "words", "one wrong", "homophone", "traditional", "pinyin", "initials")

_HAN_RUN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query, and the article it was drawn from."""

    kind: str
    query: str
    article_id: str


def corpus_path() -> Path | None:
    """The collection named by LCTUI_TEST_CORPUS, None where there is none."""
    folder = os.environ.get("LCTUI_TEST_CORPUS")
    path = Path(folder, "pfr1998.jsonl") if folder else None
    return path if path is not None and path.is_file() else None


def load(path: Path) -> list[tuple[Issue, Article]]:
    """The articles of a collection, one JSON object a line (id, date, title, paragraphs)."""
    articles = []
    for line in path.read_text("utf-8").splitlines():
        entry = json.loads(line)
        paragraphs = tuple(Paragraph("text", text, ()) for text in entry["paragraphs"])
        articles.append(_article(entry["id"], entry["title"], paragraphs, date.fromisoformat(entry["date"])))
    return articles


def recombine(
    articles: Sequence[tuple[Issue, Article]], count: int, seed: int = 1
) -> list[tuple[Issue, Article]]:
    """`count` articles: the given ones, then new ones of their paragraphs and of halves of their titles."""
    rng = random.Random(seed)
    made = list(articles[:count])
    paragraphs = [paragraph for _, article in articles for paragraph in article.paragraphs]
    titles = [article.title for _, article in articles]
    sizes = [len(article.paragraphs) for _, article in articles]
    while len(made) < count:
        first, second = rng.choice(titles), rng.choice(titles)
        title = first[: max(2, len(first) // 2)] + second[len(second) // 2 :]
        body = tuple(rng.choice(paragraphs) for _ in range(rng.choice(sizes)))
        day = date.fromordinal(date(1998, 1, 1).toordinal() + len(made) % 3650)
        made.append(_article(f"made-{len(made)}", title, body, day))
    return made


def draw(
    articles: Sequence[tuple[Issue, Article]], each: int, seed: int = 1998, kinds: Sequence[str] = KINDS
) -> list[KnownItem]:
    """`each` queries of every kind, made from text that stands in one article only.

    A text that several articles share (新华社北京, 图片新闻) is nobody's known item.
    """
    rng = random.Random(seed)
    bodies = "\n".join(article.text for _, article in articles)
    titles = [article.title for _, article in articles]
    alphabet = sorted({c for _, article in articles[:500] for c in article.text if _HAN_RUN.match(c)})
    makers: dict[str, Callable[[Article], str | None]] = {
        "phrase": lambda article: _phrase(article, bodies, rng),
        "words": lambda article: _words(article, titles, rng),
        "one wrong": lambda article: _one_wrong(_phrase(article, bodies, rng), alphabet, rng),
        "homophone": lambda article: _homophone(_phrase(article, bodies, rng), alphabet, rng),
        "traditional": lambda article: _traditional(_phrase(article, bodies, rng)),
        "pinyin": lambda article: _pinyin(article, titles, rng, initials=False),
        "initials": lambda article: _pinyin(article, titles, rng, initials=True),
    }
    items = []
    for kind in kinds:
        drawn = 0
        while drawn < each:
            article = rng.choice(articles)[1]
            if query := makers[kind](article):
                items.append(KnownItem(kind, query, article.id))
                drawn += 1
    return items


def _article(id: str, title: str, paragraphs: tuple[Paragraph, ...], day: date) -> tuple[Issue, Article]:
    article = Article(id=id, kind="report", title=title, paragraphs=paragraphs)
    return Issue(
        id=f"{id}-issue", source=id, encoding="utf-8", lines=(), articles=(article,), date=day
    ), article


def _alone(titles: Sequence[str], *parts: str) -> bool:
    """Whether only one title holds all `parts`."""
    holders = (title for title in titles if all(part in title for part in parts))
    return next(holders, None) is not None and next(holders, None) is None


def _phrase(article: Article, bodies: str, rng: random.Random) -> str | None:
    """Five to seven successive Chinese characters of the body."""
    size = rng.randint(5, 7)
    runs = [run for run in _HAN_RUN.findall(article.text) if len(run) >= size]
    if not runs:
        return None
    run = rng.choice(runs)
    start = rng.randrange(len(run) - size + 1)
    phrase = run[start : start + size]
    once = bodies.find(phrase, bodies.find(phrase) + 1) < 0
    return phrase if once else None


def _words(article: Article, titles: Sequence[str], rng: random.Random) -> str | None:
    """Three words of the title in any order."""
    from lctui.text.words import words

    found = [article.title[span.start : span.end] for span in words(article.title)]
    found = [word for word in dict.fromkeys(found) if len(word) > 1 and _HAN_RUN.fullmatch(word)]
    if len(found) < 3:
        return None
    chosen = rng.sample(found, 3)
    return " ".join(chosen) if _alone(titles, *chosen) else None


def _one_wrong(phrase: str | None, alphabet: list[str], rng: random.Random) -> str | None:
    if phrase is None:
        return None
    at = rng.randrange(len(phrase))
    wrong = rng.choice([c for c in rng.sample(alphabet, 5) if c != phrase[at]])
    return phrase[:at] + wrong + phrase[at + 1 :]


def _homophone(phrase: str | None, alphabet: list[str], rng: random.Random) -> str | None:
    """The phrase with a character replaced by a usual one of the same sound in the same word."""
    from pypinyin import lazy_pinyin

    if phrase is None:
        return None
    sounds = lazy_pinyin(phrase)
    at = rng.randrange(len(phrase))
    alike = [c for c in alphabet if c != phrase[at] and lazy_pinyin(c) == [sounds[at]]]
    return phrase[:at] + rng.choice(alike) + phrase[at + 1 :] if alike else None


def _traditional(phrase: str | None) -> str | None:
    from opencc import OpenCC

    traditional = OpenCC("s2t").convert(phrase) if phrase else None
    return traditional if traditional != phrase else None


def _pinyin(article: Article, titles: Sequence[str], rng: random.Random, *, initials: bool) -> str | None:
    """The pinyin, or its initials, of four or five successive characters of the title."""
    from pypinyin import Style, lazy_pinyin

    size = rng.randint(4, 5)
    runs = [run for run in _HAN_RUN.findall(article.title) if len(run) >= size]
    if not runs:
        return None
    run = rng.choice(runs)
    start = rng.randrange(len(run) - size + 1)
    if not _alone(titles, run[start : start + size]):
        return None
    # Read in the whole title: 长 is what its word makes it.
    style = Style.FIRST_LETTER if initials else Style.NORMAL
    return "".join(lazy_pinyin(run, style=style)[start : start + size])


def reciprocal_rank(ids: Sequence[str], wanted: str, depth: int = 10) -> float:
    """1 / the rank of the wanted article among the first `depth`, 0 where it is not among them."""
    return next((1 / rank for rank, id in enumerate(ids[:depth], 1) if id == wanted), 0.0)
