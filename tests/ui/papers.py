"""Made-up issues to show: enough of everything that the lists tell apart."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from lctui.config import Config
from lctui.model import Article, Byline, Issue, Paragraph
from lctui.store import ArticleStore, LoadProblem
from lctui.ui.app import LctuiApp
from lctui.ui.screens.reader import ReaderScreen

TITLES = ("高铁通到县城", "麦收时节访农家", "图书馆夜里也开门", "评：路要一步一步走", "城北新桥合龙")
BODY = (
    "本报讯（记者 高田）今年以来，全县抓住高铁建设的机遇，把路修到了村口。",
    "“路通了，日子就好过了。”村民说。高铁站离村子只有十里地，坐车一刻钟就到。",
    "麦子黄了，收割机从早到晚在地里跑，粮站的灯整夜亮着。",
)


def issue(number: int, *, day: datetime.date | None = None, inferred: datetime.date | None = None) -> Issue:
    """An issue of five articles: reports, a commentary, a picture, and one with a derived title."""
    articles = []
    for n, title in enumerate(TITLES, 1):
        paragraphs = tuple(Paragraph("text", text, ((n, n),)) for text in (*BODY[n % 3 :], *BODY) * 6)
        articles.append(
            Article(
                id=f"p{number}/{n}",
                kind="commentary" if n == 4 else "photo" if n == 5 else "report",
                title=f"{title}（{number}）",
                title_derived=n == 3,
                paragraphs=paragraphs,
                bylines=(Byline("记者", ("高田",)),),
            )
        )
    return Issue(
        id=f"p{number}",
        source=f"pages/p{number}.txt",
        encoding="utf-8",
        lines=BODY,
        articles=tuple(articles),
        date=day,
        date_inferred=inferred,
        weekday="星期二" if day else None,
        issue_number=str(number) if day else None,
    )


def issues(count: int = 3) -> list[Issue]:
    """Issues of successive days, the last without a printed date."""
    if not count:
        return []
    first = datetime.date(2024, 1, 16)
    dated = [issue(n, day=first - datetime.timedelta(days=n)) for n in range(count - 1)]
    return [*dated, issue(count - 1, inferred=datetime.date(2023, 12, 26))]


def app(
    count: int = 3,
    *,
    rest: Iterator[Issue | LoadProblem] = iter(()),  # noqa: B008
    remaining: int = 0,
    config: Config | None = None,
) -> LctuiApp:
    """The reader on `count` issues, with `rest` to be read."""
    return LctuiApp(ArticleStore(issues(count)), rest, remaining, config or Config())


def reader(app: LctuiApp) -> ReaderScreen:
    """Its screen, as what it is."""
    return app.reader
