"""Files dropped on the window are read where they are and never given away as moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from reader.ui.dropped import paths_of, welcome

BOTH = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def entering(data: QMimeData) -> QDropEvent:
    """What is dragged comes over the window."""
    return QDropEvent(QPointF(1, 1), BOTH, data, LEFT, NONE, QEvent.Type.DragEnter)


@pytest.fixture
def files() -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile("/texts/a.txt"), QUrl("https://example.org/b.txt")])
    return made


def test_a_proposed_move_is_taken_as_a_copy(files: QMimeData) -> None:
    coming = entering(files)
    welcome(coming)
    assert coming.isAccepted()
    assert coming.dropAction() is Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(1, 1), BOTH, files, LEFT, NONE)
    drop.setDropAction(Qt.DropAction.MoveAction)
    assert paths_of(drop) == [Path("/texts/a.txt")]
    assert drop.isAccepted()
    assert drop.dropAction() is Qt.DropAction.CopyAction


def test_what_is_no_file_is_left_to_others() -> None:
    words = QMimeData()
    words.setText("Rain fell.")
    coming = entering(words)
    coming.ignore()
    welcome(coming)
    assert not coming.isAccepted()
    assert paths_of(QDropEvent(QPointF(1, 1), BOTH, words, LEFT, NONE)) == []
