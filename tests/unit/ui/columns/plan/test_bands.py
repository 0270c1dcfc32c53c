"""Which stretches of an article carry which marks."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.core.comparison import Comparison
from reader.core.difference.divergence import DivergenceKind, Verdict
from reader.core.matching.link import Link, Reading, Relation
from reader.core.text.span import Span
from reader.ui.columns.plan.bands import Attention, Bar, Note, Showing, bands, stripes
from tests.unit.ui.columns.making import (
    CONFLICT,
    NEAR,
    VERBATIM,
    A,
    B,
    C,
    at,
    comparison,
    link,
)

ALL = Showing(frozenset({0, 1, 2}), base=0)


def test_each_relation_marks_its_words() -> None:
    found = bands(comparison(), 0, A, ALL)
    marked = {run.span.of(A): run.relations for run in found.runs if not run.changed}
    assert marked[" 5,000 people were moved out."] == (Relation.NEAR,)
    assert marked["The mayor spoke."] == (Relation.VERBATIM, Relation.PARAPHRASE)


def test_overlapping_relations_stand_at_different_depths() -> None:
    run = next(r for r in bands(comparison(), 0, A, ALL).runs if len(r.relations) == 2)
    assert run.slots == (0, 1)


def test_a_relation_keeps_its_depth_along_runs_that_touch() -> None:
    whole = link(
        (0, "The mayor spoke. Only a bell"), (1, "The mayor said so."), Relation.PARAPHRASE
    )
    found = bands(comparison([VERBATIM, whole], []), 0, A, ALL)
    depths = {
        slot
        for run in found.runs
        for relation, slot in zip(run.relations, run.slots, strict=True)
        if relation is Relation.PARAPHRASE
    }
    assert len(found.runs) == 2
    assert depths == {1}


def test_words_that_the_counterpart_lacks_are_set_off_in_both_columns() -> None:
    changed_a = [r.span.of(A) for r in bands(comparison(), 0, A, ALL).runs if r.changed]
    changed_b = [r.span.of(B) for r in bands(comparison(), 1, B, ALL).runs if r.changed]
    assert changed_a == ["Over"]
    assert changed_b == ["Nearly"]


def test_the_base_is_what_changed_words_are_told_against() -> None:
    other = link((1, "Nearly 5,000 people"), (2, "The mayor spoke."), Relation.NEAR, score=0.99)
    against_base = bands(comparison([NEAR, other]), 1, B, ALL)
    against_third = bands(comparison([NEAR, other]), 1, B, replace(ALL, base=2))
    assert [r.span.of(B) for r in against_base.runs if r.changed] == ["Nearly"]
    assert [r.span.of(B) for r in against_third.runs if r.changed] == ["Nearly 5,000 people"]


def test_a_name_alone_and_a_link_that_is_only_possible_are_not_marked() -> None:
    assert all(r.span.of(B) != "Blaze." for r in bands(comparison(), 1, B, ALL).runs)
    shown = bands(comparison(), 1, B, replace(ALL, possible=True))
    assert any(r.span.of(B) == "Blaze." for r in shown.runs)
    assert all(r.span.of(B) != "mayor" for r in shown.runs)


def test_what_is_shared_with_an_article_off_the_board_is_not_marked() -> None:
    found = bands(comparison(), 0, A, replace(ALL, articles=frozenset({0, 1})))
    assert all(Relation.VERBATIM not in run.relations for run in found.runs)


def test_a_relation_that_is_switched_off_goes_and_the_other_stays() -> None:
    showing = replace(ALL, relations=frozenset({Relation.PARAPHRASE}))
    found = bands(comparison(), 0, A, showing)
    assert [run.relations for run in found.runs] == [(Relation.PARAPHRASE,)]


def test_conflicting_figures_are_boxed_on_both_sides() -> None:
    boxes_a = bands(comparison(), 0, A, ALL).boxes
    boxes_b = bands(comparison(), 1, B, ALL).boxes
    assert [(b.span.of(A), b.verdict) for b in boxes_a] == [("Over 5,000", Verdict.CONFLICT)]
    assert [(b.span.of(B), b.divergences) for b in boxes_b] == [("Nearly 5,000", (0,))]


def test_boxes_go_with_their_switches_and_with_their_link() -> None:
    for showing in (
        replace(ALL, conflicts=False),
        replace(ALL, kinds=frozenset({DivergenceKind.DATE})),
        replace(ALL, relations=frozenset({Relation.VERBATIM})),
        replace(ALL, articles=frozenset({0, 2})),
    ):
        assert bands(comparison(), 0, A, showing).boxes == ()


def test_a_conflict_outweighs_a_compatible_difference_on_the_same_words() -> None:
    mild = replace(CONFLICT, verdict=Verdict.COMPATIBLE)
    box = bands(comparison(divergences=[mild, CONFLICT]), 0, A, ALL).boxes[0]
    assert (box.verdict, box.divergences) == (Verdict.CONFLICT, (0, 1))


def test_what_agrees_or_stands_on_one_side_gets_no_box() -> None:
    for verdict in (Verdict.AGREE, Verdict.ONLY):
        found = bands(comparison(divergences=[replace(CONFLICT, verdict=verdict)]), 0, A, ALL)
        assert found.boxes == ()


def test_what_only_one_article_says_gets_a_bar() -> None:
    assert bands(comparison(), 0, A, ALL).bars == (Bar(at(A, "Only a bell rang.")),)
    assert bands(comparison(), 0, A, replace(ALL, only=False)).bars == ()
    assert bands(comparison(), 2, C, ALL).bars == ()


def test_marks_outside_the_active_readings_fade_and_a_run_is_cut_at_their_edge() -> None:
    attention = Attention((Span(4, 8),), fading=True)
    assert attention.split(Span(2, 10)) == [
        (Span(2, 4), True),
        (Span(4, 8), False),
        (Span(8, 10), True),
    ]
    assert attention.fades(Span(0, 4))
    assert not attention.fades(Span(7, 9))


def test_nothing_fades_while_no_passage_is_active() -> None:
    assert Attention().split(Span(2, 10)) == [(Span(2, 10), False)]
    assert not Attention().fades(Span(2, 10))


def test_stripes_that_overlap_stand_in_different_lanes() -> None:
    notes = [
        Note("a", Span(0, 10), ("blue",)),
        Note("b", Span(5, 15), ("red",)),
        Note("c", Span(10, 20), ()),
    ]
    found = {s.note.annotation_id: s for s in stripes(notes, active="b")}
    assert [found[key].lane for key in "abc"] == [0, 1, 0]
    assert [found[key].active for key in "abc"] == [False, True, False]


spans = st.tuples(st.integers(0, 70), st.integers(1, 12)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(st.tuples(spans, st.sampled_from(list(Relation))), max_size=12))
def test_runs_cover_exactly_what_is_linked_and_never_overlap(
    marks: list[tuple[Span, Relation]],
) -> None:
    links = [
        Link(Reading(0, span), Reading(1, Span(0, 3)), relation, 0.9, True, (), ())
        for span, relation in marks
    ]
    found = bands(Comparison((), tuple(links), (), (), ()), 0, A.ljust(90), ALL)
    ends = [0]
    painted: dict[int, set[Relation]] = {}
    for run in found.runs:
        assert run.span.start >= ends[-1]
        ends.append(run.span.end)
        assert len(run.slots) == len(run.relations) == len(set(run.slots))
        for n in range(run.span.start, run.span.end):
            painted[n] = set(run.relations)
    wanted: dict[int, set[Relation]] = {}
    for span, relation in marks:
        for n in range(span.start, span.end):
            wanted.setdefault(n, set()).add(relation)
    assert painted == wanted


@given(spans, st.lists(spans, max_size=4))
def test_splitting_by_attention_keeps_every_character(span: Span, readings: list[Span]) -> None:
    parts = Attention(tuple(readings), fading=True).split(span)
    assert parts[0][0].start == span.start
    assert parts[-1][0].end == span.end
    assert all(a.end == b.start for (a, _), (b, _) in itertools.pairwise(parts))
    for part, faded in parts:
        assert faded == (not any(part.overlaps(r) for r in readings))


@given(st.lists(spans, max_size=10))
def test_stripes_in_one_lane_never_overlap(found: list[Span]) -> None:
    placed = stripes(Note(str(n), span, ()) for n, span in enumerate(found))
    assert len(placed) == len(found)
    for one in placed:
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert not one.note.span.overlaps(other.note.span)
