"""What the index finds, why it says so, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lctui.model import Hit, Tier
from lctui.search.collection import Cancelled, field_text
from lctui.search.index import SearchIndex
from lctui.text.folding import fold_text
from tests.search.articles import PAPER, article, issue

ARTICLES = {article.id: article for _, article in PAPER}


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.build(PAPER)


def ids(hits: Sequence[Hit]) -> list[str]:
    return [hit.article_id for hit in hits]


def matched(hit: Hit) -> list[str]:
    """The original characters of a hit's matches."""
    article = ARTICLES[hit.article_id]
    return [field_text(article, m.field, m.paragraph)[m.start : m.end] for m in hit.spans]


FIRST_HITS = [
    # query, article, tier, reason, a match, why
    ("高铁", "rail-again", Tier.TITLE, "题", "高铁", "the whole title"),
    ("聊城高铁建设提速", "rail", Tier.TITLE, "题", "聊城高铁建设提速", "a long whole title"),
    ("高鐵建設", "rail", Tier.TITLE_PHRASE, "短语", "高铁建设", "traditional characters in a title"),
    ("规上工业企业", "rail", Tier.TITLE_PHRASE, "短语", "规上工业企业", "a kicker is a title"),
    ("公交接驳", "traffic", Tier.BODY_PHRASE, "短语", "公交接驳", "a phrase in a body"),
    ("孙亚飞", "rail", Tier.BODY_PHRASE, "短语", "孙亚飞", "a name in the byline"),
    ("银行学校", "rail", Tier.BODY_PHRASE, "短语", "银行、学校", "a phrase across punctuation"),
    ("“银行、学校", "rail", Tier.BODY_PHRASE, "短语", "银行、学校", "an unbalanced quote as plain text"),
    ("提速 聊城", "rail", Tier.WORDS, "词", "提速", "words in any order"),
    ("聊城 高铁", "rail", Tier.TITLE_PHRASE, "短语", "聊城高铁", "words that stand together are a phrase"),
    ("畅", "traffic", Tier.TITLE_PHRASE, "短语", "畅", "one character"),
    ("w", "empty", Tier.PINYIN, "首字母", "无", "the first letter of a title"),
    ("gdp", "rail-again", Tier.BODY_PHRASE, "短语", "ＧＤＰ", "Latin letters, full width in the page"),
    ("new york", "traffic", Tier.BODY_PHRASE, "短语", "New York", "Latin words"),
    ("二零二四", "bank", Tier.BODY_PHRASE, "短语", "二〇二四", "〇 and 零"),
    ("1.5亿", "traffic", Tier.BODY_PHRASE, "短语", "1.5亿", "a decimal"),
    ("jiaotong", "traffic", Tier.PINYIN, "拼音", "交通", "full pinyin"),
    ("jiaot", "traffic", Tier.PINYIN, "拼音", "交通", "half typed"),
    ("JiaoTong", "traffic", Tier.PINYIN, "拼音", "交通", "in capitals"),
    ("lcgt", "rail", Tier.PINYIN, "首字母", "聊城高铁", "initials"),
    ("jiaotj", "traffic", Tier.PINYIN, "首字母", "交通局", "syllables and initials mixed"),
    ("changqi", "bank", Tier.PINYIN, "拼音", "长期", "长 as chang"),
    ("juzhang", "traffic", Tier.PINYIN, "拼音", "局长", "长 as zhang"),
    ("yinhang", "bank", Tier.PINYIN, "拼音", "银行", "行 as hang"),
    ("xingcheng", "bank", Tier.PINYIN, "拼音", "行程", "行 as xing"),
    ("yinyuedushi", "bank", Tier.PINYIN, "拼音", "音乐都市", "乐 as yue, 都 as du"),
    ("chongqing", "traffic", Tier.PINYIN, "拼音", "重庆", "重 as chong"),
    ("zhongzou", "bank", Tier.PINYIN, "拼音", "重奏", "重 as zhong"),
    ("lvse", "bank", Tier.PINYIN, "拼音", "绿色", "ü as v"),
    ("luse", "bank", Tier.PINYIN, "拼音", "绿色", "ü as u"),
    ("gaotie 聊城", "rail", Tier.PINYIN, "拼音", "高铁", "pinyin and characters"),
    ("聊城 ， 提速", "rail", Tier.WORDS, "词", "提速", "punctuation by itself is no word"),
    ("jian《she", "rail", Tier.PINYIN, "拼音", "建设", "punctuation among letters"),
    ("gao铁", "rail-again", Tier.PINYIN, "拼音", "高铁", "mixed in one word"),
    ("gao tie", "rail-again", Tier.PINYIN, "拼音", "高铁", "syllables with blanks"),
    ("邓小平里论", "rail-again", Tier.NEAR, "近似", "邓小平理论", "a same-sounding character"),
    ("邓小半理论", "rail-again", Tier.NEAR, "近似", "邓小平理论", "a wrong character"),
    ("邓小平论指引", "rail-again", Tier.NEAR, "近似", "邓小平理论指引", "a missing character"),
    ("邓小平理大论指引", "rail-again", Tier.NEAR, "近似", "邓小平理论指引", "an extra character"),
    ("邓平小理论", "rail-again", Tier.NEAR, "近似", "邓小平理论", "two characters in the wrong order"),
    ("高贴", "rail-again", Tier.NEAR, "近似", "高铁", "two characters of the same sound"),
    ("新商高铁聊城段全线开攻", "rail", Tier.NEAR, "近似", "雄商高铁聊城段全线开工", "two slips in eleven"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "id", "tier", "reason", "match", "why"), FIRST_HITS, ids=[row[-1] for row in FIRST_HITS]
)
def test_first_hit(
    index: SearchIndex, query: str, id: str, tier: Tier, reason: str, match: str, why: str
) -> None:
    hit = index.find(query).hits[0]
    assert (hit.article_id, hit.tier, hit.reason) == (id, tier, reason)
    assert match in matched(hit)
    shown = [hit.snippet[span.start : span.end] for span in hit.snippet_spans]
    assert shown
    assert set(shown) <= set(matched(hit))


