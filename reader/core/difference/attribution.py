"""Attribution: who is said to have said the same words, and where only one text says who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.difference.clauses.clause import agreement
from reader.core.difference.divergence import Divergence, DivergenceKind, Stated, Verdict
from reader.core.difference.pair import Pair
from reader.core.difference.voices.speaker import different_speakers
from reader.core.difference.voices.speech import compare_wordings, speeches
from reader.core.facts.analysis import Analysis
from reader.core.facts.attribution import Attribution
from reader.core.facts.clauses import ClauseWord
from reader.core.facts.same_name import Likeness, liken
from reader.core.facts.saying import PRONOUNS
from reader.core.facts.vocabulary import FUNCTION_WORDS
from reader.core.text.article import Role
from reader.core.text.folding import fold
from reader.core.text.span import Span

_LEAST_COMMON: Final = 4
_LEAST_SHARED: Final = 0.8
_SAME_CLAIM: Final = 0.75
_CLOSE: Final = 0.6
_NEARBY: Final = 2
"""Sentences before a reading in which its source may stand; one behind it."""
_MOST_OF_IT: Final = 0.7
_MOST: Final = 12
"""Attributions of one reading that are compared."""
_LEAST_CONTENT: Final = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """What one reading attributes to whom, without the words for who says it."""

    sentence: Span
    source: Span
    speaker: str
    words: tuple[ClauseWord, ...]


def find(pair: Pair) -> list[Divergence]:
    """Another speaker for the same words is a conflict, a source on one side alone is ONLY."""
    found = _quoted(pair)
    if found:
        return found
    said_a, said_b = _reported(pair.a, pair.a_span), _reported(pair.b, pair.b_span)
    found = _under_two_names(pair, said_a, said_b)
    if not found and not pair.quotations_a and not pair.quotations_b:
        if said_a and not _sourced(pair.b, pair.b_span):
            found += _only(pair, said_a)
        if said_b and not _sourced(pair.a, pair.a_span):
            found += _only(pair.swapped(), said_b)
    return found


def _under_two_names(
    pair: Pair, said_a: Sequence[_Said], said_b: Sequence[_Said]
) -> list[Divergence]:
    """Conflicts over one claim, unless some speaker of one side may be one of the other's."""
    alike = [(a, b) for a in said_a for b in said_b if _same_claim(a.words, b.words)]
    if not all(_apart(pair, a.speaker, a.source, b.speaker, b.source) for a, b in alike):
        return []
    return [_conflict(pair, a.source, a.speaker, b.source, b.speaker) for a, b in alike]


def _apart(pair: Pair, a: str | None, source_a: Span, b: str | None, source_b: Span) -> bool:
    """Whether two speakers surely differ: by name, and neither stands beside the other's words."""
    if a is None or b is None or not different_speakers(a, b):
        return False
    if _is_pronoun(pair.a, source_a) or _is_pronoun(pair.b, source_b):
        return False
    return not _mentions(pair.a, source_a, b) and not _mentions(pair.b, source_b, a)


def _is_pronoun(analysis: Analysis, source: Span) -> bool:
    return fold(source.of(analysis.text)).text in PRONOUNS


def _mentions(analysis: Analysis, source: Span, speaker: str) -> bool:
    """Whether the sentence that names its source also names the other text's speaker."""
    words = tuple(fold(speaker).text.split())
    return any(
        liken(name.words, words).likeness in _MAY_BE_ONE
        for sentence in analysis.sentences_in(source)
        for name in analysis.names_in(sentence)
    )


_MAY_BE_ONE: Final = (Likeness.SAME, Likeness.VARIANT, Likeness.SHORTER)


