"""A filter of passages is the intersection of its parts, and order leaves nothing out."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotating.annotation import DecisionKind, ReviewState
from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.matching.link import Link, Reading, Relation
from reader.core.text.span import Span
from reader.ui.listing import Order, Outcome, PassageFilter, Told, holds, passes, rank

WORDS = ("Over 5,000 people", "nearly\n5,000 people", "the harbour", "")
RELATIONS, KINDS = st.sampled_from(Relation), st.sampled_from(DivergenceKind)
NOTHING = PassageFilter()

tolds = st.builds(
    Told,
    words=st.lists(st.sampled_from(WORDS), max_size=3).map(tuple),
    state=st.sampled_from(ReviewState),
    annotated=st.booleans(),
    decided=st.frozensets(st.sampled_from(DecisionKind)),
)
filters = st.builds(
    PassageFilter,
    text=st.sampled_from(("", "PEOPLE", "nearly 5,000", "harbour")),
    least_shared=st.integers(1, 3),
    most_shared=st.none() | st.integers(1, 3),
    outcome=st.none() | st.sampled_from(Outcome),
    relation=st.none() | RELATIONS,
    kind=st.none() | KINDS,
    state=st.none() | st.sampled_from(ReviewState),
    annotated=st.booleans(),
    decided=st.none() | st.sampled_from(DecisionKind),
)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Some passages of up to three readings, with links and divergences of all sorts."""
    links: list[Link] = []
    divergences: list[Divergence] = []
    passages: list[Passage] = []
    for n in range(draw(st.integers(1, 5))):
        shared = draw(st.integers(1, 3))
        span = Span(10 * n, 10 * n + 9)
        readings = tuple(Reading(article, span) for article in range(shared))
        first = len(links)
        for other in readings[1:]:
            links.append(Link(readings[0], other, draw(RELATIONS), 0.9, True, (), ()))
        met = len(divergences)
        for _ in range(draw(st.integers(0, 2)) if shared > 1 else 0):
            sides = Stated(0, span, 1), Stated(1, span, 2)
            verdict = draw(st.sampled_from(Verdict))
            divergences.append(Divergence(draw(KINDS), verdict, *sides, "why", link=first))
        verdict = Verdict.ONLY if shared == 1 else draw(st.sampled_from(tuple(Verdict)[:3]))
        passages.append(
            Passage(
                readings,
                shared,
                verdict,
                tuple(range(first, len(links))),
                tuple(range(met, len(divergences))),
            )
        )
    return Comparison((), tuple(links), tuple(divergences), tuple(passages), ())


def parts(chosen: PassageFilter) -> list[PassageFilter]:
    """One filter for each condition."""
    alone: list[Any] = [{field.name: getattr(chosen, field.name)} for field in fields(chosen)]
    return [replace(NOTHING, **one) for one in alone]


@settings(max_examples=200)
@given(comparison=comparisons(), chosen=filters, data=st.data())
def test_filters_leave_what_each_of_them_leaves(
    comparison: Comparison, chosen: PassageFilter, data: st.DataObject
) -> None:
    everything = range(len(comparison.passages))
    said = [data.draw(tolds) for _ in everything]
    left = {n for n in everything if passes(comparison, n, chosen, said[n])}
    alone = [
        {n for n in everything if passes(comparison, n, part, said[n])} for part in parts(chosen)
    ]
    assert left == set(everything).intersection(*alone)


@settings(max_examples=60)
@given(comparison=comparisons(), told=tolds)
def test_no_filter_leaves_all_and_only_here_is_what_is_not_shared(
    comparison: Comparison, told: Told
) -> None:
    for n, passage in enumerate(comparison.passages):
        assert passes(comparison, n, NOTHING, told)
        only = passes(comparison, n, replace(NOTHING, outcome=Outcome.ONLY), told)
        one = passes(comparison, n, replace(NOTHING, least_shared=1, most_shared=1), told)
        assert only == one == (passage.shared_by == 1)


@settings(max_examples=60)
@given(comparison=comparisons(), base=st.none() | st.integers(0, 2))
def test_conflicts_come_first_and_what_only_one_says_last(
    comparison: Comparison, base: int | None
) -> None:
    numbers = range(len(comparison.passages))
    ordered = sorted(numbers, key=lambda n: rank(comparison, n, Order.CONFLICTS_FIRST, base))
    assert sorted(ordered) == list(numbers)
    told = [comparison.passages[n] for n in ordered]
    parts = [0 if p.verdict is Verdict.CONFLICT else 2 if p.shared_by == 1 else 1 for p in told]
    assert parts == sorted(parts)


def test_words_are_found_across_line_ends_and_in_any_case() -> None:
    assert holds(["nearly\n5,000 people"], "Nearly  5,000")
    assert not holds(["nearly", "5,000"], "nearly 5,000")
