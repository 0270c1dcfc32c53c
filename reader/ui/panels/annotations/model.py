"""The list of annotations with headings, worked out from the session when it changes."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal

from reader.core.annotating.annotation import Annotation, Rating, Standing, Tag
from reader.exporters.note_html import note_html
from reader.ui.panels.annotations.found import Searched
from reader.ui.panels.annotations.rows import (
    AnnotationFilter,
    Entry,
    Found,
    Grouping,
    Heading,
    Row,
    changed_between,
    first_line,
    grouped,
    passes,
    quote_of,
    standing_of,
)
from reader.ui.panels.drawn.pieces import Piece, Pieces
from reader.ui.panels.words import STANDING_WORDS, count_words, source_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Row: Heading, Entry or Found."""


_MANY = 50
"""Rows that differ above which the list is made anew."""
_SLICE = 400
"""Rows that are listed in one turn of the event loop."""


class AnnotationsModel(QAbstractListModel):
    """Annotations of the story, or its deleted ones, filtered and grouped.

    Many rows are listed in slices, so that keys and painting come between; `finish` lists the rest.
    """

    listed = Signal()
    """Other rows are listed: made anew where many have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[Row, ...] = ()
        self._shown = 0
        """How many of the rows the list knows of yet."""
        self._row_of: dict[str, int] = {}
        self._grouping = Grouping.ARTICLE
        self._chosen = AnnotationFilter()
        self._text = ""
        self._searched: Searched | None = None
        self._removed = False
        self._asked: tuple[object, ...] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)
        notes, stories = session.notes, session.stories
        for changed in (notes.annotations_changed, notes.tags_changed, stories.story_changed):
            changed.connect(self.read)
        notes.ratings_changed.connect(self._on_renamed)
        stories.articles_changed.connect(self._on_articles)
        session.comparing.comparison_changed.connect(self._on_compared)
        self.read()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._shown:
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.told(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row)
            case _ if role == ROW_ROLE:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= self._shown:
            return Qt.ItemFlag.NoItemFlags
        never = Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled | never
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | never

    @property
    def entries(self) -> tuple[Annotation, ...]:
        """The annotations listed, each once."""
        found = {r.annotation.id: r.annotation for r in self._rows if isinstance(r, Entry)}
        return tuple(found.values())

    @property
    def count(self) -> int:
        """How many annotations are listed, each once."""
        return len(self._row_of)

    def row_of(self, annotation_id: str) -> int | None:
        """The first row of an annotation, which the list then knows of."""
        row = self._row_of.get(annotation_id)
        if row is not None:
            self._show_until(row + 1)
        return row

    # ---- what is listed

    def set_grouping(self, grouping: Grouping) -> None:
        self._grouping = grouping
        self.read()

    def set_filter(self, chosen: AnnotationFilter, text: str, *, removed: bool) -> None:
        """List other annotations; `text` is searched for in notes, quotes and articles."""
        self._chosen, self._text, self._removed = chosen, text.strip(), removed
        self.read()

    def read(self) -> None:
        """Take what the session holds now; nothing is told where nothing has changed."""
        asked = self._question()
        if asked == self._asked:
            return
        self._asked = asked
        rows = tuple(self._listed()) if self._session.stories.is_open else ()
        self._take(rows)
        if self._has_more():
            self._turn.start()

    def _question(self) -> tuple[object, ...]:
        """All that the rows follow from: one change of the project is told by several signals."""
        session = self._session
        story = session.stories.story
        if story is None:
            return ()
        return (
            story.id,
            session.notes.removed() if self._removed else session.notes.annotations,
            session.notes.all_tags,
            session.notes.all_ratings,
            session.stories.articles,
            self._grouping,
            session.passages.listed if self._grouping is Grouping.PASSAGE else None,
            self._chosen,
            self._text,
            self._removed,
        )

    def finish(self) -> None:
        """List all there is now; for whoever selects everything."""
        while self._has_more():
            self._step()

    def _has_more(self) -> bool:
        looking = self._searched is not None and not self._searched.done
        return self._shown < len(self._rows) or looking

    def _step(self) -> None:
        """One slice: rows that are known, then places in further articles."""
        if self._shown < len(self._rows):
            self._show_until(self._shown + _SLICE)
        elif self._searched is not None and not self._searched.done:
            self._searched.more()
            self._take(tuple(self._notes_only()) + tuple(self._in_articles()))
        if not self._has_more():
            self._turn.stop()

    def _take(self, rows: tuple[Row, ...]) -> None:
        """List these rows instead, in as few steps as the list needs to be told."""
        start, old_end, new_end = changed_between(self._rows, rows)
        if start == old_end == new_end:
            return
        if self._shown < len(self._rows) or max(old_end, new_end) - start > _MANY:
            self.beginResetModel()
            self._keep(rows)
            self._shown = min(len(rows), _SLICE)
            self.endResetModel()
        else:
            self._exchange(rows, start, old_end, new_end)
        self.listed.emit()

    def _exchange(self, rows: tuple[Row, ...], start: int, old_end: int, new_end: int) -> None:
        """Tell of a few rows that have changed, so that the list keeps its place."""
        same = min(old_end, new_end)
        if old_end > new_end:
            self.beginRemoveRows(QModelIndex(), same, old_end - 1)
            self._keep(rows)
            self._shown = len(rows)
            self.endRemoveRows()
        elif new_end > old_end:
            self.beginInsertRows(QModelIndex(), same, new_end - 1)
            self._keep(rows)
            self._shown = len(rows)
            self.endInsertRows()
        else:
            self._keep(rows)
        if start < same:
            self.dataChanged.emit(self.index(start), self.index(same - 1))

    def _show_until(self, count: int) -> None:
        """Let the list know of at least so many rows."""
        last = min(count, len(self._rows))
        if last > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, last - 1)
            self._shown = last
            self.endInsertRows()

    def _keep(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self._row_of = {}
        for number, row in enumerate(rows):
            if isinstance(row, Entry):
                self._row_of.setdefault(row.annotation.id, number)

    def _listed(self) -> list[Row]:
        session = self._session
        story = session.stories.story
        if story is None:
            return []
        self._search(story.id)
        everything = session.notes.removed() if self._removed else session.notes.annotations
        chosen = self._chosen
        if self._searched is not None:
            chosen = replace(chosen, found=self._searched.notes(removed=self._removed))
        rows = grouped(
            (a for a in everything if passes(a, chosen)),
            self._grouping,
            articles={a.id: source_of(a) for a in session.stories.articles},
            tags=session.notes.all_tags,
            ratings=session.notes.all_ratings,
            passage=self._passage,
            removed=self._removed,
        )
        return rows + self._in_articles()

    def _search(self, story_id: str) -> None:
        """Ask anew only where something else is asked: what was found in articles stays."""
        if not self._text:
            self._searched = None
        elif self._searched is None or (self._searched.text, self._searched.story_id) != (
            self._text,
            story_id,
        ):
            search = self._session.stories.project.search
            self._searched = Searched(search, self._text, story_id)

    def _notes_only(self) -> list[Row]:
        """The rows without what was found in articles."""
        heads = (n for n, row in enumerate(self._rows) if isinstance(row, Found))
        first = next(heads, None)
        return list(self._rows if first is None else self._rows[: first - 1])

    def _in_articles(self) -> list[Row]:
        """What the search has found in the articles themselves, under a heading."""
        if self._searched is None or self._removed:
            return []
        only = self._chosen.article_id
        found = [one for one in self._searched.found if only in (None, one.article_id)]
        return [Heading("In the articles", len(found)), *found] if found else []

    def _passage(self, annotation: Annotation) -> tuple[int, str] | None:
        passages = self._session.passages
        for target in annotation.targets:
            if target.span is not None:
                number = passages.at(target.article_id, target.span.start)
                if number is not None and number in passages.listed:
                    place = passages.listed.index(number)
                    return place, f"Passage {place + 1}"
        return None

    def _on_compared(self) -> None:
        if self._grouping is Grouping.PASSAGE:
            self._asked = None
            self.read()

    def _on_articles(self) -> None:
        """Other texts: what was found in the old ones is looked for again."""
        self._searched, self._asked = None, None
        self.read()

    def _on_renamed(self) -> None:
        """Ratings have other names or another order, which rows show and groups go by."""
        self.read()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))

    # ---- in words

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

    def _tip(self, row: Row) -> str:
        if isinstance(row, Entry):
            quote = f"<p>{escape(quote_of(row.annotation))}</p>"
            return quote + note_html(row.annotation.note)
        return ""

    def quote(self, annotation: Annotation) -> Pieces:
        """What an annotation is about, with what is searched for marked."""
        if self._searched is None:
            return (Piece(quote_of(annotation)),)
        return self._searched.quote(annotation)

    def note(self, annotation: Annotation) -> Pieces:
        """A line of its note: the one that holds what is searched for, else the first."""
        if self._searched is None:
            return (Piece(first_line(annotation.note)),)
        return self._searched.note(annotation)

    def source(self, article_id: str) -> str:
        stored = self._session.stories.article(article_id)
        return source_of(stored) if stored else "an article that was removed"

    def rating(self, annotation: Annotation) -> Rating | None:
        return self._session.notes.rating(annotation.rating_id)

    def tag(self, tag_id: str) -> Tag | None:
        return self._session.notes.tag(tag_id)
