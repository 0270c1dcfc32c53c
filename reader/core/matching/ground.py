"""An article as matching sees it: its words, each with its sentence and whether it is compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reader.core.facts.analysis import Analysis
from reader.core.matching.verbatim import Index, index_of
from reader.core.text.article import Role
from reader.core.text.span import Span
from reader.core.text.tokens import TokenKind

SIGNED: Final = frozenset({Role.BYLINE, Role.SPEAKER})
"""Roles that are not compared, but belong to the article: what they share is told when asked."""


@dataclass(frozen=True)
class Ground:
    """One article's words in order, those around the article included.

    A run may begin in what is not compared, so that its rest is found too. `index` is the article's
    place among those compared; `numbers` are the words as numbers that all articles share.
    """

    index: int
    analysis: Analysis
    spans: tuple[Span, ...]
    folded: tuple[str, ...]
    numbers: tuple[int, ...]
    blocks: tuple[int, ...]
    """For each word, the number of its block."""
    compared: tuple[bool, ...]
    """For each word, whether it is compared."""
    signed: tuple[bool, ...]
    """For each word, whether it says who speaks or writes, where and when."""

    @property
    def text(self) -> str:
        return self.analysis.text

    @property
    def sentences(self) -> tuple[Span, ...]:
        return self.analysis.sentences

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """For each word, the number of its sentence; -1 where it has none or is not compared."""
        starts = [sentence.start for sentence in self.sentences]
        found: list[int] = []
        for span in self.spans:
            at = bisect_right(starts, span.start) - 1
            found.append(at if at >= 0 and span.end <= self.sentences[at].end else -1)
        return tuple(found)

    @cached_property
    def words_of(self) -> tuple[range, ...]:
        """For each sentence, the numbers of its words."""
        starts = [span.start for span in self.spans]
        return tuple(
            range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end))
            for sentence in self.sentences
        )

    @cached_property
    def _token_edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        tokens = [token for token in self.analysis.tokens if token.kind is not TokenKind.SPACE]
        return tuple(t.span.start for t in tokens), tuple(t.span.end for t in tokens)

    @cached_property
    def _indexes(self) -> dict[int, Index[int]]:
        return {}

    def index_by(self, minimum: int) -> Index[int]:
        """Where each run of `minimum` words stands; made once."""
        if minimum not in self._indexes:
            self._indexes[minimum] = index_of(self.numbers, minimum)
        return self._indexes[minimum]

    def snapped(self, span: Span) -> Span:
        """The span, outward to the edges of tokens."""
        starts, ends = self._token_edges
        first, last = bisect_right(starts, span.start) - 1, bisect_left(ends, span.end)
        start = starts[first] if first >= 0 and ends[first] > span.start else span.start
        end = ends[last] if last < len(ends) and starts[last] < span.end else span.end
        return Span(start, max(start, end))

    @cached_property
    def begins_token(self) -> tuple[bool, ...]:
        """For each word, whether a token begins where it does."""
        starts = frozenset(self._token_edges[0])
        return tuple(span.start in starts for span in self.spans)

    @cached_property
    def ends_token(self) -> tuple[bool, ...]:
        """For each word, whether a token ends where it does."""
        ends = frozenset(self._token_edges[1])
        return tuple(span.end in ends for span in self.spans)


def grounds_of(analyses: Sequence[Analysis]) -> tuple[Ground, ...]:
    """The words of all articles, numbered alike."""
    numbers: dict[str, int] = {}
    grounds: list[Ground] = []
    for index, analysis in enumerate(analyses):
        found = analysis.words
        ends = [block.span.end for block in analysis.blocks]
        blocks = tuple(bisect_right(ends, word.span.start) for word in found)
        flags = (*analysis.compared, False)
        signed = (*(block.role in SIGNED for block in analysis.blocks), False)
        grounds.append(
            Ground(
                index,
                analysis,
                tuple(word.span for word in found),
                tuple(word.folded for word in found),
                tuple(numbers.setdefault(word.folded, len(numbers)) for word in found),
                blocks,
                tuple(flags[block] for block in blocks),
                tuple(signed[block] for block in blocks),
            )
        )
    return tuple(grounds)
