"""A text too long to be laid out at once: what one sees meanwhile, and that it comes out right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.text.span import Span
from reader.places import find
from reader.ui.appearance import Appearance
from reader.ui.columns.column import Column
from reader.ui.columns.marks.tones import Tones
from reader.ui.columns.overview import Overview
from reader.ui.columns.plan.bands import Bands, Bar
from reader.ui.settings import Settings

LONG = "\n\n".join(
    f"Paragraph {n} 😀 of a long report tells of the weather, the tide and the ships. "
    + "The town went about its day. " * (1 + n % 9)
    for n in range(900)
)
MARKED = LONG.index("Paragraph 800 ")


@pytest.fixture
def column(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Column]:
    appearance = Appearance(find().resources, Settings(tmp_path / "settings.json"))
    made = Column(LONG, appearance.text_font(100), Tones(appearance.theme))
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.set_blocks(())
    made.finish()
    yield made
    made.stop()


def stands_at_the_mark(column: Column) -> bool:
    """Whether the marked paragraph is at the upper edge, or the blank line above it."""
    return MARKED - 2 <= column.top_offset <= MARKED


def zoomed(column: Column, tmp_path: Path, percent: int) -> None:
    appearance = Appearance(find().resources, Settings(tmp_path / "settings.json"))
    tones = Tones(appearance.theme)
    column.set_look(appearance.text_font(percent), tones, folded=False, numbers=False)


@pytest.mark.parametrize("change", ["zoom", "width", "numbers"])
def test_deep_in_a_long_text_the_view_stands_still_until_its_line_has_its_place(
    qtbot: QtBot, column: Column, tmp_path: Path, change: str
) -> None:
    column.show_at_top(MARKED)
    column.finish()
    assert stands_at_the_mark(column)
    if change == "zoom":
        zoomed(column, tmp_path, 140)
    elif change == "width":
        column.resize(380, 600)
    else:
        appearance = Appearance(find().resources, Settings(tmp_path / "settings.json"))
        column.set_look(
            appearance.text_font(100), Tones(appearance.theme), folded=False, numbers=True
        )
    assert column.is_held
    assert stands_at_the_mark(column)
    with qtbot.waitSignal(column.settled):
        pass
    assert not column.is_held
    assert stands_at_the_mark(column)


def test_a_zoomed_text_stands_as_if_it_had_been_opened_so(
    qtbot: QtBot, column: Column, tmp_path: Path
) -> None:
    column.show_at_top(MARKED)
    column.finish()
    zoomed(column, tmp_path, 140)
    with qtbot.waitSignal(column.settled):
        pass
    appearance = Appearance(find().resources, Settings(tmp_path / "settings.json"))
    fresh = Column(LONG, appearance.text_font(140), Tones(appearance.theme))
    qtbot.addWidget(fresh)
    fresh.resize(500, 600)
    with qtbot.waitExposed(fresh):
        fresh.show()
    fresh.set_blocks(())
    fresh.finish()
    for start in range(0, len(LONG) - 30, 9_973):
        span = Span(start, start + 30)
        assert column.extent(span) == fresh.extent(span)
    fresh.stop()


def test_whoever_scrolls_meanwhile_is_not_brought_back(
    qtbot: QtBot, column: Column, tmp_path: Path
) -> None:
    column.show_at_top(MARKED)
    column.finish()
    zoomed(column, tmp_path, 120)
    column.scroll_to(0)
    assert not column.is_held
    with qtbot.waitSignal(column.settled):
        pass
    assert column.upper_edge == 0


def test_whoever_turns_the_page_meanwhile_does_not_lose_their_place(
    qtbot: QtBot, column: Column, tmp_path: Path
) -> None:
    column.show_at_top(MARKED)
    column.finish()
    zoomed(column, tmp_path, 120)
    assert column.is_held
    qtbot.keyClick(column, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(column.settled):
        pass
    assert stands_at_the_mark(column)
    qtbot.keyClick(column, Qt.Key.Key_PageDown)
    assert column.top_offset > MARKED


def test_lines_go_on_from_what_is_in_view_and_not_from_a_caret_left_behind(
    qtbot: QtBot, column: Column
) -> None:
    column.show_at_top(MARKED)
    column.finish()
    before = column.upper_edge
    qtbot.keyClick(column, Qt.Key.Key_Down)
    assert abs(column.upper_edge - before) < 60
    qtbot.keyClick(column, Qt.Key.Key_PageUp)
    assert 300 < before - column.upper_edge < 700


def test_the_overview_of_thousands_of_marks_agrees_with_their_lines(
    column: Column, tmp_path: Path
) -> None:
    tones = Tones(Appearance(find().resources, Settings(tmp_path / "settings.json")).theme)
    starts = [n for n in range(0, len(LONG) - 40, 120) if "\n" not in LONG[n : n + 20]]
    column.set_bands(Bands(bars=tuple(Bar(Span(n, n + 20)) for n in starts)))
    overview = Overview(column, tones, column)
    overview.refresh()
    line = 40 / column.height_of_text
    tops = [tick.top for tick in overview.ticks]
    for number in range(0, len(starts), 97):
        extent = column.extent(Span(starts[number], starts[number] + 20))
        assert extent is not None
        wanted = extent[0] / column.height_of_text
        assert min(abs(top - wanted) for top in tops) < line
