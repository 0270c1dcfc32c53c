"""What a text states anywhere: a figure that it gives elsewhere is neither missed nor denied."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.amounts.amount import amount
from reader.core.difference.amounts.period import read_period, read_yearless
from reader.core.facts.analysis import Analysis
from reader.core.facts.figure import Figure, FigureKind
from reader.core.text.span import Span

_Value = tuple[str, int | float | str]
_Given = dict[_Value, tuple[Span, ...]]
_LARGE: Final = 1000
_ALL_BUT: Final = 0.05


def gives(analysis: Analysis, wanted: Figure, besides: Sequence[Span] = ()) -> bool:
    """Whether a text gives the amount or time of `wanted` anywhere but at the places `besides`."""
    value = _value(wanted)
    return value is not None and any(
        span not in besides for span in analysis.once(_given).get(value, ())
    )


def _given(analysis: Analysis) -> _Given:
    """Where a text gives which amount or time of day."""
    found: dict[_Value, list[Span]] = {}
    for figure in analysis.figures:
        if (value := _value(figure)) is not None:
            found.setdefault(value, []).append(figure.span)
    return {value: tuple(spans) for value, spans in found.items()}


def _value(figure: Figure) -> _Value | None:
    if figure.kind is FigureKind.TIME:
        return None if figure.value is None else (figure.kind, figure.value)
    found = amount(figure)
    return None if found is None else (f"{figure.kind} {found.dimension}", found.value)


def gives_about(analysis: Analysis, wanted: Figure, besides: Sequence[Span] = ()) -> bool:
    """Whether a text gives a large amount that is all but that of `wanted`, if of something else.

    'Some 168,000 in one province' stands beside 'over 230,000, over 170,000 of them there'.
    """
    sought = amount(wanted)
    if sought is None or sought.value < _LARGE:
        return False
    return any(
        found.dimension.partition(" ")[0] == sought.dimension.partition(" ")[0]
        and abs(found.value - sought.value) <= _ALL_BUT * sought.value
        for figure in analysis.figures
        if figure.kind is wanted.kind and figure.span not in besides
        if (found := amount(figure)) is not None
    )


def dates_like(analysis: Analysis, wanted: Figure) -> bool:
    """Whether a text names a day, month or year anywhere that `wanted` may be."""
    return any(
        may_be_one_time(figure, wanted)
        for figure in analysis.figures
        if figure.kind in (FigureKind.DATE, FigureKind.YEAR, FigureKind.RELATIVE)
    )


def may_be_one_time(a: Figure, b: Figure) -> bool:
    """Whether two dates are the same words, or can be the same day, month or year."""
    if a.text.casefold() == b.text.casefold():
        return True
    for x in (a.resolved, a.value):
        for y in (b.resolved, b.value):
            if isinstance(x, str) and isinstance(y, str):
                first, second = read_period(x), read_period(y)
                if first and second and first.meets(second):
                    return True
                if read_yearless(x) is not None and read_yearless(x) == read_yearless(y):
                    return True
    return False
