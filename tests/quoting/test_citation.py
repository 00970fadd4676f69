# ruff: noqa: E501 — one case a line, as a table is read
"""Each citation style against its definition: the fields, their order, the escaping, and what is left out."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.model import Article, Byline, Issue
from lctui.quoting.citation import Style, cite, cite_source
from lctui.quoting.escaping import bibtex_text, markdown_text, org_text
from lctui.quoting.records import key
from lctui.quoting.source import Source, page_number, source_of
from tests.quoting.sources import article, issue, writers

PLAIN, MARKDOWN, ORG = Style.PLAIN, Style.MARKDOWN, Style.ORG
GB15, GB25 = Style.GBT7714_2015, Style.GBT7714_2025
BIBTEX, RIS, CSL = Style.BIBTEX, Style.RIS, Style.CSL_JSON

FOUR = writers("胡磊", "孙亚飞", "高田", "薛良诚")
TWO_ROLES = (Byline("记者", ("高田",)), Byline("通讯员", ("张荔",)), Byline("摄", ("许金松",)))
INFERRED = {"date_inferred": date(2023, 12, 25)}

SENTENCES: list[tuple[Style, Article, Issue, str, str]] = [
    # GB/T 7714—2015
    (GB15, article(), issue(), "胡磊, 孙亚飞. 抢抓项目，为高质量发展注入澎湃动力[N]. 大众日报, 2024-01-16.", "whole"),
    (GB15, article("题"), issue(page="3"), "胡磊, 孙亚飞. 题[N]. 大众日报, 2024-01-16(3).", "page, §8.8.5"),
    (GB15, article("题"), issue(page="第03版"), "胡磊, 孙亚飞. 题[N]. 大众日报, 2024-01-16(3).", "page as printed"),
    (GB15, article("题"), issue(page="A10"), "胡磊, 孙亚飞. 题[N]. 大众日报, 2024-01-16(A10).", "page of a section"),
    (GB15, article("题", bylines=FOUR), issue(), "胡磊, 孙亚飞, 高田, 等. 题[N]. 大众日报, 2024-01-16.", "four, §8.1.2"),
    (
        GB15,
        article("题", bylines=writers("甲一", "乙二", "丙三")),
        issue(),
        "甲一, 乙二, 丙三. 题[N]. 大众日报, 2024-01-16.",
        "three are all given",
    ),
    (GB15, article("题", bylines=()), issue(), "题[N]. 大众日报, 2024-01-16.", "no writer, §8.1.3"),
    (GB15, article("题", bylines=TWO_ROLES), issue(), "高田, 张荔. 题[N]. 大众日报, 2024-01-16.", "not the photographer"),
    (GB15, article("题", subtitle="——记者手记"), issue(), "胡磊, 孙亚飞. 题: 记者手记[N]. 大众日报, 2024-01-16.", "subtitle"),
    (GB15, article("题", kicker="引题"), issue(), "胡磊, 孙亚飞. 题[N]. 大众日报, 2024-01-16.", "the kicker is no title"),
    (GB15, article("题"), issue(masthead=None), "胡磊, 孙亚飞. 题[N]. 2024-01-16.", "no paper"),
    (GB15, article("题"), issue(date=None), "胡磊, 孙亚飞. 题[N]. 大众日报.", "no date"),
    (GB15, article("题"), issue(date=None, masthead=None), "胡磊, 孙亚飞. 题[N].", "neither"),
    (GB15, article("题", bylines=()), issue(date=None, masthead=None), "题[N].", "nothing but the title"),
    (GB15, article("题"), issue(**INFERRED), "胡磊, 孙亚飞. 题[N]. 大众日报, [2023].", "inferred, §8.4.3.3"),
    (GB15, article("题", title_derived=True), issue(), "胡磊, 孙亚飞. [题][N]. 大众日报, 2024-01-16.", "no title printed"),
    (GB15, article("AI, again", bylines=writers("John A. Smith")), issue(masthead="Times"), "SMITH J A. AI, again[N]. Times, 2024-01-16.", "Western name, §8.1.1"),
    (GB15, article("题\n目\x07"), issue(), "胡磊, 孙亚飞. 题 目[N]. 大众日报, 2024-01-16.", "one line, no control characters"),
    # GB/T 7714—2025
    (GB25, article(), issue(), "胡磊，孙亚飞. 抢抓项目，为高质量发展注入澎湃动力[N]. 大众日报，2024-01-16.", "full-width comma"),
    (GB25, article("题"), issue(page="15"), "胡磊，孙亚飞. 题[N]. 大众日报，2024-01-16（15）.", "full-width brackets"),
    (GB25, article("题", bylines=FOUR), issue(), "胡磊，孙亚飞，高田，等. 题[N]. 大众日报，2024-01-16.", "four"),
    (GB25, article("题", subtitle="副题"), issue(), "胡磊，孙亚飞. 题：副题[N]. 大众日报，2024-01-16.", "full-width colon"),
    (GB25, article("题"), issue(**INFERRED), "胡磊，孙亚飞. 题[N]. 大众日报，[2023].", "inferred, §7.5.4.3"),
    (GB25, article("题", title_derived=True), issue(), "胡磊，孙亚飞. [题][N]. 大众日报，2024-01-16.", "supplied, §7.2.1"),
    (GB25, article("AI", bylines=writers("John Smith", "Mary Lee", "A Bo", "C Do")), issue(masthead="Times", page="2"), "Smith J, Lee M, Bo A, et al. AI[N]. Times, 2024-01-16(2).", "Western: half-width, no capitals"),
    (GB25, article("题", bylines=()), issue(date=None, masthead=None), "题[N].", "nothing but the title"),
    # the sentence of books and journals
    (PLAIN, article("题"), issue(), "胡磊、孙亚飞：《题》，《大众日报》2024年1月16日。", "whole"),
    (PLAIN, article("题"), issue(page="三版"), "胡磊、孙亚飞：《题》，《大众日报》2024年1月16日，第3版。", "page"),
    (PLAIN, article("题", bylines=FOUR), issue(), "胡磊、孙亚飞、高田等：《题》，《大众日报》2024年1月16日。", "four writers"),
    (PLAIN, article("读《活着》", subtitle="——书评"), issue(), "胡磊、孙亚飞：《读〈活着〉——书评》，《大众日报》2024年1月16日。", "title in a title"),
    (PLAIN, article("题", bylines=()), issue(**INFERRED), "《题》，《大众日报》[不早于2023年12月25日]。", "inferred date"),
    (PLAIN, article("题", title_derived=True), issue(masthead=None), "胡磊、孙亚飞：[题]，2024年1月16日。", "no title printed, no paper"),
    (PLAIN, article("题"), issue(date=None, issue_number="506"), "胡磊、孙亚飞：《题》，《大众日报》第506期。", "no date, but a number"),
    (PLAIN, article("题", bylines=()), issue(date=None, masthead=None), "《题》。", "nothing but the title"),
    (MARKDOWN, article("5*3_a<b>"), issue(), r"胡磊、孙亚飞：《5\*3\_a\<b\>》，《大众日报》2024年1月16日。", "escaped"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("style", "what", "where", "expected", "why"),
    SENTENCES,
    ids=[f"{case[0]}: {case[4]}" for case in SENTENCES],
)
def test_the_sentence_styles(style: Style, what: Article, where: Issue, expected: str, why: str) -> None:
    assert cite(where, what, style) == expected


AUTHORS: list[tuple[Article, Issue, tuple[str, ...], bool, str]] = [
    (article(bylines=TWO_ROLES), issue(), ("高田", "张荔"), False, "in printed order, without the photographer"),
    (article(kind="photo", bylines=TWO_ROLES[2:]), issue(), ("许金松",), False, "a picture is the photographer's"),
    (article(kind="photo", bylines=TWO_ROLES), issue(), ("高田", "张荔"), False, "unless someone wrote the caption"),
    (article(bylines=(Byline("责任编辑", ("刘田",)),)), issue(), (), False, "an editor is no writer"),
    (article(bylines=(Byline("文/图", ("高田",)),)), issue(), ("高田",), False, "text and picture by one person"),
    (article(bylines=(Byline("摄影报道", ("高田",)),)), issue(), ("高田",), False, "a report in pictures"),
    (article(bylines=(Byline("", ("高田",)),)), issue(), ("高田",), False, "a name without a role"),
    (article(bylines=(*writers("高田"), *writers("高田", "张荔"))), issue(), ("高田", "张荔"), False, "named twice"),
    (article(bylines=(Byline("评论员", ("李明",)),)), issue(), ("李明",), False, "signed commentary"),
    (
        article(kind="commentary", bylines=(Byline("评论员", ()),), byline_lines=(1,)),
        issue(lines=("□ 本 报 评 论 员",)),
        ("本报评论员",),
        True,
        "unsigned commentary is the paper's",
    ),
    (article(bylines=(), byline_lines=(1,)), issue(lines=("本报讯",)), (), False, "本报讯 names nobody"),
    (article(bylines=()), issue(), (), False, "no byline"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "where", "authors", "collective", "why"), AUTHORS, ids=[case[4] for case in AUTHORS]
)
def test_who_wrote_it(
    what: Article, where: Issue, authors: tuple[str, ...], collective: bool, why: str
) -> None:
    source = source_of(where, what)
    assert (source.authors, source.collective) == (authors, collective)


@pytest.mark.parametrize(
    ("given_as", "expected"),
    [
        ("3", "3"),
        ("03", "3"),
        ("第3版", "3"),
        ("三版", "3"),
        ("第十二版", "12"),
        ("二十", "20"),
        ("十", "10"),
        ("A10", "A10"),
        ("头版", "头版"),
        ("A叠3版", "A叠3版"),
        ("第A10版", "A10"),
        ("  ", None),
        (None, None),
    ],
)
def test_page_numbers_in_arabic_figures(given_as: str | None, expected: str | None) -> None:
    assert page_number(given_as) == expected


# BibTeX


def bibtex_fields(entry: str) -> tuple[str, str, dict[str, str]]:
    """Kind, key and fields of an entry, read by BibTeX's rules: a value is a word or is in balanced braces."""
    head = re.match(r"@(\w+)\{([^,\s{}]+),\n", entry)
    assert head, entry
    fields: dict[str, str] = {}
    at = head.end()
    while entry[at] != "}":
        name = re.compile(r"\s*([a-z]+)\s*=\s*").match(entry, at)
        assert name, entry[at:]
        at = name.end()
        if entry[at] == "{":
            depth, start = 0, at
            while True:
                depth += {"{": 1, "}": -1}.get(entry[at], 0)
                at += 1
                if depth == 0:
                    break
            fields[name[1]] = entry[start + 1 : at - 1]
        else:
            word = re.compile(r"[a-z]+").match(entry, at)
            assert word
            fields[name[1]] = word[0]
            at = word.end()
        at = re.compile(r",?\s*").match(entry, at).end()  # type: ignore[union-attr]
    assert entry[at:] == "}"
    return head[1], head[2], fields


