"""The map of heights between two columns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.scrollmap import HeightPair, ScrollMap, heaviest_chain

HEIGHTS = st.floats(0, 1000, allow_nan=False)


@st.composite
def pairs(draw: st.DrawFn) -> HeightPair:
    a, b = draw(HEIGHTS), draw(HEIGHTS)
    return HeightPair(a, a + draw(st.floats(0, 200)), b, b + draw(st.floats(0, 200)))


def test_without_pairs_it_goes_by_the_share_of_the_height() -> None:
    scroll = ScrollMap([], 100, 400)
    assert [scroll.a_to_b(y) for y in (0, 25, 100)] == [0, 100, 400]


def test_linked_places_come_to_the_same_height() -> None:
    scroll = ScrollMap([HeightPair(100, 200, 500, 600)], 1000, 1000)
    assert scroll.a_to_b(100) == 500
    assert scroll.a_to_b(150) == 550
    assert scroll.b_to_a(600) == 200
    assert scroll.a_to_b(50) == 250


def test_a_crossing_pair_gives_way_to_the_longer_one() -> None:
    short, long = HeightPair(0, 20, 800, 820), HeightPair(500, 700, 100, 300)
    assert heaviest_chain([short, long]) == (long,)
    assert ScrollMap([short, long], 1000, 1000).a_to_b(600) == 200


def test_two_short_ones_outweigh_one() -> None:
    first, second = HeightPair(0, 60, 100, 160), HeightPair(100, 160, 200, 260)
    crossing = HeightPair(200, 300, 0, 100)
    assert heaviest_chain([crossing, second, first]) == (first, second)


def test_heights_beyond_the_ends_stay_at_the_ends() -> None:
    scroll = ScrollMap([HeightPair(10, 20, 30, 40)], 100, 50)
    assert scroll.a_to_b(-5) == 0
    assert scroll.a_to_b(500) == 50


@given(st.lists(pairs(), max_size=12), st.lists(HEIGHTS, min_size=2, max_size=6))
def test_scrolling_down_never_scrolls_up(links: list[HeightPair], heights: list[float]) -> None:
    scroll = ScrollMap(links, 1200, 900)
    down = sorted(heights)
    for there in (scroll.a_to_b, scroll.b_to_a):
        reached = [there(y) for y in down]
        assert all(late >= early - 1e-6 for early, late in pairwise(reached))
    assert all(0 <= scroll.a_to_b(y) <= 900 for y in heights)


@given(st.lists(pairs(), max_size=7))
def test_the_chain_is_the_heaviest_there_is(links: list[HeightPair]) -> None:
    best = 0.0
    for chosen in range(1 << len(links)):
        chain = sorted((p for i, p in enumerate(links) if chosen >> i & 1), key=lambda p: p.middles)
        steps = pairwise(chain)
        if all(a.middles[1] <= b.middles[1] for a, b in steps):
            best = max(best, sum(pair.weight for pair in chain))
    assert sum(pair.weight for pair in heaviest_chain(links)) == pytest.approx(best, abs=1e-6)
