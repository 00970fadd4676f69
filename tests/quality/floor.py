"""The floor under the figures: `floor.toml` holds what has been reached, and no change may lower it.

Pages are typeset from fixed seeds, so the figures are the same on every machine; they are kept to
three places, rounded down. After a change that raises them: `make quality` with `--write-floor`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping

from .figures import HERE, Measured

FLOOR = HERE / "floor.toml"
SECTIONS = ("grammar", "corpus")
_AT_MOST = frozenset({"lines_lost"})
_LEFT_OUT = frozenset({"extra_articles"})
"""Better and worse are not told apart by its sign, and `articles` says the same."""
_HEADER = """\
# What the reader reaches on the labelled pages ("seeds", "other papers") and on typeset pages, by look and
# source ("A corpus") and by accident ("A: kicker"); shares from 0 to 1, and no line may ever be lost.
# Written by `python -m tests.quality --write-floor`; groups measured with the collection at hand are under
# [corpus], those without it under [grammar].
"""


def read_floor(section: str) -> dict[str, dict[str, float]]:
    """Group → figure → the least (or, for counts, the most) allowed. `section`: "grammar" or "corpus"."""
    with FLOOR.open("rb") as file:
        data = tomllib.load(file)
    return data.get(section, {})


def below(table: Mapping[str, Mapping[str, float]], floor: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One sentence for every figure that is worse than the floor, or no longer measured."""
    out: list[str] = []
    for group, figures in floor.items():
        for name, bound in figures.items():
            value = table.get(group, {}).get(name)
            if value is None:
                out.append(f"{group}: {name} is no longer measured (floor {bound})")
            elif (value > bound) if name in _AT_MOST else (value < bound):
                out.append(f"{group}: {name} is {value:.4g}, the floor is {bound}")
    return out


def write_floor(tables: Mapping[str, Measured]) -> None:
    """Take figures as the new floor: section → what was measured for it."""
    rows = [_HEADER]
    for section, measured in tables.items():
        rows.append(f"\n[{section}]")
        for group, figures in sorted(measured.table().items(), key=lambda item: (":" in item[0], item[0])):
            kept = {name: _bound(name, value) for name, value in figures.items() if name not in _LEFT_OUT}
            rows.append(f'"{group}" = {{ {", ".join(f"{name} = {bound}" for name, bound in kept.items())} }}')
    FLOOR.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _bound(name: str, value: float) -> float | int:
    return 0 if name in _AT_MOST else math.floor(value * 1000 + 1e-9) / 1000
