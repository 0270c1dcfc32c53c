"""Whether two names mean one bearer: spellings, short forms, acronyms, or names that part."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from reader.core.facts.vocabulary import ABBREVIATED, CONNECTORS, TITLES, word_set


class Likeness(StrEnum):
    SAME = "same"
    """The same words, in whatever order."""
    VARIANT = "variant"
    """Spellings of the same words."""
    SHORTER = "shorter"
    """One is part, initial, short form or acronym of the other."""
    PARTED = "parted"
    """Some words are the same, and on both sides another word is left over."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Likened:
    """What became of comparing two names; `left_a` and `left_b` are the words that found no match.

    `shared` counts the words that did.
    """

    likeness: Likeness
    left_a: tuple[str, ...] = ()
    left_b: tuple[str, ...] = ()
    shared: int = 0


_LETTERS: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "t", "ı": "i", "æ": "e", "œ": "e", "ß": "s"}
)
_ROMANISED: Final = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"['’ʼ`.\-]", ""),
        (r"skij$|skyj$|skiy$|skyy$|skii$|sky$|skiĭ$", "ski"),
        (r"ph", "f"),
        (r"kh|ck|q", "k"),
        (r"gh(?=.)", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"tsch|tch", "ch"),
        (r"zh", "z"),
        (r"sch|sh", "s"),
        (r"ou|oo", "u"),
        (r"ee|ea", "i"),
        (r"[yj]", "i"),
        (r"w", "v"),
        (r"c(?=[aoulrk])", "k"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aeiou])e$|(?<=[aeiou])h$", ""),
    )
)
_SOFT: Final = frozenset(map(frozenset, ("ae", "ou", "ei", "sz", "kg", "vb", "kc", "ao")))
"""Letters that romanisations of one name give for each other."""
_SOFT_COST: Final = 0.45
_TOLERANCE: Final = ((4, 0.0), (6, 0.5), (99, 0.95))
"""Up to so many letters in the shorter word, so much may differ."""

_SHORT_FORMS: Final = tuple(
    frozenset(group.split())
    for group in (
        "william bill will billy",
        "robert bob rob bobby",
        "richard dick rick rich",
        "james jim jimmy jamie",
        "john jack johnny jon",
        "joseph joe joey",
        "thomas tom tommy",
        "michael mike mick",
        "edward ed ted eddie",
        "charles charlie chuck",
        "anthony tony",
        "daniel dan danny",
        "david dave",
        "stephen steve steven",
        "matthew matt",
        "christopher chris",
        "benjamin ben",
        "samuel sam",
        "alexander alex sasha",
        "nicholas nick",
        "andrew andy drew",
        "gregory greg",
        "timothy tim",
        "jeffrey jeff geoffrey geoff",
        "ronald ron",
        "donald don",
        "kenneth ken",
        "patrick pat paddy",
        "peter pete",
        "philip phil",
        "lawrence larry",
        "gerald gerry jerry",
        "elizabeth liz beth betty lisa",
        "margaret maggie meg peggy",
        "katherine catherine kate kathy cathy katie",
        "jennifer jen jenny",
        "susan sue susie",
        "deborah deb debbie",
        "barbara barb",
        "patricia pat patty trish",
        "rebecca becky",
        "victoria vicky",
        "vladimir vova",
        "saint st",
        "mount mt",
        "fort ft",
    )
)
_SHORT_FORM_OF: Final = {word: group for group in _SHORT_FORMS for word in group}
_LESSER: Final = CONNECTORS | ABBREVIATED - {"st", "mt", "ft"} | word_set("the and & et und y")


@lru_cache(maxsize=1 << 15)
def romanised(word: str) -> str:
    """A folded word's letters in one romanisation: 'uyghur' and 'uighur' are 'uigur'."""
    split = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    form = "".join(c for c in split if not unicodedata.combining(c))
    for pattern, replacement in _ROMANISED:
        form = pattern.sub(replacement, form)
    return form


def spelled_alike(a: str, b: str) -> bool:
    """Whether two folded words may be spellings of one name; 'keller' and 'koller' are not."""
    x, y = romanised(a), romanised(b)
    if x == y:
        return bool(x)
    shorter = min(len(x), len(y))
    if abs(len(x) - len(y)) > 1 or shorter < 4 or shorter > 30:
        return False
    allowed = next(cost for length, cost in _TOLERANCE if shorter <= length)
    return _distance(x, y) <= allowed


def _distance(x: str, y: str) -> float:
    """Levenshtein's, with a low cost for letters that romanisations exchange."""
    row = [float(i) for i in range(len(y) + 1)]
    for i, p in enumerate(x, 1):
        last, row[0] = row[0], float(i)
        for j, q in enumerate(y, 1):
            swap = 0.0 if p == q else _SOFT_COST if frozenset((p, q)) in _SOFT else 1.0
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + swap)
    return row[-1]


@lru_cache(maxsize=16384)
def liken(a: tuple[str, ...], b: tuple[str, ...]) -> Likened:
    """Compares two names given as folded words; it does not know who bears them."""
    x, y = bearing(a), bearing(b)
    if _acronym(x, y) or _acronym(y, x):
        return Likened(Likeness.SHORTER, shared=1)
    exact, left_x, left_y = _matched(x, y, _equal)
    variants, left_x, left_y = _matched(left_x, left_y, spelled_alike)
    short, left_x, left_y = _matched(left_x, left_y, _short_form)
    shared = exact + variants + short
    if not shared:
        return Likened(Likeness.OTHER, tuple(x), tuple(y))
    if not left_x and not left_y:
        kind = Likeness.SHORTER if short else Likeness.VARIANT if variants else Likeness.SAME
        return Likened(kind, shared=shared)
    if not left_x or not left_y:
        return Likened(Likeness.SHORTER, tuple(left_x), tuple(left_y), shared)
    return Likened(Likeness.PARTED, tuple(left_x), tuple(left_y), shared)


def bearing(words: Sequence[str]) -> list[str]:
    """The words that tell bearers apart: no titles, connectors or points, no place behind."""
    place = words.index("in", 1) if "in" in words[1:] else len(words)
    parts = [part for word in words[:place] for part in word.removesuffix("'s").split("-") if part]
    bare = [part.replace(".", "") for part in parts]
    kept = [part for part in bare if part and part not in _LESSER and part not in TITLES]
    return kept or [part for part in bare if part]


def _matched(
    x: Sequence[str], y: Sequence[str], alike: Callable[[str, str], bool]
) -> tuple[int, list[str], list[str]]:
    left_x: list[str] = []
    left_y = list(y)
    for word in x:
        partner = next((other for other in left_y if alike(word, other)), None)
        if partner is None:
            left_x.append(word)
        else:
            left_y.remove(partner)
    return len(x) - len(left_x), left_x, left_y


def _equal(a: str, b: str) -> bool:
    return a == b


def _short_form(a: str, b: str) -> bool:
    """An initial, or a short form of a first name."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return b in _SHORT_FORM_OF.get(a, ())


def _acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) != 1 or len(long) < 2 or not 2 <= len(short[0]) <= 8:
        return False
    initials = "".join(word[0] for word in long)
    return short[0] == initials
