"""Texts that nobody writes: the answer comes, is bounded, and says what it left out."""

from __future__ import annotations

import itertools
import random

import pytest

from reader.core import compare as compare_module
from reader.core.compare import compare
from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.core.matching.pairing import MOST_LIKELY, MOST_PARTNERS
from reader.core.passages import links as links_module
from reader.core.text.article import Article, Block, Role
from reader.core.text.sentences import LONGEST, sentences
from reader.core.text.span import Span
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


def test_progress_moves_in_small_steps_and_reaches_its_end() -> None:
    told: list[float] = []
    text = "\n\n".join(f"{SENTENCE} It was pier {n}." for n in range(150))
    compare([Article("a", text), Article("b", text)], progress=told.append)
    steps = [after - before for before, after in itertools.pairwise(told)]

    assert told == sorted(told)
    assert told[-1] == 1.0
    assert max(steps) < 0.1


def test_a_sentence_without_end_is_cut_at_blanks() -> None:
    text = "word " * 10_000
    parts = sentences(text, (Block(Span(0, len(text)), Role.BODY),))

    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(part.of(text) for part in parts) == text.strip()


def test_signs_without_blanks_are_cut_between_signs_and_words_never() -> None:
    for text, bounded in (("漢" * 25_000, True), ("a" * 25_000, False)):
        parts = sentences(text, (Block(Span(0, len(text)), Role.BODY),))

        assert "".join(part.of(text) for part in parts) == text
        assert (len(parts) > 1) is bounded


def test_an_article_is_compared_to_its_bound_and_the_rest_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compare_module, "LONGEST_ARTICLE", 500)
    text = "\n\n".join(f"{SENTENCE} It was pier {n}." for n in range(20))
    comparison = compare([Article("a", text), Article("b", SENTENCE)])
    long, short = comparison.articles

    assert not comparison.complete
    assert "first 500 characters" in comparison.left_out
    assert long.length == len(text)
    assert long.blocks[-1].span.end == len(text)
    assert long.compared[-1] is False
    assert long.sentences[-1].end <= 500
    assert all(short.compared)


def test_too_many_links_are_searched_where_words_differ_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(compare_module, "MOST_READ", 1)
    same = "The mayor of Kelmouth opened a new school by the river."
    a = f"{same}\n\nThe storm sank four old boats in the harbour of Kelmouth."
    b = f"{same}\n\nThe storm sank seven old boats in the harbour of Kelmouth."
    comparison = compare([Article("a", a), Article("b", b)])

    assert "Only 1 links" in comparison.left_out
    assert [one.verdict for one in comparison.divergences] == [Verdict.CONFLICT]


def test_too_many_shown_links_become_possible_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links_module, "MOST_SHOWN", 2)
    told = [
        f"The {one} of Kelmouth opened a new school by the river." for one in ("mayor", "vicar")
    ]
    text = "\n\n".join((*told, f"{SENTENCE[:-1]} and a barge."))
    comparison = compare([Article("a", text), Article("b", text)])
    shown = [link for link in comparison.links if link.shown]

    assert len(shown) == 2
    assert "Only the 2 longest links" in comparison.left_out
    assert shown[-1].a.span.of(text).startswith("The harbour master")
