"""How two different words may be one: spellings of one word, or forms of one word."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Kinship(StrEnum):
    SAME = "same"
    VARIANT = "spelling variant"
    INFLECTION = "inflection"
    NONE = "other word"


_SHORTEST_STEM: Final = 3
_ENDINGS: Final = frozenset(
    {"'s", "s'", "'", "s", "es", "ies", "ied", "ying", "d", "ed", "r", "er", "ers", "or", "ors"}
    | {"ing", "ings", "edly", "ingly", "ly", "y", "e", "n", "en", "al", "ion", "ions", "ity"}
    | {"ness", "ment", "ments", "ement", "ation", "ations"}
)
"""Endings that forms of one word differ by; English first, several serve other languages too."""

_SPELLINGS: Final = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"ph", "f"),
        (r"gh(?=[aeiou])", "g"),
        (r"[ao]e(?=[a-z])", "e"),
        (
            r"^((?:dis|mis|un|multi)?(?:arm|behavi|clam|col|enam|endeav|fav|ferv|flav|glam|harb|hon"
            r"|hum|lab|neigh?b|odi?|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our",
            r"\1or",
        ),
        (r"(?<=[a-z]{2})re(?=s?$)", "er"),
        (r"amme(?=s?$)", "am"),
        (r"ce(?=s?$)", "se"),
        (r"gement", "gment"),
        (r"(?<=[a-z]{3})ll(?=ed$|ing$|er|or)", "l"),
        (r"y", "i"),
        (r"z", "s"),
        (r"q|ck", "k"),
    )
)
_SHORTEST_VARIANT: Final = 5
_KEPT: Final = 1 << 14
"""Words whose forms are remembered: each pair of sentences asks for those of its own again."""


def plain(word: str) -> str:
    """A folded word without accents, points and hyphens ('u.n.' is 'un', 'santé' is 'sante')."""
    if word.isascii():
        return word.replace(".", "").replace("-", "") if not word.isalnum() else word
    split = unicodedata.normalize("NFKD", word)
    return "".join(c for c in split if not unicodedata.combining(c) and c not in ".-'·")


@lru_cache(maxsize=_KEPT)
def spelling(word: str) -> str:
    """One form for the spellings of one word ('uyghur', 'uighur' and 'uygur' are 'uigur')."""
    form = plain(word)
    if len(form) < _SHORTEST_VARIANT:
        return form
    for pattern, replacement in _SPELLINGS:
        form = pattern.sub(replacement, form)
    return form


@lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """The word without its ending, by a light stripper after Porter's first steps (1980).

    'visited', 'visiting', 'visits' are 'visit'; it knows English endings and leaves what is short.
    """
    form = plain(word).removesuffix("'s").removesuffix("'")
    if len(form) <= _SHORTEST_STEM or not form.isalpha():
        return form
    if form.endswith(("ies", "ied")) and len(form) > 4:
        return form[:-3] + "i"
    for ending in ("ations", "ation", "ings", "ing", "edly", "ed", "ers", "er", "ors", "or", "ly"):
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM:
            return _undoubled(form[: -len(ending)])
    if form.endswith("es") and len(form) > 4:
        return form[:-2]
    if form.endswith("s") and not form.endswith("ss"):
        form = form[:-1]
    if form.endswith("e") and len(form) > _SHORTEST_STEM:
        return form[:-1]
    if form.endswith("y") and len(form) > _SHORTEST_STEM:
        return form[:-1] + "i"
    return form


def _undoubled(form: str) -> str:
    """'stopp' is 'stop', 'organiz' stays; 'at' of 'creat' stays with 'create'."""
    if len(form) > _SHORTEST_STEM and form[-1] == form[-2] and form[-1] not in "aeiouls":
        return form[:-1]
    return form


def kinship(a: str, b: str) -> Kinship:
    """How two folded words are akin; words with digits are the same or other words."""
    if a == b:
        return Kinship.SAME
    if not (a[:1].isalpha() and b[:1].isalpha()) or any(c.isdigit() for c in a + b):
        return Kinship.NONE
    if plain(a) == plain(b) or (
        min(len(a), len(b)) >= _SHORTEST_VARIANT and spelling(a) == spelling(b)
    ):
        return Kinship.VARIANT
    if stem(a) == stem(b) or _differ_by_endings(a, b):
        return Kinship.INFLECTION
    return Kinship.NONE


def _differ_by_endings(a: str, b: str) -> bool:
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    rests = (a[shared:], b[shared:])
    return shared > _SHORTEST_STEM and all(not rest or rest in _ENDINGS for rest in rests)
