"""Possible links that a conflict shows, and those that stay on demand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.core.facts.analysis import analyse
from reader.core.matching.link import Link, Reading, Relation
from reader.core.pace import Pace
from reader.core.passages.telling import shown_for_conflict, telling_pairs
from reader.core.text.article import Article
from reader.core.text.span import Span

ARRESTS = ("Police arrested 23 people after the match.", "Thirty-two fans were detained there.")
APPEALS = ("She said she would not appeal.", "The plaintiffs will appeal, their lawyer said.")
SHARES = ("The trade made 50 percent of the losses.", "The browser has 70 percent of the losses.")


def link(score: float, a: Span, b: Span) -> Link:
    return Link(Reading(0, a), Reading(1, b), Relation.PARAPHRASE, score, False, (), ())


def told(texts: tuple[str, str], score: float = 0.4, rival: float = 0.0) -> bool:
    """Whether one possible link of two sentences is told; `rival` is another one's likelihood."""
    analyses = [analyse(Article(str(at), text)) for at, text in enumerate(texts)]
    whole = [Span(0, len(text)) for text in texts]
    one = link(score, *whole)
    other = link(rival, whole[0], Span(0, len(texts[1]) - 1))
    return (one.a, one.b) in telling_pairs(
        {(one.a, one.b): one, (other.a, other.b): other}, analyses, Pace()
    )


@pytest.mark.parametrize("texts", [ARRESTS, APPEALS])
def test_a_conflict_shows_its_link(texts: tuple[str, str]) -> None:
    assert told(texts)


@pytest.mark.parametrize("texts", [ARRESTS, APPEALS])
def test_not_where_a_likelier_partner_stands_by(texts: tuple[str, str]) -> None:
    assert not told(texts, 0.4, 0.45)


def test_opposite_words_alone_show_nothing() -> None:
    assert not told(("They are on a losing streak.", "They are on a win streak."))


def test_not_where_hardly_anything_is_shared() -> None:
    assert not told(ARRESTS, 0.29)


def test_shares_of_two_wholes_show_nothing() -> None:
    assert not told(SHARES)


def test_the_reason_comes_first() -> None:
    before = replace(link(0.4, Span(0, 1), Span(0, 1)), why=("arrest",))
    after = shown_for_conflict(before)
    assert after.shown
    assert after.why == ("shown for the conflict in it", "arrest")
