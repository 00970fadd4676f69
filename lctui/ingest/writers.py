"""Who wrote it: roles and the names that follow them, wherever they are printed.

The grammar that bylines, datelines and signatures share. A role is followed by its names (记者 高田 通讯员
田柏林), or names by what they did (李建平 摄). Roles are told without the paper's name and by one name
each, whether printed in simplified or traditional characters; names stay as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lctui.ingest.chars import HAN
from lctui.ingest.names import (
    COMPOUND,
    OFFICES,
    has_common_surname,
    is_likely_name,
    is_name,
    is_of_sounds,
    is_place,
    is_transcribed,
    split_glued,
)
from lctui.model import Byline

_B = "[ \u3000]*"


def _loose(word: str) -> str:
    """A word that may be letter-spaced: 记 者."""
    return _B.join(word)


_ROLE_WORDS = (
    "学生记者", "校园记者", "小记者", "指导老师", "指导教师", "辅导老师",
    "特约评论员", "特约记者", "见习记者", "实习记者", "首席记者", "全媒体记者", "融媒体记者",
    "摄影记者", "文字记者", "特约通讯员", "特约撰稿人", "驻地记者", "客户端记者",
    "首席评论员", "特約評論員", "評論員", "通訊員", "實習生", "特約記者", "實習記者",
    "記者", "攝影", "讀者", "编译", "編譯", "评论员", "通讯员", "实习生", "撰稿人", "记者", "摄影",
    "读者", "撰稿", "撰文", "整理", "供图", "采写", "作者", "绘图", "制图", "漫画", "翻译",
    "文图", "图文", "文/图", "图/文",
)  # fmt: skip
_TAIL_WORDS = (
    "综合报道", "摄影报道", "联合报道", "現場報導", "綜合報導", "攝影報導", "报道", "報道", "報導",
    "文并摄", "文/图", "图/文", "文／图", "图／文", "文图", "图文", "摄影", "攝影", "供图", "供稿", "整理",
    "摄", "攝", "文", "图",
)  # fmt: skip
_HOUSE = rf"(?:本{_B}[报報刊台]{_B}|新{_B}[华華]{_B}社{_B}|中{_B}新{_B}社{_B})"
ROLE = re.compile(
    rf"{_HOUSE}?(?:特派|[驻駐][{HAN}]{{2,6}}?)?({'|'.join(_loose(word) for word in _ROLE_WORDS)}|"
    r"[文图摄攝圖](?=[ \u3000]*[/／：:]))"
)
_TAIL = re.compile(rf"[ \u3000/／、]*(?:{'|'.join(_loose(word) for word in _TAIL_WORDS)})[：:]?$")
_PHOTO_TAIL = re.compile(r"(?:摄|攝|摄影|攝影|图|供图|摄影报道|攝影報導)$")
_PHOTO_ROLES = frozenset(("摄", "摄影", "图", "供图"))
_PAPER = re.compile(rf"[{HAN}·]+(?:报|報|社|网|台|新闻|传媒|中心|媒体|客户端)")
SEPARATOR = re.compile("[ \u3000、,，;；/／]+")
# A mark for a character that cannot be shown may stand in a name; it is taken out when the name is told.
_NAME = re.compile(
    rf"^(?:[{HAN}\u2400-\u2426]{{2,4}}|[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}})+|[A-Za-z][A-Za-z.'-]*)$"
)
_SIMPLIFIED = str.maketrans(
    "記員訊實習論攝編譯圖讀約評導報採製繪畫隨聯", "记员讯实习论摄编译图读约评导报采制绘画随联"
)
_DID_INSIDE = re.compile(r"(?<![文图])[/／][文图摄](?=[ \u3000])")  # 王强/文 李红/图
WRITTEN = re.compile(
    r"^(?:文[/／]图|图[/／]文|图文|文图|文|撰文)[ \u3000]*[/／：:][ \u3000]*(?=本?[报報]?记者|通讯员)"
)
"""Before the role of who wrote: 文/本报记者 脱兴福."""
UP_TO_ROLE = re.compile(r"^.*(?:记者|通讯员|实习生|评论员|摄影|記者|通訊員)(?=.)")
"""What stands before the names of the last role."""
_SOURCE = re.compile(
    f"从[{HAN}]{{3}}|(?:了解|获悉|看到|见到|发现|注意到|采访|走进|来到|探访|随机|现场|日前|近日|昨[日天]|今[日天])"
)
"""Where a reporter has it from, or what one did, and no surname: 记者从市气象局获 / 悉, 记者了解到."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a byline says: the writers by role, and whether it names an unsigned commentator or
    nothing but names (□ 胡磊 薛良诚), which marks a commentary on many pages. `photo` tells that it names who
    took a picture, or where one is from; `place` is where the writers report from, where the byline says so
    (记者 张雪 济南报道)."""

    bylines: tuple[Byline, ...]
    bare: bool = False
    commentator: bool = False
    photo: bool = False
    place: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names, whatever their role."""
        return tuple(name for byline in self.bylines for name in byline.names)


