"""Which part of a long sentence a link is about, where it says more than the other sentence does.

A mark over fifty words of which twelve meet the other article points nowhere. So what follows the
last clause that meets it is left out. The beginning stays: it holds who acts and what governs the
rest ('At least', 'According to the police'). Only the two sentences are looked at, so that another
article changes nothing here.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from reader.core.facts.analysis import Analysis
from reader.core.facts.clauses import Clause
from reader.core.facts.vocabulary import FUNCTION_WORDS, word_set
from reader.core.text.span import Span

LONG: Final = 30
"""Words from which a sentence may say more than one thing."""
LEAST: Final = 8
"""Words that a part needs to make a claim of its own."""
MOST: Final = 0.7
"""Share of the sentence's words up to which a part is worth marking by itself."""
_PARTING: Final = frozenset(",;:(–—")
"""Marks that part clauses so surely that a reading may end there."""
_GOES_ON: Final = word_set(
    "am is are was were be been being has have had having do does did will would shall should can "
    "could may might must 's 're 've 'd 'll not n't to the a an"
)
"""Small words that go on with what stands before the mark, or name it again: no place to end."""


def narrowed(analysis: Analysis, sentence: Span, met: Collection[Span]) -> Span:
    """The sentence up to the end of the clause that holds the last of `met`; else all of it.

    The end is that of a word. A condition or a question is never parted from what hangs on it.
    """
    words = analysis.words_in(sentence)
    if len(words) < LONG or not met:
        return sentence
    last = max(span.end for span in met)
    clauses = analysis.clauses_in(sentence)
    for number, clause in enumerate(clauses[:-1]):
        after = clauses[number + 1 :]
        if clause.span.end >= last and _may_end(analysis, clause, after[0]):
            part = Span(sentence.start, clause.span.end)
            worth = LEAST <= len(analysis.words_in(part)) <= MOST * len(words)
            return part if worth and all(one.stated for one in after) else sentence
    return sentence


def _may_end(analysis: Analysis, before: Clause, after: Clause) -> bool:
    """Whether a mark parts two clauses, and the second neither goes on with the first nor a list.

    It may begin with a small word ('and', 'which', 'with') or with what is done meanwhile
    ('calling'), but not as 'fell' does after 'a climber, 32,'.
    """
    between = analysis.text[before.span.end : after.span.start]
    word = after.words[0].folded
    opens = (word in FUNCTION_WORDS and word not in _GOES_ON) or word.endswith("ing")
    return opens and any(sign in _PARTING for sign in between)
