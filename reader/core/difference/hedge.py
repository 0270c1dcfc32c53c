"""Hedges: what one text states and the other only reports, alleges or supposes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reader.core.difference.clauses.clause import KEPT, akin, clause_agreement
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis
from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import word_set
from reader.core.text.span import Span

_ALONE: Final = word_set(
    """
    allegedly reportedly supposedly purportedly apparently presumably ostensibly possibly probably
    perhaps maybe likely alleged purported supposed suspected presumed apparent
    angeblich mutmaßlich mutmaßliche mutmaßlichen mutmaßlicher vermutlich offenbar wohl
    möglicherweise wahrscheinlich anscheinend
    prétendument apparemment présumé présumée présumés présumées probablement supuestamente
    presuntamente presunto presunta aparentemente probablemente
    """
)
_WITH_VERB: Final = word_set("may might aurait auraient serait seraient habría habrían soll sollen")
_PHRASES: Final = tuple(
    tuple(phrase.split())
    for phrase in (
        "accused of",
        "suspected of",
        "appears as",
        "appear as",
        "appeared as",
        "looks as",
        "looked as",
        "seems as",
        "seemed as",
        "appears that",
        "seems that",
        "appears to",
        "appear to",
        "appeared to",
        "seems to",
        "seem to",
        "seemed to",
        "said to",
        "believed to",
        "thought to",
        "alleged to",
        "reported to",
        "understood to",
        "expected to",
        "feared to",
        "likely to",
    )
)
_THOUGHT: Final = word_set("thought believed feared understood reported alleged rumoured rumored")
_IT_IS: Final = word_set("is was been")
"""Before 'thought that' these say that it is nobody's thought in particular."""
_REACH: Final = 3
"""Content words behind a hedge that it may be about."""


_SAME_CLAIM: Final = 0.6
_LEAST_COMMON: Final = 2


def find(pair: Pair) -> list[Divergence]:
    """For each hedged word of one reading that the other states plainly: ONLY, never a conflict."""
    a, b = pair.clauses_a, pair.clauses_b
    hedges_a, hedges_b = _hedges(a), _hedges(b)
    found: list[Divergence] = []
    if not hedges_b and not pair.attributions_b and not _supposes(b):
        found += [
            _only(pair.a_index, pair.a, span)
            for span, about, clause in hedges_a
            if _plain(about, clause, b)
        ]
    if not hedges_a and not pair.attributions_a and not _supposes(a):
        found += [
            _only(pair.b_index, pair.b, span)
            for span, about, clause in hedges_b
            if _plain(about, clause, a)
        ]
    return found


def _supposes(clauses: Sequence[Clause]) -> bool:
    """Whether a reading says who supposes it ('the coroner believes', 'the firm expects')."""
    return any(word.folded in _SUPPOSING for clause in clauses for word in clause.words)


_SUPPOSING: Final = word_set(
    """
    believe believes believed expect expects expected think thinks thought suspect suspects assume
    assumes assumed estimate estimates estimated reckon reckons alleges alleged claims claimed
    glaubt vermutet rechnet estime pense croit cree estima
    """
)


def _only(article: int, analysis: Analysis, span: Span) -> Divergence:
    words = span.of(analysis.text)
    return Divergence(
        DivergenceKind.HEDGE,
        Verdict.ONLY,
        Stated(article, span, words),
        None,
        f"One text hedges with “{words}”; the other says it without.",
    )


_Hedge = tuple[Span, tuple[ClauseWord, ...], Clause]


def _hedges(clauses: Sequence[Clause]) -> list[_Hedge]:
    """Each hedge with the content words it may be about, and its clause."""
    return [hedge for clause in clauses for hedge in _hedges_in(clause)]


@lru_cache(maxsize=KEPT)
def _hedges_in(clause: Clause) -> tuple[_Hedge, ...]:
    found: list[_Hedge] = []
    for at, word in enumerate(clause.words):
        length = _hedge_length(clause.words, at)
        if not length:
            continue
        behind = [one for one in clause.words[at + length :] if one.content][:_REACH]
        span = word.span.hull(clause.words[at + length - 1].span)
        if behind:
            found.append((span, tuple(behind), clause))
    return tuple(found)


def _hedge_length(words: Sequence[ClauseWord], at: int) -> int:
    """How many words the hedge at `at` has; 0 where there is none."""
    word = words[at].folded
    for phrase in _PHRASES:
        if (
            word == phrase[0]
            and tuple(one.folded for one in words[at : at + len(phrase)]) == phrase
        ):
            return len(phrase)
    if word in _THOUGHT and at > 0 and words[at - 1].folded in _IT_IS:
        return 2 if at + 1 < len(words) and words[at + 1].folded == "that" else 0
    if word in _ALONE:
        return 1
    return int(word in _WITH_VERB and not words[at].capital and at > 0)


def _plain(about: Sequence[ClauseWord], hedged: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a clause of the other reading says what is hedged: its first word among others."""
    for clause in clauses:
        met = [any(akin(word.folded, one.folded) for one in clause.content) for word in about]
        if met[0]:
            common, shorter, _ = clause_agreement(hedged, clause)
            if common >= _LEAST_COMMON and shorter >= _SAME_CLAIM:
                return True
    return False
