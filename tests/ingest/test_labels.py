"""Labels of columns over headlines, told from kickers: each row is a headline and which line labels it."""

from __future__ import annotations

import pytest

from lctui.ingest.labels import find_label, names_column, names_notice

BODY = (
    "城南老街的电梯昨天装好了，住在六楼的居民不用再爬楼梯，社区还修好了路灯和花坛。老人对记者讲起老街的故事。"
)
LONG = "居民不用再爬楼梯，下楼散步"


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        # Marks tell a label wherever it stands, whatever its words.
        (["【城南老街】", "居民不用再爬楼梯"], 0),
        (["｜城南老街", "居民不用再爬楼梯"], 0),
        (["居民不用再爬楼梯", "〖城南老街〗"], 1),
        (["居民不用再爬楼梯", "社区修好了路灯", "【城南老街】"], 2),
        # Words that papers give to columns.
        (["乡村广角", "居民不用再爬楼梯"], 0),
        (["新春走基层", "居民不用再爬楼梯"], 0),
        (["教育", "居民不用再爬楼梯"], 0),  # a department of the paper
        (["灯下谈", "柳色渐深春水初生"], 0),  # three characters that end in what one does there
        (["河湾热点", "居民不用再爬楼梯"], 0),  # a word that ends titles too: short
        (["河湾小城今冬热点", LONG], None),  # … and long
        (["聚焦城南老街的电梯", "居民不用再爬楼"], 0),  # over a title that is shorter
        (["聚焦城南老街的电梯", "居民不用再爬"], None),  # by a third and more
        (["清溪人家系列报道", "居民不用再爬楼"], None),  # nor over any shorter one, where it is not as sure
        (["民生", "柳色渐深春水初生"], 0),  # a department
        (["老街的故事", "柳色渐深春水初生"], None),
        (["长篇连载（37）", "居民不用再爬楼梯"], 0),  # the number of a part is not of its name
        (["长篇连载〔三十七〕", "居民不用再爬楼梯"], 0),
        (["长篇连载37", "居民不用再爬楼梯"], None),
        (["长篇连载（20250）", "居民不用再爬楼梯"], None),  # longer than a number of parts
        (["长篇连载（下）", "居民不用再爬楼梯"], None),
        (["路灯（2）", "居民不用再爬楼梯"], None),  # what the body says, counted or not
        (["聚焦城南老街的电梯", LONG], 0),  # begins as labels do, although the body says it
        (["本报记者“体验岗位”系列之三", "居民不用再爬楼梯"], 0),  # a part of a series
        (["体验岗位系列报道⑤", "居民不用再爬楼梯"], 0),
        (["体验岗位，系列之三", "居民不用再爬楼梯"], None),
        (["市里推出便民系列", "居民不用再爬楼梯"], None),  # no part of one
        (["决战脱贫攻坚 最后1公里", LONG], 0),  # printed over a whole paper
        (["讲文明树新风", "居民不用再爬楼梯"], 0),
        (["河湾晨语", "居民不用再爬楼梯"], 0),
        # A longer name, which the body never says, over a long kicker and a title.
        (["春天里说变化", "住在六楼的居民不用再爬楼梯，路灯也修好了", "下楼散步"], 0),
        (["春天里我们说变化", "住在六楼的居民不用再爬楼梯，路灯也修好了", "下楼散步"], 0),
        (["春天里我们说变化", "居民不用再爬楼梯", "下楼散步"], None),
        (["春天里我们说变化吧吧", "住在六楼的居民不用再爬楼梯，路灯也修好了", "下楼散步"], None),
        (["老街·电梯·楼梯", "居民不用再爬楼梯"], 0),  # three parts, whatever the body says
        (["老街·电梯", "居民不用再爬楼梯"], None),
        # What the article itself says is no column's name.
        (["讲起老街的故事", LONG], None),
        (["老街的路灯和故事", "居民从今天起不用再爬楼梯"], 0),  # half of it is said, and that is not enough
        # A commentary's label may stand under its title.
        (["楼梯不该难住老人", "河湾快评"], 1),
        (["楼梯不该难住老人", "那条街的快评论坛"], None),  # too long to stand there
        (["楼梯不该难住老人", "乡村广角"], None),  # a column's, but not a commentary's
        # What is left must be a headline by itself.
        (["河湾小城时事广角", "居民说"], None),
        (["乡村广角", "——居民不用再爬楼梯"], None),  # a subtitle: the title stands above
        (["乡村广角", "的居民不用再爬楼梯"], None),  # goes on with the line
        (["乡村广角"], None),
        # What is divided by marks says something.
        (["看电梯，进老街专访", "居民不用再爬楼梯"], None),
        (["《清溪》副刊", "居民不用再爬楼梯"], None),
        # A quoted word may stand in a label, a quoted sentence is a kicker.
        (["“三夏”进行时", "居民不用再爬楼梯"], 0),
        (["“大家都上楼”进行时", LONG], None),
        # Words that no list holds: short, not said by the body, over a title that is.
        (["清溪渡口", "居民不用再爬楼梯"], 0),
        (["清溪渡口", "柳色渐深春水初生"], None),  # nor does the title say what the body does
        (["老街电梯", "居民不用再爬楼梯"], None),  # the body says it
        (["清溪渡口", "爬楼梯"], None),  # over a title hardly longer
        (["清溪渡口让", LONG], None),  # goes on in the next line
        (["清溪 渡口", LONG], None),  # two words
        (["清溪渡口两岸", LONG], None),  # six characters: only over two lines
        (["清溪渡口两岸", "居民不用再爬楼梯", "路灯和花坛修好"], 0),
        (["清溪", "居民不用再爬楼梯"], 0),  # so short over so long
        (["清溪", "不用再爬楼梯"], None),
        (["清溪渡口·正青春", "居民不用再爬楼梯"], 0),
        (["简 讯", "居民不用再爬楼梯"], 0),
        (["聚焦城南老街电梯装好", LONG], 0),
        (["聚焦城南老街的电梯装好", LONG], None),  # says too much for a name
        (["清溪渡口", "居民不用再爬楼"], 0),  # over a title not twice as long
        (["清溪渡口", "不用再爬楼梯"], None),
        (["强县域 看清溪", "柳色渐深春水初生"], 0),
        (["晨曲", "柳色渐深春水初生"], 0),  # two, whatever the title says
        (["晨曲", "柳色渐深"], None),
        (["新时代新征程新伟业", "居民从此不用再爬楼梯了"], 0),
        (["紫砂陶技艺进了课堂", "居民不用再爬楼梯路"], None),  # a sentence that ends so
        (["清溪记者", "居民不用再爬楼梯"], 0),  # every body names reporters
        (["老街·正青春", "柳色渐深春水初生"], None),  # two parts, of which the body says one
        (["清溪渡口两岸·正青春", "柳色渐深春水初生"], None),  # more than parts say
        (["渡·正青春", "柳色渐深春水初生"], None),
        (["文明城市•我参与", "柳色渐深春水初生"], 0),
        (["读者·编者", "居民不用再爬楼梯"], 0),  # whom every body names
        (["清溪 两 岸", "居民不用再爬楼梯"], 0),  # letter-spaced, but for a word
        (["河湾漫笔", "快与稳"], 0),  # over so short a title
        (["河湾漫笔", "稳"], None),
        (["老街追踪", "快与稳"], None),  # unless the body says of it
        (["花坛闯出新天地", "居民不用再爬楼梯好高兴"], None),  # says that something was done
        (["9月起", "居民不用再爬楼梯", "路灯和花坛修好"], None),  # when it was
        # What has a shape that papers give to columns, whatever stands below.
        (["短 讯", "柳色渐深春水初生"], 0),  # letter-spaced
        (["短讯 渡口", "柳色渐深春水初生"], None),
        (["乡村振兴看清溪", "柳色渐深春水初生"], 0),
        (["乡村振兴看清溪渡口", "柳色渐深春水初生新"], None),
        (["我看清溪", "柳色渐深春水初生"], None),
        (["平安清溪", "柳色渐深春水初生"], 0),
        (["平安清溪渡口", "柳色渐深春水初生"], None),
        (["平静清溪", "柳色渐深春水初生"], None),
        (["基层一线", "柳色渐深春水初生"], 0),
        (["田间一线", "柳色渐深春水初生"], None),
        (["振兴乡村行", "柳色渐深春水初生"], 0),
        (["临江调研行", "柳色渐深春水初生"], 0),
        (["清溪乡村行", "柳色渐深春水初生"], None),
        (["基层新风扑面行", "柳色渐深春水初生"], None),
        (["清溪纵深", "柳色渐深春水初生"], 0),
        # What is printed over a whole paper.
        (["奋力开创海曲发展新局面", "居民从今天起不用再爬楼梯"], 0),
        (["奋力登上海曲发展新台阶", "居民从今天起不用再爬楼梯"], None),
        (["牢记嘱托 勇当先锋", "居民从今天起不用再爬楼梯"], 0),
        (["牢记老街嘱托 勇当先锋", "居民从今天起不用再爬楼梯"], None),  # four and four
        (["牢记嘱托 勇当先锋队", "居民从今天起不用再爬楼梯"], None),
        # Two parts, of which one begins as labels do, whatever the body says.
        (["老街·聚焦电梯", "柳色渐深春水初生"], 0),
        (["关注老街·电梯", "柳色渐深春水初生"], 0),
        # Two lines of one length are a couplet, though the first ends as labels do.
        (["柳下就是课堂", "春水初生渐深"], None),
        (["柳下就是课堂", "春水初生渐深啊"], 0),
        (["柳下就是课堂", "春水初", "生渐深"], 0),  # three are none
        (["柳下课堂", "春水初生"], 0),  # nor are they so short
        (["柳下就是专栏", "春水初生渐深"], 0),  # nor with what is no word of a sentence
        # A commentary's label after its title, with a mark or without one.
        (["楼梯不该难住老人", "■ 有话直说"], 1),
        (["楼梯不该难住老人", "有话直说"], 1),
        (["楼梯不该难住老人", "■ 清溪有话直说"], 1),  # the mark does not count
        (["楼梯不该难住老人", "■ 清溪人有话直说"], None),
        (["楼梯不该难住老人", "◆大家都谈"], 1),
        (["楼梯不该难住老人", "编后"], 1),
        (["楼梯不该难住老人", "编后的话"], 1),
        (["楼梯不该难住老人", "编后三句话"], None),
        (["楼梯不该难住老人", "编辑"], None),
        (["楼梯不该难住老人", "三言两语"], 1),
        (["楼梯不该难住老人", "清溪观察"], 1),
        (["楼梯不该难住老人", "清溪访谈"], None),  # no opinion
        (["楼梯不该难住老人", "晚风絮语"], 1),
        (["楼梯不该难住老人", "■ 有话"], 1),  # whatever its words, where a mark stands before it
    ],
)
def test_the_label_of_a_headline(lines: list[str], label: int | None) -> None:
    assert find_label(lines, BODY) == label


