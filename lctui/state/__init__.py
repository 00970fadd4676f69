"""What a reader leaves behind: reading positions, read and unread, bookmarks, jumps, the basket of quotes
(摘抄本), searches, choices. One small folder of files; see `files.py` for how they are kept safe.

Places are text offsets (article, paragraph, character), never screen lines, so that they survive a
change of size, measure or theme. Nothing here raises: what goes wrong is a sentence in
`State.take_problems`, and reading goes on.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lctui.quoting.basket import BasketQuote
from lctui.quoting.quote import Passage, Position, parts, passage_text
from lctui.quoting.source import source_of
from lctui.state.files import Problems, Record, RecordFile, at_of
from lctui.state.jumps import JumpList, Place

__all__ = ["BasketQuote", "Bookmark", "JumpList", "Place", "State", "state_folder"]


def state_folder(env: Mapping[str, str] | None = None) -> Path:
    """Where the state is kept: `$LCTUI_STATE_DIR`, else the platform's state folder for lctui."""
    env = os.environ if env is None else env
    if named := env.get("LCTUI_STATE_DIR"):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("lctui", appauthor=False)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place. `at` is when it was set, in seconds since 1970."""

    name: str
    article_id: str
    position: Position
    at: float


class State:
    """The reader's state. Every setter is seen at once, by this reader and by others.

    An article is named by what outlives a session, the store's key for it.

    Setters write to the disk, which takes some milliseconds, except `set_position`, which is called
    with every move: it waits for `flush`. Call the writing ones outside the event loop.
    """

    def __init__(self, folder: Path | None = None, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = state_folder() if folder is None else folder
        self._clock = clock
        self._problems = Problems()
        # Where the reader is and what he has read are kept apart: two readers then never set the same record.
        self._positions = self._file("positions", keep=50_000)
        self._read = self._file("read")
        self._bookmarks = self._file("bookmarks")
        self._jumps = self._file("jumps", keep=JumpList.SIZE)
        self._basket = self._file("basket")
        self._searches = self._file("searches", keep=500)
        self._choices = self._file("choices")
        marks = (self._positions, self._read, self._bookmarks, self._jumps)
        self._files = (*marks, self._basket, self._searches, self._choices)

    def _file(self, name: str, keep: int | None = None) -> RecordFile:
        return RecordFile(self.folder / f"{name}.json", self._problems, keep)

    def take_problems(self) -> tuple[str, ...]:
        """Sentences about what could not be read or written since the last call; each is told once."""
        return self._problems.take()

    @property
    def unwritten(self) -> bool:
        """Whether there is anything for `flush` to write."""
        return any(file.unwritten for file in self._files)

    def flush(self) -> bool:
        """Write everything that is not yet on the disk; whether that went well."""
        written = [file.flush() for file in self._files]
        return all(written)

    # Positions, read and unread

    def position(self, article_id: str) -> Position | None:
        """Where the reader was in an article; None where it was never opened."""
        return _position(self._positions.records().get(article_id, {}))

    def set_position(self, article_id: str, position: Position, *, write: bool = False) -> None:
        """Note where the reader is in an article."""
        self._positions.put({article_id: _place(position)}, self._clock(), write=write)

    def last_article(self) -> str | None:
        """The article read last, None where none was."""
        records = self._positions.records()
        return max(records, key=lambda id: at_of(records[id]), default=None)

    def is_read(self, article_id: str) -> bool:
        """Whether an article is marked as read."""
        return article_id in self._read.records()

    def read_articles(self) -> frozenset[str]:
        """The ids of all articles marked as read."""
        return frozenset(self._read.records())

    def mark_read(self, article_id: str, read: bool = True, *, write: bool = True) -> None:
        """Mark an article as read, or as unread."""
        self._read.put({article_id: {} if read else None}, self._clock(), write=write)

    # Bookmarks

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """All bookmarks, by name."""
        found = []
        for name, record in self._bookmarks.records().items():
            position = _position(record)
            if position is not None and isinstance(record.get("article"), str):
                found.append(Bookmark(name, record["article"], position, at_of(record)))
        return tuple(sorted(found, key=lambda mark: mark.name))

    def bookmark(self, name: str) -> Bookmark | None:
        """The bookmark of that name."""
        return next((mark for mark in self.bookmarks() if mark.name == name), None)

    def set_bookmark(self, name: str, article_id: str, position: Position) -> None:
        """Set a bookmark; one of the same name is moved."""
        self._bookmarks.put({name: {"article": article_id, **_place(position)}}, self._clock())

    def remove_bookmark(self, name: str) -> None:
        """Remove a bookmark, if there is one of that name."""
        self._bookmarks.put({name: None}, self._clock())

    # Jumps

    def jump_list(self) -> JumpList:
        """The jump list as it was left."""
        records = sorted(self._jumps.records().values(), key=at_of)
        places = [(record.get("article"), _position(record)) for record in records]
        return JumpList(Place(id, at) for id, at in places if isinstance(id, str) and at is not None)

    def add_jump(self, place: Place, *, write: bool = False) -> None:
        """Note a place jumped from, for the next start."""
        key = f"{place.article_id}#{place.position.paragraph}"
        self._jumps.put(
            {key: {"article": place.article_id, **_place(place.position)}}, self._clock(), write=write
        )

    # The basket

    def basket(self) -> tuple[BasketQuote, ...]:
        """The quotes, in the order they were taken."""
        found = []
        for id, record in self._basket.records().items():
            try:
                found.append(BasketQuote.from_dict(id, record))
            except (KeyError, TypeError, ValueError):
                # A record of another make stays in the file untouched; it is only not shown.
                continue
        return tuple(sorted(found, key=lambda quote: (quote.at, quote.id)))

    def add_quote(self, passage: Passage, note: str = "") -> BasketQuote:
        """Put a passage into the basket, with its source."""
        touched = parts(passage)
        start = Position(0, 0)
        if touched:
            index = next(n for n, p in enumerate(passage.article.paragraphs) if p is touched[0][0])
            start = Position(index, touched[0][1])
        quote = BasketQuote(
            id=uuid.uuid4().hex,
            text=passage_text(passage),
            source=source_of(passage.issue, passage.article),
            at=self._clock(),
            start=start,
            note=note,
        )
        self.put_quote(quote)
        return quote

    def put_quote(self, quote: BasketQuote) -> None:
        """Set a quote as it is: to change its note, or to bring back one that was removed."""
        self._basket.put({quote.id: quote.to_dict()}, self._clock())

    def remove_quote(self, quote_id: str) -> None:
        """Take a quote out of the basket, if it is there."""
        self._basket.put({quote_id: None}, self._clock())

    # Searches and choices

    def searches(self) -> tuple[str, ...]:
        """Earlier queries, the newest first; each once."""
        records = self._searches.records()
        return tuple(sorted(records, key=lambda query: at_of(records[query]), reverse=True))

    def add_search(self, query: str, *, write: bool = True) -> None:
        """Note a query; a blank one is not noted."""
        if query.strip():
            self._searches.put({query.strip(): {}}, self._clock(), write=write)

    def choice(self, name: str) -> Any:
        """What the reader chose last for `name` (the citation style …); None where nothing was chosen."""
        return self._choices.records().get(name, {}).get("value")

    def set_choice(self, name: str, value: str | int | bool | None) -> None:
        """Note a choice for the next time."""
        self._choices.put({name: None if value is None else {"value": value}}, self._clock())


def _place(position: Position) -> Record:
    place = {"paragraph": position.paragraph, "offset": position.offset}
    return place if position.mark in (None, position.paragraph) else {**place, "mark": position.mark}


def _position(record: Mapping[str, Any]) -> Position | None:
    paragraph, offset = record.get("paragraph"), record.get("offset")
    if isinstance(paragraph, int) and isinstance(offset, int) and paragraph >= 0 and offset >= 0:
        mark = record.get("mark")
        return Position(paragraph, offset, mark if isinstance(mark, int) and mark >= 0 else None)
    return None
