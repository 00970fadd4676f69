"""Look B: OCR, headline first, one paragraph a line.

A blank stands wherever the printed line ended, punctuation is half-width, quotation marks are
straight, and every line of the dump is followed by an empty one. A column's end cuts a paragraph in
two; between the halves may lie the second half of the headline, another article's headline, or
furniture. What the recogniser missed is missing: ends of paragraphs, closing marks.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import laying
from .desk import (
    Dice,
    Opening,
    columns,
    dispatch_opening,
    folio,
    opened,
    place_opening,
    reporter_opening,
    signed,
)
from .setting import halves
from .sheet import BLANK, Entry, Line, Sheet
from .stories import COLUMNS, COMMENTARY_COLUMNS, Paragraph, people

RATES: dict[str, float] = {
    "headline-last": 0.06,
    "two-line-headline": 0.25,
    "headline-halves": 0.2,
    "column-label": 0.1,
    "two-line-byline": 0.12,
    "spaced-byline": 0.12,
    "wide-byline-blanks": 0.05,
    "other-byline-mark": 0.08,
    "dispatch": 0.1,
    "picture-story": 0.6,
    "lead-above-byline": 0.08,
    "column-cut": 0.15,
    "cut-figure": 0.15,
    "cut-over-headline": 0.08,
    "cut-over-furniture": 0.05,
    "tail-joined": 0.25,
    "gap": 0.25,
    "uneven-columns": 0.1,
    "lost-mark": 0.06,
    "misread": 0.06,
    "full-width-marks": 0.12,
    "no-indents": 0.1,
    "stray-blank": 0.8,
    "qr-caption": 0.35,
    "folio": 0.6,
}
_HALF = str.maketrans("，；：（）！？“”‘’％", ",;:()!?\"\"''%")


def ocr(text: str, rng: random.Random, *, stray: float) -> str:
    """The characters as the recogniser gives them: half-width marks, straight quotes, stray blanks."""
    out: list[str] = []
    for ch in text.translate(_HALF):
        out.append(ch)
        if ch in ",;!?:" and rng.random() < stray:
            out.append(" ")
    return "".join(out)


def page_b(sheet: Sheet, dice: Dice) -> None:
    """Typeset the stories of a sheet in look B."""
    rng = dice.rng
    stray = 0.1 if dice.page("stray-blank", sheet) else 0.0
    last = dice.page("headline-last", sheet)
    wide = dice.page("full-width-marks", sheet)
    dice.page("no-indents", sheet)
    out: list[Line] = []
    if dice.page("folio", sheet):
        out.append(Line(folio(rng, sheet), "furniture"))
    laid = [_article(sheet, at, dice, last=last) for at in range(len(sheet.entries))]
    for at, (head, byline, pieces) in enumerate(laid):
        lead: list[Line] = []
        if len(pieces) > 0 and not last and byline and dice.article("lead-above-byline", sheet.entries[at]):
            lead = _cut_lead(pieces)
            if not lead:
                sheet.entries[at].accidents.discard("lead-above-byline")
        if last:
            order = [*byline, *itertools.chain.from_iterable(pieces), *head]
        else:
            order = [*head, *lead, *byline, *itertools.chain.from_iterable(pieces)]
        out += order
        if dice.page("qr-caption", sheet) and rng.random() < 0.4:
            out.append(Line(rng.choice(laying.FURNITURE), "furniture"))
    if not last:
        _lay_over(sheet, out, dice)
    sheet.lines += [BLANK] * rng.choice((0, 2))
    for line in out:
        if line.role in ("body", "sub", "head", "byline") and not wide:
            line.text = ocr(line.text, rng, stray=stray if line.role == "body" else 0.0)
        if line.role == "furniture" and sheet.lines and rng.random() < 0.5:
            sheet.lines += [BLANK, BLANK]
        sheet.lines += [line, BLANK]
    sheet.lines.pop()


def _article(
    sheet: Sheet, index: int, dice: Dice, *, last: bool
) -> tuple[list[Line], list[Line], list[list[Line]]]:
    """Headline, byline, and the body a column at a time."""
    entry = sheet.entries[index]
    rng = dice.rng
    feature = entry.story.length > 560 or entry.kind == "commentary"
    picture = entry.kind == "photo" and dice.article("picture-story", entry)
    opening, byline = _signature(entry, index, dice, feature, unsigned=not last)
    if dice.article("misread", entry):
        entry.story = replace(entry.story, paragraphs=tuple(_misread(p, rng) for p in entry.story.paragraphs))
    paragraphs = opened(entry.story.paragraphs, opening)
    if picture:
        text = "▶" + paragraphs[0][0].text
        paragraphs[0] = (Paragraph(text), Line("", "body", opens=text, signs=paragraphs[0][1].signs))
    title = entry.story.title
    divisible = " " in title or "，" in title or len(title) >= 14
    halved = entry.kind != "photo" and not last and divisible and dice.article("headline-halves", entry)
    if halved:  # two halves leave no room for a subtitle
        entry.story = replace(entry.story, subtitle="")
    cut = feature or halved or dice.article("column-cut", entry)
    measure = float(rng.randint(17, 20) if cut else rng.randint(22, 27))
    uneven = dice.article("uneven-columns", entry) if cut else False
    set_columns = columns(
        index, paragraphs, _measures(rng, measure, uneven=uneven), _heights(rng, cut),
        room_before=0.0 if "no-indents" in sheet.accidents else 2.0,
        cut_figures=dice.rates["cut-figure"],
        unruly="unruly-breaks" in sheet.accidents, entry=entry, rng=rng,
    )  # fmt: skip
    pieces = _recognised(set_columns, entry, dice, gaps=not cut)
    head, second = _headline(entry, index, dice, halved=halved and len(pieces) > 1)
    if second:
        at = rng.randint(1, len(pieces) - 1)
        pieces.insert(at, [second])
    elif halved:
        entry.accidents.discard("headline-halves")
    return head, byline, pieces


def _misread(paragraph: Paragraph, rng: random.Random) -> Paragraph:
    """An opening mark not seen, a closing one taken for a dash: 关键”， → 关键-，."""
    places = [at for at, ch in enumerate(paragraph.text) if ch in "“”" and at]
    if not places or paragraph.subhead:
        return paragraph
    at = rng.choice(places)
    instead = "-" if paragraph.text[at] == "”" else ""
    return Paragraph(paragraph.text[:at] + instead + paragraph.text[at + 1 :])


def _signature(
    entry: Entry, index: int, dice: Dice, feature: bool, *, unsigned: bool
) -> tuple[Opening, list[Line]]:
    """The opening of the body and the byline lines; sets the entry's people and place."""
    rng = dice.rng
    if entry.kind == "commentary":
        staff = people(rng, 1, 2)
        ways = [("记者", "□ {}"), ("记者", "□ {}"), ("评论员", "□ 本报评论员 {}")]
        role, text = rng.choice([*ways, ("", "")] if unsigned else ways)
        if role:
            entry.people = {role: staff}
        else:
            entry.accidents.add("unsigned")
        return Opening(), [Line(text.format(" ".join(staff)), "byline", index)] if role else []
    if entry.kind == "report" and dice.article("dispatch", entry):
        opening = rng.choice((dispatch_opening, reporter_opening))(rng)
        entry.people, entry.place = dict(opening.people), opening.place
        return opening, []
    staff = people(rng, 1, 2)
    spaced = dice.article("spaced-byline", entry)
    entry.people = {"记者": staff}
    one = signed(staff, "本报记者" if feature else "记者", rng, spaced=False)
    if spaced:
        one = one.split(" ")[0] + " " + "  ".join(" ".join(n) if len(n) == 2 else n for n in staff)
    second = ""
    if rng.random() < (0.3 if feature else 0.8) or dice.rates["two-line-byline"] >= 1:
        others = people(rng, 1, 2)
        entry.people["通讯员"] = others
        second = f"{'本报' if feature else ''}通讯员 {' '.join(others)}"
    mark, tail = ("□ ", "") if feature else ("□", " 报道")
    if second and dice.article("two-line-byline", entry):
        texts = [mark + one, second + tail]
    else:
        texts = [f"{mark}{one}{' ' + second if second else ''}{tail}"]
    opening = Opening()
    if not feature and entry.kind == "report" and rng.random() < 0.9:
        opening = place_opening(rng)
        entry.place = opening.place
    return opening, [Line(text, "byline", index) for text in texts]


