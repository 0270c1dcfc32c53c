"""Figures, quotations and the matrix of the story."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.core.text.article import Article
from reader.core.text.source import Source
from reader.ui.appearance import Appearance
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.ledgers.ledger import LedgerPanel
from reader.ui.panels.ledgers.model import ROW_ROLE
from reader.ui.panels.ledgers.quotations import QuotationsPanel
from reader.ui.panels.story.model import STRIP, OverviewModel
from reader.ui.panels.story.panel import StoryPanel
from reader.ui.session import Session


@pytest.fixture
def figures(qtbot: QtBot, session: Session, appearance: Appearance) -> FiguresPanel:
    made = FiguresPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def story(qtbot: QtBot, session: Session, appearance: Appearance) -> StoryPanel:
    made = StoryPanel(session, appearance)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(panel: LedgerPanel) -> list[tuple[str, ...]]:
    count = panel.model.rowCount()
    return [panel.model.index(n, 0).data(ROW_ROLE).cells for n in range(count)]


def row_of(panel: LedgerPanel, words: str) -> int:
    return next(n for n, cells in enumerate(lines(panel)) if words in cells[0])


def test_the_models_keep_their_promises(
    figures: FiguresPanel, session: Session, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(figures.model)
    qtmodeltester.check(OverviewModel(session))


def test_a_figure_is_told_with_its_bound_and_what_conflicts_with_it(figures: FiguresPanel) -> None:
    cells = lines(figures)[row_of(figures, "Over 5,000")]
    assert cells[1:5] == ("5,000", "", "over", "people")
    assert cells[5:] == ("Harbour Post", "≠ conflict: Nearly 5,000 (Coast Daily)")


def test_figures_in_conflict_come_first(figures: FiguresPanel) -> None:
    told = [cells[-1].startswith("≠") for cells in lines(figures)]
    assert sum(told) == 2
    assert told[:2] == [True, True]
    header = figures.table.horizontalHeader()
    assert header.sortIndicatorSection() == figures.model.columnCount() - 1


def test_figures_are_filtered_sorted_and_copied(figures: FiguresPanel, qtbot: QtBot) -> None:
    figures.unvalued.setChecked(True)
    everything = figures.model.rowCount()
    figures.verdict.setCurrentIndex(figures.verdict.findText("≠ conflict"))
    assert figures.model.rowCount() == 2
    assert figures.count.text() == f"2 figures of {everything}"
    with qtbot.waitSignal(figures.model.modelReset):
        qtbot.keyClicks(figures.search, "coast")
    assert figures.model.rowCount() == 2
    header = figures.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 12, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    first = [cells[0] for cells in lines(figures)]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [cells[0] for cells in lines(figures)] == first[::-1]
    figures.table.setFocus()
    figures.table.selectRow(0)
    qtbot.keyClick(figures.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("Figure\tValue")


def test_a_click_on_a_figure_goes_to_the_text(
    figures: FiguresPanel, session: Session, qtbot: QtBot
) -> None:
    at = figures.table.visualRect(figures.model.index(row_of(figures, "Over 5,000"), 0)).center()
    with qtbot.waitSignal(session.passages.place_requested) as asked:
        qtbot.mouseClick(figures.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    article_id, span = asked.args  # type: ignore[misc]
    stored = session.stories.article(article_id)
    assert stored is not None
    assert "5,000" in span.of(stored.article.text)


def test_what_gives_no_number_is_listed_last_and_only_when_asked_for(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    text = "For months ships lay in the bay. On Monday 12 ships sank, and 5 more this week."
    source = Source(Article("ships.txt", text), text.encode(), "utf-8", origin="ships.txt")
    session.stories.choose(session.stories.add("Ships", [source]).id)
    qtbot.waitUntil(lambda: session.comparing.comparison is not None)
    panel = FiguresPanel(session, appearance)
    qtbot.addWidget(panel)
    assert "no number" not in [cells[1] for cells in lines(panel)]
    panel.unvalued.setChecked(True)
    told = [cells[1] for cells in lines(panel)]
    assert "no number" in told
    assert told == sorted(told, key=lambda value: value == "no number")
    panel.model.sort(1, Qt.SortOrder.DescendingOrder)
    assert lines(panel)[-1][1] == "no number"


def test_quotations_name_speaker_verb_and_wording(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    panel = QuotationsPanel(session, appearance)
    qtbot.addWidget(panel)
    assert panel.search.accessibleName() == "Search the quotations"
    said = [cells for cells in lines(panel) if "never seen a fire" in cells[2]]
    assert {cells[3] for cells in said} == {"Harbour Post", "Coast Daily"}
    coast = next(cells for cells in said if cells[3] == "Coast Daily")
    assert coast[:2] == ("Anna Berg", "said")


def test_the_matrix_tells_shares_in_words(story: StoryPanel) -> None:
    model = story.model
    told = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert " of Harbour Post is in Coast Daily, " in told
    assert "1 conflict" in told
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "the same article"
    strip = model.index(1, STRIP).data(Qt.ItemDataRole.AccessibleTextRole)
    assert strip.endswith("of Coast Daily is also in at least one other article")


def test_a_headline_that_stands_for_an_outlet_is_read_whole(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    names = [
        "Strange coincidence: Uyghur data leaks on eve of UN Rights Chief visit to Xinjiang",
        "A",
    ]
    sources = [
        Source(Article(f"{n}.txt", f"Rain fell {n}.", title=name), b"", "utf-8", origin="")
        for n, name in enumerate(names)
    ]
    session.stories.choose(session.stories.add("Names", sources).id)
    qtbot.waitUntil(lambda: session.comparing.comparison is not None)
    panel = StoryPanel(session, appearance)
    qtbot.addWidget(panel)
    assert [panel.names.named(n).cut for n in range(2)] == [False, False]
    assert [panel.names.named(n).line_count for n in range(2)] == [2, 1]


def test_a_click_on_a_cell_opens_the_pair(
    story: StoryPanel, session: Session, qtbot: QtBot
) -> None:
    ids = session.comparing.ids
    at = story.table.visualRect(story.model.index(2, 1)).center()
    qtbot.mouseClick(story.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert session.board.columns == (ids[2], ids[0])
    assert session.board.base == ids[2]
    story.table.setFocus()
    story.table.setCurrentIndex(story.model.index(1, STRIP))
    qtbot.keyClick(story.table, Qt.Key.Key_Return)
    assert session.board.columns == (ids[1], ids[0], ids[2])


def test_no_figure_is_said_to_be_missing_while_articles_are_compared(
    qtbot: QtBot, figures: FiguresPanel, session: Session
) -> None:
    with qtbot.waitSignal(session.comparing.comparison_changed):
        session.comparing.again()
        qtbot.waitUntil(lambda: session.comparing.running)
        assert figures.table.empty_words == "Comparing…"
