"""Codebooks go out and come back as they were; what is none is refused with a word on why."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotating.annotation import Tag
from reader.exporters.codebook import codebook_csv, codebook_qdc
from reader.importers.codebook import (
    DEEPEST,
    LARGEST,
    NoCodebook,
    codebook_from_csv,
    codebook_from_qdc,
    read_codebook,
)
from reader.importers.errors import Missing

HUES = {"blue": "#0068A8", "red": "#B3261E", "green": "#00735C"}
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t")
WORDS = st.text(LETTERS, max_size=12)
NAMES = WORDS.map(lambda words: f"n{words}") | WORDS.filter(lambda words: bool(words.strip()))


@st.composite
def codebooks(draw: st.DrawFn, *, keys: bool) -> tuple[Tag, ...]:
    """Tags in the order of their tree, each after the one that it stands below."""
    tags: list[Tag] = []
    line: list[str] = []
    free = ["1", "2", "9", "0", "G", "Shift+G", "Ctrl+Shift+1"]
    for number in range(draw(st.integers(1, 7))):
        del line[draw(st.integers(0, len(line))) :]
        hotkey = draw(st.sampled_from([None, *free])) if keys else None
        free = [key for key in free if key != hotkey]
        tag = Tag(
            str(uuid.UUID(int=number + 1)),
            draw(NAMES),
            draw(st.sampled_from(sorted(HUES))),
            hotkey,
            draw(WORDS),
            line[-1] if line else None,
            draw(st.booleans()),
            number,
        )
        tags.append(tag)
        line.append(tag.id)
    return tuple(tags)


@settings(max_examples=60, deadline=None)
@given(codebooks(keys=True))
def test_what_is_written_as_csv_is_read_as_it_was(tags: tuple[Tag, ...]) -> None:
    assert codebook_from_csv(codebook_csv(tags), "book.csv", HUES) == tags


@settings(max_examples=60, deadline=None)
@given(codebooks(keys=False))
def test_what_is_written_as_qdc_is_read_as_it_was(tags: tuple[Tag, ...]) -> None:
    assert codebook_from_qdc(codebook_qdc(tags, HUES), "book.qdc", HUES) == tags


def test_a_qdc_file_is_what_the_standard_says() -> None:
    top = Tag(str(uuid.UUID(int=1)), "a < b & “c”", "red", "1", "says\r\nmore\x00")
    below = Tag(str(uuid.UUID(int=2)), "below", "mauve", None, "", top.id, True)
    told = codebook_qdc([below, top], HUES).decode()
    assert told.startswith("<?xml version='1.0' encoding='utf-8'?>")
    assert '<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Source Reader"><Codes>' in told
    assert (
        f'<Code guid="{top.id}" name="a &lt; b &amp; “c”" isCodable="true" color="#B3261E">'
        f"<Description>says\nmore\ufffd</Description>"
        f'<Code guid="{below.id}" name="below" isCodable="false" color="#808080" /></Code>'
    ) in told


def test_tags_in_a_ring_are_written_once_each() -> None:
    ring = [Tag("a", "one", "red", parent_id="b"), Tag("b", "two", "red", parent_id="a")]
    told = codebook_qdc(ring, HUES).decode()
    assert told.count("<Code ") == 2


def test_a_colour_becomes_the_nearest_of_the_palette() -> None:
    rows = b"name,colour\nA,#ff0000\nB,00ff00\nC,chartreuse\nD,green\n"
    tags = codebook_from_csv(rows, "x.csv", HUES)
    assert [tag.colour for tag in tags] == ["red", "green", "blue", "green"]


def test_a_table_with_names_alone_is_enough_and_a_key_that_is_none_is_left_out() -> None:
    tags = codebook_from_csv("name,key\nErdbeben,12\n,3\nFl\u00fcsse,4\n".encode(), "x.csv", HUES)
    assert [(tag.name, tag.hotkey, tag.parent_id) for tag in tags] == [
        ("Erdbeben", None, None),
        ("Flüsse", "4", None),
    ]
    assert len({tag.id for tag in tags}) == 2


BOMB = b"""<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="&b;"/></Codes></CodeBook>"""
OUTSIDE = b"""<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><CodeBook>&x;</CodeBook>"""
CODES = b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>%s</Codes></CodeBook>'
TWINS = b'<Code guid="1" name="a"/><Code guid="1" name="b"/>'
DEEP = b'<Code guid="1" name="a">' * (DEEPEST + 1) + b"</Code>" * (DEEPEST + 1)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (BOMB, "document type"),
        (OUTSIDE, "document type"),
        (b"<CodeBook>", "well-formed"),
        (b"", "well-formed"),
        (b"\xff\xfe\x00", "well-formed"),
        (b"<Project/>", "no REFI-QDA codebook"),
        (CODES % b"", "no tag"),
        (CODES % b'<Code name="a"/>', "no guid"),
        (CODES % TWINS, "same identifier"),
        (CODES % DEEP, "too deep"),
        (b" " * (LARGEST + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_qdc_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(NoCodebook, match=reason):
        codebook_from_qdc(raw, "x.qdc", HUES)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"title,colour\na,red\n", "no column"),
        (b"name\n", "no tag"),
        (b"id,name\n1,a\n1,b\n", "same identifier"),
        (b'name\n"a"b\n', "broken"),
        (b"name\n" + b"".join(b"t%d\n" % n for n in range(5001)), "more than 5,000"),
    ],
)
def test_what_is_no_table_of_tags_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(NoCodebook, match=reason):
        codebook_from_csv(raw, "x.csv", HUES)


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    tag = Tag(str(uuid.UUID(int=7)), "claim", "red", "3")
    for name, raw in (("a.csv", codebook_csv([tag])), ("A.QDC", codebook_qdc([tag], HUES))):
        (tmp_path / name).write_bytes(raw)
    assert read_codebook(tmp_path / "a.csv", HUES) == (tag,)
    assert read_codebook(tmp_path / "A.QDC", HUES) == (replace(tag, hotkey=None),)
    with pytest.raises(Missing):
        read_codebook(tmp_path / "b.csv", HUES)
