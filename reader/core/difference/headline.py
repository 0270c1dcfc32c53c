"""A headline beside the sentences of its own body that it sums up."""

from __future__ import annotations

from typing import Final

from reader.core.difference.clauses.clause import irregular
from reader.core.difference.pair import Pair
from reader.core.facts.analysis import Analysis
from reader.core.text.article import Role
from reader.core.text.span import Span

_LEAST_COMMON: Final = 3
_LEAST_SHARE: Final = 0.5
"""Of the headline's content words, in the body's sentence."""
_MOST: Final = 2
"""Sentences of the body that one headline is held against."""


def headline_pairs(analysis: Analysis, index: int) -> list[Pair]:
    """Each headline of an article with the sentences of its body that share most of its words."""
    headlines: list[Span] = []
    body: list[Span] = []
    for sentence, block in zip(analysis.sentences, analysis.sentence_blocks, strict=True):
        role = analysis.blocks[block].role
        if role is Role.HEADLINE:
            headlines.append(sentence)
        elif role in (Role.BODY, Role.STANDFIRST):
            body.append(sentence)
    if not headlines:
        return []
    stems_of = [(sentence, _stems(analysis, sentence)) for sentence in body]
    pairs: list[Pair] = []
    for headline in headlines:
        own = _stems(analysis, headline)
        met = [(len(own & stems), -place.start, place) for place, stems in stems_of]
        near = [one for one in met if one[0] >= _LEAST_COMMON and one[0] >= _LEAST_SHARE * len(own)]
        for _, _, place in sorted(near, reverse=True)[:_MOST]:
            pairs.append(Pair(analysis, analysis, index, index, headline, place))
    return pairs


def _stems(analysis: Analysis, span: Span) -> frozenset[str]:
    return frozenset(
        irregular(word.folded) for clause in analysis.clauses_in(span) for word in clause.content
    )
