"""What a report to people says and in which order, before it is text or HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.comparison import ComparedArticle, Comparison, Passage
from reader.core.difference.divergence import Divergence, DivergenceKind, Verdict
from reader.core.matching.link import Link, Wording
from reader.core.passages.shares import shares
from reader.core.text.article import Article

SIGNS: dict[Verdict, str] = {
    Verdict.CONFLICT: "≠",
    Verdict.COMPATIBLE: "≈",
    Verdict.AGREE: "=",
    Verdict.ONLY: "+",
}
"""One sign a verdict, so that no report tells it by colour alone."""

PASSAGES_AT_ONCE = 20
"""Passages that a report takes in between two looks at whether it is still wanted."""

_BLANKS = re.compile(r"\s+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Outline:
    """The passages of a comparison in the order a reader wants them, and what stands in none.

    `inside` are divergences that belong to no passage, such as an article against itself.
    `possible` are links that are not shown unasked; names alone are none.
    """

    conflicts: tuple[Passage, ...]
    shared: tuple[Passage, ...]
    single: tuple[Passage, ...]
    inside: tuple[Divergence, ...]
    possible: tuple[Link, ...]


def outline(comparison: Comparison) -> Outline:
    """Sort a comparison for reading: conflicts, then what most articles share, then the rest."""
    passages = comparison.passages
    conflicts = [p for p in passages if p.verdict is Verdict.CONFLICT]
    rest = [p for p in passages if p.verdict is not Verdict.CONFLICT]
    in_passages = {number for passage in passages for number in passage.divergences}
    return Outline(
        conflicts=tuple(conflicts),
        shared=tuple(sorted((p for p in rest if p.shared_by > 1), key=lambda p: -p.shared_by)),
        single=tuple(p for p in rest if p.shared_by == 1),
        inside=tuple(
            divergence
            for number, divergence in enumerate(comparison.divergences)
            if number not in in_passages and divergence.verdict is not Verdict.AGREE
        ),
        possible=tuple(
            link
            for link in sorted(comparison.links, key=lambda link: -link.score)
            if not link.shown and link.wording is not Wording.NAME
        ),
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One reason of a passage's divergences, and the letters of all articles that it is about."""

    kind: DivergenceKind
    verdict: Verdict
    reason: str
    between: str


def told_divergences(comparison: Comparison, passage: Passage) -> list[Told]:
    """A passage's divergences that say something, conflicts first, each reason once."""
    order = [Verdict.CONFLICT, Verdict.COMPATIBLE, Verdict.ONLY]
    articles: dict[tuple[DivergenceKind, Verdict, str], set[int]] = {}
    for number in passage.divergences:
        found = comparison.divergences[number]
        if found.verdict in order:
            about = articles.setdefault((found.kind, found.verdict, found.reason), set())
            about.update(side.article for side in (found.a, found.b) if side is not None)
    told = [Told(*key, ", ".join(map(letter, sorted(about)))) for key, about in articles.items()]
    return sorted(told, key=lambda one: order.index(one.verdict))


def letter(number: int) -> str:
    """A short name for an article's place: A to Z, then AA."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def byline(article: Article, compared: ComparedArticle) -> str:
    """Outlet and date as far as they are known; a date that only the text gives is told as such."""
    published, read = article.published, compared.published
    day = str(published or "") or (f"{read} by its own text" if read else "")
    return ", ".join(filter(None, (article.outlet, day))) or "outlet and date unknown"


def shared_part(comparison: Comparison, number: int) -> float:
    """How much of an article's compared text others share, 0..1: as the head of its column says."""
    among = range(len(comparison.articles))
    return shares(comparison, number, among).shared_of_compared


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """A reading on one line, with nothing in it that could steer a terminal or break a page."""
    return printable(_BLANKS.sub(" ", text)).strip()


def printable(text: str) -> str:
    """The text with control characters made visible; blanks and line feeds stay."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def complete_or_not(comparison: Comparison) -> str:
    """A sentence where something was left out, else nothing."""
    if comparison.complete:
        return ""
    return f"Not everything was compared. {comparison.left_out}".strip()


def of_how_many(passage: Passage, articles: Sequence[object]) -> str:
    """'3 of 5', with why that is no corroboration where the engine says so."""
    return passage.note or f"{passage.shared_by} of {len(articles)}"
