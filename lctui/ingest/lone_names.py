"""Bylines that only their neighbours tell: names alone on a line, commentators above a headline.

冯印谱 under a headline and above a body is who wrote it, and a subhead of the same shape stands between
two paragraphs; 本报评论员 above a headline labels what follows, below one it signs it; 何志明 摄 after a
line that ends in 记者 is the rest of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lctui.ingest.bylines import join_broken_name, read_byline, read_end_signature
from lctui.ingest.chars import HAN, ems
from lctui.ingest.labels import may_be_label, names_column, names_commentary, names_place
from lctui.ingest.names import OFFICES, has_common_surname, is_likely_name, is_name
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark
from lctui.ingest.writers import ROLE, SEPARATOR, Signature, read_writers, split_names
from lctui.model import Byline

_OTHER = re.compile("[^\u3400-\u9fff· \u3000、]")
_ROLE_ENDS = re.compile(r"(?:记者|通讯员|实习生|摄影)$")
_MARKED = re.compile("[。！？”][ \u3000]*[□■●◆▲◎⊙][ \u3000]*([^。！？□■●◆▲◎⊙]{0,40})$")
"""A signature, or its beginning, after the last sentence of a line."""
_LAST_WORDS = re.compile(rf"[{HAN}]{{0,2}}[ \u3000]*(?:摄|攝|摄影|摄影报道)")
"""What of a photographer's credit may stand in a line below: 高东 / 风 摄."""
_LAST = frozenset("摄攝影道")
"""With one of these they end."""
_NO_NAMES = re.compile("[，。！？；：“”（(□■●◆▲◎⊙]")
_FURTHER = 3
"""Lines in which a signature may go on."""
_NAMES_LINE = 40
"""Characters of the longest line of such names."""
_REST = 20
"""Characters of the longest line that goes on with one."""
_TRADE = re.compile(r"(?<=.{2})[（(][^（()）0-9]{2,6}[）)]$")
"""What the writer does: 曹旭刚（教师）."""
_FURTHER_WRITERS = re.compile(
    rf"(?:{ROLE.pattern})(?:[ \u3000]+[^\W的了是在]{{2,4}}){{1,6}}"
    r"(?:[ \u3000]*(?:报道|摄影报道|摄|文/图|图/文|文|图))?"
)
"""A role and names behind blanks: 通讯员 南青 报道."""
_NAMES_THAT_DID = re.compile(
    rf"(?P<names>[{HAN}]{{2,3}}(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,3}})"
    "[ \u3000]+(?:报道|摄影报道|综合报道|摄|文/图|图/文)"
)
"""Further names of the role above, and what all did: 白玉龙 报道."""
_SPACED = re.compile(f"[{HAN}][ \u3000]{{1,4}}[{HAN}]")
"""A name of two characters set as wide as one of three: 田　原."""
_PEN_NAME = re.compile(f"[{HAN}]{{2,3}}|{_SPACED.pattern}")
"""What may be a pen name where nothing else may stand."""
_PEN_NAME_MARKED = re.compile(f"[□■●◆◎○▲][ \u3000]*([{HAN}]{{2,3}}(?<![谈评议话语]))")
"""One behind a mark: □杏林客."""
_ESSAYS = re.compile("(?:茶座|茶馆|沙龙|闲话|随笔|漫笔|随想|手记|札记|走笔|文苑|艺苑|副刊)$")
"""Columns the writers of which are often named so."""
_CLASS = (
    "(?:[一二三四五六七八九高初]{0,2}[（(][0-9一二三四五六七八九十]{1,2}[）)]班|"
    f"(?:19|20)?[0-9]{{2}}级[{HAN}0-9]{{0,8}})"
)
_OFFICE = re.compile(
    rf"[{HAN}]{{1,16}}(?:{OFFICES}|{_CLASS})[ \u3000]+(?P<name>[{HAN}]{{2,3}}|{_SPACED.pattern})"
)
"""Where the writer works or learns, and the name: 江苏省中医院消化科 沈洪, 文学院2015级 陆小满."""
_SIGNER = re.compile(
    rf"[{HAN}]{{1,16}}(?:{OFFICES}|[师员工长生户])[ \u3000]+(?P<name>[{HAN}]{{2,3}}|{_SPACED.pattern})"
    "(?:等[0-9一二三四五六七八九十百余多]+[人户名位])?"
)
"""Who signs a letter: 五华区文林巷居民 赵德昌等26人."""
_SIGNING_OFFICE = re.compile(
    f"[{HAN}]{{3,18}}(?:[局委厅办队会院所校部厂站处]|公司|中心|社区|政府|学校|幼儿园|派出所|编辑部)"
)
_NOBODY = frozenset(("编者", "编辑部", "本刊", "待续", "未完", "续完", "全文完"))
"""What stands there and names nobody."""
_RIGHT = 5.0
"""em. What is set so far from the left is set to the right."""
_LABEL = 5.0
"""em. The longest name of a column of commentaries that is one beyond doubt."""
_CLOSES = frozenset("）)")
_LONGEST = 24
"""Characters of the longest line of names without a role, the office before one among them; …"""
_LONGEST_BARE = 16
"""… and of names alone."""
_MOST = 4
"""Names of the longest list without a role."""
_ABOVE = 4
"""Lines that a headline may have above its byline."""
_BELOW = 12
"""Lines on either side in which a name is looked for: who is written about is no writer."""


