"""Said and denied, up and down: one claim with a not on one side, or with two opposite words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.core.difference.clauses.argument import SURELY, one_argument
from reader.core.difference.clauses.clause import (
    akin,
    clause_agreement,
    is_irregular_past,
    same_time,
)
from reader.core.difference.clauses.contrary import contraries
from reader.core.difference.clauses.denial import Denial, denials, denied_words, is_negative
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.same_thing.none_and_some import LIKELY, Said, none_and_some
from reader.core.difference.same_thing.occasion import another_such
from reader.core.difference.same_thing.person import of_two_people
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_LEAST_SHARED: Final = 2
_SHORTER: Final = 0.66
_LONGER: Final = 0.45
_CLOSE: Final = 0.6
_PLEADING: Final = word_set("plead pleads pleaded pled pleading plea")
_AT_PRESENT: Final = word_set("do does don't doesn't is are isn't aren't")
_BEFORE_PARTICIPLE: Final = word_set("is are has have was were be been being isn't aren't")


def find(pair: Pair) -> list[Divergence]:
    """Conflicts of polarity between clauses that otherwise say the same at the same time."""
    found = find_denied(pair)
    found += [
        _opposite(pair, x.span, y.span)
        for one, x, other, y in contraries(
            pair.clauses_a, pair.clauses_b, pair.likelihood >= SURELY
        )
        if _pleads(one) == _pleads(other) and not _of_others(pair, x.span, y.span)
    ]
    return found


def find_denied(pair: Pair) -> list[Divergence]:
    """Those of them in which one text says no to what the other says."""
    a, b = pair.clauses_a, pair.clauses_b
    surely = pair.likelihood >= SURELY
    found: list[Divergence] = []
    none_a = dict(_none_in(pair))
    none_b = dict(_none_in(pair.swapped()))
    found += [_none_and_some(pair, denied, some) for denied, some in none_a.items()]
    found += [_none_and_some(pair, some, denied) for denied, some in none_b.items()]
    found += [
        _denied(pair, reach, word.span)
        for denial, word in _denied_and_stated(a, b, surely)
        if (reach := _reach(denial)) not in none_a
    ]
    found += [
        _denied(pair, word.span, reach)
        for denial, word in _denied_and_stated(b, a, surely)
        if (reach := _reach(denial)) not in none_b
    ]
    return [one for one in found if one.b and not _of_others(pair, one.a.span, one.b.span)]


def _none_in(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Where the first text has none and the second counts some; not where it is hardly likely
    that they tell of one event.
    """
    if 0 < pair.likelihood < LIKELY:
        return
    a, b = Said(pair.clauses_a, pair.figures_a), Said(pair.clauses_b, pair.figures_b)
    for denial, some in none_and_some(a, b):
        yield _reach(denial), some


def _reach(denial: Denial) -> Span:
    return denial.span.hull(denial.denied.span)


def _of_others(pair: Pair, at_a: Span, at_b: Span) -> bool:
    places = pair.a, at_a, pair.b, at_b
    return another_such(*places) or of_two_people(*places)


def _denied_and_stated(
    a: Sequence[Clause], b: Sequence[Clause], surely: bool
) -> Iterator[tuple[Denial, ClauseWord]]:
    """What `a` denies and `b` states; not where `a` itself also states it."""
    for denial in denials(a):
        if not any(_stated(denial, a, surely)):
            for word in _stated(denial, b, surely):
                yield denial, word


