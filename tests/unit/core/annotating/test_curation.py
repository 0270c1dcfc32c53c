"""Two people's notes held side by side, and how far they agree beyond chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.annotating.agreement import Agreement, agreement_on
from reader.core.annotating.annotation import Anchor, Annotation, Standing, Status, Target
from reader.core.annotating.curation import Disagreement, Pair, pair_up
from reader.core.text.span import Span

ARTICLES = ("one", "two")


def note(name: str, person: str, *places: tuple[str, int, int], **more: object) -> Annotation:
    targets = tuple(
        Target(article, Anchor("hash", Span(a, b), "", "", ""), Span(a, b))
        for article, a, b in places
    )
    return Annotation(name, "story", person, targets, **more)  # type: ignore[arg-type]


def told(pairs: tuple[Pair, ...]) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(p.a and p.a.id, p.b and p.b.id, tuple(map(str, p.differ))) for p in pairs]


def test_notes_on_the_same_words_are_held_side_by_side() -> None:
    notes = [
        note("a1", "ann", ("one", 0, 20), tag_ids=("claim",)),
        note("b1", "bert", ("one", 0, 20), tag_ids=("figure",)),
        note("a2", "ann", ("two", 5, 9), tag_ids=("claim",), rating_id="true"),
        note("b2", "bert", ("two", 5, 9), tag_ids=("claim",), rating_id="false"),
        note("a3", "ann", ("one", 50, 60), tag_ids=("claim",)),
        note("b3", "bert", ("one", 50, 60), tag_ids=("claim",)),
    ]
    assert told(pair_up(notes, "ann", "bert", ARTICLES)) == [
        ("a1", "b1", ("tags",)),
        ("a3", "b3", ()),
        ("a2", "b2", ("rating",)),
    ]


def test_what_only_one_noted_stands_alone_and_other_people_do_not_count() -> None:
    notes = [
        note("b", "bert", ("one", 0, 9)),
        note("a", "ann", ("one", 30, 40)),
        note("c", "cleo", ("one", 0, 9)),
    ]
    assert told(pair_up(notes, "ann", "bert", ARTICLES)) == [
        (None, "b", ("alone",)),
        ("a", None, ("alone",)),
    ]


def test_each_note_is_paired_once_with_the_one_that_shares_most() -> None:
    notes = [
        note("wide", "ann", ("one", 0, 100)),
        note("narrow", "ann", ("one", 10, 20)),
        note("same", "bert", ("one", 10, 20)),
    ]
    assert told(pair_up(notes, "ann", "bert", ARTICLES)) == [
        ("wide", None, ("alone",)),
        ("narrow", "same", ()),
    ]


def test_notes_that_hardly_overlap_part_in_their_words() -> None:
    notes = [note("a", "ann", ("one", 0, 100)), note("b", "bert", ("one", 90, 100))]
    assert told(pair_up(notes, "ann", "bert", ARTICLES)) == [("a", "b", ("words",))]


def test_a_long_note_that_begins_far_before_is_found() -> None:
    notes = [
        note("a", "ann", ("one", 900, 1000)),
        note("b", "bert", ("one", 0, 1000)),
        *(note(f"b{n}", "bert", ("one", n, n + 1)) for n in range(1, 50)),
    ]
    pairs = pair_up(notes, "ann", "bert", ARTICLES)
    assert ("a", "b", ("words",)) in told(pairs)


def test_a_lost_note_stands_alone_and_is_not_dropped() -> None:
    anchor = Anchor("hash", Span(3, 9), "quote", "", "")
    lost = Annotation("a", "story", "ann", (Target("one", anchor, None, Standing.LOST),))
    pairs = pair_up([lost, note("b", "bert", ("one", 3, 9))], "ann", "bert", ARTICLES)
    assert told(pairs) == [("a", None, ("alone",)), (None, "b", ("alone",))]


def test_what_is_checked_is_settled() -> None:
    a = note("a", "ann", ("one", 0, 9), status=Status.CHECKED)
    b = note("b", "bert", ("one", 0, 9))
    assert not Pair(a, b, (Disagreement.TAGS,)).settled
    assert Pair(a, None, (Disagreement.ALONE,)).settled


PLACES = st.tuples(st.sampled_from(ARTICLES), st.integers(0, 40), st.integers(1, 12)).map(
    lambda one: (one[0], one[1], one[1] + one[2])
)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.lists(PLACES, min_size=1, max_size=2))))
def test_every_note_of_both_stands_once_and_the_sides_can_be_exchanged(
    drawn: list[tuple[str, list[tuple[str, int, int]]]],
) -> None:
    notes = [note(str(n), person, *places) for n, (person, places) in enumerate(drawn)]
    pairs = pair_up(notes, "a", "b", ARTICLES)
    assert sorted(one.id for pair in pairs for one in pair.notes) == sorted(n.id for n in notes)
    assert all(pair.a is None or pair.a.person_id == "a" for pair in pairs)
    assert all(pair.b is None or pair.b.person_id == "b" for pair in pairs)
    for pair in pairs:
        if pair.a is not None and pair.b is not None:
            places = [(t.article_id, t.span) for t in pair.a.targets if t.span]
            assert any(
                t.article_id == article and t.span and t.span.overlaps(span)
                for article, span in places
                for t in pair.b.targets
            )


def test_kappa_has_each_persons_own_rate_as_chance() -> None:
    """The worked example of many textbooks: 20 both, 15 neither, 5 and 10 apart."""
    found = Agreement(both=20, only_a=5, only_b=10, neither=15)
    assert found.observed == pytest.approx(0.7)
    assert found.chance == pytest.approx(0.5)
    assert found.kappa == pytest.approx(0.4)


def test_rates_that_differ_are_not_averaged_for_chance() -> None:
    """Scott's pi would take the mean rate of both; Cohen's kappa takes each one's own."""
    found = Agreement(both=10, only_a=30, only_b=0, neither=60)
    assert found.chance == pytest.approx(0.4 * 0.1 + 0.6 * 0.9)
    assert found.kappa == pytest.approx((0.7 - 0.58) / 0.42)


def test_where_nobody_tagged_or_all_is_tagged_by_both_there_is_no_kappa() -> None:
    assert Agreement(0, 0, 0, 100).kappa is None
    assert Agreement(100, 0, 0, 0).kappa is None
    assert Agreement(0, 0, 0, 0).kappa is None
    assert Agreement(0, 50, 50, 0).kappa == pytest.approx(-1)


def test_agreement_counts_each_code_point_once() -> None:
    notes = [
        note("a1", "ann", ("one", 0, 20), tag_ids=("claim",)),
        note("a2", "ann", ("one", 10, 30), tag_ids=("claim", "figure")),
        note("b1", "bert", ("one", 20, 40), tag_ids=("claim",)),
        note("b2", "bert", ("two", 0, 10), tag_ids=("figure",)),
        note("gone", "bert", ("removed", 0, 10), tag_ids=("claim",)),
    ]
    found = agreement_on("claim", notes, "ann", "bert", {"one": 100, "two": 50})
    assert found == Agreement(both=10, only_a=20, only_b=10, neither=110)
