"""Canonical text: what changes at import, and that nothing else does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.canonical import canonical


def test_one_leading_byte_order_mark_goes() -> None:
    assert canonical("\ufeff\ufeffText\ufeff") == "\ufeffText\ufeff"


def test_every_line_end_becomes_a_line_feed() -> None:
    assert canonical("a\r\nb\rc\u2028d\u2029e\n\r\n") == "a\nb\nc\nd\ne\n\n"


def test_what_cannot_be_stored_becomes_the_replacement_character() -> None:
    assert canonical("a\x00b\ud800c\udfff") == "a\ufffdb\ufffdc\ufffd"


def test_everything_else_is_the_sources_own() -> None:
    odd = "“supression”\u00a0– it’s\u200b 5\u202f000\t…\x0b\x0c\x85 e\u0301 😀 "
    assert canonical(odd) == odd


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_comes_out_storable(text: str) -> None:
    kept = canonical(text)
    assert kept.encode("utf-8").decode("utf-8") == kept
    assert not {"\r", "\u2028", "\u2029", "\x00"} & set(kept)
