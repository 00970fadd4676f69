"""What the first and the last lines of a body tell of it, whatever stands around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lctui.ingest.bylines import Signature, join_broken_name, may_be_signed, read_end_signature
from lctui.ingest.chars import HAN
from lctui.ingest.names import is_likely_name
from lctui.ingest.roles import Line
from lctui.model import Byline

_CAPTION_OPENS = re.compile(
    r"^(?:▶|◀|▲|▼|图为|(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日|(?:近日|日前|连日来|昨日|今日)[，,])"
)


def last_words(lines: Sequence[Line]) -> str:
    """The end of a body as far as its signature can go back, its last two lines joined."""
    tail = lines[-1].text
    if len(lines) > 1:
        above = lines[-2].text
        tail = above + join_broken_name(above[-40:], tail) + tail
    return tail[-60:]


def ends_signed(lines: Sequence[Line]) -> bool:
    """Whether body lines end in a byline after the last sentence, as captions do: … ■ 商景豪 田柏林."""
    close = lines[-1].text if len(lines) == 1 else lines[-2].text + lines[-1].text
    return may_be_signed(close) and read_end_signature(last_words(lines)) is not None


def opens_caption(text: str) -> bool:
    """Whether a paragraph begins as a picture's caption does: with a day, or with an arrow."""
    return _CAPTION_OPENS.match(text) is not None


def points(text: str) -> bool:
    """Whether a paragraph begins with the arrow from a caption to its picture."""
    return text[:1] in _ARROWS


_ARROWS = frozenset("▶◀▲▼")


_REST = re.compile("^[（(【]? *(?:上接|紧接|接)(?:第)?[0-9A-Z一二三四五六七八九十]{1,3}版")


def opens_rest(text: str) -> bool:
    """Whether what stands here goes on from another page: （上接第一版）."""
    return _REST.match(text) is not None


_ITEM = re.compile("^(?:[▲△◆◇◎●○■□★☆※①](?!记者)|编辑同志[：:])")


def opens_item(text: str) -> bool:
    """Whether a body begins as the first of several items does, or as a letter to the editor."""
    return _ITEM.match(text) is not None


_ADDRESSED = re.compile("^编辑同志[：:]")


def opens_letter(text: str) -> bool:
    """Whether a body begins as a letter does: 编辑同志：…"""
    return _ADDRESSED.match(text) is not None


_LETTER = re.compile(f"([{HAN}]{{2,10}})[ \u3000]+([{HAN}](?:[ \u3000]?[{HAN}]){{1,2}})$")


def signs_letter(text: str) -> bool:
    """Whether a line is the end of a letter: where its writer lives, and the name (山东夏津 耿长河)."""
    found = _LETTER.match(text)
    if found is None or is_likely_name(found.group(1)):
        return False
    return is_likely_name(re.sub(r"\s", "", found.group(2)))


_DAY = re.compile(r"(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日")


def is_day(text: str) -> bool:
    """Whether a line is nothing but a day, as under a notice."""
    return _DAY.fullmatch(text) is not None


_IN_BRACKETS = re.compile(f"[（(](?![^）)]*[删摘资料节未完续转载源图篇])([{HAN}]{{2,4}})[）)]$")
"""A pen name, and no word of where the text is from or goes on."""


def pen_name(text: str) -> tuple[Signature, int] | None:
    """What in brackets at the end of a commentary is no surname's name: （禾苗）; and where it begins."""
    found = _IN_BRACKETS.search(text)
    return (Signature((Byline("记者", (found.group(1),)),), bare=True), found.start()) if found else None
