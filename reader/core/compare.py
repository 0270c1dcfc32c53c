"""Comparing articles: the whole way from texts to what they share and where they part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations_with_replacement

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.difference.divergence import Divergence
from reader.core.difference.find import divergences, own_divergences
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis, analyse
from reader.core.matching.claims import claim_links
from reader.core.matching.copied import shared_words
from reader.core.matching.ground import grounds_of
from reader.core.matching.link import Link, Reading, Relation, Wording
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.options import Options
from reader.core.passages import passages_of
from reader.core.text.article import Article


class Cancelled(Exception):  # noqa: N818 - a past fact, not a fault
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
    vectors: object = None,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[float], None] = ignore,
) -> Comparison:
    """All that the engine finds between `articles`, from the texts and the options alone.

    `decisions` are a person's rulings on links. `cancelled` is asked now and then: Cancelled is
    raised where it says yes. `progress` is told the share of the work that is done, 0..1.
    """
    analyses = [analyse(article, options.roles) for article in articles]
    order = sorted(range(len(articles)), key=lambda i: (articles[i].text, i))
    grounds = grounds_of([analyses[i] for i in order])
    links: list[Link] = []
    for a, b in combinations_with_replacement(grounds, 2):
        if cancelled():
            raise Cancelled
        links += shared_words(a, b, options.minimum_run).links
    progress(0.3)
    known = {(link.a, link.b) for link in links}
    links += [link for link in claim_links(grounds) if (link.a, link.b) not in known]
    links = sorted((_renamed(link, order) for link in links), key=_place)
    links = _ruled(links, decisions)
    progress(0.6)
    found: list[Divergence] = []
    for number, link in enumerate(links):
        if cancelled():
            raise Cancelled
        if link.shown and link.wording is not Wording.NAME:
            a, b = link.a, link.b
            pair = Pair(
                analyses[a.article], analyses[b.article], a.article, b.article, a.span, b.span
            )
            found += divergences(pair, options.kinds, number)
    for index, analysis in enumerate(analyses):
        found += own_divergences(analysis, index, options.kinds)
    progress(0.9)
    passages, only = passages_of(analyses, links, found)
    return Comparison(
        tuple(_compared(analysis) for analysis in analyses),
        tuple(links),
        tuple(found),
        passages,
        only,
    )


def _place(link: Link) -> tuple[Reading, Reading, Relation, float]:
    return link.a, link.b, link.relation, link.score


def _renamed(link: Link, order: Sequence[int]) -> Link:
    """The link with the articles' own numbers, the earlier article first."""
    a = Reading(order[link.a.article], link.a.span)
    b = Reading(order[link.b.article], link.b.span)
    if a <= b:
        return replace(link, a=a, b=b)
    same = tuple(sorted(replace(same, a=same.b, b=same.a) for same in link.same))
    return replace(link, a=b, b=a, same=same)


def _ruled(links: list[Link], decisions: Sequence[Ruling]) -> list[Link]:
    """The links as a person decided: shown, not shown, or added."""
    rulings = {ruling.readings: ruling for ruling in decisions}
    ruled: list[Link] = []
    for link in links:
        ruling = rulings.pop((link.a, link.b), None)
        if ruling is None:
            ruled.append(link)
        elif ruling.kind is RulingKind.REJECTED:
            ruled.append(replace(link, shown=False, why=("rejected by you", *link.why)))
        else:
            ruled.append(replace(link, shown=True, score=1.0, why=("accepted by you", *link.why)))
    for (a, b), ruling in rulings.items():
        if ruling.kind is not RulingKind.REJECTED:
            why = "made by you" if ruling.kind is RulingKind.MADE else "accepted by you"
            ruled.append(Link(a, b, Relation.PARAPHRASE, 1.0, True, (), (why,)))
    return sorted(ruled, key=_place)


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
