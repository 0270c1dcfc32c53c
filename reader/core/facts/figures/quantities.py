"""What a number measures: percentages, ages, durations, distances, scores, ranges and plain counts."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.draft import Context, Draft, NoFigure
from reader.core.facts.figures.lexemes import LexemeKind
from reader.core.facts.figures.money import currency_behind
from reader.core.facts.figures.numbers import Number, read_number, whole
from reader.core.facts.figures.resolving import ago

_LABELS: Final = frozenset(
    ["no", "nos", "nr", "number", "№", "#", "article", "section", "chapter", "paragraph", "clause", "flight", "highway", "route", "interstate", "channel", "page", "room", "gate", "platform", "proposition", "resolution", "rule", "phase", "level", "tier", "category", "stage", "amendment", "title", "district", "ward", "unit", "pier", "exit", "terminal", "artikel", "absatz"]
)
_AGE_BEFORE: Final = frozenset({"age", "aged", "ages", "alter"})
_SQUARES: Final = frozenset({"square", "cubic", "nautical", "metric", "light", "calendar"})
_OLD: Final = frozenset({"old", "olds"})
_GAME: Final = frozenset(
    ["win", "wins", "won", "beat", "beats", "beating", "defeat", "defeats", "defeated", "loss", "losses", "lost", "lose", "victory", "victories", "lead", "leads", "led", "record", "draw", "drew", "tie", "tied", "game", "games", "overtime", "score", "scored", "vote", "voted", "ruling", "decision", "setback", "triumph", "rout", "edged", "season", "fell", "final", "match", "half-time", "halftime", "goal", "goals", "majority", "sieg", "niederlage", "gewann", "victoire", "victoria"]
)
_CONTEXT: Final = 8
_BEFORE_ONE: Final = frozenset(
    ["only", "just", "least", "than", "exactly", "another", "killed", "injuring", "killing"]
)
_BEHIND_ONE: Final = frozenset(
    ["person", "man", "woman", "child", "people", "minute", "hour", "week", "month", "year", "percent", "dead", "mile", "meter", "metre"]
)
_NOT_A_COUNT: Final = frozenset({"another", "by"})


def read_quantity(context: Context, at: int) -> Draft | NoFigure | None:
    """The quantity that begins at lexeme `at`; NoFigure where its digits belong to a name."""
    lexemes = context.lexemes
    number = read_number(lexemes, at, context.words)
    if number is None:
        return NoFigure(at + 1) if lexemes[at].kind is LexemeKind.NUMBER else None
    if number.digits:
        number = _with_point(context, number)
    elif not _means_a_number(context, number):
        return None
    kept = _kept_from_figures(context, number)
    if kept is not None:
        return kept
    return (
        _chance(context, number) or _range_or_score(context, number) or _measured(context, number)
    )


def _with_point(context: Context, number: Number) -> Number:
    """'.519', written without a zero."""
    lexemes = context.lexemes
    at = number.start
    if not (number.plain and lexemes.form(at - 1) == "." and lexemes.glued(at)):
        return number
    if at - 1 > 0 and lexemes[at - 1].gap == 0 and lexemes[at - 2].form != "-":
        return number
    value = whole(float(f"0.{lexemes[at].text}")) if len(lexemes[at].text) < 8 else number.value
    return Number(value, at - 1, number.end, digits=True)


def _means_a_number(context: Context, number: Number) -> bool:
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
    """Whether the line around a lexeme is set in capitals as headlines are."""
    lexemes = context.lexemes
    long = capital = 0
    for index in range(max(0, at - 8), min(len(lexemes), at + 9)):
        lexeme = lexemes[index]
        if lexeme.kind is LexemeKind.WORD and len(lexeme.form) > 3:
            long += 1
            capital += lexeme.capital
    return long >= 3 and capital >= 0.8 * long


def _kept_from_figures(context: Context, number: Number) -> Draft | NoFigure | None:
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
        return Draft(
            FigureKind.IDENTIFIER, label, tail, number.value, bound=Bound.EXACTLY, of=before.text
        )
    if lexemes.glued(start) and before.kind is LexemeKind.WORD and before.form not in {"rs"}:
        return NoFigure(_behind_key(context, end))
    if lexemes.glued(start) and before.form in {"-", "/", "_", "@", "=", "&", ":", "\\"}:
        spared = before.form == "-" and lexemes.form(start - 2) in {
            "magnitude", "mid", "post", "pre", "sub", "to", "top", "(", "=", "under", "over",
        }  # fmt: skip
        if not spared and lexemes.glued(start - 1):
            return NoFigure(_behind_key(context, end))
    if before.form == "/" or after.form == "/" or after.form in {"_", "@"}:
        return NoFigure(_behind_key(context, end))
    if lexemes.glued(end) and after.kind is LexemeKind.WORD and not _known_suffix(context, end):
        return NoFigure(_behind_key(context, end))
    if _named(context, number):
        return NoFigure(end)
    return None


def _behind_key(context: Context, at: int) -> int:
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


_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th", "s", "x", "am", "pm", "a", "p"})


def _known_suffix(context: Context, at: int) -> bool:
    form = context.lexemes.form(at)
    words = context.words
    return (
        form in words.units or form in words.scales or form in _SUFFIXES or form in words.currencies
    )


def _named(context: Context, number: Number) -> bool:
    """'Windows 2000', 'IE 7': a capitalised word inside a sentence, and no noun behind."""
    lexemes = context.lexemes
    before = lexemes[number.start - 1]
    if not number.digits or number.start == 0 or lexemes.after_line(number.start):
        return False
    if before.kind is not LexemeKind.WORD or not before.capital:
        return False
    if before.form in context.words.function_words or before.form in context.words.bounds_by_last:
        return False
    if before.form in _AGE_BEFORE or before.form in {"magnitude", "rs"}:
        return False
    after = lexemes[number.end]
    if currency_behind(context, number.end) or _unit(context, number.end):
        return False
    if after.form == "-" and lexemes[number.end + 1].kind is LexemeKind.NUMBER:
        return False
    if after.form in {"%", "percent", "per", "-", "million", "billion"}:
        return after.form == "-" and not _unit(context, number.end + 1)
    if begins_sentence(context, number.start - 1) and len(before.text) > 2:
        return after.kind is not LexemeKind.WORD or after.form in context.words.function_words
    plural = after.kind is LexemeKind.WORD and after.form.endswith("s") and len(after.form) > 3
    if plural and after.form not in context.words.function_words:
        return False
    return not title_case(context, number.start)


def _chance(context: Context, number: Number) -> Draft | None:
    """'one in five', '1 in every 500', 'three out of five'."""
    lexemes = context.lexemes
    at = number.end
    if lexemes.form(at) == "out" and lexemes.form(at + 1) == "of":
        at += 2
    elif lexemes.form(at) == "in" and (number.value == 1 or lexemes.form(at + 1) == "every"):
        at += 2 if lexemes.form(at + 1) == "every" else 1
    else:
        return None
    other = read_number(lexemes, at, context.words)
    if other is None or other.vague or not number.value < other.value <= 10**6:
        return None
    if other.plain and number.value == 1 and 1900 <= other.value <= 2099:
        return None
    value = whole(number.value / other.value)
    return Draft(FigureKind.FRACTION, number.start, other.end, value, counts=other.end)


def _range_or_score(context: Context, number: Number) -> Draft | NoFigure | None:
    """'20-30 people', 'between 20 and 30', 'a 34-7 win', '206-448-8160'."""
    lexemes = context.lexemes
    at = number.end
    between = lexemes.form(number.start - 1) in {"between", "from"}
    dash = lexemes.form(at) == "-"
    joined = dash or lexemes.form(at) == "to" or (between and lexemes.form(at) == "and")
    if dash and lexemes.form(at + 1) == "to":
        at += 1
    if not joined or lexemes.after_line(at):
        return None
    other = read_number(lexemes, at + 1, context.words)
    if other is None or other.vague or (dash and not other.digits):
        return None
    if dash and number.plain and lexemes.form(other.end) == "-" and lexemes.glued(other.end):
        if lexemes[other.end + 1].kind is LexemeKind.NUMBER:
            return NoFigure(_behind_key(context, other.end))
    if dash and lexemes.glued(at) and lexemes.glued(at + 1) and number.plain and other.plain:
        ends = _score(context, number, other)
        if ends:
            return ends
    if not number.value < other.value or len(lexemes[number.start].text) > 12:
        return NoFigure(other.end) if dash else None
    measured = _measured(context, other)
    if isinstance(measured, NoFigure):
        return measured
    start = number.start - 1 if between else number.start
    low = number.value
    if (other.digits and not number.plain) or other.plain:
        factor = 1.0
    else:
        bare = read_number(lexemes, other.start, context.words)
        digits = lexemes[other.start].text
        factor = other.value / int(digits) if bare and digits.isdecimal() and int(digits) else 1.0
    kind = measured.kind if measured.kind is not FigureKind.COUNT else FigureKind.RANGE
    return Draft(
        kind,
        start,
        measured.end,
        whole(low * factor) if low * factor < other.value else low,
        measured.unit,
        upper=measured.value,
        bound=Bound.BETWEEN,
        counts=measured.counts,
        of=measured.of,
    )


def _score(context: Context, number: Number, other: Number) -> Draft | None:
    lexemes = context.lexemes
    if max(number.value, other.value) > 250 or _unit(context, other.end):
        return None
    played = number.value >= other.value
    for step in range(-_CONTEXT, _CONTEXT):
        played = played or lexemes.form(number.start + step) in _GAME
    if not played:
        return None
    return Draft(
        FigureKind.SCORE,
        number.start,
        other.end,
        number.value,
        upper=other.value,
        bound=Bound.EXACTLY,
        counts=other.end,
    )


def _unit(context: Context, at: int) -> tuple[FigureKind, str, int] | None:
    """The unit a number is followed by: its kind, its plain name and where its words end."""
    lexemes, words = context.lexemes, context.words
    if lexemes.after_line(at):
        return None
    hyphen = lexemes.form(at) == "-" and lexemes.glued(at)
    step = at + 1 if hyphen else at
    prefix = ""
    if lexemes.form(step) in _SQUARES:
        prefix = lexemes.form(step)
        step += 2 if lexemes.form(step + 1) == "-" else 1
    form = lexemes.form(step)
    unit = words.units.get(form)
    if unit is None:
        return (FigureKind.DURATION, "second", step + 1) if hyphen and form == "second" else None
    if len(form) == 1 and lexemes[step].text.isupper():
        return None
    kind, name = unit.kind, unit.name
    if prefix in {"square", "cubic"}:
        kind, name = FigureKind.COUNT, f"{prefix} {name}"
    elif prefix == "nautical":
        name = "nautical mile"
    elif prefix == "metric":
        name = "tonne"
    elif prefix == "light":
        kind, name = FigureKind.DISTANCE, "light year"
    if name in {"km", "mile"} and lexemes.form(step + 1) == "per":
        kind, name, step = FigureKind.COUNT, "km/h" if name == "km" else "mph", step + 2
    elif name in {"km", "mile"} and lexemes.form(step + 1) == "/" and lexemes.form(step + 2) == "h":
        kind, name, step = FigureKind.COUNT, "km/h", step + 2
    elif name in {"km", "mile"} and lexemes.matches(step + 1, "an", "hour"):
        kind, name, step = FigureKind.COUNT, "km/h" if name == "km" else "mph", step + 2
    return kind, name, step + 1


def _measured(context: Context, number: Number) -> Draft:
    """A number with the unit behind it, or as a plain count."""
    end = number.end
    found = (
        _percent(context, number)
        or _temperature(context, number)
        or _age(context, number)
        or _magnitude(context, number)
    )
    if found:
        return found
    money = currency_behind(context, end)
    if money:
        return Draft(FigureKind.MONEY, number.start, money[1], number.value, money[0])
    unit = _unit(context, end)
    if unit:
        kind, name, behind = unit
        if kind is FigureKind.DURATION:
            return _duration(context, number, name, behind)
        return Draft(kind, number.start, behind, number.value, name)
    kind = FigureKind.COUNT
    return Draft(
        kind,
        number.start,
        end,
        number.value,
        bound=Bound.VAGUE if number.vague else None,
        counts=end,
    )


def _percent(context: Context, number: Number) -> Draft | None:
    lexemes, at = context.lexemes, number.end
    if lexemes.after_line(at):
        return None
    if lexemes.form(at) == "-" and lexemes.glued(at):
        at += 1
    unit = "percent"
    pairs = {("per", "cent"), ("pour", "cent"), ("por", "ciento")}
    two = (lexemes.form(at), lexemes.form(at + 1))
    if lexemes.form(at) in {"%", "％", "٪"} or lexemes.form(at) in context.words.percents:
        end = at + 1
    elif two in pairs:
        end = at + 2
    elif two[0] in {"percentage", "basis"} and two[1] in {"point", "points"}:
        unit, end = f"{two[0]} point", at + 2
    else:
        return None
    if lexemes.form(end) in {"point", "points"}:
        unit, end = "percentage point", end + 1
    return Draft(FigureKind.PERCENT, number.start, end, number.value, unit, counts=end)


def _temperature(context: Context, number: Number) -> Draft | None:
    lexemes, at = context.lexemes, number.end
    if lexemes.after_line(at):
        return None
    if lexemes.form(at) in {"℃", "℉"}:
        unit = "C" if lexemes.form(at) == "℃" else "F"
        return Draft(FigureKind.TEMPERATURE, number.start, at + 1, number.value, unit)
    marked = lexemes.form(at) in {"°", "º", "degrees", "degree", "deg", "grad"}
    step = at + 1 if marked else at
    names = {"c": "C", "f": "F", "celsius": "C", "fahrenheit": "F", "centigrade": "C"}
    unit = names.get(lexemes.form(step))
    if unit is None or (not marked and not (lexemes[step].text in {"C", "F"} or unit != "")):
        return None
    if not marked and len(lexemes.form(step)) == 1 and lexemes[step].text not in {"C", "F"}:
        return None
    value = number.value
    if lexemes.form(number.start - 1) in {"-", "−", "minus"}:
        return Draft(FigureKind.TEMPERATURE, number.start - 1, step + 1, -value, unit)
    return Draft(FigureKind.TEMPERATURE, number.start, step + 1, value, unit)


def _age(context: Context, number: Number) -> Draft | None:
    """'aged 32', '17-year-old', '73 years old', '32-jährige', 'Lopez, 20,'."""
    lexemes, words = context.lexemes, context.words
    at = number.end
    if number.value > 130 or number.vague:
        return None
    before = lexemes.form(number.start - 1)
    if before in _AGE_BEFORE or (before == "of" and lexemes.form(number.start - 2) == "age"):
        return Draft(FigureKind.AGE, number.start, at, number.value, "year")
    unit = _unit(context, at)
    if unit and unit[1] in {"year", "month", "week", "day"}:
        end = unit[2]
        step = end + 1 if lexemes.form(end) == "-" else end
        if lexemes.form(step) in _OLD:
            return Draft(
                FigureKind.AGE, number.start, step + 1, number.value, unit[1], counts=step + 1
            )
        if lexemes.matches(end, "of", "age"):
            return Draft(FigureKind.AGE, number.start, end + 2, number.value, unit[1])
        if lexemes.form(end) in {"alt", "alte", "alter"} and words.code == "de":
            return Draft(FigureKind.AGE, number.start, end + 1, number.value, unit[1])
        if words.code == "fr" and lexemes.form(number.start - 2).startswith("âgé"):
            return Draft(FigureKind.AGE, number.start, end, number.value, unit[1])
        if words.code == "es" and lexemes.matches(end, "de", "edad"):
            return Draft(FigureKind.AGE, number.start, end + 2, number.value, unit[1])
    if lexemes.form(at) == "-" and lexemes.form(at + 1).startswith("jährig"):
        return Draft(FigureKind.AGE, number.start, at + 2, number.value, "year", counts=at + 2)
    return _apposed_age(context, number)


def _apposed_age(context: Context, number: Number) -> Draft | None:
    """The age in 'Andrew Lopez, 20, was arrested' and 'Oscar, 8, daughter Ava, 3, as well'."""
    lexemes = context.lexemes
    if not number.plain or lexemes.form(number.start - 1) != "," or not 1 <= number.value <= 115:
        return None
    name = lexemes[number.start - 2]
    if name.kind is not LexemeKind.WORD and name.form != ".":
        return None
    if name.kind is LexemeKind.WORD and not name.capital:
        return None
    if name.form in context.words.months or name.form in context.words.weekdays:
        return None
    if lexemes.form(number.end) not in {",", ".", ";", "and", ")", "who", "was"}:
        return None
    return Draft(FigureKind.AGE, number.start, number.end, number.value, "year")


def _magnitude(context: Context, number: Number) -> Draft | None:
    lexemes = context.lexemes
    start, at = number.start, number.end
    hyphen = 1 if lexemes.form(at) == "-" else 0
    if lexemes.form(at + hyphen) == "magnitude" and number.digits:
        return Draft(FigureKind.COUNT, start, at + hyphen + 1, number.value, "magnitude")
    back = start - 1
    while lexemes.form(back) in {"-", "of", "preliminary", "a", "at"} and start - back < 4:
        back -= 1
    if lexemes.form(back) == "magnitude" and 0 < number.value < 11:
        return Draft(FigureKind.COUNT, start, at, number.value, "magnitude")
    return None


def _duration(context: Context, number: Number, unit: str, end: int) -> Draft:
    """A stretch of time, or with 'ago' the date it leads back to."""
    lexemes = context.lexemes
    bound = Bound.VAGUE if number.vague else None
    if lexemes.form(end) == "ago" or (
        context.words.code == "de" and lexemes.form(number.start - 1) == "vor"
    ):
        end = end + 1 if lexemes.form(end) == "ago" else end
        back = None
        if context.published and not number.vague:
            back = ago(number.value, unit, context.published)
        return Draft(
            FigureKind.RELATIVE, number.start, end, number.value, unit, resolved=back, bound=bound
        )
    behind = end if lexemes.form(end - 1) not in _OLD else None
    return Draft(
        FigureKind.DURATION, number.start, end, number.value, unit, bound=bound, counts=behind
    )
