"""The bottom line: hints that fit, messages before positions."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from lctui.ui.widgets.status_line import Hint, StatusLine

HINTS = [Hint("j/k", "移动", "j"), Hint("Enter", "打开", "enter"), Hint("?", "帮助", "question_mark")]


STAYING = [*HINTS[:2], Hint("?", "帮助", "question_mark", stays=True)]


class Shown(App[None]):
    def compose(self) -> ComposeResult:
        yield StatusLine(id="status")


async def line(width: int, **parts: object) -> str:
    app = Shown()
    async with app.run_test(size=(width, 3)) as pilot:
        status = app.query_one(StatusLine)
        for name, value in parts.items():
            setattr(status, name, value)
        await pilot.pause()
        strip = status.render_line(0)
        assert strip.cell_length == width
        return strip.text.rstrip()


@pytest.mark.parametrize(
    ("width", "parts", "shown"),
    [
        (60, {}, " j/k 移动  Enter 打开  ? 帮助"),  # everything fits
        (24, {}, " j/k 移动  Enter 打开"),  # the last hint does not, and is left out whole
        (24, {"hints": STAYING}, " j/k 移动  ? 帮助"),  # unless it is one that stays
        (12, {"hints": STAYING}, " ? 帮助"),
        (6, {"hints": STAYING}, ""),  # no room for any
        (40, {"position": "段 1/3"}, f" j/k 移动  Enter 打开  ? 帮助{'段 1/3':>9}"),  # position at the edge
        (40, {"message": ("已复制", False), "position": "段 1/3"}, f" 已复制{'段 1/3':>31}"),  # both
        (
            20,
            {"message": ("一句比较长的话在这", False), "position": "段 1/3"},
            " 一句比较长的话在这",
        ),  # the message
        (20, {"message": ("一句怎么也放不下的长话", True)}, " 一句怎么也放不下的…"),  # cut, where it must be
        (40, {"progress": "读入", "position": "1/3"}, f" j/k 移动  Enter 打开{'读入  1/3':>16}"),
    ],
)
async def test_what_stands_on_the_line(width: int, parts: dict[str, object], shown: str) -> None:
    assert await line(width, **{"hints": HINTS, **parts}) == shown


@pytest.mark.parametrize(("x", "key"), [(1, "j"), (10, "enter"), (24, "question_mark"), (45, None)])
async def test_a_hint_can_be_clicked(x: int, key: str | None) -> None:
    pressed: list[str] = []

    class Clicked(Shown):
        def on_status_line_pressed(self, event: StatusLine.Pressed) -> None:
            pressed.append(event.key)

    app = Clicked()
    async with app.run_test(size=(60, 3)) as pilot:
        app.query_one(StatusLine).hints = HINTS
        await pilot.pause()
        await pilot.click(StatusLine, offset=(x, 0))
        await pilot.pause()
    assert pressed == ([key] if key else [])
