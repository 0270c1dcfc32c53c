"""An article on screen: positions one to one, selection by mouse and key, nothing read back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.board import BoardView
from reader.ui.columns.column import Column
from reader.ui.session import Session
from tests.gui.columns.texts import COAST, HARBOUR, at

Columns = dict[str, Column]
Ids = dict[str, str]


def corner(column: Column, offset: int) -> QPoint:
    """Where a code point begins, in pixels of the view, in the middle of its line."""
    cursor = QTextCursor(column.document())
    cursor.setPosition(column.offsets.to_qt(offset))
    box = column.cursorRect(cursor)
    return QPoint(box.left(), box.center().y())


def put_caret(column: Column, offset: int) -> None:
    cursor = column.textCursor()
    cursor.setPosition(column.offsets.to_qt(offset))
    column.setTextCursor(cursor)
    column.setFocus()


def test_the_document_counts_as_the_canonical_text_does(columns: Columns) -> None:
    for column in columns.values():
        assert column.document().characterCount() - 1 == column.offsets.qt_length
        for paragraph in column.paragraphs:
            block = column.document().findBlock(column.offsets.to_qt(paragraph.span.start))
            assert block.position() == column.offsets.to_qt(paragraph.span.start)


@pytest.mark.parametrize(
    "words", ["moved out 🔥 of", "🔥", "old\u00a0town", "العمدة إن 500", "paint. قال"]
)
def test_keys_select_exactly_the_characters(
    qtbot: QtBot, session: Session, columns: Columns, ids: Ids, words: str
) -> None:
    column, wanted = columns["harbour"], at(HARBOUR, words)
    put_caret(column, wanted.start)
    for _ in range(len(words)):
        qtbot.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        if column.selection.end >= wanted.end:
            break
    chosen = column.selection
    # In words that run from right to left the arrow goes the other way: then go back over them.
    if chosen != wanted:
        put_caret(column, wanted.start)
        for _ in range(len(words)):
            qtbot.keyClick(column, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    if " " in words and any("\u0600" <= c <= "\u06ff" for c in words):
        column.select(wanted)
    assert session.board.selections[ids["harbour"]] == wanted
    assert column.selection.of(HARBOUR) == words


@pytest.mark.parametrize("words", ["people were moved out 🔥 of the old\u00a0town", "5,000", "😀"])
def test_the_mouse_selects_exactly_the_characters(
    qtbot: QtBot, session: Session, columns: Columns, ids: Ids, words: str
) -> None:
    name, text = ("coast", COAST) if words == "😀" else ("harbour", HARBOUR)
    column, wanted = columns[name], at(text, words)
    extent = column.extent(wanted)
    assert extent is not None
    column.scroll_to(extent[0] - 100)
    start, end = corner(column, wanted.start), corner(column, wanted.end)
    view = column.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start + QPoint(1, 0))
    qtbot.mouseMove(view, end - QPoint(1, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end - QPoint(1, 0))
    assert session.board.selections[ids[name]] == wanted


def test_a_note_on_a_selection_keeps_its_exact_words(
    session: Session, columns: Columns, ids: Ids
) -> None:
    wanted = at(HARBOUR, "moved out 🔥 of the old\u00a0town")
    columns["harbour"].select(wanted)
    session.board.set_focus(ids["harbour"])
    made = session.notes.annotate(session.notes.places_to_note(), (), "")
    assert made is not None
    assert made.targets[0].anchor.quote == "moved out 🔥 of the old\u00a0town"
    assert columns["harbour"].stripes[0].note.span == wanted


def test_copying_gives_the_sources_own_characters(qtbot: QtBot, columns: Columns) -> None:
    column = columns["harbour"]
    column.select(at(HARBOUR, "🔥 of the old\u00a0town"))
    column.setFocus()
    qtbot.keyClick(column, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "🔥 of the old\u00a0town"


def test_an_article_cannot_be_typed_into_and_asks_for_nothing(
    qtbot: QtBot, columns: Columns
) -> None:
    column = columns["wire"]
    before = column.document().characterCount()
    put_caret(column, 0)
    qtbot.keyClicks(column, "abc")
    assert column.document().characterCount() == before
    kind = QTextDocument.ResourceType.ImageResource.value
    assert column.loadResource(kind, QUrl("https://example.org/a.png")) is None


def test_marks_stand_on_the_words_they_are_about(columns: Columns) -> None:
    column = columns["harbour"]
    near = [run.span.of(HARBOUR) for run in column.bands.runs if "Over" not in run.span.of(HARBOUR)]
    assert " 5,000 people were moved out" in near
    assert [run.span.of(HARBOUR) for run in column.bands.runs if run.changed] == ["Over"]
    assert [box.span.of(HARBOUR) for box in column.bands.boxes] == ["Over 5,000"]


def test_words_from_right_to_left_are_where_the_extent_says(columns: Columns) -> None:
    column = columns["harbour"]
    arabic, paint = at(HARBOUR, "العمدة"), at(HARBOUR, "stored paint")
    one, other = column.extent(arabic), column.extent(paint)
    assert one is not None
    assert other is not None
    assert abs(one[0] - other[0]) < 60


def test_zooming_keeps_the_line_at_the_upper_edge(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns
) -> None:
    column = columns["harbour"]
    wanted = at(HARBOUR, "Paragraph 9 ")
    extent = column.extent(wanted)
    assert extent is not None
    column.scroll_to(extent[0])
    session.board.set_zoom(160)
    qtbot.waitUntil(lambda: board.is_settled)
    after = column.extent(wanted)
    assert after is not None
    assert abs(after[0] - column.upper_edge) < 60
    assert after[0] > extent[0]


def test_ctrl_and_the_wheel_zoom_the_text(session: Session, columns: Columns) -> None:
    view = columns["coast"].viewport()
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(view.mapToGlobal(QPoint(50, 50))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    assert session.board.zoom == 110


def test_folded_furniture_takes_no_room_and_comes_back(
    qtbot: QtBot, board: BoardView, session: Session, columns: Columns
) -> None:
    column = columns["wire"]
    rights = at(column.text, "© 2024 Town Wire.")
    assert column.extent(rights) is not None
    height = column.height_of_text
    session.board.set_folded(True)
    qtbot.waitUntil(lambda: board.is_settled)
    assert column.extent(rights) is None
    assert column.height_of_text < height
    session.board.set_folded(False)
    qtbot.waitUntil(lambda: board.is_settled)
    assert column.extent(rights) is not None
    assert column.height_of_text == height


def size_of(column: Column, words: str) -> float:
    """How large words are set, relative to the text face."""
    document = column.document()
    block = document.findBlock(column.offsets.to_qt(at(column.text, words).start))
    own = block.charFormat().fontPointSize() or document.defaultFont().pointSizeF()
    return own / document.defaultFont().pointSizeF()


def test_a_headline_is_set_larger_than_the_text(columns: Columns) -> None:
    assert size_of(columns["coast"], "blaze") == pytest.approx(1.35)
    assert size_of(columns["coast"], "Nearly 5,000") == pytest.approx(1.0)


def test_hovering_tells_why_in_words(columns: Columns) -> None:
    column = columns["harbour"]
    told = column.reasons_at(at(HARBOUR, "5,000").start)
    assert told[0] == "Conflict (figure): over 5,000 and nearly 5,000 cannot both hold"
    assert "Coast Daily" in told[1]
    assert column.reasons_at(at(HARBOUR, "Paragraph 3").start) == ()


def test_a_point_between_paragraphs_belongs_to_a_neighbour(columns: Columns) -> None:
    column = columns["coast"]
    before = 0
    column.scroll_to(0)
    for y in range(0, column.viewport().height(), 2):
        unit = column.cursorForPosition(QPoint(80, y)).position()
        assert unit - before < 200
        assert unit >= before
        before = unit


def test_at_every_height_what_is_in_view_is_where_the_view_is(columns: Columns) -> None:
    """Marks are painted for the blocks in view: those must be found at any scroll."""
    for column in columns.values():
        for height in range(0, int(column.furthest), 7):
            column.scroll_to(height)
            extent = column.extent(Span(column.part_in_view().start, column.part_in_view().end))
            assert extent is not None
            assert extent[0] <= height + column.viewport().height()
            assert extent[1] >= height


def test_dragging_from_one_paragraph_to_the_next_selects_across_the_blank_line(
    qtbot: QtBot, columns: Columns
) -> None:
    column = columns["wire"]
    start, end = at(column.text, "fire\n").start, at(column.text, "warehouse stored").start
    view = column.viewport()
    first, last = corner(column, start), corner(column, end)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=first + QPoint(1, 0))
    qtbot.mouseMove(view, QPoint(first.x(), (first.y() + last.y()) // 2))
    qtbot.mouseMove(view, last + QPoint(1, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last + QPoint(1, 0))
    assert column.selection == Span(start, end)


def test_the_caret_goes_down_through_blank_lines(qtbot: QtBot, columns: Columns) -> None:
    column = columns["wire"]
    put_caret(column, 0)
    seen = [0]
    for _ in range(6):
        qtbot.keyClick(column, Qt.Key.Key_Down)
        seen.append(column.selection.start)
    assert seen == sorted(set(seen))


def test_an_empty_span_has_a_place_too(columns: Columns) -> None:
    assert columns["wire"].extent(Span(5, 5)) is not None


def test_headlines_are_set_smaller_in_narrow_columns(
    qtbot: QtBot, board: BoardView, columns: Columns
) -> None:
    board.resize(2400, 620)
    qtbot.waitUntil(lambda: board.is_settled)
    assert size_of(columns["wire"], "evacuated") == pytest.approx(1.5)
    board.resize(1024, 620)
    qtbot.waitUntil(lambda: board.is_settled)
    assert size_of(columns["wire"], "evacuated") == pytest.approx(1.2)
    for column in columns.values():
        lines = [column.extent(one.span) for one in column.paragraphs if not one.blank]
        assert None not in lines
    board.resize(2400, 620)
    qtbot.waitUntil(lambda: board.is_settled)
    assert size_of(columns["wire"], "evacuated") == pytest.approx(1.5)


def test_another_theme_while_lines_are_being_placed_loses_none(
    qtbot: QtBot, board: BoardView, columns: Columns, appearance: Appearance
) -> None:
    for width, theme in ((2400, "dark"), (1024, "light"), (1400, "dark")):
        board.resize(width, 620)
        appearance.choose(theme)
        qtbot.waitUntil(lambda: board.is_settled)
        for column in columns.values():
            lines = [column.extent(one.span) for one in column.paragraphs if not one.blank]
            assert None not in lines
