"""The words of a note: shown as they read, written in plain text, saved as they are typed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from reader.core.annotating.annotation import Annotation
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.drawn.note_reading import LEAST, NoteReading, within_bounds
from reader.ui.panels.note.keeping import NoteKeeping
from reader.ui.session import Session

SAVING_PAUSE: Final = 700
"""Milliseconds after a change before the note is saved."""
_PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu or another window takes the focus for a moment: the visit to the note goes on."""


class NoteEditor(QPlainTextEdit):
    """Plain text, Markdown if one likes; Escape leaves, Control with Enter too."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Write a note… Markdown is shown as it reads")
        self.setAccessibleName("Note")
        self.setAccessibleDescription("Saved as you type. Escape goes back to reading")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(LEAST)
        self.textChanged.connect(self.updateGeometry)

    def written(self) -> str:
        """What is typed; unlike `toPlainText` it keeps no-break spaces."""
        raw = self.document().toRawText()
        return raw.replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")

    def sizeHint(self) -> QSize:
        """As high as what is written, within bounds: below it stand the quotes."""
        line = self.fontMetrics().lineSpacing()
        lines = round(self.document().size().height())
        return QSize(super().sizeHint().width(), within_bounds(line * lines + 2 * SPACES[2]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
            return
        super().keyPressEvent(event)


class NoteWords(QStackedWidget):
    """Edits the words of one note at a time; a visit to a note is one step of undo."""

    left = Signal()
    """The person is through with writing: reading has the focus again."""
    told = Signal(str)
    """Whether what is typed is in the project by now, in a word; '' where nothing was typed."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keeping = NoteKeeping(session, self.save)
        self._visited: str | None = None
        self._typed = False
        self._busy = False
        """While a note is saved: a problem's dialog takes the focus, which must not save again."""
        self._writing = False
        """Whether the note is being written; else it is shown as it reads."""
        self._reads = False
        self.editor = NoteEditor()
        self.reading = NoteReading(appearance)
        self.addWidget(self.editor)
        self.addWidget(self.reading)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVING_PAUSE)
        self._saving.timeout.connect(self.save)
        self.editor.textChanged.connect(self._on_typed)
        self.editor.left.connect(self._on_left)
        self.editor.installEventFilter(self)
        self.reading.writing_wanted.connect(self.write)
        session.stories.project_closing.connect(self._on_closing)

    def sizeHint(self) -> QSize:
        """That of what is shown alone."""
        shown = self.reading if self._reads else self.editor
        return shown.sizeHint()

    # ---- showing

    def visit(self, annotation_id: str | None) -> None:
        """Come to another note, or to none; what was typed into the one before is saved."""
        if annotation_id != self._visited:
            self.leave()
            self._visited, self._typed, self._writing = annotation_id, False, False

    def forget(self) -> None:
        """The note is gone: nothing can be saved into it any more."""
        self._visited = None

    def show_note(self, annotation: Annotation) -> None:
        """The words as the project has them, except where newer ones are typed here."""
        waiting = self._keeping.waiting(annotation.id)
        note = annotation.note if waiting is None else waiting
        if note != self.editor.written() and not self._typed:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(note)
            self._typed = waiting is not None
            self.told.emit("Not saved" if self._typed else "")
        self._turn()

    def write(self) -> None:
        """Go on writing at the end of the note."""
        self._writing = True
        self._turn()
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def read(self) -> None:
        """Show the note as it reads."""
        self._writing = False
        self._turn()

    def _turn(self) -> None:
        """The note as it reads, or the editor while it is written or there is nothing to read."""
        note = self.editor.written()
        reads = bool(note.strip()) and not self._writing
        if reads:
            self.reading.show_note(note)
        if reads != self._reads:  # said first: hiding the editor takes its focus, which turns too
            self._reads = reads
            self.setCurrentWidget(self.reading if reads else self.editor)
        self.updateGeometry()

    # ---- keeping

    def save(self) -> None:
        """Keep what is typed so far; nothing where nothing was typed."""
        self._saving.stop()
        annotation_id = self._visited
        if annotation_id is None or not self._typed or self._busy:
            return
        self._typed, self._busy = False, True
        done = self._keeping.save(annotation_id, self.editor.written())
        self._typed, self._busy = self._typed or not done, False
        self.told.emit("Saved" if done else "Not saved")

    def leave(self) -> None:
        """The visit to the note is over: what was typed is one step of undo."""
        if self._visited is not None and self._session.stories.is_open:
            self.save()
            self._keeping.leave()

    def _on_typed(self) -> None:
        if self._visited is not None:
            self._typed = True
            self.told.emit("Saving…")
            if not self._saving.isActive():
                self._saving.start()

    def _on_left(self) -> None:
        self.leave()
        self.left.emit()
        self.read()

    def _on_closing(self) -> None:
        self.leave()
        self._session.notes.leave_begun()
        self._keeping.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QFocusEvent):
            if event.gotFocus():
                self._writing = True
            elif event.reason() in _PASSING:
                self.save()
            else:
                self.leave()
                self.read()
        return super().eventFilter(watched, event)
