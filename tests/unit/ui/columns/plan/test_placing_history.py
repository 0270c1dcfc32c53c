"""Where columns stand, how they follow, and where one has been."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.columns.plan.history import History, Place
from reader.ui.columns.plan.placing import (
    GUTTER,
    NARROWEST,
    common_height,
    follow,
    nearest_stop,
    place,
    scroll_to_show,
    stretch_to_show,
    whole_column,
)


@given(st.integers(200, 4000), st.integers(1, 12), st.integers(320, 900))
def test_columns_keep_their_least_width_and_never_overlap(
    available: int, count: int, widest: int
) -> None:
    placing = place(available, count, widest)
    assert NARROWEST <= placing.width <= widest
    assert len(placing.lefts) == count
    for left, right in zip(placing.lefts, placing.lefts[1:], strict=False):
        assert right - left == placing.width + GUTTER
    assert placing.lefts[0] >= 0
    assert placing.lefts[-1] + placing.width <= placing.total


def test_five_columns_at_1280_are_wider_than_the_window() -> None:
    assert place(1280, 5, 600).total > 1280


@given(st.integers(352, 4000), st.integers(2, 14), st.integers(320, 520))
def test_at_every_stop_the_columns_in_view_are_whole(
    available: int, count: int, narrowest: int
) -> None:
    placing = place(available, count, 640, narrowest)
    for stop in placing.stops(available):
        edges = [(left - stop, left + placing.width - stop) for left in placing.lefts]
        cut = [e for e in edges if e[0] < 0 < e[1] or e[0] < available < e[1]]
        whole = [e for e in edges if e[0] >= 0 and e[1] <= available]
        assert whole or placing.width > available
        # A strip of the next one is left over only where columns may grow no wider.
        assert not cut or placing.width == 640 or placing.width >= available


def test_on_the_window_of_a_small_screen_three_columns_stand_whole() -> None:
    placing = place(1055, 5, 640)
    assert placing.width == NARROWEST
    assert placing.stops(1055)[:2] == (0, NARROWEST + GUTTER)
    assert placing.stops(1055)[-1] == placing.total - 1055


def test_large_text_asks_for_wider_columns() -> None:
    assert place(1055, 5, 1200, 480).width == 496


def test_a_way_sideways_ends_at_a_whole_column() -> None:
    stops = (0, 352, 704, 817)
    assert whole_column(stops, 0, 320) == 352
    assert whole_column(stops, 817, 600) == 352
    assert whole_column(stops, 0, 817) == 817
    assert nearest_stop(stops, 500) == 1


def test_two_columns_are_centred_where_room_is_left() -> None:
    placing = place(1920, 2, 600)
    assert placing.width == 600
    assert placing.lefts[0] == 1920 - placing.lefts[1] - 600


def test_no_columns_need_no_room() -> None:
    assert place(1000, 0, 600).lefts == ()


@pytest.mark.parametrize(
    ("left", "right", "position", "expected"),
    [(0, 300, 0, 0), (900, 1300, 0, 300), (100, 400, 200, 100), (0, 2000, 500, 0)],
)
def test_sideways_scroll_moves_no_further_than_needed(
    left: int, right: int, position: int, expected: int
) -> None:
    assert scroll_to_show(left, right, position, 1000) == expected


def test_a_height_that_all_can_reach_is_taken_nearest_to_the_wanted_one() -> None:
    assert common_height([(-500, 400), (-500, 120)], 200) == 120
    assert common_height([(-500, 400), (260, 800)], 200) == 260
    assert common_height([(-500, 400), (-500, 300)], 200) == 200
    assert common_height([(0, 50), (100, 150)], 70) == 70


heights = st.floats(0, 10_000)


@given(heights, heights, st.floats(-600, 600))
def test_a_follower_never_moves_against_its_leader(
    current: float, target: float, moved: float
) -> None:
    went = follow(current, target, moved, 700) - current
    assert went * moved >= 0
    assert abs(went) <= abs(target - current) + 1e-9


@given(heights, heights, st.floats(1, 60))
def test_a_follower_comes_level_after_some_way(current: float, target: float, moved: float) -> None:
    step = moved if target > current else -moved
    for _ in range(20_000):
        current = follow(current, target, step, 700)
    assert current == pytest.approx(target)


def test_a_leap_is_followed_at_once() -> None:
    assert follow(0, 5000, 800, 700) == 5000
    assert follow(5000, 10, -800, 700) == 10


def test_back_and_forward_go_through_the_places_one_has_left() -> None:
    history = History()
    first, second, here = Place({"a": (1, 0.0)}), Place({"a": (2, 0.0)}), Place({"a": (3, 0.0)})
    history.leave(first)
    history.leave(second)
    assert history.back(here) == second
    assert history.back(second) == first
    assert history.back(first) is None
    assert history.forward(first) == second
    assert history.forward(second) == here
    assert history.forward(here) is None


def test_leaving_for_a_new_place_forgets_what_lay_ahead() -> None:
    history = History()
    history.leave(Place({"a": (1, 0.0)}))
    history.back(Place({"a": (2, 0.0)}))
    history.leave(Place({"a": (5, 0.0)}))
    assert not history.can_go_forward
    assert history.can_go_back


def test_a_new_comparison_leaves_the_places_and_drops_the_numbers_of_passages() -> None:
    history = History()
    history.leave(Place({"a": (1, 2.0)}, 7))
    history.forget_passages()
    assert history.back(Place()) == Place({"a": (1, 2.0)})


def test_of_what_is_too_far_apart_the_weightiest_is_shown() -> None:
    first, near, far = (720, 1040), (360, 680), (1440, 1760)
    assert stretch_to_show([first, near, far], 2000) == (360, 1760)
    assert stretch_to_show([first, far, near], 700) == (360, 1040)
    assert stretch_to_show([far, first, near], 700) == far


@given(
    st.lists(st.integers(0, 8).map(lambda n: (n * 360, n * 360 + 320)), min_size=1),
    st.integers(320, 4000),
)
def test_the_weightiest_is_always_seen_whole(wanted: list[tuple[int, int]], view: int) -> None:
    left, right = stretch_to_show(wanted, view)
    assert left <= wanted[0][0] < wanted[0][1] <= right <= left + view
