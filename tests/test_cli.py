"""The commands as their user types them, in a process of their own."""

import json
import os
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from lctui.store import bundled_pages

SEEDS = str(bundled_pages())


def lctui(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lctui", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", **env},
    )


def test_dump_is_one_document_with_every_article() -> None:
    run = lctui("dump", SEEDS)
    assert (run.returncode, run.stderr) == (0, "")
    document = json.loads(run.stdout)
    assert document["schema"] == 1
    assert sum(len(issue["articles"]) for issue in document["issues"]) == 47
    assert [issue["source"] for issue in document["issues"]] == sorted(
        str(path) for path in Path(SEEDS).glob("*.txt")
    )


def test_dump_is_utf8_whatever_the_locale() -> None:
    assert lctui("dump", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0").stdout == lctui("dump").stdout


def test_an_encoding_that_is_given_is_heeded(tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    # 10°C in Western text is a character of Big5 too; a bad byte, and one that UTF-8 would refuse.
    page.write_bytes("10°C\n".encode("latin-1") + b"caf\xe9\n")
    run = lctui("dump", "--encoding", "ISO-8859-1", str(page))
    assert (run.returncode, run.stderr) == (0, "")
    (issue,) = json.loads(run.stdout)["issues"]
    assert issue["encoding"] == "iso8859-1"
    assert "café" in run.stdout
    page.write_bytes("全国铁路实行新的列车运行图，聊城西站新增到达城市。".encode("gbk") + b"\xff\x1b\n")
    (issue,) = json.loads(lctui("dump", "--encoding", "gb2312", str(page)).stdout)["issues"]
    assert issue["encoding"] == "gb18030"
    assert issue["repairs"] == [
        {"line": 1, "kind": "undecodable", "before": "0xFF", "after": "\ufffd"},
        {"line": 1, "kind": "control", "before": "U+001B", "after": "␛"},
    ]


@pytest.mark.parametrize("name", ["big6", "rot13", "", "\x1b[31m", "unicode_escape", "../x"])
@pytest.mark.parametrize("command", [["dump"], ["search", "的"], []])
def test_an_unknown_encoding_is_one_sentence(command: list[str], name: str) -> None:
    run = lctui(*command, f"--encoding={name}", SEEDS)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.count("\n") == 1
    assert "--encoding" in run.stderr
    assert "gb18030" in run.stderr
    assert "\x1b" not in run.stderr


HOSTILE = (
    b"\x1b[31m", b"\x1b]52;c;aGk=\x07", b"\x9b2J", b"\xc2\x9b2J", b"\x1b$B", b"~{VP~}",
    b"\x0e", b"\x00", b"\x07", b"\r", b"\x0c",
    *(char.encode() for char in "\u202e\u2066\u200d\u180e\ufff9\ufeff\u2028\u0085\U000e0041\U0010fffd👩"),
    b"\xed\xa0\xbd", b"\xff\xfe", b"\n\n\n", "□ 本报记者 王".encode(), "（记者 ".encode("gbk"),
)  # fmt: skip


def test_bytes_of_any_kind_give_a_page_or_one_sentence(tmp_path: Path) -> None:
    chance = random.Random(17)
    texts = [path.read_text("utf-8-sig") for path in Path(SEEDS).glob("*.txt")]
    codecs = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "cp932", "hz")
    for number in range(120):
        page = b""
        size = chance.randrange(1, 4096)
        usual = chance.choice(codecs)
        while len(page) < size:
            kind = chance.random()
            if kind < 0.6:
                text = chance.choice(texts)
                start = chance.randrange(len(text))
                piece = text[start : start + chance.randrange(1, 400)]
                page += piece.encode(chance.choice(codecs) if number % 3 == 0 else usual, "ignore")
            elif kind < 0.9:
                page += chance.choice(HOSTILE)
            else:
                page += chance.randbytes(chance.randrange(1, 80))
        (tmp_path / f"{number:03}.txt").write_bytes(page[:size])
    run = lctui("dump", str(tmp_path))
    said = run.stderr.splitlines()
    assert all("空文件" in line or "不是文本" in line for line in said)
    issues = json.loads(run.stdout)["issues"]
    assert len(issues) + len(said) == 120
    assert len(issues) > 60
    odd = {ch for ch in run.stdout + run.stderr if unicodedata.category(ch) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    # A line end, what joins emoji, in `before` of a repair what was taken out, and signs of Arabic script.
    assert {ch for ch in odd if unicodedata.bidirectional(ch) not in ("AL", "AN")} <= set(
        "\n\u200d\u200b\ufeff\u00ad\u2060"
    )


def test_search_prints_a_line_a_hit() -> None:
    run = lctui("search", "高铁", SEEDS, "--limit", "3")
    assert run.returncode == 0
    lines = run.stdout.splitlines()
    assert len(lines) == 3
    for line in lines:
        name, day, title, snippet = line.split("\t")
        assert "/" in name
        assert day[:4] == "2024" or day.startswith(">=")
        assert title
        assert "高铁" in snippet or "高铁" in title


def test_search_as_json() -> None:
    run = lctui("search", "高铁", SEEDS, "--json", "--limit", "2")
    answer = json.loads(run.stdout)
    assert answer["query"] == "高铁"
    assert answer["total"] >= len(answer["hits"]) == 2
    for hit in answer["hits"]:
        assert {"id", "date", "title", "tier", "reason", "score", "count", "snippet", "spans"} <= set(hit)
        for span in hit["snippet_spans"]:
            assert hit["snippet"][span["start"] : span["end"]] == "高铁"


def test_many_queries_are_answered_in_one_process(tmp_path: Path) -> None:
    file = tmp_path / "queries"
    file.write_text("高铁\n\n没有这样的词句啊啊啊\n", "utf-8")
    run = lctui("search", "--queries", str(file), "--json", "--limit", "1", SEEDS)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [bool(answer["hits"]) for answer in answers] == [True, False]
    assert lctui("search", "--queries", "-", "--json", SEEDS, stdin="高铁\n").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("search", "没有这样的词句啊啊啊", SEEDS), 1, "没有找到"),  # as grep
        (("search", "日:乱写", SEEDS), 2, "日"),  # a bad date
        (("search", "“高铁", SEEDS), 2, "引号"),  # an open quote
        (("search",), 2, "QUERY"),  # no query
        (("search", "", SEEDS), 2, "QUERY"),  # a query of nothing
        (("search", "|", SEEDS), 2, "QUERY"),  # or of marks alone
        (("search", "没有这样的词句啊啊啊", SEEDS, "--bogus"), 2, "--bogus"),  # no such option
        (("search", "x", SEEDS, "--limit", "0"), 2, "--limit"),
        (("search", "--queries", "/nonexistent/q", "--json"), 2, "/nonexistent/q"),
        (("search", "--queries", "q"), 2, "--json"),
        (("dump", "/nonexistent/page.txt"), 2, "/nonexistent/page.txt"),
        (("/nonexistent/page.txt", "--date", "2024"), 2, "--date"),
        (("--measure", "2"), 2, "--measure"),
        ((SEEDS,), 2, "终端"),  # the reader into a pipe
    ],
)
def test_what_goes_wrong_is_one_line_and_a_status(arguments: tuple[str, ...], status: int, says: str) -> None:
    run = lctui(*arguments)
    assert run.returncode == status
    assert says in run.stderr
    assert len(run.stderr.splitlines()) == 1
    assert "Traceback" not in run.stderr


