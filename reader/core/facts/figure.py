"""Figures: a number, date, time or amount as an article states it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.text.span import Span


class FigureKind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    RANGE = "range"
    AGE = "age"
    DURATION = "duration"
    DISTANCE = "distance"
    TEMPERATURE = "temperature"
    SCORE = "score"
    DATE = "date"
    TIME = "time"
    YEAR = "year"
    RELATIVE = "relative"
    IDENTIFIER = "identifier"


class Bound(StrEnum):
    EXACTLY = "="
    ABOUT = "~"
    NEARLY = "<"
    UP_TO = "<="
    OVER = ">"
    AT_LEAST = ">="
    BETWEEN = "between"
    SINCE = "since"
    UNTIL = "until"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one article.

    `value` is a number, or an ISO 8601 / EDTF string for dates ('2018', '2018-01/2018-06',
    'XXXX-05-23'), None where the text gives none; `resolved` what a relative or partial date comes
    to by the article's own date; `upper` the other end of a range; `unit` a plain unit or currency
    code ('USD', 'percent', 'km', 'year'); `of` the words for what is counted ('photos'); `close`
    whether the bound says that the value is only just missed ('nearly', but not 'fewer than').
    """

    span: Span
    text: str
    kind: FigureKind
    value: int | float | str | None
    bound: Bound
    unit: str | None = None
    upper: int | float | str | None = None
    resolved: int | float | str | None = None
    of: str | None = None
    close: bool = False
