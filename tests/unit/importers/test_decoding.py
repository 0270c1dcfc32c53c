"""Which encoding bytes are read by, and what is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importers.decoding import decode
from reader.importers.errors import NotText, UnknownEncoding

UNDEFINED_IN_WINDOWS_1252 = b"\x81\x8d\x8f\x90\x9d"


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    decoded = decode(text.encode("utf-8"), "a.txt")
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.warnings == ()


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(raw: bytes) -> None:
    try:
        decoded = decode(raw, "a.txt")
    except NotText:
        return
    assert isinstance(decoded.text, str)
    codecs.lookup(decoded.encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("forced", [False, True])
def test_a_byte_order_mark_decides_and_is_left_out(
    mark: bytes, encoding: str, forced: bool
) -> None:
    text = "Zeynep’s camp – 𝒳 習近平"
    choice = encoding.rsplit("-", 1)[0] if forced and encoding != "utf-8" else None
    decoded = decode(mark + text.encode(encoding), "a.txt", forced=choice)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, encoding, ())


def test_what_is_not_utf_8_is_windows_1252_with_a_warning() -> None:
    decoded = decode("“nearly 5,000” – caf\xe9".encode("cp1252"), "a.txt")
    assert decoded.text == "“nearly 5,000” – café"
    assert decoded.encoding == "cp1252"
    assert len(decoded.warnings) == 1


def test_bytes_that_windows_1252_leaves_undefined_are_shown_and_counted() -> None:
    decoded = decode(b"words \x93" + UNDEFINED_IN_WINDOWS_1252 + b"\x94 words", "a.txt")
    assert decoded.text == "words “" + "\N{REPLACEMENT CHARACTER}" * 5 + "” words"
    assert "5 bytes" in decoded.warnings[0]


def test_a_declared_charset_comes_before_windows_1252_and_after_utf_8() -> None:
    raw = "Привет, мир".encode("koi8-r")
    assert decode(raw, "a.html", declared="KOI8-R").text == "Привет, мир"
    assert decode("Привет".encode(), "a.html", declared="koi8-r").text == "Привет"


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin-1", "us-ascii"])
def test_declared_latin_1_means_windows_1252(declared: str) -> None:
    assert decode(b"\x93yes\x94 \xe9", "a.html", declared=declared).text == "“yes” é"


@pytest.mark.parametrize("declared", ["hex", "rot13", "punycode", "utf-7", "no-such", "", "a\x00b"])
def test_a_declared_charset_that_is_none_is_passed_over(declared: str) -> None:
    assert decode(b"caf\xe9 society", "a.html", declared=declared).encoding == "cp1252"


def test_a_persons_choice_wins_over_everything() -> None:
    raw = codecs.BOM_UTF8 + "é".encode()
    assert decode(raw, "a.txt", forced="cp1252").text == "ï»¿Ã©"
    assert decode("\x00\x01".encode("utf-16-le"), "a.txt", forced="utf-16-le").text == "\x00\x01"


def test_a_choice_that_does_not_fit_is_shown_with_a_warning() -> None:
    decoded = decode(b"caf\xe9", "a.txt", forced="utf-8")
    assert decoded.text == "caf\N{REPLACEMENT CHARACTER}"
    assert "byte 3" in decoded.warnings[0]


@pytest.mark.parametrize("forced", ["klingon", "hex", "punycode", "unicode_escape"])
def test_a_choice_that_is_no_encoding_is_told(forced: str) -> None:
    with pytest.raises(UnknownEncoding, match=forced):
        decode(b"words", "a.txt", forced=forced)


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7\nwords", "PDF"),
        (b"PK\x03\x04words", "Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1 words}", "RTF"),
        (b"SQLite format 3\x00", "project"),
        (b"words\x00words", "no text"),
        (b"\x01\x02\x03\x04 words and words", "no text"),
        ("words".encode("utf-16-le"), "encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_looks_like(raw: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what):
        decode(raw, "a.bin")


def test_a_form_feed_or_a_stray_control_character_is_still_text() -> None:
    text = "page one\fpage two \x07" + "words " * 100
    assert decode(text.encode(), "a.txt").text == text
