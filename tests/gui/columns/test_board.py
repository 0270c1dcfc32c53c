"""The board as a person uses it: clicks, keys, columns that come and go, finding, going back."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.core.matching.link import Relation
from reader.core.text.article import Article
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.board import BoardView
from reader.ui.columns.column import Column
from reader.ui.columns.dragging import DropMark
from reader.ui.columns.head.headline import Headline
from reader.ui.columns.marks.painting import LEFT_MARGIN
from reader.ui.columns.plan.placing import NARROWEST
from reader.ui.session import Session
from reader.ui.widgets.line import Line
from tests.gui.columns.test_column import corner
from tests.gui.columns.texts import COAST, HARBOUR, WIRE, at

Columns = dict[str, Column]
Ids = dict[str, str]
CONFLICT = 0
PAINT = 1


def click(qtbot: QtBot, column: Column, text: str, words: str) -> None:
    spot = corner(column, at(text, words).start) + QPoint(6, 0)
    qtbot.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def height(column: Column, text: str, words: str) -> float:
    """How far below the upper edge of the view the words begin."""
    extent = column.extent(at(text, words))
    assert extent is not None
    return extent[0] - column.upper_edge


# ---- passages


def test_clicking_a_mark_brings_the_counterpart_to_the_same_height(
    qtbot: QtBot, session: Session, columns: Columns
) -> None:
    before = height(columns["harbour"], HARBOUR, "Over 5,000")
    click(qtbot, columns["harbour"], HARBOUR, "people were moved")
    assert session.passages.active == CONFLICT
    assert height(columns["harbour"], HARBOUR, "Over 5,000") == pytest.approx(before, abs=1)
    assert height(columns["coast"], COAST, "Nearly 5,000") == pytest.approx(before, abs=2)


def test_next_and_previous_bring_every_reading_into_view_a_third_from_the_top(
    session: Session, columns: Columns
) -> None:
    session.passages.activate(PAINT)
    one = height(columns["harbour"], HARBOUR, "The warehouse stored")
    other = height(columns["wire"], WIRE, "The warehouse stored")
    # The wire says it too near its beginning to stand lower.
    assert columns["wire"].upper_edge == 0
    assert one == pytest.approx(other, abs=2)
    session.passages.next()
    assert session.passages.active != PAINT


def test_columns_glide_and_arrive(
    qtbot: QtBot, lively: None, board: BoardView, session: Session, columns: Columns
) -> None:
    with qtbot.waitSignal(board.travel.moved):
        session.passages.activate(CONFLICT)
        assert board.travel.gliding
    one = height(columns["harbour"], HARBOUR, "Over 5,000")
    assert height(columns["coast"], COAST, "Nearly 5,000") == pytest.approx(one, abs=2)


def test_the_active_passage_stands_out_and_esc_of_it_brings_all_back(
    session: Session, columns: Columns
) -> None:
    session.passages.activate(CONFLICT)
    attention = columns["harbour"].attention
    assert [s.of(HARBOUR) for s in attention.readings] == ["Over 5,000 people were moved out"]
    assert attention.fading
    assert columns["wire"].attention.fading
    assert not columns["wire"].attention.readings
    session.passages.activate(None)
    assert not columns["harbour"].attention.fading


def test_nothing_steps_back_for_a_passage_that_no_column_shows(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    session.passages.activate(CONFLICT)
    session.board.hide(ids["harbour"])
    session.board.hide(ids["coast"])
    board.marking.finish()
    assert session.passages.active == CONFLICT
    assert not columns["wire"].attention.fading


def test_clicking_beside_every_mark_lets_go_of_the_passage(
    qtbot: QtBot, session: Session, columns: Columns
) -> None:
    session.passages.activate(CONFLICT)
    click(qtbot, columns["harbour"], HARBOUR, "Paragraph 1 tells")
    assert session.passages.active is None


def test_going_back_returns_to_where_one_was_and_forward_comes_again(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns
) -> None:
    columns["coast"].scroll_to(200)
    before = {name: column.upper_edge for name, column in columns.items()}
    session.passages.activate(CONFLICT)
    session.passages.activate(PAINT)
    there = {name: column.upper_edge for name, column in columns.items()}
    board.back()
    assert session.passages.active == CONFLICT
    board.back()
    assert session.passages.active is None
    assert {name: column.upper_edge for name, column in columns.items()} == before
    board.forward()
    board.forward()
    assert session.passages.active == PAINT
    assert {name: column.upper_edge for name, column in columns.items()} == there


def test_going_back_finds_the_same_line_at_another_size(
    board: BoardView, session: Session, columns: Columns
) -> None:
    column = columns["coast"]
    column.show_at_top(COAST.index("Paragraph 9 "))
    column.finish()
    before = column.top_offset
    session.passages.activate(PAINT)
    session.passages.activate(CONFLICT)
    session.board.set_zoom(160)
    board.finish()
    board.back()
    board.back()
    assert abs(column.top_offset - before) <= 2
    assert column.upper_edge > 0


def test_a_place_may_be_asked_for_before_its_column_is_set(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    first = ids["harbour"]
    session.board.hide(first)
    session.passages.go_to(first, Span(0, 4))
    assert first in session.board.columns
    qtbot.waitUntil(lambda: board.is_settled)


def test_a_place_that_is_asked_for_comes_into_view(
    session: Session, columns: Columns, ids: Ids
) -> None:
    wanted = at(COAST, "Schools stay closed")
    session.passages.go_to(ids["coast"], wanted)
    column = columns["coast"]
    assert 0 < height(column, COAST, "Schools stay") < column.viewport().height()
    assert session.board.focus == ids["coast"]


def test_a_story_is_opened_where_it_was_being_read(
    qtbot: QtBot, session: Session, appearance: Appearance, board: BoardView, ids: Ids
) -> None:
    session.board.set_together(False)
    column = board.frames[ids["coast"]].column
    column.show_at_top(at(COAST, "Paragraph 12 ").start)
    board.stop()
    again = BoardView(session, appearance)
    qtbot.addWidget(again)
    again.resize(1000, 500)
    again.show()
    qtbot.waitUntil(lambda: again.is_settled)
    found = again.frames[ids["coast"]].column
    assert 0 <= height(found, COAST, "Paragraph 12 ") < 8, "at the edge, with a little air"
    assert found.top_offset == at(COAST, "Paragraph 12 ").start
    assert again.frames[ids["harbour"]].column.upper_edge == 0
    again.stop()


# ---- scrolling together


def test_columns_scroll_together_by_passage(session: Session, columns: Columns) -> None:
    harbour, coast = columns["harbour"], columns["coast"]
    harbour.scroll_to(harbour.furthest)
    assert coast.upper_edge == pytest.approx(coast.furthest, abs=2)
    harbour.scroll_to(0)
    assert coast.upper_edge == pytest.approx(0, abs=2)
    before = coast.upper_edge
    for step in range(1, 20):
        harbour.scroll_to(step * 20)
        assert coast.upper_edge >= before
        before = coast.upper_edge
    assert before > 0


def test_nothing_follows_while_together_is_off_and_on_again_starts_from_here(
    session: Session, columns: Columns, ids: Ids
) -> None:
    harbour, coast = columns["harbour"], columns["coast"]
    session.board.set_together(False)
    harbour.scroll_to(harbour.furthest)
    assert coast.upper_edge == 0
    session.board.set_focus(ids["harbour"])
    session.board.set_together(True)
    assert harbour.upper_edge == harbour.furthest
    assert coast.upper_edge == pytest.approx(coast.furthest, abs=2)


# ---- columns


def test_taking_a_column_off_and_back_rebuilds_no_other(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    before = dict(board.frames)
    session.board.hide(ids["coast"])
    assert list(board.frames) == [ids["harbour"], ids["wire"]]
    assert board.frames[ids["wire"]] is before[ids["wire"]]
    qtbot.waitUntil(lambda: board.is_settled)
    near = [
        r for r in board.frames[ids["harbour"]].column.bands.runs if Relation.NEAR in r.relations
    ]
    assert near == []
    session.board.show(ids["coast"])
    assert list(board.frames) == [ids["harbour"], ids["coast"], ids["wire"]]
    assert board.frames[ids["harbour"]] is before[ids["harbour"]]


def test_dragging_a_head_moves_its_column(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    head = board.frames[ids["harbour"]].header
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    far = head.mapFromGlobal(board.mapToGlobal(QPoint(board.width() - 10, 20)))
    qtbot.mouseMove(head, QPoint(120, 20))
    qtbot.mouseMove(head, far)
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=far)
    assert session.board.columns == (ids["coast"], ids["wire"], ids["harbour"])
    assert list(board.frames) == list(session.board.columns)


def drag_head(qtbot: QtBot, board: BoardView, head: QWidget, to: QPoint) -> QPoint:
    """Drag a head to a point of the board and hold it there; the point as the head has it."""
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    far = head.mapFromGlobal(board.mapToGlobal(to))
    qtbot.mouseMove(head, QPoint(120, 20))
    qtbot.mouseMove(head, far)
    return far


def test_escape_calls_off_dragging_a_head(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    before = session.board.columns
    head = board.frames[ids["harbour"]].header
    far = drag_head(qtbot, board, head, QPoint(board.width() - 60, 20))
    assert QWidget.keyboardGrabber() is head
    qtbot.keyClick(head, Qt.Key.Key_Escape)
    assert QWidget.keyboardGrabber() is None
    assert not any(mark.isVisible() for mark in board.findChildren(DropMark))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=far)
    assert session.board.columns == before


def test_a_head_dropped_outside_the_board_moves_nothing(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    before = session.board.columns
    head = board.frames[ids["harbour"]].header
    far = drag_head(qtbot, board, head, QPoint(board.width() - 60, board.height() + 40))
    assert not any(mark.isVisible() for mark in board.findChildren(DropMark))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=far)
    assert session.board.columns == before


def test_a_head_held_at_the_side_brings_the_columns_beyond_it_into_view(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    board.resize(700, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    head = board.frames[ids["harbour"]].header
    drag_head(qtbot, board, head, QPoint(board.width() - 8, 20))
    qtbot.waitUntil(lambda: board.frames[ids["wire"]].geometry().right() <= board.width())
    far = head.mapFromGlobal(board.mapToGlobal(QPoint(board.width() - 8, 20)))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=far)
    assert session.board.columns == (ids["coast"], ids["wire"], ids["harbour"])


def test_the_menu_of_a_head_makes_base_moves_and_hides(
    board: BoardView, session: Session, ids: Ids
) -> None:
    actions = {a.text(): a for a in board.frames[ids["wire"]].header.menu.actions()}
    actions["Compare the others with this one"].trigger()
    assert session.board.base == ids["wire"]
    actions["Move to the left"].trigger()
    assert session.board.columns == (ids["harbour"], ids["wire"], ids["coast"])
    actions["Take off the board"].trigger()
    assert session.board.columns == (ids["harbour"], ids["coast"])


def test_columns_are_never_narrower_than_they_may_be_and_scroll_sideways(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    board.resize(700, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    assert all(frame.width() >= NARROWEST for frame in board.frames.values())
    session.board.set_columns((ids["coast"], ids["harbour"], ids["wire"]))
    assert board.frames[ids["wire"]].geometry().right() > board.width()
    session.passages.activate(PAINT)
    assert board.frames[ids["wire"]].geometry().right() < board.width()
    assert board.frames[ids["harbour"]].x() >= 0


def test_coming_back_to_reading_leaves_the_active_passage_in_view(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    board.resize(700, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    session.board.set_columns((ids["coast"], ids["harbour"], ids["wire"]))
    board.focus_column(0)
    session.passages.activate(PAINT)
    qtbot.waitUntil(lambda: board.is_settled)
    places = [frame.x() for frame in board.frames.values()]
    board.focus_column()
    assert board.frames[ids["coast"]].column.hasFocus()
    assert [frame.x() for frame in board.frames.values()] == places


def test_after_scrolling_sideways_columns_come_to_stand_whole(
    qtbot: QtBot, board: BoardView, ids: Ids
) -> None:
    board.resize(400, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    second = board.frames[list(board.frames)[1]]
    wheel = QWheelEvent(
        QPointF(300, 200),
        QPointF(300, 200),
        QPoint(-330, 0),
        QPoint(-330, 0),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(board.desk, wheel)
    assert second.x() != 0
    qtbot.waitUntil(lambda: second.x() == 0)
    board.resize(440, 500)  # a wider window keeps that column at its left
    assert second.x() == 0


def test_one_notch_of_a_wheel_sideways_goes_on_to_the_next_column(
    qtbot: QtBot, board: BoardView
) -> None:
    board.resize(400, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    first, second, third = board.frames.values()
    for expected in (second, third):
        wheel = QWheelEvent(
            QPointF(300, 200),
            QPointF(300, 200),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(board.desk, wheel)
        qtbot.waitUntil(lambda one=expected: 0 <= one.x() <= board.width() - one.width())
    assert first.x() < 0


def test_tab_brings_the_column_it_comes_to_into_view(
    qtbot: QtBot, board: BoardView, session: Session
) -> None:
    board.resize(400, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    board.focus_column(0)
    for frame in list(board.frames.values())[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert session.board.focus == frame.stored.id
        assert frame.geometry().left() >= 0
        assert frame.geometry().right() < board.width()


def narrow(qtbot: QtBot, board: BoardView, session: Session, ids: Ids) -> None:
    """A board with room for two of its three columns, the coast's between the two others."""
    session.board.set_columns((ids["harbour"], ids["coast"], ids["wire"]))
    board.resize(700, 500)
    qtbot.waitUntil(lambda: board.is_settled)


