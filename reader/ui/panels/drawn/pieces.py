"""A reading's text cut into pieces that are told apart: same, changed, in conflict, deleted, found.

Pure: what a piece looks like is the paragraph's business, what it is called stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import Final

from reader.core.difference.words import Change, Fate, stretches
from reader.core.text.span import Span


class Form(Enum):
    """How a piece stands to what it is compared with."""

    PLAIN = auto()
    CHANGED = auto()
    """Other words than in the base reading."""
    KIN = auto()
    """Another spelling or inflection of the same word: set off more quietly."""
    CONFLICT = auto()
    DELETED = auto()
    INSERTED = auto()
    FOUND = auto()
    QUIET = auto()


SET_OFF: Final = frozenset({Form.CHANGED, Form.CONFLICT, Form.DELETED, Form.INSERTED, Form.FOUND})
"""What the eye should find first, and what eliding keeps."""
ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one reading's text with one form."""

    text: str
    form: Form = Form.PLAIN


Pieces = tuple[Piece, ...]

_SURE: Final = 0.7
"""Share of a cell's room that text surely fits in, however its lines break."""
_TELLING: Final = 0.4
"""Share of a reading's words that must be the same for a word diff to say anything."""
_BLANKS: Final = re.compile(r"\s+")


def text_of(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def joined(pieces: Iterable[Piece]) -> Pieces:
    """Neighbours of one form as one piece, also across blanks; empty ones gone."""
    merged: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if merged and merged[-1].form is piece.form:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.form)
        elif len(merged) > 1 and merged[-1].text.isspace() and merged[-2].form is piece.form:
            blank = merged.pop()
            merged[-1] = Piece(merged[-1].text + blank.text + piece.text, piece.form)
        else:
            merged.append(piece)
    return tuple(merged)


def on_one_line(pieces: Iterable[Piece]) -> Pieces:
    """The pieces with every run of blanks and line ends as one blank, for cells and lists."""
    told: list[Piece] = []
    blank = True
    for piece in pieces:
        text = _BLANKS.sub(" ", piece.text)
        if blank:
            text = text.removeprefix(" ")
        if text:
            blank = text.endswith(" ")
            told.append(Piece(text, piece.form))
    return joined(told)


def against(
    base_text: str, base: Span, text: str, span: Span, boxed: Sequence[Span] = ()
) -> Pieces:
    """A reading with the words that differ from the base reading set off.

    Where nearly all words are other words, none is: all set off is nothing set off. `boxed` are
    spans of `text` that are in conflict; they win over the word diff.
    """
    forms = [
        (stretch.b, _form(stretch.fate, stretch.change))
        for stretch in stretches(base_text, base, text, span)
        if stretch.fate is not Fate.ONLY_A
    ]
    same = sum(len(part) for part, form in forms if form is not Form.CHANGED)
    if same < _TELLING * len(span):
        forms = [(span, Form.PLAIN)]
    return _boxed(text, forms, boxed)


def plain(text: str, span: Span, boxed: Sequence[Span] = ()) -> Pieces:
    """A reading with nothing set off but what is in conflict."""
    return _boxed(text, [(span, Form.PLAIN)], boxed)


def running(text_a: str, a: Span, text_b: str, b: Span) -> Pieces:
    """Two readings as one running text: what only `a` has deleted, what only `b` has inserted."""
    told: list[Piece] = []
    for stretch in stretches(text_a, a, text_b, b):
        if stretch.fate is Fate.SAME:
            told.append(Piece(stretch.b.of(text_b)))
            continue
        gone, come = stretch.a.of(text_a), stretch.b.of(text_b)
        if gone:
            told += _apart(gone, Form.DELETED)
            if come and not gone[-1].isspace():
                told.append(Piece(" "))
        told += _apart(come, Form.INSERTED)
    return joined(told)


def found_in(text: str, wanted: str) -> Pieces:
    """A text with every place of what is searched for set off, without regard to case."""
    return seeking((Piece(text),), wanted)


