"""The window: board in the middle, panels in docks, one toolbar, menus from the one list."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QWidget,
)

from reader import __version__
from reader.core.errors import ReaderError
from reader.core.matching.link import Relation
from reader.places import Places
from reader.ui.actions import SEPARATOR, Actions, read_actions
from reader.ui.appearance import FOLLOW, Appearance
from reader.ui.columns.board import BoardView
from reader.ui.commands.projects import SUFFIX, ProjectCommands
from reader.ui.commands.reading import ReadingCommands
from reader.ui.commands.texts import TextCommands
from reader.ui.dialogs.help import HelpDialog, keys_table
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.palette import Palette
from reader.ui.dialogs.problem import show_about, show_problem
from reader.ui.panels.annotations import AnnotationsPanel
from reader.ui.panels.articles import ArticlesPanel
from reader.ui.panels.details import DetailsPanel
from reader.ui.panels.figures import FiguresPanel
from reader.ui.panels.note import NotePanel
from reader.ui.panels.overview import StoryPanel
from reader.ui.panels.passages import PassagesPanel
from reader.ui.panels.quotations import QuotationsPanel
from reader.ui.panels.tags import TagsPanel
from reader.ui.session import Session
from reader.ui.toolbar import ReadingToolBar

LAYOUT_VERSION = 1
NARROW = 1600
"""Below this width, in logical pixels, the details are folded away at first."""


GRIP = 8
"""Height of a tabbed dock's grip in logical pixels."""


@dataclass(frozen=True, slots=True)
class _Dock:
    name: str
    title: str
    make: Callable[..., QWidget]
    area: Qt.DockWidgetArea


_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea

DOCKS = (
    _Dock("articles", "Articles", ArticlesPanel, _LEFT),
    _Dock("tags", "Tags", TagsPanel, _LEFT),
    _Dock("details", "Details", DetailsPanel, _RIGHT),
    _Dock("note", "Note", NotePanel, _RIGHT),
    _Dock("passages", "Passages", PassagesPanel, _BOTTOM),
    _Dock("figures", "Figures", FiguresPanel, _BOTTOM),
    _Dock("quotations", "Quotations", QuotationsPanel, _BOTTOM),
    _Dock("annotations", "Annotations", AnnotationsPanel, _BOTTOM),
    _Dock("story", "Story", StoryPanel, _BOTTOM),
)


