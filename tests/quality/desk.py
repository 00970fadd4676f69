"""What the looks share: chances of accidents, signatures and openings, folios, columns of lines."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .setting import letter_spaced, take_line
from .sheet import Entry, Line, Sheet
from .stories import PLACES, Paragraph, people, person

_WEEKDAYS = "一二三四五六日"


@dataclass(slots=True)
class Dice:
    """Chances of accidents, by name; one that strikes is noted on the article or the page it struck."""

    rng: random.Random
    rates: Mapping[str, float]

    def article(self, name: str, entry: Entry) -> bool:
        """Whether the accident happens to this article."""
        struck = self.rng.random() < self.rates[name]
        if struck:
            entry.accidents.add(name)
        return struck

    def page(self, name: str, sheet: Sheet) -> bool:
        """Whether the accident happens to the whole page."""
        struck = self.rng.random() < self.rates[name]
        if struck:
            sheet.accidents.add(name)
        return struck


@dataclass(frozen=True, slots=True)
class Opening:
    """How the first paragraph begins, and what it says about the writers and the place."""

    text: str = ""
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    place: str | None = None


def place_opening(rng: random.Random) -> Opening:
    """本报冠县讯, the writers being named elsewhere."""
    place = rng.choice(PLACES)
    return Opening(f"本报{place}讯 ", (), place)


def reporter_opening(rng: random.Random) -> Opening:
    """本报讯（记者 甲 乙 通讯员 丙）."""
    staff = people(rng, 1, 2)
    role = rng.choice(("见习记者", "实习记者", "特约记者")) if rng.random() < 0.06 else "记者"
    signed = f"{role} {' '.join(staff)}"
    who: list[tuple[str, tuple[str, ...]]] = [(role, staff)]
    if rng.random() < 0.35:
        others = people(rng, 1, 2)
        signed += f" 通讯员 {' '.join(others)}"
        who.append(("通讯员", others))
    place = rng.choice(PLACES) if rng.random() < 0.15 else None
    blank = rng.choice((" ", " ", "", "　"))
    left, right = "()" if rng.random() < 0.08 else "（）"
    return Opening(f"本报{place or ''}讯{left}{signed}{right}{blank}", tuple(who), place)


def dispatch_opening(rng: random.Random) -> Opening:
    """Other papers' and agencies' ways: 本报北京1月3日电 记者甲报道：, 新华社北京1月3日电（记者甲、乙）."""
    place, staff = rng.choice(PLACES), people(rng, 1, 2)
    day = f"{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    joined, who = rng.choice(("、", " ")).join(staff), (("记者", staff),)
    return Opening(
        *rng.choice(
            (
                (f"新华社{place}{day}电（记者{joined}）", who, place),
                (f"新华社{place}{day}电 （记者 {joined}）", who, place),
                (f"本报{place}{day}电（记者{joined}）", who, place),
                (f"本报{place}{day}电 记者{'、'.join(staff)}报道：", who, place),
                (f"本报{place}{day}讯（记者 {joined}）", who, place),
                (f"本报讯 记者{'、'.join(staff)}报道：", who, None),
                (f"据新华社{place}{day}电 ", (), place),
            )
        )
    )


def signed(names: Sequence[str], role: str, rng: random.Random, *, spaced: bool) -> str:
    """`记者 高田 张荔`, or letter-spaced: 记 者  高 田."""
    if not spaced:
        return f"{role} {' '.join(names)}"
    role = rng.choice((" ".join(role), role))
    shown = [" ".join(name) if len(name) == 2 and rng.random() < 0.6 else name for name in names]
    between = "  " if any(" " in name for name in shown) else " "
    return f"{role}{rng.choice(('  ', ' '))}{between.join(shown)}"


def folio(rng: random.Random, sheet: Sheet) -> str:
    """A folio line; what it says goes into the page's labels."""
    day = dt.date(rng.randint(1998, 2025), 1, 1) + dt.timedelta(days=rng.randint(0, 364))
    weekday, editor, number = f"星期{_WEEKDAYS[day.weekday()]}", person(rng), str(rng.randint(12, 19999))
    printed = f"{day.year}年{day.month}月{day.day}日"
    sheet.meta |= {"date": day.isoformat(), "weekday": weekday}
    if rng.random() < 0.6:
        sheet.meta |= {"editor": editor, "issue_number": number}
        desk = f" 热线电话:(0{rng.randint(10, 999)}){rng.randint(1000000, 8999999)} Email:news@163.com"
        mail = desk if rng.random() < 0.5 else ""
        return f"{printed} {weekday} 责任编辑 {editor} 第{number}期{mail}"
    if rng.random() < 0.5:
        sheet.meta |= {"editor": editor}
        return f"{printed} {weekday} 责编:{editor} 电话:{rng.randint(2000000, 8999999)}"
    return f"{printed} {weekday}"


