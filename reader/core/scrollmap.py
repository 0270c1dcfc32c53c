"""Where one column must stand to show what the other one shows: a monotone map of heights."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeightPair:
    """Two stretches, one in each column, that say the same thing; units are the caller's pixels."""

    a_top: float
    a_bottom: float
    b_top: float
    b_bottom: float

    @property
    def middles(self) -> tuple[float, float]:
        """Twice the middle in each column: the order in which pairs follow each other."""
        return self.a_top + self.a_bottom, self.b_top + self.b_bottom

    @property
    def weight(self) -> float:
        """The shorter of both heights: what a crossing pair costs when it is dropped."""
        return max(0.0, min(self.a_bottom - self.a_top, self.b_bottom - self.b_top))


class ScrollMap:
    """A monotone, piecewise linear map between heights in two columns.

    Pairs that cross heavier ones are dropped (the heaviest increasing chain stays): scrolling down
    in one column never scrolls up in the other. Between two pairs heights are interpolated.
    """

    __slots__ = ("_a", "_b")

    def __init__(self, pairs: Iterable[HeightPair], height_a: float, height_b: float) -> None:
        knots = [(0.0, 0.0)]
        for pair in heaviest_chain(tuple(pairs)):
            for a, b in ((pair.a_top, pair.b_top), (pair.a_bottom, pair.b_bottom)):
                if knots[-1][0] <= a <= height_a and knots[-1][1] <= b <= height_b:
                    knots.append((a, b))
        knots.append((max(height_a, 0.0), max(height_b, 0.0)))
        self._a = tuple(a for a, _ in knots)
        self._b = tuple(b for _, b in knots)

    def a_to_b(self, y: float) -> float:
        """The height in column b that stands for height `y` of column a."""
        return _interpolate(self._a, self._b, y)

    def b_to_a(self, y: float) -> float:
        """The height in column a that stands for height `y` of column b."""
        return _interpolate(self._b, self._a, y)


def heaviest_chain(pairs: Sequence[HeightPair]) -> tuple[HeightPair, ...]:
    """The pairs of greatest total weight that follow each other without overlap in both columns.

    Weighted increasing subsequence over the middles, with a Fenwick tree: O(n log n).
    """
    order = sorted(range(len(pairs)), key=lambda i: pairs[i].middles)
    middles = sorted({pair.middles[1] for pair in pairs})
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(middles) + 1)
    before = [-1] * len(pairs)
    best = (0.0, -1)
    for i in order:
        rank = bisect_left(middles, pairs[i].middles[1]) + 1
        at, found = rank, (0.0, -1)
        while at:
            found = max(found, tree[at])
            at -= at & -at
        before[i] = found[1]
        reached = (found[0] + max(pairs[i].weight, 1e-9), i)
        best = max(best, reached)
        while rank < len(tree):
            tree[rank] = max(tree[rank], reached)
            rank += rank & -rank
    chain: list[HeightPair] = []
    at = best[1]
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return tuple(reversed(chain))


def _interpolate(xs: tuple[float, ...], ys: tuple[float, ...], x: float) -> float:
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    right = bisect_right(xs, x)
    left = right - 1
    share = (x - xs[left]) / (xs[right] - xs[left])
    return ys[left] + share * (ys[right] - ys[left])
