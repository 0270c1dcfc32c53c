"""Growing a selection by keys: word, clause, sentence, paragraph, reading, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.core.text.article import Block
from reader.core.text.sentences import clauses, sentences
from reader.core.text.span import Span
from reader.core.text.tokens import words


def grown(text: str, span: Span, blocks: Sequence[Block], readings: Sequence[Span] = ()) -> Span:
    """The next larger stretch around a span; the span itself where there is none.

    What is tried are the words, clauses, sentences and blocks that the span touches, and the
    readings that hold it; the shortest of them that holds more than the span is the answer.
    All are code points of one text.
    """
    larger = [
        unit
        for unit in _units(text, span, blocks, readings)
        if unit.covers(span) and len(unit) > len(span)
    ]
    return min(larger, key=lambda unit: (len(unit), unit), default=span)


def shrunk(text: str, span: Span, blocks: Sequence[Block], readings: Sequence[Span] = ()) -> Span:
    """The largest stretch smaller than the span that grows from its beginning into it.

    An empty span at its beginning where there is none.
    """
    inner = Span(span.start, span.start)
    while True:
        larger = grown(text, inner, blocks, readings)
        if larger in (inner, span) or not span.covers(larger):
            return inner
        inner = larger


def _units(
    text: str, span: Span, blocks: Sequence[Block], readings: Sequence[Span]
) -> Iterator[Span]:
    """For each kind of stretch the hull of those that the span touches."""
    touched = [block for block in blocks if _touches(block.span, span)]
    said = [one for one in sentences(text, touched) if _touches(one, span)]
    kinds: tuple[Iterable[Span], ...] = (
        _words(text, said or [block.span for block in touched]),
        [part for sentence in said for part in clauses(text, sentence)],
        said,
        [block.span for block in touched],
    )
    for kind in kinds:
        found = [unit for unit in kind if _touches(unit, span)]
        if found:
            yield Span(min(u.start for u in found), max(u.end for u in found))
    yield from readings


def _words(text: str, stretches: Iterable[Span]) -> Iterator[Span]:
    for stretch in stretches:
        for word in words(stretch.of(text)):
            yield word.span.shifted(stretch.start)


def _touches(unit: Span, span: Span) -> bool:
    """Whether they overlap; a caret touches what it stands in or at the edge of."""
    if len(span) == 0:
        return unit.start <= span.start <= unit.end
    return unit.overlaps(span)
