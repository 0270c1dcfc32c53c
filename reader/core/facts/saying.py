"""Clauses of saying: a verb of saying and the words for who says it, wherever they stand."""

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


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    folded: str
    capital: bool


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
PRONOUNS: Final = word_set(
    """
    he she they it we i er sie es wir ich il elle ils elles nous je él ella ellos ellas
    """
)
_TURNED_PRONOUNS: Final = word_set("he she they er sie il elle él ella")
_BETWEEN: Final = word_set(
    """
    has have had also later then again further recently reportedly repeatedly previously earlier
    initially today yesterday himself herself themselves just only even still
    always often once never hat haben hatte habe a ont avait aussi ha han había
    """
)
"""What may stand between a source and its verb."""
_STARTS_PHRASE: Final = word_set(
    """
    a an the this that these those his her its their our my one another some many several all both
    der die das ein eine le la les un une el los las
    """
)
_STOPS_PHRASE: Final = (
    FUNCTION_WORDS - _STARTS_PHRASE - PRONOUNS - word_set("of for and le la de d' des du")
)
_GAP: Final = re.compile(r"[ \u00a0\u202f]*(?:['’]s?[ \u00a0])?")
_LONGEST_PHRASE: Final = 8
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
        _Word(Span(*match.span()), plain_form(match.group()), match.group()[0].isupper())
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


def _according(text: str, clause: Span, words: list[_Word], names: Sequence[Name]) -> list[Saying]:
    found: list[Saying] = []
    for match in _ACCORDING.finditer(text, clause.start, clause.end):
        at = bisect_left(words, match.end(), key=lambda word: word.span.start)
        source = _phrase_after(text, words, at, names) if at < len(words) else None
        if source is not None:
            verb = Span(match.start(), match.start() + len(match.group().rstrip()))
            found.append(Saying(verb, source, source.of(text).casefold() in PRONOUNS, True))
    return found


def _saying(
    text: str,
    clause: Span,
    words: list[_Word],
    at: int,
    names: Sequence[Name],
    earlier: Saying | None,
) -> Saying | None:
    verb = words[at]
    if verb.capital and verb.folded not in STRONG_SAYING:
        return None
    turned = _may_be_inverted(text, clause, words, at)
    turned = turned and not _ends_apposition(text, words, at)
    if turned and at + 1 < len(words):
        source = _phrase_after(text, words, at + 1, names)
        if source is not None:
            pronoun = source.of(text).casefold() in PRONOUNS
            return Saying(verb.span, source, pronoun, inverted=True)
    if at > 0 and words[at - 1].folded in _AND:
        source = earlier.source if earlier else _first_name(words, names)
    else:
        source = _phrase_before(text, clause, words, at, names)
    if source is None:
        return None
    return Saying(verb.span, source, source.of(text).casefold() in PRONOUNS)


_AND: Final = word_set("and but und aber et mais y pero")


def _first_name(words: list[_Word], names: Sequence[Name]) -> Span | None:
    """'Zenz voiced horror and said': the sentence's first words name who says."""
    if names and any(names[0].span.covers(word.span) for word in words[:4]):
        return names[0].span
    return None


def _ends_apposition(text: str, words: list[_Word], at: int) -> bool:
    """Whether the verb follows 'Lang, an engineer,': then who says it stands before."""
    if at < 2:
        return False
    index, _ = _before_apposition(text, words, at - 1)
    if index < 0 or not words[index].capital:
        return False
    first = words[index + 1]
    return first.folded in _APPOSED or first.folded in TITLES or first.folded[0].isdigit()


_APPOSED: Final = word_set("a an the who whose which his her ein eine der die das un une le la el")


def _may_be_inverted(text: str, clause: Span, words: list[_Word], at: int) -> bool:
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
    return bool(_GAP.fullmatch(text, verb.span.end, following.span.start)) and (
        following.capital
        or following.folded in _STARTS_PHRASE
        or following.folded in _TURNED_PRONOUNS
        or following.folded in TITLES
    )


def _just_before(text: str, clause: Span, word: _Word) -> str:
    """The last few characters of the clause before a word, without blanks at their end."""
    return text[max(clause.start, word.span.start - 8) : word.span.start].rstrip(" \u00a0")


def _phrase_after(text: str, words: list[_Word], at: int, names: Sequence[Name]) -> Span | None:
    """The noun phrase that begins with the word at `at`: up to the first name in it."""
    first = words[at]
    if first.folded in PRONOUNS:
        return first.span
    last = first
    for index in range(at, min(at + _LONGEST_PHRASE, len(words))):
        word = words[index]
        gap = text[last.span.end : word.span.start]
        if index > at and not _GAP.fullmatch(gap):
            break
        name = _name_at(names, word)
        if name is not None and name.span.start >= first.span.start:
            if _followed_by_noun(text, name, words, index, names):
                last = word
                continue
            return name.span
        if index > at and (word.folded in _STOPS_PHRASE or word.folded.endswith(("ed", "led"))):
            break
        last = word
    if first.folded in _STOPS_PHRASE:
        return None
    phrase = Span(first.span.start, last.span.end)
    return phrase if last is not first or first.folded not in _STARTS_PHRASE else None


