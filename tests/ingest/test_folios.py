"""Folios, furniture, and the earliest date a page can have."""

from __future__ import annotations

from datetime import date

import pytest

from lctui.ingest.folios import earliest_date, is_furniture, read_folio
from lctui.ingest.page import read_page


@pytest.mark.parametrize(
    "text",
    [
        "2024年1月16日 星期二 责任编辑 刘田 第506期 热线电话：(0635)8517099 Email:dzrblcxw@163.com",
        "2021年3月19日  星期五",
        "扫码查看视频",
        "请扫码",
        "投稿信箱 heshang@163.com 来稿请注明真实姓名",
        "新闻热线 96388 短信报料 13907110088",
        "广告 清溪旅行社五一专列 电话（0516）3735568",
        "关注本报视频号",
        "本版照片除署名外均由资料室提供",
        "体彩排列三第10297期：4 0 7",
        "彩票热线 16811×××",
        "更多内容，扫码观看视频",
        "本版信箱：sqdz2012@163.com",
        "每份零售0.40元",
        "扫码加入读者群",
        "▶ 扫码，了 解港口更 多资讯",
        "中共清溪县委主管主办",
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
        "值班总编：王小明责编：李红美编：赵刚",  # set close together
        "编辑/陆军 美编/小刘",
        "版式设计：赵刚",
        "01经济",  # number and section, nothing between them
        "02 | 综合",
        "A2 财经要闻",
        "中華民國100年9月28日／星期三",
        "第1186期 本期四版",
        "本报地址：北京市百万庄 电话：890411 每份五分",
        "新闻热线12345",
        "更多新闻请扫二维码",
        "·广告·",
        "本版导读 A3 公司 A5 基金",
        "本报向社会公开征集新闻线索，一经采用，付给稿酬。",
        "王小明遗失身份证，证号3605，声明作废。",
        "综合新闻 楚天晨刊",  # the name of the section and that of the paper
        "楚天晨刊 | 综合新闻",
        "综合新闻版 临江民生新闻",
        "遗失声明",
        "遗失声明：王小明的驾驶证，编号3605，声明作废。",
        "挂失启事　临江渡口船票本作废",
        "来稿请寄本刊副刊部，文责自负。邮箱：hewan@paper.cn",  # more than one sentence, with an address
        "本版内容仅供参考，据此入市，风险自担。",
        "免责声明：本报内容仅供参考",
        "本版言论不代表本刊立场",
        "文中观点不代表编者，欢迎来函。",
        "承印：楚天印务公司",
        "印刷：楚天印务公司",
        "福利彩票 双色球 3 6 9 12 18 24",
        "今日电视 央视一套 八点档 第3集 渡口人家",
        "2025年3月5日 天气：多云转晴，东南风三到四级",
        "河湾晚报 地址：临江路八号",  # the paper's name before its address
        "河湾晚报社 社址：临江路八号",
        "河湾日报社出版 社址：临江路八号",
        "招租 门面两间 13905551234",  # what small ads offer and ask for
        "旺铺招租 13905551234",
        "门面出售：临街两层，联系李先生",
        "转让 饭店 13905551234",
        "家教：数学老师 13905551234",
        "寻物：渡口丢失书包，请寄二号信箱",
        "遗失声明王小明的驾驶证，编号3605，声明作废。",  # set close
        "微信号：hewan2024",
        "抖音号：hewan_bao",
        "今日天气 多云转晴 12℃",
        "天气预报：明天晴，东南风3级",
        "A12 产经 | 半岛经济",
        "04城事|扬州",
        "04 城事 YANGZHOU CITY NEWS",
        "今日64版 零售价0.5元",
        "最高29℃ 最低-18℃",
        "本版线索征集",
        "一经采用 酬金50元至500元",
        "扫一扫关注“临江发布”微信公众号",
        "临江日报社出版",
        "短信投诉：发送至5028315",
        "扫描即可收看访谈",
        "欢迎赐稿 请勿一稿多投",
        "02 版　综合新闻",
        "临江石油报 第1498期",
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
        "设计之美在民间",  # a label of the staff, and no name after it
        "编辑部的故事",
        "经济发展5年翻番",
        "拨打热线后的30分钟",
        "乡村新事 楚天晨刊",  # no section has this name
        "综合新闻 楚天百湖之市今早晨刊",  # longer than the name of a paper
        "综合新闻楚天晨刊",
        "遗失声明：请失主到派出所认领。",  # nothing is void
        "遗失声明作废以后怎么补办",
        "来稿请寄本刊副刊部，文责自负。三个月内未用，可另投他处。",
        "专家说，这些内容仅供参考",
        "一张奖状不代表一切",
        "印刷：活字还在，匠人老了",
        "手工印刷：河湾人的老手艺",
        "福利彩票公益金建起村里球场",  # without a figure
        "他买福利彩票中了500万",
        "今日电视还有多少人看",
        "今日版画展开幕",
        "最高29℃的秋天",
        "最高人民法院 最低工资标准",
        "村民一经采用新品种，都说好",
        "关注“临江发布”的村民有三万",
        "欢迎村民来稿，写写身边事",
        "县委宣传部主办的故事会",
        "投诉：出租车为何拒载",
        "本版征集的故事",
        "扫描之后还要看一遍的老照片",
        "一支冰棍，为何扫码变五块？",  # paid by a code
        "村民扫码就能借伞",
        "扫码看病不排队",
        "谁来主管主办的刊物",
        "零售额增长3元",
        "市长信箱开通一周年",
        "每个渡口设一名站长，村民扫码即可打分，连",
        "今日天气：多云转晴，东南风三到四级",  # no day beside it
        "2025年3月5日的天气多云转晴，东南风三到四级",
        "临江渡口 地址：临江路八号",  # no paper's
        "河湾小学地址：临江路八号",
        "招商引资结硕果",
        "招商引资 13905551234",  # nothing divides offer and telephone
        "转让技术 振兴乡村",
        "转让 老手艺",  # and whom to ask
        "出售 苹果 120元",
        "抖音号：河湾之声",
        "早熟品种下周上市，扫码可查果园施肥用药记录",
        "广告 不再贴满墙",
        "本报讯（记者林远 通讯员陈晓）扫一扫",
        "天气转凉 农户抢收",
        "天气 农户抢收",
        "12个村 渡口通航",
        "04 城事 City News",
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
        ("渡口通了渡船　两岸都方便　A17", None, None, None, None),  # what stands elsewhere
        ("农历乙巳年二月初六　第二版", None, None, "2", None),
    ],
)
def test_a_folio_tells_paper_number_page_and_section(
    line: str, masthead: str | None, number: str | None, page: str | None, section: str | None
) -> None:
    folio = read_folio([line])
    assert (folio.masthead, folio.issue_number, folio.page, folio.section) == (
        masthead, number, page, section,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "editor"),
    [
        (["值班总编：王小明责编：李红美编：赵刚"], "李红"),  # the label before ends the name
        (["责任编辑：上官秀晓  美术编辑：李红"], "上官秀晓"),
        (["主编:王小明 编辑:李红"], "李红"),  # who edited the page rather than the paper
        (["编辑部电话：3192266 本期责编：李红"], "李红"),
        (["责任编辑 王小明 李红 版式 赵刚"], "王小明 李红"),
        (["版式设计：赵刚"], None),
        (["责任编辑：陆军 新闻热线：3192266"], "陆军"),  # whose telephone it is, and no name
        (["责任编辑：陆军 服务热线：3192266"], "陆军"),
        (["责任编辑：陆军 马热线 美编：李红"], "陆军"),
        (["责任编辑 罗长路 铁道运输"], "罗长路"),  # what the page is about, and no second name
        (["责任编辑 罗长路 铁道运输 李红"], "罗长路"),
        (["责任编辑：罗 路 李红 铁道运输"], "罗路 李红"),
        (["编辑：云溪报社"], None),  # who prints it
        (["编辑：云溪报社 主编：王小明"], "王小明"),
        (["编辑：宣传部"], None),
    ],
)
def test_the_editor_is_told_from_the_others(lines: list[str], editor: str | None) -> None:
    assert read_folio(lines).editor == editor


