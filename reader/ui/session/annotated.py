"""Where annotations sit: by article in order of place, and which passages hold one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from reader.core.annotating.annotation import Annotation
from reader.core.comparison import Passage
from reader.core.text.span import Span
from reader.ui.session.board import Board
from reader.ui.session.passages import Passages

Place = tuple[str, Span]
"""Article id and code points."""
Places = Mapping[str, tuple[tuple[Annotation, Span], ...]]
"""Annotations by article id, each with the span it sits on, in order of place."""


def places_of(annotation: Annotation) -> frozenset[tuple[str, Span | None]]:
    """Where an annotation's targets are; one that is lost has no span."""
    return frozenset((target.article_id, target.span) for target in annotation.targets)


def places_by_article(annotations: Iterable[Annotation]) -> Places:
    """Every target that has a place, under its article."""
    found: defaultdict[str, list[tuple[int, int, str, int]]] = defaultdict(list)
    pairs: list[tuple[Annotation, Span]] = []
    for annotation in annotations:
        for target in annotation.targets:
            if (span := target.span) is not None:
                # Numbers compare much faster than spans, and there may be ten thousand.
                place = span.start, span.end, annotation.id, len(pairs)
                found[target.article_id].append(place)
                pairs.append((annotation, span))
    return {
        article_id: tuple(pairs[number] for _, _, _, number in sorted(places))
        for article_id, places in found.items()
    }


def passages_over(
    passages: Sequence[Passage], ids: Sequence[str], places: Places
) -> frozenset[int]:
    """Indices of the passages of which a reading overlaps an annotation.

    `ids` are the articles' identifiers in the order of the comparison. The spans of an article
    stand in order of their starts: of those that start before a reading ends, the one that ends
    last decides.
    """
    if not places:
        return frozenset()
    starts: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, article_id in enumerate(ids):
        spans = [span for _, span in places.get(article_id, ())]
        starts[number] = [span.start for span in spans]
        ends[number] = list(accumulate((span.end for span in spans), max))

    def noted(article: int, span: Span) -> bool:
        before = bisect_left(starts.get(article, ()), span.end)
        return before > 0 and ends[article][before - 1] > span.start

    return frozenset(
        number
        for number, passage in enumerate(passages)
        if any(noted(reading.article, reading.span) for reading in passage.readings)
    )


def noted_places(board: Board, passages: Passages, *, every_reading: bool) -> tuple[Place, ...]:
    """What a key would annotate; empty where there is nothing.

    The selection, else the active passage's reading that stands in view in the focused column
    (where that column lacks the passage: in the first one that has it), or with `every_reading`
    all of its readings.
    """
    if not every_reading and (selection := board.selection) is not None:
        return (selection,)
    if passages.active is None:
        return ()
    if every_reading:
        places = passages.places(passages.active)
        return tuple(p for p in places if p[0] in board.columns)
    focus = board.focus
    for article_id in sorted(board.columns, key=lambda column: column != focus):
        span = passages.reading_in(article_id)
        if span is not None:
            return ((article_id, span),)
    return ()
