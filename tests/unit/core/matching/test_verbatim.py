"""Verbatim runs against a slow oracle, and their bounds on hostile texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.matching.verbatim import MOST_PAIRS, Run, index_of, repeated_runs, shared_runs

NUMBERS = st.lists(st.integers(0, 3), max_size=25)


def slow_runs(a: list[int], b: list[int], minimum: int) -> list[Run]:
    """All longest common runs, by trying every two places."""
    runs: list[Run] = []
    for i in range(len(a)):
        for j in range(len(b)):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            length = 0
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            if length >= minimum:
                runs.append(Run(i, j, length))
    return sorted(runs)


@given(NUMBERS, NUMBERS, st.integers(3, 5))
def test_runs_are_those_of_the_oracle(a: list[int], b: list[int], minimum: int) -> None:
    found = shared_runs(index_of(a, minimum), index_of(b, minimum), minimum)
    expected = slow_runs(a, b, minimum)
    covered = {(run.a + k, run.b + k) for run in found for k in range(run.length)}
    assert all(a[i] == b[j] for i, j in covered)
    places = max((len(p) for p in index_of(a, minimum).values()), default=0)
    if places * max((len(p) for p in index_of(b, minimum).values()), default=0) <= MOST_PAIRS:
        assert found == expected


@given(NUMBERS, NUMBERS)
def test_runs_are_the_same_from_either_side(a: list[int], b: list[int]) -> None:
    one = shared_runs(index_of(a, 3), index_of(b, 3), 3)
    other = shared_runs(index_of(b, 3), index_of(a, 3), 3)
    assert one == sorted(Run(run.b, run.a, run.length) for run in other)


@given(NUMBERS)
def test_repeats_inside_one_text_never_overlap(a: list[int]) -> None:
    for run in repeated_runs(index_of(a, 3), 3):
        assert run.a + run.length <= run.b
        assert a[run.a : run.a + run.length] == a[run.b : run.b + run.length]


def test_every_place_of_a_frequent_run_is_covered() -> None:
    a, b = [1, 2, 3] * 40, [1, 2, 3] * 9
    found = shared_runs(index_of(a, 3), index_of(b, 3), 3)
    assert {run.a + k for run in found for k in range(run.length)} == set(range(len(a)))
    assert {run.b + k for run in found for k in range(run.length)} == set(range(len(b)))


def test_one_word_a_hundred_thousand_times_is_one_run() -> None:
    many = [7] * 100_000
    assert shared_runs(index_of(many, 5), index_of(many, 5), 5) == [Run(0, 0, 100_000)]
    assert len(repeated_runs(index_of(many, 5), 5)) <= 1
