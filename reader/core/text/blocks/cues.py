"""What the words of a line give away: page furniture, byline or credit."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from reader.core.text.blocks import phrases
from reader.core.text.blocks.lines import Line
from reader.core.text.blocks.stamps import is_byline, is_stamp


class Cue(StrEnum):
    """What gives a line away."""

    ADDRESS = "address"
    PLAYER = "player"
    ADVERT = "advert"
    SHARE = "share"
    COMMENTS = "comments"
    RELATED = "related"
    NEWSLETTER = "newsletter"
    ADBLOCK = "ad-block notice"
    COOKIES = "cookies"
    SOURCE = "source"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    SECTIONS = "sections"
    COPYRIGHT = "copyright"
    BYLINE = "byline"
    DATE = "date"


CLOSING: Final = frozenset(
    {Cue.COPYRIGHT, Cue.COMMENTS, Cue.NEWSLETTER, Cue.RELATED, Cue.SOURCE, Cue.SHARE, Cue.ADBLOCK}
)
"""Cues after which, near the end of a page, nothing of the article comes any more."""

_LONGEST: Final = 600
"""Code points of a line that may still be page furniture."""
_TAIL: Final = ".{0,200}"
"""How a phrase goes on that ends in ` ..`."""
_AFTER_COLON: Final = "(?: ?[:：»›>|] ?.{0,200})?"
"""How one goes on that ends in ` :.`."""
_PUNCTUATION: Final = r"\s*[:：.!…»›>→*]*\s*"


_BLANK: Final = re.compile(r"\[[^\]]*\]| \?| ")


def _compiled(table: str) -> re.Pattern[str]:
    """One pattern for a table of phrases, to be matched against a whole line."""
    rows = [row for row in table.splitlines() if row]
    pattern = _BLANK.sub(_any_blank, f"(?:{'|'.join(map(_open_end, rows))}){_PUNCTUATION}")
    return re.compile(pattern, re.IGNORECASE)


def _open_end(row: str) -> str:
    """A phrase with its ending written out."""
    if row.endswith(" .."):
        return row.removesuffix(" ..") + _TAIL
    if row.endswith(" :."):
        return f"(?:{row.removesuffix(' :.')}){_AFTER_COLON}"
    return row


def _any_blank(match: re.Match[str]) -> str:
    """A blank of a phrase as a pattern; inside a class of characters as one of them."""
    found = match[0]
    if found == " ":
        return r"\s+"
    return r"\s*" if found == " ?" else found.replace(" ", r"\s")


_TABLES: Final[tuple[tuple[Cue, re.Pattern[str], int], ...]] = tuple(
    (cue, _compiled(table), words)
    for cue, table, words in (
        (Cue.ADDRESS, phrases.ADDRESS, 60),
        (Cue.PLAYER, phrases.PLAYER, 20),
        (Cue.ADVERT, phrases.ADVERT, 8),
        (Cue.SHARE, phrases.SHARE, 16),
        (Cue.COMMENTS, phrases.COMMENTS, 24),
        (Cue.RELATED, phrases.RELATED, 30),
        (Cue.NEWSLETTER, phrases.NEWSLETTER, 40),
        (Cue.ADBLOCK, phrases.ADBLOCK, 30),
        (Cue.COOKIES, phrases.COOKIES, 40),
        (Cue.SOURCE, phrases.SOURCE, 40),
        (Cue.CREDIT, phrases.CREDIT, 14),
        (Cue.NAVIGATION, phrases.NAVIGATION, 45),
        (Cue.COPYRIGHT, phrases.COPYRIGHT, 40),
    )
)
"""Each cue, its phrases and the most words that a line of its kind has."""

_SECTION: Final = _compiled(phrases.SECTIONS)
_SECTION_WORDS: Final = frozenset(
    word.casefold()
    for row in phrases.SECTIONS.splitlines()
    for word in row.split("|")
    if " " not in word
)
_BETWEEN_SECTIONS: Final = re.compile(r"[\s,|•·»›>/&–—-]+")


def cue_of(line: Line) -> Cue | None:
    """The cue of a line, None where its words give nothing away."""
    if line.words > 60 or len(line.text) > _LONGEST:
        return None
    for cue, pattern, words in _TABLES:
        if line.words <= words and pattern.fullmatch(line.text):
            return cue
    if _SECTION.fullmatch(line.text) or _is_menu(line):
        return Cue.SECTIONS
    if is_byline(line):
        return Cue.BYLINE
    return Cue.DATE if is_stamp(line) else None


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of section names: 'News World Politics'."""
    names = [name.casefold() for name in _BETWEEN_SECTIONS.split(line.text) if name]
    return len(names) >= 3 and all(name in _SECTION_WORDS for name in names)
