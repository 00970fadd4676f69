"""Bytes → lines: encodings, line ends, and characters that must never reach a terminal.

A byte order mark says what a page is in; else `lctui.ingest.encodings` judges, or the reader has said it.
What acts on a terminal instead of being shown, and what is not seen at all, becomes a visible mark; only
what later repairs take out and report (zero width spaces, soft hyphens), and what belongs to an emoji, is
left as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from lctui.ingest.encodings import NAMES, guess, to_text

Reason = Literal["empty", "binary"]


class PageError(Exception):
    """A page that holds no text; `reason` is "empty" or "binary"."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Decoded:
    """The lines of a page as Unicode text, unsafe characters made visible.

    `marks` lists every such change as (line number, what the page has, what stands there now): code points
    (`U+202E`), or the bytes that are no character (`0xE5 0x9F`).
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
_SLIPS = 16
"""So many bytes that are no character are forgiven on the shortest page; on others a quarter as many as there
are characters."""

# Characters that do something to a terminal, or to the order of what it shows, or that are not seen.
_NAMES = {
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF",
    0x202D: "LRO", 0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
    0x034F: "CGJ", 0x180E: "MVS", 0x200C: "ZWNJ", 0x200D: "ZWJ", 0x2061: "FA", 0x2062: "IT", 0x2063: "IS",
    0x2064: "IP", 0xFFF9: "IAA", 0xFFFA: "IAS", 0xFFFB: "IAT",
}  # fmt: skip
_SIGNS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(range(128, 160), "␦"),
    0x85: "␤",
    0x2028: "␤",
    0x2029: "␤",
    **{code: f"⟦{name}⟧" for code, name in _NAMES.items()},
    **{0xFE00 + number: f"⟦VS{number + 1}⟧" for number in range(16)},
    **{0xE0100 + number: f"⟦VS{number + 17}⟧" for number in range(240)},
}
_ACTING = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_UNSEEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c\u200d\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\uffa0"
    "\ufff0-\ufffb"
)
_UNSEEN_FAR = "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e0100-\U000e0fff"
# No characters at all, and the one that the screen takes for its own.
_NONE = "\ufdd0-\ufdef\ufffe\uffff"
_NONE_FAR = "\U0010fffd-\U0010ffff"
_EMOJI = "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_UNSAFE = re.compile(
    # What belongs to an emoji is left: a selector behind a sign, a joiner between two.
    f"(?P<emoji>(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])|(?<=[{_EMOJI}0-9#*])[\ufe0e\ufe0f])"
    f"|(?P<bytes>[\udc00-\udcff][\udd00-\uddff]*)|(?P<tags>[\U000e0000-\U000e007f]+)"
    f"|[{_ACTING}{_UNSEEN}{_NONE}{_UNSEEN_FAR}{_NONE_FAR}]"
)
# In two, because a class without characters beyond the basic plane is searched for five times as fast.
_ANY = re.compile(f"[\f\udc00-\udcff{_ACTING}{_UNSEEN}{_NONE}]")
_ANY_FAR = re.compile(f"[\U000e0000-\U000e007f{_UNSEEN_FAR}{_NONE_FAR}]")
_VISIBLE = re.compile(r"[\u2400-\u2426]|⟦(?:[A-Z]{2,4}|VS[0-9]+|U\+[0-9A-F]{4,6})⟧")
_LINE_END = re.compile("\r\n|\r|\n")


def decode(data: bytes, codec: str | None = None) -> Decoded:
    """The lines of `data`, which are in `codec` where the reader says so; else that is found out.

    Lines end with CR LF, LF or CR and with nothing else, so that line numbers agree with those of
    an editor. Bytes that are no character become U+FFFD, are counted and told among the marks.

    Raises:
        PageError: "empty" where there is nothing but blanks, "binary" where it is no text.
    """
    if not data:
        raise PageError("empty")
    text, encoding = _to_text(data) if codec is None else _as_said(data, codec)
    undecodable = len(_FRESH.findall(text))
    if not text or text.isspace() or not text.strip("\ufeff\u200b \t\r\n\f\v\x00\u3000"):
        raise PageError("empty")
    if undecodable > max(len(text) // 4, _SLIPS):
        raise PageError("binary")
    lines = _LINE_END.split(text) if "\r" in text else text.split("\n")
    marks: list[tuple[int, str, str]] = []
    breaks: set[int] = set()
    if _is_unsafe(text):
        _make_harmless(lines, marks, breaks)
    return Decoded(tuple(lines), encoding, undecodable, tuple(marks), frozenset(breaks))


def _is_unsafe(text: str) -> bool:
    """Whether anything in `text` must be made visible."""
    if _ANY.search(text):
        return True
    beyond = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
    return beyond and _ANY_FAR.search(text) is not None


def _make_harmless(lines: list[str], marks: list[tuple[int, str, str]], breaks: set[int]) -> None:
    for index, line in enumerate(lines):
        if not _is_unsafe(line):
            continue
        number = index + 1
        if "\f" in line:
            breaks.add(number)
            line = line.replace("\f", "")

        def mark(found: re.Match[str], number: int = number) -> str:
            visible, name = _visible(found)
            if name:
                marks.append((number, name, visible))
            return visible

        lines[index] = _UNSAFE.sub(mark, line)


def _visible(found: re.Match[str]) -> tuple[str, str]:
    """What stands for what cannot be shown, and what that is; nothing where it may stay."""
    text = found.group()
    if found["bytes"]:
        return "\ufffd", " ".join(f"0x{ord(char) & 0xFF:02X}" for char in text)
    if found["tags"]:
        return "⟦TAG⟧", " ".join(f"U+{ord(char):04X}" for char in text)
    if found["emoji"]:
        return text, ""
    code = ord(text)
    return _SIGNS.get(code) or f"⟦U+{code:04X}⟧", f"U+{code:04X}"


def without_marks(text: str) -> str:
    """`text` without what stands for characters that cannot be shown, for what is read out of a line and
    not shown as part of it, as a name is."""
    return _VISIBLE.sub("", text) if _VISIBLE.search(text) else text


def _to_text(data: bytes) -> tuple[str, str]:
    """The text, and what it is encoded in; bytes that are no character as `to_text` leaves them."""
    for mark, codec, name in _ORDER_MARKS:
        if data.startswith(mark):
            return to_text(data[len(mark) :], codec), name
    if data.startswith(_BINARY_HEADS):
        raise PageError("binary")
    found = guess(data)
    sample = data[:_SAMPLE]
    if found is None or not found.startswith("utf-16"):
        if not sample.strip(b"\x00 \t\r\n\f\v"):
            raise PageError("empty")
        if sample.count(0) * 20 > len(sample) or _control_share(sample) > 0.1:
            raise PageError("binary")
    codec = found or "utf-8"
    return to_text(data, codec), NAMES.get(codec, codec.replace("_", "-"))


def _as_said(data: bytes, codec: str) -> tuple[str, str]:
    return to_text(data, codec).removeprefix("\ufeff"), NAMES.get(codec, codec.replace("_", "-"))


_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be", "utf-16-be"),
)

_FRESH = re.compile("[\udc00-\udcff]")


_CONTROLS = bytes(code for code in range(0x20) if code not in (9, 10, 12, 13, 27))


def _control_share(sample: bytes) -> float:
    odd = len(sample) - len(sample.translate(None, _CONTROLS))
    return odd / max(1, len(sample))
