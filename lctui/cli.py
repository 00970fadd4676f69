"""The command line. The reader's screen is imported only where it opens.

    lctui [PATH …]                   read
    lctui dump [PATH …]              the reconstruction as JSON
    lctui search QUERY [PATH …]      search, as grep would
    lctui doctor                     what the terminal can do

Exit status: 0, 1 where a search found nothing, 2 where something was wrong (said in one line each).
"""

from __future__ import annotations

import argparse
import errno
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn, TextIO

from lctui import __version__
from lctui.i18n import tr, use_language
from lctui.text.harmless import harmless

if TYPE_CHECKING:
    from lctui.catalog import Given
    from lctui.config import Config

COMMANDS = ("dump", "search", "doctor")

SHORT = 500_000
"""Bytes of a file that is read before the screen opens; it takes about half a second."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `lctui`; the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    use_language(_language(given))
    if sys.stdout is None or sys.stderr is None:
        return 2  # closed by whoever started the program: nothing can be said, nor to whom
    _write_chinese(sys.stdout, sys.stderr)
    try:
        command = given[0] if given and given[0] in COMMANDS else None
        status = _run(command, given[1:] if command else given)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Whoever read our output has gone, as `head` does. Nothing is left to say to them.
        _give_up_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NOT_WRITTEN:
            _give_up_output()
            from lctui.commands import complain

            return complain(tr("写不出去：{error}").format(error=error.strerror))
        return _broken(error)


_NOT_WRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def _give_up_output() -> None:
    """Let what is still in the buffer of standard output go nowhere, so that the end is a quiet one."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_chinese(*streams: TextIO) -> None:
    """Write UTF-8 where the locale's encoding has no Chinese (Latin-1, ASCII): nothing else can be meant."""
    for stream in streams:
        try:
            "报".encode(stream.encoding)
        except (UnicodeEncodeError, LookupError):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8")


def _broken(error: Exception) -> int:
    """Our own mistake, said in one line; what a developer needs to see is kept in a file."""
    import tempfile
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="replace", prefix="lctui-", suffix=".log", delete=False
    ) as log:
        traceback.print_exception(error, file=log)
    print(
        "lctui: "
        + tr("程序出错（{error}）；请把 {path} 交给开发者").format(error=type(error).__name__, path=log.name),
        file=sys.stderr,
    )
    return 2


def _language(given: Sequence[str]) -> str | None:
    """The language asked for on the command line, needed before its help can be worded."""
    for n, argument in enumerate(given):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and n + 1 < len(given):
            return given[n + 1]
    return None


def _run(command: str | None, given: list[str]) -> int:
    if command == "search":
        from lctui.commands import search

        return search(_search_parser().parse_intermixed_args(_negations(given)))
    if command == "dump":
        from lctui.commands import dump

        return dump(_dump_parser().parse_args(given))
    if command == "doctor":
        from lctui.commands import doctor

        return doctor(_doctor_parser().parse_args(given))
    return _read(_reader_parser().parse_args(given))


def _read(options: argparse.Namespace) -> int:
    from lctui.commands import complain, given_of, settings

    config = settings(options)
    if config is None:
        return 2
    given = given_of(options)
    if given is None:
        return 2
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return complain(tr("阅读器需要终端；输出到文件或管道请用 lctui dump 或 lctui search"))
    return _open(options.paths, config, given)


