"""What a page does not say: paper, date, page number, section, encoding, from a `catalog.toml` beside it.

    paper = "大众日报"                     # for every page of this folder
    [files."002_*.txt"]                   # for the files of this name; the last that fits wins
    date = 2024-01-16
    page = "9"
    section = "聊城新闻"
    encoding = "gb18030"

What is given here, or on the command line, outranks what was read off the page: it is the
reader's own word against an OCR's.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from lctui.i18n import tr
from lctui.model import Issue
from lctui.text.harmless import harmless

FILE_NAME = "catalog.toml"
_KEYS = ("paper", "date", "page", "section", "encoding")


class CatalogError(Exception):
    """A catalogue that cannot be used; the text names the file, the line and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a catalogue or the command line says of a page; None where it says nothing."""

    paper: str | None = None
    date: date | None = None
    page: str | None = None
    section: str | None = None
    encoding: str | None = None
    """A codec of Python's, as `known_encoding` gives it; heeded when the page is read."""

    def over(self, other: Given) -> Given:
        """This, and where it says nothing, `other`."""
        return Given(*(getattr(self, key) or getattr(other, key) for key in _KEYS))

    def apply(self, issue: Issue) -> Issue:
        """The issue with what is given here filled in."""
        return replace(
            issue,
            masthead=harmless(self.paper or "") or issue.masthead,
            date=self.date or issue.date,
            date_inferred=None if self.date else issue.date_inferred,
            page=harmless(self.page or "") or issue.page,
            section=harmless(self.section or "") or issue.section,
        )


@dataclass(frozen=True, slots=True)
class Catalog:
    """One catalogue: what holds for every page of its folder, and what for files by name."""

    common: Given
    files: tuple[tuple[str, Given], ...]

    def given(self, name: str) -> Given:
        """What is said of the file called `name` (its last path component)."""
        found = self.common
        for pattern, given in self.files:
            if name == pattern or fnmatchcase(name, pattern):
                found = given.over(found)
        return found


def read_catalog(folder: Path) -> Catalog | None:
    """The catalogue of a folder, or None where there is none.

    Raises CatalogError with the file and line for a catalogue that cannot be read.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(tr("目录文件 {path} 无法读取：{error}").format(path=path, error=error)) from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogError(
            tr("目录文件 {path} 不是有效的 TOML：{error}").format(path=path, error=error)
        ) from error
    files = table.pop("files", {})
    if not isinstance(files, dict):
        raise _bad(path, text, "files", tr('应是按文件名列出的表，如 [files."01.txt"]'))
    common = _given(path, text, table)
    entries: list[tuple[str, Given]] = []
    for name, entry in files.items():
        if not isinstance(entry, dict):
            raise _bad(path, text, name, tr('应是一个表，如 [files."01.txt"]'))
        entries.append((name, _given(path, text, entry, name)))
    return Catalog(common, tuple(entries))


def given_date(text: str) -> date:
    """The date in `text` (YYYY-MM-DD). Raises ValueError for anything else."""
    return date.fromisoformat(text.strip())


ENCODINGS = "utf-8, utf-16, gb18030, big5, shift-jis, euc-jp, euc-kr"


def known_encoding(name: str) -> str | None:
    """Python's codec for the encoding that the reader names; None where there is none."""
    from lctui.ingest.encodings import known

    return known(name)


def _given(path: Path, text: str, table: Mapping[str, object], within: str = "") -> Given:
    values: dict[str, object] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise _bad(
                path, text, key, tr("不认识的项；可用的有 paper、date、page、section、encoding"), within
            )
        if key == "date":
            try:
                values[key] = value if type(value) is date else given_date(str(value))
            except ValueError:
                raise _bad(path, text, key, tr("日期应写作 2024-01-16"), within) from None
        elif key == "encoding":
            values[key] = codec = known_encoding(str(value))
            if codec is None:
                raise _bad(
                    path, text, key, tr("不认识的编码；可用 {names} 等").format(names=ENCODINGS), within
                )
        elif isinstance(value, str | int) and not isinstance(value, bool):
            values[key] = str(value)
        else:
            raise _bad(path, text, key, tr("应是一个字符串"), within)
    return Given(**values)  # type: ignore[arg-type]


def _bad(path: Path, text: str, key: str, why: str, within: str = "") -> CatalogError:
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if within and within in line), 0)
    named = re.compile(rf"""\s*(\[.*)?["']?{re.escape(key)}["']?\s*[=\]]""")
    line = next((n for n in range(start, len(lines)) if named.match(lines[n])), start) + 1
    return CatalogError(
        tr("目录文件 {path} 第 {line} 行，{key}：{why}").format(path=path, line=line, key=key, why=why)
    )
