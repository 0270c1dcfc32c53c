"""Tense: what one text has still to come and the other has behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from reader.core.difference.amounts.period import read_period
from reader.core.difference.clauses.argument import SURELY, one_argument
from reader.core.difference.clauses.clause import (
    KEPT,
    akin,
    clause_agreement,
    is_irregular_past,
    key,
    same_time,
)
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.same_thing.synonyms import one_word
from reader.core.facts.analysis import Analysis
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_COMING: Final = word_set("will 'll shall wird werden werde va vont wird's va ira")
_COMING_BEFORE_TO: Final = word_set(
    "expected set due planning plans plan scheduled going slated poised about intends hopes"
)
_HELPING: Final = word_set(
    "be have been has had was were is are not also soon now then later hat haben wurde wurden "
    "worden ist sind a ont été ha han being"
)
_DONE: Final = word_set("was were has have had been hat haben wurde wurden a ont été ha han fue")
_LEAST_SHARED: Final = 2
_SHORTER: Final = 0.66
_LONGER: Final = 0.5
_SURE_DAYS: Final = 2
"""Days between two papers from which their order is the order of their knowledge."""
_BEFORE_VERB: Final = 4


@dataclass(frozen=True, slots=True)
class _Event:
    """A verb with its helpers, still to come or done."""

    span: Span
    verb: ClauseWord
    clause: Clause


def find(pair: Pair) -> list[Divergence]:
    """One claim as coming and as past: compatible, unless the later paper has it still to come.

    Nor where the day on which it is to come lies behind the paper that already has it as past.
    """
    a, b = pair.clauses_a, pair.clauses_b
    coming_a, coming_b = list(_coming(a)), list(_coming(b))
    surely = pair.likelihood >= SURELY
    found: list[Divergence] = []
    for one in coming_a:
        day = _day_ahead(pair.a, one, pair.b.published)
        for other in _done(one, b, coming_b, surely, day is not None):
            found.append(_divergence(pair, one.span, other.span, day, coming_is_a=True))
    for one in coming_b:
        day = _day_ahead(pair.b, one, pair.a.published)
        for other in _done(one, a, coming_a, surely, day is not None):
            found.append(_divergence(pair, other.span, one.span, day, coming_is_a=False))
    return found


def _day_ahead(analysis: Analysis, event: _Event, known: date | None) -> date | None:
    """The day on which a clause has its deed to come, if that lies behind the day of a paper."""
    reach = Span(event.span.start, event.clause.span.end)
    for figure in analysis.figures_in(reach):
        period = read_period(figure.resolved) if isinstance(figure.resolved, str) else None
        if period is not None and known is not None and period.first > known.toordinal():
            return date.fromordinal(period.first)
    return None


def _coming(clauses: Sequence[Clause]) -> Iterator[_Event]:
    for clause in clauses:
        yield from _coming_in(clause)


@lru_cache(maxsize=KEPT)
def _coming_in(clause: Clause) -> tuple[_Event, ...]:
    found: list[_Event] = []
    words = clause.words if clause.stated else ()
    for at, word in enumerate(words):
        if _is_spanish_future(word):
            found.append(_Event(word.span, word, clause))
        length = _future_length(words, at)
        if not length:
            continue
        verb = _verb_after(words, at + length, german=word.folded.startswith("w"))
        if verb is not None:
            found.append(_Event(word.span.hull(verb.span), verb, clause))
    return tuple(found)


def _is_spanish_future(word: ClauseWord) -> bool:
    """'visitará', 'visitarán': the future in one word."""
    return len(word.folded) > 5 and word.folded.endswith(_SPANISH_COMING) and not word.capital


_SPANISH_COMING: Final = ("ará", "erá", "irá", "arán", "erán", "irán")
_SPANISH_DONE: Final = ("ó", "ió", "aron", "ieron")


def _future_length(words: Sequence[ClauseWord], at: int) -> int:
    word = words[at]
    if word.folded in _COMING and not (word.capital and at > 0) and at > 0:
        return 1
    after = words[at + 1].folded if at + 1 < len(words) else ""
    return 2 if word.folded in _COMING_BEFORE_TO and after == "to" else 0


def _verb_after(words: Sequence[ClauseWord], at: int, german: bool) -> ClauseWord | None:
    """The main verb: the next word that is no helper; in German the last of the clause."""
    if german and at < len(words) and words[at - 1].folded in ("wird", "werden", "werde"):
        return words[-1]
    for word in words[at : at + _BEFORE_VERB]:
        if word.folded not in _HELPING and not word.folded.endswith("ly"):
            return word if word.content and not word.capital else None
    return None


def _done(
    event: _Event, clauses: Sequence[Clause], coming: Sequence[_Event], surely: bool, ahead: bool
) -> Iterator[_Event]:
    """Where the other reading tells the same verb as past, in a clause that otherwise agrees.

    Of a deed that lies `ahead` of the other paper the days need not agree, and in readings that
    `surely` make one claim it is then enough that it is done to one thing.
    """
    still = {one.verb.span for one in coming}
    for clause in clauses:
        alike = _one_claim(event.clause, clause, ahead)
        if not clause.stated or not (alike or (surely and ahead)):
            continue
        for at, word in enumerate(clause.words):
            if word.span in still or not _same_verb(event.verb.folded, word.folded):
                continue
            if not alike and not one_argument(
                event.clause, event.verb, clause, word, any_time=True
            ):
                continue
            if _is_past(clause.words, at, event.verb.folded):
                yield _Event(word.span, word, clause)
                return


def _same_verb(a: str, b: str) -> bool:
    if akin(a, b) or one_word(key(a)) == one_word(key(b)):
        return True
    shared = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    if a.endswith(_SPANISH_COMING) and b.endswith(_SPANISH_DONE):
        return shared >= 4
    endings = ("en", "t", "te", "ten", "er", "é", "ée", "n", "")
    return shared >= 5 and a[shared:] in endings and b[shared:] in endings


def _is_past(words: Sequence[ClauseWord], at: int, base: str) -> bool:
    word = words[at].folded
    if base.endswith(_SPANISH_COMING):
        return word.endswith(_SPANISH_DONE)
    helped = any(one.folded in _DONE for one in words[max(0, at - 3) : at])
    helped = helped or (at == len(words) - 1 and any(one.folded in _DONE for one in words))
    if helped:
        return not any(one.folded == "to" for one in words[max(0, at - 1) : at])
    return (
        word != base and (word.endswith("ed") or is_irregular_past(word)) and not words[at].capital
    )


def _one_claim(a: Clause, b: Clause, ahead: bool) -> bool:
    met, shorter, longer = clause_agreement(a, b)
    enough = met >= _LEAST_SHARED and shorter >= _SHORTER and longer >= _LONGER
    return enough and (ahead or same_time(a.words, b.words))


def _divergence(
    pair: Pair, a: Span, b: Span, day_ahead: date | None, coming_is_a: bool
) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    here, there = pair.a.published, pair.b.published
    coming, done = (here, there) if coming_is_a else (there, here)
    verdict = Verdict.COMPATIBLE
    reason = f"“{x}” and “{y}”: one text has it still to come, the other as past."
    if coming is not None and done is not None:
        days = (coming - done).days
        if day_ahead is not None:
            verdict = Verdict.CONFLICT
            reason = (
                f"“{x}” and “{y}”: one text has it to come on {day_ahead.isoformat()}, "
                f"that of {done.isoformat()} already as past."
            )
        elif days >= _SURE_DAYS:
            verdict = Verdict.CONFLICT
            reason = (
                f"“{x}” and “{y}”: the text of {coming.isoformat()} has it still to come, "
                f"that of {done.isoformat()} already as past."
            )
        elif days < 0:
            reason = f"“{x}” and “{y}”: the earlier text has it still to come, the later as past."
    return Divergence(
        DivergenceKind.TENSE, verdict, pair.stated_a(a, x), pair.stated_b(b, y), reason
    )
