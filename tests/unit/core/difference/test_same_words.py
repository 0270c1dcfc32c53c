"""Readings of the same words: only what reaches beyond them can part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.difference.divergence import DivergenceKind
from reader.core.difference.find import FINDERS, divergences
from reader.core.difference.pair import pair_of_texts
from reader.core.text.span import Span

TEXTS = (
    "The mayor did not close the port, but allegedly he will close the old bridge, he denied.",
    "Anna Keller fell ill before Anna Koller rose to head the Foundation, not the Fund.",
    "She may have visited; she will visit; she never visits the camps that she visited.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_what_looks_at_the_readings_alone_finds_nothing_in_the_same_words(text: str) -> None:
    pair = pair_of_texts(text, text)

    for finder in FINDERS:
        if not finder.beyond:
            assert finder.find(pair) == []


def test_a_quotation_that_reaches_beyond_the_same_words_still_parts() -> None:
    tail = "customers to test and deploy this update as soon as they can"
    texts = [f"“We ask all {name} {tail},” said Anna Keller." for name in ("IE", "Explorer")]
    whole = pair_of_texts(*texts)
    starts = [text.index(tail) for text in texts]
    inner = replace(
        whole,
        a_span=Span(starts[0], starts[0] + len(tail)),
        b_span=Span(starts[1], starts[1] + len(tail)),
    )

    assert inner.text_a == inner.text_b
    assert divergences(inner, {DivergenceKind.QUOTE})
