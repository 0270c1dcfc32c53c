"""Words that are one word: spellings and forms, and the neighbours that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.matching.kinship import Kinship, kinship, stem


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("visit", "visit", Kinship.SAME),
        ("uyghur", "uighur", Kinship.VARIANT),
        ("uyghurs", "uighurs", Kinship.VARIANT),
        ("organisation", "organization", Kinship.VARIANT),
        ("colour", "color", Kinship.VARIANT),
        ("neighbourhood", "neighborhood", Kinship.VARIANT),
        ("dishonourable", "dishonorable", Kinship.VARIANT),
        ("behavioural", "behavioral", Kinship.VARIANT),
        ("flour", "floor", Kinship.NONE),
        ("course", "corse", Kinship.NONE),
        ("centre", "center", Kinship.VARIANT),
        ("travelled", "traveled", Kinship.VARIANT),
        ("programme", "program", Kinship.VARIANT),
        ("santé", "sante", Kinship.VARIANT),
        ("visited", "visiting", Kinship.INFLECTION),
        ("stopped", "stops", Kinship.INFLECTION),
        ("policies", "policy", Kinship.INFLECTION),
        ("detained", "detention", Kinship.NONE),
        ("keller", "koller", Kinship.NONE),
        ("foundation", "fund", Kinship.NONE),
        ("china", "chile", Kinship.NONE),
        ("2,884", "2,900", Kinship.NONE),
        ("10", "100", Kinship.NONE),
        ("rose", "fell", Kinship.NONE),
    ],
)
def test_kinship_of_two_words(a: str, b: str, expected: Kinship) -> None:
    assert kinship(a, b) is expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_kinship_has_no_sides(a: str, b: str) -> None:
    assert kinship(a, b) is kinship(b, a)


@given(st.text(max_size=15))
def test_a_stem_is_never_longer_than_its_word(word: str) -> None:
    assert len(stem(word.casefold())) <= 4 * max(1, len(word))
    assert kinship(word, word) is Kinship.SAME
