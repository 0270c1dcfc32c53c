"""Said and denied in readings that surely make one claim, however differently they are worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.difference.negation import find
from reader.core.difference.pair import pair_of_texts


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (  # the aim of a denied intent, done to what stands before a passive
            "Halden said it does not plan to close any plants.",
            "Halden said two plants would be closed.",
            True,
        ),
        (
            "Halden said it does not plan to close any plants.",
            "Halden said two offices would be closed.",
            False,
        ),
        (  # what follows an 'and' is another deed
            "The oil terminal at Ellery was not damaged and will open on Friday.",
            "Norgas said its terminal in Ellery had been damaged and would stay shut for a week.",
            True,
        ),
        (  # a prefix that turns a word round
            "The painting, which is valued at two million, is undamaged.",
            "The landscape, worth two million, was badly damaged.",
            True,
        ),
        (  # what one source says of a 'he' is of one person
            "His lawyer, Tomas Weil, said he would appeal.",
            "Defence lawyer Tomas Weil said his client would not appeal.",
            True,
        ),
        (  # nobody's deed is denied, and not a thing
            "No one has been arrested.",
            "A man was arrested.",
            True,
        ),
        (  # having none denies a thing, which may be another one
            "The police say they don't have suspects.",
            "The police negotiated for hours with the suspect.",
            False,
        ),
        (
            "Tickets for the two days can be refunded.",
            "The company said tickets would not be refunded.",
            True,
        ),
    ],
)
def test_denied_and_stated(a: str, b: str, told: bool) -> None:
    pair = replace(pair_of_texts(a, b), likelihood=0.9)
    assert bool(find(pair)) is told
