"""Words of Chinese text: nothing lost, and quiet."""

import itertools
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lctui.text.words import is_word, loaded, warm_up, words


def test_words_are_jiebas() -> None:
    text = "聊城高铁建设，提速！"
    assert [text[span.start : span.end] for span in words(text)] == [
        "聊城",
        "高铁",
        "建设",
        "，",
        "提速",
        "！",
    ]


@given(st.text())
def test_words_lie_end_to_end(text: str) -> None:
    spans = words(text)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(one.end == other.start for one, other in itertools.pairwise(spans))


def test_warm_up_loads() -> None:
    warm_up()
    assert loaded()


def test_nothing_is_written_to_standard_error_and_no_cache_is_left(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "default",
            "-c",
            "from lctui.text.words import words; print(len(words('聊城高铁')))",
        ],
        capture_output=True,
        text=True,
        env={"TMPDIR": str(tmp_path), "PATH": ""},
        check=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("2", "")
    assert list(tmp_path.iterdir()) == []


def test_words_of_the_dictionary_are_known() -> None:
    assert is_word("都市")
    assert not is_word("渡时")
