"""The signals of words: which terms of two sentences meet, and what the sentences mean as wholes.

Both rest on the likeness of terms; what needs none is in `signals`.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.facts.vocabulary import FUNCTION_WORDS, OFFICE_WORDS, TITLES
from reader.core.matching.signals import LIKENESS_POWER, Matrices, Signal, sums
from reader.core.matching.story import Story
from reader.core.matching.vectors import Floats, unit_rows
from reader.core.pace import Pace

RARITY_POWER: Final = 1.25
NAME_WEIGHT: Final = 0.85
LEAST_MET: Final = round(255 * 0.5**LIKENESS_POWER)
"""From a cosine of .5 two words are taken for the same content."""
_WHOLE: Final = 255


class Met:
    """The signals that rest on which terms meet, by one table of likeness.

    WORDS is the share of each sentence's rare terms that meet a like term in the other: each term
    meets its likest (after Sultan, Bethard and Sumner 2014, without their context); names weigh a
    little less, both ways count, in the harmonic mean. CONTENT is how many of the rarest words are
    met that are no names, titles or function words: the poorer side counts, and a word that stands
    in one sentence alone would count one.
    """

    def __init__(self, story: Story, table: NDArray[np.uint8], pace: Pace) -> None:
        self._rows = story.rows
        self._pace = pace
        self._met = np.zeros((len(story.units), len(story.terms)), np.uint8)
        for number in range(len(story.units)):
            row = story.rows.row(number)
            if len(row):
                table[row].max(axis=0, out=self._met[number])
            pace.did()
        self._shares, self._counts = _weights(story)
        self._one_way: tuple[Floats, Floats] | None = None

    def between(self, rows: slice, columns: slice) -> Matrices:
        words, content = self._one_way = self._one_way or self._all_one_way()
        return {
            Signal.WORDS: _harmonic(words[rows, columns], words[columns, rows].T),
            Signal.CONTENT: np.minimum(content[rows, columns], content[columns, rows].T),
        }

    def from_one(self, row: int, columns: NDArray[np.intp]) -> Matrices:
        own = slice(self._rows.starts[row], self._rows.starts[row + 1])
        theirs = self._met[np.ix_(columns, self._rows.items[own])]
        words, content = self._worth(theirs, own)
        at, owners = self._rows.places(columns)
        mine = self._met[row, self._rows.items[at]]
        words_back = sums(owners, mine.astype(np.float32) / _WHOLE * self._shares[at], len(columns))
        content_back = sums(owners, (mine >= LEAST_MET) * self._counts[at], len(columns))
        return {
            Signal.WORDS: _harmonic(words, words_back),
            Signal.CONTENT: np.minimum(content, content_back),
        }

    def _all_one_way(self) -> tuple[Floats, Floats]:
        """For each sentence, what of it is met in each other one."""
        count = len(self._rows)
        words, content = np.zeros((2, count, count), np.float32)
        by_term = np.ascontiguousarray(self._met.T)
        for row in range(count):
            own = slice(self._rows.starts[row], self._rows.starts[row + 1])
            words[row], content[row] = self._worth(by_term[self._rows.items[own]].T, own)
            self._pace.did()
        return words, content

    def _worth(self, met: NDArray[np.uint8], own: slice) -> tuple[Floats, Floats]:
        """What the terms at `own` are worth to one sentence, where each other one meets them."""
        words = met.astype(np.float32) @ self._shares[own] / np.float32(_WHOLE)
        return words, (met >= LEAST_MET).astype(np.float32) @ self._counts[own]


class Meaning:
    """Cosine of the sentences' mean word vectors, less the mean of all English sentences."""

    def __init__(self, story: Story, word_vectors: Floats, english: NDArray[np.bool_]) -> None:
        sums = np.zeros((len(story.units), word_vectors.shape[1]), np.float32)
        for number in range(len(story.units)):
            row = story.rows.row(number)
            sums[number] = story.rarity[row] @ word_vectors[row]
        rows = unit_rows(sums) * english[:, None]
        usual = rows.sum(axis=0) / max(1, int(english.sum()))
        self.rows: Floats = unit_rows((rows - usual) * english[:, None])

    def between(self, rows: slice, columns: slice) -> Matrices:
        return {Signal.MEANING: self.rows[rows] @ self.rows[columns].T}

    def from_one(self, row: int, columns: NDArray[np.intp]) -> Matrices:
        return {Signal.MEANING: self.rows[columns] @ self.rows[row]}


def _harmonic(here: Floats, there: Floats) -> Floats:
    both: Floats = np.maximum(here + there, np.float32(1e-6))
    return np.float32(2) * here * there / both


def _weights(story: Story) -> tuple[Floats, Floats]:
    """For each term of each sentence its share in the sentence, and its worth as content."""
    rows = story.rows
    rare = story.rarity**RARITY_POWER * np.where(story.names, NAME_WEIGHT, 1.0)
    shares = rare.astype(np.float32)[rows.items]
    wholes = np.maximum(np.bincount(rows.row_of, shares, minlength=len(rows)), 1e-6)
    idle = TITLES | OFFICE_WORDS | FUNCTION_WORDS
    content = ~story.names & np.array([term not in idle for term in story.terms], np.bool_)
    counts = story.rarity * content / np.log1p(len(story.units))
    return (
        (shares / wholes[rows.row_of]).astype(np.float32),
        counts.astype(np.float32)[rows.items],
    )
