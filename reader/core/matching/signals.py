"""Weak signals that two sentences make one claim.

None is right alone; `likelihood` adds them up. Measured in tests/bench/ablation.py. Each is worked
out for a block of sentences by sentences, or for one sentence and some others: a story of thousands
is never held as one table of all its pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from reader.core.facts.figure import Figure, FigureKind
from reader.core.matching.ragged import Ragged
from reader.core.matching.story import Story
from reader.core.matching.vectors import Floats, Vectors, unit_rows
from reader.core.pace import Pace

HASHED: Final = 4096
"""Columns that the character n-grams are folded into."""
GRAMS: Final = (3, 4, 5)
LIKENESS_POWER: Final = 1.75
"""Sharpens the cosine of two words before it counts as likeness."""
RELATED: Final = 0.15
"""Cosine of two articles' names from which they are about one event."""
_WHOLE: Final = 255
_SHARPER: Final = (((np.arange(256) / _WHOLE) ** LIKENESS_POWER) * _WHOLE).astype(np.uint8)
_AT_ONCE: Final = 128
"""Terms whose likeness is worked out in one call; other threads wait for its end."""
MOST_FIGURES: Final = 60
"""Figures of one sentence by which it is compared."""
_LONGEST_TERM: Final = 1_000
"""Letters of one term whose n-grams are counted; what is longer is no word."""
_ENOUGH_NAMES: Final = 3
"""Terms; an article with fewer names is known by all its words."""


class Signal(StrEnum):
    LETTERS = "letters"
    """Cosine of character 3-5-grams, weighted by rarity."""
    WORDS = "words"
    """Share of each sentence's rare words that meet a like word in the other."""
    MEANING = "meaning"
    """Cosine of the sentences' mean word vectors, less what the whole story has in common."""
    FIGURES = "figures"
    """Whether a figure of one value and of like kind stands in both."""
    CONTENT = "content"
    """Rare words that met and are no names: two sentences about one person need more than him."""
    LENGTH = "length"
    """Logarithm of the longer length: what is said at length can be told apart more surely."""
    ARTICLES = "articles"
    """Whether the two articles name the same things at all."""


Matrices = dict[Signal, Floats]
"""For each signal its worth, in the shape of the pairs that were asked for."""


