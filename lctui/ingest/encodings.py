"""Which encoding a page is in, judged by what it would say in each.

Every page that is not plainly UTF-8 is read in each encoding that Chinese pages, and those of the
neighbours, come in; the reading that is the likeliest text wins. A character costs as much as it is rare
(the negative logarithm of its share, after the People's Daily of January 1998), a byte that is none costs
more than any character. It is not enough to ask what can be decoded: any two bytes of GB 18030 are some
character in Big5, Shift-JIS and EUC-KR as well. And a headline of ten characters is too short for the
statistics of bytes. charset-normalizer is asked where none of these readings is text, and only then
imported.

A byte that was lost, or came in, throws a reader of two bytes a character off the track to the end of the
line, without a byte that could not be decoded. So lines that read badly are read again (`to_text`): as the
likeliest characters, with as few bytes left over as there must be.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable
from math import inf

SAMPLE = 16384
"""Bytes that are looked at."""

NAMES = {
    "big5hkscs": "big5", "cp932": "shift-jis", "euc_jp": "euc-jp", "cp949": "euc-kr",
    "iso2022_jp_2": "iso-2022-jp", "iso2022_kr": "iso-2022-kr",
}  # fmt: skip
"""Python's codec → what the encoding is called on the screen, where the two differ."""

_WIDER = {
    "gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
    "iso2022_jp": "iso2022_jp_2",
}  # fmt: skip
"""What pages said to be in an encoding are often in: the one that has more characters."""

_NO_PAGES = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)

_FREQUENT = (
    "的一国在中人和了年大是有业发为不会新市作工上地民行出全家个以生要进经展产成实到部这高建日动对来政化开力时理区主我本多长们现同加重务方者关学等"
    "國業發為會個進經產實這動對來開時區長們現務關學"
)
_COMMON = (
    "制城报公合月社目设他体济文提电分于下能定员场面事用与法机资项平前记企过小就自水强通利好说后心元美将增得问天各管农度入量品外党持从也总两之基"
    "改表代委保活而万明十金道省华系立点题子科次其内种位当可北推特技领三导交安向质着服起第院里性解共局都京今并村群造结最所治东统术正应联级众名门"
    "组教程及办集施已使军去任调府决还干海团世意些步取期更司效育由县创达西情队界放深式求议据战精计规南如广信革间收此书商风相义物把先举优坚车近比"
    "指手路山际台条因续快支口老处形示价难认二运格论医亚数志困张投协克节流营色件五无职然乡证专标传话批少研但族助争清江引看整首接斯极打观原亿那你"
    "它她没什怎么很再只又吗單報設體濟電於員場與機資項記過強說後將問農黨從總兩萬華點題內種當領導質裡東統術應聯級眾門組辦軍調決還團縣創達隊議據"
    "戰計規廣間書風義舉優堅車際條續處價難認運論醫亞數張協節營無職鄉證專標傳話爭極觀億沒麼嗎臺"
)
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】—…·「」『』０１２３４５６７８９％．□■◆▲●○★☆▶◀￥\u3000"
_KANA = "のにはをたがでとしるれさいなもかっりあすてらくこきんうまよえやけせおそちつどだばスントルーアイクリ"
_HANGUL = "이다는을의에가은하고로한기도를지시사인서자대리어으아정나일과부수해보제원그만장스했주있전상조"

_BAD = 22.0
"""What a byte that is no character costs."""

_ODD = 14.0
"""What a character costs that hardly any page holds."""

_ASCII = 3.6
_LAYOUT = "\t\n\r\f\x1b"

_HOME = 8.0
"""So much more costs a reading that is not Chinese, or that is in an encoding pages hardly come in."""

_FAIR = 8.6
_NONSENSE = 10.5
"""Where the characters beyond ASCII cost more than this on the average, a reading is no text. Chinese costs
about 7.5; Russian or Greek read as Chinese about 12. Up to the first of the two no further effort is made."""


def _level(char: str, codec: str, last: int) -> bool:
    """Whether a standard has the character among those it calls common: its first level."""
    try:
        return char.encode(codec)[0] <= last
    except UnicodeEncodeError:
        return False


def _chinese(char: str) -> float:
    code = ord(char)
    if char in _FREQUENT:
        return 5.6
    if char in _MARKS:
        return 5.6
    if char in _COMMON:
        return 7.2
    if 0x4E00 <= code <= 0x9FFF:
        return 9.2 if _level(char, "gb2312", 0xD7) or _level(char, "big5", 0xC6) else 12.6
    if 0xFF01 <= code <= 0xFF5E or 0x3001 <= code <= 0x3029 or 0x2010 <= code <= 0x27BF:
        return 10.0
    return _ODD


def _japanese(char: str) -> float:
    code = ord(char)
    if char in _KANA:
        return 4.0
    if char in "、。「」・ー（）":
        return 4.5
    if 0x3041 <= code <= 0x30FF:
        return 6.0
    if 0x4E00 <= code <= 0x9FFF:
        common = _level(char, "euc_jp", 0xCF)
        return 7.6 if common and char in _FREQUENT else 8.6 if common else 13.0
    return 10.0 if char in _MARKS or 0xFF01 <= code <= 0xFF5E else _ODD


