"""Years and decades: four digits that are a year and no count, '1950s', '2017-19'."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import OWNERS, Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.vocabulary import word_list
from reader.core.facts.vocabulary import word_set

_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
_PEOPLE: Final = frozenset(["people", "persons", "men", "women", "children"])
_COUNTED: Final = frozenset({"than", "over", "nearly", "almost", "least", "some", "estimated"})
"""Words before which four digits are a count."""
_CASELESS: Final = frozenset({"في", "عام", "سنة", "منذ"})
"""Arabic words before a year."""
_DETERMINERS: Final = word_set("the a an this that his her its their our")


_DECADES: Final = {
    word: f"19{number}X"
    for number, word in enumerate(word_list("fifties sixties seventies eighties nineties"), 5)
}
DECADE_WORDS: Final = frozenset(_DECADES)


def read_decade_in_words(context: Context, at: int) -> Draft | None:
    """'the sixties', 'early nineteen seventies'."""
    lexemes = context.lexemes
    start = at
    if lexemes.form(at - 1) == "nineteen":
        start = at - 1
    if lexemes.form(start - 1) not in {"the", "early", "late", "mid", "-"}:
        return None
    return Draft(FigureKind.YEAR, start, at + 1, _DECADES[lexemes.form(at)])


def year_at(context: Context, at: int, least: int = 1000) -> int | None:
    """The number at lexeme `at` where it is written as a year is."""
    lexeme = context.lexemes[at]
    if lexeme.kind is not LexemeKind.NUMBER or len(lexeme.text) != 4 or not lexeme.text.isdecimal():
        return None
    year = int(lexeme.text)
    return year if least <= year <= 2099 else None


def read_decade(context: Context, at: int) -> Draft | None:
    """'1950s', "1990's", "the '90s"; '21st century'."""
    lexemes = context.lexemes
    written = lexemes[at].text
    if lexemes.form(at + 1) == "th" or lexemes.form(at + 1) in _SUFFIXES:
        if lexemes.glued(at + 1) and lexemes.form(at + 2) in {"century", "centuries"}:
            century = int(written) if written.isdecimal() and len(written) <= 2 else 0
            if 1 <= century <= 21:
                return Draft(FigureKind.YEAR, at, at + 3, f"{century - 1:02}XX")
        return None
    end = at + 1
    if lexemes.form(end) == "'" and lexemes.glued(end):
        end += 1
    if lexemes.form(end) not in {"s", "er"} or not lexemes.glued(end) or not written.isdecimal():
        return None
    year = year_at(context, at)
    if year is not None and year % 10 == 0:
        return Draft(FigureKind.YEAR, at, end + 1, f"{year // 10}X")
    short = len(written) == 2 and written.endswith("0")
    if lexemes.form(at - 2) in OWNERS or lexemes.form(at - 3) in OWNERS:
        return None
    if short and lexemes.form(at - 1) in {"'", "the", "early", "late", "mid", "-"}:
        start = at - 1 if lexemes.form(at - 1) == "'" and lexemes.glued(at) else at
        return Draft(FigureKind.YEAR, start, end + 1, f"19{written[0]}X")
    return None


def read_year(context: Context, at: int) -> Draft | None:
    lexemes = context.lexemes
    year = year_at(context, at)
    if year is None or not _stands_as_year(context, at, year):
        return None
    if lexemes.form(at + 1) == "-" and lexemes.glued(at + 1) and lexemes.glued(at + 2):
        last = _second_year(context, at + 2, year)
        if last is None and lexemes[at + 2].kind is LexemeKind.NUMBER:
            return None
        if last is not None:
            value = f"{year:04}/{last:04}"
            return Draft(FigureKind.YEAR, at, at + 3, value, bound=Bound.BETWEEN)
    before, after = lexemes.form(at - 1), lexemes.form(at + 1)
    if (before, after) in {("from", "to"), ("between", "and"), ("from", "until")}:
        last = year_at(context, at + 2)
        if last is not None and last > year:
            value = f"{year:04}/{last:04}"
            return Draft(FigureKind.YEAR, at - 1, at + 3, value, bound=Bound.BETWEEN)
    return Draft(FigureKind.YEAR, at, at + 1, f"{year:04}")


def _second_year(context: Context, at: int, first: int) -> int | None:
    year = year_at(context, at)
    if year is None:
        written = context.lexemes[at].text
        if len(written) != 2 or not written.isdecimal():
            return None
        year = first // 100 * 100 + int(written)
    glued = context.lexemes.glued(at + 1) and context.lexemes.form(at + 1) in {"-", "/"}
    return year if year > first and not glued else None


def _stands_as_year(context: Context, at: int, year: int) -> bool:
    """Whether four digits are a year here and not a count: by the words on both sides."""
    lexemes, words = context.lexemes, context.words
    before, after = lexemes[at - 1], lexemes[at + 1]
    if after.form in words.units or after.form in words.scales or after.form in {"%", "hours"}:
        return False
    if after.form in words.percents or after.form in words.currencies or after.form in _PEOPLE:
        return False
    plural = after.kind is LexemeKind.WORD and after.form.endswith("s") and not after.capital
    plural = plural and len(after.form) > 3 and after.form not in words.function_words
    if at == 0 or lexemes.after_line(at):
        return year >= 1900 and not plural
    if before.form in {"(", "[", ","}:
        return year >= 1800 and after.kind is not LexemeKind.WORD
    if before.form in {".", "©", '"', "“", "'", ":", ";", "-", "–"}:
        return year >= 1900 and not plural
    if before.form.endswith(("'s", "s'")) or before.form in _DETERMINERS:
        return year >= 1600
    if before.form in _COUNTED or lexemes.matches(at - 2, "up", "to"):
        return False
    wordless = after.kind is not LexemeKind.WORD or after.form in words.function_words
    if before.form in {"about", "around", "approximately", "circa"}:
        return year >= 1600 and wordless
    if before.form in words.year_words:
        loose = before.form in {"to", "of", "for", "with", "and"}
        return not plural if loose else not plural or year >= 1700
    if before.form in _CASELESS:
        return year >= 1800
    if before.kind is LexemeKind.WORD and before.form not in words.function_words:
        return False
    return year >= 1800 and after.kind is not LexemeKind.WORD
