"""Choosing an encoding by hand: every one that is offered reads text, and only what is text."""

from __future__ import annotations

import codecs

import pytest

from reader.importers.encodings import ENCODINGS, read_as
from reader.importers.errors import CannotRead

RUSSIAN = "В старом порту был пожар.\n\nНикто не пострадал.\n"


@pytest.mark.parametrize("codec", [codec for _, codec in ENCODINGS])
def test_every_encoding_that_is_offered_reads_its_own_bytes(codec: str) -> None:
    raw = "Over 5,000 people were moved.\n".encode(codec)
    source = read_as(raw, "fire.txt", codec)
    assert source.article.text == "Over 5,000 people were moved.\n"
    assert codecs.lookup(source.encoding).name.startswith(codecs.lookup(codec).name)


def test_bytes_are_read_as_a_person_says_and_warn_where_some_are_none() -> None:
    raw = RUSSIAN.encode("cp1251")
    assert read_as(raw, "a.txt", "cp1251").article.text == RUSSIAN
    assert read_as(raw, "a.txt", "utf-8").warnings
    with pytest.raises(CannotRead):
        read_as(b" \n", "a.txt", "utf-8")
