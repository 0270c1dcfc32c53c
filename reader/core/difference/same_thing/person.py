"""Whom a place in a text is about, so that what is said of two people is never held together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.core.difference.clauses.clause import is_irregular_past
from reader.core.facts.analysis import Analysis
from reader.core.facts.clauses import ClauseWord
from reader.core.facts.figure import FigureKind
from reader.core.facts.names import Name
from reader.core.facts.same_name import Likeness, liken
from reader.core.facts.vocabulary import (
    FUNCTION_WORDS,
    PEOPLE_IN_GENERAL,
    plain_form,
    word_set,
)
from reader.core.text.span import Span

_FARTHEST: Final = 400
"""Code points back within which a pronoun may find its person."""
_PRONOUNS: Final = word_set("he she his her him hers er sie il elle él ella")
_ANYBODY: Final = PEOPLE_IN_GENERAL
_BEARERS: Final = word_set("man woman boy girl victim teenager suspect defendant")
"""Nouns that behind 'the' point back at one person."""


def of_two_people(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> bool:
    """Whether two places are surely, or may well be, about two people.

    They may be where one is about a person of whom the other text knows nothing, and the other
    points back with a 'he' or 'the man' at somebody that cannot be told; but what one person says
    of a 'he' in both texts ('Weil said he would appeal', 'Weil said his client') is of one.
    """
    people_a, points_a = _people_at(a, at_a)
    people_b, points_b = _people_at(b, at_b)
    if (points_a or points_b) and _one_source(a, at_a, b, at_b):
        return False
    if people_a and people_b:
        return not any(_may_be_one(x, y) for x in people_a for y in people_b)
    if people_a and points_b:
        return not any(_known(b, person) for person in people_a)
    if people_b and points_a:
        return not any(_known(a, person) for person in people_b)
    return _strangers(a, people_a, b, at_b) or _strangers(b, people_b, a, at_a)


def _one_source(a: Analysis, at_a: Span, b: Analysis, at_b: Span) -> bool:
    """Whether one person is named in both texts as the source of the sentences."""
    told_a, told_b = _sources(a, at_a), _sources(b, at_b)
    return any(_may_be_one(x, y) for x in told_a for y in told_b)


def _sources(analysis: Analysis, at: Span) -> list[tuple[str, ...]]:
    sentence = next(iter(analysis.sentences_in(at)), at)
    return [
        tuple(plain_form(word) for word in one.speaker.split())
        for one in analysis.attributions_in(sentence)
        if one.named
    ]


def _strangers(a: Analysis, people: Sequence[tuple[str, ...]], b: Analysis, at_b: Span) -> bool:
    """Whether a text that never names these people names others, as it would name them.

    A text that names nobody may still mean them: 'a climber, 36,'.
    """
    if not people or any(_known(b, person) for person in people):
        return False
    others = {one.words for one in b.names if b.speakers.person(one.span.of(b.text))}
    return any(not _known(a, other) for other in others) and not _introduces(b, at_b)


def _introduces(analysis: Analysis, at: Span) -> bool:
    """Whether the sentence speaks of somebody by his age or as 'a man', and not by name."""
    sentence = next(iter(analysis.sentences_in(at)), at)
    return any(one.kind is FigureKind.AGE for one in analysis.figures_in(sentence)) or any(
        word.folded in _ANYBODY for clause in analysis.clauses_in(sentence) for word in clause.words
    )


def _may_be_one(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return liken(a, b).likeness is not Likeness.OTHER


def _known(analysis: Analysis, person: tuple[str, ...]) -> bool:
    return any(_may_be_one(name.words, person) for name in analysis.names_like(person))


def _people_at(analysis: Analysis, at: Span) -> tuple[list[tuple[str, ...]], bool]:
    """The people before a place in its sentence, else those it points back at; whether it does."""
    sentence = next(iter(analysis.sentences_in(at)), at)
    before = Span(sentence.start, max(sentence.start, at.start))
    people = _people(analysis, before)
    words = [word for clause in analysis.clauses_in(sentence) for word in clause.words]
    first = _lone_first_name(analysis, sentence, words)
    if people or first:
        return people or [first.words for first in (first,) if first], False
    if not _points_back([word for word in words if word.span.end <= at.start + 1]):
        return [], False
    return _people_before(analysis, sentence.start), True


def _people_before(analysis: Analysis, place: int) -> list[tuple[str, ...]]:
    """The people of the nearest sentence before a place that names any."""
    reach = Span(max(0, place - _FARTHEST), place)
    for sentence in reversed(analysis.sentences_in(reach)):
        if sentence.start < place and (people := _people(analysis, sentence)):
            return people
    return []


def _people(analysis: Analysis, span: Span) -> list[tuple[str, ...]]:
    """The folded fullest names of the people named in a stretch, without those who only say it."""
    sources = [one.source for one in analysis.attributions_in(span)]
    sources += [
        one.speaker_span for one in analysis.quotations_in(span) if one.speaker_span is not None
    ]
    found: list[tuple[str, ...]] = []
    for name in analysis.names_in(span):
        if not span.covers(name.span) or any(name.span.overlaps(source) for source in sources):
            continue
        full = analysis.speakers.person(name.span.of(analysis.text))
        if full is not None:
            found.append(tuple(plain_form(word) for word in full.split()))
    return found


def _lone_first_name(
    analysis: Analysis, sentence: Span, words: Sequence[ClauseWord]
) -> Name | None:
    """'Lindqvist' of 'Lindqvist had her best season': one name, and a pronoun that follows it.

    'Investigators believe that he' has no such name: what ends in an s may be many people; nor has
    'Defence lawyer Weil said his client', where no verb follows the first word.
    """
    if not words or len(words) < 3 or words[1].capital or not words[0].capital:
        return None
    if words[0].folded in FUNCTION_WORDS or not any(w.folded in _PRONOUNS for w in words[1:]):
        return None
    name = next(iter(analysis.names_in(words[0].span)), None)
    if name is not None:
        return name if len(name.words) == 1 else None
    verb = words[1].folded
    if words[1].content and not verb.endswith("ed") and not is_irregular_past(verb):
        return None
    return None if words[0].folded.endswith("s") else Name(words[0].span, (words[0].folded,))


def _points_back(words: Sequence[ClauseWord]) -> bool:
    """Whether a 'he', or a 'the man', stands among the words before anybody is introduced."""
    for at, word in enumerate(words):
        if word.folded in ("a", "an"):
            return False
        if word.folded in _PRONOUNS:
            return True
        if word.folded in _BEARERS and at > 0 and words[at - 1].folded in ("the", "this", "that"):
            return True
    return False
