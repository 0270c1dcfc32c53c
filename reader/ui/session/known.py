"""The passages of one comparison by where their readings stand, made off the GUI thread."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from reader.core.comparison import Comparison, Passage
from reader.core.matching.link import Reading
from reader.core.text.span import Span

Places = tuple[tuple[str, Span], ...]
"""Readings as article ids and spans."""


class KnownPassages:
    """Every passage under its places and under a short name; `ids` are the articles' own.

    Thousands of passages take a while to name: too long for the thread that answers a person.
    """

    def __init__(self, comparison: Comparison, ids: Sequence[str]) -> None:
        self.places: tuple[Places, ...] = tuple(
            tuple((ids[r.article], r.span) for r in passage.readings)
            for passage in comparison.passages
        )
        self.keys = tuple(_key(comparison, passage) for passage in comparison.passages)
        self._by_places = {frozenset(places): n for n, places in enumerate(self.places)}

    def number_of(self, places: frozenset[tuple[str, Span]]) -> int | None:
        """The passage that has just these readings."""
        return self._by_places.get(places)

    def likest(self, places: frozenset[tuple[str, Span]]) -> int | None:
        """The passage that shares most places with these, else most of their text; None where
        none has any of it.
        """
        spans: dict[str, list[Span]] = {}
        for article_id, span in places:
            spans.setdefault(article_id, []).append(span)

        def shared(number: int) -> tuple[int, int, int]:
            here = self.places[number]
            text = sum(s.shared(t) for a, t in here for s in spans.get(a, ()))
            return len(places.intersection(here)) if text else 0, text, -number

        best = max(range(len(self.places)), key=shared, default=None)
        return best if best is not None and shared(best)[1] else None

    def news_since(self, before: KnownPassages) -> tuple[int, int]:
        """How many passages are new, and how many have kept some of their readings only."""
        new = self._by_places.keys() - before._by_places.keys()
        if not new:
            return 0, 0
        held = {place for places in before.places for place in places}
        changed = sum(1 for places in new if places & held)
        return len(new) - changed, changed


def _key(comparison: Comparison, passage: Passage) -> str:
    """A short name of a passage that stays while its readings stay."""

    def named(reading: Reading) -> tuple[str, int, int]:
        sha256 = comparison.articles[reading.article].sha256
        return sha256, reading.span.start, reading.span.end

    told = ";".join(f"{s}:{a}-{b}" for s, a, b in sorted(map(named, passage.readings)))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
