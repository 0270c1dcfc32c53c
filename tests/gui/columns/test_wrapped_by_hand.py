"""A text that was wrapped at a margin: set as paragraphs, selected and found as it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from reader.core.text.article import Article
from reader.core.text.blocks import find_blocks
from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.columns.column import Column
from reader.ui.columns.marks.tones import Tones
from tests.gui.columns.test_column import put_caret
from tests.gui.columns.texts import at

LINES = "\n".join(
    [
        "The ministry said on Tuesday 🔥 that over five thousand people had",
        "been moved from the valley since the rain began, and that nobody had",
        "been hurt so far; the roads would stay closed until the weekend at",
        "least, it said.",
    ]
)
TEXT = "\n\n".join([LINES.replace("Tuesday", f"day {n}") for n in range(1, 30)])
BLOCKS = find_blocks(Article("wire", TEXT))


def shown(qtbot: QtBot, appearance: Appearance) -> Column:
    column = Column(TEXT, appearance.text_font(100), Tones(appearance.theme))
    qtbot.addWidget(column)
    column.resize(300, 500)
    with qtbot.waitExposed(column):
        column.show()
    return column


def lines_of(column: Column, words: str) -> list[str]:
    """The lines on screen of the paragraph in which the words stand."""
    block = column.document().findBlock(column.offsets.to_qt(at(TEXT, words).start))
    layout, text = block.layout(), block.text()
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    return [text[line.textStart() :][: line.textLength()] for line in lines]


def is_one_to_one(column: Column) -> bool:
    document, offsets = column.document(), column.offsets
    starts = [offsets.to_qt(paragraph.span.start) for paragraph in column.paragraphs]
    blocks = [document.findBlockByNumber(n).position() for n in range(document.blockCount())]
    return starts == blocks and document.characterCount() - 1 == offsets.qt_length


def test_lines_break_where_the_column_asks_for_it(qtbot: QtBot, appearance: Appearance) -> None:
    column = shown(qtbot, appearance)
    column.set_blocks(BLOCKS)
    column.finish()
    assert is_one_to_one(column)
    lines = lines_of(column, "day 3 ")
    assert "".join(lines) == LINES.replace("Tuesday", "day 3").replace("\n", " ")
    longest = max(map(len, lines))
    assert all(len(line) > longest / 2 for line in lines[:-1])


def test_what_is_selected_has_the_characters_of_the_text(
    qtbot: QtBot, appearance: Appearance
) -> None:
    column = shown(qtbot, appearance)
    column.set_blocks(BLOCKS)
    column.finish()
    wanted = at(TEXT, "people had\nbeen moved")
    put_caret(column, wanted.start)
    for _ in range(len(wanted)):
        qtbot.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert column.selection == wanted
    assert column.selection.of(TEXT) == "people had\nbeen moved"


def test_a_text_is_set_anew_when_its_paragraphs_become_known(
    qtbot: QtBot, appearance: Appearance
) -> None:
    column = shown(qtbot, appearance)
    column.set_blocks(())
    column.finish()
    assert column.document().blockCount() == len(TEXT.split("\n"))
    place = at(TEXT, "The ministry said on day 20 ")
    column.show_at_top(place.start)
    before = column.standing
    column.set_blocks(BLOCKS)
    qtbot.waitUntil(lambda: column.is_settled)
    assert is_one_to_one(column)
    assert column.standing[0] == before[0]
    extent = column.extent(Span(place.start, place.start + 1))
    assert extent is not None
    assert 0 <= extent[0] - column.upper_edge < 40
    cursor = QTextCursor(column.document())
    cursor.setPosition(column.offsets.to_qt(place.start))
    assert cursor.block().text().startswith("The ministry said on day 20 ")
