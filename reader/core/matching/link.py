"""Links: two readings, in two places, that say the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.text.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One article's span in a passage; `article` is an index into what was compared."""

    article: int
    span: Span

    @property
    def place(self) -> tuple[int, int, int]:
        """Article, start and end: readings are in its order, and it is sorted by far sooner."""
        return self.article, self.span.start, self.span.end


class Relation(StrEnum):
    VERBATIM = "verbatim"
    NEAR = "near"
    """The same sentence with some words changed."""
    PARAPHRASE = "paraphrase"


class Wording(StrEnum):
    """What a verbatim run is made of."""

    COPIED = "copied"
    NAME = "name"
    """Nothing but a name or title: shared, but no claim."""


@dataclass(frozen=True, slots=True, order=True)
class Same:
    """Two ranges, one in each reading's article, whose words are the same after folding."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class Link:
    """Two readings that make the same claim; `a.article < b.article`, or one article twice.

    `score` (0..1) is how likely they make the same claim; `shown` whether it is shown unasked;
    `why` the reasons in words; `wording` is set for verbatim runs only.
    """

    a: Reading
    b: Reading
    relation: Relation
    score: float
    shown: bool
    same: tuple[Same, ...]
    why: tuple[str, ...]
    wording: Wording | None = None
