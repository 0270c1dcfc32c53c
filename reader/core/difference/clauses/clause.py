"""How far the words of two clauses speak of the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reader.core.facts.clauses import Clause, ClauseWord
from reader.core.facts.vocabulary import CALENDAR, word_set
from reader.core.matching.kinship import Kinship, kinship, spelling, stem

KEPT: Final = 8192
"""Clauses of which is kept what was found out."""


@lru_cache(maxsize=65536)
def akin(a: str, b: str) -> bool:
    """Whether two folded words are one word in some form."""
    return key(a) == key(b) or kinship(a, b) is not Kinship.NONE


@lru_cache(maxsize=16384)
def irregular(word: str) -> str:
    """The stem of a verb's base form where its past is irregular, else the word's own stem."""
    return stem(_BASES.get(word, word))


@lru_cache(maxsize=16384)
def key(word: str) -> str:
    """What forms and spellings of one folded word have in common."""
    return stem(spelling(_BASES.get(word, word)))


_BASES: Final = {
    past: forms.split()[0]
    for forms in (
        "be was were been",
        "become became",
        "begin began begun",
        "break broke broken",
        "bring brought",
        "build built",
        "buy bought",
        "catch caught",
        "choose chose chosen",
        "die died dying dies",
        "come came",
        "draw drew drawn",
        "drive drove driven",
        "fall fell fallen",
        "fight fought",
        "find found",
        "flee fled",
        "fly flew flown",
        "get got gotten",
        "give gave given",
        "go went gone",
        "grow grew grown",
        "hear heard",
        "hide hid hidden",
        "hold held",
        "keep kept",
        "know knew known",
        "lead led",
        "leave left",
        "lie lied lying lies",
        "lose lost",
        "make made",
        "meet met",
        "pay paid",
        "rise rose risen",
        "run ran",
        "see saw seen",
        "sell sold",
        "send sent",
        "shoot shot",
        "show shown",
        "sink sank sunk",
        "speak spoke spoken",
        "spend spent",
        "stand stood",
        "steal stole stolen",
        "strike struck",
        "swear swore sworn",
        "take took taken",
        "teach taught",
        "tell told",
        "think thought",
        "throw threw thrown",
        "win won",
        "withdraw withdrew withdrawn",
        "write wrote written",
    )
    for past in forms.split()[1:]
}


def is_irregular_past(word: str) -> bool:
    """Whether a folded word is an irregular past or participle ('met', 'taken')."""
    return word in _BASES


def agreement(a: Sequence[ClauseWord], b: Sequence[ClauseWord]) -> tuple[int, float, float]:
    """How many content words are akin, as a count and as shares of the shorter and the longer."""
    return _agreement(_keys(a), _keys(b))


def clause_agreement(a: Clause, b: Clause) -> tuple[int, float, float]:
    """The same for two clauses, whose words are looked up once."""
    return _agreement(_clause_keys(a), _clause_keys(b))


def _keys(words: Sequence[ClauseWord]) -> frozenset[str]:
    return frozenset(key(word.folded) for word in words if word.content)


@lru_cache(maxsize=KEPT)
def _clause_keys(clause: Clause) -> frozenset[str]:
    return _keys(clause.words)


def _agreement(x: frozenset[str], y: frozenset[str]) -> tuple[int, float, float]:
    if not x or not y:
        return 0, 0.0, 0.0
    met = len(x & y)
    return met, met / min(len(x), len(y)), met / max(len(x), len(y))


_TIMES: Final = CALENDAR | word_set(
    "today yesterday tomorrow morning evening night noon spring summer autumn winter"
)


def same_time(a: Sequence[ClauseWord], b: Sequence[ClauseWord]) -> bool:
    """Whether no weekday, month, year or hour stands against another one."""
    x, y = _times(a), _times(b)
    return not x or not y or bool(x & y)


def _times(words: Sequence[ClauseWord]) -> set[str]:
    return {word.folded for word in words if word.folded in _TIMES or word.folded[:1].isdigit()}
