"""Look A: PDF text order, body first and headline after it.

Paragraphs are indented by two blanks; a blank line stands where a column ends, whatever it cuts; the
headline follows its body, its lines with blank lines between them. A signed feature has its byline
above the body with a blank line between, a brief has □记者 … 报道 directly above 本报冠县讯.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from . import laying
from .desk import (
    Dice,
    Opening,
    columns,
    dispatch_opening,
    end_signature,
    folio,
    opened,
    photographer,
    place_opening,
    reporter_opening,
    signed,
)
from .setting import halves, letter_spaced
from .sheet import BLANK, Entry, Line, Sheet
from .stories import COLUMNS, Paragraph, people, simple

RATES: dict[str, float] = {
    "headline-first": 0.15,
    "full-width-indent": 0.06,
    "two-line-headline": 0.55,
    "column-label": 0.05,
    "two-then-two": 0.08,
    "two-line-byline": 0.12,
    "spaced-byline": 0.12,
    "wide-byline-blanks": 0.05,
    "other-byline-mark": 0.08,
    "dispatch": 0.1,
    "untitled": 0.05,
    "narrow-then-wide": 0.08,
    "no-blank-between": 0.06,
    "letter-spaced": 0.7,
    "cut-figure": 0.15,
    "column-cut": 0.25,
    "photographer": 0.2,
    "spaced-headline": 0.05,
    "end-byline": 0.02,
    "end-signature": 0.03,
    "folio": 0.25,
    "trailing-blank": 0.04,
    **laying.RATES,
}


def page_a(sheet: Sheet, dice: Dice) -> None:
    """Typeset the stories of a sheet in look A."""
    rng = dice.rng
    first = dice.page("headline-first", sheet)
    blocks = [(_headline(sheet, at, dice), _article(sheet, at, dice)) for at in range(len(sheet.entries))]
    laying.lay_over(sheet, blocks, dice, first=first)
    with_folio = dice.page("folio", sheet)
    if with_folio and rng.random() < 0.5:
        sheet.lines += [Line(folio(rng, sheet), "furniture"), BLANK]
        with_folio = False
    at = 0
    while at < len(blocks):
        group = [at]
        both = at + 1 < len(blocks) and bool(blocks[at][0]) and bool(blocks[at + 1][0])
        if both and not first and dice.article("two-then-two", sheet.entries[at]):
            sheet.entries[at + 1].accidents.add("two-then-two")
            group.append(at + 1)
        heads = [line for index in group for line in blocks[index][0]]
        bodies = [line for index in group for line in (*blocks[index][1], BLANK) if blocks[index][1]]
        sheet.lines += [*heads, *bodies] if first else [*bodies, *heads]
        if (
            not heads
            and bodies
            and at + 1 < len(blocks)
            and dice.article("no-blank-between", sheet.entries[at])
        ):
            sheet.lines.pop()
        at += len(group)
    if with_folio:
        sheet.lines += [Line(folio(rng, sheet), "furniture")]
    if sheet.lines[0].role in ("byline", "body"):
        sheet.lines[0].text = " " + sheet.lines[0].text
    sheet.lines += [BLANK] * rng.randint(0, 2)


def _headline(sheet: Sheet, index: int, dice: Dice) -> list[Line]:
    """The headline's lines, each with a blank line after it; none for a caption."""
    entry = sheet.entries[index]
    story, rng = entry.story, dice.rng
    if entry.kind == "photo" or (simple(story) and dice.article("untitled", entry)):
        return []
    parts: list[tuple[str, str]] = []
    if dice.article("column-label", entry):
        parts.append(("L", rng.choice(COLUMNS)))
    if story.kicker:
        parts.append(("K", story.kicker))
        entry.accidents.add("kicker")
    if not story.kicker and len(story.title) >= 9 and dice.article("two-line-headline", entry):
        parts += [("T", half) for half in halves(story.title, story.cut)]
    else:
        parts.append(("T", story.title))
    if story.subtitle:
        parts.append(("S", story.subtitle))
        entry.accidents.add("subtitle")
    spaced = dice.article("spaced-headline", entry)
    out: list[Line] = []
    for part, text in parts:
        shown = letter_spaced(text, rng) if spaced and part == "T" and " " not in text else text
        out += [Line(shown, "head", index, part), BLANK]
    return out