def _korean(char: str) -> float:
    if char in _HANGUL:
        return 4.2
    if "\uac00" <= char <= "\ud7a3":
        return 7.5 if _level(char, "euc_kr", 0xFE) else 13.0
    return 8.0 if char in _MARKS else 13.0


def _western(char: str) -> float:
    if "\u00c0" <= char <= "\u00ff" and char not in "×÷":
        return 5.0
    return 7.0 if char in "‘’“”–—…\u00a0«»·°" else 11.0


def _any(char: str) -> float:
    """In UTF-8, which checks itself, any letter will do."""
    return min(_chinese(char), _japanese(char), _korean(char), 9.0 if char.isalpha() else _ODD)


Cost = Callable[[str], float]

_LANGUAGES: dict[str, Cost] = {
    "utf-8": _any, "gb18030": _chinese, "big5hkscs": _chinese, "cp1252": _western,
    "cp932": _japanese, "euc_jp": _japanese, "cp949": _korean, "utf-16-le": _chinese, "utf-16-be": _chinese,
    "hz": _chinese,
}  # fmt: skip
_READINGS = ("utf-8", "gb18030", "big5hkscs", "cp1252", "cp932", "euc_jp", "cp949")
_WIDE = ("utf-16-le", "utf-16-be")
_MORE = dict.fromkeys(("cp932", "euc_jp", "cp949", *_WIDE), _HOME)

_SIZES = {
    "gb18030": (2, 4), "big5hkscs": (2,), "cp932": (1, 2), "euc_jp": (2, 3), "cp949": (2,),
    "utf-16-le": (2, 4), "utf-16-be": (2, 4),
}  # fmt: skip
"""How many bytes a character beyond ASCII can have where a lost byte throws off the track."""

_STRETCH, _LONG_STRETCH, _RARE = 6, 48, 9.8
"""So many characters read badly where those beyond ASCII cost more than this on the average; in UTF-16, which
has no lines to be read again one by one, a longer stretch."""


class _Costs(dict[str, float]):
    """What characters cost in a language; those of a control character, or of no character, are dear."""

    def __init__(self, of: Cost) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, char: str) -> float:
        if char < "\x7f":
            cost = _ASCII if char >= " " or char in _LAYOUT else _BAD
        else:
            cost = _BAD if char < "\xa0" or "\ud800" <= char <= "\udfff" else self._of(char)
        self[char] = cost
        return cost


class _Pieces(dict[bytes, tuple[str, float]]):
    """The character that a few bytes are in a codec, and what it costs: no end where they are none."""

    def __init__(self, codec: str) -> None:
        super().__init__()
        self._codec = codec

    def __missing__(self, piece: bytes) -> tuple[str, float]:
        found = "", inf
        try:
            char = piece.decode(self._codec)
            if len(char) == 1:
                found = char, _in_line(char, self._codec)
        except UnicodeDecodeError:
            pass
        self[piece] = found
        return found


_COSTS = {codec: _Costs(of) for codec, of in _LANGUAGES.items()}
_PIECES = {codec: _Pieces(codec) for codec in _SIZES}


def _in_line(char: str, codec: str) -> float:
    """What a character costs where it is the line that is judged: a line of Russian, of kana or of rules may
    stand on any page, and is not what a lost byte leaves behind."""
    if "\xa0" < char < "\u3400":
        return min(6.0, _COSTS[codec][char])
    return _COSTS[codec][char]


_BYTE = re.compile(rb"[\x80-\xff]")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BESIDE = re.compile("(?<=[^\x00-\x7f])[^\x00-\x7f]")
_ISO_2022 = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$B", "iso2022_jp_2"), (b"\x1b$@", "iso2022_jp_2"))
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){1,500}~\}")

_OTHERS = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "iso8859_2",
    "iso8859_5", "iso8859_7", "cp437", "cp850", "cp852", "cp866", "mac_roman", "mac_cyrillic", "tis_620",
]  # fmt: skip
"""What charset-normalizer may answer: encodings of one byte a character. East Asian ones are judged here."""


def guess(data: bytes) -> str | None:
    """The codec of a page without a byte order mark; None where no reading is text."""
    if data.isascii() and not _NOT_TEXT.search(data.replace(b"\x0e", b"").replace(b"\x0f", b"")):
        return _seven_bits(data)
    if not _NOT_TEXT.search(data):
        try:
            data.decode("utf-8")
            return "utf-8"
        except UnicodeDecodeError:
            pass
    found = _BYTE.search(data)
    first = found.start() if found else 0
    # A long stretch of ASCII at the start says nothing.
    start = data.rfind(b"\n", 0, first) + 1 if first >= SAMPLE // 2 else 0
    sample = data[start : start + SAMPLE]
    codec, mean = "", inf
    for read in (_as_it_is, to_text):
        readings = [(*_cost(read(sample, codec), codec), codec) for codec in _READINGS]
        readings += [(*_cost(read(data[:SAMPLE], codec), codec), codec) for codec in _WIDE]
        _, mean, codec = min(readings)
        if mean <= (_FAIR if read is _as_it_is else _NONSENSE):
            return codec
    return _ask(sample) or (codec if mean <= _ODD and codec not in _WIDE else None)


