"""What must hold for any page: typeset ones with every accident, junk made of a page's own parts, bytes."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lctui.ingest.decode import PageError
from lctui.ingest.page import read_page
from lctui.model import Article, Issue, Paragraph, Repair
from tests.ingest.pages import column
from tests.quality.grammar import Grammar
from tests.quality.typesetter import LOOKS, TypesetPage, accidents, typeset

_ORDERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
_FRAGMENTS = (
    "□ 本报记者 高田 张荔", "□记者 孙亚飞", "  通讯员 杜银时 报道", "□ 本 报 记 者  高 田", "快评", "%",
    "。", "，", "本报讯（记者 林晨", "刘志耀） 1月", "本报冠县讯 ", "新华社北京1月3日电（记者甲某、乙某）",
    ",", ";", "“", "”", '"', "■ 本报记者 许某", "▶发放贷款22..55亿元亿元", "““一站式一站式””",
    "20232023年年", "(", ")", "（", "）", "'", "‘", "2024年1月16日 星期二 责任编辑 刘田 第506期",
    "热线电话:(0635)8517099", "扫码查看视频", "……", "——", "、", "  ", "近日，", "下一步", "全市",
    "项目建设", "校 内 假 期 托 管", "352.09", "51 个", "　　", "\u00a0", "\t", " ", "A", "App", "M15",
    "http://x.cn", "😀", "é", "\u0301", "\ufeff", "\u200b", "\ue000", "\x00", "\x1b[31m", "\u202e", "\x85",
    "\r", "\f",
)  # fmt: skip
_CODE = re.compile(r"U\+[0-9A-F]{4,6}")


def rates(look: str) -> st.SearchStrategy[dict[str, float]]:
    """Some accidents forced, some forbidden, the rest as usual."""
    names = accidents(look)  # type: ignore[arg-type]
    return st.dictionaries(st.sampled_from(names), st.sampled_from((0.0, 1.0)), max_size=6)


typeset_pages = st.sampled_from(LOOKS).flatmap(
    lambda look: st.builds(
        lambda seed, chances: typeset(look, seed, Grammar(), chances), st.integers(0, 10**6), rates(look)
    )
)
junk_lines = st.lists(
    st.one_of(
        st.just(""),
        st.lists(st.sampled_from(_FRAGMENTS), max_size=6).map("".join),
        st.text(max_size=30),
        st.text(alphabet="的一是在市县项目发展，。“”（）12 3.　", max_size=40),
    ),
    max_size=40,
).map("\n".join)


@st.composite
def mutilated_pages(draw: st.DrawFn) -> str:
    """A typeset page with lines dropped, doubled or exchanged."""
    lines = draw(typeset_pages).lines
    for _ in range(draw(st.integers(1, 8))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 3)):
            case 0 if len(lines) > 1:
                del lines[at]
            case 1:
                lines.insert(other, lines[at])
            case 2:
                lines[at], lines[other] = lines[other], lines[at]
            case _:
                lines[at] = lines[at][: len(lines[at]) // 2]
    return "\n".join(lines)


_SENTENCES = (
    "河湾村的渡口昨天修好了，渡船每天往返八次。", "撑船的老人说，孩子们上学再也不用绕远路。",
    "老街的电梯装好了。", "住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。", "果农们天不亮就下地！",
    "物业公司说：“电费由各户分担。”", "合作社把苹果切片烘干，一斤能卖30元", "村民排队上船，",
)  # fmt: skip
_TITLES = (
    "渡口通了渡船", "老街居民不用再爬楼梯", "——河湾村修路记", "新春走基层", "市场拾零", "简讯", "更正",
    "从前绕山路", "【民生关注】", "“三夏”进行时", "老人出主意，后生出力气",
)  # fmt: skip
_OPENINGS = (
    *[""] * 3, "本报讯 ", "本报讯（记者 周宁） ", "（上接第一版）", "▶", "▲", "图为", "左图：", "4月2日，",
    "●", "①", "一、",
)  # fmt: skip
_CLOSINGS = (
    *[""] * 3, "（林远）", "林远 摄", "（资料图片）", " ■ 本报记者 林远", "本报记者 林远", "\n林远 摄",
    "\n□记者 高田",
)  # fmt: skip
paragraphs = st.builds(
    lambda opening, said, closing: opening + "".join(said) + closing,
    st.sampled_from(_OPENINGS),
    st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=4),
    st.sampled_from(_CLOSINGS),
)
bodies = st.builds(
    lambda said, width, indent: "\n".join(column(part, width=width, indent=indent)[:-1] for part in said),
    st.lists(paragraphs, min_size=1, max_size=4),
    st.sampled_from((12, 15, 15, 15, 24, 200)),
    st.sampled_from(("　　", "　　", "")),
)
composed_pages = st.lists(
    st.tuples(st.one_of(bodies, bodies, st.sampled_from(_TITLES)), st.sampled_from(("\n", "\n\n", "\n\n"))),
    min_size=1,
    max_size=14,
).map(lambda parts: "".join(part + gap for part, gap in parts))
"""Captions, briefs, items, headlines set close and what goes on from other pages, in any order."""
texts = st.one_of(typeset_pages.map(lambda page: page.text), junk_lines, mutilated_pages(), composed_pages)
usual = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Issue | None:
    """The page read; None for one that holds no text, the only thing that may be refused."""
    return read_bytes(text.encode())


def read_bytes(data: bytes) -> Issue | None:
    reason = ""
    try:
        return read_page(data, source="p.txt", id="p")
    except PageError as error:
        reason = error.reason
    assert reason in {"empty", "binary"}
    return None


def lines_of(paragraphs: tuple[Paragraph, ...]) -> list[int]:
    return [n for p in paragraphs for first, last in p.lines for n in range(first, last + 1)]


@usual
@given(texts)
@example("")
@example("\n" * 50)
@example("只有一行标题")
@example("本报讯（记者 甲某")  # an opening that never ends
@example("□ 本报记者 甲某 乙某\n\n")  # a byline and nothing else
@example('"' * 99)
@example("1111..11亿元亿元亿元\n" * 3)
def test_every_printed_line_is_in_exactly_one_place(text: str) -> None:
    issue = read(text)
    if issue is None:
        return
    places: Counter[int] = Counter()
    for article in issue.articles:
        body = lines_of(article.paragraphs)
        places.update(article.headline_lines)
        places.update(body)
        places.update(set(article.byline_lines) - set(body))
        assert list(article.headline_lines) == sorted(set(article.headline_lines))
    places.update(n for item in issue.furniture for first, last in item.lines for n in range(first, last + 1))
    printed = {number for number, line in enumerate(issue.lines, 1) if line.strip()}
    assert printed - places.keys() == set()
    assert {n for n, count in places.items() if count != 1 and n in printed} == set()
    assert all(1 <= n <= len(issue.lines) for n in places)


def mended(issue: Issue, number: int, repairs: list[Repair]) -> str:
    """A line of the page with each of its repairs made in turn, where its `before` next stands."""
    line, done = issue.lines[number - 1], 0
    out: list[str] = []
    for repair in repairs:
        assert repair.before
        at = line.find(repair.before, done)
        assert at >= 0, (number, repair, line)
        out += (line[done:at], repair.after)
        done = at + len(repair.before)
    out.append(line[done:])
    return "".join(out).strip()


def repairs_by_line(issue: Issue) -> dict[int, list[Repair]]:
    """The repairs of each line, but for marks set for characters that cannot be shown: the line itself
    holds those already."""
    found: dict[int, list[Repair]] = defaultdict(list)
    for repair in issue.repairs:
        assert repair.before != repair.after
        if not _CODE.fullmatch(repair.before):
            found[repair.line].append(repair)
    return found


@usual
@given(texts)
@example('"走在前,挑大梁" ,"(一)" "二"')
@example("□记者 高田 报道\n本报讯 １, ２ , ３．５％ , “ 校 内 ,假 期 ” 22..55亿 元亿 元\n")
@example("\u200b \u200b聚力 攻坚\u200b\u3000\u3000突破")
def test_a_text_is_its_lines_after_repair_and_nothing_else(text: str) -> None:
    issue = read(text)
    if issue is None:
        return
    repairs = repairs_by_line(issue)
    for article in issue.articles:
        for paragraph in article.paragraphs:
            parts = [mended(issue, number, repairs[number]) for number in lines_of((paragraph,))]
            place = 0
            for part in parts:  # nothing but one blank may stand where lines are joined
                if place and paragraph.text[place : place + 1] == " " and not part.startswith(" "):
                    place += 1
                assert paragraph.text.startswith(part, place)
                place += len(part)
            assert place == len(paragraph.text)
    for item in issue.furniture:
        (first, _), *_ = item.lines
        assert item.text == mended(issue, first, repairs[first])


@usual
@given(texts)
def test_the_same_bytes_give_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


_READ_ALL = """
import sys
from pathlib import Path
from lctui.ingest.page import read_page
for name in sys.argv[1:]:
    print(read_page(Path(name).read_bytes(), source=name, id=name))
