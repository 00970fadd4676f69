"""What a search found: title, why it matched and how often, and a snippet with the matches marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.strip import Strip

from lctui.i18n import tr
from lctui.model import Article, Hit, Issue
from lctui.text.cells import text_cells
from lctui.ui.drawing import Line
from lctui.ui.widgets.issue_list import short_date
from lctui.ui.widgets.row_list import RowList

WIDE = 60
"""Cells from which date, reason and count stand beside the title and not on a line of their own."""

REASONS = {
    "题": tr("题"),
    "短语": tr("短语"),
    "词": tr("词"),
    "拼音": tr("拼音"),
    "首字母": tr("首字母"),
    "近似": tr("近似"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the article and issue it is in."""

    issue: Issue
    article: Article
    hit: Hit


class ResultList(RowList, inherit_bindings=True):
    """命中: replaces the issue list while something is searched for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l,right", "open", tr("打开"), id="results.open", tooltip=tr("打开命中的稿件"), show=False),
    ]

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(ambiguous=ambiguous, id=id)
        self._found: Sequence[Found] = ()
        self._note = ""
        self._current: str | None = None

    @property
    def row_count(self) -> int:
        return len(self._found)

    @property
    def row_height(self) -> int:
        return 2 if self.scrollable_content_region.width >= WIDE else 3

    @property
    def found(self) -> Sequence[Found]:
        """The hits that are shown, best first."""
        return self._found

    def empty_text(self) -> str:
        return self._note

    def set_results(self, found: Sequence[Found], note: str = "") -> None:
        """Show these hits; `note` stands where there are none."""
        self._found, self._note = found, note
        self.scroll_to(y=0, animate=False)
        self.rows_changed(0)

    def show_current(self, article_id: str | None) -> None:
        """Mark the hit that is being read, and put the cursor on it."""
        self._current = article_id
        at = next((n for n, found in enumerate(self._found) if found.article.id == article_id), None)
        if at is not None:
            self.cursor = at
        self.refresh()

    def draw(self, row: int, line: int, width: int, base: Style) -> Strip:
        found = self._found[row]
        drawn = Line(width, base, self.ambiguous)
        match = self.component("row--match")
        if line == 0:
            if self.row_height == 2:
                drawn.tail(self._facts(found), self.muted(row))
            drawn.add(">" if found.article.id == self._current else " ", self.mark(row))
            title = [(m.start, m.end) for m in found.hit.spans if m.field == "title"]
            drawn.add_marked(found.article.title, title, self.component("row--strong"), match)
        elif line == 1:
            text, spans = self._snippet(found.hit, width - 4)
            drawn.add("   ").add_marked(text, spans, None, match)
        else:
            drawn.add("   ").add(self._facts(found), self.muted(row))
        return drawn.strip()

    def _facts(self, found: Found) -> str:
        reason = REASONS.get(found.hit.reason, found.hit.reason)
        count = tr("{count}处").format(count=found.hit.count) if found.hit.count else ""
        return f"{short_date(found.issue)}  {reason} {count}".rstrip()

    def _snippet(self, hit: Hit, cells: int) -> tuple[str, list[tuple[int, int]]]:
        """The snippet, begun so late that its first match can be seen in `cells`."""
        text = hit.snippet
        spans = [(span.start, span.end) for span in hit.snippet_spans]
        if not spans or text_cells(text[: spans[0][1]], self.ambiguous) <= cells - 2:
            return text, spans
        start = spans[0][0]
        room = max(0, cells - text_cells(text[start : spans[0][1]], self.ambiguous)) // 3
        while start > 0 and text_cells(text[start - 1 : spans[0][0]], self.ambiguous) <= room:
            start -= 1
        return "…" + text[start:], [(s - start + 1, e - start + 1) for s, e in spans]

    def article_under_cursor(self) -> str | None:
        return self._found[self.cursor].article.id if self.cursor < len(self._found) else None

    def open_row(self, row: int, *, stay: bool) -> None:
        self.post_message(self.Opened(self._found[row].article.id, stay))
