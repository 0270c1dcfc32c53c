"""What each stretch of an article is for its reader: first version by lines."""

from __future__ import annotations

from reader.core.text.article import Article, Block, Role
from reader.core.text.span import Span


def find_blocks(article: Article) -> tuple[Block, ...]:
    """The blocks of an article, in order, over every character that is not blank."""
    found: list[Block] = []
    start = 0
    for line in article.text.split("\n"):
        bare = line.strip()
        if bare:
            at = start + line.index(bare[0])
            found.append(Block(Span(at, at + len(bare)), Role.BODY if found else Role.HEADLINE))
        start += len(line) + 1
    return tuple(found)
