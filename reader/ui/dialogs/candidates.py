"""Choosing where a note belongs when several places of a newer version could be meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.ui.appearance import SPACES
from reader.ui.dialogs.sheet import fit, sheet


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place in a text: its words and what stands around them."""

    before: str
    words: str
    after: str


class CandidatesDialog(QDialog):
    """The note's own words beside the places that could be meant, best first."""

    def __init__(
        self, own: PlaceWords, candidates: Sequence[PlaceWords], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Where does this note belong?")
        self.chosen: int | None = None
        self.buttons: list[QPushButton] = []
        across = QHBoxLayout()
        across.setSpacing(SPACES[4])
        across.addLayout(self._column("The note was on", own, None), 1)
        for number, place in enumerate(candidates):
            across.addLayout(self._column(f"Place {number + 1}", place, number), 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        close.rejected.connect(self.reject)
        close.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        sheet(self, across, close).setStretch(0, 1)
        fit(self, min(320 * (len(candidates) + 1), 1200))

    def _column(self, title: str, place: PlaceWords, number: int | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACES[1])
        head = QLabel(title)
        head.setProperty("role", "quiet")
        told = QLabel(
            f"{escape(place.before)}<b>{escape(place.words)}</b>{escape(place.after)}".replace(
                "\n", "<br>"
            )
        )
        told.setTextFormat(Qt.TextFormat.RichText)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        told.setWordWrap(True)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        told.setAccessibleName(f"{title}: {place.before}{place.words}{place.after}")
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(head)
        column.addWidget(told, 1)
        if number is not None:
            button = QPushButton("It belongs here")
            button.setAutoDefault(False)  # Enter alone must not settle a note on a lookalike
            button.setAccessibleName(f"It belongs to place {number + 1}: {place.words}")
            button.clicked.connect(lambda _=False, to=number: self._choose(to))
            self.buttons.append(button)
            column.addWidget(button)
        return column

    def _choose(self, number: int) -> None:
        self.chosen = number
        self.accept()
