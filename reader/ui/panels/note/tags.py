"""The tags of a note as buttons that are pressed or not, in the order of the codebook."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from reader.core.annotating.annotation import Annotation, Tag
from reader.ui.panels.tags.panel import swatch
from reader.ui.tag_choices import at_hand
from reader.ui.themes import Theme
from reader.ui.widgets.flow import FlowLayout

MOST = 16
"""Tags that are offered beside a note, unless it has more."""


class NoteTags(QWidget):
    """Offers as many tags as fit beside a note; the others are found by typing."""

    toggled = Signal(str, bool)
    """This tag should be on the note, or no longer."""
    others_wanted = Signal()
    """A tag that is not offered here should be found."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Tags of this note")
        self.chips: dict[str, QToolButton] = {}
        self.others = QToolButton(self)
        self.others.setText("Other tag…")
        self.others.setToolTip("Find a tag by some letters of its name, or make a new one")
        self.others.clicked.connect(self.others_wanted)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)

    def show_tags(
        self, annotation: Annotation, tags: Sequence[Tag], recent: Sequence[str], theme: Theme
    ) -> None:
        offered = at_hand(tags, recent, annotation.tag_ids, MOST)
        if list(self.chips) != [tag.id for tag in offered]:
            self._make(offered)
        for tag in offered:
            chip = self.chips[tag.id]
            chip.setText(tag.name)
            chip.setIcon(swatch(theme, tag.colour))
            chip.setAccessibleName(f"Tag {tag.name}")
            chip.setToolTip(tag.description)
            chip.setChecked(tag.id in annotation.tag_ids)

    def _make(self, offered: Sequence[Tag]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.others:
                widget.hide()
                widget.deleteLater()
        self.chips = {}
        for tag in offered:
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty("role", "toggle")
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.clicked.connect(lambda on, to=tag.id: self.toggled.emit(to, on))
            self.chips[tag.id] = chip
            self._flow.addWidget(chip)
        self._flow.addWidget(self.others)