class Signalling(Protocol):
    """Some signals of a story, ready to be asked for any of its sentences, by their numbers."""

    def between(self, rows: slice, columns: slice) -> Matrices:
        """For each sentence of `rows` with each of `columns`; both have a start and a stop."""
        ...

    def from_one(self, row: int, columns: NDArray[np.intp]) -> Matrices:
        """For one sentence with each of some others."""
        ...


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like each two terms are, 0..255: by their forms alone, and by the word vectors too."""

    by_form: NDArray[np.uint8]
    by_use: NDArray[np.uint8] | None
    word_vectors: Floats | None


def likeness_of(story: Story, vectors: Vectors | None, pace: Pace) -> Likeness:
    """The likeness of all terms of a story; `vectors` are given where some of it is English.

    A unit of the pace is some work for one sentence, here as in what follows.
    """
    count = len(story.terms)
    by_form = np.zeros((count, count), np.uint8)
    for (term, other), worth in story.kin.items():
        by_form[term, other] = round(worth * _WHOLE)
    np.fill_diagonal(by_form, _WHOLE)
    pace.look()
    if vectors is None:
        return Likeness(by_form, None, None)
    word_vectors = vectors.of(story.terms)
    pace.look()
    by_use = by_form.copy()
    for start in range(0, count, _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        cosines = np.clip(word_vectors[rows] @ word_vectors.T, 0, 1)
        pace.did(_AT_ONCE)
        sharper = np.take(_SHARPER, (cosines * _WHOLE).astype(np.uint8))
        np.maximum(by_use[rows], sharper, out=by_use[rows])
    return Likeness(by_form, by_use, word_vectors)


class Common:
    """The signals that need no likeness of terms: letters, figures, length, articles."""

    def __init__(self, story: Story, pace: Pace) -> None:
        self._letters, self._weights, self._width = _letters(story, pace)
        pace.look()
        self._figures = _figures(story)
        pace.look()
        values = int(self._figures.items.max(initial=-1)) + 1
        self._with_figure = self._figures.turned(values)
        self._lengths = np.log1p(story.rows.lengths).astype(np.float32)
        self._articles = story.articles
        self._related = _related(story)
        self._written: Floats | None = None

    def between(self, rows: slice, columns: slice) -> Matrices:
        written = self._written_out()
        return {
            Signal.LETTERS: written[rows] @ written[columns].T,
            Signal.FIGURES: self._same_figures(rows, columns),
            Signal.LENGTH: np.maximum.outer(self._lengths[rows], self._lengths[columns]),
            Signal.ARTICLES: self._related[np.ix_(self._articles[rows], self._articles[columns])],
        }

    def from_one(self, row: int, columns: NDArray[np.intp]) -> Matrices:
        mine = np.zeros(self._width, np.float32)
        own = slice(self._letters.starts[row], self._letters.starts[row + 1])
        mine[self._letters.items[own]] = self._weights[own]
        at, owners = self._letters.places(columns)
        met = mine[self._letters.items[at]] * self._weights[at]
        stated = np.zeros(len(self._lengths), np.float32)
        for value in self._figures.row(row):
            stated[self._with_figure.row(int(value))] = 1
        return {
            Signal.LETTERS: sums(owners, met, len(columns)),
            Signal.FIGURES: stated[columns],
            Signal.LENGTH: np.maximum(self._lengths[row], self._lengths[columns]),
            Signal.ARTICLES: self._related[self._articles[row], self._articles[columns]],
        }

    def _written_out(self) -> Floats:
        if self._written is None:
            letters = self._letters
            self._written = letters.dense(0, len(letters), self._weights, self._width)
        return self._written

    def _same_figures(self, rows: slice, columns: slice) -> Floats:
        met = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.float32)
        for at, row in enumerate(range(rows.start, rows.stop)):
            for value in self._figures.row(row):
                found = self._with_figure.row(int(value))
                first, last = np.searchsorted(found, (columns.start, columns.stop))
                met[at, found[first:last] - columns.start] = 1
        return met


def sums(owners: NDArray[np.intp], values: NDArray[np.floating[Any]], count: int) -> Floats:
    """The sum of the values of each owner."""
    return np.bincount(owners, values, minlength=count).astype(np.float32)


def _letters(story: Story, pace: Pace) -> tuple[Ragged, Floats, int]:
    """The n-grams of each sentence, the weight of each, and how many there may be."""
    numbers: dict[str, int] = {}
    grams = [
        [numbers.setdefault(gram, len(numbers)) % HASHED for gram in _grams(term)]
        for term in story.terms
    ]
    pace.look()
    width = min(HASHED, max(1, len(numbers)))
    columns: list[NDArray[np.intp]] = []
    counts: list[NDArray[np.intp]] = []
    for number in range(len(story.units)):
        found = [gram for term in story.rows.row(number) for gram in grams[int(term)]]
        counted = np.bincount(found, minlength=1)
        columns.append(np.flatnonzero(counted))
        counts.append(counted[columns[-1]])
        pace.did()
    pace.look()
    letters = Ragged.joined(columns)
    often = np.concatenate([np.zeros(0, np.intp), *counts]).astype(np.float32)
    spread = np.bincount(letters.items, minlength=width)
    rarity = 1 + np.log((1 + len(columns)) / (1 + spread))
    values = (1 + np.log(often)) * rarity[letters.items]
    rows = letters.row_of
    lengths = np.sqrt(np.bincount(rows, values * values, minlength=len(columns)))
    return letters, (values / lengths[rows]).astype(np.float32), width


def _grams(term: str) -> list[str]:
    padded = f" {term[:_LONGEST_TERM]} "
    return [padded[i : i + n] for n in GRAMS for i in range(len(padded) - n + 1)]


_OF_ITS_OWN: Final = frozenset(
    {FigureKind.DURATION, FigureKind.AGE, FigureKind.MONEY, FigureKind.TIME, FigureKind.ORDINAL}
)
_SHARES: Final = frozenset({FigureKind.PERCENT, FigureKind.FRACTION})


def amount_of(figure: Figure) -> tuple[str, int | float | str] | None:
    """What a figure comes to and of which sort it is: 17 years are no 17-year-old."""
    value = figure.resolved if figure.resolved is not None else figure.value
    if value is None:
        return None
    if figure.kind in _SHARES:
        return "share", value
    return figure.kind.value if figure.kind in _OF_ITS_OWN else "", value


def _figures(story: Story) -> Ragged:
    """For each sentence the numbers of the values that its figures state."""
    numbers: dict[object, int] = {}
    rows: list[list[int]] = []
    for article, sentence in story.units:
        ground = story.grounds[article]
        stated = ground.analysis.figures_in(ground.sentences[sentence])[:MOST_FIGURES]
        amounts = map(amount_of, stated)
        known = {numbers.setdefault(one, len(numbers)) for one in amounts if one is not None}
        rows.append(sorted(known))
    return Ragged.of(rows)


def _related(story: Story) -> Floats:
    """For each two articles, how much they name the same things, 0..1."""
    count = len(story.grounds)
    used = np.zeros((count, len(story.terms)), np.float32)
    used[story.articles[story.rows.row_of], story.rows.items] = 1
    used *= story.rarity
    named = used * story.names
    few = (named > 0).sum(axis=1) < _ENOUGH_NAMES
    cosines = unit_rows(named) @ unit_rows(named).T
    of_all = unit_rows(used) @ unit_rows(used).T
    nameless = few[:, None] | few[None, :]
    related = np.minimum(np.where(nameless, of_all, cosines), RELATED) / RELATED
    return related.astype(np.float32)


def english_sentences(story: Story, languages: Sequence[str | None]) -> NDArray[np.bool_]:
    """For each sentence, whether its article is in English: as it says, or by its small words."""
    english: list[bool] = []
    for ground, language in zip(story.grounds, languages, strict=True):
        if language:
            english.append(language.casefold().replace("_", "-").partition("-")[0] == "en")
        else:
            small = sum(form in _ENGLISH for form in ground.folded)
            english.append(small >= _ENGLISH_SHARE * len(ground.folded))
    return np.array([english[article] for article, _ in story.units], dtype=np.bool_)


_ENGLISH: Final = frozenset({"the", "of", "and", "to", "is", "that", "for", "was", "on", "with"})
_ENGLISH_SHARE: Final = 0.08
