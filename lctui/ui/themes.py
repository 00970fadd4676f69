"""Newsprint by day and by night: warm paper, ink, and the red of a masthead.

Every pair of text and ground is checked for contrast by the tests (WCAG 2.2, 1.4.3: at least 4.5; 7 for
body text).
"""

from __future__ import annotations

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
        "cursor-blurred": "#443d31",
        "match": "#6b5413",
        "match-text": "#fff6dc",
        "block-cursor-background": "#e0a458",
        "block-cursor-foreground": "#1c1a17",
        "block-cursor-blurred-background": "#443d31",
        "block-cursor-blurred-foreground": "#e9dfca",
        "input-cursor-background": "#e9dfca",
        "input-cursor-foreground": "#1c1a17",
        "input-selection-background": "#443d31",
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
