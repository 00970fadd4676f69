"""Small files of records that two readers can use at once without loss.

A file is one JSON document, `{"schema": 1, "records": {key: {"at": …, …}}}`. It is only ever replaced as
a whole (a new file, flushed to the disk, then renamed over the old one), so whoever reads it sees it
before or after a change, never in between. Whoever changes it holds the folder's lock, reads it afresh
and puts in no more than his own records: of one record the newest `at` wins, and nobody's others are lost.

What cannot be written (full disk, folder that may only be read, another reader that holds the lock for
too long) stays in memory, is seen by this reader, and is tried again with the next change. What cannot
be read is set aside under another name and never overwritten.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lctui.i18n import tr

SCHEMA = 1
# Seconds to wait for another reader's change, which takes a few milliseconds.
LOCK_TIMEOUT = 2.0
# What a file system says that has no locks; records are then merged all the same, only less surely.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL})

Record = dict[str, Any]


class Unreadable(Exception):
    """A file that holds no records; the text says why."""


class Newer(Exception):
    """A file written by a later version of the program."""


def reason_of(error: OSError) -> str:
    """Why something could not be read or written, in the interface language where it has words for it."""
    known = {
        errno.ENOSPC: tr("磁盘已满"),
        errno.EDQUOT: tr("配额已用完"),
        errno.EROFS: tr("文件系统只读"),
        errno.EACCES: tr("没有权限"),
        errno.EPERM: tr("没有权限"),
        errno.ENOENT: tr("没有这个文件夹"),
        errno.ENOTDIR: tr("不是文件夹"),
        errno.EEXIST: tr("那里已有同名的文件"),
        errno.EIO: tr("磁盘读写出错"),
        errno.EFBIG: tr("文件过大"),
    }
    return known.get(error.errno or 0) or error.strerror or str(error)


class Problems:
    """Sentences for the reader about what went wrong; each is said once."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._said: set[str] = set()
        self._waiting: list[str] = []

    def say(self, sentence: str) -> None:
        """Keep a sentence to be told, unless it was told before."""
        with self._guard:
            if sentence not in self._said:
                self._said.add(sentence)
                self._waiting.append(sentence)

    def take(self) -> tuple[str, ...]:
        """The sentences not yet taken, in order."""
        with self._guard:
            waiting, self._waiting = tuple(self._waiting), []
        return waiting


class RecordFile:
    """The records of one file. Safe to use from several threads and several processes.

    `keep` is how many records are kept, the newest; None for all of them.
    """

    def __init__(self, path: Path, problems: Problems, keep: int | None = None) -> None:
        self.path = path
        self._problems = problems
        self._keep = keep
        # What is in memory is guarded apart from the disk, which may be slow: a change that is to be
        # written later, and a look at the records, never wait for another thread that is writing.
        self._memory = threading.Lock()
        self._disk = threading.Lock()
        self._loaded = False
        self._pending: dict[str, tuple[float, Record | None]] = {}
        self._seen: tuple[int, int, int] | None = None
        self._records: dict[str, Record] = {}
        # Set where the file must not be replaced: it could not be set aside, or a later version wrote it.
        self._frozen = False

    def records(self) -> Mapping[str, Record]:
        """All records by key, the changes not yet written among them. Not to be changed."""
        if self._disk.acquire(blocking=not self._loaded):
            try:
                self._refresh()
            finally:
                self._disk.release()
        records = self._records
        with self._memory:
            return _merged(records, self._pending) if self._pending else records

    @property
    def unwritten(self) -> bool:
        """Whether there are changes that are not yet on the disk."""
        return bool(self._pending)

    def put(self, changes: Mapping[str, Record | None], at: float, *, write: bool = True) -> bool:
        """Set records, or with None remove them, as of the time `at` (seconds since 1970).

        They are seen at once; `write` says whether they are also written now or with the next `flush`.
        Gives whether everything is on the disk.
        """
        with self._memory:
            for key, record in changes.items():
                # Who changes what he sees means to, even where a clock that went wrong dated it later.
                when = max(at, at_of(self._records.get(key, {})))
                self._pending[key] = (when, None if record is None else {**record, "at": when})
        return self.flush() if write else False

    def flush(self) -> bool:
        """Write what is not yet written; whether everything is on the disk then. Nothing is raised."""
        with self._disk:
            with self._memory:
                pending = dict(self._pending)
            if not pending:
                return True
            try:
                if not self._write(pending):
                    return False
            except OSError as error:
                sentence = tr("{folder} 写不了（{reason}）；阅读不受影响，改动留在内存里")
                self._problems.say(sentence.format(folder=self.path.parent, reason=reason_of(error)))
                return False
            with self._memory:
                for key, change in pending.items():
                    # What was changed again meanwhile is still to be written.
                    if self._pending.get(key) is change:
                        del self._pending[key]
                return not self._pending

    def _write(self, pending: Mapping[str, tuple[float, Record | None]]) -> bool:
        """Put changes into the file; False where it must not be replaced. Raises OSError."""
        if self._frozen:
            return False
        with lock(self.path.parent):
            if not self._refresh(locked=True):
                return False
            merged = _newest(_merged(self._records, pending), self._keep)
            replace(self.path, _document(merged))
            self._records, self._seen = merged, _stamp(self.path)
        return True

    def _refresh(self, *, locked: bool = False) -> bool:
        """Read the file again if it changed since it was last read; whether it may be replaced."""
        stamp = _stamp(self.path)
        self._loaded = True
        if self._frozen or (stamp is not None and stamp == self._seen):
            return not self._frozen
        try:
            self._records = read(self.path)
            self._seen = stamp
        except Newer:
            self._freeze(tr("{path} 是更新版本的 lctui 写的；这次不改动它").format(path=self.path))
        except Unreadable as error:
            self._set_aside(str(error), locked)
        except OSError as error:
            reason = reason_of(error)
            self._freeze(tr("{path} 读不了（{reason}）；这次不改动它").format(path=self.path, reason=reason))
        return not self._frozen

    def _freeze(self, sentence: str) -> None:
        self._frozen = True
        self._records, self._seen = {}, _stamp(self.path)
        self._problems.say(sentence)

    def _set_aside(self, reason: str, locked: bool) -> None:
        """Rename a broken file, if it still is one once the lock is held."""
        self._records, self._seen = {}, None
        try:
            with contextlib.nullcontext() if locked else lock(self.path.parent):
                try:
                    self._records = read(self.path)
                    return
                except Unreadable:
                    aside = _free_name(self.path)
                    os.rename(self.path, aside)
        except (OSError, Newer):
            self._freeze(
                tr("{path} 已损坏（{reason}），又不能改名保存；这次不改动它").format(
                    path=self.path, reason=reason
                )
            )
            return
        self._problems.say(
            tr("{name} 已损坏，从空白开始；原样另存为 {aside}").format(name=self.path.name, aside=aside)
        )