WHOLE_ANSWERS = [
    ("“高铁建设”", {"rail"}, "a phrase"),
    ("“高建设”", set(), "a phrase has no near matches"),
    ("“gaotie”", set(), "nor is it pinyin"),
    ("高铁 -聊城", {"rail-again"}, "not"),
    ("-高铁 -银行", {"comment", "photo", "empty"}, "only not"),
    ("邓小平|公交", {"rail-again", "traffic"}, "either"),
    ("题:高铁", {"rail", "rail-again"}, "in titles"),
    ("记者:胡磊", {"rail", "bank"}, "any role of the byline"),
    ("记者:hulei", {"rail", "bank"}, "by pinyin"),
    ("by:hl", {"rail", "bank"}, "by initials"),
    ("地:冠县", {"rail", "traffic"}, "place"),
    ("地:冠县 -记者:高田", {"rail"}, "place, and not a writer"),
    ("栏:两会", {"rail"}, "column"),
    ("型:评论", {"comment"}, "kind"),
    ("kind:photo", {"photo"}, "kind in English"),
    ("期:506", {"rail", "traffic", "comment"}, "issue number"),
    ("期:>506", {"bank", "photo", "rail-again"}, "a later issue"),
    ("日:2024-01", {"rail", "traffic", "comment"}, "a month"),
    ("日:2024-02..2024-04", {"bank", "photo", "rail-again"}, "a range"),
    ("日:>=2024-01-16 高铁 题:高铁", {"rail", "rail-again"}, "a date and words"),
    ("日:2024 -期:512", {"rail", "traffic", "comment"}, "fields excluded"),
    ("题:高铁|银行", {"rail", "rail-again", "bank"}, "either in a field"),
    ("国家", set(), "中国，家家 is not 国家"),
    ("art", set(), "a short Latin word is not found inside another"),
    ("ork", set(), "a short Latin word is not found inside another"),
    ("yor", {"traffic"}, "prefixes match"),
    ("ork 公交", {"traffic"}, "inside a word where the words else find nothing together"),
    ("，。", set(), "nothing but punctuation"),
    ("", set(), "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "expected", "why"), WHOLE_ANSWERS, ids=[f"{q} {w}" for q, _, w in WHOLE_ANSWERS]
)
def test_whole_answer(index: SearchIndex, query: str, expected: set[str], why: str) -> None:
    result = index.find(query)
    assert set(ids(result.hits)) == expected
    assert result.total == len(expected)


def test_words_of_a_run_together_query_come_after_the_phrase() -> None:
    paper = issue(
        "x",
        None,
        article("apart", "城市", "建设银行与高速铁路。"),
        article("phrase", "城市", "高速铁路建设。"),
        article("one", "城市", "高速铁路。"),
    )
    hits = SearchIndex.build(paper).find("高速铁路建设").hits
    assert [(hit.article_id, hit.tier) for hit in hits[:2]] == [
        ("phrase", Tier.BODY_PHRASE),
        ("apart", Tier.WORDS),
    ]


def test_hits_come_by_tier_then_score(index: SearchIndex) -> None:
    for query in ("高铁", "聊城", "gt", "银行 音乐", "长", "邓小平理伦"):
        order = [(hit.tier, -hit.score) for hit in index.find(query).hits]
        assert order == sorted(order)


def test_count_is_how_often_it_matched(index: SearchIndex) -> None:
    (hit,) = (hit for hit in index.find("高铁").hits if hit.article_id == "rail")
    assert hit.count == len(hit.spans) == 3  # title, and twice in the body


def test_a_match_in_the_title_counts_for_more_than_one_in_the_body(index: SearchIndex) -> None:
    assert ids(index.find("聊城").hits) == ["rail", "traffic"]


def test_limit_and_total(index: SearchIndex) -> None:
    result = index.find("高铁", limit=1)
    assert (len(result.hits), result.total) == (1, 3)
    assert index.find("高铁", limit=0).hits == ()


def test_sort_by_date_is_newest_first_undated_last(index: SearchIndex) -> None:
    assert ids(index.find("高铁", sort="date").hits) == ["rail-again", "rail", "traffic"]
    assert ids(index.find("-中国", sort="date").hits)[-1] == "empty"


def test_sort_by_title_follows_the_sound(index: SearchIndex) -> None:
    titles = [ARTICLES[id].title for id in ids(index.find("-中国", sort="title").hits)]
    # cheng, gao, liao, qiu, wu, yin
    assert titles == ["城市交通更通畅", "高铁", "聊城高铁建设提速", "秋收", "无题", "银行长期支持音乐都市"]


def test_two_characters_do_not_drown_in_likenesses(index: SearchIndex) -> None:
    """北京大学城 shares two thirds with 聊城 by partial ratio; 聊城 is found where it stands only."""
    assert set(ids(index.find("聊城").hits)) == {"rail", "traffic"}


def test_an_unknown_field_is_told_and_searched_as_text(index: SearchIndex) -> None:
    result = index.find("作着:高铁")
    assert "作着" in result.problems[0]
    # What stands so in a page is no slip of the reader's.
    (pair,) = issue("x", None, article("said", "话", "他说：我们来了。"))
    assert SearchIndex.build([pair]).find("他说：我们").problems == ()


BY_USE = issue(
    "use",
    None,
    article("said", "听说才现提", "听说才现，度提。场对上长点。"),
    article("crossing", "年度市场", "这是年度市场的调查。"),
    article("city", "都市里有音乐", "音乐响起，山县有人测度长度。"),
)
USES = [
    # query, articles, what matched first, why
    ("yinyue", ["city"], "音乐", "听 is yin and 说 is yue in old books only"),
    ("dushi", ["city", "crossing"], "都市", "a word before what crosses two words, even in a title"),
    ("shanxian", ["city"], "山县", "才 is not shan, nor 现 xian of it"),
    ("ceduo", ["city"], "测度", "a rare reading is found where nothing else is read so"),
    ("changdu", ["city", "said"], "长度", "a whole syllable before one that is only begun"),
]


@pytest.mark.parametrize(("query", "expected", "first", "why"), USES, ids=[row[0] for row in USES])
def test_readings_in_use_come_first(query: str, expected: list[str], first: str, why: str) -> None:
    result = SearchIndex.build(BY_USE).find(query)
    assert ids(result.hits) == expected
    hit = result.hits[0]
    assert first in [hit.snippet[span.start : span.end] for span in hit.snippet_spans]


NOTHING_TO_FIND = ["-", "--", "-----", "－－", "，。", "“，”", "-， -。", "\0", "题:，", "|-|"]


@pytest.mark.parametrize("query", NOTHING_TO_FIND)
def test_marks_alone_find_nothing_and_say_so(index: SearchIndex, query: str) -> None:
    result = index.find(query)
    assert (result.total, len(result.problems)) == (0, 1)


def test_marks_beside_words_change_nothing(index: SearchIndex) -> None:
    assert index.find("高铁 -- ，").hits == index.find("高铁").hits


def test_control_characters_in_a_query_are_left_out(index: SearchIndex) -> None:
    for query in ("聊\0城", "\0聊城", "“聊\x1b城”", "题:聊\0城", "聊城\0高铁", "lc\0gt"):
        hits = index.find(query).hits
        assert hits
        for hit in hits:
            fields = [field_text(ARTICLES[hit.article_id], m.field, m.paragraph) for m in hit.spans]
            assert all(m.end <= len(text) for m, text in zip(hit.spans, fields, strict=True))
            assert all(span.end <= len(hit.snippet) for span in hit.snippet_spans)
    assert index.find("聊\0城").hits == index.find("聊城").hits


NUMERALS = [
    ("2024", ["arabic", "chinese"]),
    ("二〇二四", ["arabic", "chinese"]),
    ("二零二四年", ["arabic", "chinese"]),
    ("“2024年春”", ["arabic", "chinese"]),
    ("２０２４年春", ["arabic", "chinese"]),
    ("题:2024", ["chinese"]),
    ("春 -2024", ["other"]),
    ("一百零五", ["other"]),
]


@pytest.mark.parametrize(("query", "expected"), NUMERALS)
def test_numbers_are_found_in_either_digits(query: str, expected: list[str]) -> None:
    paper = issue(
        "numbers",
        None,
        article("arabic", "春天", "回顾（2024年春）。"),
        article("chinese", "二〇二四年春", "回顾。"),
        article("other", "又是春", "一百零五人，1/05。"),
    )
    texts = {made.id: made for _, made in paper}
    hits = SearchIndex.build(paper).find(query).hits
    assert sorted(ids(hits)) == expected
    if "2024" in query:
        for hit in (hit for hit in hits if hit.article_id != "other"):
            found = [
                field_text(texts[hit.article_id], m.field, m.paragraph)[m.start : m.end] for m in hit.spans
            ]
            assert any(text.startswith(("2024", "二〇二四")) for text in found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("日:2024-03..2024-01", "日:2024-01..2024-03"), ("期:512..506", "期:506..512")],
)
def test_reversed_ranges_are_turned_round_and_told(index: SearchIndex, written: str, meant: str) -> None:
    result = index.find(written)
    assert "颠倒" in result.problems[0]
    assert result.hits == index.find(meant).hits
    assert result.total
    assert index.find(meant).problems == ()


