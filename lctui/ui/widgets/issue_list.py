"""The issues by date, each opening to its articles; what could not be read stands at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from lctui.i18n import tr
from lctui.model import Article, Issue
from lctui.ui.drawing import Line
from lctui.ui.widgets.row_list import RowList

KIND_MARKS = {"commentary": tr("评"), "photo": tr("图")}
DERIVED_MARK = tr("拟")
WEEKDAYS = {
    "星期一": tr("星期一"),
    "星期二": tr("星期二"),
    "星期三": tr("星期三"),
    "星期四": tr("星期四"),
    "星期五": tr("星期五"),
    "星期六": tr("星期六"),
    "星期日": tr("星期日"),
    "星期天": tr("星期日"),
}


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no page, and why."""

    path: str
    message: str


Row = tuple[Issue, Article | None] | Unread


@dataclass(frozen=True, slots=True)
class Memory:
    """How a list of issues looked: the ids of the open ones, and the row of the cursor."""

    open: frozenset[str]
    row: Row | None


def issue_label(issue: Issue) -> str:
    """An issue's date, weekday and number, as far as they are known: `2024-01-16 星期二 第506期`."""
    if issue.date:
        parts = [short_date(issue), WEEKDAYS.get(issue.weekday or "", issue.weekday)]
    else:
        parts = [short_date(issue)]
    if issue.issue_number:
        parts.append(tr("第{number}期").format(number=issue.issue_number))
    parts.append(issue.masthead)
    if issue.page:
        parts.append(tr("{page}版").format(page=issue.page))
    parts.append(issue.section)
    return " ".join(part for part in parts if part)


def short_date(issue: Issue) -> str:
    """The date; of an inferred one what is known."""
    if issue.date:
        return issue.date.isoformat()
    if issue.date_inferred:
        return tr("不早于{date}").format(date=issue.date_inferred.isoformat())
    return tr("日期不详")


def decoding(issue: Issue) -> list[str]:
    """What its file was taken to be in, where that is not plainly UTF-8, and how many bytes are no character:
    `编码 big5`, `坏字节 3`."""
    said = [] if issue.encoding.startswith("utf-8") else [tr("编码 {name}").format(name=issue.encoding)]
    if issue.undecodable:
        said.append(tr("坏字节 {count}").format(count=issue.undecodable))
    return said


