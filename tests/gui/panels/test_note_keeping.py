"""A disk that stays full: told once, nothing typed is lost, saved when there is room again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Annotation
from reader.core.errors import ReaderError
from reader.core.text.span import Span
from reader.store.errors import DiskFull
from reader.ui.appearance import Appearance
from reader.ui.panels.note.panel import NotePanel
from reader.ui.session import Session


class Disk:
    """The disk below the notes: full or not, and what was told of it."""

    def __init__(self, session: Session, write: Callable[..., object]) -> None:
        self.full = False
        self.problems: list[ReaderError] = []
        self.said: list[str] = []
        self._write = write
        session.problem.connect(self.problems.append)
        session.said.connect(self.said.append)

    def edit_note(self, annotation_id: str, text: str, *, visit: str) -> None:
        if self.full:
            raise DiskFull("There is no room left.", "Free some.")
        self._write(annotation_id, text, visit=visit)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> NotePanel:
    made = NotePanel(session, appearance)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> Disk:
    annotations = session.stories.project.annotations
    made = Disk(session, annotations.edit_note)
    monkeypatch.setattr(annotations, "edit_note", made.edit_note)
    return made


def noted(session: Session, start: int) -> Annotation:
    made = session.notes.annotate([(session.board.columns[0], Span(start, start + 7))])
    assert made is not None
    return made


def stored(session: Session, annotation: Annotation) -> str:
    return session.stories.project.annotations.get(annotation.id).note


def typed(panel: NotePanel, words: str) -> None:
    panel.editor.insertPlainText(words)
    panel.save()


def test_a_disk_that_stays_full_is_told_once_and_then_in_the_status_line(
    panel: NotePanel, session: Session, disk: Disk
) -> None:
    note = noted(session, 0)
    session.notes.activate(note.id)
    disk.full = True
    for words in ("one ", "two ", "three"):
        typed(panel, words)
    assert [problem.title for problem in disk.problems] == ["There is no room left."]
    assert [said for said in disk.said if said.startswith("Not saved.")] != []
    assert panel.saved.text() == "Not saved"
    disk.full = False
    typed(panel, " four")
    assert stored(session, note) == "one two three four"
    assert panel.saved.text() == "Saved"
    disk.full = True
    typed(panel, " five")
    assert len(disk.problems) == 2  # it worked in between: this is a new trouble


def test_what_could_not_be_saved_waits_while_another_note_is_open(
    panel: NotePanel, session: Session, disk: Disk
) -> None:
    first, second = noted(session, 0), noted(session, 20)
    session.notes.activate(first.id)
    disk.full = True
    typed(panel, "Ask the mayor")
    session.notes.activate(second.id)
    assert panel.editor.written() == ""
    session.notes.activate(first.id)
    assert panel.editor.written() == "Ask the mayor"
    assert panel.saved.text() == "Not saved"
    session.notes.activate(second.id)
    disk.full = False
    typed(panel, "Second")
    assert (stored(session, first), stored(session, second)) == ("Ask the mayor", "Second")


def test_what_cannot_be_saved_at_the_end_goes_to_the_clipboard(
    panel: NotePanel, session: Session, disk: Disk
) -> None:
    session.notes.activate(noted(session, 0).id)
    disk.full = True
    typed(panel, "Ask the mayor")
    session.stories.close()
    assert QGuiApplication.clipboard().text() == "Ask the mayor"
    assert disk.problems[-1].title == "What you typed could not be saved."
