"""Words of every known language that carry no content, as the figure rules use them."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figures.language import LANGUAGES

FUNCTION_WORDS: Final = frozenset[str]().union(
    *(words.function_words for words in LANGUAGES),
    *(bound.words for words in LANGUAGES for bound in words.bounds),
)
