"""Why two sentences are linked, in words that a person can check: what met in the alignment."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.facts.figure import Figure
from reader.core.facts.vocabulary import FUNCTION_WORDS
from reader.core.matching.kinship import stem
from reader.core.matching.signals import LIKENESS_POWER, amount_of
from reader.core.matching.story import Story
from reader.core.text.span import Span

MOST_WORDS: Final = 6
"""Words or groups of words that a reason names."""
MOST_ALIKE: Final = 3
_LEAST_LIKENESS: Final = round(255 * 0.45**LIKENESS_POWER)
"""From a cosine of .45 two words are told as alike."""


class Reasons:
    """Tells for pairs of sentences of one story what they have in common.

    `likeness` holds terms by terms, 0..255, where a table of word vectors was at hand.
    """

    def __init__(self, story: Story, likeness: NDArray[np.uint8] | None) -> None:
        self._story = story
        self._likeness = likeness
        self._numbers = {term: number for number, term in enumerate(story.terms)}
        self._rarity = dict(zip(story.terms, story.rarity.tolist(), strict=True))
        self._stems = [stem(term) for term in story.terms]
        self._places: dict[int, dict[str, int]] = {}
        self._small_words: dict[int, frozenset[str]] = {}

    def why(self, a: int, b: int, *, closely: bool) -> tuple[str, ...]:
        """Reasons for two sentences by their numbers; `closely` also looks for like words."""
        here, there = self._words(a), self._words(b)
        shared = [key for key in here if key in there]
        reasons: list[str] = []
        if shared:
            reasons.append("shared words: " + ", ".join(self._grouped(a, b, here, shared)))
        if closely:
            alike = self._alike(a, b, here, there)
            if alike:
                reasons.append("like words: " + ", ".join(alike))
            figures = self._figures(a, b)
            if figures:
                reasons.append("same figures: " + ", ".join(figures))
        return tuple(reasons) or ("similar letters and length only",)

    def met(self, a: int, b: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The words and figures of each sentence that have a counterpart in the other."""
        return self._met(a, b), self._met(b, a)

    def _met(self, unit: int, other: int) -> tuple[Span, ...]:
        article, sentence = self._story.units[unit]
        ground = self._story.grounds[article]
        here, there = self._words(unit), self._words(other)
        theirs = self._story.grounds[self._story.units[other][0]]
        columns = [self._numbers[theirs.folded[word]] for word in there.values()]
        kept = set(here).intersection(there)
        if self._likeness is not None and columns:
            apart = [key for key in here if key not in kept]
            rows = [self._numbers[ground.folded[here[key]]] for key in apart]
            alike = self._likeness[np.ix_(rows, columns)].max(axis=1) >= _LEAST_LIKENESS
            kept.update(key for key, like in zip(apart, alike.tolist(), strict=True) if like)
        met = [
            ground.spans[word]
            for word in ground.words_of[sentence]
            if ground.folded[word] in self._numbers
            and self._stems[self._numbers[ground.folded[word]]] in kept
        ]
        met += [one.span for one in self._shared_figures(unit, other)]
        return tuple(met)

    def _shared_figures(self, unit: int, other: int) -> list[Figure]:
        """The figures of a sentence that come to what one of the other comes to."""
        amounts = {amount_of(figure) for figure in self._stated(other)} - {None}
        return [figure for figure in self._stated(unit) if amount_of(figure) in amounts]

    def _stated(self, unit: int) -> tuple[Figure, ...]:
        article, sentence = self._story.units[unit]
        ground = self._story.grounds[article]
        return ground.analysis.figures_in(ground.sentences[sentence])

    def _words(self, unit: int) -> dict[str, int]:
        """The words of weight by their stems, each with the number of its first place."""
        if unit in self._places:
            return self._places[unit]
        article, sentence = self._story.units[unit]
        ground = self._story.grounds[article]
        places: dict[str, int] = {}
        for word in ground.words_of[sentence]:
            form = ground.folded[word]
            if form not in FUNCTION_WORDS and form in self._numbers:
                places.setdefault(self._stems[self._numbers[form]], word)
        self._places[unit] = places
        return places

    def _small(self, unit: int) -> frozenset[str]:
        """The function words of a sentence."""
        known = self._small_words.get(unit)
        if known is None:
            article, sentence = self._story.units[unit]
            ground = self._story.grounds[article]
            words = ground.words_of[sentence]
            known = FUNCTION_WORDS.intersection(ground.folded[words.start : words.stop])
            self._small_words[unit] = known
        return known

    def _grouped(self, a: int, b: int, places: dict[str, int], shared: list[str]) -> list[str]:
        """The shared words as they stand in the first text, neighbours together, by weight."""
        ground = self._story.grounds[self._story.units[a][0]]
        small = self._small(b)
        groups: list[list[int]] = []
        for word in sorted(places[key] for key in shared):
            between = range(groups[-1][-1] + 1, word) if groups else range(0)
            if groups and all(ground.folded[at] in small for at in between):
                groups[-1] += [*between, word]
            else:
                groups.append([word])
        weights = [
            sum(self._rarity.get(ground.folded[word], 0.0) for word in group) for group in groups
        ]
        best = sorted(range(len(groups)), key=lambda at: (-weights[at], at))[:MOST_WORDS]
        return [
            ground.spans[groups[at][0]].hull(ground.spans[groups[at][-1]]).of(ground.text)
            for at in sorted(best)
        ]

    def _alike(self, a: int, b: int, here: dict[str, int], there: dict[str, int]) -> list[str]:
        if self._likeness is None:
            return []
        ours, theirs = (self._story.grounds[self._story.units[unit][0]] for unit in (a, b))
        left = [word for key, word in here.items() if key not in there]
        right = [word for key, word in there.items() if key not in here]
        if not left or not right:
            return []
        rows = [self._numbers[ours.folded[word]] for word in left]
        columns = [self._numbers[theirs.folded[word]] for word in right]
        table = self._likeness[np.ix_(rows, columns)]
        worth = table * self._story.rarity[rows][:, None]
        found: list[str] = []
        for _ in range(min(MOST_ALIKE, *table.shape)):
            row, column = np.unravel_index(int(worth.argmax()), worth.shape)
            if table[row, column] < _LEAST_LIKENESS:
                break
            word, other = ours.spans[left[row]], theirs.spans[right[column]]
            found.append(f"{word.of(ours.text)} / {other.of(theirs.text)}")
            worth[row, :] = worth[:, column] = 0
        return found

    def _figures(self, a: int, b: int) -> list[str]:
        told = [{amount_of(one): one.text for one in self._stated(unit)} for unit in (a, b)]
        return [
            text if text == told[1][value] else f"{text} / {told[1][value]}"
            for value, text in told[0].items()
            if value is not None and value in told[1]
        ]
