"""The annotations panel: all that was noted, grouped, filtered, searched, and brought back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QMenu, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Annotation
from reader.ui.appearance import Appearance
from reader.ui.panels.annotations.bar import AnnotationsBar
from reader.ui.panels.annotations.bulk import BulkChanges
from reader.ui.panels.annotations.delegate import AnnotationDelegate
from reader.ui.panels.annotations.menu import ChosenMenu
from reader.ui.panels.annotations.model import ROW_ROLE, AnnotationsModel
from reader.ui.panels.annotations.rows import Entry, Found, Grouping
from reader.ui.panels.drawn.note_reading import NoteReading
from reader.ui.panels.tables.views import RowsView
from reader.ui.panels.words import count_words
from reader.ui.session import Session


class AnnotationsPanel(QWidget):
    """Click comes to the place; Delete deletes with undo; deleted ones can be brought back."""

    place_wanted = Signal(str)
    """The place of this annotation should be chosen among those that could be meant."""
    link_wanted = Signal(str)
    """An address in the chosen row's note was clicked."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.bar = AnnotationsBar(session)
        self.bulk = BulkChanges(session)
        self.list = RowsView(
            appearance,
            "Annotations",
            "Enter opens the note, Delete deletes it, Control with C copies",
        )
        self.model = AnnotationsModel(session, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnnotationDelegate(appearance, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(500)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.installEventFilter(self)
        self.reading = NoteReading(appearance)
        self.reading.setAccessibleName("Chosen note as it reads")
        self.reading.setProperty("role", "paper")
        across = QHBoxLayout()
        across.addWidget(self.list, 3)
        across.addWidget(self.reading, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(across, 1)
        self._connect()
        self._on_listed()

    def _connect(self) -> None:
        self.bar.changed.connect(self._apply)
        self.bar.grouping_changed.connect(self._on_grouping)
        self.bar.left_downwards.connect(self.list.setFocus)
        self.list.clicked.connect(self._come_to)
        self.list.entered_row.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.reading.writing_wanted.connect(lambda: self._open(self.list.currentIndex()))
        self.reading.link_wanted.connect(self.link_wanted)
        self.model.listed.connect(self._on_listed)
        self._session.notes.blind_changed.connect(self._on_listed)
        self._session.notes.active_changed.connect(self._follow)

    # ---- filter

    def _on_grouping(self) -> None:
        self.model.set_grouping(Grouping(self.bar.grouping.currentData()))

    def _apply(self) -> None:
        bar = self.bar
        self.model.set_filter(bar.chosen, bar.text, removed=bar.deleted.isChecked())
        self._on_listed()

    def _on_listed(self) -> None:
        deleted = self.bar.deleted.isChecked()
        hidden = self._session.notes.hidden
        blind = f", {hidden} of other people hidden" if hidden else ""
        told = count_words(self.model.count, "note")
        self.bar.count.setText(f"{told}{' deleted' if deleted else ''}{blind}")
        if self.bar.is_filtering:
            self.list.empty_words = "No note passes the filter."
        elif deleted:
            self.list.empty_words = "Nothing deleted."
        else:
            self.list.empty_words = (
                "Nothing noted yet.\nSelect words in a column and press A for a note, "
                "or 1 to 9 for a tag."
            )
        self._follow()
        self._read_chosen()

    # ---- rows

    def _row(self, index: QModelIndex) -> object:
        return index.data(ROW_ROLE) if index.isValid() else None

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        """The list is walked with the keys: the board comes along. A click comes by itself."""
        by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and self.list.hasFocus():
            self._come_to(current)
        self._read_chosen()

    def _read_chosen(self) -> None:
        """The chosen row's note beside the list, a deleted one too, where there is one to read."""
        row = self._row(self.list.currentIndex())
        note = row.annotation.note if isinstance(row, Entry) else ""
        self.reading.setVisible(bool(note.strip()))
        self.reading.show_note(note)

    def _come_to(self, index: QModelIndex) -> None:
        match self._row(index):
            case Entry(annotation=annotation, removed=False):
                self._session.notes.come_to(annotation.id)
            case Found(article_id=article_id, span=span):
                self._session.passages.go_to(article_id, span)
            case _:
                pass

    def _open(self, index: QModelIndex) -> None:
        match self._row(index):
            case Entry(annotation=annotation, removed=False):
                self._session.notes.come_to(annotation.id)
                self._session.notes.note_requested.emit(annotation.id)
            case Found():
                self._come_to(index)
            case _:
                pass

    def _follow(self) -> None:
        active = self._session.notes.active
        row = None if active is None else self.model.row_of(active)
        if row is None or self._row(self.list.currentIndex()) == self._row(self.model.index(row)):
            return
        index = self.model.index(row)
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setCurrentIndex(index)
        self.list.viewport().update()
        self.list.scrollTo(index)
        self._read_chosen()

    @property
    def chosen(self) -> tuple[Annotation, ...]:
        """The annotations of the selected rows, each once."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda one: one.row())
        found = {
            row.annotation.id: row.annotation
            for index in rows
            if isinstance(row := self._row(index), Entry)
        }
        return tuple(found.values())

    # ---- keys and menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Delete:
                self.delete()
                return True
            if event.matches(QKeySequence.StandardKey.SelectAll):
                self.model.finish()
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return True
        return super().eventFilter(watched, event)

    def delete(self) -> None:
        """Delete the selected notes as one step of undo."""
        if not self.bar.deleted.isChecked():
            self.bulk.remove(self.chosen)

    def restore(self) -> None:
        """Bring the selected deleted notes back as they were."""
        self.bulk.restore(self.chosen)
        self.model.read()

    def copy(self) -> None:
        """The selected rows as sentences."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda one: one.row())
        words = [self.model.words.told(row) for index in rows if (row := index.data(ROW_ROLE))]
        if words:
            QGuiApplication.clipboard().setText("\n".join(words))

    def chosen_menu(self) -> QMenu:
        """What can be done with the selected notes, all at once."""
        if self.bar.deleted.isChecked():
            menu = QMenu(self)
            menu.addAction("Bring back", self.restore)
            return menu
        menu = ChosenMenu(self._session, self.bulk, self.chosen, self)
        menu.add_places(self.place_wanted.emit)
        menu.add_marks()
        menu.addSeparator()
        menu.addAction("Copy\tCtrl+C", self.copy)
        menu.addAction("Delete\tDel", self.delete)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        if self.chosen:
            menu = self.chosen_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))
