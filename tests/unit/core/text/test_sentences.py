"""Laws of sentences and clauses, for any text."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.core.text.article import Article, Block, Role
from reader.core.text.blocks import find_blocks
from reader.core.text.sentences import clauses, sentences
from reader.core.text.span import Span

WORDS = st.sampled_from(
    ["Dr.", "U.S.", "said", "The", "no.", "5.", '"', "”", "。", "?", "!", ",", ";", " – ", "a", "(",
     ")", "\n", " ", " ", " ", "漢", "He", "3.5", "...", "»", "\u00a0", "z."]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map("".join), st.text())


@given(TEXTS)
def test_sentences_cover_the_blocks_and_stay_inside_them(text: str) -> None:
    blocks = find_blocks(Article("any", text))
    found = sentences(text, blocks)
    assert list(found) == sorted(found)
    for span in found:
        assert span.of(text) == span.of(text).strip()
        assert len(span)
        assert not re.search(r"\n\s*\n", span.of(text))
        assert any(block.span.covers(span) for block in blocks)
    solid = "".join(block.span.of(text) for block in blocks)
    kept = "".join(span.of(text) for span in found)
    assert "".join(kept.split()) == "".join(solid.split())


@given(TEXTS)
def test_clauses_cover_their_sentence(text: str) -> None:
    for sentence in sentences(text, find_blocks(Article("any", text))):
        parts = clauses(text, sentence)
        assert parts[0].start == sentence.start
        assert parts[-1].end == sentence.end
        for before, after in pairwise(parts):
            assert before.end <= after.start
            assert not text[before.end : after.start].strip()


def test_blocks_part_what_would_be_one_sentence() -> None:
    text = "HOLM: You count them."
    blocks = [Block(Span(0, 5), Role.SPEAKER), Block(Span(6, 21), Role.BODY)]
    assert [span.of(text) for span in sentences(text, blocks)] == ["HOLM:", "You count them."]


def test_clauses_are_cut_where_both_sides_say_something() -> None:
    text = (
        "Yes, she said, the files were taken in 2018 from two stations, and nobody noticed for a "
        "year; the police deny it."
    )
    assert [span.of(text) for span in clauses(text, Span(0, len(text)))] == [
        "Yes, she said, the files were taken in 2018 from two stations,",
        "and nobody noticed for a year;",
        "the police deny it.",
    ]
