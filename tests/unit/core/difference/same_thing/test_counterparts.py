"""Which figures answer to each other in readings that are worded differently."""

from __future__ import annotations

from dataclasses import replace

from reader.core.difference.divergence import Verdict
from reader.core.difference.figure import find
from reader.core.difference.pair import pair_of_texts


def conflicts(a: str, b: str) -> list[str]:
    pair = replace(pair_of_texts(a, b), likelihood=0.9)
    return [one.reason for one in find(pair) if one.verdict is Verdict.CONFLICT]


def test_opposite_words_that_both_sides_have_part_no_figures() -> None:
    assert conflicts(
        "The blaze, which began in a storeroom, killed 12 people.",
        "According to officials, 14 people were killed when the old mill began to burn.",
    ) == ["“12 people” and “14 people” cannot both hold."]


def test_figures_of_a_beginning_and_an_end_are_of_two_things() -> None:
    assert not conflicts(
        "The talks, which began in a hotel, cost 12 million euros.",
        "According to officials, 14 million euros had been paid when the talks ended.",
    )
