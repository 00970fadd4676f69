"""Carrying what the reader chose to the clipboard, off the event loop, and saying what became of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal

from lctui.config import Config
from lctui.quoting import clipboard
from lctui.quoting.citation import Style, cite
from lctui.quoting.clipboard import Outcome
from lctui.quoting.quote import Passage, page_text, quote, quote_article
from lctui.ui.driver import Terminal

What = Literal["quote", "article", "citation", "page"]


def text_of(passage: Passage, what: What, style: Style) -> str:
    """What is copied: a passage with its source, the article, the source alone, or the page's characters."""
    match what:
        case "quote":
            return quote(passage, style)
        case "article":
            return quote_article(passage.issue, passage.article, style)
        case "citation":
            return cite(passage.issue, passage.article, style)
        case "page":
            return page_text(passage)


async def copy(text: str, terminal: Terminal | None, folder: Path | None, config: Config) -> Outcome:
    """Copy by the best route there is. Call on the event loop; helpers run in a thread meanwhile.

    `folder` is where the last resort, a file, is kept; `terminal` is None where there is none.
    """
    loop = asyncio.get_running_loop()

    def write(sequence: str) -> None:
        # The terminal belongs to the event loop: there a frame is never cut in two.
        if terminal is not None:
            loop.call_soon_threadsafe(terminal.send, sequence)

    return await asyncio.to_thread(
        clipboard.copy,
        text,
        write=write if terminal is not None else None,
        folder=folder,
        limit=config.clipboard_limit,
        wanted=None if config.clipboard == "auto" else config.clipboard,
    )
