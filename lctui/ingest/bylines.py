"""署名 and 电头: a small grammar of writers and places, and the door to its parts.

A byline names roles, each followed by its names: □记者 高田 通讯员 田柏林 报道. It stands on a line of its
own (two where it is long; here), in the first line of the body (`datelines`), or at the end of the
article (`signatures`).
"""

from __future__ import annotations

import re

from lctui.ingest.chars import HAN
from lctui.ingest.datelines import Dateline, read_dateline, read_people
from lctui.ingest.labels import names_place
from lctui.ingest.names import is_likely_name, is_transcribed
from lctui.ingest.signatures import join_broken_name, may_be_signed, names_alone, read_end_signature
from lctui.ingest.writers import WRITTEN, Signature, looks_named, merge, read_writers, split_names
from lctui.model import Byline

__all__ = [
    "Dateline",
    "Signature",
    "join_broken_name",
    "may_be_signed",
    "merge",
    "read_byline",
    "read_dateline",
    "read_end_signature",
    "read_people",
    "split_names",
]

_MARKS = "□■○●◆◇▲△★☆※•·▌▍◎⊙◉▢❑❏◻◼☐"
_UNSIGNED = re.compile(r"(?:本[报報刊台]|新[华華]社)?(?:特[约約])?[评評][论論][员員](?:文章)?")
_NOTE = re.compile("(?:广告|资讯|公告|专版|专刊|关注|提示|服务|链接)[·•]?")
"""What stands between dots without being a writer: ·广告·."""
_HOUSE = re.compile(r"本[报報刊](?:[驻駐]..|特[约約])?(?:记者|記者|评论员|評論員|通讯员|通訊員)[ \u3000]")
"""Whom a paper calls its own is a writer, however rare the name."""
_TRADE = re.compile(r"(?<=[^（(]{2})[（(][^（()）0-9]{2,8}[）)]$")
"""What the writer does: □杜若飞（媒体人）."""
_PEN_NAME = re.compile(f"[{HAN}]{{2}}")
_LONGEST = 90


def read_byline(text: str) -> Signature | None:
    """The byline that `text`, a whole line, is; None where it is something else."""
    if len(text) > _LONGEST:
        return None
    stripped = text.strip().lstrip(_MARKS + " \u3000")
    marked = len(stripped) < len(text.strip())
    if not stripped or stripped[-1] in "。！？；，" or "。" in stripped:
        return None
    if len(stripped) > 2 and stripped[0] in "（(【〔［" and stripped[-1] in "）)】〕］":
        stripped = stripped[1:-1].strip()
        names = names_alone(stripped)
        if names is not None:
            return Signature((Byline("记者", names),), bare=True)
        signature = read_writers(stripped, True)
        return None if signature is None or signature.bare else signature
    stripped = WRITTEN.sub("", stripped.rstrip(_MARKS))
    if marked:
        stripped = _TRADE.sub("", stripped)
    if _UNSIGNED.fullmatch(stripped):
        return Signature((), commentator=True)
    if text.strip()[0] in "·•" and _NOTE.fullmatch(stripped):
        return None
    signature = read_writers(stripped, marked)
    pen = re.sub(r"\s", "", stripped)
    if signature is None and marked and _PEN_NAME.fullmatch(pen) and not names_place(pen):
        return Signature((Byline("记者", (pen,)),), bare=True)
    if signature is not None and not marked:
        names = signature.names
        if "，" in stripped and not all(map(is_likely_name, names)):
            return None
        strange = names and not any(looks_named(name) or is_transcribed(name) for name in names)
        credit = signature.photo and stripped[-1] in "摄攝"  # 起云聪 摄
        if strange and not credit and not (_HOUSE.match(stripped) and len(names) < 3):
            return None
    return signature
