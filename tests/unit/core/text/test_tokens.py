"""Tokens and words: what is one piece, and that nothing is left out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.span import Span
from reader.core.text.tokens import TokenKind, tokenize, words

CASES = sorted((Path(__file__).parents[3] / "golden" / "tokens").glob("*.toml"))
ANY_TEXT = st.text(alphabet=st.one_of(st.sampled_from("aZ1２'’.,:-/ \n漢カงिé"), st.characters()))
VERBATIM_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""The words that the verbatim index promises, for scripts that put blanks between them."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden_cases(case: Path) -> None:
    expected = tomllib.loads(case.read_text("utf-8"))
    text = expected["text"]
    found = [token for token in tokenize(text) if token.kind is not TokenKind.SPACE]
    assert [[token.span.of(text), str(token.kind)] for token in found] == expected["tokens"]


def test_there_are_golden_cases() -> None:
    assert len(CASES) >= 6


def test_a_token_is_folded() -> None:
    assert [token.folded for token in tokenize("Zenz’s “U.N.”\u00a0–")] == [
        "zenz's", " ", '"', "u.n.", '"', " ", "-",
    ]  # fmt: skip


@given(ANY_TEXT)
def test_tokens_cover_the_text(text: str) -> None:
    assert "".join(token.span.of(text) for token in tokenize(text)) == text
    ends = [0, *(token.span.end for token in tokenize(text))]
    assert ends[:-1] == [token.span.start for token in tokenize(text)]


@given(st.text(alphabet=st.characters(max_codepoint=0x5FF)))
def test_words_are_those_of_the_verbatim_index(text: str) -> None:
    expected = [
        (Span(*match.span()), match[0].replace("’", "'").casefold())
        for match in VERBATIM_WORD.finditer(text)
    ]
    assert [(word.span, word.folded) for word in words(text)] == expected


@given(ANY_TEXT)
def test_words_of_any_script_lie_in_order_inside_the_words_of_the_index(text: str) -> None:
    outer = [Span(*match.span()) for match in VERBATIM_WORD.finditer(text)]
    found = [word.span for word in words(text)]
    assert found == sorted(found)
    for span in found:
        assert any(whole.covers(span) for whole in outer)
    covered = {at for span in found for at in range(span.start, span.end)}
    for whole in outer:
        letters = {at for at in range(whole.start, whole.end) if text[at] not in "'’"}
        assert letters <= covered


def test_scripts_without_blanks_give_a_word_a_sign() -> None:
    assert [word.folded for word in words("UN新疆 2018年")] == ["un", "新", "疆", "2018", "年"]
