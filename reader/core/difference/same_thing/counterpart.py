"""Which figure of one reading answers to which of the other, by all the words around them.

How close two surroundings are is the cosine of their words, each weighed by its distance from the
figure (a distance-weighted bag of words, after Lund and Burgess 1996). A figure may also stand
alone: where each reading gives one amount of a kind for the same thing and the readings surely make
one claim, the two amounts are of that claim, however differently it is worded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.difference.amounts.amount import Judged, amount
from reader.core.difference.clauses.opposites import OPPOSITES
from reader.core.difference.divergence import Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.same_thing.counting import one_fate
from reader.core.difference.same_thing.likeness import elsewhere, same_governor
from reader.core.difference.same_thing.surroundings import Surroundings, key
from reader.core.facts.figure import FigureKind
from reader.core.facts.vocabulary import word_set

_ONE_FRAME: Final = 0.6
"""Share of the same words that makes two readings one frame."""
_SURELY: Final = 0.65
"""Likelihood of one claim from which figures that stand alone are of one thing."""
_CLOSE: Final = 0.3
"""Closeness from which two figures answer to each other."""
_CLOSE_APART: Final = 0.65
"""The same where the words that govern them differ."""
_CLOSE_DAYS: Final = 0.6
"""The same for days of the week: one may be of the saying, the other of the deed."""
_CLOSE_DATES: Final = 0.35
_MARGIN: Final = 0.1
"""By how much a figure must be closer than any rival."""
_AGREEING: Final = 0.15
"""How much closer a conflict must be than an agreement of one of its figures."""
_ORDER: Final = 10
"""How many times larger one amount may be, if both are to be of one thing."""
_OF_ONE_MOMENT: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME})
_CLOSE_ALONE: Final = 0.2
"""The same for dates that stand alone in readings that surely make one claim."""
_NEVER: Final = frozenset({FigureKind.ORDINAL, FigureKind.IDENTIFIER, FigureKind.SCORE})
"""Kinds of which a sentence may give many without a word that tells them apart."""
_NOT_ALONE: Final = _NEVER | {FigureKind.RELATIVE, FigureKind.TIME}
_BY_WORDS: Final = _OF_ONE_MOMENT | {FigureKind.DURATION}
"""Kinds that even alone need words around them in common."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two figures that can be compared; `one_thing` says that what they count may be the same."""

    a: Surroundings
    b: Surroundings
    judged: Judged
    one_thing: bool = True

    @property
    def clashes(self) -> bool:
        return self.judged.verdict is Verdict.CONFLICT


def closeness(a: Surroundings, b: Surroundings) -> float:
    """How alike the words around two figures are, 0..1, the nearest counting most; symmetric."""
    met = _product(a.context, b.context)
    return met / (a.spread * b.spread) if met else 0.0


def _product(a: Sequence[tuple[str, float]], b: Sequence[tuple[str, float]]) -> float:
    weights: defaultdict[str, float] = defaultdict(float)
    for word, weight in b:
        weights[word] += weight
    return sum(weight * weights[word] for word, weight in a if word in weights)


def counterparts(candidates: Sequence[Candidate], pair: Pair) -> list[Candidate]:
    """The clashing candidates whose figures answer to each other, in readings of other words.

    Readings in one frame of words ('a barrel of oil rose to', 'a tonne of wheat rose to') differ in
    what they speak of as easily as in a figure: of those the caller's strict rules judge.
    """
    if pair.same >= _ONE_FRAME:
        return []
    close = [closeness(one.a, one.b) for one in candidates]
    return [
        one
        for number, one in enumerate(candidates)
        if one.clashes
        and one.one_thing
        and not _is_settled(number, candidates, close)
        and not elsewhere(one.a, one.b)
        and not _opposed(one.a, one.b)
        and not _anaphoric(one.a, one.b)
        and _of_one_order(one.a, one.b)
        and (
            (pair.likelihood >= _SURELY and _stand_alone(number, candidates))
            or _answer(number, candidates, close)
        )
    ]


