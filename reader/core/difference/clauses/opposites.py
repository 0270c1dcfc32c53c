"""Pairs of opposite words, and the idioms in which they oppose nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from reader.core.difference.clauses.clause import irregular
from reader.core.facts.clauses import ClauseWord
from reader.core.facts.vocabulary import word_set

_PAIRS: Final = """
rise increase soar surge gain grow : fall drop decrease decline plunge slump
increase rise growth gain surge : decrease fall decline drop reduction
deny : confirm admit acknowledge
accept approve pass back : reject refuse
agree : refuse decline
win : lose
survive : die
guilty : innocent acquitted
convict : acquit clear
open : close shut
support back : oppose
allow permit : ban forbid prohibit
legal lawful : illegal unlawful
alive : dead
arrive : depart
enter join : leave quit
begin start : end finish
raise : lower cut
strengthen : weaken
improve : worsen deteriorate
success : failure
succeed : fail
higher : lower
more : fewer less
above : below
safe : unsafe dangerous
true : false
possible : impossible
present : absent
hire : fire dismiss
release free : detain arrest jail imprison
victory win : defeat loss
upgrade : downgrade
expand widen : shrink narrow
known : unknown
likely : unlikely
peaceful : violent
voluntary voluntarily : forced forcibly
appear : disappear
approve : disapprove
honest : dishonest
valid : invalid
damaged : intact unscathed
injured hurt wounded : unhurt unharmed uninjured
uphold : overturn quash reverse annul
impose : lift
resume : suspend halt
praise : criticise criticize condemn
welcome : criticise criticize condemn
profit : loss
surplus : deficit
majority : minority
conscious : unconscious
temporary temporarily : permanent permanently
available : unavailable
resign quit : remain stay
optimistic : pessimistic
encourage : discourage
include : exclude
gestiegen stieg stiegen steigen : gefallen fiel fielen fallen sinken sank sanken gesunken
bestätigte bestätigt : bestritt bestreitet dementierte
zugestimmt angenommen : abgelehnt
gewonnen gewann : verloren verlor
augmenté hausse : baissé baisse diminué
confirmé : démenti
accepté : rejeté
aumentó aumentaron subió subieron crecieron : bajó bajaron cayó cayeron disminuyó disminuyeron
confirmó : negó desmintió
"""

_IDIOMS: Final = {
    "rise": word_set("to from up against"),
    "fall": word_set("silent ill asleep short apart behind out through off in under into victim"),
    "lose": word_set("track sight control patience"),
    "back": word_set("in to from home at on and then"),
    "pass": word_set("through by away along"),
    "clear": word_set("that whether how why what if"),
    "free": word_set("to from of"),
    "end": word_set("up of"),
    "open": word_set("to up fire"),
    "close": word_set("to by"),
    "fire": word_set("at on into broke"),
}


def _opposites() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in _PAIRS.strip().splitlines():
        left, right = line.split(":")
        for x in left.split():
            for y in right.split():
                found[irregular(x)].add(irregular(y))
                found[irregular(y)].add(irregular(x))
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES: Final = _opposites()
"""For the stem of a word, the stems of its opposites."""

_TURNING: Final = (
    ("un", 4, ()),
    ("non", 5, ()),
    *(
        (prefix, 6, ("able", "ible", "ive", "al", "ate", "ant", "ent", "ar", "ous"))
        for prefix in ("in", "im", "il", "ir")
    ),
)
"""Prefixes that turn a word round, the least length of the word behind, and its endings."""
_TURNS_NOTHING: Final = word_set("less like lawful known likely")
"""Words that mean something else with 'un', or stand in the list above."""


def positive(word: str) -> str | None:
    """The folded word that a prefix turns round: 'effective' of 'ineffective'."""
    for prefix, least, endings in _TURNING:
        base = word.removeprefix(prefix).removeprefix("-")
        if base == word or len(base) < least or base in _TURNS_NOTHING:
            continue
        if not endings or base.endswith(endings):
            return base
    return None


_IDIOMS_BY_STEM: Final = {irregular(word): after for word, after in _IDIOMS.items()}


def is_idiom(words: Sequence[ClauseWord], word: ClauseWord) -> bool:
    """Whether it opposes nothing: 'fell silent', 'rose to speak', and doers ('a supporter').

    Before a number nothing is an idiom: 'rose to 7.4 percent'.
    """
    base = irregular(word.folded)
    if base != word.folded and word.folded.endswith(("er", "ers", "or", "ors")):
        return True
    after = _IDIOMS_BY_STEM.get(base)
    if after is None:
        return False
    at = words.index(word)
    if at + 2 < len(words) and words[at + 2].folded[:1].isdigit():
        return False
    return at + 1 < len(words) and words[at + 1].folded in after
