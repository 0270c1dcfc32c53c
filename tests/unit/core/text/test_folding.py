"""Folding for comparison, and the way back to the source's own characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.folding import fold
from reader.core.text.span import Span

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aÉe\u0301\u0323ßﬁ…½’“–\u00a0\u00ad한ᄀ\u1161"), st.characters()
    )
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“It’s”", '"it\'s"'),
        ("«Oui»", '"oui"'),
        ("2018–19 — long‑term", "2018-19 - long-term"),
        ("5\u00a0000\t\u2009x", "5 000  x"),
        ("ＡＢＣ１２", "abc12"),
        ("Straße", "strasse"),
        ("ﬁnal… ½", "final... 1⁄2"),
        ("cafe\u0301", "café"),
        ("E\u0301lan", "élan"),
        ("co\u00adop\u200b", "coop"),
        ("a\nb", "a\nb"),
    ],
)
def test_forms_become_one(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_place_in_the_folded_text_leads_back() -> None:
    text = "Die Straße „heißt“ e\u0301tude ﬁn"
    folded = fold(text)
    for word, source in (
        ("strasse", "Straße"),
        ("heisst", "heißt"),
        ("étude", "e\u0301tude"),
        ("in", "ﬁn"),
    ):
        at = folded.text.index(word, folded.text.index("étude") + 6 if word == "in" else 0)
        assert folded.span(at, at + len(word)).of(text) == source


def test_an_empty_place_leads_to_an_empty_place() -> None:
    assert fold("abc").span(2, 2) == Span(2, 2)
    assert fold("").span(0, 0) == Span(0, 0)


def test_places_outside_are_refused() -> None:
    with pytest.raises(ValueError, match="no folded span"):
        fold("ab").span(0, 3)


@given(TEXTS)
def test_pieces_in_order_cover_the_source_in_order(text: str) -> None:
    folded = fold(text)
    before = Span(0, 0)
    for index in range(len(folded.text)):
        span = folded.span(index, index + 1)
        assert span.start >= before.start
        assert span.end >= before.end
        assert span.end <= len(text)
        before = span
    whole = folded.span(0, len(folded.text))
    skipped = text[: whole.start] + text[whole.end :]
    assert fold(skipped).text == ""


@given(TEXTS)
def test_folding_a_source_piece_alone_gives_its_folded_piece(text: str) -> None:
    folded = fold(text)
    for index in range(len(folded.text)):
        assert folded.text[index] in fold(folded.span(index, index + 1).of(text)).text


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F)))
def test_case_and_composition_never_part_two_texts(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed).text == fold(text).text
