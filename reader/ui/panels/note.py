"""The note panel: one annotation with its quotes, tags, note, rating; saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotation import Annotation, Status, Target
from reader.ui.appearance import SPACES, Appearance
from reader.ui.choices import Choice
from reader.ui.panels.attempt import attempt
from reader.ui.panels.details_parts import label
from reader.ui.panels.flow import FlowLayout
from reader.ui.panels.note_parts import NoteEditor, TargetView, confidence_box
from reader.ui.panels.note_sections import EvidenceSection, RelationsSection
from reader.ui.panels.tags import swatch
from reader.ui.panels.words import STATUS_WORDS, source_of
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
    history_wanted = Signal(str)

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._shown: str | None = None
        self._quotes_shown: tuple[Target, ...] | None = None
        self._typed = False
        self._busy = False
        """While a note is saved: a problem's dialog takes the focus, which must not save again."""
        self.targets: list[TargetView] = []
        self.tags: dict[str, QToolButton] = {}
        self.editor = NoteEditor()
        self.saved = label("", "quiet")
        self.saved.setAccessibleName("Whether the note is saved")
        self.rating = self._combo("Rating", [])
        self.status = self._combo("Status", [(STATUS_WORDS[s], s) for s in Status])
        self.confidence: QSpinBox = confidence_box()
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

    def _combo(self, name: str, entries: list[tuple[str, object]]) -> Choice:
        combo = Choice(name, 6)
        for words, value in entries:
            combo.addItem(words, value)
        return combo

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._quotes = QVBoxLayout()
        self._quotes.setSpacing(SPACES[1])
        self._chips = QWidget()
        self._chips.setAccessibleName("Tags of this note")
        self._flow = FlowLayout(self._chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        inside = QVBoxLayout(self._page)
        inside.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[1])
        inside.setSpacing(SPACES[2])
        inside.addWidget(self._chips)
        inside.addWidget(self.editor, 1)
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
        self._foot = QWidget()
        foot = FlowLayout(self._foot)
        foot.setContentsMargins(SPACES[2], SPACES[0], SPACES[2], SPACES[1])
        rated = (self.rating, self.confidence, self.status)
        for widget in (*rated, self.history, self.delete, self.saved):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.nothing.setContentsMargins(SPACES[2], SPACES[1], SPACES[2], SPACES[1])
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.nothing, 1)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._on_typed)
        self.editor.left.connect(self._on_left)
        self.editor.installEventFilter(self)
        self._saving.timeout.connect(self.save)
        self.rating.activated.connect(self._on_rated)
        self.confidence.valueChanged.connect(self._on_rated)
        self.status.activated.connect(self._on_status)
        self._connect_sections()
        self.delete.clicked.connect(self._on_delete)
        self._session.stories.project_closing.connect(self._leave)
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
        annotation = self.annotation
        self.nothing.setVisible(annotation is None)
        self._scroll.setVisible(annotation is not None)
        self._foot.setVisible(annotation is not None)
        if annotation is None:
            self._shown = None
            return
        fixed = self._session.stories.read_only
        self.editor.setReadOnly(fixed)
        self._chips.setEnabled(not fixed)
        self._foot.setEnabled(not fixed)
        self._fill_quotes(annotation)
        self._fill_tags()
        if annotation.note != self.editor.written() and not self._typed:
            with QSignalBlocker(self.editor):
                self.editor.setPlainText(annotation.note)
            self.saved.setText("")
        self._fill_ratings(annotation)
        with QSignalBlocker(self.confidence):
            self.confidence.setEnabled(annotation.rating_id is not None)
            told = annotation.confidence
            self.confidence.setValue(self.confidence.minimum() if told is None else told)
        self.evidence.setEnabled(not fixed)
        self.relations.setEnabled(not fixed)
        self.evidence.show_evidence(annotation.evidence)
        notes = self._session.notes
        self.relations.show_relations(annotation.id, notes.relations, notes.annotation)
        with QSignalBlocker(self.status):
            self.status.setCurrentIndex(self.status.findData(annotation.status))

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
            view = TargetView(self._appearance, target, source, text)
            view.chosen.connect(lambda to=target: self._go_to(to))
            view.accepted.connect(lambda candidate, at=n: self._accept(at, candidate))
            self.targets.append(view)
            self._quotes.addWidget(view)

    def _fill_ratings(self, annotation: Annotation) -> None:
        """The scale, with what the note has where that is archived."""
        theme = self._appearance.theme
        with QSignalBlocker(self.rating):
            self.rating.clear()
            self.rating.addItem("No rating", None)
            for rating in self._session.notes.all_ratings:
                if not rating.archived or rating.id == annotation.rating_id:
                    self.rating.addItem(swatch(theme, rating.colour), rating.name, rating.id)
                    last = self.rating.count() - 1
                    self.rating.setItemData(last, rating.description, Qt.ItemDataRole.ToolTipRole)
            self.rating.setCurrentIndex(max(0, self.rating.findData(annotation.rating_id)))

    def _fill_tags(self) -> None:
        annotation = self.annotation
        if annotation is None:
            return
        worn = [t for t in self._session.notes.all_tags if t.id in annotation.tag_ids]
        offered = [t for t in self._session.notes.all_tags if not t.archived or t in worn]
        if list(self.tags) != [t.id for t in offered]:
            _empty(self._flow)
            self.tags = {}
            for tag in offered:
                chip = QToolButton()
                chip.setCheckable(True)
                chip.setProperty("role", "toggle")
                chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                chip.clicked.connect(lambda on, to=tag.id: self._on_tag(to, on=on))
                self.tags[tag.id] = chip
                self._flow.addWidget(chip)
        for tag in offered:
            chip = self.tags[tag.id]
            chip.setText(tag.name)
            chip.setIcon(swatch(self._appearance.theme, tag.colour))
            chip.setAccessibleName(f"Tag {tag.name}")
            chip.setToolTip(tag.description)
            chip.setChecked(tag.id in annotation.tag_ids)

    # ---- typing

    def _on_typed(self) -> None:
        if self._shown is not None:
            self._typed = True
            self.saved.setText("…")
            if not self._saving.isActive():
                self._saving.start()

    def save(self) -> None:
        """Keep what is typed so far; nothing where nothing was typed."""
        self._saving.stop()
        annotation_id = self._shown
        if annotation_id is None or not self._typed or self._busy:
            return
        self._typed, self._busy = False, True
        text, notes = self.editor.written(), self._session.notes
        done = attempt(self._session, lambda: notes.write_note(annotation_id, text))
        self._typed, self._busy = self._typed or not done, False
        self.saved.setText("Saved" if done else "Not saved")

    def _leave(self) -> None:
        """The visit to the note is over: what was typed is one step of undo."""
        if self._shown is not None and self._session.stories.is_open:
            self.save()
            attempt(self._session, self._session.notes.leave_note)

    def _on_left(self) -> None:
        self._leave()
        self.done.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QFocusEvent) and event.lostFocus():
            if event.reason() in _PASSING:
                self.save()
            else:
                self._leave()
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
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _on_rating_requested(self, annotation_id: str) -> None:
        self._session.notes.activate(annotation_id)
        self._show()
        self.rating.setFocus()
        if self.isVisible():
            self.rating.showPopup()

    # ---- changing

    def _on_tag(self, tag_id: str, *, on: bool) -> None:
        annotation = self.annotation
        if annotation is not None:
            others = tuple(t for t in annotation.tag_ids if t != tag_id)
            tags = (*others, tag_id) if on else others
            self._change(lambda: self._session.notes.set_tags(annotation.id, tags))

    def _on_rated(self) -> None:
        annotation = self.annotation
        if annotation is not None:
            rating, value = self.rating.currentData(), self.confidence.value()
            confidence = value if rating and value >= 0 else None
            self._change(lambda: self._session.notes.set_rating(annotation.id, rating, confidence))

    def _on_evidence_removed(self, number: int) -> None:
        annotation = self.annotation
        if annotation is not None:
            kept = tuple(e for n, e in enumerate(annotation.evidence) if n != number)
            project = self._session.stories.project
            self._change(lambda: project.annotations.set_evidence(annotation.id, kept))

    def _on_relation_removed(self, relation_id: str) -> None:
        project = self._session.stories.project
        self._change(lambda: project.annotations.unrelate(relation_id))

    def _on_status(self) -> None:
        annotation, status = self.annotation, Status(self.status.currentData())
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

    def _go_to(self, target: Target) -> None:
        if target.span is not None:
            self._session.passages.go_to(target.article_id, target.span)

    def _change(self, change: Callable[[], object]) -> bool:
        self.save()
        done = attempt(self._session, change)
        self._session.notes.refresh()
        self._show()
        return done


def _empty(layout: QVBoxLayout | FlowLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
