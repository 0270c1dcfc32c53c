"""The note panel: one annotation with its quotes, tags, note, rating; saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Annotation, Status, Target
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details.parts import label
from reader.ui.panels.note.judgement import Judgement
from reader.ui.panels.note.quotes import Quotes
from reader.ui.panels.note.sections import EvidenceSection, RelationsSection
from reader.ui.panels.note.tags import NoteTags
from reader.ui.panels.note.writing import NoteWords
from reader.ui.session import Session
from reader.ui.widgets.saying import Saying
from reader.ui.widgets.tab_order import TabPlace


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
        self._shown: str | None = None
        self._tab_place = TabPlace(self)
        self.tags = NoteTags()
        self.judgement = Judgement(appearance)
        self.words = NoteWords(session, appearance)
        self.editor, self.reading = self.words.editor, self.words.reading
        self.quotes = Quotes(session, appearance)
        self.saved = Saying("Whether the note is saved")
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
        self._lay_out()
        self._connect()
        self._show()

    # ---- building

    def _lay_out(self) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[1])
        inside.setSpacing(SPACES[2])
        inside.addWidget(self.tags)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.quotes)
        inside.addWidget(self.evidence)
        inside.addWidget(self.relations)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName("Note")
        scroll.setWidget(page)
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
        self.words.left.connect(self.done)
        self.words.told.connect(self._tell_saved)
        self.reading.link_wanted.connect(self.link_wanted)
        self.quotes.chosen.connect(self._go_to)
        self.quotes.accepted.connect(self._accept)
        self.quotes.dropped.connect(self._drop)
        self.tags.toggled.connect(self._on_tag)
        self.tags.others_wanted.connect(lambda: self._ask(self.tag_wanted))
        self.judgement.rated.connect(self._on_rated)
        self.judgement.status_chosen.connect(self._on_status)
        self._connect_sections()
        self.delete.clicked.connect(self._on_delete)
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
            self.words.visit(active)
            self.quotes.forget()
            self._shown = active
        annotation = self.annotation
        for part in (self._scroll, self.judgement):
            part.setVisible(annotation is not None)
        self.nothing.setVisible(annotation is None)
        if annotation is None:
            self.words.forget()
            self._shown = None
            return
        fixed = self._session.stories.read_only
        self.editor.setReadOnly(fixed)
        for part in (self.tags, self.judgement, self.evidence, self.relations):
            part.setEnabled(not fixed)
        self.quotes.show_targets(annotation.targets)
        self._fill_tags()
        self.words.show_note(annotation)
        self.judgement.show_judgement(annotation, self._session.notes.all_ratings)
        self.evidence.show_evidence(annotation.evidence)
        notes = self._session.notes
        self.relations.show_relations(annotation.id, notes.relations, notes.annotation)
        self._tab_place.follow()

    def _fill_tags(self) -> None:
        annotation = self.annotation
        if annotation is not None:
            notes, theme = self._session.notes, self._appearance.theme
            self.tags.show_tags(annotation, notes.all_tags, notes.recent.ids, theme)

    # ---- typing

    def save(self) -> None:
        """Keep what is typed so far; nothing where nothing was typed."""
        self.words.save()

    def _tell_saved(self, word: str) -> None:
        self.saved.setText(word)
        if word:
            self.saved_changed.emit(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to reading from every control here."""
        if event.key() == Qt.Key.Key_Escape:
            self.words.leave()
            self.done.emit()
            self.words.read()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.words.leave()
        super().hideEvent(event)

    def _on_note_requested(self, annotation_id: str) -> None:
        self._session.notes.activate(annotation_id)
        self._show()
        self.words.write()

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