def _followed_by_noun(
    text: str, name: Name, words: list[_Word], index: int, names: Sequence[Name]
) -> bool:
    """Whether a name only opens its phrase, as in 'State Department spokesman Ned Price'."""
    while index < len(words) and words[index].span.start < name.span.end:
        index += 1
    if index == len(words):
        return False
    after = words[index]
    if after.capital or not _GAP.fullmatch(text, name.span.end, after.span.start):
        return False
    holder = bisect_right(names, name.span.end, key=lambda one: one.span.start)
    if holder < len(names) and _is_office(text, words, index, names[holder]):
        return True
    return after.folded in PEOPLE_IN_GENERAL


def _is_office(text: str, words: list[_Word], index: int, holder: Name) -> bool:
    """Whether one to four small words lead from the word at `index` to their holder's name."""
    last = words[index].span.start
    for word in words[index : index + 5]:
        if not _GAP.fullmatch(text[last : word.span.start]):
            return False
        if word.span.start >= holder.span.start:
            return word.span.start == holder.span.start
        if word.capital or word.folded in _STOPS_PHRASE or word.folded in _STARTS_PHRASE:
            return False
        last = word.span.end
    return False


def _phrase_before(
    text: str, clause: Span, words: list[_Word], at: int, names: Sequence[Name]
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
        index, edge = _before_apposition(text, words, index)
        if index < 0:
            return None
        if named is not None and len(named.words) > 1 and 0 <= named.span.start - edge < 4:
            return named.span
    elif not _GAP.fullmatch(gap):
        return None
    last = words[index]
    if last.folded in PRONOUNS:
        return last.span
    name = _name_at(names, last)
    if name is not None and name.span.start >= clause.start:
        return _with_head(text, words, index, name, names)
    return _noun_phrase_ending(text, words, index)


def _name_at(names: Sequence[Name], word: _Word) -> Name | None:
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
    text: str, words: list[_Word], index: int, name: Name, names: Sequence[Name]
) -> Span:
    """'Wang with Human Rights Watch' is Wang; 'the Embassy in Iraq' stays whole."""
    while index >= 0 and words[index].span.start >= name.span.start:
        index -= 1
    if index < 1 or words[index].folded not in ("with", "of", "in", "at", "from", "for"):
        return _with_article(text, words, index, name)
    head = _name_at(names, words[index - 1])
    if head is None or not _GAP.fullmatch(text, words[index].span.end, name.span.start):
        return name.span
    return head.span if words[index].folded in ("with", "at", "from") else head.span.hull(name.span)


_BEING: Final = word_set("is are was were be been being wurde wurden wird est sont fue")
"""Before a verb of saying these make it passive ('was admitted'), unless it ends in -ing."""


def _near(text: str, word: _Word, edge: int) -> bool:
    return bool(_GAP.fullmatch(text[word.span.end : edge]))


def _between(word: _Word) -> bool:
    return word.folded in _BETWEEN or (word.folded.endswith("ly") and not word.capital)


def _before_apposition(text: str, words: list[_Word], index: int) -> tuple[int, int]:
    """The word before the comma that opens the apposition which ends with the word at `index`."""
    for back in range(index, max(-1, index - 14), -1):
        if back > 0 and "," in text[words[back - 1].span.end : words[back].span.start]:
            return back - 1, words[back - 1].span.end
        if back > 0 and "(" in text[words[back - 1].span.end : words[back].span.start]:
            return back - 1, words[back - 1].span.end
    return -1, 0


def _with_article(text: str, words: list[_Word], index: int, name: Name) -> Span:
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


def _noun_phrase_ending(text: str, words: list[_Word], index: int) -> Span | None:
    """'the coast guard', 'a spokesman for the firm', or a bare noun ('police')."""
    last = words[index]
    barred = _STOPS_PHRASE | _STARTS_PHRASE | _OPENING
    if last.folded in barred or not last.folded[0].isalpha():
        return None
    start = last.span.start
    for back in range(index, max(-1, index - _LONGEST_PHRASE), -1):
        word = words[back]
        if word.folded in _STOPS_PHRASE or word.folded in SAYING:
            break
        start = word.span.start
        if word.folded in _STARTS_PHRASE and not (
            back > 0 and words[back - 1].folded in ("of", "for")
        ):
            break
        if back > 0 and not _GAP.fullmatch(text[words[back - 1].span.end : start]):
            break
    return Span(start, last.span.end)
