"""When Python looks for garbage, where that costs more than it brings."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collecting() -> Iterator[None]:
    """While this holds no garbage is looked for; afterwards it is if it was before.

    For work that makes many values that stay, and next to none that go: reading a page as long as a book
    would spend up to half of its time going through them again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
