"""Amounts of money: '$200m', '85 million euros', '£10-15 million'."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.numbers import Number, money_scale, read_number, whole
from reader.core.facts.vocabulary import word_set

SYMBOLS: Final = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₪": "ILS",
    "₦": "NGN",
    "₺": "TRY",
    "₴": "UAH",
}
_DOLLARS: Final = {
    "us": "USD",
    "u.s": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
_NATIONS: Final = {
    "us": "USD",
    "american": "USD",
    "canadian": "CAD",
    "australian": "AUD",
    "hong": "HKD",
    "singapore": "SGD",
    "swiss": "CHF",
    "chinese": "CNY",
    "japanese": "JPY",
    "indian": "INR",
    "british": "GBP",
}
CODES: Final = word_set("usd eur gbp chf jpy cny rmb inr rs aud cad nzd")
_CODE_NAMES: Final = {"rs": "INR", "rmb": "CNY"}


def read_money(context: Context, at: int) -> Draft | None:
    """The amount that begins with a currency sign or code at lexeme `at`."""
    lexemes = context.lexemes
    start, number_at, currency = at, at + 1, SYMBOLS.get(lexemes.form(at))
    if currency is None:
        if lexemes.form(at) not in CODES or not (lexemes[at].capital):
            return None
        currency = _CODE_NAMES.get(lexemes.form(at), lexemes[at].text.upper())
        if lexemes.form(number_at) == "." and lexemes.glued(number_at):
            number_at += 1
    elif lexemes.form(at) == "$" and lexemes.glued(at) and lexemes.form(at - 1) in _DOLLARS:
        start, currency = at - 1, _DOLLARS[lexemes.form(at - 1)]
    elif lexemes.form(at) == "$" and lexemes.matches(at - 4, "u", ".", "s", "."):
        start = at - 4
    if lexemes[number_at].kind is not LexemeKind.NUMBER or lexemes.after_line(number_at):
        return None
    number = _scaled(context, read_number(lexemes, number_at, context.words))
    if number is None:
        return None
    upper = _other_end(context, number, lexemes.form(at))
    if upper is None:
        return Draft(FigureKind.MONEY, start, number.end, number.value, currency)
    low = number.value
    if upper.value > low * 1000 and low < 1000:
        factor = _factor(upper, context)
        low = whole(low * factor)
    return Draft(
        FigureKind.MONEY, start, upper.end, low, currency, upper=upper.value, bound=Bound.BETWEEN
    )


def _factor(number: Number, context: Context) -> float:
    """How much the scale words of a number multiply its digits."""
    bare = read_number(context.lexemes, number.start, context.words)
    first = context.lexemes[number.start].text.replace(",", "")
    if bare is None or not first.replace(".", "", 1).isdecimal() or not float(first):
        return 1.0
    return number.value / float(first)


def _scaled(context: Context, number: Number | None) -> Number | None:
    """A number with the scale letter that money alone takes ('$200m')."""
    if number is None or not number.digits:
        return number
    scale = money_scale(context.lexemes, number.end)
    if scale is None or number.end != number.start + 1:
        return number
    if not context.lexemes.glued(number.end) and len(context.lexemes.form(number.end)) == 1:
        following = context.lexemes[number.end + 1]
        if following.form == "." and context.lexemes.glued(number.end + 1):
            return number
    return Number(whole(number.value * scale), number.start, number.end + 1, digits=True)


def _other_end(context: Context, number: Number, sign: str) -> Number | None:
    """The second number of '$10-15 million' or '$10 million to $12 million'."""
    lexemes = context.lexemes
    at = number.end
    between = lexemes.form(number.start - 2) == "between"
    if lexemes.form(at) not in {"-", "to"} and not (between and lexemes.form(at) == "and"):
        return None
    at += 1
    if lexemes.form(at) == sign:
        at += 1
    if lexemes[at].kind is not LexemeKind.NUMBER:
        return None
    other = _scaled(context, read_number(lexemes, at, context.words))
    return other if other and other.value > number.value else None


def currency_behind(context: Context, at: int) -> tuple[str, int] | None:
    """The currency a number is followed by at lexeme `at`, and where its words end."""
    lexemes = context.lexemes
    if lexemes.after_line(at):
        return None
    step = 1 if lexemes.form(at) == "-" and lexemes.glued(at) else 0
    if lexemes.form(at + step) in {"d'", "de", "d"}:
        step += 1
    form = lexemes.form(at + step)
    for prefix in ("d'",):
        if form.startswith(prefix):
            form = form[len(prefix) :]
    if form in SYMBOLS and lexemes[at + step + 1].kind is not LexemeKind.NUMBER:
        return SYMBOLS[form], at + step + 1
    if form in context.words.currencies:
        return context.words.currencies[form], at + step + 1
    following = lexemes.form(at + step + 1)
    if form in _NATIONS and following in context.words.currencies:
        return _NATIONS[form], at + step + 2
    if form == "u" and lexemes.matches(at + step, "u", ".", "s", ".", "dollars"):
        return "USD", at + step + 5
    return None
