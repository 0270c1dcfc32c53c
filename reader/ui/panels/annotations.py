"""The annotations panel: all that was noted, grouped, filtered, searched, and brought back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotation import Annotation, Standing, Status
from reader.ui.appearance import SPACES, Appearance
from reader.ui.choices import Choice, choice
from reader.ui.panels.annotation_rows import AnnotationFilter, Entry, Found, Grouping
from reader.ui.panels.annotations_delegate import AnnotationDelegate
from reader.ui.panels.annotations_model import ROW_ROLE, AnnotationsModel
from reader.ui.panels.attempt import attempt
from reader.ui.panels.flow import FlowLayout
from reader.ui.panels.passages_filter import TYPING_PAUSE, SearchField
from reader.ui.panels.views import RowsView
from reader.ui.panels.words import RATINGS, STANDING_WORDS, STATUS_WORDS, count_words
from reader.ui.session import Session

_GROUPS = {
    Grouping.ARTICLE: "By article",
    Grouping.TAG: "By tag",
    Grouping.RATING: "By rating",
    Grouping.PASSAGE: "By passage",
}


_UNSETTLED = (Standing.MOVED, Standing.REVIEW, Standing.LOST)


class AnnotationsPanel(QWidget):
    """Click comes to the place; Delete deletes with undo; deleted ones can be brought back."""

    place_wanted = Signal(str)
    """The place of this annotation should be chosen among those that could be meant."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.search = SearchField("Search notes, quotes, articles")
        self.grouping = Choice("Group by", 10)
        for grouping, words in _GROUPS.items():
            self.grouping.addItem(words, grouping)
        self.tag = choice("Tag", "Any tag", ())
        self.tag.setMinimumContentsLength(10)
        self.rating = choice("Rating", "Any rating", [(r, r) for r in RATINGS])
        self.status = choice("Status", "Any status", [(STATUS_WORDS[s], s) for s in Status])
        self.standing = choice("Place", "Any place", [(STANDING_WORDS[s], s) for s in _UNSETTLED])
        self.deleted = QToolButton()
        self.deleted.setText("Deleted")
        self.deleted.setCheckable(True)
        self.deleted.setAccessibleName("List deleted notes")
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        self.count.setAccessibleName("How many notes are listed")
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
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self._offer_tags()
        self._on_listed()

    def _lay_out(self) -> None:
        bar = QWidget()
        flow = FlowLayout(bar)
        flow.setContentsMargins(SPACES[1], SPACES[0], SPACES[1], SPACES[0])
        for widget in (
            self.search,
            self.grouping,
            self.tag,
            self.rating,
            self.status,
            self.standing,
            self.deleted,
            self.count,
        ):
            flow.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._typing.start())
        self.search.returnPressed.connect(self._apply)
        self.search.left_downwards.connect(self.list.setFocus)
        self._typing.timeout.connect(self._apply)
        for combo in (self.tag, self.rating, self.status, self.standing):
            combo.currentIndexChanged.connect(self._apply)
        self.deleted.toggled.connect(self._apply)
        self.grouping.currentIndexChanged.connect(self._on_grouping)
        self.list.clicked.connect(self._come_to)
        self.list.entered_row.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.model.listed.connect(self._on_listed)
        notes = self._session.notes
        notes.blind_changed.connect(self._on_listed)
        notes.tags_changed.connect(self._offer_tags)
        notes.active_changed.connect(self._follow)

    # ---- filter

    def _offer_tags(self) -> None:
        with QSignalBlocker(self.tag):
            before = self.tag.currentData()
            while self.tag.count() > 1:
                self.tag.removeItem(1)
            for tag in self._session.notes.tags:
                self.tag.addItem(tag.name, tag.id)
            self.tag.setCurrentIndex(max(0, self.tag.findData(before)))
        if self.tag.currentData() != before:
            self._apply()

    def _on_grouping(self) -> None:
        self.model.set_grouping(Grouping(self.grouping.currentData()))

    def _apply(self) -> None:
        self._typing.stop()
        status, standing = self.status.currentData(), self.standing.currentData()
        self.model.set_filter(
            AnnotationFilter(
                tag_id=self.tag.currentData(),
                rating=self.rating.currentData(),
                status=None if status is None else Status(status),
                standing=None if standing is None else Standing(standing),
            ),
            self.search.text(),
            removed=self.deleted.isChecked(),
        )
        self._on_listed()

    def _on_listed(self) -> None:
        listed, hidden = self.model.count, self._session.notes.hidden
        deleted = " deleted" if self.deleted.isChecked() else ""
        blind = f", {hidden} of other people hidden" if hidden else ""
        self.count.setText(f"{count_words(listed, 'note')}{deleted}{blind}")
        filtered = bool(self.search.text()) or any(
            combo.currentIndex() for combo in (self.tag, self.rating, self.status, self.standing)
        )
        if self.deleted.isChecked():
            self.list.empty_words = "Nothing deleted."
        elif filtered:
            self.list.empty_words = "No note passes the filter."
        else:
            self.list.empty_words = (
                "Nothing noted yet.\nSelect words in a column and press A for a note, "
                "or 1 to 9 for a tag."
            )
        self._follow()

    # ---- rows

    def _row(self, index: QModelIndex) -> object:
        return index.data(ROW_ROLE) if index.isValid() else None

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        """The list is walked with the keys: the board comes along. A click comes by itself."""
        by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and self.list.hasFocus():
            self._come_to(current)

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
            if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
                return True
        return super().eventFilter(watched, event)

    def delete(self) -> None:
        """Delete the selected notes as one step of undo."""
        ids = [annotation.id for annotation in self.chosen]
        if not ids or self.deleted.isChecked():
            return
        if attempt(self._session, lambda: self._session.notes.remove(ids)):
            self._session.say(f"{count_words(len(ids), 'note')} deleted; undo brings back.")

    def restore(self) -> None:
        """Bring deleted notes back as they were."""
        ids = [annotation.id for annotation in self.chosen]
        project = self._session.stories.project
        if ids and attempt(self._session, lambda: project.annotations.restore(ids)):
            self._session.notes.refresh()
            self.model.read()

    def copy(self) -> None:
        """The selected rows as sentences."""
        rows = sorted(self.list.selectionModel().selectedIndexes(), key=lambda one: one.row())
        words = [self.model.told(row) for index in rows if (row := index.data(ROW_ROLE))]
        if words:
            QGuiApplication.clipboard().setText("\n".join(words))

    def chosen_menu(self) -> QMenu:
        """What can be done with the selected notes, all at once."""
        menu = QMenu(self)
        chosen = self.chosen
        if self.deleted.isChecked():
            menu.addAction("Bring back", self.restore)
            return menu
        tags = menu.addMenu("Tag")
        for tag in self._session.notes.tags:
            action = tags.addAction(tag.name)
            action.setCheckable(True)
            action.setChecked(all(tag.id in one.tag_ids for one in chosen))
            action.triggered.connect(lambda on, to=tag.id: self._tag(chosen, to, on=on))
        ratings = menu.addMenu("Rating")
        for rating in (*RATINGS, None):
            action = ratings.addAction(rating or "none")
            action.triggered.connect(lambda _=False, to=rating: self._rate(chosen, to))
        self._add_places(menu, chosen)
        for status in Status:
            action = menu.addAction(f"Mark as {STATUS_WORDS[status]}")
            action.triggered.connect(lambda _=False, to=status: self._mark(chosen, to))
        menu.addSeparator()
        menu.addAction("Copy\tCtrl+C", self.copy)
        menu.addAction("Delete\tDel", self.delete)
        return menu

    def _add_places(self, menu: QMenu, chosen: Sequence[Annotation]) -> None:
        """Agreeing to where notes were found again in a newer version."""
        if any(t.standing is Standing.MOVED for one in chosen for t in one.targets):
            menu.addAction("Keep it here", lambda: self._keep_here(chosen))
        if len(chosen) == 1 and any(t.standing is Standing.REVIEW for t in chosen[0].targets):
            menu.addAction("Choose its place…", lambda: self.place_wanted.emit(chosen[0].id))

    def _keep_here(self, chosen: Sequence[Annotation]) -> None:
        annotations = self._session.stories.project.annotations

        def accept(one: Annotation) -> None:
            for number, target in enumerate(one.targets):
                if target.standing is Standing.MOVED:
                    annotations.accept_move(one.id, number)

        moved = [one for one in chosen if any(t.standing is Standing.MOVED for t in one.targets)]
        self._all("Accept new place", moved, accept)

    def _open_menu(self, at: QPoint) -> None:
        if self.chosen:
            menu = self.chosen_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _tag(self, chosen: Sequence[Annotation], tag_id: str, *, on: bool) -> None:
        annotations = self._session.stories.project.annotations
        tag = self._session.notes.tag(tag_id)

        def change(one: Annotation) -> None:
            others = tuple(t for t in one.tag_ids if t != tag_id)
            annotations.set_tags(one.id, (*others, tag_id) if on else others)

        self._all(f"{'Tag' if on else 'Untag'} “{tag.name if tag else ''}”", chosen, change)

    def _rate(self, chosen: Sequence[Annotation], rating: str | None) -> None:
        annotations = self._session.stories.project.annotations
        name = f"Rate “{rating}”" if rating else "Clear rating"
        self._all(name, chosen, lambda one: annotations.set_rating(one.id, rating, one.confidence))

    def _mark(self, chosen: Sequence[Annotation], status: Status) -> None:
        annotations = self._session.stories.project.annotations
        self._all(f"Mark as {status}", chosen, lambda one: annotations.set_status(one.id, status))

    def _all(
        self, name: str, chosen: Sequence[Annotation], change: Callable[[Annotation], None]
    ) -> None:
        """Change several notes as one step of undo."""
        log = self._session.stories.project.log
        several = f"{name} on {count_words(len(chosen), 'note')}" if len(chosen) > 1 else name

        def work() -> None:
            with log.change(several):
                for one in chosen:
                    change(one)

        attempt(self._session, work)
        self._session.notes.refresh()
