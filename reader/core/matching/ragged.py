"""Rows of different lengths in one array: what a sentence has of a thousand possible terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.vectors import Floats


@dataclass(frozen=True, eq=False)
class Ragged:
    """Rows of numbers of columns; `items` holds them one after the other.

    Row i is `items[starts[i]:starts[i + 1]]`.
    """

    starts: NDArray[np.intp]
    items: NDArray[np.intp]

    @staticmethod
    def of(rows: Sequence[Sequence[int]]) -> Ragged:
        lengths = np.fromiter((len(row) for row in rows), np.intp, len(rows))
        starts = np.zeros(len(rows) + 1, np.intp)
        np.cumsum(lengths, out=starts[1:])
        return Ragged(starts, np.fromiter((i for row in rows for i in row), np.intp, starts[-1]))

    @staticmethod
    def joined(rows: Sequence[NDArray[np.intp]]) -> Ragged:
        starts = np.zeros(len(rows) + 1, np.intp)
        np.cumsum([len(row) for row in rows], out=starts[1:])
        return Ragged(starts, np.concatenate([np.zeros(0, np.intp), *rows]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> NDArray[np.intp]:
        return np.diff(self.starts)

    @property
    def row_of(self) -> NDArray[np.intp]:
        """For each item the number of its row."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def row(self, number: int) -> NDArray[np.intp]:
        return self.items[self.starts[number] : self.starts[number + 1]]

    def places(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the items of some rows stand in `items`, and for each which of `rows` it is in."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        owners = np.repeat(np.arange(len(rows)), lengths)
        ends = np.cumsum(lengths)
        return np.arange(len(owners)) + (self.starts[rows] - ends + lengths)[owners], owners

    def turned(self, columns: int) -> Ragged:
        """For each column the rows that have it, in order."""
        order = np.argsort(self.items, kind="stable")
        starts = np.zeros(columns + 1, np.intp)
        np.cumsum(np.bincount(self.items, minlength=columns), out=starts[1:])
        return Ragged(starts, self.row_of[order])

    def dense(self, first: int, last: int, values: NDArray[Any], columns: int) -> Floats:
        """Rows `first` to `last` written out, with a value for each item."""
        part = slice(self.starts[first], self.starts[last])
        rows = np.zeros((last - first, columns), np.float32)
        owners = np.repeat(np.arange(last - first), self.lengths[first:last])
        rows[owners, self.items[part]] = values[part]
        return rows
