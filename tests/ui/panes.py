"""The article pane alone in an application that notes what it says, and an article to show in it."""

from __future__ import annotations

from datetime import date

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from lctui.model import Article, Byline, Issue, Paragraph, Repair
from lctui.quoting.quote import passage_text
from lctui.ui.themes import THEMES
from lctui.ui.typeset import Setting
from lctui.ui.widgets.article_pane import ArticlePane

LEAD = "今年是新中国成立75周年，是实现“十四五”规划目标任务的关键一年。聊城高铁开通，增长5.5%以上。"


PARAGRAPHS = (
    Paragraph("text", LEAD, ((3, 4),)),
    Paragraph("subhead", "推动制造业转型升级", ((5, 5),)),
    *(
        Paragraph(
            "text", f"第{number}段。" + "制造业是聊城经济发展的定盘星、压舱石。" * 4, ((6 + number,) * 2,)
        )
        for number in range(12)
    ),
    Paragraph("text", "[/b]页面上的[bold]方括号[/bold]不是标记，", ((19, 19),), gap=True),
)


ARTICLE = Article(
    "page/1",
    "report",
    "抢抓项目，为高质量发展注入澎湃动力",
    PARAGRAPHS,
    column="聚焦2024聊城两会",
    kicker="2024年新增规上工业企业100家",
    bylines=(Byline("记者", ("胡磊", "孙亚飞")),),
    place="冠县",
)


ISSUE = Issue(
    "page",
    "page.txt",
    "utf-8",
    ("报眉", "标题", '今年是新中国成立75周年,是实现"十 四五"规划', "目标任务的关键一年。", *(["行"] * 20)),
    (ARTICLE,),
    repairs=(Repair(3, "ocr-blank", "十 四五", "十四五"), Repair(9, "x", "a", "b")),
    date=date(2024, 1, 16),
)


class PaneScreen(Screen[None]):
    """A screen that can gather."""

    def action_gather(self) -> None:
        app = self.app
        assert isinstance(app, PaneApp)
        app.gathered.append(passage_text(app.pane.passage()))

    def compose(self) -> ComposeResult:
        app = self.app
        assert isinstance(app, PaneApp)
        yield app.pane


class PaneApp(App[None]):
    """The pane alone, and every message it sends."""

    CSS = "ArticlePane { scrollbar-size-vertical: 1; }"

    def __init__(self, setting: Setting | None = None) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.pane = ArticlePane(setting)
        self.heard: list[object] = []
        self.gathered: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return THEMES[0].variables

    def get_default_screen(self) -> PaneScreen:
        return PaneScreen()

    def on_article_view_moved(self, event: object) -> None:
        self.heard.append(event)

    on_article_pane_copy = on_article_pane_step = on_article_view_moved
    on_article_pane_selecting = on_article_setting_told = on_article_view_moved

    def last(self, kind: type) -> object:
        return next((event for event in reversed(self.heard) if isinstance(event, kind)), None)

    def copied(self) -> str:
        event = self.last(ArticlePane.Copy)
        assert isinstance(event, ArticlePane.Copy)
        return passage_text(event.passage)


def screen_of(app: PaneApp) -> list[str]:
    """The rows of the pane as drawn."""
    return [app.pane.render_line(y).text for y in range(app.pane.size.height)]


async def show(pilot: Pilot[None], article: Article = ARTICLE, **options: object) -> PaneApp:
    app = pilot.app
    assert isinstance(app, PaneApp)
    app.pane.show(ISSUE, article, **options)  # type: ignore[arg-type]
    app.pane.focus()
    await pilot.pause()
    return app


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys as fast as they can be typed: they are answered in their order, and all before this ends."""
    names = {
        "{": "left_curly_bracket", "}": "right_curly_bracket", "[": "left_square_bracket",
        "]": "right_square_bracket", "(": "left_parenthesis", ")": "right_parenthesis", " ": "space",
        "$": "dollar_sign", "|": "vertical_line", "+": "plus", "-": "minus", "=": "equals_sign",
    }  # fmt: skip
    for key in keys:
        pilot.app.simulate_key(names.get(key, key))
        await pilot.pause(0)
    await pilot.pause()
