"""A comparison as a report for the terminal: conflicts first, readings under each other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence
from reader.core.matching.link import Link, Reading
from reader.core.pace import Pace
from reader.core.text.article import Article
from reader.exporters.ledger import LedgerRow, figure_rows, quotation_rows
from reader.exporters.report import (
    PASSAGES_AT_ONCE,
    SIGNS,
    byline,
    complete_or_not,
    count,
    letter,
    of_how_many,
    one_line,
    outline,
    shared_part,
    told_divergences,
)

_NARROWEST = 40


def comparison_text(
    comparison: Comparison,
    articles: Sequence[Article],
    *,
    candidates: bool = False,
    width: int = 100,
    pace: Pace | None = None,
) -> str:
    """The report, in lines of at most `width` characters.

    `articles` are those that were compared, in the same order. With `candidates` possible links
    are listed too. Raises Cancelled by `pace`, which counts passages.
    """
    pace = pace or Pace()
    pace.stage(1.0, len(comparison.passages), every=PASSAGES_AT_ONCE)
    report = _Report(comparison, articles, max(width, _NARROWEST), pace)
    return "\n".join(report.lines(candidates))


class _Report:
    """One report in the making: what it is about and how wide it is."""

    def __init__(
        self, comparison: Comparison, articles: Sequence[Article], width: int, pace: Pace
    ) -> None:
        self._pace = pace
        self._comparison = comparison
        self._articles = articles
        self._width = width
        self._label_width = len(letter(len(articles) - 1)) + 2

    def lines(self, candidates: bool) -> Iterator[str]:
        parts = outline(self._comparison)
        yield from self._heading()
        yield from self._section("Conflicts", parts.conflicts)
        yield from self._section("Shared", parts.shared)
        yield from self._inside(parts.inside)
        yield from self._ledger("Figures", figure_rows(self._comparison))
        yield from self._ledger("Quotations", quotation_rows(self._comparison, self._articles))
        yield from self._single(parts.single)
        if candidates:
            yield from self._possible(parts.possible)

    def _heading(self) -> Iterator[str]:
        yield f"{count(len(self._articles), 'article')} compared"
        yield ""
        for number, article in enumerate(self._articles):
            title = article.title or article.name
            yield from self._labelled(letter(number), one_line(title))
            share = shared_part(self._comparison, number)
            known = byline(article, self._comparison.articles[number])
            told = f"{known}; {share:.0%} shared; {article.name}"
            yield from self._labelled("", one_line(told))
        if warning := complete_or_not(self._comparison):
            yield ""
            yield from textwrap.wrap(warning, self._width)

    def _section(self, title: str, passages: Sequence[Passage]) -> Iterator[str]:
        yield from _underlined(f"{title}: {count(len(passages), 'passage')}")
        for number, passage in enumerate(passages, 1):
            self._pace.did()
            yield ""
            yield f"{number}. {of_how_many(passage, self._articles)}"
            for reading in passage.readings:
                yield from self._reading(reading)
            for told in told_divergences(self._comparison, passage):
                about = f"{told.kind.value} ({told.between}): {one_line(told.reason)}"
                yield from self._labelled(SIGNS[told.verdict], about)

    def _inside(self, divergences: Sequence[Divergence]) -> Iterator[str]:
        if not divergences:
            return
        yield from _underlined(f"Inside one article: {count(len(divergences), 'divergence')}")
        for divergence in divergences:
            yield ""
            for stated in filter(None, (divergence.a, divergence.b)):
                yield from self._reading(Reading(stated.article, stated.span))
            yield from self._divergence(divergence)

    def _ledger(self, title: str, rows: Sequence[LedgerRow]) -> Iterator[str]:
        if not rows:
            return
        yield from _underlined(title)
        for row in rows:
            yield ""
            yield from textwrap.wrap(row.name, self._width)
            for number, cell in enumerate(row.cells):
                if cell:
                    yield from self._labelled(letter(number), " · ".join(cell))

    def _single(self, passages: Sequence[Passage]) -> Iterator[str]:
        yield from _underlined(f"In one article only: {count(len(passages), 'passage')}")
        for number in range(len(self._articles)):
            mine = [p for p in passages if p.readings[0].article == number]
            if mine:
                yield ""
                yield f"Only in {letter(number)}"
            for passage in mine:
                self._pace.did()
                words, *again = self._words_of(passage)
                yield from self._labelled("-", words)
                for other in again:
                    yield from self._labelled("", f"again: {other}")

    def _possible(self, links: Sequence[Link]) -> Iterator[str]:
        yield from _underlined(f"Possible, best first: {count(len(links), 'link')}")
        for link in links:
            yield ""
            yield f"{link.relation.value}, {link.score:.0%} likely"
            yield from self._reading(link.a)
            yield from self._reading(link.b)
            if link.why:
                yield from self._labelled("", one_line("; ".join(link.why)))

    def _words_of(self, passage: Passage) -> list[str]:
        return [
            one_line(reading.span.of(self._articles[reading.article].text))
            for reading in passage.readings
        ]

    def _reading(self, reading: Reading) -> Iterator[str]:
        words = reading.span.of(self._articles[reading.article].text)
        yield from self._labelled(letter(reading.article), one_line(words))

    def _divergence(self, divergence: Divergence) -> Iterator[str]:
        sign = SIGNS[divergence.verdict]
        yield from self._labelled(sign, f"{divergence.kind.value}: {one_line(divergence.reason)}")

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        indent = " " * (self._label_width + 3)
        first = f"   {label:<{self._label_width}}"
        yield from textwrap.wrap(
            text, self._width, initial_indent=first, subsequent_indent=indent
        ) or [first.rstrip()]


def _underlined(title: str) -> Iterator[str]:
    yield ""
    yield ""
    yield title
    yield "=" * len(title)
