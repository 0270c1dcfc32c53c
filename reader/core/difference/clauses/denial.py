"""Denials: words that deny what follows them, and what they reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from reader.core.difference.clauses.argument import SAYING
from reader.core.difference.clauses.clause import KEPT, is_irregular_past
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_NOT: Final = word_set(
    """
    not n't cant dont wont didnt doesnt isnt wasnt couldnt hasnt hadnt
    never no nobody none without cannot neither nor nicht nie niemals kein keine keinen keinem
    keiner ohne niemand pas jamais aucun aucune sans nunca ningún ninguna sin nadie jamás
    没 沒 未 无 無 不 lack lacks lacked
    """
)
_DENIES_NOUNS: Final = word_set(
    "no none nobody without kein keine keinen keinem keiner ohne sans sin lack lacks lacked"
)
_NOT_AND_VERB: Final = {
    "failed": "to",
    "fails": "to",
    "fail": "to",
    "unable": "to",
    "refused": "to",
    "refuses": "to",
    "refuse": "to",
    "declined": "to",
    "neglected": "to",
}
_SUPPOSING: Final = word_set("may might would should could")
_NO_REAL_NOT: Final = word_set(
    """
    only just fewer less more later earlier longer least doubt matter until before long nothing
    necessarily merely simply yet because even always all every solely exactly quite nur sondern
    seulement sólo solo 过 過 久 仅 僅 但 断 斷 同 少 足 可 得 论 論 管 止 只 光
    """
)
"""Words beside a 'not' that make it no denial of what follows."""
_REACH: Final = 3
_MOST: Final = 30
"""Denials of one reading that are looked at."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A negator with the content word it denies, and the clause of both."""

    span: Span
    denied: ClauseWord
    clause: Clause
    of_noun: bool = False
    """Whether it can only deny a noun ('without', 'no')."""


def denials(clauses: Sequence[Clause]) -> list[Denial]:
    """What the clauses of one reading deny; of very many only the first."""
    every = (denial for clause in clauses for denial in _denials_in(clause))
    return list(islice(every, _MOST))


@lru_cache(maxsize=KEPT)
def _denials_in(clause: Clause) -> tuple[Denial, ...]:
    found: list[Denial] = []
    for at, word in enumerate(clause.words):
        if not clause.stated or not _denies(clause.words, at):
            continue
        denied = next((one for one in clause.words[at + 1 :] if one.content), None)
        of_noun = word.folded in _DENIES_NOUNS and not _is_nobody(clause.words, at)
        of_noun = of_noun or (denied is not None and _is_had(clause.words, at, denied))
        if denied is not None and (deed := _deed_behind(clause.words, denied)) is not None:
            denied, of_noun = deed, False
        if denied is not None and not denied.capital:
            found.append(Denial(word.span, denied, clause, of_noun))
    return tuple(found)


def _is_had(words: Sequence[ClauseWord], at: int, denied: ClauseWord) -> bool:
    """'don't have suspects' denies a thing; 'does not have to pay', 'had not paid' deny deeds."""
    between = [one.folded for one in words[at + 1 : words.index(denied)]]
    participle = denied.folded.endswith("ed") or is_irregular_past(denied.folded)
    return "have" in between and between[-1] != "to" and not participle


def _is_nobody(words: Sequence[ClauseWord], at: int) -> bool:
    """Whether 'no one' or 'nobody' does it, so that the deed is denied and not a thing."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    return words[at].folded == "nobody" or (words[at].folded == "no" and following == "one")


def _deed_behind(words: Sequence[ClauseWord], denied: ClauseWord) -> ClauseWord | None:
    """The deed behind a denied intent: 'close' of 'does not plan to close', 'no need to close'."""
    at = words.index(denied)
    if denied.folded not in _INTENTS or at + 2 >= len(words) or words[at + 1].folded != "to":
        return None
    return words[at + 2] if words[at + 2].content else None


_INTENTS: Final = word_set(
    "plan plans planned planning intend intends intended intention want wants wanted wish wishes "
    "expect expects expected need needs needed reason desire obliged required"
)


def _denies(words: Sequence[ClauseWord], at: int) -> bool:
    word = words[at].folded
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if _NOT_AND_VERB.get(word) == after and after:
        return True
    if word not in _NOT and not word.endswith("n't"):
        return False
    if any(one.folded in ("until", "till") for one in words[at:]):
        return False
    if word == "wouldn't" or (at > 0 and _supposes(words, at - 1)):
        return False
    near = [one.folded for one in words[at + 1 : at + 3]]
    return not near[:1] or near[0] not in _NO_REAL_NOT


def _supposes(words: Sequence[ClauseWord], at: int) -> bool:
    """Whether a word only supposes: 'would' does, but not in 'he said he would appeal'."""
    word = words[at].folded
    reported = word == "would" and any(one.folded in SAYING for one in words[:at])
    return word in _SUPPOSING and not reported


@lru_cache(maxsize=KEPT)
def is_negative(clause: Clause) -> bool:
    """Whether anything in the clause denies, doubts or only supposes."""
    return any(
        word.folded in _NOT
        or word.folded.endswith("n't")
        or word.folded in _NOT_AND_VERB
        or word.folded in _DOUBTING
        for word in clause.words
    )


@lru_cache(maxsize=KEPT)
def denied_words(clause: Clause) -> frozenset[Span]:
    """The content words of a clause that some negator in it reaches.

    What denies a noun denies all that is said of it ('no terms of the sale were disclosed').
    """
    reached: set[Span] = set()
    for at in range(len(clause.words)):
        word = clause.words[at].folded
        doubts = word in _DOUBTING and (word not in _SUPPOSING or _supposes(clause.words, at))
        if word in _NOT or word.endswith("n't") or word in _NOT_AND_VERB or doubts:
            behind = [one for one in clause.words[at + 1 :] if one.content]
            if word not in _DENIES_NOUNS:
                behind = behind[:_REACH]
            reached.update(one.span for one in behind)
            reached.update(one.span for one in clause.words[max(0, at - 2) : at])
    return frozenset(reached)


_DOUBTING: Final = word_set(
    """
    deny denies denied denying stop stops stopped cease ceased prevent prevented prevents avoid
    avoided refuse refused reject rejected doubt doubted dispute disputed unlikely hardly barely
    scarcely rarely seldom few little false untrue nothing could might may would rumored rumoured
    rumors rumours discounted dismissed supposed alleged allegedly
    """
)
