"""The story's matrix: a row an article, its strip, and how much of it is in each other one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, QTimer

from reader.core.annotating.annotation import StoredArticle
from reader.ui.panels.story.facts import Part, Share, matrix, parts
from reader.ui.panels.words import count_words, source_of, title_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

SHARE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Share of a cell, None on the diagonal and in the strip's column."""
PARTS_ROLE = SHARE_ROLE + 1
"""The Parts of a row's strip."""
OTHERS_ROLE = SHARE_ROLE + 2
"""How many other articles there are."""
STRIP = 0
"""The column of the strip."""

_STRIP_HEAD = {
    int(Qt.ItemDataRole.DisplayRole): "Shared by",
    int(Qt.ItemDataRole.ToolTipRole): (
        "The article from its beginning to its end: the higher and darker, the more others share it"
    ),
}


class OverviewModel(QAbstractTableModel):
    """What the last comparison says of the story as a whole."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._articles: tuple[StoredArticle, ...] = ()
        self._shares: list[list[Share | None]] = []
        self._parts: list[list[Part]] = []
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(0)
        self._due.timeout.connect(self.read)
        session.comparing.comparison_changed.connect(self._on_changed)
        session.stories.articles_changed.connect(self._on_changed)
        self.read()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._articles)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._articles else len(self._articles) + 1

    def article(self, place: int) -> StoredArticle:
        return self._articles[place]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._articles):
            return None
        row, column = index.row(), index.column()
        share = None if column == STRIP else self._shares[row][column - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._short(share)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._told(row, column, share)
            case _ if role == SHARE_ROLE:
                return share
            case _ if role == PARTS_ROLE:
                return self._parts[row] if column == STRIP else None
            case _ if role == OTHERS_ROLE:
                return len(self._articles) - 1
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        place = section - 1 if across else section
        if place >= len(self._articles):
            return None
        if place < 0:
            return _STRIP_HEAD.get(role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source_of(self._articles[place])
            case Qt.ItemDataRole.ToolTipRole:
                return title_of(self._articles[place])
        return None

    def _on_changed(self) -> None:
        """Others take the comparison up too: thousands of links are counted in a later turn."""
        if self._session.comparing.comparison is None:
            self._due.stop()
            self.read()
        else:
            self._due.start()

    def read(self) -> None:
        """Take what was compared last."""
        comparison = self._session.comparing.comparison
        stored = [self._session.stories.article(one) for one in self._session.comparing.ids]
        self.beginResetModel()
        if comparison is None or not all(stored):
            self._articles, self._shares, self._parts = (), [], []
        else:
            self._articles = tuple(one for one in stored if one)
            self._shares = matrix(comparison)
            self._parts = [parts(comparison, n) for n in range(len(self._articles))]
        self.endResetModel()

    def _short(self, share: Share | None) -> str:
        return "" if share is None else percent(share.whole)

    def _told(self, row: int, column: int, share: Share | None) -> str:
        name = source_of(self._articles[row])
        if column == STRIP:
            own = self._parts[row]
            everywhere = sum(p.end - p.start for p in own)
            return f"{percent(everywhere)} of {name} is also in at least one other article"
        if share is None:
            return "the same article"
        other = source_of(self._articles[column - 1])
        told = (
            f"{percent(share.whole)} of {name} is in {other}, "
            f"{percent(share.verbatim)} word for word"
        )
        if share.conflicts:
            told += f", {count_words(share.conflicts, 'conflict')}"
        return told


def percent(share: float) -> str:
    """A share in words: '12 %'; what is there but small is never '0 %'."""
    if share <= 0:
        return "0 %"
    return "< 1 %" if share < 0.01 else f"{round(share * 100)} %"
