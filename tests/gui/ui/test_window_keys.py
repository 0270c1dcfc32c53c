"""Keys in the real window: reading, tagging and noting never lose the column's focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextBrowser,
)

from reader.core.errors import ReaderError
from reader.core.matching.link import Relation
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.dialogs.help import HelpDialog

A = "The ministry said on Tuesday that over 5,000 people were moved from the valley.\n\nRain fell."
B = "Officials of the ministry said on Tuesday that nearly 5,000 people were moved from the valley."
C = "The ministry said on Tuesday that people were moved from the valley. A bakery opened."


@pytest.fixture
def window(lay_out):
    made, session = lay_out(A, B, C)
    made.session = session
    return made


def press(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_next_and_previous_keep_the_focus_in_the_column(qtbot, window):
    column = QApplication.focusWidget()
    count = len(window.session.passages.listed)
    assert count > 1
    for n in range(1, count + 1):
        press(qtbot, Qt.Key.Key_N)
        assert window.session.passages.position == (n, count)
        assert QApplication.focusWidget() is column
    press(qtbot, Qt.Key.Key_P)
    assert window.session.passages.position == (count - 1 or count, count)


def test_another_story_and_texts_added_to_it_leave_the_keyboard_in_the_board(qtbot, window):
    window.session.stories.add("Empty yet")
    assert window.board.empty.isAncestorOf(window.focusWidget())
    with qtbot.waitSignal(window.session.comparing.comparison_changed):
        window.session.stories.add_articles([from_pasted(t, "text") for t in (A, B)])
    assert window.focusWidget() in [frame.column for frame in window.board.frames.values()]


def test_another_project_leaves_the_keyboard_in_the_board(qtbot, window, tmp_path):
    other = Project.create(tmp_path / "other.reader")
    story = other.stories.add("Hill")
    other.articles.add(story.id, [from_pasted(t, "text") for t in (A, B)])
    other.close()
    with qtbot.waitSignal(window.session.comparing.comparison_changed):
        window.projects.open(tmp_path / "other.reader")
    assert window.focusWidget() in [frame.column for frame in window.board.frames.values()]


def test_escape_empties_a_search_first_and_then_leads_back_to_reading(qtbot, window):
    column = QApplication.focusWidget()
    search = window.panels["passages"].bar.search
    search.setFocus()
    qtbot.keyClicks(search, "valley")
    press(qtbot, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert QApplication.focusWidget() is search
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is column


def test_without_a_project_what_needs_one_is_off_and_dropped_texts_are_told_of(qtbot, window):
    window.session.stories.close()
    on = {one for one in window.actions_by_id if window.actions_by_id[one].isEnabled()}
    inside = ("article.", "note.", "passage.", "links.", "ratings.", "story.", "export.")
    assert not [action_id for action_id in on if action_id.startswith(inside)]
    assert {"project.new", "project.open", "app.palette", "help.open", "app.quit"} <= on
    said = []
    window.session.said.connect(said.append)
    window.take_files([Path("a.txt")])
    assert said == ["No project is open. Open one or begin a new one, then add the texts."]


def test_a_digit_tags_the_active_passage_and_shift_all_its_readings(qtbot, window):
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_1)
    notes = window.session.notes
    assert [notes.tag(t).hotkey for t in notes.annotations[0].tag_ids] == ["1"]
    assert len(notes.annotations[0].targets) == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier)
    assert max(len(a.targets) for a in notes.annotations) > 1


def test_a_note_is_typed_kept_and_left_with_escape(qtbot, window):
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_A)
    editor = QApplication.focusWidget()
    assert window.panels["note"].isAncestorOf(editor)
    qtbot.keyClicks(editor, "Ask 1 person: N or A?")
    press(qtbot, Qt.Key.Key_Escape)
    assert window.panels["note"].isAncestorOf(QApplication.focusWidget()) is False
    assert [a.note for a in window.session.notes.annotations] == ["Ask 1 person: N or A?"]
    # letters typed into a note are letters, not commands
    assert window.session.notes.annotations[0].tag_ids == ()


def test_a_note_that_is_opened_and_left_empty_was_never_made(qtbot, window):
    notes = window.session.notes
    undoing = window.session.undoing
    before = undoing.undo_name
    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        press(qtbot, Qt.Key.Key_N, key)
        assert len(notes.annotations) == 1
        window.board.focus_column(1)
        qtbot.waitUntil(lambda: not notes.annotations)
        assert (notes.active, undoing.undo_name, undoing.redo_name) == (None, before, None)
        assert notes.removed() == ()


def test_quitting_keeps_no_empty_note(qtbot, window):
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_A)
    path = window.session.stories.path
    window.session.stories.close()
    again = Project.open(path)
    assert again.annotations.of(again.stories.all()[0].id) == ()
    again.close()


def test_a_note_in_which_only_a_tag_was_chosen_stays(qtbot, window):
    notes = window.session.notes
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_A)
    window.panels["note"].tags.toggled.emit(notes.tags[0].id, True)
    press(qtbot, Qt.Key.Key_Escape)
    assert [len(one.tag_ids) for one in notes.annotations] == [1]


def test_the_note_key_opens_the_note_of_what_was_just_tagged(qtbot, window):
    press(qtbot, Qt.Key.Key_N)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_5, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_A)
    assert len(window.session.notes.annotations) == 1


def test_check_counts_and_takes_back(qtbot, window):
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_C)
    assert window.session.passages.checked[0] == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.passages.checked[0] == 0


def test_every_control_has_a_name(window):
    nameless = []
    for kind in (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit):
        for widget in window.findChildren(kind):
            if isinstance(widget, QHeaderView):  # named by its table
                continue
            told = widget.accessibleName() or getattr(widget, "text", str)()
            if not told and not widget.objectName().startswith("qt_") and widget.isVisible():
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []


def test_a_dropped_project_and_a_text_that_is_none_are_told(qtbot, window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(
        "reader.ui.window.show_problem", lambda parent, problem: told.append(problem)
    )
    bad = tmp_path / "bad.reader"
    bad.write_text("this is no project")
    before = window.session.stories.path
    with qtbot.waitSignal(window.projects.opening.answered):
        window.take_files([bad])
    assert len(told) == 1
    assert "bad.reader" in told[0].title + told[0].advice
    assert window.session.stories.path == before
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with qtbot.waitSignal(window.texts.reading.answered):
        window.take_files([empty])
    assert len(told) == 2
    assert len(window.session.stories.articles) == 3


def test_a_project_dropped_on_the_board_is_opened(qtbot, window, tmp_path):
    path = tmp_path / "other.reader"
    Project.create(path).close()
    with qtbot.waitSignal(window.projects.opening.answered):
        window.board.files_dropped.emit([path])
    assert window.session.stories.path == path


def test_another_story_is_chosen_in_the_toolbar(qtbot, window):
    stories = window.session.stories
    first = stories.story
    stories.add("An empty desk")
    box = next(b for b in window.findChildren(QComboBox) if b.accessibleName() == "Story")
    assert box.currentText() == "An empty desk"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert stories.story == first
    assert len(window.session.board.columns) == 3


def test_an_article_that_was_never_read_begins_with_its_headline(qtbot, window):
    page = (
        "Home » World » Harbour\n\nSubscribe | Log in | Search\n\n"
        "Harbour reopens after eleven days of storm\n\n"
        + "The port was closed while waves ran over the outer wall.\n\n"
        * 60
    )
    source = from_pasted(page, "page")
    window.session.stories.add("Harbour", [source])
    article = window.session.board.columns[0]
    column = window.board.frames[article].column
    headline = page.index("Harbour reopens")
    qtbot.waitUntil(lambda: column.top_offset == headline, timeout=5000)


def test_the_legend_is_one_key_away(qtbot, window):
    window.actions_by_id["help.legend"].trigger()
    page = window.findChild(HelpDialog).findChild(QTextBrowser)
    assert page.window().isVisible()
    assert "What the marks mean" in page.toPlainText()
    page.window().close()


def test_a_note_that_cannot_be_saved_is_told_once_and_kept_to_be_tried_again(
    qtbot, window, monkeypatch
):
    told = []

    def show(parent, problem):
        told.append(problem.title)
        assert len(told) < 5
        window.board.focus_column()  # as a message does, it takes the focus from the note

    monkeypatch.setattr("reader.ui.window.show_problem", show)
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_A)
    editor = QApplication.focusWidget()
    edit_note = window.session.stories.project.annotations.edit_note

    def full(*args, **kwargs):
        raise ReaderError("There is no room left.", "Free some.")

    monkeypatch.setattr(window.session.stories.project.annotations, "edit_note", full)
    qtbot.keyClicks(editor, "Ask the desk")
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["There is no room left."]
    monkeypatch.setattr(window.session.stories.project.annotations, "edit_note", edit_note)
    editor.setFocus()
    qtbot.keyClicks(editor, " again")
    qtbot.waitUntil(lambda: window.session.notes.annotations[0].note == "Ask the desk again")


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_C, Qt.Key.Key_Delete])
def test_a_letter_pressed_in_an_open_menu_does_nothing_to_the_column_behind(qtbot, window, key):
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_2)
    notes, before = window.session.notes, window.session.passages.position
    kept = notes.annotations
    menu = next(a.menu() for a in window.menuBar().actions() if a.text() == "&View")
    menu.popup(window.rect().center())
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, key)
    menu.close()
    assert window.session.passages.position == before
    assert notes.annotations == kept
    assert window.session.passages.checked[0] == 0


def test_a_passage_that_stands_in_no_column_says_where_it_is(qtbot, window):
    session = window.session
    first, second, third = session.board.columns
    session.board.set_columns((first, second))
    said = []
    session.said.connect(said.append)
    session.passages.activate(session.passages.at(third, C.index("bakery")))
    assert said == ["Only in “text 2”, not on the board: a click on it in Details brings it there."]
    session.passages.activate(session.passages.at(first, A.index("Rain")))
    assert len(said) == 1


BY_DIGIT = (
    "passages", "figures", "quotations", "annotations", "story", "details", "note", "articles",
    "tags",
)  # fmt: skip


@pytest.mark.parametrize(("digit", "name"), [(n, name) for n, name in enumerate(BY_DIGIT, 1)])
def test_every_panel_is_one_key_away_and_escape_leads_back(qtbot, window, digit, name):
    column = QApplication.focusWidget()
    press(qtbot, Qt.Key.Key_N, Qt.Key.Key_1)
    window.docks[name].hide()
    key = Qt.Key(Qt.Key.Key_0 + digit)
    qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
    assert window.panels[name].isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is column


def test_tab_goes_from_the_columns_through_the_whole_window_and_back(qtbot, window):
    column, met = QApplication.focusWidget(), []
    for _ in range(80):
        press(qtbot, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is column:
            break
        met.append(QApplication.focusWidget().accessibleName())
    assert QApplication.focusWidget() is column
    wanted = [
        "Articles of this story",
        "Tags",
        "Verdict",
        "Search the passages",
        "Passages",
        "Story",
    ]
    assert [name for name in met if name in wanted] == wanted
    assert "Search the figures" not in met  # it stands behind the passages


def test_a_column_may_go_at_any_moment_while_marks_are_put_on(qtbot, window):
    """Every slice of the marks' way onto the columns may find one of them gone."""
    board, marking = window.session.board, window.board.marking
    steps, last = marking._steps, board.columns[-1]
    for slices in range(12):
        qtbot.waitUntil(lambda: window.board.is_settled)
        board.toggle_relation(Relation.VERBATIM)
        for _ in range(slices):
            qtbot.waitUntil(lambda: steps.running or not marking.running)
            if steps.running:
                steps._next()
        board.hide(last)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        marking.finish()
        board.show(last)