def read(path: Path) -> dict[str, Record]:
    """The records in a file; none where there is no file.

    Raises Unreadable or Newer where it holds something else, OSError where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    try:
        document = json.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Unreadable(tr("不是有效的 JSON")) from error
    if not isinstance(document, dict) or not isinstance(document.get("schema"), int):
        raise Unreadable(tr("缺少 schema"))
    if document["schema"] > SCHEMA:
        raise Newer
    records = document.get("records")
    if not isinstance(records, dict) or not all(isinstance(record, dict) for record in records.values()):
        raise Unreadable(tr("缺少 records"))
    return records


def replace(path: Path, content: str) -> None:
    """Replace a file as a whole, and only once all of it is on the disk. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content.encode("utf-8", "replace"))
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. Raises OSError where the folder cannot be made or written, and
    TimeoutError, which is one, where another process holds the lock for longer than `LOCK_TIMEOUT`."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        deadline = time.monotonic() + LOCK_TIMEOUT
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeoutError(errno.ETIMEDOUT, tr("另一个 lctui 正占用着")) from None
                time.sleep(0.01)
            except OSError as error:
                if error.errno in _NO_LOCKS:
                    break
                raise
        yield
    finally:
        os.close(handle)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What tells one version of a file from another; None where there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def at_of(record: Record) -> float:
    """When a record was set; 0 where that cannot be told."""
    at = record.get("at")
    return float(at) if isinstance(at, int | float) else 0.0


def _merged(
    records: Mapping[str, Record], changes: Mapping[str, tuple[float, Record | None]]
) -> dict[str, Record]:
    merged = dict(records)
    for key, (at, record) in changes.items():
        if key in merged and at_of(merged[key]) > at:
            continue
        if record is None:
            merged.pop(key, None)
        else:
            merged[key] = record
    return merged


def _newest(records: dict[str, Record], keep: int | None) -> dict[str, Record]:
    if keep is None or len(records) <= keep:
        return records
    newest = sorted(records, key=lambda key: at_of(records[key]), reverse=True)[:keep]
    return {key: records[key] for key in records if key in set(newest)}


def _document(records: Mapping[str, Record]) -> str:
    return json.dumps({"schema": SCHEMA, "records": records}, ensure_ascii=False, indent=1) + "\n"


def _free_name(path: Path) -> Path:
    """A name beside `path` that no file has yet: basket.json.broken-20260101-120000."""
    stem = f"{path.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}"
    names = [stem, *(f"{stem}-{number}" for number in range(1, 1000))]
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())
