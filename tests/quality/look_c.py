"""Look C: PDF text order, articles that open with 本报讯（记者 …） and have no byline of their own.

Paragraphs have no indent (or one blank before the first); blank lines stand at paragraph ends, or
between all the lines of a paragraph, and where a column ends. Figures have blanks around them in some
paragraphs. A caption ends in ■ and its author. A box printed twice over, for its weight, comes out
with doubled characters.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import replace

from . import laying
from .desk import Dice, Opening, columns, dispatch_opening, end_signature, folio, reporter_opening
from .setting import NOT_LAST, halves, letter_spaced, take_line
from .sheet import BLANK, Entry, Line, Sheet
from .stories import COLUMNS, Paragraph, people, simple

RATES: dict[str, float] = {
    "headline-first": 0.12,
    "two-line-headline": 0.2,
    "spaced-headline": 0.12,
    "column-label": 0.04,
    "dispatch": 0.12,
    "end-signature": 0.05,
    "untitled": 0.03,
    "blank-every-line": 0.3,
    "column-cut": 0.45,
    "cut-figure": 0.1,
    "spaced-figures": 0.3,
    "one-blank-indent": 0.12,
    "no-blank-between": 0.2,
    "two-then-two": 0.05,
    "box": 0.35,
    "letter-spaced": 0.1,
    "folio": 0.2,
    **laying.RATES,
}
_FIGURE = re.compile(
    r"[0-9]+(?:\.[0-9]+)?%?(?:[亿万千百]*(?:余|多)?(?:元|吨|公里|人次|平方米|[个户处次人场项件倍位年月日家名亩岁]))?"
)
_RUN = re.compile(r"[0-9]+|[A-Za-z]+|[一-鿿]+|.", re.S)


def doubled(text: str) -> str:
    """Each run of one kind of character twice: 2.5亿元 → 22..55亿元亿元."""
    return "".join(run * 2 for run in _RUN.findall(text))


def page_c(sheet: Sheet, dice: Dice) -> None:
    """Typeset the stories of a sheet in look C."""
    rng = dice.rng
    first = dice.page("headline-first", sheet)
    if dice.page("folio", sheet):
        sheet.lines += [Line(folio(rng, sheet), "furniture"), BLANK]
    blocks: list[list[Line]] = []
    boxes: list[list[Line]] = []
    parts = [
        (_headline(entry, at, dice), _article(sheet, at, dice)) for at, entry in enumerate(sheet.entries)
    ]
    laying.lay_over(sheet, parts, dice, first=first)
    at = 0
    while at < len(parts):
        group = [at]
        both = at + 1 < len(parts) and bool(parts[at][0]) and bool(parts[at + 1][0])
        if both and not first and dice.article("two-then-two", sheet.entries[at]):
            sheet.entries[at + 1].accidents.add("two-then-two")
            group.append(at + 1)
        heads = [line for index in group for line in (*parts[index][0], BLANK) if parts[index][0]]
        bodies = [line for index in group for line in (*parts[index][1], BLANK) if parts[index][1]]
        block = [*heads, *bodies] if first else [*bodies, *heads]
        if block and (heads or first) and dice.article("no-blank-between", sheet.entries[group[-1]]):
            block.pop()
        blocks.append(block)
        for index in group:
            entry = sheet.entries[index]
            if entry.kind == "report" and (box := _box(entry, index, dice)):
                boxes.append(box)
        at += len(group)
    for box in boxes[:1]:
        at = rng.choice((0, 0, rng.randint(0, len(blocks) - 1)))
        blocks.insert(at, [*box, *([BLANK] if rng.random() < 0.5 else [])])
    for box in boxes[1:]:
        sheet.entries[box[0].story].accidents.discard("box")
    sheet.lines += itertools.chain.from_iterable(blocks)
    sheet.lines += [BLANK] * rng.randint(0, 1)


def _headline(entry: Entry, index: int, dice: Dice) -> list[Line]:
    story, rng = entry.story, dice.rng
    if entry.kind == "photo" or (simple(story) and dice.article("untitled", entry)):
        return []
    parts: list[tuple[str, str]] = []
    if dice.article("column-label", entry):
        parts.append(("L", rng.choice(COLUMNS)))
    if story.kicker:
        parts.append(("K", story.kicker))
        entry.accidents.add("kicker")
    if not story.kicker and len(story.title) >= 12 and dice.article("two-line-headline", entry):
        parts += [("T", half) for half in halves(story.title, story.cut)]
    else:
        parts.append(("T", story.title))
    if story.subtitle:
        parts.append(("S", story.subtitle))
        entry.accidents.add("subtitle")
    spaced = dice.article("spaced-headline", entry)
    tight = rng.random() < 0.3
    out: list[Line] = []
    for part, text in parts:
        if out and not tight:
            out.append(BLANK)
        shown = _spaced_headline(text) if spaced and part == "T" and not out else text
        out.append(Line(shown, "head", index, part))
    return out


def _spaced_headline(text: str) -> str:
    """聊 城 市 首 届 新 春“ 法 治 文 化 节 ”暨: marks take half of the blanks themselves."""
    spaced = letter_spaced(text.replace(" ", ""), random.Random(0))
    return re.sub(r" ([“‘《（])", r"\1", re.sub(r"([”’》）]) ", r"\1", spaced))


def _article(sheet: Sheet, index: int, dice: Dice) -> list[Line]:
    entry, rng = sheet.entries[index], dice.rng
    if entry.kind == "photo":
        return _caption(entry, index, rng)
    if entry.kind == "commentary":
        entry.kind = "report"
    if dice.article("end-signature", entry):
        opening, text = Opening("本报讯 "), end_signature(entry.story.paragraphs, entry, rng)
        entry.story = replace(entry.story, paragraphs=tuple(text))
    else:
        opening = dispatch_opening(rng) if dice.article("dispatch", entry) else reporter_opening(rng)
        entry.people, entry.place = dict(opening.people), opening.place
    every = dice.article("blank-every-line", entry)
    cut = not every and (entry.story.length > 400 or dice.article("column-cut", entry))
    spaced = dice.article("spaced-figures", entry)
    indent = " " if dice.article("one-blank-indent", entry) else ""
    paragraphs = _paragraphs(entry, opening, rng, spaced=spaced)
    set_columns = columns(
        index, paragraphs, itertools.repeat(float(rng.randint(16, 20) if cut else rng.randint(28, 34))),
        _heights(rng, cut), spacing=dice.rates["letter-spaced"], cut_figures=dice.rates["cut-figure"],
        unruly="unruly-breaks" in sheet.accidents,
        entry=entry, rng=rng,
    )  # fmt: skip
    if len(set_columns[0]) > 1 and "）" not in set_columns[0][0].text and opening.people:
        entry.accidents.add("broken-opening")
    out: list[Line] = []
    blanks = rng.random() < 0.9
    for number, column in enumerate(set_columns):
        for at, line in enumerate(column):
            ends = at == 0 and number > 0
            if out and (
                every or ends or (line.opens is not None and blanks) or "sub" in (line.role, out[-1].role)
            ):
                out.append(BLANK)
            out.append(line)
    out[0].text = indent + out[0].text
    if "end-signature" in entry.accidents:
        out[-1].signs = True
    return out


def _paragraphs(
    entry: Entry, opening: Opening, rng: random.Random, *, spaced: bool
) -> list[tuple[Paragraph, Line]]:
    """The paragraphs, some of them with blanks around their figures."""
    out: list[tuple[Paragraph, Line]] = []
    for at, paragraph in enumerate(entry.story.paragraphs):
        text = opening.text + paragraph.text if at == 0 else paragraph.text
        shown = _space_figures(text, rng) if spaced and not paragraph.subhead and rng.random() < 0.7 else text
        line = Line("", "body", opens=text, signs=at == 0 and bool(opening.people))
        out.append((Paragraph(shown, paragraph.subhead), line))
        if paragraph.subhead:
            entry.accidents.add("subheads")
    return out


def _space_figures(text: str, rng: random.Random) -> str:
    """29日 → 29 日, blanks on the sides where a character stands."""
    text = re.sub(r"(?<=[一-鿿])(?=[0-9])", lambda _: " " if rng.random() < 0.85 else "", text)
    return re.sub(r"(?<=[0-9%])(?=[一-鿿])", lambda _: " " if rng.random() < 0.85 else "", text)


def _caption(entry: Entry, index: int, rng: random.Random) -> list[Line]:
    """A picture's caption, ending in ■ and its author."""
    entry.accidents.add("caption")
    text = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，{entry.story.paragraphs[0].text}"
    staff = people(rng, 1, 2)
    entry.people = {"记者": staff}
    sign = f" ■ {rng.choice(('本报记者 ', ''))}{' '.join(staff)}"
    measure = float(rng.choice((33, 36, 56, 60)))
    lines = columns(
        index, [(Paragraph(text), Line("", "body", opens=text + sign))], itertools.repeat(measure),
        itertools.repeat(99), entry=entry, rng=rng,
    )[0]  # fmt: skip
    lines[-1].text += sign
    lines[-1].signs = True
    return lines


