"""Tokens and words: what is one piece, and that nothing is left out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.article import Article
from reader.core.text.folding import fold
from reader.core.text.laid import Laid
from reader.core.text.span import Span
from reader.core.text.tokens import (
    MARKS,
    SPACELESS,
    TokenKind,
    count_words,
    tokenize,
    word_forms,
    words,
)

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


LETTER = rf"(?:(?![{SPACELESS}])[^\W_])"
IN_WORD = rf"(?:{LETTER}|[{MARKS}])"
PLAIN_GRAMMAR = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<number>
        (?:
            \d{{4}}(?P<ymd>[-/.])\d{{1,2}}(?P=ymd)\d{{1,2}}(?!\d)
          | \d{{1,2}}(?P<dmy>[-/.])\d{{1,2}}(?P=dmy)(?:\d{{4}}|\d\d)(?!\d)
          | \d{{1,2}}:\d\d(?::\d\d)?(?!\d)
          | \d{{1,3}}(?:[\u00a0\u2009\u202f'’]\d{{3}})+(?!\d)(?:[.,]\d+)?
          | \d+(?:[.,٫٬]\d+)*
        )
        {IN_WORD}*
    )
  | (?P<word>
        (?:[^\W\d_a-z]\.){{2,}}(?!{IN_WORD})
      | {LETTER}{IN_WORD}*(?:['’]{LETTER}{IN_WORD}*)*
      | [\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+
      | [\u0e01-\u0eff\u1000-\u109f\uaa60-\uaa7f\u1780-\u17ff]
        [\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]*
      | [{SPACELESS}]
    )
  | (?P<punctuation>\.\.+|--+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The grammar of tokens without any short way: what `tokenize` must give, and slower."""
WRITTEN: st.SearchStrategy[str] = st.lists(
    st.sampled_from(
        ["don’t", "U.N.", "a.m.", "2022-05-24", "24.05.22", "1'000'000", "2,884", "10:31", "17th",
         "漢字", "カー", "งาน", "é", "e\u0301", "co\u00adop", "हिन्दी", "…", "--", "_", "İ", "²",
         "'", "’", ".", "-", "/", ":", " ", "\n", "\u00a0", "“", "a", "Zenz", "7", "٣", "K"]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.one_of(ANY_TEXT, WRITTEN))
def test_tokens_are_those_of_the_plain_grammar(text: str) -> None:
    expected = [
        (
            Span(*match.span()),
            match.lastgroup,
            " " if match[0].isspace() else fold(match[0]).text,
        )
        for match in PLAIN_GRAMMAR.finditer(text)
    ]
    assert [(token.span, str(token.kind), token.folded) for token in tokenize(text)] == expected


@given(st.one_of(ANY_TEXT, WRITTEN))
def test_forms_alone_are_those_of_the_words(text: str) -> None:
    assert word_forms(text) == [word.folded for word in words(text)]
    assert count_words(text) == len(words(text))


@given(st.one_of(ANY_TEXT, WRITTEN), st.data())
def test_a_slice_is_what_lies_inside_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    tokens, index = tokenize(text), words(text)
    assert Laid(tokens).inside(span) == tuple(t for t in tokens if span.covers(t.span))
    assert Laid(index).inside(span) == tuple(w for w in index if span.covers(w.span))


def test_the_words_of_a_long_text_are_told_about_and_of_a_short_one_exactly() -> None:
    short = Article("short", "One two three.")
    assert short.about_words == short.word_count == 3
    long = Article("long", "Rain fell all night. " * 5_000)
    assert abs(long.about_words - long.word_count) < 0.02 * long.word_count