class Window(QMainWindow):
    """Builds the parts, ties the actions to the commands, and remembers only its own layout."""

    def __init__(self, session: Session, appearance: Appearance, places: Places) -> None:
        super().__init__()
        self._session = session
        self.appearance = appearance
        self._places = places
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.setDocumentMode(True)
        self.board = BoardView(session, appearance, self)
        self.setCentralWidget(self.board)
        self.actions_by_id = Actions(
            read_actions(places.resources / "actions.toml"), session.settings, self
        )
        self.projects = ProjectCommands(session, places.data, self)
        self.texts = TextCommands(session, self)
        self.reading = ReadingCommands(session, self)
        self.panels: dict[str, QWidget] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._help: HelpDialog | None = None
        self._build_docks()
        self._toolbar = ReadingToolBar(
            session, self.actions_by_id, appearance, places.resources / "icons", self
        )
        self.addToolBar(self._toolbar)
        self._build_menus()
        self._build_status()
        self._bind()
        self._connect()
        self._restore()
        self._on_project()
        self._on_emphasis()
        self._on_history()

    # ---- building

    def _build_docks(self) -> None:
        for record in DOCKS:
            panel = record.make(self._session, self.appearance)
            dock = QDockWidget(record.title, self)
            dock.setObjectName(f"dock.{record.name}")
            dock.setAccessibleName(record.title)
            dock.setWidget(panel)
            if record.area != _LEFT:
                # The tab tells the name already: a grip to drag by is enough.
                grip = QWidget()
                grip.setFixedHeight(GRIP)
                grip.setToolTip(f"Drag to move “{record.title}”")
                dock.setTitleBarWidget(grip)
            self.addDockWidget(record.area, dock)
            self.panels[record.name], self.docks[record.name] = panel, dock
        self._arrange()

    def _arrange(self) -> None:
        """Every dock at its first place."""
        for record in DOCKS:
            dock = self.docks[record.name]
            dock.setFloating(False)
            self.removeDockWidget(dock)
            self.addDockWidget(record.area, dock)
            dock.show()
        self.setCorner(Qt.Corner.BottomLeftCorner, _BOTTOM)
        self.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        self.splitDockWidget(self.docks["articles"], self.docks["tags"], Qt.Orientation.Vertical)
        self.tabifyDockWidget(self.docks["details"], self.docks["note"])
        bottom = [self.docks[r.name] for r in DOCKS if r.area == _BOTTOM]
        for dock in bottom[1:]:
            self.tabifyDockWidget(bottom[0], dock)
        self.docks["details"].raise_()
        bottom[0].raise_()
        self.setTabPosition(
            Qt.DockWidgetArea.AllDockWidgetAreas, self.tabPosition(_BOTTOM).__class__.North
        )

    def _proportion(self) -> None:
        """Give the text most of the room: the docks' first sizes for the window's size."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.resizeDocks([self.docks["articles"], self.docks["details"]], [224, 312], across)
        self.resizeDocks([self.docks["passages"]], [max(168, self.height() // 4)], down)

    def _build_menus(self) -> None:
        submenus = {
            "project.recent": self._recent_menu(),
            "view.theme": self._theme_menu(),
            "view.panels": self._panels_menu(),
        }
        for record in self.actions_by_id.listed.menus:
            menu = self.menuBar().addMenu(record.title)
            for entry in record.actions:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif entry in submenus:
                    menu.addMenu(submenus[entry])
                else:
                    menu.addAction(self.actions_by_id[entry])
        self._toolbar.set_theme_menu(submenus["view.theme"])

    def _recent_menu(self) -> QMenu:
        menu = QMenu("Recent projects", self)

        def fill() -> None:
            menu.clear()
            for path in self.projects.recent:
                menu.addAction(str(path), partial(self.projects.open, path))
            menu.setEnabled(not menu.isEmpty())

        self.projects.recent_changed.connect(fill)
        fill()
        return menu

    def _theme_menu(self) -> QMenu:
        menu = QMenu("Theme", self)
        group = QActionGroup(menu)
        choices = [(FOLLOW, "Like the system")]
        choices += [(key, theme.title) for key, theme in self.appearance.themes.items()]
        for key, title in choices:
            action = QAction(title, menu)
            action.setCheckable(True)
            action.setChecked(key == self.appearance.choice)
            action.triggered.connect(partial(self.appearance.choose, key))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _panels_menu(self) -> QMenu:
        menu = QMenu("Panels", self)
        for record in DOCKS:
            menu.addAction(self.docks[record.name].toggleViewAction())
        return menu

    def _build_status(self) -> None:
        self._told = QLabel("")
        self._told.setAccessibleName("What happened last")
        self._saved = QLabel("")
        self._saved.setAccessibleName("Whether everything is saved")
        self._progress = QProgressBar()
        self._progress.setAccessibleName("Progress")
        self._progress.setFixedWidth(120)
        self._progress.setRange(0, 100)
        self._cancel = QPushButton("Cancel")
        self._cancel.setAccessibleName("Cancel what is running")
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(self._told, 1)
        for widget in (self._progress, self._cancel, self._saved):
            bar.addPermanentWidget(widget)
        self._progress.hide()
        self._cancel.hide()

    def _bind(self) -> None:
        board = self._session.board
        bind = self.actions_by_id.bind
        bind(self.projects.handlers())
        bind(self.texts.handlers())
        bind(self.reading.handlers())
        bind(
            {
                "app.quit": self.close,
                "app.palette": self._open_palette,
                "edit.find": self.board.open_find,
                "edit.find_next": self.board.find_next,
                "edit.find_previous": self.board.find_previous,
                "go.back": self.board.back,
                "go.forward": self.board.forward,
                "go.column_left": partial(self.board.focus_neighbour, -1),
                "go.column_right": partial(self.board.focus_neighbour, 1),
                "go.reading": self._back_to_reading,
                "view.verbatim": partial(board.toggle_relation, Relation.VERBATIM),
                "view.near": partial(board.toggle_relation, Relation.NEAR),
                "view.paraphrase": partial(board.toggle_relation, Relation.PARAPHRASE),
                "view.conflicts": partial(self._toggle_emphasis, "conflicts"),
                "view.only": partial(self._toggle_emphasis, "only"),
                "view.possible": partial(self._toggle_emphasis, "possible"),
                "view.together": lambda: board.set_together(not board.together),
                "view.fold": lambda: board.set_folded(not board.folded),
                "view.numbers": lambda: board.set_numbers(not board.numbers),
                "view.larger": partial(board.zoom_by, 1),
                "view.smaller": partial(board.zoom_by, -1),
                "view.normal": partial(board.set_zoom, 100),
                "view.wider": lambda: board.set_measure(board.measure + 4),
                "view.narrower": lambda: board.set_measure(board.measure - 4),
                "view.reset": self._reset_layout,
                "view.full": self._toggle_full_screen,
                "help.open": self._open_help,
                "help.keys": lambda: KeysDialog(self.actions_by_id, self).exec(),
                "help.about": lambda: show_about(self, __version__),
            }
        )
        self.actions_by_id.place(self.board)

    def _connect(self) -> None:
        session = self._session
        session.problem.connect(self.show_problem)
        session.said.connect(self._told.setText)
        session.stories.project_changed.connect(self._on_project)
        session.stories.story_changed.connect(self._on_project)
        session.stories.stories_changed.connect(self._on_project)
        session.board.emphasis_changed.connect(self._on_emphasis)
        session.board.look_changed.connect(self._on_emphasis)
        session.board.together_changed.connect(self._on_emphasis)
        session.notes.history_changed.connect(self._on_history)
        session.notes.note_requested.connect(partial(self._raise, "note"))
        session.notes.rating_requested.connect(partial(self._raise, "note"))
        for asking in (session.comparing, self.texts.reading):
            asking.running_changed.connect(self._on_running)
            asking.progressed.connect(lambda part: self._progress.setValue(round(100 * part)))
        session.comparing.comparison_changed.connect(self._on_compared)
        self._cancel.clicked.connect(self._on_cancel)
        self.board.files_dropped.connect(self.texts.add_paths)
        self.board.edit_requested.connect(self.texts.edit_article)
        self.board.text_requested.connect(self.texts.show_text)
        articles = self.panels["articles"]
        assert isinstance(articles, ArticlesPanel)
        articles.add_requested.connect(self.texts.ask_files)
        articles.edit_requested.connect(self.texts.edit_article)
        articles.remove_requested.connect(self.texts.remove_article)
        articles.new_story_requested.connect(self.texts.new_story)
        articles.rename_story_requested.connect(self.texts.rename_story)
        articles.remove_story_requested.connect(self.texts.remove_story)
        note = self.panels["note"]
        assert isinstance(note, NotePanel)
        note.done.connect(self._back_to_reading)

    # ---- what happens

    def show_problem(self, problem: ReaderError) -> None:
        """The person's problem, with its remedy."""
        show_problem(self, problem)

    def _on_project(self) -> None:
        stories = self._session.stories
        name = stories.path.name if stories.path else ""
        title = stories.story.title if stories.story else ""
        self.setWindowTitle(" · ".join(p for p in (title, name, "Source Reader") if p))
        self._saved.setText(
            "" if not stories.is_open else "Read only" if stories.read_only else "Saved"
        )
        for action_id in self.actions_by_id:
            if action_id.startswith(("story.", "export.", "project.copy", "project.close")):
                self.actions_by_id[action_id].setEnabled(stories.is_open)

    def _on_emphasis(self) -> None:
        board = self._session.board
        shown = board.emphasis
        for action_id, checked in (
            ("view.verbatim", Relation.VERBATIM in shown.relations),
            ("view.near", Relation.NEAR in shown.relations),
            ("view.paraphrase", Relation.PARAPHRASE in shown.relations),
            ("view.conflicts", shown.conflicts),
            ("view.only", shown.only),
            ("view.possible", shown.possible),
            ("view.together", board.together),
            ("view.fold", board.folded),
            ("view.numbers", board.numbers),
        ):
            self.actions_by_id[action_id].setChecked(checked)

    def _toggle_emphasis(self, what: str) -> None:
        shown = self._session.board.emphasis
        self._session.board.set_emphasis(replace(shown, **{what: not getattr(shown, what)}))

    def _on_history(self) -> None:
        notes = self._session.notes
        for action_id, word, name in (
            ("edit.undo", "Undo", notes.undo_name),
            ("edit.redo", "Redo", notes.redo_name),
        ):
            action = self.actions_by_id[action_id]
            action.setText(f"{word}: {name}" if name else word)
            action.setEnabled(name is not None and not self._session.stories.read_only)

    def _on_running(self, running: bool) -> None:
        busy = running or self._session.comparing.running or self.texts.reading.running
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        if self._session.comparing.running:
            self._told.setText("Comparing…")

    def _on_compared(self) -> None:
        comparison = self._session.comparing.comparison
        if comparison is None:
            return
        shared = sum(p.shared_by > 1 for p in comparison.passages)
        conflicts = sum(p.verdict.value == "conflict" for p in comparison.passages)
        told = f"{len(comparison.passages)} passages, {shared} shared, {conflicts} in conflict."
        if not comparison.complete:
            told += f" Not everything was compared: {comparison.left_out}"
        self._told.setText(told)

    def _on_cancel(self) -> None:
        self._session.comparing.cancel()
        self.texts.reading.cancel()
        self._told.setText("Cancelled. What was there before is unchanged.")

    def _raise(self, name: str, *_: object) -> None:
        dock = self.docks[name]
        dock.show()
        dock.raise_()

    def _back_to_reading(self) -> None:
        self.board.close_find()
        self.board.focus_column()

    def _open_palette(self) -> None:
        palette = Palette([self.actions_by_id[a] for a in self.actions_by_id], self)
        if palette.exec() == QDialog.DialogCode.Accepted and palette.chosen is not None:
            palette.chosen.trigger()

    def _open_help(self) -> None:
        if self._help is None:
            keys = keys_table(self.actions_by_id)
            self._help = HelpDialog(self._places.resources / "help", keys, self)
        self._help.show()
        self._help.raise_()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # ---- layout, which is only view

    def _restore(self) -> None:
        settings = self._session.settings
        geometry, state = settings.get("window", "geometry"), settings.get("window", "state")
        if not (isinstance(geometry, str) and self.restoreGeometry(_bytes(geometry))):
            screen = QApplication.primaryScreen().availableGeometry().size()
            self.resize(screen.boundedTo(QSize(1720, 1020)))
        if not (isinstance(state, str) and self.restoreState(_bytes(state), LAYOUT_VERSION)):
            self._fold_if_narrow()
            self._proportion()

    def _fold_if_narrow(self) -> None:
        if self.width() < NARROW:
            self.docks["details"].hide()
            self.docks["note"].hide()

    def _reset_layout(self) -> None:
        self._session.settings.forget("window")
        self._arrange()
        self._fold_if_narrow()
        self._proportion()

    def closeEvent(self, event: QCloseEvent) -> None:
        settings = self._session.settings
        settings.set("window", "geometry", _text(self.saveGeometry()))
        settings.set("window", "state", _text(self.saveState(LAYOUT_VERSION)))
        self.texts.reading.finish()
        self._session.close()
        event.accept()

    # ---- dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])
        event.acceptProposedAction()

    def take_files(self, paths: list[Path]) -> None:
        """Open a dropped project; add everything else to the story."""
        projects = [p for p in paths if p.suffix == SUFFIX]
        if projects:
            self.projects.open(projects[0])
        texts = [p for p in paths if p.suffix != SUFFIX]
        if texts:
            self.texts.add_paths(texts)


def _bytes(text: str) -> QByteArray:
    return QByteArray(base64.b64decode(text, validate=False))


def _text(told: QByteArray) -> str:
    return base64.b64encode(told.data()).decode("ascii")
