"""How fast pages are read: pages a second, beside reading and decoding the same files alone."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from lctui.ingest.page import read_page
from lctui.store import bundled_pages, find_pages, open_store, read_pages

ROUNDS = 20
FOLDER = 2000


def best(times: list[float]) -> float:
    return min(times)


def one_core() -> None:
    """The bundled pages again and again, in this process."""
    files = sorted(bundled_pages().glob("*.txt"))
    reading, decoding = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        texts = [file.read_bytes().decode("utf-8") for file in files]
        middle = time.perf_counter()
        for file in files:
            read_page(file.read_bytes(), source=file.name, id=file.stem)
        end = time.perf_counter()
        decoding.append(middle - start)
        reading.append(end - middle)
    characters = sum(map(len, texts)) / len(files)
    page = best(reading) / len(files)
    print(
        f"one core: {1 / page:.0f} pages/s ({page * 1000:.1f} ms a page of {characters:.0f} characters), "
        f"{best(reading) / best(decoding):.0f} times reading and decoding alone"
    )


def long_page() -> None:
    """One "page" of ten times and a hundred times the length: the cost must stay linear."""
    data = b"\n".join(file.read_bytes() for file in sorted(bundled_pages().glob("*.txt")))
    costs = []
    for times in (1, 10, 100):
        start = time.perf_counter()
        read_page(data * times, source="long.txt", id="long")
        costs.append((time.perf_counter() - start) / (len(data) * times / 1e6))
    print(
        "one long page: "
        + ", ".join(
            f"{len(data) * times / 1e6:.1f} MB {cost:.2f} s/MB"
            for times, cost in zip((1, 10, 100), costs, strict=True)
        )
    )


def folder() -> None:
    """A folder of pages on the cores there are, and how soon the first one is there."""
    with tempfile.TemporaryDirectory() as name:
        files = sorted(bundled_pages().glob("*.txt"))
        for n in range(FOLDER):
            shutil.copy(files[n % len(files)], Path(name, f"{n:04}.txt"))
        start = time.perf_counter()
        pages, _ = find_pages([name])
        found = read_pages(pages, parallel=True)
        next(found)
        first = time.perf_counter() - start
        count = 1 + sum(1 for _ in found)
        taken = time.perf_counter() - start
        print(
            f"a folder of {count}: {count / taken:.0f} pages/s on {len(os.sched_getaffinity(0))} cores, "
            f"the first after {first * 1000:.0f} ms"
        )


def store() -> None:
    """The bundled pages, as the reader opens them."""
    start = time.perf_counter()
    open_store()
    print(f"the bundled pages: {(time.perf_counter() - start) * 1000:.0f} ms in all")


def main() -> int:
    store()
    one_core()
    long_page()
    folder()
    return 0


if __name__ == "__main__":
    sys.exit(main())
