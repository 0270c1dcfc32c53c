"""Comparing articles: the whole way from texts to what they share and where they part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.difference.divergence import Divergence
from reader.core.difference.find import divergences, own_divergences
from reader.core.facts.analysis import Analysis, analyse
from reader.core.links import Links, find_links, pair_of, read_closely
from reader.core.matching.link import Link, Reading, Wording
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.matching.vectors import Vectors
from reader.core.options import Options
from reader.core.passages import passages_of
from reader.core.text.article import Article


class Cancelled(Exception):
    """The person no longer wants the answer."""


def never() -> bool:
    """Nobody cancels."""
    return False


def ignore(_done: float) -> None:
    """Nobody looks at the progress."""


def compare(
    articles: Sequence[Article],
    options: Options = Options(),  # noqa: B008 - immutable
    *,
    decisions: Sequence[Ruling] = (),
    vectors: Vectors | None = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = ignore,
) -> Comparison:
    """All that the engine finds between `articles`, from the texts and the options alone.

    `decisions` are a person's rulings on links. `cancelled` is asked now and then: Cancelled is
    raised where it says yes. `progress` is told the share of the work that is done, 0..1.
    """
    step = _watched(cancelled, progress)
    analyses = [analyse(article, options.roles) for article in articles]
    _read(analyses, step)
    matched = find_links(analyses, options, vectors, lambda done: step(0.3 + 0.4 * done))
    links = _ruled(matched, analyses, decisions)
    found: list[Divergence] = []
    for number, link in enumerate(links):
        if link.shown and link.wording is not Wording.NAME:
            step(0.7 + 0.2 * number / len(links))
            pair = matched.pairs.pop((link.a, link.b), None)
            pair = pair or pair_of(analyses, link.a, link.b)
            found += divergences(pair, options.kinds, number)
    for index, analysis in enumerate(analyses):
        found += own_divergences(analysis, index, options.kinds)
    step(0.9)
    passages, only = passages_of(analyses, links, found)
    return Comparison(
        tuple(_compared(analysis) for analysis in analyses),
        tuple(links),
        tuple(found),
        passages,
        only,
        not matched.left_out,
        matched.left_out,
    )


def _read(analyses: Sequence[Analysis], step: Callable[[float], None]) -> None:
    """Read each text by itself, which is done when it is first asked for, a part at a time."""
    for number, analysis in enumerate(analyses):
        for part, read in enumerate(_PARTS):
            step(0.3 * (number + part / len(_PARTS)) / len(analyses))
            read(analysis)


_PARTS: Final[tuple[Callable[[Analysis], object], ...]] = (
    lambda text: text.blocks,
    lambda text: text.tokens,
    lambda text: text.words,
    lambda text: text.sentences,
    lambda text: text.names,
    lambda text: text.figures,
    lambda text: text.quotations,
    lambda text: text.attributions,
)


def _watched(
    cancelled: Callable[[], bool], progress: Callable[[float], None]
) -> Callable[[float], None]:
    """Tells the progress, and raises Cancelled where the answer is no longer wanted."""

    def step(done: float) -> None:
        if cancelled():
            raise Cancelled
        progress(done)

    return step


def _ruled(found: Links, analyses: Sequence[Analysis], decisions: Sequence[Ruling]) -> list[Link]:
    """The links in order of place, as a person decided: shown, not shown, or added."""
    ruled = dict(found.links)
    for ruling in decisions:
        ends = ruling.readings
        if not all(_lies_in(analyses, reading) for reading in ends):
            continue
        known = ruled.get(ends)
        if ruling.kind is RulingKind.REJECTED:
            if known is not None:
                ruled[ends] = replace(known, shown=False, why=("rejected by you", *known.why))
            continue
        why = "made by you" if ruling.kind is RulingKind.MADE else "accepted by you"
        if known is None:
            relation, same = read_closely(pair_of(analyses, *ends))
            ruled[ends] = Link(*ends, relation, 1.0, True, same, (why,))
        else:
            wording = None if known.wording is None else Wording.COPIED
            ruled[ends] = replace(
                known, shown=True, score=1.0, wording=wording, why=(why, *known.why)
            )
    return [ruled[ends] for ends in sorted(ruled)]


def _lies_in(analyses: Sequence[Analysis], reading: Reading) -> bool:
    """Whether a reading that a person chose is still a place in these articles."""
    at = reading.article
    return 0 <= at < len(analyses) and 0 < len(reading.span) <= reading.span.end <= len(
        analyses[at].text
    )


def _compared(analysis: Analysis) -> ComparedArticle:
    return ComparedArticle(
        analysis.article.name,
        analysis.article.sha256,
        len(analysis.text),
        analysis.blocks,
        analysis.compared,
        analysis.sentences,
        analysis.figures,
        analysis.quotations,
    )
