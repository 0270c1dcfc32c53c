"""The articles panel: the story's texts, which of them stand on the board, and in what order."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotating.annotation import StoredArticle
from reader.ui.appearance import SPACES, Appearance
from reader.ui.length import told_length
from reader.ui.panels.articles.model import ARTICLE_ROLE, BASE_ROLE, ArticlesModel
from reader.ui.panels.drawn.paragraph import Paragraph
from reader.ui.panels.drawn.pieces import Piece
from reader.ui.panels.drawn.rows import RowDelegate, bolder, check, smaller
from reader.ui.panels.tables.views import RowsView
from reader.ui.panels.words import day, title_of
from reader.ui.session import Session
from reader.ui.widgets.items import Index, area_of, view_of

_CHECK = 16
_TITLE_LINES = 2
_BATCH = 40
"""Rows laid out at a time."""
_LOW = 240
"""Height of the list below which a headline has one line, in logical pixels."""


class _ArticleDelegate(RowDelegate):
    """Check, outlet, headline in the face of the text, date and length."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(appearance, parent)
        self._given: tuple[int, bool, str, str] | None = None
        """Width, lowness and faces that the heights hold for."""
        self._heights: dict[tuple[str, str, bool], int] = {}
        """Of rows in logical pixels, by what they say."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.ground(painter, option)
        stored: StoredArticle = index.data(ARTICLE_ROLE)
        theme = self.theme
        area = area_of(option)
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        check(painter, self.check_area(area), theme, on=checked is Qt.CheckState.Checked)
        left = area.left() + SPACES[1] + _CHECK + SPACES[1]
        y = float(area.top() + SPACES[1])
        ink = theme.ink["text" if checked is Qt.CheckState.Checked else "quiet"]
        facts = (day(stored.article.published), told_length(stored.article))
        about, base = " · ".join(p for p in facts if p), bool(index.data(BASE_ROLE))
        for paragraph, colour in self._lines(stored, about, option, base):
            paragraph.paint(painter, QPointF(left, y), theme, theme.ink[colour] if colour else ink)
            y += paragraph.height
        self.rule(painter, area)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Laid out once for a row's words and room: the view asks for every row several times."""
        stored: StoredArticle = index.data(ARTICLE_ROLE)
        view, base = view_of(option), bool(index.data(BASE_ROLE))
        assert isinstance(view, QListView)
        room, face = view.viewport().size(), self._appearance.text_font(90)
        given = (room.width(), room.height() < _LOW, view.font().key(), face.key())
        if given != self._given:
            self._given = given
            self._heights.clear()
        row = (stored.article.outlet or "", title_of(stored), base)
        if row not in self._heights:
            lines = self._lines(stored, "", option, base)  # counting words takes long
            self._heights[row] = round(sum(paragraph.height for paragraph, _ in lines))
        return QSize(100, self._heights[row] + 2 * SPACES[1] + 1)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the check, or the space bar, shows or hides the article."""
        if isinstance(event, QMouseEvent):
            if event.type() is not QEvent.Type.MouseButtonRelease:
                return False
            area = self.check_area(area_of(option)).adjusted(-6, -6, 6, 6)
            if not area.contains(event.position().toPoint()):
                return False
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        role = Qt.ItemDataRole.CheckStateRole
        checked = Qt.CheckState(index.data(role)) is Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(QModelIndex(index), wanted, role)  # type: ignore[arg-type]

    def check_area(self, row: QRect) -> QRect:
        return QRect(row.left() + SPACES[1], row.top() + SPACES[1] + 1, _CHECK, _CHECK)

    def _lines(
        self, stored: StoredArticle, about: str, option: QStyleOptionViewItem, base: bool
    ) -> list[tuple[Paragraph, str]]:
        """What a row says, with the ink of each part; '' is the ink of the row."""
        view = view_of(option)
        assert isinstance(view, QListView)
        width = view.viewport().width() - SPACES[1] * 3 - _CHECK
        small = smaller(view.font())
        told: list[tuple[Paragraph, str]] = []
        outlet = " · ".join(p for p in (stored.article.outlet, "base" if base else "") if p)
        if outlet:
            first = Paragraph((Piece(outlet),), bolder(small), width, lines=1)
            told.append((first, "accent" if base else ""))
        face = smaller(self._appearance.text_font(90), 1.0)
        lines = 1 if view.viewport().height() < _LOW else _TITLE_LINES
        told.append((Paragraph((Piece(title_of(stored)),), face, width, lines=lines), ""))
        told.append((Paragraph((Piece(about),), small, width, lines=1), "quiet"))
        return told


class _ArticleList(RowsView):
    """The list; Alt+Up and Alt+Down move an article."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        model = self.model()
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            assert isinstance(model, ArticlesModel)
            model.move(self.currentIndex().row(), self.currentIndex().row() + step)
            return
        super().keyPressEvent(event)


