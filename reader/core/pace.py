"""How far long work is, and the way to stop it: asked by count of work, since core has no clock."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The person no longer wants the answer."""


def never() -> bool:
    """Nobody cancels."""
    return False


def ignore(_done: float) -> None:
    """Nobody looks at the progress."""


class Pace:
    """Asks `cancelled` and tells `progress` the share that is done, 0..1, every so many units.

    The work is a row of stages, each of so many units of its own, whatever a unit of it is: the
    longest time between two askings is that of `every` units. Told shares never fall.
    """

    def __init__(
        self, cancelled: Callable[[], bool] = never, progress: Callable[[float], None] = ignore
    ) -> None:
        self._cancelled = cancelled
        self._progress = progress
        self._begun = self._until = 0.0
        self._units = self._every = 1
        self._done = self._next = 0

    def stage(self, until: float, units: int, every: int = 1) -> None:
        """What follows is the work up to share `until`, of about `units` units.

        Raises Cancelled where the answer is no longer wanted.
        """
        self._begun, self._until = self._until, max(self._until, until)
        self._units, self._every = max(1, units), every
        self._done, self._next = 0, every
        self._ask(self._begun)

    def did(self, units: int = 1) -> None:
        """Some units of the stage are done; raises Cancelled as `stage` does."""
        self._done += units
        if self._done >= self._next:
            self.look()

    def look(self) -> None:
        """Ask now, after work that has no units; raises Cancelled as `stage` does."""
        self._next = self._done + self._every
        share = min(1.0, self._done / self._units)
        self._ask(self._begun + (self._until - self._begun) * share)

    def _ask(self, share: float) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(share)
