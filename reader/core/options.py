"""What a person can set about a comparison, as one validated record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from reader.core.difference.divergence import DivergenceKind
from reader.core.matching.tiers import SHOWN, TOLD
from reader.core.text.article import COMPARED_ROLES, Role

FAINTEST: Final = 0.08
"""Below this almost nothing that makes one claim is left, and almost everything that does not."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to compare; the defaults are what `compare` uses unasked.

    Raises ValueError where a value makes no sense.
    """

    minimum_run: int = 5
    """Words that make a verbatim run."""
    roles: frozenset[Role] = COMPARED_ROLES
    kinds: frozenset[DivergenceKind] = field(default=frozenset(DivergenceKind))
    shown: float = SHOWN
    """How likely (0..1) two readings in other words must make one claim to be shown unasked."""
    faintest: float = TOLD
    """How likely (0..1) they must make one claim to be kept as possible."""

    def __post_init__(self) -> None:
        if not 3 <= self.minimum_run <= 50:
            raise ValueError("a run that counts as word for word has 3 to 50 words")
        if not self.roles:
            raise ValueError("at least one role must be compared")
        if not FAINTEST <= self.faintest <= 1:
            raise ValueError(f"a link is kept as possible from {FAINTEST} to 1")
        if not self.faintest <= self.shown <= 1:
            raise ValueError("a link is shown from what is kept as possible up to 1")


AS_AT_FIRST: Final = Options()
"""What holds until a person chooses otherwise."""
