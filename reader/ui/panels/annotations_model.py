"""The list of annotations with headings, worked out from the session when it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from reader.core.annotation import Annotation, Rating, Standing, Tag
from reader.store.search import Hit, HitKind
from reader.ui.panels.annotation_rows import (
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
from reader.ui.panels.pieces import Form, Piece, Pieces, joined
from reader.ui.panels.rows import Index
from reader.ui.panels.words import STANDING_WORDS, count_words, source_of
from reader.ui.session import Session

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Row: Heading, Entry or Found."""


_MANY = 50
"""Rows that differ above which the list is made anew."""


class AnnotationsModel(QAbstractListModel):
    """Annotations of the story, or its deleted ones, filtered and grouped."""

    listed = Signal()
    """Other rows are listed: made anew where many have changed."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: tuple[Row, ...] = ()
        self._row_of: dict[str, int] = {}
        self._grouping = Grouping.ARTICLE
        self._chosen = AnnotationFilter()
        self._text = ""
        self._removed = False
        notes, stories = session.notes, session.stories
        for changed in (notes.annotations_changed, notes.tags_changed, stories.articles_changed):
            changed.connect(self.read)
        notes.ratings_changed.connect(self._on_renamed)
        stories.story_changed.connect(self.read)
        session.comparing.comparison_changed.connect(self._on_compared)
        self.read()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
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
        if not index.isValid() or index.row() >= len(self._rows):
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
        return self._row_of.get(annotation_id)

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
        rows = tuple(self._listed()) if self._session.stories.is_open else ()
        start, old_end, new_end = changed_between(self._rows, rows)
        if start == old_end == new_end:
            return
        if max(old_end, new_end) - start > _MANY:
            self.beginResetModel()
            self._take(rows)
            self.endResetModel()
        else:
            self._exchange(rows, start, old_end, new_end)
        self.listed.emit()

    def _exchange(self, rows: tuple[Row, ...], start: int, old_end: int, new_end: int) -> None:
        """Tell of a few rows that have changed, so that the list keeps its place."""
        same = min(old_end, new_end)
        if old_end > new_end:
            self.beginRemoveRows(QModelIndex(), same, old_end - 1)
            self._take(rows)
            self.endRemoveRows()
        elif new_end > old_end:
            self.beginInsertRows(QModelIndex(), same, new_end - 1)
            self._take(rows)
            self.endInsertRows()
        else:
            self._take(rows)
        if start < same:
            self.dataChanged.emit(self.index(start), self.index(same - 1))

    def _take(self, rows: tuple[Row, ...]) -> None:
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
        project = session.stories.project
        everything = session.notes.removed() if self._removed else session.notes.annotations
        hits: tuple[Hit, ...] = project.search(self._text, story.id) if self._text else ()
        chosen = self._chosen
        if self._text:
            found = {hit.annotation_id for hit in hits if hit.annotation_id is not None}
            if self._removed:
                found |= {a.id for a in everything if self._text.casefold() in _words(a)}
            chosen = replace(chosen, found=frozenset(found))
        rows = grouped(
            (a for a in everything if passes(a, chosen)),
            self._grouping,
            articles={a.id: source_of(a) for a in session.stories.articles},
            tags=session.notes.all_tags,
            ratings=session.notes.all_ratings,
            passage=self._passage,
            removed=self._removed,
        )
        return rows if self._removed else rows + self._in_articles(hits)

    def _in_articles(self, hits: tuple[Hit, ...]) -> list[Row]:
        """What the search has found in the articles themselves."""
        found: list[Row] = [
            Found(hit.article_id, hit.span, _marked(hit))
            for hit in hits
            if hit.kind is HitKind.ARTICLE
            and hit.article_id is not None
            and hit.span is not None
            and self._chosen.article_id in (None, hit.article_id)
        ]
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

    def _on_renamed(self) -> None:
        """Ratings have other names or another order, which rows show and groups go by."""
        self.read()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _on_compared(self) -> None:
        if self._grouping is Grouping.PASSAGE:
            self.read()

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
            return f"{quote_of(row.annotation)}\n\n{row.annotation.note}".strip()
        return ""

    def source(self, article_id: str) -> str:
        stored = self._session.stories.article(article_id)
        return source_of(stored) if stored else "an article that was removed"

    def rating(self, annotation: Annotation) -> Rating | None:
        return self._session.notes.rating(annotation.rating_id)

    def tag(self, tag_id: str) -> Tag | None:
        return self._session.notes.tag(tag_id)


def _words(annotation: Annotation) -> str:
    return f"{annotation.note}\n{quote_of(annotation)}".casefold()


def _marked(hit: Hit) -> Pieces:
    told: list[Piece] = []
    at = 0
    for mark in hit.marks:
        told += (Piece(hit.snippet[at : mark.start]), Piece(mark.of(hit.snippet), Form.FOUND))
        at = mark.end
    return joined((*told, Piece(hit.snippet[at:])))
