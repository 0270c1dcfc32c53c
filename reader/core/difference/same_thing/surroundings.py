"""The words around a figure, by which two figures are taken to count one thing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reader.core.difference.same_thing.synonyms import one_word
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure, FigureKind
from reader.core.facts.figures.function_words import FUNCTION_WORDS
from reader.core.facts.vocabulary import word_set
from reader.core.matching.kinship import spelling, stem
from reader.core.text.span import Span

_WORD: Final = re.compile(
    r"(?:take|takes|taken|took|taking) place\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[.,;:!?()–—]"
)
_REACH: Final = 160
"""Code points on each side of a figure that are read."""
_CLAUSE: Final = 60
"""Code points on each side in which a name is looked for."""
_CLOSE: Final = 2
"""Content words on each side that stand near a figure."""
_FAR: Final = 7
_ACROSS_MARK: Final = 1.5
_ACROSS_SMALL: Final = 0.25
"""What a comma or point, and a word without content, add to a distance counted in words."""
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_BREAKS: Final = frozenset(",;:()–—.!?")
_RATE_WORDS: Final = frozenset({"a", "an", "per", "each", "every"})
_RATES: Final = word_set("second minute hour day night week month year game match person")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One figure and the stems around it.

    `left` and `right` are the content words nearest to it in its own clause, `near` the nearest two
    of both sides, `window` those of its sentence nearby; `before` is the word right before it,
    `after` the one behind what it counts; the names are the nearest in its own clause.
    """

    figure: Figure
    of: frozenset[str]
    head: str | None
    left: tuple[str, ...]
    right: tuple[str, ...]
    window: frozenset[str]
    before: str
    after: str
    rate: str | None
    name_before: frozenset[str]
    name_after: frozenset[str]
    of_names: frozenset[str]
    subjects: frozenset[str]
    """Words of all names before it in its sentence."""
    part: Figure | None
    """The figure that is part of it, where it is a whole ('18 of its next 23 games')."""
    total: Figure | None
    """The figure that it is part of, the other way about."""
    context: tuple[tuple[str, float], ...] = ()
    """All content words of its sentence nearby, what it counts included; nearer ones weigh more."""
    spread: float = 0.0
    """The length of `context` as a vector of weights."""

    @property
    def whole(self) -> bool:
        """Whether it is the whole that another figure is part of."""
        return self.part is not None

    @property
    def more(self) -> frozenset[str]:
        """The counted words besides their head ('police' of 'police photos')."""
        return self.of - {self.head}

    @property
    def near(self) -> frozenset[str]:
        return frozenset((*self.left[:_CLOSE], *self.right[: _CLOSE + 1]))


@lru_cache(maxsize=1 << 14)
def key(word: str) -> str:
    """One form for the inflections, spellings and plain synonyms of a word."""
    return one_word(stem(spelling(word.casefold().replace("’", "'"))))


def surroundings(analysis: Analysis, figure: Figure, reading: Span) -> Surroundings:
    """What stands around `figure`, read no farther than its sentence, and once."""
    sentence = next(iter(analysis.sentences_in(figure.span)), reading)
    return analysis.once(_read_around, figure, sentence)


def _read_around(analysis: Analysis, figure: Figure, sentence: Span) -> Surroundings:
    text = analysis.text
    start = max(sentence.start, figure.span.start - _REACH)
    end = min(sentence.end, figure.span.end + _REACH)
    behind = _behind(text, figure, end)
    before = Span(max(start, figure.span.start - _CLAUSE), figure.span.start)
    after = Span(behind, max(behind, min(end, behind + _CLAUSE)))
    others = [
        other
        for other in analysis.figures_in(Span(start, max(start, end)))
        if other.span != figure.span
    ]
    taken = [Span(other.span.start, _behind(text, other, end)) for other in others]
    left = _content(_tokens(text, start, figure.span.start, taken)[::-1])
    tokens = _tokens(text, min(behind, end), end, taken)
    right = _content(tokens)
    counted = figure.of or _of_the_list(text, figure, others)
    of = tuple(key(word) for word in _tokens(counted, 0, len(counted)))
    apart = [other.span for other in others]
    context = (
        *_weighed(_tokens(text, start, figure.span.start, apart)[::-1]),
        *_weighed(_tokens(text, figure.span.end, end, apart)),
    )
    return Surroundings(
        figure=figure,
        of=frozenset(of),
        head=_head(of),
        left=left.clause,
        right=right.clause,
        window=frozenset((*left.all[:_FAR], *right.all[:_FAR])) - frozenset(of),
        before=left.first,
        after=right.first,
        rate=_rate(tokens),
        name_before=_name(analysis, before),
        name_after=_name(analysis, after, first=True),
        of_names=frozenset(key(word) for word in _tokens(counted, 0, len(counted)) if _named(word)),
        subjects=frozenset(
            key(word)
            for name in analysis.names_in(Span(start, figure.span.start))
            for word in name.core
        ),
        part=_part(text, figure, others),
        total=_total(text, figure, others),
        context=context,
        spread=_length(context),
    )


