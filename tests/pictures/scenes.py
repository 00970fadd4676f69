"""What is pictured: the reader on the bundled pages, brought to a scene by keys."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from lctui.config import Config
from lctui.model import Issue
from lctui.state import State
from lctui.store import ArticleStore, find_pages, read_pages
from lctui.text.pinyin import readings
from lctui.ui.app import LctuiApp
from tests.pictures.picture import picture

SIZES = ((80, 24), (120, 36), (200, 60))
NOON = 1_705_377_600
"""When the clock of the pictures starts: 2024-01-16, noon in Shandong; it moves on a minute a look."""

NORMAL = Config()

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture's name, the sizes it is drawn at, and the keys that lead to it."""

    name: str
    keys: Keys
    sizes: tuple[tuple[int, int], ...] = SIZES
    config: Config = NORMAL


ONE_SIZE = ((120, 36),)

SCENES = (
    Scene("list", ()),
    Scene("article", ("enter", "}", "}")),
    Scene("search", ("/", *"高铁")),
    Scene("help", ("?",)),
    Scene("hit", ("/", *"gaotie", "enter", "enter", "n"), ONE_SIZE),
    Scene("nothing", ("/", *"聊城地下铁"), ONE_SIZE),
    Scene("palette", ("ctrl+p", *"ss"), ONE_SIZE),
    Scene("selection", ("enter", "}", "v", "3", "w", "right_parenthesis"), ONE_SIZE),
    Scene("source", ("enter", "o"), ONE_SIZE),
    Scene("citation", ("enter", "C", "j", "j"), ONE_SIZE),
    Scene("basket", ("enter", "a", "}", "a", "B", "j"), ONE_SIZE),
    Scene("dark", ("enter", "T"), ONE_SIZE),
    Scene("wide-quotes", ("enter",), ONE_SIZE, Config(ambiguous_width=2)),
)


async def settled(pilot: Pilot[int], app: LctuiApp) -> None:
    """Wait until the pages are read, the index is built and nothing is waiting to be drawn."""
    for _ in range(2000):
        await pilot.pause(0.01)
        if app.reader.idle:
            break
    await pilot.pause()
    await pilot.pause()
    offered: list[str] | None = None
    while isinstance(app.screen, CommandPalette) and offered != (now := _offered(app)):
        # What the palette finds comes in parts.
        offered = now
        await pilot.pause(0.5)
    if offered:
        # Whether its cursor is lit just now is chance.
        app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()


def _offered(app: LctuiApp) -> list[str]:
    return [str(option.prompt) for options in app.screen.query(OptionList) for option in options.options]


async def draw(scene: Scene, size: tuple[int, int], state: Path) -> str:
    """The picture of a scene, as SVG."""
    readings()  # else what the palette offers would depend on how soon they are there
    pages, problems = find_pages(())
    found = iter(list(read_pages(pages)))
    store = ArticleStore(problems=problems)
    first = next(found)
    assert isinstance(first, Issue)
    store.add(first)
    app = LctuiApp(
        store, found, len(pages) - 1, scene.config, State(state, clock=map(float, count(NOON, 60)).__next__)
    )
    async with app.run_test(size=size) as pilot:
        await settled(pilot, app)
        for key in scene.keys:
            await pilot.press(key)
            await settled(pilot, app)
        return picture(app.export_screenshot(title=f"lctui {size[0]}x{size[1]}"))
