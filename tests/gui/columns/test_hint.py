"""The hint over the bundled story: once, quiet, and gone for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.ui.appearance import Appearance
from reader.ui.columns.board import BoardView
from reader.ui.columns.hint import BUNDLED
from reader.ui.session import Session


@pytest.fixture
def bundled(qtbot: QtBot, empty_session: Session) -> Session:
    text = "Harbour fire\n\nOver 5,000 people were moved out.\n"
    source = Source(Article("harbour", text), text.encode(), "utf-8", origin=BUNDLED)
    with qtbot.waitSignal(empty_session.comparing.comparison_changed):
        empty_session.stories.add("Bundled", [source])
    return empty_session


def opened(qtbot: QtBot, session: Session, appearance: Appearance) -> BoardView:
    view = BoardView(session, appearance)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_it_comes_over_the_bundled_story_and_not_again(
    qtbot: QtBot, bundled: Session, appearance: Appearance
) -> None:
    view = opened(qtbot, bundled, appearance)
    assert view.hint.isVisible()
    qtbot.mouseClick(view.hint.button, Qt.MouseButton.LeftButton)
    assert not view.hint.isVisible()
    (frame,) = view.frames.values()
    assert view.focusWidget() is frame.column
    view.stop()
    again = opened(qtbot, bundled, appearance)
    assert not again.hint.isVisible()
    again.stop()


def test_closing_the_window_counts_as_having_seen_it(
    qtbot: QtBot, bundled: Session, appearance: Appearance
) -> None:
    opened(qtbot, bundled, appearance).stop()
    again = opened(qtbot, bundled, appearance)
    assert not again.hint.isVisible()
    again.stop()


def test_it_leaves_ones_own_texts_alone(board: BoardView) -> None:
    assert not board.hint.isVisible()


def test_whoever_finds_their_own_way_needs_it_no_more(
    qtbot: QtBot, bundled: Session, appearance: Appearance
) -> None:
    view = opened(qtbot, bundled, appearance)
    view.open_find()
    assert not view.hint.isVisible()
    assert view.find_bar.isVisible()
    view.stop()
