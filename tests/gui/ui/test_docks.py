"""Docks as a person moves them: dragged by their grip, in a window of their own, put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.docks import DOCKS
from reader.ui.window import Window
from tests.gui.ui.desk import Desk, LayOut


@pytest.fixture
def window(bare_desk: Desk) -> Window:
    return bare_desk[0]


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


def test_a_dock_tells_its_name_where_no_tab_does(qtbot: QtBot, window: Window) -> None:
    docks = window.docks
    grips = {name: docks[name].titleBarWidget() for name in ("articles", "passages", "figures")}
    qtbot.waitUntil(lambda: grips["passages"].height() < grips["articles"].height())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["figures"])
    qtbot.waitUntil(lambda: grips["figures"].height() == grips["articles"].height())
    assert grips["passages"].height() < grips["articles"].height()
    for name in ("quotations", "annotations", "story"):
        docks[name].hide()
    qtbot.waitUntil(lambda: grips["passages"].height() == grips["articles"].height())


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
    assert grip.autoFillBackground()
    assert dock.widget().autoFillBackground()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not dock.isVisible()
    window.actions_by_id["panel.figures"].trigger()
    assert dock.isVisible()
    window.actions_by_id["view.reset"].trigger()
    assert not dock.isFloating()


def test_putting_all_docks_back_leaves_the_text_where_it_is(lay_out: LayOut) -> None:
    window, session = lay_out(
        "Over 5,000 people were moved out on Monday. “It was loud,” said Ann Moor.",
        "Nearly 5,000 people were moved out. “It was very loud,” said Ann Moor.",
    )
    went: list[object] = []
    session.passages.place_requested.connect(lambda *place: went.append(place))
    window.docks["passages"].raise_()
    window.panels["passages"].findChild(QTableView).setFocus()
    window.actions_by_id["view.reset"].trigger()
    assert went == []
