"""The words a language says its numbers, dates, units and bounds with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reader.core.facts.figure import Bound, FigureKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: what kind of figure it makes and its plain name."""

    kind: FigureKind
    name: str


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Words before a number that bound it; `close` where they say that it is only just missed."""

    words: tuple[str, ...]
    bound: Bound
    close: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """One language's words, casefolded; see `english` for what each is for."""

    code: str
    decimal_comma: bool
    numerals: Mapping[str, int]
    hundreds: frozenset[str]
    scales: Mapping[str, int]
    ones: frozenset[str]
    """Articles that mean one before a scale or unit ('a million', 'a year ago')."""
    vague: Mapping[str, int]
    few: frozenset[str]
    fractions: Mapping[str, float]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    currencies: Mapping[str, str]
    percents: frozenset[str]
    bounds: tuple[BoundWords, ...]
    year_words: frozenset[str]
    """Words before which a number of four digits is a year ('in', 'since', 'of')."""
    function_words: frozenset[str]
    """Words that are never part of what is counted."""
    joiners: frozenset[str] = field(default=frozenset())
    """Words inside a number ('two hundred and six')."""
    of_words: frozenset[str] = field(default=frozenset())
    bounds_by_last: Mapping[str, tuple[BoundWords, ...]] = field(init=False)

    def __post_init__(self) -> None:
        by_last: dict[str, list[BoundWords]] = {}
        for words in sorted(self.bounds, key=lambda words: -len(words.words)):
            by_last.setdefault(words.words[-1], []).append(words)
        table = {last: tuple(words) for last, words in by_last.items()}
        object.__setattr__(self, "bounds_by_last", table)


def bounds_of(table: Mapping[Bound, str], close: Iterable[str] = ()) -> tuple[BoundWords, ...]:
    """Bound words from one line a bound, phrases parted by ' | '."""
    near = frozenset(close)
    return tuple(
        BoundWords(tuple(phrase.split()), bound, phrase in near)
        for bound, phrases in table.items()
        for phrase in phrases.split(" | ")
    )


def unit_table(rows: Iterable[tuple[FigureKind, str, str]]) -> dict[str, Unit]:
    """Units by their written forms: (kind, plain name, written forms parted by blanks)."""
    return {form: Unit(kind, name) for kind, name, forms in rows for form in forms.split()}


def word_list(words: str) -> list[str]:
    """Words parted by blanks, in their order."""
    return words.split()
