"""Whether two amounts can both be true: their bounds, rounding and units, as intervals."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from reader.core.difference.divergence import Verdict
from reader.core.facts.figure import Bound, Figure, FigureKind
from reader.core.text.tokens import SPACELESS

_METRES: Final = {
    "km": 1000.0,
    "m": 1.0,
    "cm": 0.01,
    "mm": 0.001,
    "mile": 1609.344,
    "foot": 0.3048,
    "inch": 0.0254,
    "yard": 0.9144,
    "nautical mile": 1852.0,
    "light year": 9.4607e15,
}
_DAYS: Final = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525.0,
}
_OTHERS: Final = {
    "kg": ("mass", 1.0),
    "g": ("mass", 0.001),
    "tonne": ("mass", 1000.0),
    "ton": ("mass", 950.0),
    "pound weight": ("mass", 0.4536),
    "litre": ("volume", 1.0),
    "gallon": ("volume", 3.785),
    "hectare": ("area", 1.0),
    "acre": ("area", 0.4047),
    "square km": ("area", 100.0),
    "square mile": ("area", 259.0),
    "square m": ("area", 0.0001),
    "square foot": ("area", 0.0000093),
    "mph": ("speed", 1.609),
    "km/h": ("speed", 1.0),
    "knot": ("speed", 1.852),
}
_ABOUT: Final = 0.2
"""How far 'about', 'nearly' and 'just over' reach, as a share of the value."""
_VAGUE: Final = 100.0
"""'Thousands' is anything up to this many times a thousand."""
_ROUNDED: Final = 0.05
"""How much of a value rounding may hide."""
_CONVERTED: Final = frozenset({FigureKind.DISTANCE, FigureKind.TEMPERATURE, FigureKind.COUNT})
_UNIT_ERROR: Final = 0.04
_WITHOUT_BLANKS: Final = re.compile(f"[{SPACELESS}]")
_MOST: Final = 1.15
"""Two greatest values ('up to') that differ by less are one."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as a number of base units; amounts of one `dimension` can be compared."""

    figure: Figure
    dimension: str
    value: float
    upper: float
    factor: float


def amount(figure: Figure) -> Amount | None:
    """A figure as an amount; None for dates and what has no number."""
    if not isinstance(figure.value, int | float):
        return None
    dimension, factor = _dimension(figure)
    value = float(figure.value)
    upper = float(figure.upper) if isinstance(figure.upper, int | float) else value
    if dimension == "temperature" and figure.unit == "F":
        value, upper, factor = (value - 32) / 1.8, (upper - 32) / 1.8, 1 / 1.8
        return Amount(figure, dimension, value, upper, factor)
    if not math.isfinite(value * factor) or not math.isfinite(upper * factor):
        return None
    return Amount(figure, dimension, value * factor, upper * factor, factor)


