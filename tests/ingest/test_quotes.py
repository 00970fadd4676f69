"""Straight quotes: tables of what OCR leaves of them, and how the paragraphs of a collection fare."""

from __future__ import annotations

import json
import random
import time

import pytest

from lctui.ingest.edits import apply
from lctui.ingest.quotes import pair_quotes
from lctui.ingest.repair import close_blanks
from tests.quality.corpus import corpus_path

_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('开展 百校"行动，构建格局。实施“多投多奖”补助机制，实施“育苗造林”行动', "an opening one lost"),
        (
            '是现代化强市的"关键-，聊城以改革破难题，用地“免申直配”和报批“梯度激励”机制',
            "a closing one misread",
        ),
        ("“管道通了，群众心气就顺了。”陶永朋说。“我们接着干！”他表示", "speeches of several clauses"),
        ("他回忆：“小区的矛盾越来越严重。物业费收不上来。公司连夜撤离小区。”高鹏说", "of several sentences"),
        ("“文化进万家”“小戏小剧”等群众文化活动", "two side by side"),
        ("“提升服务能力，建成次中心7个”“建设村卫生室50个以上”等措施", "long ones side by side"),
        ("提出的 “6293” 发展思路", "blanks outside"),
        ("“站在新的起点上， ‘6’是六个新聊城；‘2’ 是两个定位。”市长说", "one kind inside the other"),
        ("从“没人管”到“管得好”，从“矛盾 窝”到“幸福家”", "words before and after tell"),
        ("“光伏+”、风电等项目", "a sign at the end of the quotation"),
        ('购买15"显示器，推进“智慧”系统', "inches"),
        ("身高6'1\"的选手", "feet and inches"),
        ("it's 好, 'tis", "apostrophes"),
        ("“我们将继续努力，做好各项工作", "a speech that goes on in the next paragraph"),
        ("也要把工作做好。”", "a speech that began in another paragraph"),
        ("“以资源换资金”撬动资产", "at the start"),
        ("保障水平 “一老一小”，“急难愁盼” 问题", "a blank stands outside a pair"),
    ],
)
def test_quotes_pair_by_what_stands_around_them(text: str, why: str) -> None:
    # What is straight in the row has no partner and stays, all others are found again.
    straight = "".join(ch if ch in "\"'" else ch.translate(_STRAIGHT) for ch in text)
    assert pair_quotes(straight)[0] == text, why


def test_a_lost_opening_quote_does_not_turn_others_round() -> None:
    assert pair_quotes('文化惠民演出"" 小戏"等')[0].endswith("“ 小戏”等")


@pytest.mark.parametrize(
    ("text", "closed", "why"),
    [
        ("“369项目攻坚机制”和“高效办成一 件事”", "“369项目攻坚机制”和“高效办成一件事”", "uneven parts"),
        ("的“心系企业办实事 高效服务促发展”锦旗", "的“心系企业办实事 高效服务促发展”锦旗", "a slogan"),
        ("《传承红色基因 争做时代好少年》", "《传承红色基因 争做时代好少年》", "the title of a talk"),
        (
            "“推进新时代社会主义 现代化强市建设的目标，久久为功”",
            "“推进新时代社会主义现代化强市建设的目标，久久为功”",
            "a speech",
        ),
        ("吸 引社会资本进行盘活利用", "吸引社会资本进行盘活利用", "no quotation at all"),
        ("行“法 治 文 化 节”动", "行“法治文化节”动", "letters apart"),
    ],
)
def test_a_blank_between_characters_stays_only_where_it_is_meant(text: str, closed: str, why: str) -> None:
    assert apply(text, close_blanks(text, ocr=False)) == closed, why


def test_of_two_blanks_in_a_slogan_the_one_at_the_old_line_end_goes() -> None:
    text = "城市中位居前列；深入实施“万企出海 鲁 贸全球”市场"
    assert "“万企出海 鲁贸全球”" in apply(text, close_blanks(text, ocr=True, column=18.0, first_indent=0.0))


def _paragraphs() -> list[str]:
    """Paragraphs of the collection whose double quotes come in pairs."""
    path = corpus_path()
    if path is None:
        pytest.skip("LCTUI_TEST_CORPUS names no folder with pfr1998.jsonl")
    found = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for text in json.loads(line)["paragraphs"]:
                marks = [ch for ch in text if ch in "“”"]
                if (
                    marks
                    and len(marks) % 2 == 0
                    and all(ch == "“”"[index % 2] for index, ch in enumerate(marks))
                ):
                    found.append(text)
    return found[::4]


def test_paragraphs_whose_quotes_are_whole_are_read_as_they_were() -> None:
    right = total = 0
    for text in _paragraphs():
        read = pair_quotes(text.translate(_STRAIGHT))[0]
        places = [index for index, ch in enumerate(text) if ch in "“”"]
        total += len(places)
        right += sum(read[place] == text[place] for place in places)
    assert right >= 0.998 * total


def test_where_one_quote_is_lost_the_others_stay_right() -> None:
    dice = random.Random(8)
    right = total = 0
    for text in _paragraphs():
        places = [index for index, ch in enumerate(text) if ch in "“”"]
        if len(places) < 4:
            continue
        lost = dice.randrange(len(places))
        at = places[lost]
        rest = text[:at] + text[at + 1 :]
        read = pair_quotes(rest.translate(_STRAIGHT))[0]
        for place in places:
            if place in (at, places[lost ^ 1]):
                continue
            place -= place > at
            total += 1
            right += read[place] == rest[place]
    assert right >= 0.97 * total  # pairing by turns: 0.78


def test_a_text_of_quotes_takes_time_in_step_with_its_length() -> None:
    def seconds(count: int) -> float:
        text = '他说"我们要干"。' * count
        start = time.process_time()
        pair_quotes(text)
        return time.process_time() - start

    assert min(seconds(20_000) for _ in range(3)) < 20 * max(min(seconds(2_000) for _ in range(3)), 1e-3)
