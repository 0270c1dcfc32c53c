"""Opening files, folders and pasted text, and what is said where that fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.importers import opening
from reader.importers.errors import (
    CannotRead,
    EmptyText,
    IsFolder,
    Missing,
    NoTexts,
    NotPermitted,
    NotText,
    TooLarge,
    UnknownEncoding,
    Unreadable,
)
from reader.importers.opening import from_pasted, read_file, texts_in

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_text_keeps_its_characters_and_its_raw_bytes(tmp_path: Path) -> None:
    raw = "\ufeffWhat he’d\u00a0said\r\n\r\nTypos recieve no mercy…\u2028End".encode()
    file = tmp_path / "one.txt"
    file.write_bytes(raw)
    source = read_file(file)
    assert source.article.text == "What he’d\u00a0said\n\nTypos recieve no mercy…\nEnd"
    assert source.article.name == "one.txt"
    assert source.raw == raw
    assert source.origin == str(file)


def test_what_a_plain_text_does_not_say_stays_unknown(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("Leak shows extent of abuses\n\nThe files were published.")
    article = read_file(file).article
    assert article.title == "Leak shows extent of abuses"
    assert (article.outlet, article.published, article.url, article.language) == (None,) * 4


def test_a_persons_encoding_reaches_the_text(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_bytes("習近平".encode("gb18030"))
    source = read_file(file, encoding="gb18030")
    assert (source.article.text, source.encoding) == ("習近平", "gb18030")
    with pytest.raises(UnknownEncoding):
        read_file(file, encoding="klingon")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="gone"):
        read_file(tmp_path / "gone.txt")


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(IsFolder):
        read_file(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b" \r\n\t\xc2\xa0\n"])
def test_a_file_without_words_is_empty(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "blank.txt"
    file.write_bytes(raw)
    with pytest.raises(EmptyText, match=r"blank\.txt"):
        read_file(file)


def test_a_file_that_is_too_large_is_refused_with_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST", 1_000_000)
    file = tmp_path / "huge.txt"
    file.write_bytes(b"word " * 500_000)
    with pytest.raises(TooLarge, match=r"2\.5 MB"):
        read_file(file)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends")
def test_a_device_that_never_ends_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 100_000)
    with pytest.raises(TooLarge):
        read_file(Path("/dev/zero"))


@pytest.mark.skipif(IS_ROOT or os.name == "nt", reason="needs permissions that can be taken away")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("words")
    file.chmod(0)
    with pytest.raises(NotPermitted):
        read_file(file)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that fails when read")
def test_what_the_system_says_of_a_failing_read_is_passed_on() -> None:
    with pytest.raises(Unreadable, match="Input/output error"):
        read_file(Path("/proc/self/mem"))


@pytest.mark.parametrize("name", ["page.html", "PAGE.HTM", "paper.pdf", "draft.docx"])
def test_a_format_that_would_show_its_markup_is_refused(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("<p>words</p>")
    with pytest.raises(NotText):
        read_file(file)


def test_a_name_that_no_encoding_fits_still_names_its_article(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        file.write_text("A headline of words\n\nAnd a body.")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    assert read_file(file).article.name.encode("utf-8").startswith(b"caf")


def test_a_folder_gives_its_texts_by_name_and_says_what_failed(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("The second of the texts")
    (tmp_path / "a.md").write_text("# The first of the texts")
    (tmp_path / "c.txt").write_bytes(b"\x00\x01")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("hidden")
    (tmp_path / "folder.txt").mkdir()
    first, second, third = texts_in(tmp_path)
    assert read_file(first).article.name == "a.md"
    assert read_file(second).article.name == "b.txt"
    assert third.name == "c.txt"
    with pytest.raises(NotText):
        read_file(third)


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(NoTexts, match=r"\.txt"):
        texts_in(tmp_path)
    with pytest.raises(Missing):
        texts_in(tmp_path / "gone")


def test_pasted_text_is_named_by_its_headline_or_by_the_person() -> None:
    pasted = "Leak shows extent of abuses\r\n\r\nThe files were published."
    assert from_pasted(pasted).article.name == "Leak shows extent of abuses"
    titled = from_pasted(pasted, "My title").article
    assert (titled.name, titled.title) == ("My title", "My title")
    assert from_pasted("words").article.name == opening.PASTED
    assert from_pasted("words").origin == "pasted"


def test_pasting_nothing_is_told() -> None:
    with pytest.raises(EmptyText):
        from_pasted(" \n ")


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_whatever_is_pasted_is_kept_or_refused(text: str) -> None:
    try:
        source = from_pasted(text)
    except CannotRead:
        assert not text.replace("\ufeff", "", 1).strip()
        return
    assert source.raw.decode("utf-8", "surrogatepass") == text
    source.article.text.encode("utf-8")


def test_every_refusal_says_what_to_do(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.txt", tmp_path / "a.pdf"):
        with pytest.raises(CannotRead) as raised:
            read_file(path)
        assert raised.value.title.endswith(".")
        assert raised.value.advice.endswith(".")
