"""All that was decided about links in a story, those that hold no longer first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QWidget,
)

from reader.core.annotating.annotation import DecisionKind
from reader.ui.dialogs.sheet import quiet, sheet
from reader.ui.dialogs.wrapped_list import WrappedList

DECIDED_WORDS = {
    DecisionKind.ACCEPTED: "Accepted",
    DecisionKind.REJECTED: "Rejected",
    DecisionKind.MADE: "Linked by hand",
}

_QUOTED = 40
"""Characters of a quote where several links stand in one entry."""


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """A decision as it is told: its kind, and of both sides the source and the words."""

    kind: DecisionKind
    sides: tuple[tuple[str, str], ...]
    lost: bool = False

    def __str__(self) -> str:
        head = DECIDED_WORDS[self.kind] + (", but its words are not found any more" * self.lost)
        return "\n".join((head, *(f"{source}: “{words}”" for source, words in self.sides)))


@dataclass(frozen=True, slots=True)
class StepWords:
    """What was decided at once, as it is told; several links stand below the step's name."""

    name: str
    decisions: tuple[DecisionWords, ...]

    def __str__(self) -> str:
        if len(self.decisions) == 1:
            return str(self.decisions[0])
        lost = sum(decision.lost for decision in self.decisions)
        told = f"{self.name}: {len(self.decisions)} links"
        return "\n".join(
            (
                f"{told}, but the words of {lost} are not found any more" if lost else told,
                *(f"   {_in_a_line(decision)}" for decision in self.decisions),
            )
        )


def _in_a_line(decision: DecisionWords) -> str:
    sides = (f"{source}: “{_cut(words)}”" for source, words in decision.sides)
    return f"{DECIDED_WORDS[decision.kind]}  {'  –  '.join(sides)}"


def _cut(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()}…"


class DecisionsDialog(QDialog):
    """Choose some and take them back, or go to one's place in the text."""

    def __init__(self, steps: Sequence[StepWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Decisions on links")
        self.resize(720, 520)
        self.go_to: int | None = None
        self.taken_back: tuple[int, ...] = ()
        self._told = quiet(
            "Delete takes the chosen ones back, Enter goes to the text."
            if steps
            else "You have not accepted, rejected or made any link in this story yet."
        )
        self.list = WrappedList("Decisions on links", self._told.text())
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for step in steps:
            self.list.addItem(QListWidgetItem(str(step)))
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.going = buttons.addButton("Go to the text", role)
        self.back = buttons.addButton("Take back", role)
        self.list.installEventFilter(self)
        self.going.clicked.connect(self._go)
        self.back.clicked.connect(self._take_back)
        self.list.itemActivated.connect(self._go)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        buttons.rejected.connect(self.reject)
        sheet(self, self._told, self.list, buttons)
        self._on_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list takes back."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        pressed = event.type() is QEvent.Type.KeyPress
        if pressed and key == Qt.Key.Key_Delete and self._chosen():
            self._take_back()
            return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> tuple[int, ...]:
        return tuple(sorted(self.list.row(item) for item in self.list.selectedItems()))

    def _on_chosen(self) -> None:
        self.going.setEnabled(len(self._chosen()) == 1)
        self.back.setEnabled(bool(self._chosen()))

    def _go(self) -> None:
        if len(self._chosen()) == 1:
            (self.go_to,) = self._chosen()
            self.accept()

    def _take_back(self) -> None:
        self.taken_back = self._chosen()
        self.accept()
