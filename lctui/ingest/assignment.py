"""The assignment problem: rows to columns, each at most once, for the greatest sum of scores."""

from __future__ import annotations

from collections.abc import Sequence


def assign(scores: Sequence[Sequence[float]]) -> list[int | None]:
    """For each row the column it gets, or None; scores of 0 and less are never taken.

    The Hungarian algorithm with potentials, O(n²m). Every row has a column of its own worth nothing
    beside the real ones, so that a row may also stay without.
    """
    rows = len(scores)
    if not rows:
        return []
    real = len(scores[0])
    columns = real + rows
    cost = [[0.0] * (columns + 1)]
    for index, row in enumerate(scores):
        cost.append(
            [
                0.0,
                *(-value if value > 0 else 1e6 for value in row),
                *(0.0 if k == index else 1e6 for k in range(rows)),
            ]
        )
    u = [0.0] * (rows + 1)
    v = [0.0] * (columns + 1)
    match = [0] * (columns + 1)
    for row_index in range(1, rows + 1):
        match[0] = row_index
        least = [float("inf")] * (columns + 1)
        used = [False] * (columns + 1)
        way = [0] * (columns + 1)
        column = 0
        while True:
            used[column] = True
            current = match[column]
            delta = float("inf")
            following = 0
            for k in range(1, columns + 1):
                if used[k]:
                    continue
                reduced = cost[current][k] - u[current] - v[k]
                if reduced < least[k]:
                    least[k] = reduced
                    way[k] = column
                if least[k] < delta:
                    delta = least[k]
                    following = k
            for k in range(columns + 1):
                if used[k]:
                    u[match[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            column = following
            if not match[column]:
                break
        while column:
            match[column] = match[way[column]]
            column = way[column]
    result: list[int | None] = [None] * rows
    for k in range(1, real + 1):
        if match[k]:
            row_index = match[k] - 1
            if scores[row_index][k - 1] > 0:
                result[row_index] = k - 1
    return result
