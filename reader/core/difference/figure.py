"""Figures that part: amounts that two readings of one claim give for one thing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from reader.core.difference.amounts.amount import Judged, amount, judge, shown
from reader.core.difference.amounts.clock_time import judge_times
from reader.core.difference.amounts.dated import Dated, dated, judge_dates
from reader.core.difference.amounts.given import gives, gives_about
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.same_thing.counterpart import Candidate, counterparts
from reader.core.difference.same_thing.counting import age_of_one, count_one_thing
from reader.core.difference.same_thing.likeness import (
    Likeness,
    elsewhere,
    likeness,
    same_governor,
)
from reader.core.difference.same_thing.occasion import another_such
from reader.core.difference.same_thing.person import of_two_people
from reader.core.difference.same_thing.rivals import Rivalry
from reader.core.difference.same_thing.scope import scope_of
from reader.core.difference.same_thing.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.text.article import Role
from reader.core.text.span import Span

_TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})
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
    matches = sorted(_matches(side_a, side_b, pair), key=lambda match: match.rank)
    clash = any(match.judged.verdict is Verdict.CONFLICT for match in matches)
    unlike = clash and (_two_people(side_a, side_b) or _two_times(pair))
    told: list[_Match] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for match in matches:
        at_a, at_b = match.a.figure.span.start, match.b.figure.span.start
        if at_a in taken_a or at_b in taken_b:
            continue
        taken_a.add(at_a)
        taken_b.add(at_b)
        if _worth_telling(match) and not _of_two_things(match, pair, unlike):
            told.append(match)
    if pair.a is pair.b and sum(_is_conflict(match) for match in told) > 1:
        told = [match for match in told if not _is_conflict(match)]
    found = [_divergence(pair, match) for match in told]
    if pair.same >= _NEAR_READING:
        found.extend(_alone(pair, side_a, side_b, taken_a, taken_b))
    return found


def _is_conflict(match: _Match) -> bool:
    return match.judged.verdict is Verdict.CONFLICT


def _stated(analysis: Analysis, figures: tuple[Figure, ...], span: Span) -> list[Surroundings]:
    return [
        surroundings(analysis, figure, span)
        for figure in figures[:_MOST]
        if figure.kind not in _TIMED and figure.value is not None
    ]


def _matches(side_a: list[Surroundings], side_b: list[Surroundings], pair: Pair) -> list[_Match]:
    candidates = [
        Candidate(a, b, judged, count_one_thing(a, b))
        for a in side_a
        for b in side_b
        if (judged := _judge(a.figure, b.figure)) is not None
    ]
    sure = counterparts(candidates, pair)
    matches: list[_Match] = []
    for one in candidates:
        like = likeness(one.a, one.b)
        if one in sure or _aligned(one.a, one.b, like, one.judged):
            matches.append(_Match(one.a, one.b, like, one.judged))
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
    if a.head and b.head and not a.of & b.of:
        return False
    return like.score >= _ALIGNED and not like.apart


def _may_conflict(a: Surroundings, b: Surroundings, like: Likeness) -> bool:
    """What is counted and what is said of it must be the same: else it is no conflict."""
    if _on_both_sides(a, b):
        return True
    if not count_one_thing(a, b):
        return False
    if age_of_one(a, b):
        return True
    if not like.near or like.apart:
        return False
    one_verb = bool(a.left and b.left) and same_governor(a, b)
    return like.window >= (_WINDOW_OF_ONE_VERB if one_verb else _WINDOW)


def _on_both_sides(a: Surroundings, b: Surroundings) -> bool:
    """'more than 1,900' beside 'nearly 1,900 cases': so particular a number is of one thing."""
    if {a.figure.bound, b.figure.bound} != {Bound.OVER, Bound.NEARLY}:
        return False
    if a.figure.value != b.figure.value:
        return False
    return a.head == b.head or (None in (a.head, b.head) and not elsewhere(a, b))


def _of_two_wholes(a: Surroundings, b: Surroundings) -> bool:
    """'61 of the 98 points' and '12 of the 17 points': of two samples all figures differ."""
    pairs = (a.part, b.part), (a.total, b.total)
    return any(x is not None and y is not None and _clash(x, y) for x, y in pairs)


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
    """Whether both readings name a day, month or year, and none of one fits one of the other.

    In readings of other words a weekday may be that of the deed in one and of a search, a statement
    or the news in the other: there those count alone that hang on one word.
    """
    sides = (dated(pair.a, pair.figures_a, pair.a_span), dated(pair.b, pair.figures_b, pair.b_span))
    in_one_frame = pair.same >= _NEAR_READING
    judged = [
        judge_dates(a, b)
        for a in sides[0]
        for b in sides[1]
        if FigureKind.DURATION not in (a.figure.kind, b.figure.kind)
        and (in_one_frame or not _are_days(a, b) or same_governor(a.around, b.around))
    ]
    return bool(judged) and all(one and one.verdict is Verdict.CONFLICT for one in judged)


def _are_days(a: Dated, b: Dated) -> bool:
    return a.figure.kind is FigureKind.RELATIVE and b.figure.kind is FigureKind.RELATIVE


def _of_two_things(match: _Match, pair: Pair, unlike: bool) -> bool:
    """Whether figures that clash are of two people, times or events, or a text gives both."""
    if not _is_conflict(match):
        return False
    a, b = match.a.figure, match.b.figure
    if unlike and a.kind is not FigureKind.AGE:
        return True
    if _gives_both(pair, a, b) or _of_two_wholes(match.a, match.b):
        return True
    if "remain" in (match.a.head, match.b.head):
        return True
    places = pair.a, a.span, pair.b, b.span
    if scope_of(pair.a, a.span) != scope_of(pair.b, b.span):
        return True
    return another_such(*places) or of_two_people(*places) or _rivalled(match, pair)


def _gives_both(pair: Pair, a: Figure, b: Figure) -> bool:
    """Whether a text gives the figure of the other, too: then it knows of two things.

    A headline is held against its own body: there only what the headline says is sought.
    """
    here = (a.span, b.span)
    if pair.a is pair.b:
        titled = any(
            block.role is Role.HEADLINE and block.span.overlaps(pair.a_span)
            for block in pair.a.blocks
        )
        sought = (a,) if titled else (a, b)
        return any(gives(pair.a, one, here) or gives_about(pair.a, one, here) for one in sought)
    if a.value != b.value and (gives(pair.b, a) or gives(pair.a, b)):
        return True
    return gives_about(pair.b, a, here) or gives_about(pair.a, b, here)


def _rivalled(match: _Match, pair: Pair) -> bool:
    """Whether one text gives such a figure twice, and the other place fits the one not meant."""
    if pair.a is pair.b or age_of_one(match.a, match.b):
        return False
    rivalry = Rivalry(_clash, count_one_thing, _apart)
    return rivalry.is_outdone(pair.a, match.a, pair.b, match.b) or rivalry.is_outdone(
        pair.b, match.b, pair.a, match.a
    )


def _apart(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> bool:
    """Whether two sentences give ages or dates none of which fit."""
    pair = Pair(a, b, 0, 1, at_a, at_b)
    sides = _stated(a, pair.figures_a, at_a), _stated(b, pair.figures_b, at_b)
    return _two_people(*sides) or _two_times(pair)


def _clash(a: Figure, b: Figure) -> bool:
    judged = _judge(a, b)
    return judged is not None and judged.verdict is Verdict.CONFLICT


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
    """Figures of one side whose like the other side lacks, and whose value the other article."""
    found: list[Divergence] = []
    said_a = {word.folded for clause in pair.clauses_a for word in clause.words}
    said_b = {word.folded for clause in pair.clauses_b for word in clause.words}
    for mine, theirs, other, there, taken, stated in (
        (side_a, side_b, pair.b, said_b, taken_a, pair.stated_a),
        (side_b, side_a, pair.a, said_a, taken_b, pair.stated_b),
    ):
        kinds = {one.figure.kind for one in theirs}
        for one in mine:
            figure = one.figure
            if figure.span.start in taken or figure.kind in kinds:
                continue
            if _is_one(figure) or gives(other, figure) or _in_other_words(figure, there):
                continue
            reason = f"Only one of the two texts says {shown(figure)}."
            at = stated(figure.span, figure.value)
            found.append(Divergence(DivergenceKind.FIGURE, Verdict.ONLY, at, None, reason))
    return found


def _in_other_words(figure: Figure, said: Collection[str]) -> bool:
    """Whether the other reading has the figure's last number or word, if in another part of it."""
    numbers = [word for word in _NUMBER.findall(figure.text.casefold()) if word[0].isdigit()]
    first = numbers or figure.text.casefold().split()[-1:]
    return any(word in said for word in first)


_NUMBER: Final = re.compile(r"[\w.,:]*\w")


def _is_one(figure: Figure) -> bool:
    """'One person', 'not one cause': a word for a single thing, and seldom a count."""
    return figure.kind is FigureKind.COUNT and figure.value == 1 and not figure.text[:1].isdigit()
