"""How likely any two sentences of a story make one claim, whatever languages they are in."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.likelihood import WITH_VECTORS, WITHOUT_VECTORS
from reader.core.matching.meeting import Meaning, Met
from reader.core.matching.signals import (
    Common,
    Matrices,
    Signalling,
    english_sentences,
    likeness_of,
)
from reader.core.matching.story import Story
from reader.core.matching.vectors import Floats, Vectors
from reader.core.pace import Pace


class Scoring:
    """The likelihoods of one story: with word vectors between English sentences, else without."""

    def __init__(self, story: Story, vectors: Vectors | None, pace: Pace) -> None:
        self.story = story
        languages = [ground.analysis.article.language for ground in story.grounds]
        self._english = english_sentences(story, languages)
        pace.look()
        self.likeness = likeness_of(story, vectors if self._english.any() else None, pace)
        self._common = Common(story, pace)
        self._by_form: Met | None = None
        self._by_use: Met | None = None
        self.meaning: Meaning | None = None
        likeness = self.likeness
        if likeness.by_use is None or not self._english.all():
            self._by_form = Met(story, likeness.by_form, pace)
        if likeness.by_use is not None and likeness.word_vectors is not None:
            self._by_use = Met(story, likeness.by_use, pace)
            self.meaning = Meaning(story, likeness.word_vectors, self._english)

    def between(self, rows: slice, columns: slice) -> Floats:
        """For each sentence of `rows` with each of `columns`, by their numbers, 0..1."""
        both = self._english[rows, None] & self._english[None, columns]
        return self._likely(lambda signals: signals.between(rows, columns), both)

    def from_one(self, row: int, columns: NDArray[np.intp]) -> Floats:
        """For one sentence with each of some others, 0..1."""
        both = self._english[row] & self._english[columns]
        return self._likely(lambda signals: signals.from_one(row, columns), both)

    def _likely(
        self, asked: Callable[[Signalling], Matrices], english: NDArray[np.bool_]
    ) -> Floats:
        matrices = asked(self._common)
        likely = np.zeros(english.shape, np.float32)
        if self._by_form is not None:
            likely = WITHOUT_VECTORS.likelihood(matrices | asked(self._by_form))
        if self._by_use is not None and self.meaning is not None and english.any():
            matrices |= asked(self._by_use) | asked(self.meaning)
            likely = np.where(english, WITH_VECTORS.likelihood(matrices), likely)
        return likely