def _head(of: Sequence[str]) -> str | None:
    """The last counted word; of 'AK-47 rifles' the model."""
    for word, following in pairwise(of):
        if following.isdecimal():
            return word
    return of[-1] if of else None


def _named(word: str) -> bool:
    return word[:1].isupper()


def _name(analysis: Analysis, span: Span, first: bool = False) -> frozenset[str]:
    """The words of the name nearest to a figure in its clause; none where a mark stands between."""
    names = [name for name in analysis.names_in(span) if span.covers(name.span)]
    if not names:
        return frozenset()
    name = names[0] if first else names[-1]
    between = (
        analysis.text[span.start : name.span.start]
        if first
        else analysis.text[name.span.end : span.end]
    )
    if any(mark in between for mark in _BREAKS):
        return frozenset()
    return frozenset(key(word) for word in name.core)


@dataclass(frozen=True, slots=True)
class _Side:
    first: str
    clause: tuple[str, ...]
    all: tuple[str, ...]


def _behind(text: str, figure: Figure, end: int) -> int:
    """The place behind a figure and what it counts."""
    if figure.of:
        at = text.find(figure.of, figure.span.end, end + len(figure.of))
        if at >= 0:
            return at + len(figure.of)
    return figure.span.end


def _tokens(text: str, start: int, end: int, taken: Sequence[Span] = ()) -> list[str]:
    """Words and marks of a stretch, without those of the figures `taken` in it.

    The verb of 'the vote will take place on' says nothing, and is left out.
    """
    if _HAN.search(text, start, end):
        return [text[at] for at in range(start, end) if text[at].isalnum()]
    return [
        match[0]
        for match in _WORD.finditer(text, start, end)
        if " " not in match[0] and not any(span.start <= match.start() < span.end for span in taken)
    ]


def _content(tokens: list[str]) -> _Side:
    """Content words in the order given: those before the first break, and all."""
    clause: list[str] = []
    every: list[str] = []
    broken = False
    for word in tokens:
        if word in _BREAKS:
            broken = broken or bool(every)
            continue
        form = word.casefold()
        if form in FUNCTION_WORDS or form[:1].isdigit():
            continue
        every.append(key(word))
        if not broken:
            clause.append(every[-1])
    return _Side(tokens[0].casefold() if tokens else "", tuple(clause), tuple(every))


def _weighed(tokens: Sequence[str]) -> Iterator[tuple[str, float]]:
    """Content words with the inverse of their distance, which marks and small words lengthen."""
    distance = 1.0
    for word in tokens:
        form = word.casefold()
        if word in _BREAKS:
            distance += _ACROSS_MARK
        elif form in FUNCTION_WORDS or form[:1].isdigit():
            distance += _ACROSS_SMALL
        else:
            yield key(word), 1 / distance
            distance += 1


def _length(context: Sequence[tuple[str, float]]) -> float:
    weights: defaultdict[str, float] = defaultdict(float)
    for word, weight in context:
        weights[word] += weight
    return math.sqrt(sum(weight * weight for weight in weights.values()))


_OF: Final = re.compile(r"\s+of(?:\s+[^\W\d_]+){0,2}\s+")


def _part(text: str, figure: Figure, others: Sequence[Figure]) -> Figure | None:
    for other in others:
        near = 0 < figure.span.start - other.span.end <= _CLAUSE
        if near and _OF.fullmatch(text, other.span.end, figure.span.start):
            return other
    return None


def _total(text: str, figure: Figure, others: Sequence[Figure]) -> Figure | None:
    return next((other for other in others if _part(text, other, (figure,))), None)


def _of_the_list(text: str, figure: Figure, others: Sequence[Figure]) -> str:
    """'70 percent of branches in Kenya and 60 percent in Uganda': what heads the list."""
    if figure.kind not in (FigureKind.PERCENT, FigureKind.FRACTION):
        return ""
    heads = [
        other
        for other in others
        if other.kind is figure.kind and other.of and other.span.end < figure.span.start
    ]
    between = text[heads[-1].span.end : figure.span.start] if heads else ";"
    return heads[-1].of or "" if len(between) <= _REACH and ";" not in between else ""


def _rate(tokens: list[str]) -> str | None:
    """What a number is counted by ('a week', 'per hour'), where it stands right behind."""
    for first, second in pairwise(tokens[:3]):
        if first.casefold() in _RATE_WORDS and second.casefold() in _RATES:
            return second.casefold()
    return None
