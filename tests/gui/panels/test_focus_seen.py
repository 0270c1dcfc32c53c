"""The frame of what has the focus moves nothing around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.appearance import Appearance
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.number import Number

BUTTONS = ("", "small", "corrections")
TOOLS = ("", "toggle", "fold", "slim")


def dressed(make: Callable[[str], QWidget], role: str) -> QWidget:
    made = make("Words")
    made.setProperty("role", role)
    return made


def tool(words: str) -> QToolButton:
    made = QToolButton()
    made.setText(words)
    return made


@pytest.mark.parametrize("key", ["light", "dark", "contrast-light", "contrast-dark"])
def test_focus_changes_no_size_and_no_place(key: str, qtbot: QtBot, appearance: Appearance) -> None:
    appearance.choose(key)
    desk = QWidget()
    qtbot.addWidget(desk)
    controls: list[QWidget] = [
        *(dressed(QPushButton, role) for role in BUTTONS),
        *(dressed(tool, role) for role in TOOLS),
        *(QLineEdit("Words"), QPlainTextEdit("Words"), Choice("Words"), Number("Words", 0, 9)),
    ]
    down = QVBoxLayout(desk)
    for control in controls:
        across = QHBoxLayout()
        across.addWidget(control)
        across.addStretch(1)
        down.addLayout(across)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    controls[-1].setFocus()

    def places() -> list[tuple[QPoint, QSize, QSize]]:
        return [(one.pos(), one.size(), one.sizeHint()) for one in controls]

    before = places()
    for control in controls[:-1]:
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        desk.grab()
        assert places() == before, control