"""


def test_no_order_of_hashes_changes_what_is_read() -> None:
    root = Path(__file__).parents[2]
    names = sorted(map(str, chain(root.glob("seeds/*.txt"), root.glob("tests/quality/pages/*.txt"))))
    assert len(names) > 5
    read_so = {
        subprocess.run(
            [sys.executable, "-c", _READ_ALL, *names],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(read_so) == 1


def every_text(issue: Issue) -> Iterator[str]:
    yield from (line.replace("\t", " ") for line in issue.lines)  # what the page has, and harmless
    yield from (item.text for item in issue.furniture)
    yield from (part for part in (issue.masthead, issue.editor, issue.issue_number, issue.weekday) if part)
    for article in issue.articles:
        yield from (
            part for part in (article.title, article.kicker, article.subtitle, article.column) if part
        )
        yield from (article.place or "", *(name for byline in article.bylines for name in byline.names))
        yield from (paragraph.text for paragraph in article.paragraphs)
    yield from chain.from_iterable((r.before.replace("\t", " "), r.after) for r in issue.repairs)


def _check_reading(issue: Issue) -> None:
    for text in every_text(issue):
        unsafe = [ch for ch in text if unicodedata.category(ch) in ("Cc", "Cs") or ch in _ORDERS]
        assert unsafe == [], ascii(text)
    assert len({article.id for article in issue.articles}) == len(issue.articles)
    for article in issue.articles:
        _check_article(article)


def _check_article(article: Article) -> None:
    assert article.title.strip()
    assert article.title_derived or article.headline_lines
    assert article.paragraphs or article.headline_lines
    assert all(paragraph.lines and paragraph.text.strip() for paragraph in article.paragraphs)
    assert all(paragraph.text == paragraph.text.strip() for paragraph in article.paragraphs)
    assert all(name.strip() == name != "" for byline in article.bylines for name in byline.names)
    assert bool(article.byline_lines) or not article.bylines


@usual
@given(texts)
def test_what_is_read_is_safe_to_show(text: str) -> None:
    issue = read(text)
    if issue is not None:
        _check_reading(issue)


@usual
@given(
    st.one_of(
        st.binary(max_size=400),
        texts.map(lambda text: text.encode("gb18030", "replace")),
        texts.map(lambda text: text.encode("utf-16", "replace")),
        st.builds(lambda text, cut: text.encode()[cut:], junk_lines, st.integers(1, 5)),
    )
)
def test_any_bytes_are_read_or_refused_in_one_way(data: bytes) -> None:
    issue = read_bytes(data)
    if issue is not None:
        _check_reading(issue)


@usual
@given(typeset_pages, st.sampled_from(("utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk", "\r\n", "\r")))
def test_neither_encoding_nor_line_ends_change_what_is_read(page: TypesetPage, way: str) -> None:
    if way.isspace():
        other = read_bytes(page.text.replace("\n", way).encode())
    elif page.text.encode(way, "ignore").decode(way) != page.text:
        return  # a character that this encoding has not
    else:
        other = read_bytes(page.text.encode(way))
    plain = read(page.text)
    assert plain is not None
    assert other is not None
    assert other.articles == plain.articles
    assert other.furniture == plain.furniture
    assert other.repairs == plain.repairs


def _repeated(page: TypesetPage) -> str:
    return page.text + "\n"


SHAPES: dict[str, str] = {
    "pages in look A": _repeated(typeset("A", 3, Grammar())),
    "pages in look B": _repeated(typeset("B", 3, Grammar())),
    "pages in look C": _repeated(typeset("C", 3, Grammar(), {"box": 1.0})),
    "headlines only": "聚力攻坚突破夺取高质量发展新胜利\n\n",
    "bylines only": "  □记者 高田 通讯员 张荔 报道\n",
    "one long line": "全市上下聚力攻坚突破，",
    "one line of quotes": '"',
    "doubled figures": "22..55亿元亿元",
    "letters apart": "校 内 假 期 ",
    "blank lines": "\n",
    "openings that never end": "本报讯（记者 ",
    "figures": "1",
    "names and slogans in one line": "（记者 高田 张荔）《不忘初心 牢记使命》“万 企 出海”",
    "captions only": "▲渡船靠岸，村民们排队上船，去对岸赶集。林远 摄\n\n",
    "items only": "▶早上六点到晚上八点半，渡船每天往返八次。\n",
    "labels only": "新春走基层\n",
    "headlines close": "老街居民不用再爬楼梯\n",
    "openings from other pages": "（上接第一版）渡船每天往返八次。\n\n",
    "bodies without ends": "渡船每天往返八次，村民出门方便，孩子\n老街居民不用再爬\n\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_page_and_no_faster(shape: str) -> None:
    unit = SHAPES[shape]
    times = 30_000 // len(unit)
    small, large = (("标题一行\n" + unit * count).encode() for count in (times, 10 * times))
    ratios = []
    for _ in range(4):
        ratios.append(_seconds(large, 1) / _seconds(small, 3))
        if ratios[-1] <= 15:
            return
    pytest.fail(f"ten times the page took {min(ratios):.1f} times as long")


def _seconds(data: bytes, runs: int) -> float:
    """The best of several runs, in seconds of this process's own time."""
    best = float("inf")
    # As timeit does: what Python collects meanwhile depends on all that other tests have left behind.
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            read_page(data, source="p.txt", id="p")
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return max(best, 1e-4)
