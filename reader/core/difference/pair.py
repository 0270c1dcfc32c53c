"""Two readings that are taken to make one claim, each with all that its own text says around it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reader.core.difference.divergence import Stated
from reader.core.difference.words import Stretch, stretches_of
from reader.core.facts.analysis import Analysis, analyse
from reader.core.facts.attribution import Attribution
from reader.core.facts.clauses import Clause
from reader.core.facts.figure import Figure
from reader.core.facts.names import Name
from reader.core.facts.quotation import Quotation
from reader.core.text.article import Article
from reader.core.text.span import Span


@dataclass(frozen=True)
class Pair:
    """Two linked readings: `a_span` of analysis `a`, `b_span` of analysis `b`.

    `a_index` and `b_index` say which of the compared articles these are. Everything else is worked
    out when first asked for, so that a finder pays only for what it looks at.
    """

    a: Analysis
    b: Analysis
    a_index: int
    b_index: int
    a_span: Span
    b_span: Span
    likelihood: float = 0.0
    """How likely the two make one claim, 0..1; 0 where nobody knows."""

    @property
    def text_a(self) -> str:
        """The words of the first reading."""
        return self.a_span.of(self.a.text)

    @property
    def text_b(self) -> str:
        """The words of the second reading."""
        return self.b_span.of(self.b.text)

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """The word diff; spans count in each article's whole text."""
        tokens_a, tokens_b = self.a.tokens_in(self.a_span), self.b.tokens_in(self.b_span)
        return stretches_of(tokens_a, self.a_span, tokens_b, self.b_span)

    @cached_property
    def figures_a(self) -> tuple[Figure, ...]:
        return self.a.figures_in(self.a_span)

    @cached_property
    def figures_b(self) -> tuple[Figure, ...]:
        return self.b.figures_in(self.b_span)

    @cached_property
    def names_a(self) -> tuple[Name, ...]:
        return self.a.names_in(self.a_span)

    @cached_property
    def names_b(self) -> tuple[Name, ...]:
        return self.b.names_in(self.b_span)

    @cached_property
    def quotations_a(self) -> tuple[Quotation, ...]:
        """Quotations of the first article that overlap the reading, scare quotes included."""
        return self.a.quotations_in(self.a_span)

    @cached_property
    def quotations_b(self) -> tuple[Quotation, ...]:
        """Quotations of the second article that overlap the reading, scare quotes included."""
        return self.b.quotations_in(self.b_span)

    @cached_property
    def attributions_a(self) -> tuple[Attribution, ...]:
        return self.a.attributions_in(self.a_span)

    @cached_property
    def attributions_b(self) -> tuple[Attribution, ...]:
        return self.b.attributions_in(self.b_span)

    @cached_property
    def clauses_a(self) -> tuple[Clause, ...]:
        return self.a.clauses_in(self.a_span)

    @cached_property
    def clauses_b(self) -> tuple[Clause, ...]:
        return self.b.clauses_in(self.b_span)

    @cached_property
    def same(self) -> float:
        """Which share of the longer reading's words stands in the other too, in any order, 0..1."""
        here = self.a.once(_counted, self.a_span)
        there = self.b.once(_counted, self.b_span)
        longest = max(here.total(), there.total())
        return (here & there).total() / longest if longest else 1.0

    def stated_a(self, span: Span, value: int | float | str | None) -> Stated:
        """What the first article states at `span`."""
        return Stated(self.a_index, span, value)

    def stated_b(self, span: Span, value: int | float | str | None) -> Stated:
        """What the second article states at `span`."""
        return Stated(self.b_index, span, value)

    def swapped(self) -> Pair:
        """The same two readings with their sides exchanged."""
        return Pair(
            self.b, self.a, self.b_index, self.a_index, self.b_span, self.a_span, self.likelihood
        )


def _counted(analysis: Analysis, span: Span) -> Counter[str]:
    return Counter(word.folded for clause in analysis.clauses_in(span) for word in clause.words)


def pair_of_texts(
    text_a: str,
    text_b: str,
    *,
    published_a: date | None = None,
    published_b: date | None = None,
) -> Pair:
    """Two whole texts taken as one linked pair of readings, as the golden tables need it."""
    a = analyse(Article("a", text_a, published=published_a))
    b = analyse(Article("b", text_b, published=published_b))
    return Pair(a, b, 0, 1, Span(0, len(text_a)), Span(0, len(text_b)))
