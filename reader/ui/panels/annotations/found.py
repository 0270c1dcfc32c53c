"""What a search has found in a story: notes at once, places in the articles slice by slice."""

from __future__ import annotations

from itertools import islice

from reader.core.annotating.annotation import Annotation
from reader.store.search import Excerpt, Search, excerpt, parse
from reader.ui.panels.annotations.rows import Found, first_line, quote_of
from reader.ui.panels.drawn.pieces import Form, Piece, Pieces, joined

MOST = 1000
"""Places in articles that are listed at most: who finds more types another word."""
_SLICE = 40
"""Places that are looked at in one turn of the event loop."""


class Searched:
    """One question to a story; its words are marked in quotes and notes only when they are shown.

    `more` looks at further articles, some places at a time.
    """

    def __init__(self, search: Search, text: str, story_id: str) -> None:
        self.text, self.story_id = text, story_id
        self.found: list[Found] = []
        self.done = False
        self._search = search
        self._terms = parse(text)
        self._left = search.in_articles(text, story_id)
        self._quotes: dict[str, Pieces] = {}
        self._notes: dict[str, Pieces] = {}

    def notes(self, *, removed: bool) -> frozenset[str]:
        """The annotations, or deleted ones, in which all that was asked for stands."""
        return self._search.annotations(self.text, self.story_id, removed=removed)

    def more(self) -> None:
        """Look at the next places; `done` says when there are none left."""
        hits = [*islice(self._left, _SLICE)]
        for hit in hits:
            if hit.article_id is not None and hit.span is not None:
                pieces = _marked(Excerpt(hit.snippet, hit.marks))
                self.found.append(Found(hit.article_id, hit.span, pieces))
        self.done = not hits or len(self.found) >= MOST

    def quote(self, annotation: Annotation) -> Pieces:
        """What an annotation is about, with what was searched for marked."""
        quote = quote_of(annotation)
        return self._told(self._quotes, quote, quote)

    def note(self, annotation: Annotation) -> Pieces:
        """The line of its note that holds most of what was searched for, else the first."""
        return self._told(self._notes, annotation.note, first_line(annotation.note))

    def _told(self, known: dict[str, Pieces], text: str, otherwise: str) -> Pieces:
        if text not in known:
            cut = excerpt(text, self._terms)
            known[text] = (Piece(otherwise),) if cut is None else _marked(cut)
        return known[text]


def _marked(cut: Excerpt) -> Pieces:
    told: list[Piece] = []
    at = 0
    for mark in cut.marks:
        told += (Piece(cut.words[at : mark.start]), Piece(mark.of(cut.words), Form.FOUND))
        at = mark.end
    return joined((*told, Piece(cut.words[at:])))
