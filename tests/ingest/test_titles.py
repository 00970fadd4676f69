"""Kicker, title and subtitle: each row is a headline's lines and what each of them is."""

from __future__ import annotations

import pytest

from lctui.ingest.roles import Line, read_lines
from lctui.ingest.titles import Habits, Headline, headline_habits, split_headline

BROKEN, WHOLE = Habits(breaks=True), Habits()
"""Whether the page breaks its headlines to fit narrow columns."""
BODY = "河湾的渡口修好了，渡船每天往返八次。"


def lines_of(*texts: str) -> list[Line]:
    return read_lines(tuple("\n\n".join(texts).split("\n")), frozenset())


def far(first: str, second: str) -> list[Line]:
    """Two lines with others between them."""
    return read_lines((first, *("正文" for _ in range(4)), second), frozenset())[:: 4 + 1]


@pytest.mark.parametrize(
    ("texts", "breaks", "parts"),
    [
        (["渡口修好了"], WHOLE, "t"),
        # Of two lines the first is the kicker, unless the page breaks its headlines …
        (["村里筹钱修路", "渡口通了渡船"], WHOLE, "kt"),
        (["村里筹钱修路", "渡口通了渡船"], BROKEN, "tt"),
        # … and there too where one of them had room enough
        (["村里老少一起筹钱修路整整三年", "渡口通了船"], BROKEN, "kt"),
        (["渡口通了船", "村里老少一起筹钱修路整整三年"], BROKEN, "kt"),
        # … or where the first says something whole
        (["老人出主意，后生出力气", "渡口通了渡船"], BROKEN, "kt"),
        (["老人出主意，后生出力气", "渡口通了，船来了"], BROKEN, "tt"),  # both do: halves
        (["先修路，后修桥", "渡口通了渡船"], BROKEN, "tt"),  # too short for that
        # What goes on in the next line is no kicker.
        (["村里筹钱修路和", "渡口通了渡船"], WHOLE, "tt"),
        (["村里筹钱修路", "让渡口通了渡船"], WHOLE, "tt"),
        (["村里“筹钱修路", "渡口通船”有回音"], WHOLE, "tt"),
        # Marks at its end make a kicker on any page.
        (["从修路说起——", "渡口通了渡船"], BROKEN, "kt"),
        (["河湾村支书：", "渡口通了渡船"], BROKEN, "kt"),
        (["村里筹钱修路，", "渡口通了渡船"], BROKEN, "kt"),
        # A dash begins the subtitle; there may be a kicker as well.
        (["渡口通了渡船", "——河湾村修路记"], WHOLE, "ts"),
        (["老少一起筹钱修路", "渡口通了渡船", "——河湾村三年"], WHOLE, "kts"),
        # Labels are taken off first, wherever they stand.
        (["新春走基层", "村里筹钱修路", "渡口通了渡船"], WHOLE, "ckt"),
        (["渡口通了渡船", "河湾快评"], WHOLE, "tc"),
        # A title of two lines under its kicker.
        (["老少一起筹钱修路", "渡口", "通了渡船"], WHOLE, "ktt"),
    ],
)
def test_the_parts_of_a_headline(texts: list[str], breaks: bool, parts: str) -> None:
    """`parts` tells of each line whether it is of the column, the kicker, the title or the subtitle."""
    lines_as = {part: "".join(t for t, p in zip(texts, parts, strict=True) if p == part) for part in "ckts"}
    expected = Headline(lines_as["c"] or None, lines_as["k"] or None, lines_as["t"], lines_as["s"] or None)
    assert split_headline(lines_of(*texts), texts, BODY, breaks) == expected


def test_latin_words_keep_a_blank_between_the_lines_of_a_title() -> None:
    texts = ["渡口开通Wi", "Fi和渡船"]
    assert split_headline(lines_of(*texts), texts, BODY, BROKEN).title == "渡口开通Wi Fi和渡船"


@pytest.mark.parametrize("texts", [["村里筹钱修路", "渡口通了渡船"], ["新春走基层", "渡口通了渡船"]])
def test_halves_far_apart_are_one_title(texts: list[str]) -> None:
    lines = far(*texts)
    assert [line.text for line in lines] == texts
    assert split_headline(lines, texts, BODY) == Headline(None, None, " ".join(texts), None)


