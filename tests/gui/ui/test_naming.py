"""A project asks once for the name by one's notes, and never keeps anybody from reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import build
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.identity import has_chosen_name, person_of
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.widgets.name_bar import NameBar
from reader.ui.window import Window

Desk = tuple[Window, Session]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("SOURCE_READER_HOME", str(tmp_path))
    monkeypatch.setattr("reader.ui.identity._login", lambda: "login")
    window, session = build(places.find())
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    begin(window, session, tmp_path / "one.reader")
    yield window, session
    window.close()


def begin(window: Window, session: Session, path: Path) -> None:
    project = Project.create(path, person=person_of(session.settings))
    project.stories.add("Valley")
    session.stories.open(project)
    session.stories.add_articles([from_pasted("Rain fell in the valley.", "a")])
    window.board.focus_column(0)


def note(session: Session) -> None:
    assert session.notes.annotate([(session.board.columns[0], Span(0, 4))]) is not None


def bar(window: Window) -> NameBar:
    return window.findChildren(NameBar)[0]


def test_it_asks_at_the_first_note_and_leaves_the_focus_where_it_is(desk: Desk) -> None:
    window, session = desk
    assert not bar(window).isVisible()
    before = QApplication.focusWidget()
    note(session)
    assert bar(window).isVisible()
    assert bar(window).name.text() == "login"
    assert QApplication.focusWidget() is before


def test_the_question_moves_nothing_above_it(desk: Desk) -> None:
    window, session = desk
    low = window.statusBar().sizeHint().height()
    note(session)
    assert bar(window).isVisible()
    assert window.statusBar().sizeHint().height() == low


def test_the_answer_is_kept_and_not_asked_for_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    note(session)
    bar(window).name.setFocus()
    bar(window).name.setText(" Ann ")
    qtbot.keyClick(bar(window).name, Qt.Key.Key_Return)
    assert not bar(window).isVisible()
    assert session.stories.project.people.me().name == "Ann"
    assert has_chosen_name(Settings(places.find().settings))
    note(session)
    assert not bar(window).isVisible()
    begin(window, session, tmp_path / "two.reader")
    note(session)
    assert not bar(window).isVisible()
    assert session.stories.project.people.me().name == "Ann"


def test_after_the_answer_undo_takes_back_the_note(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    note(session)
    bar(window).name.setFocus()
    bar(window).name.setText("Ann")
    qtbot.keyClick(bar(window).name, Qt.Key.Key_Return)
    assert session.undoing.undo_name == "Add note"
    session.undoing.undo()
    assert session.notes.annotations == ()
    assert session.stories.project.people.me().name == "Ann"


def test_who_leaves_it_is_not_asked_again_in_this_project_but_in_the_next(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    note(session)
    qtbot.mouseClick(bar(window).later, Qt.MouseButton.LeftButton)
    note(session)
    assert not bar(window).isVisible()
    assert session.stories.project.people.me().name == "login"
    begin(window, session, tmp_path / "two.reader")
    note(session)
    assert bar(window).isVisible()


def test_an_empty_name_is_no_answer(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    note(session)
    bar(window).name.clear()
    qtbot.mouseClick(bar(window).keep, Qt.MouseButton.LeftButton)
    assert bar(window).isVisible()


def test_another_project_takes_the_question_away(desk: Desk) -> None:
    window, session = desk
    note(session)
    session.stories.close()
    assert not bar(window).isVisible()


def test_what_is_typed_there_is_no_command(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    note(session)
    bar(window).name.setFocus()
    bar(window).name.clear()
    qtbot.keyClicks(bar(window).name, "Anna 1")
    assert bar(window).name.text() == "Anna 1"
    assert len(session.notes.annotations) == 1
