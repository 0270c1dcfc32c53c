"""Two people's notes held side by side, their disagreements listed and settled one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.dialogs.sheet import sheet
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.saying import Saying


class Settling(Enum):
    """What is kept of two people's notes on the same words."""

    FIRST = auto()
    SECOND = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class PairWords:
    """One disagreement in words: a line for the list, and what each of the two noted."""

    line: str
    first: str
    second: str
    settled: bool = False


class CurationDialog(QDialog):
    """Stays open beside the board, which comes to the words of the chosen row.

    The keys 1, 2 and 3 keep the first person's note, the second's, or both; undo takes the last
    decision back without leaving the dialog.
    """

    people_changed = Signal()
    """Other people should be compared."""
    shown_changed = Signal()
    """Settled disagreements should be listed too, or no longer."""
    chosen = Signal(int)
    """The row that is looked at."""
    settled = Signal(int, Settling)
    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settle two people's notes")
        self.resize(860, 520)
        self._pairs: tuple[PairWords, ...] = ()
        self._names = ("", "")
        self.first, self.second = Choice("First person", 16), Choice("Second person", 16)
        self.summary = Saying("How far both agree")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Disagreements")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.with_settled = QCheckBox("List what is settled too")
        self.sides = (_Side(), _Side())
        self.keep = {
            Settling.FIRST: QPushButton(),
            Settling.SECOND: QPushButton(),
            Settling.BOTH: QPushButton("3  Keep both"),
        }
        self._lay_out()
        for combo in (self.first, self.second):
            combo.currentIndexChanged.connect(self.people_changed)
        self.with_settled.toggled.connect(self.shown_changed)
        self.list.currentRowChanged.connect(self._on_row)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_wanted.emit)
        for number, (settling, button) in enumerate(self.keep.items(), start=1):
            button.setAutoDefault(False)
            QShortcut(QKeySequence(str(number)), self, button.click)
            button.clicked.connect(lambda _=False, to=settling: self._settle(to))

    def _lay_out(self) -> None:
        people = QHBoxLayout()
        for widget in (self.first, QLabel("and"), self.second):
            people.addWidget(widget)
        people.addStretch(1)
        people.addWidget(self.with_settled)
        across = QHBoxLayout()
        for side in self.sides:
            across.addWidget(side, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in self.keep.values():
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = sheet(self, people, self.summary, self.list, across, buttons)
        layout.setStretchFactor(self.list, 3)
        layout.setStretchFactor(across, 2)

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Names with identifiers of those who can be compared; who is chosen stays so."""
        for combo, number in ((self.first, 0), (self.second, 1)):
            before = combo.currentData()
            with QSignalBlocker(combo):
                combo.clear()
                for name, person_id in people:
                    combo.addItem(name, person_id)
                at = combo.findData(before)
                combo.setCurrentIndex(at if at >= 0 else min(number, len(people) - 1))

    def show_pairs(self, pairs: Sequence[PairWords], names: tuple[str, str], summary: str) -> None:
        """List these; the row that was chosen, or what took its place, stays chosen."""
        row = max(0, self.list.currentRow())
        self._pairs, self._names = tuple(pairs), names
        self.summary.setText(summary)
        with QSignalBlocker(self.list):
            self.list.clear()
            for pair in self._pairs:
                item = QListWidgetItem(f"✓ {pair.line}" if pair.settled else pair.line)
                item.setToolTip(pair.line)
                self.list.addItem(item)
            self.list.setCurrentRow(min(row, len(self._pairs) - 1))
        self._show(self.list.currentRow())

    def _on_row(self, row: int) -> None:
        self._show(row)
        if 0 <= row < len(self._pairs):
            self.chosen.emit(row)

    def _show(self, row: int) -> None:
        pair = self._pairs[row] if 0 <= row < len(self._pairs) else None
        told = (pair.first, pair.second) if pair else ("", "")
        for side, name, words in zip(self.sides, self._names, told, strict=True):
            side.tell(name, words)
        for settling, number in ((Settling.FIRST, 0), (Settling.SECOND, 1)):
            has = pair is None or bool(told[number])
            kept = f"Keep {self._names[number]}'s" if has else f"Delete {self._names[1 - number]}'s"
            self.keep[settling].setText(f"{number + 1}  {kept}")
        self.keep[Settling.BOTH].setEnabled(pair is not None and all(told))
        for settling in (Settling.FIRST, Settling.SECOND):
            self.keep[settling].setEnabled(pair is not None)

    def _settle(self, settling: Settling) -> None:
        if (row := self.list.currentRow()) >= 0:
            self.settled.emit(row, settling)


class _Side(QWidget):
    """What one person noted."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name)
        layout.addWidget(self.words, 1)

    def tell(self, name: str, words: str) -> None:
        self.name.setText(name)
        self.words.setAccessibleName(f"What {name} noted")
        self.words.setPlainText(words or "Noted nothing here.")
