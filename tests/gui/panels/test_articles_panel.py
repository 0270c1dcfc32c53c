"""Choosing, ordering and naming the story's articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.panels.articles.model import ARTICLE_ROLE, ArticlesModel
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> ArticlesPanel:
    made = ArticlesPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(240, 520)
    with qtbot.waitExposed(made):
        made.show()
    return made


def outlets(session: Session) -> list[str]:
    return [a.article.outlet or a.article.name for a in session.stories.articles]


def test_the_model_keeps_its_promises(session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ArticlesModel(session))


def test_rows_say_all_there_is_to_know(panel: ArticlesPanel) -> None:
    told = panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    words = panel.model.index(0).data(ARTICLE_ROLE).article.word_count
    assert told == (
        "Harbour Post, Harbour fire destroys warehouse, 5 March 2024, "
        f"{words} words, on the board, base"
    )


def test_a_click_on_the_check_takes_an_article_off_the_board(
    panel: ArticlesPanel, session: Session, qtbot: QtBot
) -> None:
    second = session.stories.articles[1].id
    area = panel.list.visualRect(panel.model.index(1))
    at = area.topLeft() + QPoint(14, 16)
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert second not in session.board.columns
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.board.columns[1] == second


def test_space_does_the_same(panel: ArticlesPanel, session: Session, qtbot: QtBot) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert len(session.board.columns) == 2


def test_alt_down_moves_the_article_and_its_column_and_stays_on_it(
    panel: ArticlesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert outlets(session) == ["Coast Daily", "Harbour Post", "wire.txt"]
    assert session.board.columns == tuple(a.id for a in session.stories.articles)
    assert panel.list.currentIndex().row() == 1
    session.undoing.undo()
    assert outlets(session)[0] == "Harbour Post"


def test_dragging_moves_an_article_before_another(panel: ArticlesPanel, session: Session) -> None:
    assert panel.model.moveRow(QModelIndex(), 2, QModelIndex(), 0)
    assert outlets(session) == ["wire.txt", "Harbour Post", "Coast Daily"]
    assert not panel.model.moveRow(QModelIndex(), 1, QModelIndex(), 2)


def test_the_menu_makes_a_base_and_asks_for_the_rest(
    panel: ArticlesPanel, session: Session, qtbot: QtBot
) -> None:
    second = session.stories.articles[1].id
    menu = {action.text(): action for action in panel.article_menu(second).actions()}
    menu["Compare the others with this one"].trigger()
    assert session.board.base == second
    with qtbot.waitSignal(panel.edit_requested) as asked:
        menu["Edit details…"].trigger()
    assert asked.args == [second]
    with qtbot.waitSignal(panel.remove_requested):
        menu["Remove from the story"].trigger()
    with qtbot.waitSignal(panel.add_requested):
        qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)


def test_a_project_that_cannot_be_written_tells_so_and_nothing_moves(
    panel: ArticlesPanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    path = session.stories.project.path
    session.stories.close()
    assert not panel.isEnabled()
    session.stories.open(Project.open(path, read_only=True))
    with qtbot.waitSignal(session.problem):
        assert not panel.model.move(0, 1)
    assert outlets(session)[0] == "Harbour Post"


def test_only_what_is_in_view_of_a_long_list_is_counted(
    panel: ArticlesPanel, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []

    def told(article: Article) -> str:
        counted.append(article.name)
        return "5 words"

    monkeypatch.setattr("reader.ui.panels.articles.panel.told_length", told)
    texts = [Article(f"{n}.txt", f"Rain fell here {n} times.") for n in range(120)]
    sources = [Source(a, a.text.encode(), "utf-8", origin=a.name) for a in texts]
    session.stories.choose(session.stories.add("Rain", sources).id)
    qtbot.waitUntil(lambda: panel.list.visualRect(panel.model.index(119)).top() > 1000)
    panel.list.grab()
    assert 0 < len(set(counted)) < 40
