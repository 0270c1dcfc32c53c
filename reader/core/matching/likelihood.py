"""How likely two sentences make one claim: a plain sum of signals, each against fixed constants.

Means and deviations of the signals, the slope and the half are those of the even-numbered events of
the judged cases; weights are round numbers. Weights learned from those events did worse elsewhere,
and so did standards taken from the very story that is read: where nothing is shared, the best pair
must not look good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from reader.core.matching.signals import Matrices, Signal
from reader.core.matching.vectors import Floats

ENOUGH_CONTENT: Final = 2.0
"""Rare words besides names that two sentences need in common to be taken at their full score."""
NAMES_ALONE: Final = 0.4
"""What is left of the score where nothing but names and titles is shared."""
ACQUAINTED: Final = 0.15
"""What two articles must name in common, of what makes them be about one event."""
STRANGERS: Final = 0.5
"""What is left of the score where they name nothing in common: 'nobody was hurt' stands in many."""
EVENED: Final = 0.72
"""Exponent that lifts the score from which links are mostly right to one half."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What is usual for a signal between any two sentences, and how much the signal weighs."""

    mean: float
    deviation: float
    weight: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How signals become a likelihood: a logistic curve over their weighed sum, less what is
    shared in names alone, or between articles that have nothing else in common.
    """

    standards: Mapping[Signal, Standard]
    slope: float
    half: float
    strangers: float = STRANGERS

    def likelihood(self, matrices: Matrices) -> Floats:
        """For each pair of sentences, how likely they make one claim, 0..1."""
        total = sum(
            (matrices[signal] - standard.mean) * np.float32(standard.weight / standard.deviation)
            for signal, standard in self.standards.items()
        )
        likely = 1 / (1 + np.exp(-self.slope * (total - self.half)))
        told = np.minimum(matrices[Signal.CONTENT] / ENOUGH_CONTENT, 1)
        damped = likely * (NAMES_ALONE + (1 - NAMES_ALONE) * told)
        known = np.minimum(matrices[Signal.ARTICLES] / ACQUAINTED, 1)
        return (damped**EVENED * (self.strangers + (1 - self.strangers) * known)).astype(np.float32)


_COMMON: Final = {
    Signal.LETTERS: Standard(0.071, 0.064, 0.2),
    Signal.FIGURES: Standard(0.009, 0.09, 0.1),
    Signal.LENGTH: Standard(3.1, 0.35, 0.1),
    Signal.ARTICLES: Standard(0.42, 0.45, 0.4),
}

WITH_VECTORS: Final = Calibration(
    {
        **_COMMON,
        Signal.WORDS: Standard(0.16, 0.061, 0.4),
        Signal.MEANING: Standard(0.0, 0.14, 0.2),
    },
    slope=0.92,
    half=2.85,
)
"""For two sentences whose words the table of vectors knows."""

WITHOUT_VECTORS: Final = Calibration(
    {**_COMMON, Signal.WORDS: Standard(0.035, 0.054, 0.4)},
    slope=0.94,
    half=2.6,
)
"""For sentences of any language, by their letters and forms alone."""