class IssueList(RowList, inherit_bindings=True):
    """期 with their 稿件. Issues come in while they are read; the newest is open at first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "l,right", "unfold", tr("展开"), id="list.unfold", tooltip=tr("展开期，或打开稿件"), show=False
        ),
        Binding(
            "h,left",
            "fold",
            tr("收起"),
            id="list.fold",
            tooltip=tr("收起期；在稿件上则回到它的期"),
            show=False,
        ),
        Binding(
            "L",
            "fold_all(False)",
            tr("全部展开"),
            id="list.unfold_all",
            tooltip=tr("展开所有的期"),
            show=False,
        ),
        Binding(
            "H", "fold_all(True)", tr("全部收起"), id="list.fold_all", tooltip=tr("收起所有的期"), show=False
        ),
    ]

    @dataclass
    class Explained(Message):
        """What to say about a row that holds no article."""

        text: str

    def __init__(self, *, ambiguous: int = 1, id: str | None = None) -> None:
        super().__init__(ambiguous=ambiguous, id=id)
        self._issues: Sequence[Issue] = ()
        self._unread: Sequence[Unread] = ()
        self._labels: Counter[str] = Counter()
        self._rows: list[Row] = []
        self._open: set[str] = set()
        self._current: str | None = None
        self._touched = False
        self.is_read: Callable[[str], bool] = lambda article_id: False

    @property
    def row_count(self) -> int:
        return len(self._rows)

    def empty_text(self) -> str:
        return tr("正在读入版面…")

    def set_pages(self, issues: Sequence[Issue], unread: Sequence[Unread] = ()) -> None:
        """Show these issues, in this order. The cursor stays on the row it is on."""
        at = self._rows[self.cursor] if self.cursor < len(self._rows) else None
        self._issues, self._unread = issues, unread
        self._labels = Counter(issue_label(issue) for issue in issues)
        if not self._touched and issues:
            # Until the reader has opened or moved anything, only the newest issue is open.
            at = self._place_of(self._current)
            self._open = {issues[0].id}
        self._rebuild(at)

    def _place_of(self, article_id: str | None) -> tuple[Issue, Article] | None:
        for issue in self._issues:
            for article in issue.articles:
                if article.id == article_id:
                    return issue, article
        return None

    @property
    def current(self) -> str | None:
        """The id of the article that is being read."""
        return self._current

    def show_current(self, article_id: str | None) -> None:
        """Mark the article that is being read, and put the cursor on it, opening its issue."""
        self._current = article_id
        place = self._place_of(article_id)
        if place is not None:
            self._open.add(place[0].id)
            self._rebuild(place)
        self.refresh()

    def memory(self) -> Memory:
        """Which issues are open and where the cursor is, to come back to."""
        return Memory(frozenset(self._open), self._row())

    def recall(self, memory: Memory) -> None:
        """Open and close the issues as they were, and put the cursor where it was."""
        self._open = set(memory.open)
        self._rebuild(memory.row)

    def article_under_cursor(self) -> str | None:
        row = self._row()
        return _article_id(row) if row is not None else None

    def draw(self, row: int, line: int, width: int, base: Style) -> Strip:
        drawn = Line(width, base, self.ambiguous)
        match self._rows[row]:
            case Unread(path, message):
                style = None if row == self.cursor else self.component("row--problem")
                return drawn.add(f"! {PurePath(path).name or path}  {message}", style).strip()
            case (issue, None):
                strong = self.component("row--strong")
                sign = "▾" if issue.id in self._open else "▸"
                drawn.tail(str(len(issue.articles)), self.muted(row))
                drawn.add(f"{sign if self.ambiguous == 1 else '-+'[sign == '▸']} ", self.muted(row))
                return drawn.add(self._label(issue), strong).strip()
            case (issue, article):
                assert article is not None
                mark = KIND_MARKS.get(article.kind) or (DERIVED_MARK if article.title_derived else "")
                current = article.id == self._current
                drawn.add(">" if current else " ", self.mark(row))
                drawn.add(f"{mark} " if mark else "   ", self.mark(row))
                read = self.is_read(article.id) and not current
                style = self.muted(row) if read else self.component("row--strong") if current else None
                return drawn.add(article.title, style).strip()

    def open_row(self, row: int, *, stay: bool) -> None:
        self._touched = True
        match self._rows[row]:
            case Unread(path, message):
                self.post_message(self.Explained(f"{path}: {message}"))
            case (issue, None):
                self._fold(issue, issue.id in self._open)
            case (_, article):
                assert article is not None
                self.post_message(self.Opened(article.id, stay))

    def action_move(self, by: int) -> None:
        self._touched = True
        super().action_move(by)

    def action_unfold(self) -> None:
        match self._row():
            case (issue, None) if issue.id not in self._open:
                self._fold(issue, False)
            case (_, None):
                self.action_move(1)
            case None:
                pass
            case _:
                self.open_row(self.cursor, stay=False)

    def action_fold(self) -> None:
        match self._row():
            case (issue, None):
                self._fold(issue, True)
            case (issue, _):
                self._touched = True
                self.cursor = self._rows.index((issue, None))

    def action_fold_all(self, fold: bool) -> None:
        self._touched = True
        row = self._row()
        self._open = set() if fold else {issue.id for issue in self._issues}
        self._rebuild((row[0], None) if isinstance(row, tuple) and fold else row)

    def _row(self) -> Row | None:
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def _fold(self, issue: Issue, fold: bool) -> None:
        self._touched = True
        if fold:
            self._open.discard(issue.id)
        else:
            self._open.add(issue.id)
        self._rebuild((issue, None))

    def _rebuild(self, at: Row | None) -> None:
        """Lay out the rows anew, with the cursor on row `at`, or on its issue where that is folded."""
        rows: list[Row] = []
        cursor = 0
        wanted = _key(at) if at is not None else None
        home = _key((at[0], None)) if isinstance(at, tuple) else None
        for issue in self._issues:
            inside: list[Article | None] = [None]
            if issue.id in self._open:
                inside.extend(issue.articles)
            for article in inside:
                key = _key((issue, article))
                if key == wanted or (key == home and not cursor):
                    cursor = len(rows)
                rows.append((issue, article))
        rows.extend(self._unread)
        if isinstance(at, Unread) and at in self._unread:
            cursor = rows.index(at)
        self._rows = rows
        self.rows_changed(cursor)

    def _label(self, issue: Issue) -> str:
        label = issue_label(issue)
        if self._labels[label] > 1 or issue.sort_date is None:
            # Pages that nothing else tells apart are told apart by their files.
            return f"{label} {PurePath(issue.source).stem}"
        return label


def _key(row: Row) -> tuple[str, str]:
    return (row[0].id, row[1].id if row[1] else "") if isinstance(row, tuple) else (row.path, "!")


def _article_id(row: Row) -> str | None:
    return row[1].id if isinstance(row, tuple) and row[1] else None
