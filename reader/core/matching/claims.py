"""Links in other words: which sentences of different articles make the same claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.ground import Ground
from reader.core.matching.pairing import Pairs, choose
from reader.core.matching.reasons import Reasons
from reader.core.matching.scoring import Scoring
from reader.core.matching.story import MOST_SENTENCES, story_of
from reader.core.matching.tiers import SHOWN, TOLD
from reader.core.matching.vectors import Floats, Vectors
from reader.core.pace import Pace
from reader.core.text.span import Span

FAINT: Final = ("too little in common to be told",)
MANY: Final = ("many pairs are as alike as these",)
MOST_TOLD: Final = 15_000
"""Pairs whose reasons are worked out, the likeliest."""
UNTIL_SCORED: Final = 0.5
UNTIL_CHOSEN: Final = 0.6
UNTIL_TOLD: Final = 0.65
"""Shares of a whole comparison that are done when each step is."""
_AT_ONCE: Final = 50
"""Sentences between two looks at whether the answer is still wanted."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Two sentences, by article and number, that may make one claim, and how likely they do."""

    a: tuple[int, int]
    b: tuple[int, int]
    likelihood: float
    shown: bool
    why: tuple[str, ...]
    met: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    """The words of each that have a counterpart in the other, where the claim is shown."""


@dataclass(frozen=True, slots=True)
class Claims:
    """Pairs of sentences, likely ones first; `left_out` says in a sentence what was not read."""

    claims: tuple[Claim, ...]
    left_out: str = ""


def find_claims(
    grounds: Sequence[Ground],
    vectors: Vectors | None = None,
    *,
    faintest: float = TOLD,
    shown_from: float = SHOWN,
    most: int = MOST_SENTENCES,
    pace: Pace | None = None,
) -> Claims:
    """Pairs of sentences of different articles that make one claim as likely as `faintest`.

    Those as likely as `shown_from` are shown.
    """
    pace = pace or Pace()
    story, quota = story_of(grounds, most=most, pace=pace)
    left_out: list[str] = []
    if any(len(ground.sentences) > quota for ground in grounds):
        left_out.append(
            f"Beyond the first {quota} sentences of each article only copied wording was sought."
        )
    pace.look()
    if not story.units or not story.terms:
        return Claims((), " ".join(left_out))
    pace.stage(UNTIL_SCORED, 2 * len(story.units) + len(story.terms), _AT_ONCE)
    scoring = Scoring(story, vectors, pace)
    pace.stage(UNTIL_CHOSEN, 2 * len(story.units), _AT_ONCE)
    choice = choose(scoring, faintest, pace, shown_from)
    pace.stage(UNTIL_TOLD, len(choice.pairs), 4 * _AT_ONCE)
    reasons = Reasons(story, scoring.likeness.by_use)
    least = _nth(choice.pairs.likely, MOST_TOLD)
    claims: list[Claim] = []
    for i, j, likely, shown in _rows(choice.pairs, choice.shown):
        why = _why(reasons, i, j, likely, shown or likely >= least)
        met = reasons.met(i, j) if shown else ((), ())
        claims.append(Claim(story.units[i], story.units[j], round(likely, 5), shown, why, met))
        pace.did()
    claims.sort(key=lambda claim: (-claim.likelihood, claim.a, claim.b))
    return Claims(tuple(claims), " ".join(filter(None, (*left_out, choice.left_out))))


def _rows(pairs: Pairs, shown: NDArray[np.bool_]) -> Iterator[tuple[int, int, float, bool]]:
    return zip(
        pairs.first.tolist(),
        pairs.second.tolist(),
        pairs.likely.tolist(),
        shown.tolist(),
        strict=True,
    )


def _why(reasons: Reasons, a: int, b: int, likelihood: float, told: bool) -> tuple[str, ...]:
    if likelihood < TOLD:
        return FAINT
    if not told:
        return MANY
    return reasons.why(a, b, closely=likelihood >= SHOWN)


def _nth(values: Floats, most: int) -> float:
    """The value from which no more than about `most` are left."""
    return float(np.partition(values, -most)[-most]) if len(values) > most else 0.0
