"""English number, date, unit and bound words."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.vocabulary import (
    Vocabulary,
    bounds_of,
    unit_table,
    word_list,
)
from reader.core.facts.vocabulary import word_set

_SMALL: Final = word_list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS: Final = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS: Final = word_list(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS: Final = word_list(
    "january february march april may june july august september october november december"
)
_DAYS: Final = word_list("monday tuesday wednesday thursday friday saturday sunday")

MEASURES: Final = (
    (FigureKind.DISTANCE, "km", "km kms kilometer kilometers kilometre kilometres"),
    (FigureKind.DISTANCE, "m", "m meter meters metre metres"),
    (FigureKind.DISTANCE, "cm", "cm centimeter centimeters centimetre centimetres"),
    (FigureKind.DISTANCE, "mm", "mm millimeter millimeters millimetre millimetres"),
    (FigureKind.DISTANCE, "mile", "mi mile miles"),
    (FigureKind.DISTANCE, "foot", "ft foot feet"),
    (FigureKind.DISTANCE, "inch", "inch inches"),
    (FigureKind.DISTANCE, "yard", "yd yds yard yards"),
    (FigureKind.COUNT, "kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    (FigureKind.COUNT, "g", "g gram grams gramme grammes"),
    (FigureKind.COUNT, "tonne", "tonne tonnes"),
    (FigureKind.COUNT, "ton", "ton tons"),
    (FigureKind.COUNT, "pound weight", "lb lbs"),
    (FigureKind.COUNT, "litre", "liter liters litre litres"),
    (FigureKind.COUNT, "gallon", "gallon gallons"),
    (FigureKind.COUNT, "barrel", "barrel barrels"),
    (FigureKind.COUNT, "hectare", "ha hectare hectares"),
    (FigureKind.COUNT, "acre", "acre acres"),
    (FigureKind.COUNT, "mph", "mph"),
    (FigureKind.COUNT, "km/h", "kph kmh"),
    (FigureKind.COUNT, "knot", "knots"),
    (FigureKind.COUNT, "MW", "mw megawatt megawatts"),
    (FigureKind.COUNT, "GB", "gb gigabyte gigabytes"),
    (FigureKind.COUNT, "MB", "megabyte megabytes"),
    (FigureKind.DURATION, "second", "seconds sec secs"),
    (FigureKind.DURATION, "minute", "minute minutes min mins"),
    (FigureKind.DURATION, "hour", "hour hours hr hrs"),
    (FigureKind.DURATION, "day", "day days"),
    (FigureKind.DURATION, "week", "week weeks"),
    (FigureKind.DURATION, "month", "month months"),
    (FigureKind.DURATION, "year", "year years yr yrs"),
    (FigureKind.DURATION, "decade", "decade decades"),
    (FigureKind.DURATION, "century", "century centuries"),
)

ENGLISH: Final = Vocabulary(
    code="en",
    decimal_comma=False,
    numerals={word: n for n, word in enumerate(_SMALL)}
    | {word: 10 * n for n, word in enumerate(_TENS, 2)},
    hundreds=frozenset({"hundred"}),
    scales={
        "thousand": 10**3,
        "k": 10**3,
        "lakh": 10**5,
        "lakhs": 10**5,
        "million": 10**6,
        "mln": 10**6,
        "mn": 10**6,
        "crore": 10**7,
        "crores": 10**7,
        "billion": 10**9,
        "bn": 10**9,
        "bln": 10**9,
        "trillion": 10**12,
        "tn": 10**12,
        "trn": 10**12,
    },
    ones=frozenset({"a", "an", "one"}),
    vague={
        "dozens": 12,
        "scores": 20,
        "tens": 10,
        "hundreds": 100,
        "thousands": 1000,
        "millions": 10**6,
        "billions": 10**9,
        "trillions": 10**12,
    },
    few=frozenset({"several", "few", "many", "couple"}),
    fractions={"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25}
    | {word: 1 / n for n, word in enumerate(_ORDINALS[:10], 1) if n > 2}
    | {word + "s": 1 / n for n, word in enumerate(_ORDINALS[:10], 1) if n > 2},
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)},
    months={word: n for n, word in enumerate(_MONTHS, 1)}
    | {word[:3]: n for n, word in enumerate(_MONTHS, 1)}
    | {"sept": 9},
    weekdays={word: n for n, word in enumerate(_DAYS)}
    | {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4},
    units=unit_table(MEASURES),
    currencies={
        "dollar": "USD",
        "dollars": "USD",
        "usd": "USD",
        "bucks": "USD",
        "euro": "EUR",
        "euros": "EUR",
        "eur": "EUR",
        "pounds": "GBP",
        "gbp": "GBP",
        "yen": "JPY",
        "yuan": "CNY",
        "renminbi": "CNY",
        "rmb": "CNY",
        "rupees": "INR",
        "rupee": "INR",
        "francs": "CHF",
        "chf": "CHF",
        "rubles": "RUB",
        "roubles": "RUB",
        "pesos": "peso",
        "cents": "cent",
        "pence": "penny",
        "kronor": "SEK",
    },
    percents=frozenset({"percent", "pct"}),
    bounds=bounds_of(
        {
            Bound.OVER: "more than | over | shortly after | just after | soon after "
            "| well over | just over | above | exceeding "
            "| in excess of | upwards of | upward of | beyond | greater than "
            "| longer than | older than "
            "| north of | higher than | a little over | slightly more than | slightly over "
            "| just more than | little more than | just above | topping | surpassing | well above",
            Bound.NEARLY: "nearly | shortly before | just before | almost | fewer than "
            "| less than | under | just under | below | close to | just short of | short of "
            "| just below | just shy of | approaching "
            "| younger than | well under | slightly less than | slightly under | lower than "
            "| not quite | near | well below | just less than | just fewer than | smaller than",
            Bound.UP_TO: "up to | as many as | as much as | at most | no more than | not more than "
            "| a maximum of | maximum of | as high as | not exceeding "
            "| as long as | as far as",
            Bound.AT_LEAST: "at least | at the least | no fewer than | no less than "
            "| not less than | a minimum of | minimum of | not fewer than "
            "| as few as | as little as",
            Bound.ABOUT: "about | around | approximately | roughly | some "
            "| an estimated | estimated "
            "| circa | ca | approx | in the region of | in the order of | somewhere around "
            "| on the order of | more or less | maybe | perhaps",
            Bound.EXACTLY: "exactly | precisely | only | just | a total of | total of",
        },
        close=(
            "nearly",
            "almost",
            "just under",
            "close to",
            "just short of",
            "short of",
            "just below",
            "just shy of",
            "approaching",
            "just over",
            "slightly more than",
            "slightly over",
            "slightly less than",
            "slightly under",
            "not quite",
            "near",
            "just more than",
            "just less than",
            "just fewer than",
            "just above",
            "a little over",
        ),
    ),
    year_words=word_set(
        "in since by until till from to of before after around circa during early late mid year "
        "and or between the through about a summer winter autumn fall spring christmas easter back "
        "as for this that until's into his her its their our"
    ),
    function_words=word_set(
        "ahead together respectively due prior worth a an the this that these those his her its "
        "their our my your it they he she we i you them him us who whom which what where when "
        "while why how and or but nor so yet if than as of in on at to from for with by about "
        "into onto over under after before between during through against among across around "
        "near off out up down since until till without within along behind beyond despite per "
        "via is are was were be been being am has have had do does did will would shall should "
        "can could may might must not no there here then also only just more most less least "
        "fewer ago later earlier each every all any some another other both either neither such "
        "own same too very ever never still again away back alone apiece total said says say "
        "told because whether although though unless upon toward towards amid plus minus "
        "including included now today yesterday tomorrow once twice instead already even 's "
        "didn't don't won't isn't aren't wasn't weren't hasn't haven't hadn't can't"
    ),
    joiners=frozenset({"and"}),
    of_words=frozenset({"of"}),
)
