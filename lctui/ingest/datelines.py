"""电头: the opening of a report, where from and by whom.

本报冠县讯, 新华社北京1月3日电（记者 …）, 【本报讯】, 本报讯 记者张亮 通讯员王茜 近日…, 记者孙成报道：. The
writers stand in brackets, or after the dateline, closed by 报道 or by nothing but a blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lctui.ingest.chars import HAN
from lctui.ingest.names import is_likely_name, is_transcribed, split_glued
from lctui.ingest.writers import ROLE, SEPARATOR, Signature, looks_named, read_writers, split_names
from lctui.model import Byline

_NUMBER = "[0-9０-９一二三四五六七八九十〇]"
_DATE = rf"(?:{_NUMBER}{{1,4}}[ ]*年[ ]*)?(?:{_NUMBER}{{1,3}}[ ]*月[ ]*)?{_NUMBER}{{1,3}}[ ]*[0-9]?[ ]*日"
_AGENCY = (
    "(?:据|據)?(?:本报|本報|本刊|本台|本网|新华社|新華社|中新社|中央社|中新网|新华网|人民网|晚报|早报|晨报|快报|商报|"
    f"[{HAN}]{{2,4}}社|[{HAN}]{{2,5}}日报)"
)
_DATELINE = re.compile(
    rf"^[【\[〔［]?(?P<agency>{_AGENCY})(?P<place>(?:[ ]*[{HAN}])*?)[ ]*(?P<date>{_DATE})?[ ]*"
    r"(?P<word>专电|專電|电|電|讯|訊|消息)[】\]〕］]?[ ]*(?P<paren>[（(〔][^（()）〔〕]{1,60}[）)〕])?"
)
_OWN = re.compile(rf"[{HAN}]{{2,5}}(?<![通刑审问音])讯[ ]*(?P<paren>[（(〔][^（()）〔〕]{{1,60}}[）)〕])")
"""A paper's short name: 快线讯（记者 傅晓）, 大江资讯讯（记者 谢静）."""
_REPORTERS = "(?:本报|本報|新华社|本刊|本台)?[ ]*(?:特约|见习|实习|首席)?(?:记者|記者|通讯员|通訊員|实习生)"
_PLAIN_REPORTERS = re.compile(
    rf"^[ \u3000，,]*(?P<people>{_REPORTERS}[^。，,：:（(]{{2,40}}?)"
    r"(?:[ ]*(?:综合)?(?:报道|報道|報導|摄影报道)(?:[：:，,]|[ \u3000](?!者))|[：:])"
)
_NAMES_REPORT = re.compile(
    rf"^[ \u3000，,]*(?P<names>[{HAN}][{HAN} \u3000、]{{1,20}}?)(?:综合|摄影)?(?:报道|報道|報導)[：:]"
)
_NOT_PLACE = re.compile(r"[的了是在与及就已被有据记者悉]|获得|(?<=.)[获从将]|(?<!无)为|^[获从将].{3}")
"""What no place is named; but 获嘉, 从化, 将乐 and 无为 are places."""
_NO_PLACES = frozenset(("日前", "近日", "昨日", "今日", "综合", "專", "专", "快", "综", "特", "短", "简"))
_DATELINE_HEADS = frozenset("本据新中人光经法工农解央参环晚早晨快商據【[〔［")
_REPORTER_HEADS = frozenset("本记記通新实□■●◆⊙○◎")
_REPORTER_OPENS = re.compile(rf"^[□■●◆⊙○◎]?[ \u3000]*(?={_REPORTERS})")
_CLOSES = re.compile("[^（(〔]*[）)〕]")
_NAME_RUN = re.compile(rf"[{HAN}·]+")
_SAYS = re.compile("(?:说|表示|介绍|认为|指出|写道|问道?|答复?)$")
"""Reporters who are quoted sign nothing: 记者夏晓云说：……"""
_SENTENCE = 12
"""Characters of text that must follow writers who are closed by nothing but a blank."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening of a report: 本报冠县讯, 新华社北京1月3日电（记者 …）; `end` is its length."""

    place: str | None
    signature: Signature | None
    end: int


