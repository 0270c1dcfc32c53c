"""The passages table by key and mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import ReviewState
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.listing import Order, Outcome, PassageFilter
from reader.ui.panels.drawn.pieces import Form
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.passages.delegate import GUTTER
from reader.ui.panels.passages.model import PASSAGE_ROLE, PIECES_ROLE, PassagesModel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.passages.telling import FIRST_ARTICLE, Column
from reader.ui.session import Session


@pytest.fixture
def panel(qtbot: QtBot, session: Session, appearance: Appearance) -> PassagesPanel:
    made = PassagesPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def cell(panel: PassagesPanel, row: int, column: int, role: int = 0) -> Any:
    return panel.model.index(row, column).data(role)


def told(panel: PassagesPanel, row: int, column: int) -> str:
    return str(cell(panel, row, column, int(Qt.ItemDataRole.AccessibleTextRole)))


def row_with(panel: PassagesPanel, words: str) -> int:
    return next(
        row
        for row in range(panel.model.rowCount())
        if any(
            words in str(cell(panel, row, column)) for column in range(panel.model.columnCount())
        )
    )


def test_the_model_keeps_its_promises(session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(PassagesModel(session))


def test_the_conflict_comes_first_and_is_told_in_words(panel: PassagesPanel) -> None:
    assert str(cell(panel, 0, Column.VERDICT)).startswith("≠ conflict, ")
    assert told(panel, 0, Column.VERDICT).startswith("conflict, in ")
    base, other = told(panel, 0, FIRST_ARTICLE), told(panel, 0, FIRST_ARTICLE + 1)
    assert base.startswith("conflict: Over 5,000 / Nearly 5,000")
    assert other.startswith("conflict: Nearly 5,000 / Over 5,000")


def test_changed_words_are_set_off_against_the_base(panel: PassagesPanel) -> None:
    row = row_with(panel, "of that size")
    number = panel.model.index(row, 0).data(PASSAGE_ROLE)
    pieces = panel.model.pieces(number, FIRST_ARTICLE + 1)
    assert any("that" in piece.text for piece in pieces if piece.form is Form.CHANGED)
    assert all(piece.form is Form.PLAIN for piece in panel.model.pieces(number, FIRST_ARTICLE))


def test_an_article_without_the_passage_says_so(panel: PassagesPanel) -> None:
    row = row_with(panel, "Schools")
    assert told(panel, row, Column.VERDICT).startswith("only here")
    assert told(panel, row, FIRST_ARTICLE) == "not in this article"
    assert "😀" in told(panel, row, FIRST_ARTICLE + 1)


def test_down_makes_the_next_passage_active(
    panel: PassagesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.table.setFocus()
    panel.table.selectRow(0)
    with qtbot.waitSignal(session.passages.active_changed):
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert session.passages.position[0] == 2


def test_the_row_follows_the_active_passage(panel: PassagesPanel, session: Session) -> None:
    session.passages.activate(session.passages.listed[3])
    assert panel.table.currentIndex().row() == 3
    session.passages.activate(None)
    assert not panel.table.selectionModel().hasSelection()


def test_a_click_on_a_heading_sorts_and_turns_round(
    panel: PassagesPanel, session: Session, qtbot: QtBot
) -> None:
    header = panel.table.horizontalHeader()

    def click(section: int) -> None:
        at = QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(Column.NUMBER)
    assert session.passages.order is Order.TEXT
    first = session.passages.listed
    click(Column.NUMBER)
    assert session.passages.listed == first[::-1]
    click(FIRST_ARTICLE + 1)
    coast = session.board.columns[1]
    assert session.passages.ordered_by == coast
    starts = [
        span.start
        for number in session.passages.listed
        for article_id, span in session.passages.places(number)
        if article_id == coast
    ]
    assert starts == sorted(starts)
    click(Column.STATE)
    assert session.passages.order is Order.SHARED


def test_typing_filters_and_escape_brings_all_back(
    panel: PassagesPanel, session: Session, qtbot: QtBot
) -> None:
    everything = panel.model.rowCount()
    with qtbot.waitSignal(session.passages.order_changed):
        qtbot.keyClicks(panel.bar.search, "paint and solvents")
    assert panel.model.rowCount() == 1
    assert panel.bar.count.text() == f"1 passage (of {everything})"
    with qtbot.waitSignal(session.passages.order_changed):
        qtbot.keyClick(panel.bar.search, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == everything


def test_no_filter_moves_from_under_the_mouse_when_one_is_set(
    qtbot: QtBot, panel: PassagesPanel
) -> None:
    panel.resize(1500, 400)
    bar = panel.bar
    qtbot.waitUntil(lambda: bar.width() > 1400)
    before = [widget.pos() for widget in (*bar.combos, bar.annotated)]
    bar.shared.setCurrentIndex(1)
    qtbot.waitUntil(bar.clear.isVisible)
    assert [widget.pos() for widget in (*bar.combos, bar.annotated)] == before


def test_filters_combine_and_clear_at_once(panel: PassagesPanel, session: Session) -> None:
    panel.bar.verdict.setCurrentIndex(panel.bar.verdict.findText("≠ conflict"))
    assert session.passages.filter.outcome is Outcome.CONFLICT
    conflicts = panel.model.rowCount()
    panel.bar.shared.setCurrentIndex(panel.bar.shared.findText("Only in one"))
    assert conflicts > panel.model.rowCount() == 0
    assert panel.table.empty_words == "No passage passes the filter."
    panel.bar.clear.click()
    assert session.passages.filter == PassageFilter()
    assert panel.model.rowCount() > conflicts


def test_only_passages_with_notes(panel: PassagesPanel, session: Session) -> None:
    article_id = session.board.columns[0]
    start = session.stories.articles[0].article.text.index("paint")
    session.notes.annotate([(article_id, Span(start, start + 5))])
    panel.bar.annotated.click()
    assert panel.model.rowCount() == 1


def test_space_checks_the_passage_and_undo_takes_it_back(
    panel: PassagesPanel, session: Session, qtbot: QtBot
) -> None:
    panel.table.setFocus()
    panel.table.selectRow(1)
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert "✓ checked" in str(cell(panel, 1, Column.STATE))
    assert session.passages.checked[0] == 1
    session.undoing.undo()
    assert "checked" not in str(cell(panel, 1, Column.STATE))


def test_a_passage_can_be_marked_from_its_menu(panel: PassagesPanel, session: Session) -> None:
    number = session.passages.listed[0]
    menu = panel.row_menu(number)
    next(a for a in menu.actions() if a.text() == "Mark as needs a call").trigger()
    assert session.passages.reviewed(number).state is ReviewState.NEEDS_A_CALL


def test_rows_are_copied_as_text_html_and_csv(panel: PassagesPanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    panel.table.selectRow(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert "Nearly 5,000 people" in mime.text()
    assert mime.text().count("\n") == 1
    assert "<b>Nearly 5,000</b>" in mime.html()
    lines = bytes(mime.data("text/csv").data()).decode().splitlines()
    assert lines[0].startswith("#,Verdict,Review,Harbour Post")
    assert lines[1].startswith('1,"conflict, ')


def test_another_base_comes_first(panel: PassagesPanel, session: Session) -> None:
    coast = session.board.columns[1]
    session.board.set_base(coast)
    assert panel.model.columns[0] == coast
    head = panel.model.headerData(FIRST_ARTICLE, Qt.Orientation.Horizontal)
    assert head == "Coast Daily · base"


def test_a_column_taken_off_the_board_leaves_the_table(
    panel: PassagesPanel, session: Session
) -> None:
    session.board.hide(session.board.columns[2])
    assert panel.model.columnCount() == FIRST_ARTICLE + 2


def test_words_that_are_searched_for_are_set_off_in_the_cells(
    panel: PassagesPanel, session: Session
) -> None:
    session.passages.set_filter(PassageFilter(text="paint and"))
    pieces = cell(panel, 0, FIRST_ARTICLE, PIECES_ROLE)
    assert [piece.text for piece in pieces if piece.form is Form.FOUND] == ["paint and"]
    copied = panel.model.copied([0])
    assert all(p.form is not Form.FOUND for told in copied.pieces.values() for p in told)
    session.passages.set_filter(PassageFilter())
    assert not any(
        piece.form is Form.FOUND
        for row in range(panel.model.rowCount())
        for piece in cell(panel, row, FIRST_ARTICLE, PIECES_ROLE)
    )


def test_where_one_is_stands_on_the_line_of_the_filters_at_the_least_width(
    panel: PassagesPanel, session: Session
) -> None:
    session.passages.set_filter(PassageFilter(text="people"))
    panel.bar.count.setText("18 of 18 (of 140)")
    assert panel.bar.clear.isVisibleTo(panel)
    assert panel.bar.heightForWidth(1264) == panel.bar.heightForWidth(4000)


def test_without_a_project_nothing_is_asked_for(
    panel: PassagesPanel, session: Session, appearance: Appearance, qtbot: QtBot
) -> None:
    ledger = FiguresPanel(session, appearance)
    qtbot.addWidget(ledger)
    session.stories.close()
    assert panel.table.empty_words == "No project is open."
    assert ledger.table.empty_words == "No project is open."


def test_heads_stand_above_the_words_of_their_cells(panel: PassagesPanel) -> None:
    head = panel.table.head
    for section in range(FIRST_ARTICLE, panel.model.columnCount()):
        cell_left = panel.table.columnViewportPosition(section)
        assert head.words_at(section).left() == cell_left + GUTTER
        assert head.words_at(section).right() < cell_left + head.sectionSize(section)
    assert panel.table.grab().width() > 0


def test_only_the_bases_reading_is_called_base(panel: PassagesPanel, session: Session) -> None:
    row = row_with(panel, "paint and solvents")
    assert told(panel, row, FIRST_ARTICLE).startswith("base reading: ")
    session.board.set_base(session.board.columns[1])
    row = row_with(panel, "paint and solvents")
    spoken = [told(panel, row, n) for n in range(FIRST_ARTICLE, panel.model.columnCount())]
    assert not any("base reading" in words for words in spoken)
    assert any(words.startswith("the others are compared with it: ") for words in spoken)
