"""Laying pages out: what stands between the halves of a paragraph that a column's end has cut."""

from __future__ import annotations

from .desk import Dice
from .sheet import BLANK, Line, Sheet
from .stories import WORDS

FURNITURE: list[str] = WORDS["furniture"]
RATES: dict[str, float] = {"cut-over-caption": 0.3, "cut-over-headline": 0.04, "cut-over-furniture": 0.03}


def lay_over(sheet: Sheet, parts: list[tuple[list[Line], list[Line]]], dice: Dice, *, first: bool) -> None:
    """Move a caption or a headline of a neighbour, or furniture, into a cut; `parts` are (head, body)."""
    for at, (_, body) in enumerate(parts):
        entry = sheet.entries[at]
        if "column-cut" not in entry.accidents or "blank-every-line" in entry.accidents:
            continue
        cuts = [
            n
            for n in range(1, len(body) - 1)
            if body[n] is BLANK
            and body[n - 1].role == body[n + 1].role == "body"
            and body[n + 1].opens is None
        ]
        if not cuts:
            continue
        cut = dice.rng.choice(cuts)
        following = parts[at + 1] if at + 1 < len(parts) else ([], [])
        neighbour = following if first else (parts[at - 1] if at else ([], []))
        caption = at + 1 < len(parts) and sheet.entries[at + 1].kind == "photo"
        if caption and dice.article("cut-over-caption", entry):
            moved = following[1]
        elif neighbour[0] and dice.article("cut-over-headline", entry):
            moved = neighbour[0]
        elif dice.article("cut-over-furniture", entry):
            moved = [Line(dice.rng.choice(FURNITURE), "furniture")]
        else:
            continue
        between = [*moved] if moved[-1] is BLANK else [*moved, BLANK]
        body[cut + 1 : cut + 1] = between
        moved.clear()
