"""Columns of tables: they use the room there is, until a person drags one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.appearance import Appearance
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.ledgers.quotations import QuotationsPanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.story.panel import StoryPanel
from reader.ui.panels.tables.widths import Width, shared
from reader.ui.session import Session

PANELS = (PassagesPanel, FiguresPanel, QuotationsPanel, StoryPanel)
Panel = PassagesPanel | FiguresPanel | QuotationsPanel | StoryPanel


def widths(table: QTableView) -> list[int]:
    header = table.horizontalHeader()
    return [header.sectionSize(n) for n in range(header.count())]


def shown(qtbot: QtBot, panel: QWidget, width: int) -> None:
    qtbot.addWidget(panel)
    panel.resize(width, 300)
    with qtbot.waitExposed(panel):
        panel.show()


def drag(qtbot: QtBot, table: QTableView, section: int, by: int) -> None:
    header = table.horizontalHeader()
    edge = header.sectionViewportPosition(section) + header.sectionSize(section) - 1
    start = QPoint(edge, header.height() // 2)
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(header.viewport(), left, pos=start)
    qtbot.mouseMove(header.viewport(), start + QPoint(by // 2, 0))
    qtbot.mouseMove(header.viewport(), start + QPoint(by, 0))
    qtbot.mouseRelease(header.viewport(), left, pos=start + QPoint(by, 0))


def test_what_is_left_over_is_shared_and_nothing_is_lost() -> None:
    told = (Width(50), Width(100, 1.0), Width(100, 2.0))
    assert shared(550, told) == [50, 200, 300]
    assert sum(shared(551, told)) == 551
    assert shared(100, told) == [50, 100, 100]


@pytest.mark.parametrize("kind", PANELS)
def test_columns_follow_every_resize(
    qtbot: QtBot, session: Session, appearance: Appearance, kind: type[Panel]
) -> None:
    panel = kind(session, appearance)
    shown(qtbot, panel, 1100)
    assert sum(widths(panel.table)) == panel.table.viewport().width()
    before = widths(panel.table)
    panel.resize(1800, 300)
    qtbot.waitUntil(lambda: sum(widths(panel.table)) == panel.table.viewport().width())
    assert all(new >= old for new, old in zip(widths(panel.table), before, strict=True))


@pytest.mark.parametrize("kind", PANELS)
def test_what_a_person_drags_stands_and_is_remembered(
    qtbot: QtBot, session: Session, appearance: Appearance, kind: type[Panel]
) -> None:
    panel = kind(session, appearance)
    shown(qtbot, panel, 1100)
    before = widths(panel.table)
    drag(qtbot, panel.table, 1, 40)
    dragged = widths(panel.table)
    assert dragged[1] == before[1] + 40
    panel.resize(1500, 300)
    assert widths(panel.table) == dragged
    again = kind(session, appearance)
    shown(qtbot, again, 1300)
    assert widths(again.table) == dragged
    again.widths.forget()
    assert sum(widths(again.table)) == again.table.viewport().width()
