"""Long changes of a project: off the GUI thread, whole or not at all, never in another project."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Person, StoredArticle
from reader.core.comparison import ComparedArticle, Comparison
from reader.core.errors import ReaderError
from reader.core.pace import Pace
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store import errors
from reader.store.project import Project
from reader.ui.commands.reading import ReadingCommands
from reader.ui.session import Session
from reader.ui.settings import Settings

LONG = 1_000_000
"""Rows that nobody would wait for."""


def nothing(articles: Sequence[Article], *_: object, **__: object) -> Comparison:
    """What is compared is another test's matter."""
    compared = (ComparedArticle(a.name, a.sha256, len(a.text), (), ()) for a in articles)
    return Comparison(tuple(compared), (), (), (), ())


class Gate:
    """A change that goes on only when it is let through."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.thread = 0

    def __call__(self, project: Project, pace: Pace) -> str:
        story = project.stories.all()[0]
        with project.log.change("Slowly"):
            project.stories.rename(story.id, "Half done")
            self.thread = threading.get_ident()
            self.begun.set()
            self.go_on.wait(20)
            pace.look()
            project.stories.rename(story.id, "Done")
        return "answer"


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.go_on.set()


class Desk:
    """A session with one story of one article, and all that it told."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "desk.reader"
        self.session = Session(Settings(folder / "settings.json"), nothing)
        self.told: list[ReaderError] = []
        self.said: list[str] = []
        self.session.problem.connect(self.told.append)
        self.session.said.connect(self.said.append)
        self.session.stories.open(Project.create(self.path, person_name="Mara"))
        self.session.stories.add("Valley", [from_pasted("Over 5,000 people were moved.", "one")])

    @property
    def article(self) -> StoredArticle:
        return self.session.stories.articles[0]

    def note(self) -> None:
        self.session.notes.annotate([(self.article.id, Span(0, 10))], note="see")

    def title(self) -> str:
        story = self.session.stories.story
        assert story is not None
        return story.title

    def saved_title(self) -> str:
        with Project.again(self.session.stories.project.same, read_only=True) as project:
            return project.stories.all()[0].title


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.session.close()


def test_a_long_change_is_made_elsewhere_and_shown_when_it_is_whole(
    qtbot: QtBot, desk: Desk, gate: Gate
) -> None:
    answers: list[str] = []
    desk.session.changing.make("Waiting…", gate, answers.append, rows=LONG)
    qtbot.waitUntil(gate.begun.is_set)
    assert desk.session.changing.running
    assert gate.thread != threading.get_ident()
    assert desk.session.stories.project.stories.all()[0].title == "Valley"
    with qtbot.waitSignal(desk.session.changing.changed):
        gate.go_on.set()
    assert answers == ["answer"]
    assert desk.title() == "Done"
    assert desk.session.undoing.undo() == "Slowly"
    assert desk.title() == "Valley"


def test_a_short_change_is_made_before_the_call_returns(desk: Desk) -> None:
    answers: list[int] = []

    def change(project: Project, _pace: Pace) -> int:
        project.stories.rename(project.stories.all()[0].id, "Renamed")
        return threading.get_ident()

    desk.session.changing.make("Renaming…", change, answers.append, rows=1)
    assert answers == [threading.get_ident()]
    assert desk.title() == "Renamed"


def test_what_is_changed_meanwhile_is_refused_with_a_reason_and_not_lost(
    qtbot: QtBot, desk: Desk, gate: Gate
) -> None:
    desk.session.changing.make("Merging “Ines”…", gate, rows=LONG)
    qtbot.waitUntil(gate.begun.is_set)
    with pytest.raises(errors.Busy, match="Merging “Ines”"):
        desk.note()
    with pytest.raises(errors.Busy):
        desk.session.undoing.undo()
    desk.session.changing.make("Tagging…", gate, rows=LONG)
    assert isinstance(desk.told[-1], errors.Busy)
    with qtbot.waitSignal(desk.session.changing.changed):
        gate.go_on.set()
    desk.note()
    assert [one.note for one in desk.session.notes.annotations] == ["see"]


def test_what_is_cancelled_leaves_everything_as_it_was(
    qtbot: QtBot, desk: Desk, gate: Gate
) -> None:
    before = desk.path.read_bytes()
    desk.session.changing.make("Waiting…", gate, rows=LONG)
    qtbot.waitUntil(gate.begun.is_set)
    desk.session.changing.cancel()
    with qtbot.waitSignal(desk.session.changing.said):
        gate.go_on.set()
    assert desk.said[-1] == "Cancelled. Nothing was changed."
    assert desk.title() == "Valley"
    assert desk.path.read_bytes() == before
    desk.note()


def test_a_project_that_is_closed_gives_its_change_up_first(
    qtbot: QtBot, desk: Desk, gate: Gate, tmp_path: Path
) -> None:
    other = Project.create(tmp_path / "other.reader")
    other.stories.add("Another")
    desk.session.changing.make("Waiting…", gate, rows=LONG)
    qtbot.waitUntil(gate.begun.is_set)
    threading.Timer(0.05, gate.go_on.set).start()
    desk.session.stories.open(other)
    assert not desk.session.changing.running
    assert desk.title() == "Another"
    desk.session.stories.add("Can be changed")
    with Project.open(desk.path).log.connection.db.conn as connection:
        assert connection.execute("SELECT title FROM story").fetchone()[0] == "Valley"
    connection.close()


