"""The figures may not fall below the floor, and the typesetter must tell the truth about its pages."""

from __future__ import annotations

import pytest

from .corpus import ENVIRONMENT, corpus_path
from .figures import floor_samples, labelled, measure
from .floor import SECTIONS, below, read_floor

pytestmark = pytest.mark.quality


@pytest.mark.parametrize("section", SECTIONS)
def test_no_figure_is_below_the_floor(section: str) -> None:
    if section == "corpus" and corpus_path() is None:
        pytest.skip(f"{ENVIRONMENT} names no folder with a collection to typeset")
    floor = read_floor(section)
    assert floor, f"floor.toml has no section {section}"
    assert below(measure(floor_samples(section)).table(), floor) == []


def test_the_bundled_pages_are_all_labelled() -> None:
    keys = [len(sample.gold.articles) for sample in labelled() if "seeds" in sample.groups]
    assert keys == [10, 10, 8, 11, 8]


def test_a_figure_below_the_floor_is_named() -> None:
    floor = {"A grammar": {"articles": 0.98, "lines_lost": 0, "place": 0.5}}
    assert below({"A grammar": {"articles": 0.97, "lines_lost": 1}}, floor) == [
        "A grammar: articles is 0.97, the floor is 0.98",
        "A grammar: lines_lost is 1, the floor is 0",
        "A grammar: place is no longer measured (floor 0.5)",
    ]
    assert below({"A grammar": {"articles": 0.98, "lines_lost": 0, "place": 1.0}}, floor) == []
