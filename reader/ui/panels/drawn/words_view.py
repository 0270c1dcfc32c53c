"""A text with marks as a widget: painted, as high as its words need, to be clicked and copied."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.paragraph import Paragraph
from reader.ui.panels.drawn.pieces import Pieces, text_of

EDGE = 2
"""Room at the sides for the frame of a conflict."""


class WordsView(QWidget):
    """Shows pieces in the face of the text; `chosen` is a click, Enter or Space on it."""

    chosen = Signal()

    def __init__(
        self,
        appearance: Appearance,
        pieces: Pieces = (),
        *,
        percent: int = 90,
        lines: int = 0,
        clickable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pieces = pieces
        self._percent = percent
        self._lines = lines
        self._clickable = clickable
        self._laid_out: dict[int, Paragraph] = {}
        """By width: a layout asks for the height at several before it settles."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text_of(pieces))
        if clickable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.theme_changed.connect(self.update)

    @property
    def pieces(self) -> Pieces:
        return self._pieces

    def set_pieces(self, pieces: Pieces, told: str = "") -> None:
        """Show another text; `told` says its marks in words."""
        self._pieces = pieces
        self._laid_out = {}
        self.setAccessibleName(told or text_of(pieces))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._paragraph(width).height) + SPACES[0]

    def sizeHint(self) -> QSize:
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def _paragraph(self, width: int) -> Paragraph:
        if width not in self._laid_out:
            face: QFont = self._appearance.text_font(self._percent)
            room = width - 2 * EDGE
            self._laid_out[width] = Paragraph(self._pieces, face, room, lines=self._lines)
        return self._laid_out[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        if self._clickable and self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.surface["hover"]))
        self._paragraph(self.width()).paint(painter, QPointF(EDGE, SPACES[0] / 2), theme)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ink["accent"]), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and event.button() == Qt.MouseButton.LeftButton and inside:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clickable and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self.chosen.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Copy", lambda: QGuiApplication.clipboard().setText(text_of(self._pieces)))
        menu.popup(event.globalPos())
