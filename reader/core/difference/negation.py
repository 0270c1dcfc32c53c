"""Said and denied, up and down: one claim with a not on one side, or with two opposite words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from reader.core.difference.clause import (
    KEPT,
    agreement,
    akin,
    clause_agreement,
    irregular,
    same_time,
)
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.opposites import OPPOSITES, is_idiom
from reader.core.difference.pair import Pair
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_NOT: Final = word_set(
    """
    not n't cant dont wont didnt doesnt isnt wasnt couldnt hasnt hadnt
    never no nobody none without cannot neither nor nicht nie niemals kein keine keinen keinem
    keiner ohne niemand pas jamais aucun aucune sans nunca ningún ninguna sin nadie jamás
    没 沒 未 无 無 不
    """
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
_LEAST_SHARED: Final = 2
_SHORTER: Final = 0.66
_LONGER: Final = 0.45
_CLOSE: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Denial:
    """A negator with the content word it denies, and the clause of both."""

    span: Span
    denied: ClauseWord
    clause: Clause


def find(pair: Pair) -> list[Divergence]:
    """Conflicts of polarity between clauses that otherwise say the same at the same time."""
    a, b = pair.clauses_a, pair.clauses_b
    found = [_divergence(pair, denied, stated) for denied, stated in _denied_and_stated(a, b)]
    found += [_divergence(pair, stated, denied) for denied, stated in _denied_and_stated(b, a)]
    return found + _opposites(pair, a, b)


def _denied_and_stated(a: Sequence[Clause], b: Sequence[Clause]) -> Iterator[tuple[Span, Span]]:
    """What `a` denies and `b` states; not where `a` itself also states it."""
    for denial in _denials(a):
        if not any(_stated(denial, a)):
            for word in _stated(denial, b):
                yield denial.span.hull(denial.denied.span), word.span


def _divergence(pair: Pair, a: Span, b: Span) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    return Divergence(
        DivergenceKind.NEGATION,
        Verdict.CONFLICT,
        pair.stated_a(a, x),
        pair.stated_b(b, y),
        f"One text has “{x}” where the other has “{y}”: one of them says no.",
    )


def _denials(clauses: Sequence[Clause]) -> list[_Denial]:
    every = (denial for clause in clauses for denial in _denials_in(clause))
    return list(islice(every, _MOST))


@lru_cache(maxsize=KEPT)
def _denials_in(clause: Clause) -> tuple[_Denial, ...]:
    found: list[_Denial] = []
    for at, word in enumerate(clause.words):
        if not clause.stated or not _denies(clause.words, at):
            continue
        denied = next((one for one in clause.words[at + 1 :] if one.content), None)
        if denied is not None and not denied.capital:
            found.append(_Denial(word.span, denied, clause))
    return tuple(found)


def _denies(words: Sequence[ClauseWord], at: int) -> bool:
    word = words[at].folded
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if _NOT_AND_VERB.get(word) == after and after:
        return True
    if word not in _NOT and not word.endswith("n't"):
        return False
    if any(one.folded in ("until", "till") for one in words[at:]):
        return False
    if word == "wouldn't" or (at > 0 and words[at - 1].folded in _SUPPOSING):
        return False
    near = [one.folded for one in words[at + 1 : at + 3]]
    return not near[:1] or near[0] not in _NO_REAL_NOT


@lru_cache(maxsize=KEPT)
def _is_negative(clause: Clause) -> bool:
    """Whether anything in the clause denies, doubts or only supposes."""
    return any(
        word.folded in _NOT
        or word.folded.endswith("n't")
        or word.folded in _NOT_AND_VERB
        or word.folded in _DOUBTING
        for word in clause.words
    )


@lru_cache(maxsize=KEPT)
def _denied_words(clause: Clause) -> frozenset[Span]:
    """The content words of a clause that some negator in it reaches."""
    reached: set[Span] = set()
    for at in range(len(clause.words)):
        word = clause.words[at].folded
        if word in _NOT or word.endswith("n't") or word in _NOT_AND_VERB or word in _DOUBTING:
            behind = [one for one in clause.words[at + 1 :] if one.content][:_REACH]
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


def _stated(denial: _Denial, clauses: Sequence[Clause]) -> Iterator[ClauseWord]:
    """Where the other reading states what is denied, in a clause that is otherwise the same."""
    for clause in clauses:
        if not clause.stated or _is_negative(clause) or not _one_claim(denial.clause, clause):
            continue
        for at, word in enumerate(clause.words):
            wished = at > 0 and clause.words[at - 1].folded == "to"
            if word.content and not wished and _same_form(word.folded, denial.denied.folded):
                yield word
                return


def _same_form(a: str, b: str) -> bool:
    """Whether two words are forms of one, and not a verb and the noun made from it."""
    return akin(a, b) and a.endswith(_MAKES_NOUNS) == b.endswith(_MAKES_NOUNS)


_MAKES_NOUNS: Final = ("ion", "ions", "ment", "ments", "ance", "ence", "er", "ers")


def _one_claim(a: Clause, b: Clause) -> bool:
    met, shorter, longer = clause_agreement(a, b)
    least = _LEAST_SHARED if longer >= _CLOSE else _LEAST_SHARED + 1
    enough = met >= least and shorter >= _SHORTER and longer >= _LONGER
    return enough and same_time(a.words, b.words)


def _opposites(pair: Pair, a: Sequence[Clause], b: Sequence[Clause]) -> list[Divergence]:
    found: list[Divergence] = []
    for one in a:
        for other in b:
            if one.stated and other.stated:
                met = _opposed(one, other)
                if met is not None and not _both(one, a) and not _both(other, b):
                    found.append(_opposite(pair, met[0].span, met[1].span))
    return found


def _both(clause: Clause, own: Sequence[Clause]) -> bool:
    """Whether a reading also says the opposite of its own clause."""
    return any(other is not clause and _opposed(clause, other) for other in own)


def _opposed(a: Clause, b: Clause) -> tuple[ClauseWord, ClauseWord] | None:
    """Two opposite words in clauses whose other words agree and none of which is denied."""
    if not _first_of_each(a) or not _first_of_each(b):
        return None
    stems_a = {irregular(word.folded) for word in a.content}
    stems_b = {irregular(word.folded) for word in b.content}
    reached_a, reached_b = _denied_words(a), _denied_words(b)
    for x in _first_of_each(a):
        against = OPPOSITES.get(irregular(x.folded))
        if not against or against & stems_a or is_idiom(a.words, x):
            continue
        for y in _first_of_each(b):
            stem = irregular(y.folded)
            if stem not in against or OPPOSITES[stem] & stems_b or is_idiom(b.words, y):
                continue
            if (x.span in reached_a) == (y.span in reached_b) and _same_besides(a, b, x, y):
                return x, y
    return None


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


def _opposite(pair: Pair, a: Span, b: Span) -> Divergence:
    x, y = a.of(pair.a.text), b.of(pair.b.text)
    return Divergence(
        DivergenceKind.NEGATION,
        Verdict.CONFLICT,
        pair.stated_a(a, x),
        pair.stated_b(b, y),
        f"“{x}” and “{y}” say the opposite in sentences that otherwise agree.",
    )
