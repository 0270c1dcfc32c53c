"""Another theme: every widget wears it, none is asked more often than it must, nothing waits."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.places import find
from reader.ui.appearance import Appearance
from reader.ui.settings import Settings

DEEP = 8


class Counting(QObject):
    """What happens to widgets, by kind of event."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[QEvent.Type] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen[event.type()] += 1
        return False


@pytest.fixture
def appearance(qtbot: QtBot, tmp_path: Path) -> Appearance:
    made = Appearance(find().resources, Settings(tmp_path / "look.json"))
    made.choose("light")
    made.finish()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Widgets inside widgets, with a button in the innermost."""
    made = inner = QWidget()
    qtbot.addWidget(made)
    for _ in range(DEEP):
        layout = QVBoxLayout(inner)
        inner = QWidget()
        layout.addWidget(inner)
    QPushButton("Add", inner)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ink(window: QWidget) -> str:
    button = window.findChild(QPushButton)
    assert button is not None
    return button.palette().color(QPalette.ColorRole.ButtonText).name().upper()


def test_every_widget_wears_another_theme(
    qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    with qtbot.waitSignal(appearance.theme_changed):
        appearance.choose("dark")
    qtbot.waitUntil(lambda: appearance.is_settled)
    assert ink(window) == appearance.themes["dark"].ink["text"]
    assert window.updatesEnabled()
    assert window.grab().toImage().pixelColor(1, 1).lightness() < 64


def test_the_event_loop_goes_on_while_widgets_are_dressed(
    qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    appearance.choose("dark")
    assert not appearance.is_settled
    assert not window.updatesEnabled()  # nobody sees it half dressed
    qtbot.waitUntil(lambda: appearance.is_settled)
    assert window.updatesEnabled()


def test_a_widget_is_not_dressed_once_for_each_of_its_ancestors(
    appearance: Appearance, window: QWidget
) -> None:
    """As `QApplication.setStyleSheet` has it: 200 ms for the whole window."""
    counting = Counting()
    button = window.findChild(QPushButton)
    assert button is not None
    button.installEventFilter(counting)
    appearance.choose("dark")
    appearance.finish()
    assert ink(window) == appearance.themes["dark"].ink["text"]
    assert counting.seen[QEvent.Type.StyleChange] == 0
    assert counting.seen[QEvent.Type.PaletteChange] <= 4


def test_the_last_of_two_choices_counts(
    qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    told: list[str] = []
    appearance.theme_changed.connect(lambda: told.append(appearance.theme.key))
    appearance.choose("dark")
    appearance.choose("contrast-dark")
    qtbot.waitUntil(lambda: appearance.is_settled)
    assert told == ["contrast-dark"]
    assert ink(window) == appearance.themes["contrast-dark"].ink["text"]
    assert window.updatesEnabled()


def test_what_comes_and_goes_meanwhile_is_dressed_too(
    qtbot: QtBot, appearance: Appearance, window: QWidget
) -> None:
    label = QLabel("goes", window)
    label.show()
    appearance.choose("dark")
    label.setParent(None)
    label.deleteLater()
    other = QPushButton("comes", window)
    other.show()
    qtbot.waitUntil(lambda: appearance.is_settled)
    comes = other.palette().color(QPalette.ColorRole.ButtonText).name().upper()
    assert comes == appearance.themes["dark"].ink["text"]
