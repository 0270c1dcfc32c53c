"""What holds for every finder: sides may be exchanged, places are real, nothing is too strange."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.difference.find import FINDERS, divergences, own_divergences
from reader.core.difference.pair import Pair, pair_of_texts
from reader.core.facts.analysis import analyse
from reader.core.text.article import Article
from reader.core.text.span import Span

ALL = frozenset(DivergenceKind)
VOCABULARY = """
    the mayor Anna Keller Koller said not never fell rose will visit visited Oslo allegedly 5 11
    eleven of a bridge “ ” " ' , . denied confirmed according to on Monday she n't left closed 没 市
"""
READINGS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=18).map(" ".join)


def told(found: list[Divergence]) -> list[tuple[str, str]]:
    return sorted((one.kind.value, one.verdict.value) for one in found)


def test_every_kind_has_one_finder() -> None:
    assert {finder.kind for finder in FINDERS} == ALL
    assert len(FINDERS) == len(ALL)


@settings(max_examples=200, deadline=None)
@given(READINGS, READINGS)
def test_sides_may_be_exchanged(a: str, b: str) -> None:
    here = divergences(pair_of_texts(a, b), ALL)
    there = divergences(pair_of_texts(b, a), ALL)
    assert told(here) == told(there)


@settings(max_examples=200, deadline=None)
@given(READINGS, READINGS)
def test_places_lie_in_their_texts(a: str, b: str) -> None:
    for one in divergences(pair_of_texts(a, b), ALL, link=7):
        assert one.link == 7
        assert one.reason.endswith(".")
        assert (one.b is None) == (one.verdict is Verdict.ONLY)
        for stated in (one.a, one.b):
            if stated is not None:
                text = (a, b)[stated.article]
                assert len(stated.span) > 0
                assert stated.span.end <= len(text)


@settings(max_examples=100, deadline=None)
@given(READINGS)
def test_a_reading_agrees_with_itself(text: str) -> None:
    found = divergences(pair_of_texts(text, text), ALL)
    assert not [one for one in found if one.verdict in (Verdict.CONFLICT, Verdict.ONLY)]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_two_texts_can_be_held_against_each_other(a: str, b: str) -> None:
    pair = pair_of_texts(a, b)
    for one in (*divergences(pair, ALL), *own_divergences(pair.a, 0, ALL)):
        assert one.a.span.end <= max(len(a), len(b))


@pytest.mark.parametrize(
    "text",
    ["not " * 2_000, "fell rose " * 1_000, "will " * 2_000, "Anna " * 2_000, '"a b c d" ' * 200],
    ids=lambda text: text[:9],
)
def test_hostile_readings_are_read_to_the_end(text: str) -> None:
    pair = pair_of_texts(text, text + "not")
    assert all(one.verdict in Verdict for one in divergences(pair, ALL))


def test_only_the_kinds_that_are_asked_for_are_looked_for() -> None:
    pair = pair_of_texts("The tanker sank.", "The tanker allegedly sank on Monday.")
    assert divergences(pair, ()) == []
    kinds = {one.kind for one in divergences(pair, {DivergenceKind.HEDGE})}
    assert kinds == {DivergenceKind.HEDGE}


def test_a_headline_is_held_against_its_body() -> None:
    text = (
        "Shares of the oil company rose sharply on Monday\n\n"
        "It was a long day for traders in the city and in the ports.\n\n"
        "Shares of the oil company fell sharply on Monday, the exchange said in the evening.\n"
    )
    found = own_divergences(analyse(Article("a", text)), 3, {DivergenceKind.NEGATION})
    assert [(one.a.value, one.b and one.b.value) for one in found] == [("rose", "fell")]
    assert all(one.link is None and one.a.article == 3 for one in found)


def test_a_reading_inside_its_article_keeps_the_articles_places() -> None:
    before = "It rained for a week in the valley.\n\n"
    a = analyse(Article("a", before + "The tanker allegedly sank off the island."))
    b = analyse(Article("b", "The tanker sank off the island."))
    pair = Pair(a, b, 4, 9, Span(len(before), len(a.text)), Span(0, len(b.text)))
    (hedge,) = divergences(pair, {DivergenceKind.HEDGE})
    assert hedge.a.article == 4
    assert hedge.a.span.of(a.text) == "allegedly"
    (swapped,) = divergences(pair.swapped(), {DivergenceKind.HEDGE})
    assert swapped.a == hedge.a
