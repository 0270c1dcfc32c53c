"""Whether two words of two clauses are said of one thing, by the words that stand next to them.

In readings that surely make one claim, the nearest content word before a verb is mostly what it is
said of, and the nearest behind it what it is done to; that is cruder than a parser, and needs none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.clauses.clause import akin, is_irregular_past, same_time
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import CALENDAR, word_set

SURELY: Final = 0.65
"""Likelihood of one claim from which the neighbours of a word decide."""
_BEFORE: Final = 2
"""Content words before a word among which its subject is looked for."""
SAYING: Final = word_set("say says said tell tells told announce announces announced")
_BEHIND: Final = 3
"""Content words behind a word among which its object is looked for."""
_BESIDE: Final = 4
"""Words on each side in which a time is looked for."""
_LIGHT: Final = SAYING | word_set(
    """
    find found plan planned plans decide decided decline declined refuse refused fail failed want
    wanted try tried begin began
    """
)
"""Verbs that stand between a subject and what is said of it."""


def one_argument(
    a: Clause, x: ClauseWord, b: Clause, y: ClauseWord, *, any_time: bool = False
) -> bool:
    """Whether `x` of clause `a` and `y` of clause `b` have one object, or one subject and no other.

    Clauses that name different people are about two people; days and years right beside the words
    that differ make them words about two occasions, unless they may be of `any_time`. A pronoun may
    be any subject; what stands before a passive is what it is done to, and so is what stands before
    a verb with nothing behind it ('the campaign will start').
    """
    if not any_time and not same_time(_around(a.words, x), _around(b.words, y)):
        return False
    if _of_others(a, b):
        return False
    behind_a, behind_b = _behind(a.words, x), _behind(b.words, y)
    before_a, before_b = _before(a.words, x), _before(b.words, y)
    if _is_passive(a.words, x) != _is_passive(b.words, y):
        done_to_a, done_to_b = (
            before[:_BEFORE] if _is_passive(words, word) or not behind else behind[:1]
            for words, word, before, behind in (
                (a.words, x, before_a, behind_a),
                (b.words, y, before_b, behind_b),
            )
        )
        return _meet(done_to_a, done_to_b)
    of_one = _meet(before_a[:_BEFORE], before_b[:_BEFORE])
    if behind_a and behind_b:
        return _meet(behind_a[:1], behind_b[:1]) or (of_one and _meet(behind_a, behind_b))
    if not before_a or not before_b:
        return not behind_a and not behind_b
    return of_one


def _before(words: Sequence[ClauseWord], word: ClauseWord) -> list[ClauseWord]:
    """The content words before a word, the nearest first, no farther than who says it."""
    at = words.index(word)
    said = max((number for number in range(at) if words[number].folded in SAYING), default=-1)
    return [
        one
        for one in reversed(words[said + 1 : at])
        if one.content and one.folded not in _LIGHT and not _is_time(one)
    ]


def _is_passive(words: Sequence[ClauseWord], word: ClauseWord) -> bool:
    """'plants would be closed': what stands before the verb is what it is done to."""
    at = words.index(word)
    participle = word.folded.endswith("ed") or is_irregular_past(word.folded)
    return participle and any(one.folded in _BEING for one in words[max(0, at - 2) : at])


_BEING: Final = word_set("be is are was were been being isn't aren't wasn't weren't")


def _around(words: Sequence[ClauseWord], word: ClauseWord) -> Sequence[ClauseWord]:
    at = words.index(word)
    return words[max(0, at - _BESIDE) : at + _BESIDE + 1]


def _behind(words: Sequence[ClauseWord], word: ClauseWord) -> list[ClauseWord]:
    """The nearest content words behind a word, up to a time or another deed."""
    at = words.index(word)
    deed = word.folded.endswith("ed") or is_irregular_past(word.folded)
    found: list[ClauseWord] = []
    for one in words[at + 1 :]:
        if not found and (_is_time(one) or (deed and one.folded in _NEXT_DEED)):
            break
        if one.content and one.folded not in _LIGHT and not _is_time(one):
            found.append(one)
    return found[:_BEHIND]


_NEXT_DEED: Final = word_set("and or but then")


def _is_time(word: ClauseWord) -> bool:
    return word.folded in _TIMES or word.folded[:1].isdigit()


_TIMES: Final = CALENDAR | word_set(
    "day days week weeks month months year years two three four five six seven eight nine ten"
)


def _meet(a: Sequence[ClauseWord], b: Sequence[ClauseWord]) -> bool:
    return any(akin(x.folded, y.folded) for x in a for y in b)


def _of_others(a: Clause, b: Clause) -> bool:
    """Whether both clauses have names, and no word of one stands among those of the other."""
    named_a, named_b = (
        [one for one in _behind_saying(clause) if one.content and one.capital and not _is_time(one)]
        for clause in (a, b)
    )
    return bool(named_a and named_b) and not _meet(named_a, named_b)


def _behind_saying(clause: Clause) -> Sequence[ClauseWord]:
    """The words of a clause without who says it in front."""
    said = max((at for at, word in enumerate(clause.words) if word.folded in SAYING), default=-1)
    return clause.words[said + 1 :]
