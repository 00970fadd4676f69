"""The reader's state: kept, shared by two readers, and never lost to a broken file or a full disk."""

import errno
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.model import Article, Byline, Issue, Paragraph
from lctui.quoting.quote import Passage, Position
from lctui.state import JumpList, Place, State, files, state_folder

ROOT = Path(__file__).parents[1]


def passage(start: int = 0, end: int = 4) -> Passage:
    paragraphs = (
        Paragraph("text", "第一段文字。", ((1, 1),)),
        Paragraph("text", "第二段“引号”。", ((2, 2),)),
    )
    article = Article("p/1", "report", "题目", paragraphs, bylines=(Byline("记者", ("高田",)),))
    issue = Issue(
        "p", "p.txt", "utf-8", ("第一段文字。", "第二段“引号”。"), (article,), date=date(2024, 1, 16)
    )
    return Passage(issue, article, Position(1, start), Position(1, end))


class Clock:
    """Seconds that pass by one with every look."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def state(folder: Path, clock: Clock | None = None) -> State:
    return State(folder, clock=clock or Clock())


def test_the_folder_is_the_platforms_unless_named() -> None:
    assert state_folder({"LCTUI_STATE_DIR": "/tmp/here"}) == Path("/tmp/here")
    assert state_folder({}).name == "lctui"


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    clock = Clock()
    first = state(tmp_path, clock)
    first.set_position("p/1", Position(3, 14))
    first.set_position("p/2", Position(0, 2, mark=4))
    first.mark_read("p/1")
    first.mark_read("p/2")
    first.mark_read("p/2", False)
    first.set_bookmark("两会", "p/1", Position(1, 5))
    first.add_jump(Place("p/1", Position(0, 0)))
    quote = first.add_quote(passage(), note="记一笔")
    first.add_search("高铁")
    first.add_search("聊城")
    first.add_search("高铁")
    first.add_search("  ")
    first.set_choice("citation_style", "gbt7714-2025")
    assert first.flush()

    again = state(tmp_path, clock)
    assert again.position("p/1") == Position(3, 14)
    assert [place and place.mark for place in map(again.position, ("p/1", "p/2"))] == [None, 4]
    assert again.position("unknown") is None
    assert again.last_article() == "p/2"
    assert again.read_articles() == {"p/1"}
    assert again.is_read("p/1")
    assert not again.is_read("p/2")
    assert [(mark.name, mark.article_id, mark.position) for mark in again.bookmarks()] == [
        ("两会", "p/1", Position(1, 5))
    ]
    assert again.jump_list().places == (Place("p/1", Position(0, 0)),)
    assert again.basket() == (quote,)
    assert quote.start == Position(1, 0)
    assert quote.source.authors == ("高田",)
    assert again.searches() == ("高铁", "聊城")
    assert again.choice("citation_style") == "gbt7714-2025"
    assert again.choice("never chosen") is None
    assert again.take_problems() == ()


def test_quotes_are_noted_removed_and_brought_back_in_their_place(tmp_path: Path) -> None:
    here = state(tmp_path)
    first, second = here.add_quote(passage(0, 3)), here.add_quote(passage(3, 6))
    here.put_quote(replace(first, note="先看\n第二行"))
    assert [quote.note for quote in here.basket()] == ["先看\n第二行", ""]
    here.remove_quote(first.id)
    assert here.basket() == (second,)
    here.put_quote(first)
    assert here.basket() == (first, second)


def test_positions_wait_for_a_flush_but_are_seen_at_once(tmp_path: Path) -> None:
    here = state(tmp_path)
    here.set_position("p/1", Position(1, 1))
    assert here.position("p/1") == Position(1, 1)
    assert not list(tmp_path.glob("*.json"))
    assert here.unwritten
    assert here.flush()
    assert not here.unwritten
    assert state(tmp_path).position("p/1") == Position(1, 1)


def test_two_readers_see_each_others_changes(tmp_path: Path) -> None:
    clock = Clock()
    left, right = state(tmp_path, clock), state(tmp_path, clock)
    left.set_bookmark("a", "p/1", Position(0, 0))
    right.set_bookmark("b", "p/2", Position(1, 0))
    left.set_bookmark("c", "p/3", Position(2, 0))
    right.remove_bookmark("a")
    for reader in (left, right):
        assert [mark.name for mark in reader.bookmarks()] == ["b", "c"]


def test_a_late_write_does_not_undo_a_newer_one(tmp_path: Path) -> None:
    clock = Clock()
    left, right = state(tmp_path, clock), state(tmp_path, clock)
    left.set_position("p/1", Position(1, 0))
    right.set_position("p/1", Position(9, 0), write=True)
    left.flush()
    assert left.position("p/1") == right.position("p/1") == Position(9, 0)


WRITER = """
import sys
from pathlib import Path
from lctui.quoting.quote import Position
from lctui.state import State
state = State(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    state.set_bookmark(f"{sys.argv[2]}-{number}", "p/1", Position(number, 0))
    state.set_position(f"{sys.argv[2]}/{number}", Position(number, 0), write=number % 5 == 4)
sys.exit(not state.flush())
"""


def writer(folder: Path, name: str, count: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", WRITER, str(folder), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    running = [writer(tmp_path, name, 60) for name in "abc"]
    for process in running:
        _, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint.decode()
    here = state(tmp_path)
    wanted = {f"{name}-{number}" for name in "abc" for number in range(60)}
    assert {mark.name for mark in here.bookmarks()} == wanted
    assert all(here.position(f"{name}/{number}") for name in "abc" for number in range(60))
    assert here.take_problems() == ()
    assert not list(tmp_path.glob(".*")), "no half-written files are left"


def test_a_reader_killed_in_the_middle_leaves_whole_files(tmp_path: Path) -> None:
    luck = random.Random(7)
    for turn in range(6):
        process = writer(tmp_path, f"r{turn}", 5_000)
        deadline = time.monotonic() + 20
        while not (tmp_path / "bookmarks.json").exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(luck.uniform(0.05, 0.3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        here = state(tmp_path)
        names = {mark.name for mark in here.bookmarks()}
        assert here.take_problems() == ()
        assert names >= {f"r{turn}-{n}" for n in range(sum(name.startswith(f"r{turn}-") for name in names))}


BROKEN = [
    (b"", "an empty file, as a crash of the machine leaves one"),
    (b'{"schema": 1, "records": {"a"', "cut off"),
    (b"\x00" * 64, "zeroes"),
    (b"\xff\xfe\x00", "no UTF-8"),
    (b"[]", "JSON, but no document of ours"),
    (b'{"schema": 1}', "no records"),
    (b'{"schema": 1, "records": {"a": 7}}', "records that are none"),
    (b"[" * 100_000, "nested beyond what a parser takes"),
]


@pytest.mark.parametrize(("content", "why"), BROKEN, ids=[case[1] for case in BROKEN])
def test_a_broken_file_is_set_aside_and_never_overwritten(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "basket.json").write_bytes(content)
    here = state(tmp_path)
    assert here.basket() == ()
    quote = here.add_quote(passage())
    aside = list(tmp_path.glob("basket.json.broken-*"))
    assert [path.read_bytes() for path in aside] == [content]
    (sentence,) = here.take_problems()
    assert str(tmp_path / "basket.json") in sentence
    assert aside[0].name in sentence
    assert state(tmp_path).basket() == (quote,)


def test_a_second_broken_file_takes_another_name(tmp_path: Path) -> None:
    for turn in range(3):
        (tmp_path / "basket.json").write_text(f"broken {turn}")
        assert state(tmp_path).basket() == ()
    assert sorted(path.read_text() for path in tmp_path.glob("basket.json.broken-*")) == [
        f"broken {turn}" for turn in range(3)
    ]


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    later = json.dumps({"schema": files.SCHEMA + 1, "records": {}, "new": True})
    (tmp_path / "bookmarks.json").write_text(later)
    here = state(tmp_path)
    here.set_bookmark("a", "p/1", Position(0, 0))
    assert here.bookmark("a") is not None, "for this reader it is there"
    assert (tmp_path / "bookmarks.json").read_text() == later
    assert len(here.take_problems()) == 1


def test_a_record_of_another_make_is_kept_though_not_shown(tmp_path: Path) -> None:
    odd = {"text": 7, "at": "yesterday"}
    (tmp_path / "basket.json").write_text(json.dumps({"schema": 1, "records": {"odd": odd}}))
    here = state(tmp_path)
    assert here.basket() == ()
    here.add_quote(passage())
    assert json.loads((tmp_path / "basket.json").read_text())["records"]["odd"] == odd
    assert len(here.basket()) == 1


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_with_a_full_disk_reading_goes_on_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = state(tmp_path)
    kept = here.add_quote(passage(0, 2))
    before = (tmp_path / "basket.json").read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", full)
        lost = here.add_quote(passage(2, 4))
        here.add_quote(passage(4, 5))
        assert here.basket()[:2] == (kept, lost)
        assert (tmp_path / "basket.json").read_bytes() == before
        assert len(here.take_problems()) == 1, "told once"
        assert not list(tmp_path.glob(".basket*"))
    assert here.flush()
    assert len(state(tmp_path).basket()) == 3


def test_a_limit_on_file_size_is_met_in_the_same_way(tmp_path: Path) -> None:
    script = """
import resource, sys
from pathlib import Path
from lctui.quoting.quote import Position
from lctui.state import State
state = State(Path(sys.argv[1]))
state.set_bookmark("a", "p/1", Position(0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
for number in range(20):
    state.set_bookmark(f"b{number}", "p/1", Position(0, 0))
print(len(state.bookmarks()), len(state.take_problems()))
"""
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=30)
    assert done.stdout.split() == ["21", "1"], done.stderr
    assert "a" in {mark.name for mark in state(tmp_path).bookmarks()}, "what was there is whole"


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    here = state(tmp_path / "file" / "state")
    here.mark_read("p/1")
    here.add_search("高铁")
    assert here.is_read("p/1")
    assert here.searches() == ("高铁",)
    (sentence,) = here.take_problems()
    assert str(tmp_path / "file" / "state") in sentence
    assert "内存" in sentence


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    state(tmp_path).mark_read("p/1")
    (tmp_path / "basket.json").write_text("broken")
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("this user, root, may write everywhere")
    try:
        here = state(tmp_path)
        assert here.is_read("p/1")
        here.mark_read("p/2")
        assert here.read_articles() == {"p/1", "p/2"}
        assert here.basket() == ()
        assert here.take_problems()
        assert (tmp_path / "basket.json").read_text() == "broken"
    finally:
        tmp_path.chmod(0o700)


def test_a_reader_that_holds_the_lock_forever_does_not_hang_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LOCK_TIMEOUT", 0.1)
    here = state(tmp_path)
    with files.lock(tmp_path):
        begin = time.monotonic()
        here.mark_read("p/1")
        assert time.monotonic() - begin < 2
    assert here.is_read("p/1")
    assert here.take_problems()
    assert here.flush()
    assert state(tmp_path).is_read("p/1")


def test_old_searches_and_positions_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = state(tmp_path)
    for number in range(JumpList.SIZE + 20):
        here.add_jump(Place("p/1", Position(number, 0)))
    here.flush()
    places = state(tmp_path).jump_list().places
    assert len(places) == JumpList.SIZE
    assert places[-1].position.paragraph == JumpList.SIZE + 19


OPERATIONS = st.lists(
    st.tuples(
        st.sampled_from(["left", "right"]),
        st.sampled_from(["set", "remove", "wait", "flush"]),
        st.sampled_from("abc"),
        st.integers(0, 9),
    ),
    max_size=25,
)


@settings(max_examples=40, deadline=None)
@given(OPERATIONS)
def test_any_order_of_changes_by_two_readers_ends_the_same_for_both(
    tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[str, str, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    clock = Clock()
    readers = {"left": state(folder, clock), "right": state(folder, clock)}
    newest: dict[str, int | None] = {}
    for who, what, name, value in operations:
        reader = readers[who]
        if what == "set":
            reader.set_position(name, Position(value, 0), write=True)
            newest[name] = value
        elif what == "wait":
            reader.set_position(name, Position(value, 0))
            newest[name] = value
        elif what == "remove":
            reader.mark_read(name, value > 4)
        else:
            reader.flush()
    for reader in readers.values():
        reader.flush()
    for reader in [*readers.values(), state(folder, clock)]:
        assert {name: reader.position(name) for name in newest} == {
            name: Position(value or 0, 0) for name, value in newest.items()
        }
    assert readers["left"].read_articles() == readers["right"].read_articles()


def place(number: int) -> Place:
    return Place("p/1", Position(number, 0))


def test_the_jump_list_goes_back_and_forward() -> None:
    jumps = JumpList()
    assert jumps.back(place(0)) is None, "nothing to go back to"
    jumps = JumpList()
    jumps.push(place(1))
    jumps.push(place(2))
    assert jumps.back(place(3)) == place(2)
    assert jumps.back(place(2)) == place(1)
    assert jumps.back(place(1)) is None
    assert jumps.forward() == place(2)
    assert jumps.forward() == place(3), "where the reader was is come back to"
    assert jumps.forward() is None
    jumps.push(place(1))
    assert [p.position.paragraph for p in jumps.places] == [2, 3, 1], "a place stands in the list once"
    for number in range(200):
        jumps.push(place(number))
    assert len(jumps.places) == JumpList.SIZE


def test_a_slow_disk_keeps_no_other_thread_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen looks at the state and notes places while another thread writes."""
    here = state(tmp_path)
    here.set_position("p/1", Position(1, 0), write=True)
    slow, begun = threading.Event(), threading.Event()

    def fsync(_: int) -> None:
        begun.set()
        slow.wait(10)

    monkeypatch.setattr(files.os, "fsync", fsync)
    writing = threading.Thread(target=here.set_position, args=("p/1", Position(2, 0)), kwargs={"write": True})
    writing.start()
    try:
        assert begun.wait(10)
        begin = time.monotonic()
        here.set_position("p/1", Position(3, 0))
        assert here.position("p/1") == Position(3, 0)
        assert here.unwritten
        assert time.monotonic() - begin < 1
    finally:
        slow.set()
        writing.join()
    assert here.unwritten, "what came meanwhile is still to be written"
    assert here.flush()
    assert state(tmp_path).position("p/1") == Position(3, 0)


def test_threads_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    here = state(tmp_path)

    def note(name: str) -> None:
        for number in range(30):
            here.set_bookmark(f"{name}{number}", "p/1", Position(number, 0))
            here.bookmarks()

    running = [threading.Thread(target=note, args=(name,)) for name in "abcd"]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    assert len(state(tmp_path).bookmarks()) == 120


@pytest.mark.parametrize("wrong", [{"paragraph": "Infinity"}, {"taken": "Infinity"}, {"taken": "1e18"}])
def test_numbers_beyond_all_bounds_are_records_of_another_make(tmp_path: Path, wrong: dict[str, str]) -> None:
    state(tmp_path).add_quote(passage())
    file = tmp_path / "basket.json"
    (record,) = json.loads(file.read_text("utf-8"))["records"].values()
    records = {"good": record, "wrong": {**record, **{key: float(value) for key, value in wrong.items()}}}
    file.write_text(json.dumps({"schema": 1, "records": records}), "utf-8")
    assert [f"{quote.time:%Y}" for quote in state(tmp_path).basket()] == ["2023"]


def test_what_a_wrong_clock_dated_into_the_future_can_still_be_changed(tmp_path: Path) -> None:
    ahead = Clock()
    ahead.now = 4_000_000_000.0
    quote = state(tmp_path, ahead).add_quote(passage())
    now = state(tmp_path)
    assert now.basket() == (quote,)
    now.put_quote(replace(quote, note="按语"))
    assert state(tmp_path).basket()[0].note == "按语"
    now.remove_quote(quote.id)
    assert state(tmp_path).basket() == ()
