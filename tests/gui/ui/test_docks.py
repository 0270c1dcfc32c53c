"""Docks as a person moves them: dragged by their grip, in a window of their own, put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import build
from reader.ui.docks import DOCKS
from reader.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setenv("SOURCE_READER_HOME", str(tmp_path))
    made, _session = build(places.find())
    qtbot.addWidget(made)
    made.resize(1800, 1000)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def drag_off(qtbot: QtBot, grip: QWidget) -> None:
    """Drag by the middle of the grip, far up, and let go."""
    start = grip.rect().center()
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 12):
        qtbot.mouseMove(grip, start - QPoint(0, 30 * step))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 330))


def test_every_dock_is_dragged_off_by_its_grip_and_put_back_by_a_double_click(
    qtbot: QtBot, window: Window
) -> None:
    for record in DOCKS:
        window.actions_by_id[f"panel.{record.name}"].trigger()
        dock = window.docks[record.name]
        grip = dock.titleBarWidget()
        qtbot.waitUntil(lambda grip=grip: not grip.visibleRegion().isEmpty())
        drag_off(qtbot, grip)
        assert dock.isFloating(), record.name
        qtbot.mouseDClick(grip, Qt.MouseButton.LeftButton, pos=QPoint(40, grip.height() // 2))
        assert not dock.isFloating(), record.name


def test_a_dock_in_a_window_of_its_own_tells_its_name_and_can_be_closed(
    qtbot: QtBot, window: Window
) -> None:
    dock = window.docks["figures"]
    grip = dock.titleBarWidget()
    button = grip.findChild(QToolButton)
    assert button is not None
    dock.raise_()
    assert not button.isVisible()
    dock.setFloating(True)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dock.isVisible()
    window.actions_by_id["panel.figures"].trigger()
    assert dock.isVisible()
    window.actions_by_id["view.reset"].trigger()
    assert not dock.isFloating()
