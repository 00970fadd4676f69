"""Bylines that their neighbours tell: each row is a page, and what its articles are signed with."""

from __future__ import annotations

import pytest

from lctui.ingest.lone_names import settle_bylines
from lctui.ingest.page import read_page
from lctui.ingest.roles import Mark, read_lines

BODY = (
    "　　清晨的集市上人来人往，卖菜的、\n买早点的、赶车的挤在一处，谁也不\n觉得吵。这样的热闹，老街上已经有\n"
    "好多年没有见过了。\n　　热闹从哪里来？从修好的路上来，\n从亮起来的灯下来，也从人们的笑声\n里来。\n"
)
REPORT = "老街夜市重新开张\n□本报记者 林远\n" + BODY


def signed(page: str) -> list[dict[str, tuple[str, ...]]]:
    issue = read_page(page.encode(), source="page.txt", id="page")
    return [{byline.role: byline.names for byline in article.bylines} for article in issue.articles]


def titles(page: str) -> list[str | None]:
    return [article.title for article in read_page(page.encode(), source="page.txt", id="page").articles]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("郑启明", {"记者": ("郑启明",)}),  # one name, nothing beside it
        ("　　郑　岚", {"记者": ("郑岚",)}),  # letter-spaced and set in
        ("郑启明 陈晓", {"记者": ("郑启明", "陈晓")}),
        ("司徒远山", {"记者": ("司徒远山",)}),  # a surname of two characters
        ("（教务处 陈晓）", {"记者": ("陈晓",)}),  # in brackets, with the office
        ("学生记者 郑启明", {"学生记者": ("郑启明",)}),  # as printed
        ("⊙记者 郑启明", {"记者": ("郑启明",)}),
        ("〔記者鄭啟明／雲林報導〕", {"记者": ("鄭啟明",)}),
        ("郑启明（教师）", {"记者": ("郑启明",)}),  # what the writer does
        ("郑启明 陈晓（农技站干部）", {"记者": ("郑启明", "陈晓")}),
        ("郑　原", {"记者": ("郑原",)}),  # could be a word, but for the blank in it
    ],
)
def test_names_alone_below_a_headline_sign_it(line: str, named: dict[str, tuple[str, ...]]) -> None:
    page = f"{REPORT}\n灯下闲话\n路修好以后\n{line}\n\n{BODY}"
    assert signed(page)[1:] == [named]


@pytest.mark.parametrize(
    "line",
    [
        "高质量",  # begins with a surname, and is no name
        "金秋",
        "方法与成效",
    ],
)
def test_a_subhead_of_the_same_shape_signs_nothing(line: str) -> None:
    assert signed(f"{REPORT}{line}\n{BODY}") == [{"记者": ("林远",)}]


@pytest.mark.parametrize("line", ["洪度", "老边", "春　天", "老　槐　树", "云　南"])
def test_what_could_be_a_word_signs_nothing(line: str) -> None:
    assert signed(f"{REPORT}\n河湾新闻\n路修好以后\n{line}\n\n{BODY}")[1:] == [{}]


@pytest.mark.parametrize("label", ["灯下闲话", "工言工语", "河湾时评"])
@pytest.mark.parametrize("line", ["洪度", "老　边", "灯下客"])
def test_under_the_name_of_a_column_a_pen_name_signs(label: str, line: str) -> None:
    page = f"{REPORT}\n{label}\n路修好以后\n{line}\n\n{BODY}"
    assert signed(page)[1:] == [{"记者": (line.replace("　", ""),)}]
    # Not under what stands close to the body above, nor without it, nor where more than a name stands.
    assert signed(f"{REPORT}\n路修好以后\n{line}\n\n{BODY}")[1:] == [{}]
    assert signed(f"{REPORT}\n{label}\n路修好以后\n在河边想\n\n{BODY}")[1:] == [{}]


def test_behind_a_mark_a_pen_name_signs_a_commentary() -> None:
    text = f"{REPORT}\n灯下闲话\n路修好以后\n□杏林客\n{BODY}"
    assert signed(text)[1:] == [{"记者": ("杏林客",)}]
    assert "杏林客" not in str(signed(text.replace("灯下闲话\n", "")))
    assert "链接" not in str(signed(text.replace("杏林客", "链接")))


