"""Tags by any key and by typing, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Tag
from reader.core.text.span import Span
from reader.ui.actions import KeyTaken
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.dialogs.tag_key import TagKeyDialog
from reader.ui.dialogs.tag_picker import TagPicker
from reader.ui.session import Session
from reader.ui.window import Window
from tests.gui.ui.desk import Desk, LayOut

A = "The ministry said on Tuesday that over 5,000 people were moved from the valley.\n\nRain fell."
B = "Officials of the ministry said on Tuesday that nearly 5,000 people were moved from the valley."
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(lay_out: LayOut) -> Desk:
    return lay_out(A, B)


def press(
    qtbot: QtBot,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def make(session: Session, name: str, hotkey: str | None, parent: Tag | None = None) -> Tag:
    tags = session.stories.project.tags
    tag = tags.add(name, "teal", hotkey, parent_id=None if parent is None else parent.id)
    session.notes.refresh()
    return tag


def worn(session: Session) -> list[list[str]]:
    names = {tag.id: tag.name for tag in session.notes.all_tags}
    return [[names[tag_id] for tag_id in one.tag_ids] for one in session.notes.annotations]


def picker_of(qtbot: QtBot, window: Window) -> TagPicker:
    picker = next(one for one in window.findChildren(TagPicker) if one.isVisible())
    qtbot.waitUntil(picker.typed.hasFocus)
    return picker


def back(qtbot: QtBot, window: Window) -> None:
    """To reading again after a dialog, which offscreen leaves no window active."""
    window.activateWindow()
    window.board.focus_column(0)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


# ---- keys


def test_a_letter_tags_with_shift_all_readings_and_with_control_goes_on(
    qtbot: QtBot, desk: Desk
) -> None:
    _, session = desk
    make(session, "hedge", "G")
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_G)
    assert worn(session) == [["hedge"]]
    assert len(session.notes.annotations[0].targets) == 1
    press(qtbot, Qt.Key.Key_G)
    assert worn(session) == [[]]
    press(qtbot, Qt.Key.Key_G, SHIFT)
    assert len(session.notes.annotations[-1].targets) == 2
    before = session.passages.active
    press(qtbot, Qt.Key.Key_G, CONTROL)
    assert session.passages.active != before


def test_a_letter_typed_into_a_note_is_a_letter(qtbot: QtBot, desk: Desk) -> None:
    _, session = desk
    make(session, "hedge", "G")
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_A)
    qtbot.keyClicks(QApplication.focusWidget(), "g")
    press(qtbot, Qt.Key.Key_Escape)
    assert (worn(session), session.notes.annotations[0].note) == ([[]], "g")


def test_the_program_keeps_its_keys_and_takes_none_from_a_tag(desk: Desk) -> None:
    window, session = desk
    actions = window.actions_by_id
    claim = session.notes.tags[0]
    with pytest.raises(KeyTaken, match="N already belongs to “Next passage”"):
        window.tagging.keep_key(claim.id, "N")
    hedge = make(session, "hedge", "G")
    with pytest.raises(KeyTaken, match="G already belongs to “Tag “hedge””"):
        actions.set_keys("go.next", ("G",))
    actions.set_keys("go.next", ("Shift+G",))  # what only follows from a tag's key gives way
    assert actions.keys("go.next") == ("Shift+G",)
    assert actions.keys(f"tag.{hedge.id}.all") == ()
    assert actions.keys(f"tag.{hedge.id}.next") == ("Ctrl+G",)


def test_a_tag_of_another_persons_project_yields_to_a_command(desk: Desk) -> None:
    window, session = desk
    tag = make(session, "next", "N")
    assert window.actions_by_id.keys("go.next") == ("N",)
    assert window.actions_by_id.keys(f"tag.{tag.id}") == ()


def test_the_keys_page_lists_tags_and_changes_their_keys_with_undo(
    qtbot: QtBot, desk: Desk
) -> None:
    window, session = desk
    claim = session.notes.tags[0]
    dialog = KeysDialog(window.actions_by_id, window)
    qtbot.addWidget(dialog)
    dialog._table.selectRow(list(window.actions_by_id).index(f"tag.{claim.id}"))
    dialog._edit.setKeySequence("0")
    qtbot.mouseClick(dialog._set, Qt.MouseButton.LeftButton)
    assert session.notes.tags[0].hotkey == "0"
    dialog._edit.setKeySequence("F7")
    qtbot.mouseClick(dialog._set, Qt.MouseButton.LeftButton)
    assert "cannot be the key of a tag" in dialog._said.text()
    session.undoing.undo()
    assert session.notes.tags[0].hotkey == "1"


def test_a_key_is_given_by_pressing_it_and_says_whose_it_is(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    claim, figure = session.notes.tags[:2]
    dialog = window.tagging.ask_key(claim.id)
    assert isinstance(dialog, TagKeyDialog)
    qtbot.waitUntil(dialog.field.hasFocus)
    qtbot.keyClick(dialog.field, Qt.Key.Key_N)
    assert "Next passage" in dialog.told.text()
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_2)
    assert "figure" in dialog.told.text()
    qtbot.keyClick(dialog.field, Qt.Key.Key_B, SHIFT)
    assert dialog.field.text() == "Shift+B"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Exclam, SHIFT)
    assert "types “!” here" in dialog.told.text()
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_B)
    assert "Ctrl+B stays “Compare with this article”" in dialog.told.text()
    qtbot.keyClick(dialog.field, Qt.Key.Key_2)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    tags = {tag.id: tag.hotkey for tag in session.notes.tags}
    assert (tags[claim.id], tags[figure.id]) == ("2", None)


def test_tags_are_commands_of_the_palette_and_the_menu(desk: Desk) -> None:
    window, session = desk
    claim = session.notes.tags[0]
    make(session, "hedged", None, claim)
    texts = [window.actions_by_id[one].text() for one in window.actions_by_id]
    assert {"Tag “claim”", "Tag “claim” and go on", "Tag “claim › hedged”"} <= set(texts)
    assert "Tag “claim › hedged” and go on" not in texts
    menu = [action.text() for action in window.tag_actions.menu.actions()]
    assert menu[:2] == ["Tag “claim”", "Tag “claim › hedged”"]
    session.stories.project.tags.archive(claim.id)
    session.notes.refresh()
    assert "Tag “claim”" not in [window.actions_by_id[one].text() for one in window.actions_by_id]


def test_a_tag_is_described_with_undo(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window, session = desk
    claim = session.notes.tags[0]
    monkeypatch.setattr(
        QInputDialog, "getMultiLineText", lambda *_: (" Worth a call. ", True), raising=True
    )
    tags = window.panels["tags"]
    tags.description_wanted.emit(claim.id)  # type: ignore[attr-defined]
    assert session.notes.tags[0].description == "Worth a call."
    session.undoing.undo()
    assert session.notes.tags[0] == claim


# ---- by typing


def test_a_tag_is_found_by_typing(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    for number in range(200):
        session.stories.project.tags.add(f"tag number {number}", "blue")
    session.notes.refresh()
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_T)
    picker = picker_of(qtbot, window)
    qtbot.keyClicks(picker.typed, "number 157")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert worn(session) == [["tag number 157"]]
    back(qtbot, window)
    press(qtbot, Qt.Key.Key_T)
    picker = picker_of(qtbot, window)
    assert picker.list.item(0).text() == "✓ tag number 157"
    qtbot.keyClick(picker.typed, Qt.Key.Key_Down)
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert worn(session) == [["tag number 157", "claim"]]


def test_a_new_tag_is_made_of_what_was_typed_as_one_step(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    column = window.board.frames[session.board.columns[0]].column
    column.select(Span(0, 12))
    press(qtbot, Qt.Key.Key_T)
    picker = picker_of(qtbot, window)
    qtbot.keyClicks(picker.typed, "eyewitness")
    assert [picker.list.item(n).text() for n in range(picker.list.count())] == [
        "New tag “eyewitness”"
    ]
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert worn(session) == [["eyewitness"]]
    assert session.undoing.undo() == "Tag “eyewitness”"
    assert session.notes.annotations == ()
    assert all(tag.name != "eyewitness" for tag in session.notes.all_tags)


def test_shift_tags_all_readings_and_control_goes_on(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_T, SHIFT)
    qtbot.keyClick(picker_of(qtbot, window).typed, Qt.Key.Key_Return)
    assert len(session.notes.annotations[0].targets) == 2
    back(qtbot, window)
    before = session.passages.active
    press(qtbot, Qt.Key.Key_T)
    qtbot.keyClick(picker_of(qtbot, window).typed, Qt.Key.Key_Return, CONTROL)
    assert session.passages.active != before


def test_a_note_offers_a_few_tags_and_finds_the_others(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    for number in range(60):
        session.stories.project.tags.add(f"tag number {number}", "blue")
    note = session.notes.annotate([(session.board.columns[0], Span(0, 12))])
    assert note is not None
    tags = window.panels["note"].tags  # type: ignore[attr-defined]
    assert len(tags.chips) == 16
    tags.others.click()
    picker = picker_of(qtbot, window)
    qtbot.keyClicks(picker.typed, "number 57")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert worn(session) == [["tag number 57"]]
    assert "tag number 57" in [chip.text() for chip in tags.chips.values()]
    tags.others.click()
    picker = picker_of(qtbot, window)
    qtbot.keyClicks(picker.typed, "brand new")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Return)
    assert worn(session) == [["tag number 57", "brand new"]]
    assert session.undoing.undo() == "Tag “brand new”"
    assert worn(session) == [["tag number 57"]]


def test_without_a_place_it_says_what_to_do(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    with qtbot.waitSignal(session.said) as said:
        press(qtbot, Qt.Key.Key_T)
    assert "Select some words" in str(said.args)
    assert window.findChildren(TagPicker) == []


def test_escape_tags_nothing(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_T)
    picker = picker_of(qtbot, window)
    qtbot.keyClicks(picker.typed, "cla")
    qtbot.keyClick(picker.typed, Qt.Key.Key_Escape)
    assert session.notes.annotations == ()


# ---- the scale


def test_a_renamed_rating_is_renamed_wherever_it_is_seen(desk: Desk) -> None:
    window, session = desk
    note = session.notes.annotate([(session.board.columns[0], Span(0, 12))])
    assert note is not None
    first = session.notes.ratings[0]
    session.notes.set_rating(note.id, first.id)
    dialog = window.noting.edit_ratings()
    assert dialog is not None
    dialog.name.setText("borne out")
    dialog.name.textEdited.emit("borne out")
    dialog.buttons.accepted.emit()
    panel, listed = window.panels["note"], window.panels["annotations"]
    assert panel.judgement.rating.currentText() == "borne out"  # type: ignore[attr-defined]
    assert listed.bar.rating.findText("borne out") > 0  # type: ignore[attr-defined]
    assert "borne out" in listed.model.words.told(  # type: ignore[attr-defined]
        listed.model.index(1).data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
    )
    assert session.undoing.undo() == "Edit the scale of ratings"
    assert panel.judgement.rating.currentText() == first.name  # type: ignore[attr-defined]


# ---- several articles in one note


def test_words_of_another_article_are_added_to_the_active_note_and_taken_off(
    qtbot: QtBot, desk: Desk
) -> None:
    window, session = desk
    first, second = session.board.columns
    window.board.frames[first].column.select(Span(0, 12))
    press(qtbot, Qt.Key.Key_1)
    window.board.focus_column(1)
    window.board.frames[second].column.select(Span(0, 9))
    press(qtbot, Qt.Key.Key_E)
    (note,) = session.notes.annotations
    assert [target.article_id for target in note.targets] == [first, second]
    panel = window.panels["note"]
    button = panel.quotes.views[0].findChildren(QPushButton)[-1]  # type: ignore[attr-defined]
    button.click()
    (note,) = session.notes.annotations
    assert [target.article_id for target in note.targets] == [second]
    assert session.undoing.undo() == "Take words off note"
    assert session.undoing.undo() == "Add words to note"
    assert [target.article_id for target in session.notes.annotations[0].targets] == [first]