def _open(paths: Sequence[str], config: Config, given: Given) -> int:
    """Open the reader as soon as the first page is read; 2 where there is none.

    A file too long to be read in a moment is left to the open reader, which says how far it is.
    """
    from lctui.commands import report
    from lctui.model import Issue
    from lctui.store import ArticleStore, find_pages, read_pages

    pages, problems = find_pages(paths, given)
    store = ArticleStore(problems=problems)
    found = read_pages(pages, parallel=True)
    read = 0
    while read < len(pages) and not store.issues and _is_short(pages[read].path):
        first = next(found)
        read += 1
        if isinstance(first, Issue):
            store.add(first)
        else:
            store.problems.append(first)
    if not store.issues and read == len(pages):
        return report(store.problems)
    if config.ambiguous_width is None:
        from lctui.terminal import ask_ambiguous_width

        width = ask_ambiguous_width(sys.stdin.fileno(), sys.stdout.fileno())
        config = replace(config, ambiguous_width=width or 1)
    from lctui.ui.app import run_reader

    status = run_reader(store, found, len(pages) - read, config)
    if store.problems and not store.issues:
        status = report(store.problems)
    if any(thread.is_alive() and not thread.daemon for thread in threading.enumerate()[1:]):
        # The reader has left: a page that is still being read, and may be for long, is nobody's any more.
        sys.stdout.flush()
        os._exit(status)
    return status


def _is_short(path: str) -> bool:
    try:
        return os.path.getsize(path) <= SHORT
    except OSError:
        return True


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, as every other error is said."""

    def error(self, message: str) -> NoReturn:
        hint = tr("；用法见 {command} --help").format(command=self.prog)
        self.exit(2, f"lctui: {harmless(message)}{hint}\n")


def _negations(given: Sequence[str]) -> list[str]:
    """Arguments with a blank before each that is a word the query excludes (-机场): no option is Chinese."""
    return [f" {one}" if one.startswith("-") and one[1:2] > "\x7f" else one for one in given]


def _parser(prog: str, description: str) -> _Parser:
    parser = _Parser(prog=prog, description=description, allow_abbrev=False)
    parser.add_argument("--lang", choices=("zh", "en"), help=tr("界面语言"))
    return parser


def _add_pages(parser: argparse.ArgumentParser, says: str | None = None) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=says or tr("版面文件或文件夹；不给则打开自带的五个版面"),
    )
    about = parser.add_argument_group(tr("版面上没有的信息"))
    about.add_argument("--paper", help=tr("报名"))
    about.add_argument("--date", metavar="YYYY-MM-DD", help=tr("出版日期"))
    about.add_argument("--page", help=tr("版次"))
    about.add_argument("--section", help=tr("版名"))
    about.add_argument("--encoding", metavar="NAME", help=tr("文件的编码，如 gb18030、big5；不给则自行识别"))


def _reader_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "lctui",
        tr("在终端里阅读只剩版面文字的中文报纸。子命令：dump、search、doctor（各有 --help）。"),
    )
    parser.add_argument("--version", action="version", version=f"lctui {__version__}")
    _add_pages(parser)
    parser.add_argument("--theme", help=tr("主题，如 newsprint-light、newsprint-dark"))
    parser.add_argument("--measure", type=int, metavar="N", help=tr("每行最多多少字（默认 40）"))
    parser.add_argument(
        "--ambiguous-width",
        choices=("1", "2", "auto"),
        help=tr("“ ” … — □ 等字符占几格；auto 询问终端"),
    )
    return parser


def _dump_parser() -> argparse.ArgumentParser:
    parser = _parser("lctui dump", tr("把重建的稿件以 JSON 写到标准输出。"))
    _add_pages(parser)
    return parser


def _search_parser() -> argparse.ArgumentParser:
    parser = _parser("lctui search", tr("搜索：每行一篇；没有结果时退出码为 1，查询有误时为 2。"))
    parser.usage = "lctui search [OPTION …] QUERY [PATH …]"
    _add_pages(parser, tr("先是查询，写法与搜索栏相同，几个词要用引号括在一起；再是版面文件或文件夹"))
    parser.add_argument("--json", action="store_true", help=tr("每个查询输出一行 JSON"))
    parser.add_argument("--limit", type=int, default=None, metavar="N", help=tr("最多多少篇"))
    parser.add_argument(
        "--sort", choices=("relevance", "date", "title"), default="relevance", help=tr("排序")
    )
    parser.add_argument("--queries", metavar="FILE", help=tr("文件中每行一个查询，- 为标准输入；需要 --json"))
    return parser


def _doctor_parser() -> argparse.ArgumentParser:
    return _parser("lctui doctor", tr("检查终端、剪贴板通道与字符宽度。"))
