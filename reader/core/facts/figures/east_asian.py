"""Figures in Chinese and Japanese: '41人', '3万', '2021年3月4日', '十二岁', '百分之五'."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.dates import day_value
from reader.core.facts.figures.draft import Context, Draft
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.numbers import parse_digits, whole
from reader.core.facts.figures.resolving import near_day, near_month

_DIGITS: Final = {sign: n for n, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_VAGUE: Final = frozenset("数數几幾")
_UNITS: Final[dict[str, tuple[FigureKind, str]]] = {
    "公里": (FigureKind.DISTANCE, "km"),
    "米": (FigureKind.DISTANCE, "m"),
    "キロ": (FigureKind.DISTANCE, "km"),
    "メートル": (FigureKind.DISTANCE, "m"),
    "岁": (FigureKind.AGE, "year"),
    "歳": (FigureKind.AGE, "year"),
    "歲": (FigureKind.AGE, "year"),
    "元": (FigureKind.MONEY, "CNY"),
    "人民币": (FigureKind.MONEY, "CNY"),
    "美元": (FigureKind.MONEY, "USD"),
    "ドル": (FigureKind.MONEY, "USD"),
    "欧元": (FigureKind.MONEY, "EUR"),
    "ユーロ": (FigureKind.MONEY, "EUR"),
    "円": (FigureKind.MONEY, "JPY"),
    "日元": (FigureKind.MONEY, "JPY"),
    "小时": (FigureKind.DURATION, "hour"),
    "時間": (FigureKind.DURATION, "hour"),
    "分钟": (FigureKind.DURATION, "minute"),
    "天": (FigureKind.DURATION, "day"),
    "周": (FigureKind.DURATION, "week"),
    "週間": (FigureKind.DURATION, "week"),
    "个月": (FigureKind.DURATION, "month"),
    "カ月": (FigureKind.DURATION, "month"),
    "年": (FigureKind.DURATION, "year"),
    "吨": (FigureKind.COUNT, "tonne"),
    "トン": (FigureKind.COUNT, "tonne"),
}
_COUNTERS: Final = "人名个個次位只件张張辆辆艘架枚家所起条条棟栋本台頭匹隻例"
_LONGEST_UNIT: Final = 4


def read_han(context: Context, at: int) -> Draft | None:
    """The figure in Chinese or Japanese that begins at lexeme `at`; None where there is none."""
    lexemes = context.lexemes
    if lexemes[at].kind is LexemeKind.NUMBER:
        following = lexemes[at + 1].kind
        if following not in {LexemeKind.HAN, LexemeKind.HAN_NUMBER} or not lexemes.glued(at + 1):
            return None
    if lexemes.form(at) == "百" and lexemes.matches(at + 1, "分", "之"):
        read = _number(context, at + 3)
        if read:
            return Draft(FigureKind.PERCENT, at, read[1], read[0], "percent")
    draft = _calendar(context, at)
    if draft:
        return draft
    draft = _quantity(context, at)
    before = _bound_before(context, at) if draft and draft.bound is None else None
    if draft and before:
        return replace(draft, start=at - before[1], bound=before[0])
    return draft


def _number(context: Context, at: int) -> tuple[int | float, int, bool] | None:
    """A number in digits or signs: value, the lexeme behind it, and whether it is vague."""
    lexemes = context.lexemes
    value: int | float | None = None
    end = at
    if lexemes[at].kind is LexemeKind.NUMBER:
        value = parse_digits(lexemes[at].text, decimal_comma=False)
        end = at + 1
        if value is None:
            return None
    vague = False
    if lexemes[end].kind is LexemeKind.HAN_NUMBER and (end == at or lexemes.glued(end)):
        signs = lexemes[end].text
        vague = any(sign in _VAGUE for sign in signs)
        if value is None:
            value = _signs("".join("一" if sign in _VAGUE else sign for sign in signs))
        else:
            scale = 1
            for sign in signs:
                if sign not in _LARGE and sign not in _SMALL:
                    return None
                scale *= _LARGE.get(sign) or _SMALL[sign]
            value = whole(value * scale) if scale <= 10**16 else None
        end += 1
    return None if value is None or end == at else (value, end, vague)


def _signs(signs: str) -> int | None:
    """'二百三十' = 230, '二〇一八' = 2018, '三万五千' = 35000; None where signs make no number."""
    if len(signs) > 24:
        return None
    if all(sign in _DIGITS for sign in signs):
        return int("".join(str(_DIGITS[sign]) for sign in signs)) if len(signs) <= 8 else None
    total = section = digit = 0
    for sign in signs:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        elif sign in _LARGE:
            total = (total + section + digit or 1) * _LARGE[sign]
            section = digit = 0
        else:
            return None
    return total + section + digit


def _calendar(context: Context, at: int) -> Draft | None:
    lexemes = context.lexemes
    year = month = day = None
    end = at
    read = _number(context, end)
    if (
        read
        and lexemes.form(read[1]) == "年"
        and 1000 <= read[0] <= 2099
        and read[0] == int(read[0])
    ):
        year, end = int(read[0]), read[1] + 1
        read = _number(context, end) if lexemes.glued(end) else None
    if read and lexemes.form(read[1]) == "月" and 1 <= read[0] <= 12:
        month, end = int(read[0]), read[1] + 1
        read = _number(context, end) if lexemes.glued(end) else None
        if read and lexemes.form(read[1]) in {"日", "号", "號"} and 1 <= read[0] <= 31:
            day, end = int(read[0]), read[1] + 1
    if month is None:
        return Draft(FigureKind.YEAR, at, end, f"{year:04}") if year is not None else None
    value = day_value(year, month, day)
    if value is None:
        return None
    resolved = None
    if year is None and context.published:
        near = near_day(month, day, context.published) if day else None
        resolved = near.isoformat() if near else near_month(month, context.published)
    return Draft(FigureKind.DATE, at, end, value, resolved=resolved)


def _quantity(context: Context, at: int) -> Draft | None:
    lexemes = context.lexemes
    read = _number(context, at)
    if read is None:
        return None
    value, end, vague = read
    bound = Bound.VAGUE if vague else None
    if lexemes.form(end) in {"多", "余", "餘"}:
        bound = Bound.OVER
        end += 1
    following = "".join(lexemes.form(end + step) for step in range(_LONGEST_UNIT))
    for length in range(_LONGEST_UNIT, 0, -1):
        unit = _UNITS.get(following[:length])
        if unit:
            return Draft(unit[0], at, end + length, value, unit[1], bound=bound)
    if lexemes.form(end) in {"%", "％"}:
        return Draft(FigureKind.PERCENT, at, end + 1, value, "percent", bound=bound)
    counter = following[:1]
    counts = bool(counter) and counter in _COUNTERS
    if not counts and (lexemes[at].kind is LexemeKind.HAN_NUMBER and value < 10**4):
        return None
    if value == 1 and lexemes[at].kind is LexemeKind.HAN_NUMBER:
        return None
    of = None
    if counts:
        of = counter if counter == "人" else (_signs_behind(context, end + 1) or counter)
    return Draft(FigureKind.COUNT, at, end, value, bound=bound, of=of)


def _signs_behind(context: Context, at: int) -> str:
    """The two signs behind a counter, which are most often the noun."""
    lexemes = context.lexemes
    signs = [lexemes[at + step] for step in range(2) if lexemes.glued(at + step)]
    return "".join(sign.text for sign in signs if sign.kind is LexemeKind.HAN)


_BEFORE: Final = (
    ("至少", Bound.AT_LEAST),
    ("最多", Bound.UP_TO),
    ("超过", Bound.OVER),
    ("超過", Bound.OVER),
    ("大约", Bound.ABOUT),
    ("约有", Bound.ABOUT),
    ("将近", Bound.NEARLY),
    ("少なくとも", Bound.AT_LEAST),
    ("约", Bound.ABOUT),
    ("約", Bound.ABOUT),
    ("逾", Bound.OVER),
    ("近", Bound.NEARLY),
)


def _bound_before(context: Context, at: int) -> tuple[Bound, int] | None:
    """The bound before lexeme `at`, and how many signs it has."""
    lexemes = context.lexemes
    before = "".join(lexemes.form(at - back) for back in range(5, 0, -1))
    for words, bound in _BEFORE:
        if before.endswith(words):
            return bound, len(words)
    return None