@pytest.mark.parametrize(
    ("label", "is_label"),
    [
        ("天气", True),  # the name of a department, although the body says it
        ("民生", True),
        ("民生服务", False),  # two of them are what it says
        ("服务", False),
    ],
)
def test_a_department_that_the_body_names(label: str, is_label: bool) -> None:
    body = "明天天气晴好，民生服务队上门，居民说楼梯晒干了，天气好了。"
    assert (find_label([label, "居民的楼梯晒干了"], body) == 0) is is_label


COLUMN, NOTICE = "column", "notice"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("简讯", {COLUMN, NOTICE}),
        ("市场拾零", {COLUMN, NOTICE}),
        ("百家论坛", {COLUMN}),
        ("编者按", {COLUMN, NOTICE}),
        ("编余手记", {COLUMN, NOTICE}),
        ("编后的一点感想", set()),
        ("短评", {COLUMN, NOTICE}),
        ("清溪短评", {COLUMN}),
        ("“三夏”短讯", set()),  # a quoted word is rather what the headline is about
        ("更正", {NOTICE}),  # the whole line
        ("寻物启事", {NOTICE}),
        ("道路改造公告", {NOTICE}),
        ("更正三处", set()),
        ("电梯装好，发布公告", set()),  # says something
        ("城南老街装上电梯", set()),
        ("城南老街居民楼加装电梯的故事", set()),  # longer than any label
        ("今冬热点", set()),  # a word that ends titles as well
    ],
)
def test_what_names_a_column_or_a_notice_by_itself(text: str, names: set[str]) -> None:
    found = {COLUMN: names_column(text), NOTICE: names_notice(text)}
    assert {name for name, so in found.items() if so} == names


@pytest.mark.parametrize(("said", "label"), [("记者走近老街的人", 0), ("记者走近老街人家", None)])
def test_what_begins_as_labels_do_and_stands_in_the_body(said: str, label: int | None) -> None:
    assert find_label(["走近老街人家", "电梯从此通到六楼"], said + "，" + BODY) == label
