"""Who is at this desk: a UUID that stays and a name that may change, kept in the settings."""

from __future__ import annotations

import getpass
import uuid

from reader.core.annotating.annotation import Person
from reader.ui.settings import Settings


def person_of(settings: Settings) -> Person:
    """The person of these settings, made at the first call and named as they log in."""
    known = settings.get("person", "id", "")
    if not known:
        known = str(uuid.uuid4())
        settings.set("person", "id", known)
        settings.set("person", "name", _login())
    return Person(known, settings.get("person", "name", ""))


def rename_person(settings: Settings, name: str) -> None:
    """Take a name that the person has chosen."""
    person_of(settings)
    settings.update("person", {"name": name.strip(), "chosen": True})


def has_chosen_name(settings: Settings) -> bool:
    """Whether the name is one the person gave, not the login's that was taken at first."""
    name = person_of(settings).name
    return bool(settings.get("person", "chosen", False)) or name not in ("", _login())


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no login name is known in some containers
        return ""
