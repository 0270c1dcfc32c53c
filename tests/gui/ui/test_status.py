"""Progress and cancel come up for long work only, and go when it ends."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from reader.ui.jobs import Asking
from reader.ui.status import StatusLine
from reader.ui.widgets.line import Line


def test_long_work_can_be_seen_and_cancelled(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.show()
    asking = Asking(bar)
    status = StatusLine(bar, ((asking, "Counting…"),))
    status.cancelled.connect(asking.cancel)
    stop = threading.Event()
    asking.ask(lambda cancelled, progress: stop.wait(20))
    progress, button = bar.findChild(QProgressBar), bar.findChild(QPushButton)
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible, timeout=5000)
    assert status.said == "Counting…"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not asking.running
    assert not progress.isVisible()
    assert not button.isVisible()
    stop.set()
    asking.finish()


def test_short_work_shows_nothing(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.show()
    asking = Asking(bar)
    status = StatusLine(bar, ((asking, "Counting…"),))
    status.say("before")
    with qtbot.waitSignal(asking.answered):
        asking.ask(lambda cancelled, progress: 1)
    assert status.said == "before"
    assert not bar.findChild(QProgressBar).isVisible()
    asking.finish()


def test_how_many_passages_are_checked_stands_below(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    line = StatusLine(bar, ())
    line.show_checked(12, 41)
    label = next(
        found
        for found in bar.findChildren(QLabel)
        if found.accessibleName().startswith("How many passages are checked")
    )
    assert label.text() == "12 of 41 checked"
    line.show_checked(0, 0)
    assert label.text() == ""


def test_a_long_sentence_gives_way_and_is_told_whole(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    bar.resize(300, 24)
    bar.show()
    status = StatusLine(bar, ())
    status.show_checked(12, 41)
    sentence = "Merged “colleague”: " + "many annotations are new, " * 8
    status.say(sentence)
    line = bar.findChild(Line)
    qtbot.waitUntil(lambda: line.shown.endswith("…"))
    assert line.toolTip() == sentence
    assert bar.minimumSizeHint().width() <= 300


def test_what_happened_last_is_spoken_not_only_shown(qtbot):
    bar = QStatusBar()
    qtbot.addWidget(bar)
    status = StatusLine(bar, ())
    status.say("Copied 3 rows.")
    spoken = {label.accessibleName() for label in bar.findChildren(QLabel)}
    assert "What happened last: Copied 3 rows." in spoken
