"""What is said of a passage is no more than what is known of it."""

from __future__ import annotations

from reader.core.comparison import Comparison, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.matching.link import Link, Reading, Relation
from reader.core.text.span import Span
from reader.ui.listing import Outcome, PassageFilter, outcome, passes
from reader.ui.panels.words import outcome_told, outcome_words

A, B = Reading(0, Span(0, 5)), Reading(1, Span(0, 5))


def found(
    relation: Relation, divergence: Verdict | None = None, verdict: Verdict = Verdict.AGREE
) -> tuple[Comparison, Outcome]:
    link = Link(A, B, relation, 0.9, True, (), ())
    stated = (Stated(0, A.span, 1), Stated(1, B.span, 1))
    differing = (
        ()
        if divergence is None
        else (Divergence(DivergenceKind.FIGURE, divergence, *stated, "why", link=0),)
    )
    passage = Passage((A, B), 2, verdict, (0,), tuple(range(len(differing))))
    comparison = Comparison((), (link,), differing, (passage,), ())
    return comparison, outcome(comparison, passage)


def test_where_nothing_was_held_side_by_side_no_agreement_is_claimed() -> None:
    assert found(Relation.PARAPHRASE)[1] is Outcome.NO_DIFFERENCE
    assert found(Relation.PARAPHRASE, Verdict.ONLY)[1] is Outcome.NO_DIFFERENCE
    assert found(Relation.PARAPHRASE, Verdict.AGREE)[1] is Outcome.AGREE


def test_what_is_copied_agrees() -> None:
    assert found(Relation.VERBATIM)[1] is Outcome.AGREE


def test_graver_verdicts_stand() -> None:
    conflict = found(Relation.NEAR, Verdict.CONFLICT, Verdict.CONFLICT)[1]
    assert conflict is Outcome.CONFLICT
    assert found(Relation.NEAR, Verdict.COMPATIBLE, Verdict.COMPATIBLE)[1] is Outcome.COMPATIBLE


def test_the_filter_tells_agreement_from_no_difference() -> None:
    comparison, _ = found(Relation.PARAPHRASE)
    assert passes(comparison, 0, PassageFilter(outcome=Outcome.NO_DIFFERENCE))
    assert not passes(comparison, 0, PassageFilter(outcome=Outcome.AGREE))


def test_it_is_told_shortly_and_in_full() -> None:
    assert outcome_words(Outcome.NO_DIFFERENCE) == "no difference"
    assert outcome_told(Outcome.NO_DIFFERENCE) == "no difference found"
    assert outcome_words(Outcome.CONFLICT) == "≠ conflict"
