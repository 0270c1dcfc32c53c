"""Places one has been at, to go back to and forth between, as in a browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_KEPT: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """How the board stood, and the active passage.

    `stands` says by article id which UTF-16 unit was at the upper edge of the view, and by how many
    pixels its line was scrolled past: that holds at every zoom and width.
    """

    stands: Mapping[str, tuple[int, float]] = field(default_factory=dict[str, tuple[int, float]])
    passage: int | None = None


class History:
    """The places behind and ahead of where one is."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self, place: Place) -> None:
        """Remember the place that is being left for a new one; what lay ahead is forgotten."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-_KEPT]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, None at the beginning; `here` becomes what lies ahead."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place | None:
        """The place that was last gone back from, None where there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()

    def forget_passages(self) -> None:
        """Passages have other numbers now: the places stay, without any."""
        self._behind = [Place(place.stands) for place in self._behind]
        self._ahead = [Place(place.stands) for place in self._ahead]

    def forget(self) -> None:
        self._behind.clear()
        self._ahead.clear()
