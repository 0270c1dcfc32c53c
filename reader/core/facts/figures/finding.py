"""Finds the figures of a text: rules in a fixed order at every lexeme that can begin one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.facts.figures import clock, relative
from reader.core.facts.figures.bounds import Bounded, read_bound
from reader.core.facts.figures.clock import read_time
from reader.core.facts.figures.counted import counted, members
from reader.core.facts.figures.dates import BOUNDS_OF_DATES, PART_WORDS, SEASON_WORDS, read_date
from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.east_asian import read_han
from reader.core.facts.figures.language import LANGUAGES, vocabulary_for
from reader.core.facts.figures.lexemes import LexemeKind, Lexemes, paragraphs
from reader.core.facts.figures.money import CODES, SYMBOLS, read_money
from reader.core.facts.figures.other import (
    read_fraction,
    read_list_marker,
    read_one_unit,
    read_ordinal,
    read_span_of_time,
)
from reader.core.facts.figures.quantities import read_quantity
from reader.core.facts.figures.years import DECADE_WORDS
from reader.core.text.span import Span

_TIMED: Final = frozenset({FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE})

_BEFORE_OVER: Final = frozenset({"for", "of", "well", "just", "after", "was", "took"})
"""Words after which 'over two seasons' is more than two; elsewhere it means during them."""
_TRIGGERS: Final[dict[str, frozenset[str]]] = {
    words.code: frozenset[str]().union(
        words.numerals,
        words.ones,
        words.vague,
        words.few,
        words.fractions,
        words.ordinals,
        words.months,
        words.weekdays,
        (f"{day}'s" for day in words.weekdays),
        words.units,
        PART_WORDS,
        SEASON_WORDS,
        DECADE_WORDS,
        CODES,
        relative.TRIGGERS,
        clock.TRIGGERS,
    )
    for words in LANGUAGES
}
"""Every word that can begin a figure in a language."""


def find_figures(
    text: str,
    span: Span | None = None,
    published: date | None = None,
    language: str | None = None,
) -> tuple[Figure, ...]:
    """The figures of `text` (or of `span` in it), in order, none overlapping another.

    Spans count code points of the whole `text`. Each paragraph (a stretch between blank lines) is
    read by itself, in `language` or the language its own words show. `published` is the article's
    date, by which relative dates are resolved.
    """
    place = span or Span(0, len(text))
    found: list[Figure] = []
    for start, end in paragraphs(text, place.start, min(place.end, len(text))):
        lexemes = Lexemes(text, start, end)
        context = Context(lexemes, vocabulary_for(language, lexemes), published)
        found.extend(_in_paragraph(context))
    return tuple(found)


def _in_paragraph(context: Context) -> Iterator[Figure]:
    lexemes = context.lexemes
    triggers = _TRIGGERS[context.words.code]
    at = floor = marker = 0
    while at < len(lexemes):
        lexeme = lexemes.items[at]
        if lexeme.kind is LexemeKind.WORD and lexeme.form not in triggers:
            at += 1
            continue
        if lexeme.kind is LexemeKind.MARK and lexeme.form not in SYMBOLS:
            at += 1
            continue
        listed = read_list_marker(context, at, marker)
        if listed:
            marker, at = listed
            floor = at
            continue
        draft = _read(context, at)
        if isinstance(draft, Draft):
            figure = _figure(context, draft, floor)
            yield figure
            at = floor = max(draft.end, at + 1, _behind_model(context, figure, draft.end))
        elif draft:
            at = floor = max(draft.end, at + 1)
        else:
            at += 1


def _behind_model(context: Context, figure: Figure, at: int) -> int:
    """The lexeme behind the number in what is counted ('12 AK 47 guns'), which is no figure."""
    if not figure.of or not any(sign.isdecimal() for sign in figure.of):
        return at
    lexemes, behind = context.lexemes, at
    end = lexemes.text.find(figure.of, figure.span.end) + len(figure.of)
    while at < len(lexemes) and lexemes[at].end <= end:
        if lexemes[at].kind is LexemeKind.NUMBER:
            behind = at + 1
        at += 1
    return behind


def _read(context: Context, at: int) -> Draft | NoFigure | None:
    """What the first rule that fits finds at lexeme `at`."""
    kind = context.lexemes.items[at].kind
    if kind is LexemeKind.HAN_NUMBER:
        return read_han(context, at)
    if kind in {LexemeKind.HAN, LexemeKind.ADDRESS}:
        return None
    if kind is LexemeKind.NUMBER:
        return (
            read_han(context, at)
            or read_time(context, at)
            or read_date(context, at)
            or read_ordinal(context, at)
            or read_quantity(context, at)
        )
    if kind is LexemeKind.MARK:
        return read_money(context, at)
    return (
        read_date(context, at)
        or relative.read_relative(context, at)
        or read_time(context, at)
        or read_money(context, at)
        or read_fraction(context, at)
        or read_span_of_time(context, at)
        or read_one_unit(context, at)
        or read_quantity(context, at)
        or read_ordinal(context, at)
    )


def _figure(context: Context, draft: Draft, floor: int) -> Figure:
    lexemes = context.lexemes
    bounded = _bounded(context, draft)
    start, end = max(min(bounded.start, draft.start), floor), max(bounded.end, draft.end)
    of = draft.of
    if of is None and draft.counts is not None:
        person = draft.kind is FigureKind.AGE
        of = members(lexemes, start) if draft.kind is FigureKind.COUNT else None
        of = of or counted(lexemes, max(draft.counts, end), context.words, person=person)
    span = Span(lexemes[start].start, lexemes[end - 1].end)
    return Figure(
        span=span,
        text=span.of(lexemes.text),
        kind=draft.kind,
        value=draft.value,
        bound=bounded.bound,
        unit=draft.unit,
        upper=draft.upper,
        resolved=draft.resolved,
        of=of,
        close=bounded.close,
    )


def _bounded(context: Context, draft: Draft) -> Bounded:
    lexemes = context.lexemes
    if draft.bound is not None and draft.bound is not Bound.VAGUE:
        return Bounded(draft.bound, draft.start, draft.end)
    if draft.kind in _TIMED and not (draft.kind is FigureKind.RELATIVE and draft.value is not None):
        return _bounded_date(context, draft)
    bounded = read_bound(lexemes, draft.start, draft.end, context.words)
    during = draft.kind is FigureKind.DURATION and lexemes.form(draft.start - 1) == "over"
    if during and lexemes.form(draft.start - 2) not in _BEFORE_OVER:
        return Bounded(Bound.EXACTLY, draft.start, draft.end)
    if draft.bound is Bound.VAGUE:
        return Bounded(Bound.VAGUE, bounded.start, bounded.end)
    return bounded


def _bounded_date(context: Context, draft: Draft) -> Bounded:
    lexemes = context.lexemes
    start = draft.start
    if lexemes.form(start - 1) == "the":
        start -= 1
    before = lexemes.form(start - 1)
    if before == "from" and lexemes.matches(draft.end, "on"):
        return Bounded(Bound.SINCE, start - 1, draft.end + 1)
    if before == "from" and lexemes.matches(draft.end, "onwards"):
        return Bounded(Bound.SINCE, start - 1, draft.end + 1)
    bound = BOUNDS_OF_DATES.get(before)
    if bound is None:
        return Bounded(Bound.EXACTLY, draft.start, draft.end)
    if before == "by" and draft.kind is FigureKind.RELATIVE:
        return Bounded(Bound.UNTIL, start - 1, draft.end)
    if before in _NOT_SOONER and _is_denied(context, start - 1):
        return Bounded(Bound.SINCE, start - 1, draft.end)
    return Bounded(bound, start - 1, draft.end)


_NOT_SOONER: Final = frozenset({"before", "until", "till"})
_DENYING: Final = frozenset({"not", "never", "cannot", "no", "won't", "nicht"})
_CLAUSE: Final = 12
"""Lexemes back in which what denies a clause is looked for."""


def _is_denied(context: Context, at: int) -> bool:
    """'will not open before June', 'not until June': from then on, at the earliest."""
    for back in range(at - 1, at - 1 - _CLAUSE, -1):
        form = context.lexemes.form(back)
        if not form or form in {".", ",", ";", ":", "but"}:
            return False
        if form in _DENYING or form.endswith("n't"):
            return True
    return False
