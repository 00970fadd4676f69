"""署名 and 电头: a small grammar of writers and places.

A byline names roles, each followed by its names: □记者 高田 通讯员 田柏林 报道. It stands on a line of its
own (two where it is long), in the first line of the body (本报讯（记者 林晨 刘志耀）), or at the
end of the article (■ 本报记者 许金松). Roles are kept as printed, without the paper's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lctui.ingest.chars import HAN
from lctui.ingest.names import COMPOUND, is_name, is_place, split_glued
from lctui.model import Byline

_MARKS = "□■○●◆◇▲△★☆※•·▌▍◎▢❑❏◻◼☐"
_B = "[ \u3000]*"


def _loose(word: str) -> str:
    """A word that may be letter-spaced: 记 者."""
    return _B.join(word)


_ROLE_WORDS = (
    "特约评论员", "特约记者", "见习记者", "实习记者", "首席记者", "全媒体记者", "融媒体记者", "特派记者",
    "摄影记者", "文字记者", "特约通讯员", "特约撰稿人", "驻地记者", "客户端记者", "首席评论员",
    "評論員", "通訊員", "實習生", "特約記者", "記者", "攝影", "讀者", "读者",
    "评论员", "通讯员", "实习生", "撰稿人", "记者", "摄影", "撰稿", "撰文", "整理", "供图", "采写", "作者",
    "绘图", "制图", "漫画", "翻译", "编译", "文图", "图文", "文/图", "图/文", "文", "图", "摄",
)  # fmt: skip
_STRICT_ROLES = tuple(word for word in _ROLE_WORDS if len(word) > 1)
_TAIL_WORDS = (
    "综合报道",
    "摄影报道",
    "联合报道",
    "文并摄",
    "文/图",
    "图/文",
    "文图",
    "图文",
    "摄影",
    "报道",
    "供稿",
    "整理",
    "摄",
    "文",
    "图",
)
_ROLE = re.compile(
    rf"(?:本{_B}报{_B}|本{_B}刊{_B}|本{_B}台{_B}|新{_B}华{_B}社{_B})?(?:驻[{HAN}]{{2,6}}?)?"
    rf"({'|'.join(_loose(word) for word in _STRICT_ROLES)})"
)
_TAIL = re.compile(rf"[ \u3000/／、]*(?:{'|'.join(_loose(word) for word in _TAIL_WORDS)})[：:]?$")
_PHOTO_TAIL = re.compile(r"(?:摄|摄影|图|供图)$")
_PAPER = re.compile(rf"[{HAN}·]+(?:报|社|网|台|新闻|传媒|中心|媒体)")
_SEPARATOR = re.compile("[ \u3000、,，;；/／]+")
_NAME = re.compile(rf"^(?:[{HAN}]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}})+|[A-Za-z][A-Za-z.'-]*)$")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a byline says: the writers by role, and whether it names an unsigned commentator or
    nothing but names (□ 胡磊 薛良诚), which marks a commentary on many pages. `place` is where the writers
    report from, where the byline says so (记者 张雪 济南报道)."""

    bylines: tuple[Byline, ...]
    bare: bool = False
    commentator: bool = False
    photo: bool = False
    place: str | None = None


_PLACE_TAIL = re.compile(
    rf"(?:[ \u3000/／]+(?P<place>[{HAN}]{{2,6}})(?:报道|報道|報導|专电|電)|"
    rf"[ \u3000/／]*[发發]自{_B}(?P<sent>[{HAN}]{{2,6}}?)(?:报道|報導)?)[：:]?$"
)
_NO_PLACES = frozenset(
    ("综合", "联合", "摄影", "图文", "文图", "现场", "整理", "深度", "独家", "綜合", "攝影")
)


