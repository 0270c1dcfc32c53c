"""A heading that opens and closes what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES


class Fold(QWidget):
    """Closed at first; what is added to `inside` is seen while it is open."""

    toggled = Signal(bool)

    def __init__(self, title: str, *, opened: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.button = QToolButton()
        self.button.setText(title)
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        self.button.setChecked(opened)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setAccessibleName(title)
        self._body = QWidget()
        self._body.setVisible(opened)
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(SPACES[1], SPACES[1], 0, 0)
        self.inside.setSpacing(SPACES[2])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(self._body)
        self.button.toggled.connect(self._on_toggled)
        self._on_toggled(opened)

    @property
    def opened(self) -> bool:
        return self.button.isChecked()

    def _on_toggled(self, opened: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.button.setAccessibleDescription("open" if opened else "folded away")
        self._body.setVisible(opened)
        self.toggled.emit(opened)
