"""An article on the screen: set like print, scrolled, with a reading mark and the matches of a search.

What stands where is `lctui.ui.typeset`, which cell shows what `lctui.ui.places`, what is drawn
`lctui.ui.painting`. The place of the reader is held as a position in the text, never as a screen line: it
outlives a resize. Only rows in sight are drawn, nothing is ever animated.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lctui.model import Article, Issue, Match
from lctui.quoting.quote import Position
from lctui.ui.pagesource import page_source
from lctui.ui.painting import COMPONENTS, Highlight, MatchMarks, Painter, bar
from lctui.ui.places import START, Anchor, Frame, anchor_at, anchored_row
from lctui.ui.typeset import Layout, Setting
from lctui.ui.widgets.article_keys import STYLES

_SLICE = 0.015
"""Seconds of typesetting at a time; keys are answered in between."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article, scrolls it, and keeps the reading mark and the matches."""

    ALLOW_SELECT = False  # the screen's own selection would carry our line breaks
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    DEFAULT_CSS = STYLES

    @dataclass
    class Moved(Message):
        """The reader is at paragraph `paragraph` of `paragraphs` (from 1; 0 where there is none), has seen
        `percent` of the article, and stands at match `match` of `matches` (from 1; 0 where there is none)."""

        paragraph: int
        paragraphs: int
        percent: int
        match: int
        matches: int

    def __init__(self, setting: Setting | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.setting = setting or Setting()
        self._usual_measure = self.setting.measure
        self._issue: Issue | None = None
        self._article = Article("", "report", "", ())
        self._texts: tuple[str, ...] = ()
        self._layout = Layout(self._article, 1, self.setting).complete()
        self._frame = Frame(0, 0, 1, 1, 0)
        self._painter: Painter | None = None
        self._source = False
        self._anchor = START
        """What stands at the top, or stood there when the reader last moved: where the room changes, rows
        may have to be shown from elsewhere, but the way back leads here."""
        self._placing = self._unplaced = False
        self._room = Size(0, 0)
        """The room that the article is set for."""
        self._unset = False
        """Whether what is to be shown is not set yet, because the pane was hidden."""
        self._mark = 0
        self._matches: tuple[Match, ...] = ()
        self._match = -1
        self._found = MatchMarks(self._layout, (), -1)
        self._told: Message | None = None

    # What a subclass adds.

    def article_changed(self) -> None:
        """Another article is shown."""

    def highlights_over(self, block: int) -> list[Highlight]:
        """What is drawn over a block besides the matches."""
        return []

    def match_reached(self, at: Position) -> None:
        """The reader has stepped to a match in the body."""

    # What goes down.

    def show(
        self,
        issue: Issue,
        article: Article,
        *,
        matches: tuple[Match, ...] = (),
        at: Position | None = None,
        match: int = -1,
    ) -> None:
        """Show an article: at position `at` with match `match` the current one (-1: none), else at its first
        match, else from the top. A selection outlives that the same article is shown again."""
        if article is not self._article:
            self._texts = tuple(paragraph.text for paragraph in article.paragraphs)
            self.article_changed()
        self._issue, self._article, self._told = issue, article, None
        self._matches, self._match = matches, -1
        self._mark = 0 if at is None else at.paragraph if at.mark is None else at.mark
        self._mark = max(0, min(self._mark, len(self._texts) - 1))
        self._anchor = START if at is None else Anchor.of(at)
        self._match = -1 if not matches else 0 if at is None else min(match, len(matches) - 1)
        self._set_again()
        if at is None and matches and not self._unset:
            self._go_to_match(0)

    def set_matches(self, matches: tuple[Match, ...]) -> None:
        """Highlight other matches; the current one becomes the first at or after the place of the reader."""
        self._matches, self._match = matches, -1
        self._find_highlights()
        if matches:
            self._go_to_match(next((n for n, match in enumerate(matches) if self._is_ahead(match)), 0))
        self._tell()

    @property
    def match(self) -> int:
        """The number of the current match, from 0; -1 where there is none."""
        return self._match

    @property
    def matches(self) -> tuple[Match, ...]:
        """What is highlighted."""
        return self._matches

    @property
    def position(self) -> Position:
        """The place of the reader: the start of the first row shown, and the paragraph under the mark."""
        return replace(self._anchor.at, mark=self._mark)

    # Setting.

    def _set_again(self) -> None:
        """Set the article for the room there is, and find the place of the reader again."""
        room = self.scrollable_content_region
        self._unset = not room.width
        if self._issue is None or self._unset:
            return
        self._room = room.size
        self._frame = Frame.fit(room.width, room.height, self.setting)
        source = None
        if self._source and (self._mark < len(self._texts) or not self._texts):
            source = page_source(self._issue, self._article, self._mark)
        self._layout = Layout(self._article, self._frame.measure, self.setting, source)
        self._painter = None
        self._unplaced = True
        self._find_highlights()
        self._grow(self._layout)

    def _grow(self, layout: Layout) -> None:
        """Set rows for one slice of time; the rest later, unless another article came in between."""
        if layout is not self._layout:
            return
        until = time.perf_counter() + _SLICE
        while not layout.grow(64) and time.perf_counter() < until:
            pass
        self._measure_rows()
        if self._unplaced and layout.has(self._anchor.at):
            self._place()
        if not layout.finished:
            self.call_later(self._grow, layout)
        self.refresh()

    def _measure_rows(self) -> None:
        """Tell how far can be scrolled: until the last row is the last one shown."""
        rows = len(self._layout.rows)
        self._frame = self._frame.of(rows)
        beside = self._frame.height * (self._frame.columns - 1)
        height = rows - beside if rows > self._frame.rows else min(rows, self._frame.height)
        self.virtual_size = Size(self._frame.width, height)

    def _place(self) -> None:
        """Put the place of the reader at the top again, or as near to it as leaves what is at hand in
        sight."""
        self._unplaced = False
        self._placing = True
        self._reach(self._anchor.at)
        self._layout.grow(self._frame.rows)
        self._measure_rows()
        self._scroll(anchored_row(self._layout, self._anchor))
        if self._texts:
            self._reach(Position(self._mark, 0))
            rows = self._rows_at_hand()
            if rows and not self._sees(rows):
                self._bring_in(rows.start, rows.stop - 1)
        self._placing = False
        self._tell()

    def on_resize(self) -> None:
        room = self.scrollable_content_region
        fitted = Frame.fit(room.width, room.height, self.setting)
        if self._unset or self._layout.width != fitted.measure:
            late = self._unset and self._match >= 0
            self._set_again()
            if late:
                self._go_to_match(self._match)
        elif fitted.of(len(self._layout.rows)) != self._frame:
            self._room = room.size
            self._frame = fitted
            self._measure_rows()
            self._place()
        else:
            self._room = room.size

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painter = None

    # Drawing.

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        if self._issue is None:
            return Strip.blank(self._frame.width, base)
        if self._painter is None:
            styles = {
                name.removeprefix("article--"): self.get_component_rich_style(name, partial=True)
                for name in COMPONENTS
            }
            self._painter = Painter(self._layout, base, styles)
        segments: list[Segment] = []
        x = 0
        for column in range(self._frame.columns):
            row = self._frame.row(column, y, self._top)
            left = self._frame.left(column)
            segments += self._margin(row, left - x, base)
            segments += self._painter.segments(row, self._highlights(row))
            x = sum(segment.cell_length for segment in segments)
        return Strip(segments).adjust_cell_length(self._frame.width, base)

    def _margin(self, row: int, cells: int, base: Style) -> list[Segment]:
        """The blank before a row, the reading mark in it."""
        if cells < 2 or row not in self._layout.rows_of_paragraph(self._mark):
            return [Segment(" " * cells, base)]
        mark = base + self.get_component_rich_style("article--mark", partial=True)
        drawn = Segment(bar(self.setting.ambiguous), mark)
        return [Segment(" " * (cells - 2), base), drawn, Segment(" ", base)]

    def _highlights(self, row: int) -> list[Highlight]:
        """What is drawn over the block of a row: matches, and what a subclass adds."""
        if not 0 <= row < len(self._layout.rows):
            return []
        shown = self._layout.rows[row]
        return [*self._found.on(shown), *self.highlights_over(shown.block)]

    def _find_highlights(self) -> None:
        self._found = MatchMarks(self._layout, self._matches, self._match)
        self.refresh()

    # Moving.

    @property
    def _top(self) -> int:
        return int(self.scroll_offset.y)

    def _scroll(self, top: int) -> bool:
        """Bring row `top` to the top as far as there are rows; whether anything moved."""
        if self._unplaced:  # the reader is faster than the setting
            self._place()
        before = self._top
        self.scroll_to(y=max(0, min(top, int(self.max_scroll_y))), animate=False, immediate=True, force=True)
        return self._top != before

    def _rows_at_hand(self) -> range:
        """The rows that the next key acts on: of the marked paragraph."""
        return self._layout.rows_of_paragraph(self._mark)

    def _sees(self, rows: range) -> bool:
        """Whether any of the rows is in sight."""
        return rows.start < self._top + self._frame.rows and rows.stop > self._top

    def _bring_in(self, first: int, last: int) -> None:
        """Scroll as little as brings rows `first` to `last` into sight; `first` where not both fit."""
        if first < self._top or last - first >= self._frame.rows:
            self._scroll(first)
        elif last >= self._top + self._frame.rows:
            self._scroll(last - self._frame.rows + 1)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) or self._placing or self._unplaced:
            return
        if self.scrollable_content_region.size != self._room:
            # Not the reader moved but the terminal changed its size; `on_resize` finds the place again.
            return
        self._anchor = anchor_at(self._layout, self._top) if self._top else START
        marked = self._layout.rows_of_paragraph(self._mark)
        if marked and not self._sees(marked):
            shown = range(self._top, min(self._top + self._frame.rows, len(self._layout.rows)))
            near = shown if marked.stop <= self._top else reversed(shown)
            rows = (row for row in near if self._layout.rows[row].line is not None)
            self._put_mark(next(filter(None, map(self._layout.paragraph_at, rows)), 0))
        self._tell()

    def _put_mark(self, paragraph: int) -> None:
        self._mark = paragraph
        self.refresh()

    def _move_mark(self, to: int) -> bool:
        """Put the reading mark on paragraph `to` and bring it into sight; whether it moved."""
        to = max(0, min(to, len(self._texts) - 1))
        if to == self._mark:
            return False
        self._put_mark(to)
        if self._source:
            self._set_again()
        self._reach(Position(to + 1, 0))
        rows = self._layout.rows_of_paragraph(to)
        if rows:
            self._bring_in(0 if to == 0 else rows.start, rows.stop - 1)
        self._put_mark(to)
        self._tell()
        return True

    def action_lines(self, by: int) -> None:
        if not self._scroll(self._top + by):
            self._move_mark(self._mark + by)

    def rows_of(self, screens: float) -> int:
        """How many rows so many screens are; two rows of a whole one are seen again."""
        rows = self._frame.rows - 2 if abs(screens) == 1 else self._frame.rows // 2
        return max(1, rows) if screens > 0 else -max(1, rows)

    def action_screens(self, by: float) -> None:
        if not self._scroll(self._top + self.rows_of(by)):
            self._move_mark(len(self._texts) if by > 0 else 0)

    def action_top(self) -> None:
        self._scroll(0)
        self._move_mark(0)

    def action_bottom(self) -> None:
        self._layout.complete()
        self._measure_rows()
        self._scroll(len(self._layout.rows))
        self._move_mark(len(self._texts) - 1)

    def action_paragraph(self, by: int) -> None:
        if not self._move_mark(self._mark + by) and by < 0:
            self._scroll(0)

    def action_match(self, by: int) -> None:
        """Go to the match `by` further on; after the last comes the first."""
        if self._matches:
            self._go_to_match((self._match + by) % len(self._matches) if self._match >= 0 else 0)

    def _is_ahead(self, match: Match) -> bool:
        """Whether a match is at or after the place of the reader."""
        if match.field == "body":
            return Position(match.paragraph, match.start) >= self._anchor.at
        return self._anchor.at == Position(0, 0)

    def _reach(self, at: Position) -> None:
        """See to it that the rows up to a place are set."""
        while not self._layout.has(at):
            self._layout.grow(256)
        self._measure_rows()

    def _row_of_match(self, match: Match) -> int:
        if match.field == "body":
            self._reach(Position(match.paragraph, match.start))
        return self._layout.row_of_field(match.field, match.paragraph, match.start)

    def _go_to_match(self, number: int) -> None:
        self._match = number
        match = self._matches[number]
        self._find_highlights()
        row = self._row_of_match(match)
        if not self._top <= row < self._top + self._frame.rows - 1:
            self._scroll(row - self._frame.height // 3)
        if match.field == "body":
            self._put_mark(match.paragraph)
            self.match_reached(Position(match.paragraph, match.start))
        self._tell()

    def _tell(self) -> None:
        """Say where the reader is, if that is news."""
        if self._issue is None:
            return
        paragraphs, rows = len(self._texts), len(self._layout.rows)
        moved = self.Moved(
            min(self._mark + 1, paragraphs),
            paragraphs,
            100 * min(rows, self._top + self._frame.rows) // max(1, rows),
            self._match + 1,
            len(self._matches),
        )
        if moved != self._told:
            self._told = moved
            self.post_message(moved)
