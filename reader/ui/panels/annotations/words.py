"""A row of the annotations list in words: what it is about, with what is searched for marked."""

from __future__ import annotations

from html import escape

from reader.core.annotating.annotation import Annotation, Rating, Standing, Tag
from reader.exporters.note_html import note_html
from reader.ui.panels.annotations.found import Searched
from reader.ui.panels.annotations.rows import (
    Entry,
    Found,
    Heading,
    Row,
    first_line,
    quote_of,
    standing_of,
)
from reader.ui.panels.drawn.pieces import Piece, Pieces
from reader.ui.panels.words import STANDING_WORDS, count_words, source_of
from reader.ui.session import Session


class RowWords:
    """Tells rows by the names that the session has for tags, ratings and articles now."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.searched: Searched | None = None
        """What is searched for, None where nothing is."""

    def told(self, row: Row) -> str:
        """A row in one sentence, for screen readers and for copying."""
        match row:
            case Heading():
                return f"{row.words}, {row.count}"
            case Found():
                return f"{self.source(row.article_id)}: {''.join(p.text for p in row.pieces)}"
            case Entry():
                return self._told_entry(row)

    def _told_entry(self, entry: Entry) -> str:
        annotation = entry.annotation
        names = [tag.name for tag_id in annotation.tag_ids if (tag := self.tag(tag_id))]
        standing = standing_of(annotation)
        parts = [
            "deleted" if entry.removed else "",
            ", ".join(names),
            f"“{quote_of(annotation)}”",
            first_line(annotation.note),
            self.source(annotation.targets[0].article_id) if annotation.targets else "",
            count_words(len(annotation.targets), "place") if len(annotation.targets) > 1 else "",
            rating.name if (rating := self.rating(annotation)) else "",
            STANDING_WORDS[standing] if standing is not Standing.FOUND else "",
        ]
        return ". ".join(part for part in parts if part)

    def tip(self, row: Row) -> str:
        """An annotation whole, as HTML; nothing for other rows."""
        if isinstance(row, Entry):
            quote = f"<p>{escape(quote_of(row.annotation))}</p>"
            return quote + note_html(row.annotation.note)
        return ""

    def quote(self, annotation: Annotation) -> Pieces:
        """What an annotation is about, with what is searched for marked."""
        if self.searched is None:
            return (Piece(quote_of(annotation)),)
        return self.searched.quote(annotation)

    def note(self, annotation: Annotation) -> Pieces:
        """A line of its note: the one that holds what is searched for, else the first."""
        if self.searched is None:
            return (Piece(first_line(annotation.note)),)
        return self.searched.note(annotation)

    def source(self, article_id: str) -> str:
        """Where an article comes from."""
        stored = self._session.stories.article(article_id)
        return source_of(stored) if stored else "an article that was removed"

    def rating(self, annotation: Annotation) -> Rating | None:
        """An annotation's rating."""
        return self._session.notes.rating(annotation.rating_id)

    def tag(self, tag_id: str) -> Tag | None:
        """The tag of an identifier."""
        return self._session.notes.tag(tag_id)
