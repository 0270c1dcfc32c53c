"""Help pages: tables are ruled, not boxed, in the colours of the theme in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette, QTextTable
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.help import HelpDialog

PAGE = "# Marks\n\n| Mark | Meaning |\n| --- | --- |\n| line | same |\n| box | conflict |\n"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> HelpDialog:
    (tmp_path / "1-marks.md").write_text(PAGE, "utf-8")
    dialog = HelpDialog(tmp_path, "")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def table(dialog: HelpDialog) -> QTextTable:
    frames = dialog.findChildren(QTextBrowser)[0].document().rootFrame().childFrames()
    (found,) = (frame for frame in frames if isinstance(frame, QTextTable))
    return found


def test_a_table_has_a_line_below_each_row_and_no_box(dialog: HelpDialog) -> None:
    ruled = table(dialog)
    assert ruled.format().border() == 0
    for row in range(ruled.rows()):
        form = ruled.cellAt(row, 0).format().toTableCellFormat()
        assert form.bottomBorder() == 1
        assert form.leftBorder() == 0


def test_the_rules_follow_the_theme(dialog: HelpDialog) -> None:
    page = dialog.findChildren(QTextBrowser)[0]
    palette = page.palette()
    palette.setColor(QPalette.ColorRole.Mid, QColor("#123456"))
    page.setPalette(palette)
    form = table(dialog).cellAt(1, 1).format().toTableCellFormat()
    assert form.bottomBorderBrush().color() == QColor("#123456")
