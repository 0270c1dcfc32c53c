"""Which figures answer to each other in readings that are worded differently."""

from __future__ import annotations

from dataclasses import replace

import pytest

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


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (  # a figure that has its own counterpart is no rival
            "Only 81 percent of pupils here are vaccinated, and 94 percent of pupils elsewhere.",
            "Of the 94 percent of pupils who have had both shots elsewhere much is said; "
            "in the county 91 percent of pupils have.",
            ["“91 percent of pupils” and “Only 81 percent of pupils” cannot both hold."],
        ),
        (  # one number from above and from below
            "According to the ministry, more than 1,900 have fallen ill.",
            "Nearly 1,900 cases were counted by the authorities.",
            ["“more than 1,900” and “Nearly 1,900 cases” cannot both hold."],
        ),
        (  # two fates of people are two counts
            "At least 31 people died when the ferry sank off the coast.",
            "Teams searched on Monday for 26 people who are missing since the ferry sank.",
            [],
        ),
        (  # a stretch that goes on may have grown
            "The windows were replaced after four days of riots in the old town.",
            "The old town is calm after eight days of riots and broken windows.",
            [],
        ),
        (  # weighed, not counted
            "The ship had 310 tonnes of fuel on board.",
            "Its tanks held 130 tonnes of fuel.",
            ["“130 tonnes” and “310 tonnes” cannot both hold."],
        ),
        (  # how long the one claim is to last
            "Train drivers walk out for 48 hours in a dispute over pay.",
            "Drivers at the company will stop work for 24 hours on Thursday.",
            ["“24 hours” and “48 hours” cannot both hold."],
        ),
        (  # a verb that says nothing parts no times
            "Parliament is to vote at 10 a.m.",
            "The vote will take place at 4 p.m.",
            ["“10 a.m.” and “4 p.m.” cannot both be the time."],
        ),
    ],
)
def test_counterparts(a: str, b: str, told: list[str]) -> None:
    assert conflicts(a, b) == told
