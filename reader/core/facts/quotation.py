"""Quotations: words an article puts into somebody's mouth."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one article.

    `span` is what stands between the marks; `speaker` and `verb` are words of the text (None where
    it names none); `scare` marks a word or phrase set in quotation marks that nobody is said to
    have spoken.
    """

    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    verb: str | None = None
    scare: bool = False
