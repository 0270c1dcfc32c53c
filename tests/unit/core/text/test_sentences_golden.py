"""Golden cases of sentence ends: each a folder with a text and its sentences."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reader.core.text.article import Block, Role
from reader.core.text.sentences import sentences
from reader.core.text.span import Span

CASES = sorted((Path(__file__).parents[3] / "golden" / "sentences").iterdir())


def read(case: Path) -> tuple[str, dict[str, Any]]:
    text = (case / "text.txt").read_text("utf-8")
    return text, tomllib.loads((case / "expected.toml").read_text("utf-8"))


def test_there_are_cases() -> None:
    assert len(CASES) >= 22


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sentences_end_where_a_reader_ends_them(case: Path) -> None:
    text, expected = read(case)
    block = Block(Span(0, len(text)), Role.BODY)
    assert [span.of(text) for span in sentences(text, [block])] == expected["sentences"]