def in_view(board: BoardView, article_id: str) -> bool:
    frame = board.frames[article_id]
    return frame.isVisible() and frame.x() >= 0 and frame.geometry().right() < board.width()


def test_a_column_without_the_passage_makes_way_and_comes_back_by_a_click(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    narrow(qtbot, board, session, ids)
    session.passages.activate(PAINT)
    assert in_view(board, ids["harbour"])
    assert in_view(board, ids["wire"])
    assert not columns["coast"].isVisible()
    spine = board.desk.row.spines[ids["coast"]]
    assert spine.isVisible()
    assert spine.accessibleName() == "Coast Daily, set aside"
    assert "does not have this passage" in spine.toolTip()
    assert len(spine.crossings) == 1
    qtbot.mouseClick(spine, Qt.MouseButton.LeftButton)
    assert in_view(board, ids["coast"])
    assert session.board.focus == ids["coast"]
    assert board.desk.row.spines == {}
    assert not spine.isVisible()


def test_columns_glide_aside_and_stand_edge_to_edge(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids, lively: None
) -> None:
    narrow(qtbot, board, session, ids)
    session.passages.activate(PAINT)
    wire = board.frames[ids["wire"]]
    assert wire.x() > 700
    qtbot.waitUntil(lambda: not board.travel.gliding)
    assert in_view(board, ids["wire"])
    spine = board.desk.row.spines[ids["coast"]]
    assert wire.x() == spine.geometry().right() + 1


def test_the_column_one_reads_does_not_step_aside(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    narrow(qtbot, board, session, ids)
    board.focus_column(1)
    session.passages.activate(PAINT)
    assert in_view(board, ids["coast"])
    assert board.desk.row.spines == {}


def test_columns_come_back_by_key_by_a_wider_window_and_by_the_switch(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    narrow(qtbot, board, session, ids)
    for come_back in (
        board.bring_back,
        lambda: board.focus_column(1),
        lambda: board.resize(1280, 500),
        lambda: session.board.set_making_way(False),
    ):
        session.board.set_making_way(True)
        board.resize(700, 500)
        board.focus_column(0)
        session.passages.activate(None)
        session.passages.activate(PAINT)
        assert not columns["coast"].isVisible()
        come_back()
        qtbot.waitUntil(columns["coast"].isVisible)
        assert session.passages.active == PAINT


def test_going_back_to_a_passage_has_its_columns_side_by_side_again(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    narrow(qtbot, board, session, ids)
    session.passages.activate(PAINT)
    session.passages.activate(CONFLICT)
    assert in_view(board, ids["coast"])
    board.back()
    assert session.passages.active == PAINT
    assert in_view(board, ids["wire"])


def test_a_column_that_steps_aside_is_gone_with_its_article(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    narrow(qtbot, board, session, ids)
    session.passages.activate(PAINT)
    session.board.hide(ids["coast"])
    assert board.desk.row.spines == {}
    session.board.show(ids["coast"])
    assert board.frames[ids["coast"]].isVisible()


def test_where_readings_are_too_far_apart_the_column_one_reads_is_shown(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    board.resize(400, 500)
    qtbot.waitUntil(lambda: board.is_settled)
    for name in ("wire", "harbour"):
        session.passages.activate(None)
        session.board.set_focus(ids[name])
        session.passages.activate(PAINT)
        geometry = board.frames[ids[name]].geometry()
        assert geometry.left() >= 0
        assert geometry.right() < board.width()


def test_a_pinned_base_stays_in_view(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    board.resize(700, 500)
    board.set_pinned(True)
    board.desk.row.scroll_sideways(10_000)
    assert board.frames[ids["harbour"]].x() == 0
    assert board.desk.row.sideways > 0
    board.set_pinned(False)
    assert board.frames[ids["harbour"]].x() < 0


def test_keys_go_from_column_to_column(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    board.focus_column(0)
    assert session.board.focus == ids["harbour"]
    board.focus_neighbour(1)
    assert session.board.focus == ids["coast"]
    assert QApplication.focusWidget() is columns["coast"]
    qtbot.keyClick(columns["coast"], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is columns["wire"]
    board.focus_neighbour(1)
    assert session.board.focus == ids["wire"]


def test_heads_are_equally_high_whatever_is_known_of_the_articles(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    usual = board.frames[ids["harbour"]].header.height()
    for name, title, outlet in (
        ("harbour", "Fire " * 40, None),
        ("wire", "Town evacuated " * 8, "The Wire"),
        ("coast", "Fire", None),
    ):
        session.stories.edit_article(
            ids[name], title=title, outlet=outlet, published=None, url=None, language=None
        )
    assert {frame.header.height() for frame in board.frames.values()} == {usual}


def test_a_date_that_only_the_text_gives_stands_in_its_head(
    qtbot: QtBot, board: BoardView, ids: Ids
) -> None:
    head = board.frames[ids["harbour"]].header
    head.show_appeared(date(2024, 3, 4))
    assert head.facts.startswith("5 March 2024"), "what a person entered goes before"
    text = "Rain fell all day and all night in the long valley."
    head.show_article(Article("rain", text), head.font(), "#000000")
    assert head.facts.startswith("4 March 2024")
    head.show_appeared(None)
    assert head.facts.startswith("no date")


def test_a_headline_leads_where_no_outlet_is_known(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    def edit(outlet: str | None) -> None:
        session.stories.edit_article(
            ids["harbour"],
            title="Fire at the harbour",
            outlet=outlet,
            published=None,
            url=None,
            language=None,
        )

    head = board.frames[ids["harbour"]].header
    (headline,) = head.findChildren(Headline)
    (outlet, _) = head.findChildren(Line)
    edit(None)
    assert head.accessibleName() == "Fire at the harbour"
    assert outlet.isHidden()
    qtbot.waitUntil(lambda: headline.y() < head.menu_button.geometry().bottom())
    edit("Harbour News")
    assert head.accessibleName() == "Harbour News: Fire at the harbour"
    assert outlet.isVisibleTo(head)
    assert outlet.text() == "Harbour News"
    qtbot.waitUntil(lambda: headline.y() >= outlet.geometry().bottom())
    assert headline.x() == outlet.x()
    assert (head.bar.x(), head.bar.width()) == (0, head.width()), "the rule below the head"


def test_a_column_that_comes_has_paragraph_numbers_if_the_others_have(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    session.board.set_numbers(True)
    columns = session.board.columns
    session.board.hide(ids["coast"])
    session.board.set_columns(columns)
    qtbot.waitUntil(lambda: board.is_settled)
    firsts = {
        corner(frame.column, 0).x() for frame in board.frames.values() if frame.column.paragraphs
    }
    assert len(firsts) == 1
    heads = {frame.header.findChildren(Headline)[0].x() for frame in board.frames.values()}
    assert heads == firsts


def test_an_outlet_that_runs_from_the_right_stands_right(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    for outlet, side in (
        ("الجريدة", Qt.AlignmentFlag.AlignRight),
        ("Paper", Qt.AlignmentFlag.AlignLeft),
    ):
        session.stories.edit_article(
            ids["harbour"], title="T", outlet=outlet, published=None, url=None, language=None
        )
        (line, _) = board.frames[ids["harbour"]].header.findChildren(Line)
        assert line.alignment() & side


def test_a_headline_of_one_endless_word_is_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    headline = Headline()
    qtbot.addWidget(headline)
    headline.resize(200, 20)
    for lines in (1, 2):
        headline.show_text("Donaudampfschifffahrtsgesellschaft" * 3, headline.font(), QColor())
        headline.set_lines(lines)
        assert len(headline.lines) == lines
        assert headline.lines[-1].endswith("…")


def test_a_column_that_goes_while_it_is_marked_takes_its_overview_with_it(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    before = columns["coast"].bands
    emphasis = session.board.emphasis
    session.board.set_emphasis(replace(emphasis, only=not emphasis.only))
    qtbot.waitUntil(lambda: columns["coast"].bands is not before)
    session.board.hide(ids["coast"])
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.waitUntil(lambda: not board.marking.running)


def test_the_column_that_keys_are_about_is_told(
    board: BoardView, session: Session, ids: Ids
) -> None:
    board.focus_column(1)
    assert [f.is_focused for f in board.frames.values()] == [False, True, False]
    session.board.set_columns((ids["wire"], ids["harbour"]))
    assert [f.is_focused for f in board.frames.values()].count(True) == 1


def test_pages_are_framed_where_page_and_desk_have_one_colour(
    board: BoardView, appearance: Appearance, ids: Ids
) -> None:
    frame = board.frames[ids["harbour"]]
    wide = frame.column.width()
    appearance.choose("contrast-light")
    appearance.finish()
    QApplication.processEvents()
    assert frame.column.x() == 1
    assert frame.column.width() == wide - 2
    appearance.choose("light")
    appearance.finish()
    QApplication.processEvents()
    assert frame.column.x() == 0


def test_a_long_name_is_elided_and_told_whole(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    name = "The International Correspondents’ Evening Gazette and Commercial Advertiser"
    stored = session.stories.article(ids["harbour"])
    assert stored is not None
    session.stories.edit_article(
        stored.id,
        title=stored.article.title,
        outlet=name,
        published=None,
        url=None,
        language=None,
    )
    head = board.frames[ids["harbour"]].header
    assert name in head.accessibleName()
    (line,) = (one for one in head.findChildren(Line) if one.text() == name)
    assert line.shown.endswith("…")
    assert line.toolTip() == name
    assert head.menu_button.geometry().right() < head.width()


def test_a_column_says_in_words_what_is_marked(board: BoardView, ids: Ids) -> None:
    told = board.frames[ids["coast"]].column.accessibleDescription()
    assert told.startswith("1 passages shared with other articles, 1 of them in conflict, 1 only")


def test_a_head_tells_date_words_and_shares(board: BoardView, ids: Ids) -> None:
    head = board.frames[ids["harbour"]].header
    assert head.facts.startswith("5 March 2024")
    assert "words" in head.facts
    assert head.facts.endswith(f"{100 * head.bar.shares.shared:.0f} % shared")
    assert "only here" in head.bar.accessibleDescription()
    assert head.bar.shares.near > 0


# ---- notes


def test_a_stripe_in_the_margin_makes_its_note_active(
    qtbot: QtBot, session: Session, columns: Columns, ids: Ids
) -> None:
    tag = session.notes.tags[0]
    made = session.notes.annotate([(ids["harbour"], at(HARBOUR, "Over 5,000"))], (tag.id,), "Check")
    assert made is not None
    session.notes.activate(None)
    column = columns["harbour"]
    assert [s.note.colours for s in column.stripes] == [(tag.colour,)]
    spot = QPoint(LEFT_MARGIN - 12, corner(column, at(HARBOUR, "Over 5,000").start).y())
    qtbot.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert session.notes.active == made.id
    assert column.stripes[0].active


# ---- ribbons and overviews


def test_ribbons_tie_what_is_in_view_and_point_to_what_is_not(
    board: BoardView, session: Session, columns: Columns
) -> None:
    session.board.set_together(False)
    gutter = board.desk.gutters[0]
    columns["coast"].scroll_to(columns["coast"].furthest)
    columns["harbour"].scroll_to(0)
    drawn = gutter.drawn()
    assert [d.told[:2] for d in drawn] == ["up"]
    assert drawn[0].arrow is not None
    session.passages.activate(CONFLICT)
    drawn = gutter.drawn()
    assert drawn[-1].arrow is None
    assert drawn[-1].bridge.passage == CONFLICT
    assert drawn[-1].bridge.conflict


def test_clicking_an_arrow_activates_its_passage(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns
) -> None:
    session.board.set_together(False)
    columns["coast"].scroll_to(columns["coast"].furthest)
    columns["harbour"].scroll_to(0)
    gutter = board.desk.gutters[0]
    arrow = gutter.drawn()[0].arrow
    assert arrow is not None
    spot = arrow.boundingRect().center().toPoint()
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=spot)
    assert session.passages.active == CONFLICT


def test_a_passage_crosses_the_column_that_lacks_it(
    board: BoardView, session: Session, columns: Columns
) -> None:
    session.passages.activate(PAINT)
    assert len(columns["coast"].crossings) == 1
    session.passages.activate(None)
    assert columns["coast"].crossings == ()


def test_a_click_on_the_overview_brings_that_part_into_view(
    qtbot: QtBot, board: BoardView, session: Session, ids: Ids
) -> None:
    overview = board.frames[ids["harbour"]].overview
    column = board.frames[ids["harbour"]].column
    kinds = {tick.kind for tick in overview.ticks}
    assert {"near", "verbatim", "conflict"} <= kinds
    spot = QPoint(7, overview.height() // 2)
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=spot)
    top, bottom = overview.part_in_view()
    assert top < 0.5 < bottom
    assert column.upper_edge > 0


# ---- emphasis


def test_a_switched_off_relation_leaves_no_mark(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns
) -> None:
    session.board.toggle_relation(Relation.NEAR)
    qtbot.waitUntil(lambda: board.is_settled)
    runs = columns["harbour"].bands.runs
    assert {r for run in runs for r in run.relations} == {Relation.VERBATIM}
    assert columns["harbour"].bands.boxes == ()


# ---- finding


def test_find_counts_in_every_column_and_enter_goes_through_all_hits(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns, ids: Ids
) -> None:
    board.focus_column(0)
    board.open_find()
    qtbot.keyClicks(board.find_bar.line, "moved out")
    qtbot.waitUntil(lambda: board.finding.total == 2 and not board.finding.busy)
    assert "1 found" in board.frames[ids["coast"]].header.facts
    assert "0 found" in board.frames[ids["wire"]].header.facts
    qtbot.keyClick(board.find_bar.line, Qt.Key.Key_Return)
    assert board.finding.current == (ids["harbour"], at(HARBOUR, "moved out"))
    assert board.find_bar.told.text() == "1 of 2 in 2 columns"
    qtbot.keyClick(board.find_bar.line, Qt.Key.Key_Return)
    assert board.finding.current == (ids["coast"], at(COAST, "moved out"))
    assert 0 < height(columns["coast"], COAST, "moved out") < columns["coast"].height()
    qtbot.keyClick(board.find_bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert board.finding.current == (ids["harbour"], at(HARBOUR, "moved out"))
    qtbot.keyClick(board.find_bar.line, Qt.Key.Key_Escape)
    assert not board.find_bar.isVisible()
    assert columns["harbour"].hits == ()
    assert QApplication.focusWidget() in columns.values()


def test_an_invalid_expression_says_so(qtbot: QtBot, board: BoardView) -> None:
    board.open_find()
    qtbot.mouseClick(board.find_bar.regex, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(board.find_bar.line, "(moved")
    assert board.find_bar.told.text().startswith("Not a regular expression")
    assert board.finding.total == 0


# ---- files and empty boards


def drop(widget: QWidget, mime: QMimeData) -> None:
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        # Since 6.12 Qt asks for a QPointF here, which it did not take before.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(9, 9), actions, mime, buttons, keys)
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), actions, mime, buttons, keys))


def test_dropped_files_are_handed_on(qtbot: QtBot, board: BoardView, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org")])
    with qtbot.waitSignal(board.files_dropped) as told:
        drop(board, mime)
    assert told.args == [[tmp_path / "a.txt"]]


def test_an_empty_story_says_what_to_do_next(
    qtbot: QtBot, empty_session: Session, appearance: Appearance
) -> None:
    view = BoardView(empty_session, appearance)
    qtbot.addWidget(view)
    view.show()
    empty_session.stories.add("Nothing yet")
    assert view.empty.isVisible()
    assert view.empty.title == "This story has no articles yet"
    assert "Add texts" in view.empty.accessibleDescription()
    empty_session.stories.close()
    assert view.empty.title == "No project is open"
    with qtbot.waitSignal(view.empty.wanted) as wanted:
        qtbot.mouseClick(view.empty.buttons[0], Qt.MouseButton.LeftButton)
    assert wanted.args == ["project.open"]
    view.stop()


def test_everything_on_the_board_has_a_name(board: BoardView) -> None:
    nameless = [
        widget
        for widget in board.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []
