"""Tagging from the codebook, and keeping the codebook in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Person, Tag
from reader.core.text.span import Span
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.panels.tags.model import TAG_ROLE, TagsModel
from reader.ui.panels.tags.panel import TagsPanel
from reader.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> TagsPanel:
    made = TagsPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(240, 320)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tag(session: Session, name: str) -> Tag:
    return next(t for t in session.notes.all_tags if t.name == name)


def choose(panel: TagsPanel, tag: Tag, *path: str) -> None:
    """Walk a tag's menu by the words in it."""
    menu = panel.tag_menu(tag)
    for words in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == words)  # type: ignore[assignment]
    next(a for a in menu.actions() if a.text().startswith(path[-1])).trigger()


def test_the_model_keeps_its_promises(session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(TagsModel(session))


def test_a_double_click_tags_what_is_selected(
    panel: TagsPanel, session: Session, qtbot: QtBot
) -> None:
    article_id = session.board.columns[0]
    session.board.set_focus(article_id)
    session.board.set_selection(article_id, Span(0, 7))
    at = panel.list.visualRect(panel.model.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (made,) = session.notes.annotations
    assert made.tag_ids == (tag(session, "figure").id,)
    assert made.targets[0].anchor.quote == "Harbour"
    assert panel.model.index(1).data(TAG_ROLE).uses == 1


def test_enter_without_a_place_says_what_to_do(
    panel: TagsPanel, session: Session, qtbot: QtBot
) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0))
    with qtbot.waitSignal(session.said):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.notes.annotations == ()


def test_a_new_tag_gets_the_next_key_and_can_be_undone(
    panel: TagsPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.new, "eyewitness")
    qtbot.keyClick(panel.new, Qt.Key.Key_Return)
    made = tag(session, "eyewitness")
    assert made.hotkey == "9"
    assert panel.new.text() == ""
    session.undoing.undo()
    assert all(t.name != "eyewitness" for t in session.notes.all_tags)


def test_a_name_that_stands_already_is_refused_and_stays_typed(
    panel: TagsPanel, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(panel.new, "Claim")
    with qtbot.waitSignal(session.problem):
        qtbot.keyClick(panel.new, Qt.Key.Key_Return)
    assert panel.new.text() == "Claim"


def test_f2_renames_in_place(panel: TagsPanel, session: Session, qtbot: QtBot) -> None:
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "assertion")
    with qtbot.waitSignal(session.notes.tags_changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert tag(session, "assertion").hotkey == "1"


def test_colour_and_key_are_changed_and_a_key_has_one_tag(
    panel: TagsPanel, session: Session
) -> None:
    choose(panel, tag(session, "claim"), "Colour", "Red")
    assert tag(session, "claim").colour == "red"
    choose(panel, tag(session, "claim"), "Key", "2")
    assert tag(session, "claim").hotkey == "2"
    assert tag(session, "figure").hotkey is None


def test_archived_tags_leave_the_list_but_can_be_brought_back(
    panel: TagsPanel, session: Session
) -> None:
    choose(panel, tag(session, "figure"), "Archive")
    assert panel.model.row_of(tag(session, "figure").id) is None
    panel.archived.trigger()
    assert panel.model.row_of(tag(session, "figure").id) is not None
    choose(panel, tag(session, "figure"), "Bring back")
    assert not tag(session, "figure").archived


def test_hidden_peoples_notes_are_not_counted(panel: TagsPanel, session: Session) -> None:
    claim, article_id = tag(session, "claim"), session.board.columns[0]
    session.notes.annotate([(article_id, Span(0, 7))], (claim.id,))
    path = session.stories.project.path
    session.stories.open(Project.open(path, person=Person("b" * 8, "Bert")))
    session.notes.annotate([(article_id, Span(0, 4))], (claim.id,))
    assert panel.model.index(0).data(TAG_ROLE).uses == 2
    session.notes.set_blind(True)
    assert panel.model.index(0).data(TAG_ROLE).uses == 1
    assert session.notes.rating_uses().keys() == {r.id for r in session.notes.ratings}
    session.notes.set_blind(False)
    assert panel.model.index(0).data(TAG_ROLE).uses == 2


def test_merging_moves_the_uses(panel: TagsPanel, session: Session) -> None:
    article_id = session.board.columns[0]
    figure, claim = tag(session, "figure"), tag(session, "claim")
    session.notes.annotate([(article_id, Span(0, 7))], (figure.id,))
    choose(panel, figure, "Merge into", "claim")
    assert session.notes.annotations[0].tag_ids == (claim.id,)
    assert panel.model.row_of(figure.id) is None
    session.undoing.undo()
    assert session.notes.annotations[0].tag_ids == (figure.id,)


def test_a_tag_is_moved_under_another_but_never_under_itself(
    panel: TagsPanel, session: Session
) -> None:
    figure, claim = tag(session, "figure"), tag(session, "claim")
    choose(panel, claim, "Move under", "figure")
    rows = [panel.model.index(n).data(TAG_ROLE) for n in range(2)]
    assert [(row.tag.name, row.depth) for row in rows] == [("figure", 0), ("claim", 1)]
    menu = panel.tag_menu(figure)
    move = next(a.menu() for a in menu.actions() if a.text() == "Move under")
    offered = [a.text() for a in move.actions()]  # type: ignore[attr-defined]
    assert "No other tag" in offered
    assert not {"figure", "claim"} & set(offered)
    choose(panel, tag(session, "claim"), "Move under", "No other tag")
    assert tag(session, "claim").parent_id is None
    session.undoing.undo()
    assert tag(session, "claim").parent_id == figure.id


def test_a_menu_opens_where_a_tag_is(panel: TagsPanel, qtbot: QtBot) -> None:
    panel.list.customContextMenuRequested.emit(QPoint(5, 9999))
    assert all(not menu.isVisible() for menu in panel.findChildren(type(panel.more.menu())))