def split_names(text: str) -> tuple[str, ...] | None:
    """The names of a list, or None where it is no list of names.

    Blanks inside a name are closed, those set between its characters (高 田 is one name, 张 荔 白 雪 two)
    and those that an old line end left in it (唐永 舒 钟希洁): of all ways to read the list the one is
    taken that closes fewest blanks and leaves most surnames at the beginning of names.
    """
    tokens = _SEPARATOR.split(text.strip(" \u3000、,，;；/／"))
    if not tokens or len(tokens) > 40:
        return None
    blanks = [not found.strip() for found in _SEPARATOR.findall(text.strip(" \u3000、,，;；/／"))]
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(tokens) + 1):
        found: tuple[float, tuple[str, ...]] | None = None
        for start in range(max(0, end - 3), end):
            before = best[start]
            if before is None or not all(blanks[start : end - 1]):
                continue
            cost = _name_cost(tokens[start:end])
            if cost is not None and (found is None or before[0] + cost < found[0]):
                found = before[0] + cost, (*before[1], "".join(tokens[start:end]))
        best.append(found)
    last = best[-1]
    return last[1] if last is not None else None


def _name_cost(tokens: Sequence[str]) -> float | None:
    """What speaks against reading `tokens` as one name; None where they cannot be one."""
    name = "".join(tokens)
    if len(name) < 2 or not _NAME.match(name):
        return None
    usual = is_name(name) or "·" in name or name.isascii()
    if len(tokens) == 1:
        return 0.0 if usual else 0.6
    if name.isascii() or all(len(token) > 1 for token in tokens):
        return None  # two words are two names
    if not usual:
        return 1.5 if len(name) == 2 else None  # 旺 堆 is a name however rare the surname
    return 1.0


def read_byline(text: str) -> Signature | None:
    """The byline that `text`, a whole line, is; None where it is something else."""
    if len(text) > 90:
        return None
    stripped = text.strip().lstrip(_MARKS + " \u3000")
    marked = len(stripped) < len(text.strip())
    if not stripped or stripped[-1] in "。！？；":
        return None
    if len(stripped) > 2 and stripped[0] in "（(【" and stripped[-1] in "）)】":
        stripped = stripped[1:-1].strip()
        marked = True
    signature = _signature(stripped, marked)
    if signature is not None and not marked:
        names = [name for byline in signature.bylines for name in byline.names]
        if names and not any(is_name(name) or "·" in name for name in names):
            return None
    return signature


def _signature(text: str, marked: bool) -> Signature | None:
    tail = ""
    found = _ROLE.search(text)
    if found is None:
        return _bare(text, marked)
    prefix = text[: found.start()].strip()
    # Only a paper's name may stand before the first role (大众新闻·海报新闻记者 …), or names whose role
    # follows them (张三 摄影).
    if prefix and not (len(prefix) <= 14 and _PAPER.fullmatch(prefix)):
        return _bare(text, marked)
    text, place = _place_apart(text, found.end())
    end_tail = _TAIL.search(text, found.end())
    if end_tail and end_tail.start() > found.end() and not _ends_a_name(text, end_tail):
        tail = end_tail.group().strip(" \u3000/／、：:")
        text = text[: end_tail.start()]
    roles = list(_ROLE.finditer(text))
    bylines: list[Byline] = []
    commentator = False
    pending: list[str] = []
    for index, match in enumerate(roles):
        end = roles[index + 1].start() if index + 1 < len(roles) else len(text)
        role = re.sub(r"\s", "", match.group(1))
        between = text[match.end() : end].strip(" \u3000：:、，,/／及和")
        if role.endswith("评论员"):
            commentator = True
        if not between:
            pending.append(role)
            continue
        names = split_names(between) or _glued_or_none(between)
        if names is None:
            return None
        bylines.append(Byline(role, names))
        pending = []
    if not bylines and not commentator:
        return None
    photo = bool(_PHOTO_TAIL.search(tail))
    return Signature(merge(bylines), commentator=commentator, photo=photo, place=place)


