"""The tags panel: the codebook with its keys, to tag with and to keep in order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.core.annotating.annotation import Tag
from reader.core.annotating.tag_tree import in_tree_order
from reader.ui.appearance import SPACES, Appearance
from reader.ui.panels.attempt import attempt
from reader.ui.panels.drawn.marks import dot
from reader.ui.panels.drawn.rows import RowDelegate, smaller
from reader.ui.panels.tables.views import RowsView
from reader.ui.panels.tags.model import TAG_ROLE, TagRow, TagsModel
from reader.ui.session import Session
from reader.ui.themes import TAG_COLOURS, Theme, least_used
from reader.ui.widgets.items import Index, area_of, font_of

_KEY, _DOT, _ROW = 18, 5, 28
FIRST_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0")
"""Keys that new tags get by themselves, while there are any."""


class _TagDelegate(RowDelegate):
    """A key cap, a swatch, the name and the count of uses."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: TagRow = index.data(TAG_ROLE)
        theme, area = self.theme, area_of(option)
        font = font_of(option)
        middle = area.center().y() + 0.5
        if row.tag.hotkey and len(row.tag.hotkey) == 1:
            cap = QRectF(area.left() + SPACES[1], middle - 9, _KEY, 18)
            self._key(painter, cap, font, row.tag.hotkey)
        name = self.name_area(area, row.depth)
        dot(painter, QPointF(name.left() - 10, middle), _DOT, theme.tag(row.tag.colour))
        painter.setFont(smaller(font))
        painter.setPen(QColor(theme.ink["quiet"]))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        uses = "archived" if row.tag.archived else str(row.uses) if row.uses else ""
        painter.drawText(area.adjusted(0, 0, -SPACES[1], 0), int(right), uses)
        room = name.adjusted(0, 0, -round(QFontMetricsF(font).horizontalAdvance(uses)), 0)
        if row.tag.hotkey and len(row.tag.hotkey) > 1:
            wide = QFontMetricsF(smaller(font)).horizontalAdvance(row.tag.hotkey) + SPACES[1]
            room.setRight(round(room.right() - wide - SPACES[0]))
            cap = QRectF(room.right(), middle - 9, wide, 18)
            self._key(painter, cap, font, row.tag.hotkey)
            room.setRight(room.right() - SPACES[0])
        words = QFontMetricsF(font).elidedText(
            row.tag.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(QColor(theme.ink["quiet" if row.tag.archived else "text"]))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, int(left), words)
        painter.restore()

    def _key(self, painter: QPainter, area: QRectF, font: QFont, hotkey: str) -> None:
        theme = self.theme
        painter.setPen(QPen(QColor(theme.surface["edge"]), 1))
        painter.setBrush(QColor(theme.surface["raised"]))
        painter.drawRoundedRect(area, 3, 3)
        painter.setPen(QColor(theme.ink["text"]))
        painter.setFont(smaller(font))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), hotkey)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, _ROW)

    def name_area(self, row: QRect, depth: int) -> QRect:
        """Where the name stands; below another tag it is indented."""
        return row.adjusted(SPACES[1] + _KEY + 26 + depth * SPACES[2], 0, -SPACES[1], 0)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: TagRow = index.data(TAG_ROLE)
        area = self.name_area(area_of(option), row.depth)
        editor.setGeometry(area.adjusted(-SPACES[1] - 1, 0, 0, 0))