def read_dateline(text: str) -> Dateline | None:
    """The dateline with which `text` begins, or None."""
    first = text[:1]
    found = _DATELINE.match(text[:140]) if first in _DATELINE_HEADS else None
    if found is None and "讯" in text[2:6] and (found := _OWN.match(text[:80])):
        signature = read_people(found.group("paren")[1:-1])
        return Dateline(None, signature, found.end()) if signature is not None else None
    place: str | None = re.sub(r"\s", "", found.group("place")) if found else None
    if found is None or (place and (len(place) > 9 or _NOT_PLACE.search(place))):
        return _reporters_first(text) if first in _REPORTER_HEADS else None
    if place in _NO_PLACES:
        place = None
    signature = None
    end = found.end()
    paren = found.group("paren")
    if paren:
        signature = read_people(paren[1:-1])
        if signature is None:
            end = found.start("paren")
    else:
        plain = _read_reporters(text[end : end + 100]) or _read_names(text[end : end + 40])
        if plain:
            signature, length = plain
            end += length
    return Dateline(place or None, signature, end)


def _reporters_first(text: str) -> Dateline | None:
    """The writers with whom a report begins that has no dateline: 本报记者 张亮 通讯员 王茜 报道：…"""
    opening = _REPORTER_OPENS.match(text)
    if opening is None or _CLOSES.match(text):
        return None
    found = _read_reporters(text[opening.end() : opening.end() + 100])
    if found is None:
        return None
    end = opening.end() + found[1]
    return (
        Dateline(None, found[0], end) if text[end - 1] in "：:，," or len(text) - end >= _SENTENCE else None
    )


def _read_reporters(text: str) -> tuple[Signature, int] | None:
    """The writers with whom `text` begins, and how long their list is."""
    plain = _PLAIN_REPORTERS.match(text)
    if plain:
        people = plain.group("people")
        signature = None if _SAYS.search(people) else read_people(people)
        if signature and any(map(looks_named, signature.names)):
            return signature, plain.end()
    return _up_to_text(text)


def _read_names(text: str) -> tuple[Signature, int] | None:
    """Names without a role behind a dateline, closed by what they did: 本报讯 李响、赵磊报道：…"""
    found = _NAMES_REPORT.match(text)
    names = split_names(found.group("names")) if found else None
    if found is None or names is None or not any(map(_is_safe, names)) or not all(map(looks_named, names)):
        return None
    return Signature((Byline("记者", names),)), found.end()


def _up_to_text(text: str) -> tuple[Signature, int] | None:
    """Writers closed by nothing but the blank before the text: 记者张亮 通讯员王茜 近日，… Each must
    rather be a name than a word, since nothing else tells where the list ends."""
    people: list[tuple[str, list[str]]] = []
    at = end = 0
    while True:
        blank = SEPARATOR.match(text, at)
        start = blank.end() if blank else at
        role = ROLE.match(text, start)
        if role is None and (not people or (people[-1][1] and blank is None)):
            break
        if role:
            people.append((re.sub(r"\s", "", role.group(1)), []))
            start = role.end()
            blank = SEPARATOR.match(text, start)
            start = blank.end() if blank else start
        run = _NAME_RUN.match(text, start)
        word = run.group() if run else ""
        stop = start + len(word)
        role_after = ROLE.search(word)
        if role_after and role_after.start():
            word, stop = word[: role_after.start()], start + role_after.start()
        elif text[stop : stop + 1] not in (" ", "\u3000", "、"):
            break
        spaced = re.match(rf"[{HAN}][ \u3000]+[{HAN}](?=[ \u3000])", text[start:])
        if spaced and is_likely_name(re.sub(r"\s", "", spaced.group())):
            word, stop = re.sub(r"\s", "", spaced.group()), start + spaced.end()
        names: tuple[str, ...] | None = (word,) if _is_safe(word) else None
        if names is None and len(word) > 3:
            names = split_glued(word)
        if names is None or not all(map(_is_safe, names)):
            break
        people[-1][1].extend(names)
        at = end = stop
    named = [(role, names) for role, names in people if names]
    if not named:
        return None
    signature = read_writers(" ".join(f"{role} {' '.join(names)}" for role, names in named), True)
    return (signature, end) if signature else None


def _is_safe(name: str) -> bool:
    return is_likely_name(name) or is_transcribed(name)


def read_people(text: str) -> Signature | None:
    """The writers inside a dateline's brackets: 记者 林晨 刘志耀."""
    signature = read_writers(text.strip(), True)
    if signature is not None and signature.bare:
        return Signature(signature.bylines)
    return signature
