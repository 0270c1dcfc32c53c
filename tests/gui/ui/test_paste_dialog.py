"""Pasting a text by keyboard alone, and keeping it as it was pasted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from reader.ui.dialogs.article_form import PasteDialog


def test_the_keyboard_leads_out_of_the_text(qtbot):
    dialog = PasteDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    text = dialog.findChild(QPlainTextEdit)
    text.setFocus()
    qtbot.keyClicks(text, "Rain fell.")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert dialog.text == "Rain fell."
    assert QApplication.focusWidget() is not text
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_what_was_pasted_and_not_touched_keeps_every_character(qtbot):
    pasted = "Five\u00a0thousand\u2028people\r\nwere moved \U0001f600."
    dialog = PasteDialog(pasted)
    qtbot.addWidget(dialog)
    assert dialog.text == pasted
