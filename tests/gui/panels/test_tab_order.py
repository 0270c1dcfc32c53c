"""Tab goes through every panel and dialog as one reads, and all in a dialog has a name in words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.core.annotating.annotation import Rating
from reader.core.options import Options
from reader.core.text.article import Article
from reader.importers.encodings import ENCODINGS, read_as
from reader.ui.appearance import Appearance
from reader.ui.dialogs.article_form import ArticleForm, PasteDialog
from reader.ui.dialogs.candidates import CandidatesDialog, PlaceWords
from reader.ui.dialogs.decisions import DecisionsDialog
from reader.ui.dialogs.encoding import EncodingDialog
from reader.ui.dialogs.evidence_form import EvidenceForm
from reader.ui.dialogs.join import JoinDialog
from reader.ui.dialogs.link import LinkDialog
from reader.ui.dialogs.note_history import NoteHistoryDialog, PastState
from reader.ui.dialogs.options import OptionsDialog
from reader.ui.dialogs.rating_scale import RatingScaleDialog
from reader.ui.dialogs.relation import RelationDialog
from reader.ui.dialogs.split import SplitDialog
from reader.ui.panels.articles.panel import ArticlesPanel
from reader.ui.panels.note.sections import FORWARD
from reader.ui.session import Session
from tests.gui.panels.test_every_panel import PANELS
from tests.gui.panels.test_spoken import fill, nameless

PLACE = PlaceWords("before ", "words", " after")
DIALOGS: dict[str, Callable[[], QDialog]] = {
    "article": lambda: ArticleForm(Article("a.txt", "Words.")),
    "paste": lambda: PasteDialog("Words."),
    "candidates": lambda: CandidatesDialog(PLACE, [PLACE, PLACE]),
    "decisions": lambda: DecisionsDialog([]),
    "encoding": lambda: EncodingDialog(
        "a.txt", "utf-8", ENCODINGS, lambda codec: read_as(b"Words.", "a.txt", codec)
    ),
    "evidence": EvidenceForm,
    "join": lambda: JoinDialog("own", ["one", "two"]),
    "link": lambda: LinkDialog("https://example.org"),
    "history": lambda: NoteHistoryDialog([PastState("now", "a", 2), PastState("then", "b", 1)]),
    "options": lambda: OptionsDialog(Options()),
    "ratings": lambda: RatingScaleDialog(
        [Rating("1", "true", "green")], {}, lambda _: QIcon(), lambda _: None
    ),
    "relation": lambda: RelationDialog(FORWARD, [("1", "one")]),
    "split": lambda: SplitDialog([("A", "one"), ("B", "two")], [True, False]),
}


def reached(window: QWidget) -> list[QWidget]:
    """What Tab comes to, from the first on."""
    found: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window and len(found) < 500:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
        if takes and widget.isVisibleTo(window) and window.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def out_of_order(window: QWidget) -> list[str]:
    """Neighbours in Tab's order of which the second stands before the first."""
    wrong: list[str] = []
    areas = [
        (QRect(w.mapTo(window, w.rect().topLeft()), w.size()), w.accessibleName() or str(w))
        for w in reached(window)
    ]
    for (one, name), (other, next_name) in pairwise(areas):
        above = other.bottom() < one.top() and other.left() < one.right()
        left = other.right() < one.left() and one.top() <= other.center().y() <= one.bottom()
        if above or left:
            wrong.append(f"{name} -> {next_name}")
    return wrong


@pytest.mark.parametrize("kind", PANELS)
def test_tab_goes_through_a_panel_as_one_reads_between_what_stands_before_and_after(
    kind: type[ArticlesPanel], qtbot: QtBot, session: Session, appearance: Appearance
) -> None:
    desk = QWidget()
    qtbot.addWidget(desk)
    before, panel, after = QLineEdit(), kind(session, appearance), QLineEdit()
    before.setAccessibleName("before")
    after.setAccessibleName("after")
    down = QVBoxLayout(desk)
    for widget in (before, panel, after):
        down.addWidget(widget)
    desk.resize(420, 900)
    fill(session)
    with qtbot.waitExposed(desk):
        desk.show()
    desk.grab()
    order = reached(desk)
    assert (order[0], order[-1]) == (before, after)
    assert len(order) > 2
    assert out_of_order(desk) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_goes_through_a_dialog_as_one_reads_and_all_is_named(
    name: str, qtbot: QtBot, appearance: Appearance
) -> None:
    dialog = DIALOGS[name]()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert reached(dialog)
    assert out_of_order(dialog) == []
    assert nameless(dialog) == []
