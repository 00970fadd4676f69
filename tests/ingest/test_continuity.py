"""What goes on from what: words that open paragraphs, and ends that a bracket tells."""

from __future__ import annotations

import pytest

from lctui.ingest.block import Block, Kind
from lctui.ingest.chars import ends_sentence
from lctui.ingest.continuity import Continuity
from lctui.ingest.roles import Layout, read_lines


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("当然，渡船也有停开的时候", True),
        ("当然渡船也有停开的时候", True),
        ("诚然渡船也有停开的时候", True),
        ("总之渡船该开的还是要开", True),
        ("众所周知的渡船停了又开", True),
        ("俗话说渡船不等迟到的人", True),
        ("对河湾村来说，渡船就是路", True),
        ("对两岸的人而言，渡船就是路", True),
        ("在撑船的老人看来，渡船就是路", True),
        ("针对过河的难处村里买了渡船", True),
        ("除了渡船还有一座桥", True),
        ("眼下渡船一天往返八次", True),
        ("据会计介绍，渡船就是路", True),
        ("据县里去年秋天的统计，渡船就是路", True),
        ("据村里的老人透露，渡船就是路", True),
        ("据河湾村两岸年纪最大的两三位撑船老人介绍", False),
        ("据此，会计介绍", False),
        ("2013年以来，渡船就是路", True),
        ("自2013年5月以来，渡船就是路", True),
        ("对河湾村两岸所有的老人来说，渡船就是路", False),  # so much is rather said amid a sentence
        ("对河湾，村里来说，渡船就是路", False),
        ("对河湾村的渡船", False),
        ("在河湾村里的渡船停了", False),
        ("在河湾村两岸所有撑船的老人看来", False),
        ("自然渡船也有停开的时候", False),
        ("渡船当然也有停开的时候", False),
    ],
)
def test_words_that_open_a_paragraph_go_on_from_nothing(text: str, opens: bool) -> None:
    tail, head = (Block(Kind.PROSE, read_lines((one,), frozenset()), 15.0) for one in ("码头边的小店", text))
    continuity = Continuity([tail, head], Layout(paragraphs=False, indents=False))
    assert (continuity.score(tail, head) < 0) is opens


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("渡船靠了岸（未完待续）", True),
        ("渡船靠了岸（待续）", True),
        ("渡船靠了岸（全文完）", True),
        ("渡船靠了岸(完)", True),
        ("渡船靠了岸（全文）", False),
        ("渡船靠了岸（未完）", False),
        ("渡船靠了岸（待续的故事）", False),
        ("渡船靠了岸未完待续", False),
        ("渡船靠了岸。详见A05版", True),  # nor is anything missing before the page where the rest is
        ("渡船靠了岸。见第四版", True),
        ("渡船靠了岸详见A05版", False),
        ("渡船靠了岸。记者见第5版", False),
    ],
)
def test_a_bracket_that_ends_a_text(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "breaks_off"),
    [
        ("赶集的人也", True),
        ("赶集的人也（下转第四版）", False),  # goes on on another page
        ("赶集的人也（转4版）", False),
        ("赶集的人也(续见第四版)", False),
        ("赶集的人也（见第四版）", True),
        ("（下转第四版）赶集的人也", True),
    ],
)
def test_what_goes_on_on_another_page_is_not_cut_here(text: str, breaks_off: bool) -> None:
    block = Block(Kind.PROSE, read_lines((text,), frozenset()), 15.0)
    assert Continuity([block], Layout(paragraphs=False, indents=False)).unfinished(block) is breaks_off


def test_words_that_open_a_paragraph_count_half_behind_a_comma() -> None:
    texts = ("码头边的小店", "码头边的小店，", "目前渡船停在岸边", "村里渡船停在岸边")
    bare, comma, opens, plain = (Block(Kind.PROSE, read_lines((one,), frozenset()), 15.0) for one in texts)
    continuity = Continuity([bare, comma, opens, plain], Layout(paragraphs=False, indents=False))
    cost, half = (continuity.score(one, plain) - continuity.score(one, opens) for one in (bare, comma))
    assert cost > 0
    assert half == pytest.approx(cost / 2)


def test_a_word_that_goes_on_is_no_paragraphs_end_though_its_line_left_room() -> None:
    texts = (
        "撑船的老人说孩子们上学再也 不用绕远路赶集的人也多起 动力电",
        "池的项目越来越多，码头边的 小店也开张了，往后更好。",
        "动力电池装好了。",
    )
    room, rest, said = (Block(Kind.PROSE, read_lines((one,), frozenset()), 13.0) for one in texts)
    layout = Layout(paragraphs=True, indents=False)
    known, unknown = (
        Continuity(blocks, layout).score(room, rest) for blocks in ([room, rest, said], [room, rest])
    )
    assert known - unknown > 2.0


def test_what_may_begin_a_clause_says_little_of_how_a_text_goes_on() -> None:
    texts = ("赶集的人也多了，", "家里的人", "码头上的人多了，家里的", "船里的人")
    tail, head, _, other = blocks = [
        Block(Kind.PROSE, read_lines((one,), frozenset()), 15.0) for one in texts
    ]
    continuity = Continuity(blocks, Layout(paragraphs=False, indents=False))
    assert 0 < continuity.score(tail, head) - continuity.score(tail, other) < 0.5