@pytest.mark.parametrize(
    ("heads", "breaks"),
    [
        ([["村里筹钱修路", "渡口通了渡船"]] * 3, BROKEN),
        ([["村里筹钱修路", "渡口通了渡船"]] * 2, WHOLE),  # as kickers and titles may stand
        ([["村里筹钱修路", "渡口通了渡船"]] * 2 + [["村里筹钱修路"]], WHOLE),
        ([["村里筹钱修路", "渡口通了渡船"]] * 2 + [["村里筹钱修路", "渡口", "通了渡船"]], WHOLE),
        ([["村里筹钱修路", "渡口通了渡船往返两岸一日八次"]] * 3, WHOLE),  # there was room for more
    ],
)
def test_whether_a_page_breaks_its_headlines(heads: list[list[str]], breaks: Habits) -> None:
    found = headline_habits(lines_of(*texts) for texts in heads)
    assert found.breaks == breaks.breaks
    assert (found.labels, found.labels_last) == (False, False)


@pytest.mark.parametrize(
    ("labels", "are_names"),
    [
        (["乡村夜话", "健康讲堂", "法治在线"], True),
        (["乡村夜话", "健康讲堂"], False),
        (["乡村夜话", "健康讲堂", "河湾渡口"], False),  # the last is none beyond doubt
        (["乡村夜话", "健康讲堂", "法治在线谈"], False),  # not of four characters
    ],
)
def test_whether_a_page_sets_names_of_columns_over_its_headlines(labels: list[str], are_names: bool) -> None:
    heads = [lines_of(label, "渡口通了渡船往返两岸一日八次") for label in labels]
    assert headline_habits(heads).labels is are_names


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("渡口夜雨", "渡口夜雨"),  # although the body speaks of the ferry
        ("河湾的渡", None),  # the body says just so
        ("渡口夜雨时", None),  # not of four characters
    ],
)
def test_where_names_of_columns_are_usual(label: str, column: str | None) -> None:
    texts = [label, "渡船每天往返八次"]
    assert split_headline(lines_of(*texts), texts, BODY, Habits(labels=True)).column == column
    assert split_headline(lines_of(*texts), texts, BODY, Habits()).column is None


@pytest.mark.parametrize(
    ("heads", "last"),
    [
        (
            [["渡口通了三条渡船", "新鲜"], ["渡口通了三条渡船", "渡口边"], ["渡口通了三条渡船", "家门口"]],
            True,
        ),
        ([["渡口通了三条渡船", "新鲜"], ["渡口通了三条渡船", "渡口边"]], False),  # too few
        ([["渡口通了三条渡船", "家门口的事"]] * 3, False),  # half as wide as the line above
    ],
)
def test_whether_a_page_sets_names_of_columns_below_its_headlines(heads: list[list[str]], last: bool) -> None:
    habits = headline_habits(lines_of(*texts) for texts in heads)
    assert habits.labels_last is last


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("新鲜事", "新鲜事"),
        ("渡口", None),  # the body says it
        ("家门口的新鲜事", None),  # too long
    ],
)
def test_where_names_of_columns_stand_below(label: str, column: str | None) -> None:
    texts = ["村里老少一起筹钱修路整整三年", label]
    body = "村里筹钱修了路，渡口也通了船，都说是新鲜的事情。"
    assert split_headline(lines_of(*texts), texts, body, Habits(labels_last=True)).column == column
    assert split_headline(lines_of(*texts), texts, body).column is None


def test_what_stands_in_two_headlines_is_the_name_of_a_column() -> None:
    first, second = ["村里筹钱修路", "习作园"], ["习作园", "渡口通了渡船"]
    habits = headline_habits(lines_of(*texts) for texts in (first, second))
    assert habits.repeated == {"习作园"}
    found = [split_headline(lines_of(*texts), texts, "习作园里" + BODY, habits) for texts in (first, second)]
    assert found == [Headline("习作园", None, title, None) for title in ("村里筹钱修路", "渡口通了渡船")]
    assert not headline_habits([lines_of("渡口通了三条渡船", "习作园")]).repeated
    ends_alike = [lines_of(title, "再上新台阶") for title in ("渡口", "村里筹钱修路", "老少一起出力")]
    assert not headline_habits(ends_alike[:2]).repeated
    assert headline_habits(ends_alike).repeated == {"再上新台阶"}
    assert headline_habits([lines_of("习作园", title) for title in ("村里修路", "渡口通船")]).repeated == {
        "习作园"
    }
