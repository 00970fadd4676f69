"""Reducing frames: the terminal shows the same, for less."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.ui.drawing import FILLER, widen
from lctui.ui.frames import Frames

COLUMNS, ROWS = 24, 6

STYLES = st.sampled_from(
    ["0", "1", "7", "38;2;33;29;24;48;2;246;241;228", "1;38;2;33;29;24", "4;48;5;12", "31", "1;4;97;101"]
)
TEXTS = st.text(st.sampled_from("ab 中文，。“…é１\t"), min_size=1, max_size=COLUMNS)


@st.composite
def frames(draw: st.DrawFn) -> str:
    """A frame as Textual writes it: places, styles, texts, line ends."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        row, column = draw(st.integers(1, ROWS)), draw(st.integers(1, COLUMNS))
        parts.append(f"\x1b[{row};{column}H")
        room = COLUMNS - column + 1
        for _ in range(draw(st.integers(1, 3))):
            text = draw(TEXTS).replace("\t", " ")
            while text and sum(2 if c in "中文，。１" else 1 for c in text) > room:
                text = text[:-1]
            room -= sum(2 if c in "中文，。１" else 1 for c in text)
            parts.append(f"\x1b[{draw(STYLES)}m{text}\x1b[0m")
        if row < ROWS and draw(st.booleans()):
            parts.append("\n")
    return "".join(parts)


def full(fill: str) -> str:
    """A frame that paints the whole screen, as the first one does."""
    return "".join(f"\x1b[{row};1H\x1b[0m{fill * COLUMNS}" for row in range(1, ROWS + 1))


def shown(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    cells = []
    for row in range(ROWS):
        line = [screen.buffer[row][column] for column in range(COLUMNS)]
        cells.append([(c.data, c.fg, c.bg, c.bold, c.reverse, c.underscore) for c in line])
    return cells


def terminal() -> tuple[pyte.Screen, pyte.Stream]:
    screen = pyte.Screen(COLUMNS, ROWS)
    return screen, pyte.Stream(screen)


@settings(max_examples=300, deadline=None)
@given(st.lists(frames(), min_size=1, max_size=6))
def test_the_terminal_shows_the_same(drawn: list[str]) -> None:
    # pyte does not blank what is left of a wide character that was half overwritten, as terminals do; the
    # picture in `Frames` does. So what is sent frame by frame is held against that picture painted at once.
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    screen, stream = terminal()
    for frame in [full("."), *drawn]:
        stream.feed(reducer.reduce(frame))
    painted, brush = terminal()
    for row, cells in enumerate(reducer.picture()):
        brush.feed(f"\x1b[{row + 1};1H" + "".join(f"\x1b[0;{style or 0}m{text}" for text, style in cells))
    assert shown(screen) == shown(painted)


@settings(max_examples=100, deadline=None)
@given(st.lists(frames(), min_size=1, max_size=6))
def test_the_picture_is_what_textual_drew(drawn: list[str]) -> None:
    # Where no wide character is cut in half, pyte fed with the frames themselves shows the picture.
    narrow = [frame.translate({ord(c): "x" for c in "中文，。１"}) for frame in drawn]
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    screen, stream = terminal()
    raw, raw_stream = terminal()
    raw_stream.feed("\x1b[20h")  # a line end is a new line, as the terminal driver of the system makes it
    for frame in [full("."), *narrow]:
        stream.feed(reducer.reduce(frame))
        raw_stream.feed(frame)
    assert shown(screen) == shown(raw)


@settings(max_examples=100, deadline=None)
@given(st.lists(frames(), min_size=1, max_size=4))
def test_a_frame_twice_is_sent_once(drawn: list[str]) -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    frame = full(".") + drawn[-1]
    reducer.reduce(frame)
    assert reducer.reduce(frame) == ""


def test_only_what_changed_is_sent() -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    reducer.reduce(full("."))
    sent = reducer.reduce("\x1b[3;1H" + "." * 10 + "中" + "." * 12)
    assert sent == "\x1b[3;11H中\x1b[3;25H"


@pytest.mark.parametrize(
    ("data", "sent"),
    [
        ("\x1b[?2026h", "\x1b[?2026h"),  # bracketing of an update: passed on, nothing forgotten
        ("\x1b[?1049h", "\x1b[?1049h"),  # another screen: passed on
        ("\x1b]52;c;YQ==\x07", "\x1b]52;c;YQ==\x07"),  # no frame at all
    ],
)
def test_what_is_no_frame_is_passed_on(data: str, sent: str) -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    assert reducer.reduce(data) == sent


def test_after_another_screen_everything_is_sent_again() -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    reducer.reduce(full("."))
    assert reducer.reduce(full(".")) == ""
    reducer.reduce("\x1b[?1049l")  # suspended
    assert reducer.reduce("\x1b[?25h") == "\x1b[?25h"  # nothing is painted on the shell's screen
    assert reducer.reduce("\x1b[?1049h").count(".") == COLUMNS * ROWS  # and back
    assert reducer.reduce(full(".")) == ""


def test_the_whole_screen_can_be_sent_again() -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    reducer.reduce(full("."))
    reducer.repaint()
    assert reducer.reduce("").count(".") == COLUMNS * ROWS


def test_a_new_size_is_a_new_screen() -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    reducer.reduce(full("."))
    reducer.resized(COLUMNS, ROWS)
    assert reducer.reduce(full(".")) == ""
    reducer.resized(COLUMNS, ROWS + 1)
    assert reducer.reduce(full(".")).count(".") == COLUMNS * ROWS


@pytest.mark.parametrize(
    ("text", "sent", "why"),
    [
        (widen("“中”", 2), "“中”", "fillers are never sent"),
        (widen("…", 2)[0], " ", "an ambiguous character whose filler the pane's edge cut off has no room"),
        (FILLER + "a", " a", "a filler whose character was cut off is a blank"),
    ],
)
def test_ambiguous_characters_take_two_cells_where_the_terminal_says_so(
    text: str, sent: str, why: str
) -> None:
    reducer = Frames(ambiguous=2)
    reducer.resized(COLUMNS, ROWS)
    assert sent in reducer.reduce("\x1b[1;1H" + text), why
    assert FILLER not in reducer.reduce("\x1b[2;1H" + text)


def test_text_beyond_the_edge_is_left_out() -> None:
    reducer = Frames()
    reducer.resized(COLUMNS, ROWS)
    assert "b" not in reducer.reduce(f"\x1b[1;{COLUMNS}Hab")
    assert reducer.reduce(f"\x1b[{ROWS + 1};1Hab").count("a") == 0
