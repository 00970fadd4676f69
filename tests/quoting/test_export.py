"""The basket as a file: nothing of it is lost, and each file is valid of its kind."""

import json

import pytest

from lctui.quoting.basket import BasketQuote
from lctui.quoting.export import Format, export
from lctui.quoting.quote import Position
from lctui.quoting.source import Source, source_of
from tests.quoting.sources import article, issue
from tests.quoting.test_citation import bibtex_fields

SOURCES = [
    source_of(issue(), article("题一", id="p/1")),
    source_of(issue(date=None), article("题二", id="p/2")),
]


def kept(number: int, text: str, note: str = "", source: Source = SOURCES[0]) -> BasketQuote:
    return BasketQuote(f"q{number}", text, source, 1_700_000_000.0 + number, Position(1, 2), note)


BASKET = [
    kept(0, "第一段。\n第二段*。", "读到此处\n\n再看"),
    kept(1, "同一篇的另一处{括号}"),
    kept(2, "别的一篇", source=SOURCES[1]),
]


def test_markdown() -> None:
    assert export(BASKET, Format.MARKDOWN) == (
        "# 摘抄本\n\n"
        "> 第一段。\n>\n> 第二段\\*。\n>\n> ——胡磊、孙亚飞：《题一》，《大众日报》2024年1月16日。\n\n"
        "读到此处\n\n再看\n\n"
        "> 同一篇的另一处{括号}\n>\n> ——胡磊、孙亚飞：《题一》，《大众日报》2024年1月16日。\n\n"
        "> 别的一篇\n>\n> ——胡磊、孙亚飞：《题二》，《大众日报》。\n"
    )


def test_plain_text() -> None:
    text = export(BASKET, Format.TEXT)
    assert text.startswith(
        "第一段。\n第二段*。\n——胡磊、孙亚飞：《题一》，《大众日报》2024年1月16日。\n按：读到此处\n再看\n\n\n"
    )
    assert text.endswith("》，《大众日报》。\n")


def test_bibtex_has_one_entry_an_article() -> None:
    entries = export(BASKET, Format.BIBTEX).strip().split("\n\n")
    found = [bibtex_fields(entry) for entry in entries]
    assert [made_key for _, made_key, _ in found] == ["lctui-p-1", "lctui-p-2"]
    annote = found[0][2]["annote"]
    for part in ("第一段。 第二段*。", "读到此处 再看", r"另一处\textbraceleft{}括号\textbraceright{}"):
        assert part in annote


def test_json_has_everything() -> None:
    document = json.loads(export(BASKET, Format.JSON))
    assert document["schema"] == 1
    assert [quote["text"] for quote in document["quotes"]] == [quote.text for quote in BASKET]
    first = document["quotes"][0]
    assert first["note"] == "读到此处\n\n再看"
    assert (first["paragraph"], first["offset"]) == (1, 2)
    assert first["time"].startswith("2023-11-1")
    assert Source.from_dict(first["source"]) == SOURCES[0]
    assert first["gbt7714-2025"] == "胡磊，孙亚飞. 题一[N]. 大众日报，2024-01-16."


@pytest.mark.parametrize("format", list(Format))
def test_an_empty_basket_is_a_file_too(format: Format) -> None:
    content = export([], format)
    assert content.endswith("\n")
    assert format.label
