"""What a screen reader is given: every control, head, row and cell says in words what it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Evidence
from reader.ui.appearance import Appearance
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.panels.ledgers.figures import FiguresPanel
from reader.ui.panels.note.panel import NotePanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.panels.passages.telling import FIRST_ARTICLE
from reader.ui.session import Session
from tests.gui.panels.test_every_panel import PANELS

_ROLE = QAccessible.Role
SPOKEN = frozenset(
    {
        *(_ROLE.Button, _ROLE.ButtonMenu, _ROLE.CheckBox, _ROLE.ComboBox, _ROLE.EditableText),
        *(_ROLE.Table, _ROLE.List, _ROLE.Tree, _ROLE.Cell, _ROLE.ListItem, _ROLE.TreeItem),
        *(_ROLE.ColumnHeader, _ROLE.RowHeader, _ROLE.SpinBox, _ROLE.StaticText),
    }
)


def within(
    node: QAccessibleInterface, path: str = ""
) -> Iterator[tuple[str, QAccessibleInterface]]:
    """Everything below a node, with the roles that lead to it; scroll bars are Qt's own."""
    for n in range(node.childCount()):
        child = node.child(n)
        if child is None or child.role() is _ROLE.ScrollBar or child.state().invisible:
            continue
        here = f"{path}/{child.role().name}{n}"
        yield here, child
        if child.role() is not _ROLE.ComboBox:  # its list is a window of its own
            yield from within(child, here)


def nameless(widget: QWidget) -> list[str]:
    root = QAccessible.queryAccessibleInterface(widget)
    assert root is not None
    return [
        path
        for path, node in within(root)
        if node.role() in SPOKEN and not node.text(QAccessible.Text.Name).strip()
    ]


def fill(session: Session) -> None:
    """Notes, a decision, evidence: something to say in every panel."""
    session.passages.activate(session.passages.listed[0])
    made = session.notes.tag_places(session.notes.tags[0].id, every_reading=True)
    assert made is not None
    annotations = session.stories.project.annotations
    annotations.set_evidence(made.id, [Evidence("https://example.org")])
    session.notes.refresh()
    session.notes.activate(made.id)


@pytest.mark.parametrize("kind", PANELS)
def test_everything_in_every_panel_has_a_name_in_words(
    kind: type[ArticlesPanel], qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    panel = kind(session, appearance)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    fill(session)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.grab()
    assert nameless(panel) == []


def test_a_row_of_the_passages_says_verdict_relation_and_how_many(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    panel = PassagesPanel(session, appearance)
    qtbot.addWidget(panel)
    panel.resize(1100, 400)
    with qtbot.waitExposed(panel):
        panel.show()
    table = QAccessible.queryAccessibleInterface(panel.table)
    assert table is not None
    names = [(n.role(), n.text(QAccessible.Text.Name)) for _, n in within(table)]
    heads = [name for role, name in names if role is _ROLE.ColumnHeader]
    assert heads[:4] == ["Number", "Verdict", "Review", "Harbour Post · base"]
    cells = [name for role, name in names if role is _ROLE.Cell]
    assert cells[0].startswith("passage 1 of ")
    assert cells[1] == "conflict, in 3 of 3 articles, in 2 wordings: some are copied"
    assert cells[FIRST_ARTICLE].startswith("conflict: Over 5,000 / Nearly 5,000, base reading")
    assert any(near in cells[FIRST_ARTICLE + 1] for near in ("near", "said differently"))


def test_lines_that_change_say_what_they_are_about_and_what_they_say(
    qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    passages, figures = PassagesPanel(session, appearance), FiguresPanel(session, appearance)
    note = NotePanel(session, appearance)
    for panel in (passages, figures, note):
        qtbot.addWidget(panel)
    session.passages.activate(session.passages.listed[0])
    assert passages.bar.count.accessibleName() == f"Where you are: {passages.bar.count.text()}"
    assert passages.bar.count.text().startswith("1 of ")
    assert figures.count.accessibleName().endswith(figures.count.text())
    note.saved.setText("Saved")
    assert note.saved.accessibleName() == "Whether the note is saved: Saved"
