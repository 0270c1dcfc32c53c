"""Which columns step aside for a passage, and what is then in view."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.columns.plan.placing import GUTTER, SPINE, place
from reader.ui.columns.plan.standing import aside_for, by_weight

FIVE = tuple("abcde")
WIDTH = 330
FOUR_WIDE = 4 * WIDTH + 3 * GUTTER


def test_nobody_steps_aside_where_the_passage_fits() -> None:
    assert aside_for(FIVE, ["a", "b", "d"], FOUR_WIDE, WIDTH) == frozenset()


def test_columns_without_the_passage_make_way_for_those_that_have_it() -> None:
    assert aside_for(FIVE, ["a", "b", "e"], 3 * WIDTH + 3 * GUTTER, WIDTH) == {"c", "d"}


def test_no_more_columns_make_way_than_must() -> None:
    assert aside_for(FIVE, ["a", "e"], 4 * WIDTH + 4 * GUTTER, WIDTH) == {"d"}


def test_the_column_one_reads_never_steps_aside() -> None:
    assert aside_for(FIVE, ["a", "e"], 1000, WIDTH, kept=["c"]) == frozenset()
    assert aside_for(FIVE, ["a", "e"], 3 * WIDTH + 80, WIDTH, kept=["c"]) == {"b", "d"}


def test_of_too_many_readings_the_weightiest_stand_side_by_side() -> None:
    two_wide = 2 * WIDTH + 3 * SPINE
    assert aside_for(FIVE, ["e", "a", "b", "c", "d"], two_wide, WIDTH) == {"b", "c", "d"}


def test_a_board_too_narrow_for_two_leaves_all_as_they_are() -> None:
    assert aside_for(FIVE, ["a", "e"], 400, WIDTH) == frozenset()
    assert aside_for(FIVE, [], 400, WIDTH) == frozenset()


@given(st.integers(1, 9), st.data(), st.integers(320, 2600), st.integers(320, 420))
def test_what_steps_aside_lets_the_shown_ones_fit(
    count: int, data: st.DataObject, view: int, width: int
) -> None:
    order = [f"column {n}" for n in range(count)]
    passage = data.draw(st.lists(st.sampled_from(order), unique=True))
    kept = data.draw(st.sets(st.sampled_from(order)))
    aside = aside_for(order, passage, view, width, kept)
    assert not aside & kept
    if aside:
        placing = place(view, count, width, width).with_aside(
            {order.index(key) for key in aside}, view
        )
        shown = [order.index(key) for key in passage if key not in aside]
        first = order.index(passage[0])
        assert first in shown
        inner = [n for n in shown if placing.right(n) - placing.lefts[first] <= view]
        assert len(inner) >= 2 or placing.lefts[first] - placing.lefts[min(shown)] <= view


@given(st.integers(320, 2600), st.integers(1, 9), st.data())
def test_columns_and_spines_stand_edge_to_edge(view: int, count: int, data: st.DataObject) -> None:
    aside = data.draw(st.sets(st.integers(0, count - 1)))
    placing = place(view, count, 600).with_aside(aside, view)
    assert placing.total >= view
    assert placing.lefts[0] >= 0
    assert placing.right(count - 1) <= placing.total
    for number in range(1, count):
        gap = placing.lefts[number] - placing.right(number - 1)
        assert gap == (0 if {number, number - 1} & aside else GUTTER)


def test_spines_take_the_room_that_is_left_beside_the_columns_one_compares() -> None:
    """The last two of five columns stand side by side, what is before them is out of view."""
    tight = 2 * WIDTH + 2 * SPINE
    for view, spine in ((tight, SPINE), (tight + 10, SPINE + 5), (tight + 400, 40)):
        placing = place(view, 5, WIDTH, WIDTH).with_aside({2, 3}, view, beside=[1, 4])
        assert placing.spine == spine
        assert placing.right(4) - placing.lefts[1] <= view


@given(st.integers(700, 2600), st.integers(2, 9), st.data())
def test_as_many_readings_stand_side_by_side_as_columns_fit(
    view: int, count: int, data: st.DataObject
) -> None:
    order = [f"column {n}" for n in range(count)]
    placing = place(view, count, 420)
    # As many as fit with a gutter each; their pixels may have been rounded up.
    whole = min(count, (view + count) // (placing.width + GUTTER))
    passage = data.draw(st.permutations(order))[:whole]
    aside = aside_for(order, passage, view, placing.width)
    after = placing.with_aside({order.index(key) for key in aside}, view)
    places = [order.index(key) for key in passage if key not in aside]
    if count - whole <= 4:
        assert len(places) == whole
        assert after.right(max(places)) - after.lefts[min(places)] <= view


def test_the_two_sides_of_a_conflict_come_first() -> None:
    """Both 'a' and 'b' part from 'e' and from nobody else."""
    conflicts = {frozenset("ae"), frozenset("be")}
    assert by_weight("abe", conflicts, "a", "a") == ["a", "e", "b"]
    assert by_weight("abe", conflicts, "c", "a") == ["a", "e", "b"]
    assert by_weight("abe", conflicts, "e", "a") == ["e", "a", "b"]


def test_without_a_conflict_the_attention_and_then_the_base_lead() -> None:
    assert by_weight("abe", (), "e", "b") == ["e", "b", "a"]
    assert by_weight("abe", (), None, None) == ["a", "b", "e"]
    assert by_weight("", (), "a", "a") == []
