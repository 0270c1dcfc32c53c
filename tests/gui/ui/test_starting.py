"""What stands on the desk at the start: the project last open, and never a message in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import begin, build
from reader.core.errors import ReaderError
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.session import Session
from reader.ui.status import StatusLine
from reader.ui.window import Window


@dataclass
class Start:
    window: Window
    session: Session
    told: list[ReaderError]

    @property
    def said(self) -> str:
        (line,) = self.window.findChildren(StatusLine)
        return line.said


@pytest.fixture
def start(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Start]]:
    """Start the reader, with the default project holding nothing that takes long to compare."""
    monkeypatch.setenv("SOURCE_READER_HOME", str(tmp_path / "home"))
    told: list[ReaderError] = []
    monkeypatch.setattr("reader.ui.window.show_problem", lambda _, problem: told.append(problem))
    default = places.find().default_project
    _make(default)
    started: list[Window] = []

    def begun(*named: Path) -> Start:
        for window in started:
            window.close()
        window, session = build(places.find())
        qtbot.addWidget(window)
        started.append(window)
        begin(window, session, places.find(), list(named))
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: session.stories.is_open)
        return Start(window, session, told)

    yield begun
    for window in started:
        window.close()


def _make(path: Path) -> Path:
    project = Project.create(path)
    texts = ("Over 5,000 people were moved on Tuesday.", "Nearly 5,000 people were moved.")
    story = project.stories.add("Valley")
    project.articles.add(story.id, [from_pasted(text, text[:6]) for text in texts])
    project.close()
    return path


def test_the_project_last_open_is_there_again(start: Callable[..., Start], tmp_path: Path) -> None:
    mine = _make(tmp_path / "mine.reader")
    assert start().session.stories.path == places.find().default_project
    assert start(mine).session.stories.path == mine
    again = start()
    assert again.session.stories.path == mine
    assert again.window.projects.recent == (mine, places.find().default_project)
    assert again.told == []


def test_the_project_last_open_is_found_from_every_folder(
    start: Callable[..., Start], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = _make(tmp_path / "mine.reader")
    monkeypatch.chdir(tmp_path)
    start(Path("mine.reader"))
    monkeypatch.chdir(tmp_path / "home")
    assert start().session.stories.path == mine


def test_a_project_that_is_gone_gives_way_to_ones_own_with_a_sentence(
    qtbot: QtBot, start: Callable[..., Start], tmp_path: Path
) -> None:
    mine = _make(tmp_path / "mine.reader")
    start(mine).window.close()
    mine.unlink()
    again = start()
    assert again.session.stories.path == places.find().default_project
    qtbot.waitUntil(lambda: again.session.comparing.comparison is not None)
    assert "“mine.reader”, which was open last, is no longer in" in again.said
    assert "in conflict" in again.said  # what was compared is told behind it
    assert again.told == []


def test_a_project_that_cannot_be_opened_any_more_is_no_message_at_the_start(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    mine = _make(tmp_path / "mine.reader")
    start(mine).window.close()
    mine.write_text("overwritten")
    again = start()
    assert again.session.stories.path == places.find().default_project
    assert "“mine.reader” is not a project" in again.said
    assert again.told == []


def test_while_the_project_is_opened_the_board_says_so(
    qtbot: QtBot, start: Callable[..., Start], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = start()
    begun.window.projects.close()
    assert begun.window.board.empty.title == "No project is open"
    begun.window.projects.open(places.find().default_project)
    assert begun.window.board.empty.title == "Opening…"
    qtbot.waitUntil(lambda: begun.session.stories.is_open)
    qtbot.waitUntil(lambda: not begun.window.board.empty.isVisible())