def _article(sheet: Sheet, index: int, dice: Dice) -> list[Line]:
    """Byline and body, without the headline."""
    entry = sheet.entries[index]
    rng = dice.rng
    feature = entry.story.length > 560 or entry.kind == "commentary"
    indent = "　　" if dice.article("full-width-indent", entry) else "  "
    if entry.kind == "photo":
        entry.accidents.add("caption")
        if rng.random() < dice.rates["photographer"]:
            return _caption(entry, index, rng, signs=True)
        return [*_byline(entry, index, dice, brief=True), *_caption(entry, index, rng)]
    opening = Opening()
    byline: list[Line] = []
    paragraphs = list(entry.story.paragraphs)
    if entry.kind == "report" and dice.article("end-signature", entry):
        opening = Opening("本报讯 " if rng.random() < 0.5 else "")
        paragraphs = end_signature(paragraphs, entry, rng)
    elif entry.kind == "report" and dice.article("dispatch", entry):
        opening = rng.choice((dispatch_opening, reporter_opening))(rng)
        entry.people, entry.place = dict(opening.people), opening.place
    else:
        if not feature:
            opening = place_opening(rng) if rng.random() < 0.85 else Opening()
            entry.place = opening.place
        byline = _byline(entry, index, dice, brief=not feature)
    at_end = bool(byline) and dice.article("end-byline", entry)
    cut = feature or dice.article("column-cut", entry)
    narrow = dice.article("narrow-then-wide", entry)
    set_columns = columns(
        index,
        opened(paragraphs, opening),
        _measures(rng, feature, narrow),
        _heights(rng, cut or narrow),
        indent=indent,
        spacing=dice.rates["letter-spaced"],
        cut_figures=dice.rates["cut-figure"],
        unruly="unruly-breaks" in sheet.accidents,
        entry=entry,
        rng=rng,
    )
    out = [] if at_end else byline
    for number, column in enumerate(set_columns):
        if number:
            out.append(BLANK)
        for line in column:
            if line.role == "sub":
                out += [BLANK, line, BLANK] if out and out[-1] is not BLANK else [line, BLANK]
                entry.accidents.add("subheads")
            else:
                out.append(line)
    if "end-signature" in entry.accidents:
        out[-1].signs = True
    if dice.article("trailing-blank", entry) and out[-1].role == "body":
        out[-1].text += " "
    if at_end:
        out += [line for line in byline if line is not BLANK]
    return out


def _byline(entry: Entry, index: int, dice: Dice, *, brief: bool) -> list[Line]:
    """The byline above the body, and the blank line that follows it in a feature."""
    rng = dice.rng
    staff = people(rng, 1, 2)
    spaced = dice.article("spaced-byline", entry)
    if entry.kind == "commentary":
        entry.people = {"记者": staff}
        return [Line(f"  □ {' '.join(staff)}", "byline", index), BLANK]
    entry.people = {"记者": staff}
    second = ""
    if rng.random() < (0.75 if brief else 0.25) or dice.rates["two-line-byline"] >= 1:
        role = "实习生" if rng.random() < 0.1 else "通讯员"
        others = people(rng, 1, 3)
        entry.people[role] = others
        second = signed(others, role if brief else "本报" + role, rng, spaced=False)
    mark, tail = ("□", " 报道") if brief else ("□ ", "")
    one = signed(staff, "记者" if brief else "本报记者", rng, spaced=spaced)
    if second and dice.article("two-line-byline", entry):
        lines = [f"  {mark}{one}", f"{'  ' if brief else '    '}{second}{tail}"]
    else:
        lines = [f"  {mark}{one}{' ' + second if second else ''}{tail}"]
    out = [Line(text, "byline", index) for text in lines]
    return out if brief else [*out, BLANK]


def _caption(entry: Entry, index: int, rng: random.Random, *, signs: bool = False) -> list[Line]:
    """A picture's caption, in one long line or in lines three columns wide."""
    text = " ".join(p.text for p in entry.story.paragraphs[:1])
    text = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日，{text}" if rng.random() < 0.6 else text
    text = photographer(text, entry, rng) if signs else text
    measure = itertools.repeat(1000.0 if rng.random() < 0.5 else rng.choice((40.0, 48.0, 57.5)))
    lines = columns(
        index, [(Paragraph(text), Line("", "body", opens=text))], measure, itertools.repeat(99),
        indent="  ", entry=entry, rng=rng,
    )  # fmt: skip
    lines[0][-1].signs = signs
    return lines[0]


def _measures(rng: random.Random, feature: bool, narrow: bool) -> Iterator[float]:
    wide = float(rng.randint(17, 21) if feature else rng.randint(22, 30))
    if narrow:
        yield float(rng.randint(11, 14))
        wide = float(rng.randint(17, 20))
    yield from itertools.repeat(wide)


def _heights(rng: random.Random, cut: bool) -> Iterator[int]:
    while True:
        yield rng.randint(9, 46) if cut else 10_000
