"""The engine as the window asks it."""

from __future__ import annotations

import gc

import pytest

from reader import places
from reader.core.options import Options
from reader.core.pace import Cancelled
from reader.core.text.article import Article
from reader.ui.engine import Engine

A = Article("a", "The harbour master closed the port on Tuesday after a storm sank four boats.")
B = Article("b", "A storm sank four boats, so the harbour master closed the port on Tuesday.")


def ask(engine, *, cancelled=False):
    return engine(
        (A, B), Options(), decisions=(), cancelled=lambda: cancelled, progress=lambda _: None
    )


def test_collecting_goes_on_after_an_answer_and_after_none(tmp_path):
    engine = Engine(places.find().vectors)
    assert ask(engine).links
    assert gc.isenabled()
    with pytest.raises(Cancelled):
        ask(engine, cancelled=True)
    assert gc.isenabled()


def test_without_the_table_of_vectors_it_compares_all_the_same(tmp_path):
    assert any(link.shown for link in ask(Engine(tmp_path)).links)


def test_no_search_for_cycles_looks_at_an_answer_and_it_is_freed_all_the_same():
    comparison = ask(Engine(places.find().vectors))
    left_out = gc.get_freeze_count()
    assert not any(one is comparison for one in gc.get_objects())
    del comparison

    assert gc.get_freeze_count() < left_out
