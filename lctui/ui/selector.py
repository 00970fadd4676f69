"""Selecting by keys: vim's visual mode over the text of an article, without the screen.

Holds the selection, a count that is being typed and the first key of a text object; says what each key
leads to. The widget draws the result.
"""

from __future__ import annotations

from lctui.quoting.quote import Position
from lctui.ui.motions import Texts, Words, clamp, move, rough_words
from lctui.ui.places import cell_of, line_end, line_start, line_step
from lctui.ui.selection import Mode, Selection, select_object
from lctui.ui.typeset import Layout

_COUNT_LIMIT = 100_000


class Selector:
    """The state of selecting in one article with paragraphs `texts`; `selection` is None outside."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.selection: Selection | None = None
        self.count = ""
        self.pending = ""
        self._goal: int | None = None

    def start(self, mode: Mode, at: Position) -> None:
        """Start to select at a place, or go on in another mode; the mode that is on already ends it."""
        if self.selection is None:
            at = clamp(self.texts, at)
            self.selection = Selection(mode, at, at)
        elif self.selection.mode == mode:
            self.leave()
        else:
            self.selection = Selection(mode, self.selection.anchor, self.selection.cursor)
        self._forget()

    def leave(self) -> None:
        """Select nothing."""
        self.selection = None
        self._forget()

    def turn(self) -> None:
        """Go to the other end."""
        if self.selection is not None:
            self.selection = self.selection.turned()
        self._forget()

    def to(self, at: Position) -> None:
        """Put the cursor at a place."""
        if self.selection is not None:
            self.selection = self.selection.moved(clamp(self.texts, at))
        self._forget()

    def digit(self, key: str) -> None:
        """Take a digit of a count."""
        if self.selection is not None:
            self.count += key

    def begin(self, key: str) -> None:
        """Take the first key of a text object, `i` or `a`."""
        if self.selection is not None:
            self.pending = key

    def object(self, key: str) -> None:
        """Take the second key of a text object; what does not exist changes nothing."""
        if self.selection is not None:
            found = select_object(self.texts, self.selection, self.pending + key)
            self.selection = found or self.selection
        self._forget()

    def move(self, motion: str, layout: Layout, words: Words = rough_words) -> None:
        """Move the cursor: the motions of `lctui.ui.motions`, and `0 $ j k` by screen lines; where whole
        paragraphs are selected, `j k { }` by paragraph. A 0 after another digit belongs to the count."""
        if self.selection is None:
            return
        if motion == "0" and self.count:
            self.digit("0")
            return
        cursor = self.selection.cursor
        count = min(int(self.count or 1), _COUNT_LIMIT)
        if motion in ("j", "k") and self.selection.mode == "characters":
            self.lines(layout, count if motion == "j" else -count)
            return
        match motion:
            case "0":
                to = line_start(layout, cursor)
            case "$":
                to = line_end(layout, cursor)
            case "j" | "k" | "{" | "}" if self.selection.mode == "paragraphs":
                to = self._other_paragraph(cursor, count if motion in ("j", "}") else -count)
            case _:
                to = move(self.texts, cursor, motion, count, words)
        self.to(to)

    def lines(self, layout: Layout, by: int) -> None:
        """Move the cursor by screen lines; it keeps to its column on lines that are long enough."""
        if self.selection is None:
            return
        cursor = self.selection.cursor
        goal = cell_of(layout, cursor)[1] if self._goal is None else self._goal
        self.to(line_step(layout, cursor, by, goal))
        self._goal = goal

    def _other_paragraph(self, cursor: Position, by: int) -> Position:
        """A place in the paragraph `by` further on: whole paragraphs have no end to stop at first."""
        return Position(max(0, min(cursor.paragraph + by, len(self.texts) - 1)), 0)

    def _forget(self) -> None:
        self.count = self.pending = ""
        self._goal = None