def _quoted(pair: Pair) -> list[Divergence]:
    """The same words inside quotation marks, or in a speaker's turn, under two names."""
    found: list[Divergence] = []
    for a in speeches(pair.a, pair.a_span):
        for b in speeches(pair.b, pair.b_span):
            x, y = a.quotation.speaker_span, b.quotation.speaker_span
            if x is None or y is None or not _apart(pair, a.speaker, x, b.speaker, y):
                continue
            wordings = compare_wordings(a.words, b.words)
            if wordings.common >= _LEAST_COMMON and wordings.shared >= _LEAST_SHARED:
                found.append(_conflict(pair, x, a.speaker or "", y, b.speaker or ""))
    return found


def _conflict(pair: Pair, a: Span, speaker_a: str, b: Span, speaker_b: str) -> Divergence:
    return Divergence(
        DivergenceKind.ATTRIBUTION,
        Verdict.CONFLICT,
        pair.stated_a(a, speaker_a),
        pair.stated_b(b, speaker_b),
        f"The same words are given to {_as_inner(speaker_a)} in one text "
        f"and to {_as_inner(speaker_b)} in the other.",
    )


def _as_inner(speaker: str) -> str:
    """'The envoy' inside a sentence is 'the envoy'."""
    small = speaker.split(" ", 1)[0].lower() in ("a", "an", "the")
    return speaker[0].lower() + speaker[1:] if small else speaker


def _reported(analysis: Analysis, span: Span) -> list[_Said]:
    return [
        _Said(one.span, one.source, one.speaker, _words_without(analysis, one))
        for one in analysis.attributions_in(span)[:_MOST]
        if one.named
    ]


def _words_without(analysis: Analysis, one: Attribution) -> tuple[ClauseWord, ...]:
    """The words of the whole attributed sentence, less source and verb."""
    return tuple(
        word
        for clause in analysis.clauses_in(one.span)
        for word in clause.words
        if not one.source.overlaps(word.span) and word.folded not in one.verb
    )


def _same_claim(a: Sequence[ClauseWord], b: Sequence[ClauseWord]) -> bool:
    met, shorter, longer = agreement(a, b)
    return met >= _LEAST_CONTENT and shorter >= _SAME_CLAIM and longer >= _CLOSE


def _sourced(analysis: Analysis, reading: Span) -> bool:
    """Whether a reading has a source in itself or close by, or stands where nobody expects one."""
    titled = any(
        block.role in _UNSOURCED and block.span.overlaps(reading) for block in analysis.blocks
    )
    if titled and not reading.of(analysis.text).rstrip().endswith("."):
        return True
    at = [number for number, one in enumerate(analysis.sentences) if one.overlaps(reading)]
    if not at:
        return False
    near = analysis.sentences[max(0, at[0] - _NEARBY) : at[-1] + 2]
    around = near[0].hull(near[-1])
    told = any(one.verb for one in analysis.quotations_in(around))
    return told or bool(analysis.attributions_in(around))


_UNSOURCED: Final = (Role.HEADLINE, Role.STANDFIRST, Role.HEADING, Role.CAPTION)


def _only(pair: Pair, said: Sequence[_Said]) -> list[Divergence]:
    """Attributions of the first reading whose claim the other makes too, and without the source."""
    words = [word for clause in pair.clauses_b for word in clause.words]
    present = {word.folded for word in words}
    found: list[Divergence] = []
    for one in said:
        if one.sentence.shared(pair.a_span) < _MOST_OF_IT * len(one.sentence):
            continue
        named = {word for word in fold(one.speaker).text.split() if word not in FUNCTION_WORDS}
        met, shorter, longer = agreement(one.words, words)
        same = met >= _LEAST_CONTENT and shorter >= _SAME_CLAIM and longer >= _CLOSE
        if same and not named & present:
            found.append(
                Divergence(
                    DivergenceKind.ATTRIBUTION,
                    Verdict.ONLY,
                    Stated(pair.a_index, one.source, one.speaker),
                    None,
                    f"One text has this from {_as_inner(one.speaker)}; "
                    "the other says it without a source.",
                )
            )
    return found