BIBTEX_CASES: list[tuple[Article, Issue, dict[str, str | None], str]] = [
    (
        article("题"),
        issue(page="3"),
        {
            "author": "胡磊 and 孙亚飞", "title": "题", "journal": "大众日报", "entrysubtype": "newspaper",
            "date": "2024-01-16", "year": "2024", "month": "jan", "pages": "3", "langid": "chinese", "note": None,
        },
        "all fields",
    ),
    (article("题", bylines=FOUR), issue(), {"author": "胡磊 and 孙亚飞 and 高田 and 薛良诚"}, "every writer: styles cut"),
    (article("题", bylines=()), issue(masthead=None, date=None), {"author": None, "journal": None, "year": None, "date": None, "month": None}, "only what is known"),
    (article("题"), issue(**INFERRED), {"year": "[2023]", "date": None, "month": None, "note": "日期据内文推定，不早于 2023-12-25"}, "inferred date"),
    (article("50% & $3 #1 a_b ~ ^ \\ {x}"), issue(), {"title": r"50\% \& \$3 \#1 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{} \textbraceleft{}x\textbraceright{}"}, "LaTeX's special characters"),
    (article("用AI看CCTV"), issue(), {"title": "用{AI}看{CCTV}"}, "capitals kept"),
    (article("题\r\n目\x1b[0m\u202e"), issue(), {"title": "题 目[0m"}, "one line, no control characters"),
    (article("题", subtitle="副"), issue(), {"title": "题：副"}, "subtitle"),
    (article("题", kicker="引题"), issue(), {"title": "题", "titleaddon": "引题"}, "kicker"),
    (article("题", title_derived=True), issue(), {"title": "[题]"}, "no title printed"),
    (article("题", bylines=writers("Smith and Sons", "阿布 都")), issue(), {"author": "{Smith and Sons} and {阿布 都}"}, "names that BibTeX would cut"),
    (article("题", bylines=(), byline_lines=(1,)), issue(lines=("本报评论员",)), {"author": "{本报评论员}"}, "a collective author"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "where", "expected", "why"), BIBTEX_CASES, ids=[case[3] for case in BIBTEX_CASES]
)
def test_bibtex(what: Article, where: Issue, expected: dict[str, str | None], why: str) -> None:
    kind, _, fields = bibtex_fields(cite(where, what, BIBTEX))
    assert kind == "article"
    assert {name: fields.get(name) for name in expected} == expected


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.text(max_size=30))
def test_no_text_breaks_a_bibtex_entry(title: str, name: str) -> None:
    _, _, fields = bibtex_fields(cite(issue(masthead=name), article(title, bylines=writers(name)), BIBTEX))
    depths = [0]
    for ch in re.sub(r"\\[&%$#_]", "", fields.get("title", "")):
        depths.append(depths[-1] + {"{": 1, "}": -1}.get(ch, 0))
        assert ch not in "&%$#_~^", "no special character is left bare"
    assert min(depths) == depths[-1] == 0


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("大众日报/1", "聊城日报/1", "ids of Chinese characters alone"),
        ("a b/1", "a-b/1", "ids that differ in what is left out"),
        ("002/1", "002/11", "ids that begin alike"),
    ],
)
def test_keys_are_ascii_and_differ(first: str, second: str, why: str) -> None:
    keys = [key(Source(id=id, title="")) for id in (first, second)]
    assert keys[0] != keys[1]
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", made) for made in keys)


