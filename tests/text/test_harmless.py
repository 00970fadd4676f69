"""What comes from outside may be printed."""

from __future__ import annotations

import pytest

from lctui.text.harmless import harmless


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("a\x1b[31m\nb", "a\ufffd[31m\ufffdb", "neither colours nor a second line"),
        ("x\u202etxt.exe", "x\ufffdtxt.exe", "the order of letters stays"),
        ("报\udcff", "报\ufffd", "a byte of a file name that is no character"),
        ("报\u200b纸\U000e0041", "报\ufffd纸\ufffd", "what is not seen makes no difference unseen"),
        ("\U0010fffd", "\ufffd", "the screen's own sign"),
        ("人民日报 1998-01.txt", "人民日报 1998-01.txt", "names as they are"),
        ("👩\u200d👧 ☎\ufe0f", "👩\u200d👧 ☎\ufe0f", "emoji too"),
    ],
)
def test_what_acts_or_is_not_seen_is_replaced(text: str, shown: str, why: str) -> None:
    assert harmless(text) == shown, why
