"""Noun phrases for a source: what stands before or after a verb of saying and says who says it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.facts.names import Name
from reader.core.facts.vocabulary import (
    FUNCTION_WORDS,
    PEOPLE_IN_GENERAL,
    SAYING,
    TITLES,
    word_set,
)
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """A word of the clause, with its inner hyphens and apostrophes."""

    span: Span
    folded: str
    capital: bool


PRONOUNS: Final = word_set(
    """
    he she they it we i er sie es wir ich il elle ils elles nous je él ella ellos ellas
    """
)
_BETWEEN: Final = word_set(
    """
    has have had also later then again further recently reportedly repeatedly previously earlier
    initially today yesterday himself herself themselves just only even still
    always often once never hat haben hatte habe a ont avait aussi ha han había
    """
)
"""What may stand between a source and its verb."""
STARTS_PHRASE: Final = word_set(
    """
    a an the this that these those his her its their our my one another some many several all both
    der die das ein eine le la les un une el los las
    """
)
_STOPS_PHRASE: Final = (
    FUNCTION_WORDS - STARTS_PHRASE - PRONOUNS - word_set("of for and le la de d' des du")
)
"""What ends a noun phrase that is read backwards or forwards."""
GAP: Final = re.compile(r"[ \u00a0\u202f]*(?:['’]s?[ \u00a0])?")
"""What may stand between two words of one phrase: blanks, and a possessive's ending."""
_LONGEST_PHRASE: Final = 8
APPOSED: Final = word_set("a an the who whose which his her ein eine der die das un une le la el")
"""Words that begin an apposition."""


def phrase_after(text: str, words: list[PhraseWord], at: int, names: Sequence[Name]) -> Span | None:
    """The noun phrase that begins with the word at `at`: up to the first name in it."""
    first = words[at]
    if first.folded in PRONOUNS:
        return first.span
    last = first
    for index in range(at, min(at + _LONGEST_PHRASE, len(words))):
        word = words[index]
        gap = text[last.span.end : word.span.start]
        if index > at and not GAP.fullmatch(gap):
            break
        name = _name_at(names, word)
        if name is not None and name.span.start >= first.span.start:
            if _followed_by_noun(text, name, words, index, names, first.folded in _ARTICLES):
                last = word
                continue
            return name.span
        if index > at and (word.folded in _STOPS_PHRASE or word.folded.endswith(("ed", "led"))):
            break
        last = word
    if first.folded in _STOPS_PHRASE:
        return None
    phrase = Span(first.span.start, last.span.end)
    return phrase if last is not first or first.folded not in STARTS_PHRASE else None


_ARTICLES: Final = word_set("a an the ein eine der die das un une le la el")


def introduces_name(text: str, words: list[PhraseWord], index: int, names: Sequence[Name]) -> bool:
    """Whether small words lead to a name: '20-year-old student Ida Brandt'."""
    start = words[index].span.start
    holder = bisect_left(names, start, key=lambda one: one.span.start)
    if holder == len(names) or words[index].folded in _STOPS_PHRASE:
        return False
    return _is_office(text, words, index, names[holder])


def _followed_by_noun(
    text: str, name: Name, words: list[PhraseWord], index: int, names: Sequence[Name], article: bool
) -> bool:
    """Whether a name only opens its phrase, as in 'State Department spokesman Ned Price'."""
    while index < len(words) and words[index].span.start < name.span.end:
        index += 1
    if index == len(words):
        return False
    after = words[index]
    if after.capital or not GAP.fullmatch(text, name.span.end, after.span.start):
        return False
    holder = bisect_right(names, name.span.end, key=lambda one: one.span.start)
    if holder < len(names) and _is_office(text, words, index, names[holder]):
        return True
    goes_on = after.folded not in _STOPS_PHRASE and after.folded not in SAYING
    return after.folded in PEOPLE_IN_GENERAL or (article and goes_on)


def _is_office(text: str, words: list[PhraseWord], index: int, holder: Name) -> bool:
    """Whether one to four small words lead from the word at `index` to their holder's name."""
    last = words[index].span.start
    for word in words[index : index + 5]:
        if not GAP.fullmatch(text[last : word.span.start]):
            return False
        if word.span.start >= holder.span.start:
            return word.span.start == holder.span.start
        if word.capital or word.folded in _STOPS_PHRASE or word.folded in STARTS_PHRASE:
            return False
        last = word.span.end
    return False


def phrase_before(
    text: str, clause: Span, words: list[PhraseWord], at: int, names: Sequence[Name]
) -> Span | None:
    """The noun phrase that ends before the verb at `at`, past helping words and an apposition."""
    index = at - 1
    edge = words[at].span.start
    while index >= 0 and _near(text, words[index], edge) and _between(words[index]):
        edge = words[index].span.start
        index -= 1
    if index >= 0 and words[index].folded in _BEING and _near(text, words[index], edge):
        if not words[at].folded.endswith("ing"):
            return None
        edge = words[index].span.start
        index -= 1
    if index < 0:
        return None
    gap = text[words[index].span.end : edge]
    if gap.strip(" \u00a0") in (",", ")", "),"):
        named = _name_at(names, words[index])
        index, edge = before_apposition(text, words, index)
        if index < 0:
            return None
        if named is not None and len(named.words) > 1 and 0 <= named.span.start - edge < 4:
            return named.span
    elif not GAP.fullmatch(gap):
        return None
    last = words[index]
    if last.folded in PRONOUNS:
        return last.span
    name = _name_at(names, last)
    if name is not None and name.span.start >= clause.start:
        return _with_head(text, words, index, name, names)
    phrase = _noun_phrase_ending(text, words, index)
    return None if phrase is None else _outer_head(text, words, phrase, names)


