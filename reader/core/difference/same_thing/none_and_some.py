"""Nobody on one side, somebody counted on the other: 'no one was hurt', 'two people were hurt'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.difference.clauses.clause import same_time
from reader.core.difference.clauses.denial import Denial, denials, is_negative
from reader.core.difference.same_thing.surroundings import key
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.vocabulary import PEOPLE_IN_GENERAL, word_set
from reader.core.text.span import Span

LIKELY: Final = 0.5
"""Likelihood of one claim below which short clauses may well tell of two events."""
_NOBODY: Final = word_set("nobody none no")
_FATES: Final = frozenset(
    key(word)
    for word in word_set("killed injured arrested missing rescued evacuated survived survivors")
)
"""What befalls people, so that who is counted in it and who is not are the same sort."""
_OF_ANY: Final = {key("casualties"): frozenset({key("killed"), key("injured")})}
"""Nouns that stand for several fates."""
_FLOORED: Final = frozenset({Bound.UP_TO, Bound.NEARLY})
"""Bounds that leave room for none at all."""


@dataclass(frozen=True, slots=True)
class Said:
    """The clauses and the figures of one reading."""

    clauses: Sequence[Clause]
    figures: Sequence[Figure]


def none_and_some(a: Said, b: Said) -> Iterator[tuple[Denial, Span]]:
    """What `a` says of nobody or none, and where `b` counts one or more in the same.

    Either both name one fate of people, or what is denied is what is counted ('no survivors').
    Where both clauses say more than that, and wherever no fate is denied, they must have a word of
    it in common; what `a` itself counts elsewhere it does not deny of all.
    """
    for denial in denials(a.clauses):
        if not _is_plain(denial) or any(True for _ in _counted(denial, a)):
            continue
        for figure, clause, stated in _counted(denial, b):
            if _of_one_event(denial, figure, clause, stated):
                yield denial, _reach(figure, clause, stated)
                break


def _is_plain(denial: Denial) -> bool:
    """'nobody was hurt', 'no deaths'; but not 'nobody else', 'no serious injuries', 'not'."""
    words = denial.clause.words
    first = next(word for word in words if word.span.end > denial.span.start)
    between = (w for w in words if denial.span.end <= w.span.start < denial.denied.span.start)
    plain = all(word.folded in _LIGHT for word in between)
    return plain and first.folded in _NOBODY and (denial.of_noun or first == words[0])


_LIGHT: Final = word_set("one of the these those was were been has have had is are be being")


def _counted(denial: Denial, said: Said) -> Iterator[tuple[Figure, Clause, ClauseWord]]:
    """Where one or more are counted in what is denied, and the word that says in what."""
    for figure in said.figures:
        clause = _clause_of(figure, said.clauses)
        if clause is None or not _counts_some(figure) or is_negative(clause):
            continue
        stated = _same(denial, figure, clause)
        if stated is not None:
            yield figure, clause, stated


def _reach(figure: Figure, clause: Clause, stated: ClauseWord) -> Span:
    """The figure with what it counts and what befell it."""
    counted = _keys_of(figure)
    reach = figure.span.hull(stated.span)
    behind = [word for word in clause.words if word.span.start >= figure.span.end]
    for word in behind[: len(counted)]:
        reach = reach.hull(word.span) if key(word.folded) in counted else reach
    return reach


def _keys_of(figure: Figure) -> frozenset[str]:
    return frozenset(key(word) for word in (figure.of or "").casefold().split())


def _clause_of(figure: Figure, clauses: Sequence[Clause]) -> Clause | None:
    return next(
        (
            one
            for one in clauses
            if one.stated and one.span.start <= figure.span.start < one.span.end
        ),
        None,
    )


def _counts_some(figure: Figure) -> bool:
    some = isinstance(figure.value, int | float) and figure.value >= 1
    counted = figure.kind is FigureKind.COUNT and figure.unit is None
    return some and counted and figure.bound not in _FLOORED


def _same(denial: Denial, figure: Figure, clause: Clause) -> ClauseWord | None:
    """The word by which the clause counts what is denied."""
    denied = key(denial.denied.folded)
    counted = _keys_of(figure)
    if denial.of_noun and denied in counted:
        return next((word for word in clause.words if key(word.folded) == denied), None)
    fates = _OF_ANY.get(denied, frozenset({denied}) & _FATES)
    if not fates or not counted <= _PEOPLE:
        return None
    return next((word for word in clause.words if word.content and key(word.folded) in fates), None)


_PEOPLE: Final = frozenset(key(word) for word in PEOPLE_IN_GENERAL) | frozenset(
    key(word) for word in word_set("passengers others civilians motorists drivers tourists")
)


def _of_one_event(denial: Denial, figure: Figure, clause: Clause, stated: ClauseWord) -> bool:
    if not same_time(denial.clause.words, clause.words):
        return False
    row_a, row_b = _in_a_row(denial.clause), _in_a_row(clause)
    if row_a and row_b and not row_a & row_b:
        return False
    told = {key(word.folded) for word in clause.words if figure.span.overlaps(word.span)}
    rest_a = _rest(denial.clause, {key(denial.denied.folded)})
    rest_b = _rest(clause, {key(stated.folded), *told, *_keys_of(figure)})
    of_fate = key(denial.denied.folded) in _FATES or key(denial.denied.folded) in _OF_ANY
    if (rest_a and rest_b) or not of_fate:  # 'had no children': whose they are must be the same
        return bool(rest_a & rest_b)
    return _ELSEWHEN.isdisjoint(word.folded for word in (*denial.clause.words, *clause.words))


_ELSEWHEN: Final = word_set("last previous previously earlier ago since year years another similar")


def _rest(clause: Clause, without: set[str]) -> frozenset[str]:
    """What else a clause says, but for words that only report."""
    return frozenset(
        key(word.folded)
        for word in clause.content
        if word.folded not in _REPORTING and key(word.folded) not in without
    )


_REPORTING: Final = word_set("reported confirmed recorded made nobody none one immediately")


def _in_a_row(clause: Clause) -> frozenset[str]:
    """Which of several such events a clause is about ('the second blast')."""
    return frozenset(word.folded for word in clause.words) & _PLACES


_PLACES: Final = word_set("first second third fourth fifth last")