def settle_bylines(lines: Sequence[Line], params: IngestParams = PARAMS) -> None:
    """Mark the bylines that are told by what stands around them, and unmark those that are none. In place."""
    known: set[str] = set()
    for line in lines:
        if line.signature is not None:
            known.update(line.signature.names)
        if line.dateline is not None and line.dateline.signature is not None:
            known.update(line.dateline.signature.names)
    joined = _join_signatures(lines)
    for index, line in enumerate(lines):
        if index in joined:
            continue
        if index and line.text[-1:] in _LAST and _goes_on(lines[index - 1], line):
            line.mark, line.signature, line.ends = Mark.PLAIN, None, True
            lines[index - 1].ends = False
        elif line.mark is Mark.BYLINE:
            _unmark(lines, index, params)
        elif (
            index
            and lines[index - 1].mark is Mark.BYLINE
            and (_breaks_a_name(lines[index - 1], line) or _adds_writers(lines[index - 1], line))
        ):
            line.mark, line.ends = Mark.BYLINE, lines[index - 1].ends
        elif line.mark is Mark.PLAIN and len(line.text) <= _LONGEST:
            text = line.text
            short = len(text) <= _LONGEST_BARE or " " in text or "\u3000" in text
            names = _lone_names(lines, index, known) if short else None
            role = _role(lines, index, names, known, params) if names is not None else None
            ended = role is None and index > 0 and lines[index - 1].ends
            if ended and (closing := _closes_body(lines, index)) is not None:
                names, role = closing, "记者"
            if names is not None and role is not None:
                # Who is named with an office is no commentator.
                bare = role == "记者" and _OFFICE.fullmatch(line.text) is None
                line.signature = Signature((Byline(role, names),) if names else (), bare=bare and bool(names))
                line.mark = Mark.BYLINE


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line is the rest of the signature with which the line above ends: … ■ 吴志强 / 陈 琳."""
    if (
        not line.text
        or above.mark is not Mark.PLAIN
        or line.gap > (above.gap if len(line.text) < 3 else 0)
        or line.column_break
        or len(line.text) > _REST
    ):
        return False
    if _LAST_WORDS.fullmatch(line.text):
        credit = read_end_signature(above.text + line.text)
        return credit is not None and credit[0].photo and credit[1] < len(above.text)
    return False


def _adds_writers(above: Line, line: Line) -> bool:
    """Whether a line goes on with the byline above it, though its name could be a word (□记者 邱芳 胡锦瑗 /
    通讯员 南青 报道): it begins with a role; the byline above is then told of both."""
    if above.signature is None or line.mark is not Mark.PLAIN or line.gap > above.gap:
        return False
    names = _NAMES_THAT_DID.fullmatch(line.text)
    if not _FURTHER_WRITERS.fullmatch(line.text) and not (
        names is not None and all(map(is_likely_name, SEPARATOR.split(names.group("names"))))
    ):
        return False
    whole = read_byline(f"{above.text} {line.text}")
    known = above.signature.names
    if whole is None or len(whole.names) <= len(known) or whole.names[: len(known)] != known:
        return False
    above.signature = whole
    return True


def _breaks_a_name(above: Line, line: Line) -> bool:
    """Whether a line is the rest of the byline above it, the last name of which breaks at the line's end
    (◆ 本报记者 龙宏森 通讯员 秦宏 / 庆 程志娟); that is then told of all of it."""
    if (
        above.signature is None
        or line.mark is not Mark.PLAIN
        or line.gap
        or len(line.text) > _NAMES_LINE
        or _OTHER.search(line.text)
        or split_names(line.text) is not None
    ):
        return False
    whole = read_byline(above.text + line.text)
    known = above.signature.names
    if whole is None or len(whole.names) < len(known) or not set(known[:-1]).issubset(whole.names):
        return False
    above.signature = whole
    return True


def _join_signatures(lines: Sequence[Line]) -> set[int]:
    """Tell of each signature behind a mark at the end of a body, where it goes on in the lines below
    (… ■ 本报记者 / 汪景娜 实习生 崔桂敏), that all of it is that body's end. In place; the lines it is."""
    joined: set[int] = set()
    for index, line in enumerate(lines):
        if line.mark is not Mark.PLAIN or (opened := _MARKED.search(line.text)) is None:
            continue
        text = opened.group(1)
        signature = read_writers(text, True)
        known = sum(map(is_likely_name, signature.names)) if signature is not None else 0
        last = index
        for place in range(index + 1, min(len(lines), index + 1 + _FURTHER)):
            below = lines[place]
            if (
                not below.text
                or below.mark is Mark.FURNITURE
                or below.gap > line.gap
                or below.column_break
                or len(below.text) > _NAMES_LINE
                or _NO_NAMES.search(below.text)
            ):
                break
            text += join_broken_name(text, below.text) + below.text
            signature = read_writers(text, True)
            if signature is not None and (len(signature.names) > known or not known):
                known, last = len(signature.names), place
        for place in range(index, last):
            lines[place].ends = False
            below = lines[place + 1]
            below.mark, below.signature, below.ends = Mark.PLAIN, None, True
            below.indent = 0.0  # a blank that stood before the names begins no paragraph
            joined.add(place + 1)
    return joined


