"""What a person makes of a claim: its rating on the project's scale, how sure, whether checked."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.core.annotating.annotation import Annotation, Rating, Status
from reader.ui.appearance import Appearance
from reader.ui.panels.tags.panel import swatch
from reader.ui.panels.words import STATUS_WORDS
from reader.ui.widgets.choices import Choice
from reader.ui.widgets.flow import FlowLayout
from reader.ui.widgets.number import Number


class Judgement(QWidget):
    """The controls of one annotation's rating, confidence and status."""

    rated = Signal(object, object)
    """A rating's identifier and how sure, each None where it is not said."""
    status_chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.rating = Choice("Rating", 6)
        self.confidence = _confidence_box()
        self.status = Choice("Status", 6)
        for status in Status:
            self.status.addItem(STATUS_WORDS[status], status)
        self.row = FlowLayout(self)
        for widget in (self.rating, self.confidence, self.status):
            self.row.addWidget(widget)
        self.rating.activated.connect(self._on_rated)
        self.confidence.valueChanged.connect(self._on_rated)
        self.status.activated.connect(
            lambda _row: self.status_chosen.emit(Status(self.status.currentData()))
        )

    def show_judgement(self, annotation: Annotation, scale: tuple[Rating, ...]) -> None:
        """The scale, with what the note has where that is archived, and what is chosen of it."""
        theme = self._appearance.theme
        with QSignalBlocker(self.rating):
            self.rating.clear()
            self.rating.addItem("No rating", None)
            for rating in scale:
                if not rating.archived or rating.id == annotation.rating_id:
                    self.rating.addItem(swatch(theme, rating.colour), rating.name, rating.id)
                    last = self.rating.count() - 1
                    self.rating.setItemData(last, rating.description, Qt.ItemDataRole.ToolTipRole)
            self.rating.setCurrentIndex(max(0, self.rating.findData(annotation.rating_id)))
        with QSignalBlocker(self.confidence):
            self.confidence.setEnabled(annotation.rating_id is not None)
            told = annotation.confidence
            self.confidence.setValue(self.confidence.minimum() if told is None else told)
        with QSignalBlocker(self.status):
            self.status.setCurrentIndex(self.status.findData(annotation.status))

    def _on_rated(self) -> None:
        rating_id, value = self.rating.currentData(), self.confidence.value()
        self.rated.emit(rating_id, value if rating_id and value >= 0 else None)


def _confidence_box() -> Number:
    """How sure a person is of a rating, 0 to 100; -1 is not said."""
    box = Number("Confidence in the rating, in percent", -1, 100)
    box.setSingleStep(10)
    box.setSuffix(" % sure")
    box.setSpecialValueText("how sure?")
    box.setKeyboardTracking(False)
    box.setToolTip("How sure you are of the rating, from 0 to 100")
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