@pytest.mark.parametrize(("gap", "named"), [("\n", {"记者": ("灯下客",)}), ("\n\n", {})])
def test_a_pen_name_on_a_page_that_sets_every_line_apart(gap: str, named: dict[str, tuple[str, ...]]) -> None:
    """The title is no farther from the name of its column than the pen name is from the title."""
    text = f"{REPORT}\n灯下闲话{gap}\n路修好以后\n\n灯下客\n\n{BODY}"
    assert signed(text)[1:] == [named]


@pytest.mark.parametrize(("above", "mark"), [("日均服务老人4000", Mark.PLAIN), ("幸福食堂开张", Mark.BYLINE)])
def test_what_a_figure_counts_is_no_name(above: str, mark: Mark) -> None:
    lines = read_lines((above, "", "余人次", "", *BODY.split("\n")[:3]), frozenset())
    settle_bylines(lines)
    assert lines[1].mark is mark


def test_a_name_under_a_title_of_two_lines_that_a_comma_parts() -> None:
    assert signed(f"{REPORT}\n路修好以后，\n谁来养护\n郑启明\n\n{BODY}")[1:] == [{"记者": ("郑启明",)}]
    assert "郑启明" not in str(signed(f"{REPORT}\n路修好以后\n谁来养护，\n郑启明\n\n{BODY}"))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("县人民医院骨科　郑启明", {"记者": ("郑启明",)}),
        ("文学院2015级 郑启明", {"记者": ("郑启明",)}),
        ("河湾小学五（4）班 郑启明", {"记者": ("郑启明",)}),
        ("农学会 陈　晓", {"记者": ("陈晓",)}),
        ("县农技中心　玫晓", None),  # begins with no surname
        ("县人民医院郑启明", None),  # nothing between the two
        ("渡口　郑启明", None),  # no office
    ],
)
def test_with_the_office_a_name_below_a_headline_signs_it(
    line: str, named: dict[str, tuple[str, ...]] | None
) -> None:
    text = f"{REPORT}\n路修好以后\n{line}\n\n{BODY}"
    found = signed(text)[1:]
    assert found == [named] if named else not any(found)
    kinds = [article.kind for article in read_page(text.encode(), source="page.txt", id="page").articles]
    assert "commentary" not in kinds  # as a name alone would make it
    alone = read_page(text.replace(line, "郑启明").encode(), source="page.txt", id="page").articles
    assert alone[1].kind == "commentary"


@pytest.mark.parametrize(
    ("line", "below", "named"),
    [
        ("郑 岚", "", {"记者": ("郑岚",)}),
        ("郑 岚", "夜话\n", {"记者": ("郑岚",)}),  # the name of a column stands close below
        ("郑 岚", "撑船的老人说。\n", {}),  # a body does
        ("老 边", "", {}),  # no surname
        ("　　　　　　　　老边", "", {"记者": ("老边",)}),  # far to the right
        ("　　老边", "", {}),
        ("　　　　　　　　链接", "", {}),
        # Who signs a letter, with where its writer lives or what one is …
        ("　　　　　　五华区文林巷居民 赵德昌等26人", "", {"记者": ("赵德昌",)}),
        ("　　　　　　　　盲人按摩师 孔令军", "", {"记者": ("孔令军",)}),
        ("　　　　　　　　河湾渡口 孔令军", "", {}),
        ("　　盲人按摩师 孔令军", "", {}),  # not set to the right
        ("　　　　　　　　编者", "", {}),
        ("　　　　　　　　河湾的老边", "", {}),
    ],
)
def test_a_name_alone_below_a_body_signs_it(line: str, below: str, named: dict[str, tuple[str, ...]]) -> None:
    page = f"{BODY}{line}\n{below}\n路修好以后\n\n{REPORT}"
    assert signed(page)[0] == named


def test_a_headline_close_under_a_byline_is_signed_below() -> None:
    page = f"老街夜市重新开张\n\n{BODY}□本报记者 林远\n路修好以后\n郑启明\n\n{BODY}"
    assert signed(page) == [{"记者": ("林远",)}, {"记者": ("郑启明",)}]