def seeking(pieces: Pieces, wanted: str) -> Pieces:
    """The pieces with every place of what is searched for set off, also where it spans several.

    Any run of blanks stands for any other; a conflict stays what it is.
    """
    words = [re.escape(word) for word in wanted.split()]
    if not words:
        return joined(pieces)
    text = text_of(pieces)
    places = [m.span() for m in re.finditer(r"\s+".join(words), text, re.IGNORECASE)]
    told: list[Piece] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        edges = {edge for place in places for edge in place if at < edge < end}
        for start, stop in pairwise(sorted({at, end} | edges)):
            found = any(first <= start and stop <= last for first, last in places)
            form = Form.FOUND if found and piece.form is not Form.CONFLICT else piece.form
            told.append(Piece(text[start:stop], form))
        at = end
    return joined(told)


def around(pieces: Pieces, room: int, before: int = 24, sure: float = _SURE) -> Pieces:
    """At most about `room` characters, beginning shortly before what is set off.

    Cuts stand at blanks and are told by an ellipsis; a text that fits stays whole. `sure` is the
    share of the room in which what is set off must end. With nothing `before` it, what is set off
    stands first however much room is left.
    """
    whole = text_of(pieces)
    if len(whole) <= room:
        return pieces
    first, last = extent(pieces)
    surely = int(room * sure)
    start = 0
    if last > surely:
        start = max(0, first - before, last - surely)
        filled = len(whole) - room + 2
        fills = before and 0 < filled < start and last - filled <= surely
        start = filled if fills else start
        blank = whole.find(" ", start - 1, last) if start else -1
        start = blank + 1 if blank >= 0 else start
    end = min(len(whole), start + room - (2 if start else 1))
    blank = whole.rfind(" ", start + room // 2, end) if end < len(whole) else -1
    end = blank if blank > start else end
    told = list(_cut(pieces, start, end))
    if start:
        told.insert(0, Piece(ELLIPSIS + " ", Form.QUIET))
    if end < len(whole):
        told.append(Piece(" " + ELLIPSIS, Form.QUIET))
    return joined(told)


def _form(fate: Fate, change: Change | None) -> Form:
    if fate is Fate.SAME:
        return Form.PLAIN
    return Form.KIN if change in (Change.VARIANT, Change.INFLECTION) else Form.CHANGED


def _boxed(text: str, forms: list[tuple[Span, Form]], boxed: Sequence[Span]) -> Pieces:
    edges = sorted({edge for span in boxed for edge in (span.start, span.end)})
    told: list[Piece] = []
    for span, form in forms:
        cuts = [span.start, *(e for e in edges if span.start < e < span.end), span.end]
        for start, end in pairwise(cuts):
            here = Span(start, end)
            if any(box.covers(here) for box in boxed):
                told += _apart(here.of(text), Form.CONFLICT)
            else:
                told += _apart(here.of(text), form)
    return joined(told)


def _apart(words: str, form: Form) -> tuple[Piece, ...]:
    """The blanks around set-off words stay plain, so that no line is drawn under nothing."""
    bare = words.strip()
    if form is Form.PLAIN or not bare:
        return (Piece(words),)
    start = words.index(bare)
    return (Piece(words[:start]), Piece(bare, form), Piece(words[start + len(bare) :]))


def extent(pieces: Pieces) -> tuple[int, int]:
    """Where the piece that tells most begins and where it ends, in code points.

    It is the first that was searched for, else that is in conflict, else that is set off at all.
    """
    for wanted in (frozenset({Form.FOUND}), frozenset({Form.CONFLICT}), SET_OFF):
        at = 0
        for piece in pieces:
            if piece.form in wanted:
                return at, at + len(piece.text)
            at += len(piece.text)
    return 0, 0


def _cut(pieces: Pieces, start: int, end: int) -> Iterable[Piece]:
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            yield Piece(piece.text[first:last], piece.form)
        at += len(piece.text)
