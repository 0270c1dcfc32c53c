"""Comparing articles: the whole way from texts to what they share and where they part."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from reader.core.comparison import ComparedArticle, Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind
from reader.core.difference.find import divergences, own_divergences
from reader.core.facts.analysis import Analysis, analyse
from reader.core.matching.link import Link, Wording
from reader.core.matching.ruling import Ruling
from reader.core.matching.story import quota
from reader.core.matching.vectors import Vectors
from reader.core.options import AS_AT_FIRST, Options
from reader.core.pace import Pace, ignore, never
from reader.core.passages.decided import decided
from reader.core.passages.joining import passages_of
from reader.core.passages.links import Links, find_links, pair_of
from reader.core.text.article import Article, Block, Role
from reader.core.text.span import Span

MOST_READ: Final = 20_000
"""Links that are searched for divergences, those of different words first."""
LONGEST_ARTICLE: Final = 1_000_000
"""Code points of an article that are compared; some 170,000 words."""
LONGEST_STORY: Final = 4_000_000
"""The same of all articles together."""
_UNTIL_READ: Final = 0.4
_UNTIL_PARTED: Final = 0.95
"""Shares of a whole comparison that are done when each step is."""
_READ_AT_ONCE: Final = 10_000
"""Code points between two looks at whether the answer is still wanted."""
_LINKS_AT_ONCE: Final = 10


def compare(
    articles: Sequence[Article],
    options: Options = AS_AT_FIRST,
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
    pace = Pace(cancelled, progress)
    bounded, too_long = _bounded(articles)
    analyses = [analyse(article, options.roles, pace.did) for article in bounded]
    try:
        _read(analyses, pace)
        matched = find_links(analyses, options, vectors, pace)
        pace.look()
        ruled = decided(matched.links, analyses, decisions)
        pace.look()
        found, unread = _divergences(analyses, matched, ruled.links, options.kinds, pace)
        pace.stage(1.0, 2 * len(ruled.links) + 1, _LINKS_AT_ONCE)
        passages, only = passages_of(analyses, ruled, found, pace)
        pace.did(2 * len(ruled.links) + 1)
        left_out = " ".join(filter(None, (too_long, matched.left_out, unread)))
        return Comparison(
            tuple(map(_compared, articles, analyses)),
            ruled.links,
            tuple(found),
            passages,
            only,
            not left_out,
            left_out,
        )
    finally:
        for analysis in analyses:
            analysis.forget()


def _bounded(articles: Sequence[Article]) -> tuple[list[Article], str]:
    """The articles as far as they are compared, and in words where that is not to their ends."""
    room = quota([len(article.text) for article in articles], LONGEST_STORY)
    most = min(room, LONGEST_ARTICLE)
    bounded = [
        replace(article, text=_beginning(article.text, most))
        if len(article.text) > most
        else article
        for article in articles
    ]
    if bounded == list(articles):
        return bounded, ""
    return bounded, f"Of each article only the first {most:,} characters were compared."


def _beginning(text: str, most: int) -> str:
    """The text up to the last blank that lies within `most` code points, or just so many."""
    cut = max(text.rfind(" ", 0, most), text.rfind("\n", 0, most))
    return text[: cut if cut > 0 else most]


def _read(analyses: Sequence[Analysis], pace: Pace) -> None:
    """Read each text by itself, which is done when it is first asked for, a part at a time."""
    length = sum(len(analysis.text) for analysis in analyses)
    pace.stage(_UNTIL_READ, length * len(_PARTS), _READ_AT_ONCE)
    for analysis in analyses:
        for read in _PARTS:
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


def _divergences(
    analyses: Sequence[Analysis],
    matched: Links,
    links: Sequence[Link],
    kinds: Collection[DivergenceKind],
    pace: Pace,
) -> tuple[list[Divergence], str]:
    """Where the shown links part and where headlines part from their bodies; what was not read."""
    shown = [n for n, one in enumerate(links) if one.shown and one.wording is not Wording.NAME]
    read = shown
    if len(shown) > MOST_READ:
        read = sorted(shown, key=lambda number: (_says_the_same(analyses, links[number]), number))
        read = sorted(read[:MOST_READ])
    pace.stage(_UNTIL_PARTED, len(read), _LINKS_AT_ONCE)
    found: list[Divergence] = []
    for number in read:
        link = links[number]
        pair = matched.pairs.pop((link.a, link.b), None)
        pair = pair or pair_of(analyses, link.a, link.b, link.score)
        found += divergences(pair, kinds, number)
        pace.did()
    for index, analysis in enumerate(analyses):
        found += own_divergences(analysis, index, kinds)
        pace.look()
    unread = f"Only {MOST_READ:,} links were searched for differences." if read is not shown else ""
    return found, unread


def _says_the_same(analyses: Sequence[Analysis], link: Link) -> bool:
    texts = (one.span.of(analyses[one.article].text) for one in (link.a, link.b))
    return next(texts) == next(texts)


def _compared(article: Article, analysis: Analysis) -> ComparedArticle:
    rest = ()
    if len(analysis.text) < len(article.text):
        rest = (Block(Span(len(analysis.text), len(article.text)), Role.BODY),)
    return ComparedArticle(
        article.name,
        article.sha256,
        len(article.text),
        (*analysis.blocks, *rest),
        (*analysis.compared, *(False for _ in rest)),
        analysis.sentences,
        analysis.figures,
        analysis.quotations,
        analysis.published,
    )
