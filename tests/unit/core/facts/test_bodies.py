"""Names that part in their head alone, and names of two bodies that look like it."""

from __future__ import annotations

import pytest

from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.text.article import Article

PARTED = [
    (
        "The photographs were put online by the Widows of Harbour Street Memorial Foundation.",
        "A retired judge chairs the Widows of Harbour Street Memorial Fund.",
    ),
    (
        "Rescuers took the seal to the Northern Isles Wildlife Centre.",
        "A vet who was called at dawn works for the Northern Isles Wildlife Institute.",
    ),
    (
        "Her report was handed to the Lower Danube Navigation Commission.",
        "Three seats in the Lower Danube Navigation Committee stay empty.",
    ),
]
"""Sentences that share nothing but a name whose last word parts."""

OF_TWO = [
    (
        "The money came from the Harbour Street Relief Fund.",
        "A retired judge chairs the Harbour Street Climate Fund.",
    ),
    (
        "She read history at the University of Oxford.",
        "The dictionary is printed by the University of Oxford Press.",
    ),
    (
        "The letter was signed by Anna Maria Theresa Lindqvist.",
        "A boat was bought by Karl Maria Theresa Lindqvist.",
    ),
    (
        "The plan was drawn up in the Ministry of Defence.",
        "Nobody answered the telephone in the Ministry of Finance.",
    ),
    (
        "The budget was passed by the New York City Council.",
        "A man was stopped at noon by the New York City Police.",
    ),
    (
        "The budget was passed by the New York City Council. Many live in New York City.",
        "A man was heard at noon by the New York City Board.",
    ),
    (
        "The photographs were put online by the Widows of Harbour Street Memorial Foundation. "
        "It is paid for by the Widows of Harbour Street Memorial Fund.",
        "A retired judge chairs the Widows of Harbour Street Memorial Fund.",
    ),
]
"""Names of two bearers, or of two bodies that one of the texts knows apart."""


def _compared(pair: tuple[str, str]) -> Comparison:
    rest = "Rain fell all night over the valley.", "Nobody knew how long the ferry would stay."
    return compare([Article("a", f"{pair[0]} {rest[0]}"), Article("b", f"{pair[1]} {rest[1]}")])


def _name_conflicts(comparison: Comparison) -> list[Divergence]:
    return [
        one
        for one in comparison.divergences
        if one.kind is DivergenceKind.NAME and one.verdict is Verdict.CONFLICT
    ]


@pytest.mark.parametrize("pair", PARTED)
def test_a_name_that_parts_in_its_head_is_a_link_and_a_conflict(pair: tuple[str, str]) -> None:
    comparison = _compared(pair)

    (conflict,) = _name_conflicts(comparison)
    assert conflict.link is not None
    link = comparison.links[conflict.link]
    assert link.shown
    assert any(reason.startswith("one name but for its last word") for reason in link.why)
    assert any(passage.verdict is Verdict.CONFLICT for passage in comparison.passages)


@pytest.mark.parametrize("pair", OF_TWO)
def test_names_of_two_bearers_are_no_conflict(pair: tuple[str, str]) -> None:
    assert _name_conflicts(_compared(pair)) == []
