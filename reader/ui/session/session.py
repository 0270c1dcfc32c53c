"""The session: one project, one story, one comparison, one reader; everything meets here."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.core.errors import ReaderError
from reader.ui.session.board import Board
from reader.ui.session.changing import Changing
from reader.ui.session.comparing import Compare, Comparing
from reader.ui.session.decisions import Decisions
from reader.ui.session.linking import Linking
from reader.ui.session.notes import Notes
from reader.ui.session.passages import Passages
from reader.ui.session.stories import Stories
from reader.ui.session.undoing import Undoing
from reader.ui.settings import Settings


class Session(QObject):
    """Builds the parts and ties them; columns, panels and dialogs know it and not each other."""

    problem = Signal(object)
    """A ReaderError to show once."""
    said = Signal(str)
    """A sentence for the status line."""

    def __init__(self, settings: Settings, compare: Compare, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.stories = Stories(settings, self)
        # The first to hear that a project closes: what others save then must find it free.
        self.changing = Changing(self.stories, self)
        # Before the board, so that no column gets another text while old places are still told.
        self.comparing = Comparing(self.stories, compare, self)
        self.board = Board(self.stories, settings, self)
        self.passages = Passages(self.stories, self.board, self.comparing, settings, self)
        self.notes = Notes(self.stories, self.board, self.comparing, self.passages, settings, self)
        self.decisions = Decisions(self.stories, self.comparing, self.notes, self)
        self.links = Linking(self.board, self.comparing, self.passages, self.decisions, self)
        self.links.done.connect(self.said)
        self.undoing = Undoing(self.stories, self.notes, self.passages, self.comparing, self)
        self.changing.changed.connect(self.undoing.read_again)
        self.changing.problem.connect(self.problem)
        self.changing.failed.connect(self.comparing.failed)
        self.changing.said.connect(self.said)

    def tell(self, problem: ReaderError) -> None:
        self.problem.emit(problem)

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)

    def close(self) -> None:
        """Save what is being typed, stop the workers, close the project."""
        self.changing.finish()
        if self.stories.is_open:
            self.notes.leave_note()
        self.comparing.finish()
        self.stories.close()
