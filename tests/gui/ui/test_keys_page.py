"""The keys page: commands are found by words and keys, and no key of one's own is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QKeySequenceEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from reader.places import find
from reader.ui.actions import Actions, read_actions
from reader.ui.dialogs.keys import KeysDialog
from reader.ui.settings import Settings


@pytest.fixture
def actions(qtbot: QtBot, tmp_path: Path) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    listed = read_actions(find().resources / "actions.toml")
    return Actions(listed, Settings(tmp_path / "settings.json"), window)


@pytest.fixture
def page(qtbot: QtBot, actions: Actions) -> KeysDialog:
    window = actions.parent()
    assert isinstance(window, QWidget)
    made = KeysDialog(actions, window)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def listed(page: KeysDialog) -> list[str]:
    table = page.findChild(QTableView)
    assert table is not None
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_commands_are_found_by_words_and_by_keys(
    page: KeysDialog, actions: Actions, qtbot: QtBot
) -> None:
    everything = listed(page)
    qtbot.keyClicks(page.search, "passage next")
    assert "Next passage" in listed(page)
    assert len(listed(page)) < len(everything)
    page.search.setText("ctrl+f")
    assert actions.record("edit.find").text in listed(page)
    page.search.setText("no such command")
    assert listed(page) == []
    page.search.clear()
    assert listed(page) == everything


def test_a_found_command_gets_its_key_without_the_mouse(
    page: KeysDialog, actions: Actions, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "previous passage")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    edit = page.findChild(QKeySequenceEdit)
    assert edit is not None
    assert edit.hasFocus() or edit.isAncestorOf(page.focusWidget())
    edit.setKeySequence("Ctrl+Alt+J")
    page._set.click()
    assert actions.keys("go.previous") == ("Ctrl+Alt+J",)


def test_all_keys_as_at_first_can_be_taken_back(page: KeysDialog, actions: Actions) -> None:
    assert not page.reset.isEnabled()
    actions.set_keys("go.next", ("M",))
    page._tell("")
    page.reset.click()
    assert actions.keys("go.next") == ("N",)
    page.reset.click()
    assert actions.keys("go.next") == ("M",)
    page.reset.click()
    assert actions.keys("go.next") == ("N",)
    actions.set_keys("go.back", ("Ctrl+Alt+J",))
    assert page.reset.text() == "My own keys again"
    page.reset.click()
    assert actions.keys("go.next") == ("M",)
    assert actions.keys("go.back") == ("Ctrl+Alt+J",)


def test_no_key_is_offered_before_one_is_pressed(page: KeysDialog) -> None:
    edit = page.findChild(QKeySequenceEdit)
    assert edit is not None
    assert not page._set.isEnabled()
    edit.setKeySequence("Ctrl+Alt+J")
    assert page._set.isEnabled()
