"""Bytes → lines: encodings, line ends, and characters that must never reach a terminal.

UTF-8 (with or without byte order mark) and UTF-16 are recognised by what they are; the rest is
tried as GB18030 and Big5 and judged by how much of it is everyday Chinese, because statistical
guessing alone is unreliable on short pages. charset-normalizer has the last word where neither
reads well, and is only then imported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Reason = Literal["empty", "binary"]


class PageError(Exception):
    """A page that holds no text; `reason` is "empty" or "binary"."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """The lines of a page as Unicode text, unsafe characters made visible.

    `marks` lists every such change as (line number, code point name, what stands there now).
    `breaks` are the numbers of lines with a form feed before them: a page or column break.
    """

    lines: tuple[str, ...]
    encoding: str
    undecodable: int
    marks: tuple[tuple[int, str, str], ...] = ()
    breaks: frozenset[int] = frozenset()


_BINARY_HEADS = (
    b"\x7fELF", b"MZ\x90", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-",
    b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"7z\xbc\xaf", b"Rar!",
)  # fmt: skip
_SAMPLE = 65536

# Characters that do something to a terminal, or to the order of what it shows, instead of being shown.
_NAMES = {
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF",
    0x202D: "LRO", 0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
}  # fmt: skip
_MARKS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(128, 160), "␦"),
    0x85: "␤",
    0x2028: "␤",
    0x2029: "␤",
    **{code: f"⟦{name}⟧" for code, name in _NAMES.items()},
}
for _harmless in (0x09, 0x0A, 0x0C):  # tab, line feed, form feed: layout, dealt with below
    del _MARKS[_harmless]
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_VISIBLE = re.compile("[\u2400-\u2426]|⟦[A-Z]{2,3}⟧")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|\r|\n")
_TAB = "    "


def decode(data: bytes) -> Decoded:
    """The lines of `data`.

    Lines end with CR LF, LF or CR and with nothing else, so that line numbers agree with those of
    an editor. Bytes that are no character become U+FFFD and are counted.

    Raises:
        PageError: "empty" where there is nothing but blanks, "binary" where it is no text.
    """
    if not data:
        raise PageError("empty")
    text, encoding, undecodable = _to_text(data)
    if not text or text.isspace() or not text.strip("\ufeff\u200b \t\r\n\f\v\x00\u3000"):
        raise PageError("empty")
    lines = _LINE_END.split(text)
    marks: list[tuple[int, str, str]] = []
    breaks: set[int] = set()
    if not text.isprintable():
        _make_harmless(lines, marks, breaks)
    return Decoded(tuple(lines), encoding, undecodable, tuple(marks), frozenset(breaks))


def _make_harmless(lines: list[str], marks: list[tuple[int, str, str]], breaks: set[int]) -> None:
    for index, line in enumerate(lines):
        if line.isprintable():
            continue
        number = index + 1
        if "\f" in line:
            breaks.add(number)
            line = line.replace("\f", "")
        line = line.replace("\t", _TAB)

        def mark(found: re.Match[str], number: int = number) -> str:
            code = ord(found.group())
            visible = _MARKS[code]
            marks.append((number, f"U+{code:04X}", visible))
            return visible

        lines[index] = _UNSAFE.sub(mark, line)


def _nearly_utf8(sample: bytes) -> bool:
    """Whether bytes that are not all UTF-8 are meant to be: UTF-8 checks itself, so that text in another
    encoding hardly ever holds sequences of three and more bytes that are valid in it."""
    text = sample.decode("utf-8", "replace")
    return sum(char > "\u07ff" and char != "\ufffd" for char in text) > 4 * text.count("\ufffd")


def without_marks(text: str) -> str:
    """`text` without what stands for characters that cannot be shown, for what is read out of a line and
    not shown as part of it, as a name is."""
    return _VISIBLE.sub("", text) if _VISIBLE.search(text) else text


def _to_text(data: bytes) -> tuple[str, str, int]:
    if data.startswith(b"\xef\xbb\xbf"):
        return _replacing(data[3:], "utf-8", "utf-8-sig")
    for mark, codec in ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be")):
        if data.startswith(mark):
            return _replacing(data[4:], codec, codec)
    for mark, codec in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return _replacing(data[2:], codec, codec)
    if data.startswith(_BINARY_HEADS):
        raise PageError("binary")
    sample = data[:_SAMPLE]
    nul = sample.count(0)
    if nul:
        bare = _bare_utf16(sample)
        if bare:
            return _replacing(data, bare, bare)
        if nul * 20 > len(sample) or _control_share(sample) > 0.1:
            if not sample.strip(b"\x00 \t\r\n\f\v"):
                raise PageError("empty")
            raise PageError("binary")
    try:
        return data.decode("utf-8"), "utf-8", 0
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(sample):
        return _replacing(data, "utf-8", "utf-8")
    if _control_share(sample) > 0.1:
        raise PageError("binary")
    return _legacy(data, sample)


def _replacing(data: bytes, codec: str, name: str) -> tuple[str, str, int]:
    """Decode, put U+FFFD for what cannot be decoded, and count that."""
    text = data.decode(codec, "replace")
    text = _LONE_SURROGATE.sub("\ufffd", text)
    fresh = text.count("\ufffd")
    if fresh:
        # A U+FFFD that the page itself holds is a character like any other.
        fresh -= data.decode(codec, "ignore").count("\ufffd")
    return text, name, fresh


def _control_share(sample: bytes) -> float:
    odd = sum(sample.count(code) for code in range(0x20) if code not in (9, 10, 12, 13, 27))
    return odd / max(1, len(sample))


def _bare_utf16(sample: bytes) -> str | None:
    """UTF-16 without a byte order mark: line feeds, blanks and digits betray the byte order."""
    even = sample[: len(sample) & ~1]
    for codec, pairs in (("utf-16-le", (b"\n\x00", b" \x00")), ("utf-16-be", (b"\x00\n", b"\x00 "))):
        if not any(pair in even for pair in pairs):
            continue
        text = even.decode(codec, "replace")
        if _everyday(text) > 0.7 and "\x00" not in text:
            return codec
    return None


def _everyday(text: str) -> float:
    """The share of `text` that is what Chinese pages are made of."""
    good = total = 0
    for char in text[:20000]:
        if char.isspace():
            continue
        total += 1
        code = ord(char)
        if 0x4E00 <= code <= 0x9FA5 or 0x21 <= code < 0x7F or char in _PUNCTUATION:
            good += 1
    return good / total if total else 0.0


_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】—…·「」『』０１２３４５６７８９％．□■◆▲●○★☆▶◀￥")
# The most frequent characters of modern Chinese, simplified and traditional: about a third of any text.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "這個為國時來們對會發動產種麼經進實體機當從業應開還電後過說與將報記者並"
)


def _legacy(data: bytes, sample: bytes) -> tuple[str, str, int]:
    """GB18030 or Big5, by which of them reads as Chinese; else what charset-normalizer says."""
    scores: list[tuple[float, str]] = []
    for codec in ("gb18030", "big5hkscs"):
        text = sample.decode(codec, "replace")
        wide = [char for char in text if ord(char) >= 0x80]
        if not wide:
            continue
        frequent = sum(char in _FREQUENT for char in wide) / len(wide)
        broken = text.count("\ufffd") / len(wide)
        scores.append((_everyday(text) + 1.5 * frequent - 3.0 * broken, codec))
    if scores:
        score, codec = max(scores)
        if score > 0.75:
            return _replacing(data, codec, "big5" if codec.startswith("big5") else codec)
    if sum(byte >= 0x80 for byte in sample) * 2 < len(sample):
        # Mostly ASCII, and no Chinese: a Western page. Too little of it is telling for statistics.
        try:
            return data.decode("cp1252"), "cp1252", 0
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is not None:
        try:
            return _replacing(data, best.encoding, best.encoding.replace("_", "-"))
        except LookupError:
            pass
    return _replacing(data, "utf-8", "utf-8")
