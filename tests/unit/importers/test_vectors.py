"""The carried table of word vectors: whole, and dispensable."""

from __future__ import annotations

from pathlib import Path

from reader import places
from reader.importers.vectors import read_vectors


def test_the_carried_table_knows_which_words_are_used_alike() -> None:
    vectors = read_vectors(places.find().vectors)
    assert vectors is not None
    visit, trip, budget = vectors.of(["visit", "trip", "budget"])
    assert float(visit @ trip) > 0.3 > float(visit @ budget)


def test_a_missing_or_broken_table_is_no_fault(tmp_path: Path) -> None:
    assert read_vectors(tmp_path) is None
    (tmp_path / "pieces.txt").write_text("one\ntwo\n", "utf-8")
    (tmp_path / "table.int8").write_bytes(bytes(128))
    assert read_vectors(tmp_path) is None
