"""What all dialogs share: one frame around their parts, and a warning seen only when it speaks."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLayout, QVBoxLayout, QWidget

from reader.ui.appearance import SPACES


def sheet(dialog: QDialog, *parts: QWidget | QLayout) -> QVBoxLayout:
    """Put parts below each other into a dialog, as far from its edges as in every other one."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(SPACES[4], SPACES[4], SPACES[4], SPACES[3])
    layout.setSpacing(SPACES[2])
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return layout


def fit(dialog: QDialog, width: int) -> None:
    """Make a dialog as wide as said, in logical pixels, and as high as its words then need."""
    layout = dialog.layout()
    if layout is not None:
        wraps = layout.hasHeightForWidth()
        height = layout.totalHeightForWidth(width) if wraps else layout.totalSizeHint().height()
        dialog.resize(width, height)


def form(*rows: tuple[str, QWidget]) -> QFormLayout:
    """Named fields below each other; an ampersand in a name stands before its key."""
    layout = QFormLayout()
    layout.setVerticalSpacing(SPACES[1])
    layout.setHorizontalSpacing(SPACES[3])
    for name, field in rows:
        layout.addRow(name, field)
    return layout


class Warned(QLabel):
    """Says what is wrong with what stands in a dialog; takes no room while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.setWordWrap(True)
        self.hide()

    def say(self, words: str) -> None:
        """Show these words; none takes the warning back."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        dialog, layout = self.window(), self.window().layout()
        if layout is not None and words:
            needed = layout.totalHeightForWidth(dialog.width())
            dialog.resize(dialog.width(), max(dialog.height(), needed))


def quiet(words: str) -> QLabel:
    """A line that says what a dialog is for or how its keys work."""
    label = QLabel(words)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    return label
