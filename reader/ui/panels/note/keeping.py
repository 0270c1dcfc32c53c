"""What is typed into notes until the project has it: no words are lost while it cannot be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from reader.core.errors import ReaderError
from reader.store.errors import Busy
from reader.ui.session import Session


class WordsLeft(ReaderError):
    """What was typed could not be saved before the project was closed."""


class NoteKeeping:
    """Saves notes; tells a problem in a message once, then in the status line until it is over."""

    def __init__(self, session: Session, save: Callable[[], None]) -> None:
        """`save` saves what is being typed: asked for when the project can be changed again."""
        self._session = session
        self._save = save
        session.changing.running_changed.connect(self._on_running)
        self._waiting: dict[str, str] = {}
        """What is typed and not yet saved, by annotation."""
        self._told = ""
        """Title of the problem that was told and still lasts."""

    def waiting(self, annotation_id: str) -> str | None:
        """What was typed into a note and could not be saved so far."""
        return self._waiting.get(annotation_id)

    def save(self, annotation_id: str, text: str) -> bool:
        """Put a note's words into the project; whether they are there. If not, they wait here."""
        notes = self._session.notes
        self._waiting.pop(annotation_id, None)
        if not self._attempt(lambda: notes.write_note(annotation_id, text)):
            self._waiting[annotation_id] = text
            return False
        self._told = ""
        self._save_waiting()
        return True

    def leave(self) -> None:
        """The visit to the note is over."""
        self._attempt(self._session.notes.leave_note)

    def close(self) -> None:
        """The project is about to close: what still cannot be saved goes to the clipboard."""
        self._save_waiting()
        if self._waiting:
            QGuiApplication.clipboard().setText("\n\n".join(self._waiting.values()))
            self._waiting.clear()
            self._session.tell(
                WordsLeft(
                    "What you typed could not be saved.",
                    "It is on the clipboard: paste it somewhere safe before you copy anything.",
                )
            )
        self._told = ""

    def _on_running(self, running: bool) -> None:
        """A long change is over: what waited for it is saved."""
        if not running:
            self._save()
            self._save_waiting()

    def _save_waiting(self) -> None:
        notes = self._session.notes
        for annotation_id, text in list(self._waiting.items()):
            if notes.annotation(annotation_id) is None:
                continue
            if not self._attempt(
                lambda one=annotation_id, words=text: notes.write_note(one, words)
            ):
                return
            del self._waiting[annotation_id]

    def _attempt(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except Busy as problem:  # over soon, and saved then
            self._session.say(f"Not saved yet. {problem.title}")
            return False
        except ReaderError as problem:
            if problem.title == self._told:
                self._session.say(f"Not saved. {problem.title} {problem.advice}")
            else:
                self._told = problem.title
                self._session.tell(problem)
            return False
        return True
