"""Reads a quantity at a number: a name or key, a range, or a number and what it measures."""

from __future__ import annotations

from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.keys import kept_from_figures, means_a_number
from reader.core.facts.figures.lexemes import Gap, LexemeKind
from reader.core.facts.figures.measures import measured
from reader.core.facts.figures.numbers import Number, read_number, whole
from reader.core.facts.figures.ranges import read_chance, read_range


def read_quantity(context: Context, at: int) -> Draft | NoFigure | None:
    """The quantity that begins at lexeme `at`; NoFigure where its digits belong to a name."""
    lexemes = context.lexemes
    number = read_number(lexemes, at, context.words)
    if number is None:
        return NoFigure(at + 1) if lexemes[at].kind is LexemeKind.NUMBER else None
    if number.digits:
        number = _with_point(context, number)
    elif not means_a_number(context, number):
        return None
    kept = kept_from_figures(context, number)
    if kept is not None:
        return kept
    return read_chance(context, number) or read_range(context, number) or measured(context, number)


def _with_point(context: Context, number: Number) -> Number:
    """'.519', written without a zero."""
    lexemes = context.lexemes
    at = number.start
    if not (number.plain and lexemes.form(at - 1) == "." and lexemes.glued(at)):
        return number
    before = lexemes[at - 2]
    if lexemes[at - 1].gap is Gap.NONE and before.kind in {LexemeKind.WORD, LexemeKind.NUMBER}:
        return number
    written = lexemes[at].text
    if len(written) > 7:
        return number
    return Number(whole(float(f"0.{written}")), at - 1, number.end, digits=True)
