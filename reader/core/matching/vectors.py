"""Static word vectors: a small table of word pieces that says which words are used alike.

A word is cut into the longest pieces that the table knows, from the left (WordPiece, Schuster and
Nakajima 2012), and stands for the mean of their vectors. The table is English; nothing here opens a
file: what was read elsewhere is handed over as bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.kinship import plain

WIDTH: Final = 128
"""Numbers in one vector."""
_LONGEST_WORD: Final = 40
"""Letters; longer strings are no words, and cutting them is quadratic."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Vectors:
    """The table: a row of signed bytes for each word piece; `##` begins pieces inside a word."""

    pieces: Mapping[str, int]
    table: NDArray[np.int8]

    @staticmethod
    def from_bytes(pieces: bytes, table: bytes) -> Vectors:
        """The table from its two files: pieces as UTF-8 lines, rows of 128 signed bytes each.

        Raises ValueError where they do not belong together.
        """
        lines = pieces.decode("utf-8").rstrip("\n").split("\n")
        if len(table) != len(lines) * WIDTH:
            raise ValueError(f"{len(lines)} word pieces, {len(table)} bytes of vectors")
        rows = np.frombuffer(table, dtype=np.int8).reshape(len(lines), WIDTH)
        return Vectors({piece: row for row, piece in enumerate(lines)}, rows)

    def of(self, words: Sequence[str]) -> Floats:
        """A row of length one for each folded word; zeros for words that cannot be cut."""
        found = np.zeros((len(words), WIDTH), np.float32)
        cuts = [self._cut(word) for word in words]
        known = [number for number, cut in enumerate(cuts) if cut]
        if known:
            counts = np.array([len(cuts[number]) for number in known])
            pieces = self.table[[row for cut in cuts for row in cut]].astype(np.float32)
            sums = np.add.reduceat(pieces, counts.cumsum() - counts, axis=0)
            found[known] = sums / counts[:, None].astype(np.float32)
        return unit_rows(found)

    def _cut(self, word: str) -> list[int]:
        form = plain(word)
        cut: list[int] = []
        start = 0
        while start < len(form) <= _LONGEST_WORD:
            mark = "##" if start else ""
            for end in range(len(form), start, -1):
                row = self.pieces.get(mark + form[start:end])
                if row is not None:
                    cut.append(row)
                    start = end
                    break
            else:
                return []
        return cut


def unit_rows(rows: NDArray[Any]) -> Floats:
    """The rows, each of length one; rows of zeros stay."""
    lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
    return (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
