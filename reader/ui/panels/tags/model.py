"""The codebook as a list: the tree in order, how often each tag is used, names edited in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from reader.core.annotating.annotation import Tag
from reader.core.annotating.tag_tree import in_tree_order
from reader.ui.panels.attempt import attempt
from reader.ui.panels.words import count_words
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

TAG_ROLE = int(Qt.ItemDataRole.UserRole)
"""The TagRow of a row."""


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag with its depth in the tree and how many annotations have it."""

    tag: Tag
    depth: int
    uses: int


class TagsModel(QAbstractListModel):
    """Reads the session's codebook; a name that is edited is saved at once."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._archived = False
        self._rows: tuple[TagRow, ...] = ()
        session.notes.tags_changed.connect(self.read)
        session.notes.annotations_changed.connect(self.read)
        session.notes.blind_changed.connect(self.read)
        session.stories.project_changed.connect(self.read)
        self.read()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.tag.name
            case Qt.ItemDataRole.ToolTipRole:
                return row.tag.description
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(row)
            case _ if role == TAG_ROLE:
                return row
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        tag, name = self._rows[index.row()].tag, str(value).strip()
        if not name or name == tag.name:
            return False
        tags = self._session.stories.project.tags
        done = attempt(self._session, lambda: tags.edit(tag.id, name=name))
        self._session.notes.refresh()
        return done

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show_archived(self, shown: bool) -> None:
        self._archived = shown
        self.read()

    def row_of(self, tag_id: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.tag.id == tag_id), None)

    def read(self) -> None:
        """Take what the session holds now; nothing is told where nothing has changed."""
        notes, stories = self._session.notes, self._session.stories
        uses = notes.tag_uses() if stories.is_open else {}
        tags = notes.all_tags if self._archived else notes.tags
        rows = tuple(TagRow(tag, depth, uses.get(tag.id, 0)) for tag, depth in in_tree_order(tags))
        if rows == self._rows:
            return
        if [row.tag.id for row in rows] == [row.tag.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _told(self, row: TagRow) -> str:
        key = f"key {row.tag.hotkey}" if row.tag.hotkey else "no key"
        archived = ", archived" if row.tag.archived else ""
        return f"{row.tag.name}, {key}, {row.tag.colour}, {count_words(row.uses, 'use')}{archived}"
