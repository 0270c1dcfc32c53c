"""Verbatim runs: what two articles share word for word, in any order, every occurrence.

An index of word n-grams finds the seeds, which grow to the longest runs along their diagonals, as
the reuse finders do (passim; Churnalism; the seed-and-extend step of the PAN text aligners).
A pair of articles alone decides what it shares: a further article changes nothing here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

MOST_PAIRS = 50
"""Places of an n-gram in a pair from which each meets the one of its rank, not every other."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` equal words, from word `a` of one article and from word `b` of the other."""

    a: int
    b: int
    length: int


_W = TypeVar("_W")
Index = dict[tuple[_W, ...], list[int]]
"""Where each n-gram of words, or of their numbers, stands."""


def index_of(words: Sequence[_W], minimum: int) -> Index[_W]:
    """Where each n-gram of words stands, in order."""
    places: Index[_W] = defaultdict(list)
    for start, gram in enumerate(zip(*(words[i:] for i in range(minimum)), strict=False)):
        places[gram].append(start)
    return places


def shared_runs(a: Index[_W], b: Index[_W], minimum: int) -> list[Run]:
    """The longest runs that two articles share, from the indexes of their n-grams."""
    if len(b) < len(a):
        return sorted(Run(run.b, run.a, run.length) for run in _shared(b, a, minimum))
    return sorted(_shared(a, b, minimum))


def repeated_runs(index: Index[_W], minimum: int) -> list[Run]:
    """The runs that one article holds twice, the earlier place first; the two never overlap."""
    diagonals: dict[int, list[int]] = defaultdict(list)
    for places in index.values():
        for first, second in _within(places):
            diagonals[second - first].append(first)
    return sorted(
        Run(run.a, run.b, min(run.length, run.b - run.a))
        for run in _grown(diagonals, minimum)
        if run.b - run.a >= minimum
    )


def _shared(a: Index[_W], b: Index[_W], minimum: int) -> list[Run]:
    diagonals: dict[int, list[int]] = defaultdict(list)
    for gram in filter(b.__contains__, a):
        for first, second in _across(a[gram], b[gram]):
            diagonals[second - first].append(first)
    return _grown(diagonals, minimum)


def _across(here: list[int], there: list[int]) -> list[tuple[int, int]]:
    """Every place with every place, or with the one of its rank where they are too many."""
    if len(here) * len(there) <= MOST_PAIRS:
        return [(first, second) for first in here for second in there]
    most = max(len(here), len(there))
    return [(here[min(i, len(here) - 1)], there[min(i, len(there) - 1)]) for i in range(most)]


def _within(places: list[int]) -> list[tuple[int, int]]:
    if len(places) * (len(places) - 1) // 2 <= MOST_PAIRS:
        return [(first, second) for i, first in enumerate(places) for second in places[i + 1 :]]
    return list(pairwise(places))


def _grown(diagonals: dict[int, list[int]], minimum: int) -> list[Run]:
    """Seeds that follow one another on a diagonal, as one run."""
    runs: list[Run] = []
    for diagonal, starts in diagonals.items():
        starts.sort()
        first = last = starts[0]
        for start in starts[1:]:
            if start > last + 1:
                runs.append(Run(first, first + diagonal, last - first + minimum))
                first = start
            last = start
        runs.append(Run(first, first + diagonal, last - first + minimum))
    return runs
