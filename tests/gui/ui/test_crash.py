"""Our own mistakes: a report that can be copied, a log, and never a lost window."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from reader.ui.dialogs.crash import CrashDialog, crash_report, write_crash_log


def _fault() -> str:
    try:
        raise KeyError("missing noun")
    except KeyError as problem:
        return crash_report(KeyError, problem, problem.__traceback__)


def test_the_report_names_versions_and_the_place():
    report = _fault()
    assert "Source Reader" in report
    assert "Qt" in report
    assert "missing noun" in report


def test_the_log_is_written_and_a_full_disk_is_survived(tmp_path, capsys):
    log = write_crash_log(tmp_path / "logs", "told")
    assert log is not None
    assert log.read_text() == "told"
    (tmp_path / "file").write_text("")
    assert write_crash_log(tmp_path / "file", "told again") is None
    assert "told again" in capsys.readouterr().err


def test_the_report_can_be_copied(qtbot):
    dialog = CrashDialog(_fault(), None)
    qtbot.addWidget(dialog)
    dialog._on_copy()
    assert "missing noun" in QGuiApplication.clipboard().text()
