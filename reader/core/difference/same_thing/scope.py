"""Over which stretch of time a sentence counts: 'since May', 'in his last two games'."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from reader.core.facts.analysis import Analysis
from reader.core.text.span import Span


class Scope(StrEnum):
    """Part of a whole over which something is counted."""

    SINCE = "since"
    LAST = "last"
    FIRST = "first"
    THROUGH = "through"
    DURING = "during"
    CAREER = "career"


_PERIODS: Final = (
    r"(?:games?|matches|minutes?|hours?|days?|weeks?|months?|years?|quarters?|rounds?|seasons?|"
    r"laps?|sets?|half|decades?)"
)
_NUMBER: Final = r"(?:\d+|few|several|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen)"
_PHRASES: Final = tuple(
    (scope, re.compile(pattern, re.IGNORECASE))
    for scope, pattern in (
        (
            Scope.SINCE,
            r"\bsince\s+(?!(?:then|has|have|had|been|become|grown|\w+ed|he|she|they|it)\b)\w",
        ),
        (Scope.LAST, rf"\b(?:last|past|previous|final)\s+{_NUMBER}\s+(?:\w+\s+)?{_PERIODS}\b"),
        (Scope.FIRST, rf"\b(?:first|opening)\s+(?:\w+\s+){{0,2}}{_PERIODS}\b"),
        (Scope.THROUGH, r"\bthrough\s+\d"),
        (Scope.DURING, rf"\bduring\s+(?:the|his|her|their|that|this)\s+{_PERIODS}\b"),
        (Scope.CAREER, r"\b(?:in|of)\s+(?:his|her|their)\s+career\b"),
    )
)


def scope_of(analysis: Analysis, at: Span) -> frozenset[Scope]:
    """The stretches that the sentence of a place names; empty where it counts without limits."""
    sentence = next(iter(analysis.sentences_in(at)), at)
    words = sentence.of(analysis.flow)
    return frozenset(scope for scope, phrase in _PHRASES if phrase.search(words))
