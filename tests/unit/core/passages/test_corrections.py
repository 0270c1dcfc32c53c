"""Corrections of passages: the next comparison holds what a person said, and nothing else moves."""

from __future__ import annotations

from functools import cache

import pytest

from reader.core.compare import compare
from reader.core.comparison import Comparison, Passage
from reader.core.matching.link import Reading
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.passages.corrections import added, home, joined, links_at, moved, parted
from reader.core.text.article import Article
from reader.core.text.span import Span

TEXTS = (
    "Over 5,000 people were moved out of the old town on Tuesday night, the mayor said.\n\n"
    "The warehouse stored paint and solvents for a ship repair yard in the harbour.\n\n"
    "Nobody was hurt, the fire brigade of the city wrote on Wednesday morning.\n",
    "Nearly 5,000 people were moved out of the old town on Tuesday night, the mayor said.\n\n"
    "The warehouse stored paint and solvents for a ship repair yard at the quay.\n\n"
    "Schools in the district stay closed until Friday because of the smoke.\n",
    "About 5,000 people were moved out of the old town on Tuesday night, said the mayor.\n\n"
    "Nobody was hurt, the fire brigade of the city wrote early on Wednesday morning.\n\n"
    "Schools in the district stay closed until Monday because of the smoke.\n",
    "Some 5,000 people were moved out of the old town late on Tuesday, the mayor said.\n\n"
    "The warehouse stored paint for a ship repair yard in the harbour.\n\n"
    "A whale was seen off the northern cape by two fishermen in their boat.\n",
)
ARTICLES = tuple(Article(f"{n}.txt", text) for n, text in enumerate(TEXTS))


@cache
def compared(*rulings: Ruling) -> Comparison:
    return compare(ARTICLES, decisions=rulings)


def shared(least: int = 2) -> list[Passage]:
    return [p for p in compared().passages if p.shared_by >= least]


def others(*but: Passage) -> set[tuple[Reading, ...]]:
    """The readings of every other passage that several articles share."""
    return {p.readings for p in shared() if p not in but}


def after(*rulings: Ruling) -> list[set[Reading]]:
    return [set(p.readings) for p in compared(*rulings).passages]


def test_the_texts_share_what_the_tests_need() -> None:
    assert len(shared()) >= 4
    assert any(len(p.readings) == 4 for p in shared())


@pytest.mark.parametrize("number", range(4))
def test_a_reading_that_is_taken_out_stands_alone_and_the_rest_stays_together(number: int) -> None:
    passage = next(p for p in shared() if len(p.readings) == 4)
    out = passage.readings[number]
    rulings = parted(compared(), passage, {out})
    found = after(*rulings)
    assert {out} in found
    assert set(passage.readings) - {out} in found
    assert others(passage) <= {p.readings for p in compared(*rulings).passages}


def test_a_passage_is_split_in_two() -> None:
    passage = next(p for p in shared() if len(p.readings) == 4)
    apart = set(passage.readings[1:3])
    found = after(*parted(compared(), passage, apart))
    assert apart in found
    assert set(passage.readings) - apart in found


@pytest.mark.parametrize("apart", [(), None], ids=["nothing", "everything"])
def test_a_passage_cannot_be_split_into_itself(apart: tuple[Reading, ...] | None) -> None:
    passage = shared()[0]
    with pytest.raises(ValueError, match="both parts"):
        parted(compared(), passage, passage.readings if apart is None else apart)


def test_two_passages_are_joined_and_parted_again() -> None:
    one, other = shared()[:2]
    both = {*one.readings, *other.readings}
    rulings = joined(one.readings, other.readings)
    assert both in after(*rulings)
    assert others(one, other) <= {p.readings for p in compared(*rulings).passages}
    again = compared(*rulings)
    passage = next(p for p in again.passages if set(p.readings) == both)
    found = after(*rulings, *parted(again, passage, set(other.readings)))
    assert set(one.readings) in found
    assert set(other.readings) in found


def test_what_only_one_article_says_becomes_a_reading_of_a_passage() -> None:
    passage = next(p for p in shared() if len(p.readings) == 4)
    alone = next(p for p in compared().passages if p.shared_by == 1)
    rulings = added(passage, alone.readings[0])
    assert {ruling.kind for ruling in rulings} == {RulingKind.MADE}
    assert {*passage.readings, *alone.readings} in after(*rulings)


def test_a_reading_is_just_what_was_selected_also_inside_one_of_another_passage() -> None:
    passage = next(p for p in shared() if len(p.readings) == 4)
    reading = passage.readings[0]
    words = Span(reading.span.start, reading.span.start + len("Over 5,000 people"))
    rulings = moved(compared(), passage, reading, words)
    assert {Reading(0, words), *passage.readings[1:]} in after(*rulings)
    other = next(p for p in shared() if p != passage and p.readings[0].article != 3)
    inside = Reading(other.readings[0].article, Span(other.readings[0].span.start, 140))
    kept = after(*joined(passage.readings[3:], (inside,)))
    assert {*passage.readings, inside} in kept
    assert set(other.readings) in kept


def test_moving_a_reading_to_two_sentences_leaves_the_second_ones_passage_alone() -> None:
    passage = next(p for p in shared() if len(p.readings) == 4)
    both = Span(passage.readings[0].span.start, TEXTS[0].index("Nobody") - 2)
    rulings = moved(compared(), passage, passage.readings[0], both)
    assert {Reading(0, both), *passage.readings[1:]} in after(*rulings)
    assert others(passage) <= {p.readings for p in compared(*rulings).passages}


def test_a_reading_without_a_link_cannot_be_moved() -> None:
    alone = next(p for p in compared().passages if p.shared_by == 1)
    assert moved(compared(), alone, alone.readings[0], Span(0, 4)) == ()


def test_of_two_rulings_on_one_link_the_last_holds() -> None:
    passage = next(p for p in shared() if len(p.readings) == 2)
    no = parted(compared(), passage, passage.readings[:1])
    yes = tuple(Ruling(RulingKind.ACCEPTED, ruling.a, ruling.b) for ruling in no)
    assert set(passage.readings) not in after(*no)
    assert set(passage.readings) in after(*no, *yes)
    assert set(passage.readings) not in after(*no, *yes, *no)


def test_each_side_of_a_link_is_at_home_in_a_reading() -> None:
    for passage in shared():
        for number in passage.links:
            link = compared().links[number]
            assert {home(passage, link.a), home(passage, link.b)} <= set(passage.readings)
        assert all(links_at(compared(), passage, reading) for reading in passage.readings)
