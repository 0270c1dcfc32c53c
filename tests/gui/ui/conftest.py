"""The real window for tests of its commands: bare, or on a small story of given texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import build
from reader.importers.opening import from_pasted
from reader.store.project import Project
from tests.gui.ui.desk import Desk, LayOut


@pytest.fixture
def bare_desk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The window without a project; its settings are the test's own."""
    monkeypatch.setenv("SOURCE_READER_HOME", str(tmp_path))
    window, session = build(places.find())
    qtbot.addWidget(window)
    window.resize(1800, 1000)
    with qtbot.waitExposed(window):
        window.show()
    yield window, session
    window.close()


@pytest.fixture
def lay_out(qtbot: QtBot, tmp_path: Path, bare_desk: Desk) -> LayOut:
    """Compares texts in a new project and gives the keyboard to the first column."""
    window, session = bare_desk

    def laid_out(*texts: str) -> Desk:
        project = Project.create(tmp_path / "p.reader")
        project.stories.add("Valley")
        session.stories.open(project)
        with qtbot.waitSignal(session.comparing.comparison_changed):
            sources = [from_pasted(text, f"text {n}") for n, text in enumerate(texts)]
            session.stories.add_articles(sources)
        window.board.finish()
        window.board.focus_column(0)
        return window, session

    return laid_out
