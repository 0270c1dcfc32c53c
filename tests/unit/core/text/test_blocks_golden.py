"""Golden cases of page shapes: each a folder with a text and the roles of its blocks."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader.core.text.article import Article
from reader.core.text.blocks import find_blocks

CASES = sorted((Path(__file__).parents[3] / "golden" / "blocks").iterdir())
BEGINNING = 48
"""Code points of a block that a case quotes, with one blank for each run of blanks."""


def found_in(case: Path) -> tuple[list[list[str]], list[list[str]]]:
    expected = tomllib.loads((case / "expected.toml").read_text("utf-8"))
    text = (case / "text.txt").read_text("utf-8")
    article = Article(case.name, text, title=expected.get("title"))
    blocks = find_blocks(article)
    found = [
        [str(block.role), " ".join(block.span.of(text).split())[:BEGINNING].rstrip()]
        for block in blocks
    ]
    return found, [[role, beginning.rstrip()] for role, beginning in expected["blocks"]]


def test_there_are_cases() -> None:
    assert len(CASES) >= 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_block_has_its_role(case: Path) -> None:
    found, expected = found_in(case)
    assert found == expected
