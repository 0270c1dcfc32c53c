"""Which language's words to read a paragraph by."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figures.english import ENGLISH
from reader.core.facts.figures.lexemes import LexemeKind, Lexemes
from reader.core.facts.figures.other_languages import FRENCH, GERMAN, SPANISH
from reader.core.facts.figures.vocabulary import Vocabulary

LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH, SPANISH)
_BY_CODE: Final = {words.code: words for words in LANGUAGES}
_ENOUGH: Final = 200
"""Words of a paragraph that are looked at."""


def vocabulary_for(language: str | None, lexemes: Lexemes) -> Vocabulary:
    """The words of `language` ('de', 'de-AT'), else of the one whose small words are most."""
    if language:
        known = _BY_CODE.get(language.casefold().replace("_", "-").partition("-")[0])
        if known:
            return known
    seen = [item.form for item in lexemes.items[:_ENOUGH] if item.kind is LexemeKind.WORD]
    counts = [sum(form in words.function_words for form in seen) for words in LANGUAGES]
    best = max(range(len(LANGUAGES)), key=lambda index: counts[index])
    return (
        LANGUAGES[best]
        if counts[best] > counts[0] + 1 or (not counts[0] and counts[best])
        else ENGLISH
    )


_WEEKDAYS: Final = {
    form: day for words in LANGUAGES for form, day in words.weekdays.items() if len(form) > 3
}


def weekday_named(text: str) -> int | None:
    """The weekday (Monday is 0) that the words of a figure name, None where they name none."""
    for word in text.casefold().split():
        if word in _WEEKDAYS:
            return _WEEKDAYS[word]
    return None
