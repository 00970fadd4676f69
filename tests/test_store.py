import gc
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import lctui
from lctui import store as stores
from lctui.catalog import Given
from lctui.model import Article, Issue, Paragraph
from lctui.store import ArticleStore, bundled_pages, find_pages, open_store, read_pages

PAGE = "城市书房开进社区\n　　本报讯（记者 王明） 近日，城市书房在社区开放，居民步行十分钟就能借到书。\n"


def page(folder: Path, name: str, text: str = PAGE) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def issue(name: str, day: date | None = None, inferred: date | None = None) -> Issue:
    article = Article(f"{name}/1", "report", "题", (Paragraph("text", "文。", ((1, 1),)),))
    return Issue(name, f"{name}.txt", "utf-8", ("文。",), (article,), date=day, date_inferred=inferred)


def test_the_bundled_pages_are_opened_when_none_are_named() -> None:
    store = lctui.open_store()
    assert len(store.issues) == 5
    assert len(store) == 47
    assert store.problems == []
    assert all(one.source == Path(one.source).name for one in store.issues)


def test_newest_first_by_printed_or_inferred_date_and_undated_last() -> None:
    store = ArticleStore(
        [
            issue("a"),
            issue("b", date(2024, 1, 1)),
            issue("c", None, date(2024, 1, 2)),
            issue("d", date(2025, 1, 1)),
        ]
    )
    assert [one.id for one in store.issues] == ["d", "c", "b", "a"]


def test_articles_are_found_by_id() -> None:
    store = ArticleStore([issue("a"), issue("b")])
    assert store.article("b/1").id == "b/1"
    assert store.issue_of("b/1").id == "b"
    assert "c/1" not in store
    with pytest.raises(KeyError):
        store.article("c/1")


def test_folders_are_searched_to_the_bottom_and_nothing_is_taken_twice(tmp_path: Path) -> None:
    page(tmp_path, "b.txt")
    page(tmp_path, "2024/a.TXT")
    page(tmp_path, ".hidden/c.txt")
    page(tmp_path, "notes.md")
    pages, problems = find_pages([tmp_path, tmp_path / "b.txt"])
    assert [Path(one.path).name for one in pages] == ["b.txt", "a.TXT"]
    assert problems == []


def test_a_file_named_outright_may_be_called_anything(tmp_path: Path) -> None:
    assert len(open_store(page(tmp_path, "page.dump")).issues) == 1


def test_files_of_one_name_get_ids_of_their_own_whatever_their_order(tmp_path: Path) -> None:
    one, two = page(tmp_path, "x/01.txt"), page(tmp_path, "y/01.txt", PAGE.replace("王明", "李平"))
    ids = {one.source: one.id for one in open_store([one, two]).issues}
    assert len(set(ids.values())) == 2
    assert ids == {one.source: one.id for one in open_store([two, one]).issues}
    same = open_store([page(tmp_path, "x/02.txt"), page(tmp_path, "y/02.txt")])
    assert len({one.id for one in same.issues}) == 2
    assert len(same) == 2
    assert all(article.id.startswith(home.id + "/") for home, article in same.articles())


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "nowhere.txt", "没有这个文件"),
        (lambda folder: page(folder, "empty.txt", ""), "空文件"),
        (lambda folder: page(folder, "blank.txt", " \n\n　\n"), "空文件"),
        (lambda folder: page(folder, "d/readme.md").parent, "没有版面文件"),
    ],
)
def test_what_cannot_be_opened_is_said_and_the_rest_opens(tmp_path: Path, make: object, says: str) -> None:
    bad = make(tmp_path)  # type: ignore[operator]
    store = open_store([bad, page(tmp_path, "good.txt")])
    assert len(store.issues) == 1
    assert [says in problem.message for problem in store.problems] == [True]
    assert store.problems[0].path == str(bad)


