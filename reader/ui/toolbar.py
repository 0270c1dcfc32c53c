"""The thin bar above the board: story, base, the way through the passages, what is marked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from reader.ui.actions import Actions
from reader.ui.appearance import Appearance
from reader.ui.icons import SIZE, icon
from reader.ui.session import Session
from reader.ui.widgets.choices import Choice

MARKS = ("view.verbatim", "view.near", "view.paraphrase", "view.conflicts", "view.only")


class ReadingToolBar(QToolBar):
    """Few controls, each with a word; the marks' buttons look like the marks."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        appearance: Appearance,
        icons: Path,
        parent: QWidget,
    ) -> None:
        super().__init__("Reading", parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(SIZE, SIZE))
        self._session = session
        self._actions = actions
        self._appearance = appearance
        self._icons = icons
        self._story = self._combo("Story", 232)
        self._base = self._combo("Base: the article the others are compared with", 184)
        self._story.setPlaceholderText("No story")
        self._base.setPlaceholderText("None")
        self._position = QLabel("")
        self._position.setAccessibleName("Place in the list of passages")
        self._position.setMinimumWidth(84)
        self._position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fill()
        self._dress()
        self._connect()
        self._on_stories()
        self._on_columns()
        self._on_position()

    def _combo(self, name: str, width: int) -> Choice:
        box = Choice(name)
        box.setFixedWidth(width)
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return box

    def _fill(self) -> None:
        # A style sheet has one padding for all sides: nothing at the ends, and the spacing after
        # it, bring what stands there in line with the panels below.
        self._add_space()
        self.addWidget(self._story)
        self._add("story.add_files")
        self.addSeparator()
        label = QLabel("Base")
        label.setProperty("role", "quiet")
        self.addWidget(label)
        self.addWidget(self._base)
        self.addSeparator()
        self._add("go.previous")
        self.addWidget(self._position)
        self._add("go.next")
        self.addSeparator()
        for action_id in MARKS:
            self._add(action_id, words=True)
        self.addSeparator()
        self._add("view.together")
        self._add("edit.find")
        self._add_space().setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._theme = QToolButton()
        self._theme.setAccessibleName("Theme")
        self._theme.setToolTip("Light, dark or high contrast")
        self._theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.addWidget(self._theme)
        self._add_space()

    def _add_space(self) -> QWidget:
        space = QWidget()
        self.addWidget(space)
        return space

    def _add(self, action_id: str, *, words: bool = False) -> None:
        action = self._actions[action_id]
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setAccessibleName(action.text().replace("…", ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
        )

    def set_theme_menu(self, menu: QMenu) -> None:
        """The window's own menu of themes, so that there is one list."""
        self._theme.setMenu(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= 1380
        style = Qt.ToolButtonStyle
        for action_id in MARKS:
            button = self.widgetForAction(self._actions[action_id])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if roomy else style.ToolButtonIconOnly
                )

    def _connect(self) -> None:
        stories, board = self._session.stories, self._session.board
        passages = self._session.passages
        stories.stories_changed.connect(self._on_stories)
        stories.story_changed.connect(self._on_stories)
        board.columns_changed.connect(self._on_columns)
        stories.articles_changed.connect(self._on_columns)
        passages.active_changed.connect(self._on_position)
        passages.order_changed.connect(self._on_position)
        self._appearance.theme_changed.connect(self._dress)
        self._story.activated.connect(self._on_story_chosen)
        self._base.activated.connect(self._on_base_chosen)

    def _dress(self) -> None:
        theme = self._appearance.theme
        for record in self._actions.listed.actions.values():
            if record.icon:
                self._actions[record.id].setIcon(icon(self._icons, record.icon, theme))
        self._theme.setIcon(icon(self._icons, "theme", theme))

    def _on_stories(self) -> None:
        self._story.blockSignals(True)
        self._story.clear()
        for story in self._session.stories.stories:
            self._story.addItem(
                story.title if story.kept else f"{story.title} (not kept)", story.id
            )
        current = self._session.stories.story
        if current is not None:
            self._story.setCurrentIndex(self._story.findData(current.id))
        self._story.setEnabled(self._story.count() > 0)
        self._story.blockSignals(False)

    def _on_columns(self) -> None:
        self._base.blockSignals(True)
        self._base.clear()
        for article_id in self._session.board.columns:
            stored = self._session.stories.article(article_id)
            if stored is not None:
                name = stored.article.outlet or stored.article.title or stored.article.name
                self._base.addItem(name, article_id)
        self._base.setCurrentIndex(self._base.findData(self._session.board.base))
        self._base.setEnabled(self._base.count() > 1)
        self._base.blockSignals(False)

    def _on_position(self) -> None:
        place, of = self._session.passages.position
        self._position.setText(f"{place or '–'} of {of}" if of else "–")

    def _on_story_chosen(self, row: int) -> None:
        self._session.notes.leave_note()
        self._session.stories.choose(str(self._story.itemData(row)))

    def _on_base_chosen(self, row: int) -> None:
        self._session.board.set_base(str(self._base.itemData(row)))
