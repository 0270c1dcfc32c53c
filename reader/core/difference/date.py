"""Dates that part: days, months and years that two readings of one claim give for one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.difference.amounts.amount import Judged, shown
from reader.core.difference.amounts.dated import TIMED, Dated, dated, judge_dates
from reader.core.difference.amounts.given import dates_like, may_be_one_time
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.same_thing.counterpart import Candidate, counterparts
from reader.core.difference.same_thing.likeness import Likeness, likeness, same_governor
from reader.core.difference.same_thing.occasion import another_such, of_other_events
from reader.core.difference.same_thing.person import of_two_people
from reader.core.difference.same_thing.surroundings import surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure, FigureKind
from reader.core.facts.vocabulary import word_set

_NEAR_READING: Final = 0.6
"""Share of the same words from which a date on one side alone is told."""
_WINDOW: Final = 0.6
"""Share of the words around that must be the same for a conflict."""
_ALIGNED: Final = 0.5
"""Likeness from which two dates may be told to be compatible."""


@dataclass(frozen=True, slots=True)
class _Match:
    a: Dated
    b: Dated
    like: Likeness
    judged: Judged

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        sure = self.judged.verdict is not Verdict.CONFLICT
        at = (self.a.figure.span.start, self.b.figure.span.start)
        return (not sure, -self.like.score, min(at), max(at))


def find(pair: Pair) -> list[Divergence]:
    """The date divergences of two linked readings, each date in one at most.

    Relative and partial dates count as what they come to by the day of their article. In doubt
    nothing is said; a date that one side lacks is told where both readings are nearly the same.
    """
    side_a = dated(pair.a, pair.figures_a, pair.a_span)
    side_b = dated(pair.b, pair.figures_b, pair.b_span)
    found: list[Divergence] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for match in sorted(_matches(side_a, side_b, pair), key=lambda match: match.rank):
        a, b = match.a.figure, match.b.figure
        if a.span.start in taken_a or b.span.start in taken_b:
            continue
        taken_a.add(a.span.start)
        taken_b.add(b.span.start)
        conflict = match.judged.verdict is Verdict.CONFLICT
        if conflict and _of_two_events(pair, match):
            continue
        if a.text.casefold() != b.text.casefold() or conflict:
            found.append(
                Divergence(
                    DivergenceKind.DATE,
                    match.judged.verdict,
                    pair.stated_a(a.span, _value(a)),
                    pair.stated_b(b.span, _value(b)),
                    match.judged.reason,
                )
            )
    if pair.same >= _NEAR_READING:
        found.extend(_alone(pair, side_a, side_b, taken_a, taken_b))
    return found


def _of_two_events(pair: Pair, match: _Match) -> bool:
    """Whether dates that clash are of two people or events, or one text gives both of them."""
    places = pair.a, match.a.figure.span, pair.b, match.b.figure.span
    if another_such(*places) or of_other_events(*places) or of_two_people(*places):
        return True
    if pair.a is pair.b:
        return False
    if _attributive(match.a) != _attributive(match.b) and not _dates_its_noun(match):
        return True
    return _gives_both(pair.a, match.a, match.b) or _gives_both(pair.b, match.b, match.a)


def _attributive(one: Dated) -> bool:
    """'the December 6 killing': the date belongs to the noun behind it."""
    return one.around.before in _BEFORE_NOUN and bool(one.around.right) and not one.around.left


_BEFORE_NOUN: Final = word_set("the this that his her its their a")


def _dates_its_noun(match: _Match) -> bool:
    """Whether what one date belongs to as a word stands right beside the other date, too."""
    noun, other = (match.a, match.b) if _attributive(match.a) else (match.b, match.a)
    beside = (*other.around.left[:2], *other.around.right[:1])
    return noun.around.right[0] in beside


def _gives_both(own: Analysis, mine: Dated, theirs: Dated) -> bool:
    """Whether the text of `mine` gives the other date, too: beside it, or for something alike."""
    sentence = next(iter(own.sentences_in(mine.figure.span)), mine.figure.span)
    for figure in own.figures:
        if figure.kind not in TIMED or figure.span == mine.figure.span:
            continue
        if not may_be_one_time(figure, theirs.figure):
            continue
        if figure.span.overlaps(sentence):
            return True
        around = surroundings(own, figure, figure.span)
        if around.near & theirs.around.near and around.near & mine.around.near:
            return True
    return False


def _value(figure: Figure) -> int | float | str | None:
    return figure.resolved if figure.resolved is not None else figure.value


def _matches(side_a: list[Dated], side_b: list[Dated], pair: Pair) -> list[_Match]:
    judged = [(a, b, told) for a in side_a for b in side_b if (told := judge_dates(a, b))]
    candidates = [
        Candidate(a.around, b.around, told, a.named == b.named and not _of_two_subjects(a, b))
        for a, b, told in judged
    ]
    sure = counterparts(candidates, pair)
    matches: list[_Match] = []
    for (a, b, told), candidate in zip(judged, candidates, strict=True):
        like = likeness(a.around, b.around)
        if candidate in sure or _aligned(a, b, like, told):
            matches.append(_Match(a, b, like, told))
    return matches


def _aligned(a: Dated, b: Dated, like: Likeness, judged: Judged) -> bool:
    if judged.verdict is Verdict.CONFLICT:
        governed = same_governor(a.around, b.around) and not _of_two_subjects(a, b)
        return governed and not like.apart and like.window >= _WINDOW and a.named == b.named
    if judged.verdict is Verdict.AGREE:
        return like.score > 0
    return like.score >= _ALIGNED and not like.apart


def _of_two_subjects(a: Dated, b: Dated) -> bool:
    """Whether the names before both dates have no word in common."""
    mine, theirs = a.around.subjects, b.around.subjects
    return bool(mine and theirs) and not mine & theirs


def _alone(
    pair: Pair,
    side_a: list[Dated],
    side_b: list[Dated],
    taken_a: set[int],
    taken_b: set[int],
) -> list[Divergence]:
    """Dates of one side, where the other side gives none and its article no such date."""
    found: list[Divergence] = []
    for mine, theirs, other, taken, stated in (
        (side_a, side_b, pair.b, taken_a, pair.stated_a),
        (side_b, side_a, pair.a, taken_b, pair.stated_b),
    ):
        if any(one.figure.kind in TIMED for one in theirs):
            continue
        for one in mine:
            figure = one.figure
            if figure.span.start in taken or figure.kind not in TIMED:
                continue
            if _of_the_day(figure) or dates_like(other, figure):
                continue
            reason = f"Only one of the two texts says {shown(figure)}."
            at = stated(figure.span, _value(figure))
            found.append(Divergence(DivergenceKind.DATE, Verdict.ONLY, at, None, reason))
    return found


def _of_the_day(figure: Figure) -> bool:
    """'today', 'on Monday': by when an article appeared, and nothing that it adds."""
    return figure.kind is FigureKind.RELATIVE and figure.unit in ("day", None)
