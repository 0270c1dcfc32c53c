"""What ribbons tie, what the bar in a head tells, and the reasons of marks in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.matching.link import Relation
from reader.core.passages.shares import Shares, shares
from reader.core.text.article import Block, Role
from reader.core.text.span import Span
from reader.ui.columns.plan.bands import Showing
from reader.ui.columns.plan.bridges import active_bridges, bridges
from reader.ui.columns.plan.reasons import reasons
from tests.unit.ui.columns.making import NEAR, PARAPHRASE, VERBATIM, A, B, C, at, comparison

ALL = Showing(frozenset({0, 1, 2}), base=0)
NAMES = ["Harbour Post", "Coast Daily", "the wire"]


def test_bridges_tie_readings_from_left_to_right_and_know_their_passage() -> None:
    found = bridges(comparison(), 0, 1, ALL)
    assert [(b.left.of(A), b.right.of(B), b.passage, b.conflict) for b in found] == [
        ("Over 5,000 people were moved out.", "Nearly 5,000 people were moved out.", 0, True),
        ("The mayor spoke.", "The mayor said so.", 1, False),
    ]


def test_bridges_turn_round_where_the_columns_stand_the_other_way() -> None:
    there = bridges(comparison(), 0, 1, ALL)
    back = bridges(comparison(), 1, 0, ALL)
    assert {(b.left, b.right) for b in there} == {(b.right, b.left) for b in back}


def test_two_readings_tied_twice_get_one_bridge_of_the_stricter_relation() -> None:
    looser = replace(NEAR, relation=Relation.PARAPHRASE)
    found = bridges(comparison([looser, NEAR], []), 0, 1, ALL)
    assert [b.relation for b in found] == [Relation.NEAR]


def test_readings_joined_through_a_third_article_are_tied_while_their_passage_is_active() -> None:
    known = bridges(comparison(), 1, 2, ALL)
    assert known == ()
    found = active_bridges(comparison(), 1, 2, 1, known)
    assert [(b.left.of(B), b.right.of(C)) for b in found] == [
        ("The mayor said so.", "The mayor spoke.")
    ]


def test_the_active_passage_has_its_own_bridges_and_no_others() -> None:
    known = bridges(comparison(), 0, 1, ALL)
    assert [b.passage for b in active_bridges(comparison(), 0, 1, 0, known)] == [0]


def test_shares_come_to_one_and_count_the_strictest_relation() -> None:
    found = shares(comparison(), 0, ALL.articles)
    total = len(A)
    assert found.verbatim == pytest.approx(len(VERBATIM.a.span) / total)
    assert found.near == pytest.approx(len(NEAR.a.span) / total)
    assert found.paraphrase == 0
    assert sum(share for _, share in found.parts()) == pytest.approx(1)


def test_shares_count_only_articles_on_the_board() -> None:
    found = shares(comparison(), 0, {0, 1})
    assert found.verbatim == 0
    assert found.paraphrase == pytest.approx(len(PARAPHRASE.a.span) / len(A))


def test_furniture_counts_as_not_compared() -> None:
    whole = comparison()
    cut = len("Harbour fire.")
    blocks = (Block(Span(0, cut), Role.FURNITURE), Block(Span(cut, len(A)), Role.BODY))
    article = replace(whole.articles[0], blocks=blocks, compared=(False, True))
    found = shares(replace(whole, articles=(article, *whole.articles[1:])), 0, ALL.articles)
    assert found.uncompared == pytest.approx(cut / len(A))
    assert "not compared" in found.in_words()
    assert found.shared_of_compared == pytest.approx(found.shared / (1 - found.uncompared))


def test_nothing_to_share_says_nothing() -> None:
    assert Shares().in_words() == ""


def test_reasons_name_the_conflict_first_and_then_the_link() -> None:
    told = reasons(comparison(), 0, at(A, "5,000").start, ALL, NAMES)
    assert told[0] == "Conflict (figure): over 5,000 and nearly 5,000 cannot both hold"
    assert told[1] == "Nearly the same words as in Coast Daily, score 0.90: people; 5,000"


def test_reasons_stand_in_order_from_the_strictest() -> None:
    told = reasons(comparison(), 0, at(A, "mayor").start, ALL, NAMES)
    assert [t.split(" as in ")[1].split(",")[0] for t in told] == ["the wire", "Coast Daily"]


def test_reasons_say_that_a_claim_stands_only_here_and_nothing_where_nothing_is_marked() -> None:
    assert "Only here" in reasons(comparison(), 0, at(A, "bell").start, ALL, NAMES)[0]
    assert reasons(comparison(), 0, at(A, "Harbour").start, ALL, NAMES) == ()


def test_reasons_call_a_possible_link_possible() -> None:
    told = reasons(comparison(), 1, 0, replace(ALL, possible=True), NAMES)
    assert told[0].startswith("Possible.")
