"""Answering while the reader types: one question at a time, off the event loop, the newest first.

Typing never waits: a question that comes while another is being answered replaces whatever was
waiting, and an answer that is no longer wanted is dropped.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

Question = TypeVar("Question")
Answer = TypeVar("Answer")

PAUSE = 0.03
"""Seconds a question waits for the next character: an input method commits several at once."""


class LatestOnly(Generic[Question, Answer]):
    """Answers the last question asked, in a thread, as soon as `ready` says that it can be answered."""

    def __init__(
        self,
        answer: Callable[[Question], Answer],
        publish: Callable[[Question, Answer], None],
        ready: Callable[[], bool] = lambda: True,
    ) -> None:
        self._answer = answer
        self._publish = publish
        self._ready = ready
        self._wanted: Question | None = None
        self._changed = asyncio.Event()

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._wanted is not None

    def ask(self, question: Question) -> None:
        """The answer to `question` goes to `publish`, unless another question is asked before."""
        self._wanted = question
        self._changed.set()

    def forget(self) -> None:
        """Want no answer any more."""
        self._wanted = None

    def wake(self) -> None:
        """What was not ready is: answer what was asked meanwhile."""
        self._changed.set()

    async def run(self) -> None:
        """Answer until cancelled."""
        while True:
            await self._changed.wait()
            await asyncio.sleep(PAUSE)
            self._changed.clear()
            wanted = self._wanted
            if wanted is None or not self._ready():
                continue
            answer = await asyncio.to_thread(self._answer, wanted)
            if self._wanted == wanted:
                self._wanted = None
                self._publish(wanted, answer)
