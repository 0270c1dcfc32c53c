"""Keys in the find bar of the real window belong to finding, not to the column below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.ui.desk import Desk, LayOut

A = "The ministry said on Tuesday that over 5,000 people were moved from the valley.\n\nRain fell."
B = "Officials said on Tuesday that nearly 5,000 people were moved from the valley."


@pytest.fixture
def desk(qtbot: QtBot, lay_out: LayOut) -> Desk:
    found = lay_out(A, B)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    return found


def test_enter_steps_through_the_hits_and_opens_no_note(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    finding, line = window.board.finding, window.board.find_bar.line
    assert QApplication.focusWidget() is line
    qtbot.keyClicks(line, "people")
    qtbot.waitUntil(lambda: finding.total == 2 and not finding.busy)
    for position in (1, 2, 1):
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert finding.position == position
    assert not session.notes.annotations
    assert QApplication.focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not window.board.find_bar.isVisible()
    assert QApplication.focusWidget() is next(iter(window.board.frames.values())).column


def test_single_letters_do_nothing_on_a_switch_and_escape_leads_back(
    qtbot: QtBot, desk: Desk
) -> None:
    window, session = desk
    switch = window.board.find_bar.case
    switch.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_1):
        qtbot.keyClick(switch, key)
    assert session.passages.active is None
    assert not session.notes.annotations
    qtbot.keyClick(switch, Qt.Key.Key_Escape)
    assert not window.board.find_bar.isVisible()
