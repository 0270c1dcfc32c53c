"""Opposite words in two clauses that otherwise say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reader.core.difference.clauses.argument import one_argument
from reader.core.difference.clauses.clause import (
    KEPT,
    agreement,
    irregular,
    is_irregular_past,
    key,
    same_time,
)
from reader.core.difference.clauses.denial import denied_words
from reader.core.difference.clauses.opposites import OPPOSITES, is_idiom, positive
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set

_SHORTER: Final = 0.66
_LONGER: Final = 0.45
_JOINING: Final = word_set("and und et y")


def contraries(
    a: Sequence[Clause], b: Sequence[Clause], surely: bool = False
) -> Iterator[tuple[Clause, ClauseWord, Clause, ClauseWord]]:
    """Two opposite words with their clauses, where neither reading says both.

    In readings that `surely` make one claim it is enough that both words are said of one thing.
    """
    parts_a = [part for clause in a for part in _parts(clause)]
    parts_b = [part for clause in b for part in _parts(clause)]
    for one in parts_a:
        for other in parts_b:
            if not (one.stated and other.stated):
                continue
            met = _opposed(one, other, surely)
            if met is None or _both(one, parts_a, surely) or _both(other, parts_b, surely):
                continue
            x, y = met
            said_too = _also_says(parts_a, one, x, other, y)
            if not said_too and not _also_says(parts_b, other, y, one, x):
                yield one, x, other, y


@lru_cache(maxsize=KEPT)
def _parts(clause: Clause) -> tuple[Clause, ...]:
    """The two halves of 'exports rose in the north and fell in the south'; else the clause."""
    for at, word in enumerate(clause.words):
        if word.folded not in _JOINING:
            continue
        halves = clause.words[:at], clause.words[at + 1 :]
        if all(any(irregular(one.folded) in OPPOSITES for one in half) for half in halves):
            return tuple(Clause(half, clause.question, clause.condition) for half in halves)
    return (clause,)


def _both(clause: Clause, own: Sequence[Clause], surely: bool) -> bool:
    """Whether a reading also says the opposite of its own clause."""
    return any(other is not clause and _opposed(clause, other, surely) for other in own)


def _also_says(
    own: Sequence[Clause], clause: Clause, x: ClauseWord, other: Clause, y: ClauseWord
) -> bool:
    """Whether another clause of the reading says `y` of the same: 'fell at first but rose later'.

    A clause that begins with its verb goes on from the subject before.
    """
    wanted = _keys(other.words, y)
    fit = len(_keys(clause.words, x) & wanted)
    subject = _keys(clause.words[: clause.words.index(x)], x)
    for one in own:
        said = [word for word in one.content if irregular(word.folded) == irregular(y.folded)]
        if one is clause or not said:
            continue
        rest = _keys(one.words, said[0])
        if one.content[0] is said[0]:
            rest |= subject
        if len(rest & wanted) >= fit:
            return True
    return False


def _keys(words: Sequence[ClauseWord], besides: ClauseWord) -> set[str]:
    return {key(word.folded) for word in words if word.content and word is not besides}


def _opposed(a: Clause, b: Clause, surely: bool) -> tuple[ClauseWord, ClauseWord] | None:
    """Two opposite words in clauses whose other words agree and none of which is denied."""
    return (
        _opposed_by_list(a, b, surely) or _opposed_by_prefix(a, b, surely) or _opposed_by_side(a, b)
    )


def _opposed_by_list(a: Clause, b: Clause, surely: bool) -> tuple[ClauseWord, ClauseWord] | None:
    if not _first_of_each(a) or not _first_of_each(b):
        return None
    stems_a = {irregular(word.folded) for word in a.content}
    stems_b = {irregular(word.folded) for word in b.content}
    reached_a, reached_b = denied_words(a), denied_words(b)
    for x in _first_of_each(a):
        against = OPPOSITES.get(irregular(x.folded))
        if not against or against & stems_a or is_idiom(a.words, x):
            continue
        for y in _first_of_each(b):
            stem = irregular(y.folded)
            if stem not in against or OPPOSITES[stem] & stems_b or is_idiom(b.words, y):
                continue
            if (x.span in reached_a) != (y.span in reached_b):
                continue
            of_one = surely and _of_one_form(x, y) and one_argument(a, x, b, y)
            if of_one or _same_besides(a, b, x, y):
                return x, y
    return None


def _of_one_form(x: ClauseWord, y: ClauseWord) -> bool:
    """Whether both are pasts or neither is: 'released' is no opposite of 'an arrest'."""
    past = [word.folded.endswith("ed") or is_irregular_past(word.folded) for word in (x, y)]
    return past[0] == past[1]


def _opposed_by_prefix(a: Clause, b: Clause, surely: bool) -> tuple[ClauseWord, ClauseWord] | None:
    """'effective' and 'ineffective'."""
    for x, base in _prefixed(a):
        for y in b.content:
            if y.folded == base and _undenied(a, x, b, y) and _alike(a, x, b, y, surely):
                return x, y
    for y, base in _prefixed(b):
        for x in a.content:
            if x.folded == base and _undenied(a, x, b, y) and _alike(a, x, b, y, surely):
                return x, y
    return None


def _alike(a: Clause, x: ClauseWord, b: Clause, y: ClauseWord, surely: bool) -> bool:
    return _same_besides(a, b, x, y) or (surely and one_argument(a, x, b, y))


def _opposed_by_side(a: Clause, b: Clause) -> tuple[ClauseWord, ClauseWord] | None:
    """'vote for the budget' and 'vote against the budget': one deed, one aim, the other side."""
    for x, deed, aim in _sides(a):
        for y, other, target in _sides(b):
            one_deed = key(deed.folded) == key(other.folded)
            one_aim = key(aim.folded) == key(target.folded)
            if x.folded != y.folded and one_deed and one_aim and _undenied(a, deed, b, other):
                return x, y
    return None


@lru_cache(maxsize=KEPT)
def _sides(clause: Clause) -> tuple[tuple[ClauseWord, ClauseWord, ClauseWord], ...]:
    """Each 'for' or 'against' right behind a word for taking sides, with that word and the aim."""
    found: list[tuple[ClauseWord, ClauseWord, ClauseWord]] = []
    for deed, word in pairwise(clause.words):
        if word.folded in ("for", "against") and key(deed.folded) in _TAKES_SIDES:
            behind = clause.words[clause.words.index(word) + 1 :]
            aim = next((one for one in behind if one.content), None)
            if aim is not None:
                found.append((word, deed, aim))
    return tuple(found)


_TAKES_SIDES: Final = frozenset(map(key, word_set("vote rule decide testify argue campaign stand")))


def _undenied(a: Clause, x: ClauseWord, b: Clause, y: ClauseWord) -> bool:
    return (x.span in denied_words(a)) == (y.span in denied_words(b))


@lru_cache(maxsize=KEPT)
def _prefixed(clause: Clause) -> tuple[tuple[ClauseWord, str], ...]:
    """The words of a clause that a prefix turns round, with the words that they turn."""
    return tuple((word, base) for word in clause.content if (base := positive(word.folded)))


@lru_cache(maxsize=KEPT)
def _first_of_each(clause: Clause) -> tuple[ClauseWord, ...]:
    """The words of a clause that have opposites, each once."""
    first: dict[str, ClauseWord] = {}
    for word in clause.content:
        if irregular(word.folded) in OPPOSITES:
            first.setdefault(word.folded, word)
    return tuple(first.values())


def _same_besides(a: Clause, b: Clause, x: ClauseWord, y: ClauseWord) -> bool:
    rest_a = [word for word in a.words if word is not x]
    rest_b = [word for word in b.words if word is not y]
    met, shorter, longer = agreement(rest_a, rest_b)
    return met >= 1 and shorter >= _SHORTER and longer >= _LONGER and same_time(rest_a, rest_b)
