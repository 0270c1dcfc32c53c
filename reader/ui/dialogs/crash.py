"""When the program itself is at fault: say so, write a log, let the report be copied."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)

from reader import __version__
from reader.ui.dialogs.sheet import sheet


def crash_report(
    kind: type[BaseException], problem: BaseException, trace: TracebackType | None
) -> str:
    """What a founder needs to mend it: versions and the traceback, none of the person's texts."""
    told = "".join(traceback.format_exception(kind, problem, trace))
    return (
        f"Source Reader {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n\n{told}"
    )


def write_crash_log(folder: Path, report: str) -> Path | None:
    """The report as a file of its own; None where the folder cannot be written."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S")
    path = folder / f"crash-{now}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(report, "utf-8")
    except OSError:
        print(report, file=sys.stderr)
        return None
    return path


class CrashDialog(QDialog):
    """Tells that a fault happened, that nothing written is lost, and offers the report."""

    def __init__(self, report: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Source Reader: a fault")
        self.setAccessibleName("A fault in the program")
        self._report = report
        title = QLabel("Something went wrong in the program.")
        title.setProperty("role", "title")
        kept = f" The report is also in {log}." if log else ""
        advice = QLabel(
            "What you noted is saved: every change is written when it is made. You can go on; if "
            "the window behaves oddly, close it and start again." + kept
        )
        advice.setWordWrap(True)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setAccessibleName("Report of the fault")
        text.setMinimumSize(560, 220)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        sheet(self, title, advice, text, buttons)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