def test_a_binary_is_said_to_be_one(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(bytes(range(256)) * 40)
    store = open_store(file)
    assert store.issues == ()
    assert "不是文本" in store.problems[0].message


def test_a_bad_catalogue_is_said_and_the_pages_open(tmp_path: Path) -> None:
    page(tmp_path, "a.txt")
    (tmp_path / "catalog.toml").write_text('papr = "x"', "utf-8")
    store = open_store(tmp_path)
    assert len(store.issues) == 1
    assert "papr" in store.problems[0].message


def test_a_catalogue_names_the_paper_and_the_command_line_outranks_it(tmp_path: Path) -> None:
    page(tmp_path, "a.txt")
    (tmp_path / "catalog.toml").write_text('paper = "甲报"\npage = "3"\n', "utf-8")
    (one,) = open_store(tmp_path).issues
    assert (one.masthead, one.page) == ("甲报", "3")
    (one,) = open_store(tmp_path, Given(paper="乙报")).issues
    assert (one.masthead, one.page) == ("乙报", "3")


def test_many_pages_are_read_on_all_cores_to_the_same_end(tmp_path: Path) -> None:
    count = stores.PARALLEL_FROM + 2 * stores.CHUNK
    for n in range(count):
        page(tmp_path, f"{n:03}.txt", PAGE.replace("十", str(n)))
    page(tmp_path, "empty.txt", "")
    pages, _ = find_pages([tmp_path])
    together = list(read_pages(pages, parallel=True))
    assert together == list(map(stores._read, pages))
    assert Counter(type(one).__name__ for one in together) == {"Issue": count, "LoadProblem": 1}


def test_reading_stops_when_nobody_asks_for_more(tmp_path: Path) -> None:
    for n in range(stores.PARALLEL_FROM + stores.CHUNK):
        page(tmp_path, f"{n:03}.txt")
    pages, _ = find_pages([tmp_path])
    found = read_pages(pages, parallel=True)
    next(found)
    found.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(found)


def test_an_index_lapses_with_the_next_issue() -> None:
    store = lctui.open_store()
    assert not store.ready
    store.build_index()
    assert store.ready
    assert store.search("高铁", limit=3)
    store.add(issue("new", date(2026, 1, 1)))
    assert not store.ready
    assert store.search("文", limit=100)


def test_a_cancelled_index_is_no_index() -> None:
    store = lctui.open_store()
    store.build_index(cancelled=lambda: True)
    assert not store.ready


def test_the_bundled_pages_have_a_home() -> None:
    assert len(list(bundled_pages().glob("*.txt"))) == 5


@pytest.mark.parametrize("named", ["pipe.txt", "folder"])
def test_a_pipe_is_a_problem_and_never_waited_for(tmp_path: Path, named: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder" / "pipe.txt").symlink_to(tmp_path / "pipe.txt")
    store = open_store(tmp_path / named)
    assert not store.issues
    assert [problem.message for problem in store.problems] == ["不是普通文件（管道或设备）；请先存成文件"]


def test_an_empty_path_is_not_the_current_folder() -> None:
    assert [problem.path for problem in open_store("").problems] == ['""']


def test_names_and_what_is_said_of_a_page_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    page(tmp_path, "\x1b]0;t\x07\u202e.txt")
    bad = "\x1b[31m\u202e\x9b\udcff大众\u3000日报"
    missing = tmp_path / "\x1b[2J\nno"
    store = open_store([tmp_path, missing], Given(bad, None, bad, bad))
    one = store.issues[0]
    for text in (one.id, one.source, one.masthead, one.page, one.section, store.problems[0].path):
        assert text
        assert not set(text) & set("\x1b\x07\x9b\n\u202e\udcff")
    assert one.masthead
    assert one.masthead.endswith("大众\u3000日报")


def test_a_library_call_starts_no_processes_unless_told_to(tmp_path: Path) -> None:
    """A calling script without a guard round its main part would be run again by each of them."""
    for n in range(stores.PARALLEL_FROM + stores.CHUNK):
        page(tmp_path, f"{n:03}.txt")
    script = tmp_path / "script.py"
    script.write_text("import sys, lctui\nprint(len(lctui.open_store(sys.argv[1]).issues))\n", "utf-8")
    run = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == (str(stores.PARALLEL_FROM + stores.CHUNK), "")


def test_the_rest_is_read_here_where_the_other_processes_are_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stores, "_step_back", os.abort)
    count = stores.PARALLEL_FROM + 2 * stores.CHUNK
    for n in range(count):
        page(tmp_path, f"{n:03}.txt")
    pages, _ = find_pages([tmp_path])
    assert [found.id for found in read_pages(pages, parallel=True)] == [f"{n:03}" for n in range(count)]  # type: ignore[union-attr]


@pytest.mark.parametrize("options", [{"limit": 0}, {"limit": -1}, {"sort": "size"}])
def test_a_search_that_cannot_be_meant_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        lctui.open_store().search("高铁", **options)  # type: ignore[arg-type]


def test_an_article_is_known_by_its_page_whatever_the_file_is_called(tmp_path: Path) -> None:
    one, other = page(tmp_path, "x/01.txt"), page(tmp_path, "y/01.txt", PAGE.replace("王明", "李平"))
    keys = {open_store(path).key("01/1") for path in (one, other)}
    assert len(keys) == 2  # two pages of one name
    both = open_store([one, other])
    assert {both.key(article.id) for _, article in both.articles()} == keys  # whatever lies beside it
    for key in keys:
        found = both.by_key(key)
        assert found is not None
        assert both.key(found) == key
    assert open_store(one).by_key(both.key(both.issues[1].articles[0].id)) in {None, "01/1"}
    assert both.by_key("") is both.by_key("nothing/1") is None


def test_our_own_mistake_over_one_page_does_not_cost_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lctui.ingest import page as reading

    whole = reading.read_page

    def fails_over_one(data: bytes, *, source: str, id: str) -> Issue:
        if id == "b":
            raise ZeroDivisionError("so")
        return whole(data, source=source, id=id)

    monkeypatch.setattr(reading, "read_page", fails_over_one)
    for name in "abc":
        page(tmp_path, f"{name}.txt")
    store = open_store(tmp_path)
    assert {one.id for one in store.issues} == {"a", "c"}
    assert "so" in store.problems[0].message


@pytest.mark.parametrize("on", [True, False])
def test_after_a_page_garbage_is_looked_for_as_before(tmp_path: Path, on: bool) -> None:
    page(tmp_path, "a.txt")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        open_store(tmp_path)
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()
