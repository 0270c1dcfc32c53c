"""Where columns stand on the board and how far they scroll: arithmetic, apart from any widget."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

NARROWEST = 320
"""A column is never narrower, in logical pixels."""
GUTTER = 32
"""Between two columns, for the ribbons."""
SPINE = 14
"""What is left at least of a column that has stepped aside."""
_WIDEST_SPINE = 40
_CATCHING_UP = 1.6
"""How much faster than its leader a column may move to come level again."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Left edges and the one width of all columns; `total` is what the board needs, in pixels.

    Columns in `aside`, counted from 0 at the left, are spines of one width without gutters.
    """

    lefts: tuple[int, ...]
    width: int
    total: int
    aside: frozenset[int] = field(default_factory=frozenset[int])
    spine: int = 0

    def breadth(self, number: int) -> int:
        """How wide a column or its spine is."""
        return self.spine if number in self.aside else self.width

    def right(self, number: int) -> int:
        """The right edge of a column."""
        return self.lefts[number] + self.breadth(number)

    def with_aside(
        self, aside: Collection[int], view: int, beside: Sequence[int] = (), covered: int = 0
    ) -> Placing:
        """The same columns in a view of that width, with only these as spines.

        What stands left of the first spine stays where it is. Spines are as wide as they may be
        while the columns `beside` each other, the weightiest first, stay in view; `covered` is
        what a pinned column takes of it.
        """
        if not aside and not self.aside:
            return self
        narrow = self._with_spines(aside, view, SPINE)
        standing = [(narrow.lefts[n], narrow.right(n)) for n in beside if n not in aside]
        room = view - covered
        left, right = stretch_to_show(standing or [(0, narrow.right(len(self.lefts) - 1))], room)
        among = sum(1 for n in aside if left <= narrow.lefts[n] < right)
        wider = max(0, room - (right - left)) // max(1, among)
        return self._with_spines(aside, view, min(_WIDEST_SPINE, SPINE + wider))

    def _with_spines(self, aside: Collection[int], view: int, spine: int) -> Placing:
        edges: list[int] = []
        at = 0
        for number in range(len(self.lefts)):
            if number and number not in aside and number - 1 not in aside:
                at += GUTTER
            edges.append(at)
            at += spine if number in aside else self.width
        margin = 0 if aside else max(0, (view - at) // 2)
        lefts = tuple(margin + edge for edge in edges)
        return Placing(lefts, self.width, max(at, view), frozenset(aside), spine)

    def stops(self, view: int) -> tuple[int, ...]:
        """The sideways scrolls at which a view of that width begins with a whole column."""
        furthest = max(0, self.total - view)
        return tuple(sorted({min(left - self.lefts[0], furthest) for left in self.lefts}))


def place(available: int, count: int, widest: int, narrowest: int = NARROWEST) -> Placing:
    """Columns as wide as there is room for, within limits, and centred where room is left.

    Where not all fit, as many as do share the room as whole columns, so that none is cut; behind
    the last one the ribbons lead on to the next.
    """
    if count == 0:
        return Placing((), 0, 0)
    narrowest = max(narrowest, NARROWEST)
    widest = max(widest, narrowest)
    gutters = GUTTER * (count - 1)
    room = (available - gutters) // count
    if room < narrowest:
        whole = max(1, (available + GUTTER) // (narrowest + GUTTER))
        room = -(-(available - GUTTER * whole) // whole)  # up: no strip of the next one
    width = min(max(room, narrowest), widest)
    total = width * count + gutters
    margin = max(0, (available - total) // 2)
    return Placing(
        tuple(margin + n * (width + GUTTER) for n in range(count)), width, max(total, available)
    )


def between(start: float, end: float, share: float) -> float:
    """The place on the way from start to end, of which that share is done."""
    return start + (end - start) * share


def scroll_to_show(left: int, right: int, position: int, view: int) -> int:
    """The sideways scroll nearest to `position` that has `[left, right)` in a view of that width;
    what is wider than the view shows its left end.
    """
    if right - left >= view:
        return left
    return min(max(position, right - view), left)


def whole_column(stops: Sequence[int], position: int, wanted: int) -> int:
    """The stop at which to end on the way from `position` to `wanted`, never short of it."""
    if wanted > position:
        return next((stop for stop in stops if stop >= wanted), stops[-1])
    return next((stop for stop in reversed(stops) if stop <= wanted), stops[0])


def nearest_stop(stops: Sequence[int], position: int) -> int:
    """Which of the stops (counted from 0) is nearest to where one is."""
    return min(range(len(stops)), key=lambda n: abs(stops[n] - position))


def stretch_to_show(wanted: Sequence[tuple[int, int]], view: int) -> tuple[int, int]:
    """The left and right edge of what can be seen of `wanted` at once, the weightiest first.

    Each of `wanted` is a left and a right edge; one that does not fit beside those before it is
    left out.
    """
    left, right = wanted[0]
    for one, other in wanted[1:]:
        wider = min(left, one), max(right, other)
        if wider[1] - wider[0] <= view:
            left, right = wider
    return left, right


def common_height(ranges: Sequence[tuple[float, float]], wanted: float) -> float:
    """The height nearest to `wanted` at which every reading can stand.

    Each range says how high and how low a column can bring its reading; where they have no height
    in common, the wanted one is kept and each column comes as near as it can.
    """
    highest = max((low for low, _ in ranges), default=wanted)
    lowest = min((high for _, high in ranges), default=wanted)
    if highest > lowest:
        return wanted
    return min(max(wanted, highest), lowest)


def follow(current: float, target: float, moved: float, screen: float) -> float:
    """Where a column goes when its leader has moved by `moved` and the map wants it at `target`.

    It never moves against its leader and catches up at a bounded pace, so that nothing jerks after
    the columns were brought to passages that stand in another order. A leap of a screen or more
    is followed at once.
    """
    if abs(moved) >= screen:
        return target
    ahead = target - current
    if moved == 0 or ahead * moved <= 0:
        return current
    limit = max(abs(moved) * _CATCHING_UP, 1.0)
    return current + max(-limit, min(limit, ahead))
