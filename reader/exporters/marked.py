"""Overlapping facts about a span, flattened into runs that a page can print one after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch with the same names all over, in the order in which the facts were given."""

    span: Span
    names: tuple[str, ...]


def marked(whole: Span, facts: Iterable[tuple[Span, str]]) -> list[Run]:
    """Cut `whole` at every edge of a fact; what lies outside it is left away."""
    inside = [
        (Span(max(span.start, whole.start), min(span.end, whole.end)), name)
        for span, name in facts
        if span.overlaps(whole)
    ]
    edges = {whole.start, whole.end}
    for span, _ in inside:
        edges.update((span.start, span.end))
    cuts = sorted(edges)
    runs: list[Run] = []
    for start, end in pairwise(cuts):
        piece = Span(start, end)
        names = tuple(dict.fromkeys(name for span, name in inside if span.covers(piece)))
        runs.append(Run(piece, names))
    return runs
