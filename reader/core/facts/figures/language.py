"""Which language's words to read a paragraph by."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figures.english import ENGLISH
from reader.core.facts.figures.lexemes import LexemeKind, Lexemes
from reader.core.facts.figures.other_languages import FRENCH, GERMAN, SPANISH
from reader.core.facts.figures.vocabulary import Vocabulary

LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH, SPANISH)
_BY_CODE: Final = {words.code: words for words in LANGUAGES}
_OWN_WORDS: Final = tuple(
    frozenset(
        form
        for form in (*words.function_words, *words.months, *words.weekdays)
        if len(form) > 1
        and all(
            form not in other.function_words and form not in other.months
            for other in LANGUAGES
            if other is not words
        )
    )
    for words in LANGUAGES
)
"""For each language, the small words and names of days that no other known language has."""
_ENOUGH: Final = 200
"""Words of a paragraph that are looked at."""


def vocabulary_for(language: str | None, lexemes: Lexemes) -> Vocabulary:
    """The words of `language` ('de', 'de-AT'), else of the one whose small words are most."""
    if language:
        known = _BY_CODE.get(language.casefold().replace("_", "-").partition("-")[0])
        if known:
            return known
    seen = [
        item.form
        for item in lexemes.items[:_ENOUGH]
        if item.kind is LexemeKind.WORD and not (len(item.text) > 1 and item.text.isupper())
    ]
    counts = [
        sum(2 if form in own else form in words.function_words for form in seen)
        for words, own in zip(LANGUAGES, _OWN_WORDS, strict=True)
    ]
    best = max(range(len(LANGUAGES)), key=lambda index: counts[index])
    return LANGUAGES[best]


_WEEKDAYS: Final = {
    form: day for words in LANGUAGES for form, day in words.weekdays.items() if len(form) > 3
}


def weekday_named(text: str) -> int | None:
    """The weekday (Monday is 0) that the words of a figure name, None where they name none."""
    for word in text.casefold().split():
        day = _WEEKDAYS.get(word.replace("’", "'").removesuffix("'s").rstrip(",."))
        if day is not None:
            return day
    return None
