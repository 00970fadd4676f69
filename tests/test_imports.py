"""What is loaded when: nothing slow on the way to the first screen."""

import subprocess
import sys

import pytest

SLOW = {"jieba", "pypinyin", "opencc", "numpy", "charset_normalizer", "rapidfuzz"}


def loaded_by(code: str) -> set[str]:
    answer = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in answer.stdout.split()}


@pytest.mark.parametrize(
    ("code", "never"),
    [
        ("import lctui", SLOW | {"textual", "rich", "platformdirs"}),
        ("import lctui.cli", SLOW | {"textual", "rich"}),
        ("import lctui; lctui.open_store()", SLOW | {"textual", "rich"}),  # reading pages
        ("import lctui.ui.app", SLOW),  # the way to the first screen
    ],
)
def test_not_loaded(code: str, never: set[str]) -> None:
    assert loaded_by(code) & never == set()
