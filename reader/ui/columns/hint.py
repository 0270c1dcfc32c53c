"""Three lines over the bundled story when it is opened for the first time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from reader.ui.appearance import SPACES
from reader.ui.session import Session

BUNDLED = "bundled"
"""Where the bundled articles say they come from."""
_SECTION, _KEY = "hints", "first"
_LINES = (
    (
        "Marks",
        "Underlined words stand in other articles too; ≠ in the margin is a conflict.",
    ),
    ("N", "goes to the next passage and brings every column to it; P goes back."),
    ("A", "writes a note on the words you have selected, else on the passage."),
)


class FirstHint(QWidget):
    """Takes no focus by itself and asks for nothing; once let go of it does not come again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "hint")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("First steps")
        self.setAccessibleDescription(" ".join(f"{key}: {words}" for key, words in _LINES))
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACES[2], SPACES[0], SPACES[1], SPACES[0])
        grid.setHorizontalSpacing(SPACES[2])
        grid.setVerticalSpacing(0)
        for row, (key, words) in enumerate(_LINES):
            head, told = QLabel(key), QLabel(words)
            head.setProperty("role", "strong")
            told.setWordWrap(True)
            for label in (head, told):
                label.setAccessibleName(label.text())
            grid.addWidget(head, row, 0)
            grid.addWidget(told, row, 1)
        self.button = QPushButton("Got it")
        self.button.setProperty("role", "small")
        self.button.setAccessibleName("Let go of the first steps")
        self.button.clicked.connect(self.end)
        grid.addWidget(self.button, 0, 2)
        grid.setColumnStretch(1, 1)
        self.hide()

    def offer(self) -> None:
        """Show it over the bundled story, if it was never seen."""
        stories = self._session.stories
        bundled = bool(stories.articles) and all(a.source == BUNDLED for a in stories.articles)
        self.setVisible(bundled and not self._session.settings.get(_SECTION, _KEY, False))

    def end(self) -> None:
        """It has been seen."""
        if not self.isHidden():
            self._session.settings.set(_SECTION, _KEY, True)
            self.hide()