def columns(
    story: int,
    paragraphs: Sequence[tuple[Paragraph, Line]],
    measures: Iterator[float],
    heights: Iterator[int],
    *,
    indent: str = "",
    room_before: float = 0.0,
    spacing: float = 0.0,
    cut_figures: float = 0.0,
    unruly: bool = False,
    entry: Entry,
    rng: random.Random,
) -> list[list[Line]]:
    """Set paragraphs one below the other in columns of given heights, each with its own measure.

    First lines begin with `indent`, or leave `room_before` ems that the recogniser does not write.
    Each paragraph comes with the line that opens it, whose `text` is ignored. `spacing` and
    `cut_figures` are chances, for a line set short to show its letter-spacing and for a figure to be
    broken at a column's end; `unruly` columns keep no prohibitions.
    """
    out: list[list[Line]] = [[]]
    measure, height = next(measures), next(heights)

    def room() -> None:
        nonlocal measure, height
        if len(out[-1]) >= height:
            out.append([])
            measure, height = next(measures), next(heights)

    for paragraph, opening in paragraphs:
        room()
        if paragraph.subhead:
            out[-1].append(Line(paragraph.text, "sub", story))
            continue
        rest, first, squeeze = paragraph.text, True, rng.random() < 0.3
        while rest:
            room()
            broken = len(out[-1]) == height - 1 and rng.random() < cut_figures
            width = (
                sum(1.0 if ch == "　" else 0.5 for ch in indent) * (2 if indent == "  " else 1) + room_before
                if first
                else 0.0
            )
            line = take_line(rest, measure, indent=width, squeeze=squeeze, unruly=unruly, cut_figures=broken)
            if broken and line.rest[:1].isdigit() and line.text[-1:].isdigit():
                entry.accidents.add("cut-figure")
            text = line.text if line.last else line.text.rstrip(" ")
            if not line.last and line.short >= 1.5 and rng.random() < spacing:
                text = letter_spaced(text, rng, whole=rng.random() < 0.7)
                entry.accidents.add("letter-spaced")
            if first:
                out[-1].append(Line(indent + text, "body", story, opens=opening.opens, signs=opening.signs))
            else:
                out[-1].append(Line(text, "body", story))
            rest, first = line.rest.lstrip(" ") if line.rest else "", False
    out = [column for column in out if column]
    entry.accidents.discard("column-cut")
    if any(column[0].role == "body" and column[0].opens is None for column in out):
        entry.accidents.add("column-cut")
    return out


def end_signature(paragraphs: Sequence[Paragraph], entry: Entry, rng: random.Random) -> list[Paragraph]:
    """The paragraphs with the writers named in brackets at the end: …。（记者 高田）."""
    staff = people(rng, 1, 2)
    entry.people = {"记者": staff}
    last = paragraphs[-1]
    sign = f"（{rng.choice(('记者', '本报记者'))}{rng.choice((' ', ''))}{' '.join(staff)}）"
    return [*paragraphs[:-1], Paragraph(last.text + sign, last.subhead)]


def photographer(text: str, entry: Entry, rng: random.Random) -> str:
    """A caption that ends in its photographer: …。 高田 摄."""
    names = people(rng, 1, 1)
    entry.people = {"摄": names}
    entry.accidents.add("photographer")
    return f"{text}{rng.choice((' ', '　', ' '))}{names[0]}{rng.choice((' ', ''))}摄"


def opened(story_paragraphs: Sequence[Paragraph], opening: Opening) -> list[tuple[Paragraph, Line]]:
    """The paragraphs with the opening set before the first, each with the line that will open it."""
    out: list[tuple[Paragraph, Line]] = []
    for at, paragraph in enumerate(story_paragraphs):
        text = (opening.text + paragraph.text) if at == 0 else paragraph.text
        signs = at == 0 and bool(opening.people)
        out.append((Paragraph(text, paragraph.subhead), Line("", "body", opens=text, signs=signs)))
    return out