class ArticlesPanel(QWidget):
    """Chooses which articles of the story stand side by side."""

    add_requested = Signal()
    edit_requested = Signal(str)
    """Article id."""
    remove_requested = Signal(str)
    new_story_requested = Signal()
    rename_story_requested = Signal()
    remove_story_requested = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: str | None = None
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setAccessibleName("Story menu")
        self.more.setToolTip("New story, rename, remove")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._story_menu())
        self.list = _ArticleList(
            appearance,
            "Articles of this story",
            "Space shows or hides an article on the board, Alt with Up or Down moves it",
        )
        self.list.empty_words = (
            "No articles yet.\nDrop text files onto the window, or add them below."
        )
        self.model = ArticlesModel(session, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_ArticleDelegate(appearance, self.list))
        self.list.setLayoutMode(QListView.LayoutMode.Batched)  # a story may have hundreds
        self.list.setBatchSize(_BATCH)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.add = QPushButton("Add articles…")
        self.add.setAccessibleName("Add articles")
        self.add.setAccessibleDescription("Choose text files to read into this story")
        self._lay_out()
        self._connect()
        self._on_project()

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setContentsMargins(SPACES[1], SPACES[1], SPACES[1], SPACES[1])
        bottom.setSpacing(SPACES[0])
        bottom.addWidget(self.add, 1)
        bottom.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_requested)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.entered_row.connect(self._on_entered)
        self.model.modelReset.connect(self._keep_current)
        stories = self._session.stories
        stories.project_changed.connect(self._on_project)

    def _story_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("New story…", self.new_story_requested.emit)
        menu.addAction("Rename story…", self.rename_story_requested.emit)
        menu.addAction("Remove story", self.remove_story_requested.emit)
        return menu

    def article_menu(self, article_id: str) -> QMenu:
        """What can be done with one article."""
        board = self._session.board
        row = self.model.row_of(article_id) or 0
        menu = QMenu(self)
        base = menu.addAction("Compare the others with this one")
        base.setEnabled(article_id != board.base and article_id in board.columns)
        base.triggered.connect(lambda: board.set_base(article_id))
        shown = article_id in board.columns
        toggle = menu.addAction("Take off the board" if shown else "Show on the board")
        toggle.triggered.connect(
            lambda: board.hide(article_id) if shown else board.show(article_id)
        )
        menu.addSeparator()
        for words, place in (("Move up", row - 1), ("Move down", row + 1)):
            action = menu.addAction(f"{words}\tAlt+{words.split()[1].capitalize()}")
            action.setEnabled(0 <= place < self.model.rowCount())
            action.triggered.connect(lambda _=False, to=place: self.model.move(row, to))
        menu.addSeparator()
        edit = menu.addAction("Edit details…")
        edit.triggered.connect(lambda: self.edit_requested.emit(article_id))
        remove = menu.addAction("Remove from the story")
        remove.triggered.connect(lambda: self.remove_requested.emit(article_id))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            stored: StoredArticle = index.data(ARTICLE_ROLE)
            menu = self.article_menu(stored.id)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_entered(self, index: QModelIndex) -> None:
        stored: StoredArticle = index.data(ARTICLE_ROLE)
        self._session.board.show(stored.id)
        self._session.board.set_focus(stored.id)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            stored: StoredArticle = current.data(ARTICLE_ROLE)
            self._chosen = stored.id

    def _keep_current(self) -> None:
        row = self.model.row_of(self._chosen) if self._chosen else None
        if row is not None:
            self.list.setCurrentIndex(self.model.index(row))

    def _on_project(self) -> None:
        self.setEnabled(self._session.stories.is_open)
