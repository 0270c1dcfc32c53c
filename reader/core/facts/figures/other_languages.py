"""German, French and Spanish number, date, unit and bound words: the basics."""

from __future__ import annotations

from typing import Final

from reader.core.facts.figure import Bound, FigureKind
from reader.core.facts.figures.vocabulary import (
    Unit,
    Vocabulary,
    bounds_of,
    unit_table,
)
from reader.core.facts.vocabulary import word_set

_METRIC: Final = (
    (FigureKind.DISTANCE, "km", "km"),
    (FigureKind.DISTANCE, "m", "m"),
    (FigureKind.DISTANCE, "cm", "cm"),
    (FigureKind.COUNT, "kg", "kg"),
)
_CODES: Final = {"euro": "EUR", "euros": "EUR", "eur": "EUR", "usd": "USD", "chf": "CHF"}


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {
        form: start + step * n for n, forms in enumerate(words.split()) for form in forms.split("/")
    }


def _units(*rows: tuple[FigureKind, str, str]) -> dict[str, Unit]:
    return unit_table((*_METRIC, *rows))


_GERMAN_SMALL: Final = _numbered(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
_GERMAN_TENS: Final = _numbered(
    "zwanzig dreissig/dreißig vierzig fünfzig sechzig siebzig achtzig neunzig", 20, 10
)


def _german_numerals() -> dict[str, int]:
    """Numbers below a hundred and full hundreds and thousands, which German writes as one word."""
    words = _GERMAN_SMALL | _GERMAN_TENS
    ones = {"ein": 1} | {word: n for word, n in _GERMAN_SMALL.items() if 2 <= n <= 9}
    words |= {f"{o}und{t}": n + m for t, m in _GERMAN_TENS.items() for o, n in ones.items()}
    big = {f"{o}{scale}": n * m for o, n in ones.items() for scale, m in _HUNDREDS.items()}
    more = {"zehn": 10, "zwanzig": 20, "fünfzig": 50, "hundert": 100}
    return words | big | {f"{o}tausend": n * 1000 for o, n in more.items()}


_HUNDREDS: Final = {"hundert": 100, "tausend": 1000}

GERMAN: Final = Vocabulary(
    code="de",
    decimal_comma=True,
    numerals={form.casefold(): n for form, n in _german_numerals().items()},
    hundreds=frozenset({"hundert"}),
    scales={"tausend": 10**3, "tsd": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6}
    | {"milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12}
    | {"billionen": 10**12},
    ones=frozenset({"ein", "eine", "einen", "einer", "einem"}),
    vague={"dutzende": 12, "dutzenden": 12, "hunderte": 100, "hunderten": 100, "hunderter": 100}
    | {"tausende": 1000, "tausenden": 1000, "tausender": 1000, "zehntausende": 10**4}
    | {"zehntausenden": 10**4, "hunderttausende": 10**5, "hunderttausenden": 10**5},
    few=frozenset({"mehrere", "einige", "mehreren", "einigen", "paar"}),
    fractions={"hälfte": 0.5, "drittel": 1 / 3, "viertel": 0.25, "fünftel": 0.2},
    ordinals=_numbered("erste/ersten/erster zweite/zweiten dritte/dritten vierte/vierten", 1),
    months=_numbered(
        "januar/jänner/jan februar/feb märz april/apr mai juni/jun juli/jul august/aug "
        "september/sep/sept oktober/okt november/nov dezember/dez",
        1,
    ),
    weekdays=_numbered("montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag"),
    units=_units(
        (FigureKind.DISTANCE, "km", "kilometer kilometern"),
        (FigureKind.DISTANCE, "m", "meter metern"),
        (FigureKind.COUNT, "km/h", "stundenkilometer stundenkilometern"),
        (FigureKind.COUNT, "tonne", "tonnen tonne"),
        (FigureKind.DURATION, "second", "sekunden"),
        (FigureKind.DURATION, "minute", "minuten minute"),
        (FigureKind.DURATION, "hour", "stunden stunde"),
        (FigureKind.DURATION, "day", "tage tagen tag"),
        (FigureKind.DURATION, "week", "wochen woche"),
        (FigureKind.DURATION, "month", "monate monaten monat"),
        (FigureKind.DURATION, "year", "jahre jahren jahr"),
    ),
    currencies=_CODES | {"dollar": "USD", "franken": "CHF", "pfund": "GBP", "yuan": "CNY"},
    percents=frozenset({"prozent"}),
    bounds=bounds_of(
        {
            Bound.OVER: "mehr als | über | weit über | gut",
            Bound.NEARLY: "fast | knapp | beinahe | nahezu | weniger als | unter",
            Bound.UP_TO: "bis zu | höchstens | maximal | nicht mehr als",
            Bound.AT_LEAST: "mindestens | wenigstens | nicht weniger als",
            Bound.ABOUT: "etwa | rund | circa | ca | ungefähr | um die | schätzungsweise",
            Bound.EXACTLY: "genau | insgesamt | nur",
        },
        close=("fast", "knapp", "beinahe", "nahezu"),
    ),
    year_words=word_set(
        "in im seit bis von ab vor nach um jahr jahre jahres und ende anfang mitte"
    ),
    function_words=word_set(
        "der die das den dem des ein eine einer einem einen und oder aber in im an am auf aus bei "
        "mit nach von vom vor zu zum zur über unter für gegen ohne um bis seit ist sind war waren "
        "wird werden wurde wurden hat haben hatte sein nicht auch nur noch mehr als wie dass sich "
        "er sie es wir ihr ihre sein seine kam kamen"
    ),
    joiners=frozenset({"und"}),
    of_words=frozenset({"der", "von", "aller"}),
)

FRENCH: Final = Vocabulary(
    code="fr",
    decimal_comma=True,
    numerals=_numbered(
        "zéro - deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze "
        "quinze seize"
    )
    | _numbered("vingt trente quarante cinquante soixante", 20, 10),
    hundreds=frozenset({"cent", "cents"}),
    scales={"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9}
    | {"milliards": 10**9},
    ones=frozenset({"un", "une"}),
    vague={"dizaines": 10, "douzaines": 12, "centaines": 100, "milliers": 1000},
    few=frozenset({"plusieurs", "quelques"}),
    fractions={"moitié": 0.5, "tiers": 1 / 3, "quart": 0.25, "quarts": 0.25},
    ordinals=_numbered("premier/première deuxième/seconde troisième quatrième cinquième", 1),
    months=_numbered(
        "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
        "décembre/decembre",
        1,
    ),
    weekdays=_numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    units=_units(
        (FigureKind.DISTANCE, "km", "kilomètre kilomètres"),
        (FigureKind.DISTANCE, "m", "mètre mètres"),
        (FigureKind.COUNT, "tonne", "tonne tonnes"),
        (FigureKind.DURATION, "second", "secondes"),
        (FigureKind.DURATION, "minute", "minute minutes"),
        (FigureKind.DURATION, "hour", "heure heures"),
        (FigureKind.DURATION, "day", "jour jours"),
        (FigureKind.DURATION, "week", "semaine semaines"),
        (FigureKind.DURATION, "month", "mois"),
        (FigureKind.DURATION, "year", "an ans année années"),
    ),
    currencies=_CODES | {"dollars": "USD", "dollar": "USD", "francs": "CHF", "livres": "GBP"},
    percents=frozenset(),
    bounds=bounds_of(
        {
            Bound.OVER: "plus de | plus d'",
            Bound.NEARLY: "près de | presque | moins de",
            Bound.UP_TO: "jusqu'à | au plus | au maximum",
            Bound.AT_LEAST: "au moins",
            Bound.ABOUT: "environ | quelque | quelques | autour de | à peu près",
            Bound.EXACTLY: "exactement | seulement",
        },
        close=("près de", "presque"),
    ),
    year_words=word_set("en depuis dès de avant après vers année fin début jusqu'en et à l'année"),
    function_words=word_set(
        "le la les l un une des du de d et ou mais dans en sur sous par pour avec sans chez à au "
        "aux est sont était étaient a ont avait avaient été sera seront ne pas plus que qui dont "
        "où ce cette ces il elle ils elles se son sa ses leur leurs selon contre entre après avant"
    ),
    joiners=frozenset({"et"}),
    of_words=frozenset({"de", "des", "du", "d"}),
)

SPANISH: Final = Vocabulary(
    code="es",
    decimal_comma=True,
    numerals=_numbered(
        "cero - dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis diecisiete dieciocho diecinueve"
    )
    | _numbered("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa", 20, 10)
    | _numbered("doscientos trescientos cuatrocientos quinientos seiscientos", 200, 100),
    hundreds=frozenset({"cien", "ciento"}),
    scales={"mil": 10**3, "millón": 10**6, "millones": 10**6},
    ones=frozenset({"un", "una"}),
    vague={"decenas": 10, "docenas": 12, "cientos": 100, "centenares": 100, "miles": 1000},
    few=frozenset({"varios", "varias", "unos", "unas", "algunos"}),
    fractions={"mitad": 0.5, "tercio": 1 / 3, "cuarto": 0.25},
    ordinals=_numbered("primer/primera/primero segunda/segundo tercer/tercera cuarta/cuarto", 1),
    months=_numbered(
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
        "diciembre",
        1,
    ),
    weekdays=_numbered("lunes martes miércoles jueves viernes sábado domingo"),
    units=_units(
        (FigureKind.DISTANCE, "km", "kilómetro kilómetros"),
        (FigureKind.DISTANCE, "m", "metro metros"),
        (FigureKind.COUNT, "tonne", "tonelada toneladas"),
        (FigureKind.DURATION, "second", "segundos"),
        (FigureKind.DURATION, "minute", "minuto minutos"),
        (FigureKind.DURATION, "hour", "hora horas"),
        (FigureKind.DURATION, "day", "día días"),
        (FigureKind.DURATION, "week", "semana semanas"),
        (FigureKind.DURATION, "month", "mes meses"),
        (FigureKind.DURATION, "year", "año años"),
    ),
    currencies=_CODES | {"dólares": "USD", "dólar": "USD", "pesos": "peso", "libras": "GBP"},
    percents=frozenset(),
    bounds=bounds_of(
        {
            Bound.OVER: "más de",
            Bound.NEARLY: "casi | cerca de | menos de",
            Bound.UP_TO: "hasta | como máximo",
            Bound.AT_LEAST: "al menos | por lo menos | como mínimo",
            Bound.ABOUT: "unos | unas | alrededor de | aproximadamente",
            Bound.EXACTLY: "exactamente | sólo | solo",
        },
        close=("casi", "cerca de"),
    ),
    year_words=word_set("en desde de hasta año antes tras del hacia a finales principios y"),
    function_words=word_set(
        "el la los las un una unos unas de del y o pero en por para con sin a al es son era eran "
        "fue fueron ha han había que se su sus no más como lo le les este esta estos estas según "
        "contra entre desde hasta"
    ),
    joiners=frozenset({"y"}),
    of_words=frozenset({"de", "del"}),
)
