"""Chinese words: jieba behind a private, quiet tokenizer that loads its dictionary on first use.

The dictionary is read line by line (0.4 s) instead of through jieba's cache: unmarshalling the
cache is one call that holds the interpreter for as long as it takes, and the screen with it; and a
cache file in a folder that everybody can write to is nobody's to trust.
"""

from __future__ import annotations

import logging
import threading
import warnings
from typing import TYPE_CHECKING, Any

from lctui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_lock = threading.Lock()
_tokenizer: Any = None


def words(text: str) -> list[Span]:
    """The words of `text` in order, blanks and punctuation each for themselves; nothing is left out.

    Loads jieba's dictionary at the first call.
    """
    spans: list[Span] = []
    pieces: Iterable[tuple[str, int, int]] = _ready_tokenizer().tokenize(text)
    for _, start, end in pieces:
        spans.append(Span(start, end))
    return spans


def is_word(text: str) -> bool:
    """Whether the dictionary has `text` (simplified characters) as a word. Loads it at the first call."""
    return bool(_ready_tokenizer().FREQ.get(text))


def warm_up() -> None:
    """Load the dictionary now, in the caller's thread."""
    _ready_tokenizer()


def loaded() -> bool:
    """Whether `words` answers at once."""
    return _tokenizer is not None


def _ready_tokenizer() -> Any:
    global _tokenizer
    if _tokenizer is None:
        with _lock:
            if _tokenizer is None:
                _tokenizer = _load()
    return _tokenizer


def _load() -> Any:
    with warnings.catch_warnings():
        # Its source has escapes that newer Pythons warn of, and it asks for pkg_resources.
        warnings.simplefilter("ignore")
        import jieba

    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer
