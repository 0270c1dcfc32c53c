"""Where a text holds what is looked for: plain, whole words, by case, or a regular expression."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QElapsedTimer, QRegularExpression

from reader.core.text.folding import Folded, fold
from reader.core.text.offsets import Utf16Map
from reader.core.text.span import Span

MOST_HITS: Final = 5_000
"""More hits in one article are not listed: nobody steps through them."""
_LONGEST_MS: Final = 250
"""For one article; an expression that has not come to an end by then is given up."""
_STEPS: Final = 200_000
"""Steps that one match may take before PCRE gives it up."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how."""

    text: str = ""
    case: bool = False
    whole_word: bool = False
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Hits in one article, in order; `cut_short` where time or room ran out."""

    hits: tuple[Span, ...] = ()
    cut_short: bool = False


class Searchable:
    """One article's text, made ready for searching when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = text.replace("\n", " ")
        """As it is read: a line that was wrapped by hand goes on."""
        self._folded: Folded | None = None
        self._offsets: Utf16Map | None = None

    def find(self, query: Query) -> Found:
        """All places of a query; an invalid expression is found nowhere (see `complaint`).

        Without `case`, text and query are compared in folded form, so that a straight quote finds
        a curly one and a space a no-break space.
        """
        if not query.text:
            return Found()
        if query.regex:
            return self._find_expression(query)
        if query.case:
            return _plain(self._read, query.text, query.whole_word)
        if self._folded is None:
            self._folded = fold(self._read)
        wanted = fold(query.text).text
        if not wanted:
            return Found()
        found = _plain(self._folded.text, wanted, query.whole_word)
        folded = self._folded
        hits = dict.fromkeys(folded.span(hit.start, hit.end) for hit in found.hits)
        return Found(tuple(hits), found.cut_short)

    def _find_expression(self, query: Query) -> Found:
        expression = _expression(query)
        if not expression.isValid():
            return Found()
        if self._offsets is None:
            self._offsets = Utf16Map(self._text)
        clock = QElapsedTimer()
        clock.start()
        hits: list[Span] = []
        given_up = False
        at = 0
        for line in self._text.split("\n"):
            start = self._offsets.to_qt(at)
            matches = expression.globalMatch(line)
            given_up = given_up or not matches.isValid()
            while matches.hasNext():
                match = matches.next()
                if match.hasMatch() and match.capturedLength():
                    first = start + match.capturedStart()
                    hits.append(self._offsets.span_from_qt(first, first + match.capturedLength()))
                if len(hits) >= MOST_HITS or clock.elapsed() > _LONGEST_MS:
                    return Found(tuple(hits), cut_short=True)
            if clock.elapsed() > _LONGEST_MS:
                return Found(tuple(hits), cut_short=True)
            at += len(line) + 1
        return Found(tuple(hits), given_up)


def complaint(query: Query) -> str:
    """What is wrong with a query's regular expression, in words; empty where nothing is."""
    if not query.regex or not query.text:
        return ""
    # Checked without the limit in front, so that the place told is the person's own.
    expression = QRegularExpression(query.text)
    if expression.isValid():
        return ""
    place = expression.patternErrorOffset() + 1
    return f"Not a regular expression: {expression.errorString()} (at {place})"


def _expression(query: Query) -> QRegularExpression:
    pattern = rf"\b(?:{query.text})\b" if query.whole_word else query.text
    options = QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not query.case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    return QRegularExpression(f"(*LIMIT_MATCH={_STEPS}){pattern}", options)


def _plain(text: str, wanted: str, whole_word: bool) -> Found:
    hits: list[Span] = []
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not whole_word or _stands_alone(text, at, end):
            hits.append(Span(at, end))
            if len(hits) >= MOST_HITS:
                return Found(tuple(hits), cut_short=True)
        at = text.find(wanted, end)
    return Found(tuple(hits))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit goes on before or after a hit that ends in one itself."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