@pytest.mark.parametrize("beside", ["（第3回）", "（修路的第一个人）", "（师）"])
def test_what_stands_in_brackets_and_is_no_trade(beside: str) -> None:
    page = f"{REPORT}\n灯下闲话\n路修好以后\n郑启明{beside}\n\n{BODY}"
    assert {"记者": ("郑启明",)} not in signed(page)


def test_who_is_written_about_is_no_writer() -> None:
    page = f"{REPORT}\n身边好人\n郑启明\n{BODY}　　郑启明说，他还要把路修下去。\n"
    assert {"记者": ("郑启明",)} not in signed(page)


def test_a_commentator_above_a_headline_labels_it() -> None:
    page = f"{REPORT}\n本报评论员\n路通了更要人气旺\n\n{BODY}"
    issue = read_page(page.encode(), source="page.txt", id="page")
    assert [article.kind for article in issue.articles] == ["report", "commentary"]
    assert "路通了更要人气旺" in (issue.articles[1].title or "")


def test_items_signed_each_for_itself_sign_no_article() -> None:
    items = "　　●东街的路灯昨晚全部点亮。（林远）\n　　●西街的水管今日换新。（郑岚）\n"
    assert signed(f"{REPORT}\n简讯\n{items}")[1:] == [{}]


def test_a_commentator_named_at_the_end_makes_a_commentary() -> None:
    page = f"{REPORT}\n灯下闲话\n路修好以后\n\n{BODY.rstrip()}（本报评论员 郑 岚）\n"
    issue = read_page(page.encode(), source="page.txt", id="page")
    assert issue.articles[1].kind == "commentary"


def test_a_signature_goes_on_in_the_line_below() -> None:
    caption = "敬老院里欢声笑语，志愿者为老人理发。 ■ 郑启明\n陈 晓\n"
    page = f"{REPORT}\n{caption}\n本报讯（记者 林远）{BODY.strip()}\n"
    assert {"记者": ("郑启明", "陈晓")} in signed(page)


@pytest.mark.parametrize(
    ("above", "below", "between", "named"),
    [
        ("本报记者", "林远", " ", {"记者": ("林远",)}),
        ("郑启明", "陈晓 林远", " ", {"记者": ("郑启明", "陈晓", "林远")}),
        ("本报", "记者 林远", "", {"记者": ("林远",)}),  # a role broken over the line
        ("通讯", "员 申溪林", "", {"通讯员": ("申溪林",)}),
    ],
)
@pytest.mark.parametrize("indent", ["", "　　"], ids=["flush", "after a blank"])
def test_a_signature_behind_a_mark_goes_on(
    above: str, below: str, between: str, named: dict[str, tuple[str, ...]], indent: str
) -> None:
    body = BODY.split("\n　　")[0].removesuffix("。")
    page = f"{REPORT}\n路修好以后\n\n{body}。 ■ {above}\n{indent}{below}\n"
    issue = read_page(page.encode(), source="page.txt", id="page")
    assert [len(article.paragraphs) for article in issue.articles] == [2, 1]
    assert issue.articles[1].paragraphs[0].text.endswith(f"■ {above}{between}{below}")
    assert signed(page)[1] == named


def test_a_credit_goes_on_in_the_line_below() -> None:
    caption = "　　学生在练习铜鼓舞。该校把铜鼓文化\n纳入课程。 本报记者 郑启\n明 摄\n"
    assert {"记者": ("郑启明",)} in signed(f"{REPORT}\n{caption}")


