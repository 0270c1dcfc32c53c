"""Two people in one project: each one's word stands by itself, and what is hidden is hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import build
from reader.core.annotating.annotation import Person, ReviewState
from reader.core.compare import compare
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.store.project import Project
from reader.ui.dialogs.curation import CurationDialog, Settling
from reader.ui.panels.words import others_words
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.window import Window

ANN = Person("11111111-0000-4000-8000-000000000000", "Ann")
BERT = Person("22222222-0000-4000-8000-000000000000", "Bert")
A = "The ministry said on Tuesday that over 5,000 people were moved from the valley."
B = "Officials said on Tuesday that nearly 5,000 people were moved from the valley."
OpenAs = Callable[[Person], Session]


@pytest.fixture
def open_as(qtbot: QtBot, tmp_path: Path) -> Iterator[OpenAs]:
    """The same project on the desk of either of two people."""
    path = tmp_path / "shared.reader"
    session = Session(Settings(tmp_path / "settings.json"), compare)
    project = Project.create(path, person=ANN)
    texts = enumerate((A, B))
    sources = [Source(Article(f"{n}.txt", t), t.encode(), "utf-8") for n, t in texts]
    project.articles.add(project.stories.add("Valley").id, sources)
    project.close()

    def put(person: Person) -> Session:
        session.stories.close()
        with qtbot.waitSignal(session.comparing.comparison_changed):
            session.stories.open(Project.open(path, person=person))
        return session

    yield put
    session.close()


def test_each_reviews_for_themselves_and_sees_what_the_other_said(open_as: OpenAs) -> None:
    session = open_as(ANN)
    passages = session.passages
    passages.review(0, ReviewState.CHECKED)
    assert passages.checked[0] == 1
    open_as(BERT)
    assert passages.checked[0] == 0
    seen = passages.reviewed(0)
    assert seen.state is not ReviewState.CHECKED
    assert others_words(seen.others) == "Ann: checked"
    assert not seen.disputed
    passages.review(0, ReviewState.NEEDS_A_CALL)
    assert passages.reviewed(0).disputed
    open_as(ANN)
    mine = passages.reviewed(0)
    assert (mine.state, mine.others) == (
        ReviewState.CHECKED,
        (("Bert", ReviewState.NEEDS_A_CALL),),
    )


def test_what_others_reviewed_is_hidden_with_their_notes(open_as: OpenAs) -> None:
    session = open_as(ANN)
    session.passages.review(0, ReviewState.CHECKED)
    session.notes.annotate([(session.board.columns[0], Span(4, 12))], note="Ann's")
    open_as(BERT)
    session.notes.set_blind(True)
    assert session.passages.reviewed(0).others == ()
    assert session.notes.annotations == ()
    session.notes.set_blind(False)
    assert session.passages.reviewed(0).others == (("Ann", ReviewState.CHECKED),)
    assert len(session.notes.annotations) == 1


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """The window on a project in which Ann and Bert noted three things each."""
    monkeypatch.setenv("SOURCE_READER_HOME", str(tmp_path))
    made, session = build(places.find())
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    path = tmp_path / "shared.reader"
    project = Project.create(path, person=ANN)
    texts = enumerate((A, B))
    sources = [Source(Article(f"{n}.txt", t), t.encode(), "utf-8") for n, t in texts]
    story = project.stories.add("Valley")
    (first, second) = project.articles.add(story.id, sources)
    claim, figure = (tag.id for tag in project.tags.all()[:2])
    annotations = project.annotations
    annotations.add(story.id, [(first.id, Span(4, 12))], [claim], "Ann on the ministry")
    annotations.add(story.id, [(first.id, Span(35, 45))], [figure], "Ann on the figure")
    annotations.add(story.id, [(second.id, Span(0, 9))], [claim])
    project.close()
    project = Project.open(path, person=BERT)
    annotations = project.annotations
    annotations.add(story.id, [(first.id, Span(4, 12))], [claim], "Bert agrees")
    annotations.add(story.id, [(first.id, Span(35, 45))], [claim], "Bert on the figure")
    annotations.add(story.id, [(second.id, Span(20, 27))], [figure])
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.open(project)
    made.board.finish()
    yield made
    made.close()


def open_curation(window: Window) -> CurationDialog:
    window.actions_by_id["note.curate"].trigger()
    dialog = window.curating.dialog
    assert dialog is not None
    return dialog


def lines(dialog: CurationDialog) -> list[str]:
    return [dialog.list.item(n).text() for n in range(dialog.list.count())]


def test_disagreements_are_listed_with_what_each_noted(window: Window) -> None:
    dialog = open_curation(window)
    assert (dialog.first.currentText(), dialog.second.currentText()) == ("Bert", "Ann")
    assert [line.partition(" · ")[0] for line in lines(dialog)] == [
        "other tags",
        "only one noted this",
        "only one noted this",
    ]
    assert dialog.summary.text().startswith("1 agree, 3 to settle.")
    assert "claim 0.39, figure" in dialog.summary.text()
    assert "Tags: claim" in dialog.sides[0].words.toPlainText()
    assert "Ann on the figure" in dialog.sides[1].words.toPlainText()


def test_each_is_settled_by_a_key_as_one_step_and_the_next_is_shown(
    qtbot: QtBot, window: Window
) -> None:
    session = window.curating._session
    dialog = open_curation(window)
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.settled):
        qtbot.keyClick(dialog.list, Qt.Key.Key_2)
    assert len(lines(dialog)) == 2
    assert "Ann on the figure" in [one.note for one in session.notes.annotations]
    assert "Bert on the figure" not in [one.note for one in session.notes.annotations]
    assert session.undoing.undo_name == "Settle: keep Ann's note"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(lines(dialog)) == 3
    dialog.list.setCurrentRow(0)
    dialog.keep[Settling.BOTH].click()
    assert len(lines(dialog)) == 2
    assert len(session.notes.annotations) == 6
    dialog.with_settled.click()
    assert lines(dialog)[0].startswith("✓ ")


def test_what_only_one_noted_is_kept_or_deleted(window: Window) -> None:
    session = window.curating._session
    dialog = open_curation(window)
    dialog.list.setCurrentRow(1)
    assert not dialog.keep[Settling.BOTH].isEnabled()
    assert dialog.keep[Settling.FIRST].text() == "1  Delete Ann's"
    assert dialog.keep[Settling.SECOND].text() == "2  Keep Ann's"
    dialog.keep[Settling.FIRST].click()
    assert len(session.notes.annotations) == 5
    assert len(session.notes.removed()) == 1
    assert session.undoing.undo() == "Settle: delete the note"


def test_the_board_comes_to_the_words_of_the_chosen_row(qtbot: QtBot, window: Window) -> None:
    session = window.curating._session
    dialog = open_curation(window)
    with qtbot.waitSignal(session.passages.place_requested) as asked:
        dialog.list.setCurrentRow(1)
    assert asked.args == [session.board.columns[1], Span(0, 9)]


def test_hidden_notes_are_not_settled(qtbot: QtBot, window: Window) -> None:
    session = window.curating._session
    session.notes.set_blind(True)
    with qtbot.waitSignal(session.said) as said:
        window.actions_by_id["note.curate"].trigger()
    assert said.args == ["3 notes of other people are hidden: show them first."]
    assert window.curating.dialog is None


def test_two_of_one_name_are_told_apart_until_the_last_note_is_settled(
    qtbot: QtBot, window: Window
) -> None:
    session = window.curating._session
    session.stories.project.people.rename_me("Ann")
    dialog = open_curation(window)
    assert [dialog.first.itemText(n) for n in range(2)] == ["Ann (you)", "Ann (2)"]
    both = dialog.first.currentData(), dialog.second.currentData()
    notes = session.notes
    notes.remove([one.id for one in notes.annotations if one.person_id == both[0]])
    assert (dialog.first.currentData(), dialog.second.currentData()) == both
    assert len(lines(dialog)) == 3
    assert dialog.summary.text().startswith("0 agree, 3 to settle.")
    notes.set_blind(True)
    assert dialog.summary.text() == "Choose two different people."
