"""Figures that part: amounts that two readings of one claim give for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from weakref import WeakKeyDictionary

from reader.core.difference.amount import Amount, Judged, amount, judge, shown
from reader.core.difference.clock_time import judge_times
from reader.core.difference.dated import dated, judge_dates
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.likeness import Likeness, likeness, same_governor
from reader.core.difference.pair import Pair
from reader.core.difference.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.text.span import Span

_TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})
_COUNTED: Final = frozenset(
    {FigureKind.COUNT, FigureKind.RANGE, FigureKind.PERCENT, FigureKind.FRACTION}
)
"""Kinds that say nothing without what they count."""
_NEAR_READING: Final = 0.6
"""Share of the same words from which a figure on one side alone is told."""
_WINDOW: Final = 0.6
"""Share of the words around that must be the same for a conflict."""
_WINDOW_OF_ONE_VERB: Final = 0.5
"""The same where both figures hang on the same word ('fell 200 feet', 'fell 200 metres')."""
_ALIGNED: Final = 0.5
"""Likeness from which two figures may be told to agree."""
_MOST: Final = 24
"""Figures of a reading that are looked at."""


@dataclass(frozen=True, slots=True)
class _Match:
    a: Surroundings
    b: Surroundings
    like: Likeness
    judged: Judged

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """Same values first, then the most alike; the place settles what is left."""
        sure = self.judged.verdict is not Verdict.CONFLICT
        at = (self.a.figure.span.start, self.b.figure.span.start)
        return (not sure, -self.like.score, min(at), max(at))


def find(pair: Pair) -> list[Divergence]:
    """The figure divergences of two linked readings, each figure in one at most.

    Amounts are told to agree, to be compatible or to conflict where the words around them say that
    they count one thing; in doubt nothing is said. A figure that one side lacks is told where both
    readings are nearly the same words.
    """
    side_a = _stated(pair.a, pair.figures_a, pair.a_span)
    side_b = _stated(pair.b, pair.figures_b, pair.b_span)
    matches = sorted(_matches(side_a, side_b), key=lambda match: match.rank)
    clash = any(match.judged.verdict is Verdict.CONFLICT for match in matches)
    unlike = clash and (_two_people(side_a, side_b) or _two_times(pair))
    found: list[Divergence] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for match in matches:
        at_a, at_b = match.a.figure.span.start, match.b.figure.span.start
        if at_a in taken_a or at_b in taken_b:
            continue
        taken_a.add(at_a)
        taken_b.add(at_b)
        if _worth_telling(match) and not _of_two_things(match, pair, unlike):
            found.append(_divergence(pair, match))
    if pair.same >= _NEAR_READING:
        found.extend(_alone(pair, side_a, side_b, taken_a, taken_b))
    return found


def _stated(analysis: Analysis, figures: tuple[Figure, ...], span: Span) -> list[Surroundings]:
    return [
        surroundings(analysis, figure, span)
        for figure in figures[:_MOST]
        if figure.kind not in _TIMED and figure.value is not None
    ]


def _matches(side_a: list[Surroundings], side_b: list[Surroundings]) -> list[_Match]:
    matches: list[_Match] = []
    for a in side_a:
        for b in side_b:
            judged = _judge(a.figure, b.figure)
            if judged is None:
                continue
            like = likeness(a, b)
            if _aligned(a, b, like, judged):
                matches.append(_Match(a, b, like, judged))
    return matches


def _judge(a: Figure, b: Figure) -> Judged | None:
    if a.kind is FigureKind.TIME and b.kind is FigureKind.TIME:
        return judge_times(a, b)
    amount_a, amount_b = amount(a), amount(b)
    if amount_a is None or amount_b is None:
        return None
    return judge(amount_a, amount_b)


def _aligned(a: Surroundings, b: Surroundings, like: Likeness, judged: Judged) -> bool:
    """Whether two figures may be taken to count one thing."""
    if judged.verdict is Verdict.CONFLICT:
        return _may_conflict(a, b, like)
    if judged.verdict is Verdict.AGREE:
        return like.score > 0
    return like.score >= _ALIGNED and not like.apart


def _may_conflict(a: Surroundings, b: Surroundings, like: Likeness) -> bool:
    """What is counted and what is said of it must be the same: else it is no conflict."""
    if not _count_one_thing(a, b):
        return False
    contrary = {a.figure.bound, b.figure.bound} == {Bound.OVER, Bound.NEARLY}
    if contrary and a.figure.value == b.figure.value and a.head == b.head and a.head is not None:
        return True
    if not like.near or like.apart:
        return False
    one_verb = bool(a.left and b.left) and same_governor(a, b)
    return like.window >= (_WINDOW_OF_ONE_VERB if one_verb else _WINDOW)


def _count_one_thing(a: Surroundings, b: Surroundings) -> bool:
    """Whether the counted words are the same; where one side has none, their neighbours must be."""
    if a.head is None or b.head is None:
        return a.figure.kind not in _COUNTED or _same_neighbours(a, b)
    if not a.of & b.of:
        return False
    return not (a.more and b.more) or bool(a.more & b.more) or a.head != b.head


def _same_neighbours(a: Surroundings, b: Surroundings) -> bool:
    """'300 were hurt' beside '200 people were hurt'."""
    return a.before == b.before and a.after == b.after and bool(a.after)


def _worth_telling(match: _Match) -> bool:
    """Equal figures in equal words are no divergence."""
    if match.judged.verdict is not Verdict.AGREE:
        return True
    a, b = match.a.figure, match.b.figure
    return a.text.casefold().split() != b.text.casefold().split()


def _two_people(side_a: list[Surroundings], side_b: list[Surroundings]) -> bool:
    """Whether both readings give ages, and none of one fits one of the other."""
    ages = [
        [age for one in side if one.figure.kind is FigureKind.AGE and (age := amount(one.figure))]
        for side in (side_a, side_b)
    ]
    judged = [judge(a, b) for a in ages[0] for b in ages[1]]
    return bool(judged) and all(one and one.verdict is Verdict.CONFLICT for one in judged)


def _two_times(pair: Pair) -> bool:
    """Whether both readings name a day, month or year, and none of one fits one of the other."""
    sides = (dated(pair.a, pair.figures_a, pair.a_span), dated(pair.b, pair.figures_b, pair.b_span))
    judged = [
        judge_dates(a, b)
        for a in sides[0]
        for b in sides[1]
        if FigureKind.DURATION not in (a.figure.kind, b.figure.kind)
    ]
    return bool(judged) and all(one and one.verdict is Verdict.CONFLICT for one in judged)


def _of_two_things(match: _Match, pair: Pair, unlike: bool) -> bool:
    """Whether figures that clash are of two people or times, or both articles give both."""
    if match.judged.verdict is not Verdict.CONFLICT:
        return False
    a, b = match.a.figure, match.b.figure
    if unlike and a.kind is not FigureKind.AGE:
        return True
    if a.value == b.value:
        return False
    return _gives(pair.b, a) or _gives(pair.a, b)


def _gives(analysis: Analysis, wanted: Figure) -> bool:
    found: Amount | None = amount(wanted)
    return found is not None and (wanted.kind, found.dimension, found.value) in _given(analysis)


_Given = frozenset[tuple[FigureKind, str, float]]
_GIVEN: Final[WeakKeyDictionary[Analysis, _Given]] = WeakKeyDictionary()
"""The amounts that each text gives anywhere, for as long as it is read."""


def _given(analysis: Analysis) -> _Given:
    if analysis not in _GIVEN:
        _GIVEN[analysis] = frozenset(
            (figure.kind, found.dimension, found.value)
            for figure in analysis.figures
            if (found := amount(figure)) is not None
        )
    return _GIVEN[analysis]


def _divergence(pair: Pair, match: _Match) -> Divergence:
    a, b = match.a.figure, match.b.figure
    return Divergence(
        DivergenceKind.FIGURE,
        match.judged.verdict,
        pair.stated_a(a.span, a.value),
        pair.stated_b(b.span, b.value),
        match.judged.reason,
    )


def _alone(
    pair: Pair,
    side_a: list[Surroundings],
    side_b: list[Surroundings],
    taken_a: set[int],
    taken_b: set[int],
) -> list[Divergence]:
    """Figures of one side whose like the other side does not have at all."""
    found: list[Divergence] = []
    for mine, theirs, taken, stated in (
        (side_a, side_b, taken_a, pair.stated_a),
        (side_b, side_a, taken_b, pair.stated_b),
    ):
        kinds = {one.figure.kind for one in theirs}
        for one in mine:
            figure = one.figure
            if figure.span.start in taken or figure.kind in kinds:
                continue
            reason = f"only one of both says {shown(figure)}"
            at = stated(figure.span, figure.value)
            found.append(Divergence(DivergenceKind.FIGURE, Verdict.ONLY, at, None, reason))
    return found
