"""The article store: page files in, issues and articles out, all in memory.

Files are found first (cheap), then read one by one or, where there are many, on all cores; every
file gives an issue or a problem, so that nothing is passed over in silence. The search index is
built over what has been read, when somebody asks for it.
"""

from __future__ import annotations

import os
import stat
from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from lctui.catalog import Catalog, CatalogError, Given, read_catalog
from lctui.i18n import tr
from lctui.ingest.decode import PageError
from lctui.model import Article, Hit, Issue, SearchResult
from lctui.packing import pack, unpack
from lctui.text.harmless import harmless

if TYPE_CHECKING:
    from lctui.search.index import SearchIndex

Sort = Literal["relevance", "date", "title"]
Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

PAGE_SUFFIXES = frozenset({".txt", ".text"})
"""What counts as a page in a folder; a file named outright may be called anything."""

PARALLEL_FROM = 48
"""Files from which starting other processes (about 0.3 s each) pays for itself."""

CHUNK = 16
"""Pages handed to a process at a time."""

SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class LoadProblem:
    """A path that gave no page, and a sentence on why."""

    path: str
    message: str


_FOUND = (Issue, LoadProblem)


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file to read: where it is, how it was named, the id it will have, what a catalogue says."""

    path: str
    source: str
    id: str
    shared_stem: bool
    given: Given


def bundled_pages() -> Path:
    """The folder of the pages that travel with the program."""
    package = Path(__file__).parent
    installed = package / SEEDS
    return installed if installed.is_dir() else package.parent / SEEDS


def find_pages(
    paths: Sequence[str | os.PathLike[str]] = (), given: Given | None = None
) -> tuple[list[PageFile], list[LoadProblem]]:
    """The page files under `paths` (files and folders, in the order given; none means the bundled pages).

    Folders are searched to the bottom for `.txt` and `.text`, hidden names left out. A file reached
    twice is taken once. Nothing is opened but catalogues.
    """
    given = given or Given()
    problems: list[LoadProblem] = []
    files: list[tuple[Path, str]] = []
    seen: set[str] = set()
    bundled = not paths
    for named in [bundled_pages()] if bundled else paths:
        path = Path(named)
        if not os.fspath(named):
            # A path of no characters, as an unset variable leaves behind, is not the current folder.
            problems.append(LoadProblem('""', tr("没有这个文件或文件夹")))
            continue
        if path.is_dir():
            inside = [p for p in _walk(path, problems) if p.suffix.lower() in PAGE_SUFFIXES]
            if not inside:
                problems.append(_problem(path, tr("文件夹里没有版面文件（{kinds}）").format(kinds="*.txt")))
        elif path.exists():
            inside = [path]
        else:
            problems.append(_problem(path, tr("没有这个文件或文件夹")))
            continue
        for file in inside:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                files.append((file, file.name if bundled else str(file)))
    stems = Counter(harmless(file.stem) for file, _ in files)
    catalogs: dict[Path, Catalog | None] = {}
    pages = []
    for file, source in files:
        if file.parent not in catalogs:
            try:
                catalogs[file.parent] = read_catalog(file.parent)
            except CatalogError as error:
                catalogs[file.parent] = None
                problems.append(_problem(file.parent, str(error)))
        catalog = catalogs[file.parent]
        stem = harmless(file.stem)
        said = given.over(catalog.given(file.name)) if catalog else given
        pages.append(PageFile(str(file), harmless(source), stem, stems[stem] > 1, said))
    return pages, problems


def read_pages(pages: Sequence[PageFile], *, parallel: bool = False) -> Iterator[Issue | LoadProblem]:
    """Read page files, in their order, as they are asked for; with `parallel`, many are read on all cores.

    Closing the iterator stops the reading. The other processes import the calling program's main module
    again (multiprocessing's `spawn`), so only a program whose main module is made for it may say `parallel`.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else (os.cpu_count() or 1)
    if not parallel or len(pages) < PARALLEL_FROM or cores < 2:
        found: Iterable[Issue | LoadProblem] = map(_read, pages)
    else:
        found = _chain(pages, cores)
    taken: Counter[str] = Counter()
    for issue in found:
        if isinstance(issue, Issue):
            taken[issue.id] += 1
            if taken[issue.id] > 1:
                issue = _renamed(issue, f"{issue.id}-{taken[issue.id]}")
        yield issue


def _chain(pages: Sequence[PageFile], cores: int) -> Iterator[Issue | LoadProblem]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context, resource_tracker

    # It inherits standard error, which is not to be had any more once the screen is open.
    resource_tracker.ensure_running()
    # The first page before any process is started: whoever shows it needs the cores just then.
    yield _read(pages[0])
    # Not fork: the reader has threads by then.
    pool = ProcessPoolExecutor(cores, mp_context=get_context("spawn"), initializer=_step_back)
    try:
        at = 1
        chunks = (pages[start : start + CHUNK] for start in range(1, len(pages), CHUNK))
        waiting: list[Future[bytes]] = [pool.submit(_read_all, chunk) for chunk in islice(chunks, 2 * cores)]
        try:
            while waiting:
                done: list[Issue | LoadProblem] = unpack(waiting.pop(0).result(), _FOUND)
                waiting.extend(pool.submit(_read_all, chunk) for chunk in islice(chunks, 1))
                at += len(done)
                yield from done
        except BrokenProcessPool:
            # A process was ended from outside, as where memory runs out: what is left is read here.
            yield from map(_read, pages[at:])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _step_back() -> None:
    """A reading process leaves interrupts to the program, and the cores to whoever waits for a key.

    Garbage is collected between chunks alone: reading makes next to none, and looking for it all along
    costs a tenth of the time.
    """
    import gc
    import signal

    import lctui.ingest.page  # noqa: F401 - before the freeze

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)
    gc.disable()
    gc.freeze()


