"""Attribution: who an article names as the source of words that stand without quotation marks."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One 'X says ...', 'according to X', '..., X said' of one article.

    `span` is what is attributed, `source` where the words for the source stand, `speaker` the
    source in the fullest form that the article gives ('Zenz' is 'Adrian Zenz'), `verb` the words
    that attribute ('said', 'according to').
    """

    span: Span
    source: Span
    speaker: str
    verb: str
