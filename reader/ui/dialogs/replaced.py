"""What became of the notes when an article was replaced by a newer version."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLayout, QVBoxLayout, QWidget

from reader.core.annotating.annotation import Standing
from reader.ui.appearance import SPACES
from reader.ui.dialogs.sheet import fit, quiet, sheet

_TOLD = {
    Standing.FOUND: (
        "stands where it stood, word for word",
        "stand where they stood, word for word",
    ),
    Standing.MOVED: (
        "was found again in other words or another place: say whether it belongs there",
        "were found again in other words or another place: say whether they belong there",
    ),
    Standing.REVIEW: ("could belong to several places: choose one",) * 2,
    Standing.LOST: (
        "is lost: its words are gone from the text, its quote is kept",
        "are lost: their words are gone from the text, their quotes are kept",
    ),
}
"""What is said of one note and of several."""
_WIDTH = 480


class ReplacedDialog(QDialog):
    """Says how many notes were found, moved, are to be decided or are lost; destroys itself."""

    def __init__(
        self, name: str, counts: Mapping[Standing, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Newer version")
        self.told = tuple(
            f"{counts[standing]} {one if counts[standing] == 1 else several}"
            for standing, (one, several) in _TOLD.items()
            if counts.get(standing, 0)
        )
        said = QVBoxLayout()
        said.setSpacing(SPACES[0])
        said.addWidget(_line(f"“{name}” has a newer version. Of the notes on it"))
        for words in self.told:
            said.addWidget(_line(f"•  {words}"))
        parts: list[QWidget | QLayout] = [said]
        if any(counts.get(standing, 0) for standing in _TOLD if standing is not Standing.FOUND):
            parts.append(
                quiet("The list of annotations shows them with a sign. Undo takes all back.")
            )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        sheet(self, *parts, buttons)
        fit(self, _WIDTH)


def _line(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
