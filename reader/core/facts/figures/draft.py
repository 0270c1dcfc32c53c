"""A figure on its way: found by a rule at some lexemes, its bound not yet read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.lexemes import Lexemes
from reader.core.facts.figures.vocabulary import Vocabulary

OWNERS: Final = frozenset({"his", "her", "their", "my", "your"})
"""Words after which a decade is one of a life ('in his early 30s')."""

Value = int | float | str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a rule found at lexemes `[start, end)`.

    `bound` is set where the rule itself settles it; `core` is the first lexeme of the bare number,
    before which bound words stand, `counts` the lexeme from which the counted noun is read.
    """

    kind: FigureKind
    start: int
    end: int
    value: Value
    unit: str | None = None
    upper: Value = None
    resolved: Value = None
    bound: Bound | None = None
    counts: int | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What every rule reads: one paragraph, its language and the article's own date."""

    lexemes: Lexemes
    words: Vocabulary
    published: date | None


@dataclass(frozen=True, slots=True)
class NoFigure:
    """Lexemes up to `end` hold digits that are a name, an address or a key."""

    end: int
