"""Text from outside — file names, options, settings — that may be printed on a terminal as it is."""

from __future__ import annotations

import re

# Controls (C0, DEL, C1), direction marks and overrides, line and paragraph separators, and surrogates,
# which stand for bytes of a file name that are no character and cannot be encoded.
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]",
)


def harmless(text: str) -> str:
    """`text` on one line, every character that would act on a terminal as U+FFFD."""
    return _HARMFUL.sub("\ufffd", text)
