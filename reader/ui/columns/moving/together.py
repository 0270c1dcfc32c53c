"""Columns that scroll together: what one shows, the others show too, by passage."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from reader.core.scrollmap import HeightPair, ScrollMap
from reader.core.text.span import Span
from reader.ui.columns.column import Column
from reader.ui.columns.plan.placing import follow

Pairs = Callable[[str, str], Sequence[tuple[Span, Span]]]
"""Linked readings of two articles, by their ids."""


class Together(QObject):
    """Lets the other columns follow the one that a person scrolls.

    The point that is kept level slides from the upper edge of the view, at an article's beginning,
    to its lower edge at the end, so that beginnings and ends meet.
    """

    def __init__(self, pairs: Pairs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pairs = pairs
        self._columns: dict[str, Column] = {}
        self._maps: dict[tuple[str, str], ScrollMap] = {}
        self._before: dict[str, float] = {}
        self._held = False

    def set_columns(self, columns: dict[str, Column]) -> None:
        self._columns = dict(columns)
        self.forget()
        self.remember()

    def forget(self) -> None:
        """Heights or links are others now."""
        self._maps.clear()

    def remember(self) -> None:
        """Take where the columns stand now as where the next move begins."""
        self._before = {key: column.upper_edge for key, column in self._columns.items()}

    def hold(self, held: bool) -> None:
        """While held, columns move on their own account and nobody follows."""
        self._held = held
        if not held:
            self.remember()

    def lead(self, leader: str, *, leap: bool = False) -> None:
        """The others follow a column that has moved; with `leap` they come level at once."""
        if self._held or leader not in self._columns:
            return
        column = self._columns[leader]
        moved = column.upper_edge - self._before.get(leader, column.upper_edge)
        self._held = True
        for key, other in self._columns.items():
            if key == leader or not other.is_settled or not column.is_settled:
                continue
            target = self._target(leader, key)
            screen = 0.0 if leap else float(max(column.viewport().height(), 1))
            other.scroll_to(follow(other.upper_edge, target, moved, screen))
        self._held = False
        self.remember()

    def _target(self, leader: str, follower: str) -> float:
        """Where the follower's upper edge belongs, by the map between the two texts."""
        one, other = self._columns[leader], self._columns[follower]
        share = one.upper_edge / one.furthest if one.furthest > 0 else 0.0
        point = one.upper_edge + share * one.viewport().height()
        level = self._map(leader, follower).a_to_b(point)
        wanted = level - share * other.viewport().height()
        return min(max(wanted, 0.0), other.furthest)

    def _map(self, leader: str, follower: str) -> ScrollMap:
        found = self._maps.get((leader, follower))
        if found is None:
            one, other = self._columns[leader], self._columns[follower]
            pairs: list[HeightPair] = []
            for a, b in self._pairs(leader, follower):
                first, second = one.extent(a), other.extent(b)
                if first is not None and second is not None:
                    pairs.append(HeightPair(*first, *second))
            found = ScrollMap(pairs, one.height_of_text, other.height_of_text)
            self._maps[leader, follower] = found
        return found