def test_a_key_never_changes() -> None:
    assert key(source_of(issue(), article())) == "lctui-002-0afed-1"
    assert key(source_of(issue(masthead=None, date=None), article("另一题"))) == "lctui-002-0afed-1"


# RIS


def ris_lines(record: str) -> list[tuple[str, str]]:
    assert record.endswith("\r\n")
    lines = record.split("\r\n")[:-1]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n]*", line) for line in lines), lines
    return [(line[:2], line[6:]) for line in lines]


RIS_CASES: list[tuple[Article, Issue, list[tuple[str, str]], str]] = [
    (
        article("题"),
        issue(page="3", section="要闻", issue_number="506"),
        [
            ("TY", "NEWS"), ("ID", "lctui-002-0afed-1"), ("AU", "胡磊"), ("AU", "孙亚飞"), ("TI", "题"),
            ("T2", "大众日报"), ("PY", "2024"), ("DA", "2024/01/16/"), ("IS", "506"), ("SP", "3"), ("SE", "要闻"),
            ("LA", "zh"), ("ER", ""),
        ],
        "all fields, in order",
    ),
    (
        article("T & {T}\n\t%", bylines=writers("John Smith", "A*B")),
        issue(masthead=None, date=None),
        [("TY", "NEWS"), ("ID", "lctui-002-0afed-1"), ("AU", "Smith, John"), ("AU", "B, A"), ("TI", "T & {T} %"), ("ER", "")],
        "nothing but what is known; no escaping, one line, no asterisk in names",
    ),
    (
        article("题", bylines=()),
        issue(**INFERRED),
        [
            ("TY", "NEWS"), ("ID", "lctui-002-0afed-1"), ("TI", "题"), ("T2", "大众日报"), ("PY", "2023"),
            ("DA", "2023///推定"), ("LA", "zh"), ("N1", "日期据内文推定，不早于 2023-12-25"), ("ER", ""),
        ],
        "inferred date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "where", "expected", "why"), RIS_CASES, ids=[case[3] for case in RIS_CASES])
def test_ris(what: Article, where: Issue, expected: list[tuple[str, str]], why: str) -> None:
    assert ris_lines(cite(where, what, RIS)) == expected


@settings(deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_a_ris_record(text: str) -> None:
    tags = [tag for tag, _ in ris_lines(cite_source(source_of(issue(), article("题")), RIS, text))]
    assert tags[0] == "TY"
    assert tags[-1] == "ER"
    assert tags.count("ER") == 1


# CSL-JSON

CSL_CASES: list[tuple[Article, Issue, dict[str, Any], str]] = [
    (
        article("题"),
        issue(page="3", section="要闻", issue_number="506"),
        {
            "id": "lctui-002-0afed-1", "type": "article-newspaper", "title": "题",
            "author": [{"literal": "胡磊"}, {"literal": "孙亚飞"}], "issued": {"date-parts": [[2024, 1, 16]]},
            "container-title": "大众日报", "section": "要闻", "issue": "506", "page": "3", "language": "zh",
        },
        "all fields",
    ),
    (
        article("题", bylines=()),
        issue(masthead=None, **INFERRED),
        {
            "id": "lctui-002-0afed-1", "type": "article-newspaper", "title": "题", "language": "zh",
            "issued": {"date-parts": [[2023]], "circa": True}, "note": "日期据内文推定，不早于 2023-12-25",
        },
        "inferred date is circa",
    ),
    (
        article('a "b" \\ \x01 {c}', bylines=writers("Mary Ann Lee")),
        issue(masthead=None, date=None),
        {
            "id": "lctui-002-0afed-1", "type": "article-newspaper", "title": 'a "b" \\ {c}',
            "author": [{"family": "Lee", "given": "Mary Ann"}],
        },
        "quotes and backslashes; a Western name",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "where", "expected", "why"), CSL_CASES, ids=[case[3] for case in CSL_CASES])
def test_csl_json(what: Article, where: Issue, expected: dict[str, Any], why: str) -> None:
    assert json.loads(cite(where, what, CSL)) == [expected]


# Org


def test_org_is_a_heading_that_org_bibtex_reads() -> None:
    lines = cite(issue(page="3"), article("题"), ORG).split("\n")
    assert lines[:3] == ["* 题", ":PROPERTIES:", ":TITLE: 题"]
    assert lines[-1] == ":END:"
    properties = dict(re.fullmatch(r":([A-Z_]+): (.+)", line).groups() for line in lines[2:-1])  # type: ignore[union-attr,misc]
    assert properties == {
        "TITLE": "题", "BTYPE": "article", "CUSTOM_ID": "lctui-002-0afed-1", "AUTHOR": "胡磊 and 孙亚飞",
        "JOURNAL": "大众日报", "YEAR": "2024", "MONTH": "jan", "DATE": "2024-01-16", "PAGES": "3",
    }  # fmt: skip
    inferred = cite(issue(**INFERRED), article("题\n* 目"), ORG)
    assert ":YEAR: [2023]" in inferred
    assert ":DATE:" not in inferred
    assert inferred.count("\n* ") == 0, "a title cannot start a second heading"


ESCAPES = [
    (markdown_text, "# 标题", r"\# 标题", "a heading"),
    (markdown_text, "1. 一", r"1\. 一", "a list"),
    (markdown_text, "- 一", r"\- 一", "a list"),
    (markdown_text, "2024年。1.5倍", "2024年。1.5倍", "a figure is no list"),
    (markdown_text, "[a](b) `c` *d* <e> &amp; A&B |", r"\[a\](b) \`c\` \*d\* \<e\> \&amp; A&B \|", "marks"),
    (markdown_text, "> 引", r"\> 引", "a block quote"),
    (markdown_text, "　　“引号”——……", "“引号”——……", "Chinese marks are none; the indent is not the text's"),
    (org_text, "* 标题", "\u200b* 标题", "a heading"),
    (org_text, "#+end_quote", "\u200b#+end_quote", "the end of the block"),
    (org_text, "- 一", "\u200b- 一", "a list"),
    (org_text, "a *b* c/d/e", "a \u200b*b* c/d/e", "emphasis, but not within a word"),
    (org_text, "[[链接]]", "\u200b[[链接]]", "a link"),
    (org_text, "“引号”——5*3", "“引号”——5*3", "nothing to escape"),
    (bibtex_text, "a\nb\tc\x00", "a b c", "one line"),
]


@pytest.mark.parametrize(
    ("escape", "text", "expected", "why"),
    ESCAPES,
    ids=[f"{case[0].__name__}: {case[3]} {n}" for n, case in enumerate(ESCAPES)],
)
def test_escaping(escape: Any, text: str, expected: str, why: str) -> None:
    assert escape(text) == expected


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=20), st.sampled_from(list(Style)))
def test_every_style_takes_any_title(title: str, name: str, style: Style) -> None:
    cited = cite(issue(masthead=name), article(title, bylines=writers(name)), style)
    assert cited or style in (PLAIN, MARKDOWN), "only a sentence of nothing is nothing"
    allowed = "\r\n" if style is RIS else "\n"
    assert not [ch for ch in cited if ch < " " and ch not in allowed]


def test_a_source_is_the_same_after_being_kept() -> None:
    source = source_of(issue(page="3", section="要闻"), article(subtitle="副", kicker="引", column="栏"))
    assert Source.from_dict(json.loads(json.dumps(source.to_dict()))) == source
    assert "date_inferred" not in source.to_dict()
    with pytest.raises((TypeError, ValueError)):
        Source.from_dict({"date": "not a date"})
    with pytest.raises((TypeError, ValueError)):
        Source.from_dict({"authors": "高田"})


def test_styles_have_names_for_settings_and_for_people() -> None:
    assert [style.value for style in Style] == [
        "plain", "markdown", "gbt7714-2015", "gbt7714-2025", "bibtex", "ris", "csl-json", "org"
    ]  # fmt: skip
    assert all(style.label for style in Style)


@pytest.mark.parametrize("style", list(Style))
def test_the_examples_in_the_documentation(style: Style) -> None:
    text = (Path(__file__).parents[2] / "docs" / "citing.md").read_text(encoding="utf-8")
    example = re.search(rf"^## {style}\n.*?```\n(.*?)\n```", text, re.DOTALL | re.MULTILINE)
    assert example
    written = cite(issue(page="3", issue_number="506"), article(), style)
    assert example[1].rstrip() == written.replace("\r\n", "\n").rstrip()
