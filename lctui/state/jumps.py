"""The jump list: where the reader came from, and forward again, as in vim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lctui.quoting.quote import Position


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article."""

    article_id: str
    position: Position


class JumpList:
    """Places jumped from, oldest first, and where in the list the reader is.

    A place of a paragraph already in the list moves to its end instead of standing there twice.
    """

    SIZE = 100

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._places: list[Place] = []
        self._at = 0
        for place in places:
            self.push(place)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places, oldest first."""
        return tuple(self._places)

    def push(self, place: Place) -> None:
        """Note where a jump starts; the reader is then past the newest place."""
        self._drop(place)
        self._places = [*self._places, place][-self.SIZE :]
        self._at = len(self._places)

    def back(self, here: Place) -> Place | None:
        """The place before, None at the oldest. From the end of the list, `here` is noted to come back to."""
        if self._at == len(self._places):
            self.push(here)
            if len(self._places) == 1:
                return None
            self._at = len(self._places) - 1
        if self._at == 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> Place | None:
        """The place after, None at the newest."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]

    def _drop(self, place: Place) -> None:
        self._places = [
            known
            for known in self._places
            if (known.article_id, known.position.paragraph) != (place.article_id, place.position.paragraph)
        ]
