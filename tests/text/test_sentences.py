"""Chinese sentences: where they end, and that the spans tile the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lctui.text.sentences import sentences

CASES = [
    ("一句。两句！三句？", ["一句。", "两句！", "三句？"], "the three end marks"),
    ("有；没有：都不断，是的。", ["有；没有：都不断，是的。"], "semicolon, colon and comma do not end"),
    ("增长5.5%以上。投资352.09亿元", ["增长5.5%以上。", "投资352.09亿元"], "a decimal point is no end"),
    ("见www.a.com/?id=1和a.b。好", ["见www.a.com/?id=1和a.b。", "好"], "nor are the marks of an address"),
    ("真的？！好。", ["真的？！", "好。"], "a run of marks is one end"),
    ("“示范区”……报告提到聊城。", ["“示范区”……", "报告提到聊城。"], "an ellipsis ends"),
    ("他……，然后走了。", ["他……，然后走了。"], "an ellipsis before a comma does not"),
    ("苹果、梨……等水果。", ["苹果、梨……等水果。"], "nor one inside a list"),
    ("他想......走了", ["他想......", "走了"], "an ellipsis typed as full stops"),
    ("他说：“我去。”她没说。", ["他说：“我去。”", "她没说。"], "closing quotation mark included"),
    ("（完。）下文。", ["（完。）", "下文。"], "closing bracket included"),
    ("“你去哪里？”他问。“回家。”", ["“你去哪里？”他问。", "“回家。”"], "the speaker named after his words"),
    ("“很好。”他说，“明天再来。”好", ["“很好。”他说，“明天再来。”", "好"], "the speaker in the middle"),
    ("“很方便。”市民张先生告诉记者。下", ["“很方便。”市民张先生告诉记者。", "下"], "a longer speaker"),
    (
        "他讲：“要快。”会议指出，要稳。",
        ["他讲：“要快。”", "会议指出，要稳。"],
        "a new subject",
    ),
    ("以“为什么？”为题作报告。", ["以“为什么？”为题作报告。"], "a quotation that is part of a sentence"),
    ("“今天好。明天也好。”他说。", ["“今天好。", "明天也好。”他说。"], "speech of two sentences"),
    ("读《谁是最可爱的人？》有感。", ["读《谁是最可爱的人？》有感。"], "a title holds its own mark"),
    ("他（我见过他！）来了。", ["他（我见过他！）来了。"], "a bracket opened in mid-sentence"),
    ("“好！”“真好！”都说。", ["“好！”", "“真好！”都说。"], "two speeches side by side"),
    (
        "标题\n正文一。 \n\n正文二",
        ["标题\n", "正文一。 \n\n", "正文二"],
        "a line end ends",
    ),
    ("（未完。正文。", ["（未完。", "正文。"], "an unclosed bracket is a stray mark"),
    ("Is it? Yes! 好", ["Is it? ", "Yes! ", "好"], "Latin question and exclamation marks"),
    ("他说：“‘好。’是谁讲的？”我答。", ["他说：“‘好。’是谁讲的？”", "我答。"], "quotations in quotations"),
    ("", [], "no text, no sentence"),
    ("  \n ", ["  \n "], "blanks alone are kept"),
    ("。", ["。"], "an end mark alone"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[case[2] for case in CASES])
def test_where_a_sentence_ends(text: str, expected: list[str], why: str) -> None:
    assert [text[span.start : span.end] for span in sentences(text)] == expected


@settings(deadline=None)
@given(st.text(alphabet='他说好的。！？…；，：“”‘’（）《》.!?" \na1', max_size=120) | st.text(max_size=60))
def test_the_spans_tile_the_text(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert all(span.start < span.end for span in spans)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="他说好的我们去，、", min_size=1, max_size=12), min_size=1, max_size=8))
def test_plain_sentences_are_cut_where_they_were_joined(parts: list[str]) -> None:
    parts = [part + "。" for part in parts]
    text = "".join(parts)
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@pytest.mark.parametrize("unit", ["他说。", "“好。”", "（", "“", "\n", "……", "？”说", "a.b", "《书？》", " "])
def test_the_time_is_linear(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            begin = time.process_time()
            sentences(text)
            best = min(best, time.process_time() - begin)
        return best

    # Ten times the text may cost at most three times what linear growth allows.
    assert cost(50_000) < 30 * max(cost(5_000), 0.001)