def known(name: str) -> str | None:
    """The codec for an encoding that a reader names (GBK, big-5, utf8); None where there is none."""
    name = name.strip()
    try:
        codec = codecs.lookup(name).name.replace("-", "_")
        b"text".decode(codec, "replace")
    except (LookupError, ValueError):
        # Big-5 and GB-18030 are written as often as not.
        return known(name.replace("-", "")) if "-" in name else None
    codec = _WIDER.get(codec, codec)
    dashed = codec.replace("_", "-")
    return None if codec in _NO_PAGES else dashed if dashed.startswith("utf-") else codec


def _seven_bits(data: bytes) -> str:
    """ASCII, or what is written with nothing else: HZ and the switching encodings of e-mail."""
    for escape, codec in _ISO_2022:
        if escape in data:
            return codec
    if _HZ.search(data) and _cost(_as_it_is(data[:SAMPLE], "hz"), "hz")[1] <= _NONSENSE:
        return "hz"
    return "utf-8"


def _cost(text: str, codec: str) -> tuple[float, float]:
    """What a reading costs in all, and on the average each character beyond ASCII."""
    costs = _COSTS[codec]
    total = _MORE.get(codec, 0.0)
    beyond = 0.0
    number = 0
    for char, count in Counter(_FRESH.sub("\udc80", text)).items():
        if "\x20" <= char <= "\x7e" or char in _LAYOUT:
            total += count * _ASCII
        else:
            number += count
            beyond += count * costs[char]
    if codec == "cp1252":
        # Letters with accents stand between letters without.
        beyond += 4.0 * len(_BESIDE.findall(text))
    return total + beyond, beyond / max(1, number)


def _keep(error: UnicodeError) -> tuple[str, int]:
    """For bytes that are no character: lone surrogates, which no decoding gives, so that what the page has
    can be told later. The first is U+DC00 and on, further ones of the same slip U+DD00 and on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    first, *more = error.object[error.start : error.end]
    return chr(0xDC00 + first) + "".join(chr(0xDD00 + byte) for byte in more), error.end


_KEEP = "lctui.keep"
codecs.register_error(_KEEP, _keep)
_FRESH = re.compile("[\udc00-\udcff][\udd00-\uddff]*")
_END = re.compile(b"(?<=[\r\n])")


def _as_it_is(data: bytes, codec: str) -> str:
    return data.decode(codec, _KEEP)


def to_text(data: bytes, codec: str) -> str:
    """The text of `data`; of bytes that are no character the first as U+DC00 and on, others that belong to
    the same slip as U+DD00 and on."""
    text = _as_it_is(data, codec)
    if codec not in _SIZES or not _reads_badly(text, codec) or _is_hopeless(text):
        return text
    lines = []
    for line in [data] if codec in _WIDE else _END.split(data):
        text = line.decode(codec, _KEEP)
        lines.append(_on_track(line, codec) if _reads_badly(text, codec) else text)
    return "".join(lines)


def _reads_badly(text: str, codec: str) -> bool:
    """Whether there is a slip, or a stretch of rare characters, as where a byte was lost."""
    if _FRESH.search(text):
        return True
    stretch = _LONG_STRETCH if codec in _WIDE else _STRETCH
    for start in range(0, len(text), stretch):
        found = [_in_line(char, codec) for char in text[start : start + stretch] if char > "\x7f"]
        if sum(found) > _RARE * len(found):
            return True
    return False


def _is_hopeless(text: str) -> bool:
    """Whether so much of a text is no character that nothing can be won from it."""
    return len(_FRESH.findall(text)) * 4 > len(text) > 256


def _on_track(line: bytes, codec: str) -> str:
    """The likeliest characters of a line: each place is reached in the cheapest way, as Viterbi has it."""
    sizes, pieces = _SIZES[codec], _PIECES[codec]
    end = len(line)
    cheapest = [0.0] + [inf] * end
    steps: list[tuple[int, str]] = [(0, "")] * (end + 1)
    for at in range(end):
        byte = line[at]
        single = byte < 0x80 and codec not in _WIDE
        ways = [(1, chr(byte), _ASCII)] if single else [(1, chr(0xDC00 + byte), _BAD)]
        if not single:
            ways += [(size, *pieces[line[at : at + size]]) for size in sizes if at + size <= end]
        for size, char, cost in ways:
            reached = cheapest[at] + cost
            if reached < cheapest[at + size]:
                cheapest[at + size] = reached
                steps[at + size] = size, char
    text: list[str] = []
    at = end
    while at:
        size, char = steps[at]
        text.append(char)
        at -= size
    return "".join(reversed(text))


def _ask(sample: bytes) -> str | None:
    """What charset-normalizer says, of encodings with one byte a character."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=_OTHERS).best()
    return best.encoding if best is not None and best.coherence > 0 else None