def _headline(entry: Entry, index: int, dice: Dice, *, halved: bool) -> tuple[list[Line], Line | None]:
    """The headline's lines, and the half that is printed elsewhere, if any."""
    story, rng = entry.story, dice.rng
    out: list[Line] = []
    if entry.kind == "photo" and "picture-story" not in entry.accidents:
        entry.accidents.add("caption")
        return [], None
    if entry.kind == "commentary" and ("unsigned" in entry.accidents or rng.random() < 0.7):
        label = rng.choice(("", "", "", "┌₩ ", "■ ")) + rng.choice(COMMENTARY_COLUMNS)
        out.append(Line(label, "head", index, "L"))
        entry.accidents.add("commentary-label")
    elif dice.article("column-label", entry):
        out.append(Line(rng.choice(COLUMNS), "head", index, "L"))
    if story.kicker:
        out.append(Line(story.kicker, "head", index, "K"))
        entry.accidents.add("kicker")
    one, two = halves(story.title, story.cut) if len(story.title) >= 8 else (story.title, "")
    second = None
    if halved and two:
        titles, second = [one], Line(two, "head", index, "T")
    elif two and not story.kicker and dice.article("two-line-headline", entry):
        titles = [one, two]
    else:
        titles = [f"{one} {two}" if two and len(story.title) > 13 and rng.random() < 0.6 else story.title]
    out += [Line(title, "head", index, "T") for title in titles]
    if story.subtitle:
        out.append(Line(story.subtitle, "head", index, "S"))
        entry.accidents.add("subtitle")
    return out, second


