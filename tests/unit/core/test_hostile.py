"""Texts that nobody writes: the answer comes, is bounded, and says what it left out."""

from __future__ import annotations

import random

import pytest

from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.matching.pairing import MOST_LIKELY, MOST_PARTNERS
from reader.core.text.article import Article
from reader.core.text.tokens import tokenize, words

SENTENCE = "The harbour master closed the port on Tuesday after a storm sank four old boats."


def _with_itself(text: str) -> Comparison:
    return compare([Article("a", text), Article("b", text + "\n\nNothing else was said.")])


def test_one_sentence_many_times_is_cut_short_and_says_so() -> None:
    comparison = _with_itself("\n\n".join(f"{SENTENCE} It was pier {n}." for n in range(200)))

    assert not comparison.complete
    assert f"{MOST_LIKELY:,}" in comparison.left_out
    assert len(comparison.links) <= 2 * MOST_LIKELY


def test_lines_alike_are_shown_with_a_few_partners_each() -> None:
    lines = [
        f"Line {n} tells of harbour {n % 7} and the storm that sank {n} boats." for n in range(120)
    ]
    comparison = _with_itself("\n".join(lines))

    per_line = sum(link.shown and link.a.article != link.b.article for link in comparison.links)
    assert 120 <= per_line <= 120 * (MOST_PARTNERS + 2)


@pytest.mark.parametrize("word", ["word ", "Wort", "字", "...", '"'])
def test_one_word_again_and_again_comes_to_an_end(word: str) -> None:
    comparison = _with_itself(word * 20_000)

    assert len(comparison.articles) == 2


def test_signs_at_random_come_to_an_end() -> None:
    signs = random.Random(1)
    text = "".join(
        chr(signs.choice((32, 46, 65, 97, 0x3B1, 0x4E00)) + signs.randrange(40))
        for _ in range(8_000)
    )
    comparison = _with_itself(text)

    assert all(link.a.span.end <= len(text) for link in comparison.links)


def test_a_long_text_is_cut_in_portions_without_a_trace() -> None:
    line = "It cost 1\u00a0000 pounds, the U.N. said ...\n  \n\t\n"
    text = line * 4_000
    tokens = tokenize(text)

    assert "".join(token.span.of(text) for token in tokens) == text
    assert len(tokens) == 4_000 * len(tokenize(line))
    assert len(words(text)) == 4_000 * len(words(line))


def test_progress_moves_while_the_texts_are_read() -> None:
    told: list[float] = []
    compare([Article("a", SENTENCE), Article("b", SENTENCE)], progress=told.append)

    assert told == sorted(told)
    assert sum(0 < done < 0.3 for done in told) > 5
