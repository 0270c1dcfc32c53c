"""Words that news uses for one thing, so that what is counted can be told the same."""

from __future__ import annotations

from typing import Final

from reader.core.matching.kinship import spelling, stem

_GROUPS: Final = (
    "photo photos photograph photographs image images picture pictures shot shots snapshot",
    "person persons people individual individuals inhabitant inhabitants resident residents "
    "spectator spectators",
    "kill killed kills killing dead died dies deaths death die fatalities fatality lives slain",
    "injured injuries injury wounded hurt wounding injuring",
    "child children kid kids minor minors pupil pupils schoolchildren",
    "fan fans supporter supporters",
    "arrest arrested arrests detain detained custody",
    "evacuate evacuated evacuation evacuations",
    "firm company companies business corporation",
    "document documents file files paper papers record records",
    "car cars vehicle vehicles automobile",
    "ship ships vessel vessels boat boats",
    "police officer officers policemen cop cops",
    "employee employees worker workers staff staffer",
    "protester protesters demonstrator demonstrators marcher marchers",
    "home homes house houses household households",
    "flat flats apartment apartments",
    "prisoner prisoners detainee detainees inmate inmates",
    "soldier soldiers troop troops serviceman",
    "jail prison jailed imprisoned",
    "purchase buy bought acquire acquired acquisition takeover",
    "movie film movies films",
    "quake earthquake tremor temblor",
    "store stores shop shops",
    "woman women female",
    "man men male",
    "country countries nation nations state states",
    "agency organisation organization organizations organisations outlet outlets group groups",
    "start started begin began begun launch launched",
    "drop dropped fell fall falling fallen plunge plunged",
    "strike struck hit hits",
    "say said says told",
)


def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for group in _GROUPS:
        words = group.split()
        for word in words:
            table.setdefault(stem(spelling(word)), words[0])
    return table


_FIRST_OF_GROUP: Final = _table()


def one_word(form: str) -> str:
    """The word that stands for a stem's group; the stem itself where it has none."""
    return _FIRST_OF_GROUP.get(form, form)
