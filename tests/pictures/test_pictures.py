"""The pictures in screenshots/ are what the code draws. With LCTUI_DRAW=1 they are drawn anew."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pictures.scenes import SCENES, Scene, draw

FOLDER = Path(__file__).parents[2] / "screenshots"

PICTURES = [(scene, size) for scene in SCENES for size in scene.sizes]


def name(scene: Scene, size: tuple[int, int]) -> str:
    return f"{scene.name}-{size[0]}x{size[1]}.svg"


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of this machine is in a picture."""
    for variable in ("NO_COLOR", "TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(("scene", "size"), PICTURES, ids=[name(*picture) for picture in PICTURES])
async def test_picture_is_up_to_date(scene: Scene, size: tuple[int, int], tmp_path: Path) -> None:
    drawn = await draw(scene, size, tmp_path)
    file = FOLDER / name(scene, size)
    if os.environ.get("LCTUI_DRAW") == "1":
        file.write_text(drawn, "utf-8")
        return
    assert file.exists(), f"{file.name} is missing: run make screenshots"
    assert file.read_text("utf-8") == drawn, f"{file.name} is out of date: run make screenshots"


def test_no_picture_is_left_over() -> None:
    assert {file.name for file in FOLDER.glob("*.svg")} == {name(*picture) for picture in PICTURES}
