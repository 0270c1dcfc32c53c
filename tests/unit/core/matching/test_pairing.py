"""Which pairs are kept: the same by blocks and by search, few partners each, bounded in number."""

from __future__ import annotations

import random

import numpy as np
import pytest

from reader.core.facts.analysis import analyse
from reader.core.matching import pairing
from reader.core.matching.ground import grounds_of
from reader.core.matching.pairing import MOST_PARTNERS, Choice, Pairs, choose
from reader.core.matching.scoring import Scoring
from reader.core.matching.story import Story, story_of
from reader.core.pace import Pace
from reader.core.text.article import Article

PEOPLE = ("harbourmaster", "mayor", "captain", "nurse", "miller", "baker", "pilot", "judge")
DEEDS = ("closed the port", "opened a school", "bought an old ship", "left home", "lost a case")
TIMES = ("on Tuesday", "after the storm", "before noon", "in spite of the rain", "last winter")


def story(*seeds: int, lines: int = 30) -> Story:
    texts: list[str] = []
    for seed in seeds:
        any_of = random.Random(seed).choice
        told = [f"The {any_of(PEOPLE)} {any_of(DEEDS)} {any_of(TIMES)}." for _ in range(lines)]
        texts.append("\n\n".join(told))
    articles = [analyse(Article(f"{n}", text)) for n, text in enumerate(texts)]
    return story_of(grounds_of(articles))[0]


def chosen(told: Story, faintest: float = 0.25) -> Choice:
    pace = Pace()
    return choose(Scoring(told, None, pace), faintest, pace)


def test_a_pair_is_scored_alike_by_blocks_and_one_by_one() -> None:
    scoring = Scoring(story(1, 2), None, Pace())
    whole = scoring.between(slice(0, 30), slice(30, 60))

    for row in range(30):
        assert scoring.from_one(row, np.arange(30, 60)) == pytest.approx(whole[row], abs=1e-5)


def test_a_search_by_rare_words_shows_what_all_pairs_show(monkeypatch: pytest.MonkeyPatch) -> None:
    told = story(1, 2, 3)
    by_blocks = chosen(told)
    monkeypatch.setattr(pairing, "MOST_IN_FULL", 0)
    monkeypatch.setattr(pairing, "_COMMON", 0.5)
    by_search = chosen(told)

    assert by_blocks.shown.any()
    assert _shown(by_search) == _shown(by_blocks)
    assert not by_blocks.left_out
    assert "texts this long" in by_search.left_out


def _shown(choice: Choice) -> set[tuple[int, int]]:
    pairs = choice.pairs.only(choice.shown)
    return set(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True))


def test_no_sentence_is_shown_with_many_of_one_article() -> None:
    told = story(4, 4, 4)
    choice = chosen(told)
    shown = choice.pairs.only(choice.shown)

    for ours, theirs in ((shown.first, shown.second), (shown.second, shown.first)):
        _, counts = np.unique(ours * 3 + told.articles[theirs], return_counts=True)
        assert counts.max() <= MOST_PARTNERS


def test_of_too_many_pairs_the_likeliest_are_kept_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = story(1, 2)
    every = chosen(told, 0.0)
    monkeypatch.setattr(pairing, "MOST", 50)
    monkeypatch.setattr(pairing, "MOST_LIKELY", 50)
    few = chosen(told, 0.0)
    unshown = every.pairs.only(~every.shown)

    assert "50 likeliest" in few.left_out
    assert len(few.pairs) == 50 + int(every.shown.sum())
    assert sorted(few.pairs.only(~few.shown).likely) == sorted(unshown.likely)[-50:]


def test_of_equal_pairs_the_earlier_are_the_best() -> None:
    count = 2 * MOST_PARTNERS
    pairs = Pairs(
        np.zeros(count, np.intp), np.arange(count, dtype=np.intp), np.full(count, 0.7, np.float32)
    )

    best = pairs.best_of(pairs.first, pairs.second)
    assert pairs.only(best).second.tolist() == list(range(MOST_PARTNERS))
