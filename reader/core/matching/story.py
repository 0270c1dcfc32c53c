"""All compared sentences of a story as rows over one list of terms, with the rarity of each term.

Rarity is counted inside the story, since the words of an event are rare everywhere else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.facts.vocabulary import CALENDAR
from reader.core.matching.ground import Ground
from reader.core.matching.kinship import plain, spelling, stem
from reader.core.matching.ragged import Ragged
from reader.core.matching.vectors import Floats
from reader.core.pace import Pace
from reader.core.text.span import Span

MOST_SENTENCES: Final = 12_000
"""Sentences of a story that are compared in other words; more would take minutes."""
MOST_TERMS: Final = 8_000
"""Terms whose likeness is worked out; the square of this is the bytes it takes."""
MOST_KIN: Final = 30
"""Forms of one word; more are an accident of stripping endings."""
LEAST_WORDS: Final = 3
"""Words besides figures and dates that a sentence needs to make a claim."""
STEM_LIKENESS: Final = 0.95
SPELLING_LIKENESS: Final = 0.9
ACRONYM_LIKENESS: Final = 0.7
_IN_NAMES: Final = 0.6
"""Share of a term's places that lie in names, from which it counts as a name."""
_WEB: Final = frozenset({"http", "https", "www"})


@dataclass(frozen=True)
class Story:
    """Sentences of all articles, in order, as sets of terms."""

    grounds: tuple[Ground, ...]
    units: tuple[tuple[int, int], ...]
    """For each sentence its article and its number there."""
    terms: tuple[str, ...]
    rows: Ragged
    """For each sentence the numbers of its terms, in order and without repeats."""
    claims: NDArray[np.bool_]
    """For each sentence, whether it has enough words to make a claim."""
    in_names: Floats
    """For each term, the share of its places that lie in names."""

    @cached_property
    def articles(self) -> NDArray[np.intp]:
        return np.array([article for article, _ in self.units], dtype=np.intp)

    @cached_property
    def sentences_with(self) -> Ragged:
        """For each term the sentences that have it, in order."""
        return self.rows.turned(len(self.terms))

    @cached_property
    def names(self) -> NDArray[np.bool_]:
        """For each term, whether it mostly stands in names."""
        return self.in_names > _IN_NAMES

    @cached_property
    def kin(self) -> dict[tuple[int, int], float]:
        """Pairs of terms that are forms or spellings of one word, or an acronym and its name."""
        likeness: dict[tuple[int, int], float] = {}
        for short, long in self._acronyms():
            likeness[short, long] = likeness[long, short] = ACRONYM_LIKENESS
        for form, worth in ((spelling, SPELLING_LIKENESS), (stem, STEM_LIKENESS)):
            groups: dict[str, list[int]] = defaultdict(list)
            for number, term in enumerate(self.terms):
                groups[form(term)].append(number)
            for group in groups.values():
                for pair in permutations(group[:MOST_KIN], 2):
                    likeness[pair] = worth
        return likeness

    def _acronyms(self) -> Iterator[tuple[int, int]]:
        """Terms that are the first letters of a name, with each term of that name."""
        numbers = {term: number for number, term in enumerate(self.terms)}
        by_letters = {plain(term): number for number, term in enumerate(self.terms)}
        for ground in self.grounds:
            for name in ground.analysis.names:
                core = [word for word in name.core if word[:1].isalpha()]
                short = by_letters.get("".join(word[0] for word in core))
                if len(core) >= 2 and short is not None:
                    yield from ((short, numbers[word]) for word in core if word in numbers)

    @cached_property
    def rarity(self) -> Floats:
        """For each term, how rare its sentences are, forms of one word counted together."""
        spread = self.sentences_with.lengths
        together: dict[int, list[int]] = defaultdict(list)
        for (term, other), worth in self.kin.items():
            if worth >= SPELLING_LIKENESS:
                together[term].append(other)
        for term, others in together.items():
            found = [self.sentences_with.row(form) for form in (term, *others)]
            spread[term] = len(np.unique(np.concatenate(found)))
        return np.log((1 + len(self.units)) / np.maximum(spread, 1)).astype(np.float32)

    def span(self, unit: int) -> Span:
        article, sentence = self.units[unit]
        return self.grounds[article].sentences[sentence]


def story_of(
    grounds: Sequence[Ground], *, most: int = MOST_SENTENCES, pace: Pace | None = None
) -> tuple[Story, int]:
    """The story, and how many sentences of each article it takes (all of them where they fit)."""
    pace = pace or Pace()
    each = quota([len(ground.sentences) for ground in grounds], most)
    units: list[tuple[int, int]] = []
    sentences: list[list[str]] = []
    claims: list[bool] = []
    inside: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for ground in grounds:
        named = _covered(ground, [name.span for name in ground.analysis.names])
        counted = _covered(ground, [figure.span for figure in ground.analysis.figures])
        for number in range(min(each, len(ground.sentences))):
            words = ground.words_of[number]
            for word in words:
                total[ground.folded[word]] += 1
                inside[ground.folded[word]] += named[word]
            units.append((ground.index, number))
            sentences.append(_terms(ground, words))
            claims.append(_makes_claim(ground, words, counted))
        pace.look()
    terms = _kept_terms(sentences)
    pace.look()
    numbers = {term: number for number, term in enumerate(terms)}
    rows = Ragged.of([sorted({numbers[t] for t in s if t in numbers}) for s in sentences])
    shares = [inside[term] / total[term] if total[term] else 0.0 for term in terms]
    story = Story(
        tuple(grounds),
        tuple(units),
        terms,
        rows,
        np.array(claims, dtype=np.bool_),
        np.array(shares, dtype=np.float32),
    )
    return story, each


def quota(counts: Sequence[int], most: int) -> int:
    """The most that may be taken of each of some counts if all together must not pass `most`."""
    if sum(counts) <= most:
        return max(counts, default=0)
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(count, middle) for count in counts) <= most:
            low = middle
        else:
            high = middle - 1
    return low


def _covered(ground: Ground, spans: Sequence[Span]) -> list[bool]:
    """For each compared word, whether one of the spans, in order of start, overlaps it."""
    covered: list[bool] = []
    at = 0
    for word in ground.spans:
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        covered.append(at < len(spans) and spans[at].start < word.end)
    return covered


def _terms(ground: Ground, words: range) -> list[str]:
    """Words, or pairs of neighbouring signs in scripts that put no blank between words."""
    terms: list[str] = []
    for word in words:
        form = ground.folded[word]
        joined = (
            word + 1 in words
            and len(form) == 1
            and not form.isascii()
            and ground.spans[word + 1].start == ground.spans[word].end
        )
        terms.append(form + ground.folded[word + 1] if joined else form)
    return terms


def _makes_claim(ground: Ground, words: range, counted: Sequence[bool]) -> bool:
    """Whether enough words are left besides dates, figures and web addresses."""
    told = 0
    for word in words:
        form = ground.folded[word]
        if form in _WEB:
            return False
        told += not counted[word] and form[0].isalpha() and form not in CALENDAR
    return told >= LEAST_WORDS


def _kept_terms(sentences: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """All terms in order of appearance; where they are too many, the most frequent."""
    spread: dict[str, int] = defaultdict(int)
    for sentence in sentences:
        for term in dict.fromkeys(sentence):
            spread[term] += 1
    if len(spread) <= MOST_TERMS:
        return tuple(spread)
    return tuple(sorted(spread, key=lambda term: -spread[term])[:MOST_TERMS])
