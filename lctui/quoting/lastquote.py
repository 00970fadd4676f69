"""The file that always holds the last text copied, for where no clipboard can be reached."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

NAME = "last-quote.txt"


def keep(text: str, folder: Path) -> Path | None:
    """Write `text` to `last-quote.txt` in `folder`, in one step; where it is, or None where it cannot be.

    The file is readable by its owner only. A text that is already there is replaced as a whole, never
    in part.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=f".{NAME}-", dir=folder)
    except OSError:
        return None
    target = folder / NAME
    try:
        with open(handle, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
        os.replace(name, target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        return None
    return target