def _recognised(
    set_columns: Sequence[list[Line]], entry: Entry, dice: Dice, *, gaps: bool
) -> list[list[Line]]:
    """Columns of set lines as the recogniser gives them: one line a paragraph and column."""
    rng = dice.rng
    pieces: list[list[Line]] = []
    for number, column in enumerate(set_columns):
        piece: list[Line] = []
        joined = False
        for line in column:
            starts = line.opens is not None or line.role == "sub"
            tail = number > 0 and len(piece) == 1 and piece[0].role == "body" and piece[0].opens is None
            joins = tail and line.opens is not None and dice.article("tail-joined", entry)
            if joins and not joined and _join_text(pieces, line):
                joined = True
                piece[-1].text += " " + line.text
            elif starts or not piece or piece[-1].role == "sub":
                piece.append(line)
            else:
                piece[-1].text += " " + line.text
        if piece:
            pieces.append(piece)
    if gaps:
        for piece in pieces:
            for line, following in itertools.zip_longest(piece, piece[1:]):
                shown = line.text.split(" ")
                if line.opens is None or line.signs or len(shown) < 3 or rng.random() > dice.rates["gap"] / 2:
                    continue
                if following is not None and following.opens is None:
                    continue
                line.text = line.text[: line.text.rindex(" ")]
                line.opens, line.gap = line.text, True
                entry.accidents.add("gap")
    for piece in pieces:
        for line in piece:
            whole = line.opens is not None and line.opens.replace(" ", "") == line.text.replace(" ", "")
            if whole and line.text.endswith("。") and rng.random() < dice.rates["lost-mark"]:
                line.text = line.text[:-1]
                line.opens = line.text
                entry.accidents.add("lost-mark")
    return pieces


def _join_text(pieces: list[list[Line]], line: Line) -> bool:
    """A paragraph that the recogniser joined to the one before it is read as that one's text."""
    for piece in reversed(pieces):
        for earlier in reversed(piece):
            if earlier.opens is not None:
                earlier.opens += line.opens or ""
                line.opens = None
                return True
    return False


def _cut_lead(pieces: list[list[Line]]) -> list[Line]:
    """Take the first paragraph, where it is whole, so that it can be set above the byline."""
    first = pieces[0]
    if len(first) < 2 or first[1].opens is None or first[0].gap or first[0].text.startswith("本报"):
        return []
    return [first.pop(0)]


def _lay_over(sheet: Sheet, out: list[Line], dice: Dice) -> None:
    """Lay another article's headline, or furniture, between the halves of a cut paragraph."""
    rng = dice.rng
    for at in range(len(out) - 1, 0, -1):
        line = out[at]
        if line.role != "body" or line.opens is not None or out[at - 1].role != "body":
            continue
        entry = sheet.entries[line.story]
        if dice.article("cut-over-furniture", entry):
            out.insert(at, Line(rng.choice(laying.FURNITURE), "furniture"))
            continue
        start = next((i for i in range(at, len(out)) if out[i].story not in (-1, line.story)), None)
        if start is None or out[start].role != "head":
            continue
        if any("headline-halves" in sheet.entries[out[n].story].accidents for n in (at, start)):
            continue  # one headline out of place is enough
        if not dice.article("cut-over-headline", entry):
            continue
        end = start
        while out[end].role == "head" and out[end].story == out[start].story:
            end += 1
        if end >= len(out) or not (out[end].role == "byline" or out[end].signs):
            entry.accidents.discard("cut-over-headline")  # nothing would say where its article begins
            continue
        heading = out[start:end]
        del out[start:end]
        out[at:at] = heading


def _measures(rng: random.Random, measure: float, *, uneven: bool) -> Iterator[float]:
    """Every column as wide as the first, or one beside a picture narrower."""
    while True:
        yield measure
        if uneven and rng.random() < 0.5:
            yield measure - rng.randint(2, 6)


def _heights(rng: random.Random, cut: bool) -> Iterator[int]:
    while True:
        yield (rng.randint(8, 40) if rng.random() < 0.85 else rng.randint(1, 7)) if cut else 10_000
