"""Freeing large values a little at a time: freed at once, they hold up every other thread.

Python frees a tuple of a million values in one go, half a second in which no other thread of the
program runs; between the turns of a loop the others get theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, cast

_AT_ONCE: Final = 1_000
"""Values freed between two chances for other threads: well below a millisecond."""


def let_go(held: dict[Any, Any]) -> None:
    """Empties a dictionary and the dictionaries in it, and frees what only they held.

    Lists and tuples that are in use elsewhere stay as they are there.
    """
    while held:
        values: Any = held.popitem()[1]
        if isinstance(values, dict):
            let_go(cast(dict[Any, Any], values))
        elif isinstance(values, list | tuple):
            rest = list(cast(Iterable[Any], values))
            del values
            while rest:
                del rest[-_AT_ONCE:]
