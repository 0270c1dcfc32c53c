"""Rulings: what a person has decided about links, as the engine needs to know it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.matching.link import Reading


class RulingKind(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    MADE = "made"
    """A link between two selections that the person made by hand."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's word on the link between two readings; sides may stand in any order."""

    kind: RulingKind
    a: Reading
    b: Reading

    @property
    def readings(self) -> tuple[Reading, Reading]:
        """Both readings, the one of the earlier article first."""
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)
