"""What texts have in common: pairs of characters, the rarer the better."""

from __future__ import annotations

import pytest

from lctui.ingest.block import Block, Kind
from lctui.ingest.drafts import Draft
from lctui.ingest.heard import Heard
from lctui.ingest.roles import read_lines
from lctui.ingest.wording import Wording

FERRY = "河湾的渡口修好了，渡船往返两岸。村民说，出门方便了。"
LIFT = "老街的电梯装好了，老人下楼散步。居民说，出门方便了。"
SCHOOL = "小学的操场铺好了，孩子课后踢球。老师说，出门方便了。"


def draft(text: str) -> Draft:
    return Draft(0, blocks=[Block(Kind.PROSE, read_lines((text,), frozenset()))])


def likeness(text: str, *bodies: str) -> float:
    """Of `text` with the first of `bodies`."""
    drafts = [draft(body) for body in bodies]
    return Wording(drafts, Heard()).likeness(text, drafts[0])


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("渡口修好", 1.0, 1.0),  # the body says all of it
        ("渡口修好了", 1.0, 1.0),
        ("球场落成", 0.0, 0.0),
        ("电梯装好", 0.0, 0.0),  # another body's
        ("渡口落成", 0.2, 0.5),  # one pair of three
        ("两岸，渡口", 1.0, 1.0),  # no pair reaches over a mark
        ("湾，的", 0.0, 0.0),  # nor is there one where every word is a character long
        ("", 0.0, 0.0),
    ],
)
def test_how_much_of_a_headline_a_body_says(text: str, least: float, most: float) -> None:
    assert least <= likeness(text, FERRY, LIFT, SCHOOL) <= most


def test_what_every_body_says_tells_less() -> None:
    assert likeness("渡船放学", FERRY, LIFT, SCHOOL) > likeness("方便放学", FERRY, LIFT, SCHOOL) > 0


def test_a_body_of_any_length_is_looked_through_as_far_as_any_real_one_goes() -> None:
    assert likeness("渡口", "电梯。" * 6000 + "渡口。", LIFT) == 1.0
    assert likeness("渡口", "电梯。" * 7000 + "渡口。", LIFT) == 0.0


@pytest.mark.parametrize(
    ("text", "other", "least", "most"),
    [
        ("渡口修好", FERRY, 1.0, 1.0),
        ("渡口落成", FERRY, 0.1, 0.2),  # one pair of three, and the common one
        ("电梯", FERRY, 0.0, 0.0),
        ("出门方便", FERRY, 0.0, 0.0),  # what all bodies say makes none of them akin
        ("出门方便，渡口修好", FERRY, 1.0, 1.0),  # and does not count
        ("渡口渡口渡口渡口落成", FERRY, 0.1, 0.15),  # what is said again counts once
        ("渡口。" + "电梯，" * 100, "渡口", 0.5, 0.6),  # three pairs at most speak of it …
        ("电梯。" * 80 + "渡口", "渡口", 0.0, 0.0),  # … and only its beginning is asked
    ],
)
def test_how_much_of_a_stretch_another_text_says(text: str, other: str, least: float, most: float) -> None:
    wording = Wording([draft(body) for body in (FERRY, LIFT, SCHOOL)], Heard())
    assert least <= wording.kinship(text, other) <= most
