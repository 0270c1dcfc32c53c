"""A question in the status bar that waits: under which name do the notes stand?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget


class NameBar(QWidget):
    """Takes no focus by itself and keeps nobody from reading."""

    kept = Signal(str)
    refused = Signal()
    """The name that stands is good enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        asked = QLabel("Your notes stand under the name")
        self.name = QLineEdit()
        self.name.setAccessibleName("The name that stands by your notes")
        self.name.setMinimumWidth(140)
        self.keep = QPushButton("Keep")
        self.later = QPushButton("Leave it")
        self.later.setAccessibleName("Leave the name as it is")
        self.later.setToolTip("Project > Your name changes it at any time")
        asked.setBuddy(self.name)
        across = QHBoxLayout(self)
        across.setContentsMargins(8, 0, 8, 0)
        across.setSpacing(8)
        for widget in (asked, self.name, self.keep, self.later):
            across.addWidget(widget)
        for widget in (self.name, self.keep, self.later):
            widget.setProperty("role", "small")  # the line below stays as high as it is
        self.name.returnPressed.connect(self._on_kept)
        self.keep.clicked.connect(self._on_kept)
        self.later.clicked.connect(self.refused)
        self.hide()

    def ask(self, name: str) -> None:
        """Come up with a proposal; what somebody is typing here already stays."""
        if not self.isVisible():
            self.name.setText(name)
            self.show()

    def _on_kept(self) -> None:
        if self.name.text().strip():
            self.kept.emit(self.name.text().strip())