_PLACE_TAIL = re.compile(
    rf"(?:[ \u3000/／]+(?P<place>[{HAN}]{{2,6}})(?:报道|報道|報導|专电|電)|"
    rf"[ \u3000/／]*[发發]自{_B}(?P<sent>[{HAN}]{{2,6}}?)(?:报道|報導)?)[：:]?$"
)
_NO_PLACES = frozenset(
    ("综合", "联合", "摄影", "图文", "文图", "现场", "整理", "深度", "独家", "綜合", "攝影", "現場", "連線")
)


def looks_named(name: str) -> bool:
    """Whether `name` has the shape of a name in any of the ways that names are written."""
    return is_name(name) or name.isascii() or is_transcribed(name)


def split_names(text: str) -> tuple[str, ...] | None:
    """The names of a list, or None where it is no list of names.

    Blanks inside a name are closed, those set between its characters (高 田 is one name, 张 荔 白 雪 two)
    and those that an old line end left in it (唐永 舒 钟希洁); names set close together are divided: of all
    ways to read the list the one is taken that closes fewest blanks and leaves most surnames at the
    beginning of names.
    """
    read = _best_list(text)
    return read[1] if read else None


def names_cost(text: str) -> float:
    """What speaks against reading `text` as a list of names, from 0."""
    read = _best_list(text)
    return read[0] if read else 99.0


def _best_list(text: str) -> tuple[float, tuple[str, ...]] | None:
    text = text.strip(" \u3000、,，;；/／")
    tokens = SEPARATOR.split(text)
    if len(tokens) > 40:
        return None
    if all(is_name(token) and _NAME.match(token) for token in tokens):
        return 0.0, tuple(tokens)  # nothing speaks against them as they stand
    blanks = [not found.strip() for found in SEPARATOR.findall(text)]
    best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())]
    for end in range(1, len(tokens) + 1):
        found: tuple[float, tuple[str, ...]] | None = None
        for start in range(max(0, end - 3), end):
            before = best[start]
            if before is None or not all(blanks[start : end - 1]):
                continue
            read = _read_names(tokens[start:end])
            if read is not None and (found is None or before[0] + read[0] < found[0]):
                found = before[0] + read[0], before[1] + read[1]
        best.append(found)
    return best[-1]


_TWO_NAMES = 6
"""Characters of a name written by its sound; longer ones without a dot are rather two: 扎西次仁卓玛央金."""


def _read_names(tokens: Sequence[str]) -> tuple[float, tuple[str, ...]] | None:
    """`tokens` as one name, or one token as names set close together, and what speaks against it."""
    name = "".join(tokens)
    whole = is_name(name) or (is_of_sounds(name) and (len(name) <= _TWO_NAMES or "·" in name))
    if len(tokens) == 1 and len(name) > 3 and not whole:
        glued = split_glued(name)
        if glued is not None:
            return 0.3, glued
    if len(name) < 2 or not (_NAME.match(name) or is_transcribed(name)):
        return None
    usual = looks_named(name)
    if len(tokens) == 1:
        return 0.0 if usual else 0.6, (name,)
    if name.isascii() or all(len(token) > 1 for token in tokens):
        return None  # two words are two names
    if not usual and len(name) > 2:
        return None
    return 1.0 if usual else 1.5, (name,)  # 旺 堆 is a name however rare the surname


