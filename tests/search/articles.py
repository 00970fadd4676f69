"""A small paper to search in: made-up articles in which every kind of match has its place."""

from __future__ import annotations

from datetime import date

from lctui.model import Article, Byline, Issue, Paragraph

Pair = tuple[Issue, Article]


def article(id: str, title: str, *paragraphs: str, **fields: object) -> Article:
    kind = fields.pop("kind", "report")
    texts = tuple(Paragraph("text", text, ()) for text in paragraphs)
    return Article(id=id, kind=kind, title=title, paragraphs=texts, **fields)  # type: ignore[arg-type]


def issue(id: str, day: date | None, *articles: Article, number: str | None = None) -> list[Pair]:
    made = Issue(
        id=id, source=id, encoding="utf-8", lines=(), articles=articles, date=day, issue_number=number
    )
    return [(made, one) for one in articles]


def writers(*names: str, role: str = "记者") -> tuple[Byline, ...]:
    return (Byline(role, names),)


PAPER: list[Pair] = [
    *issue(
        "spring",
        date(2024, 1, 16),
        article(
            "rail",
            "聊城高铁建设提速",
            "雄商高铁聊城段全线开工，聊城西站主体完工。",
            "沿线群众盼望高铁早日通车，“银行、学校都近了”。",
            bylines=writers("胡磊", "孙亚飞"),
            place="冠县",
            column="聚焦两会",
            kicker="新增规上工业企业100家",
        ),
        article(
            "traffic",
            "城市交通更通畅",
            "市交通局长江某说，今年修路二十条，重庆来的专家作了指导。New York 的经验也可借鉴。",
            "高铁与公交接驳，投入1.5亿元，聊城市民出行更方便。",
            bylines=writers("高田"),
            place="冠县",
        ),
        article(
            "comment", "快评：让发展更有质量", "高质量发展是硬道理。中国，家家户户都受益。", kind="commentary"
        ),
        number="506",
    ),
    *issue(
        "autumn",
        date(2024, 3, 2),
        article(
            "bank",
            "银行长期支持音乐都市",
            "行长说，乐团的重奏很好；行程很长。二〇二四年，绿色信贷增长。",
            bylines=writers("胡磊", role="通讯员"),
        ),
        article("photo", "秋收", "□ 图为农民喜获丰收。", kind="photo"),
        article("rail-again", "高铁", "高铁今天开通，ＧＤＰ增长，邓小平理论指引方向。"),
        number="512",
    ),
    *issue("undated", None, article("empty", "无题", "")),
]
