"""The answer of the engine: every fact about a set of compared articles, as pure values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.core.difference.divergence import Divergence, Verdict
from reader.core.facts.figure import Figure
from reader.core.facts.quotation import Quotation
from reader.core.matching.link import Link, Reading
from reader.core.text.article import Block
from reader.core.text.span import Span


class Independence(StrEnum):
    """Whether several readings of one passage corroborate each other."""

    INDEPENDENT = "independent"
    COPIED = "copied"
    ONE_SPEAKER = "one speaker"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class Passage:
    """What one or several articles say about one thing.

    `readings` stand in order of article, then place; `shared_by` counts articles; `links` and
    `divergences` are indices into the comparison; `note` says in words why readings are not
    independent ('4 of 5, all attributed to Adrian Zenz').
    """

    readings: tuple[Reading, ...]
    shared_by: int
    verdict: Verdict
    links: tuple[int, ...] = ()
    divergences: tuple[int, ...] = ()
    independence: Independence = Independence.SINGLE
    note: str = ""


@dataclass(frozen=True, slots=True)
class ComparedArticle:
    """One article as it was compared: blocks cover every character that is not blank."""

    name: str
    sha256: str
    length: int
    blocks: tuple[Block, ...]
    compared: tuple[bool, ...]
    """For each block, whether it was compared."""
    sentences: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    published: date | None = None
    """When it appeared: the known date, else what its byline or the page around it says."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that the engine found; it depends on the texts and the options alone.

    Links include the possible ones (`shown` False); `complete` is False where a size budget cut
    work short, and `left_out` then says what.
    """

    articles: tuple[ComparedArticle, ...]
    links: tuple[Link, ...]
    divergences: tuple[Divergence, ...]
    passages: tuple[Passage, ...]
    only: tuple[Reading, ...]
    complete: bool = True
    left_out: str = ""
