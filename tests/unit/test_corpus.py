"""The bundled texts are the bytes that were collected, and their description is true to them."""

from __future__ import annotations

import hashlib
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
STORY: dict[str, Any] = tomllib.loads((CORPUS / "story.toml").read_text("utf-8"))
ARTICLES: list[dict[str, Any]] = STORY["article"]
BY_FILE = pytest.mark.parametrize("entry", ARTICLES, ids=[entry["file"] for entry in ARTICLES])


@BY_FILE
def test_a_text_is_byte_for_byte_what_was_collected(entry: dict[str, Any]) -> None:
    assert hashlib.sha256((CORPUS / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_every_text_is_described_once() -> None:
    assert sorted(entry["file"] for entry in ARTICLES) == sorted(
        p.name for p in CORPUS.glob("*.txt")
    )
    assert len(ARTICLES) == 5


@BY_FILE
def test_title_outlet_and_date_stand_in_the_text_itself(entry: dict[str, Any]) -> None:
    text = (CORPUS / entry["file"]).read_text("utf-8")
    assert entry["title"] in text.splitlines()
    assert entry.get("outlet", "") in text
    if "published" in entry:
        published = entry["published"]
        assert isinstance(published, date)
        assert f"{published.day} {published:%B %Y}" in text


@BY_FILE
def test_the_reason_to_compare_it_is_one_sentence(entry: dict[str, Any]) -> None:
    why = entry["why"]
    assert why.endswith(".")
    assert why.count(". ") == 0
