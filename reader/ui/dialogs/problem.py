"""The one place where a person's problem is shown: a title, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.core.errors import ReaderError

UNREAD = 500
"""Milliseconds in which a message cannot be dismissed: keys typed before it came are no answer."""


def show_problem(parent: QWidget | None, problem: ReaderError) -> None:
    """A plain message with the remedy; returns when it is dismissed."""
    box = QMessageBox(parent)
    box.setWindowTitle("Source Reader")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(problem.title)
    box.setInformativeText(problem.advice)
    box.setAccessibleName(problem.title)
    button = box.addButton(QMessageBox.StandardButton.Ok)
    button.setEnabled(False)
    wait = QTimer(box)  # gone with the message, whenever that is
    wait.setSingleShot(True)
    wait.timeout.connect(lambda: button.setEnabled(True))
    wait.start(UNREAD)
    box.exec()
    box.deleteLater()


def ask_yes(parent: QWidget, title: str, advice: str, yes: str) -> bool:
    """Whether the person chose `yes`; the safe answer is the default."""
    box = QMessageBox(parent)
    box.setWindowTitle("Source Reader")
    box.setText(title)
    box.setInformativeText(advice)
    chosen = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    box.deleteLater()
    return box.clickedButton() is chosen


def show_about(parent: QWidget, version: str) -> None:
    """Version, purpose and licence."""
    box = QMessageBox(parent)
    box.setWindowTitle("About Source Reader")
    box.setText(f"Source Reader {version}")
    box.setInformativeText(
        "Reads several articles about one event side by side. Nothing leaves this machine.\n\n"
        "MIT licence. Made with Qt for Python (LGPL), diff-match-patch and sqlite-utils "
        "(Apache 2.0), platformdirs (MIT) and Noto Serif (SIL Open Font License)."
    )
    box.exec()
    box.deleteLater()
