"""Pages so broken that little is left of them: every one is read, and words stay."""

from __future__ import annotations

import time

import pytest

from lctui.ingest.page import read_page
from tests.ingest.pages import read


@pytest.mark.parametrize(
    "text",
    [
        "大\n“\n图为1\n▲南\n“\n▲7\n“\n▲。\n.2\n,",  # a headline over the rest of an article far above
        "。■李明\n\u200b",  # a signature above a line of which nothing is left
        "。■李明\n\ufeff",
        "今年。■李明\n**\n# 标题\n**甲乙**\n<p>丙</p>",
        "标题一行\n\n渡船每天往返八次。（记者\n\u200b\n林晨）\n",  # nothing is left of a line in a signature
        "（上接第一版）\n\ufeff\n\n（林晨）",
    ],
)
def test_every_line_is_placed(text: str) -> None:
    issue = read(text)
    placed = [
        number for article in issue.articles for number in (*article.headline_lines, *article.byline_lines)
    ]
    ranges = [r for article in issue.articles for part in article.paragraphs for r in part.lines]
    ranges += [r for part in issue.furniture for r in part.lines]
    placed += [number for first, last in ranges for number in range(first, last + 1)]
    assert set(placed) == {number for number, line in enumerate(text.split("\n"), 1) if line.strip()}


@pytest.mark.parametrize("said", ["记者认为x<y而y>z。", "见a<b且c>d。"])
def test_what_only_looks_like_a_tag_stays(said: str) -> None:
    issue = read("# 一号\n# 二号\n# 三号\n\n本报讯 " + said)
    assert said in "".join(part.text for article in issue.articles for part in article.paragraphs)


@pytest.mark.parametrize("text", ["标题\n\n”　　7777”\n渡船通了。", "▶ ▶▶▶\n▶渡船2323家家\n\n渡船通了。"])
def test_blanks_that_a_repair_leaves_at_the_ends_go_too(text: str) -> None:
    parts = [part.text for article in read(text).articles for part in article.paragraphs]
    assert parts == [part.strip() for part in parts]


def test_names_have_no_blanks_at_their_ends() -> None:
    bylines = [
        byline for article in read("□唐 木□唐 木\n\n渡船通了。").articles for byline in article.bylines
    ]
    assert [name for byline in bylines for name in byline.names if name != name.strip()] == []


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        ("▶突破30003000万元\n", 1000),
        ("河河湾湾渡渡口口\n▶码头扩建\n", 500),
        ("河湾渡口\n\n渡船每天往返八次。\n\n", 200),
        ("▲渡船靠岸。林远 摄\n\n从前绕山路\n\n如今坐渡船，每天往返八次。\n\n", 100),
        ("渡船每天往返\n\n图书馆开放\n\n八次。（高田）\n\n", 150),
    ],
)
def test_the_time_of_a_page_is_linear_in_its_lines(unit: str, count: int) -> None:
    def seconds(count: int) -> float:
        data = (unit * count).encode()

        def once() -> float:
            start = time.perf_counter()
            read_page(data, source="page.txt", id="page")
            return time.perf_counter() - start

        return min(once() for _ in range(3))

    # Eight times as much; a quarter of a quadratic growth is forgiven.
    assert seconds(8 * count) < 18 * seconds(count) + 0.05