def test_a_reader_of_our_output_may_leave() -> None:
    run = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m lctui dump {SEEDS} | head -c 100 >/dev/null"],
        capture_output=True,
        text=True,
    )
    assert run.stderr == ""


@pytest.mark.parametrize("command", [(), ("dump",), ("search",), ("doctor",)])
def test_help_in_both_languages(command: tuple[str, ...]) -> None:
    chinese, english = lctui(*command, "--help").stdout, lctui(*command, "--help", "--lang", "en").stdout
    assert chinese != english
    assert not any("一" <= c <= "鿿" for c in english)


def test_our_own_mistake_is_one_line_and_a_file(tmp_path: Path) -> None:
    broken = tmp_path / "lctui_broken.py"
    broken.write_text(
        "import lctui.commands as c, lctui.cli as cli, sys\nc.dump = None\nsys.exit(cli.main(['dump']))\n"
    )
    run = subprocess.run(
        [sys.executable, str(broken)],
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "TMPDIR": str(tmp_path)},
    )
    assert run.returncode == 2
    assert len(run.stderr.splitlines()) == 1
    (log,) = tmp_path.glob("lctui-*.log")
    assert str(log) in run.stderr
    assert "Traceback" in log.read_text()


def test_options_may_stand_between_the_query_and_the_paths() -> None:
    assert json.loads(lctui("search", "高铁", "--json", SEEDS).stdout)["total"] > 0


def test_an_excluded_word_is_no_option() -> None:
    run = lctui("search", "-高铁", SEEDS, "--json")
    assert run.returncode == 0
    assert json.loads(run.stdout)["query"] == "-高铁"


def test_words_without_quotation_marks_are_told_how_to_be_one_query() -> None:
    run = lctui("search", "高铁", "聊城")
    assert run.returncode == 2
    assert "引号" in run.stderr


def test_a_missing_path_counts_where_nothing_is_found() -> None:
    assert lctui("search", "高铁", "/nonexistent/p", SEEDS).returncode == 0
    assert lctui("search", "没有这样的词句啊啊啊", "/nonexistent/p", SEEDS).returncode == 2


LATIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_chinese_is_written_and_understood_where_the_locale_has_none() -> None:
    found = lctui("search", "高铁", SEEDS, "--limit", "1", **LATIN)
    assert found.returncode == 0
    assert "高铁" in found.stdout
    assert "没有这个文件" in lctui("dump", "nowhere", **LATIN).stderr
    shown = lctui("--help", PYTHONIOENCODING="latin-1")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "终端" in shown.stdout


@pytest.mark.parametrize("command", [["dump"], ["search", "的"]])
def test_a_full_disk_is_one_sentence(command: list[str]) -> None:
    with open("/dev/full", "w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "lctui", *command], stdout=full, stderr=subprocess.PIPE, encoding="utf-8"
        )
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert run.stderr.startswith("lctui: 写不出去：")


@pytest.mark.parametrize(
    "arguments",
    [
        ["dump", "\x1b[31m\nno"],
        ["dump", "--date", "\x1b[31m"],
        ["dump", "--\x1b[31m"],
        ["search", "\x1b[31m"],
    ],
)
def test_what_was_typed_cannot_act_on_the_terminal(arguments: list[str]) -> None:
    run = lctui(*arguments)
    assert run.stderr
    assert "\x1b" not in run.stdout + run.stderr
