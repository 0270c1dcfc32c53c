"""The window: board in the middle, panels in docks, one toolbar, menus from the one list."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QShowEvent
from PySide6.QtWidgets import QDialog, QMainWindow

from reader import __version__
from reader.core.errors import ReaderError
from reader.places import Places
from reader.ui.actions import Actions, read_actions
from reader.ui.appearance import Appearance
from reader.ui.columns.board import BoardView
from reader.ui.commands.curating import CurationCommands
from reader.ui.commands.exporting import ExportCommands
from reader.ui.commands.linking import CORRECTIONS, LinkCommands
from reader.ui.commands.looking import LookCommands
from reader.ui.commands.naming import NamingCommands
from reader.ui.commands.note_records import NoteRecords
from reader.ui.commands.notes import NoteCommands
from reader.ui.commands.projects import SUFFIX, ProjectCommands
from reader.ui.commands.reading import ReadingCommands
from reader.ui.commands.selecting import SelectionCommands
from reader.ui.commands.tagging import TaggingCommands
from reader.ui.commands.texts import TextCommands
from reader.ui.commands.versions import VersionCommands
from reader.ui.dialogs.help import HelpDialog, keys_table
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.palette import Palette
from reader.ui.dialogs.problem import show_about, show_problem
from reader.ui.docks import Docks
from reader.ui.dropped import paths_of, welcome
from reader.ui.menus import fill_menu_bar, recent_menu, theme_menu
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.panels.legend import sample
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.tags.panel import TagsPanel, swatch
from reader.ui.session import Session
from reader.ui.status import StatusLine
from reader.ui.tag_actions import TagActions
from reader.ui.telling import Telling
from reader.ui.toolbar import MARKS, ReadingToolBar
from reader.ui.widgets.name_bar import NameBar

IN_PROJECT = (
    *("project.copy", "project.merge", "project.close", "export.", "story.", "article."),
    *("edit.find", "select.", "go.next", "go.previous", "go.column"),
    *("note.", "ratings.", "codebook.", "passage.", "links."),
)
"""What begins like this is off while no project is open."""


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
        self.exporting = ExportCommands(session, places.data, self)
        self.texts = TextCommands(session, self)
        self.reading = ReadingCommands(session, self)
        self.linking = LinkCommands(session, self)
        self.versions = VersionCommands(session, self)
        self.curating = CurationCommands(session, self)
        self.looking = LookCommands(session, self.board, self.actions_by_id, self)
        self.selecting = SelectionCommands(session, self.board, self)

        def paint(colour: str) -> QIcon:
            return swatch(appearance.theme, colour)

        self.noting = NoteCommands(session, appearance.themes["light"].tags, paint, self)
        self.tagging = TaggingCommands(session, self.board, self.actions_by_id, paint, self)
        self._name_bar = NameBar()
        self.naming = NamingCommands(session, self._name_bar, self)
        self.tag_actions = TagActions(session, self.actions_by_id, self.tagging, self)
        self._help: HelpDialog | None = None
        self._layout = Docks(self, session, appearance)
        self.panels, self.docks = self._layout.panels, self._layout.docks
        self._toolbar = ReadingToolBar(
            session, self.actions_by_id, appearance, places.resources / "icons", self
        )
        self.addToolBar(self._toolbar)
        theme = theme_menu(appearance, self)
        self._toolbar.set_theme_menu(theme)
        self._growing = {
            "project.recent": recent_menu(self.projects, self),
            "view.theme": theme,
            "view.panels": self._layout.menu(),
        }
        submenus = self._growing | {"note.tags": self.tag_actions.menu}
        fill_menu_bar(self.menuBar(), self.actions_by_id, submenus)
        self.statusBar().addPermanentWidget(self._name_bar)
        self._status = StatusLine(
            self.statusBar(),
            (
                (session.comparing, "Comparing…"),
                (session.changing, lambda: session.changing.doing),
                (self.projects.opening, "Opening the project…"),
                (self.projects.copying, "Writing a copy of the project…"),
                (self.texts.reading, "Reading texts…"),
                (self.exporting.writing, "Writing the file…"),
                (self.versions.reading, "Reading the newer version…"),
            ),
        )
        self.telling = Telling(session, self._status)
        self._problems_told: set[str] = set()
        self._bind()
        self._connect()
        self._layout.restore()
        self._on_project()
        self.looking.follow()
        self._on_history()
        self._on_travelled()

    # ---- building

    def _bind(self) -> None:
        bind = self.actions_by_id.bind
        bind(self.projects.handlers())
        bind(self.exporting.handlers())
        bind(self.texts.handlers())
        bind(self.reading.handlers())
        bind(self.linking.handlers())
        bind(self.versions.handlers())
        bind(self.curating.handlers())
        bind(self.looking.handlers())
        bind(self.selecting.handlers())
        bind(self.noting.handlers())
        bind(self.tagging.handlers())
        bind(self.naming.handlers())
        bind(self._layout.handlers())
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
                "view.reset": self._layout.reset,
                "view.full": self._toggle_full_screen,
                "help.open": self._open_help,
                "help.legend": partial(self._open_help, "2-marks"),
                "help.keys": lambda: KeysDialog(self.actions_by_id, self).exec(),
                "help.about": lambda: show_about(self, __version__),
            }
        )
        self.actions_by_id.place(self.board)

    def _connect(self) -> None:
        session = self._session
        session.problem.connect(self.show_problem)
        session.stories.project_changed.connect(self._on_project)
        session.stories.story_changed.connect(self._on_project)
        session.stories.stories_changed.connect(self._on_project)
        session.notes.history_changed.connect(self._on_history)
        session.notes.note_requested.connect(partial(self._layout.bring, "note"))
        session.notes.rating_requested.connect(partial(self._layout.bring, "note"))
        self._status.cancelled.connect(self._on_cancel)
        self.board.files_dropped.connect(self.take_files)
        self.board.empty.wanted.connect(lambda wanted: self.actions_by_id[wanted].trigger())
        self.board.edit_requested.connect(self.texts.edit_article)
        self.board.history_changed.connect(self._on_travelled)
        self.board.text_requested.connect(self.texts.show_text)
        articles = self.panels["articles"]
        assert isinstance(articles, ArticlesPanel)
        articles.add_requested.connect(self.texts.ask_files)
        articles.edit_requested.connect(self.texts.edit_article)
        articles.remove_requested.connect(self.texts.remove_article)
        articles.new_story_requested.connect(self.texts.new_story)
        articles.rename_story_requested.connect(self.texts.rename_story)
        articles.remove_story_requested.connect(self.texts.remove_story)
        details = self.panels["details"]
        assert isinstance(details, DetailsPanel)
        details.offer([self.actions_by_id[action_id] for action_id in CORRECTIONS])
        passages = self.panels["passages"]
        assert isinstance(passages, PassagesPanel)
        passages.offer([self.actions_by_id[action_id] for action_id in CORRECTIONS])
        note = self.panels["note"]
        assert isinstance(note, NotePanel)
        note.done.connect(self._back_to_reading)
        note.tag_wanted.connect(self.tagging.pick_for)
        note.saved_changed.connect(self._status.show_saved)
        tags = self.panels["tags"]
        assert isinstance(tags, TagsPanel)
        tags.command_of = self.actions_by_id.command_of
        tags.key_wanted.connect(self.tagging.ask_key)
        tags.description_wanted.connect(self.tagging.ask_description)
        listed = self.panels["annotations"]
        assert isinstance(listed, AnnotationsPanel)
        self.note_records = NoteRecords(session, note, listed, self)

    # ---- what happens

    def show_problem(self, problem: ReaderError) -> None:
        """The person's problem, with its remedy; told once, however often it is met meanwhile.

        The message takes the focus, and what loses it saves: where that fails for the same reason
        there would be no end of messages.
        """
        if problem.title in self._problems_told:
            return
        self._problems_told.add(problem.title)
        try:
            show_problem(self, problem)
        finally:
            self._problems_told.discard(problem.title)

    def _on_project(self) -> None:
        stories = self._session.stories
        name = stories.path.name if stories.path else ""
        title = stories.story.title if stories.story else ""
        self.setWindowTitle(" · ".join(p for p in (title, name, "Source Reader") if p))
        self._status.show_saved(
            "" if not stories.is_open else "Read only" if stories.read_only else "Saved"
        )
        for action_id in self.actions_by_id:
            if action_id.startswith(IN_PROJECT) or action_id in MARKS:
                self.actions_by_id[action_id].setEnabled(stories.is_open)

    def _on_history(self) -> None:
        undoing = self._session.undoing
        for action_id, word, name in (
            ("edit.undo", "Undo", undoing.undo_name),
            ("edit.redo", "Redo", undoing.redo_name),
        ):
            action = self.actions_by_id[action_id]
            action.setText(f"{word}: {name}" if name else word)
            action.setEnabled(name is not None and not self._session.stories.read_only)

    def _on_travelled(self) -> None:
        been = self.board.travel.history
        self.actions_by_id["go.back"].setEnabled(been.can_go_back)
        self.actions_by_id["go.forward"].setEnabled(been.can_go_forward)

    def _on_cancel(self) -> None:
        """What only reads is given up at once; what writes says itself how it ended."""
        reading = (self._session.comparing, self.texts.reading, self.versions.reading)
        if any(work.running for work in reading):
            self._status.say("Cancelled. What was there before is unchanged.")
        writing = (self._session.changing, self.projects.copying, self.exporting.writing)
        if any(work.running for work in writing):
            self._status.say("Stopping…")
        for work in reading:
            work.cancel()
        self.projects.cancel()
        self._session.changing.cancel()
        self.exporting.writing.stop()

    def _back_to_reading(self) -> None:
        """From wherever one is; where one reads already, columns that stepped aside come back."""
        here = self.focusWidget()
        reading = any(frame.column is here for frame in self.board.frames.values())
        self.board.close_find()
        self.board.focus_column()
        if reading:
            self.board.bring_back()

    def _open_palette(self) -> None:
        actions = [self.actions_by_id[a] for a in self.actions_by_id]
        palette = Palette(actions, self, tuple(self._growing.values()))
        if palette.exec() == QDialog.DialogCode.Accepted and palette.chosen is not None:
            palette.chosen.trigger()

    def _open_help(self, page: str = "") -> None:
        if self._help is None:
            keys = keys_table(self.actions_by_id)
            self._help = HelpDialog(
                self._places.resources / "help", keys, partial(sample, self.appearance), self
            )
        if page:
            self._help.turn_to(page)
        self._help.show()
        self._help.raise_()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._layout.raise_floating)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.board.stop()
        self._layout.remember()
        self.projects.finish()
        self.texts.reading.finish()
        self.exporting.writing.finish()
        self.versions.reading.finish()
        self._session.close()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab passes over the panels that stand behind others."""
        moved, met = super().focusNextPrevChild(next), set[int]()
        while moved and self._layout.is_behind(here := self.focusWidget()) and id(here) not in met:
            met.add(id(here))
            moved = super().focusNextPrevChild(next)
        return moved

    # ---- dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files(paths_of(event))

    def take_files(self, paths: list[Path]) -> None:
        """Open a dropped project; add everything else to the story."""
        projects = [p for p in paths if p.suffix == SUFFIX]
        texts = [p for p in paths if p.suffix != SUFFIX]
        if projects:
            self.projects.open(projects[0], then=partial(self.texts.add_paths, texts))
        elif texts:
            self.texts.add_paths(texts)
