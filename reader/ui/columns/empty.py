"""What the board says while there is nothing to read: what to do next."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES
from reader.ui.session import Session

_NO_PROJECT: Final = (("project.open", "Open a project…"), ("project.new", "Begin a new one…"))
_NO_ARTICLES: Final = (("story.add_files", "Add texts…"), ("story.paste", "Paste a text…"))
_MOST: Final = 2


class EmptyBoard(QWidget):
    """A title, a sentence and the things to do next, likeliest first, in the middle of the page."""

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
        self._actions: list[str] = []
        self.buttons = [QPushButton(self) for _ in range(_MOST)]
        self.buttons[0].setProperty("role", "primary")
        for number, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._want, number))
        self._offer(())
        self.setFocusProxy(self.buttons[0])
        self._lay_out()
        self.setAccessibleName("Nothing to read yet")

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(SPACES[1])
        across.addStretch(1)
        for button in self.buttons:
            across.addWidget(button)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(SPACES[4], SPACES[4], SPACES[4], SPACES[4])
        down.setSpacing(SPACES[2])
        down.addStretch(2)
        down.addWidget(self._title)
        down.addWidget(self._advice)
        down.addSpacing(SPACES[0])
        down.addLayout(across)
        down.addStretch(3)

    def tell(self, session: Session) -> None:
        """Say why the board is empty and what helps."""
        if session.stories.opening and not session.stories.is_open:
            title, advice = "Opening…", ""
            self._offer(())
        elif not session.stories.is_open:
            title = "No project is open"
            advice = "A project is one file that holds your texts and all you note on them."
            self._offer(_NO_PROJECT)
        elif session.stories.story is None or not session.stories.articles:
            title = "This story has no articles yet"
            advice = (
                "Drop two or more text files here.\n"
                "They are compared at once; nothing leaves this computer."
            )
            self._offer(_NO_ARTICLES)
        else:
            title = "No article is on the board"
            advice = "Choose which to read in the list of articles."
            self._offer(())
        self._title.setText(title)
        self._advice.setText(advice)
        offered = ", ".join(b.text() for b in self.buttons if not b.isHidden())
        self.setAccessibleDescription(f"{title}. {advice} {offered}".strip())

    def _offer(self, helps: tuple[tuple[str, str], ...]) -> None:
        """Buttons for these actions, each with its words."""
        self._actions = [action for action, _ in helps]
        for number, button in enumerate(self.buttons):
            words = helps[number][1] if number < len(helps) else ""
            button.setText(words)
            button.setAccessibleName(words or "What to do next")
            button.setVisible(bool(words))

    def _want(self, number: int) -> None:
        self.wanted.emit(self._actions[number])

    @property
    def title(self) -> str:
        return self._title.text()
