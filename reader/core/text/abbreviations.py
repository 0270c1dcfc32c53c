"""Closed-class words that tell a full stop at a sentence's end from one inside it."""

from __future__ import annotations

from typing import Final


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


ALWAYS_MID_SENTENCE: Final = _words(
    """adm amb atty brig capt cdr cmdr col cpl cpt dr drs fr gen gov hon hr insp ing lt maj messrs
    mgr mlle mme mr mrs ms mt mx pres prof pte pvt rep reps rev sen sens sgt sig sr sra srta st ste
    supt ven dra dña d.ª ph.d frl dipl"""
)
"""Titles: a name follows, so the sentence goes on. Capitalised in the text."""

BEFORE_A_FIGURE: Final = _words(
    """no nos nr num núm art arts abs sec sect ch chap vol p pp pg fig figs eq para pt ver v n° bd s
    z § tel ext approx ca c circa jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr
    juil déc ene abr ago dic okt dez mär mai"""
)
"""A figure follows; without one the point ends the sentence ('He said no. They left')."""

MID_SENTENCE: Final = _words(
    """inc ltd co corp bros plc llc jr esq etc al vs est dept dist univ assn ave blvd rd str hwy ft
    bzw usw vgl evtl ggf inkl sog geb gest gegr z.b u.a d.h o.ä mio mrd std cf env resp ej pág
    págs aprox ed eds trans calif mass conn penn wash ala ariz ark colo fla ga ill ind kan ky la md
    mich minn miss mo mont neb nev okla ore tenn tex va vt wis wyo jan feb aug sept oct nov dec"""
)
"""The sentence goes on unless a word follows that only begins sentences."""

MONTHS: Final = _words(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thurs fri sat sun eastern central pacific mountain
    local"""
)
"""What follows a time of day inside a sentence: months, days, time zones."""

AFTER_ORDINAL: Final = _words(
    """januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez jahrhundert jahrhunderts jahrtausend
    jahrestag klasse etage stock platz weltkrieg runde januari februari maart"""
)
"""German and its neighbours write '3. Mai': the point makes an ordinal."""

BEFORE_ORDINAL: Final = _words(
    """am im der die das den dem des vom zum zur beim bis ab seit und ein eine einen einem einer
    jeder jede jedes ihr ihre ihrem ihren sein seine seinem seinen den. på den det"""
)
"""Lower-case articles and prepositions before a German or Nordic ordinal."""

STARTERS: Final = _words(
    """The A An This That These Those It He She They We I You His Her Their Its Our My There Here
    In On At By For From With Without After Before During Since Until While When Where Why How What
    Who But And Or So Yet If Although Though Because As However Meanwhile Now Then Still Also Not No
    Some Many Most Few All Both Each Several Last Earlier Later Among Under Over Between According
    Is Are Was Were Do Does Did Has Have Had Will Would Can Could Should
    Der Die Das Den Dem Ein Eine Einen Er Sie Es Wir Ich Ihr Sein Seine Ihre Dies Diese Dieser
    Dieses Im Am In Auf An Bei Mit Nach Vor Seit Zu Zum Zur Von Vom Aber Und Oder Doch Wenn Als Weil
    Auch Dabei Damit Danach Dazu Nun Noch So Was Wer Wie Wo
    Le La Les L Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cette Ces Son Sa Ses Leur Dans En Au
    Aux Pour Par Sur Avec Sans Mais Et Ou Si Selon Depuis Lors Pendant
    El Los Las Una Unos Unas Ella Ellos Ellas Este Esta Estos Estas Su Sus Pero Y O Según Desde
    Durante Cuando Con Sin Para Por
    Il Lo Gli I Uno Questo Questa Nel Nella Ma E Se Secondo Quando
    O Os As Um Uma Ele Ela Eles Elas Mas No Na Quando Segundo De Het Een Hij Zij Maar"""
)
"""Capitalised words that hardly ever go on a name: after an abbreviation they begin anew."""

NAME_PARTICLES: Final = _words("A De Der Du El I La Le Lo O Von Van Y Das Dos Da Al Los Las")
"""Starters that go on a name behind an initial: 'W. De Vries', 'J. La Porte'."""

SAYING: Final = (
    "said", "says", "asked", "asks", "told", "added", "wrote", "tweeted", "replied", "shouted",
    "cried", "exclaimed", "answered", "wondered", "demanded", "fragte", "sagte", "rief",
    "demande", "demandé", "preguntó", "dijo",
)  # fmt: skip
"""Verbs that carry on after a quoted question: '"Why?" Zenz asked.'"""
