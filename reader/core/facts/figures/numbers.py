"""One number in digits, words or both: '2,884', 'two hundred million', '1,25 Millionen', '3万'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.core.facts.figures.lexemes import LexemeKind, Lexemes
from reader.core.facts.figures.vocabulary import Vocabulary
from reader.core.facts.vocabulary import word_set

LONGEST: Final = 40
"""Digits of a number that is read; longer runs are keys and hashes."""
_WORDS: Final = 12
"""Lexemes of a number in words that are read."""
_MONEY_SCALES: Final = {"m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12, "mio": 10**6}
_GROUPING: Final = "\u00a0\u2009\u202f'’ ٬"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at lexemes `[start, end)`; `digits` tells '12' from 'twelve'.

    `plain` is a run of digits without separator or scale, as years and identifiers are written;
    `vague` stands for 'thousands' and 'several hundred'.
    """

    value: int | float
    start: int
    end: int
    digits: bool
    plain: bool = False
    vague: bool = False


def whole(value: float) -> int | float:
    """An int where the value is one, else a float without the dust of its arithmetic."""
    if isinstance(value, int):
        return value
    rounded = round(value, 10)
    return int(rounded) if rounded.is_integer() else rounded


def parse_digits(written: str, decimal_comma: bool) -> int | float | None:
    """The value of a number in digits; None where its separators make no sense ('1.2.3').

    A point or comma before exactly three digits groups thousands where the language writes it so,
    or where it comes more than once; in other places it is the decimal sign.
    """
    if len(written) > LONGEST:
        return None
    for blank in _GROUPING:
        written = written.replace(blank, "")
    written = written.replace("٫", ".").replace("·", ".")
    marks = [sign for sign in written if sign in ".,"]
    if not marks:
        return int(written)
    last = marks[-1]
    group = "." if decimal_comma else ","
    parts = written.replace(",", ".").split(".")
    threes = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
    if len(set(marks)) == 2:
        head, _, tail = written.rpartition(last)
        if last in head or not all(len(p) == 3 for p in head.replace(",", ".").split(".")[1:]):
            return None
        return whole(float(f"{head.replace('.', '').replace(',', '')}.{tail}"))
    if threes and parts[0] != "0" and (last == group or len(marks) > 1):
        return int("".join(parts))
    if last == "," and not decimal_comma and len(parts[-1]) > 3:
        return None
    if len(marks) > 1:
        lakhs = last == "," and len(parts[-1]) == 3 and all(len(p) <= 3 for p in parts)
        return int("".join(parts)) if lakhs else None
    return whole(float(".".join(parts)))


def read_number(lexemes: Lexemes, at: int, words: Vocabulary) -> Number | None:
    """The number that begins at lexeme `at`, in digits or words, with its scale."""
    first = lexemes[at]
    if first.kind is LexemeKind.NUMBER:
        value = parse_digits(first.text, words.decimal_comma)
        if value is None:
            return None
        plain = first.text.isdecimal()
        end, scale = _scale(lexemes, at + 1, words)
        if scale == 1:
            end, more = _and_a_fraction(lexemes, at + 1, words) if plain else (at + 1, 0.0)
            return Number(whole(value + more), at, end, digits=True, plain=plain and end == at + 1)
        return Number(whole(value * scale), at, end, digits=True)
    if first.kind is LexemeKind.WORD:
        return _vague(lexemes, at, words) or _in_words(lexemes, at, words)
    return None


def _scale(lexemes: Lexemes, at: int, words: Vocabulary) -> tuple[int, int]:
    """Where the scale words behind a number end, and what they come to ('hundred thousand')."""
    product = 1
    while at < len(lexemes) and not lexemes.after_line(at):
        step = 1 if lexemes.form(at) == "-" and lexemes.glued(at) else 0
        form = lexemes.form(at + step)
        scale = words.scales.get(form) or (100 if form in words.hundreds else 0)
        if not scale or product * scale > 10**15:
            break
        product *= scale
        at += step + 1
        if lexemes.form(at) == "." and lexemes.glued(at) and form in {"mio", "mrd", "tsd"}:
            at += 1
    return at, product


def money_scale(lexemes: Lexemes, at: int) -> int | None:
    """What a letter behind an amount of money multiplies it by ('$200m', '$200MM')."""
    if lexemes.after_line(at):
        return None
    return _MONEY_SCALES.get(lexemes.form(at))


_FRACTION_SIGNS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


def _and_a_fraction(lexemes: Lexemes, at: int, words: Vocabulary) -> tuple[int, float]:
    """'and a half', '½' or '1/2' behind a whole number."""
    if lexemes.form(at) in _FRACTION_SIGNS and lexemes.glued(at):
        return at + 1, _FRACTION_SIGNS[lexemes.form(at)]
    if lexemes.form(at) in words.joiners and lexemes.form(at + 1) == "a":
        fraction = words.fractions.get(lexemes.form(at + 2))
        if fraction in (0.5, 0.25):
            return at + 3, fraction
    return at, 0.0


