"""Carrying text away, driven by keys: styles, copies, the basket, its notes and its exports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lctui.config import Config
from lctui.quoting.citation import Style, cite
from lctui.quoting.quote import Position
from lctui.state import State
from lctui.ui.app import LctuiApp
from lctui.ui.screens.basket import BasketScreen
from lctui.ui.screens.carrying import STYLE_CHOICE
from lctui.ui.screens.chooser import Chooser
from lctui.ui.screens.prompt import Prompt
from tests.ui import papers

SIZES = [(80, 24), (120, 36), (200, 60), (40, 12)]


async def settle(pilot: Pilot[int], app: LctuiApp) -> None:
    """Let everything that a key set off come to its end."""
    await pilot.pause()
    # The searchers wait for queries as long as the reader runs.
    working = [worker for worker in app.workers if worker.group not in ("search", "find")]
    if working:
        await app.workers.wait_for_complete(working)
    await pilot.pause()


async def keys(pilot: Pilot[int], app: LctuiApp, *pressed: str) -> None:
    for key in pressed:
        await pilot.press(key)
        await settle(pilot, app)


async def opened(pilot: Pilot[int], app: LctuiApp) -> None:
    """The first article, opened."""
    await settle(pilot, app)
    await keys(pilot, app, "enter")
    assert papers.reader(app).article_id is not None


def chooser(app: LctuiApp) -> Chooser:
    assert isinstance(app.screen, Chooser)
    return app.screen


def basket(app: LctuiApp) -> BasketScreen:
    assert isinstance(app.screen, BasketScreen)
    return app.screen


def inside(app: LctuiApp) -> bool:
    """Whether the box laid over the reader is on the screen as a whole."""
    box = app.screen.query_one("#chooser-box").region
    return app.screen.region.contains_region(box)


async def test_a_copy_is_in_the_register_and_in_the_file(state_folder: Path) -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "y")
        screen = papers.reader(app)
        issue, article = app.reader.store.issue_of(screen.article_id), screen.store.article(screen.article_id)
        assert screen.register == f"{article.paragraphs[0].text}\n——{cite(issue, article)}"
        assert (state_folder / "last-quote.txt").read_text(encoding="utf-8") == screen.register
        await keys(pilot, app, "c")
        assert screen.register == cite(issue, article)
        await keys(pilot, app, "Y")
        assert screen.register.startswith(article.title)
        assert article.paragraphs[-1].text in screen.register


@pytest.mark.parametrize("size", SIZES)
async def test_the_style_chooser_shows_each_citation(size: tuple[int, int]) -> None:
    app = papers.app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "C")
        screen = chooser(app)
        assert [choice.value for choice in screen.choices] == list(Style)
        reader = papers.reader(app)
        issue, article = reader.store.issue_of(reader.article_id), reader.store.article(reader.article_id)
        for style in Style:
            assert screen.choices[screen.list.cursor].preview == cite(issue, article, style)
            assert inside(app)
            await keys(pilot, app, "j")


async def test_a_chosen_style_is_used_and_remembered() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "C", "j", "j", "j", "enter", "c")
        assert papers.reader(app).register.startswith("高田. 高铁通到县城（0）[N]. ")
        assert "，" not in papers.reader(app).register.partition("[N]")[0]
    assert State().choice(STYLE_CHOICE) == Style.GBT7714_2025
    again = papers.app()
    async with again.run_test(size=(80, 24)) as pilot:
        await opened(pilot, again)
        await keys(pilot, again, "C")
        assert chooser(again).choices[chooser(again).list.cursor].value == Style.GBT7714_2025
        await keys(pilot, again, "k", "escape", "c")
        assert "，" not in papers.reader(again).register, "left without choosing: nothing changes"
        assert papers.reader(again).register.endswith("[N]. 2024-01-16.")


async def test_the_settings_name_the_first_style() -> None:
    app = papers.app(config=Config(citation_style="ris"))
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "c")
        assert papers.reader(app).register.startswith("TY  - NEWS\r\n")


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_basket_opens_and_closes(size: tuple[int, int]) -> None:
    app = papers.app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "B")
        assert basket(app).choices == []
        assert inside(app)
        await keys(pilot, app, "e", "y", "d", "u", "x", "enter")
        assert isinstance(app.screen, BasketScreen), "there is nothing to do anything with"
        await keys(pilot, app, "escape")
        assert app.screen is papers.reader(app)


async def test_quotes_are_gathered_noted_removed_and_brought_back() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "a", "j", "j", "a", "B")
        screen = basket(app)
        texts = [quote.text for quote in State().basket()]
        assert len(screen.choices) == len(texts) == 2
        assert [choice.label for choice in screen.choices] == texts
        await keys(pilot, app, "e", *"note", "enter")
        assert [quote.note for quote in State().basket()] == ["note", ""]
        assert "note" in basket(app).choices[0].preview
        await keys(pilot, app, "e", "escape")
        assert [quote.note for quote in State().basket()] == ["note", ""], "thought better of it"
        await keys(pilot, app, "d")
        assert [quote.text for quote in State().basket()] == texts[1:]
        await keys(pilot, app, "d")
        assert State().basket() == ()
        await keys(pilot, app, "u", "u", "u")
        assert [quote.text for quote in State().basket()] == texts
        assert [quote.note for quote in State().basket()] == ["note", ""]


async def test_a_quote_leads_back_to_its_article() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        first = papers.reader(app).article_id
        await keys(pilot, app, "right_curly_bracket", "right_curly_bracket", "a")
        (quote,) = State().basket()
        await keys(pilot, app, "right_square_bracket")
        assert papers.reader(app).article_id != first
        await keys(pilot, app, "B", "enter")
        assert app.screen is papers.reader(app)
        assert papers.reader(app).article_id == first
        assert papers.reader(app).pane.position == quote.start


async def test_a_quote_of_a_page_that_is_not_open_is_kept_all_the_same() -> None:
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "a")
    other = papers.app(count=2)
    other_issue = papers.issue(9)
    other.reader.store.__init__([other_issue])  # type: ignore[misc]
    async with other.run_test(size=(80, 24)) as pilot:
        await opened(pilot, other)
        await keys(pilot, other, "B")
        assert len(basket(other).choices) == 1
        await keys(pilot, other, "enter")
        assert papers.reader(other).article_id.startswith("p9/")


@pytest.mark.parametrize(
    ("suffix", "starts"), [("md", "# "), ("txt", "“路通了"), ("bib", "@article{"), ("json", "{")]
)
async def test_the_basket_is_exported(
    suffix: str, starts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "a", "B", "x")
        offered = chooser(app)
        assert not isinstance(offered, BasketScreen)
        row = [choice.value for choice in offered.choices].index(suffix)
        await keys(pilot, app, *["j"] * row, "enter")
        assert isinstance(app.screen, Prompt)
        await keys(pilot, app, "enter")
        assert isinstance(app.screen, BasketScreen)
    content = (tmp_path / f"lctui-quotes.{suffix}").read_text(encoding="utf-8")
    assert content.startswith(starts)
    if suffix == "json":
        assert len(json.loads(content)["quotes"]) == 1


async def test_an_export_overwrites_only_when_told_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "lctui-quotes.md"
    file.write_text("mine")
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "a", "B", "x", "enter", "enter")
        assert isinstance(app.screen, Prompt)
        assert file.read_text() == "mine"
        await keys(pilot, app, "escape")
        assert file.read_text() == "mine"
        await keys(pilot, app, "x", "enter", "enter", "enter")
        assert file.read_text(encoding="utf-8").startswith("# ")


async def test_an_export_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    app = papers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "a", "B", "x", "enter")
        folder.rmdir()
        await keys(pilot, app, "enter")
        assert isinstance(app.screen, BasketScreen)
        assert len(State().basket()) == 1


async def test_places_are_written_while_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that breaks ends the reader without its last words."""
    monkeypatch.setattr("lctui.ui.screens.keeping.FLUSH_EVERY", 0.1)
    app = papers.app()
    async with app.run_test(size=(60, 14)) as pilot:
        await opened(pilot, app)
        await keys(pilot, app, "G")
        await pilot.pause(0.4)
        await settle(pilot, app)
        key = papers.reader(app).store.key(papers.reader(app).article_id)
        assert State().position(key) == papers.reader(app).pane.position != Position(0, 0)
