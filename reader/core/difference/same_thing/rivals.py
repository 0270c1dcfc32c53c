"""Figures of one text that compete for a figure of the other: of two falls, which one is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.core.difference.clauses.clause import key
from reader.core.difference.same_thing.likeness import likeness
from reader.core.difference.same_thing.surroundings import Surroundings, surroundings
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure
from reader.core.text.span import Span


@dataclass(frozen=True)
class Rivalry:
    """How figures compete.

    `clashes` says whether two figures cannot both hold, `count_one_thing` whether two may count one
    thing, `apart` whether two sentences are about two people or times.
    """

    clashes: Callable[[Figure, Figure], bool]
    count_one_thing: Callable[[Surroundings, Surroundings], bool]
    apart: Callable[[Analysis, Span, Analysis, Span], bool]

    def is_outdone(
        self, own: Analysis, mine: Surroundings, other: Analysis, theirs: Surroundings
    ) -> bool:
        """Whether the text of `mine` gives another such figure that fits `theirs` as well.

        Sentences fit by the content words that they share. A figure that fits another one of the
        other text better is no rival.
        """
        fit = _fit(own, mine.figure.span, other, theirs.figure.span)
        for rival in self._rivals(own, mine, other, theirs):
            fits = _fit(own, rival, other, theirs.figure.span)
            if fits >= fit and not any(
                _fit(own, rival, other, better) > fits
                for better in self._rivals(other, theirs, own, mine)
            ):
                return True
        return False

    def _rivals(
        self, own: Analysis, mine: Surroundings, other: Analysis, theirs: Surroundings
    ) -> Iterator[Span]:
        """Where else, outside the sentence of `mine`, its text gives such a figure."""
        home, there = _sentence(own, mine.figure.span), _sentence(other, theirs.figure.span)
        for figure in own.figures:
            if figure.kind is not mine.figure.kind or figure.span.overlaps(home):
                continue
            if not self.clashes(figure, mine.figure):
                continue
            around = surroundings(own, figure, figure.span)
            like = likeness(around, theirs)
            if like.near and self.count_one_thing(around, theirs):
                sentence = _sentence(own, figure.span)
                if own is not other and not self.apart(own, sentence, other, there):
                    yield figure.span


def _sentence(analysis: Analysis, at: Span) -> Span:
    return next(iter(analysis.sentences_in(at)), at)


def _fit(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> int:
    """How many content words the sentences of two figures share."""
    return len(_words(a, at_a) & _words(b, at_b))


def _words(analysis: Analysis, at: Span) -> set[str]:
    return {
        key(word.folded)
        for clause in analysis.clauses_in(_sentence(analysis, at))
        for word in clause.content
        if not at.covers(word.span)
    }
