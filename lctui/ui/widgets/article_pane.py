"""The article pane: one article, set like print, read and carried away from.

The widget only shows and moves. What stands where is `lctui.ui.typeset`, what is drawn `lctui.ui.painting`.
The place of the reader is held as a position in the text, never as a screen line: it outlives a resize.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from lctui.model import Article, Issue, Match
from lctui.quoting.quote import Passage, Position
from lctui.ui.painting import COMPONENTS, Highlight, Painter, bar
from lctui.ui.typeset import Layout, Setting
from lctui.ui.widgets.article_keys import BINDINGS

What = Literal["quote", "article", "citation", "page"]

_MARGIN = 3
"""Cells left of the text, for the reading mark and air."""

_SLICE = 0.015
"""Seconds of typesetting at a time; keys are answered in between."""

_MEASURES = (10, 100)


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article; attributes go down, `Moved`, `Copy` and `Step` come up."""

    ALLOW_SELECT = False  # the screen's own selection would carry our line breaks
    BINDINGS = BINDINGS
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    DEFAULT_CSS = """
    ArticlePane {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        & > .article--column { text-style: reverse; }
        & > .article--kicker { color: $foreground; }
        & > .article--title { text-style: bold; color: $accent; }
        & > .article--subtitle { text-style: bold; }
        & > .article--byline { color: $muted; }
        & > .article--subhead { text-style: bold; color: $accent; }
        & > .article--caption { text-style: italic; color: $muted; }
        & > .article--frame { color: $muted; }
        & > .article--note { text-style: italic; color: $muted; }
        & > .article--mark { color: $accent; }
        & > .article--match { background: $match; color: $match-text; text-style: bold; }
        & > .article--match-current { background: $cursor; color: $cursor-text; text-style: bold underline; }
        & > .article--selection { background: $cursor-blurred; text-style: underline; }
        & > .article--cursor { text-style: reverse; }
        & > .article--repair { text-style: underline; color: $accent; }
        & > .article--number { color: $muted; }
        &:nocolor > .article--match { text-style: bold underline; }
        &:nocolor > .article--match-current { text-style: bold reverse; }
        &:nocolor > .article--selection { text-style: reverse; }
        &:nocolor > .article--cursor { text-style: bold underline; }
    }
    """

    @dataclass
    class Moved(Message):
        """The reader is at paragraph `paragraph` of `paragraphs` (from 1; 0 where there is none), has seen
        `percent` of the article, and stands at match `match` of `matches` (from 1; 0 where there is none)."""

        paragraph: int
        paragraphs: int
        percent: int
        match: int
        matches: int

    @dataclass
    class Copy(Message):
        """The reader wants `passage` carried away."""

        passage: Passage
        what: What

    @dataclass
    class Step(Message):
        """The reader wants the article `delta` further on."""

        delta: int

    def __init__(self, setting: Setting = Setting(), *, id: str | None = None) -> None:  # noqa: B008
        super().__init__(id=id)
        self.setting = setting
        self._wanted_measure = setting.measure
        self._issue: Issue | None = None
        self._layout: Layout | None = None
        self._painter: Painter | None = None
        self._anchor = Position(0, 0)
        self._placing = False
        self._unplaced = False
        self._mark = 0
        self._matches: tuple[Match, ...] = ()
        self._match = -1
        self._highlights: dict[int, list[Highlight]] = {}
        self._told: ArticlePane.Moved | None = None

    # What goes down.

    def show(
        self,
        issue: Issue,
        article: Article,
        *,
        matches: tuple[Match, ...] = (),
        at: Position | None = None,
    ) -> None:
        """Show an article: at position `at`, else at its first match, else from the top."""
        self._issue, self._layout, self._told = issue, None, None
        self._article = article
        self._matches, self._match = matches, -1
        self._mark = at.paragraph if at else 0
        self._anchor = at or Position(0, 0)
        self._set_again()
        if matches and at is None:
            self._go_to_match(0)

    def set_matches(self, matches: tuple[Match, ...]) -> None:
        """Highlight other matches; the current one becomes the first at or after the place of the reader."""
        self._matches = matches
        self._match = -1
        self._highlight()
        if matches and self._layout:
            top = self._top
            rows = [self._row_of_match(match) for match in matches]
            self._go_to_match(next((n for n, row in enumerate(rows) if row >= top), 0))
        self._tell()

    @property
    def position(self) -> Position:
        """The place of the reader: the start of the first row shown."""
        return self._anchor

    def passage(self) -> Passage:
        """What is selected, else the paragraph under the reading mark. Raises LookupError before `show`."""
        if self._issue is None:
            raise LookupError("no article is shown")
        paragraphs = self._article.paragraphs
        end = len(paragraphs[self._mark].text) if self._mark < len(paragraphs) else 0
        return Passage(self._issue, self._article, Position(self._mark, 0), Position(self._mark, end))

    # Setting.

    def _set_again(self) -> None:
        """Set the article for the width there is, and find the place of the reader again."""
        width = self.scrollable_content_region.width
        if self._issue is None or width <= 0:
            return
        self._layout = Layout(self._article, width - _MARGIN - 1, self.setting)
        self._painter = None
        self._unplaced = True
        self._highlight()
        self._grow(self._layout)

    def _grow(self, layout: Layout) -> None:
        """Set rows for one slice of time; the rest later, unless another article came in between."""
        if layout is not self._layout:
            return
        until = time.perf_counter() + _SLICE
        while not layout.grow(64) and time.perf_counter() < until:
            pass
        self.virtual_size = Size(self.scrollable_content_region.width, len(layout.rows))
        if self._unplaced and (layout.finished or layout.has(self._anchor)):
            self._place()
        if not layout.finished:
            self.call_later(self._grow, layout)
        self.refresh()

    def _place(self) -> None:
        """Put the place of the reader at the top again."""
        assert self._layout is not None
        self._unplaced = False
        top = 0 if self._anchor == Position(0, 0) else self._layout.row_of(self._anchor)
        self._placing = True
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
        self._placing = False
        self._tell()

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width - _MARGIN - 1
        if self._layout is None or self._layout.width != Layout(self._article, width, self.setting).width:
            self._set_again()
        self._painter = None
        self._tell()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painter = None

    # Drawing.

    def _left(self) -> int:
        """Cells left of the text: the text stands in the middle of the pane."""
        assert self._layout is not None
        return max(_MARGIN, (self.scrollable_content_region.width - self._layout.width) // 2)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.rich_style
        layout = self._layout
        if layout is None:
            return Strip.blank(width, base)
        row = self.scroll_offset.y + y
        segments = [*self._margin(row, base), *self._paint(layout, row, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _paint(self, layout: Layout, row: int, base: Style) -> list[Segment]:
        if self._painter is None:
            styles = {
                name.removeprefix("article--"): self.get_component_rich_style(name, partial=True)
                for name in COMPONENTS
            }
            self._painter = Painter(layout, base, styles)
        block = layout.rows[row].block if row < len(layout.rows) else -1
        return self._painter.segments(row, self._highlights.get(block, ()))

    def _margin(self, row: int, base: Style) -> list[Segment]:
        left = self._left()
        assert self._layout is not None
        if row not in self._layout.rows_of_paragraph(self._mark):
            return [Segment(" " * left, base)]
        mark = base + self.get_component_rich_style("article--mark", partial=True)
        return [
            Segment(" " * (left - 2), base),
            Segment(bar(self.setting.ambiguous), mark),
            Segment(" ", base),
        ]

    def _highlight(self) -> None:
        self._highlights = {}
        if self._layout is None:
            return
        for number, match in enumerate(self._matches):
            place = self._layout.place_of(match.field, match.paragraph, match.start, match.end)
            if place is not None:
                style = "match-current" if number == self._match else "match"
                self._highlights.setdefault(place[0], []).append(Highlight(*place, style))
        self.refresh()

    # Moving.

    @property
    def _top(self) -> int:
        return int(self.scroll_offset.y)

    def _scroll(self, top: int) -> bool:
        """Bring row `top` to the top as far as there are rows; whether anything moved."""
        before = self._top
        self.scroll_to(y=max(0, min(top, int(self.max_scroll_y))), animate=False, immediate=True, force=True)
        return self._top != before

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) or self._layout is None or self._placing:
            return
        self._anchor = self._layout.position_at(self._top) if self._top else Position(0, 0)
        shown = range(self._top, self._top + self.size.height)
        marked = self._layout.rows_of_paragraph(self._mark)
        if marked and (marked[-1] < shown.start or marked[0] >= shown.stop):
            edge = shown.start if marked[-1] < shown.start else shown.stop - 1
            self._mark = self._layout.paragraph_at(min(edge, len(self._layout.rows) - 1)) or 0
        self._tell()

    def _move_mark(self, to: int) -> bool:
        """Put the reading mark on paragraph `to` and bring it into sight; whether it moved."""
        to = max(0, min(to, len(self._article.paragraphs) - 1)) if self._issue else 0
        if self._layout is None or to == self._mark:
            return False
        self._mark = to
        rows = self._layout.rows_of_paragraph(to)
        height = self.size.height
        if rows and (rows.start < self._top or len(rows) >= height):
            self._scroll(0 if to == 0 else rows.start)
        elif rows and rows.stop > self._top + height:
            self._scroll(rows.stop - height)
        self._mark = to
        self.refresh()
        self._tell()
        return True

    def action_down(self) -> None:
        if not self._scroll(self._top + 1):
            self._move_mark(self._mark + 1)

    def action_up(self) -> None:
        if not self._scroll(self._top - 1):
            self._move_mark(self._mark - 1)

    def action_page(self, by: int) -> None:
        if not self._scroll(self._top + by * max(1, self.size.height - 2)):
            self._move_mark(self._mark if self._layout is None else by * len(self._article.paragraphs))

    def action_half(self, by: int) -> None:
        if not self._scroll(self._top + by * max(1, self.size.height // 2)):
            self._move_mark(self._mark if self._layout is None else by * len(self._article.paragraphs))

    def action_top(self) -> None:
        self._scroll(0)
        self._move_mark(0)

    def action_bottom(self) -> None:
        if self._layout is not None:
            self._layout.complete()
            self._grow(self._layout)
            self._scroll(len(self._layout.rows))
            self._move_mark(len(self._article.paragraphs) - 1)

    def action_paragraph(self, by: int) -> None:
        if not self._move_mark(self._mark + by) and by < 0:
            self._scroll(0)

    def action_step(self, delta: int) -> None:
        self.post_message(self.Step(delta))

    def action_match(self, by: int) -> None:
        """Go to the match `by` further on; after the last comes the first."""
        if self._matches:
            self._go_to_match((self._match + by) % len(self._matches) if self._match >= 0 else 0)

    def _row_of_match(self, match: Match) -> int:
        assert self._layout is not None
        return self._layout.row_of_field(match.field, match.paragraph, match.start)

    def _go_to_match(self, number: int) -> None:
        self._match = number
        self._highlight()
        if self._layout is not None:
            match = self._matches[number]
            row = self._row_of_match(match)
            if not self._top <= row < self._top + self.size.height - 1:
                self._scroll(row - self.size.height // 3)
            if match.field == "body":
                self._mark = match.paragraph
            self._tell()

    def action_copy(self, what: What) -> None:
        if self._issue is not None:
            self.post_message(self.Copy(self.passage(), what))

    def action_measure(self, by: int) -> None:
        low, high = _MEASURES
        measure = self.setting.measure + 2 * by if by else self._wanted_measure
        self.setting = replace(self.setting, measure=max(low, min(measure, high)))
        self._set_again()

    def _tell(self) -> None:
        """Say where the reader is, if that is news."""
        if self._issue is None or self._layout is None:
            return
        paragraphs, rows = len(self._article.paragraphs), len(self._layout.rows)
        seen = min(rows, self._top + max(1, self.size.height))
        moved = self.Moved(
            min(self._mark + 1, paragraphs),
            paragraphs,
            100 * seen // rows if rows else 100,
            self._match + 1,
            len(self._matches),
        )
        if moved != self._told:
            self._told = moved
            self.post_message(moved)

    # The mouse.

    def on_click(self, event: events.Click) -> None:
        if self._layout is None:
            return
        row = self._top + event.get_content_offset_capture(self).y
        paragraph = self._layout.paragraph_at(row)
        if paragraph is not None:
            self._mark = paragraph
            self.refresh()
            self._tell()
