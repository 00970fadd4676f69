"""Text from outside — file names, options, settings — that may be printed on a terminal as it is."""

from __future__ import annotations

import re

# Controls (C0, DEL, C1), direction marks and overrides, line and paragraph separators, and surrogates,
# which stand for bytes of a file name that are no character and cannot be encoded.
_ACTING = "\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
# What is not seen at all, so that two names that differ look the same, and the screen's own filler.
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U0010fffd-\U0010ffff"
)
_HARMFUL = re.compile(f"[{_ACTING}{_UNSEEN}]")


def harmless(text: str) -> str:
    """`text` on one line, every character that would act on a terminal, or not be seen, as U+FFFD."""
    return _HARMFUL.sub("\ufffd", text)
