"""Digits and number words that belong to a name, a key or a label, and are no figure."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.language import LANGUAGES
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.measures import AGE_BEFORE, unit_behind
from reader.core.facts.figures.money import currency_behind
from reader.core.facts.figures.numbers import Number, read_number
from reader.core.facts.vocabulary import word_set

_LABELS: Final = word_set(
    "no nos nr number № # article section chapter paragraph clause flight highway route interstate "
    "page room gate proposition resolution rule phase level category stage amendment exit artikel "
    "absatz"
)
_NAMES: Final = word_set("channel platform title district ward unit pier terminal top group tier")
_CALLS: Final = word_set("call calls called calling dial dialed dialled ring rang phoned")
_EMERGENCY: Final = frozenset({911, 999, 112})
_HEADLINE: Final = 20
"""Lexemes on each side after which a line is no headline."""
_STREETS: Final = word_set("street st avenue ave road rd boulevard lane drive square")
_STARTS_OF_BOUNDS: Final = frozenset(
    word for language in LANGUAGES for words in language.bounds for word in words.words
)
_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "s", "x", "am", "pm", "a", "p"})
_BEFORE_ONE: Final = word_set("only just least than exactly another killed injuring killing")
_BEHIND_ONE: Final = word_set(
    "person man woman child people minute hour week month year percent dead mile meter metre"
)


def kept_from_figures(context: Context, number: Number) -> Draft | NoFigure | None:
    """Digits that are part of a name, a key or a label."""
    if not number.digits:
        return None
    lexemes = context.lexemes
    start, end = number.start, number.end
    before, after = lexemes[start - 1], lexemes[end]
    label = _label(context, start)
    if label is not None and number.plain:
        tail = end
        if lexemes.glued(tail) and lexemes[tail].kind is LexemeKind.WORD:
            tail += 1
        of = lexemes[label].form
        return Draft(FigureKind.IDENTIFIER, label, tail, number.value, bound=Bound.EXACTLY, of=of)
    named = before.form in _NAMES and number.plain and _ends_phrase(context, end)
    if named or (number.value in _EMERGENCY and before.form in _CALLS):
        return NoFigure(end)
    if _telephone(context, number) or _frequency(context, number):
        return NoFigure(_behind_numbers(context, end))
    if lexemes.glued(start) and before.kind is LexemeKind.WORD and before.form not in {"rs"}:
        return NoFigure(behind_key(context, end))
    if lexemes.glued(start) and before.form in {"-", "/", "_", "@", "=", "&", ":", "\\"}:
        spared = before.form == "-" and lexemes.form(start - 2) in {
            "magnitude", "mid", "post", "pre", "sub", "to", "top", "(", "=", "under", "over",
        }  # fmt: skip
        if not spared and lexemes.glued(start - 1):
            return NoFigure(behind_key(context, end))
    if before.form == "/" or after.form == "/" or after.form in {"_", "@"}:
        return NoFigure(behind_key(context, end))
    jets = after.form == "s" and lexemes.glued(end) and number.value % 10 != 0
    if jets or (
        lexemes.glued(end) and after.kind is LexemeKind.WORD and not _known_suffix(context, end)
    ):
        return NoFigure(behind_key(context, end))
    if _named(context, number) or _house(context, end):
        return NoFigure(end)
    return None


def _ends_phrase(context: Context, at: int) -> bool:
    """Whether nothing that could be counted stands at lexeme `at`."""
    lexeme = context.lexemes[at]
    return lexeme.kind is not LexemeKind.WORD or lexeme.form in context.words.function_words


def _telephone(context: Context, number: Number) -> bool:
    """'0845 125 2222', '+1 212 555 0100': digits behind digits, or a zero in front."""
    lexemes = context.lexemes
    written = lexemes[number.start].text
    follows = lexemes[number.end].kind is LexemeKind.NUMBER and not lexemes.after_line(number.end)
    if lexemes.form(number.start - 1) == "+" and lexemes.glued(number.start):
        return follows
    if not number.plain:
        return False
    if written.startswith("0") and len(written) > 2:
        return True
    third = lexemes[number.end + 1].kind is LexemeKind.NUMBER
    return follows and third and not lexemes.after_line(number.end + 1) and len(written) > 1


def _frequency(context: Context, number: Number) -> bool:
    """'89.3 WTEB': a broadcaster's frequency and call sign."""
    call = context.lexemes[number.end]
    named = call.kind is LexemeKind.WORD and call.text.isupper() and call.form[:1] in {"w", "k"}
    fits = isinstance(number.value, float) and 87 <= number.value <= 108
    return fits and named and (len(call.text) >= 3 or context.lexemes.glued(number.end + 1))


def _behind_numbers(context: Context, at: int) -> int:
    lexemes = context.lexemes
    while lexemes[at].kind is LexemeKind.NUMBER and not lexemes.after_line(at):
        at += 1
    return at


