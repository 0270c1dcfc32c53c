"""Plain text: the words as they are, a title where the first lines show one, the rest unknown."""

from __future__ import annotations

from reader.core.text.article import Article
from reader.core.text.canonical import canonical
from reader.core.text.source import Source
from reader.importers.decoding import Decoded, decode
from reader.importers.errors import EmptyText
from reader.importers.titles import find_title


def import_text(raw: bytes, name: str, encoding: str | None = None) -> Source:
    """Make a source of a plain text's bytes; raises CannotRead."""
    return plain_source(decode(raw, name, forced=encoding), raw, name)


def plain_source(decoded: Decoded, raw: bytes, name: str) -> Source:
    """Make a source of characters that came from `raw`; raises EmptyText where all are blank."""
    text = canonical(decoded.text)
    if not text.strip():
        raise EmptyText(name)
    article = Article(name=name, text=text, title=find_title(text))
    return Source(article, raw, decoded.encoding, decoded.warnings)