def merge(bylines: Iterable[Byline]) -> tuple[Byline, ...]:
    """One entry a role, in the order printed."""
    found: dict[str, list[Byline]] = {}
    for byline in bylines:
        found.setdefault(byline.role, []).append(byline)
    return tuple(
        same[0] if len(same) == 1 else Byline(role, tuple(name for one in same for name in one.names))
        for role, same in found.items()
    )


def read_writers(text: str, marked: bool) -> Signature | None:
    """What `text`, without its mark and brackets, says of writers; None where it is something else.
    `marked` tells that a mark or brackets stood around it, so that names alone are writers."""
    tail = ""
    text = _DID_INSIDE.sub("", text)
    found = ROLE.search(text)
    if found is None:
        return _bare(text, marked)
    prefix = text[: found.start()].strip()
    # Only a paper's name may stand before the first role (大众新闻·海报新闻记者 …), or names whose role
    # follows them (张三 摄影).
    if prefix and not (len(prefix) <= 14 and _PAPER.fullmatch(prefix)) and not _of_paper(text, found):
        return _bare_first(prefix, text[found.start() :], marked) or _bare(text, marked)
    text, place = _place_apart(text, found.end())
    end_tail = _TAIL.search(text, found.end())
    if end_tail and end_tail.start() > found.end() and not _ends_a_name(text, end_tail):
        tail = end_tail.group().strip(" \u3000/／、：:")
        text = text[: end_tail.start()]
    roles = list(ROLE.finditer(text))
    bylines: list[Byline] = []
    commentator = photo = False
    pending: list[str] = []
    for index, match in enumerate(roles):
        end = roles[index + 1].start() if index + 1 < len(roles) else len(text)
        role = "".join(match.group(1).split()).translate(_SIMPLIFIED)
        between = text[match.end() : end].strip(" \u3000：:、，,/／")
        if role.endswith("评论员"):
            commentator = True
        if not between:
            pending.append(role)
            continue
        if _SOURCE.match(between):
            return None
        names = split_names(between) or split_names(re.sub("[及和]$", "", between))
        if names is None:
            return None
        photo = role in _PHOTO_ROLES
        bylines.append(Byline(role, names))
        pending = []
    if not bylines and not commentator:
        return None
    photo = bool(_PHOTO_TAIL.search(tail)) or (photo and len(bylines) == 1)
    return Signature(merge(bylines), commentator=commentator, photo=photo, place=place)


def _bare_first(first: str, rest: str, marked: bool) -> Signature | None:
    """Names without a role, and behind them others with theirs: ■白音那 通讯员 呼和."""
    names = split_names(first) if marked else None
    others = read_writers(rest, marked) if names is not None else None
    if names is None or others is None or not others.bylines:
        return None
    if others.bylines[0].role in _PHOTO_ROLES and not all(map(is_likely_name, others.bylines[0].names)):
        return None  # 曹璐 摄影报道
    return Signature(merge((Byline("记者", names), *others.bylines)), photo=others.photo)


def _of_paper(text: str, role: re.Match[str]) -> bool:
    """Whether what stands before the first role is a paper's short name: 快线记者 卓然, and all behind it are
    names beyond doubt."""
    if not re.fullmatch(f"[{HAN}]{{2,3}}", text[: role.start()]) or not SEPARATOR.match(text, role.end()):
        return False
    rest = _TAIL.sub("", text[role.end() :])
    return all(ROLE.fullmatch(word) or is_likely_name(word) for word in SEPARATOR.split(rest.strip()))


