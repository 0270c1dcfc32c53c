"""Putting a passage right in the details: other words, one more reading, parted, lost decisions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import DecisionKind
from reader.core.comparison import Comparison
from reader.core.difference.divergence import Verdict
from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.panels.details.decision import DecisionView
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> DetailsPanel:
    made = DetailsPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(312, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def compared(session: Session) -> Comparison:
    comparison = session.comparing.comparison
    assert comparison is not None
    return comparison


def conflict(session: Session) -> int:
    passages = compared(session).passages
    return next(n for n, p in enumerate(passages) if p.verdict is Verdict.CONFLICT)


def opened(menu: QMenu) -> QMenu:
    """A menu as a person sees it: filled when it is about to be shown."""
    menu.aboutToShow.emit()
    return menu


def choose(qtbot: QtBot, session: Session, menu: QMenu, words: str) -> None:
    action = next(a for a in opened(menu).actions() if a.text() == words)
    assert action.isEnabled()
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        action.trigger()


def at(session: Session, article: int, words: str) -> tuple[str, Span]:
    article_id = session.comparing.ids[article]
    stored = session.stories.article(article_id)
    assert stored is not None
    start = stored.article.text.index(words)
    return article_id, Span(start, start + len(words))


def kinds(session: Session) -> list[DecisionKind]:
    return sorted(decision.kind for decision in session.decisions.all)


def undone(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        session.undoing.undo()


def test_selected_words_take_the_place_of_a_reading_in_one_step(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    session.passages.activate(conflict(session))
    view = panel.readings[1]
    menu = view.correct.menu()
    wanted = "Use the selected words as the reading"
    offered = next(a for a in opened(menu).actions() if a.text() == wanted)
    assert not offered.isEnabled()
    place = at(session, 1, "Nearly 5,000 people were moved out of the old town")
    session.board.set_selection(*place)
    choose(qtbot, session, menu, wanted)
    assert set(kinds(session)) == {DecisionKind.MADE, DecisionKind.REJECTED}
    active = session.passages.active
    assert active is not None
    assert place in session.passages.places(active)
    undone(qtbot, session)
    assert session.decisions.all == ()


def test_a_reading_is_taken_out(panel: DetailsPanel, session: Session, qtbot: QtBot) -> None:
    number = conflict(session)
    session.passages.activate(number)
    readings = compared(session).passages[number].readings
    choose(qtbot, session, panel.readings[1].correct.menu(), "Take the reading out")
    assert not any(set(readings) <= set(p.readings) for p in compared(session).passages)
    undone(qtbot, session)
    assert any(set(readings) <= set(p.readings) for p in compared(session).passages)


def test_what_was_decided_is_told_and_taken_back(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    number = conflict(session)
    session.passages.activate(number)
    readings = compared(session).passages[number].readings
    choose(qtbot, session, panel.readings[1].correct.menu(), "Take the reading out")
    fold = next(fold for fold in panel.folds if "of yours" in fold.title)
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    rejected = [v for v in fold.findChildren(DecisionView) if "Rejected" in v.accessibleName()]
    assert rejected
    assert any("Nearly 5,000" in view.accessibleName() for view in rejected)
    for _ in session.decisions.all:
        view = panel.findChildren(DecisionView)[0]
        with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
            view.forget.click()
    assert any(set(readings) <= set(p.readings) for p in compared(session).passages)


def test_a_decision_whose_words_are_lost_is_listed_and_can_be_let_go(
    panel: DetailsPanel, session: Session, qtbot: QtBot
) -> None:
    words = "The warehouse stored paint and solvents"
    session.links.decide(DecisionKind.REJECTED, [(at(session, 0, words), at(session, 2, words))])
    rewritten = "Nothing of it is left.\n\nAnother text stands here now, of other things.\n"
    project = session.stories.project
    project.articles.replace(
        session.comparing.ids[2],
        Source(Article("wire.txt", rewritten), rewritten.encode(), "utf-8", origin="wire.txt"),
    )
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        session.stories.refresh()
        session.notes.refresh()
    session.passages.activate(None)
    (lost,) = panel.lost
    assert "The warehouse stored paint and solvents" in lost.accessibleName()
    button = lost.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(session.comparing.comparison_changed, timeout=10_000):
        button.click()
    assert session.decisions.all == ()
    assert not panel.lost