def _lone_names(lines: Sequence[Line], index: int, known: set[str]) -> tuple[str, ...] | None:
    """The names of which a line consists, as far as it tells that by itself; one may have an office before
    it."""
    text = lines[index].text
    if index and lines[index - 1].text[-1:].isdigit() and lines[index - 1].mark is Mark.PLAIN:
        return None  # what a figure counts: 日均服务老人4000 / 余人次
    if " " in text or "\u3000" in text:
        office = _OFFICE.fullmatch(text)
        name = re.sub(r"\s", "", office.group("name")) if office else ""
        if is_name(name):
            return (name,)
    if len(text) > _LONGEST_BARE:
        return None
    marked = _PEN_NAME_MARKED.fullmatch(text)
    if marked is not None and not names_place(marked.group(1)):
        name = marked.group(1)
        if (is_name(name) and len(name) > 2) or _under_commentary(lines, index):
            return (name,)
    bare = _TRADE.sub("", text) if text[-1:] in _CLOSES else text
    if _OTHER.search(bare):
        return None
    names = _names(bare, known)
    if names is None and _PEN_NAME.fullmatch(bare) and _under_commentary(lines, index):
        names = (re.sub(r"\s", "", bare),)
    return names


def _closes_body(lines: Sequence[Line], index: int) -> tuple[str, ...] | None:
    """The names under the last line of a body, where a line is nothing else: a name set as wide as one of
    three characters, or, far to the right, any name, one with where its bearer lives or works (文林巷居民
    赵德昌等26人), or an office, which names nobody."""
    line, above = lines[index], lines[index - 1] if index else None
    if above is None or not above.ends or above.mark is not Mark.PLAIN or line.gap:
        return None
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is not None and not below.gap and below.mark is Mark.PLAIN and not names_column(below.text):
        return None
    name = re.sub(r"\s", "", line.text)
    if _SPACED.fullmatch(line.text):
        return (name,) if has_common_surname(line.text) and not names_place(name) else None
    if line.indent < _RIGHT or line.text in _NOBODY or names_place(line.text):
        return None
    if _PEN_NAME.fullmatch(line.text):
        return (name,)
    signer = _SIGNER.fullmatch(line.text)
    named = re.sub(r"\s", "", signer.group("name")) if signer is not None else ""
    if is_likely_name(named):
        return (named,)
    return () if _SIGNING_OFFICE.fullmatch(line.text) else None


