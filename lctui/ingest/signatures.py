"""Signatures: who wrote an article or took its picture, named after its last sentence.

■ 本报记者 许金松; （李明）; （科研院 许媛媛）; 本报记者 李建平 摄; 摄影：李建平; （资料图片）. What names who
took a picture marks the caption of one, and so does what tells only where the picture is from.
"""

from __future__ import annotations

import re

from lctui.ingest.chars import HAN
from lctui.ingest.labels import names_place
from lctui.ingest.names import OFFICES, is_likely_name, is_name, is_place, is_transcribed
from lctui.ingest.writers import (
    ROLE,
    UP_TO_ROLE,
    Signature,
    looks_named,
    names_cost,
    read_writers,
    split_names,
)
from lctui.model import Byline

_TAIL = 60
"""Characters at the end of a text in which a signature is sought."""

_PEN_NAME = re.compile(f"[{HAN}]{{2,4}}")
_CLOSES = frozenset("摄攝影圖图供道導发）)〕】")
_MARK = re.compile(r"[ \u3000]*[■□◆●▲◎⊙][ \u3000]*(?P<marked>[^■□◆●▲◎⊙。！？]{2,40})$")
_PLAIN = re.compile(
    r"(?<=[。！？”）])[ \u3000]*(?P<people>(?:(?:本报|本刊|本台|新华社)"
    rf"(?:[{HAN}]{{2}})?(?:记者|通讯员|实习生)|(?:记者|通讯员)[ \u3000])[ \u3000]*[^。！？，]{{2,30}})$"
)
"""Writers behind the last sentence without a mark: their role, and the paper's name or a blank, tell them."""
_BRACKET = re.compile(r"[ \u3000]*[（(〔【](?P<inner>[^（()）〔〕【】。]{1,40})[）)〕】]$")
_BY_AGENCY = re.compile(r"(?<=摄)[ \u3000]*[（(](?:[^（()）。]{2,6}(?:视觉|视界|中国|图片|社发|发))[）)]$")
"""The agency that a picture came from, after its photographer: 汤德宏摄（人民视觉）."""
_SENT = re.compile(r"[ \u3000]*(?:新华社|新華社|中新社|本报|据?[\u4e00-\u9fff]{2,4}社)?发$")
_SENT_FIRST = re.compile(r"^(?:新华社|新華社|中新社|本报)发[ \u3000]+")
_AFTER = re.compile("[。！？!?”’」』…）\"']")
"""What stands before a signature that no mark divides from the text."""

_FROM = re.compile(
    r"(?:图片|照片)?(?:均[为系])?(?:本报|本版)?(?:资料|資料|网络|档案)(?:图片|照片|圖片|照|片|图|圖)?$|"
    r"(?:图片|照片|图|供图)(?:来源|源自|来自|均由|由)[^，。]{2,24}$|[^，。]{2,20}(?:供图|供圖)$|"
    r"视频截图$|(?:新华社|中新社|新華社)发$"
)
_PICTURE_FIRST = re.compile(
    r"(?:(?:^|[ \u3000。！？”）])(?P<role>摄影|攝影|摄|图片|图|漫画|供图)[ \u3000]*[/／：:]|"
    r"(?:^|[。！？”）])[ \u3000]*(?P<plain>摄影)[ \u3000])"
    rf"[ \u3000]*(?P<names>[{HAN}·][{HAN}· \u3000、]{{1,20}})$"
)
_DRAWN = re.compile(
    r"[（(](?:漫画|速写|剪纸|国画|木刻|版画|油画|书法|篆刻|摄影|水彩|连环画|年画|素描|雕塑)[）)]"
    rf"[ \u3000]*(?P<names>[{HAN}][{HAN} \u3000]{{1,8}})$"
)
_CREDIT_TAIL = re.compile(r"[ \u3000/／]*(?P<did>摄影报道|攝影報導|摄影|攝影|摄|攝|供图|供圖|报道)$")
_NAMES_BEFORE = re.compile(
    r"(?:^|(?<=[。！？!?”’」』）…])|(?<=[ \u3000]{2}))[ \u3000]*"
    rf"(?P<names>[{HAN}·][{HAN}· \u3000、]{{1,16}})$"
)
_OF_PAPER = re.compile(rf"^(?!本[报刊]|新华)[{HAN}]{{2,3}}(?=(?:记者|通讯员)[ \u3000])")
"""A paper's short name before the role: 快线记者 阮宁 摄."""
_OFFICE = re.compile(rf"^[{HAN}]{{1,13}}{OFFICES}[ \u3000]+(?=[{HAN}])")
_OFFICE_CLOSE = re.compile(rf"^[{HAN}]{{2,13}}{OFFICES}(?P<name>[{HAN}]{{2,3}})$")
_OF_HOUSE = re.compile(rf"本[报報刊](?:记者|通讯员|评论员)[ \u3000]+[{HAN}]{{2,3}}(?![{HAN}])")
"""Whom a paper calls its own is a writer, however rare the name."""
_DID = str.maketrans("攝圖報導", "摄图报导")


