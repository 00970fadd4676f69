"""Whole pages: the bundled ones as read by eye, and small ones for each mechanism."""

from __future__ import annotations

from pathlib import Path

import pytest

from lctui.ingest.page import PageError, read_page
from lctui.model import Article, Issue, Repair

SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str) -> Issue:
    return read_page(text.encode(), source="page.txt", id="page")


def seed(start: str) -> Issue:
    (path,) = SEEDS.glob(f"{start}_*.txt")
    return read_page(path.read_bytes(), source=path.name, id=path.stem)


def starts(article: Article) -> list[int]:
    return [part.lines[0][0] for part in article.paragraphs if part.kind in ("text", "caption")]


# Page, and for each article: headline lines, byline lines, first lines of its paragraphs, kind.
PAGES = {
    "001": [
        ([124], [1], [3, 17, 25, 29, 49, 68, 76, 85, 96, 103, 111, 115], "report"),
        ([195], [126, 127], [129, 139, 147, 158, 168, 174], "report"),
        ([], [197, 198], [199, 211, 222, 230, 237], "report"),
        ([310, 312], [259, 260], [262, 268, 276, 281, 286, 291, 297], "report"),
        ([331], [314], [315, 318, 327], "report"),
        ([356, 358], [333], [334, 339, 343, 349], "report"),
        ([380, 382], [360], [361, 367, 372, 376], "report"),
        ([400, 402], [384], [385, 388, 393], "report"),
        ([427], [404], [405, 409, 415, 422], "report"),
        ([], [429], [430], "photo"),
    ],
    "003": [
        ([3, 5, 17], [9], [7, 11, 13, 15, 21, 25], "report"),
        ([27, 29], [31], [33, 35, 37], "commentary"),
        ([47, 49], [51, 53], [55, 57, 61], "report"),
        ([63], [65], [67, 69, 71], "photo"),
        ([75, 87], [77, 79], [81, 83, 85, 91, 95], "report"),
        ([97, 99], [101], [103, 105, 107, 109, 113, 115, 119], "report"),
        ([121], [123], [125, 127, 129, 131], "report"),
        ([133], [135], [137, 139], "report"),
        ([141], [143], [145, 147], "report"),
        ([149], [151], [153, 155, 157], "report"),
        ([159], [161], [163, 165, 167], "report"),
    ],
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_cut_into_its_articles(page: str) -> None:
    articles = seed(page).articles
    read_so = [(list(a.headline_lines), list(a.byline_lines), starts(a), a.kind) for a in articles]
    assert read_so == PAGES[page]


@pytest.mark.parametrize(("page", "count"), [("000", 10), ("001", 10), ("002", 8), ("003", 11), ("004", 8)])
def test_every_line_is_in_one_place(page: str, count: int) -> None:
    issue = seed(page)
    assert len(issue.articles) == count
    places: dict[int, int] = {}
    for article in issue.articles:
        body = {n for part in article.paragraphs for a, b in part.lines for n in range(a, b + 1)}
        for number in {*article.headline_lines, *article.byline_lines} | body:
            places[number] = places.get(number, 0) + 1
    for item in issue.furniture:
        for first, last in item.lines:
            for number in range(first, last + 1):
                places[number] = places.get(number, 0) + 1
    printed = {number for number, line in enumerate(issue.lines, 1) if line.strip()}
    assert {number for number, times in places.items() if times == 1} >= printed


def test_a_folio_and_its_page() -> None:
    issue = seed("002")
    assert (str(issue.date), issue.weekday, issue.issue_number, issue.editor) == (
        "2024-01-16", "星期二", "506", "刘田",
    )  # fmt: skip
    first = issue.articles[0]
    assert first.column == "聚焦2024聊城两会"
    assert first.kicker == "2024年新增规上工业企业100家，储备省市县重点项目1200个以上"
    assert first.title == "抢抓项目，为高质量发展注入澎湃动力"
    assert first.paragraphs[0].text.startswith("今年是新中国成立75周年，是实现“十四五”规划目标任务")


@pytest.mark.parametrize(
    ("page", "gaps"),
    [("002", [109, 129, 133, 139, 151]), ("003", [13, 127]), ("000", []), ("001", []), ("004", [])],
)
def test_gaps_are_marked_only_where_the_end_is_missing(page: str, gaps: list[int]) -> None:
    found = [part.lines[0][0] for a in seed(page).articles for part in a.paragraphs if part.gap]
    assert found == gaps


@pytest.mark.parametrize(
    ("page", "day"),
    [("000", "2023-12-26"), ("001", "2024-01-27"), ("003", "2024-08-14"), ("004", "2024-01-29")],
)
def test_a_page_without_a_date_has_an_earliest_one(page: str, day: str) -> None:
    issue = seed(page)
    assert issue.date is None
    assert str(issue.date_inferred) == day


def test_a_box_goes_to_the_article_of_its_figures() -> None:
    article = next(a for a in seed("004").articles if a.title == "以民生温度提升群众幸福指数")
    boxes = [part.text for part in article.paragraphs if part.kind == "box"]
    assert boxes[0] == "▶发放创业担保贷款2.5亿元，新增城镇就业5097人，发放各项救助补贴1.1亿元"
    assert boxes[-1] == "占比达82.8%"


@pytest.mark.parametrize(
    "text",
    [
        "小城的春天\n\n春天来了，花都开了，人们走上街头。\n\n孩子们放风筝，老人们晒太阳。\n",
        "小城的春天\n春天来了，花都开了，人们走上街头。\n孩子们放风筝，老人们晒太阳。\n",
        "小城的春天\n　　春天来了，花都开了，人们走上街头。\n　　孩子们放风筝，老人们晒太阳。\n",
    ],
    ids=["blank lines", "close", "indented"],
)
def test_a_plain_page_is_one_article(text: str) -> None:
    (article,) = read(text).articles
    assert article.title == "小城的春天"
    assert [part.text for part in article.paragraphs] == [
        "春天来了，花都开了，人们走上街头。",
        "孩子们放风筝，老人们晒太阳。",
    ]


def test_a_western_page_is_one_article() -> None:
    (article,) = read("A Title Here\n\nThis is text that goes on\nand on. It ends.\n\nMore, too.\n").articles
    assert article.title == "A Title Here"
    assert [part.text for part in article.paragraphs] == [
        "This is text that goes on and on. It ends.",
        "More, too.",
    ]


def test_a_page_that_is_one_headline() -> None:
    (article,) = read("聊城西站新增多个到达城市\n").articles
    assert (article.title, article.paragraphs, article.title_derived) == (
        "聊城西站新增多个到达城市",
        (),
        False,
    )


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_an_empty_page_is_refused(data: bytes) -> None:
    with pytest.raises(PageError):
        read_page(data, source="p", id="p")


LOOK_A = """\
  □记者 高田 报道
  本报冠县讯 近日，冠县实验中学的三十名管理人员参加了
警示教育培训班，学习预防知识，模拟体验设施，感受其重要

{between}性，并现场练习。
  培训设置互动环节，专家予以指导，教职工提高了意识，掌
握了常识。

警示教育培训班开班
"""


def test_a_cut_is_healed_over_a_headline_of_another_article() -> None:
    other = "  □记者 王璞 报道\n  本报临清讯 临清市开展渔业执法检查，收缴地笼九套，清\n理迷糊阵五处。\n\n"
    text = other + LOOK_A.format(between="渔业执法检查收缴地笼\n\n")
    first, second = read(text).articles
    assert (first.title, first.place) == ("渔业执法检查收缴地笼", "临清")
    assert second.title == "警示教育培训班开班"
    assert second.paragraphs[0].text.endswith("感受其重要性，并现场练习。")


def test_two_bodies_are_followed_by_both_headlines() -> None:
    text = (
        "  □记者 王璞 报道\n  本报临清讯 临清市开展渔业执法检查，收缴地笼九套，清\n理迷糊阵五处。\n\n"
        "  □记者 高田 报道\n  本报冠县讯 冠县实验中学举办警示教育培训班，三十名教\n职工参加。\n\n"
        "渔业执法检查收缴地笼\n\n警示教育培训班开班\n"
    )
    assert [article.title for article in read(text).articles] == [
        "渔业执法检查收缴地笼",
        "警示教育培训班开班",
    ]


def test_a_caption_signed_at_its_end_stands_alone() -> None:
    text = (
        "本报讯（记者 林晨） 文旅项目建设跑出加速度，全市新增景\n区三个，建成研学基地一百余处。\n\n"
        "1月25日，工人在检查汽车配件。该公司的产品远销欧洲市\n场。 ■ 本报记者 许金松\n\n"
        "文旅项目建设跑出加速度\n"
    )
    articles = read(text).articles
    captions = [a for a in articles if a.kind == "photo"]
    assert len(captions) == 1
    assert captions[0].title_derived
    assert captions[0].byline == "记者 许金松"


@pytest.mark.parametrize(
    "signed",
    [
        "□记者 高田\x00 报道\n\n全市上下聚力攻坚，项目建设取得突破。",
        "□记者 高\x01田 报道\n\n全市上下聚力攻坚，项目建设取得突破。",
        "□\x1b记者 高田\u202e\n\n全市上下聚力攻坚，项目建设取得突破。",
        "本报讯（记者 高田\x00）全市上下聚力攻坚，项目建设取得突破。",
        "全市上下聚力攻坚，项目建设取得突破。■ 本报记者 高田\x7f",
    ],
)
def test_a_name_holds_no_mark_for_what_cannot_be_shown(signed: str) -> None:
    (article,) = read(f"项目建设取得突破\n\n{signed}\n").articles
    assert article.byline == "记者 高田"


def test_a_line_of_a_million_characters_is_an_article() -> None:
    text = "全市上下聚力攻坚突破，" * 100_000
    (article,) = read(text).articles
    assert article.paragraphs[0].text == text


def test_a_tab_stays_in_the_line_and_its_change_is_told() -> None:
    issue = read("渡口\t通了渡船\n\t本报讯 渡船\t每天往返八次,两岸\n村民出门方便多了\t。\n")
    assert issue.lines[0] == "渡口\t通了渡船"
    changed = [line.strip() for line in issue.lines]
    for repair in issue.repairs:
        assert repair.before in changed[repair.line - 1]
        changed[repair.line - 1] = changed[repair.line - 1].replace(repair.before, repair.after)
    (article,) = issue.articles
    assert changed[0] == article.title == "渡口 通了渡船"
    assert (
        "".join(changed[1:])
        == article.paragraphs[0].text
        == "本报讯 渡船每天往返八次，两岸村民出门方便多了。"
    )


def test_repairs_keep_what_stood_there() -> None:
    issue = read('标题在此\n\n□记者 高田 报道\n\n坚持"项目为王",全 力, 以赴。\n')
    assert [repair for repair in issue.repairs if repair.line == 5] == [
        Repair(5, "straight-quote", '持"项', "持“项"),
        Repair(5, "straight-quote", '王",', "王”，"),  # with the comma that it touches
        Repair(5, "ocr-blank", "全 力", "全力"),
        Repair(5, "half-width-punctuation", ", 以", "，以"),  # and the blank after it
    ]
    assert issue.lines[4] == '坚持"项目为王",全 力, 以赴。'
    assert issue.articles[0].paragraphs[0].text == "坚持“项目为王”，全力，以赴。"


FOLIO = (
    "东阿报\nDONG'E BAO\n2025年3月5日　星期三　农历乙巳年二月初六　第1234期　第2版：综合新闻\n"
    "责任编辑：王小明　美编：李红　校对：赵刚　电话：0635-3281234　邮箱：deb@163.com\n"
    "国内统一刊号 CN37-0121 邮发代号 23-45\n\n"
)
NEWS = (
    "全县春季农业生产现场会召开\n\n本报讯（记者 张红 通讯员 李明）3月4日，全县春季农业生产现场会召开。"
    "会议强调，要抓住春耕备耕的有利时机，全力做好各项工作。\n\n县领导参加会议，并对下一步工作提出要求。\n"
)


@pytest.mark.parametrize("text", [FOLIO + NEWS, NEWS + "\n" + FOLIO], ids=["at the top", "at the foot"])
def test_a_folio_of_five_lines_is_furniture_wherever_it_stands(text: str) -> None:
    issue = read(text)
    (article,) = issue.articles
    assert (article.column, article.kicker, article.title) == (None, None, "全县春季农业生产现场会召开")
    assert len(issue.furniture) == 5
    assert (issue.masthead, issue.issue_number, issue.editor) == ("东阿报", "1234", "王小明")
    assert (issue.page, issue.section) == ("2", "综合新闻")


def test_a_line_that_ends_in_a_papers_name_is_a_headline_by_itself() -> None:
    issue = read("街坊喜迎捷报\n\n本报讯 近日，县里的读者收到了新一期的报纸，大家围坐一起，读得津津有味。\n")
    assert issue.articles[0].title == "街坊喜迎捷报"


def test_a_line_of_a_column_that_names_a_telephone_is_body() -> None:
    issue = seed("001")
    assert not any(line <= 192 <= last for one in issue.furniture for line, last in one.lines)


def test_an_evening_papers_headline_byline_and_place() -> None:
    issue = read(
        "济南地铁4号线一期\n年内全线洞通\n记者 张雪 济南报道\n"
        "    11月7日，记者从济南轨道交通集团获悉，4号线一期工程最后一台盾构机已经始\n"
        "发，预计年内实现全线洞通。该线路全长40.3公里，设站33座，贯通东西城区。\n"
    )
    (article,) = issue.articles
    assert article.headline_lines == (1, 2)
    assert (article.byline, article.place) == ("记者 张雪", "济南")
    assert article.paragraphs[0].text.endswith(
        "已经始发，预计年内实现全线洞通。该线路全长40.3公里，设站33座，贯通东西城区。"
    )
