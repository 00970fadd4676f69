"""A page whose encoding the reader has said."""

from __future__ import annotations

from dataclasses import replace

from lctui.ingest.decode import as_utf8, decode
from lctui.ingest.page import read_page
from lctui.model import Issue, Repair


def read_page_as(codec: str, data: bytes, *, source: str, id: str) -> Issue:
    """The articles of a page in `codec`, as `encodings.known` gives it; else as `read_page`.

    The stages get its lines in UTF-8, and what was done to its characters meanwhile is told of the issue.
    """
    decoded = decode(data, codec)
    issue = read_page(as_utf8(decoded), source=source, id=id)
    marks = (Repair(line, "control", before, after) for line, before, after in decoded.marks)
    repairs = tuple(sorted((*marks, *issue.repairs), key=lambda repair: repair.line))
    return replace(issue, encoding=decoded.encoding, undecodable=decoded.undecodable, repairs=repairs)
