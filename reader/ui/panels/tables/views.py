"""Lists and tables that say what to do while they are empty."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyleOptionHeader,
    QTableView,
    QTreeView,
    QWidget,
)

from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.paragraph import Paragraph
from reader.ui.panels.drawn.pieces import Piece
from reader.ui.widgets.items import clear_words

_SORT_SIGN = 24
"""Room for the sign of the order, in logical pixels."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _prepare(view: QAbstractItemView, name: str, description: str) -> None:
    view.setAccessibleName(name)
    view.setAccessibleDescription(description)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)


def _say_empty(view: QAbstractItemView, appearance: Appearance, words: str) -> None:
    """Paint a sentence where rows would be."""
    model = view.model()
    if not words or (model is not None and model.rowCount(QModelIndex()) > 0):
        return
    painter = QPainter(view.viewport())
    painter.setPen(QColor(appearance.theme.ink["quiet"]))
    room = view.viewport().rect().adjusted(SPACES[2], SPACES[2], -SPACES[2], -SPACES[2])
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    painter.drawText(QRect(room), int(flags), words)
    painter.end()


class RowsView(QListView):
    """A list; `entered_row` is Enter or a double click on a row."""

    entered_row = Signal(QModelIndex)

    def __init__(
        self, appearance: Appearance, name: str, description: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.empty_words = ""
        _prepare(self, name, description)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.entered_row)
        appearance.theme_changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _say_empty(self, self._appearance, self.empty_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as the room asks for."""
        super().resizeEvent(event)
        if event.size() != event.oldSize():
            self.scheduleDelayedItemsLayout()


class HeldHeader(QHeaderView):
    """The heads of a table's columns; tells whether the mouse holds one."""

    held = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._set_in: tuple[int, int] | None = None

    def set_in(self, first: int, by: int) -> None:
        """Heads from column `first` on begin `by` pixels inside, above the words of their cells."""
        self._set_in = (first, by)
        self.viewport().update()

    def words_at(self, section: int) -> QRect:
        """Where a head's words stand, in pixels of the header."""
        inside = SPACES[1]
        if self._set_in is not None and section >= self._set_in[0]:
            inside = self._set_in[1]
        sorts = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        left = self.sectionViewportPosition(section) + inside
        width = self.sectionSize(section) - inside - (_SORT_SIGN if sorts else SPACES[0])
        return QRect(left, 0, max(0, width), self.height())

    def initStyleOptionForIndex(  # noqa: N802 - Qt's name
        self, option: QStyleOptionHeader, section: int
    ) -> None:
        """Without words where they stand further in: those are painted by `paintSection`."""
        super().initStyleOptionForIndex(option, section)
        if self._set_in is not None and section >= self._set_in[0]:
            clear_words(option)

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, section: int, /
    ) -> None:
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if self._set_in is None or section < self._set_in[0]:
            return
        at = self.words_at(section)
        told = str(self.model().headerData(section, self.orientation()) or "")
        words = self.fontMetrics().elidedText(told, self.textElideMode(), at.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(at, int(self.defaultAlignment()), words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held.emit(True)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On an edge it fits the column to its words: that is the person's wish too."""
        self.held.emit(True)
        super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.held.emit(False)


class NameHeader(QHeaderView):
    """The heads of a table's rows, on two lines each: a headline stands for an unknown outlet."""

    def __init__(self, appearance: Appearance, width: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance
        self.setFixedWidth(width)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def named(self, section: int) -> Paragraph:
        """What is written on a row's head."""
        name = self.model().headerData(section, self.orientation())
        room = self.width() - 2 * SPACES[1]
        return Paragraph((Piece(str(name or "")),), self.font(), room, lines=2, leading=1.0)

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, section: int, /
    ) -> None:
        theme, words = self._appearance.theme, self.named(section)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(theme.surface["chrome"]))
        top = rect.top() + (rect.height() - words.height) / 2
        words.paint(painter, QPointF(rect.left() + SPACES[1], top), theme, theme.ink["quiet"])
        painter.setPen(QColor(theme.surface["edge"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class GridView(QTableView):
    """A table of whole rows without a grid; `entered_row` is Enter or a double click."""

    entered_row = Signal(QModelIndex)
    copy_wanted = Signal()
    """The keys that copy were pressed."""
    room_changed = Signal()
    """The rows have another width or height, also when a scroll bar comes or goes."""

    def __init__(
        self, appearance: Appearance, name: str, description: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.empty_words = ""
        _prepare(self, name, description)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(16)
        self.head = HeldHeader(self)
        self.head.setAccessibleName(f"Columns of {name}")
        self.setHorizontalHeader(self.head)
        self.doubleClicked.connect(self.entered_row)
        appearance.theme_changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _say_empty(self, self._appearance, self.empty_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()


class TreeRows(QTreeView):
    """A list with headings; `entered_row` is Enter or a double click on a row."""

    entered_row = Signal(QModelIndex)

    def __init__(
        self, appearance: Appearance, name: str, description: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.empty_words = ""
        _prepare(self, name, description)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(self.entered_row)
        appearance.theme_changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _say_empty(self, self._appearance, self.empty_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