def _share(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates have a figure in common."""
    return one.a.figure is other.a.figure or one.b.figure is other.b.figure


def _is_settled(number: int, candidates: Sequence[Candidate], close: Sequence[float]) -> bool:
    """Whether one of the figures agrees with a third about as close."""
    mine = candidates[number]
    return any(
        not other.clashes and _share(mine, other) and close[at] >= close[number] - _AGREEING
        for at, other in enumerate(candidates)
    )


def _answer(number: int, candidates: Sequence[Candidate], close: Sequence[float]) -> bool:
    """Whether the words around two figures are alike enough, and more than those of any rival."""
    mine = candidates[number]
    kind = mine.a.figure.kind
    governed = same_governor(mine.a, mine.b) or one_fate(mine.a, mine.b)
    if kind in _NEVER:
        return False
    if kind in _OF_ONE_MOMENT:
        least = _CLOSE_DATES if governed else 1.0
    elif kind is FigureKind.RELATIVE:
        least = _CLOSE_DAYS if governed else 1.0
    else:
        least = _CLOSE if governed else _CLOSE_APART
    rivals = [
        close[at]
        for at, other in enumerate(candidates)
        if at != number
        and _may_be_meant(other)
        and _share(mine, other)
        and not _is_met(other, mine, candidates)
    ]
    return close[number] >= max(least, max(rivals, default=0.0) + _MARGIN)


def _stand_alone(number: int, candidates: Sequence[Candidate]) -> bool:
    """Whether no other figure of either reading could be meant.

    'Four days of riots' go on: of such a stretch another paper may have more.
    """
    mine = candidates[number]
    if mine.a.figure.kind in _NOT_ALONE or mine.b.figure.kind in _NOT_ALONE:
        return False
    if mine.a.figure.kind is FigureKind.DURATION and (mine.a.figure.of or mine.b.figure.of):
        return False
    timed = mine.a.figure.kind in _BY_WORDS
    if timed and not _last_for(mine.a, mine.b) and closeness(mine.a, mine.b) < _CLOSE_ALONE:
        return False
    return not any(
        at != number
        and _may_be_meant(other)
        and not _is_met(other, mine, candidates)
        and _share(mine, other)
        and (other.a.figure.kind, other.b.figure.kind) == (mine.a.figure.kind, mine.b.figure.kind)
        for at, other in enumerate(candidates)
    )


def _last_for(a: Surroundings, b: Surroundings) -> bool:
    """'for 48 hours' beside 'for 24 hours': how long the one claim is to last."""
    lasting = a.figure.kind is FigureKind.DURATION and a.figure.unit == b.figure.unit
    return lasting and a.before == b.before == "for"


def _may_be_meant(other: Candidate) -> bool:
    return other.one_thing and not elsewhere(other.a, other.b)


def _is_met(rival: Candidate, mine: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether the figure that competes has its own counterpart: the same figure on the other side.

    '81 percent here, 94 percent in the state' and '91 percent here, 94 percent in the state'. Of
    dates one may be another person's, who shares the other date.
    """
    if mine.a.figure.kind in _BY_WORDS:
        return False
    figure = rival.b.figure if rival.a.figure is mine.a.figure else rival.a.figure
    return any(
        one.judged.verdict is Verdict.AGREE
        and one.one_thing
        and figure in (one.a.figure, one.b.figure)
        and not _share(one, mine)
        for one in candidates
    )


def _opposed(a: Surroundings, b: Surroundings) -> bool:
    """'began her career in 1950' and 'ended her career in 1957' are two moments.

    A word that stands around both figures sets nothing against the other.
    """
    words_a, words_b = ({word for word, _ in one.context} for one in (a, b))
    here, there = words_a - words_b, words_b - words_a
    if any(_AGAINST.get(word, _NONE) & there for word in here):
        return True
    return any(x & _BEGINNING and y & _ENDING for x, y in ((here, there), (there, here)))


_NONE: Final[frozenset[str]] = frozenset()
_AGAINST: Final = {
    key(word): frozenset(key(other) for other in others) for word, others in OPPOSITES.items()
}
_BEGINNING: Final = frozenset(map(key, word_set("begin start launch found establish born")))
_ENDING: Final = frozenset(map(key, word_set("end finish complete conclude close dissolve die")))


def _of_one_order(a: Surroundings, b: Surroundings) -> bool:
    """Whether two amounts may measure one thing: neither ten times the other nor one a fraction."""
    x, y = amount(a.figure), amount(b.figure)
    if x is None or y is None:
        return True
    small, large = sorted((abs(x.value), abs(y.value)))
    whole = {isinstance(one.figure.value, int) for one in (a, b)}
    counted = a.figure.kind is FigureKind.COUNT and not a.figure.unit
    return large <= _ORDER * small and not (counted and len(whole) > 1)


def _anaphoric(a: Surroundings, b: Surroundings) -> bool:
    """'the two', 'the three': people named before, and not how many there were."""
    return a.before == "the" and b.before == "the"