BROKEN = "◆ 本报记者 龙宏森 通讯员 秦宏"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("庆 程志娟", ("龙宏森", "秦宏庆", "程志娟")),  # the last name breaks at the line's end
        ("\n庆 程志娟", None),  # a blank line between
        ("李庆 程志娟", None),  # names by themselves
        ("庆，程志娟", None),
        ("庆 渡船通航了好消息", None),  # together they are no list of names
        ("的渡口通船", None),
    ],
)
def test_a_name_broken_at_the_end_of_a_byline(line: str, names: tuple[str, ...] | None) -> None:
    lines = read_lines((BROKEN, *line.split("\n")), frozenset())
    settle_bylines(lines)
    assert lines[0].signature is not None
    assert lines[0].signature.names == (names or ("龙宏森", "秦宏"))
    assert (lines[-1].mark is Mark.BYLINE) is (names is not None)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("通讯员 南青 报道", ("邱芳", "胡锦瑗", "南青")),  # a name that could be a word, behind its role
        ("摄影 尨晓", ("邱芳", "胡锦瑗", "尨晓")),
        ("白玉龙 报道", ("邱芳", "胡锦瑗", "白玉龙")),  # of the role above
        ("尨晓 报道", None),  # without a role
        ("白玉龙报道", None),
        ("通讯员 尨晓冒雨走访了河湾村", None),
        ("\n通讯员 南青 报道", None),  # a blank line between
    ],
)
def test_a_byline_goes_on_with_further_writers(line: str, names: tuple[str, ...] | None) -> None:
    lines = read_lines(("□记者 邱芳 胡锦瑗", *line.split("\n"), *BODY.split("\n")), frozenset())
    settle_bylines(lines)
    assert lines[0].signature is not None
    assert lines[0].signature.names == (names or ("邱芳", "胡锦瑗"))
    assert (lines[1].mark is Mark.BYLINE) is (names is not None)


@pytest.mark.parametrize(
    ("above", "own"),
    [
        ("渡船靠岸了。 ■ 本报记者", False),  # goes on with the signature at the end of that body
        ("渡船靠岸了。 ■ 林远", False),
        ("渡船靠岸了", True),  # under a headline they are its writers
    ],
)
def test_names_that_go_on_with_a_signature_are_no_byline_of_their_own(above: str, own: bool) -> None:
    lines = read_lines((above, "汪景娜 崔桂敏", *BODY.split("\n")), frozenset())
    settle_bylines(lines)
    assert (lines[1].mark is Mark.BYLINE) is own


@pytest.mark.parametrize(
    ("said", "further", "signs"),
    [
        ("　　郑启明说，他还要把路修下去。\n", 0, False),  # named in the body above: who is written about
        ("　　陈晓说，他还要把路修下去。\n", 0, True),
        ("　　郑启明说，他还要把路修下去。\n", 2, True),  # further up
    ],
)
def test_who_is_named_above_a_headline_is_no_writer_of_what_stands_below(
    said: str, further: int, signs: bool
) -> None:
    page = f"{REPORT}{said}{BODY * further}\n灯下闲话\n路修好以后\n郑启明\n\n{BODY}"
    lines = read_lines(tuple(page.split("\n")), frozenset())
    settle_bylines(lines)
    assert [line.mark is Mark.BYLINE for line in lines if line.text == "郑启明"] == [signs]


@pytest.mark.parametrize(
    ("heads", "end", "named"),
    [
        ("灯下快评\n路修好以后", "（禾苗）", {"记者": ("禾苗",)}),  # a pen name under a commentary
        ("路修好以后", "（禾苗）", {}),  # and under a report no name
        ("路修好以后", "（林远）", {"记者": ("林远",)}),
        ("灯下快评\n路修好以后", "（修路的人们）", {}),  # longer than one
        ("灯下快评\n路修好以后", "（禾苗）。", {}),
    ],
)
def test_a_pen_name_at_the_end_of_a_commentary(
    heads: str, end: str, named: dict[str, tuple[str, ...]]
) -> None:
    assert signed(f"{REPORT}\n{heads}\n\n{BODY.rstrip()}{end}\n")[1:] == [named]


@pytest.mark.parametrize(
    ("label", "named"),
    [("河湾时评", {"记者": ("老边",)}), ("河湾新闻", {})],  # not news
)
def test_a_pen_name_set_wide_signs_a_commentary(label: str, named: dict[str, tuple[str, ...]]) -> None:
    assert signed(f"{REPORT}\n{label}\n路修好以后\n老　边\n\n{BODY}")[1:] == [named]


@pytest.mark.parametrize(
    ("line", "signs"),
    [("　　　　　　　　临江市城市管理局", True), ("　　　　　　　　临江市的渡口", False)],
)
def test_an_office_signs_a_letter_and_names_nobody(line: str, signs: bool) -> None:
    page = f"{BODY}{line}\n\n路修好以后\n\n{REPORT}"
    first = read_page(page.encode(), source="page.txt", id="page").articles[0]
    assert (bool(first.byline_lines), first.bylines) == (signs, ())