def _place_apart(text: str, start: int) -> tuple[str, str | None]:
    """A byline without the place that its writers report from, and that place: 记者 张雪 济南报道,
    記者 王小明／台北報導, 记者 高田 发自北京. Before the place must stand a name, and what could be a name
    itself (记者 高田 李明报道) is none."""
    found = _PLACE_TAIL.search(text, start)
    if found is None or not text[start : found.start()].strip():
        return text, None
    place = found.group("place") or found.group("sent")
    if place in _NO_PLACES or (found.group("place") and is_name(place) and not is_place(place)):
        return text, None
    return text[: found.start()], place


def _ends_a_name(text: str, tail: re.Match[str]) -> bool:
    """Whether what looks like 文 or 图 at the end of a byline is the last character of a name: it is set
    close to one or two characters (龚柔文), or apart from a single one as names of two are (陈 文)."""
    if tail.group().strip(" \u3000：:") not in ("文", "图"):
        return False
    name = _SEPARATOR.split(_UP_TO_ROLE.sub("", text[: tail.start()]).strip())[-1]
    return len(name) == 1 or (tail.group()[0] in "文图" and (len(name) < 3 or name[:2] in COMPOUND))


def merge(bylines: Iterable[Byline]) -> tuple[Byline, ...]:
    """One entry a role, in the order printed."""
    names: dict[str, list[str]] = {}
    for byline in bylines:
        names.setdefault(byline.role, []).extend(byline.names)
    return tuple(Byline(role, tuple(found)) for role, found in names.items())


def _glued_or_none(text: str) -> tuple[str, ...] | None:
    tokens = [token for token in _SEPARATOR.split(text) if token]
    names: list[str] = []
    for token in tokens:
        if _NAME.match(token) and len(token) <= 3:
            names.append(token)
            continue
        glued = split_glued(token)
        if glued is None:
            return None
        names.extend(glued)
    return tuple(names) or None


def _bare(text: str, marked: bool) -> Signature | None:
    """Names without a role: □ 胡磊 薛良诚; 张三 摄."""
    role = "记者"
    photo = False
    tail = re.search(r"[ \u3000/／]+(摄影报道|摄影|文/图|图/文|摄|文|图|整理|报道|编译|供图)$", text)
    body = text
    if tail:
        body = text[: tail.start()]
        photo = tail.group(1) in ("摄影", "摄", "图", "供图", "摄影报道")
        if tail.group(1) not in ("报道", "摄影报道", "文"):
            role = tail.group(1)
    elif not marked:
        return None
    names = split_names(body) if len(body) < 5 or _SEPARATOR.search(body) else None
    if names is None or not all(is_name(name) or "·" in name for name in names):
        names = _glued_or_none(body)
    if names is None or len(names) > 6:
        return None
    likely = sum(is_name(name) or "·" in name for name in names)
    # A mark before a list of short words with a name among them is a byline, however rare the other surnames.
    if likely < len(names) and not (marked and likely and all(len(name) <= 3 for name in names)):
        return None
    return Signature((Byline(role, names),), bare=not tail, photo=photo)


# -- datelines ------------------------------------------------------------------------------

