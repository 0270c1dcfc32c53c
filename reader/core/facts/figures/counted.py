"""What a number counts: the words behind it up to the noun, without a grammar."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figures.lexemes import LexemeKind, Lexemes
from reader.core.facts.figures.vocabulary import Vocabulary
from reader.core.facts.vocabulary import word_set

_LONGEST: Final = 6
_PRONOUNS: Final = word_set("them us these those whom which it")
_HAN_WORD: Final = 2
_PLURALS: Final = frozenset({"people", "men", "women", "children"})
_ARABIC: Final = word_set("في من على إلى عن مع و أن")
"""Small words of Arabic, which has no vocabulary of its own here."""
_MEMBERS: Final = {
    "crowd": "people",
    "audience": "people",
    "congregation": "people",
    "population": "people",
    "attendance": "people",
    "crew": "crew",
    "staff": "staff",
    "workforce": "workers",
}
"""Groups that are told by how many belong to them ('a crowd of 65,100 saw'), and who these are."""
_BEFORE_NOUNS: Final = word_set(
    "news rights sports sales arms women's savings goods human mass process business access press "
    "series headquarters systems operations communications drugs weapons narcotics dress previous"
)
"""Words in s that stand before the noun they belong to."""


def counted(lexemes: Lexemes, at: int, words: Vocabulary, *, person: bool = False) -> str | None:
    """The words for what the number that ends at lexeme `at` counts; None where none follow.

    'of' and articles are passed over ('2,884 of the photographed persons'); the words end before
    a function word, a mark, or a participle behind a plural ('photos taken'), and after the name of
    a `person` ('Raj Chohan was').
    """
    start = _first(lexemes, at, words)
    if start is None:
        return None
    if lexemes.form(at) == "-" and lexemes.glued(at) and _is_compound(lexemes, start):
        return lexemes[start].text
    end = start
    while lexemes.form(start) in words.numerals and start < at + _LONGEST:
        start += 1
        end = start
    while end - start < 2 * _LONGEST and _goes_on(lexemes, start, end, words, person):
        end += 1
    while end > start and lexemes.form(end - 1) == "-":
        end -= 1
    if end == start or _only_a_verb(lexemes, start, end):
        return None
    return lexemes.text[lexemes[start].start : lexemes[end - 1].end]


def _is_compound(lexemes: Lexemes, at: int) -> bool:
    """'three-story hotels': what is counted is the story, which stands before its noun."""
    noun = lexemes[at + 1]
    small = lexemes[at].kind is LexemeKind.WORD and not lexemes[at].capital
    return (
        small and lexemes.glued(at) and noun.kind is LexemeKind.WORD and not lexemes.glued(at + 1)
    )


def _goes_on(lexemes: Lexemes, start: int, at: int, words: Vocabulary, person: bool) -> bool:
    """Whether the lexeme at `at` still belongs to what is counted."""
    hyphen = lexemes.form(at) == "-" and lexemes.glued(at) and lexemes.glued(at + 1)
    if hyphen and at > start:
        return True
    if _is_model(lexemes, start, at):
        return True
    if not (_belongs(lexemes, at, words) or _compound(lexemes, at)):
        return False
    named = person and _past_the_name(lexemes, start, at)
    return not named and not _past_the_noun(lexemes, start, at)


def _is_model(lexemes: Lexemes, start: int, at: int) -> bool:
    """The number of 'AK-47 rifles', 'AK 47 guns' and 'Glock 17 pistols'."""
    if lexemes[at].kind is not LexemeKind.NUMBER or at <= start:
        return False
    before = lexemes[at - 1]
    if before.form == "-":
        return at - 1 > start and lexemes.glued(at) and lexemes[at - 2].capital
    if at - 1 == start and before.capital and not before.form.endswith("s"):
        return lexemes[at + 1].kind is LexemeKind.WORD
    return before.text.isupper() and 1 < len(before.text) <= 4


def members(lexemes: Lexemes, at: int) -> str | None:
    """Who is counted by the number that begins at lexeme `at` behind 'a crowd of'; None elsewhere.

    Nothing behind such a number is counted by it: 'a crowd of 65,100 saw Delft'.
    """
    before = at - 1 if lexemes.form(at - 1) == "of" else at - 2
    if lexemes.form(before) != "of":
        return None
    return _MEMBERS.get(lexemes.form(before - 1))


def _first(lexemes: Lexemes, at: int, words: Vocabulary) -> int | None:
    if lexemes.form(at) == "-" and lexemes.glued(at):
        at += 1
    elif lexemes[at].kind is not LexemeKind.WORD and lexemes[at].kind is not LexemeKind.HAN:
        return None
    if lexemes.form(at) in {"more", "other", "additional", "further", "new", "extra"}:
        at += 1
    if lexemes.form(at) in words.of_words:
        at += 1
        while _passed_over(lexemes, at, words) and lexemes.form(at) not in _PRONOUNS:
            at += 1
    return at if at < len(lexemes) else None


def _passed_over(lexemes: Lexemes, at: int, words: Vocabulary) -> bool:
    """Articles, and the number of the whole: 'a third of the town's 1,200 villagers'."""
    lexeme = lexemes[at]
    odd = lexeme.form == "-" and lexemes.form(at + 1) in {"odd", "plus"}
    owned = lexeme.form.endswith("'s") and lexemes[at + 1].kind is LexemeKind.NUMBER
    return (
        owned
        or lexeme.form in words.function_words
        or lexeme.kind is LexemeKind.NUMBER
        or odd
        or lexeme.form in {"odd", "plus"}
    )


def _compound(lexemes: Lexemes, at: int) -> bool:
    """Whether a small word begins a compound ('never-before-seen'), or stands in one."""
    joined = lexemes.form(at + 1) == "-" and lexemes.glued(at + 1) and lexemes.glued(at + 2)
    return lexemes[at].kind is LexemeKind.WORD and (
        joined or (lexemes.form(at - 1) == "-" and lexemes.glued(at))
    )


def _only_a_verb(lexemes: Lexemes, start: int, end: int) -> bool:
    """'thousands marched', '23 injured': a verb right behind the number, and no noun."""
    if not lexemes.form(start).endswith("ed") or lexemes[start].capital:
        return False
    return not any(
        lexemes.form(at).endswith("s") or lexemes[at].capital or lexemes.form(at) in _PLURALS
        for at in range(start + 1, end)
    )


def _belongs(lexemes: Lexemes, at: int, words: Vocabulary) -> bool:
    lexeme = lexemes[at]
    if lexeme.kind is LexemeKind.HAN:
        return lexemes.glued(at)
    if lexeme.form in words.function_words or lexeme.form in _ARABIC:
        return False
    if lexeme.kind is not LexemeKind.WORD:
        return False
    return not (lexemes.after_line(at) and lexeme.capital)


def _past_the_name(lexemes: Lexemes, start: int, at: int) -> bool:
    return at > start and lexemes[at - 1].capital and not lexemes[at].capital


def _past_the_noun(lexemes: Lexemes, start: int, at: int) -> bool:
    """Whether the noun lies before `at`: it was a plural, and plurals seldom stand before nouns."""
    if lexemes[at].kind is LexemeKind.HAN:
        return at - start >= _HAN_WORD
    if at == start:
        return False
    before = lexemes.form(at - 1)
    if before in _PLURALS:
        return not lexemes[at].capital
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s"))
    return plural and len(before) > 3 and before not in _BEFORE_NOUNS
