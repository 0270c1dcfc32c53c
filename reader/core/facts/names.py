"""Names of people, places and bodies, by capitals and by what the same text shows elsewhere.

No list of names and no model: a capital means a name where the sentence does not begin, and at a
sentence's beginning where the same text gives other reasons. Scripts without capitals have no names
here, and German single nouns are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reader.core.facts.vocabulary import (
    ABBREVIATED,
    CALENDAR,
    CONNECTORS,
    FUNCTION_WORDS,
    OFFICE_WORDS,
    PARTICLES,
    PEOPLE_IN_GENERAL,
    STRONG_SAYING,
    TITLES,
    plain_form,
    word_set,
)
from reader.core.text.span import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in one article; `words` are folded, titles included, connectors too."""

    span: Span
    words: tuple[str, ...]

    @property
    def core(self) -> tuple[str, ...]:
        """The words without titles and connectors; all of them if none is left."""
        kept = tuple(word for word in self.words if word not in TITLES | CONNECTORS)
        return kept or self.words


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word with what a name finder needs to know of it."""

    start: int
    end: int
    folded: str
    capital: bool
    initial: bool
    """Whether a sentence, quotation or bracket begins with it, so that its capital says nothing."""


_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:['’](?![sS]\b)[^\W\d_]+)*",
)
_POSSESSIVE: Final = re.compile(r"['’][sS]?(?!\w)")
_OPENS: Final = frozenset("\"“„«‹「『'‘‚([{:;–—…•*>|/\n\t") | {"-"}
_JOINS: Final = frozenset({" ", "\u00a0", "-", "‐", "‑"})
_TITLE_CASE: Final = 0.6
"""Share of capitals among longer words from which a line is set in title case or capitals."""
_GERMAN: Final = word_set(
    """
    der die das und ist nicht ein eine den dem mit von auf im für
    """
)
_GERMAN_SHARE: Final = 0.12


def find_names(text: str, sentences: Iterable[Span]) -> tuple[Name, ...]:
    """The names in `sentences` of `text`, in order; linear in the length of the text."""
    lines = [_pieces(text, sentence) for sentence in sentences]
    shouted = [_title_case(line) for line in lines]
    plain = [line for line, loud in zip(lines, shouted, strict=True) if not loud]
    german = _is_german(plain)
    small = {piece.folded for line in plain for piece in line if not piece.capital}
    known = {
        piece.folded
        for line in plain
        for piece in line
        if piece.capital and not piece.initial and piece.folded not in small
    }
    found: list[Name] = []
    for line, loud in zip(lines, shouted, strict=True):
        for run in _runs(text, line):
            kept = _known_part(run, known) if loud else _named_part(run, known, small, line)
            if kept and not (german and _may_be_noun(text, kept, known)):
                span = Span(kept[0].start, kept[-1].end)
                found.append(Name(span, tuple(piece.folded for piece in kept)))
    return tuple(found)


def only_names(text: str, span: Span, names: Sequence[Name]) -> bool:
    """Whether `span` holds nothing but names, titles and function words, so that it makes no claim.

    `names` are those that overlap the span.
    """
    inside = [name.span for name in names if name.span.overlaps(span)]
    at = 0
    anything = False
    for match in _WORD.finditer(text, span.start, span.end):
        while at < len(inside) and inside[at].end <= match.start():
            at += 1
        if at < len(inside) and inside[at].start <= match.start():
            anything = True
            continue
        folded = plain_form(match.group())
        if folded in TITLES or folded in OFFICE_WORDS:
            anything = True
        elif folded not in FUNCTION_WORDS or folded in _CLAIMING:
            return False
    return anything


_CLAIMING: Final = word_set(
    """
    is are was were be been not no never nor has have had will would can cannot could may might
    should must ought
    """
)
"""Function words that make a run of names a statement."""


def _pieces(text: str, sentence: Span) -> list[_Piece]:
    pieces: list[_Piece] = []
    before = sentence.start
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        gap = text[before:start].strip(" \u00a0")
        initial = not pieces or (bool(gap) and gap[-1] in _OPENS and gap not in ("-", "/"))
        word = match.group()
        pieces.append(_Piece(start, end, plain_form(word), word[0].isupper(), initial))
        before = end
    return pieces


def _title_case(line: list[_Piece]) -> bool:
    """Whether capitals say nothing in this line: no word but function words is written small."""
    longer = [piece for piece in line if piece.end - piece.start > 3]
    if len(longer) < 3 or not line[0].capital:
        return False
    if any(not piece.capital and piece.folded not in FUNCTION_WORDS for piece in line):
        return False
    return sum(piece.capital for piece in longer) >= _TITLE_CASE * len(longer)


def _is_german(lines: list[list[_Piece]]) -> bool:
    words = [piece.folded for line in lines for piece in line]
    return sum(word in _GERMAN for word in words) > _GERMAN_SHARE * len(words)


def _runs(text: str, line: list[_Piece]) -> list[list[_Piece]]:
    """Runs of capitalised words, with the small words that may stand inside a name."""
    runs: list[list[_Piece]] = []
    run: list[_Piece] = []
    waiting: list[_Piece] = []
    for piece in line:
        last = (waiting or run or [None])[-1]
        joined = last is not None and _joined(text, last, piece)
        if run and (not joined or len(run) >= _LONGEST_NAME):
            runs.append(run)
            run, waiting = [], []
        if piece.capital and not _is_time(text, piece, run) and piece.folded not in _NEVER:
            run = [*run, *waiting, piece] if waiting else run
            if not waiting:
                run.append(piece)
            waiting = []
        elif run and piece.folded in CONNECTORS and len(waiting) < 2 and _may_connect(run, piece):
            waiting = [*waiting, piece]
        elif run:
            runs.append(run)
            run, waiting = [], []
    if run:
        runs.append(run)
    return runs


_SMALL: Final = FUNCTION_WORDS | CONNECTORS
_LONGEST_NAME: Final = 14
_NEVER: Final = frozenset({"i", "i'm", "i've", "i'd", "i'll"})


def _is_time(text: str, piece: _Piece, run: list[_Piece]) -> bool:
    """Whether a capitalised word is a day or month; 'Theresa May' and 'June Brown' are people."""
    if piece.folded not in CALENDAR:
        return False
    return not (run and piece.folded in _TWOFOLD and not _DAY.match(text, piece.end))


_TWOFOLD: Final = word_set("may april june august sun jan mar dec")
_DAY: Final = re.compile(r"\.?,?[ \u00a0]\d")


def _joined(text: str, last: _Piece, piece: _Piece) -> bool:
    gap = text[last.end : piece.start]
    if gap in _JOINS:
        return True
    short = last.folded in ABBREVIATED or last.end - last.start == 1
    return gap in (". ", ".\u00a0", ".") and last.capital and short


def _may_connect(run: list[_Piece], piece: _Piece) -> bool:
    """'of' and particles connect after any name; 'for', 'the', 'in' where a body is named."""
    if piece.folded in PARTICLES or piece.folded == "of":
        return True
    if piece.folded == "the":
        return run[-1].folded in _HEADS or len(run) > 1
    return piece.folded in ("for", "in") and run[-1].folded in _HEADS


_HEADS: Final = word_set(
    """
    campaign committee commission commissioner council centre center institute foundation fund
    organisation organization association union office ministry minister department agency
    secretary society academy university court bank board bureau consortium federation group party
    school college museum library programme program service network forum coalition alliance
    movement trust authority victims people doctors reporters citizens
    """
)
"""Nouns that head the names of bodies and go on with 'for' or 'of the'."""


def _known_part(run: list[_Piece], known: set[str]) -> list[_Piece]:
    """In a line set in capitals: what the rest of the text shows to be a name."""
    first = next((i for i, piece in enumerate(run) if piece.folded in known), None)
    if first is None:
        return []
    last = first
    while last + 1 < len(run) and run[last + 1].folded in known:
        last += 1
    return run[first : last + 1]


def _named_part(
    run: list[_Piece], known: set[str], small: set[str], line: list[_Piece]
) -> list[_Piece]:
    """The run without what is capital only because a sentence begins there."""
    while run and (run[0].initial or not run[0].capital) and run[0].folded in _SMALL:
        run = run[1:]
    if not run:
        return []
    first = run[0]
    if not first.initial or first.folded in known:
        return run
    if len(run) > 1:
        ordinary = first.folded in small or first.folded in PEOPLE_IN_GENERAL - TITLES
        return run[1:] if ordinary and run[1].capital else run
    if first.folded in small or first.folded in PEOPLE_IN_GENERAL or first.folded in TITLES:
        return []
    return run if _acts_as_name(first, line) else []


def _acts_as_name(first: _Piece, line: list[_Piece]) -> bool:
    """Whether a lone word that begins a sentence is followed by a verb of saying."""
    after = next((piece for piece in line if piece.start >= first.end), None)
    return after is not None and after.folded in STRONG_SAYING and not after.capital


def _may_be_noun(text: str, kept: list[_Piece], known: set[str]) -> bool:
    """In German every noun has a capital: only runs of two, or acronyms, are surely names."""
    if len(kept) > 1:
        return False
    word = text[kept[0].start : kept[0].end]
    return not (len(word) > 1 and word.isupper())
