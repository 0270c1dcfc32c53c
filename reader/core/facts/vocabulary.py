"""Closed lists of general words: function words, titles, days, verbs of saying; no story's words.

All in folded form (one case, straight apostrophes). English first; German, French and Spanish as
far as sentences there are read at all.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.core.text.folding import fold


def word_set(words: str) -> frozenset[str]:
    """A set of words written as one text with blanks between them."""
    return frozenset(words.split())


@lru_cache(maxsize=16384)
def plain_form(word: str) -> str:
    """A word in the form in which these lists hold theirs."""
    return word.lower().replace("’", "'") if word.isascii() else fold(word).text


FUNCTION_WORDS: Final = word_set(
    """
    a an the this that these those such some any no every each either neither both all many most
    few several other another much more less i you he she it we they one me him her us them my
    your his its our their mine yours hers ours theirs who whom whose which what when where why
    how if whether because since as while although though unless until till after before during
    for of in on at by with without within from to into onto upon about above below under over
    between among against through across along around behind beside besides beyond despite except
    inside near off out outside past per than toward towards via up down and or but nor so yet not
    never also too only even just still then there here now again already soon later once ever
    always often is are was were be been being am do does did done has have had having will would
    shall should can could may might must ought let it's that's there's he's she's they're we're
    i'm i've don't didn't isn't wasn't doesn't can't won't however meanwhile moreover furthermore
    nevertheless therefore thus hence instead otherwise indeed perhaps maybe yes oh well please
    like unlike according following amid asked given due der die das den dem des ein eine einer
    eines einem einen und oder aber nicht auch nur noch schon im zum zur vom beim ins auf aus bei
    mit nach von vor zu für gegen ohne um über unter seit wie als wenn weil dass daß ob er sie es
    wir ihr ich ist sind war waren hat haben hatte wird werden wurde wurden sein seine ihre dieser
    diese dieses doch da dann hier dort man wer le la les un une du de d' l' et ou mais ne pas il
    elle ils elles nous vous je ce cet cette ces son sa ses leur leurs au aux en dans par pour sur
    avec sans sous chez que qui quoi dont où est sont était ont avait été selon après avant depuis
    comme si el los las una unos unas y o pero del al con sin por para según entre hasta desde
    cuando como su sus este esta estos estas ese esa se lo fue han era
    """
)

CONNECTORS: Final = word_set(
    """
    of for the de del della di da do dos das du des la le los las van von der den ter zu zur y e
    bin ibn al el d' l' in
    """
)
"""Lower-case words that may stand inside a name, some of them only after a body's head."""

PARTICLES: Final = word_set(
    """
    de del della di da do dos du la le van von der den ter zu y e bin ibn al el
    """
)
"""Connectors that belong to names of people and places."""

ABBREVIATED: Final = word_set(
    """
    mr mrs ms mx dr prof st sen rep gov gen col lt sgt capt cpl maj adm rev hon jr sr messrs hr fr
    dipl mme mlle m sra srta ing mt ft no vs
    """
)
"""Words of names that are written with a point."""

TITLES: Final = word_set(
    """
    mr mrs ms mx miss dr prof professor sir dame lord lady herr frau monsieur madame mme mlle
    señor señora don doña sr sra president vice prime minister premier chancellor chairman
    chairwoman chairperson chair chief head leader director general deputy assistant acting former
    ex secretary undersecretary state interior defence defense foreign finance justice attorney
    commissioner high ambassador envoy consul governor mayor senator representative congressman
    congresswoman mp mep lawmaker judge magistrate prosecutor lawyer solicitor sheriff police
    officer inspector detective constable superintendent sergeant lieutenant captain colonel major
    commander admiral marshal king queen prince princess duke duchess pope archbishop bishop
    cardinal father sister brother reverend rabbi imam sheikh ayatollah spokesman spokeswoman
    spokesperson correspondent reporter editor author analyst researcher scientist expert activist
    ceo cfo coo founder owner manager coach executive co-founder co-director präsident präsidentin
    kanzler kanzlerin ministerin sprecher sprecherin bürgermeister bürgermeisterin professorin
    président présidente ministre maire porte-parole presidente presidenta ministro ministra
    alcalde alcaldesa portavoz
    """
)
"""Words for offices and forms of address."""

OFFICE_WORDS: Final = word_set(
    """
    human rights affairs security health education trade justice finance defence defense interior
    foreign public national international united nations un state home department ministry office
    agency committee commission council house union senate parliament court board group
    """
)
"""Words that make up the rest of a title ('High Commissioner for Human Rights')."""

