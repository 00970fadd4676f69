"""Reading typeset and labelled pages, and pooling how well it went: by look, by source, by accident."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lctui.ingest.page import read_page
from lctui.model import Issue

from .corpus import Corpus, corpus_path
from .gold import GoldPage, load_gold
from .grammar import Grammar
from .scoring import Failure, PageScore, figures, score_page
from .stories import Source
from .typesetter import LOOKS, Look, TypesetPage, accidents, typeset

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
PAGES, FORCED = 20, 2
"""Typeset pages a look, and pages for each accident that must strike: enough to be steady, quick to read."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page with its labels, and the groups of the table that its articles count in."""

    name: str
    text: str
    gold: GoldPage
    groups: tuple[str, ...]
    look: str = ""
    forced: str = ""


@dataclass(slots=True)
class Measured:
    """The pooled counts of each group, and everything that went wrong, with the page it is on."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    failures: list[tuple[Sample, Failure]] = field(default_factory=list)

    def table(self) -> dict[str, dict[str, float | int]]:
        """Group → figures."""
        return {group: figures(counts) for group, counts in self.counts.items()}


def labelled() -> Iterator[Sample]:
    """The bundled pages, and those written after other newspapers, with their labels by hand."""
    for path in sorted((HERE / "labels").glob("*.json")):
        text = (SEEDS / f"{path.stem}.txt").read_text(encoding="utf-8")
        yield Sample(path.stem, text, load_gold(path), ("seeds", f"seed {path.stem[:3]}"))
    for path in sorted((HERE / "pages").glob("*.json")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        yield Sample(path.stem, text, load_gold(path), ("other papers", f"paper {path.stem}"))


def sources() -> list[Source]:
    """The grammar, and the collection where there is one at hand."""
    path = corpus_path()
    return [Grammar(), Corpus(path)] if path else [Grammar()]


def typeset_samples(source: Source, pages: int, forced: int, first: int = 0) -> Iterator[Sample]:
    """`pages` pages a look with the usual chances, and `forced` pages for each accident that must strike."""
    for look in LOOKS:
        for seed in range(first, first + pages):
            page = typeset(look, seed, source)
            yield _sample(page, look, (f"{look} {source.name}",))
        for accident in accidents(look):
            for seed in range(first, first + forced):
                page = typeset(look, 10_000 + seed, source, {accident: 1.0})
                yield _sample(page, look, (), accident)


def floor_samples(section: str) -> Iterator[Sample]:
    """The pages of one section of the floor; none for "corpus" where there is no collection at hand."""
    if section == "grammar":
        yield from labelled()
    for source in sources():
        if source.name == section:
            yield from typeset_samples(source, PAGES, FORCED)


def _sample(page: TypesetPage, look: Look, groups: tuple[str, ...], forced: str = "") -> Sample:
    name = page.name.removesuffix(".txt") + (f"+{forced}" if forced else "")
    return Sample(name, page.text, page.gold, groups, look, forced)


def measure(samples: Iterable[Sample]) -> Measured:
    """Read every sample and compare it with its labels."""
    out = Measured()
    for sample in samples:
        try:
            issue = read_page(sample.text.encode(), source=f"{sample.name}.txt", id=sample.name)
        except Exception as error:  # whatever it is, the page counts as lost and the table goes on
            issue = Issue(sample.name, sample.name, "utf-8", tuple(sample.text.split("\n")), ())
            out.failures.append((sample, Failure("raised", "page", repr(error))))
        score = score_page(issue, sample.gold, issue.lines)
        _pool(out, sample, score)
        out.failures += [(sample, failure) for failure in score.failures]
        out.failures += [(sample, failure) for one in score.articles for failure in one.failures]
    return out


def _pool(out: Measured, sample: Sample, score: PageScore) -> None:
    for group in sample.groups:
        counts = out.counts.setdefault(group, Counter())
        counts.update(score.counts)
        for one in score.articles:
            counts.update(one.counts)
    if not sample.look:
        return
    for one in score.articles:
        for accident in sorted(one.gold.accidents | sample.gold.accidents):
            counts = out.counts.setdefault(f"{sample.look}: {accident}", Counter())
            counts.update(one.counts)
    for accident in sorted(sample.gold.accidents):
        out.counts[f"{sample.look}: {accident}"].update(lines_lost=score.counts["lines_lost"])