def _names(text: str, known: set[str]) -> tuple[str, ...] | None:
    names = split_names(text)
    if names is None or len(names) > _MOST:
        return None
    if _SPACED.fullmatch(text) and has_common_surname(names[0]) and not names_place(names[0]):
        return names
    return names if all(name in known or is_likely_name(name) for name in names) else None


def _under_commentary(lines: Sequence[Line], index: int) -> bool:
    """Whether the name of a column of commentaries, or what looks like one, stands over the headline right
    above a line."""
    above = lines[max(0, index - 3) : index]
    if any(names_commentary(line.text) and ems(line.text) <= _LABEL for line in above):
        return True
    label = lines[index - 2] if index > 1 else None
    # Close over its headline, or on a page that sets every line apart, no farther than the name is.
    return (
        label is not None
        and (label.gap > 0 or index == 2)
        and lines[index - 1].gap <= lines[index].gap
        and may_be_label(label.text, lines[index - 1].text)
        and (not names_place(label.text) or _ESSAYS.search(label.text) is not None)
    )


def _role(
    lines: Sequence[Line], index: int, names: tuple[str, ...], known: set[str], params: IngestParams
) -> str | None:
    """The role of names alone on a line; None where they are no byline."""
    above = _beside(lines, index, -1)
    below = _beside(lines, index, 1)
    if below is None or lines[below].mark is not Mark.PLAIN or lines[below].dateline is not None:
        return None
    if above is not None and lines[above].mark is Mark.BYLINE:
        before = lines[above].signature
        if before is None or before.photo or not before.bylines or lines[index].gap > lines[above].gap + 1:
            return None
        return before.bylines[-1].role
    said = [line.text for line in (*lines[max(0, index - _BELOW) : index], *lines[below : below + _BELOW])]
    if any(name in text for name in names for text in said if ems(text) > _LABEL):
        return None
    if above is None:
        return "记者" if known.issuperset(names) else None
    if _under_headline(lines, above, params):
        return "记者"
    opens = lines[above].ends and lines[index].gap > 0
    return "记者" if opens and known.issuperset(names) else None


def _beside(lines: Sequence[Line], index: int, step: int) -> int | None:
    """The next line above or below that is no furniture."""
    index += step
    while 0 <= index < len(lines):
        if lines[index].mark is not Mark.FURNITURE:
            return index
        index += step
    return None


def _under_headline(lines: Sequence[Line], above: int, params: IngestParams) -> bool:
    """Whether the line at `above` is the last of a headline: a few short lines that do not break off, with a
    blank line, furniture, a byline or the end of a body over them."""
    for place in range(above, max(-1, above - _ABOVE), -1):
        line = lines[place]
        ended = line.ends and (line.text[-1] not in "”？！" or "。" in line.text)
        if line.mark is not Mark.PLAIN or ended or line.width > params.headline_width:
            return False
        if line.text[-1] in ("，、；：。" if place == above else "；。") or line.dateline is not None:
            return False
        over = lines[place - 1] if place else None
        if over is None or line.gap or over.ends or over.mark is not Mark.PLAIN:
            return True
    return False


def _unmark(lines: Sequence[Line], index: int, params: IngestParams) -> None:
    """Take back the mark of what is no byline where it stands."""
    line = lines[index]
    signature = line.signature
    above = lines[index - 1] if index else None
    below = _beside(lines, index, 1)
    if signature is None:
        return
    if signature.commentator and not signature.bylines and below is not None:
        over = above is None or above.ends or above.mark is not Mark.PLAIN or line.gap
        under = lines[below]
        headed = under.mark is Mark.PLAIN and not under.ends and not under.indent and under.dateline is None
        if over and headed and not _is_body(lines, below, params) and (above is None or above.ends):
            line.mark, line.signature = Mark.PLAIN, None
    elif (
        signature.photo
        and above is not None
        and above.mark is Mark.PLAIN
        and not line.gap
        and (_ROLE_ENDS.search(above.text))
    ):
        line.mark, line.signature, line.ends = Mark.PLAIN, None, True


def _is_body(lines: Sequence[Line], index: int, params: IngestParams) -> bool:
    """Whether the line at `index` rather goes on below it than stands alone as a headline does."""
    line = lines[index]
    return line.width > params.headline_width or (
        index + 1 < len(lines)
        and not lines[index + 1].gap
        and abs(lines[index + 1].printed - line.printed) <= params.same_width
    )
