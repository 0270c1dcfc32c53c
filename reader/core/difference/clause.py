"""A reading cut into small clauses, and how far two clauses speak of the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from reader.core.facts.vocabulary import CALENDAR, FUNCTION_WORDS, word_set
from reader.core.matching.kinship import Kinship, kinship, spelling, stem
from reader.core.text.span import Span
from reader.core.text.tokens import Token, TokenKind, tokenize


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """A word of a clause; `content` says whether it carries meaning of its own."""

    span: Span
    folded: str
    content: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """Words between two edges; `question` and `condition` say that nothing is stated in it."""

    words: tuple[ClauseWord, ...]
    question: bool = False
    condition: bool = False

    @property
    def content(self) -> tuple[ClauseWord, ...]:
        return tuple(word for word in self.words if word.content)

    @property
    def stated(self) -> bool:
        return not self.question and not self.condition

    @property
    def span(self) -> Span:
        return self.words[0].span.hull(self.words[-1].span)


_EDGES: Final = frozenset(".,;:()[]–—!?。，；：！？؟、…")
_PARTING: Final = word_set(
    "while whereas but who which where when because although though if unless whether after before "
    "während aber weil wenn obwohl nachdem bevor tandis mais parce quand mientras pero porque "
    "cuando"
)
"""Words that open another clause."""
_CONDITIONAL: Final = word_set("if unless whether wenn falls ob si")
_AUXILIARY: Final = word_set(
    """
    hat haben hatte hatten wird werden wurde wurden worden ist sind war waren a ont avait avaient
    est sont était été ha han había fue fueron será 有 了 的 在 是 和 与
    """
)
_LEAST_CLAUSE: Final = 2
_LONGEST_CLAUSE: Final = 60
_MOST_CLAUSES: Final = 60
_LONGEST_READING: Final = 20_000
"""Of one reading that are looked at: work on a pair stays bounded."""


@lru_cache(maxsize=512)
def clauses_of(text: str, span: Span) -> tuple[Clause, ...]:
    """The small clauses of a stretch of text, in order; of a very long one only the first."""
    found: list[Clause] = []
    open_since = 0
    words: list[ClauseWord] = []
    condition = False
    for token in tokenize(span.of(text)[:_LONGEST_READING]):
        if len(found) >= _MOST_CLAUSES:
            break
        place = token.span.shifted(span.start)
        word = place.of(text)
        if token.folded == "t" and words and _is_torn(text, words[-1], place):
            words[-1] = replace(words[-1], folded="n't", span=words[-1].span.hull(place))
            continue
        parts = token.folded in _PARTING and len(words) >= _LEAST_CLAUSE
        if words and (parts or _is_edge(token, word) or len(words) == _LONGEST_CLAUSE):
            found.append(Clause(tuple(words), False, condition))
            words, condition = [], False
        if word[-1] in "?？؟":
            found[open_since:] = [replace(one, question=True) for one in found[open_since:]]
        if word[-1] in ".!?。！？؟":
            open_since = len(found)
        if token.kind in (TokenKind.SPACE, TokenKind.PUNCTUATION):
            continue
        condition = condition or (not words and token.folded in _CONDITIONAL)
        words.append(ClauseWord(place, token.folded, _is_content(token.folded), word[0].isupper()))
    if words and len(found) < _MOST_CLAUSES:
        found.append(Clause(tuple(words), False, condition))
    return tuple(found)


def _is_torn(text: str, before: ClauseWord, place: Span) -> bool:
    """Whether 't' is the end of a 'n ’ t' that was set with blanks."""
    between = text[before.span.end : place.start].strip()
    return before.folded.endswith("n") and between in ("'", "’")


def _is_edge(token: Token, word: str) -> bool:
    return token.kind is TokenKind.PUNCTUATION and (
        word in _EDGES or (word[0] in ".-" and len(word) > 1)
    )


def _is_content(folded: str) -> bool:
    return folded not in FUNCTION_WORDS and folded not in _AUXILIARY


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
    x = {key(word.folded) for word in a if word.content}
    y = {key(word.folded) for word in b if word.content}
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
