"""The engine as the window asks it."""

from __future__ import annotations

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


def test_an_unwanted_answer_is_given_up_and_the_next_comes():
    engine = Engine(places.find().vectors)
    with pytest.raises(Cancelled):
        ask(engine, cancelled=True)

    assert ask(engine).links


def test_without_the_table_of_vectors_it_compares_all_the_same(tmp_path):
    assert any(link.shown for link in ask(Engine(tmp_path)).links)
