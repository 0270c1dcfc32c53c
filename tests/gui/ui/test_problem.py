"""Messages to the person: their words are seen whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from reader.core.errors import ReaderError
from reader.places import find
from reader.ui.appearance import Appearance
from reader.ui.dialogs.problem import UNREAD, show_problem
from reader.ui.settings import Settings


@pytest.fixture
def appearance(qtbot: QtBot, tmp_path: Path) -> Appearance:
    made = Appearance(find().resources, Settings(tmp_path / "look.json"))
    made.choose("light")
    made.finish()
    return made


@pytest.mark.parametrize("length", [1, 3])
def test_a_title_is_seen_whole(qtbot: QtBot, appearance: Appearance, length: int) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    seen: list[bool] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        label = box.findChild(QLabel, "qt_msgbox_label")
        assert label is not None
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        seen.append(
            label.height() >= needed
            and (label.wordWrap() or label.width() >= label.sizeHint().width())
        )
        box.reject()
        box.deleteLater()

    QTimer.singleShot(UNREAD + 20, look)
    show_problem(parent, ReaderError("“notes.reader” is not " * length + "database.", "Advice."))
    assert seen == [True]
