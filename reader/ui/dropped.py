"""Files that are dropped on the window: they are read and never moved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def welcome(event: QDropEvent) -> None:
    """Let files come in, whatever the other program proposes to do with them."""
    if event.mimeData().hasUrls():
        _as_copy(event)


def paths_of(event: QDropEvent) -> list[Path]:
    """The local files of a drop; none where it holds something else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if paths:
        _as_copy(event)
    return paths


def _as_copy(event: QDropEvent) -> None:
    """A file manager that is told of a move would delete its file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
