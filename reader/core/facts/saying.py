"""Clauses of saying: a verb of saying and the words for who says it, wherever they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.facts.names import Name
from reader.core.facts.source_phrase import (
    APPOSED,
    GAP,
    PRONOUNS,
    STARTS_PHRASE,
    PhraseWord,
    before_apposition,
    introduces_name,
    phrase_after,
    phrase_before,
)
from reader.core.facts.vocabulary import (
    SAYING,
    STRONG_SAYING,
    TITLES,
    plain_form,
    word_set,
)
from reader.core.text.span import Span
from reader.core.text.tokens import Word


@dataclass(frozen=True, slots=True)
class Saying:
    """'Zenz told ICIJ': `source` is 'Zenz', `verb` 'told', `span` both.

    `pronoun` says that the source is one; `inverted` that it follows the verb ('said Price').
    """

    verb: Span
    source: Span
    pronoun: bool = False
    inverted: bool = False

    @property
    def span(self) -> Span:
        return self.verb.hull(self.source)


_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’-][^\W_]+)*")
_ACCORDING: Final = re.compile(
    r"\b(?:according\s+to|in\s+the\s+words\s+of|as\s+told\s+by|laut|zufolge|nach\s+Angaben\s+"
    r"(?:von|der|des)|selon|d['’]après|según|de\s+acuerdo\s+con)\s+",
    re.IGNORECASE,
)
_HAN: Final = "\u3400-\u9fff"
_SAID_IN_HAN: Final = re.compile(
    rf"(?:^|(?<=[^{_HAN}]))([{_HAN}·]{{1,14}}?)(说|說|表示|称|稱|指出|强调|強調)(?=[：:，,]|\Z)"
)
_TURNED_PRONOUNS: Final = word_set("he she they er sie il elle él ella")
_HEARING: Final = word_set(
    """
    told tell tells telling urged reminded
    """
)
"""Verbs whose object is who hears it: they are never turned round before a name."""


def saying_places(text: str, words: Sequence[Word]) -> list[int]:
    """Where in a text a clause of saying may stand, in order: elsewhere none need be sought."""
    places = [word.span.start for word in words if word.folded in SAYING]
    places += [match.start() for match in _ACCORDING.finditer(text)]
    places += [match.start(2) for match in _SAID_IN_HAN.finditer(text)]
    return sorted(places)


def find_sayings(text: str, clause: Span, names: Sequence[Name]) -> tuple[Saying, ...]:
    """The sayings of a stretch of text without its quotations, in order.

    `names` are those that overlap the stretch. Who says it may be a name, a pronoun or a noun
    phrase ('a spokesman', 'the coast guard').
    """
    words = [
        PhraseWord(Span(*match.span()), plain_form(match.group()), match.group()[0].isupper())
        for match in _WORD.finditer(text, clause.start, clause.end)
    ]
    found: list[Saying] = []
    for at, word in enumerate(words):
        if word.folded in SAYING:
            saying = _saying(text, clause, words, at, names, found[-1] if found else None)
            if saying is not None:
                found.append(saying)
    found += _in_han(text, clause)
    found += _according(text, clause, words, names)
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


def _in_han(text: str, clause: Span) -> list[Saying]:
    """'市长说：': the run of Han signs before a verb of saying at a clause's end."""
    return [
        Saying(Span(*match.span(2)), Span(*match.span(1)))
        for match in _SAID_IN_HAN.finditer(text, clause.start, clause.end)
    ]


def _according(
    text: str, clause: Span, words: list[PhraseWord], names: Sequence[Name]
) -> list[Saying]:
    found: list[Saying] = []
    for match in _ACCORDING.finditer(text, clause.start, clause.end):
        at = bisect_left(words, match.end(), key=lambda word: word.span.start)
        source = phrase_after(text, words, at, names) if at < len(words) else None
        if source is not None:
            verb = Span(match.start(), match.start() + len(match.group().rstrip()))
            found.append(Saying(verb, source, source.of(text).casefold() in PRONOUNS, True))
    return found


def _saying(
    text: str,
    clause: Span,
    words: list[PhraseWord],
    at: int,
    names: Sequence[Name],
    earlier: Saying | None,
) -> Saying | None:
    verb = words[at]
    if verb.capital and verb.folded not in STRONG_SAYING:
        return None
    turned = _may_be_inverted(text, clause, words, at, names)
    turned = turned and not _ends_apposition(text, words, at)
    if turned and at + 1 < len(words):
        source = phrase_after(text, words, at + 1, names)
        if source is not None:
            pronoun = source.of(text).casefold() in PRONOUNS
            return Saying(verb.span, source, pronoun, inverted=True)
    if at > 0 and words[at - 1].folded in _AND:
        source = earlier.source if earlier else _first_name(words, at, names)
    else:
        source = phrase_before(text, clause, words, at, names)
    if source is None:
        return None
    return Saying(verb.span, source, source.of(text).casefold() in PRONOUNS)


_AND: Final = word_set("and but und aber et mais y pero")


def _first_name(words: list[PhraseWord], at: int, names: Sequence[Name]) -> Span | None:
    """'Zenz voiced horror and said': the sentence's first words name who says."""
    before = words[: min(4, at)]
    if names and any(names[0].span.covers(word.span) for word in before):
        return names[0].span
    return None


def _ends_apposition(text: str, words: list[PhraseWord], at: int) -> bool:
    """Whether the verb follows 'Lang, an engineer,': then who says it stands before."""
    if at < 2:
        return False
    index, _ = before_apposition(text, words, at - 1)
    if index < 0 or not words[index].capital:
        return False
    first = words[index + 1]
    return first.folded in APPOSED or first.folded in TITLES or first.folded[0].isdigit()


def _may_be_inverted(
    text: str, clause: Span, words: list[PhraseWord], at: int, names: Sequence[Name]
) -> bool:
    """'..., said X': the verb follows a mark or begins the clause, and a source may follow it."""
    verb = words[at]
    if verb.folded in _HEARING or verb.folded.endswith("ing") or at + 1 >= len(words):
        return False
    before = _just_before(text, clause, verb)
    helped = at > 0 and words[at - 1].folded in ("a", "ont", "avait", "ha", "han")
    if helped:
        before = _just_before(text, clause, words[at - 1])
    if before and before[-1] not in ",”\"»“'’—–-!?":
        return False
    following = words[at + 1]
    return bool(GAP.fullmatch(text, verb.span.end, following.span.start)) and (
        following.capital
        or following.folded in STARTS_PHRASE
        or following.folded in _TURNED_PRONOUNS
        or following.folded in TITLES
        or introduces_name(text, words, at + 1, names)
    )


def _just_before(text: str, clause: Span, word: PhraseWord) -> str:
    """The last few characters of the clause before a word, without blanks at their end."""
    return text[max(clause.start, word.span.start - 8) : word.span.start].rstrip(" \u00a0")
