"""Newsprint by day and by night: warm paper, ink, and the red of a masthead.

Every pair of text and ground is checked for contrast by the tests (WCAG 2.2, 1.4.3: at least 4.5; 7 for
body text). A terminal with sixteen colours would take the nearest of them for each, and make one of two that
must differ; there the themes are made of the sixteen (`plain`).
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from textual.theme import Theme

NEWSPRINT_LIGHT = Theme(
    name="newsprint-light",
    dark=False,
    primary="#8c1d18",
    secondary="#5a5145",
    accent="#8c1d18",
    warning="#7a4b00",
    error="#a3120a",
    success="#2f5d2f",
    foreground="#211d18",
    background="#f6f1e4",
    surface="#efe8d6",
    panel="#e6dcc6",
    variables={
        "border": "#8c1d18",
        "border-blurred": "#a89c85",
        "muted": "#655c4e",
        "cursor": "#8c1d18",
        "cursor-text": "#fbf7ec",
        "cursor-blurred": "#dccfb3",
        "match": "#f3cf6b",
        "match-text": "#211d18",
        "block-cursor-background": "#8c1d18",
        "block-cursor-foreground": "#fbf7ec",
        "block-cursor-blurred-background": "#dccfb3",
        "block-cursor-blurred-foreground": "#211d18",
        "input-cursor-background": "#211d18",
        "input-cursor-foreground": "#f6f1e4",
        "input-selection-background": "#dccfb3",
        "input-selection-foreground": "#211d18",
        "scrollbar": "#c9bb9c",
        "scrollbar-hover": "#c9bb9c",
        "scrollbar-active": "#8c1d18",
        "scrollbar-background": "#efe8d6",
        "scrollbar-background-hover": "#efe8d6",
        "scrollbar-background-active": "#efe8d6",
        "scrollbar-corner-color": "#efe8d6",
    },
)

NEWSPRINT_DARK = Theme(
    name="newsprint-dark",
    dark=True,
    primary="#e0a458",
    secondary="#b8ab94",
    accent="#e0a458",
    warning="#e8b968",
    error="#f08a7c",
    success="#9cc38a",
    foreground="#e9dfca",
    background="#1c1a17",
    surface="#25221d",
    panel="#2d2922",
    variables={
        "border": "#e0a458",
        "border-blurred": "#5d5547",
        "muted": "#a99d87",
        "cursor": "#e0a458",
        "cursor-text": "#1c1a17",
        "cursor-blurred": "#40392e",
        "match": "#6b5413",
        "match-text": "#fff6dc",
        "block-cursor-background": "#e0a458",
        "block-cursor-foreground": "#1c1a17",
        "block-cursor-blurred-background": "#40392e",
        "block-cursor-blurred-foreground": "#e9dfca",
        "input-cursor-background": "#e9dfca",
        "input-cursor-foreground": "#1c1a17",
        "input-selection-background": "#40392e",
        "input-selection-foreground": "#e9dfca",
        "scrollbar": "#5d5547",
        "scrollbar-hover": "#5d5547",
        "scrollbar-active": "#e0a458",
        "scrollbar-background": "#25221d",
        "scrollbar-background-hover": "#25221d",
        "scrollbar-background-active": "#25221d",
        "scrollbar-corner-color": "#25221d",
    },
)

THEMES = (NEWSPRINT_LIGHT, NEWSPRINT_DARK)
DEFAULT_THEME = NEWSPRINT_LIGHT.name


# The sixteen colours as the screen library knows them.
_BLACK, _RED, _BLUE, _CYAN, _GREY = "#000000", "#aa0000", "#0000aa", "#00aaaa", "#aaaaaa"
_DARK_GREY, _BRIGHT_RED, _YELLOW, _WHITE = "#555555", "#ff5555", "#ffff55", "#ffffff"
# As backgrounds the Linux console has no bright ones: white is grey there, dark grey black.
_SIXTEEN = {
    NEWSPRINT_LIGHT.name: {
        "#8c1d18": _RED, "#a3120a": _RED, "#7a4b00": _RED, "#5a5145": _BLUE, "#655c4e": _BLUE,
        "#2f5d2f": _BLACK, "#211d18": _BLACK, "#f6f1e4": _WHITE, "#fbf7ec": _WHITE, "#efe8d6": _GREY,
        "#e6dcc6": _GREY, "#a89c85": _DARK_GREY, "#c9bb9c": _DARK_GREY, "#dccfb3": _CYAN, "#f3cf6b": _YELLOW,
    },
    NEWSPRINT_DARK.name: {
        "#e0a458": _YELLOW, "#e8b968": _YELLOW, "#b8ab94": _GREY, "#a99d87": _GREY, "#f08a7c": _BRIGHT_RED,
        "#9cc38a": _WHITE, "#e9dfca": _WHITE, "#1c1a17": _BLACK, "#25221d": _BLACK, "#2d2922": _BLACK,
        "#fff6dc": _BLACK, "#5d5547": _DARK_GREY, "#40392e": _BLUE, "#6b5413": _CYAN,
    },
}  # fmt: skip


def plain(theme: Theme) -> Theme:
    """One of our themes made of the sixteen colours that every terminal has."""
    colors = _SIXTEEN[theme.name]
    named: dict[str, Any] = {
        field.name: colors[value]
        for field in fields(theme)
        if isinstance(value := getattr(theme, field.name), str) and value.startswith("#")
    }
    return replace(theme, **named, variables={name: colors[value] for name, value in theme.variables.items()})


def fallbacks(theme: Theme) -> dict[str, str]:
    """Values for our own variables under a theme that does not know them, one of Textual's."""
    colors = theme.to_color_system().generate()
    return {
        "muted": f"{colors['foreground']} 70%",
        "cursor": colors["block-cursor-background"],
        "cursor-text": colors["block-cursor-foreground"],
        "cursor-blurred": colors["block-cursor-blurred-background"],
        "match": f"{colors['warning']} 40%",
        "match-text": colors["foreground"],
    }
