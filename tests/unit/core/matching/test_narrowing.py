"""Narrowing: a long sentence is marked as far as the other one goes along, and no shorter."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.compare import compare
from reader.core.facts.analysis import Analysis, analyse
from reader.core.matching.link import Link, Reading
from reader.core.matching.narrowing import narrowed
from reader.core.matching.ruling import Ruling, RulingKind
from reader.core.text.article import Article
from reader.core.text.span import Span

LONG = (
    "At least 200 people left their homes beside the river after the dam of Kelmouth broke on "
    "Tuesday night, which the opposition in parliament has since called a disgrace for a rich "
    "country that sells its engineers to half of the world."
)
SHORT = "About 300 people left homes beside the river when the Kelmouth dam broke on Tuesday."
OTHER = "The opposition in parliament called it a disgrace for a rich country."


def read(text: str) -> Analysis:
    return analyse(Article("a", text))


def upto(text: str, *words: str) -> str:
    """What is left of one sentence where these words of it are met."""
    spans = [Span(text.index(word), text.index(word) + len(word)) for word in words]
    return narrowed(read(text), Span(0, len(text)), spans).of(text)


def test_what_the_other_knows_nothing_of_is_left_out() -> None:
    assert upto(LONG, "people", "river", "Tuesday") == LONG[: LONG.index(", which")]
    assert upto(LONG, "people", "disgrace") == LONG


@pytest.mark.parametrize(
    "text",
    [
        "At least 200 people left their homes, which nobody saw.",
        LONG.replace("which the", "if the"),
        LONG.replace(", which the", " which the"),
        LONG.replace(", which the", ", broke again as the"),
        LONG.replace(", which the", ", was one that the"),
    ],
    ids=["short", "condition", "no mark", "list", "verb"],
)
def test_a_sentence_stays_whole_where_its_end_may_hang_on_its_beginning(text: str) -> None:
    assert upto(text, "people") == text


@given(st.sets(st.sampled_from(re.findall(r"\w+", LONG)), min_size=1))
@settings(max_examples=40)
def test_all_that_met_is_inside_and_the_edge_falls_on_a_word(words: set[str]) -> None:
    part = upto(LONG, *words)
    assert LONG.startswith(part)
    assert all(LONG.index(word) + len(word) <= len(part) for word in words)
    assert part == LONG or len(part) in {word.span.end for word in read(LONG).words}


def shown(*texts: str, rulings: tuple[Ruling, ...] = ()) -> list[Link]:
    articles = [Article(f"{number}", text) for number, text in enumerate(texts)]
    return [link for link in compare(articles, decisions=rulings).links if link.shown]


def test_two_sentences_meet_one_long_one_each_in_its_part() -> None:
    links = {link.b.span.of(f"{SHORT} {OTHER}"): link for link in shown(LONG, f"{SHORT} {OTHER}")}
    assert links[SHORT].a.span.of(LONG).endswith("on Tuesday night")
    assert links[OTHER].a.span.of(LONG) == LONG
    for link in links.values():
        assert all(link.a.span.covers(same.a) for same in link.same)


def test_a_bound_before_a_narrowed_part_is_still_compared() -> None:
    articles = [Article("a", LONG), Article("b", SHORT)]
    reasons = [one.reason for one in compare(articles).divergences]
    assert any("At least 200 people" in reason for reason in reasons)


def test_a_ruling_holds_however_far_the_link_reaches() -> None:
    (link,) = shown(LONG, SHORT)
    whole = Ruling(RulingKind.REJECTED, link.a, link.b)
    wide = Ruling(RulingKind.REJECTED, Reading(link.a.article, Span(0, len(LONG))), link.b)
    assert not shown(LONG, SHORT, rulings=(whole,))
    assert not shown(LONG, SHORT, rulings=(wide,))
    accepted = Ruling(RulingKind.ACCEPTED, wide.a, wide.b)
    (kept,) = shown(LONG, SHORT, rulings=(accepted,))
    assert (kept.a, kept.score) == (link.a, 1.0)
