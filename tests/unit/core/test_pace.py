"""Progress and cancelling by count of work."""

from __future__ import annotations

import pytest

from reader.core.pace import Cancelled, Pace


def test_shares_grow_from_stage_to_stage_and_are_told_every_so_many_units() -> None:
    told: list[float] = []
    pace = Pace(progress=told.append)
    pace.stage(0.5, 10, every=5)
    for _ in range(10):
        pace.did()
    pace.stage(1.0, 100, every=50)
    pace.did(100)

    assert told == [0.0, 0.25, 0.5, 0.5, 1.0]


def test_more_units_than_were_said_pass_no_further_than_the_stage() -> None:
    told: list[float] = []
    pace = Pace(progress=told.append)
    pace.stage(0.5, 1)
    pace.did(50)

    assert told[-1] == 0.5


def test_an_unwanted_answer_stops_at_the_next_asking() -> None:
    answers = iter((False, False, True))
    pace = Pace(lambda: next(answers))
    pace.stage(1.0, 10, every=2)
    pace.did(2)
    with pytest.raises(Cancelled):
        pace.did(2)
