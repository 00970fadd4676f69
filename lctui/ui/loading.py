"""Reading the pages and building the index, in threads, while the reader is already open.

Threads only post messages; the store is touched on the event loop alone, but for the building of
the index, which reads it after everything has been taken in.
"""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import copy_context
from dataclasses import dataclass
from time import monotonic

from textual.message import Message
from textual.worker import get_current_worker

from lctui.model import Issue
from lctui.store import ArticleStore, LoadProblem
from lctui.text import words

Post = Callable[[Message], object]
"""Hands a message to the screen; may be called from any thread."""

TELL_EVERY = 0.15
"""Seconds between two reports: often enough to be lively, seldom enough for a slow line."""


@dataclass
class PagesRead(Message):
    """More pages: `done` of `total` so far; `finished` with the last."""

    found: tuple[Issue | LoadProblem, ...]
    done: int
    total: int
    finished: bool


@dataclass
class IndexProgress(Message):
    """The index holds `done` of `total` articles."""

    done: int
    total: int


class IndexReady(Message):
    """From now on a search is answered at once."""


@contextmanager
def keeping_everything() -> Iterator[None]:
    """While this holds nothing is garbage-collected; what there is at the end never will be.

    Pages and index are millions of objects that live as long as the reader. Going through them all, as
    Python does again and again while they grow, would stop the reader for half a second each time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


async def in_thread(work: Callable[[], None]) -> None:
    """Do `work` in a thread that nobody waits for, should the reader leave meanwhile.

    The threads of asyncio and of Textual's workers are waited for at the end, and a page can take long.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def finish(error: Exception | None) -> None:
        if not done.done():
            if error is None:
                done.set_result(None)
            else:
                done.set_exception(error)

    def run() -> None:
        failed: Exception | None = None
        try:
            work()
        except Exception as error:
            failed = error
        with suppress(RuntimeError):  # the loop is closed: the reader has left
            loop.call_soon_threadsafe(finish, failed)

    threading.Thread(target=copy_context().run, args=(run,), daemon=True).start()
    await done


def read_rest(found: Iterator[Issue | LoadProblem], remaining: int, post: Post) -> None:
    """Read on to the last page, posting `PagesRead`. For a worker thread; ends when cancelled."""
    worker = get_current_worker()
    batch: list[Issue | LoadProblem] = []
    done = 0
    told = monotonic()
    with keeping_everything():
        for page in found:
            if worker.is_cancelled:
                close = getattr(found, "close", None)
                if close is not None:
                    close()
                return
            batch.append(page)
            done += 1
            if monotonic() - told >= TELL_EVERY:
                post(PagesRead(tuple(batch), done, max(done, remaining), False))
                batch.clear()
                told = monotonic()
    if not worker.is_cancelled:
        post(PagesRead(tuple(batch), done, done, True))


def build_index(store: ArticleStore, post: Post) -> None:
    """Build the store's index, posting `IndexProgress`, then `IndexReady`. For a worker thread."""
    worker = get_current_worker()
    told = monotonic()

    def progress(done: int, total: int) -> None:
        nonlocal told
        if monotonic() - told >= TELL_EVERY:
            told = monotonic()
            post(IndexProgress(done, total))

    with keeping_everything():
        store.build_index(progress, lambda: worker.is_cancelled)
    if store.ready and not worker.is_cancelled:
        post(IndexReady())
    if not worker.is_cancelled:
        # For the first query of run-together words, and the first w or b; nobody waits for it here.
        words.warm_up()
