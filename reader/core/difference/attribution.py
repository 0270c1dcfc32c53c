"""Attribution: who is said to have said the same words, and where only one text says who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.difference.clause import ClauseWord, agreement, clauses_of
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.speaker import different_speakers
from reader.core.difference.speech import compare_wordings, speeches
from reader.core.facts.analysis import Analysis
from reader.core.facts.attribution import Attribution
from reader.core.text.span import Span

_LEAST_COMMON: Final = 4
_LEAST_SHARED: Final = 0.8
_SAME_CLAIM: Final = 0.75
_CLOSE: Final = 0.6
_LEAST_CONTENT: Final = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """What one reading attributes to whom, without the words for who says it."""

    source: Span
    speaker: str
    words: tuple[ClauseWord, ...]


def find(pair: Pair) -> list[Divergence]:
    """Another speaker for the same words is a conflict, a source on one side alone is ONLY."""
    found = _quoted(pair)
    if found:
        return found
    said_a, said_b = _reported(pair.a, pair.a_span), _reported(pair.b, pair.b_span)
    found = [
        _conflict(pair, a.source, a.speaker, b.source, b.speaker)
        for a in said_a
        for b in said_b
        if _same_claim(a.words, b.words) and different_speakers(a.speaker, b.speaker)
    ]
    if not found and not pair.quotations_a and not pair.quotations_b:
        if said_a and not pair.attributions_b:
            found += _only(pair.a_index, said_a, pair.b, pair.b_span)
        if said_b and not pair.attributions_a:
            found += _only(pair.b_index, said_b, pair.a, pair.a_span)
    return found


def _quoted(pair: Pair) -> list[Divergence]:
    """The same words inside quotation marks, or in a speaker's turn, under two names."""
    found: list[Divergence] = []
    for a in speeches(pair.a, pair.a_span):
        for b in speeches(pair.b, pair.b_span):
            if not different_speakers(a.speaker, b.speaker):
                continue
            wordings = compare_wordings(a.words, b.words)
            if wordings.common < _LEAST_COMMON or wordings.shared < _LEAST_SHARED:
                continue
            x, y = a.quotation.speaker_span, b.quotation.speaker_span
            if x is not None and y is not None and a.speaker and b.speaker:
                found.append(_conflict(pair, x, a.speaker, y, b.speaker))
    return found


def _conflict(pair: Pair, a: Span, speaker_a: str, b: Span, speaker_b: str) -> Divergence:
    return Divergence(
        DivergenceKind.ATTRIBUTION,
        Verdict.CONFLICT,
        pair.stated_a(a, speaker_a),
        pair.stated_b(b, speaker_b),
        f"The same words are given to {speaker_a} in one text and to {speaker_b} in the other.",
    )


def _reported(analysis: Analysis, span: Span) -> list[_Said]:
    return [
        _Said(one.source, one.speaker, _words_without(analysis, one))
        for one in analysis.attributions_in(span)
        if one.named
    ]


def _words_without(analysis: Analysis, one: Attribution) -> tuple[ClauseWord, ...]:
    """The words of the whole attributed sentence, less source and verb."""
    return tuple(
        word
        for clause in clauses_of(analysis.text, one.span)
        for word in clause.words
        if not one.source.overlaps(word.span) and word.folded not in one.verb
    )


def _same_claim(a: Sequence[ClauseWord], b: Sequence[ClauseWord]) -> bool:
    met, shorter, longer = agreement(a, b)
    return met >= _LEAST_CONTENT and shorter >= _SAME_CLAIM and longer >= _CLOSE


def _only(index: int, said: Sequence[_Said], other: Analysis, other_span: Span) -> list[Divergence]:
    words = [word for clause in clauses_of(other.text, other_span) for word in clause.words]
    found: list[Divergence] = []
    for one in said:
        met, shorter, _ = agreement(one.words, words)
        if met >= _LEAST_CONTENT and shorter >= _CLOSE:
            found.append(
                Divergence(
                    DivergenceKind.ATTRIBUTION,
                    Verdict.ONLY,
                    Stated(index, one.source, one.speaker),
                    None,
                    f"One text has this from {one.speaker}; the other says it without a source.",
                )
            )
    return found
