"""What the board says while there is nothing to read: what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES
from reader.ui.session import Session


class EmptyBoard(QWidget):
    """A title, a sentence and the one thing to do next, in the middle of the page."""

    wanted = Signal(str)
    """The id of the action that helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._advice = QLabel(self)
        self._advice.setProperty("role", "quiet")
        self._advice.setWordWrap(True)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = ""
        self.button = QPushButton(self)
        self._offer("", "")
        self.button.clicked.connect(lambda: self.wanted.emit(self._action))
        self.setFocusProxy(self.button)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACES[4], SPACES[4], SPACES[4], SPACES[4])
        down.setSpacing(SPACES[2])
        down.addStretch(2)
        down.addWidget(self._title)
        down.addWidget(self._advice)
        down.addSpacing(SPACES[0])
        down.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)
        self.setAccessibleName("Nothing to read yet")

    def tell(self, session: Session) -> None:
        """Say why the board is empty and what helps."""
        if not session.stories.is_open:
            title = "No project is open"
            advice = (
                "A project is one file that holds your texts and all you note on them.\n"
                "Begin a new one with Project > New project."
            )
            self._offer("project.open", "Open a project…")
        elif session.stories.story is None or not session.stories.articles:
            title = "This story has no articles yet"
            advice = (
                "Drop two or more text files here.\n"
                "They are compared at once; nothing leaves this computer."
            )
            self._offer("story.add_files", "Add texts…")
        else:
            title = "No article is on the board"
            advice = "Choose which to read in the list of articles."
            self._offer("", "")
        self._title.setText(title)
        self._advice.setText(advice)
        self.setAccessibleDescription(f"{title}. {advice} {self.button.text()}".strip())

    def _offer(self, action: str, words: str) -> None:
        self._action = action
        self.button.setText(words)
        self.button.setAccessibleName(words or "What to do next")
        self.button.setVisible(bool(action))

    @property
    def title(self) -> str:
        return self._title.text()
