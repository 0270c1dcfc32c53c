"""Plain text: the words as they are, the title where the text shows one, the rest unknown."""

from __future__ import annotations

from reader.core.text.article import Article, Role
from reader.core.text.blocks.find import find_blocks
from reader.core.text.canonical import canonical
from reader.core.text.source import Source
from reader.importers.decoding import Decoded, decode
from reader.importers.errors import EmptyText

_TOP = 20_000
"""Code points in which a headline is looked for: no page has more above its article."""


def import_text(raw: bytes, name: str, encoding: str | None = None) -> Source:
    """Make a source of a plain text's bytes; raises CannotRead."""
    return plain_source(decode(raw, name, forced=encoding), raw, name)


def plain_source(decoded: Decoded, raw: bytes, name: str) -> Source:
    """Make a source of characters that came from `raw`; raises EmptyText where all are blank."""
    text = canonical(decoded.text)
    if not text.strip():
        raise EmptyText(name)
    article = Article(name=name, text=text, title=_headline(text[:_TOP]))
    return Source(article, raw, decoded.encoding, decoded.warnings)


def _headline(text: str) -> str | None:
    """The headline by the same rules that the comparison goes by, None where there is none."""
    for block in find_blocks(Article(name="", text=text)):
        if block.role is Role.HEADLINE:
            return " ".join(block.span.of(text).split())  # one line, also where it was wrapped
    return None
