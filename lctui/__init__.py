"""lctui: a terminal reader for Chinese newspaper pages that survive only as raw page text.

The public names are loaded on first use, so that `import lctui` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lctui.catalog import Given as Given
    from lctui.model import Article as Article
    from lctui.model import Hit as Hit
    from lctui.model import Issue as Issue
    from lctui.model import Match as Match
    from lctui.model import Paragraph as Paragraph
    from lctui.model import SearchResult as SearchResult
    from lctui.model import Span as Span
    from lctui.model import Tier as Tier
    from lctui.store import ArticleStore as ArticleStore
    from lctui.store import open_store as open_store

__version__ = "0.1.0"

_HOMES = {
    "Article": "lctui.model",
    "ArticleStore": "lctui.store",
    "Given": "lctui.catalog",
    "Hit": "lctui.model",
    "Issue": "lctui.model",
    "Match": "lctui.model",
    "Paragraph": "lctui.model",
    "SearchResult": "lctui.model",
    "Span": "lctui.model",
    "Tier": "lctui.model",
    "open_store": "lctui.store",
}

__all__ = [
    "Article",
    "ArticleStore",
    "Given",
    "Hit",
    "Issue",
    "Match",
    "Paragraph",
    "SearchResult",
    "Span",
    "Tier",
    "__version__",
    "open_store",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'lctui' has no attribute {name!r}")