def _dimension(figure: Figure) -> tuple[str, float]:
    kind, unit = figure.kind, figure.unit or ""
    match kind:
        case FigureKind.DISTANCE:
            return "distance", _METRES.get(unit, 1.0)
        case FigureKind.DURATION:
            return "duration", _DAYS.get(unit, 1.0)
        case FigureKind.AGE:
            return "age", _DAYS.get(unit, 365.25) / 365.25
        case FigureKind.FRACTION:
            return "share", 100.0
        case FigureKind.PERCENT if unit == "percent":
            return "share", 1.0
        case FigureKind.PERCENT:
            return "points", 0.01 if unit == "basis point" else 1.0
        case FigureKind.COUNT | FigureKind.RANGE if unit in _OTHERS:
            return _OTHERS[unit]
        case FigureKind.COUNT | FigureKind.RANGE:
            return f"count {unit}", 1.0
        case FigureKind.IDENTIFIER:
            return f"identifier {(figure.of or '').casefold()}", 1.0
        case _:
            return kind.value, 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict on two amounts and the sentence that says why."""

    verdict: Verdict
    reason: str


def judge(a: Amount, b: Amount) -> Judged | None:
    """What two amounts of one dimension come to; None where they cannot be compared."""
    if a.dimension != b.dimension:
        return None
    fa, fb = a.figure, b.figure
    if fa.kind is FigureKind.SCORE:
        same = {a.value, a.upper} == {b.value, b.upper}
        return _same(a, b) if same else _clash(a, b)
    if fa.kind is FigureKind.MONEY and fa.unit != fb.unit:
        return _other_currency(a, b)
    if fa.kind in {FigureKind.ORDINAL, FigureKind.IDENTIFIER}:
        return _same(a, b) if a.value == b.value else _clash(a, b)
    if math.isclose(a.value, b.value, rel_tol=1e-6) and math.isclose(
        a.upper, b.upper, rel_tol=1e-6
    ):
        return _equal_values(a, b)
    if fa.bound is Bound.UP_TO and fb.bound is Bound.UP_TO:
        low, high = sorted((a.value, b.value))
        if low > 0 and high / low > _MOST:
            return _clash(a, b)
    halves = fa.kind is FigureKind.DURATION and isinstance(fa.value, float | int)
    converted = fa.unit != fb.unit or (halves and _halved(fa) != _halved(fb))
    low_a, high_a = interval(a, converted)
    low_b, high_b = interval(b, converted)
    if max(low_a, low_b) <= min(high_a, high_b):
        return _both(a, b)
    return _clash(a, b)


def _halved(figure: Figure) -> bool:
    """Whether a figure is finer than whole units: 'four and a half months' is 'four' to others."""
    return isinstance(figure.value, float)


def _equal_values(a: Amount, b: Amount) -> Judged:
    bounds = {a.figure.bound, b.figure.bound}
    if bounds == {Bound.OVER, Bound.NEARLY}:
        return _clash(a, b)
    measured = a.figure.kind in _CONVERTED and a.figure.unit != b.figure.unit
    if len(bounds) == 1 and a.figure.close == b.figure.close and not measured:
        return _same(a, b)
    return _both(a, b)


def _other_currency(a: Amount, b: Amount) -> Judged | None:
    """The same number in another currency is a slip; other numbers may be a conversion."""
    if math.isclose(a.value, b.value, rel_tol=1e-6):
        return _clash(a, b)
    return None


def interval(one: Amount, converted: bool = False) -> tuple[float, float]:
    """The least and the greatest value that the words of a figure allow."""
    value, bound = one.value, one.figure.bound
    slack = _rounding(one, converted)
    reach = _ABOUT * abs(value)
    if converted:
        slack = max(slack, _UNIT_ERROR * abs(value))
    close = one.figure.close
    match bound:
        case Bound.ABOUT:
            return value - max(reach, slack), value + max(reach, slack)
        case Bound.NEARLY:
            return (value - max(reach, slack)) if close else -math.inf, value + slack
        case Bound.UP_TO | Bound.UNTIL:
            return -math.inf, value + slack
        case Bound.OVER:
            return value - slack, (value + max(reach, slack)) if close else math.inf
        case Bound.AT_LEAST | Bound.SINCE:
            return value - slack, math.inf
        case Bound.VAGUE:
            return value, value * _VAGUE
        case Bound.BETWEEN:
            return value - slack, max(value, one.upper) + slack
        case _:
            return value - slack, value + slack


def _rounding(one: Amount, converted: bool) -> float:
    """Half of the last place that the figure is written with; none for small whole numbers."""
    figure = one.figure
    if not isinstance(figure.value, int | float):
        return 0.0
    written = abs(figure.value)
    if figure.kind is FigureKind.FRACTION:
        return 3.0
    if isinstance(figure.value, float):
        places = len(f"{figure.value:.8f}".rstrip("0").partition(".")[2])
        return 0.5 * 10**-places * one.factor
    step = 1
    while written and written % (step * 10) == 0:
        step *= 10
    exact_small = written < 100 and not converted
    if figure.kind is FigureKind.PERCENT:
        return 0.5 * one.factor
    if exact_small or (step == 1 and not converted):
        return 0.0
    half = 0.5 * step * one.factor
    return half if converted else min(half, _ROUNDED * abs(one.value))


def shown(figure: Figure) -> str:
    """A figure as a reason names it: in its own words, with what it counts or the day it means."""
    written = f"“{_with_counted(figure)}”"
    if isinstance(figure.resolved, str) and figure.resolved != figure.value:
        return f"{written} ({figure.resolved})"
    return written


def _with_counted(figure: Figure) -> str:
    written = " ".join(figure.text.split())
    of = " ".join((figure.of or "").split())
    if not of or figure.kind in {FigureKind.IDENTIFIER, FigureKind.AGE}:
        return written
    share = figure.kind in {FigureKind.PERCENT, FigureKind.FRACTION}
    plural = figure.bound is Bound.VAGUE and written.endswith("s")
    if share or plural:
        return f"{written} of {of}"
    return f"{written}{of}" if _WITHOUT_BLANKS.match(of) else f"{written} {of}"


def _pair(a: Amount, b: Amount) -> tuple[str, str]:
    """Both figures in one order, whichever side they stand on."""
    first, second = sorted((shown(a.figure), shown(b.figure)), key=lambda word: (len(word), word))
    return first, second


def _same(a: Amount, b: Amount) -> Judged:
    first, second = _pair(a, b)
    return Judged(Verdict.AGREE, f"{first} and {second} are the same.")


def _both(a: Amount, b: Amount) -> Judged:
    first, second = _pair(a, b)
    return Judged(Verdict.COMPATIBLE, f"{first} and {second} can both hold{_conversion(a, b)}.")


def _clash(a: Amount, b: Amount) -> Judged:
    first, second = _pair(a, b)
    return Judged(Verdict.CONFLICT, f"{first} and {second} cannot both hold{_conversion(a, b)}.")


def _conversion(a: Amount, b: Amount) -> str:
    """What one side is in the other's unit, where the units differ: ': 200 feet are 61 m'."""
    if a.figure.unit == b.figure.unit or not a.figure.unit or not b.figure.unit:
        return ""
    if a.figure.kind is FigureKind.MONEY:
        return ""
    first, second = sorted((a, b), key=lambda one: str(one.figure.unit))
    value = first.value / second.factor
    if first.dimension == "temperature":
        value = first.value if second.figure.unit == "C" else first.value * 1.8 + 32
    here, there = str(first.figure.unit), str(second.figure.unit)
    return f": {first.figure.value:g} {_plural(here)} are {value:.3g} {_plural(there)}"


_PLURALS: Final = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "C": "°C",
    "F": "°F",
    "percentage point": "percentage points",
    "basis point": "basis points",
    "square mile": "square miles",
    "square foot": "square feet",
    "pound weight": "pounds",
    "light year": "light years",
    "nautical mile": "nautical miles",
    "litre": "litres",
}


def _plural(unit: str) -> str:
    """A unit's plain name behind a number."""
    if unit in _PLURALS:
        return _PLURALS[unit]
    return f"{unit}s" if len(unit) > 3 and unit.isalpha() and unit != "percent" else unit
