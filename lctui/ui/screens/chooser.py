"""A list to choose from, laid over the reader: citation styles, bookmarks, related articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from lctui.i18n import tr
from lctui.text.cells import text_cells
from lctui.ui.drawing import Line, widen
from lctui.ui.widgets.prose import Prose
from lctui.ui.widgets.row_list import RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its value, its line, what stands at the line's end, and a longer preview."""

    value: str
    label: str
    tail: str = ""
    preview: str = ""


class ChoiceList(RowList, inherit_bindings=True):
    """The lines of a chooser."""

    def __init__(self, choices: Sequence[Choice], empty: str, *, ambiguous: int = 1) -> None:
        super().__init__(ambiguous=ambiguous, id="choices")
        self.choices = choices
        self._empty = empty

    @property
    def row_count(self) -> int:
        return len(self.choices)

    def empty_text(self) -> str:
        return self._empty

    def draw(self, row: int, line: int, width: int, base: Style) -> Strip:
        choice = self.choices[row]
        # Where the tail leaves too little for the line itself, what stands behind its date is enough.
        wide = text_cells(choice.tail, self.ambiguous) + 2 > width // 2
        tail = choice.tail.rpartition("  ")[2] if wide else choice.tail
        drawn = Line(width, base, self.ambiguous).tail(tail, self.muted(row))
        return drawn.add(" ").add(choice.label).strip()

    def open_row(self, row: int, *, stay: bool) -> None:
        self.post_message(self.Opened(self.choices[row].value, stay))


class Chooser(ModalScreen[str | None], inherit_bindings=False):
    """Gives back the value of what was chosen, None where nothing was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "cancel", tr("取消"), id="chooser.cancel", tooltip=tr("不选，关闭")),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], *, chosen: str | None = None, ambiguous: int = 1
    ) -> None:
        super().__init__()
        self.heading = title
        self.choices = list(choices)
        self.chosen = chosen
        self.ambiguous = ambiguous

    def compose(self) -> ComposeResult:
        with Vertical(id="chooser-box") as box:
            box.border_title = widen(self.heading, self.ambiguous)
            yield ChoiceList(self.choices, self.empty_line(), ambiguous=self.ambiguous)
            yield Prose(ambiguous=self.ambiguous, id="chooser-preview")

    def key_hints(self) -> list[str]:
        """The keys, for the lower border; what does not fit is left out, but never the last."""
        return [tr("Enter 选定"), tr("Esc 取消")]

    def on_resize(self) -> None:
        self.call_after_refresh(self._hint)

    def _hint(self) -> None:
        box = self.query_one("#chooser-box")
        *hints, last = self.key_hints()
        room = box.size.width - 4 - text_cells(last, self.ambiguous)
        shown = []
        for hint in hints:
            room -= text_cells(hint, self.ambiguous) + 2
            if room < 0:
                break
            shown.append(hint)
        box.border_subtitle = widen("  ".join([*shown, last]), self.ambiguous)

    def empty_line(self) -> str:
        """What stands where there is nothing to choose."""
        return tr("（空）")

    @property
    def list(self) -> ChoiceList:
        """The lines."""
        return self.query_one(ChoiceList)

    def on_mount(self) -> None:
        self.set_class(self.ambiguous == 2, "-ascii")
        at = next((n for n, choice in enumerate(self.choices) if choice.value == self.chosen), 0)
        self.show_choices(self.choices, at)
        self.list.focus()

    def show_choices(self, choices: Sequence[Choice], at: int | None = None) -> None:
        """Offer these; the cursor goes to number `at`, or stays where it is as far as there are lines."""
        self.choices = list(choices)
        rows = self.list
        rows.choices = self.choices
        rows.styles.height = max(1, len(self.choices)) + 1
        rows.rows_changed(at)
        if not self.choices:
            self.say("")

    def say(self, text: str) -> None:
        """Say something where the preview stands, until the cursor moves."""
        self.query_one(Prose).update(text)

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if event.index < len(self.choices):
            self.say(self.choices[event.index].preview)

    @on(RowList.Opened)
    def _opened(self, event: RowList.Opened) -> None:
        event.stop()
        self.dismiss(event.article_id)

    def action_cancel(self) -> None:
        self.dismiss(None)
