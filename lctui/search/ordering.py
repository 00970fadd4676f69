"""The order in which found articles are shown: by relevance, by date or by title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lctui.search.collection import Collection
    from lctui.search.evaluate import Found

Sort = Literal["relevance", "date", "title"]

_TITLE_CHARACTERS = 12  # that decide the order of titles


class Ordering:
    """Sorts the articles of a collection; dates are read off once."""

    def __init__(self, collection: Collection) -> None:
        import numpy as np

        self._collection = collection
        self._days = np.fromiter(
            (issue.sort_date.toordinal() if issue.sort_date else 0 for issue, _ in collection.articles),
            dtype=np.int32,
            count=len(collection),
        )
        self._title_keys: NDArray[np.int32] | None = None

    def order(self, found: Found, sort: Sort) -> NDArray[np.int64]:
        """The numbers of the found articles, first the one to be shown first.

        Equals are ordered by relevance, then newest first, then as the articles were given.
        """
        import numpy as np

        numbers = np.flatnonzero(found.tiers)
        relevance: list[NDArray[Any]] = [-self._days[numbers], -found.scores[numbers], found.tiers[numbers]]
        if sort == "date":
            keys = [*relevance, -self._days[numbers]]
        elif sort == "title":
            keys = [*relevance, *reversed(self._titles(numbers))]
        else:
            keys = relevance
        order: NDArray[np.int64] = numbers[np.lexsort(keys)]
        return order

    def _titles(self, numbers: NDArray[np.int64]) -> list[NDArray[np.int32]]:
        """For each of the first characters of the titles its place in a dictionary ordered by sound."""
        import numpy as np

        if self._title_keys is None:
            self._title_keys = _dictionary_order()
        bounds = self._collection.bounds[0]
        starts, ends = bounds[numbers], bounds[numbers + 1] - 1
        columns = []
        for i in range(_TITLE_CHARACTERS):
            at = np.minimum(starts + i, ends)  # the separator sorts before every character
            columns.append(self._title_keys[self._collection.codes[at]])
        return columns


def _dictionary_order() -> NDArray[np.int32]:
    """For each code its rank: by its usual reading as a dictionary has it, Latin letters first."""
    import numpy as np

    from lctui.text.pinyin import readings

    table = readings()
    sounds = [(table.of(code)[:1] if code >= 0x80 else (), code) for code in range(0x10000)]
    order = sorted(range(0x10000), key=sounds.__getitem__)
    ranks = np.empty(0x10000, dtype=np.int32)
    ranks[order] = np.arange(0x10000, dtype=np.int32)
    return ranks
