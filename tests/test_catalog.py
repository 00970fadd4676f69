from datetime import date
from pathlib import Path

import pytest

from lctui.catalog import Catalog, CatalogError, Given, read_catalog
from lctui.model import Issue

PAGE = Issue(id="p", source="p.txt", encoding="utf-8", lines=(), articles=())


def written(folder: Path, text: str) -> Catalog:
    (folder / "catalog.toml").write_text(text, "utf-8")
    catalog = read_catalog(folder)
    assert catalog is not None
    return catalog


def test_no_catalogue_is_no_error(tmp_path: Path) -> None:
    assert read_catalog(tmp_path) is None


def test_common_values_and_values_by_file(tmp_path: Path) -> None:
    catalog = written(
        tmp_path,
        'paper = "大众日报"\n[files."a*.txt"]\ndate = 2024-01-16\npage = 9\n'
        '[files."ab.txt"]\ndate = "2024-01-17"\nsection = "聊城新闻"\n',
    )
    assert catalog.given("x.txt") == Given(paper="大众日报")
    assert catalog.given("aa.txt") == Given("大众日报", date(2024, 1, 16), "9")
    assert catalog.given("ab.txt") == Given("大众日报", date(2024, 1, 17), "9", "聊城新闻")


def test_an_encoding_is_understood_as_it_is_commonly_written(tmp_path: Path) -> None:
    catalog = written(tmp_path, 'encoding = "Big-5"\n[files."g.txt"]\nencoding = "GBK"\n')
    assert catalog.given("x.txt").encoding == "big5hkscs"
    assert catalog.given("g.txt").encoding == "gb18030"


def test_what_is_given_outranks_what_was_read() -> None:
    issue = Given(paper="大众日报", date=date(2024, 1, 16)).apply(PAGE)
    assert (issue.masthead, issue.date, issue.page) == ("大众日报", date(2024, 1, 16), None)


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('paper = "x"\npapr = "y"\n', "第 2 行", "papr"),  # a slip in a key
        ('paper = "x"\n[files."a.txt"]\npage = "1"\ndate = "16/1/2024"\n', "第 4 行", "date"),  # not ISO
        (
            '[files."a.txt"]\ndate = 2024-01-16\n[files."b.txt"]\ndate = "?"\n',
            "第 4 行",
            "date",
        ),  # the second
        ('files = "x"\n', "第 1 行", "files"),  # not a table
        ('paper = "x"\nencoding = "big6"\n', "第 2 行", "big5"),  # says what there is
        ('encoding = "rot13"\n', "第 1 行", "编码"),  # known to Python, but no encoding of texts
        ("section = [1]\n", "第 1 行", "section"),  # not text
        ('paper = "x\n', "line 1", "TOML"),  # not TOML at all
    ],
)
def test_a_bad_catalogue_is_one_sentence_with_its_line(
    tmp_path: Path, text: str, line: str, word: str
) -> None:
    with pytest.raises(CatalogError) as error:
        written(tmp_path, text)
    message = str(error.value)
    assert line in message
    assert word in message
    assert "\n" not in message
    assert str(tmp_path) in message
