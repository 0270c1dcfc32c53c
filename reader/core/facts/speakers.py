"""Who is meant by the words for a source: a name's fullest form, the person behind a pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Final

from reader.core.facts.names import Name
from reader.core.facts.saying import Saying
from reader.core.facts.vocabulary import CONNECTORS, OFFICE_WORDS, TITLES, plain_form, word_set

_SINGULAR: Final = word_set("he she er il elle él ella")
_FARTHEST: Final = 400
"""Code points back within which a pronoun may find its person."""


class Speakers:
    """The speakers of one article; `names` are all of its names in order."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self._text = text
        self._names = names
        self._starts = [name.span.start for name in names]
        self._fullest = _fullest(text, names)
        self._people = frozenset(self._fullest)

    def named(self, saying: Saying) -> str | None:
        """The speaker in the fullest form of the article; None for a pronoun nobody can tell."""
        if saying.pronoun:
            return self._behind_pronoun(saying)
        return self.full(saying.source.of(self._text))

    def person(self, words: str) -> str | None:
        """The fullest form of a person's name; None for what the article shows to be none."""
        return self._fullest.get(plain_form(without_titles(words)))

    def full(self, words: str) -> str:
        """'Zenz' is 'Adrian Zenz' where the article says so once; titles fall off names."""
        bare = without_titles(words)
        known = self._fullest.get(plain_form(bare))
        return known if known is not None else bare

    def _behind_pronoun(self, saying: Saying) -> str | None:
        """The nearest person before a 'he' or 'she', if only one comes in question."""
        if plain_form(saying.source.of(self._text)) not in _SINGULAR:
            return None
        at = bisect_left(self._starts, saying.source.start) - 1
        while at >= 0 and saying.source.start - self._starts[at] < _FARTHEST:
            words = plain_form(without_titles(self._names[at].span.of(self._text)))
            if words in self._people:
                return self._fullest[words]
            at -= 1
        return None


def _fullest(text: str, names: Sequence[Name]) -> dict[str, str]:
    """Folded short and long forms of people's names, each with the form used most in full.

    A first word alone stands for the whole where the whole comes first ('Xi Jinping', later 'Xi').
    """
    long: Counter[str] = Counter()
    alone: set[str] = set()
    first_words: dict[str, str] = {}
    for name in names:
        bare = without_titles(name.span.of(text))
        if _is_person(bare):
            long[bare] += 1
            first = plain_form(bare).split()[0]
            if first not in alone:
                first_words.setdefault(first, bare)
        else:
            alone.add(plain_form(bare))
    full: dict[str, str] = {}
    for form in sorted(long, key=lambda form: (-long[form], len(form), form)):
        folded = plain_form(form)
        full.setdefault(folded, form)
        full.setdefault(folded.split()[-1], form)
    for first, form in first_words.items():
        full.setdefault(first, form)
    return full


def _is_person(bare: str) -> bool:
    """Two to four words, none of which heads an office or a body."""
    words = plain_form(bare).split()
    return 2 <= len(words) <= 4 and not any(
        word in OFFICE_WORDS or word in ("of", "for", "the") or word in _BODIES for word in words
    )


_BODIES: Final = word_set(
    """
    council foundation fund institute association organization organisation university school bank
    party press news times post journal guardian radio television tv agency bureau centre center
    company corporation corp inc ltd group league club city county province region street river
    island north south east west republic kingdom states emirates nations watch embassy academy
    museum hospital church airlines airways police army navy force guard program programme project
    files papers act treaty accord olympics games cup war consortium network services
    """
)


def without_titles(words: str) -> str:
    """The words after a title: 'Chinese Foreign Minister Wang Yi' is 'Wang Yi'.

    What is left must begin with a capital and be no body; else the words stay as they are, with
    single blanks.
    """
    parts = words.split()
    folded = [plain_form(part.rstrip(".")) for part in parts]
    last = max((i for i, word in enumerate(folded) if word in TITLES), default=-1)
    while last + 1 < len(parts) and folded[last + 1] in OFFICE_WORDS | CONNECTORS - {"al", "el"}:
        last += 1
    rest = parts[last + 1 :]
    if not rest or not rest[0][0].isupper() or any(word in _BODIES for word in folded[last + 1 :]):
        return " ".join(parts)
    return " ".join(rest)
