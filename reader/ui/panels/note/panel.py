"""The note panel: one annotation with its quotes, tags, note, rating; saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotating.annotation import Annotation, Status, Target
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details.parts import label
from reader.ui.panels.drawn.note_reading import NoteReading
from reader.ui.panels.note.judgement import Judgement
from reader.ui.panels.note.keeping import NoteKeeping
from reader.ui.panels.note.parts import NoteEditor, TargetView
from reader.ui.panels.note.sections import EvidenceSection, RelationsSection
from reader.ui.panels.note.tags import NoteTags
from reader.ui.panels.words import source_of
from reader.ui.session import Session

SAVING_PAUSE = 700
"""Milliseconds after a change before the note is saved."""
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""A menu or another window takes the focus for a moment: the visit to the note goes on."""


class NotePanel(QWidget):
    """Edits the active annotation."""

    done = Signal()
    """The person is through with the note: reading has the focus again."""
    evidence_wanted = Signal(str, int)
    """A piece of evidence of this annotation should be edited, by its number; -1 for a new one."""
    relation_wanted = Signal(str)
    tag_wanted = Signal(str)
    history_wanted = Signal(str)
    saved_changed = Signal(str)
    """Whether what is typed is in the project by now, in a word."""
    link_wanted = Signal(str)
    """An address in the note was clicked."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._keeping = NoteKeeping(session)
        self._shown: str | None = None
        self._quotes_shown: tuple[Target, ...] | None = None
        self._typed = False
        self._busy = False
        """While a note is saved: a problem's dialog takes the focus, which must not save again."""
        self.targets: list[TargetView] = []
        self.tags = NoteTags()
        self.judgement = Judgement(appearance)
        self._writing = False
        """Whether the note is being written; else it is shown as it reads."""
        self._reads = False
        self.editor = NoteEditor()
        self.reading = NoteReading(appearance)
        self.saved = label("", "quiet")
        self.saved.setAccessibleName("Whether the note is saved")
        self.evidence = EvidenceSection()
        self.relations = RelationsSection()
        self.history = QPushButton("History…")
        self.history.setAccessibleName("History of this note")
        self.delete = QPushButton("Delete")
        self.delete.setAccessibleName("Delete this note")
        self.delete.setToolTip("Undo brings it back")
        self.nothing = label(
            "No note is open.\n\nSelect words in a column and press A to write one, "
            "or choose a note in the list.",
            "quiet",
        )
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVING_PAUSE)
        self._lay_out()
        self._connect()
        self._show()

    # ---- building

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(SPACES[1])
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[1])
        inside.setSpacing(SPACES[2])
        inside.addWidget(self.tags)
        self._words = QStackedWidget()
        self._words.addWidget(self.editor)
        self._words.addWidget(self.reading)
        inside.addWidget(self._words, 1)
        inside.addLayout(self._quotes)
        inside.addWidget(self.evidence)
        inside.addWidget(self.relations)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("Note")
        scroll.setWidget(self._page)
        self._scroll = scroll
        foot = self.judgement.row
        foot.setContentsMargins(SPACES[2], SPACES[0], SPACES[2], SPACES[1])
        for widget in (self.history, self.delete, self.saved):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.nothing.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[1])
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.judgement)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.left.connect(self._on_left)
        self.editor.installEventFilter(self)
        self.reading.writing_wanted.connect(self._write)
        self.reading.link_wanted.connect(self.link_wanted)
        self._saving.timeout.connect(self.save)
        self.tags.toggled.connect(self._on_tag)
        self.tags.others_wanted.connect(lambda: self._ask(self.tag_wanted))
        self.judgement.rated.connect(self._on_rated)
        self.judgement.status_chosen.connect(self._on_status)
        self._connect_sections()
        self.delete.clicked.connect(self._on_delete)
        self._session.stories.project_closing.connect(self._on_closing)
        notes = self._session.notes
        notes.active_changed.connect(self._show)
        notes.annotations_changed.connect(self._show)
        notes.relations_changed.connect(self._show)
        notes.tags_changed.connect(self._fill_tags)
        notes.ratings_changed.connect(self._show)
        notes.note_requested.connect(self._on_note_requested)
        notes.rating_requested.connect(self._on_rating_requested)
        self._appearance.theme_changed.connect(self._fill_tags)

    def _connect_sections(self) -> None:
        ask = self._ask
        self.evidence.added.connect(lambda: ask(self.evidence_wanted, -1))
        self.evidence.edited.connect(lambda number: ask(self.evidence_wanted, number))
        self.evidence.removed.connect(self._on_evidence_removed)
        self.relations.added.connect(lambda: ask(self.relation_wanted))
        self.relations.chosen.connect(self._session.notes.come_to)
        self.relations.removed.connect(self._on_relation_removed)
        self.history.clicked.connect(lambda _=False: ask(self.history_wanted))

    def _ask(self, signal: SignalInstance, *more: object) -> None:
        """Have something asked about this note in a dialog; what is typed is saved first."""
        self.save()
        if self._shown is not None:
            signal.emit(self._shown, *more)

    # ---- showing

    @property
    def annotation(self) -> Annotation | None:
        """What is edited here."""
        return None if self._shown is None else self._session.notes.annotation(self._shown)

    def _show(self) -> None:
        active = self._session.notes.active
        if active != self._shown:
            self._leave()
            self._shown, self._quotes_shown, self._typed = active, None, False
            self._writing = False
        annotation = self.annotation
        self.nothing.setVisible(annotation is None)
        self._scroll.setVisible(annotation is not None)
        self.judgement.setVisible(annotation is not None)
        if annotation is None:
            self._shown = None
            return
        fixed = self._session.stories.read_only
        self.editor.setReadOnly(fixed)
        self.tags.setEnabled(not fixed)
        self.judgement.setEnabled(not fixed)
        self._fill_quotes(annotation)
        self._fill_tags()
        waiting = self._keeping.waiting(annotation.id)
        note = annotation.note if waiting is None else waiting
        if note != self.editor.written() and not self._typed:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(note)
            self._typed = waiting is not None
            self.saved.setText("Not saved" if self._typed else "")
        self._turn()
        self.judgement.show_judgement(annotation, self._session.notes.all_ratings)
        self.evidence.setEnabled(not fixed)
        self.relations.setEnabled(not fixed)
        self.evidence.show_evidence(annotation.evidence)
        notes = self._session.notes
        self.relations.show_relations(annotation.id, notes.relations, notes.annotation)

    def _turn(self) -> None:
        """The note as it reads, or the editor while it is written or there is nothing to read."""
        note = self.editor.written()
        reads = bool(note.strip()) and not self._writing
        if reads:
            self.reading.show_note(note)
        if reads != self._reads:  # said first: hiding the editor takes its focus, which turns too
            self._reads = reads
            self._words.setCurrentWidget(self.reading if reads else self.editor)

    def _write(self) -> None:
        """Go on writing at the end of the note."""
        self._writing = True
        self._turn()
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _fill_quotes(self, annotation: Annotation) -> None:
        if annotation.targets == self._quotes_shown:
            return
        self._quotes_shown = annotation.targets
        _empty(self._quotes)
        self.targets = []
        for n, target in enumerate(annotation.targets):
            stored = self._session.stories.article(target.article_id)
            source = source_of(stored) if stored else "an article that was removed"
            text = stored.article.text if stored else ""
            alone = len(annotation.targets) == 1 or self._session.stories.read_only
            view = TargetView(self._appearance, target, source, text, alone=alone)
            view.chosen.connect(lambda to=target: self._go_to(to))
            view.accepted.connect(lambda candidate, at=n: self._accept(at, candidate))
            view.dropped.connect(lambda at=n: self._drop(at))
            self.targets.append(view)
            self._quotes.addWidget(view)

    def _fill_tags(self) -> None:
        annotation = self.annotation
        if annotation is not None:
            notes, theme = self._session.notes, self._appearance.theme
            self.tags.show_tags(annotation, notes.all_tags, notes.recent.ids, theme)

    # ---- typing

    def _on_typed(self) -> None:
        if self._shown is not None:
            self._typed = True
            self._tell_saved("Saving…")
            if not self._saving.isActive():
                self._saving.start()

    def save(self) -> None:
        """Keep what is typed so far; nothing where nothing was typed."""
        self._saving.stop()
        annotation_id = self._shown
        if annotation_id is None or not self._typed or self._busy:
            return
        self._typed, self._busy = False, True
        done = self._keeping.save(annotation_id, self.editor.written())
        self._typed, self._busy = self._typed or not done, False
        self._tell_saved("Saved" if done else "Not saved")

    def _tell_saved(self, word: str) -> None:
        self.saved.setText(word)
        self.saved_changed.emit(word)

    def _leave(self) -> None:
        """The visit to the note is over: what was typed is one step of undo."""
        if self._shown is not None and self._session.stories.is_open:
            self.save()
            self._keeping.leave()

    def _on_closing(self) -> None:
        self._leave()
        self._session.notes.leave_begun()
        self._keeping.close()

    def _on_left(self) -> None:
        self._leave()
        self.done.emit()
        self._read()

    def _read(self) -> None:
        self._writing = False
        self._turn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QFocusEvent):
            if event.gotFocus():
                self._writing = True
            elif event.reason() in _PASSING:
                self.save()
            else:
                self._leave()
                self._read()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to reading from every control here."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_left()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._leave()
        super().hideEvent(event)

    def _on_note_requested(self, annotation_id: str) -> None:
        self._session.notes.activate(annotation_id)
        self._show()
        self._write()

    def _on_rating_requested(self, annotation_id: str) -> None:
        self._session.notes.activate(annotation_id)
        self._show()
        self.judgement.rating.setFocus()
        if self.isVisible():
            self.judgement.rating.showPopup()

    # ---- changing

    def _on_tag(self, tag_id: str, on: bool) -> None:
        annotation = self.annotation
        if annotation is not None:
            others = tuple(t for t in annotation.tag_ids if t != tag_id)
            tags = (*others, tag_id) if on else others
            self._change(lambda: self._session.notes.set_tags(annotation.id, tags))

    def _on_rated(self, rating_id: str | None, confidence: int | None) -> None:
        annotation, notes = self.annotation, self._session.notes
        if annotation is not None:
            self._change(lambda: notes.set_rating(annotation.id, rating_id, confidence))

    def _on_evidence_removed(self, number: int) -> None:
        annotation = self.annotation
        if annotation is not None:
            kept = tuple(e for n, e in enumerate(annotation.evidence) if n != number)
            project = self._session.stories.project
            self._change(lambda: project.annotations.set_evidence(annotation.id, kept))

    def _on_relation_removed(self, relation_id: str) -> None:
        project = self._session.stories.project
        self._change(lambda: project.annotations.unrelate(relation_id))

    def _on_status(self, status: Status) -> None:
        annotation = self.annotation
        if annotation is not None:
            project = self._session.stories.project
            self._change(lambda: project.annotations.set_status(annotation.id, status))

    def _on_delete(self) -> None:
        if self._shown is not None:
            annotation_id = self._shown
            self.save()
            if self._change(lambda: self._session.notes.remove((annotation_id,))):
                self._session.say("Note deleted; undo brings it back.")
                self.done.emit()

    def _accept(self, at: int, candidate: int) -> None:
        annotation = self.annotation
        if annotation is not None:
            project = self._session.stories.project
            self._change(lambda: project.annotations.accept_move(annotation.id, at, candidate))

    def _drop(self, at: int) -> None:
        annotation = self.annotation
        if annotation is not None:
            project = self._session.stories.project
            self._change(lambda: project.annotations.drop_target(annotation.id, at))

    def _go_to(self, target: Target) -> None:
        if target.span is not None:
            self._session.passages.go_to(target.article_id, target.span)

    def _change(self, change: Callable[[], object]) -> bool:
        self.save()
        done = attempt(self._session, change)
        self._session.notes.refresh()
        self._show()
        return done


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
