"""The whole way: the first start, five articles compared, a passage noted, and found again later.

`tests.check` runs this once more in a namespace without a network.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader import places
from reader.app import begin
from reader.core.compare import compare
from reader.core.difference.divergence import Verdict
from reader.ui.appearance import Appearance
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.window import Window

pytestmark = pytest.mark.whole_way

NOTE = "Nearly or over? 😀 ask the desk"


@dataclass(frozen=True)
class Desk:
    """A started reader."""

    session: Session
    window: Window

    def press(self, qtbot: QtBot, key: Qt.Key) -> None:
        """Press a key in the column that has the focus."""
        self.window.board.focus_column()
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


@pytest.fixture
def start(qtbot: QtBot, home: Path) -> Iterator[Callable[..., Desk]]:
    """Start the reader as `reader.app.main` does, without its event loop; the folder is `home`."""
    started: list[Desk] = []

    def begun(*named: Path) -> Desk:
        here = places.find()
        settings = Settings(here.settings)
        appearance = Appearance(here.resources, settings)
        appearance.apply()
        session = Session(settings, compare)
        window = Window(session, appearance, here)
        qtbot.addWidget(window)
        started.append(Desk(session, window))
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        with qtbot.waitSignal(
            session.comparing.comparison_changed,
            timeout=20_000,
            check_params_cb=lambda: session.comparing.comparison is not None,
        ):
            begin(window, session, here, list(named))
        return started[-1]

    yield begun
    for desk in started:
        desk.window.close()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_noted_conflict_is_found_again_at_the_next_start(
    qtbot: QtBot, start: Callable[..., Desk], home: Path
) -> None:
    first = start()
    session = first.session
    assert len(session.stories.articles) == 5
    comparison = session.comparing.comparison
    assert comparison is not None
    assert comparison.complete

    first.press(qtbot, Qt.Key.Key_N)
    active = session.passages.active
    assert active is not None
    assert session.passages.passage(active).verdict is Verdict.CONFLICT
    assert session.passages.position[0] == 1

    first.press(qtbot, Qt.Key.Key_1)
    first.press(qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: session.notes.active is not None)
    field = QApplication.focusWidget()
    assert field is not None
    field.insertPlainText(NOTE)
    (noted,) = session.notes.annotations
    quote = noted.targets[0].anchor.quote
    first.window.close()

    second = start()
    (found,) = second.session.notes.annotations
    assert found.note == NOTE
    assert found.tag_ids == noted.tag_ids
    assert len(found.tag_ids) == 1
    target = found.targets[0]
    article = second.session.stories.article(target.article_id)
    assert article is not None
    assert target.span is not None
    assert target.span.of(article.article.text) == quote
    second.session.notes.come_to(found.id)
    assert second.session.notes.active == found.id


def test_looking_around_leaves_the_project_as_it_was(
    qtbot: QtBot, start: Callable[..., Desk], home: Path
) -> None:
    start().window.close()
    project = places.find().default_project
    before = digest(project)
    desk = start()
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P, Qt.Key.Key_BracketRight):
        desk.press(qtbot, key)
    desk.window.close()
    assert digest(project) == before


def test_two_texts_of_ones_own_are_side_by_side(
    qtbot: QtBot, start: Callable[..., Desk], tmp_path: Path
) -> None:
    texts = [tmp_path / "one.txt", tmp_path / "two.md"]
    texts[0].write_text("Over 5,000 people left the old town on Tuesday night, they said.", "utf-8")
    texts[1].write_text("Nearly 5,000 people left the old town on Tuesday night.", "utf-8")
    desk = start(*texts)
    qtbot.waitUntil(lambda: len(desk.session.board.columns) == 2, timeout=10_000)
    names = [
        stored.article.name
        for stored in desk.session.stories.articles
        if stored.id in desk.session.board.columns
    ]
    assert names == ["one.txt", "two.md"]
