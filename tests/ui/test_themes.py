"""Newsprint can be read: contrast by WCAG 2.2, and no colour where none is wanted."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from lctui.ui.themes import THEMES, fallbacks
from tests.ui import papers

PAIRS = [
    ("foreground", "background", 7.0),  # the text of an article
    ("foreground", "surface", 7.0),  # boxes
    ("foreground", "panel", 7.0),  # search bar, status line
    ("muted", "background", 4.5),  # dates, counts
    ("muted", "panel", 4.5),
    ("muted", "surface", 4.5),
    ("accent", "background", 4.5),  # titles, marks
    ("accent", "panel", 4.5),  # keys in the status line
    ("error", "background", 4.5),
    ("error", "panel", 4.5),
    ("cursor-text", "cursor", 4.5),  # the row under the cursor
    ("foreground", "cursor-blurred", 4.5),
    ("match-text", "match", 4.5),
]


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)


def contrast(one: Color, two: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast(theme: Theme, text: str, ground: str, least: float) -> None:
    colors = {**theme.to_color_system().generate(), **theme.variables}
    assert contrast(Color.parse(colors[text]), Color.parse(colors[ground])) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_our_variables_have_a_value_in_every_theme(theme: Theme) -> None:
    assert set(fallbacks(theme)) <= set(theme.variables)


async def test_every_theme_of_textual_can_be_chosen() -> None:
    app = papers.app()
    async with app.run_test(size=(100, 30)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
        assert app.is_running


async def test_day_and_night_are_exchanged() -> None:
    app = papers.app()
    async with app.run_test() as pilot:
        assert app.theme == "newsprint-light"
        await pilot.press("T")
        assert app.theme == "newsprint-dark"
        await pilot.press("T")
        assert app.theme == "newsprint-light"


async def test_an_unknown_theme_is_said_not_raised() -> None:
    app = papers.app(config=papers.Config(theme="none-such"))
    async with app.run_test(size=(200, 30)) as pilot:
        await pilot.pause()
        text, error = app.reader.status.message
        assert error
        assert "none-such" in text
        assert "newsprint-light" in text


async def test_without_colour_the_cursor_is_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = papers.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        cursor = app.reader.issues.get_component_rich_style("row--cursor")
        assert cursor.reverse
        assert app.reader.bar.entry.get_component_rich_style("input--cursor").reverse
        assert app.native_ansi_color  # colours are left out altogether, not turned to greys
