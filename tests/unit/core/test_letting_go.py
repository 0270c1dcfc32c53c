"""What is let go of is freed, and what is held elsewhere stays."""

from __future__ import annotations

import weakref

from reader.core.facts.analysis import analyse
from reader.core.letting_go import let_go
from reader.core.text.article import Article


class Value:
    """Something whose end can be seen."""


def test_lists_tuples_and_dictionaries_are_emptied_to_the_last_value() -> None:
    values = [Value() for _ in range(2_500)]
    ends = [weakref.ref(value) for value in values]
    held = {"tuple": tuple(values), "inner": {"list": list(values)}}
    values.clear()
    let_go(held)

    assert not held
    assert not any(end() for end in ends)


def test_what_is_held_elsewhere_is_not_touched() -> None:
    kept = tuple(Value() for _ in range(10))
    let_go({"kept": kept})

    assert len(kept) == 10


def test_an_analysis_that_forgot_reads_its_text_again() -> None:
    text = analyse(Article("a", "The mayor closed the port of Kelmouth."))
    before = text.words
    text.forget()

    assert set(vars(text)) == {"article", "roles", "did"}
    assert text.words == before
