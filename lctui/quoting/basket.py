"""One quote of the basket (摘抄本): the text carried away, its source, and the reader's note."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from lctui.quoting.quote import Position
from lctui.quoting.source import Source

_BEGINNING = Position(0, 0)


@dataclass(frozen=True, slots=True)
class BasketQuote:
    """A quote as it is kept. It holds its source whole, so that it can be cited when the page is gone.

    `at` is when it was taken, in seconds since 1970; `start` is where it begins in its article, to go
    back there.
    """

    id: str
    text: str
    source: Source
    at: float
    start: Position = _BEGINNING
    note: str = ""

    @property
    def time(self) -> datetime.datetime:
        """When it was taken, in local time."""
        return datetime.datetime.fromtimestamp(self.at).astimezone()

    def to_dict(self) -> dict[str, Any]:
        """The quote as JSON values, without its id."""
        return {
            "taken": self.at,
            "text": self.text,
            "note": self.note,
            "paragraph": self.start.paragraph,
            "offset": self.start.offset,
            "source": self.source.to_dict(),
        }

    @classmethod
    def from_dict(cls, id: str, record: dict[str, Any]) -> BasketQuote:
        """The quote that `to_dict` wrote. Raises KeyError, TypeError or ValueError where it is none."""
        if not isinstance(record["text"], str) or not isinstance(record["source"], dict):
            raise TypeError("text, source")
        try:
            quote = cls(
                id=id,
                text=record["text"],
                source=Source.from_dict(record["source"]),
                at=float(record["taken"]),
                start=Position(int(record.get("paragraph", 0)), int(record.get("offset", 0))),
                note=str(record.get("note", "")),
            )
            # Not every number is a moment that a calendar has.
            datetime.datetime.fromtimestamp(quote.at)
        except (OverflowError, OSError) as error:
            raise ValueError("taken, paragraph, offset") from error
        return quote