def _read_all(pages: Sequence[PageFile]) -> bytes:
    """What `_read` makes of each page, packed. For a reading process."""
    import gc

    gc.collect()
    return pack([_read(page) for page in pages], _FOUND)


def _read(page: PageFile) -> Issue | LoadProblem:
    from lctui.ingest.page import read_page

    path = Path(page.path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # A pipe may never say anything, and a device never end.
            return LoadProblem(page.source, tr("不是普通文件（管道或设备）；请先存成文件"))
        data = path.read_bytes()
    except OSError as error:
        return LoadProblem(page.source, tr("无法读取：{error}").format(error=error.strerror or error))
    name = page.id
    if page.shared_stem:
        # Two files of one name: told apart by what they hold, which is the same on every machine.
        name = f"{name}~{blake2b(data, digest_size=3).hexdigest()}"
    try:
        codec = page.given.encoding
        read = read_page if codec is None else partial(read_page, codec=codec)
        return page.given.apply(read(data, source=page.source, id=name))
    except PageError as error:
        why = {
            "empty": tr("空文件，没有文字"),
            "binary": tr("不是文本文件；请先用 pdftotext 或 OCR 取出文字"),
        }
        return LoadProblem(page.source, why.get(error.reason, error.reason))
    except Exception as error:
        # Our own mistake over one page must not cost the reader all the others.
        return LoadProblem(page.source, tr("读这一版时程序出错（{error}）").format(error=repr(error)))


def _renamed(issue: Issue, name: str) -> Issue:
    articles = tuple(
        replace(article, id=name + article.id.removeprefix(issue.id)) for article in issue.articles
    )
    return replace(issue, id=name, articles=articles)


def _problem(path: object, message: str) -> LoadProblem:
    return LoadProblem(harmless(str(path)), harmless(message))


def _walk(folder: Path, problems: list[LoadProblem]) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        problems.append(
            _problem(error.filename, tr("无法读取：{error}").format(error=error.strerror or error))
        )

    for root, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(root, name)


class ArticleStore:
    """Issues and articles in memory, newest issue first; undated ones last."""

    def __init__(self, issues: Iterable[Issue] = (), problems: Iterable[LoadProblem] = ()) -> None:
        self._issues: list[Issue] = []
        self._homes: dict[str, tuple[Issue, Article]] = {}
        self._digests: dict[str, str] = {}
        """Issue id → digest of its page, and the other way round."""
        self.problems: list[LoadProblem] = list(problems)
        self._index: SearchIndex | None = None
        for issue in issues:
            self.add(issue)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All issues, newest first."""
        return tuple(self._issues)

    def __len__(self) -> int:
        """How many articles there are."""
        return len(self._homes)

    def add(self, issue: Issue) -> None:
        """Take in an issue. An index built before no longer holds."""
        insort(self._issues, issue, key=_order)
        self._homes.update((article.id, (issue, article)) for article in issue.articles)
        page = "\n".join(issue.lines).encode("utf-8", "surrogatepass")
        digest = blake2b(page, digest_size=8).hexdigest()
        self._digests[issue.id] = digest
        self._digests.setdefault(digest, issue.id)
        self._index = None

    def article(self, article_id: str) -> Article:
        """The article of this id. Raises KeyError."""
        return self._homes[article_id][1]

    def issue_of(self, article_id: str) -> Issue:
        """The issue that holds this article. Raises KeyError."""
        return self._homes[article_id][0]

    def key(self, article_id: str) -> str:
        """What an article is known by from one day to the next, whatever its file is called and whatever is
        opened beside it: a digest of its page, and its number there. Raises KeyError."""
        issue = self.issue_of(article_id)
        return self._digests[issue.id] + article_id.removeprefix(issue.id)

    def by_key(self, key: str) -> str | None:
        """The id of the article of this key; None where its page is not open."""
        digest, slash, number = key.partition("/")
        article_id = self._digests.get(digest, "") + slash + number
        return article_id if article_id in self._homes else None

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._homes

    def articles(self) -> Iterator[tuple[Issue, Article]]:
        """Every article with its issue, in list order."""
        return ((issue, article) for issue in self.issues for article in issue.articles)

    @property
    def ready(self) -> bool:
        """Whether a search is answered at once."""
        return self._index is not None

    def build_index(self, progress: Progress | None = None, cancelled: IsCancelled | None = None) -> None:
        """Build the search index over all articles; may run in a thread.

        `progress` is told articles done and in all. Where `cancelled` says so, or where issues were
        added meanwhile, there is no index afterwards.
        """
        from lctui.search.collection import Cancelled
        from lctui.search.index import SearchIndex

        articles = list(self.articles())
        with suppress(Cancelled):
            index = SearchIndex.build(articles, progress=progress, cancelled=cancelled)
            if len(articles) == len(self._homes):
                self._index = index

    def find(self, query: str, limit: int | None = 200, sort: Sort = "relevance") -> SearchResult:
        """The answer to a query in the language of the search bar, at most `limit` hits, None for all.

        Raises ValueError for a limit below 1 or an unknown sort order.
        """
        if limit is not None and limit < 1:
            raise ValueError(f"limit must be 1 or more, or None, not {limit!r}")
        if sort not in get_args(Sort):
            raise ValueError(f"sort must be one of {', '.join(get_args(Sort))}, not {sort!r}")
        return self._ready_index().find(query, limit=limit, sort=sort)

    def search(self, query: str, limit: int | None = 10, sort: Sort = "relevance") -> list[Hit]:
        """The hits of `find` alone."""
        return list(self.find(query, limit, sort).hits)

    def complete(self, text: str) -> list[str]:
        """What the text in the search bar could become: field names, writers, places, columns."""
        return self._ready_index().complete(text)

    def related(self, article_id: str, limit: int = 10) -> list[Hit]:
        """Articles of the same story, writer or place, nearest first."""
        return self._ready_index().related(article_id, limit)

    def _ready_index(self) -> SearchIndex:
        if self._index is None:
            self.build_index()
        assert self._index is not None
        return self._index


def _order(issue: Issue) -> tuple[int, str]:
    day = issue.sort_date
    return (-day.toordinal() if day else 0, issue.source)


def open_store(
    paths: Sequence[str | os.PathLike[str]] | str | os.PathLike[str] = (),
    given: Given | None = None,
    *,
    parallel: bool = False,
) -> ArticleStore:
    """Read all pages under `paths` (files and folders; none means the bundled pages).

    What could not be read stands in the store's `problems`; nothing is raised for it. `parallel` as for
    `read_pages`.
    """
    if isinstance(paths, str | os.PathLike):
        paths = [paths]
    pages, problems = find_pages(paths, given)
    store = ArticleStore(problems=problems)
    for found in read_pages(pages, parallel=parallel):
        if isinstance(found, Issue):
            store.add(found)
        else:
            store.problems.append(found)
    return store