def behind_key(context: Context, at: int) -> int:
    """The end of a run of letters and digits without blanks."""
    lexemes = context.lexemes
    while lexemes.glued(at) and (
        lexemes[at].kind in {LexemeKind.NUMBER, LexemeKind.WORD} or lexemes.form(at) in {"-", "/"}
    ):
        at += 1
    return at


def _label(context: Context, start: int) -> int | None:
    """The lexeme where a label begins ('document no.5', '#5', 'Flight 370')."""
    lexemes = context.lexemes
    at = start - 1
    if (
        lexemes.form(at) == "."
        and not lexemes.after_line(at)
        and lexemes.form(at - 1) in {"no", "nr", "nos"}
    ):
        return at - 1
    form = lexemes.form(at)
    if form not in _LABELS or lexemes.after_line(start):
        return None
    if form == "#":
        return at
    if form in {"no", "nr", "nos", "number"}:
        return at if lexemes[at].capital or form in {"number", "nr"} else None
    following = lexemes[start + 1]
    counts = following.kind is LexemeKind.WORD and following.form.endswith("s")
    return None if counts and following.form not in context.words.function_words else at


def _known_suffix(context: Context, at: int) -> bool:
    form = context.lexemes.form(at)
    words = context.words
    return (
        form in words.units or form in words.scales or form in _SUFFIXES or form in words.currencies
    )


def _house(context: Context, at: int) -> bool:
    """Whether the name of a street follows: '34 Elm Street'."""
    lexemes = context.lexemes
    for step in range(3):
        lexeme = lexemes[at + step]
        if lexeme.kind is not LexemeKind.WORD or not lexeme.capital:
            return False
        if step and lexeme.form in _STREETS:
            return True
    return False


def _named(context: Context, number: Number) -> bool:
    """'Windows 2000', 'IE 7': a capitalised word inside a sentence, and no noun behind."""
    lexemes = context.lexemes
    before = lexemes[number.start - 1]
    if not number.digits or number.start == 0 or lexemes.after_line(number.start):
        return False
    if before.kind is not LexemeKind.WORD or before.text == before.text.lower():
        return False
    hyphened = lexemes.glued(number.start - 1) and lexemes.form(number.start - 2) == "-"
    known = before.form in context.words.function_words or before.form in _STARTS_OF_BOUNDS
    if known and not hyphened:
        return False
    if before.form in AGE_BEFORE or before.form in {"magnitude", "rs"}:
        return False
    after = lexemes[number.end]
    if currency_behind(context, number.end) or unit_behind(context, number.end):
        return False
    if after.form == "-" and lexemes[number.end + 1].kind is LexemeKind.NUMBER:
        return False
    if after.form in {"%", "percent", "per", "-", "million", "billion"}:
        return after.form == "-" and not unit_behind(context, number.end + 1)
    if begins_sentence(context, number.start - 1) and len(before.text) > 2:
        return after.kind is not LexemeKind.WORD or after.form in context.words.function_words
    plural = after.kind is LexemeKind.WORD and after.form.endswith("s") and len(after.form) > 3
    if plural and after.form not in context.words.function_words:
        return False
    return not title_case(context, number.start)


def means_a_number(context: Context, number: Number) -> bool:
    """Whether number words count something here: 'one' and capitalised words often do not."""
    lexemes = context.lexemes
    first = lexemes[number.start]
    if first.capital and not begins_sentence(context, number.start):
        return title_case(context, number.start)
    if number.value == 0:
        return False
    if number.value != 1 or number.end != number.start + 1:
        return True
    if lexemes.form(number.start - 1) in {"no", "this", "that", "every", "each", "the"}:
        return False
    following = lexemes.form(number.end)
    if following == "-":
        return lexemes.form(number.end + 1) in context.words.units
    if following == "in" and read_number(lexemes, number.end + 1, context.words):
        return True
    if lexemes.form(number.start - 1) in _BEFORE_ONE:
        return following not in {"of", "another", "more", "thing", "day"}
    return following in _BEHIND_ONE


def begins_sentence(context: Context, at: int) -> bool:
    before = context.lexemes.form(at - 1)
    return context.lexemes.after_line(at) or before in {".", "!", "?", ":", '"', "“", "‘", "„", "«"}


def title_case(context: Context, at: int) -> bool:
    """Whether the line around a lexeme is set in capitals as headlines are, without a full stop."""
    lexemes = context.lexemes
    first, end = at, at + 1
    while at - first < _HEADLINE and not lexemes.after_line(first):
        first -= 1
    while end - at < _HEADLINE and not lexemes.after_line(end):
        end += 1
    if lexemes.form(end - 1) == "." or not (lexemes.after_line(first) and lexemes.after_line(end)):
        return False
    long = capital = 0
    for index in range(first, end):
        lexeme = lexemes[index]
        if lexeme.kind is LexemeKind.WORD and len(lexeme.form) > 3:
            long += 1
            capital += lexeme.capital
    return long >= 3 and capital >= 0.8 * long
