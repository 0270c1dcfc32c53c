"""A copy of an article that was wrapped at a margin says the same, word for word."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from reader.core.compare import compare
from reader.core.text.article import COMPARED_ROLES, Article
from reader.core.text.blocks import find_blocks
from reader.core.text.laid import Laid
from reader.core.text.span import Span
from reader.core.text.tokens import words

STORY = sorted((Path(__file__).parents[4] / "corpus").glob("*-*.txt"))


def wrapped(text: str, width: int) -> str:
    return "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) or line
        for line in text.split("\n")
    )


def flat(text: str, spans: list[Span]) -> list[str]:
    return [" ".join(span.of(text).split()) for span in spans]


@pytest.mark.parametrize("path", STORY, ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [65, 72])
def test_its_blocks_are_the_same(path: Path, width: int) -> None:
    text = path.read_text("utf-8")
    copy = wrapped(text, width)
    blocks, again = find_blocks(Article("a", text)), find_blocks(Article("b", copy))
    assert [block.role for block in again] == [block.role for block in blocks]
    assert flat(copy, [b.span for b in again]) == flat(text, [b.span for b in blocks])


@pytest.mark.parametrize("path", STORY[-2:], ids=lambda path: path.stem)
def test_every_word_of_it_is_linked_with_the_same_word(path: Path) -> None:
    text = path.read_text("utf-8")
    copy = wrapped(text, 72)
    comparison = compare((Article("a", text), Article("b", copy)))
    pairs = [
        same
        for link in comparison.links
        if (link.a.article, link.b.article) == (0, 1)
        for same in link.same
    ]
    for same in pairs:
        here, there = words(same.a.of(text)), words(same.b.of(copy))
        assert [word.folded for word in here] == [word.folded for word in there]
    for source, linked in ((text, [s.a for s in pairs]), (copy, [s.b for s in pairs])):
        compared = [
            word
            for block in find_blocks(Article("any", source))
            if block.role in COMPARED_ROLES
            for word in Laid(words(source)).inside(block.span)
        ]
        reached = {word for span in linked for word in Laid(words(source)).inside(span)}
        assert [word for word in compared if word not in reached] == []