NEAREST = [
    ("gaotei", "高铁", "two letters swapped"),
    ("jiaotog", "交通", "a letter left out"),
    ("指引 公交 聊城", "公交", "words that stand nowhere together: the rarest"),
    ("隆大重奏", "重奏", "the part that exists"),
    ("“邓小半”", "邓小平", "a phrase that does not exist"),
    ("lcgtx", "聊城高铁", "one initial too many"),
    ("xlcgt", "聊城高铁", "the first initial wrong"),
    ("nv", "绿", "one syllable, n for l"),
    ("冠x县", "冠县", "a letter among characters"),
    ("gao铁x", "高铁", "letters and characters"),
    ("zhengjiaotong", "交通", "pinyin, without one syllable"),
    ("型:无", None, "a value that cannot be read is no word to mend"),
    ("日:2024-13", None, "a value that cannot be read is no word to mend"),
    ("qqqq", None, "nothing is near"),
]


@pytest.mark.parametrize(("query", "word", "why"), NEAREST, ids=[row[0] for row in NEAREST])
def test_nothing_found_offers_the_nearest_word(
    index: SearchIndex, query: str, word: str | None, why: str
) -> None:
    result = index.find(query)
    assert (result.total, result.suggestion) == (0, word)


def test_what_is_offered_is_the_word_itself_where_it_exists() -> None:
    """冠县 for 冠x县, although 莘县 may be read so; a name that crosses blanks is written without them."""
    paper = issue("x", None, article("a", "莘县", "莘县，冠县。"), article("b", "良诚　　通达", "好。"))
    made = SearchIndex.build(paper)
    assert made.find("冠x县").suggestion == "冠县"
    assert made.find("lctk").suggestion == "良诚通"


