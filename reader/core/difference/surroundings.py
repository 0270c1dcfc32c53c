"""The words around a figure, by which two figures are taken to count one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from reader.core.difference.synonyms import one_word
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure
from reader.core.facts.figures.function_words import FUNCTION_WORDS
from reader.core.facts.vocabulary import word_set
from reader.core.matching.kinship import spelling, stem
from reader.core.text.span import Span

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[.,;:!?()–—]")
_REACH: Final = 160
"""Code points on each side of a figure that are read."""
_CLOSE: Final = 2
"""Content words on each side that stand near a figure."""
_FAR: Final = 7
_HAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_BREAKS: Final = frozenset(",;:()–—.!?")
_RATE_WORDS: Final = frozenset({"a", "an", "per", "each", "every"})
_RATES: Final = word_set("second minute hour day night week month year game match person")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One figure and the stems around it.

    `left` and `right` are the content words nearest to it in its own clause, `near` the nearest two
    of both sides, `window` those of its sentence nearby; `before` is the word right before it.
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

    @property
    def near(self) -> frozenset[str]:
        return frozenset((*self.left[:_CLOSE], *self.right[: _CLOSE + 1]))


def key(word: str) -> str:
    """One form for the inflections, spellings and plain synonyms of a word."""
    return one_word(stem(spelling(word.casefold().replace("’", "'"))))


def surroundings(analysis: Analysis, figure: Figure, reading: Span) -> Surroundings:
    """What stands around `figure`, read no farther than its sentence."""
    text = analysis.text
    sentence = next(iter(analysis.sentences_in(figure.span)), reading)
    start = max(sentence.start, figure.span.start - _REACH)
    end = min(sentence.end, figure.span.end + _REACH)
    behind = figure.span.end
    if figure.of:
        at = text.find(figure.of, figure.span.end, end + len(figure.of))
        if at >= 0:
            behind = at + len(figure.of)
    left = _content(_tokens(text, start, figure.span.start)[::-1])
    tokens = _tokens(text, min(behind, end), end)
    right = _content(tokens)
    of = tuple(key(word) for word in _tokens(figure.of or "", 0, len(figure.of or "")))
    return Surroundings(
        figure=figure,
        of=frozenset(of),
        head=of[-1] if of else None,
        left=left.clause,
        right=right.clause,
        window=frozenset((*left.all[:_FAR], *right.all[:_FAR])) - frozenset(of),
        before=left.first,
        after=right.first,
        rate=_rate(tokens),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    first: str
    clause: tuple[str, ...]
    all: tuple[str, ...]


def _tokens(text: str, start: int, end: int) -> list[str]:
    if _HAN.search(text, start, end):
        return [text[at] for at in range(start, end) if text[at].isalnum()]
    return [match[0] for match in _WORD.finditer(text, start, end)]


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


def _rate(tokens: list[str]) -> str | None:
    """What a number is counted by ('a week', 'per hour'), where it stands right behind."""
    for first, second in pairwise(tokens[:3]):
        if first.casefold() in _RATE_WORDS and second.casefold() in _RATES:
            return second.casefold()
    return None


_ORIGIN: Final = frozenset({"from", "after", "below", "above", "off"})
_GOAL: Final = frozenset({"to", "by", "until", "till", "at", "through"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two figures stand in one place: 0 where they do not, and shares of their words."""

    score: float
    window: float
    near: bool
    apart: bool


def likeness(a: Surroundings, b: Surroundings) -> Likeness:
    """Whether what stands around two figures lets them count one thing; symmetric.

    `apart` where the word that governs each is missing on the other side ('killed 12' / 'wounded
    30'), where one is an origin and one a goal ('from 6.7' / 'to 7.2'), or rates differ.
    """
    fewer = min(len(a.window), len(b.window))
    window = len(a.window & b.window) / fewer if fewer else 0.0
    if not a.window and not b.window:
        window = 1.0
    near = bool(a.near & b.near) or not (a.near or b.near)
    apart = _governed_apart(a, b) or _moved_apart(a, b) or a.rate != b.rate
    of = _same_of(a, b)
    score = window + (0.5 if near else 0.0) + of - (1.0 if apart else 0.0)
    return Likeness(score, window, near, apart)


def _same_of(a: Surroundings, b: Surroundings) -> float:
    if a.head is None or b.head is None:
        return 0.0
    if a.head == b.head:
        return 1.0
    return 0.5 if a.of & b.of else -1.0


def _governed_apart(a: Surroundings, b: Surroundings) -> bool:
    mine, theirs = _governor(a), _governor(b)
    if mine is None or theirs is None:
        return False
    around_a, around_b = a.window | a.of, b.window | b.of
    if a.left and b.left:
        return mine not in around_b and theirs not in around_a
    return mine not in around_b or theirs not in around_a


def same_governor(a: Surroundings, b: Surroundings) -> bool:
    """Whether the word that each hangs on stands near the other; a date is of one event only."""
    mine, theirs = _governor(a), _governor(b)
    if mine is None or theirs is None:
        return mine is theirs
    return mine in b.near and theirs in a.near


def _governor(one: Surroundings) -> str | None:
    if one.left:
        return one.left[0]
    return one.right[0] if one.right else None


def _moved_apart(a: Surroundings, b: Surroundings) -> bool:
    pair = (a.before, b.before)
    return (pair[0] in _ORIGIN and pair[1] in _GOAL) or (pair[0] in _GOAL and pair[1] in _ORIGIN)
