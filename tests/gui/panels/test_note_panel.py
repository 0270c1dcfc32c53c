"""Writing a note: saved as it is typed, one step of undo a visit, nothing lost."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Annotation, Evidence, RelationKind, Status
from reader.core.pace import Pace
from reader.core.text.span import Span
from reader.store.codebook import rating_id
from reader.store.errors import Refused
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.panels.drawn.note_reading import LEAST
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.note.writing import SAVING_PAUSE
from reader.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> NotePanel:
    made = NotePanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(312, 560)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def noted(session: Session) -> Annotation:
    article_id = session.board.columns[0]
    made = session.notes.annotate([(article_id, Span(0, 7))])
    assert made is not None
    return made


def stored(session: Session, annotation: Annotation) -> Annotation:
    return session.stories.project.annotations.get(annotation.id)


def test_without_a_note_it_says_how_to_begin(panel: NotePanel) -> None:
    assert panel.nothing.isVisible()
    assert not panel.editor.isVisible()


def test_the_quote_and_its_article_are_shown_and_lead_to_the_place(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    (target,) = panel.quotes.views
    assert target.words.accessibleName() == "quote from Harbour Post: Harbour"
    with qtbot.waitSignal(session.passages.place_requested) as asked:
        qtbot.mouseClick(target.words, Qt.MouseButton.LeftButton)
    assert asked.args == [noted.targets[0].article_id, Span(0, 7)]


def test_a_request_opens_the_note_for_typing(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    session.notes.activate(None)
    session.notes.note_requested.emit(noted.id)
    assert panel.annotation is not None
    qtbot.waitUntil(panel.editor.hasFocus)


def test_what_is_typed_is_saved_within_a_second(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    assert SAVING_PAUSE < 1000
    told: list[tuple[str, str]] = []
    panel.saved_changed.connect(lambda word: told.append((word, stored(session, noted).note)))
    panel.editor.setFocus()
    with qtbot.waitSignal(session.notes.annotations_changed, timeout=2000):
        qtbot.keyClicks(panel.editor, "Over or nearly? **Ask**")
    assert stored(session, noted).note == "Over or nearly? **Ask**"
    assert panel.saved.text() == "Saved"
    assert told[0] == ("Saving…", "")
    assert told[-1] == ("Saved", "Over or nearly? **Ask**")  # said after the commit


def test_escape_saves_and_gives_the_focus_back(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "typed")
    with qtbot.waitSignal(panel.done):
        qtbot.keyClick(panel.editor, Qt.Key.Key_Escape)
    assert stored(session, noted).note == "typed"


def test_one_visit_is_one_step_of_undo(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "first")
    panel.save()
    qtbot.keyClicks(panel.editor, " and second")
    qtbot.keyClick(panel.editor, Qt.Key.Key_Escape)
    session.undoing.undo()
    assert stored(session, noted).note == ""
    assert panel.editor.written() == ""
    session.undoing.redo()
    assert panel.editor.written() == "first and second"


def test_leaving_for_another_note_keeps_each_in_its_own(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    other = session.notes.annotate([(session.board.columns[1], Span(0, 9))])
    assert other is not None
    session.notes.activate(noted.id)
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "for the first")
    session.notes.activate(other.id)
    assert panel.editor.written() == ""
    assert stored(session, noted).note == "for the first"
    assert stored(session, other).note == ""


def test_what_is_being_typed_is_saved_when_the_story_changes_or_the_project_closes(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "before the story")
    session.stories.add("Another story")
    assert stored(session, noted).note == "before the story"
    assert session.stories.story is not None
    story = next(s for s in session.stories.stories if s.title == "The harbour fire")
    session.stories.choose(story.id)
    session.notes.activate(noted.id)
    qtbot.keyClicks(panel.editor, " changed,")
    path = session.stories.project.path
    session.stories.close()
    assert panel.nothing.isVisible()
    again = Project.open(path)
    assert "changed," in again.annotations.get(noted.id).note
    again.close()


def test_looking_at_a_note_with_no_break_spaces_writes_nothing(
    panel: NotePanel, session: Session, noted: Annotation
) -> None:
    session.notes.write_note(noted.id, "5\u00a0000 😀\nline")
    session.notes.leave_note()
    before = session.undoing.undo_name
    session.notes.activate(None)
    session.notes.activate(noted.id)
    panel.hide()
    assert stored(session, noted).note == "5\u00a0000 😀\nline"
    assert session.undoing.undo_name == before


def test_no_break_spaces_survive_typing(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    session.notes.write_note(noted.id, "5\u00a0000")
    panel.editor.setFocus()
    panel.editor.moveCursor(panel.editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(panel.editor, "!")
    panel.save()
    assert stored(session, noted).note == "5\u00a0000!"


def test_tags_rating_and_status_are_chosen(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    tag = session.notes.tags[1]
    qtbot.mouseClick(panel.tags.chips[tag.id], Qt.MouseButton.LeftButton)
    assert stored(session, noted).tag_ids == (tag.id,)
    panel.judgement.rating.setFocus()
    qtbot.keyClicks(panel.judgement.rating, "contra")
    panel.judgement.rating.activated.emit(panel.judgement.rating.currentIndex())
    assert stored(session, noted).rating_id == rating_id("contradicted")
    panel.judgement.status.setFocus()
    qtbot.keyClick(panel.judgement.status, Qt.Key.Key_Down)
    assert stored(session, noted).status is Status.CHECKED
    qtbot.mouseClick(panel.tags.chips[tag.id], Qt.MouseButton.LeftButton)
    assert stored(session, noted).tag_ids == ()


def test_deleting_keeps_what_was_typed_for_undo(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "not lost")
    qtbot.mouseClick(panel.delete, Qt.MouseButton.LeftButton)
    assert session.notes.annotations == ()
    assert panel.nothing.isVisible()
    session.undoing.undo()
    assert session.notes.annotations[0].note == "not lost"


def test_a_save_that_fails_is_told_once_and_the_words_stay(
    panel: NotePanel,
    session: Session,
    noted: Annotation,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []

    def tell(problem: object) -> None:
        """A dialog that takes the focus, as the window's does."""
        told.append(problem)
        QWidget.clearFocus(panel.editor)

    session.problem.connect(tell)
    monkeypatch.setattr(session.stories.project.annotations, "edit_note", refuse)
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "words")
    panel.save()
    assert len(told) == 1
    assert panel.editor.written() == "words"
    assert panel.saved.text() == "Not saved"


