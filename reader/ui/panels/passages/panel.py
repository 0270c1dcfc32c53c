"""The passages panel: everything the articles say, row by row, worked through by key or mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reader.core.annotating.annotation import ReviewState
from reader.ui.appearance import Appearance
from reader.ui.listing import Order, PassageFilter
from reader.ui.panels.attempt import attempt
from reader.ui.panels.passages.delegate import GUTTER, PassageDelegate
from reader.ui.panels.passages.filter import PassageFilterBar
from reader.ui.panels.passages.model import PASSAGE_ROLE, PassagesModel
from reader.ui.panels.passages.telling import FIRST_ARTICLE, Column
from reader.ui.panels.tables.copying import as_mime
from reader.ui.panels.tables.views import GridView
from reader.ui.panels.tables.widths import SharedWidths, Width
from reader.ui.panels.words import STATE_WORDS
from reader.ui.session import Session

_WIDTHS = {Column.NUMBER: 44, Column.VERDICT: 116, Column.STATE: 104}
_NARROWEST = 180
"""Logical pixels of an article's column, below which the table scrolls sideways."""
_LOW = 240
"""Height of the table below which rows have two lines instead of three."""


class PassagesPanel(QWidget):
    """Table and filter; the current row is the active passage, both ways."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._corrections: tuple[QAction, ...] = ()
        self.bar = PassageFilterBar(session)
        self.table = GridView(
            appearance,
            "Passages",
            "One row a passage, one column an article. Up and Down bring the board along, "
            "Space marks as checked, Control with C copies the rows",
        )
        self.model = PassagesModel(session, self)
        self.table.setModel(self.model)
        self._delegate = PassageDelegate(appearance, self.table)
        self.table.setItemDelegate(self._delegate)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.installEventFilter(self)
        self.widths = SharedWidths(self.table, session.settings, "passages", self._columns)
        header = self.table.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        self.table.head.set_in(FIRST_ARTICLE, GUTTER)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.table, 1)
        self._connect(appearance)
        self._on_reset()

    def _connect(self, appearance: Appearance) -> None:
        self.table.horizontalHeader().sectionClicked.connect(self._on_header)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.entered_row.connect(self._on_entered)
        self.table.copy_wanted.connect(self.copy)
        self.bar.left_downwards.connect(self._focus_table)
        self.model.modelReset.connect(self._on_reset)
        self._session.passages.active_changed.connect(self._follow)
        self._session.comparing.running_changed.connect(lambda _running: self._say_empty())
        self._session.stories.story_changed.connect(self._say_empty)
        appearance.theme_changed.connect(self._set_heights)

    def offer(self, corrections: Sequence[QAction]) -> None:
        """The window's actions that put the active passage right, for the menu of a row."""
        self._corrections = tuple(corrections)

    # ---- rows and the active passage

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            number = current.data(PASSAGE_ROLE)
            if number != self._session.passages.active:
                self._session.passages.activate(number)

    def _on_entered(self, index: QModelIndex) -> None:
        """Bring the passage into view again, and a reading's own column to attention."""
        place = index.column() - FIRST_ARTICLE
        if 0 <= place < len(self.model.columns):
            self._session.board.set_focus(self.model.columns[place])
        self._session.passages.activate(index.data(PASSAGE_ROLE))

    def _follow(self) -> None:
        active = self._session.passages.active
        row = None if active is None else self.model.row_of(active)
        chosen = self.table.selectionModel()
        if row is None:
            chosen.clearSelection()
            chosen.clearCurrentIndex()
            return
        current = self.table.currentIndex()
        if current.row() == row and chosen.isRowSelected(row):
            return
        index = self.model.index(row, current.column() if current.isValid() else 0)
        flags = QItemSelectionModel.SelectionFlag
        chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(self.model.index(row, 0))

    def _on_reset(self) -> None:
        self._set_heights()
        self._show_order()
        self._say_empty()
        self._follow()

    # ---- header

    def _on_header(self, section: int) -> None:
        """Sort by what was clicked; once more turns it round."""
        passages = self._session.passages
        wanted: tuple[Order, str | None]
        match section:
            case Column.NUMBER:
                wanted = (Order.TEXT, None)
            case Column.VERDICT:
                wanted = (Order.CONFLICTS_FIRST, None)
            case Column.STATE:
                wanted = (Order.SHARED, None)
            case _:
                wanted = (Order.TEXT, self.model.columns[section - FIRST_ARTICLE])
        again = wanted == (passages.order, passages.ordered_by)
        passages.set_order(
            wanted[0], article_id=wanted[1], descending=again and not passages.descending
        )

    def _show_order(self) -> None:
        passages = self._session.passages
        section = {Order.CONFLICTS_FIRST: Column.VERDICT, Order.SHARED: Column.STATE}.get(
            passages.order, Column.NUMBER
        )
        place = int(section)
        if passages.ordered_by in self.model.columns:
            place = FIRST_ARTICLE + self.model.columns.index(passages.ordered_by)
        down = Qt.SortOrder.DescendingOrder
        self.table.horizontalHeader().setSortIndicator(
            place, down if passages.descending else Qt.SortOrder.AscendingOrder
        )

    # ---- keys and menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and self._on_key(event):
                return True
        elif isinstance(event, QResizeEvent):
            self._set_heights()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            self.toggle_checked()
            return True
        return False

    def copy(self) -> None:
        """The chosen rows as text, HTML and CSV to the clipboard."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setMimeData(as_mime(self.model.copied(rows)))
            self._session.say(f"Copied {len(rows)} {'row' if len(rows) == 1 else 'rows'}.")

    def toggle_checked(self) -> None:
        """Mark the active passage as checked, or take that back."""
        active = self._session.passages.active
        if active is not None:
            done = self._session.passages.reviewed(active).state is ReviewState.CHECKED
            self._review(active, ReviewState.UNSEEN if done else ReviewState.CHECKED)

    def _review(self, passage: int, state: ReviewState) -> None:
        if attempt(self._session, lambda: self._session.passages.review(passage, state)):
            self._session.notes.refresh()

    def row_menu(self, passage: int) -> QMenu:
        """What can be done with one passage."""
        menu = QMenu(self)
        for state in (ReviewState.CHECKED, ReviewState.NEEDS_A_CALL, ReviewState.UNSEEN):
            action = menu.addAction(f"Mark as {STATE_WORDS[state]}")
            action.setEnabled(self._session.passages.reviewed(passage).state is not state)
            action.triggered.connect(lambda _=False, to=state: self._review(passage, to))
        menu.addSeparator()
        note = menu.addAction("Write a note on all its readings")
        note.triggered.connect(lambda: self._session.notes.open_note(every_reading=True))
        menu.addSeparator()
        chosen = self._chosen()
        if len(chosen) > 1:
            join = menu.addAction(f"Join these {len(chosen)} passages")
            join.triggered.connect(lambda: self._join(chosen))
        else:
            menu.addActions(self._corrections)
        menu.addSeparator()
        copy = menu.addAction("Copy rows\tCtrl+C")
        copy.triggered.connect(self.copy)
        return menu

    def _chosen(self) -> tuple[int, ...]:
        """The passages of the chosen rows, in their order."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.index(row, 0).data(PASSAGE_ROLE) for row in rows)

    def _join(self, passages: Sequence[int]) -> None:
        attempt(self._session, lambda: self._session.links.join(passages))

    def _open_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            menu = self.row_menu(index.data(PASSAGE_ROLE))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.table.viewport().mapToGlobal(at))

    def _focus_table(self) -> None:
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.selectRow(0)

    # ---- sizes

    def _columns(self) -> list[Width]:
        """The articles share what the first columns leave."""
        return [*map(Width, _WIDTHS.values()), *[Width(_NARROWEST, 1.0)] * len(self.model.columns)]

    def _set_heights(self) -> None:
        self._delegate.lines = 2 if self.table.height() < _LOW else 3
        self.table.verticalHeader().setDefaultSectionSize(self._delegate.row_height())

    def _say_empty(self) -> None:
        session = self._session
        if not session.stories.is_open:
            words = "No project is open."
        elif session.passages.filter != PassageFilter():
            words = "No passage passes the filter."
        elif session.comparing.running:
            words = "Comparing…"
        elif len(session.stories.articles) < 2:
            words = "Add a second article to see what both say."
        else:
            words = "Nothing is compared yet."
        self.table.empty_words = words
        self.table.viewport().update()
