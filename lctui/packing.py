"""Pages on their way from one process to another, as bytes.

Pickle writes and rebuilds every value by itself, which for the thousand values of a page costs a fifth of
what reading it does. Here values of one class become columns, one a field, which `marshal` writes, and all
of them are built at once on the other side. Both sides must be the same program on the same Python.
"""

from __future__ import annotations

import datetime
import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain, islice
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from lctui.frozen import build

_FORMAT = 4
"""Of marshal: one that writes a text that many values share once."""

Get = Callable[[Any], Any]


def pack(values: Sequence[object], kinds: Sequence[type]) -> bytes:
    """`values`, each of one of the classes `kinds`, as bytes.

    The classes are frozen, slotted dataclasses whose fields hold what marshal knows, dates, or tuples of
    further such values. Raises ValueError for anything else.
    """
    places = [kinds.index(type(value)) for value in values]
    columns = [
        _columns(kind, [value for value, own in zip(values, places, strict=True) if own == place])
        for place, kind in enumerate(kinds)
    ]
    return marshal.dumps((places, columns), _FORMAT)


def unpack(data: bytes, kinds: Sequence[type]) -> list[Any]:
    """The values that `pack` made bytes of, in their order."""
    places, columns = marshal.loads(data)
    built = [iter(_built(kind, packed)) for kind, packed in zip(kinds, columns, strict=True)]
    return [next(built[place]) for place in places]


@cache
def _fields(kind: type) -> list[tuple[Get, type | None]]:
    """How each field of a class is read, and the class of what stands in it."""
    hints = get_type_hints(kind)
    found: list[tuple[Get, type | None]] = []
    for field in fields(kind):
        inside = [
            one
            for one in get_args(hints[field.name])
            if isinstance(one, type) and (is_dataclass(one) or one is datetime.date)
        ]
        inner = inside[0] if inside else None
        found.append((attrgetter(field.name), inner))
    return found


def _columns(kind: type, values: Sequence[object]) -> tuple[int, list[Any]]:
    columns: list[Any] = []
    for get, inner in _fields(kind):
        column: list[Any] = list(map(get, values))
        if inner is datetime.date:
            column = [day and day.toordinal() for day in column]
        elif inner is not None:
            column = [list(map(len, column)), _columns(inner, list(chain.from_iterable(column)))]
        columns.append(column)
    return len(values), columns


def _built(kind: type, packed: tuple[int, list[Any]]) -> list[Any]:
    count, columns = packed
    found: list[Iterable[Any]] = []
    for (_, inner), column in zip(_fields(kind), columns, strict=True):
        filled: Iterable[Any] = column
        if inner is datetime.date:
            filled = [day and datetime.date.fromordinal(day) for day in column]
        elif inner is not None:
            rest = iter(_built(inner, column[1]))
            filled = [tuple(islice(rest, size)) for size in column[0]]
        found.append(filled)
    return build(kind, count, found)