_SIGN = re.compile("[■□◆●▲◎⊙摄攝画图]")


def may_be_signed(text: str) -> bool:
    """Whether it is worth asking `read_end_signature`: a quick look at the end of `text`."""
    return (
        text[-1:] in _CLOSES
        or _SIGN.search(text, max(0, len(text) - 40)) is not None
        or "者" in text[-24:]
        or "通讯员" in text[-24:]
    )


def read_end_signature(text: str) -> tuple[Signature, int] | None:
    """The byline at the end of an article, and where it begins: …提供了有力支撑。 ■ 本报记者 许金松.

    A signature that tells where a picture is from and names nobody (（资料图片）) has no names; its `photo`
    is true as it is of all that name who took a picture."""
    tail = text[-_TAIL:]
    offset = len(text) - len(tail)
    found = _read_tail(tail)
    return (found[0], offset + found[1]) if found else None


def _read_tail(tail: str) -> tuple[Signature, int] | None:
    last = tail[-1:]
    if last in "）)〕】":
        agency = _BY_AGENCY.search(tail)
        if agency:
            credit = _credit(tail[: agency.start()])
            if credit is not None:
                return credit
        found = _BRACKET.search(tail)
        return _in_brackets(tail, found) if found else None
    marked = _MARK.search(tail)
    if marked:
        signature = read_writers(marked.group("marked").strip(), True)
        if signature is not None:
            return signature, marked.start()
        if _PEN_NAME.fullmatch(marked.group("marked")) and not names_place(marked.group("marked")):
            return Signature((Byline("记者", (marked.group("marked"),)),), bare=True), marked.start()
    plain = _PLAIN.search(tail)
    if plain:
        signature = read_writers(plain.group("people").strip(), True)
        if signature is not None and signature.names and all(map(looks_named, signature.names)):
            return signature, plain.start()
    if last in _CLOSES:
        return _credit(tail)
    if "摄" in tail[-14:] or "攝" in tail[-14:] or "图" in tail[-14:] or "画" in tail[-14:]:
        return _picture_first(tail)
    return None


def _in_brackets(tail: str, found: re.Match[str]) -> tuple[Signature, int] | None:
    """A signature in brackets: with a role, of a picture, or, after a sentence, of names alone."""
    inner = _SENT_FIRST.sub("", found.group("inner").strip())
    if not inner:
        return None
    start = found.start()
    sent = _SENT.search(tail[:start])
    before = tail[: sent.start()] if sent else tail[:start]
    if sent:
        start = sent.start()
    if ROLE.search(inner) or inner[-1] in "摄攝道導":
        signature = read_writers(inner, False)
        if signature is None and inner[-1] in "摄攝":
            read = _named_credit(inner)
            signature = read[0] if read else None
        if signature is not None:
            named = any(map(looks_named, signature.names)) or _OF_HOUSE.match(inner) is not None
            if not named and not signature.commentator:
                return None
            return signature, start
    picture = _picture_first(inner)
    if picture is not None and picture[1] == 0:
        return picture[0], start
    if _FROM.match(inner):
        return _source(inner), start
    if before and not _AFTER.match(before[-1]):
        return None
    names = names_alone(inner)
    return (Signature((Byline("记者", names),), bare=True), start) if names else None


def _source(text: str) -> Signature:
    """Where a picture is from: its photographer where that is a person (李建平供图), else nobody."""
    giver = re.sub(r"(?:供图|供圖)$", "", text)
    if giver != text and is_likely_name(giver.strip()):
        return Signature((Byline("供图", (giver.strip(),)),), photo=True)
    return Signature((), photo=True)


def names_alone(text: str) -> tuple[str, ...] | None:
    """The names of which `text` consists, where all of them are rather names than words: 李明; 周平 王建华;
    科研院 许媛媛, where the writer's office stands before the name."""
    text = text.strip()
    if ROLE.search(text):
        return None
    office = _OFFICE.match(text)
    bare = text[office.end() :] if office else text
    close = None if office else _OFFICE_CLOSE.match(text)
    if close is not None and is_likely_name(close.group("name")):
        return (close.group("name"),)
    names = split_names(bare)
    if names is None or len(names) > 4:
        return None
    odd = [place for place, name in enumerate(names) if not is_name(name)]
    if len(odd) > 1 or any(not place or len(names[place]) != 3 or is_place(names[place]) for place in odd):
        return None  # 刘加成 类延军, but no place before a name
    likely = [
        is_likely_name(name) or (len(name) == 3 and is_likely_name(name[0] + name[2])) for name in names
    ]
    return (
        names
        if all(likely) or (office and any(likely)) or (len(names) > 1 and sum(likely) >= len(names) - 1)
        else None
    )


