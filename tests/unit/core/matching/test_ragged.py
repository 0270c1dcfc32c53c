"""Rows of different lengths, against lists of lists."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.core.matching.ragged import Ragged

ROWS = st.lists(st.lists(st.integers(0, 6), unique=True).map(sorted), min_size=1, max_size=8)


@given(ROWS, st.data())
def test_some_rows_are_gathered_with_their_owners(
    rows: list[list[int]], data: st.DataObject
) -> None:
    ragged = Ragged.of(rows)
    chosen = data.draw(st.lists(st.integers(0, len(rows) - 1)))
    places, owners = ragged.places(np.array(chosen, np.intp))

    assert [(int(o), int(i)) for o, i in zip(owners, ragged.items[places], strict=True)] == [
        (owner, item) for owner, row in enumerate(chosen) for item in rows[row]
    ]


@given(ROWS)
def test_turned_twice_they_are_the_same(rows: list[list[int]]) -> None:
    ragged = Ragged.of(rows)
    back = ragged.turned(7).turned(len(rows))

    assert [back.row(n).tolist() for n in range(len(rows))] == rows
    assert ragged.lengths.tolist() == [len(row) for row in rows]


@given(ROWS)
def test_written_out_they_hold_their_values(rows: list[list[int]]) -> None:
    ragged = Ragged.of(rows)
    dense = ragged.dense(0, len(rows), ragged.items + 1, 7)

    for row, written in zip(rows, dense, strict=True):
        assert np.flatnonzero(written).tolist() == row
        assert written[row].tolist() == [item + 1 for item in row]