def _box(entry: Entry, index: int, dice: Dice) -> list[Line]:
    """A summing-up box: clauses of the article that hold figures, their figures doubled."""
    rng = dice.rng
    clauses = [
        clause
        for paragraph in entry.story.paragraphs
        for clause in re.split(r"[，。；！？]|：(?![0-9])", paragraph.text)
        if 8 <= len(clause) <= 34 and _FIGURE.search(clause) and clause.count("“") == clause.count("”")
        and clause[0] not in NOT_LAST
    ]  # fmt: skip
    if len(clauses) < 2 or not dice.article("box", entry):
        return []
    out: list[Line] = []
    chosen = rng.sample(clauses, min(len(clauses), rng.randint(2, 4)))
    for at, clause in enumerate(chosen):
        marked = rng.random() < 0.75
        text = ("▶" if marked else "") + clause
        rest, measure = text, float(rng.randint(24, 32))
        while rest:
            line = take_line(rest, measure)
            whole = at == len(chosen) - 1 and not marked and line.last
            shown = doubled(line.text) if whole else _FIGURE.sub(lambda m: doubled(m.group()), line.text)
            out.append(Line(shown, "box", index, opens=line.text))
            rest = line.rest
            if rest and rng.random() < 0.5:
                out.append(BLANK)
        if rng.random() < 0.8:
            out.append(BLANK)
    while out and out[-1] is BLANK:
        out.pop()
    return out


def _heights(rng: random.Random, cut: bool) -> Iterator[int]:
    while True:
        yield rng.randint(9, 36) if cut else 10_000
