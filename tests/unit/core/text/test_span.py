"""Spans: what they cover when they are put together."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.text.span import Span, merged


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9)).map(lambda t: Span(t[0], sum(t)))))
def test_merging_covers_the_same_places(spans: list[Span]) -> None:
    def places(some: list[Span]) -> set[int]:
        return {n for span in some for n in range(span.start, span.end)}

    found = merged(spans)
    assert places(found) == places(spans)
    assert all(a.end < b.start for a, b in pairwise(found))
