"""The list of annotations with headings, worked out from the session when it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal

from reader.core.annotating.annotation import Annotation
from reader.ui.panels.annotations.found import Searched
from reader.ui.panels.annotations.rows import (
    AnnotationFilter,
    Entry,
    Found,
    Grouping,
    Heading,
    Row,
    changed_between,
    grouped,
    passes,
)
from reader.ui.panels.annotations.words import RowWords
from reader.ui.panels.words import source_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Row: Heading, Entry or Found."""


_MANY = 50
"""Rows that differ above which the list is made anew."""
_SLICE = 400
"""Rows that are listed in one turn of the event loop."""
_AT_ONCE = 2_000
"""Of more annotations the list is made in a turn of its own, after others have read the change."""


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
        self.words = RowWords(session)
        self._removed = False
        self._asked: tuple[object, ...] | None = None
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._step)
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.read)
        notes, stories = session.notes, session.stories
        for changed in (notes.annotations_changed, notes.tags_changed, stories.story_changed):
            changed.connect(self._read_soon)
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
                return self.words.told(row)
            case Qt.ItemDataRole.ToolTipRole:
                return self.words.tip(row)
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

    def _read_soon(self) -> None:
        if len(self._session.notes.annotations) > _AT_ONCE:
            self._soon.start()
        else:
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
        looking = self.words.searched is not None and not self.words.searched.done
        return self._shown < len(self._rows) or looking

    def _step(self) -> None:
        """One slice: rows that are known, then places in further articles."""
        if self._shown < len(self._rows):
            self._show_until(self._shown + _SLICE)
        elif self.words.searched is not None and not self.words.searched.done:
            self.words.searched.more()
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
        if self.words.searched is not None:
            chosen = replace(chosen, found=self.words.searched.notes(removed=self._removed))
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
            self.words.searched = None
        elif self.words.searched is None or (
            self.words.searched.text,
            self.words.searched.story_id,
        ) != (
            self._text,
            story_id,
        ):
            search = self._session.stories.project.search
            self.words.searched = Searched(search, self._text, story_id)

    def _notes_only(self) -> list[Row]:
        """The rows without what was found in articles."""
        heads = (n for n, row in enumerate(self._rows) if isinstance(row, Found))
        first = next(heads, None)
        return list(self._rows if first is None else self._rows[: first - 1])

    def _in_articles(self) -> list[Row]:
        """What the search has found in the articles themselves, under a heading."""
        if self.words.searched is None or self._removed:
            return []
        only = self._chosen.article_id
        found = [one for one in self.words.searched.found if only in (None, one.article_id)]
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
        self.words.searched, self._asked = None, None
        self.read()

    def _on_renamed(self) -> None:
        """Ratings have other names or another order, which rows show and groups go by."""
        self.read()
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(self._shown - 1))
