"""The passages table: a row a passage, a column an article, worked out cell by cell when shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QObject, Qt

from reader.ui.panels.drawn.pieces import Pieces, seeking
from reader.ui.panels.drawn.readings import Readings
from reader.ui.panels.passages.telling import FIRST_ARTICLE, Column, Telling
from reader.ui.panels.tables.copying import Copied, as_mime
from reader.ui.panels.words import INDEPENDENCE_WORDS, source_of, title_of
from reader.ui.session import Session
from reader.ui.widgets.items import NO_PARENT, Index

PASSAGE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Index of the passage in the comparison."""
PIECES_ROLE = PASSAGE_ROLE + 1
"""The words of a cell with their forms, those that are searched for among them."""
STATE_ROLE = PASSAGE_ROLE + 2
VERDICT_ROLE = PASSAGE_ROLE + 3
"""The Outcome of a passage."""
COPIED_ROLE = PASSAGE_ROLE + 4
"""'4 of 5'."""
INDEPENDENCE_ROLE = PASSAGE_ROLE + 5
"""'copied wording', 'one speaker' where k of N is no corroboration, else ''."""
DECIDED_ROLE = PASSAGE_ROLE + 7
"""'link accepted', 'link rejected, linked by hand'; '' where the person decided nothing."""
RELATION_ROLE = PASSAGE_ROLE + 6
"""Relation of an article's reading to the base reading, None where it has or is none."""


class PassagesModel(QAbstractTableModel):
    """What stands in the list of passages, in its order; article columns follow the board."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listed: tuple[int, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._telling: Telling | None = None
        self._compared: tuple[object, str | None] = (None, None)
        passages = session.passages
        passages.order_changed.connect(self._read)
        passages.reviews_changed.connect(self._repaint_states)
        self._read()

    # ---- shape

    @property
    def columns(self) -> tuple[str, ...]:
        """Article ids of the columns: the base first, then in the order of the board."""
        return self._columns

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._listed)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else FIRST_ARTICLE + len(self._columns)

    def row_of(self, passage: int) -> int | None:
        return self._listed.index(passage) if passage in self._listed else None

    # ---- what the cells say

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        telling = self._telling
        if not index.isValid() or index.row() >= len(self._listed) or telling is None:
            return None
        row, column = index.row(), index.column()
        number = self._listed[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return telling.words(row, number, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return telling.aloud(row, number, column, len(self._listed))
            case Qt.ItemDataRole.ToolTipRole:
                return telling.tip(number, column)
            case _ if role == PASSAGE_ROLE:
                return number
            case _ if role == PIECES_ROLE:
                return seeking(telling.pieces(number, column), self._session.passages.filter.text)
            case _ if role == STATE_ROLE:
                return self._session.passages.reviewed(number)
            case _ if role == VERDICT_ROLE:
                return telling.outcome(number)
            case _ if role == COPIED_ROLE:
                return telling.shared(number)
            case _ if role == INDEPENDENCE_ROLE:
                return INDEPENDENCE_WORDS[telling.passage(number).independence]
            case _ if role == DECIDED_ROLE:
                return telling.decided(number)
            case _ if role == RELATION_ROLE:
                return telling.relation(number, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < FIRST_ARTICLE:
            if role == Qt.ItemDataRole.DisplayRole:
                return ("#", "Verdict", "Review")[section]
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return ("Number", "Verdict", "Review")[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                return (
                    "In the order of the base",
                    "Conflicts first; how many articles share it",
                    "Most shared first",
                )[section]
            return None
        place = section - FIRST_ARTICLE
        stored = (
            self._session.stories.article(self._columns[place])
            if place < len(self._columns)
            else None
        )
        if stored is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return source_of(stored) + (" · base" if place == 0 else "")
            case Qt.ItemDataRole.ToolTipRole:
                return f"{title_of(stored)}\nClick to go through the passages in its order"
        return None

    def pieces(self, number: int, column: int) -> Pieces:
        """The words of one article in a passage on one line; empty where it lacks the passage."""
        return self._telling.pieces(number, column) if self._telling else ()

    # ---- copying

    def copied(self, rows: list[int]) -> Copied:
        """Rows as a table of words, with the header."""
        across = Qt.Orientation.Horizontal
        header = [str(self.headerData(n, across)) for n in range(self.columnCount())]
        telling, columns = self._telling, range(self.columnCount())
        if telling is None:
            return Copied(tuple(header), ())
        told = [[telling.copied(row, self._listed[row], n) for n in columns] for row in rows]
        pieces = {
            (at, n): telling.pieces(self._listed[row], n)
            for at, row in enumerate(rows)
            for n in columns[FIRST_ARTICLE:]
        }
        return Copied(tuple(header), tuple(tuple(line) for line in told), pieces)

    def mimeData(self, indexes: Any) -> QMimeData:
        return as_mime(self.copied(sorted({index.row() for index in indexes})))

    # ---- reading again

    def _read(self) -> None:
        session = self._session
        comparison, base = session.comparing.comparison, session.board.base
        board = tuple(c for c in session.board.columns if c in session.comparing.ids)
        columns = (base, *(c for c in board if c != base)) if base in board else board
        self.beginResetModel()
        known, known_base = self._compared
        # By identity: to compare two comparisons value by value would take long.
        if comparison is not known or base != known_base or columns != self._columns:
            self._compared = (comparison, base)
            self._columns = tuple(c for c in columns if c is not None)
            readings = Readings(session, comparison) if comparison else None
            self._telling = Telling(session, readings, self._columns) if readings else None
        self._listed = session.passages.listed if comparison else ()
        self.endResetModel()

    def _repaint_states(self) -> None:
        if self._listed:
            first = self.index(0, Column.STATE)
            self.dataChanged.emit(first, self.index(len(self._listed) - 1, Column.STATE))