_NUMBER = "[0-9０-９一二三四五六七八九十〇]"
_DATE = rf"(?:{_NUMBER}{{1,4}}[ ]*年[ ]*)?{_NUMBER}{{1,3}}[ ]*月[ ]*{_NUMBER}{{1,3}}[ ]*[0-9]?[ ]*日"
_AGENCY = (
    "(?:据|據)?(?:本报|本報|本刊|本台|新华社|新華社|中新社|中央社|中新网|新华网|人民网|"
    f"[{HAN}]{{2,4}}社|[{HAN}]{{2,5}}日报)"
)
_DATELINE = re.compile(
    rf"^[【\[]?(?P<agency>{_AGENCY})(?P<place>(?:[ ]*[{HAN}])*?)[ ]*(?P<date>{_DATE})?[ ]*"
    r"(?P<word>专电|專電|电|電|讯|訊|消息)[】\]]?[ ]*(?P<paren>[（(][^（()）]{1,60}[）)])?"
)
_PLAIN_REPORTERS = re.compile(
    r"^[ ，,]*(?P<people>(?:本报|新华社|本刊|本台)?(?:特约|见习|实习|首席)?(?:记者|通讯员)"
    r"[^。，,：:（(]{2,40}?)(?:[ ]*(?:综合)?(?:报道|摄影报道)[：:，, ]|[：:])"
)
_NOT_PLACE = re.compile(r"[的了是在与及获从就将已被为有据记者]")
_DATELINE_HEADS = frozenset("本据新中人光经法工农解央参环據【[")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: 本报冠县讯, 新华社北京1月3日电（记者 …）; `end` is its length."""

    place: str | None
    signature: Signature | None
    end: int


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which `text` begins, or None."""
    if text[:1] not in _DATELINE_HEADS:
        return None
    found = _DATELINE.match(text[:140])
    if found is None:
        return None
    place: str | None = re.sub(r"\s", "", found.group("place"))
    if place and (len(place) > 9 or _NOT_PLACE.search(place)):
        return None
    signature = None
    end = found.end()
    paren = found.group("paren")
    if paren:
        signature = read_people(paren[1:-1])
        if signature is None:
            end = found.start("paren")
    else:
        plain = _PLAIN_REPORTERS.match(text[end : end + 80])
        if plain:
            signature = read_people(plain.group("people"))
            if signature:
                end += plain.end()
    return Dateline(place or None, signature, end)


def read_people(text: str) -> Signature | None:
    """The writers inside a dateline's brackets: 记者 林晨 刘志耀."""
    signature = _signature(text.strip(), True)
    if signature is not None and signature.bare:
        return Signature(signature.bylines)
    return signature


_UP_TO_ROLE = re.compile(r"^.*(?:记者|通讯员|实习生|评论员|摄影|記者|通訊員)(?=.)")


def join_broken_name(left: str, right: str) -> str:
    """The blank, or none, between two pieces of a list of names broken at a line end: 白|维斌 is one
    name, 林晨|刘志耀 two, because no name has five characters and few have four."""
    first = re.search(rf"([{HAN}]+)$", left)
    second = re.match(rf"([{HAN}]+)", right)
    if not first or not second:
        return ""
    head, rest = first.group(1), second.group(1)
    head = _UP_TO_ROLE.sub("", head) or head
    if re.search(r"(?:记者|通讯员|实习生|评论员|摄影)$", head) or re.match(
        r"(?:记者|通讯员|实习生|报道|摄)", rest
    ):
        return " "
    if len(head) == 1 or len(rest) == 1:
        return ""
    if len(head) == 2 and head in COMPOUND:
        return ""
    return " " if len(head) + len(rest) >= 4 else ""


_CREDIT = re.compile(
    rf"(?<=[。！？”）])[ \u3000]*(?P<name>[{HAN}]{{2,4}})[ \u3000/／]*(?P<role>摄影|摄|供图)$"
)
_END_SIGNATURE = re.compile(
    r"[ \u3000]*(?:[■□◆●▲◎][ \u3000]*(?P<marked>[^■□◆●▲◎。！？]{2,40})|"
    r"(?P<paren>[（(][^（()）。]{2,40}[）)]))$"
)


def read_end_signature(text: str) -> tuple[Signature, int] | None:
    """The byline at the end of an article, and where it begins: …提供了有力支撑。 ■ 本报记者 许金松."""
    tail = text[-60:]
    found = _END_SIGNATURE.search(tail)
    if found is None:
        credit = _CREDIT.search(tail) if tail[-1:] in "摄影图" else None
        if credit is None or not is_name(credit.group("name")):
            return None
        start = len(text) - len(tail) + credit.start()
        return Signature((Byline(credit.group("role"), (credit.group("name"),)),), photo=True), start
    start = len(text) - len(tail) + found.start()
    marked = found.group("marked")
    if marked:
        signature = _signature(marked.strip(), True)
    else:
        inner = found.group("paren")[1:-1]
        if not re.search(r"记者|通讯员|摄|评论员|供图|作者", inner):
            return None
        signature = _signature(inner.strip(), False)
    if signature is None:
        return None
    return signature, start
