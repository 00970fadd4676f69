"""Folios, furniture, and the earliest date a page can have."""

from __future__ import annotations

from datetime import date

import pytest

from lctui.ingest.folios import earliest_date, is_furniture, read_folio


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月16日 星期二 责任编辑 刘田 第506期 热线电话：(0635)8517099 Email:dzrblcxw@163.com",
        "2021年3月19日  星期五",
        "扫码查看视频",
        "◀扫描 二维码，进 入大众新闻 客户端， 查 看详细内",
        "本版热线：0635-8517099",
        "（下转第二版）",
        "更多报道见2版",
        "责任编辑：周泓洋",
        "第3版",
        "聊城日报 2024年1月16日",
        "A05版 今日城事",
        "综合新闻 第二版",
        "国内统一刊号 CN37-0121",
        "邮发代号 23-45",
        "农历乙巳年二月初六",
        "新闻热线 0635-8517099",
        "责任编辑：王小明　美编：李红　校对：赵刚",
    ],
)
def test_furniture_is_set_aside(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月16日，聊城市召开新闻发布会。",
        "聊城西站新增多个到达城市",
        "市气象台发布第3期预报",
        "《人民日报》社论",
        "编辑同志：我家住在城南花园小区，门口",
        "2024年城市发展白皮书发布",
        "市民热线投诉比2022年减少5200多件，投诉",  # a telephone has more figures than a year
        "热线电话开通30年",
        "A股三大指数集体收涨",
        "街坊迎来捷报",
    ],
)
def test_what_is_said_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_a_folio_is_read() -> None:
    folio = read_folio(["聊城晚报  2024年1月16日 星期二 责任编辑 刘 田 第506期 热线电话：(0635)8517099"])
    assert (folio.masthead, folio.date, folio.weekday, folio.issue_number, folio.editor) == (
        "聊城晚报", date(2024, 1, 16), "星期二", "506", "刘田",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "masthead", "number", "page", "section"),
    [
        ("人民日报 2021年7月2日 星期五 第26665期 第3版 要闻", "人民日报", "26665", "3", "要闻"),
        ("2025年3月5日　星期三　第2版：综合新闻", None, None, "2", "综合新闻"),
        ("A05版 今日城事", None, None, "A05", "今日城事"),
        ("聯合報 2021年7月2日 星期五 A3版 要聞", "聯合報", None, "A3", "要聞"),
        ("东阿报 2025年3月5日 总第26665号 第二版 责任编辑 王小明", "东阿报", "26665", "2", None),
        ("（下转第四版）", None, None, None, None),  # another page
        ("今日8版 2025年3月5日 星期三", None, None, None, None),  # how many pages there are
    ],
)
def test_a_folio_tells_paper_number_page_and_section(
    line: str, masthead: str | None, number: str | None, page: str | None, section: str | None
) -> None:
    folio = read_folio([line])
    assert (folio.masthead, folio.issue_number, folio.page, folio.section) == (
        masthead, number, page, section,
    )  # fmt: skip


def test_a_date_in_chinese_figures_is_read() -> None:
    assert read_folio(["二〇二四年一月十六日 星期二"]).date == date(2024, 1, 16)


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (["2023年12月26日，召开发布会。", "2024年是关键一年。"], date(2023, 12, 26)),
        (["1月25日，中通客车签署协议。", "2024年省政府工作报告提出", "2023年，增长9%"], date(2024, 1, 25)),
        (["活动从1月29日持续到3月11日。2024年，高唐县将"], None),  # only days ahead and a span
        (["近日，居民说。"], None),
        (["12月20日上午，会议召开。2023年以来，", "2023年，"], date(2023, 12, 20)),
    ],
)
def test_the_earliest_date_is_inferred(texts: list[str], day: date | None) -> None:
    assert earliest_date(texts) == day