PEOPLE_IN_GENERAL: Final = word_set(
    """
    official officials police authority authorities government governments minister ministers
    ministry spokesman spokeswoman spokesperson spokesmen lawyer lawyers prosecutor prosecutors
    investigator investigators detective detectives doctor doctors scientist scientists researcher
    researchers expert experts analyst analysts activist activists critic critics campaigner
    campaigners observer observers witness witnesses resident residents neighbour neighbours
    neighbor neighbors villager villagers protester protesters crowd crowds people person man
    woman men women boy girl child children student students teacher teachers parent parents
    family families friend friends relative relatives victim victims survivor survivors soldier
    soldiers army troops rebel rebels militant militants firefighter firefighters rescuer rescuers
    worker workers employee employees staff union unions company companies firm firms group groups
    organisation organization organisations organizations team teams player players coach fan fans
    source sources report reports statement media newspaper newspapers magazine document documents
    court courts judge judges jury president premier chancellor governor mayor senator lawmaker
    lawmakers diplomat diplomats ambassador envoy leader leaders chief head director captain pilot
    driver passenger passengers farmer farmers engineer engineers operator owner owners others
    some many everyone everybody nobody someone somebody anyone one user users voter voters
    candidate parliament council committee commission department agency agencies state states
    country countries city village researcher's studies study survey poll data figures rescue
    """
)
"""Nouns for people and bodies that are not names, though they begin sentences with a capital."""

CALENDAR: Final = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz mai juni juli
    oktober dezember
    """
)

SAYING: Final = word_set(
    """
    say says said saying tell tells told telling add adds added adding ask asks asked asking state
    states stated stating claim claims claimed claiming insist insists insisted insisting argue
    argues argued arguing explain explains explained explaining announce announces announced
    announcing declare declares declared declaring warn warns warned warning note notes noted
    noting write writes wrote written writing tweet tweets tweeted tweeting post posts posted
    reply replies replied replying answer answers answered respond responds responded responding
    admit admits admitted admitting acknowledge acknowledges acknowledged concede concedes
    conceded confirm confirms confirmed deny denies denied denying report reports reported
    reporting recall recalls recalled remark remarks remarked comment comments commented observe
    observes observed continue continued conclude concludes concluded stress stresses stressed
    emphasise emphasised emphasize emphasized reiterate reiterated repeat repeated urge urges
    urged call calls called calling demand demands demanded suggest suggests suggested complain
    complains complained shout shouts shouted scream screamed cry cried whisper whispered joke
    joked quip quipped testify testifies testified allege alleges alleged believe believes
    believed predict predicts predicted promise promises promised pledge
    pledges pledged vow vows vowed threaten threatened describe describes described describing
    quote quotes quoted cite cites cited dismiss dismisses dismissed label labels labelled labeled
    term terms termed contend contends contended maintain maintains maintained assert asserts
    asserted reveal reveals revealed disclose discloses disclosed estimate estimates estimated
    condemn condemned criticise criticised criticize criticized praise praised sagte sagt sagten
    sagen erklärte erklärt erklären meinte meint betonte betont teilte schrieb schreibt berichtete
    berichtet kündigte behauptete behauptet warnte warnt fragte forderte antwortete ergänzte fügte
    dit disent déclaré déclare déclarait affirmé affirme assuré assure expliqué explique ajouté
    ajoute annoncé annonce estimé estime indiqué indique précisé précise écrit répondu souligné
    rappelé confié lancé dijo dice dijeron afirmó afirma declaró declara aseguró asegura explicó
    explica añadió señaló señala anunció anuncia indicó escribió advirtió agregó comentó sostuvo
    respondió
    """
)
"""Verbs of saying in the forms that stand beside quotations."""

STRONG_SAYING: Final = SAYING - word_set(
    """
    post posts posted posting report reports reported reporting state states stated stating claim
    claims demand demands demanded term terms termed label labels labelled labeled call calls
    called calling praise praised thought think thinks cry cried estimate estimates promise
    promises promised comment comments pledge pledges note notes answer answers reply replies joke
    remark remarks write dit écrit annonce estime assure dice indique teilte describe describes
    described describing dismiss dismisses dismissed reveal reveals revealed disclose discloses
    disclosed suggest suggests suggested condemn condemned criticise criticised criticize
    criticized cite cites cited quote quotes quoted ask asks asked asking urge urges urged alleged
    tweets continue continued respond responds responded responding conclude concludes complain
    complains complained threaten threatened believe believes believed fragte forderte fügte
    """
)
"""Those that take what is said as a clause ('said that ...') and are seldom anything else."""
