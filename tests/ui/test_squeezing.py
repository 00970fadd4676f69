"""Half-width forms are for the lines of an article, and only where the reader has not switched them off."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from lctui.config import Config
from lctui.ui.themes import THEMES
from lctui.ui.widgets.prose import Prose
from tests.ui import papers

TEXT = "他说《路》，[2024年8月，好的。" * 6


class Preview(App[None]):
    """A preview alone."""

    def compose(self) -> ComposeResult:
        yield Prose()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables


async def test_a_preview_draws_the_marks_as_they_are() -> None:
    async with Preview().run_test(size=(60, 20)) as pilot:
        prose = pilot.app.query_one(Prose)
        prose.update(TEXT)
        for width in range(20, 60):
            await pilot.resize_terminal(width, 20)
            await pilot.pause(0)
            drawn = "".join(prose.render_line(y).text.strip() for y in range(prose.size.height))
            assert drawn == TEXT, width


@pytest.mark.parametrize("squeeze", [True, False])
async def test_the_setting_reaches_the_article(squeeze: bool) -> None:
    app = papers.app(1, config=Config(squeeze=squeeze))
    async with app.run_test(size=(80, 24)):
        assert app.reader.pane.setting.squeeze is squeeze