class TagsPanel(QWidget):
    """Enter or a double click tags what is selected in the focused column, else the passage."""

    key_wanted = Signal(str)
    """A key should be asked for this tag by having it pressed."""
    description_wanted = Signal(str)
    """Words on what this tag is for should be asked for."""

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self.command_of: Callable[[str], str | None] = lambda _key: None
        """The command of the window that has a key, in words: no tag can have it too."""
        self.model = TagsModel(session, self)
        self.list = RowsView(
            appearance,
            "Tags",
            "Enter tags the selection or the active passage, F2 renames, the menu key does more",
        )
        self.list.setModel(self.model)
        self.list.setItemDelegate(_TagDelegate(appearance, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.empty_words = "No tags yet. Type a name below."
        self.new = QLineEdit()
        self.new.setPlaceholderText("New tag")
        self.new.setAccessibleName("New tag")
        self.new.setAccessibleDescription("Type a name and press Enter to add it to the codebook")
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setAccessibleName("Tags menu")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.archived = menu.addAction("Show archived tags")
        self.archived.setCheckable(True)
        self.more.setMenu(menu)
        self._lay_out()
        self._connect()
        self._on_project()

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.setContentsMargins(SPACES[1], SPACES[1], SPACES[0], SPACES[1])
        bottom.setSpacing(SPACES[0])
        bottom.addWidget(self.new, 1)
        bottom.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.list.entered_row.connect(self._on_entered)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.new.returnPressed.connect(self._add)
        self.archived.toggled.connect(self.model.show_archived)
        self._session.stories.project_changed.connect(self._on_project)

    def _on_project(self) -> None:
        self.setEnabled(self._session.stories.is_open)

    def _on_entered(self, index: QModelIndex) -> None:
        row: TagRow = index.data(TAG_ROLE)
        notes = self._session.notes
        if not notes.places_to_note():
            self._session.say("Select words in a column, or choose a passage, to tag them.")
            return
        attempt(self._session, lambda: notes.tag_places(row.tag.id))

    # ---- keeping the codebook

    def _add(self) -> None:
        name = self.new.text().strip()
        if not name:
            return
        tags = self._session.notes.all_tags
        worn = {tag.hotkey for tag in tags}
        free = (key for key in FIRST_KEYS if key not in worn and self.command_of(key) is None)
        hotkey = next(free, None)
        colour = least_used(tags)
        if self._change(lambda: self._session.stories.project.tags.add(name, colour, hotkey)):
            self.new.clear()

    def tag_menu(self, tag: Tag) -> QMenu:
        """What can be done with one tag."""
        menu = QMenu(self)
        edit = self._session.stories.project.tags.edit
        rename = menu.addAction("Rename\tF2")
        rename.triggered.connect(lambda: self._rename(tag))
        menu.addAction("Describe…", lambda: self.description_wanted.emit(tag.id))
        colours = menu.addMenu("Colour")
        for colour in TAG_COLOURS:
            action = colours.addAction(swatch(self._appearance.theme, colour), colour.capitalize())
            action.setCheckable(True)
            action.setChecked(colour == tag.colour)
            action.triggered.connect(
                lambda _=False, to=colour: self._change(lambda: edit(tag.id, colour=to))
            )
        self._add_keys(menu, tag)
        menu.addSeparator()
        self._add_moving(menu, tag)
        self._add_merging(menu, tag)
        archive = menu.addAction("Bring back" if tag.archived else "Archive")
        archive.triggered.connect(
            lambda: self._change(
                lambda: self._session.stories.project.tags.archive(tag.id, not tag.archived)
            )
        )
        return menu

    def _add_keys(self, menu: QMenu, tag: Tag) -> None:
        """The digits with whose they are, and any other key."""
        keys = menu.addMenu("Key")
        edit = self._session.stories.project.tags.edit
        wearers = {t.hotkey: t.name for t in self._session.notes.all_tags if t.hotkey}
        offered: list[str | None] = [*FIRST_KEYS, None]
        if tag.hotkey is not None and tag.hotkey not in FIRST_KEYS:
            offered.insert(0, tag.hotkey)
        for hotkey in offered:
            command = None if hotkey is None else self.command_of(hotkey)
            wearer = command or wearers.get(hotkey or "", "")
            action = keys.addAction("No key" if hotkey is None else f"{hotkey}   {wearer}".strip())
            action.setCheckable(True)
            action.setChecked(hotkey == tag.hotkey)
            action.setEnabled(command is None)
            action.triggered.connect(
                lambda _=False, to=hotkey: self._change(lambda: edit(tag.id, hotkey=to))
            )
        keys.addSeparator()
        keys.addAction("Another key…", lambda: self.key_wanted.emit(tag.id))

    def _add_moving(self, menu: QMenu, tag: Tag) -> None:
        """Every place in the tree but below itself."""
        move = menu.addMenu("Move under")
        edit = self._session.stories.project.tags.edit
        tags = self._session.notes.all_tags
        inside = {tag.id}
        for other, _ in in_tree_order(tags):
            if other.parent_id in inside:
                inside.add(other.id)
        places = [(None, "No other tag"), *((t.id, t.name) for t in self._session.notes.tags)]
        for place, name in places:
            if place not in inside:
                action = move.addAction(name)
                action.setCheckable(True)
                action.setChecked(place == tag.parent_id)
                action.triggered.connect(
                    lambda _=False, to=place: self._change(lambda: edit(tag.id, parent_id=to))
                )

    def _add_merging(self, menu: QMenu, tag: Tag) -> None:
        merge = menu.addMenu("Merge into")
        for other in self._session.notes.tags:
            if other.id != tag.id:
                action = merge.addAction(swatch(self._appearance.theme, other.colour), other.name)
                action.triggered.connect(
                    lambda _=False, into=other.id: self._change(
                        lambda: self._session.stories.project.tags.merge(tag.id, into)
                    )
                )
        merge.setEnabled(not merge.isEmpty())

    def _open_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            row: TagRow = index.data(TAG_ROLE)
            menu = self.tag_menu(row.tag)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _rename(self, tag: Tag) -> None:
        row = self.model.row_of(tag.id)
        if row is not None:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.edit(index)

    def _change(self, change: Callable[[], object]) -> bool:
        done = attempt(self._session, change)
        self._session.notes.refresh()
        return done


def swatch(theme: Theme, colour: str) -> QIcon:
    """A tag's colour as a menu's icon."""
    picture = QPixmap(32, 32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dot(painter, QPointF(16, 16), 10, theme.tag(colour))
    painter.end()
    picture.setDevicePixelRatio(2)
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # else Qt tints it and it is another colour
    return icon
