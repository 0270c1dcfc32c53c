"""A link in a note is opened by the browser only where a person says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.link import LinkDialog

ADDRESS = "https://example.org/a?b=<c>"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", staticmethod(lambda url: found.append(QUrl(url).toString()))
    )
    return found


def test_enter_and_escape_open_nothing(qtbot: QtBot, opened: list[str]) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = LinkDialog(ADDRESS)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        qtbot.keyClick(dialog, key)
        assert not dialog.isVisible()
    assert opened == []


def test_it_is_opened_or_copied_on_request(qtbot: QtBot, opened: list[str]) -> None:
    dialog = LinkDialog(ADDRESS)
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert opened == []
    qtbot.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert len(opened) == 1
