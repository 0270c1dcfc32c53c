"""An article whose letters are wrong is read again in another encoding, with its notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Standing
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.importers.encodings import ENCODINGS, read_as
from reader.importers.opening import read_file
from reader.store.project import Project
from reader.ui.dialogs.encoding import EncodingDialog
from tests.gui.ui.desk import Desk

RUSSIAN = (
    "Пожар в старом порту\n\n"
    "Более 5000 человек вывезли из порта во вторник, сообщила пожарная служба.\n\n"
    "Никто не пострадал.\n"
)
GARBLED = RUSSIAN.encode("cp1251").decode("cp1252")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, bare_desk: Desk) -> Desk:
    """The window on an article in Windows-1251 that was taken for Windows-1252."""
    window, session = bare_desk
    path = tmp_path / "fire.txt"
    path.write_bytes(RUSSIAN.encode("cp1251"))
    project = Project.create(tmp_path / "p.reader")
    project.stories.add("Fire")
    session.stories.open(project)
    session.stories.add_articles([read_file(path)])
    window.board.finish()
    window.board.focus_column(0)
    return window, session


def test_the_command_shows_the_first_words_and_reads_the_text_again(
    qtbot: QtBot, desk: Desk
) -> None:
    window, session = desk
    (stored,) = session.stories.articles
    assert stored.article.text == GARBLED
    at = GARBLED.index("5000")
    note = session.notes.annotate([(stored.id, Span(at, at + 4))])
    assert note is not None
    seen: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, EncodingDialog)
        assert dialog.encoding == "cp1252"
        assert dialog.preview.toPlainText() == GARBLED.strip()
        dialog.choice.setCurrentIndex(dialog.choice.findData("cp1251"))
        seen.append(dialog.preview.toPlainText())
        dialog.ok.click()

    QTimer.singleShot(0, choose)
    window.actions_by_id["article.encoding"].trigger()
    qtbot.waitUntil(lambda: session.stories.articles[0].article.text == RUSSIAN)
    assert seen == [RUSSIAN.strip()]
    (stored,) = session.stories.articles
    assert stored.article.title == "Пожар в старом порту"
    (kept,) = session.notes.annotations
    assert kept.targets[0].standing is not Standing.LOST
    session.undoing.undo()
    (stored,) = session.stories.articles
    assert stored.article.text == GARBLED
    assert stored.article.title == GARBLED.split("\n")[0]


def test_the_encoding_it_has_already_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    before = session.undoing.undo_name
    (stored,) = session.stories.articles
    source = read_as(RUSSIAN.encode("cp1251"), "fire.txt", "cp1252")
    with qtbot.waitSignal(session.said):
        window.versions.take_encoding(stored, source)
    assert session.undoing.undo_name == before


def test_a_title_that_a_person_gave_stays(qtbot: QtBot, desk: Desk) -> None:
    window, session = desk
    (stored,) = session.stories.articles
    session.stories.project.articles.edit(stored.id, title="Harbour fire")
    source = read_as(RUSSIAN.encode("cp1251"), "fire.txt", "cp1251")
    window.versions.take_encoding(stored, source)
    qtbot.waitUntil(lambda: session.stories.articles[0].article.text == RUSSIAN)
    assert session.stories.articles[0].article.title == "Harbour fire"


def test_bytes_that_are_no_text_in_an_encoding_cannot_be_taken(qtbot: QtBot) -> None:
    raw = RUSSIAN.encode("cp1251")

    def read(encoding: str) -> Source:
        return read_as(b"" if encoding == "koi8-r" else raw, "fire.txt", encoding)

    dialog = EncodingDialog("fire.txt", "cp1251", ENCODINGS, read)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.ok.isEnabled()
    dialog.choice.setCurrentIndex(dialog.choice.findData("koi8-r"))
    assert not dialog.ok.isEnabled()
    assert dialog.warning.isVisible()
    dialog.choice.setCurrentIndex(dialog.choice.findData("utf-8"))
    assert dialog.ok.isEnabled()
    assert "utf-8" in dialog.warning.text()
