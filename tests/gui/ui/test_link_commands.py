"""Links put right by key alone: from the board to the project file, and after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reader import places
from reader.core.annotating.annotation import DecisionKind
from reader.core.compare import compare
from reader.core.matching.link import Reading
from reader.core.text.span import Span
from reader.importers.opening import from_pasted
from reader.store.project import Project
from reader.ui.appearance import Appearance
from reader.ui.dialogs.decisions import DecisionsDialog
from reader.ui.dialogs.join import JoinDialog
from reader.ui.dialogs.split import SplitDialog
from reader.ui.panels.details.panel import DetailsPanel
from reader.ui.panels.passages.panel import PassagesPanel
from reader.ui.session import Session
from reader.ui.settings import Settings
from reader.ui.window import Window

TEXTS = (
    "Over 5,000 people were moved out of the old town on Tuesday night, the mayor said.\n\n"
    "The warehouse stored paint and solvents for a ship repair yard in the harbour.\n\n"
    "A whale was seen off the northern cape by two fishermen in their boat.",
    "Nearly 5,000 people were moved out of the old town on Tuesday night, the mayor said.\n\n"
    "The warehouse stored paint and solvents for a ship repair yard at the quay.",
    "About 5,000 people were moved out of the old town on Tuesday night, said the mayor.\n\n"
    "Ferry tickets cost eleven pounds from Monday on, a spokesman of the line told reporters.",
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window on the three texts, driven by keys."""

    def __init__(self, qtbot: QtBot, home: Path, path: Path) -> None:
        here = places.find()
        settings = Settings(home / "settings.json")
        appearance = Appearance(here.resources, settings)
        self.qtbot = qtbot
        self.session = Session(settings, compare)
        self.window = Window(self.session, appearance, here)
        qtbot.addWidget(self.window)
        self.window.resize(1800, 1000)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.said: list[str] = []
        self.session.said.connect(self.said.append)
        with self.compared():
            self.session.stories.open(Project.open(path))
        qtbot.waitUntil(lambda: self.window.board.is_settled, timeout=10_000)
        self.window.board.focus_column(0)

    def compared(self) -> AbstractContextManager[object]:
        return self.qtbot.waitSignal(
            self.session.comparing.comparison_changed,
            timeout=10_000,
            check_params_cb=lambda: self.session.comparing.comparison is not None,
        )

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def decide(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key that changes links, and wait for the comparison that honours it."""
        with self.compared():
            self.press(key, modifier)

    def select(self, article: int, words: str) -> Span:
        start = TEXTS[article].index(words)
        span = Span(start, start + len(words))
        self.window.board.focus_column(article)
        self.window.board.frames[self.session.comparing.ids[article]].column.select(span)
        return span

    def people(self) -> set[Reading]:
        """The readings of the passage that the first article's first sentence is in."""
        return self.holding(0, "Over 5,000")

    def holding(self, article: int, words: str) -> set[Reading]:
        at = TEXTS[article].index(words)
        comparison = self.session.comparing.comparison
        assert comparison is not None
        return next(
            set(p.readings)
            for p in comparison.passages
            if any(r.article == article and r.span.start <= at < r.span.end for r in p.readings)
        )

    def go_to(self, article: int, words: str) -> None:
        """Make the passage of these words active, as a click on its mark does."""
        at = TEXTS[article].index(words)
        self.window.board.focus_column(article)
        self.session.passages.activate(
            self.session.passages.at(self.session.comparing.ids[article], at)
        )

    def in_dialog(self, do: Callable[[QDialog], object]) -> None:
        """What the person does in the dialog that the next key opens."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or not dialog.isActiveWindow():  # not open yet
                QTimer.singleShot(5, act)
                return
            assert isinstance(dialog, QDialog)
            try:
                do(dialog)
            finally:
                if dialog.isVisible():  # it failed: nothing must wait for it
                    dialog.reject()

        QTimer.singleShot(5, act)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "links.reader"
    project = Project.create(made, person_name="Mara")
    story = project.stories.add("The fire")
    project.articles.add(story.id, [from_pasted(t, f"text {n}") for n, t in enumerate(TEXTS)])
    project.close()
    return made


@pytest.fixture
def start(qtbot: QtBot, home: Path, path: Path) -> Iterator[Callable[[], Desk]]:
    started: list[Desk] = []

    def begun() -> Desk:
        started.append(Desk(qtbot, home, path))
        return started[-1]

    yield begun
    for desk in started:
        desk.window.close()


def again(desk: Desk, start: Callable[[], Desk]) -> Desk:
    """The same project after a restart."""
    desk.window.close()
    return start()


def test_a_reading_is_changed_to_what_is_selected(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(0, "Over")
    before = desk.people()
    span = desk.select(0, "Over 5,000 people were moved out")
    desk.decide(Qt.Key.Key_S)
    changed = {r for r in before if r.article} | {Reading(0, span)}
    assert desk.people() == changed
    assert desk.session.undoing.undo_name == "Change reading"
    desk = again(desk, start)
    assert desk.people() == changed
    with desk.compared():
        desk.session.undoing.undo()
    assert desk.people() == before


def test_selected_words_join_the_passage(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(0, "whale")
    assert len(desk.holding(0, "whale")) == 1
    span = desk.select(2, "Ferry tickets cost eleven pounds")
    desk.decide(Qt.Key.Key_L, SHIFT)
    assert Reading(2, span) in desk.holding(0, "whale")
    desk = again(desk, start)
    assert Reading(2, span) in desk.holding(0, "whale")
    (decision,) = desk.session.links.decisions
    assert decision.kind is DecisionKind.MADE


def test_a_reading_is_taken_out_and_the_others_stay(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(1, "Nearly")
    before = desk.people()
    desk.decide(Qt.Key.Key_O)
    assert desk.people() == {r for r in before if r.article != 1}
    assert len(desk.holding(1, "Nearly")) == 1
    desk = again(desk, start)
    assert desk.people() == {r for r in before if r.article != 1}


def test_a_passage_is_split_in_the_dialog(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(0, "Over")
    before = desk.people()

    def split(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        assert dialog.apart == (0,)  # the reading of the column that was read in
        dialog.list.setCurrentRow(1)
        desk.qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.apart == (0, 1)
        dialog.ok.click()

    desk.in_dialog(split)
    desk.decide(Qt.Key.Key_D)
    assert desk.people() == {r for r in before if r.article < 2}
    with desk.compared():
        desk.session.undoing.undo()
    assert desk.people() == before


def test_passages_are_joined_in_the_dialog(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(0, "whale")

    def join(dialog: QDialog) -> None:
        assert isinstance(dialog, JoinDialog)
        desk.qtbot.keyClicks(dialog.typed, "Ferry tickets")
        desk.qtbot.keyClick(dialog.typed, Qt.Key.Key_Return)

    desk.in_dialog(join)
    desk.decide(Qt.Key.Key_J)
    assert {r.article for r in desk.holding(0, "whale")} == {0, 2}
    desk = again(desk, start)
    assert desk.holding(0, "whale") == desk.holding(2, "Ferry tickets")


def test_two_selections_are_linked_and_nearly_a_reading_is_that_reading(
    start: Callable[[], Desk],
) -> None:
    desk = start()
    desk.select(0, "A whale was seen off the northern cape by two fishermen in their boat")
    span = desk.select(2, "Ferry tickets cost eleven pounds")
    desk.decide(Qt.Key.Key_L)
    held = desk.holding(0, "whale")
    whole = Span(TEXTS[0].index("A whale"), len(TEXTS[0]))
    assert Reading(0, whole) in held
    assert any(r.article == 2 and r.span.start == span.start for r in held)


def test_links_are_rejected_and_left_to_the_machine_again(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(1, "The warehouse")
    before = desk.holding(1, "The warehouse")
    assert len(before) == 2
    desk.decide(Qt.Key.Key_U)
    assert len(desk.holding(1, "The warehouse")) == 1
    assert {d.kind for d in desk.session.links.decisions} == {DecisionKind.REJECTED}
    desk.go_to(1, "The warehouse")
    desk.decide(Qt.Key.Key_U, SHIFT)
    assert desk.holding(1, "The warehouse") == before
    assert desk.session.links.decisions == ()


def test_decisions_are_listed_and_taken_back(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(1, "Nearly")
    before = desk.people()
    desk.decide(Qt.Key.Key_O)

    def take_back(dialog: QDialog) -> None:
        assert isinstance(dialog, DecisionsDialog)
        assert dialog.list.count() == 1  # one step of undo is one entry, however many its links
        told = dialog.list.item(0).text().splitlines()
        assert told[0] == f"Take reading out: {len(desk.session.links.decisions)} links"
        assert len(told) == 1 + len(desk.session.links.decisions)
        dialog.list.selectAll()
        desk.qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)

    desk.in_dialog(take_back)
    desk.decide(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.people() == before


def test_passages_are_filtered_by_what_was_decided(start: Callable[[], Desk]) -> None:
    desk = start()
    desk.go_to(1, "The warehouse")
    desk.decide(Qt.Key.Key_Y)
    passages = desk.session.passages
    everything = len(passages.listed)
    panel = desk.window.panels["passages"]
    assert isinstance(panel, PassagesPanel)
    bar = panel.bar
    bar.decided.setCurrentIndex(bar.decided.findData(DecisionKind.ACCEPTED))
    assert 0 < len(passages.listed) < everything
    assert all(DecisionKind.ACCEPTED in passages.decided(n) for n in passages.listed)
    bar.decided.setCurrentIndex(bar.decided.findData(DecisionKind.REJECTED))
    assert passages.listed == ()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_S, "Go to a passage first"),
        (Qt.Key.Key_O, "Go to a passage first"),
        (Qt.Key.Key_L, "Select words in exactly two columns"),
    ],
)
def test_a_key_that_cannot_do_anything_says_what_it_needs(
    start: Callable[[], Desk], key: Qt.Key, said: str
) -> None:
    desk = start()
    desk.press(key)
    assert any(said in sentence for sentence in desk.said)
    assert desk.session.links.decisions == ()


def test_every_correction_has_a_key_and_stands_in_the_menus_of_the_panels(
    start: Callable[[], Desk],
) -> None:
    desk = start()
    desk.go_to(0, "Over")
    details, passages = desk.window.panels["details"], desk.window.panels["passages"]
    active = desk.session.passages.active
    assert isinstance(details, DetailsPanel)
    assert isinstance(passages, PassagesPanel)
    assert details.review is not None
    assert active is not None
    offered = details.review.correct.menu().actions()
    row = passages.row_menu(active).actions()
    for action in offered:
        assert not action.shortcut().isEmpty()
        assert action in row
    assert QKeySequence("D") in [action.shortcut() for action in offered]
