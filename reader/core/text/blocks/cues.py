"""What the words of a line give away: page furniture, byline or credit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
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


@dataclass(frozen=True)
class _Table:
    """A cue, its phrases and the most words that a line of its kind has.

    `signs` are letters of which each phrase has some, where phrases begin with anything at all.
    Patterns are compiled when a line first asks for them: all of them take 35 ms.
    """

    cue: Cue
    phrases: str
    words: int
    signs: tuple[str, ...] = ("",)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.phrases)

    def holds(self, text: str, folded: str) -> bool:
        """Whether a line is one of the phrases; `folded` is the line in small letters."""
        return any(sign in folded for sign in self.signs) and bool(self.pattern.fullmatch(text))


_TABLES: Final = (
    _Table(Cue.ADDRESS, phrases.ADDRESS, 60),
    _Table(Cue.PLAYER, phrases.PLAYER, 20),
    _Table(Cue.ADVERT, phrases.ADVERT, 8),
    _Table(Cue.SHARE, phrases.SHARE, 16),
    _Table(Cue.COMMENTS, phrases.COMMENTS, 24),
    _Table(Cue.RELATED, phrases.RELATED, 30),
    _Table(Cue.NEWSLETTER, phrases.NEWSLETTER, 40),
    _Table(Cue.ADBLOCK, phrases.ADBLOCK, 30, phrases.ADBLOCK_SIGNS),
    _Table(Cue.COOKIES, phrases.COOKIES, 40, phrases.COOKIES_SIGNS),
    _Table(Cue.SOURCE, phrases.SOURCE, 40),
    _Table(Cue.CREDIT, phrases.CREDIT, 14),
    _Table(Cue.NAVIGATION, phrases.NAVIGATION, 45),
    _Table(Cue.COPYRIGHT, phrases.COPYRIGHT, 40, phrases.COPYRIGHT_SIGNS),
)
_SECTION: Final = _Table(Cue.SECTIONS, phrases.SECTIONS, 60)
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
    folded = line.text.lower()
    for table in _TABLES:
        if line.words <= table.words and table.holds(line.text, folded):
            return table.cue
    if _SECTION.holds(line.text, folded) or _is_menu(line):
        return Cue.SECTIONS
    if is_byline(line):
        return Cue.BYLINE
    return Cue.DATE if is_stamp(line) else None


def _is_menu(line: Line) -> bool:
    """Whether a line is a row of section names: 'News World Politics'."""
    begins = _BETWEEN_SECTIONS.split(line.text, maxsplit=2)[:2]
    if any(name and name.casefold() not in _SECTION_WORDS for name in begins):
        return False
    names = [name.casefold() for name in _BETWEEN_SECTIONS.split(line.text) if name]
    return len(names) >= 3 and all(name in _SECTION_WORDS for name in names)
