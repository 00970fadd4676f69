"""The page taken apart into bodies and headlines, before it is known which belong together."""

from __future__ import annotations

from dataclasses import dataclass

from lctui.ingest.continuity import Continuity
from lctui.ingest.drafts import Draft, Run
from lctui.ingest.roles import Line
from lctui.ingest.wording import Wording


@dataclass(slots=True)
class Sheet:
    """The page taken apart: drafts and headline runs in page order, and what is neither.

    `before` tells that headlines stand before their bodies on this page, `mixed` that some surely
    do not; `wording` is what
    its bodies say, `continuity` the evidence on what goes on from what.
    """

    drafts: list[Draft]
    runs: list[Run]
    furniture: list[Line]
    boxes: list[list[Line]]
    before: bool
    mixed: bool
    wording: Wording
    continuity: Continuity
