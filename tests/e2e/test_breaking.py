"""The rules of line breaking as they are seen: on the screen of a real terminal, page by page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.e2e.conftest import Open

NOT_FIRST = "、，；：。！？’”）》」』】"
NOT_LAST = "‘“（《「『【"
WORDS = (
    "聊城",
    "高铁",
    "2024年",
    "5.8%",
    "“双过半”",
    "《条例》",
    "（记者）",
    "K8322/3",
    "——",
    "……",
    "新质生产力",
)
MARKS = ("，", "、", "；", "。", "！”", "：“", "，”", "》，")


@pytest.mark.parametrize("columns", [46, 63, 80])
def test_no_row_begins_or_ends_with_a_mark_that_may_not(reader: Open, tmp_path: Path, columns: int) -> None:
    chance = random.Random(columns)
    paragraphs = [
        "　　"
        + "".join(chance.choice(WORDS) * chance.randint(1, 2) + chance.choice(MARKS) for _ in range(40))
        + "完。"
        for _ in range(12)
    ]
    file = tmp_path / "page.txt"
    file.write_text("城市书房开进社区\n" + "\n".join(paragraphs) + "\n", "utf-8")
    terminal = reader(str(file), columns=columns)
    terminal.wait_for("城市书房")
    terminal.press("enter")
    terminal.wait_for("段 1/")
    rows: list[str] = []
    for _ in range(40):
        terminal.settle(0.15)
        rows += [line.strip(" ▎▁▂▃▄▅▆▇█") for line in terminal.lines[2:-1]]
        if "100%" in terminal.lines[-1]:
            break
        terminal.press("space")
    rows = [row for row in rows if row]
    assert len(rows) > 60
    assert [row for row in rows if row[0] in NOT_FIRST] == []
    assert [row for row in rows if row[-1] in NOT_LAST] == []
