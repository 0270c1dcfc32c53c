"""The bar by which a dock is dragged: its name where no tab tells it, and a way to put it away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QToolButton, QWidget

from reader.ui.appearance import SPACES, Appearance

_THIN: Final = 8
"""Height where a tab tells the name already, in logical pixels."""
_NAMED: Final = 28
_FRAME: Final = 1
"""Around a dock in a window of its own: no window manager draws one."""
_HANDLE: Final = QSize(28, 2)


class Grip(QWidget):
    """A dock's title bar: thin below a tab; in a window of its own with name and close button.

    Qt drags a dock by as much of its title bar as `sizeHint` claims.
    """

    def __init__(self, dock: QDockWidget, appearance: Appearance, window: QMainWindow) -> None:
        super().__init__(dock)
        self._dock = dock
        self._appearance = appearance
        self._window = window
        self._thin = False
        self._name = QLabel(dock.windowTitle(), self)
        self._name.setProperty("role", "quiet")
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(f"Close {dock.windowTitle()}")
        self._close.setToolTip("Close; View > Panels shows it again")
        self._close.clicked.connect(dock.close)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACES[2], 0, SPACES[0], 0)
        across.addWidget(self._name)
        across.addStretch(1)
        across.addWidget(self._close)
        appearance.theme_changed.connect(self.update)
        self.tell()

    @property
    def is_thin(self) -> bool:
        """Whether a tab tells the name; as it was when last told, since layouts ask often."""
        return self._thin

    def sizeHint(self) -> QSize:
        return QSize(0, _THIN if self.is_thin else _NAMED)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_thin:
            handle = QRect(QPoint(), _HANDLE)
            handle.moveCenter(self.rect().center())
            QPainter(self).fillRect(handle, QColor(self._appearance.theme.surface["edge"]))

    def tell(self) -> None:
        """Show what its place asks for, which has changed."""
        floats = self._dock.isFloating()
        beside = self._window.tabifiedDockWidgets(self._dock)
        self._thin = not floats and any(not dock.isHidden() for dock in beside)
        told = f"Drag to move “{self._dock.windowTitle()}”"
        self.setToolTip(f"{told}; a double click puts it back" if floats else told)
        self.setCursor(Qt.CursorShape.SizeAllCursor if self.is_thin else Qt.CursorShape.ArrowCursor)
        self._name.setVisible(not self.is_thin)
        self._close.setVisible(floats)
        frame = _FRAME if floats else 0
        self._dock.setContentsMargins(frame, frame, frame, frame)
        self._dock.style().polish(self._dock)  # the style sheet frames one that floats
        for inside in (self, self._dock.widget()):
            inside.setAutoFillBackground(floats)  # the frame's colour is not what words stand on
        self.updateGeometry()
        self.update()