def _credit(tail: str) -> tuple[Signature, int] | None:
    """Who took the picture, named after the last sentence: 本报记者 李建平 摄, 李哲/摄, 县委宣传部供图."""
    place = max((tail.rfind(mark) for mark in "。！？”；"), default=-1) + 1
    segment = tail[place:]
    if tail[-1] == "发":
        sent = _SENT.fullmatch(segment)
        return (Signature((), photo=True), place) if sent and place else None
    bare = _OF_PAPER.sub("", segment.strip(" \u3000"))
    signature = _with_role(bare)
    if signature is not None and (place or len(tail) < _TAIL):
        return signature, place
    for role in ROLE.finditer(segment):
        if (
            role.start()
            and segment[role.start() - 1] in " \u3000，,）"
            and (signature := _with_role(segment[role.start() :]))
        ):
            return signature, place + role.start()
    read = _named_credit(tail)
    if read is not None:
        return read
    if place and _FROM.fullmatch(bare):
        return _source(bare), place
    return None


def _with_role(text: str) -> Signature | None:
    """A credit that begins with a role: 本报记者 李建平 摄."""
    role = ROLE.match(text)
    if role is None:
        return None
    signature = read_writers(text, False)
    if signature is None or not signature.photo:
        return None
    named = any(looks_named(name) for name in signature.names) or _OF_HOUSE.match(text) is not None
    return signature if named else None


def _named_credit(tail: str) -> tuple[Signature, int] | None:
    """A credit of names and what they did: 李建平 摄, 李哲/摄, 赵亮 摄影报道."""
    credit = _CREDIT_TAIL.search(tail)
    if credit is None:
        return None
    did = credit.group("did").translate(_DID)
    before = _NAMES_BEFORE.search(tail[: credit.start()])
    if before is None or did == "报道":
        return None
    names = split_names(before.group("names"))
    if names is None or len(names) > 3:
        return None
    apart = did in ("摄", "摄影") and before.group().startswith((" ", "\u3000")) and len(names) == 1
    if not apart and not all(is_name(name) or is_transcribed(name) for name in names):
        return None
    role = "记者" if did in ("摄影报道", "摄影报导") else did
    return Signature((Byline(role, names),), photo=True), before.start()


def _picture_first(tail: str) -> tuple[Signature, int] | None:
    """A credit that names the picture first: 摄影：李建平, 图/李建平, 会议餐（漫画） 方 成."""
    found = _PICTURE_FIRST.search(tail)
    if found is None:
        found = _DRAWN.search(tail)
        role = "记者"
    else:
        role = (found.group("role") or found.group("plain")).translate(_DID)
    if found is None:
        return None
    names = split_names(found.group("names"))
    if names is None or len(names) > 3 or not all(map(looks_named, names)):
        return None
    start = found.start("names") if role == "记者" else found.start()
    if tail[start : start + 1] and tail[start] in "。！？”）":
        start += 1
    return Signature((Byline(role, names),), photo=True), start


_ROLES = ("本报记者", "本刊记者", "通讯员", "实习生", "评论员", "摄影")
_BROKEN_ROLES = tuple((role[:cut], role[cut:]) for role in _ROLES for cut in range(1, len(role)))


def join_broken_name(left: str, right: str) -> str:
    """The blank, or none, between two pieces of a list of names broken at a line end: 白|维斌 is one
    name, 林晨|刘志耀 two, and 江福|新汤豪强 two as well, whichever reads best as a list;
    通讯|员 is one role."""
    first = re.search(rf"([{HAN}]+)$", left)
    second = re.match(rf"([{HAN}][ \u3000]+[{HAN}](?![{HAN}])|[{HAN}]+)", right)
    if not first or not second:
        return ""
    if any(left.endswith(begun) and right.startswith(rest) for begun, rest in _BROKEN_ROLES):
        return ""  # ■ 通讯|员 申溪林
    head, rest = first.group(1), second.group(1)
    if rest[1:2] in (" ", "\u3000"):
        spaced = re.sub(r"\s", "", rest)
        rest = spaced if is_name(spaced) else rest[0]  # 王 雪 is one name, 亮 王 none
    head = UP_TO_ROLE.sub("", head) or head
    if re.search(r"(?:记者|通讯员|实习生|评论员|摄影)$", head) or re.match(
        r"(?:记者|通讯员|实习生|报道|摄)", rest
    ):
        return " "
    return "" if names_cost(head + rest) < names_cost(f"{head} {rest}") else " "