def _place_apart(text: str, start: int) -> tuple[str, str | None]:
    """A byline without the place that its writers report from, and that place: 记者 张雪 济南报道,
    記者 王小明／台北報導, 记者 高田 发自北京. Before the place must stand a name, and what could be a name
    itself (记者 高田 李明报道) is none."""
    found = _PLACE_TAIL.search(text, start)
    if found is None or not text[start : found.start()].strip():
        return text, None
    place = found.group("place") or found.group("sent")
    slash = found.group()[0] in "/／"  # 記者陳慧貞／金門報導: what a slash divides is no further name
    named = found.group("place") and is_name(place) and not is_place(place) and not slash
    if place in _NO_PLACES or named:
        return text, None
    return text[: found.start()], place


def _ends_a_name(text: str, tail: re.Match[str]) -> bool:
    """Whether what looks like 文 or 图 at the end of a byline is the last character of a name: it is set
    close to one or two characters (龚柔文), or apart from a single one as names of two are (陈 文)."""
    if tail.group().strip(" \u3000：:") not in ("文", "图"):
        return False
    name = SEPARATOR.split(UP_TO_ROLE.sub("", text[: tail.start()]).strip())[-1]
    return len(name) == 1 or (tail.group()[0] in "文图" and (len(name) < 3 or name[:2] in COMPOUND))


_BARE_TAIL = re.compile(
    r"[ \u3000/／]+(摄影报道|攝影報導|摄影|攝影|文并摄|文[/／]图|图[/／]文|摄|攝|文|图|整理|撰文|采写|供稿|"
    r"报道|報道|報導|编译|編譯|供图|著|作)$"
)
_AUTHORS = frozenset("著作")
_CLOSE_TAIL = re.compile(rf"([{HAN}]{{2,4}})[摄攝]")
_OF_OFFICE = re.compile(
    rf"[{HAN}]{{2,18}}{OFFICES}[ \u3000]+(?P<names>[{HAN}]{{2,3}}(?:[ \u3000]+[{HAN}]{{2,3}}){{0,2}})"
)
"""安阳市铁西路小学 苗春霞, behind a mark."""


def _bare(text: str, marked: bool) -> Signature | None:
    """Names without a role: □ 胡磊 薛良诚; 张三 摄."""
    role = "记者"
    photo = False
    tail = _BARE_TAIL.search(text)
    body = text
    if tail:
        body = text[: tail.start()]
        did = tail.group(1).translate(_SIMPLIFIED)
        both = did in ("文/图", "图/文", "文／图", "图／文", "文并摄")
        photo = both or did in ("摄影", "摄", "图", "供图", "摄影报道")
        if not both and did not in ("报道", "摄影报道", "文", "撰文", "采写", "供稿"):
            role = "作者" if did in _AUTHORS else did
    elif (close := _CLOSE_TAIL.fullmatch(text)) and (
        is_likely_name(close.group(1)) or (len(close.group(1)) < 4 and has_common_surname(close.group(1)))
    ):
        return Signature((Byline("摄", (close.group(1),)),), photo=True)
    elif not marked:
        return None
    if photo and re.fullmatch(f"(?![者员生])[{HAN}]{{2,3}}", body):
        return Signature((Byline(role, (body,)),), photo=True)  # 起云聪 摄, however rare the surname
    office = _OF_OFFICE.fullmatch(body) if marked else None
    if office is not None:
        at_work = tuple(SEPARATOR.split(office.group("names")))
        if all(map(is_likely_name, at_work)):
            return Signature((Byline(role, at_work),), photo=photo)
    names = split_names(body) if len(body) < 5 or SEPARATOR.search(body) or is_transcribed(body) else None
    if names is None:
        names = split_glued(body)
    if names is None or len(names) > 6:
        return None
    likely = sum(looks_named(name) for name in names)
    # A mark before a list of short words with a name among them is a byline, however rare the other surnames.
    if likely < len(names) and not (marked and likely and all(len(name) <= 3 for name in names)):
        return None
    return Signature((Byline(role, names),), bare=not tail, photo=photo)
