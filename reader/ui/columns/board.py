"""The reading surface: the story's articles side by side, with everything that ties them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.crossings import cross
from reader.ui.columns.desk import Desk
from reader.ui.columns.empty import EmptyBoard
from reader.ui.columns.finding.find import FindBar, Finding
from reader.ui.columns.finding.looking import Looking
from reader.ui.columns.frame import Frame
from reader.ui.columns.hint import FirstHint
from reader.ui.columns.lineup import Lineup
from reader.ui.columns.marking import Marking
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.moving.memory import Memory
from reader.ui.columns.moving.travel import Travel
from reader.ui.dropped import paths_of, welcome
from reader.ui.session import Session
from reader.ui.steps import Turns


class BoardView(QWidget):
    """The window's centre; the window wires its actions to the methods below."""

    files_dropped = Signal(list)
    """Paths of files that were dropped on the board."""
    edit_requested = Signal(str)
    """The details of this article should be edited."""
    text_requested = Signal(str)
    """This article should be opened as plain text."""
    history_changed = Signal()

    def __init__(
        self, session: Session, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self.setAcceptDrops(True)
        self.setAccessibleName("Board")
        self.setAccessibleDescription("The story's articles side by side.")
        self.desk = Desk(appearance, self)
        self.empty = EmptyBoard(self)
        self.finding = Finding(self)
        self.find_bar = FindBar(self.finding, self)
        self.find_bar.hide()
        self.hint = FirstHint(session, self)
        self._turns = Turns(self)
        self.marking = Marking(session, appearance, self.desk, self._turns, self)
        self.memory = Memory(session, self.desk, self)
        self.lineup = Lineup(session, appearance, self.desk, self.memory, self._turns, self)
        self.travel = Travel(session, appearance, self.desk, self.marking.pairs, self)
        self._looking = Looking(session, self.desk, self.travel, self.finding, self.find_bar, self)
        self._awaited = False
        """The keyboard was here when the board became empty, with nothing to give it to."""
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.find_bar)
        down.addWidget(self.hint)
        down.addWidget(self.empty, 1)
        down.addWidget(self.desk, 1)
        self._connect()
        self._on_story()

    def _connect(self) -> None:
        session = self._session
        session.stories.project_changed.connect(self._on_story)
        session.stories.opening_changed.connect(partial(self.empty.tell, session))
        session.stories.story_changed.connect(self._on_story)
        session.stories.articles_changed.connect(self._on_columns)
        session.board.columns_changed.connect(self._on_columns)
        session.board.emphasis_changed.connect(self._on_marks)
        session.board.look_changed.connect(self._on_look)
        session.board.together_changed.connect(self.travel.level)
        session.board.making_way_changed.connect(self._on_making_way)
        session.comparing.comparison_changed.connect(self.travel.forget_passages)
        session.comparing.comparison_changed.connect(self._on_comparison)
        session.passages.active_changed.connect(self._on_active)
        session.passages.place_requested.connect(self._on_place)
        session.notes.annotations_changed.connect(self.marking.note)
        session.notes.tags_changed.connect(self.marking.note)
        session.notes.active_changed.connect(self.marking.note)
        self._appearance.theme_changed.connect(self._on_look)
        self.desk.moved.connect(session.board.move)
        self.desk.row.brought_back.connect(self._on_brought_back)
        self.desk.passage_wanted.connect(session.passages.activate)
        self.desk.arranged.connect(self._cross)
        self.travel.history_changed.connect(self.history_changed)
        self.travel.moved.connect(self._cross)
        self.marking.marked.connect(self._on_marked)
        self.lineup.passage_wanted.connect(self.travel.click)
        self.lineup.scrolled.connect(self._on_scrolled)
        self.lineup.settled.connect(self._on_settled)
        self.lineup.menu_wanted.connect(self._on_menu)
        self.lineup.pin_wanted.connect(self.set_pinned)
        self.lineup.edit_requested.connect(self.edit_requested)
        self.lineup.text_requested.connect(self.text_requested)
        self.find_bar.closed.connect(self.close_find)
        self.hint.button.clicked.connect(self._on_hint_read)

    @property
    def is_settled(self) -> bool:
        """Whether every line and every mark has its place."""
        waiting = self.lineup.running or self.marking.running or self.travel.gliding
        waiting = waiting or not self._appearance.is_settled
        return not waiting and all(frame.column.is_settled for frame in self.frames.values())

    def finish(self) -> None:
        """Give everything its place now; for whoever cannot wait."""
        self._appearance.finish()
        self.lineup.finish()
        self.marking.finish()
        for frame in self.frames.values():
            frame.column.finish()

    # ---- entry points of the window's actions

    @property
    def frames(self) -> dict[str, Frame]:
        """Frames by article id, from left to right."""
        return self.desk.frames

    def focus_column(self, number: int | None = None) -> None:
        """Give the keyboard to a column, counted from 0 at the left; else to the focused one,
        which does not move the active passage out of view.
        """
        keys = list(self.frames)
        returning = number is None and self._session.passages.active is not None
        if number is None:
            focus = self._session.board.focus
            number = keys.index(focus) if focus in keys else 0
        if not keys:
            self.empty.setFocus()
        if not 0 <= number < len(keys):
            return
        frame = self.frames[keys[number]]
        if not (returning and frame.isVisible()):
            self.desk.row.show_now([keys[number]])
        frame.column.setFocus()
        self._session.board.set_focus(keys[number])

    def focus_neighbour(self, by: int) -> None:
        """Give the keyboard to the column at the left (-1) or right (1) of the focused one."""
        keys = list(self.frames)
        focus = self._session.board.focus
        if focus in keys:
            self.focus_column(min(max(keys.index(focus) + by, 0), len(keys) - 1))

    def bring_back(self) -> None:
        """Columns that have stepped aside stand again."""
        focus = self._session.board.focus
        self.desk.row.bring_back([focus] if focus is not None else [])

    def open_find(self) -> None:
        """Open the find bar; a selection on one line is looked for at once."""
        self.hint.end()
        self._looking.open()

    def close_find(self) -> None:
        if self._looking.close():
            self.focus_column()

    def find_next(self) -> None:
        self._find(1)

    def find_previous(self) -> None:
        self._find(-1)

    def _find(self, by: int) -> None:
        self.hint.end()
        self._looking.step(by)

    def back(self) -> None:
        """To where the board stood before the last leap."""
        self.travel.back()

    def forward(self) -> None:
        self.travel.forward()

    def set_pinned(self, pinned: bool) -> None:
        """Keep the base in view at the left while the other columns scroll sideways."""
        self._session.settings.set("board", "pinned", pinned)
        self.lineup.place_heads(pinned=pinned)

    @property
    def pinned(self) -> bool:
        return bool(self._session.settings.get("board", "pinned", False))

    def stop(self) -> None:
        """Keep where one is and end what goes on in steps; for closing."""
        self.hint.end()
        self.memory.keep()
        self.lineup.stop()
        self.marking.stop()
        self.travel.stop()
        self.finding.stop()
        for frame in self.frames.values():
            frame.column.stop()

    # ---- columns

    def _on_story(self) -> None:
        self.travel.history.forget()
        self.memory.change_story()
        self._on_columns()

    def _on_columns(self) -> None:
        reading = self._has_keyboard or self._awaited
        self.lineup.follow()
        self.desk.setVisible(bool(self.frames))
        self.empty.setVisible(not self.frames)
        self.empty.tell(self._session)
        self.hint.offer()
        self.finding.set_texts({key: f.column.text for key, f in self.frames.items()})
        self.travel.set_columns()
        self.lineup.place_heads(pinned=self.pinned)
        self._on_comparison()
        self.marking.note()
        if reading and not self._has_keyboard:
            self.focus_column()  # with its column gone, Qt gave the keyboard to a panel
        self._awaited = reading and not self._has_keyboard

    @property
    def _has_keyboard(self) -> bool:
        here = self.window().focusWidget()
        return here is not None and here.isVisible() and self.isAncestorOf(here)

    # ---- what has changed

    def _on_comparison(self) -> None:
        self.lineup.tell_dates()
        self._on_marks()
        self.travel.forget()

    def _on_marks(self) -> None:
        self.marking.mark()
        self.marking.attend()
        self._cross()

    def _on_marked(self) -> None:
        """Links are known now by which columns come level."""
        self.travel.forget()
        self._cross()

    def _on_look(self) -> None:
        tones = Tones(self._appearance.theme)
        self.lineup.show_look()
        for gutter in self.desk.gutters:
            gutter.set_tones(tones)
        self.desk.arrange()
        self.update()

    def _on_active(self) -> None:
        active = self._session.passages.active
        self.marking.attend()
        if active is not None and not self.travel.returning:
            self.travel.reveal(active)
        self._cross()

    def _on_making_way(self) -> None:
        active = self._session.passages.active
        if self._session.board.making_way and active is not None:
            self.travel.reveal(active)
        else:
            self.bring_back()

    def _on_brought_back(self, article_id: str) -> None:
        self.frames[article_id].column.setFocus()
        self._session.board.set_focus(article_id)

    def _on_place(self, article_id: str, span: object) -> None:
        if isinstance(span, Span):
            self.travel.go_to(article_id, span)

    def _on_scrolled(self, article_id: str) -> None:
        self.travel.follow(article_id)
        self.memory.scrolled()
        self._cross()

    def _on_settled(self, article_id: str) -> None:
        place = self.memory.wanted(article_id)
        if place is not None:
            self.travel.alone(partial(self.frames[article_id].column.show_at_top, place))
        self.travel.forget()
        self._cross()

    def _on_menu(self, article_id: str, point: QPoint) -> None:
        self._session.board.set_focus(article_id)
        self.frames[article_id].make_menu().popup(point)

    def _cross(self) -> None:
        active = self._session.passages.active
        places = () if active is None else self._session.passages.places(active)
        if places and not all(frame.column.is_settled for frame in self.frames.values()):
            return  # lines are on their way to other heights: again when they are there
        cross(self.desk, places)

    def _on_hint_read(self) -> None:
        """Back to reading; the button's own state is no column."""
        self.focus_column()

    # ---- files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := paths_of(event):
            self.files_dropped.emit(paths)
