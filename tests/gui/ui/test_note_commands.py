"""Versions of articles, tagging in one go and selecting by keys, in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Annotation, Person, Standing
from reader.core.text.span import Span
from reader.store.project import Project
from reader.ui.dialogs.replaced import ReplacedDialog
from reader.ui.listing import PassageFilter
from reader.ui.session import Session
from tests.gui.ui.desk import Desk, LayOut

A = (
    "The ministry said on Tuesday that over 5,000 people were moved from the valley.\n\n"
    "Rain fell all night on the roads; nobody was hurt in the village. The bridge stands."
)
B = (
    "Officials of the ministry said on Tuesday that nearly 5,000 people were moved from the "
    "valley.\n\nThe bridge stands."
)
NEWER = A.replace("over 5,000", "some 4,900").replace("Rain fell all night on the roads; n", "N")

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(lay_out: LayOut) -> Desk:
    return lay_out(A, B)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def note_on(session: Session, words: str, text: str = A) -> Annotation:
    at = text.index(words)
    made = session.notes.annotate([(session.board.columns[0], Span(at, at + len(words)))])
    assert made is not None
    return made


def standing(session: Session, annotation: Annotation) -> Standing:
    return session.stories.project.annotations.get(annotation.id).targets[0].standing


def replace(qtbot: QtBot, desk: Desk, text: str, tmp_path: Path) -> None:
    window, session = desk
    path = tmp_path / "newer.txt"
    path.write_text(text, "utf-8")
    stored = session.stories.articles[0]
    with qtbot.waitSignal(session.comparing.comparison_changed):
        window.versions.take_newer(stored, path)


def test_a_newer_version_says_what_became_of_each_note_and_can_be_undone(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    kept, lost = note_on(session, "The bridge stands."), note_on(session, "Rain fell all night")
    replace(qtbot, desk, NEWER, tmp_path)
    assert standing(session, kept) is Standing.FOUND
    assert standing(session, lost) is Standing.LOST
    (dialog,) = window.findChildren(ReplacedDialog)
    assert [told.split()[0:2] for told in dialog.told] == [["1", "stands"], ["1", "is"]]
    dialog.reject()
    column = next(iter(window.board.frames.values())).column
    assert column.text == NEWER
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.undoing.undo()
    assert standing(session, lost) is Standing.FOUND
    assert next(iter(window.board.frames.values())).column.text == A


def test_a_shorter_version_while_a_passage_is_active_leaves_no_place_beyond_its_end(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, session = desk
    session.passages.activate(session.passages.at(session.board.columns[0], A.index("bridge")))
    assert session.passages.active is not None
    replace(qtbot, desk, "The bridge stands.", tmp_path)  # an IndexError would fail the test


def test_the_same_text_again_changes_nothing(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window, session = desk
    before = session.undoing.undo_name
    path = tmp_path / "same.txt"
    path.write_text(A, "utf-8")
    with qtbot.waitSignal(session.said) as said:
        window.versions.take_newer(session.stories.articles[0], path)
    assert "the same text" in said.args[0]  # type: ignore[index]
    assert session.undoing.undo_name == before


def test_a_file_that_is_no_text_is_told_and_changes_nothing(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = desk
    told: list[object] = []
    monkeypatch.setattr("reader.ui.window.show_problem", lambda _, problem: told.append(problem))
    with qtbot.waitSignal(session.problem):
        window.versions.take_newer(session.stories.articles[0], tmp_path / "missing.txt")
    assert len(told) == 1
    assert session.stories.articles[0].article.text == A


def test_a_newer_version_and_its_undo_leave_the_reader_in_the_column_and_at_the_words(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    long = "\n\n".join(f"Paragraph number {n} of the long report." for n in range(80))
    first = session.board.columns[0]
    replace(qtbot, desk, long, tmp_path)
    qtbot.waitUntil(lambda: window.board.is_settled)
    column = window.board.frames[first].column
    column.setFocus()
    column.show_at_top(long.index("Paragraph number 40"))
    assert long[column.top_offset :].startswith("Paragraph number 40")
    newer = long.replace("Paragraph number 3 of", "A correction was made.\n\nParagraph number 3 of")
    replace(qtbot, desk, newer, tmp_path)
    for text in (newer, long):
        qtbot.waitUntil(lambda: window.board.is_settled)
        column = window.board.frames[first].column
        assert column.text == text
        assert column.hasFocus()
        assert session.board.focus == first
        assert text[column.top_offset :].lstrip().startswith("Paragraph number 40")
        with qtbot.waitSignal(session.comparing.comparison_changed):
            session.undoing.undo()


def test_reading_a_newer_version_can_be_given_up(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window, session = desk
    before = session.undoing.undo_name
    path = tmp_path / "newer.txt"
    path.write_text(NEWER, "utf-8")
    window.versions.take_newer(session.stories.articles[0], path)
    assert window.versions.reading.running
    window.versions.reading.cancel()
    window.versions.reading.finish()
    assert session.undoing.undo_name == before
    assert session.stories.articles[0].article.text == A


def test_a_note_that_is_made_while_the_newer_version_is_read_is_found_in_it_too(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    path = tmp_path / "newer.txt"
    path.write_text(NEWER, "utf-8")
    with qtbot.waitSignal(session.comparing.comparison_changed):
        window.versions.take_newer(session.stories.articles[0], path)
        late = note_on(session, "The bridge stands.")
    (target,) = session.stories.project.annotations.get(late.id).targets
    assert target.span is not None
    assert target.span.of(NEWER) == "The bridge stands."


def test_what_became_of_hidden_notes_is_not_told(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window, session = desk
    note_on(session, "The bridge stands.")
    path = session.stories.project.path
    session.stories.close()
    session.notes.set_blind(True)
    bo = Person("99999999-0000-4000-8000-000000000000", "Bo")
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.stories.open(Project.open(path, person=bo))
    replace(qtbot, desk, NEWER, tmp_path)
    assert window.findChildren(ReplacedDialog) == []


def test_the_older_version_stands_beside_the_newer_one(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window, session = desk
    replace(qtbot, desk, NEWER, tmp_path)
    with qtbot.waitSignal(session.comparing.comparison_changed):
        window.actions_by_id["article.older"].trigger()
    older, newer = (session.stories.article(c) for c in session.board.columns[:2])
    assert older is not None
    assert newer is not None
    assert older.article.text == A
    assert newer.article.text == NEWER
    assert older.article.outlet is not None
    assert ", version of 2" in older.article.outlet
    assert session.undoing.undo_name == f"Add “{older.article.outlet}”"
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.undoing.undo()
    assert len(session.stories.articles) == 2


def test_an_article_without_older_versions_says_so(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    with qtbot.waitSignal(session.said) as said:
        window.actions_by_id["article.older"].trigger()
    assert "no older version" in said.args[0]  # type: ignore[index]


def test_from_a_selection_to_a_saved_note_by_keys_alone(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    column = window.board.frames[session.board.columns[0]].column
    at = A.index("hurt")
    column.select(Span(at, at))
    press(qtbot, Qt.Key.Key_Up, ALT_SHIFT)
    press(qtbot, Qt.Key.Key_A)
    qtbot.keyClicks(QApplication.focusWidget(), "Who says so?")
    press(qtbot, Qt.Key.Key_Escape)
    assert column.hasFocus()
    again = Project.open(session.stories.project.path, read_only=True)
    (kept,) = again.annotations.of(again.stories.all()[0].id)
    again.close()
    assert (kept.note, kept.targets[0].anchor.quote) == ("Who says so?", "hurt")
    assert session.undoing.undo() == "Edit note"
    assert session.undoing.undo() == "Add note"


def test_what_is_noted_while_only_a_part_is_shown_leaves_the_whole_text(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    """Elsewhere saving a view that was filtered or folded wrote that view over the document."""
    _, session = desk
    page = f"Advertisement\n\nFollow us on Twitter\n\n{A}\n\nShare this article\n"
    replace(qtbot, desk, page, tmp_path)
    session.board.set_folded(True)
    session.passages.set_filter(PassageFilter(text="moved"))
    note_on(session, "The bridge stands.", page)
    session.undoing.undo()
    session.undoing.redo()
    stored = session.stories.articles[0]
    assert stored.article.text == page
    assert session.stories.project.articles.raw(stored.versions[-1]) == page.encode()
    (target,) = session.notes.annotations[0].targets
    assert target.span is not None
    assert target.span.of(page) == "The bridge stands."


def test_control_with_a_digit_tags_and_goes_on(qtbot: QtBot, desk: Desk) -> None:
    _, session = desk
    press(qtbot, Qt.Key.Key_N)
    first = session.passages.active
    for _ in range(2):
        press(qtbot, Qt.Key.Key_3, CONTROL)
    assert session.passages.active != first
    assert len(session.notes.annotations) == 2
    tags = {tag_id for one in session.notes.annotations for tag_id in one.tag_ids}
    assert [tag.hotkey for tag_id in tags if (tag := session.notes.tag(tag_id))] == ["3"]


def test_going_over_a_passage_again_takes_no_tag_away(qtbot: QtBot, desk: Desk) -> None:
    _, session = desk
    press(qtbot, Qt.Key.Key_N)
    for _ in range(2):
        press(qtbot, Qt.Key.Key_3, CONTROL)
        press(qtbot, Qt.Key.Key_P)
    assert [len(one.tag_ids) for one in session.notes.annotations] == [1]


def test_after_a_selection_the_next_passage_is_tagged_not_the_selection_again(
    qtbot: QtBot, desk: Desk
) -> None:
    window, session = desk
    article_id = session.board.columns[0]
    at = A.index("Rain fell")
    window.board.frames[article_id].column.select(Span(at, at + 9))
    press(qtbot, Qt.Key.Key_1, CONTROL)
    assert session.board.selection is None
    press(qtbot, Qt.Key.Key_2, CONTROL)
    assert [len(one.tag_ids) for one in session.notes.annotations] == [1, 1]


def test_the_selection_grows_and_shrinks_by_keys(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    article_id = session.board.columns[0]
    column = window.board.frames[article_id].column
    at = A.index("hurt")
    column.select(Span(at + 1, at + 1))
    grown = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Up, ALT_SHIFT)
        selection = session.board.selection
        assert selection is not None
        grown.append(selection[1].of(A))
    assert grown[0] == "hurt"
    assert grown[1] in grown[2]
    assert grown[2].endswith("village.")
    for words in reversed(grown[:-1]):
        press(qtbot, Qt.Key.Key_Down, ALT_SHIFT)
        assert column.selection.of(A) == words
    press(qtbot, Qt.Key.Key_Down, ALT_SHIFT)
    assert session.board.selection is None
    assert column.selection == Span(at + 1, at + 1)
    press(qtbot, Qt.Key.Key_1)
    assert len(session.notes.annotations) == 0


@pytest.mark.parametrize("name", ["book.qdc", "book.csv"])
def test_a_codebook_goes_out_and_comes_into_another_project_once(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    window, session = desk
    claim = session.notes.tags[0]
    session.stories.project.tags.add("denied", "red", None, "Somebody denies it.", claim.id)
    session.notes.refresh()
    window.noting.export_codebook(tmp_path / name)
    session.stories.open(Project.create(tmp_path / "other.reader"))
    for _ in range(2):
        window.noting.import_codebook(tmp_path / name)
    (denied,) = [tag for tag in session.notes.tags if tag.name == "denied"]
    assert (denied.parent_id, denied.colour) == (claim.id, "red")
    assert len(session.notes.tags) == 9
    session.undoing.undo()
    assert len(session.notes.tags) == 8
    session.stories.project.log.undo()
    assert session.undoing.undo_name is None


def test_hiding_what_others_noted_is_a_toggle_that_is_kept(desk: Desk) -> None:
    window, session = desk
    action = window.actions_by_id["note.blind"]
    assert not action.isChecked()
    action.trigger()
    assert action.isChecked()
    assert session.notes.blind
