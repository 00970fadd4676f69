"""Who made the page: lines of editors, designers and proof-readers.

责任编辑：王小明　美编：李红　校对：赵刚; 值班总编：王海涛责编：李楠美编：周洋; 编辑/陆军. A label is followed
by names, with a colon, a slash or a blank between them.
"""

from __future__ import annotations

import re
from itertools import takewhile

from lctui.ingest.chars import HAN
from lctui.ingest.names import is_likely_name, is_name

_B = "[ \u3000]*"
_EDITOR = (
    rf"(?:本版|本期)?(?:责{_B}任{_B}编{_B}辑|责{_B}编|責任編輯|責編)",
    rf"(?:(?:本版|本期|值班|见习|文字|执行)?(?:编{_B}辑|編{_B}輯))(?![部同室委])",
    r"(?:执行|本期|值班)?主[编編]",
)
"""The labels of the editor, the surest first."""
_OTHERS = (
    r"值班(?:副?总编辑?|编委|主任|领导|老总)|总值班|(?:美术|图片|视觉|版面|摄影|美術|图文)[编編][辑輯]|美[编編]|图编|电编|副?总编辑?|"
    rf"(?:责任)?校{_B}[对對]|责校|检校|审校|(?:版式|版面|视觉|美术)设计|版{_B}式|视{_B}觉|设{_B}计|组{_B}版|排{_B}版|制{_B}版|照排|"
    r"[一二三初复终]审|审读|审核|签发|签审|监制"
)
_LABEL = re.compile(
    rf"(?P<other>{_OTHERS})|" + "|".join(f"(?P<e{rank}>{label})" for rank, label in enumerate(_EDITOR))
)
_CONTACT = re.compile(
    r"电[ ]*话|(?:新闻|读者|服务|本报|广告|发行|投诉)*热线|邮箱|网址|电子|投稿|地址|邮编|传真|"
    r"[A-Za-z0-9@：:（(]|第|星期|周[一二三四五六日]"
)
_NAME = rf"[{HAN}]{{2,4}}|[{HAN}] [{HAN}](?![{HAN}])"
_SHORT_NAME = rf"(?!的)[{HAN}]{{2,3}}|[{HAN}] [{HAN}]"
_NAMES = re.compile(rf"[ \u3000：:/／|｜]*((?:{_NAME})(?:[ \u3000、]+(?:{_NAME}))*)")
_OPENS = re.compile(r"[ \u3000]*[□■○●▲◆]?[ \u3000]*")
_LONGEST = 100


def is_staff(text: str) -> bool:
    """Whether a line tells who made the page: it begins with a label, and names follow."""
    if len(text) > _LONGEST or "。" in text:
        return False
    opening = _OPENS.match(text)
    label = _LABEL.match(text, opening.end() if opening else 0)
    if label is None:
        return False
    rest = text[label.end() :]
    stripped = rest.lstrip(" \u3000")
    if stripped[:1] in ("：", ":", "/", "／", "|"):
        return True
    if stripped == rest:
        # Labels and names run together are staff where there are two labels and a name after each:
        # 编辑鲁静美编小鹿校对王平.
        parts = _LABEL.sub("\n", text[label.end() :]).split("\n")
        return len(parts) > 1 and all(re.fullmatch(_SHORT_NAME, part.strip(" \u3000、")) for part in parts)
    names = _NAMES.match(rest)
    return names is not None and is_name(re.split("[ \u3000、](?=..)", names.group(1))[0].replace(" ", ""))


def read_editor(text: str) -> tuple[int, str] | None:
    """The editors that a line names, and how surely they are who is asked for: 0 for 责任编辑."""
    if "编" not in text and "編" not in text:
        return None  # as in all labels of an editor
    labels = list(_LABEL.finditer(text))
    best: tuple[int, str] | None = None
    for index, label in enumerate(labels):
        rank = next((rank for rank in range(len(_EDITOR)) if label.group(f"e{rank}")), None)
        if rank is None or (best is not None and best[0] <= rank):
            continue
        end = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        part = text[label.end() : end].lstrip(" \u3000：:/／|｜")
        stop = _CONTACT.search(part)
        found = _NAMES.match(part[: stop.start()] if stop else part)
        if found:
            first, *more = re.findall(_NAME, found.group(1))
            if first[-1] in "社部报":
                continue
            # What stands behind a name may be another, or the next thing that the line tells.
            names = [first, *takewhile(lambda name: is_likely_name(re.sub(r"\s", "", name)), more)]
            best = rank, " ".join(re.sub(r"\s", "", name) for name in names)
    return best
