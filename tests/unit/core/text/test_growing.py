"""A selection grows by what words mean, and shrinks to what it grew from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.text.article import Block, Role
from reader.core.text.growing import grown, shrunk
from reader.core.text.span import Span

TEXT = (
    "Nobody was hurt in the old harbour; the mayor called it luck. Rain fell 😀 all night.\n\n"
    "The second paragraph says little."
)
FIRST = Span(0, TEXT.index("\n"))
BLOCKS = (Block(FIRST, Role.BODY), Block(Span(FIRST.end + 2, len(TEXT)), Role.BODY))


def steps(at: int, readings: tuple[Span, ...] = ()) -> list[str]:
    """Everything a caret grows to, one press after the other."""
    span, told = Span(at, at), []
    while (larger := grown(TEXT, span, BLOCKS, readings)) != span:
        span = larger
        told.append(span.of(TEXT))
    return told


def test_a_caret_grows_from_word_to_clause_to_sentence_to_paragraph() -> None:
    assert steps(TEXT.index("urt")) == [
        "hurt",
        "Nobody was hurt in the old harbour;",
        "Nobody was hurt in the old harbour; the mayor called it luck.",
        FIRST.of(TEXT),
    ]


def test_a_reading_that_holds_the_selection_is_a_step_of_its_own() -> None:
    reading = Span(TEXT.index("old"), TEXT.index("old") + len("old harbour"))
    assert steps(reading.start + 1, (reading, Span(0, 3)))[:3] == [
        "old",
        "old harbour",
        "Nobody was hurt in the old harbour;",
    ]


def test_a_selection_over_two_sentences_grows_to_both() -> None:
    span = Span(TEXT.index("luck"), TEXT.index("Rain") + 2)
    assert grown(TEXT, span, BLOCKS).of(TEXT) == "luck. Rain"
    assert grown(TEXT, Span(span.start, span.end + 2), BLOCKS).end == FIRST.end


def test_between_paragraphs_nothing_grows() -> None:
    assert steps(FIRST.end + 1) == []


def test_what_was_selected_by_hand_shrinks_by_the_same_steps() -> None:
    sentence = Span(0, TEXT.index(" Rain"))
    clause = shrunk(TEXT, sentence, BLOCKS)
    assert clause.of(TEXT) == "Nobody was hurt in the old harbour;"
    assert shrunk(TEXT, clause, BLOCKS).of(TEXT) == "Nobody"
    assert shrunk(TEXT, Span(0, 6), BLOCKS) == Span(0, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_growing_holds_what_was_selected_and_shrinking_stays_inside(a: int, b: int) -> None:
    span = Span(min(a, b), max(a, b))
    larger = grown(TEXT, span, BLOCKS)
    assert larger.covers(span)
    assert larger == span or len(larger) > len(span)
    smaller = shrunk(TEXT, span, BLOCKS)
    assert span.covers(smaller)
    assert len(smaller) < len(span) or len(span) == 0


@pytest.mark.parametrize("text", ["", "東京で大きな火事があった。誰も怪我をしなかった。"])
def test_scripts_without_blanks_and_empty_texts(text: str) -> None:
    blocks = (Block(Span(0, len(text)), Role.BODY),) if text else ()
    span = grown(text, Span(0, 0), blocks)
    assert len(span) == (1 if text else 0)