def _outer_head(text: str, words: list[PhraseWord], phrase: Span, names: Sequence[Name]) -> Span:
    """'the Embassy on its page' is the Embassy: a name before the preposition of a phrase."""
    at = bisect_left(words, phrase.start, key=lambda word: word.span.start) - 1
    if at < 1 or words[at].folded not in ("on", "in", "at", "via", "through"):
        return phrase
    name = _name_at(names, words[at - 1])
    if name is None or not GAP.fullmatch(text, words[at - 1].span.end, words[at].span.start):
        return phrase
    return _with_head(text, words, at - 1, name, names)


def _name_at(names: Sequence[Name], word: PhraseWord) -> Name | None:
    """The name that holds the whole word, of the few that overlap its clause."""
    at = bisect_right(names, word.span.start, key=lambda name: name.span.start) - 1
    if at < 0 or not names[at].span.overlaps(word.span):
        return None
    past = (
        word.folded[names[at].span.end - word.span.start :]
        if names[at].span.end < word.span.end
        else ""
    )
    return names[at] if past in ("", "'s") else None


def _with_head(
    text: str, words: list[PhraseWord], index: int, name: Name, names: Sequence[Name]
) -> Span:
    """'Wang with Human Rights Watch' is Wang; 'the Embassy in Iraq' stays whole."""
    while index >= 0 and words[index].span.start >= name.span.start:
        index -= 1
    if index > 0 and words[index].folded == "the":
        index -= 1
    if index < 1 or words[index].folded not in ("with", "of", "in", "at", "from", "for"):
        return _with_article(text, words, index, name)
    head = _name_at(names, words[index - 1])
    if head is None or not GAP.fullmatch(text, words[index].span.end, name.span.start):
        return _bearer(text, words, index, names) or name.span
    return head.span if words[index].folded in ("with", "at", "from") else head.span.hull(name.span)


_BEING: Final = word_set("is are was were be been being wurde wurden wird est sont fue")
"""Before a verb of saying these make it passive ('was admitted'), unless it ends in -ing."""


def _near(text: str, word: PhraseWord, edge: int) -> bool:
    return bool(GAP.fullmatch(text[word.span.end : edge]))


def _between(word: PhraseWord) -> bool:
    return word.folded in _BETWEEN or (word.folded.endswith("ly") and not word.capital)


def before_apposition(text: str, words: list[PhraseWord], index: int) -> tuple[int, int]:
    """The word before the comma that opens the apposition which ends with the word at `index`."""
    for back in range(index, max(-1, index - 14), -1):
        if back > 0 and "," in text[words[back - 1].span.end : words[back].span.start]:
            return back - 1, words[back - 1].span.end
        if back > 0 and "(" in text[words[back - 1].span.end : words[back].span.start]:
            return back - 1, words[back - 1].span.end
    return -1, 0


def _bearer(text: str, words: list[PhraseWord], index: int, names: Sequence[Name]) -> Span | None:
    """'Zenz, a fellow at the Foundation,' is Zenz: the name before the apposition."""
    back, edge = before_apposition(text, words, index)
    if back < 0 or words[back + 1].folded not in APPOSED:
        return None
    name = _name_at(names, words[back])
    return name.span if name is not None and edge - name.span.end < 4 else None


def _with_article(text: str, words: list[PhraseWord], index: int, name: Name) -> Span:
    """'a senior Democrat' stays whole; a name alone stands for itself."""
    edge = name.span.start
    for back in range(index, max(-1, index - 4), -1):
        word = words[back]
        if word.capital or not _near(text, word, edge):
            break
        if word.folded in ("a", "an", "another"):
            return Span(word.span.start, name.span.end) if back < index else name.span
        if word.folded in _STOPS_PHRASE or word.folded in TITLES:
            break
        edge = word.span.start
    return name.span


_OPENING: Final = word_set("of for and")


def _noun_phrase_ending(text: str, words: list[PhraseWord], index: int) -> Span | None:
    """'the coast guard', 'a spokesman for the firm', or a bare noun ('police')."""
    last = words[index]
    barred = _STOPS_PHRASE | STARTS_PHRASE | _OPENING
    if last.folded in barred or not last.folded[0].isalpha():
        return None
    start = last.span.start
    for back in range(index, max(-1, index - _LONGEST_PHRASE), -1):
        word = words[back]
        if word.folded in _STOPS_PHRASE or word.folded in SAYING:
            break
        start = word.span.start
        if word.folded in STARTS_PHRASE and not (
            back > 0 and words[back - 1].folded in ("of", "for")
        ):
            break
        if back > 0 and not GAP.fullmatch(text[words[back - 1].span.end : start]):
            break
    return Span(start, last.span.end)