@pytest.mark.parametrize(
    ("lines", "day", "page"),
    [
        (["中華民國100年9月28日／星期三"], date(2011, 9, 28), None),
        (["2019年11月", "6", "星期三"], date(2019, 11, 6), None),  # a day over two lines is no page
        (["2 0 1 9年11月6日", "3"], date(2019, 11, 6), "3"),
        (["二○○五年十月十九日"], date(2005, 10, 19), None),
    ],
)
def test_a_day_in_other_prints(lines: list[str], day: date, page: str | None) -> None:
    folio = read_folio(lines)
    assert (folio.date, folio.page) == (day, page)


def set_aside(page: str) -> list[str]:
    issue = read_page(page.encode(), source="page.txt", id="page")
    return [furniture.text for furniture in issue.furniture]


def test_a_section_among_the_folio_is_set_aside_and_a_headline_is_not() -> None:
    body = "　　本报讯 集市重新开张，十里八乡的\n人都来赶集，热闹了一整天。\n"
    page = f"综合新闻\n2005年10月19日 星期三\n\n老街重新开张\n{body}\n文化\n2"
    assert set_aside(page) == ["综合新闻", "2005年10月19日 星期三", "文化", "2"]
    assert "文化" not in set_aside(f"老街重新开张\n{body}\n文化\n{body}")


def test_the_day_under_a_notice_is_of_the_notice() -> None:
    page = (
        "2021年4月15日 星期四\n\n图书馆开放安排\n  5月1日至2日闭馆，3日至5日照常开放，时间\n"
        "为八点到十七点。\n  　　　　　　图书馆\n  　　　　　　2021年4月13日\n"
    )
    assert set_aside(page) == ["2021年4月15日 星期四"]


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


def test_the_number_of_a_lottery_is_not_the_papers() -> None:
    assert read_folio(["体彩排列三第10297期：4 0 7", "总第1498期"]).issue_number == "1498"
