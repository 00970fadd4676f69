"""Furniture that only its neighbours tell: the paper's name, and lines of a column that look like furniture.

A line of two to eight characters that ends in 报 is the paper's name beside a folio or its own
romanisation, and a headline elsewhere; a line that names a telephone is body where the lines above and
below it are a column's.
"""

from __future__ import annotations

from collections.abc import Sequence

from lctui.ingest.folios import is_dated, is_masthead, is_romanised
from lctui.ingest.params import PARAMS, IngestParams
from lctui.ingest.roles import Line, Mark

_NEAR = 2
"""Lines to either side among which the folio of a masthead is sought."""


def settle_furniture(lines: Sequence[Line], params: IngestParams = PARAMS) -> None:
    """Mark as furniture what stands beside the folio, and as body what stands in a column. In place."""
    for index, line in enumerate(lines):
        if line.mark is Mark.FURNITURE:
            if _in_column(lines, index, params):
                line.mark = Mark.PLAIN
        elif line.mark is Mark.PLAIN and len(line.text) <= 42:
            name, latin = is_masthead(line.text), is_romanised(line.text)
            if (name or latin) and any(
                (other.mark is Mark.FURNITURE and is_dated(other.text))
                or (is_romanised(other.text) if name else is_masthead(other.text))
                for other in (*lines[max(0, index - _NEAR) : index], *lines[index + 1 : index + 1 + _NEAR])
            ):
                line.mark = Mark.FURNITURE


def _in_column(lines: Sequence[Line], index: int, params: IngestParams) -> bool:
    """Whether the line goes on from the one above, which breaks off, and both are of one column."""
    if not 0 < index < len(lines) - 1:
        return False
    above, line, below = lines[index - 1 : index + 2]
    return (
        above.mark is Mark.PLAIN
        and below.mark is Mark.PLAIN
        and not line.gap
        and not below.gap
        and not above.ends
        and not line.indent
        and line.printed >= params.shortest_sample
        and abs(above.printed - line.printed) <= params.same_width
    )