def test_a_found_query_suggests_nothing(index: SearchIndex) -> None:
    assert index.find("高铁").suggestion is None


def test_a_paper_of_nothing_answers_everything() -> None:
    empty = SearchIndex.build([])
    assert len(empty) == 0
    for query in ("高铁", "gt", "a|b", "-a", "日:2024", "聊城高铁建设", "题:“x”"):
        assert empty.find(query).hits == ()
    assert empty.find("高铁", sort="title").total == 0


def test_the_articles_found_are_the_same_in_any_order_of_pages() -> None:
    there, back = SearchIndex.build(PAPER), SearchIndex.build(PAPER[::-1])
    for query in ("高铁", "lc", "jiaotong", "银行 音乐", "邓小平里论"):
        assert {(h.article_id, h.tier, h.score) for h in there.find(query).hits} == {
            (h.article_id, h.tier, h.score) for h in back.find(query).hits
        }


def test_building_reports_progress_and_can_be_cancelled() -> None:
    seen: list[tuple[int, int]] = []
    SearchIndex.build(PAPER, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(PAPER), len(PAPER))
    with pytest.raises(Cancelled):
        SearchIndex.build(PAPER, cancelled=lambda: True)


def test_a_snippet_shows_the_match_in_its_own_words(index: SearchIndex) -> None:
    hit = index.find("接驳").hits[0]
    (span,) = hit.snippet_spans
    assert hit.snippet[span.start : span.end] == "接驳"
    assert fold_text(hit.snippet) in fold_text(ARTICLES["traffic"].text)
