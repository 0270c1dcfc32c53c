"""What an importer hands over: an article, the bytes it came from, what went wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.text.article import Article


@dataclass(frozen=True, slots=True)
class Source:
    """An imported article with its raw bytes, kept beside the text with their own hash.

    `encoding` is the one the bytes were read by; `warnings` are sentences for the person.
    """

    article: Article
    raw: bytes
    encoding: str
    warnings: tuple[str, ...] = ()
    origin: str = ""
    """Where it came from: a file's path, 'pasted' or 'bundled'."""