def _vague(lexemes: Lexemes, at: int, words: Vocabulary) -> Number | None:
    """'thousands', 'tens of thousands', 'several hundred', 'a few million'."""
    start = at
    form = lexemes.form(at)
    if form in words.vague:
        value = words.vague[form]
        at += 1
        if form in _ONLY_WITH_OF and not _counts_people(lexemes, at, words):
            return None
        while (
            value < 10**12
            and lexemes.form(at) in words.of_words
            and lexemes.form(at + 1) in words.vague
        ):
            value *= words.vague[lexemes.form(at + 1)]
            at += 2
        return Number(value, start, at, digits=False, vague=True)
    if form in words.ones and lexemes.form(at + 1) in words.few:
        at += 1
    if lexemes.form(at) in words.few:
        following = lexemes.form(at + 1)
        if following == "dozen":
            return Number(12, start, at + 2, digits=False, vague=True)
        end, scale = _scale(lexemes, at + 1, words)
        if scale > 1 and len(following) > 1:
            return Number(scale, start, end, digits=False, vague=True)
    return None


_ONLY_WITH_OF: Final = frozenset({"scores", "tens", "dizaines", "miles"})
_FATES: Final = word_set("dead killed injured wounded hurt missing arrested more")


def _counts_people(lexemes: Lexemes, at: int, words: Vocabulary) -> bool:
    """Whether 'scores' is a count here and no result of a game."""
    return lexemes.form(at) in words.of_words or lexemes.form(at) in _FATES


def _in_words(lexemes: Lexemes, at: int, words: Vocabulary) -> Number | None:
    """'two hundred and six', 'one and a half million', 'half a million', 'a dozen'."""
    if words.fractions.get(lexemes.form(at)) == 0.5 and lexemes.form(at + 1) in words.ones:
        scale = _big(lexemes.form(at + 2), words)
        if scale:
            return Number(whole(scale / 2), at, at + 3, digits=False)
    start = at
    if lexemes.form(at) in words.ones:
        scale = _big(lexemes.form(at + 1), words)
        if scale == 12:
            return Number(12, start, at + 2, digits=False)
        if scale and lexemes.form(at) not in words.numerals and len(lexemes.form(at + 1)) > 1:
            end, product = _scale(lexemes, at + 1, words)
            return Number(product, start, end, digits=False) if product > 1 else None
    return _sum_of_words(lexemes, start, words)


def _big(form: str, words: Vocabulary) -> int:
    if form in {"dozen", "dutzend"}:
        return 12
    return words.scales.get(form) or (100 if form in words.hundreds else 0)


def _sum_of_words(lexemes: Lexemes, start: int, words: Vocabulary) -> Number | None:
    total, current, last, at = 0, 0, 0, start
    scaled = False
    while at - start < _WORDS:
        step = _joiner(lexemes, at, words, bool(total or current >= 100)) if at > start else 0
        form = lexemes.form(at + step)
        if form in words.numerals and (at == start or _fits(words.numerals[form], last)):
            last = words.numerals[form]
            current += last
        elif form in words.hundreds and 0 < current < 100 and at > start:
            current *= 100
            last = 100
        elif form == "dozen" and current and at > start:
            current *= 12
            last = 1
        elif form in words.scales and at > start and current and len(form) > 2:
            total += current * words.scales[form]
            current, last, scaled = 0, words.scales[form], True
        else:
            break
        at += step + 1
        if at < len(lexemes) and lexemes.after_line(at):
            break
    if at == start or (not scaled and words.code == "fr" and lexemes.form(start) == "-"):
        return None
    end, more = _and_a_fraction(lexemes, at, words)
    value = whole(total + current + more)
    if more:
        end, scale = _scale(lexemes, end, words)
        value = whole(value * scale)
    return Number(value, start, end, digits=False)


def _joiner(lexemes: Lexemes, at: int, words: Vocabulary, big: bool) -> int:
    """How many lexemes join the word at `at` to the number before it: a hyphen, or 'and'."""
    form = lexemes.form(at)
    if form == "-" and lexemes.glued(at) and lexemes.glued(at + 1):
        return 1
    if form in words.joiners and (big or words.code != "en"):
        return 1
    return 0


def _fits(value: int, last: int) -> bool:
    """Whether a numeral can follow the one before it: units after tens, both after hundreds."""
    if last >= 1000:
        return value < 1000
    if last >= 100:
        return value < 100
    return 20 <= last <= 90 and last % 10 == 0 and 0 < value < 10
