"""Which pairs of a story's sentences may make one claim: shown, possible, or not worth keeping.

A story of some thousand sentences is scored pair by pair, a block at a time. In a longer one each
sentence is scored with those alone that share rare words with it or lie near it in meaning, which
an inverted index finds: the work grows with the text and not with its square, and nothing as large
as all pairs is ever held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reader.core.matching.kinship import stem
from reader.core.matching.ragged import Ragged
from reader.core.matching.scoring import Scoring
from reader.core.matching.story import Story
from reader.core.matching.tiers import SHOWN, TOLD
from reader.core.matching.vectors import Floats
from reader.core.pace import Pace

MOST: Final = 120_000
"""Possible pairs of a story that are kept, the likeliest."""
MOST_LIKELY: Final = 30_000
"""Of those, pairs above TOLD: more are made by repeats, and nobody reads them."""
MOST_PARTNERS: Final = 5
"""Sentences of one other article that a sentence is shown with; more repeat each other."""
MOST_IN_FULL: Final = 2_500
"""Sentences of a story up to which every pair is scored."""
_BLOCK: Final = 64
"""Sentences that are scored with all others in one go."""
_PARTNERS: Final = 40
"""Sentences of each other article that one of a longer story is scored with."""
_MOST_PARTNERS: Final = 200
"""The same over all other articles together."""
_COMMON: Final = 0.05
"""Share of the sentences from which a word is too common to lead from one to another."""
_BY_MEANING: Final = 0.35
"""Weight of meaning beside shared rare words in the search for partners."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of sentences by number, the earlier first, in order, and how likely each is."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    likely: Floats

    def __len__(self) -> int:
        return len(self.first)

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> Pairs:
        return Pairs(self.first[chosen], self.second[chosen], self.likely[chosen])

    def without(self, places: NDArray[np.intp]) -> Pairs:
        kept = np.ones(len(self), np.bool_)
        kept[places] = False
        return self.only(kept)

    @staticmethod
    def joined(some: list[Pairs]) -> Pairs:
        nothing = Pairs(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, np.float32))
        every = [nothing, *some]
        return Pairs(
            np.concatenate([pairs.first for pairs in every]),
            np.concatenate([pairs.second for pairs in every]),
            np.concatenate([pairs.likely for pairs in every]),
        )

    def likeliest(self, most: int) -> NDArray[np.intp]:
        """The numbers of the likeliest pairs, in order; of equal ones the earlier."""
        ranked = np.lexsort((self.second, self.first, -self.likely))
        return np.sort(ranked[:most])

    def best_of(self, groups: NDArray[np.intp], others: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which pairs are among the few best of their group; of equal ones the lowest `others`."""
        order = np.lexsort((others, -self.likely, groups))
        ranked = groups[order]
        begins = np.flatnonzero(np.diff(ranked, prepend=-1))
        rank = np.arange(len(ranked)) - np.repeat(begins, np.diff(begins, append=len(ranked)))
        best = np.zeros(len(ranked), np.bool_)
        best[order] = rank < MOST_PARTNERS
        return best


@dataclass(frozen=True)
class Choice:
    """The pairs that are kept, which of them are shown, and in words what was left out."""

    pairs: Pairs
    shown: NDArray[np.bool_]
    left_out: str


def choose(scoring: Scoring, faintest: float, pace: Pace, shown_from: float = SHOWN) -> Choice:
    """The pairs of different articles that are as likely as `faintest`, and those to be shown.

    A unit of the pace is a sentence, of which each may be gone through twice.
    """
    story = scoring.story
    in_full = len(story.units) <= MOST_IN_FULL
    search = _blocks(scoring) if in_full else _near(scoring)
    gathered = _Gathered(story, shown_from)
    for found in search:
        gathered.add(found.only(found.likely >= faintest))
        pace.did(_BLOCK)
    choice = gathered.chosen()
    if in_full:
        return choice
    told = "In texts this long only sentences with rare words or meaning in common were compared."
    return Choice(choice.pairs, choice.shown, f"{told} {choice.left_out}".strip())


class _Gathered:
    """The pairs found so far: those that may be shown, and of the others the likeliest."""

    def __init__(self, story: Story, shown_from: float) -> None:
        self._shown_from = shown_from
        self._articles = story.articles
        self._count = len(story.units)
        self._articles_count = len(story.grounds)
        self._likely: list[Pairs] = []
        """Pairs to be shown as far as their first sentences say."""
        self._by_second: Pairs = Pairs.joined([])
        """Of the pairs of one article, the few best of each second sentence."""
        self._article = -1
        self._agreed: list[Pairs] = []
        """Pairs to be shown as far as their second sentences say."""
        self._rest: list[Pairs] = []
        """Pairs that are not to be shown."""
        self._held = self._possible = self._told = 0

    def add(self, pairs: Pairs) -> None:
        """Take the pairs of some first sentences of one article, which come in order."""
        if not len(pairs):
            return
        self._possible += len(pairs)
        self._told += int((pairs.likely >= TOLD).sum())
        at = np.flatnonzero(pairs.likely >= self._shown_from)
        best = pairs.only(at)
        self._keep_by_second(best)
        groups = best.first * self._articles_count + self._articles[best.second]
        leads = best.best_of(groups, best.second)
        self._likely.append(best.only(leads))
        self._keep_rest(pairs.without(at[leads]))

    def _keep_by_second(self, best: Pairs) -> None:
        if not len(best):
            return
        article = int(self._articles[best.first[0]])
        if article != self._article:
            self._agreed.append(self._by_second)
            self._by_second, self._article = Pairs.joined([]), article
        both = Pairs.joined([self._by_second, best])
        self._by_second = both.only(both.best_of(both.second, both.first))

    def _keep_rest(self, pairs: Pairs) -> None:
        self._rest.append(pairs)
        self._held += len(pairs)
        if self._held > 4 * MOST:
            every = Pairs.joined(self._rest)
            self._rest = [every.only(every.likeliest(MOST))]
            self._held = len(self._rest[0])

    def chosen(self) -> Choice:
        likely, agreed = Pairs.joined(self._likely), Pairs.joined([*self._agreed, self._by_second])
        both = np.isin(self._places(likely), self._places(agreed))
        shown = likely.only(both)
        rest = Pairs.joined([likely.only(~both), *self._rest])
        most = MOST_LIKELY if self._told > MOST_LIKELY else MOST
        left_out = ""
        if self._possible > most:
            rest = rest.only(rest.likeliest(most))
            left_out = f"Of the possible links only the {most:,} likeliest are kept."
        every = Pairs.joined([shown, rest])
        order = np.argsort(self._places(every), kind="stable")
        return Choice(every.only(order), order < len(shown), left_out)

    def _places(self, pairs: Pairs) -> NDArray[np.intp]:
        """One number for each pair, in their order."""
        return pairs.first * self._count + pairs.second


def _portions(story: Story) -> Iterator[tuple[slice, slice]]:
    """Some sentences of one article, and all of the articles after it."""
    count = len(story.units)
    ends = np.searchsorted(story.articles, np.arange(len(story.grounds)), side="right").tolist()
    start = 0
    for end in ends:
        for first in range(start, end, _BLOCK):
            yield slice(first, min(end, first + _BLOCK)), slice(end, count)
        start = end


def _blocks(scoring: Scoring) -> Iterator[Pairs]:
    """Every pair of different articles, a few first sentences at a time."""
    claims = scoring.story.claims
    for rows, columns in _portions(scoring.story):
        likely = scoring.between(rows, columns)
        likely *= claims[rows, None] & claims[None, columns]
        first, second = np.nonzero(likely > 0)
        yield Pairs(first + rows.start, second + columns.start, likely[first, second])


def _near(scoring: Scoring) -> Iterator[Pairs]:
    """The pairs that rare words or meaning lead to."""
    story = scoring.story
    index = _Index(story)
    last = len(story.grounds) - 1
    for rows, columns in _portions(story):
        others = last - int(story.articles[rows.start])
        most = min(_MOST_PARTNERS, _PARTNERS * others)
        meaning = None if scoring.meaning is None else scoring.meaning.rows
        near = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.float32)
        if meaning is not None:
            near = _BY_MEANING * (meaning[rows] @ meaning[columns].T)
        found: list[Pairs] = []
        for at, row in enumerate(range(rows.start, rows.stop)):
            if not story.claims[row]:
                continue
            worth = (near[at] + index.met(row)[columns]) * story.claims[columns]
            best = np.argpartition(-worth, most)[:most] if len(worth) > most else worth.nonzero()[0]
            partners = np.sort(best[worth[best] > 0]) + columns.start
            likely = scoring.from_one(row, partners)
            found.append(Pairs(np.full(len(partners), row), partners, likely))
        yield Pairs.joined(found)


class _Index:
    """Leads from a sentence to those that share rare stems with it."""

    def __init__(self, story: Story) -> None:
        numbers: dict[str, int] = {}
        stems = np.array([numbers.setdefault(stem(t), len(numbers)) for t in story.terms])
        rows = story.rows
        self._stems = Ragged.of(
            [np.unique(stems[rows.row(number)]).tolist() for number in range(len(rows))]
        )
        self._places = self._stems.turned(len(numbers))
        spread = self._places.lengths
        rarity = np.log((1 + len(rows)) / np.maximum(spread, 1)).astype(np.float32)
        rarity[spread > _COMMON * len(rows)] = 0
        self._rarity = rarity
        lengths = np.bincount(
            self._stems.row_of, rarity[self._stems.items] ** 2, minlength=len(rows)
        )
        self._lengths = np.maximum(np.sqrt(lengths), 1e-6)

    def met(self, row: int) -> Floats:
        """For each sentence the cosine of its rare stems with those of one sentence."""
        stems = self._stems.row(row)
        stems = stems[self._rarity[stems] > 0]
        at, owners = self._places.places(stems)
        worth = np.bincount(
            self._places.items[at], (self._rarity[stems] ** 2)[owners], minlength=len(self._stems)
        )
        return (worth / (self._lengths * self._lengths[row])).astype(np.float32)
