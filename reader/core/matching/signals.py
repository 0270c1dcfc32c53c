"""Weak signals that two sentences make one claim, each a matrix of sentences by sentences.

None is right alone; `likelihood` adds them up. Measured in tests/bench/ablation.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.facts.vocabulary import FUNCTION_WORDS, OFFICE_WORDS, TITLES
from reader.core.matching.story import Story
from reader.core.matching.vectors import Floats, Vectors, unit_rows

HASHED: Final = 4096
"""Columns that the character n-grams are folded into."""
GRAMS: Final = (3, 4, 5)
LIKENESS_POWER: Final = 1.75
"""Sharpens the cosine of two words before it counts as likeness."""
RARITY_POWER: Final = 1.25
NAME_WEIGHT: Final = 0.85
LEAST_MET: Final = round(255 * 0.5**LIKENESS_POWER)
"""From a cosine of .5 two words are taken for the same content."""
RELATED: Final = 0.15
"""Cosine of two articles' names from which they are about one event."""
_WHOLE: Final = 255
_SHARPER: Final = (((np.arange(256) / _WHOLE) ** LIKENESS_POWER) * _WHOLE).astype(np.uint8)
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
    """Whether a figure of one value stands in both."""
    CONTENT = "content"
    """Rare words that met and are no names: two sentences about one person need more than him."""
    LENGTH = "length"
    """Logarithm of the longer length: what is said at length can be told apart more surely."""
    ARTICLES = "articles"
    """Whether the two articles name the same things at all."""


Matrices = dict[Signal, Floats]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like each two terms are, 0..255: by their forms alone, and by the word vectors too."""

    by_form: NDArray[np.uint8]
    by_use: NDArray[np.uint8] | None
    word_vectors: Floats | None


def likeness_of(story: Story, vectors: Vectors | None) -> Likeness:
    """The likeness of all terms of a story; `vectors` are given where some of it is English."""
    count = len(story.terms)
    by_form = np.zeros((count, count), np.uint8)
    for (term, other), worth in story.kin.items():
        by_form[term, other] = round(worth * _WHOLE)
    np.fill_diagonal(by_form, _WHOLE)
    if vectors is None:
        return Likeness(by_form, None, None)
    word_vectors = vectors.of(story.terms)
    by_use = by_form.copy()
    for start in range(0, count, 1024):
        rows = slice(start, start + 1024)
        cosines = np.clip(word_vectors[rows] @ word_vectors.T, 0, 1)
        np.maximum(by_use[rows], _SHARPER[(cosines * _WHOLE).astype(np.uint8)], out=by_use[rows])
    return Likeness(by_form, by_use, word_vectors)


def common_signals(story: Story) -> Matrices:
    """The signals that need no likeness of terms."""
    lengths = np.log1p(story.present.sum(axis=1)).astype(np.float32)
    return {
        Signal.LETTERS: _letters(story),
        Signal.FIGURES: _figures(story),
        Signal.LENGTH: np.maximum.outer(lengths, lengths),
        Signal.ARTICLES: _articles(story),
    }


def met_terms(story: Story, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Sentences by terms: how like the sentence's likest term is to each term, 0..255."""
    met = np.zeros((len(story.units), len(story.terms)), np.uint8)
    for number, row in enumerate(story.rows):
        if len(row):
            table[row].max(axis=0, out=met[number])
    return met


def words_signal(story: Story, met: NDArray[np.uint8]) -> Floats:
    """The share of each sentence's rare terms that meet a like term in the other.

    Each term meets its likest (after Sultan, Bethard and Sumner 2014, without their context); names
    weigh a little less, both ways count, in the geometric mean.
    """
    weights = story.rarity**RARITY_POWER * np.where(story.names, NAME_WEIGHT, 1.0)
    weighed = story.present * weights.astype(np.float32)
    shares = weighed / np.maximum(weighed.sum(axis=1, keepdims=True), 1e-6)
    shares = shares @ (met.astype(np.float32) / _WHOLE).T
    return np.sqrt(np.maximum(shares * shares.T, 0))


def content_signal(story: Story, met: NDArray[np.uint8]) -> Floats:
    """How many of the rarest words are met that are no names, titles or function words.

    The poorer side counts; a word that stands in one sentence alone would count one.
    """
    idle = TITLES | OFFICE_WORDS | FUNCTION_WORDS
    content = ~story.names & np.array([term not in idle for term in story.terms], np.bool_)
    weighed = story.present * (story.rarity * content / np.log1p(len(story.units)))
    counts = weighed.astype(np.float32) @ (met >= LEAST_MET).astype(np.float32).T
    return np.minimum(counts, counts.T)


def meaning_signal(story: Story, word_vectors: Floats, english: NDArray[np.bool_]) -> Floats:
    """Cosine of the sentences' mean word vectors, less the mean of all English sentences."""
    rows = unit_rows((story.present * story.rarity) @ word_vectors) * english[:, None]
    rows = unit_rows((rows - rows.sum(axis=0) / max(1, int(english.sum()))) * english[:, None])
    return rows @ rows.T


def _letters(story: Story) -> Floats:
    numbers: dict[str, int] = {}
    grams = [
        [numbers.setdefault(gram, len(numbers)) % HASHED for gram in _grams(term)]
        for term in story.terms
    ]
    count = len(story.units)
    rows = np.zeros((count, min(HASHED, max(1, len(numbers)))), np.float32)
    for number, row in enumerate(story.rows):
        found = [gram for term in row for gram in grams[int(term)]]
        if found:
            rows[number] = np.bincount(found, minlength=rows.shape[1])
    filled, columns = np.nonzero(rows)
    spread = np.bincount(columns, minlength=rows.shape[1])
    rarity = 1 + np.log((1 + count) / (1 + spread))
    values = (1 + np.log(rows[filled, columns])) * rarity[columns]
    lengths = np.sqrt(np.bincount(filled, values * values, minlength=count))
    rows[filled, columns] = values / lengths[filled]
    return rows @ rows.T


def _grams(term: str) -> list[str]:
    padded = f" {term} "
    return [padded[i : i + n] for n in GRAMS for i in range(len(padded) - n + 1)]


def _figures(story: Story) -> Floats:
    numbers: dict[object, int] = {}
    rows: list[list[int]] = []
    for article, sentence in story.units:
        ground = story.grounds[article]
        values = [
            figure.resolved if figure.resolved is not None else figure.value
            for figure in ground.analysis.figures_in(ground.sentences[sentence])
        ]
        rows.append(
            [numbers.setdefault(value, len(numbers)) for value in values if value is not None]
        )
    stated = np.zeros((len(rows), len(numbers)), np.float32)
    for number, row in enumerate(rows):
        stated[number, row] = 1
    return np.minimum(stated @ stated.T, 1)


def _articles(story: Story) -> Floats:
    """For each pair of sentences, how much their articles name the same things, 0..1."""
    articles = story.articles
    count = len(story.grounds)
    used = np.zeros((count, len(story.terms)), np.float32)
    for number, row in enumerate(story.rows):
        used[articles[number], row] = 1
    used *= story.rarity
    named = used * story.names
    few = (named > 0).sum(axis=1) < _ENOUGH_NAMES
    cosines = unit_rows(named) @ unit_rows(named).T
    of_all = unit_rows(used) @ unit_rows(used).T
    nameless = few[:, None] | few[None, :]
    related = np.minimum(np.where(nameless, of_all, cosines), RELATED) / RELATED
    return related[np.ix_(articles, articles)].astype(np.float32)


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