def test_what_is_typed_while_the_project_is_changed_is_saved_when_that_is_over(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    told: list[object] = []
    session.problem.connect(told.append)
    begun, go_on = threading.Event(), threading.Event()

    def change(project: Project, _pace: Pace) -> None:
        with project.log.change("Slowly"):
            project.stories.add("Another story")
            begun.set()
            go_on.wait(20)

    session.changing.make("Merging “Ines”…", change, rows=1_000_000)
    qtbot.waitUntil(begun.is_set)
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "words")
    panel.save()
    assert panel.saved.text() == "Not saved"
    with qtbot.waitSignal(session.changing.changed):
        go_on.set()
    assert stored(session, noted).note == "words"
    assert panel.saved.text() == "Saved"
    assert told == []


def refuse(annotation_id: str, text: str, visit: str) -> None:
    raise Refused("The disk is full.", "Make room and try again.")


def test_a_read_only_project_can_be_read_but_not_typed_into(
    panel: NotePanel, session: Session, noted: Annotation
) -> None:
    path = session.stories.project.path
    session.stories.close()
    session.stories.open(Project.open(path, read_only=True))
    session.notes.activate(noted.id)
    assert panel.editor.isReadOnly()
    assert not panel.delete.isEnabled()


def test_confidence_belongs_to_a_rating_and_is_undone(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    assert not panel.judgement.confidence.isEnabled()
    session.notes.set_rating(noted.id, rating_id("supported"))
    assert panel.judgement.confidence.isEnabled()
    assert panel.judgement.confidence.text() == "how sure?"
    panel.judgement.confidence.setFocus()
    panel.judgement.confidence.selectAll()
    qtbot.keyClicks(panel.judgement.confidence, "80")
    qtbot.keyClick(panel.judgement.confidence, Qt.Key.Key_Return)
    assert stored(session, noted).confidence == 80
    session.undoing.undo()
    assert stored(session, noted).confidence is None
    assert panel.judgement.confidence.value() == -1
    session.undoing.redo()
    panel.judgement.rating.setCurrentIndex(0)
    panel.judgement.rating.activated.emit(0)
    assert stored(session, noted).confidence is None


def test_evidence_is_listed_and_removed_as_one_step(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    evidence = (Evidence("https://example.org/a", "Minutes", "so", "2022-05-24"), Evidence("b.pdf"))
    session.stories.project.annotations.set_evidence(noted.id, evidence)
    session.notes.refresh()
    told = [row.accessibleName() for row in panel.evidence.rows]
    assert told == ["Minutes, https://example.org/a, “so”, seen 2022-05-24", "b.pdf"]
    edit, remove = panel.evidence.rows[1].findChildren(QPushButton)
    with qtbot.waitSignal(panel.evidence_wanted) as asked:
        qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    assert asked.args == [noted.id, 1]
    with qtbot.waitSignal(panel.evidence_wanted) as asked:
        qtbot.mouseClick(panel.evidence.add, Qt.MouseButton.LeftButton)
    assert asked.args == [noted.id, -1]
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert stored(session, noted).evidence == evidence[:1]
    assert len(panel.evidence.rows) == 1
    session.undoing.undo()
    assert stored(session, noted).evidence == evidence
    assert len(panel.evidence.rows) == 2


def test_relations_are_told_from_both_sides_and_removed(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    other = session.notes.annotate([(session.board.columns[1], Span(0, 9))])
    assert other is not None
    annotations = session.stories.project.annotations
    annotations.relate(other.id, noted.id, RelationKind.CONTRADICTS)
    session.notes.refresh()
    assert [r.accessibleName() for r in panel.relations.rows] == ["contradicts “Harbour”"]
    go_to, _ = panel.relations.rows[0].findChildren(QPushButton)
    qtbot.mouseClick(go_to, Qt.MouseButton.LeftButton)
    assert session.notes.active == noted.id
    (row,) = panel.relations.rows
    assert row.accessibleName() == "is contradicted by “Warehouse”"
    _, remove = row.findChildren(QPushButton)
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert session.notes.relations == ()
    assert panel.relations.rows == []
    session.undoing.undo()
    assert len(panel.relations.rows) == 1


def test_a_relation_has_the_whole_width_for_its_words(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    other = session.notes.annotate([(session.board.columns[1], Span(0, 90))])
    assert other is not None
    session.stories.project.annotations.relate(noted.id, other.id, RelationKind.SUPPORTS)
    session.notes.refresh()
    session.notes.activate(noted.id)
    (row,) = panel.relations.rows
    words = row.findChild(QLabel)
    assert words is not None
    qtbot.waitUntil(lambda: words.width() == row.width() > 200)
    assert words.height() >= words.heightForWidth(words.width())


def test_a_short_note_leaves_the_room_to_the_quotes_and_a_long_one_is_bounded(
    panel: NotePanel, session: Session, noted: Annotation
) -> None:
    words = panel.words
    assert words.sizeHint().height() == LEAST
    for reads in (False, True):
        panel.editor.setPlainText("A line that is long enough to be wrapped.\n\n" * 60)
        if reads:
            words.read()
        assert LEAST < words.sizeHint().height() <= 2.5 * LEAST
        assert panel.reading.isVisibleTo(panel) is reads


def test_history_is_asked_for_with_what_is_typed_saved(
    panel: NotePanel, session: Session, noted: Annotation, qtbot: QtBot
) -> None:
    panel.editor.setFocus()
    qtbot.keyClicks(panel.editor, "typed")
    with qtbot.waitSignal(panel.history_wanted) as asked:
        qtbot.mouseClick(panel.history, Qt.MouseButton.LeftButton)
    assert asked.args == [noted.id]
    assert stored(session, noted).note == "typed"


# ---- as it reads


@pytest.fixture
def written(session: Session, noted: Annotation) -> Annotation:
    note = "**Over** or nearly?\n\n![a](https://example.org/a.png) [desk](https://example.org/d)"
    session.notes.write_note(noted.id, note)
    session.notes.leave_note()
    return noted


def test_a_note_that_is_not_written_is_shown_as_it_reads(
    panel: NotePanel, session: Session, written: Annotation
) -> None:
    assert panel.reading.isVisible()
    assert not panel.editor.isVisible()
    told = panel.reading.toPlainText()
    assert "Over or nearly?" in told
    assert "[picture: a, https://example.org/a.png]" in told


def test_enter_goes_on_writing_and_escape_shows_it_again(
    panel: NotePanel, session: Session, written: Annotation, qtbot: QtBot
) -> None:
    panel.reading.setFocus()
    qtbot.keyClick(panel.reading, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.editor.hasFocus)
    qtbot.keyClicks(panel.editor, " Ask.")
    panel.save()
    assert panel.editor.isVisible()
    qtbot.keyClick(panel.editor, Qt.Key.Key_Escape)
    assert panel.reading.isVisible()
    assert panel.reading.toPlainText().strip().endswith("desk Ask.")
    assert stored(session, written).note.endswith("(https://example.org/d) Ask.")


def test_reading_a_note_and_turning_back_writes_nothing(
    panel: NotePanel, session: Session, written: Annotation, qtbot: QtBot
) -> None:
    before, name = stored(session, written), session.undoing.undo_name
    session.notes.note_requested.emit(written.id)
    qtbot.waitUntil(panel.editor.hasFocus)
    qtbot.keyClick(panel.editor, Qt.Key.Key_Escape)
    assert (stored(session, written), session.undoing.undo_name) == (before, name)


def test_a_link_is_asked_for_and_nothing_is_loaded(
    panel: NotePanel, session: Session, written: Annotation, qtbot: QtBot
) -> None:
    assert panel.reading.loadResource(2, "https://example.org/a.png") is None
    assert not panel.reading.openLinks()
    with qtbot.waitSignal(panel.link_wanted) as asked:
        panel.reading.anchorClicked.emit(QUrl("https://example.org/d"))
    assert asked.args == ["https://example.org/d"]
    with qtbot.assertNotEmitted(panel.link_wanted):
        panel.reading.anchorClicked.emit(QUrl("file:///etc/passwd"))
