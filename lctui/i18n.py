"""The two interface languages. Chinese is the source language; English is a gettext catalogue.

The language is what LCTUI_LANG or --lang says, else Chinese. LANG is not asked: on a server it
tells how the machine was set up, not what the reader of a Chinese paper reads.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

_catalogue: gettext.NullTranslations | None = None


def use_language(language: str | None) -> None:
    """Choose the interface language: `zh` or `en`; None means LCTUI_LANG, else `zh`.

    An unknown language falls back to Chinese.
    """
    global _catalogue
    wanted = (language or os.environ.get("LCTUI_LANG") or "zh").split("_")[0].split(".")[0]
    _catalogue = gettext.translation(
        "lctui", Path(__file__).parent / "locale", languages=[wanted], fallback=True
    )


def tr(message: str) -> str:
    """The Chinese `message` in the interface language."""
    if _catalogue is None:
        use_language(None)
    assert _catalogue is not None
    return _catalogue.gettext(message)
