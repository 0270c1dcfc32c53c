"""Figures of one text that compete for a figure of the other: of two falls, which one is meant."""

from __future__ import annotations

from collections.abc import Callable

from reader.core.difference.clause import key
from reader.core.difference.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure
from reader.core.text.span import Span


def has_nearer_rival(
    own: Analysis,
    mine: Surroundings,
    other: Analysis,
    theirs: Surroundings,
    clashes: Callable[[Figure, Figure], bool],
    alike: Callable[[Surroundings, Surroundings], bool],
) -> bool:
    """Whether the text of `mine` gives another such figure whose sentence fits `theirs` as well.

    `clashes` says whether two figures cannot both hold, `alike` whether two may count one thing.
    """
    fit: int | None = None
    for figure in own.figures:
        if figure.span == mine.figure.span or figure.kind is not mine.figure.kind:
            continue
        if not clashes(figure, mine.figure):
            continue
        rival = surroundings(own, figure, figure.span)
        if not alike(rival, theirs):
            continue
        if fit is None:
            fit = _fit(own, mine.figure.span, other, theirs.figure.span)
        if _fit(own, figure.span, other, theirs.figure.span) >= fit:
            return True
    return False


def _fit(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> int:
    """How many content words the sentences of two figures share."""
    return len(_words(a, at_a) & _words(b, at_b))


def _words(analysis: Analysis, at: Span) -> set[str]:
    sentence = next(iter(analysis.sentences_in(at)), at)
    return {
        key(word.folded)
        for clause in analysis.clauses_in(sentence)
        for word in clause.content
        if not at.covers(word.span)
    }