def _stated(denial: Denial, clauses: Sequence[Clause], surely: bool) -> Iterator[ClauseWord]:
    """Where the other reading states what is denied, in a clause that is otherwise the same.

    In readings that `surely` make one claim it is enough that the word is said of one thing.
    """
    for clause in clauses:
        if not clause.stated or _pleads(clause) != _pleads(denial.clause):
            continue
        alike = not is_negative(clause) and _one_claim(denial.clause, clause)
        for at, word in enumerate(clause.words):
            wished = at > 0 and clause.words[at - 1].folded == "to" and not _is_owed(clause, at)
            told = word.content or is_irregular_past(word.folded)
            if not told or wished or not _same_form(word.folded, denial.denied.folded):
                continue
            if not alike and not (surely and _said_of_one(denial, clause, word)):
                continue
            if not _roles_differ(denial, clause, at) and not _then_and_now(denial, clause, at):
                yield word
            return


def _is_owed(clause: Clause, at: int) -> bool:
    """'will have to give back' states a duty; 'wants to give back' only a wish."""
    return at > 1 and clause.words[at - 2].folded in _OWING


_OWING: Final = word_set("have has had need needs needed")


def _said_of_one(denial: Denial, clause: Clause, stated: ClauseWord) -> bool:
    """Whether a verb is denied and stated of one thing; a noun may stand for other things."""
    if denial.of_noun or stated.span in denied_words(clause):
        return False
    return one_argument(denial.clause, denial.denied, clause, stated)


def _pleads(clause: Clause) -> bool:
    """Whether somebody only says of himself what the clause says ('pleaded not guilty')."""
    return any(word.folded in _PLEADING for word in clause.words)


def _roles_differ(denial: Denial, clause: Clause, at: int) -> bool:
    """Whether who does it here has it done to him there ('landed 30 punches for Romero')."""
    names = {
        word.folded
        for word in denial.clause.words
        if word.capital and word.span.end <= denial.span.start
    }
    before = {word.folded for word in clause.words[:at]}
    after = {word.folded for word in clause.words[at + 1 :]}
    return bool(names & after) and not names & before


def _then_and_now(denial: Denial, clause: Clause, at: int) -> bool:
    """'do not require' beside 'required': what holds now was otherwise once."""
    denying = [word.folded for word in denial.clause.words if word.span.end <= denial.span.end]
    if not any(word in _AT_PRESENT for word in denying[-2:]):
        return False
    form, before = (
        clause.words[at].folded,
        [word.folded for word in clause.words[max(0, at - 2) : at]],
    )
    return form.endswith("ed") and not any(word in _BEFORE_PARTICIPLE for word in before)


def _same_form(a: str, b: str) -> bool:
    """Whether two words are forms of one, and not a verb and the noun made from it."""
    short, long = sorted((a, b), key=len)
    if long.startswith(short) and long[len(short) :] in _OF_VERBS:
        return True
    return akin(a, b) and a.endswith(_MAKES_NOUNS) == b.endswith(_MAKES_NOUNS)


_OF_VERBS: Final = ("", "s", "d", "ed", "ing")
_MAKES_NOUNS: Final = ("ion", "ions", "ment", "ments", "ance", "ence", "er", "ers")


def _one_claim(a: Clause, b: Clause) -> bool:
    met, shorter, longer = clause_agreement(a, b)
    least = _LEAST_SHARED if longer >= _CLOSE else _LEAST_SHARED + 1
    enough = met >= least and shorter >= _SHORTER and longer >= _LONGER
    return enough and same_time(a.words, b.words)


def _none_and_some(pair: Pair, a: Span, b: Span) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    return _conflict(pair, a, b, f"“{x}” and “{y}” cannot both hold.")


def _denied(pair: Pair, a: Span, b: Span) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    reason = f"One text has “{x}” where the other has “{y}”: one of them says no."
    return _conflict(pair, a, b, reason)


def _opposite(pair: Pair, a: Span, b: Span) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    reason = f"“{x}” and “{y}” say the opposite in sentences that otherwise agree."
    return _conflict(pair, a, b, reason)


def _conflict(pair: Pair, a: Span, b: Span, reason: str) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    stated = pair.stated_a(a, x), pair.stated_b(b, y)
    return Divergence(DivergenceKind.NEGATION, Verdict.CONFLICT, *stated, reason)
