"""Paragraphs that tell who wrote a text."""

from __future__ import annotations

import re
from typing import Final

from reader.core.text.blocks.lines import Line

_NAME: Final = r"(?P<name>(?:[^\W\d_a-z][\w.'’-]*\s+){1,4}?)"
_IS: Final = r"(?:is|are|was|ist|est|es|è|é|—|–|-)"
_WORKS: Final = (
    r"(?:covers|reports|writes|contributes|works|has\s+(?:covered|reported|written)|berichtet"
    r"|schreibt|arbeitet|couvre|écrit|cubre|escribe|scrive|escreve)"
)
_POST: Final = (
    r"(?:reporter|correspondent|journalist|editor|columnist|contributor|staff\s+writer|writer"
    r"|freelance\w*|bureau\s+chief|producer|photographer|author|redakteur|korrespondent|autor"
    r"|reporterin|journaliste|rédact\w+|correspondante?|periodista|corresponsal|redactora?"
    r"|giornalista|corrispondente|jornalista|журналист|корреспондент)(?:s|in|en|innen|e)?"
)
_BIO: Final = re.compile(
    rf"(?:{_NAME}(?:{_IS}\s+[^.!?]{{0,90}}?\b{_POST}\b|{_WORKS}\b[^!?]{{0,160}}?\b{_POST}\b))"
)
_LONGEST: Final = 70


def author_of(line: Line) -> str | None:
    """The last name of the person whom a line introduces as a writer or reporter, else None."""
    if not line.brief or line.words > _LONGEST:
        return None
    match = _BIO.match(line.text)
    return match["name"].split()[-1] if match else None
