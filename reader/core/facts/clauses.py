"""A stretch of text cut into small clauses, whose words can be compared one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from reader.core.facts.vocabulary import FUNCTION_WORDS, word_set
from reader.core.text.span import Span
from reader.core.text.tokens import Token, TokenKind


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """A word of a clause; `content` says whether it carries meaning of its own."""

    span: Span
    folded: str
    content: bool
    capital: bool


@dataclass(frozen=True, eq=False)
class Clause:
    """Words between two edges; `question` and `condition` say that nothing is stated in it.

    A clause is itself alone, whatever its words, so that what is found out about it can be kept.
    """

    words: tuple[ClauseWord, ...]
    question: bool = False
    condition: bool = False

    @cached_property
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


def clauses_of(text: str, tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The small clauses of some tokens of `text`, in order; of very many only the first."""
    found: list[Clause] = []
    open_since = 0
    words: list[ClauseWord] = []
    condition = False
    for token in tokens:
        if len(found) >= _MOST_CLAUSES:
            break
        place = token.span
        word = place.of(text)
        if token.folded == "t" and words and _is_torn(text, words[-1], place):
            words[-1] = replace(words[-1], folded="n't", span=words[-1].span.hull(place))
            continue
        parts = token.folded in _PARTING and len(words) >= _LEAST_CLAUSE and not word[0].isupper()
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
