"""The keys that change how an article is set: measure, columns, air, justification, or as the page has it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.message import Message

from lctui.config import MEASURE_RANGE
from lctui.i18n import tr
from lctui.ui.places import START, Anchor
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_view import ArticleView


class ArticleSetting(ArticleView):
    """An article whose setting the reader changes; the place of the reader stays."""

    _left: Anchor = START
    """Where the reader was before the page's own lines were shown."""
    _shown_at = (-1, -1)
    """The row at the top and the marked paragraph when they were shown."""

    @dataclass
    class Told(Message):
        """What the last key did, where the text alone does not show it."""

        text: str

    def action_measure(self, by: int) -> None:
        """Set lines by two characters longer or shorter; 0: as they were at the start."""
        low, high = MEASURE_RANGE
        measure = self.setting.measure + 2 * by if by else self._usual_measure
        measure = max(low, min(measure, high))
        self._change(replace(self.setting, measure=measure), tr("每行 {count} 字").format(count=measure))
        room = self._frame.measure // 2
        if room < measure:
            self._say(tr("每行 {count} 字；这里放得下 {room} 字").format(count=measure, room=room))

    def action_columns(self) -> None:
        columns = 3 - self.setting.columns
        self._change(replace(self.setting, columns=columns), tr("一栏") if columns == 1 else tr("两栏"))
        if self._frame.columns < columns:
            self._say(tr("窗口太窄，放不下两栏；加宽后分栏"))

    def action_air(self) -> None:
        gap = not self.setting.gap
        self._change(replace(self.setting, gap=gap), tr("段间空一行") if gap else tr("段间不空行"))

    def action_justify(self) -> None:
        justify = not self.setting.justify
        self._change(replace(self.setting, justify=justify), tr("各行排齐") if justify else tr("各行不排齐"))

    def action_hanging(self) -> None:
        hanging = not self.setting.hanging
        told = tr("行末标点悬挂") if hanging else tr("行末标点不悬挂")
        self._change(replace(self.setting, hanging=hanging), told)

    def action_match(self, by: int) -> None:
        if not self.matches:
            self._say(tr("这一篇里没有命中"))
        super().action_match(by)

    def action_source(self) -> None:
        """Show the marked paragraph as the page has it, or as it reads."""
        self._source = not self._source
        mark = self._mark
        back = None
        if self._source:
            self._left = self._anchor
        elif self._shown_at == (self._top, mark):
            # Nothing was done meanwhile but looking: back to where the reader was.
            back = self._anchor = self._left
        self._set_again()
        self._put_mark(mark)
        rows = self._layout.rows_of_paragraph(mark)
        if rows and back is None:
            self._bring_in(0 if mark == 0 else rows.start, rows.stop - 1)
        self._shown_at = self._top, mark
        self._say(tr("这一段的版面原文；再按恢复") if self._source else tr("整理后的文字"))

    def _change(self, setting: Setting, told: str) -> None:
        self.setting = setting
        self._set_again()
        self._say(told)

    def _say(self, text: str) -> None:
        self.post_message(self.Told(text))
