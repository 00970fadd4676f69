"""The reader as its user starts it: a process of its own in a pseudo-terminal of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, clean_env

LCTUI = (sys.executable, "-m", "lctui")

Open = Callable[..., Terminal]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    folder = tmp_path / "state"
    folder.mkdir()
    return folder


@pytest.fixture
def reader(state: Path) -> Iterator[Open]:
    """Opens the reader, by default at 80x24 on the bundled pages; it is closed after the test."""
    with ExitStack() as stack:

        def start(*arguments: str, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
            terminal = Terminal((*LCTUI, *arguments), clean_env(state, **env), columns, rows)
            return stack.enter_context(terminal)

        yield start
