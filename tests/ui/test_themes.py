"""Newsprint can be read: contrast by WCAG 2.2, and no colour where none is wanted."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from lctui.ui.themes import THEMES, fallbacks, plain
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


def colors_of(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def as_sent(color: str, system: ColorSystem) -> RichColor:
    """What a terminal of so many colours is sent."""
    return RichColor.parse(Color.parse(color).hex6).downgrade(system)


def test_the_measure_itself() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast(theme: Theme, text: str, ground: str, least: float) -> None:
    colors = colors_of(theme)
    assert contrast(Color.parse(colors[text]), Color.parse(colors[ground])) >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_contrast_with_256_colours(theme: Theme, text: str, ground: str, least: float) -> None:
    one, two = (
        as_sent(colors_of(theme)[name], ColorSystem.EIGHT_BIT).get_truecolor() for name in (text, ground)
    )
    assert contrast(Color(*one), Color(*two)) >= least


VGA = [
    "#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
    "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
]  # fmt: skip
XTERM = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
]  # fmt: skip
SIXTEEN = {"vga": (VGA, VGA), "xterm": (XTERM, XTERM), "linux": (VGA, VGA[:8] * 2)}
"""What the sixteen colours are as letters and as grounds; the Linux console has no bright grounds."""


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("palette", SIXTEEN)
def test_sixteen_colours_are_enough(theme: Theme, palette: str) -> None:
    letters, grounds = SIXTEEN[palette]
    numbers = {}
    for name, value in colors_of(plain(theme)).items():
        if value.startswith("#"):
            numbers[name] = as_sent(value, ColorSystem.STANDARD).number or 0
    for text, ground, least in PAIRS:
        found = contrast(Color.parse(letters[numbers[text]]), Color.parse(grounds[numbers[ground]]))
        # Nothing better than 3.3 is to be had for red on the grey of a console.
        assert found >= (4.5 if least == 7 else 3.0), (text, ground, found)
    shown = {name: grounds[numbers[name]] for name in ("background", "cursor", "cursor-blurred", "match")}
    assert len(set(shown.values())) == len(shown), shown


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


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_a_match_inside_a_selection_can_be_read(theme: Theme) -> None:
    app = papers.app()
    async with app.run_test() as pilot:
        app.theme = theme.name
        await pilot.pause()
        pane = app.reader.pane
        for match in ("match", "match-current", "repair"):
            drawn = pane.get_component_rich_style(f"article--{match}", partial=True)
            drawn += pane.get_component_rich_style("article--selection", partial=True)
            assert drawn.color
            assert drawn.bgcolor
            text, ground = (Color(*color.get_truecolor()) for color in (drawn.color, drawn.bgcolor))
            assert contrast(text, ground) >= 4.5
