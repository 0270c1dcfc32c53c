"""Whether two readings tell of one occasion, or one of them of another such event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.clauses.clause import key
from reader.core.facts.analysis import Analysis
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import CALENDAR, word_set
from reader.core.text.span import Span

_BEFORE_NOUN: Final = word_set(
    """
    second third fourth fifth another other previous prior such separate similar zweite zweiten
    zweiter zweites andere anderen vorige vorigen deuxième seconde autre segundo segunda otra otro
    """
)
_OF_A_ROW: Final = word_set("first last")
"""The same behind an article: 'the first quake', but not 'was last repaired'."""
_OWNING: Final = word_set("the its his her their our")
_BEHIND_NOUN: Final = word_set("précédent précédente anterior previo previa siguiente suivant")
_NO_EVENTS: Final = CALENDAR | word_set(
    """
    time times day week month year decade quarter half term round season period place floor degree
    night evening morning hand person people man men woman women thing things side
    """
)
"""Nouns that are counted on and are not events ('for the second time', 'on the other hand')."""
_REACH: Final = 4


def another_such(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> bool:
    """Whether one sentence speaks of another, a second, the previous one of what both name.

    Or goes on to what came later or happened elsewhere, and the other does not.
    """
    if _comes_later(a, at_a) != _comes_later(b, at_b):
        return True
    clauses_a, clauses_b = _clauses(a, at_a), _clauses(b, at_b)
    marked_a, marked_b = _marked_in(clauses_a), _marked_in(clauses_b)
    return bool(
        (marked_a - marked_b) & _keys(clauses_b) or (marked_b - marked_a) & _keys(clauses_a)
    )


def _comes_later(analysis: Analysis, at: Span) -> bool:
    """Whether a sentence goes on or back: 'But later,', 'Elsewhere', 'Previously'."""
    first = [word.folded for clause in _clauses(analysis, at)[:1] for word in clause.words[:2]]
    return any(word in _GOING_ON for word in first)


_GOING_ON: Final = word_set(
    "later afterwards afterward elsewhere separately meanwhile previously formerly"
)


def of_other_events(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> bool:
    """Whether a clause dates another such event, and the other clause does not date the same one.

    'memories of similar quakes in 2002', 'recovering from such a disaster in 2004'.
    """
    marked_a, marked_b = _marked_in(_clause_of(a, at_a)), _marked_in(_clause_of(b, at_b))
    return bool(marked_a or marked_b) and not marked_a & marked_b


def _clause_of(analysis: Analysis, at: Span) -> Sequence[Clause]:
    """The small clause that a place stands in."""
    return [one for one in _clauses(analysis, at) if one.span.overlaps(at)]


def _clauses(analysis: Analysis, at: Span) -> Sequence[Clause]:
    return analysis.clauses_in(next(iter(analysis.sentences_in(at)), at))


def _keys(clauses: Sequence[Clause]) -> set[str]:
    return {key(word.folded) for clause in clauses for word in clause.content}


def _marked_in(clauses: Sequence[Clause]) -> set[str]:
    return {noun for clause in clauses for noun in _marked(clause.words)}


def _marked(words: Sequence[ClauseWord]) -> set[str]:
    """The nouns, as keys, that stand as another one of their kind."""
    marked: set[str] = set()
    for at, word in enumerate(words):
        if word.folded in _BEFORE_NOUN:
            following = words[at + 1 : at + 1 + _REACH]
            after = following[0].folded if following else "as"
            if after in ("as", "than", "of") or after.endswith("est"):
                continue
            if after == "a" and word.folded != "such":
                continue
            nouns = [one for one in following if one.content]
            if nouns and nouns[0].folded not in _NO_EVENTS:
                marked |= {key(noun.folded) for noun in nouns}
        elif word.folded in _OF_A_ROW and at > 0 and words[at - 1].folded in _OWNING:
            noun = words[at + 1] if at + 1 < len(words) else word
            if noun.content and noun.folded not in _NO_EVENTS and not noun.capital:
                marked.add(key(noun.folded))
        elif word.folded in _BEHIND_NOUN and at > 0 and words[at - 1].content:
            marked.add(key(words[at - 1].folded))
    return marked
