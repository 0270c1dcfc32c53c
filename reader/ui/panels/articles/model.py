"""The story's articles as a list: which stand on the board, which is the base, their order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from reader.core.annotating.annotation import StoredArticle
from reader.ui.length import told_length
from reader.ui.panels.attempt import attempt
from reader.ui.panels.words import day, source_of, title_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

ARTICLE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The StoredArticle of a row."""
BASE_ROLE = ARTICLE_ROLE + 1


class ArticlesModel(QAbstractListModel):
    """Reads the session; checking and moving rows writes through it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._articles: tuple[StoredArticle, ...] = session.stories.articles
        session.stories.articles_changed.connect(self._read)
        session.stories.story_changed.connect(self._read)
        session.board.columns_changed.connect(self._repaint)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._articles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._articles):
            return None
        stored = self._articles[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source_of(stored)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(p for p in (title_of(stored), stored.article.url, stored.why) if p)
            case Qt.ItemDataRole.CheckStateRole:
                shown = stored.id in self._session.board.columns
                return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(stored)
            case _ if role == ARTICLE_ROLE:
                return stored
            case _ if role == BASE_ROLE:
                return stored.id == self._session.board.base
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        article_id = self._articles[index.row()].id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._session.board.show(article_id)
        else:
            self._session.board.hide(article_id)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def moveRows(  # noqa: N802 - Qt's name
        self, source: Index, row: int, count: int, target: Index, before: int
    ) -> bool:
        """Put an article before another one, as dragging in the list asks for."""
        if source.isValid() or target.isValid() or count != 1 or before in (row, row + 1):
            return False
        return self.move(row, before - 1 if before > row else before)

    def move(self, row: int, place: int) -> bool:
        """Put an article at another place in the story; its column follows."""
        if not (0 <= row < len(self._articles) and 0 <= place < len(self._articles)):
            return False
        stories, board = self._session.stories, self._session.board
        article_id = self._articles[row].id
        if row == place or not attempt(
            self._session, lambda: stories.move_article(article_id, place)
        ):
            return False
        board.set_columns(tuple(a.id for a in stories.articles if a.id in board.columns))
        return True

    def row_of(self, article_id: str) -> int | None:
        return next((n for n, a in enumerate(self._articles) if a.id == article_id), None)

    def _told(self, stored: StoredArticle) -> str:
        board = self._session.board
        parts = [
            source_of(stored),
            title_of(stored) if stored.article.outlet else "",
            day(stored.article.published),
            told_length(stored.article),
            "on the board" if stored.id in board.columns else "not on the board",
            "base" if stored.id == board.base else "",
        ]
        return ", ".join(part for part in parts if part)

    def _read(self) -> None:
        self.beginResetModel()
        self._articles = self._session.stories.articles
        self.endResetModel()

    def _repaint(self) -> None:
        if self._articles:
            self.dataChanged.emit(self.index(0), self.index(len(self._articles) - 1))
