"""What holds for every panel: names for screen readers, themes switched live, an empty desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.core.text.span import Span
from reader.ui.appearance import Appearance
from reader.ui.panels.annotations.panel import AnnotationsPanel
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.ledgers.quotations import QuotationsPanel
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.story.panel import StoryPanel
from reader.ui.panels.tags.panel import TagsPanel
from reader.ui.session import Session

PANELS = (
    AnnotationsPanel,
    ArticlesPanel,
    DetailsPanel,
    FiguresPanel,
    NotePanel,
    PassagesPanel,
    QuotationsPanel,
    StoryPanel,
    TagsPanel,
)
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractScrollArea)


def nameless(panel: QWidget) -> list[str]:
    """Controls that a screen reader could not name; Qt's own inner parts are left out."""
    found: list[str] = []
    for widget in panel.findChildren(QWidget):
        parent = widget.parentWidget()
        own = not isinstance(parent, QComboBox | QLineEdit | QAbstractItemView | QHeaderView)
        inner = widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)
        popup = widget.window() is not panel.window()
        if isinstance(widget, CONTROLS) and own and not inner and not popup:
            words = widget.accessibleName() or (
                widget.text() if isinstance(widget, QAbstractButton) else ""
            )
            if not words:
                found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


@pytest.mark.parametrize("kind", PANELS)
def test_every_control_has_a_name_and_every_theme_paints(
    kind: type[ArticlesPanel], qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    panel = kind(session, appearance)
    qtbot.addWidget(panel)
    panel.resize(320, 240)
    article_id = session.board.columns[0]
    session.notes.annotate([(article_id, Span(0, 7))], (session.notes.tags[0].id,), "note")
    session.passages.activate(session.passages.listed[0])
    with qtbot.waitExposed(panel):
        panel.show()
    assert nameless(panel) == []
    for key in appearance.themes:
        appearance.choose(key)
        appearance.finish()
        page = appearance.theme.surface["page"]
        image = panel.grab().toImage()
        shades = {image.pixelColor(x, y).name() for x in range(0, 320, 5) for y in range(0, 240, 5)}
        assert shades & {page.lower(), appearance.theme.surface["chrome"].lower()}


@pytest.mark.parametrize("kind", PANELS)
def test_a_panel_stands_on_an_empty_desk_and_without_a_project(
    kind: type[ArticlesPanel], qtbot: QtBot, empty_session: Session, appearance: Appearance
) -> None:
    panel = kind(empty_session, appearance)
    qtbot.addWidget(panel)
    with qtbot.waitExposed(panel):
        panel.show()
    empty_session.stories.add("Nothing yet")
    panel.grab()
    empty_session.stories.close()
    panel.grab()


@pytest.mark.parametrize("kind", PANELS)
def test_tab_leaves_every_panel(
    kind: type[ArticlesPanel], qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    """No control keeps the Tab key for itself."""
    desk = QWidget()
    qtbot.addWidget(desk)
    panel = kind(session, appearance, desk)
    after = QLineEdit(desk)
    QWidget.setTabOrder(panel, after)
    session.notes.annotate([(session.board.columns[0], Span(0, 7))])
    session.passages.activate(session.passages.listed[0])
    with qtbot.waitExposed(desk):
        desk.show()
    desk.activateWindow()
    first = next(
        w for w in panel.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible() and w.isEnabled()
    )  # fmt: skip
    first.setFocus()
    for _ in range(60):
        focused = desk.focusWidget()
        if focused is after:
            break
        assert focused is not None
        assert not isinstance(focused, QScrollArea)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert desk.focusWidget() is after
