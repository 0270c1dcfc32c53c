"""Comparing articles: the whole way from texts to what they share and where they part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.decided import decided
from reader.core.difference.divergence import Divergence
from reader.core.difference.find import divergences, own_divergences
from reader.core.facts.analysis import Analysis, analyse
from reader.core.links import find_links, pair_of
from reader.core.matching.link import Wording
from reader.core.matching.ruling import Ruling
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
    ruled = decided(matched.links, analyses, decisions)
    links = ruled.links
    found: list[Divergence] = []
    for number, link in enumerate(links):
        if link.shown and link.wording is not Wording.NAME:
            step(0.7 + 0.2 * number / len(links))
            pair = matched.pairs.pop((link.a, link.b), None)
            pair = pair or pair_of(analyses, link.a, link.b, link.score)
            found += divergences(pair, options.kinds, number)
    for index, analysis in enumerate(analyses):
        found += own_divergences(analysis, index, options.kinds)
    step(0.9)
    passages, only = passages_of(analyses, ruled, found)
    return Comparison(
        tuple(_compared(analysis) for analysis in analyses),
        links,
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
