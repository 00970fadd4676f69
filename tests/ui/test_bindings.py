"""Every key can be found in help, done from the palette, and bound otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from textual.binding import Binding
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from lctui.config import Config
from lctui.ui.commands import all_commands, binding_groups, grouped_commands, key_problems, own_bindings
from lctui.ui.keys import Command, key_name
from lctui.ui.palette import fitness
from lctui.ui.screens.help import HelpScreen, help_text
from tests.ui import papers

EVERY = [
    binding
    for _, owners in binding_groups()
    for owner in owners
    for binding in own_bindings(owner)
    # The digits of a count (3w) are part of another key.
    if not (isinstance(binding, Binding) and binding.action.startswith("digit("))
]


def test_every_binding_has_an_id_a_name_and_a_tooltip() -> None:
    for binding in EVERY:
        assert isinstance(binding, Binding)
        assert binding.id, binding
        assert binding.description, binding.id
        assert binding.tooltip, binding.id


def test_no_id_stands_for_two_bindings() -> None:
    counted = Counter(binding.id for binding in EVERY if isinstance(binding, Binding))
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_class_that_binds_keys_on_the_reader_is_listed() -> None:
    """A widget or screen with keys of its own that help forgot would be found here."""
    listed = {owner for _, owners in binding_groups() for owner in owners}
    app = papers.app()
    reader = app.reader
    for owner in (*type(reader).__mro__, type(app), *(type(w) for w in _widgets(reader))):
        if owner.__module__.startswith("lctui.") and own_bindings(owner):
            assert owner in listed, owner


def _widgets(reader: object) -> list[object]:
    from lctui.ui.widgets.article_pane import ArticlePane
    from lctui.ui.widgets.issue_list import IssueList
    from lctui.ui.widgets.result_list import ResultList
    from lctui.ui.widgets.search_bar import QueryInput, SearchBar
    from lctui.ui.widgets.status_line import StatusLine

    return [ArticlePane(), IssueList(), ResultList(), QueryInput(), SearchBar(), StatusLine()]


@pytest.mark.parametrize("width", [40, 75, 120])
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_help_lists_every_binding(width: int, ambiguous: int) -> None:
    text = help_text({}, width, ambiguous).plain
    for _, commands in grouped_commands({}):
        for command in commands:
            assert command.id in text
            assert all(key in text for key in command.keys)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("question_mark", "?"),
        ("slash", "/"),
        ("left_square_bracket", "["),
        ("right_curly_bracket", "}"),
        ("apostrophe", "'"),
        ("exclamation_mark", "!"),
        ("ctrl+p", "Ctrl+P"),
        ("shift+tab", "Shift+Tab"),
        ("alt+left", "Alt+Left"),
        ("G", "G"),
        ("pagedown", "PgDn"),
        ("escape", "Esc"),
    ],
)
def test_keys_are_written_as_on_the_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


async def test_help_opens_scrolls_and_closes() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("G")
        await pilot.pause()
        assert app.screen.body.scroll_offset.y == app.screen.body.max_scroll_y > 0
        await pilot.press("g", "space", "k")
        await pilot.pause()
        assert 0 < app.screen.body.scroll_offset.y < app.screen.body.max_scroll_y
        await pilot.press("q")  # closes help, not the reader
        await pilot.pause()
        assert app.screen is app.reader
        assert app.is_running


async def test_keys_can_be_bound_otherwise_and_help_says_so() -> None:
    config = Config(keys={"list.down": "x,ctrl+n", "app.help": "f1"})
    app = papers.app(config=config)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        start = app.reader.issues.cursor
        await pilot.press("x")
        assert app.reader.issues.cursor == start + 1
        await pilot.press("j")  # no longer bound
        assert app.reader.issues.cursor == start + 1
        assert any(hint.keys.startswith("x/") for hint in app.reader.status.hints)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
    assert "x Ctrl+N" in help_text(config.keys, 100).plain


@pytest.mark.parametrize(
    "keys",
    [
        {"list.down": "x,ctrl+n", "app.help": "f1"},
        {"list.down": "k", "list.up": "j"},  # swapped
        {"search.open": "?", "app.help": "/"},  # as they stand on the keyboard
        {"reader.next": "alt+]", "bar.end": "ctrl+backslash", "chooser.cancel": "escape,x,，"},
    ],
)
def test_keys_that_can_be_bound_are_no_problem(keys: dict[str, str]) -> None:
    assert key_problems(keys) == []


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"list.dwon": "x"}, "list.dwon"),  # a slip in a name
        ({"list.down": "k"}, "list.up"),  # a key that does something else already
        ({"article.down": "q"}, "app.quit"),  # one that the program has for itself
        ({"app.quit": "j"}, "article.down"),  # the other way round
        ({"list.up": "foo+bar"}, "foo+bar"),  # no such key
        ({"list.up": "k,"}, '"k,"'),  # nor is nothing one
    ],
)
async def test_keys_that_cannot_be_bound_are_named(keys: dict[str, str], said: str) -> None:
    app = papers.app(config=Config(keys=keys))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: app.reader.status.message[1])
        text, error = app.reader.status.message
        assert error
        assert said in text


async def open_palette(pilot: Pilot[int], query: str) -> list[str]:
    """The first lines of what the palette offers for a query."""
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    await until(pilot, lambda: pilot.app.screen.query(OptionList))
    await pilot.press(*query)
    await until(pilot, lambda: pilot.app.screen.query_one(Input).value == query)

    def lines() -> list[str]:
        offered = pilot.app.screen.query_one(OptionList)
        return [str(option.prompt).split("\n")[0] for option in offered.options]

    # They come in parts, the first after a moment; until then all are shown.
    every = len(all_commands(pilot.app.screen_stack[0], {}))
    shown: list[str] = []
    while not shown or shown != lines() or (query and len(shown) == every):
        shown = lines()
        await pilot.pause(0.5)
    return shown


async def until(pilot: Pilot[int], true: Callable[[], object]) -> None:
    """Let the reader work until something holds."""
    for _ in range(2000):
        if true():
            break
        await pilot.pause(0.01)
    assert true()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("帮助", "帮助  ?"),  # by name
        ("zcb", "摘抄本  B"),  # by the initials of its pinyin
        ("search.open", "搜索  /"),  # by its id
    ],
)
async def test_the_palette_finds_commands(query: str, first: str) -> None:
    app = papers.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert (await open_palette(pilot, query))[0] == first


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("citation", True),  # a word of the tooltip
        ("cite", True),  # one that begins as a word does
        ("zzzz", False),
        ("ci", True),  # in the tooltip
        ("xi", False),  # too short to guess
    ],
)
def test_words_of_english_find_a_command(query: str, fits: bool) -> None:
    command = Command("quote.citation", ("c",), "Copy source", "Copy the citation alone", "copy")
    assert bool(fitness(query, command)) is fits


async def test_the_palette_carries_commands_out() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await open_palette(pilot, "app.theme")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "newsprint-dark")


async def test_the_palette_answers_a_query_that_fits_nothing() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert await open_palette(pilot, "qqqqq") == ["没有这个命令"]


async def test_the_palette_offers_everything() -> None:
    app = papers.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        offered = await open_palette(pilot, "")
        assert isinstance(app.screen, CommandPalette)
        names = {placed.command.name for placed in all_commands(app.reader, {})}
        assert {line.split("  ")[0] for line in offered} == names


async def test_every_command_can_be_carried_out() -> None:
    """None of them fails, whatever the state; those that leave the reader or need a terminal left out."""
    app = papers.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        for placed in all_commands(app.reader, {}):
            if placed.command.id in {"app.quit", "app.quit_anywhere", "app.suspend"}:
                continue
            await app.run_action(placed.command.action, placed.node)
            await pilot.pause()
            while app.screen is not app.reader:
                app.pop_screen()
                await pilot.pause()
        assert app.is_running
