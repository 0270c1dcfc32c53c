"""What the board says while there is nothing to read: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES
from reader.ui.session import Session


class EmptyBoard(QWidget):
    """A title and a sentence in the middle of the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._advice = QLabel(self)
        self._advice.setProperty("role", "quiet")
        self._advice.setWordWrap(True)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        down = QVBoxLayout(self)
        down.setSpacing(SPACES[2])
        down.addStretch(2)
        down.addWidget(self._title)
        down.addWidget(self._advice)
        down.addStretch(3)
        self.setAccessibleName("Nothing to read yet")

    def tell(self, session: Session) -> None:
        """Say why the board is empty and what helps."""
        if not session.stories.is_open:
            title = "No project is open"
            advice = "Open one or make a new one from the Project menu."
        elif session.stories.story is None or not session.stories.articles:
            title = "This story has no articles yet"
            advice = (
                "Drop two or more text files here, or choose them with Story > Add texts.\n"
                "They are compared at once; nothing leaves this computer."
            )
        else:
            title = "No article is on the board"
            advice = "Choose which to read in the list of articles."
        self._title.setText(title)
        self._advice.setText(advice)
        self.setAccessibleDescription(f"{title}. {advice}")

    @property
    def title(self) -> str:
        return self._title.text()