def test_a_file_that_vanished_meanwhile_is_told(qtbot: QtBot, desk: Desk, gate: Gate) -> None:
    away = desk.path.with_name("away.reader")
    desk.path.rename(away)
    with qtbot.waitSignal(desk.session.changing.problem):
        desk.session.changing.make("Merging…", gate, rows=LONG)
    assert isinstance(desk.told[-1], errors.NoSuchProject)
    away.rename(desk.path)
    desk.note()


def test_another_project_at_the_same_place_is_not_changed(
    qtbot: QtBot, desk: Desk, gate: Gate, tmp_path: Path
) -> None:
    Project.create(tmp_path / "other.reader").close()
    away = desk.path.with_name("away.reader")
    desk.path.rename(away)
    shutil.copyfile(tmp_path / "other.reader", desk.path)
    before = desk.path.read_bytes()
    with qtbot.waitSignal(desk.session.changing.problem):
        desk.session.changing.make("Merging…", gate, rows=LONG)
    assert "another file" in desk.told[-1].title
    assert desk.path.read_bytes() == before


def test_a_lock_of_another_program_is_told(
    qtbot: QtBot, desk: Desk, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.store.opening._PATIENT_SECONDS", 0.05)
    holder = sqlite3.connect(desk.path)
    holder.execute("BEGIN IMMEDIATE")
    with qtbot.waitSignal(desk.session.changing.problem):
        desk.session.changing.make("Merging…", gate, rows=LONG)
    holder.close()
    assert isinstance(desk.told[-1], errors.Locked)
    desk.note()


def test_no_room_left_on_the_disk_is_told_and_nothing_is_half_done(
    qtbot: QtBot, desk: Desk, full: Callable[[Project, Pace], None]
) -> None:
    with qtbot.waitSignal(desk.session.changing.problem):
        desk.session.changing.make("Adding…", full, rows=LONG)
    assert isinstance(desk.told[-1], errors.DiskFull)
    assert desk.saved_title() == desk.title() == "Valley"
    desk.note()


@pytest.fixture
def full() -> Callable[[Project, Pace], None]:
    """Fills the file up to where SQLite may not let it grow any more."""

    def change(project: Project, _pace: Pace) -> None:
        connection = project.log.connection.db.conn
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        project.stories.rename(project.stories.all()[0].id, "Half done")
        source = from_pasted("Words that need more room than there is. " * 5_000, "long")
        project.articles.add(project.stories.all()[0].id, [source])

    return change


def test_a_project_that_can_only_be_read_says_so(desk: Desk, gate: Gate) -> None:
    stories = desk.session.stories
    stories.open(Project.open(desk.path, person=Person("m", "Mara"), read_only=True))
    desk.session.changing.make("Merging…", gate, rows=LONG)
    assert isinstance(desk.told[-1], errors.ReadOnlyProject)


def test_a_note_that_is_being_typed_stays_one_step(qtbot: QtBot, desk: Desk) -> None:
    desk.note()
    (note,) = desk.session.notes.annotations
    desk.session.notes.write_note(note.id, "Over or")

    def change(project: Project, _pace: Pace) -> None:
        project.stories.rename(project.stories.all()[0].id, "Meanwhile")

    with qtbot.waitSignal(desk.session.changing.changed):
        desk.session.changing.make("Renaming…", change, rows=LONG)
    desk.session.notes.write_note(note.id, "Over or nearly?")
    desk.session.notes.leave_note()
    assert [one.note for one in desk.session.notes.annotations] == ["Over or nearly?"]
    assert desk.session.undoing.undo() == "Edit note"
    assert [one.note for one in desk.session.notes.annotations] == ["see"]


def test_our_own_mistake_changes_nothing_and_is_not_hidden(qtbot: QtBot, desk: Desk) -> None:
    def change(project: Project, _pace: Pace) -> None:
        project.stories.rename(project.stories.all()[0].id, "Half done")
        raise KeyError("ours")

    with qtbot.waitSignal(desk.session.changing.failed) as failed:
        desk.session.changing.make("Failing…", change, rows=LONG)
    assert isinstance(failed.args[0], KeyError)
    assert desk.saved_title() == "Valley"
    desk.note()


def test_much_is_undone_and_done_again_off_the_gui_thread(qtbot: QtBot, desk: Desk) -> None:
    project, story = desk.session.stories.project, desk.session.stories.story
    assert story is not None
    with project.log.change("Note a lot"):
        for number in range(150):
            project.annotations.add(story.id, [(desk.article.id, Span(number % 9, 20))])
    desk.session.notes.refresh()
    window = QWidget()
    qtbot.addWidget(window)
    keys = ReadingCommands(desk.session, window).handlers()
    running: list[bool] = []
    desk.session.changing.running_changed.connect(running.append)
    with qtbot.waitSignal(desk.session.changing.changed):
        keys["edit.undo"]()
    assert running == [True, False]
    assert desk.said[-1] == "Undone: Note a lot"
    assert desk.session.notes.annotations == ()
    with qtbot.waitSignal(desk.session.changing.changed):
        keys["edit.redo"]()
    assert desk.said[-1] == "Done again: Note a lot"
    assert len(desk.session.notes.annotations) == 150
