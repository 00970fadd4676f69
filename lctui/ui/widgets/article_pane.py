"""The article pane: reading, selecting by keys and mouse, carrying a passage away.

Adds to the view what turns text into a passage: the selection (`lctui.ui.selector`), the mouse, and the
messages that ask for a copy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.timer import Timer

from lctui.quoting.quote import Passage, Position
from lctui.text import words as dictionary
from lctui.ui.motions import Words, cluster_end, rough_words, words_near
from lctui.ui.painting import Highlight
from lctui.ui.places import place_at
from lctui.ui.selection import Mode, Selection
from lctui.ui.selector import Selector
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_keys import BINDINGS
from lctui.ui.widgets.article_setting import ArticleSetting

What = Literal["quote", "article", "citation", "page"]

_SELECTING = frozenset(("motion", "other_end", "leave", "find", "digit", "begin"))
"""Actions that there are only while something is being selected."""


_PATIENCE = 0.8
"""Seconds that an `a` waits for the rest of a text object."""

_DRAG = 0.05
"""Seconds between two rows while a drag goes on beyond the pane."""


class ArticlePane(ArticleSetting):
    """Shows an article. Attributes go down, messages come up."""

    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    @dataclass
    class Copy(Message):
        """The reader wants `passage` carried away."""

        passage: Passage
        what: What

    @dataclass
    class Step(Message):
        """The reader wants the article `delta` further on."""

        delta: int

    @dataclass
    class Selecting(Message):
        """`characters` are selected, by `mode` (None: selecting has ended); `keys` are typed so far."""

        mode: Mode | None
        characters: int
        keys: str

    def __init__(self, setting: Setting | None = None, *, id: str | None = None) -> None:
        super().__init__(setting, id=id)
        self._selector = Selector(())
        self._pressed: Position | None = None
        self._dragged = False
        self._pointer = Offset(0, 0)
        self._drag_timer: Timer | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "object":
            return bool(self._selector.pending)
        return self.selection is not None if action in _SELECTING else True

    # What is selected.

    @property
    def selection(self) -> Selection | None:
        """What is being selected."""
        return self._selector.selection

    def passage(self) -> Passage:
        """What is selected, else the paragraph under the reading mark. Raises LookupError before `show`."""
        if self._issue is None:
            raise LookupError("no article is shown")
        texts = self._texts
        if self.selection is not None:
            return Passage(self._issue, self._article, *self.selection.span(texts))
        end = len(texts[self._mark]) if self._mark < len(texts) else 0
        return Passage(self._issue, self._article, Position(self._mark, 0), Position(self._mark, end))

    def article_changed(self) -> None:
        self._selector = Selector(self._texts)

    def _rows_at_hand(self) -> range:
        """While something is being selected, the row of the cursor, or the whole paragraph it takes in."""
        if self.selection is None:
            return super()._rows_at_hand()
        cursor = self.selection.cursor
        self._reach(cursor)
        row = self._layout.row_of(cursor)
        if self.selection.mode == "paragraphs":
            return self._layout.rows_of_paragraph(cursor.paragraph) or range(row, row + 1)
        return range(row, row + 1)

    def match_reached(self, at: Position) -> None:
        if self.selection is not None:
            self._selector.to(at)
            self._selected()

    def highlights_over(self, block: int) -> list[Highlight]:
        """The selection and the cursor."""
        paragraph = self._layout.blocks[block].paragraph
        if self.selection is None or paragraph is None or not self._layout.blocks[block].shows:
            return []
        over: list[Highlight] = []
        start, end = self.selection.span(self._texts)
        if start.paragraph <= paragraph <= end.paragraph:
            first = start.offset if paragraph == start.paragraph else 0
            last = end.offset if paragraph == end.paragraph else self._layout.blocks[block].length
            over.append(Highlight(block, first, last, "selection"))
        cursor = self.selection.cursor
        if paragraph == cursor.paragraph:
            end_of = cluster_end(self._texts[paragraph], cursor.offset)
            over.append(Highlight(block, cursor.offset, end_of, "cursor"))
        return over

    # Selecting.

    def action_select(self, mode: Mode) -> None:
        """Select from the current match, else from the first row in sight of the marked paragraph."""
        rows = self._layout.rows_of_paragraph(self._mark)
        at = self._layout.position_at(max(rows.start, self._top)) if rows else Position(0, 0)
        if self._match >= 0:
            match = self._matches[self._match]
            if match.field == "body" and match.paragraph == self._mark:
                at = Position(match.paragraph, match.start)
        if not dictionary.loaded():
            self.run_worker(dictionary.warm_up, thread=True, exclusive=True, group="words")
        self._selector.start(mode, at)
        self._selected()

    async def action_motion(self, motion: str) -> None:
        await self._gather()
        self._layout.complete()
        self._selector.move(motion, self._layout, self._words())
        self._selected()

    def action_screens(self, by: float) -> None:
        """While something is being selected the cursor goes along."""
        if self.selection is None:
            super().action_screens(by)
            return
        rows = self.rows_of(by)
        self._layout.complete()
        self._selector.lines(self._layout, rows)
        self._selected()

    def _words(self) -> Words:
        """How words are cut: by the dictionary, by characters for as long as it is not loaded."""
        return dictionary.words if dictionary.loaded() else rough_words

    async def action_other_end(self) -> None:
        await self._gather()
        self._selector.turn()
        self._selected()

    def action_leave(self) -> None:
        self._selector.leave()
        self._selected()

    # Counts and objects are bindings too, not keys caught on the way: keys typed faster than they are
    # answered are then still taken in their order.

    def action_digit(self, digit: str) -> None:
        self._selector.digit(digit)
        self._selected()

    async def action_begin(self, key: str) -> None:
        """The first key of a text object; an `a` that none comes after is left to the screen."""
        await self._gather()
        if self.selection is not None:
            self._selector.begin(key)
            self._selected()
            if key == "a":
                self.set_timer(_PATIENCE, self._gather)

    def action_object(self, key: str) -> None:
        self._selector.object(key)
        self._selected()

    async def _gather(self) -> None:
        """An `a` that no object came after means what it means alone: into the basket."""
        if self._selector.pending == "a":
            self._selector.pending = ""
            await self.run_action("screen.gather")
            self.action_leave()

    def _selected(self) -> None:
        """Show what is selected now, and tell."""
        keys = self._selector.count + self._selector.pending
        if self.selection is None:
            self.post_message(self.Selecting(None, 0, ""))
        else:
            rows = self._rows_at_hand()
            self._bring_in(rows.start, rows.stop - 1)
            self._put_mark(self.selection.cursor.paragraph)
            start, end = self.selection.span(self._texts)
            self.post_message(self.Selecting(self.selection.mode, self._count(start, end), keys))
            self._tell()
        self.refresh()

    def _count(self, start: Position, end: Position) -> int:
        lengths = [len(text) for text in self._texts[start.paragraph : end.paragraph]]
        return sum(lengths) - start.offset + end.offset

    # Carrying away.

    def action_copy(self, what: What) -> None:
        """Ask for a copy of what is selected, else of the marked paragraph; that ends the selecting."""
        if self._issue is None:
            return
        self.post_message(self.Copy(self.passage(), what))
        if self.selection is not None:
            self.action_leave()

    def action_step(self, delta: int) -> None:
        self.post_message(self.Step(delta))

    async def action_find(self) -> None:
        """Look for something in this article, to select up to it."""
        await self.run_action("screen.find")

    # The mouse.

    def _under(self, offset: Offset) -> Position:
        """The place under a cell of the pane."""
        row, x = self._frame.cell(offset.x, offset.y, self._top)
        return place_at(self._layout, row, x)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if event.button == 1 and offset is not None and self._texts:
            self._pressed = self._under(offset)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None:
            return
        self._pointer = event.get_content_offset_capture(self)
        self._drag()
        outside = not 0 <= self._pointer.y < self._frame.height
        if outside and self._drag_timer is None:
            self._drag_timer = self.set_interval(_DRAG, self._drag)
        elif not outside:
            self._stop_drag_timer()

    def _drag(self) -> None:
        """Select up to the pointer; above or below the pane the text comes along."""
        if self._pressed is None:
            self._stop_drag_timer()
            return
        x, y = self._pointer
        if not 0 <= y < self._frame.height:
            self._scroll(self._top + (1 if y > 0 else -1))
        at = self._under(Offset(x, max(0, min(y, self._frame.height - 1))))
        if not self._dragged and at == self._pressed:
            return
        self._dragged = True
        if self.selection is None or self.selection.anchor != self._pressed:
            self._selector.leave()
            self._selector.start("characters", self._pressed)
        self._selector.to(at)
        self._selected()

    def _stop_drag_timer(self) -> None:
        if self._drag_timer is not None:
            self._drag_timer.stop()
            self._drag_timer = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.release_mouse()
        self._stop_drag_timer()
        self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """Once moves the mark, twice selects a word, three times a paragraph; the end of a drag is none."""
        offset = event.get_content_offset(self)
        dragged, self._dragged = self._dragged, False
        if offset is None or dragged or not self._texts:
            return
        at = self._under(offset)
        self._selector.leave()
        self._put_mark(at.paragraph)
        if event.chain == 2:
            self._selector.start("characters", at)
            self._select_word(at)
        elif event.chain == 3:
            self._selector.start("paragraphs", at)
        self._selected()
        self._tell()

    def _select_word(self, at: Position) -> None:
        text = self._texts[at.paragraph]
        for word in words_near(text, at.offset, self._words()):
            if word.start <= at.offset < word.end:
                self._selector.leave()
                self._selector.start("characters", Position(at.paragraph, word.start))
                self._selector.to(Position(at.paragraph, word.end - 1))
