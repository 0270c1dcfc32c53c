"""Typed divergences: where two readings of one claim part, and how badly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.text.span import Span


class DivergenceKind(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    HEDGE = "hedge"
    NEGATION = "negation"
    TENSE = "tense"


class Verdict(StrEnum):
    """The machine's word on a divergence or passage."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Stated:
    """What one side says: where (`article` is an index into what was compared) and its value."""

    article: int
    span: Span
    value: int | float | str | None


@dataclass(frozen=True, slots=True)
class Divergence:
    """A typed difference; `b` is None where the verdict is ONLY.

    `link` is the index of its link in the comparison, None inside one article or between headline
    and body. `reason` is one sentence that a person can check against the texts.
    """

    kind: DivergenceKind
    verdict: Verdict
    a: Stated
    b: Stated | None
    reason: str
    link: int | None = None
